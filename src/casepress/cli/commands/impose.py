"""``casepress impose``: pages onto sheets, to be folded and stitched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError
from casepress.diagnostics import CasepressError, Diagnostic

if TYPE_CHECKING:
    from casepress.impose import Options

HELP = both(
    "拼版：把付印文件拼成骑马钉的大张（含爬移、折线、裁切线），或拼成办公室双面打印的两页一面。\n\n"
    "双面印，沿短边翻转；各张从外到里套起来，从中间对折。",
    "Impose a print file as saddle-stitched sheets (creep, fold and crop marks), or two pages to a "
    "side for an office printer.\n\n"
    "Print on both sides, flipped over the short edge; nest the sheets and fold them.",
)
EPILOG = both(
    "例子:\n"
    "  casepress impose out/wuhou-print.pdf                    骑马钉，按成品加出血定纸\n"
    "  casepress impose out/wuhou-print.pdf --sheet SRA3 --creep 0.1\n"
    "  casepress impose out/wuhou-brochure.pdf --booklet --fit 办公室打印机，折成小册\n"
    "  casepress impose out/wuhou-brochure.pdf --two-up        按阅读次序两页一面",
    "Examples:\n"
    "  casepress impose out/wuhou-print.pdf                    saddle stitch, sheet to measure\n"
    "  casepress impose out/wuhou-print.pdf --sheet SRA3 --creep 0.1\n"
    "  casepress impose out/wuhou-brochure.pdf --booklet --fit office printer, to be folded\n"
    "  casepress impose out/wuhou-brochure.pdf --two-up        two to a side as they are read",
)

File = Annotated[
    Path,
    typer.Argument(
        metavar=both("文件.pdf", "FILE.pdf"),
        show_default=False,
        help=both("要拼的 PDF；付印用 -print.pdf", "The PDF to impose; for a press the -print.pdf"),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=both("文件", "FILE"),
        show_default=both("原名-booklet.pdf 或 原名-2up.pdf", "NAME-booklet.pdf or NAME-2up.pdf"),
        help=both("写成哪个文件", "File to write"),
    ),
]
Booklet = Annotated[
    bool, typer.Option("--booklet", help=both("骑马钉小册（默认）", "Stitched booklet (default)"))
]
TwoUp = Annotated[
    bool,
    typer.Option(
        "--two-up", help=both("按阅读次序两页一面", "Two pages to a side, as they are read")
    ),
]
Fit = Annotated[
    bool,
    typer.Option(
        "--fit",
        help=both(
            "办公室打印机：缩放到纸内，不要出血和标记",
            "For an office printer: scaled to the sheet, no bleed, no marks",
        ),
    ),
]
Sheet = Annotated[
    str,
    typer.Option(
        "--sheet",
        metavar="auto|A4|A3|SRA3",
        show_default="auto",
        help=both("用什么纸", "Which sheet to use"),
    ),
]
Creep = Annotated[
    float,
    typer.Option(
        "--creep",
        metavar=both("毫米", "MM"),
        min=0,
        show_default="0",
        help=both(
            "爬移：一张纸的厚度（157 克铜版约 0.12）",
            "Creep: thickness of the paper (about 0.12 for 157 g coated)",
        ),
    ),
]
Signature = Annotated[
    int | None,
    typer.Option(
        "--signature",
        metavar=both("页数", "PAGES"),
        show_default=both("全部一帖", "all in one"),
        help=both("每帖几页，4 的倍数", "Pages of a signature, a multiple of 4"),
    ),
]


def run_command(
    ctx: typer.Context,
    file: File,
    output: Output = None,
    booklet: Booklet = False,
    two_up: TwoUp = False,
    fit: Fit = False,
    sheet: Sheet = "auto",
    creep: Creep = 0.0,
    signature: Signature = None,
) -> int:
    """Impose one file and say what to do with the paper."""
    from casepress.build.atomic import replacing
    from casepress.impose import impose_pdf

    session: Session = ctx.obj
    options = _options(booklet, two_up, fit, sheet, creep, signature)
    target = output or file.with_name(f"{file.stem}-{'2up' if two_up else 'booklet'}.pdf")
    if target.exists() and file.exists() and target.samefile(file):
        raise CasepressError(Diagnostic("CP1016", params={"path": target}))
    imposed = impose_pdf(file, options)
    with replacing(target) as temporary:
        temporary.write_bytes(imposed.data)
    size = f"{imposed.width_mm:g} × {imposed.height_mm:g} mm"
    session.result(
        session.words(
            f"{target}  {imposed.sheets} 张纸  {size}", f"{target}  {imposed.sheets} sheets  {size}"
        )
    )
    if imposed.blanks:
        session.note(
            session.words(
                f"{imposed.pages} 页不是 4 的倍数，封底前补了 {imposed.blanks} 个白页",
                f"{imposed.pages} pages: {imposed.blanks} blank before the back cover",
            )
        )
    return 0


def _options(
    booklet: bool, two_up: bool, fit: bool, sheet: str, creep: float, signature: int | None
) -> Options:
    from casepress.impose.model import SHEETS
    from casepress.impose.model import Options as Made

    if booklet and two_up:
        raise CommandError("--booklet 和 --two-up 只能用一个", "use either --booklet or --two-up")
    names = ("auto", *SHEETS)
    chosen = next((name for name in names if name.lower() == sheet.lower()), None)
    if chosen is None:
        raise CommandError(
            f"--sheet 可以是 {'、'.join(names)}，不能是 {sheet}",
            f"--sheet takes {', '.join(names)}, not {sheet}",
        )
    if signature is not None and (signature < 4 or signature % 4):
        raise CommandError(
            f"--signature 要是 4 的倍数，不能是 {signature}",
            f"--signature takes a multiple of 4, not {signature}",
        )
    return Made(not two_up, fit, chosen, creep, signature)  # type: ignore[arg-type]

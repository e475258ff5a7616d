"""``casepress preview``: pages of brochure and handout, and slides, as pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError
from casepress.diagnostics import ExitCode

if TYPE_CHECKING:
    from casepress.build.model import Product

HELP = both(
    "把画册的各页（或者课件的幻灯片、讲义的各页）画成 PNG 图片，看看样子。",
    "Draw the pages of the brochure (or slides, or pages of the handout) as PNG pictures.",
)
EPILOG = both(
    "例子:\n"
    "  casepress preview content/wuhou.yaml --page 4 --dpi 150\n"
    "  casepress preview content/wuhou.yaml --only deck\n"
    "  casepress preview content/wuhou.yaml --only handout --sheet",
    "Examples:\n"
    "  casepress preview content/wuhou.yaml --page 4 --dpi 150\n"
    "  casepress preview content/wuhou.yaml --only deck\n"
    "  casepress preview content/wuhou.yaml --only handout --sheet",
)

PageNumber = Annotated[
    int | None,
    typer.Option(
        "--page",
        metavar=both("页", "N"),
        min=1,
        show_default=both("全部", "all"),
        help=both("只画这一页", "Only this page"),
    ),
]
Dpi = Annotated[
    int,
    typer.Option(
        "--dpi", metavar="DPI", min=20, max=600, show_default="96", help=both("精度", "Resolution")
    ),
]


Only = Annotated[
    str,
    typer.Option(
        "--only",
        metavar=both("产品", "PRODUCT"),
        show_default="brochure",
        help=both(
            "画 brochure 画册、deck 课件还是 handout 讲义",
            "What to draw: brochure, deck or handout",
        ),
    ),
]
SheetOption = Annotated[
    bool,
    typer.Option(
        "--sheet", help=both("所有页画在一张图上", "All pages small on one picture (contact sheet)")
    ),
]


class Kind(StrEnum):
    """What can be drawn."""

    BROCHURE = "brochure"
    DECK = "deck"
    HANDOUT = "handout"


def run_command(
    ctx: typer.Context,
    case: option.Case,
    only: Only = "brochure",
    page: PageNumber = None,
    sheet: SheetOption = False,
    dpi: Dpi = 96,
    layout: option.Layout = "zhujin",
    settings: option.Overrides = None,
    output: option.Output = Path("out"),
    allow_outside: option.AllowOutside = False,
) -> int:
    """Build into a temporary directory and draw the pages."""
    from casepress.build.model import BuildOptions
    from casepress.build.run import build
    from casepress.cli.show import show_problems

    kinds = option.choices("--only", only, Kind)
    if sheet and page:
        raise CommandError("--sheet 和 --page 只能用一个", "--sheet and --page exclude each other")
    pdfium = _pdfium()
    session: Session = ctx.obj
    with tempfile.TemporaryDirectory() as directory:
        options = BuildOptions(
            tuple(_product(kind) for kind in kinds),
            layout=layout,
            overrides=option.overrides(settings),
            output=Path(directory),
            allow_outside=allow_outside,
        )
        report = build(case, options)
        show_problems(report, session)
        folder = output / f"{case.stem}-preview"
        for written in report.outputs:
            document = pdfium.PdfDocument(written.path)
            try:
                kind = next(k for k in kinds if _product(k) is written.product)
                drawn = (
                    _draw_sheet(document, kind, dpi, folder)
                    if sheet
                    else _draw_pages(document, page, dpi, folder, _START[kind])
                )
                for path in drawn:
                    session.result(str(path))
            finally:
                document.close()
    return int(report.exit_code)


_START = {Kind.BROCHURE: "", Kind.DECK: "slide-", Kind.HANDOUT: "handout-"}
"""How the names of the pictures begin."""


def _product(kind: Kind) -> Product:
    """Return the product that is drawn: of the deck, its slides as pages."""
    from casepress.build.model import Product

    return Product.SLIDES if kind is Kind.DECK else Product(kind.value)


def _draw_sheet(document: Any, kind: Kind, dpi: int, folder: Path) -> Iterator[Path]:
    """Draw the contact sheet and yield its file."""
    from casepress.cli.contact import BOOK, LEAVES, SLIDES, contact_sheet

    arrangement = {Kind.BROCHURE: BOOK, Kind.DECK: SLIDES, Kind.HANDOUT: LEAVES}[kind]
    picture = contact_sheet(document, arrangement, dpi)
    yield _save(picture, folder / f"{_START[kind]}sheet.png")


def _draw_pages(
    document: Any, page: int | None, dpi: int, folder: Path, start: str
) -> Iterator[Path]:
    """Draw one page or all of them, and yield the files."""
    count = len(document)
    if page and page > count:
        raise CommandError(
            f"只有 {count} 页，没有第 {page} 页", f"there are {count} pages, no page {page}"
        )
    for number in [page] if page else range(1, count + 1):
        picture = document[number - 1].render(scale=dpi / 72).to_pil()
        yield _save(picture, folder / f"{start}{number:02}.png")


def _save(picture: Any, path: Path) -> Path:
    """Write a picture as a PNG file."""
    from casepress.build.atomic import replacing

    with replacing(path) as temporary:
        picture.save(temporary, format="PNG")
    return path


def _pdfium() -> Any:
    """Return the pypdfium2 module, or say how to get it."""
    try:
        import pypdfium2
    except ImportError:
        raise CommandError(
            "preview 要用 pypdfium2，还没有安装",
            "preview needs pypdfium2, which is not installed",
            hint=("pip install 'casepress[preview]'", "pip install 'casepress[preview]'"),
            exit_code=ExitCode.MISSING_RESOURCE,
        ) from None
    return pypdfium2

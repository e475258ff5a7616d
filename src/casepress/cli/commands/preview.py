"""``casepress preview``: the pages of the brochure as pictures."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError
from casepress.diagnostics import ExitCode

HELP = both(
    "把画册的各页画成 PNG 图片，看看样子。",
    "Draw the pages of the brochure as PNG pictures.",
)
EPILOG = both(
    "例子:\n  casepress preview content/wuhou.yaml --page 4 --dpi 150",
    "Example:\n  casepress preview content/wuhou.yaml --page 4 --dpi 150",
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


def run_command(
    ctx: typer.Context,
    case: option.Case,
    page: PageNumber = None,
    dpi: Dpi = 96,
    layout: option.Layout = "zhujin",
    settings: option.Overrides = None,
    output: option.Output = Path("out"),
    allow_outside: option.AllowOutside = False,
) -> int:
    """Build the brochure into a temporary directory and draw its pages."""
    from casepress.build.model import BuildOptions, Product
    from casepress.build.run import build
    from casepress.cli.show import show_problems

    pdfium = _pdfium()
    session: Session = ctx.obj
    with tempfile.TemporaryDirectory() as directory:
        options = BuildOptions(
            (Product.BROCHURE,),
            layout=layout,
            overrides=option.overrides(settings),
            output=Path(directory),
            allow_outside=allow_outside,
        )
        report = build(case, options)
        show_problems(report, session)
        for written in report.outputs:
            document = pdfium.PdfDocument(written.path)
            try:
                for path in _draw_pages(document, page, dpi, output / f"{case.stem}-preview"):
                    session.result(str(path))
            finally:
                document.close()
    return int(report.exit_code)


def _draw_pages(document: Any, page: int | None, dpi: int, folder: Path) -> Iterator[Path]:
    """Draw one page or all of them, and yield the files."""
    count = len(document)
    if page and page > count:
        raise CommandError(
            f"只有 {count} 页，没有第 {page} 页", f"there are {count} pages, no page {page}"
        )
    for number in [page] if page else range(1, count + 1):
        yield _draw(document[number - 1], folder / f"{number:02}.png", dpi)


def _draw(page: Any, path: Path, dpi: int) -> Path:
    """Draw one page to a PNG file."""
    from casepress.build.atomic import replacing

    picture = page.render(scale=dpi / 72).to_pil()
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

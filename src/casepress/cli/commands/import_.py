"""``casepress import``: an article becomes a case."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError, nearest
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

if TYPE_CHECKING:
    from casepress.source.article.formats import Extracted
    from casepress.source.article.gallery import Shown

HELP = both(
    "把文章（txt、md、html、docx）变成案例：分栏目、分条、统一标点，逐项注明原文行号。",
    "Make a case of an article (txt, md, html, docx): parts, items, widths; source lines noted.",
)
EPILOG = both(
    "例子:\n"
    "  casepress import 文章.docx -o 案例.yaml\n"
    "  casepress import 网页.html --keys zh --report > 案例.yaml\n"
    "  pbpaste | casepress import -",
    "Examples:\n"
    "  casepress import article.docx -o case.yaml\n"
    "  casepress import page.html --keys zh --report > case.yaml\n"
    "  pbpaste | casepress import -",
)
KEYS = ("en", "zh")
_STDIN = "<stdin>"

Article = Annotated[
    str,
    typer.Argument(
        metavar=both("文章", "ARTICLE"),
        show_default=False,
        help=both("文章文件；- 从标准输入读", "The article's file; - for standard input"),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=both("文件", "FILE"),
        show_default=False,
        help=both("写到哪个文件；不给就输出到屏幕", "File to write; standard output without it"),
    ),
]
Keys = Annotated[
    str,
    typer.Option(
        "--keys",
        metavar="en|zh",
        show_default="en",
        help=both("YAML 的键用英文还是中文", "Language of the keys"),
    ),
]
Full = Annotated[
    bool,
    typer.Option(
        "--report",
        help=both(
            "列出每一项的出处、剪掉的网页文字、标点改动",
            "List where every field comes from, what was cut, what was changed",
        ),
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help=both("覆盖已有的文件", "Overwrite an existing file"))
]


def run_command(
    ctx: typer.Context,
    article: Article,
    output: Output = None,
    keys: Keys = "en",
    full: Full = False,
    force: Force = False,
    as_json: option.Json = False,
) -> int:
    """Import one article; YAML goes to *output* or stdout, everything else to stderr."""
    from casepress.build.atomic import replacing
    from casepress.cli.chinese_keys import chinese
    from casepress.cli.import_report import import_object, show_import, show_pictures
    from casepress.cli.show import print_json
    from casepress.source.article.compose import compose
    from casepress.source.article.emit import emit, english
    from casepress.source.article.gallery import gallery
    from casepress.source.article.report import report

    session: Session = ctx.obj
    if keys not in KEYS:
        hint = nearest(keys, list(KEYS))
        raise CommandError(
            f"--keys 可以是 en、zh，不能是 {keys}", f"--keys is en or zh, not {keys}", hint=hint
        )
    name = _STDIN if article == "-" else article
    target = _target(output, name, force)
    extracted = _read(article)
    imported = compose(extracted.article)
    shown = None
    if target:
        shown = gallery(imported, target, None if name == _STDIN else Path(name).parent)
        _refuse_others(shown, target.parent, force)
    origin = "标准输入" if name == _STDIN else Path(name).name
    text = emit(imported, origin, chinese if keys == "zh" else english, shown)
    found = report(imported, extracted, name)
    if target and shown is not None:
        for path, data in _files(shown, target.parent).items():
            with replacing(path) as temporary:
                temporary.write_bytes(data)
        with replacing(target) as temporary:
            temporary.write_text(text, encoding="utf-8", newline="\n")
    if as_json:
        print_json(import_object(found, str(target) if target else "", text, shown or ()))
        return 0
    show_import(found, name, session, full=full)
    show_pictures(imported.article.pictures, shown, session)
    session.result(str(target) if target else text.rstrip("\n"))
    return 0


def _target(output: Path | None, name: str, force: bool) -> Path | None:
    """Return the file to write: in a directory it is named after the article.

    Raises:
        CasepressError: CP0651, the file is there already and *force* is not given.
        CommandError: it is the article itself.
    """
    if output is None or str(output) == "-":
        return None
    if output.is_dir():
        output = output / ("article.yaml" if name == _STDIN else f"{Path(name).stem}.yaml")
    there = name != _STDIN and output.exists() and Path(name).exists()
    if there and output.samefile(name):
        raise CommandError(
            f"{output} 就是要导入的文章，不能写到它自己上面",
            f"{output} is the article itself",
            hint=("换个文件名，如 案例.yaml", "choose another name, such as case.yaml"),
        )
    if output.exists() and not force:
        diagnostic = Diagnostic("CP0651", params={"path": str(output)})
        raise CasepressError(diagnostic, ExitCode.NOT_WRITABLE)
    return output


def _files(shown: Sequence[Shown], folder: Path) -> dict[Path, bytes]:
    """Return the picture files to write, each once."""
    return {folder / one.path: one.data for one in shown if one.data}


def _refuse_others(shown: Sequence[Shown], folder: Path, force: bool) -> None:
    """Refuse to overwrite another picture.

    Raises:
        CasepressError: CP0651, for each file that is there with other bytes, without *force*.
    """
    others = [
        Diagnostic("CP0651", params={"path": str(path)})
        for path, data in _files(shown, folder).items()
        if not force and path.exists() and not (path.is_file() and path.read_bytes() == data)
    ]
    if others:
        raise CasepressError(others, ExitCode.NOT_WRITABLE)


def _read(article: str) -> Extracted:
    from casepress.source.article.decode import MAX_BYTES
    from casepress.source.article.formats import extract, read_article

    if article != "-":
        return read_article(Path(article))
    return extract(sys.stdin.buffer.read(MAX_BYTES + 1), _STDIN)

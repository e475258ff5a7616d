"""``casepress preflight``: what a press or an archive would refuse in a finished PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

if TYPE_CHECKING:
    from casepress.preflight.job import Purpose

HELP = both(
    "印前检查：任何一个 PDF，能不能付印、存档、无障碍阅读；指出哪一页、什么地方。\n"
    "也查演示文稿（.pptx）：会让 PowerPoint 报“需要修复”的毛病。\n\n"
    "退出码：0 没有问题，1 有问题，3 读不了。",
    "Preflight: is a PDF, whoever made it, fit for press, archive and screen reader? "
    "Names page and place.\n"
    "Presentations (.pptx) too: what makes PowerPoint offer a repair.\n\n"
    "Exit codes: 0 clean, 1 problems, 3 unreadable.",
)
EPILOG = both(
    "例子:\n"
    "  casepress preflight out/wuhou-print.pdf\n"
    "  casepress preflight 别人的.pdf --for print --strict\n"
    "  casepress preflight out/wuhou-archive.pdf --format json",
    "Examples:\n"
    "  casepress preflight out/wuhou-print.pdf\n"
    "  casepress preflight theirs.pdf --for print --strict\n"
    "  casepress preflight out/wuhou-archive.pdf --format json",
)
FORMATS = ("text", "json")
_DECKS = (".pptx", ".potx", ".ppsx")
_TEMPLATES = (".potx",)

File = Annotated[
    Path,
    typer.Argument(
        metavar=both("文件", "FILE"),
        show_default=False,
        help=both("要检查的 PDF 或 PPTX", "The PDF or PPTX to inspect"),
    ),
]
For = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="auto|screen|print|archive",
        show_default="auto",
        help=both(
            "按什么用途检查；auto 看文件自己的声明",
            "What to judge it by; auto takes the file at its word",
        ),
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|json",
        show_default="text",
        help=both("text 给人看，json 给程序看", "text for people, json for programs"),
    ),
]


def run_command(
    ctx: typer.Context,
    file: File,
    purpose: For = "auto",
    format_: Format = "text",
    strict: option.Strict = False,
) -> int:
    """Inspect one file and print the report."""
    from casepress.preflight.job import PURPOSES

    session: Session = ctx.obj
    known = next((one for one in PURPOSES if one == purpose), None)
    if known is None:
        raise _unknown("--for", PURPOSES, purpose)
    if format_ not in FORMATS:
        raise _unknown("--format", FORMATS, format_)
    if file.suffix.lower() in _DECKS:
        return _deck(session, file, format_ == "json", strict)
    return _pdf(session, file, known, format_ == "json", strict)


def _pdf(session: Session, file: Path, purpose: Purpose, as_json: bool, strict: bool) -> int:
    from casepress.preflight import inspect_pdf
    from casepress.preflight.show import report_lines, report_object

    report = inspect_pdf(file, purpose)
    if as_json:
        _print(session, report_object(report, strict=strict))
    else:
        for line in report_lines(report, session.language):
            session.result(line)
    return int(ExitCode.OK if report.passes(strict=strict) else ExitCode.PROBLEMS)


def _deck(session: Session, file: Path, as_json: bool, strict: bool) -> int:
    """Inspect a presentation; say what each of our layouts would be served by in it."""
    from casepress.pptx.inspect import inspect, slide_numbers
    from casepress.pptx.report import (
        finding_lines,
        mapping_lines,
        passes,
        report_object,
        template_map,
    )
    from casepress.theme.load import load_theme

    try:
        data = file.read_bytes()
    except OSError as error:
        params = {"path": file, "reason": error.strerror or ""}
        raise CasepressError(Diagnostic("CP1001", params=params), ExitCode.UNREADABLE) from error
    found = inspect(data)
    house = load_theme("zhujin").deck
    mapped = template_map(data, file.name, house)
    if as_json:
        _print(session, report_object(str(file), data, found, mapped, strict=strict))
    else:
        for line in finding_lines(data, found, session.language):
            session.result(line)
        template = file.suffix.lower() in _TEMPLATES or not slide_numbers(data)
        if mapped is not None and template:
            for line in mapping_lines(mapped, house, session.language):
                session.result(line)
    if any(finding.id in ("zip-unreadable", "zip-unsafe") for finding in found):
        return int(ExitCode.UNREADABLE)
    return int(ExitCode.OK if passes(found, strict=strict) else ExitCode.PROBLEMS)


def _print(session: Session, content: object) -> None:
    import json

    session.result(json.dumps(content, ensure_ascii=False, indent=2, default=str))


def _unknown(option: str, known: tuple[str, ...], word: str) -> CommandError:
    return CommandError(
        f"{option} 可以是 {'、'.join(known)}，不能是 {word}",
        f"{option} takes {', '.join(known)}, not {word}",
    )

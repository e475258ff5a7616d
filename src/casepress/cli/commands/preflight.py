"""``casepress preflight``: what a press or an archive would refuse in a finished PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity

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
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help=both("有警告也算不通过（退出码 1）", "Warnings fail too (exit code 1)")
    ),
]


def run_command(
    ctx: typer.Context,
    file: File,
    purpose: For = "auto",
    format_: Format = "text",
    strict: Strict = False,
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
    """Inspect a presentation; its findings name the part of the package."""
    from casepress.cli.columns import table
    from casepress.pptx.inspect import inspect

    try:
        data = file.read_bytes()
    except OSError as error:
        params = {"path": file, "reason": error.strerror or ""}
        raise CasepressError(Diagnostic("CP1001", params=params), ExitCode.UNREADABLE) from error
    found = inspect(data)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    ok = not any(finding.severity in failing for finding in found)
    if as_json:
        keys = ("id", "severity", "part", "detail")
        rows = [{key: getattr(finding, key) for key in keys} for finding in found]
        _print(session, {"schema_version": 1, "path": str(file), "ok": ok, "findings": rows})
    else:
        names = {"error": "错误", "warning": "警告", "advice": "建议"}
        lines = [
            (session.words(names[f.severity], f.severity), f.id, f.part, f.detail) for f in found
        ]
        for line in table(lines) if lines else ():
            session.result(line)
        session.result(
            session.words(f"{file}: 发现 {len(found)} 处", f"{file}: {len(found)} findings")
        )
    if any(finding.id == "zip-unreadable" for finding in found):
        return int(ExitCode.UNREADABLE)
    return int(ExitCode.OK if ok else ExitCode.PROBLEMS)


def _print(session: Session, content: object) -> None:
    import json

    session.result(json.dumps(content, ensure_ascii=False, indent=2, default=str))


def _unknown(option: str, known: tuple[str, ...], word: str) -> CommandError:
    return CommandError(
        f"{option} 可以是 {'、'.join(known)}，不能是 {word}",
        f"{option} takes {', '.join(known)}, not {word}",
    )

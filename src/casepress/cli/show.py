"""How builds, checks and their problems are shown: lines for people, one object for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from casepress.build.model import PAPER, BuildReport, JobResult, Output, Product, Stage
from casepress.cli.columns import table
from casepress.cli.crashes import tell_internal
from casepress.cli.session import Session
from casepress.diagnostics import Diagnostic, ExitCode, Severity

SCHEMA_VERSION = 1
TOLD_ALWAYS = frozenset({"CP0511", "CP0821"})
"""Advice that a build tells too: what the layout asked for was replaced, or what the case says
found no room."""


def print_json(content: Mapping[str, Any]) -> None:
    """Print one JSON object; its keys only ever grow."""
    json.dump(
        {"schema_version": SCHEMA_VERSION, **content},
        sys.stdout,
        ensure_ascii=False,
        indent=2,
        default=str,
    )
    sys.stdout.write("\n")
    sys.stdout.flush()


def show_result(result: JobResult, session: Session) -> None:
    """Print the files of one case of many as soon as they are there."""
    if not session.json:
        _show_outputs(result.outputs, session, kept=result.skipped)


def _show_outputs(outputs: Sequence[Output], session: Session, *, kept: bool) -> None:
    """Print a line per file; *kept*: it was there already, made from the same inputs."""
    for output in outputs:
        session.result(_line(output, session, kept=kept))
        for path in output.companions:
            session.result(str(path))


def show_build(report: BuildReport, session: Session) -> int:
    """Print problems, details and the summary of a build; return its exit code."""
    show_problems(report, session)
    if len(report.cases) == 1 and not session.json:
        _show_outputs(report.outputs, session, kept=bool(report.skipped))
    if session.json:
        print_json(_build_object(report, session))
    for line in _details(report, session):
        session.detail(line)
    if len(report.cases) > 1:
        from casepress.cli.summary import show_summary

        show_summary(report, session)
    elif report.skipped:
        session.note(
            session.words(
                "没有改动，跳过了；要重做，加上 --force。",
                "Nothing has changed, skipped; add --force to build it again.",
            )
        )
    return int(report.exit_code)


def show_problems(report: BuildReport, session: Session) -> None:
    """Print diagnostics (unless they go into the JSON) and internal errors."""
    if not session.json:
        show_diagnostics(report.diagnostics, session)
    for crash in report.crashes:
        tell_internal(crash, session)


def _line(output: Output, session: Session, *, kept: bool = False) -> str:
    """Return path, pages or slides, size and seconds of an output."""
    if _unit(output) == "slides":
        count = session.words(f"{output.count} 张", f"{output.count} slides")
    else:
        count = session.words(f"{output.count} 页", f"{output.count} pages")
    seconds = session.words(f"{output.seconds:.2f} 秒", f"{output.seconds:.2f} s")
    if kept:
        seconds = session.words("未变", "unchanged")
    return f"{output.path}  {count}  {_size(output.size)}  {seconds}"


def _unit(output: Output) -> str:
    """Return what is counted of a product."""
    return "pages" if output.product in PAPER else "slides"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"


STAGES = {
    "import": ("载入程序", "import"),
    "case": ("读案例", "read case"),
    "pictures": ("查图片", "check pictures"),
    "layout": ("读版式", "read layout"),
    "plan": ("编排", "plan"),
    "write": ("写文件", "write"),
}
PRODUCTS = {
    Product.BROCHURE: ("画册", "brochure"),
    Product.DECK: ("课件", "deck"),
    Product.HANDOUT: ("讲义", "handout"),
    Product.NOTES: ("讲稿", "notes"),
    Product.SLIDES: ("幻灯片", "slides"),
}


def _details(report: BuildReport, session: Session) -> list[str]:
    """Return the time of each stage per process, the peak of memory and the whole time."""
    words = session.words
    rows = [
        (f"{result.case.name}", *_stage(stage, session))
        for result in report.results
        for stage in result.stages
    ]
    whole = words(f"合计 {report.seconds:.3f} 秒", f"{report.seconds:.3f} s in all")
    memory = words("内存峰值", "peak memory")
    peak = f"{memory} {report.peak_bytes / 1_000_000:.0f} MB"
    return [*(table(rows) if rows else []), f"{whole}  {peak}"]


def _stage(stage: Stage, session: Session) -> tuple[str, str, str]:
    name, _, target = stage.name.partition(" ")
    label = session.words(*STAGES.get(name, (name, name)))
    product = session.words(*PRODUCTS[stage.product]) if stage.product else ""
    return product, f"{label} {target}".strip(), f"{stage.seconds * 1000:7.1f} ms"


def _build_object(report: BuildReport, session: Session) -> dict[str, Any]:
    from casepress.messages.render import as_object

    return {
        "ok": report.exit_code is ExitCode.OK,
        "exit_code": int(report.exit_code),
        "outputs": [_output_object(output) for output in report.outputs],
        "skipped": [str(case) for case in report.skipped],
        "failed": [str(case) for case in report.failed],
        "diagnostics": [as_object(d, session.language) for d in report.diagnostics],
        "seconds": round(report.seconds, 4),
        "peak_bytes": report.peak_bytes,
    }


def _output_object(output: Output) -> dict[str, Any]:
    return {
        "path": str(output.path),
        "case": str(output.case),
        "product": output.product.value,
        "target": output.target.value,
        _unit(output): output.count,
        "bytes": output.size,
        "seconds": round(output.seconds, 4),
        "companions": [str(path) for path in output.companions],
    }


def show_diagnostics(
    diagnostics: Sequence[Diagnostic], session: Session, *, advice: bool = False
) -> None:
    """Print diagnostics as code frames on stderr; with ``-q`` only errors."""
    wanted = [d for d in diagnostics if _worth_telling(d, session, advice)]
    if wanted:
        from casepress.messages.render import render_all

        print(render_all(wanted, language=session.language, colour=session.colour), file=sys.stderr)
        sys.stderr.flush()


def _worth_telling(diagnostic: Diagnostic, session: Session, advice: bool) -> bool:
    if diagnostic.severity is Severity.ERROR:
        return True
    return not session.quiet and (
        advice
        or session.verbose
        or diagnostic.severity is Severity.WARNING
        or diagnostic.id in TOLD_ALWAYS
    )

"""How the result of a check is shown: frames, one line each, JSON or SARIF."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence

from casepress import __version__
from casepress.build.model import BuildReport
from casepress.cli.crashes import tell_internal
from casepress.cli.fixing import Fixed
from casepress.cli.session import Session
from casepress.cli.show import print_json
from casepress.diagnostics import Diagnostic, ExitCode, Severity

_MOST_FRAMES = 100
_MOST_LINES = 10_000
_OF_A_KIND = 6


def show_check(
    report: BuildReport,
    session: Session,
    *,
    style: str,
    strict: bool,
    fixes: Sequence[Fixed] = (),
) -> int:
    """Print what a check found, as its result, and return its exit code.

    Everything is in the order of the files; what comments accept is only counted (in SARIF it is
    listed as suppressed).
    """
    from casepress.messages.render import in_order

    found = in_order(report.diagnostics)
    code = check_code(report, strict=strict)
    if style == "json":
        _print_json(report, found, session, code, fixes)
    elif style == "sarif":
        _print_sarif(report, found, session, code)
    elif found:
        _print_text(found, session, style)
    for crash in report.crashes:
        tell_internal(crash, session)
    session.note(_tally(found, len(report.accepted), session))
    return int(code)


def _print_text(found: Sequence[Diagnostic], session: Session, style: str) -> None:
    from casepress.messages.render import render_all

    short = style == "short"
    shown, hidden = (list(found), Counter[str]()) if short else _few_of_each(found)
    session.result(
        render_all(
            shown,
            language=session.language,
            format="short" if short else "text",
            colour=session.colour and sys.stdout.isatty(),
            most=_MOST_LINES if short else _MOST_FRAMES,
        )
    )
    for id_, count in hidden.items():
        session.result(
            session.words(
                f"…… {id_} 另有 {count} 处（--format short 全部列出）",
                f"… {count} more of {id_} (--format short lists them all)",
            )
        )


def _few_of_each(found: Sequence[Diagnostic]) -> tuple[list[Diagnostic], Counter[str]]:
    """Return the first of each kind in full, so that many of one never hide another's only one.

    Errors are all shown; the rest are counted by id.
    """
    seen: Counter[tuple[str, str]] = Counter()
    hidden: Counter[str] = Counter()
    shown = []
    for one in found:
        key = (one.id, one.span.file if one.span else "")
        seen[key] += 1
        if one.severity is Severity.ERROR or seen[key] <= _OF_A_KIND:
            shown.append(one)
        else:
            hidden[one.id] += 1
    return shown, hidden


def _print_json(
    report: BuildReport,
    found: Sequence[Diagnostic],
    session: Session,
    code: ExitCode,
    fixes: Sequence[Fixed],
) -> None:
    from casepress.messages.render import as_object

    print_json(
        {
            "ok": code is ExitCode.OK,
            "exit_code": int(code),
            "cases": [str(case) for case in report.cases],
            "diagnostics": [as_object(d, session.language) for d in found],
            "accepted": [as_object(d, session.language) for d in report.accepted],
            "fixes": [one.as_object() for one in fixes],
        }
    )


def _print_sarif(
    report: BuildReport, found: Sequence[Diagnostic], session: Session, code: ExitCode
) -> None:
    from casepress.messages.sarif import sarif_log

    log = sarif_log(found, report.accepted, __version__, int(code), session.language)
    json.dump(log, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
    sys.stdout.flush()


def check_code(report: BuildReport, *, strict: bool) -> ExitCode:
    """Return how a check ends: problems are 1, but what can't be read at all is 3."""
    if report.exit_code in (ExitCode.UNREADABLE, ExitCode.INTERNAL):
        return report.exit_code
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    failed = report.exit_code is not ExitCode.OK
    if failed or any(d.severity in grave for d in report.diagnostics):
        return ExitCode.PROBLEMS
    return ExitCode.OK


def _tally(found: Sequence[Diagnostic], accepted: int, session: Session) -> str:
    """Count errors, warnings, advice and what comments accept in one line."""
    counts = [sum(d.severity is kind for d in found) for kind in Severity]
    zh = zip((*counts, accepted), ("个错误", "个警告", "条建议", "处按注释忽略"), strict=True)
    en = zip((*counts, accepted), ("error(s)", "warning(s)", "advice", "ignored"), strict=True)
    words = session.words(
        "，".join(f"{count} {word}" for count, word in zh if count),
        ", ".join(f"{count} {word}" for count, word in en if count),
    )
    if not any(counts):
        clean = session.words("没有发现问题", "no problems found")
        words = session.words(f"{clean}（{words}）", f"{clean} ({words})") if words else clean
    words = words[0].upper() + words[1:]
    return session.words(f"{words}。", f"{words}.")

"""A bug: an apology, and a report that can be sent in."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from casepress import __version__
from casepress.cli.session import Session
from casepress.diagnostics import ExitCode


def tell_internal(trace: str, session: Session) -> int:
    """Apologise for a bug: a short message, the details in a file to send in."""
    summary = trace.strip().rpartition("\n")[2]
    session.error(
        session.words(f"程序内部出错（不是案例的问题）：{summary}", f"internal error: {summary}"),
        _where(write_report(trace, session.argv), session),
    )
    return int(ExitCode.INTERNAL)


def _where(report: Path | None, session: Session) -> Sequence[str]:
    if report is None:
        return ()
    zh = f"详情已写入 {report}，请连同案例文件一起反馈"
    return (session.words(zh, f"details are in {report}; please report it with the case"),)


def write_report(trace: str, argv: Sequence[str]) -> Path | None:
    """Write a crash report to the temporary directory; ``None`` if even that fails."""
    lines = [
        f"casepress {__version__}",
        f"python {platform.python_version()} {sys.platform} {platform.machine()}",
        f"arguments {list(argv)!r}",
        "",
        trace,
    ]
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="casepress-error-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write("\n".join(lines))
    except OSError:
        return None
    return Path(file.name)

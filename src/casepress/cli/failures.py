"""What the user hears when a command fails, and with which exit code it ends."""

from __future__ import annotations

import errno
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from casepress import __version__
from casepress.cli.session import Session
from casepress.cli.usage import CommandError, is_usage_error, tell_command_error, tell_usage_error
from casepress.diagnostics import CasepressError, ExitCode


def tell(error: Exception, session: Session) -> int:
    """Say what went wrong and return the exit code."""
    if isinstance(error, CommandError):
        return tell_command_error(error, session)
    if is_usage_error(error):
        return tell_usage_error(error, session)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO):
        session.error(
            session.words(f"写不出来：{error.strerror}", f"can't write: {error.strerror}")
        )
        return int(ExitCode.NOT_WRITABLE)
    if isinstance(error, CasepressError):
        from casepress.cli.show import show_diagnostics

        show_diagnostics(error.diagnostics, session)
        return int(error.exit_code)
    return tell_internal("".join(traceback.format_exception(error)), session)


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

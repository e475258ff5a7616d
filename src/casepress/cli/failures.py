"""What the user hears when a command fails, and with which exit code it ends."""

from __future__ import annotations

import errno
import traceback

from casepress.cli.crashes import tell_internal
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

"""What came of a step of a job, as a result that can be joined to what came of the others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.findings.refusals import refusal
from casepress.build.model import JobResult, distinct
from casepress.diagnostics import Diagnostic, ExitCode, Severity

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.case.load_collection import LoadedCollection


def join(first: JobResult, second: JobResult) -> JobResult:
    """Add one result of a case to another."""
    return replace(
        first,
        outputs=first.outputs + second.outputs,
        diagnostics=distinct(first.diagnostics + second.diagnostics),
        exit_code=max(first.exit_code, second.exit_code),
        crash=first.crash or second.crash,
    )


def advice(notices: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Turn a planner's notices (an id, or ``id@path`` where the place is known) into advice."""
    parts = (notice.partition("@") for notice in notices)
    return tuple(
        Diagnostic(id_, Severity.ADVICE, None, {"path": path} if path else {})
        for id_, _, path in parts
    )


def failed(case: Path, error: Exception, loaded: LoadedCase | LoadedCollection | None) -> JobResult:
    """Turn a failure into a result: the user's to mend, at its place in the case, or a crash."""
    refused = refusal(error, loaded)
    if refused is None:
        return crashed(case, error)
    diagnostics = refused.diagnostics
    if loaded is not None:
        from casepress.case.load import LoadedCase, placed

        if isinstance(loaded, LoadedCase):
            diagnostics = placed(diagnostics, loaded)
    return JobResult(case, diagnostics=diagnostics, exit_code=refused.exit_code)


def crashed(case: Path, error: BaseException) -> JobResult:
    """Turn an internal error into a result that keeps its traceback."""
    import traceback

    text = "".join(traceback.format_exception(error))
    return JobResult(case, exit_code=ExitCode.INTERNAL, crash=text)

"""Paths of a build that ran elsewhere, as the one who asked for it spells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from casepress.build.freshness.inputs import CASE, Input
from casepress.build.model import Job, JobResult
from casepress.diagnostics import Diagnostic, Related, Span
from casepress.frozen import dataclass

_RELATIVE, _ABSOLUTE = "r", "a"


@dataclass(frozen=True, slots=True)
class Places:
    """Where files go in a folder that stands for the sender's file system.

    Relative and absolute paths are kept apart, so that each can be spelled back as it was; both
    keep their parents, so that ``..`` leads where it led.
    """

    working: str
    """The sender's working directory, without its root."""

    @classmethod
    def here(cls) -> Places:
        """Return the places as seen from the working directory."""
        return cls(_rootless(Path.cwd()))

    @property
    def folders(self) -> tuple[str, ...]:
        """Folders that must be there for ``..`` to lead out of them."""
        return (f"{_RELATIVE}/{self.working}",)

    def of(self, path: PurePath) -> str:
        """Return the name of a file below the folder."""
        if path.is_absolute():
            return f"{_ABSOLUTE}/{_rootless(path)}"
        return f"{_RELATIVE}/{self.working}/{path.as_posix()}"

    def back(self, text: str, root: Path) -> str:
        """Return a text with every path below *root* spelled as the sender does."""
        here, top = root.as_posix(), f"{root.as_posix()}/{_ABSOLUTE}/"
        for prefix in (f"{here}/{_RELATIVE}/{self.working}/", f"{here}/{_RELATIVE}/"):
            text = text.replace(prefix, "")
        return text.replace(top, "/")


def _rootless(path: PurePath) -> str:
    return path.as_posix().removeprefix(path.anchor.replace("\\", "/"))


def respelled(result: JobResult, job: Job, places: Places, root: Path) -> JobResult:
    """Return a result with the paths of *job* in place of those below *root*."""
    outputs = tuple(
        replace(
            one,
            case=job.case,
            path=job.options.output / one.path.name,
            companions=tuple(job.options.output / path.name for path in one.companions),
        )
        for one in result.outputs
    )

    def inward(one: Input) -> Input:
        name = places.back(one.name, root)
        if name == one.name or one.name == CASE:
            return one
        return replace(one, name=name if Path(name).is_absolute() else f"/{places.working}/{name}")

    return replace(
        result,
        case=job.case,
        outputs=outputs,
        diagnostics=tuple(_diagnostic(d, places, root) for d in result.diagnostics),
        accepted=tuple(_diagnostic(d, places, root) for d in result.accepted),
        crash=places.back(result.crash, root),
        inputs=tuple(inward(one) for one in result.inputs),
    )


def _diagnostic(diagnostic: Diagnostic, places: Places, root: Path) -> Diagnostic:
    related = tuple(
        Related(_span(one.span, places, root), one.id, _params(one.params, places, root))
        for one in diagnostic.related
    )
    span = diagnostic.span and _span(diagnostic.span, places, root)
    params = _params(diagnostic.params, places, root)
    return replace(diagnostic, span=span, params=params, related=related)


def _span(span: Span, places: Places, root: Path) -> Span:
    return replace(span, file=places.back(span.file, root))


def _params(params: Mapping[str, object], places: Places, root: Path) -> dict[str, object]:
    return {name: _value(value, places, root) for name, value in params.items()}


def _value(value: object, places: Places, root: Path) -> object:
    if type(value) is str:
        return places.back(value, root)
    if isinstance(value, tuple):
        return tuple(_value(one, places, root) for one in value)
    return value

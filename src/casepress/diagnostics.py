"""What the program has to say about someone's input: one record, one table of words, one exception.

A diagnostic carries an id and parameters, never finished prose: the words (Chinese and English)
live in :mod:`casepress.messages`, so that every message exists in both languages and
``casepress explain CP0203`` can expand it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum, StrEnum
from typing import Final

from casepress.frozen import dataclass


class ExitCode(IntEnum):
    """Exit codes of the command line; documented in docs/cli.md."""

    OK = 0
    PROBLEMS = 1
    USAGE = 2
    UNREADABLE = 3
    INVALID = 4
    MISSING_RESOURCE = 5
    DOES_NOT_FIT = 6
    NOT_WRITABLE = 7
    SELF_CHECK = 8
    INTERNAL = 70
    INTERRUPTED = 130


class Severity(StrEnum):
    """How bad it is: an error stops the build, a warning is for the editor, advice is taste."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


SEVERITY_WORDS: Final = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.ADVICE: ("建议", "advice"),
}
"""What each is called, in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text file: lines and columns from 1, columns counted in characters.

    There is one for every value of a case, so it is of the kind that is quickly made.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """A secondary place with its own words, such as where a key was first defined."""

    span: Span
    id: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the user: id of the message, parameters, and where."""

    id: str
    severity: Severity = Severity.ERROR
    span: Span | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()


class CasepressError(Exception):
    """User-facing failure: every problem found, and the exit code that tells their kind."""

    def __init__(
        self,
        diagnostics: tuple[Diagnostic, ...] | list[Diagnostic] | Diagnostic,
        exit_code: ExitCode = ExitCode.INVALID,
    ) -> None:
        """Keep the diagnostics in reading order; *exit_code* ends the process."""
        if isinstance(diagnostics, Diagnostic):
            diagnostics = (diagnostics,)
        self.diagnostics = tuple(diagnostics)
        self.exit_code = exit_code
        super().__init__("; ".join(d.id for d in self.diagnostics))

"""``check --fix``: widths and spaces put right in the case files themselves, shown as a diff."""

from __future__ import annotations

import codecs
import shutil
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import Any

from casepress.build.atomic import replacing
from casepress.diagnostics import CasepressError, ExitCode
from casepress.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Fixed:
    """A case file and what was changed in it, or would be."""

    path: Path
    count: int
    diff: str
    written: bool

    def as_object(self) -> dict[str, Any]:
        """Return this for JSON; keys only ever grow."""
        return {
            "path": str(self.path),
            "count": self.count,
            "written": self.written,
            "diff": self.diff,
        }


@dataclass(frozen=True, slots=True)
class Fixes:
    """What came of all files: those that change, and the failures of those that can't be read."""

    changed: tuple[Fixed, ...]
    failures: tuple[CasepressError, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """Return how a dry run ends: 1 if a file would change, 3 if one can't be read."""
        if self.failures:
            return max(failure.exit_code for failure in self.failures)
        return ExitCode.PROBLEMS if self.changed else ExitCode.OK


def fix_cases(cases: Sequence[Path], *, write: bool) -> Fixes:
    """Put widths and spaces of case files right; without *write* only say what would change.

    A file is replaced as a whole or not at all; byte order mark, line ends and permissions stay.

    Raises:
        CasepressError: a file can't be written (CP0901).
    """
    changed: list[Fixed] = []
    failures: list[CasepressError] = []
    for case in dict.fromkeys(cases):
        try:
            one = _fixed(case, write=write)
        except CasepressError as error:
            if error.exit_code is ExitCode.NOT_WRITABLE:
                raise
            failures.append(error)
            continue
        if one is not None:
            changed.append(one)
    return Fixes(tuple(changed), tuple(failures))


def _fixed(case: Path, *, write: bool) -> Fixed | None:
    from casepress.case.tidy import tidied
    from casepress.source.reader import read_source

    source = read_source(case)
    tidy = tidied(source)
    if tidy.text == source.text:
        return None
    if write:
        mark = codecs.BOM_UTF8 if source.data.startswith(codecs.BOM_UTF8) else b""
        _replace(case.resolve(), mark + tidy.text.encode())
    return Fixed(case, tidy.count, diff_of(str(case), source.text, tidy.text), write)


def _replace(path: Path, data: bytes) -> None:
    """Replace a file at once; what a link points to is replaced, not the link."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)
        shutil.copymode(path, temporary)


def diff_of(name: str, before: str, after: str) -> str:
    """Return a unified diff without a final line break; lines that lack theirs are marked."""
    lines = []
    for line in unified_diff(_lines(before), _lines(after), name, name):
        ended = line.endswith("\n")
        lines.append(line.rstrip("\r\n") if ended else f"{line}\n\\ No newline at end of file")
    return "\n".join(lines)


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, cut at line feeds only."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()
    return [*lines, last[:-1]] if last != "\n" else lines

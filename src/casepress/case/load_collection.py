"""Read a collection and every case in it: all problems of all files at once, each in its file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from casepress.case.collection import Collection
from casepress.case.kind import is_collection
from casepress.case.load import LoadedCase, load_case, load_case_bytes
from casepress.case.model import Case
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Related, Severity, Span
from casepress.frozen import dataclass
from casepress.picture import inside
from casepress.source.bind import bind
from casepress.source.names import all_names
from casepress.source.nodes import compose
from casepress.source.places import Places
from casepress.source.reader import SourceText, read_source


@dataclass(frozen=True, slots=True)
class Member:
    """A case of a collection: what it says, its file, and the part it stands in.

    The places of its values are not kept, which would take most of the memory of a long book:
    :meth:`loaded` finds them again.
    """

    name: str
    """The path as the collection writes it."""
    path: Path
    case: Case
    source: bytes
    part: int | None = None

    def loaded(self) -> LoadedCase:
        """Return the case with the place of every value."""
        return _read_again(self.source, str(self.path))

    def locate(self, path: str, start: int = 0, end: int | None = None) -> Span | None:
        """Return the place of a value of the case, or of some of its characters."""
        return self.loaded().locate(path, start, end)


@lru_cache(maxsize=1)
def _read_again(source: bytes, name: str) -> LoadedCase:
    return load_case_bytes(source, name)


@dataclass(frozen=True, slots=True)
class LoadedCollection:
    """A collection, its members in order, and the places of its own values."""

    collection: Collection
    path: Path
    source: bytes
    text: SourceText
    members: tuple[Member, ...]
    places: Places = field(default_factory=Places)
    diagnostics: tuple[Diagnostic, ...] = ()

    def locate(self, path: str, start: int = 0, end: int | None = None) -> Span | None:
        """Return the place of a value of the collection, or of some of its characters."""
        if end is None:
            return self.places.nearest(path)
        return self.places.locate(self.text, path, start, end)


class MembersFailed(Exception):
    """Cases that can't be planned: the index of each and what stands against it."""

    def __init__(self, failures: Sequence[tuple[int, Exception]]) -> None:
        self.failures = tuple(failures)
        super().__init__(f"{len(self.failures)} members failed")


def load_collection(path: Path, *, allow_outside: bool = False) -> LoadedCollection:
    """Load a collection and all its cases.

    Args:
        path: the collection's file; members are relative to its folder.
        allow_outside: take members from outside that folder too.

    Raises:
        CasepressError: with every problem of the collection and of all its members, those of the
            collection first. Exit code 3 if one can't be read or is not YAML, else 4.
    """
    source = read_source(path)
    bound = bind(compose(source, all_names(Collection)), Collection, source)
    collection, places = bound.model, bound.places
    problems = list(_structure(collection, places))
    warnings: list[Diagnostic] = [*source.warnings, *bound.warnings]
    members, code = [], ExitCode.INVALID
    for name, value, part in collection.members():
        place = places.nearest(value)
        file = _beside(path, name)
        if not allow_outside and not inside(file, path.parent):
            params = {"path": name}
            problems.append(Diagnostic("CP0334", Severity.ERROR, place, params))
            continue
        try:
            loaded = _member(file, name, place)
        except CasepressError as error:
            problems += error.diagnostics
            code = ExitCode.UNREADABLE if error.exit_code is ExitCode.UNREADABLE else code
            continue
        warnings += loaded.diagnostics
        members.append(Member(name, file, loaded.case, loaded.source, part))
    if problems:
        raise CasepressError((*problems, *warnings), code)
    return LoadedCollection(
        collection, path, source.data, source, tuple(members), places, tuple(warnings)
    )


def member_names(path: Path) -> tuple[str, ...]:
    """Return the members a collection names, each once; none if it can't be read."""
    try:
        source = read_source(path)
        bound = bind(compose(source, all_names(Collection)), Collection, source)
    except CasepressError:
        return ()
    return tuple(dict.fromkeys(name.replace("\\", "/") for name, *_ in bound.model.members()))


def member_files(path: Path) -> tuple[Path, ...]:
    """Return the files a collection names as members, whether they are there or not."""
    return tuple(_beside(path, name) for name in member_names(path))


def _beside(collection: Path, name: str) -> Path:
    """Return a member's file; backslashes of Windows mean what they mean there."""
    return Path(os.path.normpath(collection.parent / name.replace("\\", "/")))


def _member(file: Path, name: str, place: Span | None) -> LoadedCase:
    """Load a member; a missing one is told of where the collection names it."""
    if not file.is_file():
        raise CasepressError(
            Diagnostic("CP0333", Severity.ERROR, place, {"path": name}), ExitCode.UNREADABLE
        )
    if is_collection(file):
        raise CasepressError(Diagnostic("CP0335", Severity.ERROR, place, {"path": name}))
    return load_case(file)


def _structure(collection: Collection, places: Places) -> Iterator[Diagnostic]:
    """Find what no single field shows: no cases, cases twice over, readings that read nothing."""
    if collection.parts and collection.cases:
        place = places.keys.get("cases") or places.nearest("cases")
        yield Diagnostic("CP0332", Severity.ERROR, place)
    if not collection.parts and not collection.cases:
        yield Diagnostic("CP0331", Severity.ERROR, places.nearest("title"))
    yield from _twice(collection.members(), places)
    for word, reading in collection.index.readings.items():
        if len(reading.split()) != sum(map(_is_han, word)):
            place = places.nearest(f"index.readings.{word}")
            params = {"word": word, "reading": reading, "count": sum(map(_is_han, word))}
            yield Diagnostic("CP0337", Severity.ERROR, place, params)


def _twice(members: Sequence[tuple[str, str, int | None]], places: Places) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for name, value, _ in members:
        known = os.path.normpath(name.replace("\\", "/"))
        if known not in first:
            first[known] = value
            continue
        span = places.nearest(first[known])
        related = (Related(span, "first_defined", {"key": name}),) if span else ()
        yield Diagnostic("CP0336", Severity.ERROR, places.nearest(value), {"path": name}, related)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"

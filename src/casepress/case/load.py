"""Read a case from its YAML file, with the place of every value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path

from casepress.case.model import Case
from casepress.diagnostics import CasepressError, Diagnostic, Span
from casepress.frozen import dataclass
from casepress.source.bind import bind
from casepress.source.names import all_names
from casepress.source.nodes import compose
from casepress.source.places import Places
from casepress.source.reader import SourceText, read_source, source_from_bytes


@dataclass(frozen=True, slots=True)
class LoadedCase:
    """A case with the place of every value and the bytes it came from.

    ``spans`` maps paths such as ``practices[0].measures[1].text`` to places; ``diagnostics`` are
    warnings found while reading, never errors.
    """

    case: Case
    path: Path
    source: bytes
    text: SourceText
    places: Places = field(default_factory=Places)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def spans(self) -> Mapping[str, Span]:
        """The place of every value by its path."""
        return self.places.values

    def locate(self, path: str, start: int = 0, end: int | None = None) -> Span | None:
        """Return the place of some characters of a value, or of the value if *end* is not given.

        Offsets count in the value as the case holds it.
        """
        if end is None:
            return self.places.nearest(path)
        return self.places.locate(self.text, path, start, end)


def load_case(path: Path) -> LoadedCase:
    """Load the case at *path*.

    Raises:
        CasepressError: with every problem found, in the order of the file. Exit code 3 if the file
            can't be read or is not YAML, 4 if its content is invalid.
    """
    return _loaded(read_source(path), path)


def load_case_bytes(data: bytes, name: str = "<stdin>") -> LoadedCase:
    """Load a case from bytes, as from standard input; *name* stands for them in messages."""
    return _loaded(source_from_bytes(data, name), Path(name))


def _loaded(source: SourceText, path: Path) -> LoadedCase:
    try:
        bound = bind(compose(source, all_names(Case)), Case, source)
    except CasepressError as error:
        if not source.warnings:
            raise
        raise CasepressError((*error.diagnostics, *source.warnings), error.exit_code) from None
    warnings = (*source.warnings, *bound.warnings)
    return LoadedCase(bound.model, path, source.data, source, bound.places, warnings)


def placed(diagnostics: Iterable[Diagnostic], loaded: LoadedCase) -> tuple[Diagnostic, ...]:
    """Give diagnostics of later stages their place in the YAML.

    Planners know a text by its path in the case (``params["source"]`` or ``params["path"]``); this
    turns it into line and column. What has a place keeps it.
    """
    return tuple(_placed(diagnostic, loaded) for diagnostic in diagnostics)


def _placed(diagnostic: Diagnostic, loaded: LoadedCase) -> Diagnostic:
    if diagnostic.span is not None:
        return diagnostic
    for key in ("source", "path"):
        path = diagnostic.params.get(key)
        if isinstance(path, str) and (path in loaded.spans or path.split(".")[0] in loaded.spans):
            return replace(diagnostic, span=loaded.locate(path))
    return diagnostic

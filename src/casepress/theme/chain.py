"""Which files a layout is made of: the user's own, and the bundled ones it ends in."""

from __future__ import annotations

from pathlib import Path

from casepress.frozen import dataclass
from casepress.source.nodes import Mapping, Scalar, Sequence, compose
from casepress.source.reader import read_source


@dataclass(frozen=True, slots=True)
class LayoutChain:
    """The files of a layout, each once, the layout itself first."""

    files: tuple[Path, ...]
    """The user's own files; none for a bundled layout."""
    references: tuple[str, ...]
    """What the user's files extend, as written, where it is a path."""
    bundled: tuple[str, ...]
    """Names of the program's own layouts that the chain comes to directly."""


def layout_chain(name: str) -> LayoutChain:
    """Follow ``extends:`` from *name*, a bundled layout or the path of a file.

    A path (ending in .yaml) is relative to the file that names it; anything else is bundled. The
    layout must have been loaded before: its faults are told there.
    """
    files: dict[Path, None] = {}
    references: dict[str, None] = {}
    bundled: dict[str, None] = {}

    def follow(reference: str, folder: Path) -> None:
        if not is_path(reference):
            bundled[reference] = None
            return
        path = folder / reference
        if path in files:
            return
        files[path] = None
        for base in _bases(path):
            if is_path(base):
                references[base] = None
            follow(base, path.parent)

    follow(name, Path())
    return LayoutChain(tuple(files), tuple(references), tuple(bundled))


def is_path(name: str) -> bool:
    """Tell a layout file from the name of a bundled layout."""
    return name.endswith((".yaml", ".yml"))


def _bases(path: Path) -> tuple[str, ...]:
    """Return what a layout file extends, as written."""
    root = compose(read_source(path))
    found: list[str] = []
    for key, value in root.entries if isinstance(root, Mapping) else ():
        if key.text == "extends":
            listed = value.items if isinstance(value, Sequence) else (value,)
            found += [item.text for item in listed if isinstance(item, Scalar) and not item.blank]
    return tuple(found)

"""The files a build of one case reads: what it depends on, what is watched, what is sent along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casepress.build.freshness.fingerprint import checksum, file_checksum
from casepress.case.picturing import picture_files
from casepress.frozen import dataclass

if TYPE_CHECKING:
    from casepress.case.load import LoadedCase
    from casepress.theme.model import Theme

CASE = ""
"""The name of the case itself among its inputs."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file a build read: its name as from the folder of the case, and the SHA-256 it had.

    The case itself has the name :data:`CASE`; ``sha256`` is empty for a file that isn't there.
    """

    name: str
    sha256: str

    def path(self, case: Path) -> Path:
        """Return where the file is for a case at this path."""
        return case if self.name == CASE else case.parent / self.name

    def unchanged(self, case: Path) -> bool:
        """Tell whether the file still is what it was."""
        return bool(self.sha256) and file_checksum(self.path(case)) == self.sha256


def inputs_of(loaded: LoadedCase) -> tuple[Input, ...]:
    """Return the files *loaded* was made from and refers to, each once: the case, its pictures."""
    folder = loaded.path.parent
    names = dict.fromkeys(path for path, _ in picture_files(loaded.case))
    pictures = (Input(name, file_checksum(folder / name)) for name in names)
    return (Input(CASE, checksum(loaded.source)), *pictures)


def font_inputs(theme: Theme) -> tuple[Input, ...]:
    """Return the font files of a user's layout, by absolute paths: they lie with the layout."""
    paths = (font_file(path).absolute() for _, path in sorted(theme.fonts.items()))
    return tuple(Input(str(path), file_checksum(path)) for path in dict.fromkeys(paths))


def font_file(name: str) -> Path:
    """Return the file of a layout's font; ``songs.ttc#2`` names a font of a collection."""
    stem, mark, number = name.rpartition("#")
    if mark and number.isdigit() and not Path(name).exists():
        return Path(stem)
    return Path(name)

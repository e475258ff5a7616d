"""Take the sources out of an archive, and prove that they make the same archive again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from casepress.build.archive import record
from casepress.build.atomic import replacing
from casepress.build.model import BuildOptions, Product, Target
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.frozen import dataclass
from casepress.picture import inside

if TYPE_CHECKING:
    from casepress.build.archive.record import BuildRecord
    from casepress.pdf.targets import Attachment

_RESERVED = {
    "con", "prn", "aux", "nul",
    *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)),
}  # fmt: skip
"""Names that are devices on Windows."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came out of an archive: the files written, and how the archive was made."""

    folder: Path
    files: tuple[Path, ...]
    record: BuildRecord | None
    """``None``: the archive carries no record (an old one, or not ours)."""

    def options(self, output: Path) -> tuple[Path, BuildOptions]:
        """Return case and options that make the archive again, its file in *output*."""
        if self.record is None:
            raise ValueError("an archive without a record")
        layout = self.record.layout
        if layout in self.record.layout_files:
            layout = str(self.folder / layout)
        options = BuildOptions(
            products=(Product(self.record.product),),
            targets=(Target.ARCHIVE,),
            layout=layout,
            overrides=self.record.settings,
            output=output,
            allow_outside=self.record.allow_outside,
        )
        return self.folder / self.record.case, options


def extract(pdf: Path, folder: Path, *, force: bool = False) -> Extracted:
    """Write the files an archive carries into *folder*, byte for byte.

    Nothing is written if anything is wrong. Files that are there already with the same bytes are
    no obstacle.

    Raises:
        CasepressError: CP0931 the file can't be read as a PDF or is damaged (exit code 3), CP0932
            it carries no case (4), CP0933 a name that leads out of the folder or can't be a file
            name (4), CP0934 files with other content are in the way (7), CP0901 can't write (7).
    """
    found = read(pdf)
    places = [_place(folder, file.name, pdf) for file in found]
    if not force:
        _refuse_to_overwrite(folder, zip(places, found, strict=True))
    for place, file in zip(places, found, strict=True):
        with replacing(place) as temporary:
            temporary.write_bytes(file.data)
    return Extracted(folder, tuple(places), record_of(found))


def _place(folder: Path, name: str, pdf: Path) -> Path:
    """Return where a file goes; a link among the folders on the way must not lead out either."""
    place = folder.joinpath(*safe_parts(name, pdf))
    if not inside(place.parent, folder):
        raise _fault("CP0933", pdf, ExitCode.INVALID, name=name)
    return place


def read(pdf: Path) -> tuple[Attachment, ...]:
    """Return the files an archive of a case carries.

    Raises:
        CasepressError: CP0931, CP0932, CP0933, see :func:`extract`.
    """
    from casepress.pdf.attachments import NotPdf, read_attachments

    try:
        found = read_attachments(pdf)
    except OSError as error:
        raise _fault("CP0931", pdf, ExitCode.UNREADABLE, error.strerror or str(error)) from error
    except NotPdf as error:
        raise _fault("CP0931", pdf, ExitCode.UNREADABLE, str(error)) from error
    if not any(file.relationship == "Source" for file in found):
        raise _fault("CP0932", pdf, ExitCode.INVALID)
    names = [_folded(file.name) for file in found]
    for file, name in zip(found, names, strict=True):
        safe_parts(file.name, pdf)
        if names.count(name) > 1:
            raise _fault("CP0933", pdf, ExitCode.INVALID, name=file.name)
    return found


def record_of(files: Iterable[Attachment]) -> BuildRecord | None:
    """Return how the archive was made, if it says so."""
    for file in files:
        if file.name == record.NAME:
            try:
                return record.from_json(file.data)
            except ValueError:
                return None
    return None


def safe_parts(name: str, pdf: Path) -> Sequence[str]:
    """Return the parts of an attachment's name, which must stay below a folder on any system.

    Raises:
        CasepressError: CP0933 for absolute names, ``..``, drive letters, backslashes, control
            characters, names of devices, and names that end in a dot or a space.
    """
    parts = PurePosixPath(name).parts
    good = (
        bool(parts)
        and name == "/".join(parts)
        and not any(char in '\\:*?"<>|' or unicodedata.category(char) == "Cc" for char in name)
        and all(_is_file_name(part) for part in parts)
    )
    if not good:
        raise _fault("CP0933", pdf, ExitCode.INVALID, name=name)
    return parts


def _is_file_name(part: str) -> bool:
    stem = part.split(".")[0].lower()
    return part not in ("/", "..", ".") and part[-1] not in ". " and stem not in _RESERVED


def _folded(name: str) -> str:
    """Return the name as a file system that ignores case and normalises would see it."""
    return unicodedata.normalize("NFC", name).casefold()


def _refuse_to_overwrite(folder: Path, files: Iterable[tuple[Path, Attachment]]) -> None:
    """Refuse if a file is there with other content; a link in the way counts as one."""
    wrong = []
    for place, file in files:
        try:
            same = not place.is_symlink() and place.read_bytes() == file.data
        except FileNotFoundError:
            continue
        except OSError:
            same = False
        if not same:
            path = str(place.relative_to(folder))
            wrong.append(Diagnostic("CP0934", params={"path": path, "folder": str(folder)}))
    if wrong:
        raise CasepressError(wrong, ExitCode.NOT_WRITABLE)


def _fault(
    id: str, pdf: Path, code: ExitCode, reason: str = "", *, name: str = ""
) -> CasepressError:
    params = {"path": str(pdf), "reason": reason, "name": name}
    return CasepressError(Diagnostic(id, params=params), code)

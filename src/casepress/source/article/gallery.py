"""The pictures an article brings along: where each belongs, and the file it becomes.

A picture inside the article (Word, a page saved as one file) is saved beside the case; one that
lies beside the article is copied there, or named where it is if that is in the case's folder: a
case may name nothing outside it (CP0611). A picture that can't be used says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from casepress.diagnostics import CasepressError
from casepress.frozen import dataclass
from casepress.picture import decoded, inside, read
from casepress.source.article.block import Picture
from casepress.source.article.compose import Imported
from casepress.source.article.tree import Text, leaves

FOLDER = "images"
"""Where pictures are saved, beside the case."""
_LEAST_PX = 100
"""Pictures smaller than this in both directions are bullets, icons and rules."""
_SUFFIXES = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "GIF": "gif", "BMP": "bmp", "TIFF": "tif",
             "WEBP": "webp"}  # fmt: skip
_ADDRESS = re.compile(r"^(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
_QUERY = re.compile(r"[?#].*$")
_PLACE = re.compile(r"practices\[\d+\]|results\.items\[\d+\]|\w+")
_PARTS = ("background", "practices", "results", "lessons")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as the case shows it.

    ``path`` is how the case names the file, "" where there is none, and ``why`` tells the reason;
    ``data`` is what the file must hold, nothing where it is there already; ``at`` is the place of
    the case it belongs to, "" for the end.
    """

    picture: Picture
    path: str = ""
    at: str = ""
    data: bytes = b""
    why: str = ""


def gallery(imported: Imported, case: Path, folder: Path | None) -> tuple[Shown, ...]:
    """Return the pictures of an article in its order; nothing is written.

    Args:
        imported: the article, laid out.
        case: the file the case will be written to; pictures go to ``images/`` beside it.
        folder: where the article lies, None if nobody knows.
    """
    places = tuple(_places(imported))
    saved: dict[bytes, str] = {}
    found = []
    for picture in imported.article.pictures:
        at = _at(places, picture.line)
        try:
            path, data = _file(picture, case, folder, saved)
        except _Unusable as reason:
            found.append(Shown(picture, why=str(reason), at=at))
            continue
        found.append(Shown(picture, path, at, data))
    return tuple(found)


class _Unusable(Exception):
    """Why a picture can't be used, in the words of the comment beside it."""


def _file(
    picture: Picture, case: Path, folder: Path | None, saved: dict[bytes, str]
) -> tuple[str, bytes]:
    """Return how the case names the file of a picture, and what is to be written there.

    *saved* holds the names given so far by content: a picture shown twice is one file.
    """
    data, there = picture.data, None
    if not data:
        there = _beside(picture.path, folder)
        data = _read(there)
    suffix = _SUFFIXES[_format(data, Path(picture.path))]
    if there is not None and inside(there, case.parent):
        return there.resolve().relative_to(case.parent.resolve()).as_posix(), b""
    if data not in saved:
        saved[data] = f"{FOLDER}/{case.stem}-{len(saved) + 1}.{suffix}"
    return saved[data], data


def _beside(path: str, folder: Path | None) -> Path:
    """Return the file beside the article that a picture's address means."""
    if not path or folder is None or _ADDRESS.match(path):
        raise _Unusable("图片不在文章里，在别处" if path else "没有图片文件")
    for name in (path, unquote(_QUERY.sub("", path))):
        there = folder / name
        if inside(there, folder) and there.is_file():
            return there
    raise _Unusable("文章所在的文件夹里没有这个文件")


def _read(path: Path) -> bytes:
    try:
        return read(path, glance=True)[0]
    except CasepressError as error:
        raise _reason(error) from None


def _format(data: bytes, path: Path) -> str:
    """Return Pillow's name of a picture's format; refuse what can't be printed."""
    try:
        image = decoded(data, path, glance=True)
    except CasepressError as error:
        raise _reason(error) from None
    width, height = image.info["casepress-size"]
    if max(width, height) < _LEAST_PX:
        raise _Unusable(f"太小，{width}×{height} 像素")
    return str(image.format)


def _reason(error: CasepressError) -> _Unusable:
    """Return why a file was refused."""
    fault = error.diagnostics[0]
    if fault.id == "CP0606":
        return _Unusable(f"{fault.params['kind']} 矢量图，请另存为 PNG")
    return _Unusable("图片太大" if fault.id == "CP0604" else "图片打不开")


def _places(imported: Imported) -> Iterator[tuple[int, str]]:
    """Yield the first line of every text with the place of the case it stands in."""
    known = {key for key, _ in imported.case.fields}
    for path, leaf in leaves(imported.case):
        if isinstance(leaf, Text) and leaf.cuts:
            match = _PLACE.match(path.removeprefix("headings."))
            place = match.group() if match else ""
            place = place if _part(place) in _PARTS else "background"
            line = min(imported.body.line(cut.start) for cut in leaf.cuts)
            yield line, place if _part(place) in known else ""


def _at(places: tuple[tuple[int, str], ...], line: int) -> str:
    """Return the place of the last text that begins at or above a line.

    If several begin there, it is what they have in common: a page in one line tells nothing.
    """
    last = max((one for one, _ in places if one <= line), default=None)
    here = {place for one, place in places if one == last}
    parts = {_part(place) for place in here}
    items = here - parts
    if len(parts) != 1:
        return ""
    return items.pop() if len(items) == 1 else parts.pop()


def _part(place: str) -> str:
    """Return the part of the case a place lies in."""
    return re.split(r"[.\[]", place, maxsplit=1)[0]

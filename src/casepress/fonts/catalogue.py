"""Which font files there are: the bundled ones, and how a user's own are described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from casepress.fonts.face import Face, instance_name
from casepress.fonts.sfnt import FontError, collection_size, read_info
from casepress.frozen import dataclass

_SIMPLIFIED = {"SC", "CN", "GB"}


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file and what can be asked of it without opening it.

    ``role`` is the family key of layouts: serif, sans, kai, emoji, or the name a user chose.
    ``wght`` is the range of the weight axis of a variable font; ``weight`` is then its default.
    ``stand_in`` is the weight of the same family to take characters from that this file was cut
    down to do without.
    """

    role: str
    family: str
    weight: int
    path: Path
    postscript_name: str
    licence: str
    wght: tuple[float, float] | None = None
    index: int = 0
    bundled: bool = False
    stand_in: int | None = None

    def nearest(self, weight: int) -> int:
        """Return the weight this file can give that is nearest to *weight*."""
        if self.wght is None:
            return self.weight
        low, high = self.wght
        return round(min(max(weight, low), high))

    def face(self, weight: int) -> Face:
        """Make the face of this file nearest to *weight*; the file is not opened yet."""
        chosen = self.nearest(weight)
        if self.wght is None:
            name, variations = self.postscript_name, {}
        else:
            name, variations = instance_name(self.postscript_name, chosen), {"wght": float(chosen)}
        return Face(
            self.path,
            family=self.family,
            weight=chosen,
            postscript_name=name,
            variations=variations,
            index=self.index,
        )


#: Role, family, weight, file name (without .ttf, also the PostScript name), axis, stand-in.
_BUNDLED: tuple[tuple[str, str, int, str, tuple[float, float] | None, int | None], ...] = (
    ("serif", "Noto Serif SC", 400, "NotoSerifSC-Regular", None, None),
    ("serif", "Noto Serif SC", 600, "NotoSerifSC-SemiBold", None, 700),
    ("serif", "Noto Serif SC", 700, "NotoSerifSC-Bold", None, None),
    ("serif", "Noto Serif SC", 900, "NotoSerifSC-Black", None, None),
    ("sans", "Noto Sans SC", 400, "NotoSansSC-VF", (100, 900), None),
    ("kai", "LXGW WenKai", 400, "LXGWWenKai-Regular", None, None),
    ("emoji", "Noto Emoji", 400, "NotoEmoji-Regular", None, None),
)


def bundled_files(directory: Path) -> tuple[FontFile, ...]:
    """Describe the fonts that ship with the program, without touching the files."""
    return tuple(
        FontFile(
            role,
            family,
            weight,
            directory / f"{name}.ttf",
            name,
            "OFL-1.1",
            wght,
            bundled=True,
            stand_in=stand_in,
        )
        for role, family, weight, name, wght, stand_in in _BUNDLED
    )


def user_files(role: str, path: Path) -> Iterator[FontFile]:
    """Describe a user's font file under the name *role*.

    Of a collection (TTC/OTC) the fonts whose family is *role* are taken, otherwise those for
    Simplified Chinese, otherwise the first: a pan-CJK collection would else set Japanese forms.
    ``font.ttc#2`` names a font of the collection by number.

    Raises:
        FontError: the file is not a usable font.
    """
    stem, mark, number = str(path).rpartition("#")
    if mark and number.isdigit() and not path.exists():
        yield _describe(role, Path(stem), int(number))
        return
    found = [_describe(role, path, index) for index in range(collection_size(path))]
    named = [file for file in found if file.family == role]
    simplified = [file for file in found if _SIMPLIFIED & set(file.family.split())]
    yield from (named or simplified or found[:1])


def _describe(role: str, path: Path, index: int) -> FontFile:
    info = read_info(path, index)
    if not 1 <= info.weight <= 1000:
        raise FontError(path, f"states the weight {info.weight}, which is not between 1 and 1000")
    return FontFile(
        role,
        info.family,
        info.weight,
        path,
        info.postscript_name,
        info.licence,
        info.wght,
        index,
    )

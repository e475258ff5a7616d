"""The fonts at hand: families and weights, fallback per character, what no font has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from casepress.fonts.catalogue import FontFile, bundled_files, user_files
from casepress.fonts.face import Face
from casepress.fonts.locate import data_directory
from casepress.fonts.sfnt import FontError
from casepress.frozen import dataclass

Chain = tuple[Face, ...]

_ALIASES = {
    "宋体": "serif",
    "宋": "serif",
    "黑体": "sans",
    "黑": "sans",
    "楷体": "kai",
    "楷": "kai",
}

_IGNORABLE = frozenset(
    chr(code)
    for first, last in (
        (0x00AD, 0x00AD),  # soft hyphen
        (0x034F, 0x034F),  # combining grapheme joiner
        (0x061C, 0x061C),  # bidi marks and controls
        (0x200B, 0x200F),  # zero-width space, joiners, bidi marks
        (0x202A, 0x202E),
        (0x2060, 0x2064),  # word joiner, invisible operators
        (0x2066, 0x2069),
        (0xFE00, 0xFE0F),  # variation selectors
        (0xFEFF, 0xFEFF),  # zero-width no-break space
        (0xE0100, 0xE01EF),  # ideographic variation selectors
    )
    for code in range(first, last + 1)
)


def is_private_use(char: str) -> bool:
    """Tell whether a character means something different in every font.

    Such characters come from broken conversions (old PDF and WPS symbol fonts). They are never
    set, even where a font happens to have a glyph, as LXGW WenKai does at U+E003.
    """
    code = ord(char)
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000


@dataclass(frozen=True, slots=True)
class FontEntry:
    """A line of ``casepress fonts list``. ``han`` counts the Han characters the file covers."""

    role: str
    family: str
    weights: tuple[int, int]
    path: Path
    licence: str
    han: int
    sha256: str


@dataclass(slots=True)
class _Odd:
    """What is known about the characters met in one chain.

    ``odd`` holds only those not set in the first face: their face, or ``None`` for characters
    that go with whatever precedes them. Few lines meet it, so most are one run after one set test.
    """

    known: set[str] = field(default_factory=set)
    odd: dict[str, Face | None] = field(default_factory=dict)


class FontLibrary:
    """All fonts a build may use. Make one per process: it keeps each face once it is asked for."""

    def __init__(self, files: Iterable[FontFile]) -> None:
        """Take font files in order of preference; for one role and weight the first wins."""
        self._files = tuple(files)
        self._faces: dict[tuple[Path, int, int], Face] = {}
        self._tables: dict[Chain, _Odd] = {}

    @classmethod
    def bundled(cls) -> FontLibrary:
        """Return the library of the fonts that ship with the program. Opens no file.

        Raises:
            FileNotFoundError: the installation has no fonts directory.
        """
        return cls(bundled_files(data_directory("fonts")))

    def with_user_fonts(
        self, fonts: Mapping[str, str | Path | Sequence[str | Path]]
    ) -> FontLibrary:
        """Return a library in which a user's font files come before the present ones.

        The keys are family names or roles: ``{"serif": [...]}`` replaces the body face,
        ``{"仿宋": "FangSong.ttf"}`` adds a family. The bundled files stay as fallback.

        Raises:
            FontError: a file is not a usable font.
        """
        files: list[FontFile] = []
        for name, paths in fonts.items():
            role = self._role_key(name)
            for path in [paths] if isinstance(paths, str | Path) else paths:
                files.extend(user_files(role, Path(path)))
        return FontLibrary((*files, *self._files))

    def with_stand_ins(self, families: Mapping[str, str]) -> FontLibrary:
        """Return a library in which bundled faces answer to further names.

        ``{"fangsong": "serif"}``: what asks for fangsong is set in the serif. The faces are the
        bundled ones themselves, so nothing is embedded twice.

        Raises:
            FontError: there is no such bundled family.
        """
        named = tuple(
            replace(file, role=name)
            for name, family in families.items()
            for file in self._candidates(family)
        )
        return FontLibrary((*self._files, *named)) if named else self

    def families(self) -> tuple[str, ...]:
        """Return the names :meth:`face` knows: roles first, then real family names."""
        names = [file.role for file in self._files] + [file.family for file in self._files]
        return tuple(dict.fromkeys(names))

    def face(self, family: str, weight: int = 400) -> Face:
        """Return the face of a family nearest to *weight*.

        Args:
            family: a role (``serif``, ``sans``, ``kai``, ``emoji``, 宋体, 黑体, 楷体 or a user's
                name) or the real family name, any case.
            weight: 100 to 900. Between two static weights the lighter wins up to 500 and the
                heavier above, as in CSS.

        Raises:
            FontError: there is no such family.
        """
        return self._face(_nearest(self._candidates(family), weight), weight)

    def chain(self, family: str, weight: int = 400) -> Chain:
        """Return the faces to try for text in this family, in order, each once.

        The requested face comes first, then the bundled face of the same role if a user's font took
        its place or if the face is cut down to common characters, then the full Regular serif
        (every common and rare Han), the Kai, the sans of the same weight and the emoji. A character
        in none of them cannot be set.

        Raises:
            FontError: there is no such family.
        """
        candidates = self._candidates(family)
        first = _nearest(candidates, weight)
        chosen = [(first, weight)]
        own = [file for file in candidates if file.bundled]
        if own and not first.bundled:
            chosen.append((_nearest(own, weight), weight))
        if stand_in := chosen[-1][0].stand_in:
            chosen.append((_nearest(own, stand_in), stand_in))
        for role, wanted in (("serif", 400), ("kai", 400), ("sans", weight), ("emoji", 400)):
            if files := [file for file in self._files if file.bundled and file.role == role]:
                chosen.append((_nearest(files, wanted), wanted))
        return tuple(dict.fromkeys(self._face(file, wanted) for file, wanted in chosen))

    def resolve(self, char: str, chain: Chain) -> Face | None:
        """Return the first face of the chain that has this character, or ``None``.

        ``None`` always for private-use characters (see :func:`is_private_use`). Characters without
        a glyph of their own (joiners, variation selectors) count as being in the first face.
        """
        if char in _IGNORABLE:
            return chain[0]
        if is_private_use(char):
            return None
        return next((face for face in chain if face.covers(char)), None)

    def split(self, text: str, chain: Chain) -> list[tuple[Face, str]]:
        """Cut a text into runs of one face each; the runs joined are the text.

        A character no face has stays in a run of the first face, where it shapes to glyph 0: ask
        :meth:`missing` before. Joiners and variation selectors stay with what precedes them.
        """
        if not text:
            return []
        odd = self._learn(text, chain)
        if odd.keys().isdisjoint(text):
            return [(chain[0], text)]
        runs: list[tuple[Face, str]] = []
        start, current = 0, odd.get(text[0], chain[0]) or chain[0]
        for position, char in enumerate(text):
            face = odd.get(char, chain[0]) or current
            if face is not current:
                runs.append((current, text[start:position]))
                start, current = position, face
        runs.append((current, text[start:]))
        return runs

    def missing(self, text: str, chain: Chain) -> list[tuple[int, str]]:
        """Return index and character of everything in the text that no face of the chain has.

        Control characters, line ends among them, are reported too: they have no glyph.
        """
        suspects = {char for char in set(text) if self.resolve(char, chain) is None}
        if not suspects:
            return []
        return [(index, char) for index, char in enumerate(text) if char in suspects]

    def entries(self) -> tuple[FontEntry, ...]:
        """Describe every font file, in order of preference. Reads the files in full: about 0.1 s.

        Raises:
            FontError: a file has become unusable.
        """
        return tuple(_entry(file) for file in self._files)

    def _candidates(self, family: str) -> list[FontFile]:
        """Return the files known under a role or family name."""
        wanted = self._role_key(family).casefold()
        found = [
            file for file in self._files if wanted in (file.role.casefold(), file.family.casefold())
        ]
        if not found:
            names = ", ".join(self.families())
            raise FontError(None, f"no font family {family!r}; there are: {names}")
        return found

    def _role_key(self, name: str) -> str:
        """Return the role a name stands for; a name nobody uses yet stands for itself."""
        wanted = _ALIASES.get(name, name).casefold()
        for file in self._files:
            if wanted in (file.role.casefold(), file.family.casefold()):
                return file.role
        return name

    def _face(self, file: FontFile, weight: int) -> Face:
        """Return the face of a file at a weight, making it at the first call only."""
        key = (file.path, file.index, file.nearest(weight))
        if key not in self._faces:
            self._faces[key] = file.face(weight)
        return self._faces[key]

    def _learn(self, text: str, chain: Chain) -> dict[str, Face | None]:
        """Look up the characters not met before and return the chain's odd characters."""
        table = self._tables.setdefault(chain, _Odd())
        fresh = set(text) - table.known
        if fresh:
            first = chain[0]
            for char in fresh:
                if char in _IGNORABLE:
                    table.odd[char] = None
                elif (face := self.resolve(char, chain)) is not None and face is not first:
                    table.odd[char] = face
            table.known |= fresh
        return table.odd


def _nearest(files: Sequence[FontFile], weight: int) -> FontFile:
    """Return the file whose weight is nearest, the first of equals."""

    def order(file: FontFile) -> tuple[int, int]:
        offered = file.nearest(weight)
        return abs(offered - weight), offered if weight <= 500 else -offered

    return min(files, key=order)


def _entry(file: FontFile) -> FontEntry:
    """Read what ``fonts list`` shows of one file."""
    low, high = file.wght or (file.weight, file.weight)
    characters = file.face(file.weight).hb_face().unicodes
    return FontEntry(
        role=file.role,
        family=file.family,
        weights=(round(low), round(high)),
        path=file.path,
        licence=file.licence,
        han=sum(1 for code in characters if _is_han(code)),
        sha256=hashlib.sha256(file.path.read_bytes()).hexdigest(),
    )


def _is_han(code: int) -> bool:
    """Tell whether a code point is a Han character (with 〇 and compatibility forms)."""
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x3FFFF
        or 0xF900 <= code <= 0xFAFF
        or code == 0x3007
    )

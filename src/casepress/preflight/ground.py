"""What lies below a mark, and the inks that stand there in the end."""

from __future__ import annotations

from operator import itemgetter

from casepress.preflight.marks import Mark
from casepress.preflight.pictures import InkSample, sample
from casepress.preflight.spaces import NO_INK, Plates

Decoded = dict[int, InkSample | None]
"""Samples of pictures by object number."""
_CELL = 36.0
_MOST_CELLS = 64
_POINTS = (0.5, 0.1, 0.9)


class Ground:
    """The marks of a page laid on each other, in painting order."""

    def __init__(self, marks: list[Mark], decoded: Decoded) -> None:
        """Lay all marks; *decoded* keeps pictures for the other pages they stand on."""
        self._decoded = decoded
        self._large: list[tuple[int, Mark]] = []
        self._cells: dict[tuple[int, int], list[tuple[int, Mark]]] = {}
        self._order = {id(mark): number for number, mark in enumerate(marks)}
        self.samples: dict[int, InkSample | None] = {}
        self.plates: dict[int, Plates] = {}
        """The heaviest inks each mark makes, where its own are known."""
        for mark in marks:
            self._lay(mark)

    def _lay(self, mark: Mark) -> None:
        """Paint a mark: overprinting keeps the plates it leaves empty, transparency mixes."""
        plates = self._own(mark)
        if plates is not None:
            if mark.overprints:
                plates = _over(plates, self._heaviest_below(mark))
            elif mark.alpha < 1:
                plates = _mixed(plates, self._heaviest_below(mark), mark.alpha)
            self.plates[id(mark)] = plates
        if mark.solid and mark.kind in ("fill", "image") and not _see_through(mark):
            self._keep(mark)

    def _heaviest_below(self, mark: Mark) -> Plates:
        """Return the heaviest inks under some points of a mark; paper where nothing is known."""
        box, y = mark.box, mark.box.centre[1]
        before = self._order[id(mark)]
        places = (box.left + share * box.width for share in _POINTS)
        return max((self._at(x, y, before) for x in places), key=sum)

    def _keep(self, mark: Mark) -> None:
        """File a solid mark under the squares it touches, or among the large ones."""
        box, number = mark.box, self._order[id(mark)]
        columns = range(int(box.left // _CELL), int(box.right // _CELL) + 1)
        rows = range(int(box.bottom // _CELL), int(box.top // _CELL) + 1)
        if len(columns) * len(rows) > _MOST_CELLS:
            self._large.append((number, mark))
            return
        for column in columns:
            for row in rows:
                self._cells.setdefault((column, row), []).append((number, mark))

    def under(self, mark: Mark) -> Plates:
        """Return the inks under the middle of a mark."""
        return self._at(*mark.box.centre, self._order[id(mark)])

    def _at(self, x: float, y: float, before: int) -> Plates:
        """Return the inks at a point, of what is painted *before* a mark."""
        small = self._cells.get((int(x // _CELL), int(y // _CELL)), [])
        tops = [
            next(
                (top for top in reversed(marks) if top[0] < before and top[1].box.holds(x, y)), None
            )
            for marks in (small, self._large)
        ]
        _, mark = max((top for top in tops if top), key=itemgetter(0), default=(0, None))
        if mark is None:
            return NO_INK
        picture = self.samples.get(id(mark))
        if picture is not None:
            return _in_picture(mark, picture, x, y)
        return self.plates.get(id(mark), NO_INK)

    def _own(self, mark: Mark) -> Plates | None:
        if mark.kind != "image" or mark.colour.plates is not None:
            return mark.colour.plates
        number = mark.image.objgen[0] if hasattr(mark.image, "objgen") else 0
        if not number or number not in self._decoded:
            self._decoded[number] = sample(mark.image, mark.colour.space)
        self.samples[id(mark)] = self._decoded[number]
        return None


def _see_through(mark: Mark) -> bool:
    if mark.kind != "image":
        return mark.alpha < 0.05
    return hasattr(mark.image, "get") and any(
        key in mark.image for key in ("/SMask", "/Mask", "/ImageMask")
    )


def _over(plates: Plates, below: Plates) -> Plates:
    c, m, y, k, spot = (top or under for top, under in zip(plates, below, strict=True))
    return c, m, y, k, spot


def _mixed(plates: Plates, below: Plates, alpha: float) -> Plates:
    mixed = (t * alpha + u * (1 - alpha) for t, u in zip(plates, below, strict=True))
    c, m, y, k, spot = mixed
    return c, m, y, k, spot


def _in_picture(mark: Mark, picture: InkSample, x: float, y: float) -> Plates:
    a, b, c, d, e, f = mark.matrix
    area = a * d - b * c
    if not area:
        return NO_INK
    x, y = x - e, y - f
    return picture.at((d * x - c * y) / area, (a * y - b * x) / area)

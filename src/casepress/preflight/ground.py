"""What lies below a mark, and the inks that stand there in the end."""

from __future__ import annotations

from collections.abc import Iterator

from casepress.preflight.geometry import Box
from casepress.preflight.marks import Mark
from casepress.preflight.pictures import InkSample, sample
from casepress.preflight.spaces import NO_INK, Plates

_LOOK_BACK = 2000
_POINTS = (0.5, 0.1, 0.9)


class Ground:
    """The solid marks of a page in painting order."""

    def __init__(self) -> None:
        self._solid: list[Mark] = []
        self._laid: dict[int, Plates] = {}
        self.samples: dict[int, InkSample | None] = {}

    def lay(self, mark: Mark) -> Plates | None:
        """Paint a mark; return the heaviest inks it makes, ``None`` if its own are unknown.

        Overprinting keeps the plates the mark leaves empty; transparency mixes.
        """
        plates = self._own(mark)
        if plates is not None:
            below = max(self.below(mark), key=sum, default=NO_INK)
            if mark.overprints:
                plates = _over(plates, below)
            elif mark.alpha < 1:
                plates = _mixed(plates, below, mark.alpha)
        if mark.solid and mark.kind in ("fill", "image") and not _see_through(mark):
            self._solid.append(mark)
            if plates is not None:
                self._laid[id(mark)] = plates
        return plates

    def below(self, mark: Mark) -> Iterator[Plates]:
        """Give the inks under some points of a mark; paper where nothing is known."""
        if not (mark.overprints or mark.alpha < 1 or mark.kind == "text" or mark.white):
            return
        y = mark.box.centre[1]
        for share in _POINTS:
            yield self._at(mark.box.left + share * mark.box.width, y)

    def under(self, box: Box) -> Plates:
        """Return the inks under the middle of a box."""
        return self._at(*box.centre)

    def _at(self, x: float, y: float) -> Plates:
        for mark in self._solid[: -_LOOK_BACK - 1 : -1]:
            if mark.box.holds(x, y):
                picture = self.samples.get(id(mark))
                if picture is not None:
                    return _in_picture(mark, picture, x, y)
                return self._laid.get(id(mark), NO_INK)
        return NO_INK

    def _own(self, mark: Mark) -> Plates | None:
        if mark.kind != "image" or mark.colour.plates is not None:
            return mark.colour.plates
        self.samples[id(mark)] = sample(mark.image, mark.colour.space)
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

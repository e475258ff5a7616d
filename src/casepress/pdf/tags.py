"""Marked content while painting: which stretch of which page belongs to which structure element.

The structure tree itself is written later by :mod:`casepress.pdf.structure`; here only the
operators and a protocol of them are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from casepress.display import Element

_CLOSED = -1
_ARTIFACT = -2


class Marked(NamedTuple):
    """A marked-content sequence: its element, page index and id on that page, in paint order."""

    element: int
    page: int
    mcid: int


class Recorder:
    """Opens and closes marked content; neighbours of the same element share one sequence."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self._roles = {element.id: element.role for element in elements}
        self._code: list[str] = []
        self._page = -1
        self._next = 0
        self._open = _CLOSED
        self.sequences: list[Marked] = []

    def start_page(self, index: int, code: list[str]) -> None:
        """Write to the content of another page from now on."""
        self._page, self._code, self._next, self._open = index, code, 0, _CLOSED

    def mark(self, element: int | None) -> None:
        """Make what follows belong to *element*; ``None``: to no content at all (an artifact).

        Raises:
            ValueError: there is no such element.
        """
        wanted = _ARTIFACT if element is None else element
        if wanted == self._open:
            return
        self.close()
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            role = self._roles.get(element)
            if role is None:
                raise ValueError(f"the display list has no element {element}")
            self._code.append(f"/{role} <</MCID {self._next}>> BDC")
            self.sequences.append(Marked(element, self._page, self._next))
            self._next += 1
        self._open = wanted

    def close(self) -> None:
        """End the open sequence; every page must end with this."""
        if self._open != _CLOSED:
            self._code.append("EMC")
            self._open = _CLOSED


class NoTags(Recorder):
    """For a target without tags."""

    def mark(self, element: int | None) -> None:
        """Do nothing."""

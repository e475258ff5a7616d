"""What the local page shows: pages with the places their words come from, problems, the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Region:
    """A paragraph on a page, in fractions of the page, and its line in the YAML (from 1)."""

    left: float
    top: float
    width: float
    height: float
    line: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page or slide, with what is printed on it as its number."""

    width_pt: float
    height_pt: float
    label: str
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class ShownProduct:
    """A product as pages; ``pdf`` is what they are drawn from, ``key`` tells one from the next."""

    name: str
    sheets: tuple[Sheet, ...]
    pdf: bytes
    key: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything shown at one moment.

    ``products`` are the last good ones: *stale* while the case can't be built. ``problems`` are
    objects as ``check --format json`` prints them.
    """

    case: str
    version: int = 0
    source: str = ""
    products: Mapping[str, ShownProduct] = field(default_factory=dict)
    problems: tuple[Mapping[str, Any], ...] = ()
    checked: bool = False
    stale: bool = False
    seconds: float = 0.0

    def with_product(self, product: ShownProduct) -> Proof:
        """Return the proof with one product put in or replaced."""
        return replace(self, products={**self.products, product.name: product}, stale=False)

    def as_object(self) -> dict[str, Any]:
        """Return what the page's script reads."""
        return {
            "case": self.case,
            "version": self.version,
            "source": self.source,
            "problems": list(self.problems),
            "checked": self.checked,
            "stale": self.stale,
            "seconds": round(self.seconds, 2),
            "products": [
                {
                    "name": one.name,
                    "key": one.key,
                    "sheets": [
                        {
                            "width": sheet.width_pt,
                            "height": sheet.height_pt,
                            "label": sheet.label,
                            "regions": [
                                [r.left, r.top, r.width, r.height, r.line] for r in sheet.regions
                            ],
                        }
                        for sheet in one.sheets
                    ],
                }
                for one in self.products.values()
            ],
        }

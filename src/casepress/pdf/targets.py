"""The PDF targets: one table of forced properties. The same pages, three promises.

========= ====== ====== ======================================== =========================
target    colour boxes  carries                                  conforms to
========= ====== ====== ======================================== =========================
screen    RGB    trim   tags, bookmarks, links, page labels      PDF/UA-1
archive   RGB    trim   the same, sRGB intent, source files      PDF/A-3a and PDF/UA-1
print     CMYK   bleed  marks, overprint, CMYK output intent     PDF/X-4
========= ====== ====== ======================================== =========================
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from casepress.frozen import dataclass

Colour = Literal["rgb", "cmyk"]


@dataclass(frozen=True, slots=True)
class Profile:
    """An ICC profile and the name of the printing or viewing condition it stands for."""

    path: Path
    identifier: str
    condition: str
    registry: str = "http://www.color.org"
    """Where the condition is registered; "" if it is known by its profile alone."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a target forces on the writer, whatever the layout says."""

    name: Literal["screen", "archive", "print"]
    colour: Colour
    version: str
    """PDF version of the header."""
    tagged: bool
    """Structure tree, and with it bookmarks, links and page labels."""
    object_streams: bool
    ua: int | None = None
    """Part of PDF/UA (ISO 14289) the file claims."""
    pdfa: tuple[int, str] | None = None
    """Part and level of PDF/A (ISO 19005) the file claims."""
    pdfx: str | None = None
    """PDF/X (ISO 15930) version the file claims."""
    profile: Profile | None = None
    """Output intent."""
    slug_pt: float | None = None
    """Room for marks around the bleed; ``None``: the page is the trim, no bleed, no marks."""
    picture_ppi: float | None = None
    """Pictures finer than 1.5 times this are reduced to it; ``None``: never touched."""

    def with_profile(self, profile: Profile) -> Target:
        """Return the target with another output intent (a printer's own ICC profile)."""
        return replace(self, profile=profile)


_DATA = Path(__file__).resolve().parent / "data"

SRGB = Profile(_DATA / "sRGB.icc", "sRGB IEC61966-2.1", "sRGB")
TR006 = Profile(
    _DATA / "CGATS-TR006.icc",
    "CGATS TR 006",
    "Offset printing, sheet-fed, coated No. 1 paper (ISO 12647-2 paper type 1)",
)

SCREEN = Target("screen", "rgb", "1.7", True, True, ua=1, picture_ppi=220)
ARCHIVE = Target("archive", "rgb", "1.7", True, True, ua=1, pdfa=(3, "A"), profile=SRGB)
PRINT = Target(
    "print", "cmyk", "1.6", False, False, pdfx="PDF/X-4", profile=TR006, slug_pt=28.35,
    picture_ppi=400,
)  # fmt: skip

TARGETS = MappingProxyType({target.name: target for target in (SCREEN, ARCHIVE, PRINT)})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file the archive carries along: the YAML the document was made from, its pictures."""

    name: str
    """File name, relative and with forward slashes; unique in the document."""
    data: bytes
    media_type: str = "application/octet-stream"
    description: str = ""
    relationship: Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"] = "Source"
    modified: datetime | None = None
    """``None``: the date of the document."""

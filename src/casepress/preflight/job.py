"""What a file claims to be, and what it must therefore be judged by."""

from __future__ import annotations

from typing import Any, Literal

from casepress.frozen import dataclass
from casepress.preflight.xmp import Xmp, read_xmp

Purpose = Literal["auto", "screen", "print", "archive"]
PURPOSES: tuple[Purpose, ...] = ("auto", "screen", "print", "archive")


@dataclass(frozen=True, slots=True)
class Intent:
    """An output intent and the profile inside it."""

    subtype: str
    identifier: str
    number: int | None
    declared: int | None
    """Components the profile's stream declares (/N)."""
    space: str
    """Colour space in the profile's own header: RGB, CMYK, GRAY; empty without a profile."""


@dataclass(frozen=True, slots=True)
class Job:
    """Claims and facts of the whole file."""

    purpose: Purpose
    xmp: Xmp
    intents: tuple[Intent, ...]
    marked: bool
    """MarkInfo says the file is tagged."""
    tree: Any
    """The structure tree's root, ``None`` without one."""

    @property
    def pdfx(self) -> str:
        """The PDF/X version claimed in XMP, such as ``PDF/X-4``."""
        return self.xmp.get("pdfxid:GTS_PDFXVersion")

    @property
    def pdfa(self) -> str:
        """The PDF/A part and level claimed, such as ``3A``."""
        part = self.xmp.get("pdfaid:part")
        return f"{part}{self.xmp.get('pdfaid:conformance').upper()}" if part else ""

    @property
    def pdfua(self) -> str:
        """The part of PDF/UA claimed."""
        return self.xmp.get("pdfuaid:part")

    @property
    def press(self) -> bool:
        """Tell whether the file is meant for a printing press."""
        if self.purpose != "auto":
            return self.purpose == "print"
        return bool(self.pdfx) or self.intent("GTS_PDFX") is not None

    @property
    def archive(self) -> bool:
        """Tell whether the file is meant to be kept."""
        return self.purpose == "archive" or bool(self.pdfa)

    @property
    def accessible(self) -> bool:
        """Tell whether the tags are promised: PDF/UA or level A of PDF/A."""
        return bool(self.pdfua) or self.pdfa.endswith("A")

    @property
    def tagged(self) -> bool:
        """Tell whether there is a structure tree at all."""
        return self.tree is not None

    def intent(self, subtype: str) -> Intent | None:
        """Return the output intent of a kind."""
        return next((one for one in self.intents if one.subtype == subtype), None)


def read_job(pdf: Any, purpose: Purpose) -> Job:
    """Read claims, intents and the roots of the tags."""
    import pikepdf

    root = pdf.Root
    mark_info = root.get("/MarkInfo")
    tree = root.get("/StructTreeRoot")
    return Job(
        purpose,
        read_xmp(root),
        tuple(_intent(one) for one in root.get("/OutputIntents", ())),
        isinstance(mark_info, pikepdf.Dictionary) and bool(mark_info.get("/Marked", False)),
        tree if isinstance(tree, pikepdf.Dictionary) else None,
    )


def _intent(intent: Any) -> Intent:
    import pikepdf

    profile = intent.get("/DestOutputProfile")
    space, declared, number = "", None, None
    if isinstance(profile, pikepdf.Stream):
        number = profile.objgen[0] or None
        declared = int(profile.get("/N", 0))
        try:
            data = profile.read_bytes()
        except pikepdf.PdfError:
            data = b""
        if data[36:40] == b"acsp":
            space = data[16:20].decode("latin-1").strip()
    return Intent(
        str(intent.get("/S", "/"))[1:],
        str(intent.get("/OutputConditionIdentifier", "")),
        number,
        declared,
        space,
    )

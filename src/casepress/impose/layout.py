"""Where the pages stand on the sheet, in points from its lower left corner."""

from __future__ import annotations

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode
from casepress.frozen import dataclass
from casepress.impose.model import SHEETS, Options
from casepress.units import mm, to_mm

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

SLUG_MM = 10.0
"""Room for marks beyond the bleed on a sheet made to measure."""
_PRINTER_MM = 5.0
"""Edge that office printers leave white."""
_A5_MM = 160.0
_SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Half:
    """The place of a page on a side: what is shown of it, and how it is moved."""

    clip: Box
    matrix: tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet with the spread in its middle."""

    width: float
    height: float
    trim: Box
    """Both pages together, as they will be cut."""
    bleed: float
    """Bleed round the spread in points; 0 for an office printer."""
    margin: float
    """Room between the bleed and the edge of the sheet, on the tighter side."""

    @property
    def spine(self) -> float:
        """The fold's place from the left."""
        return (self.trim[0] + self.trim[2]) / 2

    @property
    def bleed_box(self) -> Box:
        """The spread with its bleed."""
        left, bottom, right, top = self.trim
        by = self.bleed
        return left - by, bottom - by, right + by, top + by


def press_frame(page: Box, bleed: float, options: Options) -> Frame:
    """Lay out a spread at its real size, with bleed and room for marks.

    Raises:
        CasepressError: CP1014, the sheet is too small.
    """
    width, height = 2 * (page[2] - page[0]), page[3] - page[1]
    if options.sheet == "auto":
        edge = bleed + mm(SLUG_MM)
        sheet_width, sheet_height = width + 2 * edge, height + 2 * edge
    else:
        sheet_width, sheet_height = (mm(v) for v in SHEETS[options.sheet])
    needed = (width + 2 * bleed, height + 2 * bleed)
    if needed[0] > sheet_width + _SLACK or needed[1] > sheet_height + _SLACK:
        raise CasepressError(
            Diagnostic(
                "CP1014",
                params={"sheet": options.sheet, "needed": _size(*needed),
                        "room": _size(sheet_width, sheet_height)},
            ),
            ExitCode.DOES_NOT_FIT,
        )  # fmt: skip
    left, bottom = (sheet_width - width) / 2, (sheet_height - height) / 2
    trim = (left, bottom, left + width, bottom + height)
    return Frame(sheet_width, sheet_height, trim, bleed, min(left, bottom) - bleed)


def press_half(frame: Frame, page: Box, right: bool, shift: float) -> Half:
    """Place a page beside the spine, moved towards it by *shift* and clipped at it."""
    spine, bleed = frame.spine, frame.bleed_box
    x = spine - shift if right else spine - (page[2] - page[0]) + shift
    clip = (spine, bleed[1], bleed[2], bleed[3]) if right else (
        bleed[0], bleed[1], spine, bleed[3]
    )  # fmt: skip
    return Half(clip, (1.0, 0.0, 0.0, 1.0, x - page[0], frame.trim[1] - page[1]))


def office_frame(page: Box, options: Options) -> Frame:
    """Choose a sheet for an office printer: A4 for pages up to A5, A3 for larger ones."""
    name = options.sheet
    if name == "auto":
        name = "A4" if to_mm(page[2] - page[0]) <= _A5_MM else "A3"
    width, height = (mm(v) for v in SHEETS[name])
    return Frame(width, height, (0.0, 0.0, width, height), 0.0, 0.0)


def office_half(frame: Frame, page: Box, right: bool, fold: bool) -> Half:
    """Scale a page into its half of the sheet, never up.

    A page to be folded stands against the fold, so that the spread closes; others are centred.
    """
    edge = mm(_PRINTER_MM)
    width, height = page[2] - page[0], page[3] - page[1]
    half = frame.width / 2
    room = half - edge if fold else half - 2 * edge
    scale = min(room / width, (frame.height - 2 * edge) / height, 1.0)
    wide, high = width * scale, height * scale
    inner = 0.0 if fold else (half - wide) / 2
    x = half + inner if right else half - inner - wide
    y = (frame.height - high) / 2
    clip = (x, y, x + wide, y + high)
    return Half(clip, (scale, 0.0, 0.0, scale, x - page[0] * scale, y - page[1] * scale))


def _size(width: float, height: float) -> str:
    return f"{to_mm(width):.1f} × {to_mm(height):.1f} mm"

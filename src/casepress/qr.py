"""QR codes (ISO/IEC 18004): the modules of a text, and how large they have to be printed.

Error correction level M, which survives a seventh of the symbol being dirty or torn; a quiet zone
of four modules on every side belongs to the symbol and has to be light.
"""

from __future__ import annotations

from functools import lru_cache

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity
from casepress.frozen import dataclass

QUIET = 4
"""Light modules around the symbol."""
LEAST_MM, LEAST_MODULE_MM = 18.0, 0.5
"""Least size of the symbol without its quiet zone (15 mm is the limit of many phones), and of a
module: larger symbols are printed larger, not finer."""
TOO_LONG = "CP0432"
Run = tuple[int, int, int]
"""Dark modules side by side: row, first column, number."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """The dark modules of a code, row by row, without the quiet zone."""

    side: int
    """Modules on a side, 21 to 177."""
    runs: tuple[Run, ...]

    @property
    def whole(self) -> int:
        """Modules on a side with the quiet zone."""
        return self.side + 2 * QUIET

    @property
    def least_mm(self) -> float:
        """Least size in print without the quiet zone, in millimetres."""
        return max(LEAST_MM, self.side * LEAST_MODULE_MM)


@lru_cache(maxsize=8)
def symbol(text: str) -> Symbol:
    """Return the symbol of a text.

    Raises:
        CasepressError: CP0432, the text is longer than a symbol holds (about 2300 bytes).
    """
    import segno

    try:
        code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")
    except segno.DataOverflowError:
        problem = Diagnostic(TOO_LONG, Severity.ERROR, None, {"path": "qr.text"})
        raise CasepressError(problem, ExitCode.INVALID) from None
    runs: list[Run] = []
    for row, line in enumerate(code.matrix):
        start = None
        for column, dark in enumerate((*line, 0)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append((row, start, column - start))
                start = None
    return Symbol(len(code.matrix), tuple(runs))

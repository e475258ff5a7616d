"""How wide a figure gets in the widest face a viewer is likely to put in for the theme's.

A machine without 微软雅黑 may set digits in DejaVu Sans Bold, a fifth wider; a figure must not be
parted from its unit there either.
"""

from __future__ import annotations

from collections.abc import Sequence

_EM = {
    **dict.fromkeys("0123456789", 0.696),
    **dict.fromkeys(",.:", 0.4),
    **dict.fromkeys("+−±≈", 0.838),
    "-": 0.415, "%": 1.002, "‰": 1.441, " ": 0.348,
}  # fmt: skip
"""Advances of DejaVu Sans Bold, in ems."""
_LATIN_EM = 0.78


def widest(runs: Sequence[tuple[str, float]], autospace_em: float) -> float:
    """Return the width in points of runs of (text, size), spaces between Han and Latin included."""
    wide, before = 0.0, ""
    for text, size in runs:
        for char in text:
            latin = char in _EM or char.isascii()
            wide += size * (_EM.get(char, _LATIN_EM) if latin else 1.0)
            if before.strip() and char.strip() and latin != (before in _EM or before.isascii()):
                wide += size * autospace_em
            before = char
    return wide

"""Number formats for data labels, so that a label follows its cell when the editor changes it."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def number_format(label: str, value: float, tail: str = "") -> str | None:
    """Give the format code that shows *value* as *label*; ``None`` if no code can.

    ``232`` → ``0``; ``38 亿元`` → ``0" 亿元"``; ``近5`` → ``"近"0``; ``1,234.5`` → ``#,##0.0``.
    *tail* are words to show after the label (the series name at a line's end).
    """
    match = _NUMBER.search(label)
    if match is None:
        return None
    word = match[0]
    decimals = len(word.partition(".")[2])
    if f"{value:,.{decimals}f}" != word and f"{value:.{decimals}f}" != word:
        return None
    code = "#,##0" if "," in word else "0"
    if decimals:
        code += "." + "0" * decimals
    return f"{_quoted(label[: match.start()])}{code}{_quoted(label[match.end() :] + tail)}"


def plain_number(value: float) -> str:
    """Give a float as a person writes it: no exponent, no trailing zero."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _quoted(words: str) -> str:
    """Literal words in a format code; a quotation mark cannot stand inside a quoted literal."""
    if not words:
        return ""
    return "".join(
        r"\"" if piece == '"' else f'"{piece}"' for piece in re.split(r'(")', words) if piece
    )

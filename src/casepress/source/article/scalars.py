"""Texts as YAML scalars that every YAML reader gives back as the same text."""

from __future__ import annotations

import re

_PLAIN_START = re.compile(r"[0-9A-Za-z_（《〈“‘〔「『+·\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
_UNSAFE = re.compile(
    r":(?=\s|$)|(?<=\s)#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)
_FLOW_UNSAFE = re.compile(r"[\[\]{},]")
_OTHER_TYPE = re.compile(
    r"(?:[-+]?[\d_.,:]+(?:[eE][-+]?\d+)?|0[xob][\da-fA-F_]+|~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan"
    r"|\d{4}-\d{1,2}-\d{1,2}.*)",
    re.IGNORECASE,
)
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NOT_PRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)


def inline(text: str, *, flow: bool = False) -> str:
    """*text* on one line: plain if that is safe, else in double quotes.

    Numbers and dates are quoted, because other readers than casepress would give a number or a
    date for them.
    """
    safe = (
        bool(_PLAIN_START.match(text))
        and text == text.strip()
        and not _UNSAFE.search(text)
        and not _OTHER_TYPE.fullmatch(text)
        and not (flow and _FLOW_UNSAFE.search(text))
    )
    return text if safe else quoted(text)


def quoted(text: str) -> str:
    """*text* in double quotes, everything that does not print escaped."""
    return '"' + "".join(_escape(character) for character in text) + '"'


def is_block(text: str) -> bool:
    """Whether *text* can be written as a literal block (| …) and read back unchanged."""
    return (
        not _NOT_PRINTABLE.search(text)
        and text == text.strip()
        and "\t" not in text
        and all(line == line.strip() for line in text.split("\n"))
    )


def comment(text: str) -> str:
    """*text* fit for a comment: on one line, with what does not print shown as its code."""
    shown = (f"\\u{ord(c):04x}" if _NOT_PRINTABLE.match(c) else c for c in text.replace("\n", " "))
    return "".join(shown).strip()


def _escape(character: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    if _NOT_PRINTABLE.match(character):
        return f"\\u{ord(character):04x}"
    return character

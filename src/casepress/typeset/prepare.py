"""Makes text settable without touching its wording; every change keeps its place in the source.

What is *not* done here: turning ASCII punctuation into full-width, pairing quotes, 。 for a full
stop. Those change what an editor sees and belong to the import (docs/composition.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from casepress.frozen import dataclass
from casepress.typeset.classes import is_cjk
from casepress.typeset.context import shadow
from casepress.typeset.errors import DROPPED_CHARACTER, UNIFIED_CHARACTER

_RADICAL = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_SPACE = "\t\u0020\u00a0\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    "\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_LINE_BREAK = "\r\u000b\u0085\u2028\u2029"
_RADICALS, _FULLWIDTH = re.compile(f"[{_RADICAL}]"), re.compile(f"[{_WIDE}]")
_SPACES, _LINE_BREAKS = re.compile(f"[{_SPACE}]+"), re.compile(f"[{_LINE_BREAK}]")
_ODD = re.compile(f"[{_RADICAL}{_WIDE}{_SPACE}{_INVISIBLE}{_LINE_BREAK}\u0300-\u036f]")
"""One class of characters: a text is looked through once, not once for each kind."""
_SOFT_HYPHEN = "\u00ad"
_GLUE = frozenset("\u00a0\u202f\u2060\ufeff")
_SILENT = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
_RADICAL_NAMES = {
    "⺀": "冫", "⺁": "厂", "⺄": "乙", "⺈": "刀", "⺊": "卜", "⺌": "小", "⺍": "小", "⺗": "心",
    "⺘": "手", "⺡": "水", "⺢": "水", "⺣": "火", "⺤": "爪", "⺥": "爪", "⺧": "牛", "⺨": "犬",
    "⺩": "王", "⺪": "疋", "⺫": "网", "⺬": "示", "⺭": "示", "⺮": "竹", "⺰": "纟", "⺱": "网",
    "⺳": "网", "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺹": "老", "⺼": "肉", "⺽": "臼", "⺾": "艹",
    "⻀": "艹", "⻁": "虎", "⻂": "衣", "⻃": "覀", "⻄": "西", "⻅": "见", "⻆": "角", "⻈": "讠",
    "⻉": "贝", "⻋": "车", "⻌": "辶", "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長",
    "⻒": "镸", "⻓": "长", "⻔": "门", "⻕": "阜", "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦",
    "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻟": "食", "⻠": "饣", "⻢": "马", "⻣": "骨",
    "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻬": "齐",
    "⻮": "齿", "⻰": "龙", "⻳": "龟", "⻲": "龟",
}  # fmt: skip
"""CJK radicals supplement: Unicode gives only two of them a compatibility mapping."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Settable text and where each of its characters comes from.

    Attributes:
        text: the characters to set; a newline is a forced line break.
        offsets: for every character of ``text`` its index in the source.
        glued: indices before which no line may break (NBSP, word joiner).
        notices: message ids of what was unified or left out.
        hyphens: indices in Latin words before which the author allows a hyphen (U+00AD), in order.
    """

    text: str
    offsets: Sequence[int]
    glued: frozenset[int] = frozenset()
    notices: tuple[str, ...] = ()
    hyphens: tuple[int, ...] = ()


def prepare(text: str, *, keep_blanks: bool = False) -> Prepared:
    """Normalise *text* for setting.

    Kangxi radicals and compatibility ideographs become unified Han, full-width letters and digits
    ASCII (clreq 3.2.1), accents are composed (NFC); invisible characters and U+3000 go; spaces that
    touch a Chinese character go (the composer's gap replaces them, clreq 3.2.2), runs of spaces
    between Latin words become one. A no-break space touching Han leaves a prohibition to break.

    Args:
        text: source text; any line separator is a forced break.
        keep_blanks: labels: U+3000 stays, as a blank of one em between two parts.
    """
    if _ODD.search(text) is None:
        return Prepared(text, range(len(text)))
    notices: list[str] = []
    chars, offsets = _characters(text, notices)
    return _spaces(chars, offsets, keep_blanks, notices)


def _characters(text: str, notices: list[str]) -> tuple[list[str], list[int]]:
    """Replace or drop single characters; glue and spaces are still in the result."""
    chars: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        if _ODD.match(char) is None:
            chars.append(char)
        elif _LINE_BREAKS.match(char):
            if char == "\r" and text[index + 1 : index + 2] == "\n":
                continue
            chars.append("\n")
        elif _RADICALS.match(char):
            chars.append(_unified(char))
            _note(notices, UNIFIED_CHARACTER)
        elif _FULLWIDTH.match(char):
            chars.append(chr(ord(char) - 0xFEE0))
        elif "\u0300" <= char <= "\u036f" and chars:
            composed = unicodedata.normalize("NFC", chars[-1] + char)
            if len(composed) == 1:
                chars[-1] = composed
                continue
            chars.append(char)
        elif (
            _SPACES.match(char)
            or char in _GLUE
            or char == _SOFT_HYPHEN
            or "\u0300" <= char <= "\u036f"
        ):
            chars.append(char)
        else:
            if char not in _SILENT:
                _note(notices, DROPPED_CHARACTER)
            continue
        offsets.append(index)
    return chars, offsets


def _unified(char: str) -> str:
    """Return the unified ideograph of a radical or compatibility form, or the character itself."""
    if char in _RADICAL_NAMES:
        return _RADICAL_NAMES[char]
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def _note(notices: list[str], message: str) -> None:
    if message not in notices:
        notices.append(message)


def _spaces(
    chars: list[str], offsets: list[int], keep_blanks: bool, notices: list[str]
) -> Prepared:
    """Collapse and drop spaces by what stands on both sides of them.

    Quotation marks and dashes of a Latin phrase count as Latin there.
    """
    sides = shadow("".join(chars))
    before = "\n"
    out: list[str] = []
    places: list[int] = []
    glued: set[int] = set()
    hyphens: set[int] = set()
    position, count = 0, len(chars)
    while position < count:
        char = chars[position]
        if char == _SOFT_HYPHEN:
            hyphens.add(len(out))
            position += 1
            continue
        if not (_SPACES.match(char) or char in _GLUE):
            out.append(char)
            before = sides[position]
            places.append(offsets[position])
            position += 1
            continue
        start = position
        while position < count and (_SPACES.match(chars[position]) or chars[position] in _GLUE):
            position += 1
        stretch = chars[start:position]
        after = sides[position] if position < count else "\n"
        if any(c in _GLUE for c in stretch):
            glued.add(len(out))
        kept = _kept(stretch, before, after, keep_blanks)
        if kept == " " and len(out) in glued:
            glued.add(len(out) + 1)
        out.extend(kept)
        places.extend([offsets[start]] * len(kept))
    text = "".join(out)
    inner = tuple(place for place in sorted(hyphens) if _in_latin_word(text, place))
    return Prepared(text, places, frozenset(glued), tuple(notices), inner)


def _kept(stretch: list[str], before: str, after: str, keep_blanks: bool) -> str:
    """Return what stays of a stretch of spaces and glue between two characters."""
    if keep_blanks and "\u3000" in stretch:
        return "\u3000" * stretch.count("\u3000")
    edge = "\n" in (before, after) or is_cjk(before) or is_cjk(after)
    return "" if edge or all(c in "\u2060\ufeff" for c in stretch) else " "


def _in_latin_word(text: str, place: int) -> bool:
    """Tell whether Latin letters stand on both sides of a place."""
    around = text[place - 1 : place + 1] if place else ""
    return len(around) == 2 and around.isalpha() and max(around) < "\u0250"

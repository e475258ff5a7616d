"""Widths of punctuation and stray spaces, put right by rule; every change keeps its place.

Scraped Chinese text has half-width commas, NBSP runs, radicals for characters and spaces before
quotation marks. What depends on taste or meaning is left to the editor: a hyphen between Han, a
bracket that is never closed, one quote too many.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from casepress.frozen import dataclass
from casepress.source.characters import INVISIBLE, SHARED, has_han, is_cjk, unified

_WIDE: Final = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
_BLANK: Final = frozenset(
    " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_LINE: Final = re.compile(r"[^\r\n]+")
_PROTECTED: Final = re.compile(
    r"(?:https?|ftp)://(?:[\w\-./?%&=#:~@!$*+,;\[\]']|\([\w\-./]*\))+(?<![.,;:!?'*~@$+\[])"
    r"|www\.[\w\-./?%&=#~]*\w"
    r"|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
    r"|[A-Za-z]:\\[^\s\u3400-\u9fff，。；、]+"
    r"|`[^`\n]*`",
    re.ASCII,
)
_FORMULA: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]\([A-Za-z0-9, +\-*/^]{1,12}\)")
_CLOSERS: Final = frozenset("，。、；：！？）”’》〉」』】〕…")
_PER_CENT: Final = frozenset("%‰℃°")
_OPENERS: Final = frozenset("“‘（《【")
_STOPPED: Final = frozenset("”’）》】%‰℃")
_PASSES: Final = 8


@dataclass(frozen=True, slots=True)
class Change:
    """A change: where it was in the original text, what stood there, what stands there now.

    ``rule`` is one of ``width`` (half- to full-width mark), ``bracket``, ``quote``, ``stop``
    (. to 。), ``ellipsis``, ``dash``, ``space``, ``invisible``, ``character`` (radicals,
    compatibility and full-width forms) and ``composition`` (NFC).
    """

    offset: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in good order and what was changed to get there, in order."""

    text: str
    changes: tuple[Change, ...] = ()


@dataclass(slots=True)
class _Cell:
    """What stands for a stretch of the original: its text now, and the rule that changed it."""

    out: str
    start: int
    end: int
    rule: str = ""
    fixed: bool = False

    def become(self, out: str, rule: str) -> None:
        self.out, self.rule = out, rule


def normalise(text: str, *, keep_spaces: bool = False) -> Normalised:
    """Return *text* with Chinese marks full-width and stray spaces gone.

    Each line is a paragraph: quotes and brackets pair within it. A mark is Chinese when the nearest
    visible character before or after it is; marks between digits (16:04, 1,000), in addresses,
    code and all-Latin brackets stay. The result is a fixed point: normalising it changes nothing.

    Args:
        text: any text; line breaks are kept.
        keep_spaces: in titles a space between phrases says where the line may break: it becomes
            one ordinary space instead of going.
    """
    pieces: list[str] = []
    changes: list[Change] = []
    last = 0
    for match in _LINE.finditer(text):
        pieces.append(text[last : match.start()])
        cells = _line(match.group(), match.start(), keep_spaces)
        pieces += [cell.out for cell in cells]
        changes += _changes(cells, text)
        last = match.end()
    pieces.append(text[last:])
    return Normalised("".join(pieces), tuple(changes))


def _changes(cells: Sequence[_Cell], text: str) -> Iterator[Change]:
    for cell in cells:
        before = text[cell.start : cell.end]
        if cell.out != before:
            yield Change(cell.start, before, cell.out, cell.rule)


def _line(line: str, offset: int, keep_spaces: bool) -> list[_Cell]:
    cells = list(_characters(line, offset))
    if has_han("".join(cell.out for cell in cells)):
        for _ in range(_PASSES):
            before = [cell.out for cell in cells]
            for rule in _RULES:
                rule(cells)
            if [cell.out for cell in cells] == before:
                break
    _spaces(cells, keep_spaces)
    return cells


# -- single characters ----------------------------------------------------------------------


def _characters(line: str, offset: int) -> Iterator[_Cell]:
    """Cut a line into cells: letters with their accents, protected stretches, single characters."""
    place = 0
    for match in (*_protected(line), None):
        end = match.start() if match else len(line)
        yield from _single(line, place, end, offset)
        if match:
            word = match.group()
            yield _Cell(word, offset + match.start(), offset + match.end(), fixed=True)
            place = match.end()


def _protected(line: str) -> list[re.Match[str]]:
    """Return stretches that no rule touches, in order and without overlaps."""
    found = sorted(
        (*_PROTECTED.finditer(line), *_FORMULA.finditer(line)), key=lambda m: (m.start(), -m.end())
    )
    kept: list[re.Match[str]] = []
    for match in found:
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def _single(line: str, place: int, end: int, offset: int) -> Iterator[_Cell]:
    while place < end:
        stop = place + 1
        while stop < end and unicodedata.combining(line[stop]):
            stop += 1
        raw = line[place:stop]
        cell = _Cell(raw, offset + place, offset + stop)
        if raw in INVISIBLE:
            cell.become("", "invisible")
        elif unified(raw[0]) != raw[0]:
            rest = unicodedata.normalize("NFC", unified(raw[0]) + raw[1:])
            cell.become(rest, "character")
        else:
            composed = unicodedata.normalize("NFC", raw)
            if composed != raw and len(composed) <= len(raw):
                cell.become(composed, "composition")
        yield cell
        place = stop


# -- context --------------------------------------------------------------------------------


def _near(cells: Sequence[_Cell], index: int, step: int) -> str:
    """Return the nearest visible character before or after a cell; empty at the line's end."""
    index += step
    while 0 <= index < len(cells):
        out = cells[index].out
        if out and out not in _BLANK:
            return out[-1] if step < 0 else out[0]
        index += step
    return ""


def _chinese(cells: Sequence[_Cell], index: int, step: int) -> bool:
    """Tell whether the nearest visible neighbour of a cell is Chinese.

    Quotes, dashes and dots serve both scripts: they count as what lies beyond them, and as Chinese
    at the edge of a line. So does a number before a mark, with its per cent or at the line's end.
    """
    numbers = step < 0 and _near(cells, index, 1) == ""
    index += step
    while 0 <= index < len(cells):
        out = cells[index].out
        if out and out not in _BLANK:
            char = out[-1] if step < 0 else out[0]
            numbers = numbers or (step < 0 and char in _PER_CENT)
            if numbers and (char in _PER_CENT or char.isdecimal() or char in ".,"):
                index += step
                continue
            if not SHARED.match(char):
                return is_cjk(char)
            if _near(cells, index, step) == "":
                return True
        index += step
    return False


def _touches(cells: Sequence[_Cell], index: int) -> bool:
    return _chinese(cells, index, -1) or _chinese(cells, index, 1)


# -- rules ----------------------------------------------------------------------------------


def _runs(cells: list[_Cell]) -> None:
    """Turn three dots or more, or three stops, into …… and two hyphens or more into ——."""
    for first, last in _repeats(cells):
        out = "".join(cell.out for cell in cells[first:last])
        if not (_touches_run(cells, first, last)):
            continue
        if re.fullmatch(r"\.{3,}|。{3,}", out):
            _merge(cells, first, last, "……", "ellipsis")
        elif re.fullmatch(r"-{2,}", out):
            _merge(cells, first, last, "——", "dash")


def _repeats(cells: Sequence[_Cell]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(cells):
        out = cells[index].out
        last = index + 1
        if out in (".", "。", "-"):
            while last < len(cells) and cells[last].out == out:
                last += 1
            if last - index > 1:
                yield index, last
        index = last


def _touches_run(cells: Sequence[_Cell], first: int, last: int) -> bool:
    return _chinese(cells, first, -1) or _chinese(cells, last - 1, 1)


def _merge(cells: list[_Cell], first: int, last: int, out: str, rule: str) -> None:
    cells[first].become(out, rule)
    for cell in cells[first + 1 : last]:
        cell.become("", rule)


def _marks(cells: list[_Cell]) -> None:
    """Make , : ; ! ? full-width beside Chinese; once forwards, once backwards, so runs follow."""
    for order in (range(len(cells)), range(len(cells) - 1, -1, -1)):
        for index in order:
            cell = cells[index]
            if cell.fixed or cell.out not in _WIDE or _between_digits(cells, index):
                continue
            if _touches(cells, index):
                cell.become(_WIDE[cell.out], "width")


def _between_digits(cells: Sequence[_Cell], index: int) -> bool:
    before = cells[index - 1].out[-1:] if index else ""
    after = cells[index + 1].out[:1] if index + 1 < len(cells) else ""
    return before.isdecimal() and after.isdecimal()


def _stops(cells: list[_Cell]) -> None:
    """Turn a full stop right after Han into 。 where a sentence can end.

    A line whose sentences all end in . (none in 。, the last one in .) is written that way
    throughout: there a dot between Han, after a bracket or a per cent is a stop too. Elsewhere a
    dot between Han may stand for the one in a name (买买提.艾力) and is left to the editor.
    """
    dotted = _is_dotted(cells)
    for index, cell in enumerate(cells):
        if cell.fixed or cell.out != ".":
            continue
        following = (cells[k].out for k in range(index + 1, len(cells)))
        after = next((out[0] for out in following if out), "")
        ends = not after or after in _BLANK or after in _CLOSERS
        before = _near(cells, index, -1)
        if dotted and (has_han(before) or before in _STOPPED):
            ends = ends or has_han(after) or after in _OPENERS or after.isdecimal()
            if ends:
                cell.become("。", "stop")
        elif has_han(before) and ends:
            cell.become("。", "stop")


def _is_dotted(cells: Sequence[_Cell]) -> bool:
    """Whether a line closes its sentences with dots: no 。 in it, and a dot at its end."""
    text = "".join(cell.out for cell in cells).rstrip()
    return text.endswith(".") and not text.endswith("..") and "。" not in text


def _brackets(cells: list[_Cell]) -> None:
    """Make brackets full-width: pairs together, a lone one by its neighbours."""
    waiting: list[int] = []
    for index, cell in enumerate(cells):
        if cell.fixed or cell.out not in ("(", ")", "（", "）"):
            continue
        if cell.out in "(（":
            waiting.append(index)
        elif waiting:
            _pair(cells, waiting.pop(), index)
        elif _touches(cells, index):
            _widen(cells, index)
    for index in waiting:
        if _touches(cells, index):
            _widen(cells, index)


def _pair(cells: list[_Cell], first: int, last: int) -> None:
    inside = "".join(cell.out for cell in cells[first + 1 : last])
    mixed = {cells[first].out, cells[last].out} & {"（", "）"}
    around = _chinese(cells, first, -1) or _chinese(cells, last, 1)
    if around or has_han(inside) or mixed:
        _widen(cells, first)
        _widen(cells, last)


def _widen(cells: list[_Cell], index: int) -> None:
    wide = {"(": "（", ")": "）"}.get(cells[index].out)
    if wide:
        cells[index].become(wide, "bracket")


def _quotes(cells: list[_Cell]) -> None:
    """Turn straight quotes into pairs of curly ones; an odd one out is left for the editor."""
    for straight, pair in (('"', "“”"), ("'", "‘’")):
        places = [i for i, c in enumerate(cells) if c.out == straight and not c.fixed]
        if straight == "'":
            places = [i for i in places if not _is_apostrophe(cells, i)]
        if len(places) % 2:
            continue
        for first, last in zip(places[::2], places[1::2], strict=True):
            inside = "".join(cell.out for cell in cells[first + 1 : last])
            around = _chinese(cells, first, -1) or _chinese(cells, last, 1)
            if around or has_han(inside):
                cells[first].become(pair[0], "quote")
                cells[last].become(pair[1], "quote")


def _is_apostrophe(cells: Sequence[_Cell], index: int) -> bool:
    before = cells[index - 1].out[-1:] if index else ""
    return before.isascii() and before.isalnum()


_RULES: Final[tuple[Callable[[list[_Cell]], None], ...]] = (
    _runs,
    _quotes,
    _brackets,
    _marks,
    _stops,
)


# -- spaces ---------------------------------------------------------------------------------


def _spaces(cells: list[_Cell], keep: bool) -> None:
    """Drop spaces at the ends and beside Chinese; between Latin words one ordinary space stays."""
    index = 0
    while index < len(cells):
        last = index
        while last < len(cells) and (cells[last].out in _BLANK or not cells[last].out):
            last += 1
        run = [cell for cell in cells[index:last] if cell.out]
        if run:
            edge = not _near(cells, index, -1) or not _near(cells, last - 1, 1)
            chinese = _chinese(cells, index, -1) or _chinese(cells, last - 1, 1)
            space = "" if edge or (chinese and not keep) else " "
            for cell in run:
                if cell.out != space:
                    cell.become(space, "space")
                space = ""
        index = max(last, index + 1)

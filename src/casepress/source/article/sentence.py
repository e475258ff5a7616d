"""Where sentences and clauses end, with quotations and brackets kept whole."""

from __future__ import annotations

from functools import lru_cache

_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "「": "」", "【": "】"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_STOPS = frozenset("。！？!?")
_DOTS = frozenset(".．")
_LONGEST_QUOTATION = 240


@lru_cache(maxsize=64)
def inside(text: str) -> bytes:
    """For every character of *text*, 1 if it stands within a closed pair of quotes or brackets.

    Why: an opening mark that is never closed (the sign-off of many articles) must not hide the
    rest of the paragraph, so only pairs that close in reasonable distance, in the same
    paragraph, count.
    """
    mask = bytearray(len(text))
    stack: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if character == "\n":
            stack.clear()
        elif character in _PAIRS:
            stack.append((character, index))
        elif character in _CLOSERS:
            opener = _CLOSERS[character]
            depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d][0] == opener), None)
            if depth is None:
                continue
            start = stack[depth][1]
            del stack[depth:]
            if index - start <= _LONGEST_QUOTATION:
                mask[start : index + 1] = b"\1" * (index + 1 - start)
    return bytes(mask)


def is_stop(text: str, index: int) -> bool:
    """Tell whether the character at *index* ends a sentence.

    Why: some texts close their sentences with . or ．; between Han it can be nothing else.
    """
    if text[index] in _STOPS:
        return True
    if text[index] not in _DOTS or not index:
        return False
    before, after = text[index - 1], text[index + 1 : index + 2]
    return (_is_han(before) or before in "%％℃") and (
        not after or after == "\n" or after.isdecimal() or _is_han(after)
    )


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or character in "”’）》“‘（《"


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that begins at *start* ends: after its stop and closing quotes.

    *end* when there is no stop before it.
    """
    mask = inside(text)
    index = start
    while index < end:
        if text[index] == "\n":
            return index
        if is_stop(text, index):
            after = index + 1
            while after < end and is_stop(text, after):
                after += 1
            closing = after
            while closing < end and text[closing] in "”’」":
                closing += 1
            if not mask[index] or (closing > after and not (closing < end and mask[closing])):
                return closing
        index += 1
    return end


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences of text[start:end] as (start, end); together they are the whole text."""
    found = []
    while start < end:
        stop = max(sentence_end(text, start, end), start + 1)
        found.append((start, stop))
        start = stop
    return found


def find_outside(text: str, marks: str, start: int, end: int) -> int:
    """Return the first of *marks* in text[start:end] outside quotations and brackets, or -1."""
    mask = inside(text)
    return next((i for i in range(start, end) if text[i] in marks and not mask[i]), -1)

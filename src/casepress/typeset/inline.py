"""Marks an author may put into the text of a case: emphasis dots, pinyin, no break.

=============  ====================================================
``[.要点.]``    emphasis dots (着重号) under the characters
``{武侯|wǔ hóu}``  pinyin above the characters, a syllable each
``[=AB 型=]``   never broken at a line end
=============  ====================================================

Plain text is never misread: dots and no-break need the doubled sign at both ends, pinyin needs Han
before the bar and nothing but Latin syllables after it. A backslash before ``[`` or ``{`` keeps the
characters as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casepress.typeset.model import Run, TextStyle

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff〇々"
_MARK = re.compile(
    r"\\(?P<plain>\[[.=]|\{)"
    r"|\[\.(?P<dots>[^\[\]\n]+?)\.\]"
    r"|\[=(?P<glued>[^\[\]\n]+?)=\]"
    rf"|\{{(?P<base>[{_HAN}]+)\|(?P<ruby>[a-zA-ZÀ-ɏḀ-ỿ\u0300-\u036f'’ ]+)\}}"
)


def inline_runs(text: str, style: TextStyle, source: str = "") -> tuple[Run, ...]:
    """Parse inline marks and return runs of one style; plain text gives a single run.

    Args:
        text: text of a field of the case.
        style: look of all runs.
        source: path of the field, kept in every run.
    """
    plain = Run("", style, source)
    if "[" not in text and "{" not in text:
        return (replace(plain, text=text),)
    runs: list[Run] = []
    position, pending = 0, ""
    for match in _MARK.finditer(text):
        pending += text[position : match.start()]
        position = match.end()
        if match["plain"]:
            pending += match["plain"]
            continue
        if pending:
            runs.append(replace(plain, text=pending))
            pending = ""
        runs.append(_marked(match, plain))
    pending += text[position:]
    if pending or not runs:
        runs.append(replace(plain, text=pending))
    return tuple(runs)


def _marked(match: re.Match[str], plain: Run) -> Run:
    if match["dots"]:
        return replace(plain, text=match["dots"], emphasis_dots=True)
    if match["glued"]:
        return replace(plain, text=match["glued"], no_break=True)
    return replace(plain, text=match["base"], ruby=" ".join(match["ruby"].split()))


def plain_text(text: str) -> str:
    """Return the words of a text without its inline marks, for slides, notes and metadata."""

    def words(match: re.Match[str]) -> str:
        return match["plain"] or match["dots"] or match["glued"] or match["base"] or ""

    return _MARK.sub(words, text)

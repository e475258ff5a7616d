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
from collections.abc import Iterator
from dataclasses import replace

from casepress.typeset.classes import is_han, is_latinish
from casepress.typeset.model import Run, TextStyle

_MARK = re.compile(
    r"\\(?P<plain>\[[.=]|\{)"
    r"|\[\.(?P<dots>[^][\n]+?)\.\]"
    r"|\[=(?P<glued>[^][\n]+?)=\]"
    r"|\{(?P<base>[^{}|\n]+)\|(?P<ruby>[^{}|\n]+)\}"
)


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks; braces count only with Han before the bar and Latin syllables after it."""
    for match in _MARK.finditer(text):
        if not match["base"] or (
            all(map(is_han, match["base"]))
            and all(c in " '’" or _is_letter(c) for c in match["ruby"])
            and match["ruby"].strip()
        ):
            yield match


def _is_letter(char: str) -> bool:
    """Tell whether a character may be part of a pinyin syllable; accents may be combining."""
    return "\u0300" <= char <= "\u036f" or (char.isalpha() and is_latinish(char))


def inline_runs(text: str, style: TextStyle, source: str = "") -> tuple[Run, ...]:
    """Parse inline marks and return runs of one style; plain text gives a single run.

    Args:
        text: text of a field of the case.
        style: look of all runs.
        source: path of the field, kept in every run.
    """
    if "[" not in text and "{" not in text:
        return (Run(text, style, source),)
    plain = Run("", style, source)
    runs: list[Run] = []
    position, pending = 0, ""
    for match in _marks(text):
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
    return "".join(run.text for run in inline_runs(text, _NO_STYLE))


_NO_STYLE = TextStyle("", 400, 1.0, 1.0, "")

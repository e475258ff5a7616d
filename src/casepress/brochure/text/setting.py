"""Setting text in the roles of the theme: the brochure's only door to the composer."""

from __future__ import annotations

import re
from functools import lru_cache

from casepress.fonts.library import FontLibrary
from casepress.frozen import dataclass, replace
from casepress.theme.model import Theme
from casepress.theme.page import type_scale
from casepress.typeset import compose, compose_title, inline_runs, set_line
from casepress.typeset.model import Composition, Line, Paragraph, ParagraphStyle, Run, TextStyle

Lines = tuple[Line, ...]
_BREAK = re.compile(r"\|(?![^{}]*\})")
"""An author's break; not the bar of a pinyin mark."""
_CLAUSE_END = re.compile("(?<=[，；。！？])(?![”’」』》）])")
_MARKED = re.compile(r"[{*|]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure with its words: lines side by side on one baseline, and their whole width."""

    parts: tuple[tuple[Line, float], ...]
    width: float


_style = lru_cache(maxsize=1024, typed=True)(TextStyle)
"""Styles are few and the same from case to case; what is looked up by the same one is found faster
than by one alike."""
_TITLE = ParagraphStyle(align="left", phrase_breaks=True)
_RAGGED = ParagraphStyle(align="left")


def _from(lines: Lines, source: str) -> Lines:
    """Return lines as those of another place in the case where the same words stand."""
    if not lines or lines[0].source == source:
        return lines
    return tuple([replace(line, source=source) for line in lines])


class Setter:
    """Sets texts with the roles of one theme. Keeps every text it has set: plans are revised."""

    def __init__(self, theme: Theme, fonts: FontLibrary) -> None:
        self.theme = theme
        self.fonts = fonts
        self.notices: list[str] = []
        self.scale = type_scale(theme.page)
        self._styles: dict[tuple[str, str | None, float | None], TextStyle] = {}
        self._set: dict[tuple[object, ...], Lines] = {}
        self._titles: dict[tuple[object, ...], Composition] = {}

    def style(self, role: str, *, ink: str | None = None, size: float | None = None) -> TextStyle:
        """Return the text style of a role; *ink* and *size* stand in for the role's own."""
        style = self._styles.get((role, ink, size))
        if style is None:
            style = self._styles[role, ink, size] = self._style(role, ink, size)
        return style

    def _style(self, role: str, ink: str | None, size: float | None) -> TextStyle:
        token = self.theme.type[role]
        own = self.scale.of(token.size)
        return _style(
            token.family,
            token.weight,
            own if size is None else size,
            token.leading * own / token.size,
            token.ink if ink is None else ink,
            token.latin_family,
            token.latin_weight,
            token.gap,
            token.half_quotes or (size is not None and size >= 16),
        )

    def size(self, role: str) -> float:
        """Return the size of a role in points."""
        return self.style(role).size_pt

    def leading(self, role: str) -> float:
        """Return the leading of a role in points."""
        return self.style(role).leading_pt

    # -- one line --------------------------------------------------------------------------

    def line(
        self,
        text: str,
        role: str,
        source: str = "",
        *,
        ink: str | None = None,
        size: float | None = None,
    ) -> Line:
        """One line at its natural width, whatever that is."""
        key = ("line", text, role, ink, size)
        lines = self._set.get(key)
        if lines is None:
            runs = inline_runs(text, self.style(role, ink=ink, size=size), source)
            lines = self._set[key] = (set_line(runs, None, self.fonts),)
        return _from(lines, source)[0]

    def joined(self, runs: tuple[Run, ...]) -> Line:
        """One line of runs in several styles."""
        key = ("line", runs)
        if key not in self._set:
            self._set[key] = (set_line(runs, None, self.fonts),)
        return self._set[key][0]

    def width(self, text: str, role: str, *, size: float | None = None) -> float:
        """Natural width of a text on one line, in points."""
        return self.line(text, role, size=size).width_pt if text else 0.0

    # -- paragraphs ------------------------------------------------------------------------

    def body(
        self,
        text: str,
        width: float,
        role: str = "body",
        source: str = "",
        *,
        indent: float = 2.0,
    ) -> Lines:
        """Return a justified paragraph with its first line indented by *indent* ems."""
        key = ("body", text, role, width, source, indent)
        if key not in self._set:
            tokens = self.theme.brochure
            style = ParagraphStyle(
                align="justify",
                indent_em=indent,
                punctuation=tokens.punctuation,
                hang_punctuation=tokens.hang_punctuation,
            )
            runs = inline_runs(text, self.style(role), source)
            composed = compose(Paragraph(runs, style), width, self.fonts)
            self._note(composed.notices, source)
            self._set[key] = composed.lines
        return self._set[key]

    def phrases(
        self,
        text: str,
        role: str,
        width: float,
        source: str = "",
        *,
        ink: str | None = None,
        size: float | None = None,
    ) -> Lines:
        """Return a title or label broken by phrase, ragged and balanced; ``|`` forces a break."""
        lines: list[Line] = []
        for part in _BREAK.split(text):
            if part.strip():
                lines += self._title(part.strip(), role, width, source, ink, size)
        return tuple(lines)

    def ragged(
        self, text: str, role: str, width: float, source: str = "", *, size: float | None = None
    ) -> Lines:
        """Return running text in lines as full as they get, ragged right.

        A text of one line keeps its full-width blanks, as titles have them.
        """
        alone = self.line(text, role, source, size=size)
        if alone.width_pt <= width:
            return (alone,)
        key = ("ragged", text, role, width, source, size)
        if key not in self._set:
            runs = inline_runs(text, self.style(role, size=size), source)
            paragraph = Paragraph(runs, _RAGGED)
            composed = compose(paragraph, width, self.fonts)
            self._note(composed.notices, source)
            self._set[key] = composed.lines
        return self._set[key]

    def clauses(
        self, text: str, role: str, width: float, source: str = "", *, size: float | None = None
    ) -> Lines:
        """Return a note ragged right, its lines ending with clauses if that takes no more lines."""
        full = self.ragged(text, role, width, source, size=size)
        lines = [""]
        plain = len(full) > 1 and not _MARKED.search(text)
        for clause in _CLAUSE_END.split(text) if plain else ():
            longer = self.line(lines[-1] + clause, role, source, size=size)
            if lines[-1] and longer.width_pt > width:
                lines.append("")
            lines[-1] += clause
        made = tuple(self.line(words, role, source, size=size) for words in lines if words)
        whole = made and len(made) <= len(full) and all(one.width_pt <= width for one in made)
        return made if whole else full

    def _title(
        self,
        text: str,
        role: str,
        width: float,
        source: str,
        ink: str | None,
        size: float | None,
    ) -> Lines:
        key = ("title", text, role, width, ink, size)
        composed = self._titles.get(key)
        if composed is None:
            runs = inline_runs(text, self.style(role, ink=ink, size=size), source)
            paragraph = Paragraph(runs, _TITLE)
            composed = self._titles[key] = compose_title(paragraph, width, self.fonts)
        self._note(composed.notices, source)
        return _from(composed.lines, source)

    def _note(self, ids: tuple[str, ...], source: str) -> None:
        """Keep what composition has to say of a text, with the text's path where it has one."""
        if ids:
            self.notices += [f"{id_}@{source}" if source else id_ for id_ in ids]

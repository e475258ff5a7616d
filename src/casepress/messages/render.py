"""A diagnostic as people read it: a frame around the place, one line for tools, an object for code.

The first line alone is enough to search for; the frame counts full-width cells, so that the caret
stands under the right character in a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from casepress.diagnostics import Diagnostic, Related, Severity, Span
from casepress.messages import MESSAGES, RELATED, Language, Words
from casepress.messages.cells import width, window

Format = Literal["text", "short", "json"]
MOST: Final = 20
_ROOM: Final = 96
_CONTEXT: Final = 2
_SEVERITIES: Final = {
    Severity.ERROR: ("错误", "error", "1;31"),
    Severity.WARNING: ("警告", "warning", "1;33"),
    Severity.ADVICE: ("建议", "advice", "1;36"),
}
_QUIET: Final = "34"


class FileTexts(Mapping[str, str]):
    """Texts of files by name, read when they are first asked for.

    What can't be read has no text; its diagnostics are shown without a frame. A file in GB18030 is
    decoded as such, so that a complaint about its encoding can show it; so is UTF-16. Where a
    few bytes are wrong the rest is shown as UTF-8.
    """

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        """Take texts that are no files, such as standard input."""
        self._texts: dict[str, str | None] = dict(given or {})

    def __getitem__(self, name: str) -> str:
        """Return the text of a file; KeyError if there is none."""
        if name not in self._texts:
            self._texts[name] = _read(name)
        text = self._texts[name]
        if text is None:
            raise KeyError(name)
        return text

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names known so far."""
        return iter([name for name, text in self._texts.items() if text is not None])

    def __len__(self) -> int:
        """Count the texts known so far."""
        return sum(text is not None for text in self._texts.values())


def _read(name: str) -> str | None:
    try:
        data = Path(name).read_bytes()[:4_000_000]
    except (OSError, ValueError):
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    text = data.decode("utf-8-sig", errors="replace")
    if text.count("\ufffd") * 10 <= len(text):
        return text
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return None


class _Params(dict[str, object]):
    """Parameters for a template; one that is missing shows as ``?`` rather than failing."""

    def __missing__(self, key: str) -> str:
        return "?"


def filled(template: str, params: Mapping[str, object], language: Language) -> str:
    """Fill a template; sequences are written as lists of the language."""
    joint = "、" if language == "zh" else ", "
    values = _Params()
    for key, value in params.items():
        listed = isinstance(value, tuple | list | frozenset)
        values[key] = joint.join(map(str, value)) if listed else value  # type: ignore[call-overload]
    return template.format_map(values)


def words_of(diagnostic: Diagnostic, language: Language) -> Words:
    """Return the filled words of a diagnostic."""
    known = MESSAGES.get(diagnostic.id)
    if known is None:
        return Words(diagnostic.id)
    raw = known.words(language)
    parts = (raw.title, raw.label, raw.cause, raw.remedy)
    return Words(*(filled(part, diagnostic.params, language) for part in parts))


def in_order(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Sort by place; what has no place comes last, in the given order."""
    return sorted(diagnostics, key=_key)


def _key(diagnostic: Diagnostic) -> tuple[bool, str, int, int]:
    span = diagnostic.span
    return (False, span.file, span.line, span.column) if span else (True, "", 0, 0)


def render(
    diagnostic: Diagnostic,
    texts: Mapping[str, str] | None = None,
    language: Language = "zh",
    format: Format = "text",
    colour: bool = False,
) -> str:
    """Return a diagnostic as text without a final line break.

    Args:
        diagnostic: what to say.
        texts: texts by the file names of spans; files on disk are read if this is not given.
        language: ``zh`` or ``en``.
        format: ``text`` with a code frame, ``short`` on one line, ``json`` as one JSON object.
        colour: use ANSI colours. Nothing is said by colour alone.
    """
    if format == "short":
        return short(diagnostic, language)
    if format == "json":
        import json

        return json.dumps(as_object(diagnostic, language), ensure_ascii=False)
    source = FileTexts() if texts is None else texts
    return "\n".join(_Frame(diagnostic, source, language, colour).lines())


def render_all(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str] | None = None,
    language: Language = "zh",
    format: Format = "text",
    colour: bool = False,
    most: int = MOST,
) -> str:
    """Return diagnostics in order of place, up to *most* of them with a word about the rest."""
    source = FileTexts() if texts is None else texts
    ordered = in_order(diagnostics)
    shown = [render(one, source, language, format, colour) for one in ordered[:most]]
    rest = len(ordered) - most
    if rest > 0 and format != "json":
        shown.append(f"…… 还有 {rest} 处" if language == "zh" else f"… and {rest} more")
    return ("\n\n" if format == "text" else "\n").join(shown)


def short(diagnostic: Diagnostic, language: Language = "zh") -> str:
    """Return ``path:line:column: error[CP0302] …``, as editors and grep like it."""
    span = diagnostic.span
    place = f"{_named(span)}: " if span else ""
    words = words_of(diagnostic, language)
    tail = f"；{words.label}" if words.label and language == "zh" else ""
    if words.label and language == "en":
        tail = f"; {words.label}"
    return f"{place}{diagnostic.severity.value}[{diagnostic.id}] {words.title}{tail}"


def as_object(diagnostic: Diagnostic, language: Language = "zh") -> dict[str, Any]:
    """Return a diagnostic for JSON; keys are stable, words are in *language*."""
    words = words_of(diagnostic, language)
    return {
        "id": diagnostic.id,
        "severity": diagnostic.severity.value,
        "message": words.title,
        "label": words.label,
        "cause": words.cause,
        "remedy": words.remedy,
        "place": _place(diagnostic.span),
        "params": {
            key: list(value) if isinstance(value, tuple | frozenset) else value
            for key, value in diagnostic.params.items()
        },
        "related": [
            {"message": related_words(one, language), "place": _place(one.span)}
            for one in diagnostic.related
        ],
    }


def _place(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _named(span: Span) -> str:
    """Return a place as editors jump to it; an option of the command line has no lines."""
    return span.file if span.file.startswith("--") else f"{span.file}:{span.line}:{span.column}"


def related_words(related: Related, language: Language) -> str:
    """Return what is said at a secondary place."""
    template = RELATED.get(related.id, {}).get(language, related.id)
    return filled(template, related.params, language)


class _Frame:
    """Builds the lines of one diagnostic."""

    def __init__(
        self, diagnostic: Diagnostic, texts: Mapping[str, str], language: Language, colour: bool
    ) -> None:
        self.diagnostic = diagnostic
        self.texts = texts
        self.language = language
        self.colour = colour
        self.words = words_of(diagnostic, language)

    def lines(self) -> Iterator[str]:
        """Yield the head, the frame, and what to do."""
        yield self._head()
        span = self.diagnostic.span
        gutter = ""
        if span is not None:
            marks = self._marks(span)
            digits = len(str(max(mark[0].line for mark in marks)))
            gutter = " " * digits
            yield f"{gutter} {self._dim('┌─')} {_named(span)}"
            text = self.texts.get(span.file)
            if text is not None:
                yield from self._code(text.splitlines(), marks, digits)
        zh = self.language == "zh"
        for head, part in (("建议" if zh else "help", self.words.remedy),):
            if part:
                yield f"{gutter} {self._dim('=')} {head}: {part}"
        for related in self._elsewhere():
            yield f"{gutter} {self._dim('=')} {related}"
        note = f"casepress explain {self.diagnostic.id}"
        yield f"{gutter} {self._dim('=')} {'说明' if zh else 'note'}: {note}"

    def _head(self) -> str:
        zh, en, colour = _SEVERITIES[self.diagnostic.severity]
        word = zh if self.language == "zh" else en
        return f"{self._paint(f'{word}[{self.diagnostic.id}]', colour)}: {self.words.title}"

    def _marks(self, span: Span) -> list[tuple[Span, str, str]]:
        """Return the places to mark in the main file: span, caret, label; in reading order."""
        marks = [(span, "^", self.words.label)]
        marks += [
            (one.span, "-", related_words(one, self.language))
            for one in self.diagnostic.related
            if one.span.file == span.file and one.span != span
        ]
        return sorted(marks, key=lambda mark: (mark[0].line, mark[0].column))

    def _elsewhere(self) -> Iterator[str]:
        """Yield secondary places in other files."""
        main = self.diagnostic.span
        for one in self.diagnostic.related:
            if main is None or one.span.file != main.file:
                place = f"{one.span.file}:{one.span.line}:{one.span.column}"
                yield f"{related_words(one, self.language)}: {place}"

    def _code(
        self, lines: list[str], marks: list[tuple[Span, str, str]], digits: int
    ) -> Iterator[str]:
        blank = f"{' ' * digits} {self._dim('│')}"
        yield blank
        last = 0
        for span, caret, label in marks:
            first = max(span.line - (_CONTEXT if caret == "^" else 0), last + 1, 1)
            first = min(first, span.line)
            if last and first > last + 1:
                yield f"{' ' * digits} {self._dim('┆')}"
            for number in range(first, span.line):
                shown, _, _ = window(_line(lines, number), 0, 0, _ROOM)
                if number > last:
                    yield f"{self._number(number, digits)} {shown}".rstrip()
            text = _line(lines, span.line)
            end = span.end_column - 1 if span.end_line == span.line else len(text)
            shown, before, marked = window(text, span.column - 1, max(end, span.column), _ROOM)
            if span.line != last:
                yield f"{self._number(span.line, digits)} {shown}".rstrip()
            pointer = self._paint(
                caret * marked + (f" {label}" if label else ""), self._tone(caret)
            )
            yield f"{blank} {' ' * before}{pointer}"
            last = span.line
        yield blank

    def _tone(self, caret: str) -> str:
        return _SEVERITIES[self.diagnostic.severity][2] if caret == "^" else _QUIET

    def _number(self, number: int, digits: int) -> str:
        return f"{self._dim(str(number).rjust(digits))} {self._dim('│')}"

    def _dim(self, text: str) -> str:
        return self._paint(text, _QUIET)

    def _paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""


__all__ = [
    "FileTexts",
    "as_object",
    "in_order",
    "related_words",
    "render",
    "render_all",
    "short",
    "width",
]

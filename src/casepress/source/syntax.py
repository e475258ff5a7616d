"""What went wrong in a text that is not YAML, in the terms of the person who wrote it.

PyYAML stops at the first place where it is lost, which is often a line after the mistake. Here the
mistake itself is looked for: a full-width colon, a tab, a mark that YAML reserves, a colon inside a
text, a quote that is never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from casepress.diagnostics import Diagnostic, Related, Severity, Span
from casepress.source.reader import SourceText

FULLWIDTH_COLON: Final = re.compile(r"^[ \t]*(?:- +)*(?P<key>[\w\u4e00-\u9fff]{1,20})(?P<colon>：)")
_NO_SPACE: Final = re.compile(r"^[ \t]*(?:- +)*(?P<key>[\w\u4e00-\u9fff]{1,20}):(?=[^\s:])")
_GLUED_DASH: Final = re.compile(r"^[ \t]*(?P<dash>-)(?=[^\s\-\d.])")
OTHER_BULLET: Final = re.compile(r"^[ \t]*(?P<bullet>[*•·●○◆■▪–—－][ \u3000\t]*)(?=[^\s*])")
"""Marks that people write for the ``- `` of a list."""
_KEY: Final = re.compile(
    r"^[ \t]*(?:[-*•] *)?[\"'“]?(?P<key>[\w\u4e00-\u9fff]{1,20})[\"'”]?\s*[:：]"
)
_INDEXED: Final = re.compile(r"[\w.\u4e00-\u9fff\]]+[\[{]$")
_INDEXED_WHOLE: Final = re.compile(r"[\w.\u4e00-\u9fff\[\]]+")
_WIDE_INDENT: Final = re.compile(r"^[ \t]*[\u3000\u00a0]+")
_BLOCK: Final = re.compile(r"(?:^|[:\-]\s+)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_VALUE: Final = re.compile(r"^\s*(?:- +)*(?:[^\s:#\"'][^:]*?:\s+)?(?P<value>\S.*)$")
_MOST: Final = 20
_PROSE: Final = 3


def explain(
    source: SourceText, error: yaml.YAMLError, known_keys: frozenset[str]
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics for a syntax error, in the order of the file.

    Args:
        source: the text PyYAML could not read.
        error: its error.
        known_keys: names that are keys for certain; ``标题：`` anywhere is then a slip of the hand.
    """
    error = _plain_error(source, error)
    problem = getattr(error, "problem_mark", None)
    line = problem.line + 1 if problem else 1
    column = problem.column if problem else 0
    known = tuple(fullwidth_colons(source, known_keys))
    near = (*_colons_near(source, line, error), *_slips_near(source, line, error, known_keys))
    found = {d.span: d for d in (*known, *near, *_tabbed(source), *_wide_indents(source, line))}
    if found:
        return tuple(sorted(found.values(), key=_place))[:_MOST]
    if known_keys and not _names_any(source, known_keys):
        return (Diagnostic("CP0300", Severity.ERROR, _whole(source, _first_line(source))),)
    return (_single(source, error, line, column),) if problem else (_unknown(source, 1, 0),)


def fullwidth_colons(source: SourceText, known_keys: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield every line that is a known key with a full-width colon, outside block texts."""
    for number, line in _outside_blocks(source):
        match = FULLWIDTH_COLON.match(line)
        if match and match["key"] in known_keys:
            yield _colon(source, number, match)


def _outside_blocks(source: SourceText) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not inside a ``|`` or ``>`` text, by their indentation."""
    indent = -1
    for number, line in source.lines():
        depth = len(line) - len(line.lstrip(" "))
        if indent >= 0 and (not line.strip() or depth > indent):
            continue
        indent = depth if _BLOCK.search(line) else -1
        yield number, line


def _colon(source: SourceText, number: int, match: re.Match[str]) -> Diagnostic:
    span = source.line_span(number, match.start("colon"), match.end("colon"))
    return Diagnostic("CP0203", Severity.ERROR, span, {"key": match["key"]})


def _colons_near(source: SourceText, line: int, error: Any) -> Iterator[Diagnostic]:
    """Yield a full-width colon on the line of the problem, or on the one it began on."""
    context = getattr(error, "context_mark", None)
    before = line - 1
    while before > 1 and not source.line(before).strip():
        before -= 1
    expected_colon = "':'" in (error.problem or "") or "mapping values" in (error.problem or "")
    numbers = {line, before} if expected_colon else {line}
    if context is not None and expected_colon:
        numbers.add(context.line + 1)
    for number in sorted(numbers):
        match = FULLWIDTH_COLON.match(source.line(number))
        rest = source.line(number)[match.end() :] if match else ""
        if match and not re.search(r"(?<!：): ", rest):
            yield _colon(source, number, match)


def _slips_near(
    source: SourceText, line: int, error: Any, known_keys: frozenset[str]
) -> Iterator[Diagnostic]:
    """Yield what is wrong on the line of the problem, or on those it may have begun on.

    A dash or a colon without its space, and marks of lists that are not YAML's.
    """
    context = getattr(error, "context_mark", None)
    numbers = {line, line - 1} | ({context.line + 1} if context is not None else set())
    for number in sorted(n for n in numbers if n > 0):
        text = source.line(number)
        colon, dash = _NO_SPACE.match(text), _GLUED_DASH.match(text)
        bullet = OTHER_BULLET.match(text)
        if colon and colon["key"] in known_keys:
            span = source.line_span(number, colon.start("key"), colon.end())
            yield Diagnostic("CP0229", Severity.ERROR, span, {"key": colon["key"]})
        elif dash and _KEY.match(text[dash.end() :]):
            span = source.line_span(number, dash.start("dash"), dash.end())
            yield Diagnostic("CP0228", Severity.ERROR, span)
        elif bullet and _KEY.match(text[bullet.end() :]):
            span = source.line_span(number, bullet.start("bullet"), bullet.start("bullet") + 1)
            yield Diagnostic("CP0227", Severity.ERROR, span, {"char": bullet["bullet"][0]})


def _names_any(source: SourceText, known_keys: frozenset[str]) -> bool:
    """Tell whether any line of a text looks like a key of a case: else it is something else.

    One or two lines are too little to tell.
    """
    lines = [text for _, text in source.lines() if text.strip()]
    matches = map(_KEY.match, lines)
    return len(lines) < _PROSE or any(match and match["key"] in known_keys for match in matches)


def _first_line(source: SourceText) -> int:
    return next((number for number, text in source.lines() if text.strip()), 1)


def _tabbed(source: SourceText) -> Iterator[Diagnostic]:
    """Yield every line outside block texts that is indented with a tab."""
    for number, line in _outside_blocks(source):
        if "\t" in line[: len(line) - len(line.lstrip(" \t"))]:
            yield _tab(source, number, 0)


def _wide_indents(source: SourceText, line: int) -> Iterator[Diagnostic]:
    """Yield lines at the problem that are indented with full-width or no-break spaces."""
    for number in (line - 1, line):
        match = _WIDE_INDENT.match(source.line(number))
        if match:
            span = source.line_span(number, 0, match.end())
            yield Diagnostic("CP0202", Severity.ERROR, span)


def _plain_error(source: SourceText, error: yaml.YAMLError) -> Any:
    """Return the error of PyYAML's own parser, whose words and places are the same everywhere."""
    try:
        for _ in yaml.parse(source.text, Loader=yaml.BaseLoader):
            pass
    except yaml.MarkedYAMLError as plain:
        return plain
    except (yaml.YAMLError, ValueError, RecursionError):
        pass
    return error


def _single(source: SourceText, error: Any, line: int, column: int) -> Diagnostic:
    """Return the one diagnostic for an error, by what PyYAML was doing and what stands there."""
    problem, context = error.problem or "", error.context or ""
    here = source.line(line)
    char = here[column : column + 1]
    if char == "\t" or "\\t" in problem or here[: len(here) - len(here.lstrip())].count("\t"):
        return _tab(source, line, column)
    if "<document start>" in problem:
        return Diagnostic("CP0214", Severity.ERROR, _whole(source, line))
    if here[:1] == "%":
        return _at(source, "CP0204", line, 0, char="%")
    if "cannot start any token" in problem:
        return _at(source, "CP0204", line, column, char=char)
    if "scanning an alias" in context or "scanning an anchor" in context or "a tag" in context:
        return _from_context(source, "CP0205", error)
    if "block scalar" in context:
        return _from_context(source, "CP0206", error)
    if "quoted scalar" in context:
        return _unclosed_quote(source, error)
    if "flow" in context:
        return _unclosed_flow(source, error)
    if "mapping values are not allowed" in problem:
        return _colon_in_text(source, line, column)
    if "sequence entries are not allowed" in problem:
        return _at(source, "CP0212", line, column)
    return _structure(source, error, line, column)


def _tab(source: SourceText, line: int, column: int) -> Diagnostic:
    text = source.line(line)
    start = text.find("\t") if "\t" in text else column
    end = start + len(text[start:]) - len(text[start:].lstrip("\t"))
    span = source.line_span(line, start, max(end, start + 1))
    indent = not text[:start].strip()
    return Diagnostic("CP0201" if indent else "CP0223", Severity.ERROR, span)


def _colon_in_text(source: SourceText, line: int, column: int) -> Diagnostic:
    """Explain a colon where none may be: inside a text, or after a line of another depth."""
    text = source.line(line)
    first = re.search(r":(?=\s|$)", text)
    if first and first.start() < column:
        return _at(source, "CP0207", line, column)
    above = line - 1
    while above > 1 and not source.line(above).strip():
        above -= 1
    depth, over = (len(t) - len(t.lstrip()) for t in (text, source.line(above)))
    if depth <= over and ":" not in source.line(above):
        return Diagnostic("CP0225", Severity.ERROR, _whole(source, above))
    span = source.line_span(line, 0, max(depth, 1))
    related = Related(_whole(source, above), "above")
    return Diagnostic("CP0209", Severity.ERROR, span, related=(related,))


def _unclosed_quote(source: SourceText, error: Any) -> Diagnostic:
    mark = error.context_mark or error.problem_mark
    if "escape" in (error.problem or "") or "escape" in (error.context or ""):
        line, column = error.problem_mark.line + 1, error.problem_mark.column
        before = source.line(line)[:column]
        return _at(source, "CP0224", line, max(before.rfind("\\"), 0))
    char = source.line(mark.line + 1)[mark.column : mark.column + 1]
    return _at(source, "CP0208", mark.line + 1, mark.column, char=char)


def _unclosed_flow(source: SourceText, error: Any) -> Diagnostic:
    mark = error.context_mark or error.problem_mark
    here = error.problem_mark
    text = source.line(here.line + 1)
    inner = _INDEXED.search(text[: here.column + 1])
    if inner:
        span = source.line_span(here.line + 1, inner.start(), here.column + 1)
        words = _INDEXED_WHOLE.match(text, inner.start())
        shown = words[0] if words else inner[0]
        return Diagnostic("CP0231", Severity.ERROR, span, {"value": shown})
    char = source.line(mark.line + 1)[mark.column : mark.column + 1]
    close = {"[": "]", "{": "}"}.get(char, "]")
    problem = _at(source, "CP0213", mark.line + 1, mark.column, char=char, close=close)
    if here.line == mark.line:
        return problem
    related = Related(_whole(source, here.line + 1), "lost_here")
    return Diagnostic(problem.id, problem.severity, problem.span, problem.params, (related,))


def _structure(source: SourceText, error: Any, line: int, column: int) -> Diagnostic:
    """Explain a place where the next entry was expected: text after a quote, or indentation."""
    match = _VALUE.match(source.line(line))
    value = match["value"] if match else ""
    if match and value[:1] in ("'", '"') and column > match.start("value"):
        return _at(source, "CP0210", line, match.start("value"), char=value[0])
    if match and value[:1] in ("[", "{", "]", "}") and column >= match.start("value"):
        return _at(source, "CP0211", line, match.start("value"), char=value[0])
    if "could not find expected ':'" in (error.problem or ""):
        return _missing_colon(source, error, line)
    if "block" in (error.context or ""):
        return _wrong_depth(source, error, line, column)
    return _unknown(source, line, column)


def _missing_colon(source: SourceText, error: Any, line: int) -> Diagnostic:
    mark = error.context_mark
    number = mark.line + 1 if mark else line
    span = _whole(source, number)
    return Diagnostic("CP0225", Severity.ERROR, span)


def _wrong_depth(source: SourceText, error: Any, line: int, column: int) -> Diagnostic:
    mark = error.context_mark
    related: tuple[Related, ...] = ()
    if mark is not None and mark.line + 1 != line:
        related = (Related(_whole(source, mark.line + 1), "block_begins"),)
    text = source.line(line)
    depth = len(text) - len(text.lstrip())
    start, end = (0, depth) if depth and depth == column else (column, column + 1)
    span = source.line_span(line, start, max(end, start + 1))
    return Diagnostic("CP0209", Severity.ERROR, span, related=related)


def _unknown(source: SourceText, line: int, column: int) -> Diagnostic:
    return _at(source, "CP0200", line, column)


def _at(source: SourceText, message: str, line: int, column: int, **params: object) -> Diagnostic:
    span = source.line_span(line, column, column + 1)
    return Diagnostic(message, Severity.ERROR, span, params)


def _from_context(source: SourceText, message: str, error: Any) -> Diagnostic:
    mark = error.context_mark or error.problem_mark
    char = source.line(mark.line + 1)[mark.column : mark.column + 1]
    return _at(source, message, mark.line + 1, mark.column, char=char)


def _whole(source: SourceText, number: int) -> Span:
    text = source.line(number)
    start = len(text) - len(text.lstrip())
    return source.line_span(number, start, max(len(text.rstrip()), start + 1))


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (span.line, span.column) if span else (0, 0)

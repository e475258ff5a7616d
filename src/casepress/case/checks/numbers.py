"""Rules about figures and quotes: they have to stand in the text, and to follow from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from casepress.case.charting import refused
from casepress.case.checks.mentions import growths
from casepress.case.checks.walk import prose
from casepress.case.facts import change, number, percent_words
from casepress.case.load import LoadedCase
from casepress.case.model import Case, KeyFigure, Metric
from casepress.case.verbatim import article_body
from casepress.diagnostics import Diagnostic, Severity

_NUMERAL: Final = re.compile(r"\d[\d,]*(?:\.\d+)?|[〇一二两三四五六七八九十]{1,4}")
_NOT_WORDS: Final = re.compile(r"[\s，。、；：！？“”‘’（）《》|｜]+")
_ENDS: Final = "，。、；：“”‘’"


def metrics(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Check that values are numbers and that the stated change follows from them."""
    results = loaded.case.results
    for index, metric in enumerate(results.metrics if results else ()):
        path = f"results.metrics[{index}]"
        for point, value in (("from", metric.from_.value), ("to", metric.to.value)):
            if number(value) is None:
                span = loaded.locate(f"{path}.{point}.value")
                params = {"label": metric.label, "value": value}
                yield Diagnostic("CP0412", Severity.ERROR, span, params)
        if refused(metric):
            span = loaded.locate(f"{path}.chart")
            known = {"label": metric.label, "chart": metric.chart}
            yield Diagnostic("CP0431", Severity.WARNING, span, known)
        found = change(metric)
        if found.agrees is False and found.computed is not None and found.stated is not None:
            params = {
                "label": metric.label,
                "first": metric.from_.value,
                "last": f"{metric.to.value}{metric.unit}",
                "computed": percent_words(found.computed),
                "stated": percent_words(found.stated),
            }
            span = loaded.locate(f"{path}.stated")
            yield Diagnostic("CP0401", Severity.WARNING, span, params)


def growth(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Check the growth that running text states; what a metric holds is checked there."""
    results = loaded.case.results
    told = {(one.from_.value, one.to.value) for one in (results.metrics if results else ())}
    for path, text in prose(loaded.case):
        for one in growths(text):
            if (one.first, one.last) in told:
                continue
            told.add((one.first, one.last))
            point = {"value": one.first, "when": ""}, {"value": one.last, "when": ""}
            metric = Metric.model_validate(
                {"label": one.noun, "from": point[0], "to": point[1], "stated": one.stated}
            )
            found = change(metric)
            if found.agrees is False and found.computed is not None and found.stated is not None:
                params = {
                    "label": one.noun,
                    "first": one.first,
                    "last": f"{one.last}{one.unit}",
                    "computed": percent_words(found.computed),
                    "stated": percent_words(found.stated),
                }
                span = loaded.locate(path, one.start, one.end)
                yield Diagnostic("CP0401", Severity.WARNING, span, params)


def figures(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Check that every large figure and every value of a chart stands in the text."""
    known = set(_numbers(article_body(loaded.case)))
    given = [(path, one.value, one.unit) for path, one in key_figures(loaded.case)]
    results = loaded.case.results
    for index, metric in enumerate(results.metrics if results else ()):
        for name, point in (("from", metric.from_), ("to", metric.to)):
            given.append((f"results.metrics[{index}].{name}", point.value, metric.unit))
    for path, written, unit in given:
        value = number(written)
        if value is not None and value not in known:
            params = {"value": written, "unit": unit}
            span = loaded.locate(f"{path}.value")
            yield Diagnostic("CP0410", Severity.WARNING, span, params)


def _numbers(body: str) -> Iterator[Decimal]:
    for match in _NUMERAL.finditer(body):
        value = number(match.group())
        if value is not None:
            yield value


def key_figures(case: Case) -> Iterator[tuple[str, KeyFigure]]:
    """Yield every key figure with its path."""
    groups: list[tuple[str, tuple[KeyFigure, ...]]] = []
    if case.summary:
        groups.append(("summary", case.summary.key_figures))
    for i, practice in enumerate(case.practices):
        for j, measure in enumerate(practice.measures):
            groups.append((f"practices[{i}].measures[{j}]", measure.key_figures))
        if practice.detail:
            groups.append((f"practices[{i}].detail", practice.detail.figures))
    for i, item in enumerate(case.results.items if case.results else ()):
        groups.append((f"results.items[{i}]", item.key_figures))
    for path, group in groups:
        name = "figures" if path.endswith("detail") else "key_figures"
        for k, figure in enumerate(group):
            yield f"{path}.{name}[{k}]", figure


def quotes(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Check that what is given as the text's own words stands in the text."""
    body = _bare(article_body(loaded.case))
    for path, what, words in _quoted(loaded.case):
        if not is_quoted(words, body):
            shown = words.replace("|", "")
            params = {"what": what, "words": shown if len(shown) <= 30 else shown[:29] + "…"}
            yield Diagnostic("CP0411", Severity.WARNING, loaded.locate(path), params)


def is_quoted(words: str, body: str) -> bool:
    """Tell whether the parts of a quote (between ``|``) stand in the bare text in this order."""
    place = 0
    for part in re.split("[|｜]", words):
        bare = _bare(part.strip(_ENDS))
        found = body.find(bare, place)
        if found < 0:
            return False
        place = found + len(bare)
    return True


def _bare(text: str) -> str:
    return _NOT_WORDS.sub("", text)


def _quoted(case: Case) -> Iterator[tuple[str, str, str]]:
    """Yield path, what it is, and the words of every quote."""
    if case.background and case.background.question:
        yield "background.question", "核心设问", case.background.question
    for i, practice in enumerate(case.practices):
        for j, measure in enumerate(practice.measures):
            path = f"practices[{i}].measures[{j}]"
            if measure.quote:
                yield f"{path}.quote", "侧栏引语", measure.quote
            if measure.fact:
                yield f"{path}.fact", "事实", measure.fact
    results = case.results
    for i, metric in enumerate(results.metrics if results else ()):
        for name, what, words in (
            ("text", "指标原文", metric.text),
            ("stated", "变化的表述", metric.stated),
        ):
            if words:
                yield f"results.metrics[{i}].{name}", what, words
    for i, honour in enumerate(results.honours if results else ()):
        yield f"results.honours[{i}].title", "荣誉", honour.title
    if case.teaching and case.teaching.statement:
        yield "teaching.statement", "小结语", case.teaching.statement

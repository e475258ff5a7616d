"""Figures on slides: the number large, its unit small beside it, in the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from casepress.case.model import Case, KeyFigure, Measure, Metric
from casepress.deck.model import TextRun
from casepress.deck.words.chinese import bare, clauses, plain
from casepress.frozen import dataclass

_GLUED_UNITS = frozenset(("%", "％", "‰", "℃", "°", "+"))
_MEASURE_WORDS = (
    "个|条|家|所|项|名|户|册|次|场|期|处|类|种|人次|人|支|座|栋|件|套|台|辆|亩|吨|公里|平方米|亿元"
    "|万元|元|天|小时|分钟|岁|届|张|篇|部|门"
)
_COUNT = re.compile(
    rf"(?P<before>近|约|超过|达)?(?P<value>\d[\d,]*(?:\.\d+)?)(?P<scale>[万亿]?)"
    rf"(?P<more>余|多)?(?P<unit>{_MEASURE_WORDS}|%)(?P<after>以上|左右|余)?"
)
_NOT_COUNT = re.compile(r"[年月日时点:：]$|第$")
_CAPTION_LIMIT = 12
_VERBAL = re.compile("[了着过是有为花用]|以上|以下|左右")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with the place it comes from; *derived* when it was read out of running text."""

    figure: KeyFigure
    source: str
    derived: bool = False

    @property
    def same(self) -> tuple[str, str]:
        """What two mentions of one figure have in common."""
        return self.figure.value.replace(",", ""), self.figure.unit

    @property
    def caption(self) -> str:
        """Its caption on one line."""
        return plain(self.figure.caption)


def figure_runs(figure: KeyFigure, unit_pt: float) -> tuple[TextRun, ...]:
    """Return the runs of a figure: digits at the placeholder's size, unit and suffix smaller.

    ``%`` belongs to the number; a numeral in Chinese (六年) keeps its unit at full size; 近 stays
    large with its number, 连续 and 超过 stand small before it.
    """
    lead, large, small = figure.before, figure.value, figure.unit
    if small in _GLUED_UNITS or not figure.value.replace(",", "").replace(".", "").isascii():
        large, small = large + small, ""
    small += figure.after
    if len(lead) > 1:
        runs = [TextRun(f"{lead} ", size_pt=unit_pt), TextRun(large)]
    else:
        runs = [TextRun(lead + large)]
    if small:
        runs.append(TextRun(f" {small}", size_pt=unit_pt))
    return tuple(runs)


def worded(figure: KeyFigure) -> str:
    """Return a figure as running text: 近5万平方米, 95%以上."""
    return f"{figure.before}{figure.value}{figure.unit}{figure.after}"


def measure_facts(measure: Measure, path: str, read: bool = True) -> tuple[Fact, ...]:
    """Return the figures of a measure: the author's, else (*read*) one read out of its text."""
    if measure.key_figures:
        return tuple(
            Fact(figure, f"{path}.key_figures[{n}]") for n, figure in enumerate(measure.key_figures)
        )
    return tuple(read_out(measure.text, f"{path}.text"))[:1] if read else ()


def read_out(text: str, source: str) -> Iterator[Fact]:
    """Read counts out of a text: number, measure word and the few words that say of what.

    Only where those words are 2 to 12 characters long and stand in the same clause; nothing is
    counted or rounded.
    """
    for clause in clauses(text, "，。！？；、"):
        words = text[clause.start : clause.end]
        for match in _COUNT.finditer(words):
            if _NOT_COUNT.search(words[: match.start()]):
                continue
            caption = _caption(words[: match.start()], words[match.end() :])
            if caption:
                figure = KeyFigure(
                    value=match["value"],
                    unit=match["scale"] + (match["more"] or "") + match["unit"],
                    before=match["before"] or "",
                    after=match["after"] or "",
                    caption=caption,
                )
                yield Fact(figure, source, True)


def _caption(before: str, after: str) -> str:
    """The words that name a count: what follows it, else what precedes it in the clause."""
    follows, precedes = bare(after), bare(before)
    if _VERBAL.search(follows):
        return ""
    if 2 <= len(follows) <= _CAPTION_LIMIT and not re.match("[的在由从，至到和与]|以上", follows):
        return follows
    plain_noun = not re.search("[由从至到为达，的]$|\\d", precedes)
    if not follows and 2 <= len(precedes) <= _CAPTION_LIMIT and plain_noun:
        return precedes
    return ""


def metric_fact(metric: Metric, path: str) -> Fact:
    """Return where a metric stands now, with where it came from as the second line."""
    origin = f"{metric.from_.when or '原来'}为{metric.from_.value}{metric.unit}"
    figure = KeyFigure(value=metric.to.value, unit=metric.unit, caption=metric.label, note=origin)
    return Fact(figure, path)


def case_facts(case: Case) -> tuple[Fact, ...]:
    """Return the figures of a case for its overview, the most telling first, each once.

    The summary's own, the metrics, then the figures of results and practices.
    """
    return distinct(_case_facts(case))


def _case_facts(case: Case) -> Iterator[Fact]:
    if case.summary:
        for n, figure in enumerate(case.summary.key_figures):
            yield Fact(figure, f"summary.key_figures[{n}]")
    if case.results:
        for n, metric in enumerate(case.results.metrics):
            yield metric_fact(metric, f"results.metrics[{n}]")
        for i, item in enumerate(case.results.items):
            for n, figure in enumerate(item.key_figures):
                yield Fact(figure, f"results.items[{i}].key_figures[{n}]")
    for i, practice in enumerate(case.practices):
        for j, measure in enumerate(practice.measures):
            for n, figure in enumerate(measure.key_figures):
                path = f"practices[{i}].measures[{j}].key_figures[{n}]"
                if figure.caption and not figure.small:
                    yield Fact(figure, path)


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts without repetition of value and unit, in order."""
    seen: dict[tuple[str, str], Fact] = {}
    for one in facts:
        seen.setdefault(one.same, one)
    return tuple(seen.values())


def without(facts: Sequence[Fact], shown: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts whose figures are not among *shown*."""
    taken = {one.same for one in shown}
    return tuple(one for one in facts if one.same not in taken)

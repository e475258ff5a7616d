"""The parts of a session: names, guiding questions and planned minutes."""

from __future__ import annotations

from casepress.case.model import Case
from casepress.case.model import Part as TeachingPart
from casepress.deck.words.chinese import plain
from casepress.frozen import dataclass

OPENING, OVERVIEW, PRACTICES, RESULTS, LESSONS = (
    "opening", "overview", "practices", "results", "lessons",
)  # fmt: skip
APPENDIX = "appendix"
NUMBERED = (OVERVIEW, PRACTICES, RESULTS, LESSONS)
"""The parts that have a number, a divider and a segment of the bar."""
ORDER = (OPENING, *NUMBERED, APPENDIX)
_ALIASES = {
    "导入": OPENING, "课程导入": OPENING, "速览": OVERVIEW, "案例速览": OVERVIEW,
    "做法": PRACTICES, "主要做法": PRACTICES, "成效": RESULTS, "主要成效": RESULTS,
    "启示": LESSONS, "工作启示": LESSONS, "研讨": LESSONS,
}  # fmt: skip
_NAMES = {OPENING: "课程导入", OVERVIEW: "案例速览", APPENDIX: "附"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the session as it is shown."""

    id: str
    name: str
    question: str = ""
    minutes: int | None = None
    method: str = ""
    criterion: str = ""
    number: int = 0
    """From 1 for numbered parts, else 0; 0 also for the only part there is."""
    index: int | None = None
    """Its place in ``teaching.parts``."""

    @property
    def divider_key(self) -> str:
        """Key of its divider slide."""
        return f"part-{self.id}"


def part_id(given: str) -> str:
    """Return the id a part of the teaching plan means; ids may be written in Chinese."""
    return _ALIASES.get(given.strip(), given.strip())


def case_parts(case: Case, present: set[str]) -> dict[str, Part]:
    """Return the parts that have slides, numbered in order."""
    planned: dict[str, tuple[int, TeachingPart]] = {}
    if case.teaching:
        for n, one in enumerate(case.teaching.parts):
            planned.setdefault(part_id(one.id), (n, one))
    parts: dict[str, Part] = {}
    many = len(present & set(NUMBERED)) > 1
    number = 0
    for key in ORDER:
        if key not in present:
            continue
        number += key in NUMBERED
        parts[key] = _part(case, key, planned.get(key), number if many and key in NUMBERED else 0)
    return parts


def _part(case: Case, key: str, planned: tuple[int, TeachingPart] | None, number: int) -> Part:
    name, question = _default(case, key)
    if planned is None:
        return Part(key, name, question, number=number)
    index, one = planned
    return Part(
        key,
        plain(one.name) or name,
        plain(one.question) or question,
        one.minutes,
        plain(one.method),
        plain(one.criterion),
        number,
        index,
    )


def _default(case: Case, key: str) -> tuple[str, str]:
    """Name and question of a part the author did not plan."""
    headings = case.headings
    if key == PRACTICES:
        return plain(headings.practices), "问题是怎样一步一步解决的？"
    if key == RESULTS:
        figures = case.results is not None and case.results.metrics
        return plain(headings.results), "哪些数字说明了变化？" if figures else "做成了什么？"
    if key == LESSONS:
        return plain(headings.lessons), "哪一条做法，本单位能先走一步？"
    question = "遇到什么问题，做成了什么？" if key == OVERVIEW else ""
    return _NAMES[key], question

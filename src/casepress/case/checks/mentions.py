"""Where a text says how many of something there are: 232个党组织, 党员5624名, 由147个发展到232个.

Read by form, not by meaning, and cautiously: approximations, shares, years and 每, 其中 are left
out, so that what remains can be compared.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from casepress.case.facts import number
from casepress.frozen import dataclass

MEASURES: Final = (
    "人次|平方公里|平方米|亿元|万元|公里|个|名|位|人|户|家|所|条|项"
    "|支|座|处|件|场|期|册|亩|吨|元|亿"
)
_ALIKE: Final = {"名": "人", "位": "人", "亿": "亿元"}
NUMBER: Final = r"(?<![\d.,])\d[\d,]*(?:\.\d+)?[百千万亿]*?"
_COUNT: Final = rf"(?P<number>{NUMBER})(?P<measure>{MEASURES})"
_HAN: Final = r"[\u4e00-\u9fff]"
_NUMBER_FIRST: Final = re.compile(rf"{_COUNT}(?!次|以上|左右|多|余)(?P<noun>{_HAN}{{2,9}})")
_NOUN_FIRST: Final = re.compile(rf"(?P<noun>{_HAN}{{2,12}}){_COUNT}(?=[，。；、：！？）”\s]|$)")
_CHANGED: Final = re.compile(
    rf"(?P<noun>{_HAN}{{2,12}})[由从](?:[^，。；0-9]|\d{{4}}年){{0,8}}?(?P<first>{NUMBER})"
    rf"(?P<unit>{MEASURES})?[的]?(?:发展|增加|增长|提高|提升|上升|扩大|壮大|下降|减少|降低|压缩|缩短)?"
    rf"[增升降]?了?[到至为]{_COUNT}"
)
_STATED: Final = re.compile(
    r"[、，（]?(?:同比|环比|比[^，。；\d]{0,6}|整体|累计)?(?P<stated>"
    r"(?:增长|增加|增幅|提高|提升|上升|下降|减少|降低|降幅|缩短|压缩)[^，。；\d%]{0,5}\d+(?:\.\d+)?%"
    r"(?:以上|左右)?)"
)
_STOPS: Final = re.compile(
    "[的了在和与及或是被将把对由从到均都全已共占参纳以等并为有达其每该此使让至近约超]"
)
_LINKS: Final = re.compile(
    "(?:总数|总计|累计|合计|共计|共有|现有|达到|数量|数|共|达|有|为|已|约|近|至|到)+$"
)
_WEAK: Final = re.compile(
    "^(?:基层|全部|辖区内|辖区|园区|区内|现有|全[区市县镇村乡省国]|驻区|下辖|所有|各类|各级|相关|类|级|内)+"
)
EVENTS: Final = (
    "新增|新建|新设|建成|组建|成立|开展|举办|培训|走访|慰问|发放|引进|培育|打造|评选|表彰|选派|招聘|设立|增设"
    "|制定|出台|收到|征集|解决|办理|化解|投入|整合|吸引|带动|服务|覆盖|贴|建起|建立|派出|下派|入户|签订|改造|修建"
)
_EVENT_FIRST: Final = re.compile(rf"^.*?(?P<event>{EVENTS})了?")
_EVENT_BEFORE: Final = re.compile(rf"(?P<event>{EVENTS})了?(?:共|共计|累计)?$")
_OTHER_SCOPE: Final = re.compile(
    r"其中|每[个名户人村家月年天次]|平均|人均|户均|另有|还有|其余|至少|不足|超过|近$|约$|逾$|第$|[12]\d{3}年|[一-十两]+个?月|上半年|下半年"
)
_CLAUSE: Final = re.compile("[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in a text: of what, in which measure, how many, where, and by which event.

    ``also`` holds the value a change started from: it may be named elsewhere as well.
    """

    noun: str
    measure: str
    value: Decimal
    start: int
    end: int
    event: str = ""
    also: Decimal | None = None


class Growth(NamedTuple):
    """A change with the percentage the text states for it, as written; where that stands."""

    noun: str
    first: str
    last: str
    unit: str
    stated: str
    start: int
    end: int


def growths(text: str) -> Iterator[Growth]:
    """Yield 由23亿增加至38亿、增幅达60%: two values and a percentage that should follow."""
    for match in _CHANGED.finditer(text):
        stated = _STATED.match(text, match.end())
        if stated and match["unit"] in (None, match["measure"]):
            yield Growth(
                _noun_before(match["noun"])[1], match["first"], match["number"],
                match["measure"], stated["stated"], *stated.span("stated"),
            )  # fmt: skip


def mentions(text: str) -> Iterator[Mention]:
    """Yield the quantities of a text in order of their forms; each number once."""
    taken: set[int] = set()
    for match in _CHANGED.finditer(text):
        first, last = number(match["first"]), number(match["number"])
        noun = _noun_before(match["noun"])[1]
        taken |= set(range(match.start("first"), match.end()))
        if noun and first is not None and last is not None:
            yield Mention(
                noun, _measure(match), last, match.start("number"), match.end("measure"),
                also=first,
            )  # fmt: skip
    clauses = [0, *(match.end() for match in _CLAUSE.finditer(text))]
    for pattern in (_NUMBER_FIRST, _NOUN_FIRST):
        place = 0
        while found := pattern.search(text, place):
            place = found.end("measure")
            if found.start("number") in taken or _scoped(text, found, clauses):
                continue
            one = _mention(text, found, number_first=pattern is _NUMBER_FIRST)
            if one is not None:
                taken |= set(range(one.start, one.end))
                yield one


def _mention(text: str, match: re.Match[str], *, number_first: bool) -> Mention | None:
    value = number(match["number"])
    if number_first:
        noun = _noun_after(match["noun"])
        before = _EVENT_BEFORE.search(
            text[max(0, match.start("number") - 8) : match.start("number")]
        )
        event = before["event"] if before else ""
    else:
        event, noun = _noun_before(match["noun"])
    if value is None or len(noun) < 2:
        return None
    return Mention(noun, _measure(match), value, match.start("number"), match.end("measure"), event)


def _measure(match: re.Match[str]) -> str:
    return _ALIKE.get(match["measure"], match["measure"])


def _scoped(text: str, match: re.Match[str], clauses: Sequence[int]) -> bool:
    """Tell whether the clause up to a number narrows it: 其中, 每户, a year.

    *clauses* are the places where clauses begin.
    """
    end = match.start("number")
    start = clauses[bisect_right(clauses, end) - 1]
    return _OTHER_SCOPE.search(text[start:end]) is not None


def _noun_after(run: str) -> str:
    """Return the noun at the beginning of a run of Han characters: 党员全部纳入 is 党员."""
    stop = _STOPS.search(run, 1)
    return _WEAK.sub("", run[: stop.start()] if stop else run)


def _noun_before(run: str) -> tuple[str, str]:
    """Return event and noun at the end of a run: 建成各类学校 is (建成, 学校)."""
    run = _LINKS.sub("", run)
    event = _EVENT_FIRST.search(run)
    if event:
        run = run[event.end() :]
    pieces = _STOPS.split(run)
    return event["event"] if event else "", _WEAK.sub("", pieces[-1])

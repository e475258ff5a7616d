"""Figures in the text: 由A增加到B as metrics, 增长N%/达N以上 as figures to show large."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casepress.frozen import dataclass
from casepress.source.article.body import Body, Cut
from casepress.source.article.sentence import sentences

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = (
    r"(?:(?:小时|分钟|[万亿千百]?(?:平方米|平方公里|公里|千米|立方米|公顷|人次|人民币|美元|千瓦时|元|吨|亩|米|户次|个百分点|个工作日|微克|毫克|公斤|厘米|架次|克)"
    r"|[万亿千百]?[个名人家所条项次户件套座栋台辆件份场期篇张支处种类批届岁天年月周分位级亩单块起例间册本组对队句只棵道屏门班]|[万亿]|%|‰|％|分|倍|秒)"
    r"(?:/(?:平方米|立方米|[\u4e00-\u9fff]))?)"
)
_WHEN = (
    r"(?:\d{4}年(?:\d{1,2}月)?(?:底|初|末|以前|之前|之初)?"
    r"|原来|原先|过去|之前|以前|最初|成立之初|年初|上年|去年|改革前|同期|试点前|当初)"
)
_NOW = r"(?:目前|如今|现在|当前|现有|\d{4}年(?:\d{1,2}月)?(?:底|初|末)?|年底|今年|改革后)"
_VERB = (
    r"(?:增加|增长|发展|提高|提升|上升|扩大|扩展|跃升|跃|壮大|增|升"
    r"|攀升|拓展|拓宽|延长|优化|改善|下降|减少|降低|缩短|缩小|压缩|缩减|压减|精简|减|降|缩)"
)
_CHANGE = re.compile(
    rf"(?:由|从)(?:(?P<when>{_WHEN})的?)?(?:的)?(?:每[年月日天周]|年均|日均|月均)?(?P<about>不足|近|约)?(?P<a>{_NUMBER})(?P<unit_a>{_UNIT})?"
    rf"[，]?(?P<verb>{_VERB})(?:到|至|为)(?P<at>{_NOW})?的?(?P<near>近|约)?(?P<b>{_NUMBER})(?P<unit_b>{_UNIT})?(?P<over>以上|余|多)?"
    rf"(?P<stated>[、，]?(?:同比|累计|年均|净)?(?:增长|增加|增幅|提高|提升|上升|下降|减少|降低|缩短|降幅|翻)"
    rf"(?:了|达到?|为|近|约|超过?)*(?P<rate>{_NUMBER}(?:%|％|倍|个百分点)|[一两]番))?"
)
_LABEL_BREAK = re.compile(r"[，。；：、！？“”（）]|(?:使得?|让|将|把|其中|目前|如今|截至[^，]*)")
_PLACES = (
    "园区",
    "全区",
    "全市",
    "全县",
    "全省",
    "全镇",
    "全街道",
    "全院",
    "全校",
    "该区",
    "该市",
    "我区",
    "我市",
    "辖区",
    "全国",
)
_SENTENCE_NOW = re.compile(rf"(?P<now>{_NOW})[，,]")
_LONGEST_LABEL = 16
_LOOSE_DIGIT = re.compile(r"(?<![A-Za-z.\d])\d")

_FIGURE = re.compile(
    r"(?P<caption>(?:“[^“”，。]{1,8}”|[A-Za-z][A-Za-z0-9.]*|[^，。；：、！？\d“”（）A-Za-z]){2,18}?)"
    r"(?P<versus>[比较](?:上年|同期|\d{4}年(?:同期|底)?|[改试]\w{0,2}前))?(?P<verb>平均提高|平均缩短|达到?|超过?|突破|保持在|稳定在|维持在|提高|提升|增长|增加|增幅达|下降|降低|缩短|减少|占[^，。；\d]{0,8}的|为)了?"
    rf"(?P<before>近|约|超)?(?:(?P<value>{_NUMBER})(?P<unit>{_UNIT})|(?P<han>[一二两三四五六七八九])(?P<part>成|番|倍))(?P<after>以上|余|多|左右|大关)?(?=[，。；、！？（]|$)"
)
_DOUBLED = re.compile(
    r"(?P<caption>(?:“[^“”，。]{1,8}”|[^，。；：、！？\d“”（）]){2,18}?)(?P<before>翻了?)(?P<value>[一两])(?P<unit>番)"
)
_SHARES = ("%", "％", "‰", "成")
_INCREASE = ("提高", "提升", "增长", "增加", "增幅达", "平均提高")
_DECREASE = ("下降", "降低", "缩短", "减少", "平均缩短")
_BARE = re.compile(r"(?:年均|月均|日均)?(?:同比|环比|累计|年均|平均|净|又)?")
_STATES = ("达", "达到", "为", "超", "超过", "突破", "保持在", "稳定在", "维持在")


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity that went from one value to another, in the article's words."""

    label: str
    unit: str
    start: tuple[str, str]
    end: tuple[str, str]
    stated: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A single figure worth showing: its words before and after, and what it counts."""

    value: str
    unit: str
    before: str
    after: str
    caption: str
    kind: str
    offset: int
    note: str = ""


def changes(body: Body, cut: Cut) -> tuple[Change, ...]:
    """Every 由A增加到B of a cut, with 增长N% if it is stated there.

    The time of the start is inherited within a sentence (由2010年的147个…，党员由3093人…);
    the time of the end is the 目前 the sentence opens with. A change without a name is left out.
    """
    return tuple(
        change for start, end in sentences(body.text, cut.start, cut.end)
        for change in _of_sentence(body.text, start, end)
    )  # fmt: skip


def _of_sentence(text: str, start: int, end: int) -> Iterator[Change]:
    when = now = ""
    before = start
    for match in _CHANGE.finditer(text, start, end):
        if "；" in text[before : match.start()]:
            when = now = ""
        opening = _last_now(text, start, match.start())
        now = match.group("at") or opening or now
        when = match.group("when") or when
        label = _label(text, before, match.start())
        before = match.end()
        unit = match.group("unit_b") or match.group("unit_a") or ""
        if not label or not _same_unit(match):
            continue
        stated = (match.group("stated") or "").lstrip("、，")
        yield Change(
            label[0],
            unit,
            (match.group("a"), when),
            (match.group("b"), now),
            stated,
            text[label[1] : match.end()],
            label[1],
        )


def _same_unit(match: re.Match[str]) -> bool:
    """Whether both values count the same (3天 and 40分钟 do not: no chart can show them)."""
    units = match.group("unit_a"), match.group("unit_b")
    return None in units or units[0] == units[1]


def _last_now(text: str, start: int, end: int) -> str:
    found = ""
    for match in _SENTENCE_NOW.finditer(text, start, end):
        found = match.group("now")
    return found


def _label(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the name right before 由, and where it begins; a leading 园区 or 全市 is left out."""
    begin = max(start, end - _LONGEST_LABEL - 8)
    for match in _LABEL_BREAK.finditer(text, begin, end):
        begin = match.end()
    words = text[begin:end].strip().removesuffix("的")
    offset = end - len(text[begin:end].lstrip())
    if not 2 <= len(words) <= _LONGEST_LABEL or _LOOSE_DIGIT.search(words):
        return None
    for place in _PLACES:
        if words.startswith(place) and len(words) >= len(place) + 2:
            return words[len(place) :], offset
    return words, offset


def figures(body: Body, cut: Cut, most: int = 3) -> tuple[Figure, ...]:
    """Return the first *most* single figures of a cut that have a name (现场办结率达100%).

    Figures that are part of a change from one value to another are left to the metrics; but a
    change between two units (由3天缩短到40分钟) is a figure, with the change as its note.
    """
    changed = list(_CHANGE.finditer(body.text, cut.start, cut.end))
    found = [figure for match in changed for figure in _across_units(body, cut, match)]
    taken = [match.span() for match in changed]
    for start, end in sentences(body.text, cut.start, cut.end):
        found += _single(body.text, start, end, taken)
        doubled = (_doubled(match) for match in _DOUBLED.finditer(body.text, start, end))
        found += [f for f in doubled if not any(low <= f.offset < high for low, high in taken)]
    return tuple(sorted(found, key=lambda figure: figure.offset)[:most])


def _single(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    """Return the figures of a sentence outside *taken*; one without a name is none."""
    named = ""
    for match in _FIGURE.finditer(text, start, end):
        if any(low < match.end() and match.start() < high for low, high in taken):
            continue
        figure = _figure(match, named)
        if not _BARE.fullmatch(figure.caption):
            named = figure.caption if match.group("verb") in _STATES else named
            yield figure


def _across_units(body: Body, cut: Cut, match: re.Match[str]) -> Iterator[Figure]:
    label = _label(body.text, cut.start, match.start())
    if label and not _same_unit(match):
        yield Figure(
            match.group("b"), match.group("unit_b"), match.group("near") or "",
            match.group("over") or "", label[0], "count", match.start("b"), match.group(),
        )  # fmt: skip


def _doubled(match: re.Match[str]) -> Figure:
    return Figure(
        match.group("value"), match.group("unit"), match.group("before"), "",
        match.group("caption"), "count", match.start("value"),
    )  # fmt: skip


def _figure(match: re.Match[str], named: str) -> Figure:
    """Return one figure; *named* is what the sentence spoke of, for 同比增长 without a subject."""
    verb = match.group("verb")
    unit = match.group("unit") or match.group("part")
    rate = unit in (*_SHARES, "倍", "个百分点", "番")
    caption = match.group("caption")
    if _BARE.fullmatch(caption) and len(named) + len(caption) <= _LONGEST_LABEL:
        caption = named + caption
    kind = "count"
    if rate and verb in _INCREASE:
        kind = "increase"
    elif unit in ("%", "％", "‰") and verb not in _DECREASE:
        kind = "share"
    if verb.startswith("占"):
        caption += verb.removesuffix("的") + "的比例"
    elif verb not in _STATES or verb.endswith("在"):
        caption += verb.removesuffix("在")
    before = match.group("before") or ("超" if verb in ("超", "超过", "突破") else "")
    return Figure(
        match.group("value") or match.group("han"), unit, before, match.group("after") or "",
        caption, kind, match.start("value") if match.group("value") else match.start("han"),
        match.group("versus") or "",
    )  # fmt: skip

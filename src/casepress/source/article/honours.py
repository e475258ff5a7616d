"""Honours in the text: 被评为“…”, 荣获“…”, 被X确定为“…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casepress.frozen import dataclass
from casepress.source.article.body import Body, Cut
from casepress.source.article.sentence import sentences

_GIVEN = re.compile(
    r"(?:先后|连续\w{1,3}年|连年|多次|相继|均|也)?"
    r"(?:被(?P<by>[^，。；“”《》]{0,24}?)(?:评为|评定为|授予|命名为|确定为|认定为|列为|评选为|表彰为|纳入|确立为)"
    r"|荣获|获评|获得|获|荣膺|荣立|入选|当选为|当选|被授予)(?:了)?(?P<between>[^，。；“”]{0,24}?)"
    r"(?=“|党的|全国|国家|省|市|第[\d一二三四五六七八九十]{1,3}届|(?:集体|个人)?[一二三]等[奖功]|$)"
)
_QUOTED = re.compile(
    r"(?P<level>第[\d一二三四五六七八九十]{1,3}届[^“”，。；、]{0,16}|(?:[\u4e00-\u9fff]{1,5}(?:部|委|局|厅|协会)|全国|全省|全市|全区|全县|国家级|省级|市级|省|市|区|县))?"
    r"“(?P<name>[^“”]{2,40})”(?P<grade>(?:特|一|二|三)等奖|金奖|银奖|铜奖|优秀奖|提名奖)?"
)
_PLAIN = re.compile(
    r"((?:党的|全国|国家|第[\d一二三四五六七八九十]{1,3}届|[\u4e00-\u9fff]{2,6}[省市])[^，。；“”、]{3,30}"
    r"|(?:集体|个人)?[一二三]等[奖功])"
)
_WHEN = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?")
_ORGANISATION = re.compile(
    r"(?:党委|党总支|党支部|支部|党组|公司|集团|社区|村|镇|乡|街道|区|县|市|医院|学校|大学|局|办|中心|站)$"
)
_SUBJECT_BREAK = "，；。！？\n"
_LEADING = re.compile(
    r"^(?:去年|今年|前年|其中|同时|近年来|目前|此外|为此|先后|并|还|也|\d{4}年(?:\d{1,2}月)?[，、]?)+"
)


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour in the article's words; ``when`` only where the sentence gives it."""

    title: str
    holder: str
    when: str
    conferrer: str
    offset: int


def honours(body: Body, cuts: tuple[Cut, ...]) -> tuple[Honour, ...]:
    """Return the honours of the cuts, each title and holder once.

    A date belongs to an honour only if its own clause or the one before opens with it; two dates
    for two honours (2014年、2015年…“甲”“乙”) are paired in order.
    """
    found: dict[tuple[str, str], Honour] = {}
    for cut in cuts:
        for start, end in sentences(body.text, cut.start, cut.end):
            for honour in _of_sentence(body.text, start, end):
                found.setdefault((honour.title, honour.holder), honour)
    return tuple(found.values())


def _of_sentence(text: str, start: int, end: int) -> Iterator[Honour]:
    last: tuple[str, str] = ("", "")
    for match in _GIVEN.finditer(text, start, end):
        stop = _clause_end(text, match.end(), end)
        begin = match.start("between")
        titles = [_named(m) for m in _QUOTED.finditer(text, begin, stop)]
        if not titles:
            plain = _PLAIN.match(text, match.end(), stop)
            titles = [(plain.group(1), plain.start())] if plain else []
        begin = _clause_start(text, start, match.start())
        dates = _WHEN.findall(text, _date_start(text, start, begin), match.start())
        holder = _LEADING.sub("", text[begin : match.start()].strip("，、 ")).strip("，、 ")
        holder = _WHEN.sub("", holder).strip("，、 ")
        if len(holder) > 40:
            holder = ""
        elif not holder and _goes_on(text, start, begin):
            holder, dates = last[0], dates or [when for when in last[1:] if when]
        last = (holder, dates[0] if len(dates) == 1 else "")
        by = (match.group("by") or "").strip()
        for index, (title, offset) in enumerate(titles):
            when = dates[index] if len(dates) == len(titles) else "".join(dates[:1])
            if 1 < len(dates) != len(titles):
                when = ""
            for one in _holders(holder):
                yield Honour(title, one, when, by, offset)


def _named(match: re.Match[str]) -> tuple[str, int]:
    """Return the honour's name and place; with its level and grade it keeps its quotes."""
    if match.group("level") or match.group("grade"):
        return match.group().strip(), match.start()
    return match.group("name"), match.start()


def _goes_on(text: str, start: int, begin: int) -> bool:
    """Whether the clause at *begin* goes on with the subject of the one before its comma."""
    return begin > start and text[begin - 1] == "，"


def _holders(words: str) -> list[str]:
    """甲党委、乙党总支 as two holders; 党委委员、董事长某某 stays one."""
    parts = words.split("、")
    if len(parts) > 1 and all(_ORGANISATION.search(part) for part in parts):
        return parts
    return [words]


def _clause_start(text: str, start: int, at: int) -> int:
    """Where the clause that ends at *at* begins; a leading date's comma does not end it."""
    index = at
    while index > start and text[index - 1] not in _SUBJECT_BREAK:
        index -= 1
    return index


def _date_start(text: str, start: int, begin: int) -> int:
    """Where to look for a date: the clause before too, if it is nothing but the date."""
    before = _clause_start(text, start, max(start, begin - 1))
    words = text[before:begin].strip("，、 ")
    return before if words and not _WHEN.sub("", words).strip("，、 ") else begin


def _clause_end(text: str, start: int, end: int) -> int:
    index = start
    depth = 0
    while index < end:
        if text[index] == "“":
            depth += 1
        elif text[index] == "”":
            depth = max(0, depth - 1)
        elif not depth and text[index] in "，。；！？\n":
            return index
        index += 1
    return end

"""What stands before the text: title, subtitle, date, publication, fields of a form."""

from __future__ import annotations

import re
from dataclasses import field

from casepress.frozen import dataclass
from casepress.source.article.block import Hints, Kind
from casepress.source.article.body import Body, Cut, Unit
from casepress.source.article.byline import UNIT
from casepress.source.article.dates import find_date, iso_date
from casepress.source.article.tree import Made, Node, Record, Rows, Text, record

_LABELS = {
    "title": "案例名称 案例标题 案例题目 标题 题目 名称",
    "subtitle": "副标题",
    "organisation": "单位 案例单位 申报单位 报送单位 单位名称 实施单位 所在单位 推荐单位 填报单位",
    "date": "日期 时间 申报时间 报送时间 撰写时间 填报时间",
    "published": "发布时间 发布日期 发表时间 刊发时间 更新时间",
    "publication": "来源 稿源 信息来源 文章来源 刊发 转自",
    "contributor": "供稿 供稿单位 作者 作者单位 撰稿 撰稿人 通讯员 记者 执笔 执笔人 撰写人 "
    "案例作者",
    "keywords": "关键词 关键字 主题词",
    "editors": "责编 责任编辑 编辑",
}
_FIELD = {label: key for key, labels in _LABELS.items() for label in labels.split()}
_ANY = "|".join(sorted(_FIELD, key=len, reverse=True))
_FIELD_START = re.compile(rf"(?:^|(?<=[\s｜|；;　（(]))(?P<label>{_ANY})\s*[：:]\s*")
_PUBLICATION = re.compile(r"^[\w“”·]{2,14}(?:网|新闻|报|周刊|杂志|出版社|客户端|在线|频道|公众号)$")
_AUTHOR = re.compile(r"^(?:记者|通讯员|作者|文|特约记者)[：:／/]?\s*[\u4e00-\u9fff、\s]{2,24}$")
_UNKNOWN_FIELD = re.compile(r"^[^\s，。；：]{2,8}：\S.{0,60}$")
_PIECE = re.compile(r"(?:记者|通讯员|作者|文)[：:／/\s]*[^\s｜|；;，,]+|[^\s｜|；;，,　]+")
_LABEL_AFTER = re.compile(r"\s+\S{2,4}：")
_SUBTITLE = re.compile(r"^(?:——|—|--|⸺)\s*")
_NO_TITLE = re.compile(r"^(?:[（(【].*[）)】]|附件\s*\d*[：:]?|附\s*[：:])$")
_JUNK = "｜|；;，,　 "
_LONGEST_TITLE = 64


@dataclass
class _Front:
    """What has been found so far."""

    found: dict[str, Text] = field(default_factory=dict)
    end: int = 0


@dataclass(frozen=True, slots=True)
class Front:
    """The fields before the text, and where the text begins."""

    found: dict[str, Text]
    end: int


def read_front(body: Body, limit: int) -> Front:
    """Read the lines before *limit* (the first part's heading) that are no running text."""
    front = _Front()
    for unit in body.units:
        cut = body.trim(unit.start, unit.end)
        if unit.start >= limit or not _take(body, unit, cut, front):
            break
        front.end = unit.end
    return Front(front.found, front.end)


def _take(body: Body, unit: Unit, cut: Cut, front: _Front) -> bool:
    """Take one line as a field or title; False when the text begins."""
    words = body.of(cut)
    if _fields(body, cut, front):
        return True
    if _dateline(body, cut, front):
        return True
    if len(words) > _LONGEST_TITLE or words.endswith(("。", "；", "，", "：")):
        return False
    if _SUBTITLE.match(words) and "title" in front.found:
        mark = _SUBTITLE.match(words)
        start = cut.start + (mark.end() if mark else 0)
        front.found.setdefault("subtitle", Text((Cut(start, cut.end),), (Cut(cut.start, start),)))
        return True
    return _title(unit, cut, words, front) or _owner(cut, words, front)


def _owner(cut: Cut, words: str, front: _Front) -> bool:
    """Take the line under the title that names the unit, or a field of a form unknown here.

    A field unknown here (联系人：…) goes to no field: the editor finds it among the unplaced.
    """
    if "title" not in front.found:
        return False
    if UNIT.match(words) and "organisation" not in front.found:
        front.found["organisation"] = Text((cut,))
        return True
    return bool(_UNKNOWN_FIELD.match(words)) and len(front.found) > 1


def _title(unit: Unit, cut: Cut, words: str, front: _Front) -> bool:
    """Return a publication's name above the title, or the title itself."""
    if "title" not in front.found:
        if (
            _PUBLICATION.match(words)
            and unit.kind is Kind.TEXT
            and "publication" not in front.found
        ):
            front.found["publication"] = Text((cut,))
            return True
        if not any(mark in words for mark in "。；") and not _NO_TITLE.match(words):
            front.found["title"] = Text((cut,))
            return True
        return bool(_NO_TITLE.match(words))
    if _PUBLICATION.match(words) and "publication" not in front.found:
        front.found["publication"] = Text((cut,))
        return True
    return False


def _fields(body: Body, cut: Cut, front: _Front) -> bool:
    """Take a line of 标签：值, perhaps several parted by spaces or bars; False if it is none."""
    starts = list(_FIELD_START.finditer(body.text, cut.start, cut.end))
    if not starts:
        return False
    before = body.trim(cut.start, starts[0].start())
    if before.start < before.end and not _dateline(body, before, front):
        return False
    ends = [*(match.start() for match in starts[1:]), cut.end]
    if any(end - match.end() > 80 for match, end in zip(starts, ends, strict=True)):
        return False
    for match, end in zip(starts, ends, strict=True):
        _field(body, match, end, front)
    return True


def _field(body: Body, match: re.Match[str], end: int, front: _Front) -> None:
    key = _FIELD[match.group("label")]
    value = body.trim(match.end(), end)
    other = _LABEL_AFTER.search(body.text, value.start, value.end)
    if other:
        value = Cut(value.start, other.start())
    while value.end > value.start and body.text[value.end - 1] in _JUNK:
        value = Cut(value.start, value.end - 1)
    label = Cut(match.start("label"), value.start)
    date = find_date(body.of(value))
    if key == "publication" and date and date.start > 0:
        rest = body.trim(value.start + date.start, value.end)
        value = body.trim(value.start, rest.start)
        front.found.setdefault("published", Text((rest,)))
    guessed = key == "title" and key in front.found and not front.found[key].marks
    if value.start < value.end and (key not in front.found or guessed):
        front.found[key] = Text((value,), (label,))


def _dateline(body: Body, cut: Cut, front: _Front) -> bool:
    """Return a line with the date of publication, perhaps with the publication's name beside it."""
    words = body.of(cut)
    date = find_date(words)
    if not date or len(words) > 40 or words.endswith("。"):
        return False
    rest = _beside(body, cut, date.start, date.end)
    kinds = [_kind(body.of(piece)) for piece in rest]
    if not all(kinds):
        return False
    if "published" not in front.found:
        key = "date" if "organisation" in kinds else "published"
        front.found.setdefault(key, Text((Cut(cut.start + date.start, cut.start + date.end),)))
        for key, piece in zip(kinds, rest, strict=True):
            front.found.setdefault(key, Text((piece,)))
    return True


def _beside(body: Body, cut: Cut, start: int, end: int) -> list[Cut]:
    """Return what stands on a line beside its date, by blanks and bars; 记者 keeps its name."""
    pieces: list[Cut] = []
    for low, high in ((cut.start, cut.start + start), (cut.start + end, cut.end)):
        for match in _PIECE.finditer(body.text, low, high):
            pieces.append(Cut(*match.span()))
    return pieces


def _kind(words: str) -> str:
    """Return the field that words beside a date belong to; an empty string for none."""
    if _PUBLICATION.match(words):
        return "publication"
    if _AUTHOR.match(words):
        return "contributor"
    return "organisation" if UNIT.match(words) else ""


def front_fields(body: Body, front: Front, hints: Hints) -> tuple[tuple[str, Node], ...]:
    """Title, subtitle, organisation and date of the case, in the order of the model."""
    found = front.found
    published = found.get("published") or found.get("date")
    when = iso_date(published.words(body)) if published else iso_date(hints.published)
    offset = published.cuts[0].start if published else None
    given = record(
        title=found.get("title", Made("")),
        subtitle=found.get("subtitle", Made("")),
        organisation=found.get("organisation", Made("")),
        date=_date(body, found, when, offset),
    )
    return given.fields


def _date(body: Body, found: dict[str, Text], when: str, offset: int | None) -> Node:
    """Return the date the article gives in a field of its own, else the day of publication."""
    own = found.get("date")
    if own:
        return own
    return Made(when, offset, "由刊发时间得出" if when else "")


def keyword_rows(body: Body, found: dict[str, Text]) -> Rows:
    """Return the keywords one by one, the marks between them kept as marks."""
    text = found.get("keywords")
    if text is None:
        return Rows(())
    cut = text.cuts[0]
    rows: list[Node] = []
    marks = text.marks
    for match in re.finditer(r"[^；;，,、\s]+", body.of(cut)):
        start = cut.start + match.start()
        rows.append(Text((Cut(start, cut.start + match.end()),), marks))
        marks = (Cut(cut.start + match.end(), cut.start + match.end() + 1),)
    return Rows(tuple(rows))


__all__ = ["Front", "Record", "front_fields", "keyword_rows", "read_front"]

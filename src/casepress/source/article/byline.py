"""What stands after the text: 供稿, 责编, 作者, the sign-off with unit and date."""

from __future__ import annotations

import re

from casepress.frozen import dataclass
from casepress.source.article.block import Kind
from casepress.source.article.body import Body, Cut, Unit
from casepress.source.article.dates import find_date
from casepress.source.article.tree import Made, Node, Rows, Text

_OPEN = r"[（(【\[]?\s*"
_CLOSE = r"\s*[）)】\]]?"
_EDITORS = re.compile(
    rf"^{_OPEN}(?:本文)?(?:责编|责任编辑|本期编辑|网络编辑|编辑|见习编辑)\s*[：:/]?\s*(?P<names>.{{2,40}}?){_CLOSE}$"
)
_CONTRIBUTOR = re.compile(
    rf"^{_OPEN}(?:(?:供稿|供稿单位|来稿单位|投稿)\s*[：:]\s*(?P<after>.{{2,60}}?)|(?P<before>.{{2,60}}?)\s*供稿){_CLOSE}$"
)
_SOURCE = re.compile(
    rf"^{_OPEN}(?:稿件|文章|信息)?(?:来源|转自|原载)\s*[：:于]?\s*(?P<name>.{{2,40}}?){_CLOSE}$"
)
_CREDIT = re.compile(
    rf"^{_OPEN}(?:本文)?(?:作者|执笔|撰稿|撰写|整理|审核|审签|初审|复审|终审|校对|监制|统筹|通讯员|记者|本报记者|联系人)"
    rf"[^。]{{1,70}}{_CLOSE}$"
)
UNIT = re.compile(
    r"^[\w“”·、\s]{2,30}(?:部|局|委|办|院|校|中心|公司|集团|政府|街道|镇|乡|党组|支部|医院|协会|社|部门|处|科|馆|站|所|厂|会)$"
)
_NAMES = re.compile(
    r"(?P<label>(?:责编|编辑|审核|校对|审校|监制|统筹|初审|复审|终审)[：:]\s*)?(?P<name>[^、，,；;／/\s|｜]+)"
)
_FURTHEST = 12


@dataclass(frozen=True, slots=True)
class Byline:
    """The lines after the text: where they begin and what they say."""

    start: int
    credit: Text
    contributor: Made
    editors: Rows
    publication: Text
    published: Text


def read_byline(body: Body, start: int) -> Byline:
    """Read the credit lines at the end of the body, not before *start*; notes come after them.

    Footnotes are no part of the text: without a mark in it nobody could tell what they explain.
    """
    lines: list[tuple[Unit, str]] = []
    text = [unit for unit in body.units if unit.kind is not Kind.NOTE]
    notes = body.units[len(text) :]
    stop = notes[0].start if notes and notes[0].kind is Kind.NOTE else len(body.text)
    for unit in reversed(text[-_FURTHEST:]):
        words = body.of(body.trim(unit.start, unit.end))
        kind = _kind(words, bool(lines))
        if unit.start < start or not kind:
            break
        lines.insert(0, (unit, kind))
    while lines and lines[0][1] == "date" and len(lines) == 1:
        lines.pop(0)
    return _byline(body, lines, stop)


def _kind(words: str, followed: bool) -> str:
    """Return what kind of credit line this is; an empty string if it is none."""
    for kind, pattern in (
        ("editors", _EDITORS), ("contributor", _CONTRIBUTOR), ("source", _SOURCE),
        ("credit", _CREDIT),
    ):  # fmt: skip
        if len(words) <= 90 and pattern.match(words) and not words.endswith("。"):
            return kind
    date = find_date(words)
    if date and len(words) - (date.end - date.start) <= 4:
        return "date"
    return "unit" if followed and UNIT.match(words) else ""


def _byline(body: Body, lines: list[tuple[Unit, str]], stop: int) -> Byline:
    credit: list[Cut] = []
    contributor = Made("")
    editors: Rows = Rows(())
    publication = published = Text(())
    for unit, kind in lines:
        cut = body.trim(unit.start, unit.end)
        if kind == "editors" and not editors.items:
            editors = _names(body, cut)
        elif kind == "source" and not publication.cuts:
            publication = _inner(_SOURCE, "name", body, cut)
        elif kind == "date" and not published.cuts:
            published = Text((cut,))
        else:
            credit.append(cut)
            if kind in ("contributor", "unit") and not contributor.text:
                contributor = _contributor(body, cut)
    start = lines[0][0].start if lines else stop
    return Byline(start, Text(tuple(credit)), contributor, editors, publication, published)


def _contributor(body: Body, cut: Cut) -> Made:
    match = _CONTRIBUTOR.match(body.of(cut))
    words = (match.group("after") or match.group("before")) if match else body.of(cut)
    return Made(words.strip(), cut.start, "取自供稿行")


def _inner(pattern: re.Pattern[str], group: str, body: Body, cut: Cut) -> Text:
    """Return the named group of a line as text, the rest of the line as marks."""
    match = pattern.match(body.of(cut))
    if not match:
        return Text((cut,))
    start, end = cut.start + match.start(group), cut.start + match.end(group)
    marks = tuple(c for c in (Cut(cut.start, start), Cut(end, cut.end)) if c.start < c.end)
    return Text((Cut(start, end),), marks)


def _names(body: Body, cut: Cut) -> Rows:
    """Return the editors one by one, with brackets, label and separators as marks."""
    inner = _inner(_EDITORS, "names", body, cut)
    names = inner.cuts[0]
    found = [
        Cut(names.start + match.start("name"), names.start + match.end())
        for match in _NAMES.finditer(body.of(names))
    ]
    rows: list[Node] = []
    before = cut.start
    for index, name in enumerate(found):
        marks = [Cut(before, name.start)]
        if index + 1 == len(found):
            marks.append(Cut(name.end, cut.end))
        rows.append(Text((name,), tuple(m for m in marks if m.start < m.end)))
        before = name.end
    return Rows(tuple(rows))

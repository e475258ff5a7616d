"""The small words of a slide: section label, source line, footer, numbering words."""

from __future__ import annotations

import re

from casepress.case.model import Case
from casepress.case.numbering import chinese
from casepress.deck.words.chinese import label_words, plain_title
from casepress.deck.words.parts import APPENDIX, Part

ADDED = "编写者设计"
_FOOTER_CHARACTERS = 44
_DATE = re.compile(r"^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$")


def section_label(part: Part | None, about: str, added: bool) -> str:
    """``2　四个融合｜融合之一　深化改革｜编写者设计``: number, part, what the slide is about."""
    words = about
    if part is not None:
        head = f"{part.number}　{part.name}" if part.number else part.name
        joint = "　" if part.id == APPENDIX else "｜"
        words = f"{head}{joint}{about}" if about else head
    return f"{words}｜{ADDED}" if added and "编写者" not in words else words


def shown_date(date: str) -> str:
    """Write an ISO date as Chinese text writes it; other dates stay as they are."""
    match = _DATE.match(date.strip())
    if match is None:
        return date.strip()
    day = f"{int(match[3])}日" if match[3] else ""
    return f"{match[1]}年{int(match[2])}月{day}"


def published(case: Case) -> str:
    """Where and when the text came out: 中国共产党新闻，2017年7月11日."""
    source = case.source
    date = shown_date(case.date)
    if source.published and date[:4] not in source.published:
        date = shown_date(source.published)
    return "，".join(word for word in (source.publication, date) if word)


def source_line(case: Case, remark: str = "") -> str:
    """The source line of a slide, a remark of the editor first."""
    where = published(case)
    if where and case.source.contributor:
        where = f"{where}（{case.source.contributor}供稿）"
    where = where or case.source.contributor or case.organisation
    if not where:
        where = f"《{plain_title(case.title)}》"
    remark = f"{remark.rstrip('。')}。" if remark else ""
    return f"{remark}资料来源：{where}"


def added_line(what: str) -> str:
    """The source line of a slide that holds only the editor's own material."""
    return f"{what}：{ADDED}，不属于原文。"


def footer(case: Case) -> str:
    """What the foot of every slide says: the case, shortly."""
    for words in (case.running_title, case.kind, case.subtitle, case.title, case.organisation):
        plain = plain_title(words)
        if plain and len(plain) <= _FOOTER_CHARACTERS:
            return plain
    return ""


def ordinal(what: str, index: int) -> str:
    """做法一, 启示二… for an entry counted from 0."""
    return f"{what}{chinese(index + 1)}"


def practice_label(case: Case, index: int) -> str:
    """``融合之一　深化改革`` as the author has it, else ``做法一`` and the short name."""
    practice = case.practices[index]
    label = label_words(practice.slide.label)
    if label and re.search("[一二三四五六七八九十]", label):
        return label
    short = label or plain_title(practice.label)
    first = ordinal("做法", index) if len(case.practices) > 1 else "做法"
    return f"{first}　{short}" if short and len(short) <= 12 else first

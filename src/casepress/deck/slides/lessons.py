"""Part four: the lessons, three quoted keywords as columns, anything else as rows or a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.case.model import Lesson, Lessons, Measure
from casepress.deck.draft import Draft, bullet_para, para, row
from casepress.deck.forms.evidence import Exhibit, exhibit
from casepress.deck.forms.listing import bullet_pages, group_pages
from casepress.deck.forms.pictures import picture_slides
from casepress.deck.forms.rows import measure_rows
from casepress.deck.model import Fill, TextFill
from casepress.deck.plan import Desk, titled
from casepress.deck.words.chinese import bare, counted, label_words, plain
from casepress.deck.words.digest import Bullet, bullets, choices, given
from casepress.deck.words.labels import ordinal, source_line
from casepress.frozen import replace

_KEYWORD = re.compile("“([^“”]{2,3})”")
_LAYOUT = "keywords3"


def lessons_slides(desk: Desk) -> tuple[Draft, ...]:
    """Return the slides of the lessons."""
    lessons = desk.case.lessons
    if lessons is None or not (lessons.items or lessons.lead):
        return ()
    items = lessons.items
    exhibits = [
        exhibit(
            Measure(title=i.title, text=i.text, points=i.points),
            f"lessons.items[{n}]",
            n,
            read=False,
        )
        for n, i in enumerate(items)
    ]
    passages = ("lessons.lead", *(f"lessons.items[{n}]" for n in range(len(items))))
    base = titled(
        Draft(
            "lessons",
            _LAYOUT,
            "",
            label_words(lessons.slide.label)
            or (f"{counted(len(items))}条启示" if items else "启示"),
            source=source_line(desk.case, lessons.slide.remark),
            passages=passages,
            points=tuple(one.spoken for one in exhibits)
            or tuple(b.text for b in bullets(lessons.lead, "lessons.lead", 3)),
            ask=plain(lessons.slide.question) or "哪一条启示，本单位已经在做？哪一条还没有？",
            weight=4,
        ),
        desk.title("measures3", _titles(lessons), "启示"),
    )
    drafts = desk.choose(
        (
            lambda: _columns(desk, base, items),
            lambda: measure_rows(desk, base, exhibits) if 2 <= len(items) <= 8 else None,
            lambda: _list(desk, base, lessons, exhibits),
        ),
        "lessons",
    )
    points = [b for e in exhibits for b in (e.given or e.derived[:1])]
    return (*drafts, *picture_slides(desk, "lessons", base, points)) if drafts else ()


def _titles(lessons: Lessons) -> list[tuple[str, str]]:
    """The author's title, else the words all lessons share and their keywords."""
    items = lessons.items
    titles = [bare(plain(i.title)) for i in items]
    options = [(lessons.slide.title, "lessons.slide.title")]
    keywords = [m[1] for t in titles if (m := _KEYWORD.search(t))]
    if len(keywords) == len(items) > 1:
        shared = _shared_start(titles)
        if len(shared) >= 4:
            options.append((shared + "".join(f"“{k}”" for k in keywords), "lessons.items"))
    if titles:
        joined = "；".join(titles)
        options.append((joined if len(joined) <= 44 else "", "lessons.items"))
        several = f"{counted(len(items))}条启示：{titles[0]}" if len(items) > 1 else ""
        options.append((several, "lessons.items[0].title"))
        options.append((titles[0], "lessons.items[0].title"))
    else:
        options += [(b.text, b.source) for b in choices(lessons.lead, "lessons.lead", 40)[:3]]
    return options


def _shared_start(titles: Sequence[str]) -> str:
    first, last = min(titles), max(titles)
    count = next(
        (n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first)
    )
    return first[:count].rstrip("“")


def _columns(desk: Desk, base: Draft, items: Sequence[Lesson]) -> list[Draft] | None:
    """Three lessons, each around a quoted keyword of two or three characters."""
    if len(items) != 3:
        return None
    fills: list[Fill] = []
    kickers, keywords = [], []
    for n, item in enumerate(items):
        path = f"lessons.items[{n}]"
        match = _KEYWORD.search(item.title)
        if match is None:
            return None
        tail = bare(plain(item.title)[match.end() :]).removeprefix("的")
        kicker = plain(item.kicker) or (tail if 2 <= len(tail) <= 8 else ordinal("启示", n))
        kickers.append([para(kicker, 0, f"{path}.kicker" if item.kicker else f"{path}.title")])
        keywords.append([para(match[1], 0, f"{path}.title")])
        options: Sequence[Bullet] = given(item.points, f"{path}.points") or choices(
            item.text, f"{path}.text", 36
        )
        words = desk.fitter.first(_LAYOUT, 31 + n, [[bullet_para(b)] for b in options])
        if words is None:
            return None
        fills.append(TextFill(31 + n, words))
    return [replace(base, fills=(*row(51, kickers), *row(21, keywords), *fills))]


def _list(
    desk: Desk, base: Draft, lessons: Lessons, exhibits: Sequence[Exhibit]
) -> list[Draft] | None:
    if not exhibits:
        found = bullets(lessons.lead, "lessons.lead", 4, 48)
        return bullet_pages(desk, base, [b for b in found if b.text != base.title] or found)
    if len(exhibits) == 1:
        one = exhibits[0]
        return bullet_pages(desk, base, one.given or _several(lessons) or [one.name])
    groups = []
    for one in exhibits:
        explanation = one.given or one.derived[:1]
        groups.append([bullet_para(one.name), *(bullet_para(b, 1) for b in explanation)])
    return group_pages(desk, base, groups)


def _several(lessons: Lessons) -> tuple[Bullet, ...]:
    return bullets(lessons.items[0].text, "lessons.items[0].text", 4, 48)

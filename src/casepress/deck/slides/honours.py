"""Honours: a timeline where dates allow it, else a table; a single one joins another slide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casepress.case.model import Honour, Results
from casepress.case.numbering import chinese
from casepress.deck.draft import Draft, cell, fill, para, row
from casepress.deck.forms.listing import bullet_pages
from casepress.deck.forms.tables import column_widths, table_pages, with_heights
from casepress.deck.model import Fill, TableFill, TextFill, TextParagraph
from casepress.deck.plan import Desk, titled
from casepress.deck.words.chinese import bare, broken, clauses, counted, label_words, plain
from casepress.deck.words.digest import Bullet
from casepress.deck.words.labels import source_line
from casepress.frozen import replace

_NODES, _GROUPS = 4, 3
_LEAST = 3
_MOST_ROWS = 7
_TALLEST_IN = 0.9


def honour_slide(desk: Desk, results: Results) -> tuple[Draft, ...]:
    """Return the slide of three and more honours; fewer are left to other slides."""
    honours = results.honours
    if len(honours) < _LEAST:
        return ()
    own = results.honours_slide
    levels = list(dict.fromkeys(plain(h.level) for h in honours if h.level))
    listed = "、".join(levels)
    options = [
        (own.title, "results.honours_slide.title"),
        (
            f"荣誉覆盖{listed}{counted(len(levels))}个层面" if len(levels) >= 3 else "",
            "results.honours",
        ),
        (f"{counted(len(honours))}项荣誉：{plain(honours[0].title)}等", "results.honours"),
    ]
    ask = "哪一项荣誉，与前面讲的做法关系最直接？"
    base = _base(desk, results, "honours_timeline", options, ask, 3)
    return desk.choose(
        (lambda: _timeline(desk, base, results), lambda: _table(desk, base, honours)),
        "results.honours",
    )


def honour_lines(results: Results) -> tuple[Bullet, ...]:
    """One or two honours as bullets for another slide."""
    if len(results.honours) >= _LEAST:
        return ()
    return tuple(
        Bullet(f"{plain(h.when)}{'，' if h.when else ''}{plain(h.title)}", f"results.honours[{n}]")
        for n, h in enumerate(results.honours)
    )


def few_honours(desk: Desk, results: Results) -> tuple[Draft, ...]:
    """Return a slide of one or two honours that no other slide takes in."""
    honours = results.honours
    if not 0 < len(honours) < _LEAST:
        return ()
    own = results.honours_slide
    first = plain(honours[0].title)
    count = f"{counted(len(honours))}项荣誉：{first}等" if len(honours) > 1 else f"荣誉：{first}"
    options = [(own.title, "results.honours_slide.title"), (count, "results.honours")]
    ask = "这项荣誉，与前面讲的做法有什么关系？"
    base = _base(desk, results, "content", options, ask, 2)
    lines = [Bullet(_spoken(h), f"results.honours[{n}]") for n, h in enumerate(honours)]
    return tuple(bullet_pages(desk, base, lines) or ())


def _base(
    desk: Desk,
    results: Results,
    layout: str,
    options: Sequence[tuple[str, str]],
    ask: str,
    weight: float,
) -> Draft:
    """Return a slide of the honours without their words."""
    own = results.honours_slide
    draft = Draft(
        "honours",
        layout,
        "",
        label_words(own.label) or "荣誉称号",
        source=_source(desk, results),
        passages=_passages(results),
        points=tuple(_spoken(h) for h in results.honours),
        ask=plain(own.question) or ask,
        weight=weight,
    )
    return titled(draft, desk.title(layout, options, "荣誉"))


def _spoken(honour: Honour) -> str:
    who = f"（{plain(honour.holder)}）" if honour.holder else ""
    by = f"{plain(honour.conferrer)}授予" if honour.conferrer else ""
    return "，".join(w for w in (plain(honour.when), plain(honour.title) + who, by) if w)


def _passages(results: Results) -> tuple[str, ...]:
    """The results that speak of an honour, and the lead if one does."""
    found = [
        f"results.items[{n}]"
        for n, item in enumerate(results.items)
        if any(plain(h.title) in item.text for h in results.honours)
    ]
    return (*found, "results.lead")


def _source(desk: Desk, results: Results) -> str:
    own = results.honours_slide.remark
    undated = sum(not h.when for h in results.honours)
    derived = (
        f"{counted(undated)}项荣誉原文未注明年份" if 0 < undated < len(results.honours) else ""
    )
    return source_line(desk.case, own or derived)


def _when(honour: Honour) -> tuple[int, int]:
    numbers = [int(n) for n in re.findall(r"\d+", honour.when)]
    return (numbers[0], numbers[1] if len(numbers) > 1 else 0) if numbers else (9999, 0)


def _timeline(desk: Desk, base: Draft, results: Results) -> list[Draft] | None:
    """Exactly four dated honours on the line, the undated ones by level below."""
    every = list(enumerate(results.honours))
    dated = sorted(((n, h) for n, h in every if h.when), key=lambda one: _when(one[1]))
    groups = _groups(desk, results, [(n, h) for n, h in every if not h.when])
    if len(dated) != _NODES or not 2 <= len(groups) <= _GROUPS:
        return None
    fills: list[Fill] = [
        *row(21, [[para(plain(h.when), 0, f"results.honours[{n}]")] for n, h in dated])
    ]
    for k, (n, honour) in enumerate(dated):
        event = _event(desk, 31 + k, n, honour)
        if event is None:
            return None
        fills.append(TextFill(31 + k, event))
    for k, (level, lines) in enumerate(groups):
        fills += [fill(51 + k, level), TextFill(41 + k, lines)]
    return [replace(base, fills=tuple(fills))]


def _event(desk: Desk, idx: int, n: int, honour: Honour) -> tuple[TextParagraph, ...] | None:
    """The honour and who holds it; a long holder is cut at its first clause, then left out."""
    path = f"results.honours[{n}]"
    title = para(
        desk.fitter.display("honours_timeline", idx, plain(honour.title)), 0, f"{path}.title"
    )
    options = [[title]]
    holder = plain(honour.holder)
    if holder:
        first = clauses(holder)[0]
        short = bare(holder[first.start : first.end])
        options = [
            [title, para(holder, 1, f"{path}.holder")],
            [title, para(short, 1, f"{path}.holder", short != holder)],
            [title],
        ]
    return desk.fitter.first("honours_timeline", idx, options)


def _groups(
    desk: Desk, results: Results, undated: Sequence[tuple[int, Honour]]
) -> list[tuple[str, tuple[TextParagraph, ...]]]:
    """The honours without a date by level: the author's grouping, else their titles."""
    if results.honours_groups:
        return [
            (
                plain(g.kicker),
                tuple(
                    para(line, 0, f"results.honours_groups[{n}].text")
                    for line in _lines(desk, g.text, 41 + n)
                ),
            )
            for n, g in enumerate(results.honours_groups)
        ]
    by_level: dict[str, list[TextParagraph]] = {}
    for n, honour in undated:
        words = para(plain(honour.title), 0, f"results.honours[{n}].title")
        known = [p.runs[0].text for p in by_level.get(plain(honour.level), [])]
        if words.runs[0].text not in known:
            by_level.setdefault(plain(honour.level) or "其他", []).append(words)
    return [(level, tuple(lines)) for level, lines in by_level.items()]


def _lines(desk: Desk, text: str, idx: int) -> list[str]:
    """The author's lines if they fit the column, else one paragraph that wraps."""
    lines = broken(text).split("\v")
    area = desk.fitter.area("honours_timeline", min(idx, 43))
    size = area.levels[0].size
    whole = all(len(desk.fitter.lines([(line, size)], area.width)) == 1 for line in lines)
    return lines if whole else [plain(text)]


def _table(desk: Desk, base: Draft, honours: Sequence[Honour]) -> list[Draft]:
    """Return a table of honours: when, what, who; columns nobody filled are left out."""
    ordered = sorted(enumerate(honours), key=lambda one: _when(one[1]))
    columns = [
        ("时间", [plain(h.when) or "未注明" for _, h in ordered], any(h.when for h in honours)),
        ("荣誉", [plain(h.title) for _, h in ordered], True),
        ("获得者", [plain(h.holder) for _, h in ordered], any(h.holder for h in honours)),
        ("授予", [plain(h.conferrer) for _, h in ordered], any(h.conferrer for h in honours)),
    ]
    used = [(head, cells) for head, cells, wanted in columns if wanted]
    if len(used) == 1:
        used.insert(0, ("序号", [chinese(n + 1) for n in range(len(ordered))]))
    rows = list(zip(*(cells for _, cells in used), strict=True))
    widths = column_widths(desk, [[head for head, _ in used], *rows])

    def make(page: Sequence[int]) -> TableFill:
        body = [
            tuple(
                cell(
                    text,
                    bold=used[m][0] == "荣誉" or m == 0,
                    colour={"时间": "hlink", "荣誉": "accent1"}.get(used[m][0]),
                    source=f"results.honours[{ordered[n][0]}]",
                )
                for m, text in enumerate(rows[n])
            )
            for n in page
        ]
        head = tuple(cell(name) for name, _ in used)
        alt = "荣誉表：" + "；".join("，".join(t for t in rows[n] if t) for n in page)
        table = TableFill(13, (head, *body), widths, True, "reading", f"{alt}。")
        return with_heights(desk, "honours_list", table, _TALLEST_IN)

    points = tuple(base.points[n] for n, _ in ordered)
    base = replace(base, layout="honours_list", points=points)
    return table_pages(desk, base, len(rows), _MOST_ROWS, make)

"""Results without figures of their own: a picture with points, rows, or a list."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Measure, ResultItem, Results
from casepress.deck.draft import Draft, bullet_para
from casepress.deck.forms.evidence import Exhibit, exhibit
from casepress.deck.forms.listing import bullet_pages, group_pages
from casepress.deck.forms.pictures import picture_draft, placed
from casepress.deck.forms.rows import measure_rows
from casepress.deck.model import TextParagraph
from casepress.deck.plan import Desk, Variant, titled
from casepress.deck.slides.honours import honour_lines
from casepress.deck.words.chinese import bare, label_words, plain
from casepress.deck.words.digest import Bullet, bullets, given
from casepress.deck.words.labels import source_line

Items = Sequence[tuple[int, ResultItem]]
"""Results with their places in the case."""
_TITLE_LIMIT = 44


def other_results(
    desk: Desk, results: Results, items: Items, *, only: bool, honours: bool
) -> tuple[Draft, ...]:
    """Return the slides of results that nothing else shows.

    *only*: the part has no other slide; *honours*: the few honours of the case join in here.
    """
    if not items:
        return ()
    base = _base(desk, results, items, only)
    points = _points(items)
    lines = honour_lines(results) if honours else ()
    points += [b for b in lines if all(b.text not in p.text for p in points)]
    exhibits = [_exhibit(n, item) for n, item in items]
    figures = placed(desk, "results")
    variants: list[Variant] = []
    if figures:
        variants.append(lambda: picture_draft(desk, base, figures, points))
    if len(items) > 1:
        variants.append(lambda: measure_rows(desk, base, exhibits))
        variants.append(lambda: group_pages(desk, base, [_group(e) for e in exhibits]))
    variants.append(lambda: bullet_pages(desk, base, points))
    return desk.choose(variants, f"results.items[{items[0][0]}]")


def _base(desk: Desk, results: Results, items: Items, only: bool) -> Draft:
    first, item = items[0]
    path = f"results.items[{first}]"
    names = "，".join(bare(plain(i.title)) for _, i in items)
    own = item.slide.title if len(items) == 1 else results.slide.title if only else ""
    options = [
        (own, f"{path}.slide.title"),
        (names if len(names) <= _TITLE_LIMIT else "", f"{path}.title"),
        (bare(plain(item.title)), f"{path}.title"),
        *((b.text, b.source) for b in bullets(item.text, f"{path}.text", 3)),
    ]
    draft = Draft(
        "results",
        "measures3",
        "",
        label_words(item.slide.label) or ("主要成效" if only else "其他成效"),
        source=source_line(desk.case),
        passages=tuple(f"results.items[{n}]" for n, _ in items),
        points=tuple(_spoken(i) for _, i in items),
        ask="这些变化，群众能感受到哪一个？",
        weight=3,
    )
    return titled(draft, desk.title("measures3", options, "成效"))


def _points(items: Items) -> list[Bullet]:
    """The author's points of every result, else a few bullets of its text."""
    count = 2 if len(items) > 1 else 3
    found: list[Bullet] = []
    for n, item in items:
        path = f"results.items[{n}]"
        own = given(item.points, f"{path}.points")
        found += own or bullets(item.text, f"{path}.text", count)
        if not own and not item.text:
            found.append(Bullet(bare(plain(item.title)), f"{path}.title"))
    return found


def _exhibit(n: int, item: ResultItem) -> Exhibit:
    measure = Measure(
        title=item.title, text=item.text, points=item.points, key_figures=item.key_figures
    )
    return exhibit(measure, f"results.items[{n}]", n)


def _group(one: Exhibit) -> list[TextParagraph]:
    below = one.given or one.derived[:1]
    return [bullet_para(one.name), *(bullet_para(b, 1) for b in below)]


def _spoken(item: ResultItem) -> str:
    found = given(item.points, "") or bullets(item.text, "", 1, 60)
    return f"{bare(plain(item.title))}：{found[0].text if found else ''}".rstrip("：")

"""The diagram of all practices: what each breaks through, how, and to what end."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Practice, SlideWords
from casepress.deck.draft import Draft
from casepress.deck.drawings.fusion import practice_names, practices_diagram
from casepress.deck.fit.paging import paged
from casepress.deck.forms.terms import Term, term_pages
from casepress.deck.plan import CONTINUATION, Desk, Title, Variant, titled
from casepress.deck.words.chinese import counted, label_words, plain
from casepress.deck.words.labels import source_line
from casepress.frozen import replace

_MOST = 6
_HEADS = ("做法", "突破什么、怎么做")


def fusion(desk: Desk) -> tuple[Draft, ...]:
    """The overview of two to six practices; of seven and more on two slides."""
    practices = desk.case.practices
    if len(practices) < 2:
        return ()
    most = _MOST if len(practices) <= _MOST else 4
    drafts: list[Draft] = []
    for n, page in enumerate(paged(list(enumerate(practices)), most)):
        drafts += _slides(desk, page, n)
    return tuple(drafts)


def _slides(desk: Desk, page: Sequence[tuple[int, Practice]], number: int) -> tuple[Draft, ...]:
    """The diagram of some practices; what is too long for it is a table."""
    case = desk.case
    title = _title(desk)
    slide = case.overview.slide if case.overview else SlideWords()
    suffix = CONTINUATION if number else ""
    base = Draft(
        "fusion" if not number else f"fusion-{number + 1}",
        "figure_diagram",
        "",
        label_words(slide.label) or "总体思路",
        source=source_line(case, slide.remark or "图示由编写者根据原文小标题整理"),
        passages=tuple(f"practices[{n}]" for n, _ in page),
        points=tuple(_spoken(p) for _, p in page),
        ask=plain(slide.question) or "这几条做法，哪一条是本单位现在最缺的？",
        weight=4 if not number else 2,
    )
    own = title._replace(words=title.words + suffix, lines=title.lines + suffix)
    base = titled(base, own)
    variants: list[Variant] = [
        lambda sub=sub: [replace(base, diagrams=(practices_diagram(desk, page, sub),))]  # type: ignore[misc]
        for sub in (True, False)
    ]
    listed = replace(base, key=f"{base.key}-list", layout="table")
    rows = [_row(n, practice) for n, practice in page]
    variants.append(lambda: term_pages(desk, listed, "总体思路", _HEADS, rows))
    return desk.choose(variants, "practices")


def _row(number: int, practice: Practice) -> Term:
    """Return a practice as a row: its name, what it breaks through, and how."""
    source = f"practices[{number}]"
    obstacle, action = plain(practice.obstacle), plain(practice.action)
    words = "：".join(text for text in (obstacle, action) if text) or plain(practice.outcome)
    field = "obstacle" if obstacle else "action" if action else "outcome"
    return plain(practice.title), words, f"{source}.title", f"{source}.{field}"


def _spoken(practice: Practice) -> str:
    words = [plain(practice.title), plain(practice.outcome)]
    return f"{'，'.join(w for w in words if w)}：{practice_names(practice)}".rstrip("：")


def _title(desk: Desk) -> Title:
    """A title for the diagram, from the outcomes of the practices."""
    practices = desk.case.practices
    count = counted(len(practices))
    outcomes = [plain(p.outcome) for p in practices if p.outcome]
    titles = "、".join(plain(p.title) for p in practices)
    short = "、".join(plain(p.label) for p in practices if p.label)
    options = [
        (f"{count}条做法：{titles}", "practices"),
        (f"{count}条做法：{short}" if short.count("、") + 1 == len(practices) else "", "practices"),
    ]
    if len(outcomes) == len(practices):
        options.insert(0, (f"{count}条做法：{'，'.join(outcomes)}", "practices"))
    options = [(words, path) for words, path in options if len(words) <= 30]
    own = desk.case.overview.slide.title if desk.case.overview else ""
    options.insert(0, (own, "overview.slide.title"))
    options.append(
        (
            f"{count}条做法各解决一个问题"
            if len(outcomes) == len(practices)
            else f"{count}条做法总览",
            "",
        )
    )
    return desk.title("figure_diagram", options, "总体思路")

"""The diagram of all practices: what each breaks through, how, and to what end."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.case.model import Practice, SlideWords
from casepress.deck.draft import Draft, bullet_para
from casepress.deck.drawings.fusion import practice_names, practices_diagram
from casepress.deck.fit.paging import paged
from casepress.deck.forms.listing import group_pages
from casepress.deck.model import TextParagraph
from casepress.deck.plan import CONTINUATION, Desk, Title, Variant, titled
from casepress.deck.words.chinese import counted, label_words, plain
from casepress.deck.words.digest import Bullet
from casepress.deck.words.labels import source_line
from casepress.frozen import replace

_MOST = 6


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
    """The diagram of some practices; what is too long for it is a list."""
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
    listed = replace(base, key=f"{base.key}-list")
    variants.append(lambda: group_pages(desk, listed, [_listed(n, p) for n, p in page]))
    return desk.choose(variants, "practices")


def _listed(number: int, practice: Practice) -> list[TextParagraph]:
    """Return a practice as an item of a list: its name, and below it what it breaks through."""
    source = f"practices[{number}]"
    found = [bullet_para(Bullet(plain(practice.title), f"{source}.title"))]
    for words, field in ((practice.obstacle, "obstacle"), (practice.action, "action")):
        if words:
            found.append(bullet_para(Bullet(plain(words), f"{source}.{field}"), 1))
    return found


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

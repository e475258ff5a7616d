"""An extracted article becomes the tree of a case; what was done is in the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.frozen import dataclass
from casepress.source.article.block import Article, Block, Hints, Removed, letters
from casepress.source.article.body import Body, Cut, assemble
from casepress.source.article.byline import Byline, read_byline
from casepress.source.article.captions import with_captions
from casepress.source.article.chrome import furniture
from casepress.source.article.draft import (
    FALLBACK_PRACTICE,
    Part,
    lessons_part,
    practices_part,
    results_part,
    teaching_part,
    text_part,
)
from casepress.source.article.front import Front, front_fields, keyword_rows, read_front
from casepress.source.article.loose import assign
from casepress.source.article.numbering import marker_at
from casepress.source.article.outline import Section, sections
from casepress.source.article.places import Moved, settle, take_keywords
from casepress.source.article.sections import Role, role_of
from casepress.source.article.tree import Made, Node, Record, Rows, Text, is_empty, leaves, record

NO_TITLE = "（待拟标题）"
_LONGEST_HEADING = 28


@dataclass(frozen=True, slots=True)
class Imported:
    """The case of an article, the text it points into, and the parts in the article's order.

    ``moved`` are the parts the model has no field for, with the key they went under.
    """

    case: Record
    body: Body
    article: Article
    order: tuple[str, ...]
    guessed: bool
    moved: tuple[Moved, ...] = ()


def compose(article: Article) -> Imported:
    """Lay the words of *article* out as a case; the same article always gives the same case."""
    article = with_captions(_without_furniture(article))
    body = assemble(article)
    found = sections(body, 0, len(body.text))
    opens = (part.head for part in found if part.role is not Role.KEYWORDS)
    front = read_front(body, next(opens, len(body.text)))
    byline = read_byline(body, front.end)
    found = sections(body, front.end, byline.start)
    start, found, words = take_keywords(body, front.end, found)
    if words and "keywords" not in front.found:
        front = replace(front, found={**front.found, "keywords": words})
    found, moved = settle(body, found)
    parts, guessed = assign(body, start, byline.start, found)
    ready = _parts(body, parts)
    case = _case(body, article.hints, front, byline, ready)
    order = tuple(part.key for part in ready if part.found)
    return Imported(case, body, article, order, guessed, moved)


def unplaced(imported: Imported) -> tuple[Cut, ...]:
    """Return the stretches of the body no field and no mark of a field covers, in order.

    Why: this is computed as what is left over, never collected on the way, so text that a rule
    forgot turns up here instead of vanishing.
    """
    body = imported.body
    taken = bytearray(len(body.text))
    for _, leaf in leaves(imported.case):
        if isinstance(leaf, Text):
            for cut in (*leaf.cuts, *leaf.marks):
                taken[cut.start : cut.end] = b"\1" * (cut.end - cut.start)
    rest: list[Cut] = []
    for unit in body.units:
        rest.extend(_gaps(body, taken, unit.start, unit.end))
    return tuple(rest)


def _gaps(body: Body, taken: bytearray, start: int, end: int) -> list[Cut]:
    gaps = []
    while start < end:
        if taken[start]:
            start += 1
            continue
        stop = start
        while stop < end and not taken[stop]:
            stop += 1
        cut = body.trim(start, stop)
        if cut.start < cut.end:
            gaps.append(cut)
        start = stop
    return gaps


def _without_furniture(article: Article) -> Article:
    """Return the article without the lines of the web page, which are kept as removed."""
    blocks = article.blocks
    last = max([i for i, b in enumerate(blocks) if _is_body(b)], default=len(blocks) // 3)
    dropped = furniture(blocks, last)
    removed = tuple(Removed(blocks[i].text, blocks[i].line, "page") for i in sorted(dropped))
    kept = tuple(block for index, block in enumerate(blocks) if index not in dropped)
    merged = tuple(sorted((*article.removed, *removed), key=lambda r: r.line))
    return replace(article, blocks=kept, removed=merged)


def _is_body(block: Block) -> bool:
    """Whether a block surely belongs to the article: the heading of a part, or a credit line."""
    text = block.text.strip()
    marker = marker_at(text, 0)
    words = text[marker.end :] if marker else text
    heading = len(words) <= _LONGEST_HEADING and role_of(words, exact=marker is None) is not None
    credit = len(text) <= 40 and any(word in text for word in ("责编", "责任编辑", "供稿"))
    return heading or (credit and letters(text) > 3)


def _parts(body: Body, found: Sequence[Section]) -> list[Part]:
    """Return the parts of the case in the order their text begins; a stand-in for no practice."""
    of = {role: [part for part in found if part.role is role] for role in Role}
    makers = {
        Role.SUMMARY: lambda same: text_part(body, "summary", same),
        Role.BACKGROUND: lambda same: text_part(body, "background", same),
        Role.PRACTICES: lambda same: practices_part(body, same),
        Role.RESULTS: lambda same: results_part(body, same, of[Role.PRACTICES]),
        Role.LESSONS: lambda same: lessons_part(body, same),
    }
    of[Role.LESSONS] = [part for part in found if part.role in (Role.LESSONS, Role.OUTLOOK)]
    ready: list[Part] = []
    for role in makers:
        if of[role]:
            ready.append(makers[role](of[role]))
    teaching = teaching_part(body, [*of[Role.QUESTIONS], *of[Role.READING]])
    ready += [teaching] if teaching else []
    ready.sort(key=_begins)
    if not any(part.key == "practices" for part in ready):
        title = Made(FALLBACK_PRACTICE, None, "原文里没有找到“做法”部分，请补写")
        ready.append(Part("practices", Rows((record(title=title),)), found=False))
    return ready


def _begins(part: Part) -> int:
    """Return where the text of a part begins; a heading without text counts as text."""
    texts = [leaf for _, leaf in leaves(part.value) if isinstance(leaf, Text)]
    starts = [cut.start for text in texts for cut in text.cuts]
    starts = starts or [
        cut.start for cut in (part.heading.cuts if isinstance(part.heading, Text) else ())
    ]
    return starts[0] if starts else 0


def _case(body: Body, hints: Hints, front: Front, byline: Byline, parts: Sequence[Part]) -> Record:
    fields = dict(front_fields(body, front, hints))
    title = fields.pop("title", None) or _made_title(hints)
    head: dict[str, Node] = {"title": title, **fields}
    source = _source(front, byline, hints)
    headings = Record(
        tuple((part.key, part.heading) for part in parts if part.heading and part.key != "teaching")
    )
    rest = record(source=source, keywords=keyword_rows(body, front.found), headings=headings)
    case = (*head.items(), *rest.fields, *_filled(parts))
    return Record(tuple(case))


def _filled(parts: Sequence[Part]) -> list[tuple[str, Node]]:
    """Return the parts with anything to write; a heading alone stands among the headings."""
    return [(part.key, part.value) for part in parts if not is_empty(part.value)]


def _made_title(hints: Hints) -> Made:
    if hints.title:
        return Made(hints.title, None, "取自文件属性")
    return Made(NO_TITLE, None, "没有找到标题，请补写")


def _source(front: Front, byline: Byline, hints: Hints) -> Record:
    found = front.found
    nothing = Text(())
    editors = byline.editors
    return record(
        publication=found.get("publication") or byline.publication or Made(hints.publication),
        published=found.get("published", byline.published),
        contributor=found.get("contributor") or byline.contributor,
        credit=byline.credit,
        editors=editors if editors.items else Rows((found.get("editors", nothing),)),
        url=Made(hints.url),
    )

"""From the parts of the article to the tree of the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.frozen import dataclass
from casepress.source.article.body import Body, Cut
from casepress.source.article.divide import Division, Piece, divide
from casepress.source.article.measures import Headed, are_items, halves, headed
from casepress.source.article.numbering import Style
from casepress.source.article.outline import Section
from casepress.source.article.proposals import figure_rows, honour_rows, metric_rows
from casepress.source.article.sections import Role
from casepress.source.article.tree import Made, Node, Record, Rows, Text, is_empty, record

FALLBACK_PRACTICE = "主要做法"
OUTLOOK_HEADING = "思考与展望"
_NO_LESSONS = "原文没有“启示”，栏目名由程序拟，请核对"
_NO_TITLE = "原文没有小标题，请拟一个"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the case ready to be written: its key and value, and its heading's words.

    ``found`` is false for a stand-in, where the article has no such part.
    """

    key: str
    value: Node
    heading: Text | Made | None = None
    found: bool = True


def text_part(body: Body, key: str, parts: Sequence[Section]) -> Part:
    """Return abstract or background: all paragraphs, further headings of the role too.

    The first heading names the part; others stay in the text, as lines without their numbers.
    """
    cuts: list[Cut] = []
    marks: list[Cut] = []
    named: Section | None = None
    for part in parts:
        if part.heading is None or named is None:
            named = named or (part if part.heading else None)
            cuts.extend(body.paragraphs(part.start, part.end))
        elif "\n" in body.text[part.heading.end : part.start]:
            marks.extend(part.marks)
            cuts.extend((part.heading, *body.paragraphs(part.start, part.end)))
        else:
            cuts.extend(body.paragraphs(part.head, part.end))
    text = Text(tuple(cuts), tuple(marks))
    return Part(key, record(text=text), heading_of(named) if named else None)


def heading_of(part: Section) -> Text | None:
    """Return the heading of a part without its number."""
    return Text((part.heading,), part.marks) if part.heading else None


def practices_part(body: Body, parts: Sequence[Section]) -> Part:
    """Return the practices of all parts of that role, in order."""
    rows: list[Node] = []
    for index, part in enumerate(parts):
        found = practice_rows(body, part.start, part.end)
        heading = heading_of(part) if index else None
        if heading and len(found) == 1 and isinstance(found[0], Record):
            found = [_titled(found[0], heading)]
        rows.extend(found)
    return Part("practices", Rows(tuple(rows)), heading_of(parts[0]))


def _titled(practice: Record, heading: Text) -> Record:
    """Return a practice that has no title of its own under the heading of its part."""
    fields = [
        (key, heading if key == "title" and isinstance(value, Made) else value)
        for key, value in practice.fields
    ]
    return replace(practice, fields=tuple(fields))


def practice_rows(body: Body, start: int, end: int) -> list[Node]:
    """Return the practices of a stretch; one without a title if nothing divides the text."""
    division = divide(body, start, end)
    if not division.pieces:
        return [_plain_practice(body, body.paragraphs(start, end))]
    parts = [headed(body, piece) for piece in division.pieces]
    if division.style and division.style >= Style.IS and not are_items(parts):
        return [_plain_practice(body, body.paragraphs(start, end))]
    return practices(body, division, parts)


def practices(body: Body, division: Division, parts: Sequence[Headed]) -> list[Node]:
    """One practice per piece; text before the first one becomes the first one's lead."""
    lead = body.paragraphs(*division.lead)
    split = halves(body, [part.title for part in parts])
    used = {division.style} if division.style is not None else set()
    rows: list[Node] = []
    if lead:
        rows.append(_plain_practice(body, lead))
    for piece, part, half in zip(division.pieces, parts, split, strict=True):
        rows.append(_practice(body, piece, part, half, used))
    return rows


def _practice(
    body: Body, piece: Piece, part: Headed, half: tuple[Cut, Cut, Cut] | None, used: set[Style]
) -> Record:
    title, outcome = Text((part.title,), (*piece.mark, *part.marks)), Text(())
    if half:
        title, outcome = Text((half[0],), piece.mark), Text((half[2],), (half[1], *part.marks))
    lead, measures = _measures(body, part.text, used)
    return record(title=title, outcome=outcome, lead=Text(lead), measures=measures)


def _measures(body: Body, text: tuple[Cut, ...], used: set[Style]) -> tuple[tuple[Cut, ...], Rows]:
    """Lead and measures of a practice's text; all of it lead where items have no headings."""
    if not text:
        return (), Rows(())
    division = divide(body, text[0].start, text[-1].end, used)
    parts = [headed(body, piece) for piece in division.pieces]
    if not are_items(parts):
        return text, Rows(())
    rows = tuple(
        item_record(piece, part, key_figures=figure_rows(body, part.text))
        for piece, part in zip(division.pieces, parts, strict=True)
    )
    return body.paragraphs(*division.lead), Rows(rows)


def item_record(piece: Piece, part: Headed, **more: Node) -> Record:
    """Title and text of an item. An empty text is written all the same: the model wants one."""
    title = Text((part.title,), (*piece.mark, *part.marks))
    fields: tuple[tuple[str, Node], ...] = (("title", title), ("text", Text(part.text)))
    return Record(fields + tuple((k, v) for k, v in more.items() if not is_empty(v)))


def _plain_practice(body: Body, cuts: tuple[Cut, ...]) -> Record:
    at = cuts[0].start if cuts else None
    return record(title=Made(FALLBACK_PRACTICE, at, _NO_TITLE), lead=Text(cuts))


def results_part(body: Body, parts: Sequence[Section], practices: Sequence[Section]) -> Part:
    """Results: lead, items with their figures, then metrics and honours.

    Metrics and honours are looked for in the practices too, where articles often tell them.
    """
    lead, items = _listed(body, parts, figures=True)
    both = (*practices, *parts)
    cuts = tuple(cut for part in both for cut in body.paragraphs(part.start, part.end))
    value = record(
        lead=lead, items=items, metrics=metric_rows(body, cuts), honours=honour_rows(body, cuts)
    )
    return Part("results", value, heading_of(parts[0]))


def lessons_part(body: Body, parts: Sequence[Section]) -> Part:
    """Lessons: lead and items; the outlook of an article without lessons takes their place."""
    first = parts[0]
    if first.role is Role.OUTLOOK and len(parts) > 1:
        rows = Rows(tuple(_whole(body, part) for part in parts))
        return Part("lessons", record(items=rows), Made(OUTLOOK_HEADING, None, _NO_LESSONS))
    lead, items = _listed(body, parts)
    return Part("lessons", record(lead=lead, items=items), heading_of(first))


def has_lead(body: Body, part: Section) -> bool:
    """Whether a part has text before its items, or no items."""
    division = divide(body, part.start, part.end)
    found = [headed(body, piece) for piece in division.pieces]
    return not are_items(found) or bool(body.paragraphs(*division.lead))


def _listed(body: Body, parts: Sequence[Section], *, figures: bool = False) -> tuple[Text, Rows]:
    """Lead and items of a part; a further part with a heading is an item under that heading."""
    lead: list[Cut] = []
    rows: list[Node] = []
    for index, part in enumerate(parts):
        alone = part.heading and (index or (part.role is Role.OUTLOOK and len(parts) > 1))
        if alone:
            rows.append(_whole(body, part, figures=figures))
            continue
        division = divide(body, part.start, part.end)
        found = [headed(body, piece) for piece in division.pieces]
        if rows or not are_items(found):
            if not rows:
                lead.extend(body.paragraphs(part.start, part.end))
            continue
        lead.extend(body.paragraphs(*division.lead))
        for piece, item in zip(division.pieces, found, strict=True):
            more = figure_rows(body, item.text) if figures else Rows(())
            rows.append(item_record(piece, item, key_figures=more))
    return Text(tuple(lead)), Rows(tuple(rows))


def _whole(body: Body, part: Section, *, figures: bool = False) -> Record:
    """Return a part as one item: its heading and all its text."""
    cuts = body.paragraphs(part.start, part.end)
    more = figure_rows(body, cuts) if figures else Rows(())
    title = heading_of(part) or Made("（待拟标题）")
    fields: tuple[tuple[str, Node], ...] = (("title", title), ("text", Text(cuts)))
    return Record(fields + ((("key_figures", more),) if more.items else ()))


def teaching_part(body: Body, parts: Sequence[Section]) -> Part | None:
    """思考题 and 延伸阅读 as teaching material."""
    questions: list[Node] = []
    reading: list[Node] = []
    for part in parts:
        before = (*((part.heading,) if part.heading else ()), *part.marks)
        for piece in _lines(body, part):
            text = Text((Cut(piece.start, piece.end),), (*before, *piece.mark))
            before = ()
            if part.role is Role.QUESTIONS:
                questions.append(record(question=text))
            else:
                reading.append(text)
    value = record(questions=Rows(tuple(questions)), reading=Rows(tuple(reading)))
    return None if is_empty(value) else Part("teaching", value)


def _lines(body: Body, part: Section) -> Sequence[Piece]:
    division = divide(body, part.start, part.end)
    if division.pieces and not body.paragraphs(*division.lead):
        single = all("\n" not in body.text[p.start : p.end] for p in division.pieces)
        if single:
            return division.pieces
    return [Piece(None, cut.start, cut.end) for cut in body.paragraphs(part.start, part.end)]

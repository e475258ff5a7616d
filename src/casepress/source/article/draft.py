"""From the parts of the article to the tree of the case."""

from __future__ import annotations

from collections.abc import Sequence

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
_NO_TITLE = "原文没有小标题，请拟一个"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the case ready to be written: its key and value, and its heading's words.

    ``found`` is false for a stand-in, where the article has no such part.
    """

    key: str
    value: Node
    heading: Text | None = None
    found: bool = True


def text_part(body: Body, key: str, parts: Sequence[Section]) -> Part:
    """Return abstract or background: all paragraphs, further headings of the role too."""
    cuts: list[Cut] = []
    for index, part in enumerate(parts):
        if index and part.heading:
            cuts.extend(body.paragraphs(part.head, part.start))
        cuts.extend(body.paragraphs(part.start, part.end))
    return Part(key, record(text=Text(tuple(cuts))), heading_of(parts[0]))


def heading_of(part: Section) -> Text | None:
    """Return the heading of a part without its number."""
    return Text((part.heading,), part.marks) if part.heading else None


def practices_part(body: Body, parts: Sequence[Section]) -> Part:
    """Return the practices of all parts of that role, in order."""
    rows: list[Node] = []
    for part in parts:
        rows.extend(practice_rows(body, part.start, part.end))
    return Part("practices", Rows(tuple(rows)), heading_of(parts[0]))


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
        item_record(piece, part) for piece, part in zip(division.pieces, parts, strict=True)
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
    """Lessons: lead and items."""
    lead, items = _listed(body, parts)
    return Part("lessons", record(lead=lead, items=items), heading_of(parts[0]))


def _listed(body: Body, parts: Sequence[Section], *, figures: bool = False) -> tuple[Text, Rows]:
    """Lead and items of a part; further parts of the same role add to the items or to the lead."""
    lead: list[Cut] = []
    rows: list[Node] = []
    for part in parts:
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

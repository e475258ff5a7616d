"""What the file says of itself: sections, core properties, its one date."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime

from casepress.deck.model import Deck
from casepress.pptx.assembly import Assembly, slide_ids
from casepress.pptx.markup import NS_P, attr, clean, guid

_SECTION_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_NS_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_CORE_LIMIT = 255
"""Characters a core property may have before applications refuse it."""


def _sections(deck: Deck) -> list[tuple[str, list[int]]]:
    """Consecutive slides of the same section name, by position."""
    sections: list[tuple[str, list[int]]] = []
    for position, slide in enumerate(deck.slides):
        if not sections or sections[-1][0] != slide.section:
            sections.append((slide.section, []))
        sections[-1][1].append(position)
    return sections


def add_sections(assembly: Assembly, deck: Deck) -> tuple[str, ...]:
    """Add the section list (p14 extension): every slide exactly once, in order."""
    from lxml import etree

    sections = _sections(deck)
    if not any(name for name, _ in sections):
        return ()
    element = assembly.presentation.element
    ids = [one.get("id") for one in slide_ids(element)]
    body = ""
    for n, (name, positions) in enumerate(sections):
        listed = "".join(f'<p14:sldId id="{ids[p]}"/>' for p in positions)
        body += (
            f'<p14:section name="{attr(name or "—")}" id="{guid(f"section/{n}/{name}")}">'
            f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
        )
    made = etree.fromstring(
        f'<p:extLst xmlns:p="{NS_P}"><p:ext uri="{_SECTION_URI}">'
        f'<p14:sectionLst xmlns:p14="{_NS_P14}">{body}</p14:sectionLst></p:ext></p:extLst>'
    )
    known = element.find(f"{{{NS_P}}}extLst")
    if known is None:
        element.append(made)
    else:
        known.insert(0, made[0])
    return tuple(name for name, _ in sections)


def moment(date: str) -> datetime | None:
    """Give the file's one date: SOURCE_DATE_EPOCH if set, else the case's date at midnight UTC.

    Accepts ``2017``, ``2017-07`` and ``2017-07-11``; anything else gives none, never today.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).replace(tzinfo=None)
    match = re.match(r"^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", date)
    if match is None:
        return None
    try:
        return datetime(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _core(words: str) -> str:
    return " ".join(clean(words).split())[:_CORE_LIMIT]


def add_properties(assembly: Assembly, deck: Deck) -> None:
    """Write title, author, subject, keywords, language and the one date of the file."""
    properties = assembly.presentation.core_properties
    properties.title = _core(deck.title)
    properties.author = properties.last_modified_by = _core(deck.author)
    properties.subject = _core(deck.subject)
    keywords: list[str] = []
    for word in deck.keywords:
        if len(_core("；".join([*keywords, word]))) == len("；".join([*keywords, word])):
            keywords.append(word)
    properties.keywords = _core("；".join(keywords))
    properties.language = "zh-CN"
    properties.revision = 1
    when = moment(deck.date)
    if when is not None:
        properties.created = properties.modified = when

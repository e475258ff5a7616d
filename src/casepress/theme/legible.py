"""What a layout must satisfy beyond the types of its tokens: names that exist, text one can read.

Told at the place in the layout file, and all at once, before anything is set.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from casepress.diagnostics import Diagnostic, Severity
from casepress.source.bind import in_order
from casepress.source.names import nearest
from casepress.source.places import Places
from casepress.theme.contrast import ground_of, least, luminance, ratio, slot_luminance
from casepress.theme.model import Theme

INKS: Final = (
    "brand", "deep", "goldT", "goldD", "ink", "grey", "rule", "panel", "paper",
    "coverBg", "coverFg", "coverSub", "strand", "strandText", "onBrand",
)  # fmt: skip
"""Inks that the pages are painted with."""
ON_COVER: Final = (
    "kicker", "cover_title", "cover_foot", "cover_subtitle", "imprint", "imprint_head",
)  # fmt: skip
ON_BRAND: Final = ("tag_numeral", "diagram_centre", "diagram_words", "station")
FAMILIES: Final = ("serif", "sans", "kai", "宋体", "黑体", "楷体")
BOLD: Final = 600


def check_look(theme: Theme, places: Places) -> tuple[Diagnostic, ...]:
    """Return every fault of a layout, in the order of the file."""
    faults = [*_missing(theme, places), *_names(theme, places)]
    if not faults:
        faults = [*_pages(theme, places), *_slides(theme, places)]
    return tuple(sorted(faults, key=in_order))


def _missing(theme: Theme, places: Places) -> Iterator[Diagnostic]:
    for name in INKS:
        if name not in theme.ink:
            yield _fault("CP0507", places, "ink", token=f"ink.{name}")


def _names(theme: Theme, places: Places) -> Iterator[Diagnostic]:
    """Inks and families that the type scale names but nobody gives."""
    families = (*FAMILIES, *theme.fonts, *theme.stand_ins)
    for role, token in theme.type.items():
        if token.ink not in theme.ink:
            yield _unknown(places, f"type.{role}.ink", token.ink, tuple(theme.ink))
        for key, family in (("family", token.family), ("latin_family", token.latin_family)):
            if family is not None and family not in families:
                yield _unknown(places, f"type.{role}.{key}", family, families)
    for key, stand_in in theme.stand_ins.items():
        if stand_in.family not in FAMILIES:
            yield _unknown(places, f"stand_ins.{key}.family", stand_in.family, FAMILIES)


def grounds(theme: Theme, role: str) -> tuple[str, ...]:
    """Return the inks that text of a role may stand on."""
    look = theme.brochure
    if role in ON_COVER:
        return ("coverBg",) if look.bleeds else ("paper",)
    if role.startswith("opener_"):
        return ("deep",) if look.bleeds else ("paper",)
    if role == "strand_label":
        return ("strand",) if look.strands == "band" else ("paper",)
    if role in ON_BRAND:
        return ("brand",) if look.blocks == "solid" else ("paper",)
    return ("paper", "panel") if look.bleeds else ("paper",)


def _pages(theme: Theme, places: Places) -> Iterator[Diagnostic]:
    """Inks of the type scale on their grounds; each pair of inks is told once."""
    told: set[tuple[str, str]] = set()
    for role, token in theme.type.items():
        for ground in grounds(theme, role):
            have = ratio(luminance(theme.ink[token.ink].rgb), luminance(theme.ink[ground].rgb))
            need = least(token.size, token.weight >= BOLD)
            if have < need - 0.005 and (token.ink, ground) not in told:
                told.add((token.ink, ground))
                params = {"text": token.ink, "ground": ground, "where": f"type.{role}"}
                yield _fault(
                    "CP0509", places, f"ink.{token.ink}.rgb",
                    have=f"{have:.1f}", need=f"{need:.1f}", **params,
                )  # fmt: skip


def _slides(theme: Theme, places: Places) -> Iterator[Diagnostic]:
    """Colours of the placeholders on their grounds."""
    deck = theme.deck
    told: set[tuple[str, str]] = set()
    for layout in deck.layouts:
        for one in deck.placeholders(layout.key):
            ground = ground_of(layout, one)
            for level in one.levels:
                pair = (level.colour, ground)
                where = f"deck.layouts.{layout.key}.{one.role}"
                unknown = [word for word in pair if not _is_colour(theme, word)]
                if unknown:
                    words = (*deck.colours, *deck.shades)
                    yield _unknown(places, "deck.layouts", unknown[0], words, where)
                    continue
                have = ratio(*(slot_luminance(deck, word) for word in pair))
                need = least(level.size, level.bold)
                if have < need - 0.005 and pair not in told:
                    told.add(pair)
                    yield _fault(
                        "CP0509", places, f"deck.colours.{deck.shade(level.colour)[0]}",
                        text=level.colour, ground=ground, where=where,
                        have=f"{have:.1f}", need=f"{need:.1f}",
                    )  # fmt: skip


def _is_colour(theme: Theme, word: str) -> bool:
    try:
        return theme.deck.shade(word)[0] in theme.deck.colours
    except ValueError:
        return False


def _unknown(
    places: Places, path: str, word: str, known: tuple[str, ...], where: str = ""
) -> Diagnostic:
    meant = nearest(word.lower(), known) or known[0]
    return _fault("CP0508", places, path, token=where or path, name=word, suggestion=meant)


def _fault(id_: str, places: Places, path: str, **params: object) -> Diagnostic:
    return Diagnostic(id_, Severity.ERROR, places.nearest(path), params)

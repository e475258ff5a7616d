"""In which order the placeholders of a layout are read."""

from __future__ import annotations

from itertools import groupby

from casepress.theme.deck import DeckTokens, PlaceholderToken


def reading_order(tokens: DeckTokens, key: str) -> tuple[PlaceholderToken, ...]:
    """Placeholders of a layout in the order they are read aloud.

    Label, title, body, source, footer, number (SPEC §10). Roles that repeat the same number of
    times in a row are read together: figure, name and note of the first column, then the second.
    """
    known: tuple[PlaceholderToken, ...] | None = tokens.kept.get(("reading order", key))
    if known is None:
        known = tokens.kept["reading order", key] = tuple(_read(tokens, key))
    return known


def _read(tokens: DeckTokens, key: str) -> list[PlaceholderToken]:
    every = tokens.placeholders(key)
    first = [p for role in ("kind", "label") for p in every if p.role == role]
    first += [p for p in every if p.type == "title"]
    last = [p for role in ("source", "footer", "number") for p in every if p.role == role
            and (p.role != "number" or p.type == "slide_number")]  # fmt: skip
    apart = {p.idx for p in (*first, *last)}
    rest = [p for p in every if p.idx not in apart]
    roles = [list(group) for _, group in groupby(rest, key=lambda p: p.role)]
    body: list[PlaceholderToken] = []
    for _, block in groupby(roles, key=len):
        body += [p for column in zip(*block, strict=True) for p in column]
    return first + body + last

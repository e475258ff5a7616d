from __future__ import annotations

import deck_sample
import pytest

from casepress.theme.deck import DeckTokens, LayoutToken

EXPECTED = [
    "cover",
    "cover_picture",
    "divider",
    "content",
    "figure_diagram",
    "keywords3",
    "agenda",
    "glance4",
    "background",
    "measures2",
    "measures3",
    "measures4",
    "measures6",
    "numbers2",
    "numbers3",
    "hero_number",
    "charts2",
    "charts3",
    "chart_notes",
    "honours_timeline",
    "honours_list",
    "table",
    "chart_table",
    "discussion",
    "summary",
    "closing",
    "picture_text",
    "picture_tall",
    "picture_wide",
    "pictures2",
]


def test_every_layout_of_the_spec_is_there(tokens: DeckTokens) -> None:
    assert [layout.key for layout in tokens.layouts] == EXPECTED
    assert len({layout.name for layout in tokens.layouts}) == len(EXPECTED)


@pytest.mark.parametrize("key", EXPECTED)
def test_placeholders_stay_on_the_page_and_have_unique_indices(
    tokens: DeckTokens, key: str
) -> None:
    placeholders = tokens.placeholders(key)
    indices = [p.idx for p in placeholders]
    assert len(indices) == len(set(indices))
    for p in placeholders:
        x, y, w, h = p.box
        assert x >= 0 and y >= 0
        assert x + w <= tokens.width_in + 0.001 and y + h <= tokens.height_in + 0.001


@pytest.mark.parametrize("key", EXPECTED)
def test_text_never_falls_below_the_minimum_sizes(tokens: DeckTokens, key: str) -> None:
    small = {"source": 12, "footer": 12, "number": 12, "label": 14, "caption": 14}
    for p in tokens.placeholders(key):
        for level in p.levels:
            assert level.size >= small.get(p.role, 18), (p.role, level.size)


@pytest.mark.parametrize("key", EXPECTED)
def test_one_line_of_the_first_level_fits_its_frame(tokens: DeckTokens, key: str) -> None:
    """At the pessimistic line height, with the fit rule's 8 % to spare (SPEC §7)."""
    for p in tokens.placeholders(key):
        if p.type in ("body", "object", "title") and p.levels:
            level = p.levels[0]
            line = level.size * tokens.line_height * level.line_percent / 100
            room = (p.box[3] - p.inset[1] - p.inset[3]) * 72
            assert line <= room * 0.93, (p.role, line / room)


def test_text_frames_of_a_layout_do_not_overlap(tokens: DeckTokens) -> None:
    for layout in tokens.layouts:
        boxes = [(p.role, p.box) for p in tokens.placeholders(layout.key)]
        for n, (role, a) in enumerate(boxes):
            for other, b in boxes[n + 1 :]:
                wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
                high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
                assert wide <= 0.001 or high <= 0.001, (layout.key, role, other)


def test_text_contrast_holds_in_both_themes() -> None:
    """4.5:1 for text, 3:1 for bold text of 18 pt and more (WCAG 2.2 1.4.3)."""
    for theme in ("zhujin", "moqing", "plain", "gongwen"):
        tokens = deck_sample.tokens(theme)
        for layout in tokens.layouts:
            for p in tokens.placeholders(layout.key):
                ground = _ground(tokens, layout, p.fill, p.box)
                for level in p.levels:
                    ratio = _contrast(tokens, level.colour, ground)
                    needed = 3.0 if (level.size >= 18 and level.bold) or level.size >= 24 else 4.5
                    assert ratio >= needed, (theme, layout.key, p.role, ground, round(ratio, 2))


def _ground(
    tokens: DeckTokens, layout: LayoutToken, fill: str | None, box: tuple[float, ...]
) -> str:
    if fill:
        return fill
    ground = layout.background
    for shape in layout.shapes:
        x, y, w, h = shape.box
        covers = x <= box[0] + 0.01 and y <= box[1] + 0.01 and x + w > box[0] + 0.5
        if shape.kind == "box" and covers and y + h >= box[1] + box[3] - 0.02:
            ground = shape.fill
    return ground


def _contrast(tokens: DeckTokens, one: str, other: str) -> float:
    from casepress.theme.shade import luminance

    a, b = sorted((luminance(tokens, one), luminance(tokens, other)))
    return (b + 0.05) / (a + 0.05)


def test_a_list_in_a_box_repeats_the_placeholder_row_by_row() -> None:
    layout = LayoutToken.model_validate(
        {
            "key": "k",
            "name": "试",
            "placeholders": {
                "tile": {"idx": 21, "name": "格", "box": [[1, 2], [3, 5], 0.5, [1, 2]]}
            },
        }
    )
    assert [p.idx for p in layout.role("tile")] == [21, 22, 23, 24]
    assert [p.box for p in layout.role("tile")] == [
        (1, 3, 0.5, 1),
        (2, 3, 0.5, 1),
        (1, 5, 0.5, 2),
        (2, 5, 0.5, 2),
    ]
    assert [p.name for p in layout.role("tile")] == ["格1", "格2", "格3", "格4"]


def test_expanded_tokens_survive_a_round_trip(tokens: DeckTokens) -> None:
    assert DeckTokens.model_validate(tokens.model_dump()) == tokens


@pytest.mark.parametrize("word", ["gold", "accent7", "accent1*5", "FF0000", "accent3/"])
def test_a_colour_that_is_no_slot_is_refused(tokens: DeckTokens, word: str) -> None:
    with pytest.raises(ValueError, match="not a theme slot"):
        tokens.shade(word)


def test_shades_resolve_by_name(tokens: DeckTokens) -> None:
    assert tokens.shade("hairline") == ("accent5", 0.85, 0.0)
    assert tokens.shade("before") == ("accent3", 0.85, 0.15)


def test_one_number_of_a_layout_can_be_set_from_outside() -> None:
    from casepress.theme.load import load_theme

    key = "deck.layouts.cover.placeholders.title.levels.1.size"
    changed = load_theme("moqing", {key: "44"}).deck
    (title,) = changed.layout("cover").role("title")
    assert title.levels[0].size == 44 and title.levels[0].bold
    assert load_theme("moqing").deck.layout("divider") == changed.layout("divider")

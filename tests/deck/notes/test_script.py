"""The speaker's notes as one text."""

from __future__ import annotations

from casepress.deck.model import Deck
from casepress.deck.notes.script import script


def test_it_holds_the_notes_of_every_slide_word_for_word_in_order(deck: Deck):
    text = script(deck)
    place = 0
    for number, slide in enumerate(deck.slides, 1):
        place = text.index(f"\n第{number}张｜{slide.section}\n{slide.title}\n", place)
        for block in slide.notes:
            place = text.index(f"\n{block}\n", place)
    assert deck.slides and place > 0


def test_it_adds_nothing_but_heads(deck: Deck):
    text = script(deck)
    for slide in deck.slides:
        for block in slide.notes:
            text = text.replace(f"\n\n{block}\n", "\n", 1)
    left = [line for line in text.split("\n") if line and not line.startswith("─")]
    assert left == [
        deck.title,
        f"讲稿：共{len(deck.slides)}张，约90分钟",
        *(
            words
            for n, slide in enumerate(deck.slides, 1)
            for words in (f"第{n}张｜{slide.section}", slide.title)
        ),
    ]


def test_a_deck_without_minutes_states_none(deck: Deck):
    from dataclasses import replace

    bare = replace(deck, slides=tuple(replace(s, minutes=None) for s in deck.slides))
    assert "分钟" not in script(bare).split("\n")[1]

from __future__ import annotations

from pathlib import Path

import pytest

from casepress.case.load_collection import LoadedCollection, load_collection
from casepress.deck import plan_deck
from casepress.deck.collection import Entry, join_decks
from casepress.deck.model import Deck, Slide, TableFill, TextFill
from casepress.fonts.library import FontLibrary
from casepress.theme.load import load_theme


@pytest.fixture(scope="module")
def loaded(root: Path) -> LoadedCollection:
    return load_collection(root / "content" / "collection.yaml")


@pytest.fixture(scope="module")
def alone(loaded: LoadedCollection) -> list[Deck]:
    theme, fonts = load_theme("zhujin"), FontLibrary.bundled()
    return [plan_deck(m.case, theme, fonts, base_dir=m.path.parent) for m in loaded.members]


@pytest.fixture(scope="module")
def deck(loaded: LoadedCollection, alone: list[Deck]) -> Deck:
    entries = [
        Entry(m.case.title.replace("|", ""), m.case.organisation, one)
        for m, one in zip(loaded.members, alone, strict=True)
    ]
    return join_decks(loaded.collection, entries, load_theme("zhujin"), FontLibrary.bundled())


def links(slide: Slide) -> list[str]:
    found = []
    for one in slide.fills:
        groups = [one.paragraphs] if isinstance(one, TextFill) else []
        if isinstance(one, TableFill):
            groups = [c.paragraphs for row in one.rows for c in row]
        found += [run.link for group in groups for p in group for run in p.runs if run.link]
    return found


def test_whole_decks_stand_behind_cover_and_menu(deck: Deck, alone: list[Deck]) -> None:
    assert len(deck.slides) == 2 + sum(len(one.slides) for one in alone)
    assert [slide.key for slide in deck.slides[:2]] == ["cover", "menu-1"]


def test_keys_are_unique_and_every_link_leads_somewhere(deck: Deck) -> None:
    keys = [slide.key for slide in deck.slides]
    assert len(keys) == len(set(keys))
    assert {link for slide in deck.slides for link in links(slide)} <= set(keys)


def test_no_two_slides_have_the_same_title(deck: Deck) -> None:
    titles = [slide.title for slide in deck.slides]
    assert len(titles) == len(set(titles))


def test_the_menu_leads_to_the_first_slide_of_each_case_and_back(deck: Deck) -> None:
    assert links(deck.slides[1]) == ["case1-cover", "case2-cover", "case3-cover"]
    for number in (1, 2, 3):
        own = [slide for slide in deck.slides if slide.key.startswith(f"case{number}-")]
        back = [slide.key for slide in own if "menu-1" in links(slide)]
        assert len(back) == 2 and back[-1] == own[-1].key


def test_each_case_is_a_section_of_its_own(deck: Deck) -> None:
    sections = list(dict.fromkeys(slide.section for slide in deck.slides))
    assert len(sections) == 4 and sections[0] == "总目录" and sections[3].startswith("3")


def test_pages_that_notes_name_are_those_of_the_joined_deck(deck: Deck, alone: list[Deck]) -> None:
    before = 2 + len(alone[0].slides)
    own = deck.slides[before : before + len(alone[1].slides)]
    for joined, planned in zip(own, alone[1].slides, strict=True):
        if any("全文见第" in note for note in planned.notes):
            assert joined.notes != planned.notes
    assert [len(s.notes) for s in own] == [len(s.notes) for s in alone[1].slides]


def test_many_cases_take_several_menu_slides(loaded: LoadedCollection, alone: list[Deck]) -> None:
    entries = [Entry(f"第{n}个虚构案例，题目不长也不短", "虚构单位", alone[2]) for n in range(23)]
    deck = join_decks(loaded.collection, entries, load_theme("zhujin"), FontLibrary.bundled())
    menus = [slide for slide in deck.slides if slide.key.startswith("menu-")]
    assert len(menus) == 3
    assert [link for menu in menus for link in links(menu)] == [
        f"case{n}-cover" for n in range(1, 24)
    ]
    last = [slide for slide in deck.slides if slide.key.startswith("case23-")]
    assert "menu-3" in links(last[-1])

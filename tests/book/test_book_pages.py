from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from casepress.book import BookPlan
from casepress.book.desk import case_prefix
from casepress.case.load_collection import LoadedCollection
from casepress.display import DisplayList, Page, TextItem


def words(page: Page) -> str:
    return "".join(item.line.text for item in page.items if isinstance(item, TextItem))


def of_kind(whole: DisplayList, kind: str) -> list[int]:
    return [index for index, page in enumerate(whole.pages) if page.kind == kind]


def test_covers_roman_front_matter_then_continuous_folios(whole: DisplayList) -> None:
    labels = [page.label for page in whole.pages]
    body = labels.index("1")
    assert labels[:2] == ["封面", "封二"] and labels[-2:] == ["封三", "封底"]
    assert labels[2:body] == ["i", "ii", "iii", "iv"][: body - 2]
    assert labels[body:-2] == [str(n) for n in range(1, len(labels) - body - 1)]


def test_page_one_is_a_recto_and_the_leaves_make_whole_signatures(whole: DisplayList) -> None:
    labels = [page.label for page in whole.pages]
    assert labels.index("1") % 2 == 0
    assert (len(labels) - 4) % 4 == 0


def test_parts_open_on_rectos(whole: DisplayList) -> None:
    parts = of_kind(whole, "part")
    assert len(parts) == 2
    assert all(int(whole.pages[index].label) % 2 == 1 for index in parts)


def test_each_case_has_one_opener_and_neither_cover_nor_contents_nor_colophon_of_its_own(
    whole: DisplayList, loaded: LoadedCollection
) -> None:
    kinds = Counter(page.kind for page in whole.pages)
    assert kinds["opener"] == len(loaded.members) + sum(
        len(member.case.practices) > 1 for member in loaded.members
    )
    assert kinds["cover"] == 2 and kinds["contents"] == 1 and kinds["colophon"] == 0


def test_no_name_of_one_case_collides_with_another(whole: DisplayList) -> None:
    names = [place.name for place in whole.destinations]
    assert len(names) == len(set(names))
    assert {"case1/background", "case2/background"} <= set(names)
    known = set(names)
    assert all(
        link.destination in known for page in whole.pages for link in page.links if link.destination
    )
    assert {entry.destination for entry in whole.outline} <= known


def test_elements_stand_in_reading_order_with_parents_before_children(whole: DisplayList) -> None:
    assert [element.id for element in whole.elements] == list(range(len(whole.elements)))
    assert all(
        element.parent is not None and element.parent < element.id for element in whole.elements[1:]
    )


def test_headings_never_skip_a_level(whole: DisplayList) -> None:
    children: dict[int | None, list[int]] = {}
    for element in whole.elements:
        children.setdefault(element.parent, []).append(element.id)
    levels: list[int] = []

    def walk(id: int) -> None:
        match = re.fullmatch(r"H(\d)", whole.elements[id].role)
        if match:
            levels.append(int(match[1]))
        for child in children.get(id, ()):
            walk(child)

    walk(0)
    assert levels[0] == 1 and max(levels) >= 4
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_bookmarks_nest_by_part_case_and_section(whole: DisplayList) -> None:
    found = {entry.destination: entry.level for entry in whole.outline}
    assert found["part1"] == 1 and found["case1/opener"] == 2
    assert found["case1/background"] == 3 and found["cover"] == found["sources"] == 1
    order = [entry.destination for entry in whole.outline]
    assert order.index("contents") < order.index("part1") < order.index("case1/opener")


def test_contents_state_the_pages_cases_really_begin_on(whole: DisplayList) -> None:
    places = {place.name: whole.pages[place.page].label for place in whole.destinations}
    contents = whole.pages[of_kind(whole, "contents")[0]]
    for link in contents.links:
        assert link.contents.endswith(f"第{places[link.destination or '']}页")
    assert {"case1/opener", "case2/opener", "case3/opener"} <= {
        link.destination for link in contents.links
    }


def test_versos_carry_the_case_and_rectos_the_section_at_the_foot(whole: DisplayList) -> None:
    pages = [page for page in whole.pages if page.kind == "practice"]
    assert {int(page.label) % 2 for page in pages} == {0, 1}
    for page in pages:
        foot = [
            item.line.text
            for item in page.items
            if isinstance(item, TextItem) and item.element is None and item.line.text != page.label
        ]
        running = foot[-1]
        assert ("主要做法" in running) == (int(page.label) % 2 == 1)


def test_every_sentence_of_every_case_is_in_the_book(
    whole: DisplayList, loaded: LoadedCollection
) -> None:
    shown: dict[str, str] = defaultdict(str)
    for page in whole.pages:
        for item in page.items:
            if isinstance(item, TextItem) and item.element is not None:
                shown[whole.elements[item.element].source] += item.line.text
    for k, member in enumerate(loaded.members):
        for n, practice in enumerate(member.case.practices):
            for m, measure in enumerate(practice.measures):
                source = f"{case_prefix(k)}practices[{n}].measures[{m}].text"
                words_set = re.sub(r"\s", "", shown[source])
                assert words_set.endswith(re.sub(r"\s", "", measure.text)), source


def test_interior_is_what_lies_between_the_covers(planned: BookPlan) -> None:
    assert planned.interior.pages == planned.whole.pages[2:-2]


def test_notes_of_every_case_stand_at_the_end(whole: DisplayList) -> None:
    pages = [whole.pages[index] for index in of_kind(whole, "sources")]
    text = "".join(words(page) for page in pages)
    assert "高巍、秦华" in text and "均为虚构" in text


def test_pictures_know_their_page(whole: DisplayList) -> None:
    figures = [element for element in whole.elements if element.role == "Figure"]
    assert figures
    for element in figures:
        assert element.page is not None
        page = whole.pages[element.page]
        assert any(getattr(item, "element", None) == element.id for item in page.items) or any(
            getattr(item, "element", None) is not None and element.id in _above(whole, item.element)
            for item in page.items
        )


def _above(whole: DisplayList, id: int) -> set[int]:
    found: set[int] = set()
    at: int | None = id
    while at is not None:
        found.add(at)
        at = whole.elements[at].parent
    return found

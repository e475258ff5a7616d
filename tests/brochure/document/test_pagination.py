"""Where pictures and tables of a document fall: no holes, and no table without its head."""

from dataclasses import replace

from casepress.brochure.column.flow import Block, Placed
from casepress.brochure.document.pagination import document_pages


def block(rows: int, tag: str, **more: object) -> Block:
    return replace(Block(rows, lambda page, row, start, count: None, tag=tag), **more)


def text(rows: int, tag: str) -> Block:
    return block(rows, tag, splits=True, texts=("字" * 20,) * rows)


def shown(pages: list[list[Placed]]) -> list[list[str]]:
    return [[item.block.tag for item in page] for page in pages]


def test_a_picture_that_does_not_fit_leaves_its_place_to_the_text_after_it():
    blocks = [text(6, "a"), block(8, "picture", floats="section"), text(4, "b"), text(5, "c")]
    assert shown(document_pages(blocks, 12)) == [["a", "b", "c"], ["picture", ""]]


def test_a_paragraph_goes_on_below_the_picture_it_was_drawn_before():
    blocks = [text(6, "a"), block(8, "picture", floats="section"), text(10, "b")]
    pages = document_pages(blocks, 12)
    assert shown(pages)[0] == ["a", "b"]
    assert shown(pages)[1][0] == "picture"
    assert sum(item.count for page in pages for item in page) == 24


def test_no_picture_follows_the_heading_of_another_section():
    head = block(1, "head", keep=True, opens=True)
    blocks = [text(6, "a"), block(8, "picture", floats="section"), head, text(4, "b")]
    assert shown(document_pages(blocks, 12))[0] == ["a"]
    free = [replace(one, floats="freely") if one.floats else one for one in blocks]
    assert shown(document_pages(free, 12))[0] == ["a", "head", "b"]


def test_a_table_shows_its_head_on_every_page():
    again = block(1, "again", keep=True)
    rows = [block(1, f"{n}", head=again if n else None) for n in range(20)]
    pages = shown(document_pages([block(1, "head", keep=True), *rows], 8))
    assert pages[0][0] == "head"
    assert [page[0] for page in pages[1:]] == ["again"] * (len(pages) - 1)
    assert [tag for page in pages for tag in page if tag.isdigit()] == [f"{n}" for n in range(20)]

"""The brochure as a document: the geometry of GB/T 9704-2012, nothing lost, nothing invented."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest
from tests.brochure.sheets import collisions, outside, read, solid, sourced, texts
from tests.brochure.test_pages import altered, practice

from casepress.brochure import plan_brochure
from casepress.case.load import load_case
from casepress.case.model import Case
from casepress.display import DisplayList, PathItem, PictureItem, RuleItem
from casepress.fonts.library import FontLibrary
from casepress.theme.load import load_theme
from casepress.theme.model import Theme
from casepress.units import mm

LEFT, WIDTH, TOP, HEIGHT = mm(28), mm(156), mm(37), mm(225)
BODY = 15.8
DRAWN = (PathItem, PictureItem, RuleItem)


def planned(case: Case, content, **overrides: str) -> DisplayList:
    theme, fonts = look(tuple(overrides.items()))
    return plan_brochure(case, theme, fonts, base_dir=content)


@cache
def look(overrides: tuple[tuple[str, str], ...]) -> tuple[Theme, FontLibrary]:
    theme = load_theme("gongwen", overrides)
    fonts = FontLibrary.bundled().with_user_fonts(theme.fonts)
    stand_ins = {key: token.family for key, token in theme.standing_in().items()}
    return theme, fonts.with_stand_ins(stand_ins)


@pytest.fixture(scope="module")
def document(wuhou, content) -> DisplayList:
    return planned(wuhou, content)


def body(page):
    return [item for item in texts(page) if item.line.runs[0].size_pt == BODY]


def test_a4_with_the_text_area_of_the_standard(document):
    for number, page in enumerate(document.pages, 1):
        assert (page.width_pt, page.height_pt) == pytest.approx((mm(210), mm(297)))
        left = LEFT if number % 2 else page.width_pt - LEFT - WIDTH
        lines = body(page)
        if not lines:  # a page of a table
            continue
        assert min(item.x_pt for item in lines) == pytest.approx(left, abs=mm(0.1))
        assert max(item.x_pt + item.line.width_pt for item in lines) <= left + WIDTH + mm(0.2)
        assert min(item.y_pt for item in lines) > TOP
        assert max(item.y_pt for item in lines) < TOP + HEIGHT


def test_twenty_two_lines_of_twenty_eight_characters(document):
    full = max(document.pages, key=lambda page: len({round(i.y_pt, 2) for i in body(page)}))
    rows = sorted({round(item.y_pt, 2) for item in body(full)})
    assert len(rows) == 22
    assert {round(b - a, 1) for a, b in pairwise(rows)} == {29.0}
    assert pytest.approx(HEIGHT, abs=mm(1)) == 22 * 28.99
    assert pytest.approx(WIDTH, abs=mm(0.1)) == 28 * BODY
    solid_lines = [i.line.text for i in body(full) if re.fullmatch(r"[一-鿿]+", i.line.text)]
    lengths = [len(i.line.text) for i in body(full)]
    assert 27 <= max(lengths) <= 30 and all(len(text) <= 28 for text in solid_lines)


def test_headings_are_told_apart_by_their_face(document, wuhou):
    faces = {e.id: e.role for e in document.elements}
    found = {"H1": set(), "H2": set(), "H3": set()}
    for page in document.pages:
        for item in texts(page):
            role = faces.get(item.element, "")
            if role in found:
                found[role].add(item.line.runs[0].face.family)
    assert found["H1"] == {"Noto Sans SC"} and found["H3"] == {"Noto Serif SC"}
    assert found["H2"] == {"LXGW WenKai"}
    assert sourced(document, "headings.background") == "一、背景与起因"
    assert sourced(document, "practices[0].title").startswith("（一）把党的建设")
    assert sourced(document, "practices[0].measures[1].title").startswith("2.")


def test_page_numbers_stand_outside_between_dashes(document):
    for number, page in enumerate(document.pages, 1):
        artifacts = [item for item in texts(page) if item.element is None]
        artifacts = [item for item in artifacts if item.y_pt > TOP + HEIGHT]  # no table head
        assert "".join(item.line.text for item in artifacts) == f"—{number}—"
        baseline = {item.y_pt for item in artifacts}.pop()
        assert TOP + HEIGHT + mm(7) < baseline < TOP + HEIGHT + mm(9)
        right = max(item.x_pt + item.line.width_pt for item in artifacts)
        left = min(item.x_pt for item in artifacts)
        if number % 2:
            assert right == pytest.approx(LEFT + WIDTH - 14, abs=0.5)
        else:
            assert left == pytest.approx(page.width_pt - LEFT - WIDTH + 14, abs=0.5)


def test_every_text_of_the_case_is_there_once_and_in_order(document, wuhou):
    order = [source for source, _ in read(document)]
    wanted = ["summary.text", "background.text"]
    assert sourced(document, "background.text") == solid(wuhou.background.text)
    for i, one in enumerate(wuhou.practices):
        assert sourced(document, f"practices[{i}].lead") == solid(one.lead)
        for k, measure in enumerate(one.measures):
            wanted.append(source := f"practices[{i}].measures[{k}].text")
            assert sourced(document, source) == solid(measure.text)
            for n, figure in enumerate(measure.key_figures):
                where = f"practices[{i}].measures[{k}].key_figures[{n}]"
                assert figure.value in sourced(document, f"{where}.value")
    for k, item in enumerate(wuhou.results.items):
        wanted.append(source := f"results.items[{k}].text")
        assert sourced(document, source) == solid(item.text)
    for k, lesson in enumerate(wuhou.lessons.items):
        wanted.append(source := f"lessons.items[{k}].text")
        assert sourced(document, source) == solid(lesson.text)
    places = [order.index(source) for source in wanted]
    assert places == sorted(places)
    assert sourced(document, "source.credit") == solid(wuhou.source.credit)


def test_red_is_one_rule_and_nothing_else(document):
    red = [
        item for page in document.pages for item in page.items
        if "strand" in (getattr(item, "ink", ""), getattr(item, "fill", ""),
                        getattr(item, "stroke", ""))
    ]  # fmt: skip
    (rule,) = red
    assert isinstance(rule, RuleItem) and rule.width_pt > mm(0.35)
    runs = {run.ink for page in document.pages for i in texts(page) for run in i.line.runs}
    assert "strand" not in runs


def test_nothing_of_an_issued_document_is_made_up(document):
    words = solid("".join(text for _, text in read(document)))
    for invented in ("发文", "签发人", "印发", "〔", "抄送", "密级"):
        assert invented not in words


def test_the_imprint_ends_the_last_page(document, wuhou):
    last = document.pages[-1]
    rules = [item for item in last.items if isinstance(item, RuleItem)]
    assert max(rule.y1_pt for rule in rules) == pytest.approx(TOP + HEIGHT, abs=mm(0.3))
    words = solid("".join(item.line.text for item in texts(last)))
    assert "成都市武侯区委组织部供稿" in words and "2017年7月" in words
    assert "按公文格式写作1.、2." in words and "图1至图2" in words
    for note in wuhou.editorial:
        assert solid(note.text) in words


def test_notes_that_the_imprint_does_not_hold_become_an_annex(wuhou, content):
    notes = [{"term": f"第{n}处", "text": f"第{n}处原文有出入，照录不改。"} for n in range(60)]
    long = planned(altered(wuhou, editorial=notes), content)
    for n, note in enumerate(notes):
        assert sourced(long, f"editorial[{n}]") == solid(f"{note['term']}：{note['text']}")
    imprint = solid("".join(item.line.text for item in texts(long.pages[-1])))
    assert "编者注见“附：编者注”。" in imprint and "成都市武侯区委组织部供稿" in imprint
    assert not outside(long)
    assert not collisions(long)


@pytest.mark.parametrize("field", ["kind", "organisation", "source"])
def test_long_names_break_and_leave_the_date_its_place(wuhou, content, field):
    name = "某某省某某市某某区某某街道办事处暨某某社区综合服务管理工作领导小组办公室（虚构）"
    fields = {"source": {"contributor": name}} if field == "source" else {field: name}
    named = planned(altered(wuhou, **fields), content)
    assert solid(name) in solid("".join(text for _, text in read(named)))
    assert not outside(named)
    assert not collisions(named)


def test_a_label_stands_apart_from_its_words(wuhou, content):
    printed = planned(altered(wuhou, colophon={"permit": "（虚构）第1号"}), content)
    label, words = (next(i for i in texts(printed.pages[-1]) if i.line.text == text)
                    for text in ("准印证号", "（虚构）第1号"))  # fmt: skip
    em = label.line.runs[0].size_pt
    assert words.x_pt - (label.x_pt + label.line.width_pt) >= 0.9 * em


def test_the_ordinals_of_the_source_can_stay(wuhou, content):
    kept = planned(wuhou, content, **{"brochure.measure_marker": "ordinal"})
    assert sourced(kept, "practices[0].measures[1].title").startswith("二是")
    assert "公文格式" not in "".join(text for _, text in read(kept))


def test_tables_have_heads_for_their_columns(document):
    heads = [e for e in document.elements if e.role == "TH"]
    assert heads and all(e.scope == "Column" for e in heads)
    rows = {e.id for e in document.elements if e.role == "TR"}
    cells = [e for e in document.elements if e.role in ("TH", "TD")]
    assert {e.parent for e in cells} == rows


@pytest.mark.parametrize("name", ["wuhou", "sample", "minimal"])
def test_no_text_stands_on_another_or_leaves_the_page(content, name):
    book = planned(load_case(content / f"{name}.yaml").case, content)
    assert not collisions(book) and not outside(book)
    bookmarks = {entry.destination for entry in book.outline}
    assert bookmarks <= {place.name for place in book.destinations}


@pytest.mark.parametrize("count", [1, 3, 6])
def test_any_number_of_practices_fills_its_pages(wuhou, content, count):
    case = altered(wuhou, practices=[practice(wuhou, k, k + 1) for k in range(count)])
    book = planned(case, content)
    assert not collisions(book) and not outside(book)
    plain = [page for page in book.pages[1:-1] if not any(isinstance(i, DRAWN) for i in page.items)]
    filled = [len({round(i.y_pt) for i in body(page)}) for page in plain]
    assert filled and min(filled[:-1], default=22) >= 18


def test_a_users_font_takes_the_place_of_the_stand_in(wuhou, content, root):
    font = root / "fonts" / "LXGWWenKai-Regular.ttf"
    book = planned(wuhou, content, **{"fonts.fangsong": str(font)})
    bodies = {e.id for e in book.elements if e.source == "background.text"}
    runs = [run for page in book.pages for i in texts(page) if i.element in bodies
            for run in i.line.runs]  # fmt: skip
    assert {run.face.path for run in runs} == {font}
    assert set(load_theme("gongwen").standing_in()) == {"fangsong", "xiaobiaosong"}
    theme = load_theme("gongwen", {"fonts.fangsong": str(font)})
    assert set(theme.standing_in()) == {"xiaobiaosong"}


def test_pictures_stand_in_the_text_with_their_captions(content):
    case = load_case(content / "sample.yaml").case
    book = planned(case, content)
    figures = [e for e in book.elements if e.role == "Figure" and e.source.startswith("figures[")]
    assert len(figures) == len(case.figures)
    for number, figure in enumerate(case.figures):
        assert sourced(book, f"figures[{number}].caption").startswith(solid(figure.caption))


def test_contents_stand_after_the_head_where_the_layout_asks_for_them(wuhou, content, document):
    book = planned(wuhou, content, **{"brochure.pages.contents": "true"})
    assert "目录" in "".join(item.line.text for item in texts(book.pages[0]))
    links = [link for page in book.pages[:2] for link in page.links]
    assert [link.destination for link in links][:3] == ["summary", "background", "practices"]
    pages = {place.name: place.page + 1 for place in book.destinations}
    assert all(link.contents.endswith(f"第{pages[link.destination]}页") for link in links)
    assert not collisions(book) and not outside(book)
    assert not any(page.links for page in document.pages)


def test_a_picture_that_would_bleed_stands_in_the_frame(content):
    case = load_case(content / "sample.yaml").case
    figures = [f.model_copy(update={"placement": "bleed"}) for f in case.figures]
    book = planned(case.model_copy(update={"figures": tuple(figures)}), content)
    pictures = [i for page in book.pages for i in page.items if isinstance(i, PictureItem)]
    assert len(pictures) == len(figures)
    assert all(i.rect.x >= mm(25) and i.rect.right <= mm(210 - 25) for i in pictures)

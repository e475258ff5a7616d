"""Every character of the case is in the brochure, once and in order."""

from __future__ import annotations

import re

import pytest
from tests.brochure.sheets import read, solid, sourced, texts

from casepress.theme.load import load_theme

CHINESE = "一二三四五六七八"


def fields(case):
    """(source, verbatim text, what is set before it) of all running texts, in order."""
    yield "summary.text", case.summary.text, ""
    yield "background.text", case.background.text, ""
    for i, practice in enumerate(case.practices):
        base = f"practices[{i}]"
        yield f"{base}.title", f"{practice.title}，{practice.outcome}", f"（{CHINESE[i]}）"
        yield f"{base}.lead", practice.lead, ""
        for k, measure in enumerate(practice.measures):
            yield f"{base}.measures[{k}].title", measure.title, f"{CHINESE[k]}是"
            yield f"{base}.measures[{k}].text", measure.text, ""
    yield "results.lead", case.results.lead, ""
    for k, item in enumerate(case.results.items):
        yield f"results.items[{k}].title", item.title, f"{CHINESE[k]}是"
        yield f"results.items[{k}].text", item.text, ""
    yield "lessons.lead", case.lessons.lead, ""
    for k, item in enumerate(case.lessons.items):
        yield f"lessons.items[{k}].title", item.title, f"{CHINESE[k]}是"
        yield f"lessons.items[{k}].text", item.text, ""


def test_running_texts_are_whole(book, wuhou):
    for source, text, before in fields(wuhou):
        assert sourced(book, source) == before + solid(text), source


def test_running_texts_follow_the_case(book, wuhou):
    order = [source for source, _ in read(book)]
    places = [order.index(source) for source, _, _ in fields(wuhou)]
    assert places == sorted(places)


def test_reading_the_pages_gives_the_article(book, wuhou):
    """The words of the article, section by section, as one string with nothing in between lost."""
    words = solid("".join(text for _, text in read(book)))
    for source, text, _ in fields(wuhou):
        if source.endswith(".text") and source != "summary.text":
            for part in text.splitlines():
                assert words.count(solid(part)) == 1, source


def test_a_tag_still_says_the_marker(plan, wuhou):
    book = plan(wuhou, load_theme("moqing"))
    spoken = [e.actual_text for e in book.elements if e.actual_text]
    assert spoken.count("一是") == 5 and set(spoken) == {"一是", "二是", "三是"}


def test_a_repeated_first_sentence_is_set_once(plan, wuhou):
    data = wuhou.model_dump(by_alias=True)
    measure = data["practices"][0]["measures"][0]
    plain = measure["text"]
    measure["text"] = f"{measure['title']}。{plain}"
    again = plan(type(wuhou).model_validate(data))
    assert sourced(again, "practices[0].measures[0].text") == solid(plain)


def test_plain_headings_for_a_single_measure(plan, sample):
    data = sample.model_dump(by_alias=True)
    data["practices"][0]["measures"] = list(data["practices"][0]["measures"])[:1]
    book = plan(type(sample).model_validate(data))
    assert sourced(book, "practices[0].measures[0].title") == "画一张需求地图"


def test_key_figures_keep_their_words(book, wuhou):
    for i, practice in enumerate(wuhou.practices):
        for k, measure in enumerate(practice.measures):
            for n, figure in enumerate(measure.key_figures):
                words = sourced(book, f"practices[{i}].measures[{k}].key_figures[{n}]")
                for part in (figure.value, figure.before, figure.caption, figure.note):
                    assert solid(part) in words


def test_the_credit_stands_as_the_source_has_it(book):
    assert sourced(book, "source.credit") == "（成都市武侯区委组织部供稿"


def test_editors_notes_and_source_stand_on_the_back_cover(book, wuhou):
    words = solid("".join(item.line.text for item in texts(book.pages[-1])))
    for note in wuhou.editorial:
        assert solid(f"{note.term}：{note.text}") in words
    assert "文末供稿行原缺后括号，照录" in words and "图1至图3" in words and "16页" in words


def test_notes_of_two_lines_end_their_lines_with_clauses(book):
    lines = [item.line.text for item in texts(book.pages[-1])]
    at = lines.index("第四项做法：摘要作“与共享发展相融合”，")
    assert lines[at + 1] == "正文作“与一体发展相融合”，此依正文。"


def test_stated_growth_that_does_not_follow_is_marked(book):
    page = next(page for page in book.pages if page.kind == "results")
    words = [item.line.text for item in texts(page)]
    assert "+58%" in words and "+60%*" in words
    assert re.search(r"按23亿、38亿计算为65\.2%", solid("".join(words)))


@pytest.mark.parametrize("number", range(5))
def test_key_figures_of_the_abstract(book, wuhou, number):
    figure = wuhou.summary.key_figures[number]
    assert sourced(book, f"summary.key_figures[{number}]").startswith(figure.value)

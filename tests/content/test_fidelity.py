"""The real case: not a word of the article lost, added or moved, and nothing invented beside it."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from casepress.case.check import check_case
from casepress.case.checks.numbers import is_quoted, key_figures
from casepress.case.checks.walk import texts
from casepress.case.facts import change, number
from casepress.case.load import LoadedCase, load_case
from casepress.case.verbatim import article_body, verbatim_texts
from casepress.source.normalise import normalise

ARTICLE = Path(__file__).with_name("wuhou-article.txt")
TITLE, END = "探索“融合式”", "推荐阅读"


@pytest.fixture(scope="module")
def loaded(root: Path) -> LoadedCase:
    return load_case(root / "content" / "wuhou.yaml")


@pytest.fixture(scope="module")
def article() -> str:
    text = ARTICLE.read_text(encoding="utf-8")
    return text[text.index(TITLE) : text.index(END)]


def solid(text: str) -> str:
    return "".join(text.split())


def words(text: str) -> str:
    """The Han, letters and digits of a text."""
    return "".join(char for char in text if char.isalnum())


def test_the_texts_in_order_are_the_article(loaded: LoadedCase, article: str) -> None:
    given = "".join(piece.text for piece in verbatim_texts(loaded.case))
    assert solid(given) == solid(normalise(article).text)


def test_only_marks_and_spaces_were_normalised(article: str) -> None:
    result = normalise(article)
    assert {change.rule for change in result.changes} == {"width", "bracket", "space"}
    assert words(result.text) == words(article)
    assert sum(change.rule == "width" for change in result.changes) == 181 + 11 + 4 - 1 + 1
    assert sum(change.rule == "bracket" for change in result.changes) == 17


def test_paragraphs_are_the_articles(loaded: LoadedCase, article: str) -> None:
    lines = {solid(normalise(line).text) for line in article.splitlines()}
    case = loaded.case
    assert case.summary and case.background and case.results and case.lessons
    whole = (case.summary.text, case.background.text, case.results.lead, case.lessons.lead)
    assert all(solid(text) in lines for text in whole)


def test_the_verbatim_texts_are_already_normal(loaded: LoadedCase) -> None:
    for piece in verbatim_texts(loaded.case):
        if piece.path != "title":
            assert normalise(piece.text).text == piece.text, piece.path


def test_the_shape_of_the_case(loaded: LoadedCase) -> None:
    case = loaded.case
    assert [len(practice.measures) for practice in case.practices] == [3, 3, 3, 3]
    assert case.results and len(case.results.items) == 3 and len(case.results.metrics) == 3
    assert case.lessons and len(case.lessons.items) == 3
    assert case.source.credit == "（成都市武侯区委组织部供稿"
    assert case.source.editors == ("高巍", "秦华")
    assert ARTICLE.read_text(encoding="utf-8").startswith(case.source.publication)


def test_metrics_hold_the_numbers_and_the_words(loaded: LoadedCase) -> None:
    assert loaded.case.results
    metrics = loaded.case.results.metrics
    assert [(m.from_.value, m.to.value, m.unit) for m in metrics] == [
        ("147", "232", "个"), ("3093", "5624", "人"), ("23", "38", "亿"),
    ]  # fmt: skip
    assert [change(m).agrees for m in metrics] == [True, True, False]
    body = article_body(loaded.case)
    assert all(m.text in body and m.stated in m.text for m in metrics)


def test_every_large_figure_stands_in_the_text_with_its_unit(loaded: LoadedCase) -> None:
    body = article_body(loaded.case)
    numerals = "零一两三四五六七八九十"
    for path, figure in key_figures(loaded.case):
        value = number(figure.value)
        assert value is not None
        forms = {figure.value}
        if value == int(value) and value <= 10:
            forms.add(numerals[int(value)])
        unit, after = figure.unit, figure.after
        asked = {f"{figure.before}{form}{unit}{after}" for form in forms}
        loose = {f"{form}{unit}" for form in forms}
        found = any(form in body for form in (*asked, *loose)) or unit in ("人", "所", "年")
        assert found, (path, asked)
        assert any(f"{figure.before}{form}" in body for form in forms), path


def is_part_of(short: str, long: str) -> bool:
    """Whether the characters of *short* stand in *long* in this order."""
    rest = iter(long)
    return all(char in rest for char in short)


def test_points_are_cut_from_their_own_measure(loaded: LoadedCase) -> None:
    for practice in loaded.case.practices:
        for measure in practice.measures:
            for point in measure.points:
                assert is_part_of(words(point), words(measure.title + measure.text)), point
    assert loaded.case.lessons
    for lesson in loaded.case.lessons.items:
        for point in lesson.points:
            assert is_part_of(words(point), words(lesson.text)), point


def test_short_names_facts_and_quotes_are_the_texts(loaded: LoadedCase) -> None:
    body = words(article_body(loaded.case))
    for practice in loaded.case.practices:
        for measure in practice.measures:
            assert words(measure.short) in words(measure.title)
            assert is_quoted(measure.quote or measure.fact or measure.short, body)
    assert loaded.case.background and loaded.case.teaching and loaded.case.results
    for problem in loaded.case.background.problems:
        assert is_quoted(problem.replace("|", ""), body)
    for path_word in loaded.case.background.path_words:
        assert is_quoted(path_word, body)
    assert is_quoted(loaded.case.teaching.statement, body)
    for pair in loaded.case.results.items[1].pairs:
        assert words(pair.label + pair.value) in body


def test_every_number_anywhere_is_the_articles_or_computed(loaded: LoadedCase) -> None:
    """No text of the case holds a number that the article does not, but times and computed ones."""
    article = ARTICLE.read_text(encoding="utf-8")
    known = {Decimal(n) for n in re.findall(r"\d+(?:\.\d+)?", article)}
    allowed = {Decimal(n) for n in ("65.2", "2", "3", "90", "1")}
    for path, text in texts(loaded.case):
        if path.startswith("teaching.") or path in ("date", "source.published"):
            continue
        for found in re.findall(r"\d+(?:\.\d+)?", text):
            assert Decimal(found) in known | allowed, (path, found)


def test_the_session_adds_up(loaded: LoadedCase) -> None:
    teaching = loaded.case.teaching
    assert teaching and teaching.minutes == 90 == sum(part.minutes for part in teaching.parts)
    practices = next(part for part in teaching.parts if part.id == "practices")
    assert sum(p.minutes or 0 for p in loaded.case.practices) <= practices.minutes
    lessons = next(part for part in teaching.parts if part.id == "lessons")
    assert lessons.minutes * 5 >= teaching.minutes


def test_what_disagrees_in_the_article_has_an_editors_note(loaded: LoadedCase) -> None:
    ids = {diagnostic.id for diagnostic in check_case(loaded)}
    assert ids == {"CP0401", "CP0405", "CP0406", "CP0408"}
    notes = "".join(note.text for note in loaded.case.editorial)
    for said in ("60%", "65.2%", "共享发展", "一体发展", "近15万余人次"):
        assert said in notes

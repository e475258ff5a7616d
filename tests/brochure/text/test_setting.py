"""Texts are set once, wherever in the case they stand."""

from tests.brochure.test_matrix import FONTS, THEMES

from casepress.brochure.text.setting import Setter


def test_the_same_words_at_two_places_are_set_once_and_keep_their_places() -> None:
    setter = Setter(THEMES["zhujin"], FONTS)
    for one in (setter.line, lambda *args: setter.phrases(*args[:2], 200.0, args[2])[0]):
        first, second = one("一是", "label", "a.text"), one("一是", "label", "b.text")
        assert (first.source, second.source) == ("a.text", "b.text")
        assert first.runs is second.runs


def test_what_composition_has_to_say_is_told_of_every_place() -> None:
    setter = Setter(THEMES["zhujin"], FONTS)
    for source in ("a.title", "b.title"):
        setter.phrases("\u2f00", "label", 200.0, source)
    assert [notice.partition("@")[2] for notice in setter.notices] == ["a.title", "b.title"]

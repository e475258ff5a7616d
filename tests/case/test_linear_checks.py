"""Checks of one very long text do work in proportion to it: counted, not timed."""

from __future__ import annotations

import pytest

from casepress.case.check import check_case
from casepress.case.checks import texts
from casepress.case.checks.mentions import mentions
from casepress.case.load import load_case_bytes
from casepress.source import places
from casepress.source.normalise import normalise

CASE = (
    "title: 例会改革\npractices:\n- title: 开好例会\n  measures:\n  - title: 限时\n    text: {}\n"
)


def test_the_places_of_a_text_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty findings in one paragraph: its characters are followed to the file once."""
    followed = 0
    real = places.offsets_of

    def counting(text: str, *where: object) -> list[int] | None:
        nonlocal followed
        followed += len(text)
        return real(text, *where)  # type: ignore[arg-type]

    monkeypatch.setattr(places, "offsets_of", counting)
    text = "每人三分钟,说三件事。" * 20
    loaded = load_case_bytes(CASE.format(text).encode())
    found = [one for one in check_case(loaded) if one.id == "CP0407"]
    assert len(found) == 20
    assert len({one.span for one in found}) == 20
    assert followed == len(text)


def test_numbers_of_a_long_text_know_their_clause() -> None:
    """其中 narrows its own clause only, wherever in the text that stands."""
    text = "街道建有232个党组织，其中有31个联合支部。" * 30
    assert {str(one.value) for one in mentions(text)} == {"232"}


def test_clauses_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from casepress.case.checks import mentions as module

    read = 0

    class Clause:
        def finditer(self, text: str, *limits: int) -> object:
            nonlocal read
            read += limits[1] if limits else len(text)
            return real.finditer(text, *limits)

    real = module._CLAUSE
    monkeypatch.setattr(module, "_CLAUSE", Clause())
    text = "街道建有232个党组织，覆盖41个院落。" * 30
    assert len(list(module.mentions(text))) >= 30
    assert read == len(text)


def test_marks_without_partner_do_not_search_all_that_are_open() -> None:
    """Found as before: each lonely mark by itself, pairs within them kept."""
    found = list(texts.pairs("（" * 50 + "”" * 50 + "（一）"))
    assert [one.params["char"] for one in found] == ["”"] * 50 + ["（"] * 50
    assert not list(texts.pairs("（甲“乙”丙）【丁】"))
    assert [one.params["char"] for one in texts.pairs("（甲“乙）丙”")] == ["“", "”"]


def test_a_line_of_stops_is_read_forwards_without_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    from casepress.source import normalise as module

    copied = 0

    class Cells(list):  # type: ignore[type-arg]
        def __getitem__(self, key: object) -> object:
            nonlocal copied
            found = list.__getitem__(self, key)  # type: ignore[call-overload]
            copied += len(found) if isinstance(key, slice) else 0
            return found

    monkeypatch.setattr(module, "list", Cells, raising=False)
    line = "例会改为站会.每人只说三件事." * 30
    assert normalise(line).text == line.replace(".", "。")
    assert copied < 2 * len(line)

"""Characters are looked up in the fonts once, however many cases hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from casepress.build.findings.glyphs import missing_glyphs
from casepress.build.freshness.look import look
from casepress.case.load import load_case_bytes
from casepress.fonts import Chain, FontLibrary
from casepress.fonts.face import Face


def test_a_character_met_before_is_not_asked_of_the_fonts_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theme, _ = look("zhujin", ())
    fonts, asked = FontLibrary.bundled(), list[str]()
    real = FontLibrary.resolve

    def counting(self: FontLibrary, char: str, chain: Chain) -> Face | None:
        asked.append(char)
        return real(self, char, chain)

    monkeypatch.setattr(FontLibrary, "resolve", counting)

    def missing(title: str) -> int:
        asked.clear()
        text = f"title: {title}\npractices:\n  - title: 例会\n"
        return len(missing_glyphs(load_case_bytes(text.encode()), theme, fonts))

    assert missing("把例会开短") == 0
    assert set("把开短") <= set(asked)
    assert missing("把短会开好") == 0
    assert asked == ["好"]
    for _ in range(2):  # what is missing is missing in the next case too
        assert missing("把\ue123开好") == 1


def test_every_text_of_a_record_is_found(root: Path) -> None:
    from casepress.case.checks.walk import texts
    from casepress.case.load import load_case
    from casepress.records.walk import texts_in

    case = load_case(root / "content" / "wuhou.yaml").case
    assert {text for _, text in texts(case)} <= set(texts_in(case))

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.deck.reading import overfull, paragraphs, words

from casepress.case.model import Case
from casepress.deck import plan_deck
from casepress.deck.fit.fitter import Fitter
from casepress.fonts import FontLibrary
from casepress.theme.load import load_theme

SENTENCE = "改造以后的街口，早上七点的菜市场已经有人排队，卖豆腐的大姐说生意比去年好了三成。"
PICTURES = ("album-street.png", "album-square.png", "album-tower.png")
FONTS = FontLibrary.bundled()


@pytest.mark.parametrize("length", [5, 18, 30, 60, 160])
def test_a_caption_of_any_length_fits_or_is_said_in_the_notes(length: int) -> None:
    caption = (SENTENCE * 5)[:length]
    figures = [
        {"path": f"images/{name}", "caption": caption, "alt": "图", "credit": "虚构摄影社"}
        for name in PICTURES
    ]
    case = Case.model_validate(
        {"title": "示例", "practices": [{"title": "甲", "lead": "乙。"}], "figures": figures}
    )
    theme = load_theme("zhujin")
    deck = plan_deck(case, theme, FONTS, base_dir=ROOT / "content")
    assert not overfull(deck, Fitter(theme.deck, FONTS))
    shown = [slide for slide in deck.slides if slide.layout.startswith("picture")]
    assert shown
    for slide in shown:
        said = "".join(map(words, paragraphs(slide))) + "".join(slide.notes)
        assert caption in said, Path(slide.key)

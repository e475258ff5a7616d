"""Long paragraphs are read in linear time, and every line of them keeps its number."""

from __future__ import annotations

from types import ModuleType

import pytest

from casepress.source.article import markdown, txt
from casepress.source.article.body import assemble

LINE = "二〇一九年，街道先后获评全国先进单位、全市示范单位，群众满意率达到百分之九十六"


@pytest.mark.parametrize("module", [markdown, txt])
def test_letters_are_counted_once(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the lines of one paragraph: four times the letters counted, not sixteen."""
    counted = 0
    real = module.letters

    def counting(text: str) -> int:
        nonlocal counted
        counted += len(text)
        return real(text)

    monkeypatch.setattr(module, "letters", counting)

    def work(lines: int) -> int:
        nonlocal counted
        counted = 0
        module.extract("标题\n\n" + "\n".join([LINE] * lines) + "。\n")
        return counted

    short, long = work(40), work(160)
    assert 40 * len(LINE) * 0.9 < short < 2 * 40 * len(LINE)
    assert long < 4.5 * short


def test_lines_after_a_link_over_two_lines_keep_their_numbers() -> None:
    """The address of the link isn't part of the text; it is told when the link is closed."""
    text = "标题\n\n见[市里的\n通报](https://a.example/tongbao2019)，下文照录\n第三行的话\n第四行的话。\n"
    read = assemble(markdown.extract(text))
    assert read.line(read.text.index("下文")) == 4
    assert read.line(read.text.index("第三行")) == 5
    assert read.line(read.text.index("第四行")) == 6

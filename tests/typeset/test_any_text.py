"""For any text and any measure: nothing lost, no rule broken while a legal way exists."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.typeset.toy import FONTS, STYLE

from casepress.typeset import compose, compose_title, greedy_lines, prepare, set_line, set_vertical
from casepress.typeset.breaker import (
    Frame,
    Tolerance,
    best_breaks,
    judge_justified,
    reach_justified,
)
from casepress.typeset.itemise import hold_together, itemise, read_source, with_cuts
from casepress.typeset.model import Paragraph, ParagraphStyle, Run

CHARS = (
    "天地玄黄宇宙洪荒日月盈昃个条年月第约，，、；：。！？“”‘’（）《》【】—…·～/-％￥"
    "abcdefgAB 0123456789.,:;%+&?=_@()[]'\"\u3000\u00a0\u2060⽤Ａ１①〇é\n"
)
texts = st.lists(
    st.one_of(
        st.sampled_from(list(CHARS)),
        st.sampled_from(["——", "……", "“融合式”", "1,234.5", "58%", "http://a.b/c?d", "nation"]),
    ),
    max_size=90,
).map("".join)  # fmt: skip
measures = st.floats(min_value=0.8, max_value=40)
NO_START = "”’）〕］｝〉》」』】，、；：。！？·～％"
NO_END = "“‘（〔［｛〈《「『【￥"


def settled(text: str) -> str:
    """What has to come out: the prepared text, spaces and breaks aside."""
    return "".join(prepare(text).text.split())


def squeezed(lines: object) -> str:
    return "".join("".join(line.text for line in lines).split())  # type: ignore[attr-defined]


@settings(max_examples=300, deadline=None)
@given(texts, measures, st.sampled_from(["justify", "left", "center", "right"]), st.booleans())
def test_nothing_is_lost_invented_or_reordered(
    text: str, em: float, align: str, indent: bool
) -> None:
    style = ParagraphStyle(align, indent_em=min(2.0, em / 3) if indent else 0.0)  # type: ignore[arg-type]
    found = compose(Paragraph((Run(text, STYLE),), style), em * 10, FONTS)
    assert squeezed(found.lines) == settled(text)
    glyphs = "".join(g.text for x in found.lines for r in x.runs for g in r.glyphs)
    assert "".join(glyphs.split()) == settled(text)


@settings(max_examples=300, deadline=None)
@given(texts, measures)
def test_no_line_leaves_the_frame_unless_one_character_is_wider_than_it(
    text: str, em: float
) -> None:
    found = compose(Paragraph((Run(text, STYLE),), ParagraphStyle()), em * 10, FONTS)
    for line in found.lines:
        if "CP0707" not in line.notices:
            assert line.width_pt <= em * 10 + 0.01
            assert line.extra_em <= 0.15
        else:
            assert em < 2.0 or len(line.text) > 2


@settings(max_examples=300, deadline=None)
@given(texts, measures)
def test_no_hard_rule_is_broken_without_saying_so(text: str, em: float) -> None:
    found = compose(Paragraph((Run(text, STYLE),), ParagraphStyle()), em * 10, FONTS)
    for line, following in zip(found.lines, found.lines[1:], strict=False):
        if "CP0701" in line.notices or line.last:
            continue
        assert following.text[0] not in NO_START
        assert line.text[-1] not in NO_END
        assert not (line.text[-1] in "—…" and following.text[0] == line.text[-1])
        if not any(char.isspace() for char in text):  # "0 1" may break at its space
            assert not (line.text[-1].isdecimal() and following.text[0].isdecimal())


@settings(max_examples=200, deadline=None)
@given(texts, measures)
def test_a_rule_is_broken_only_where_no_legal_break_exists(text: str, em: float) -> None:
    found = compose(Paragraph((Run(text, STYLE),), ParagraphStyle()), em * 10, FONTS)
    if "CP0701" not in found.notices:
        return
    source = read_source((Run(text, STYLE),), FONTS)
    widest, start = 0.0, 0
    for part in source.text.split("\n"):
        if part:
            items = itemise(source, start, start + len(part))
            hold_together(source, items, start, start + len(part))
            first = 0
            for k in range(len(items.boxes)):
                if k == len(items.boxes) - 1 or items.costs[k] >= 0:
                    shrink = items.gap[k] - items.gap[first]
                    shrink += 2 * (items.bracket[k] - items.bracket[first])
                    shrink += 2 * (items.pause[k] - items.pause[first])
                    shrink += 2 * (items.stop[k] - items.stop[first])
                    widest = max(widest, items.right[k] - items.left[first] - shrink)
                    first = k + 1
        start += len(part) + 1
    assert widest > em * 10


@settings(max_examples=150, deadline=None)
@given(texts, measures)
def test_titles_and_slides_lose_nothing(text: str, em: float) -> None:
    plain = text.replace("\n", "")
    found = compose_title(Paragraph((Run(plain, STYLE),)), em * 10, FONTS)
    assert squeezed(found.lines) == settled(plain)
    whole = "".join(greedy_lines(text, em * 10, STYLE, FONTS)).split()
    assert "".join(whole) == "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(texts)
def test_single_lines_and_columns_lose_nothing(text: str) -> None:
    plain = text.replace("\n", "")
    assert "".join(set_line(plain, STYLE, FONTS).text.split()) == settled(plain)
    assert "".join(set_vertical(plain, STYLE, FONTS).text.split()) == settled(plain)


@settings(max_examples=200, deadline=None)
@given(texts, measures, st.floats(0.0, 0.15), st.booleans())
def test_breaks_that_are_not_judged_are_never_taken(
    text: str, em: float, stretch: float, by_line: bool
) -> None:
    source = read_source((Run(text.replace("\n", ""), STYLE),), FONTS)
    if not source.text:
        return
    size, measure = STYLE.size_pt, em * STYLE.size_pt
    items = with_cuts(source, itemise(source, 0, len(source.text)), measure, explode=False)
    frame, tolerance = Frame(0.8 * measure, measure, size), Tolerance(stretch)
    judge, reach = (one(items, size, tolerance) for one in (judge_justified, reach_justified))
    every = best_breaks(items, frame, judge, by_line=by_line)
    assert best_breaks(items, frame, judge, reach, by_line=by_line) == every

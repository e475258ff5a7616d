"""Whatever a case holds: a deck comes out, nothing is empty, nothing overflows, nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.deck.reading import notes_of, overfull, paragraphs, words

from casepress.case.model import Case
from casepress.case.verbatim import verbatim_texts
from casepress.deck import plan_deck
from casepress.deck.fit.fitter import Fitter
from casepress.deck.words.chinese import paragraphs as text_paragraphs
from casepress.deck.words.digest import derived_bullets
from casepress.fonts import FontLibrary
from casepress.theme.load import load_theme

THEME = load_theme("zhujin")
FONTS = FontLibrary.bundled()
FITTER = Fitter(THEME.deck, FONTS)

CLAUSES = st.sampled_from(
    [
        "打破条块分割局限",
        "6类行业党员坚持同步推进",
        "将原分散在14个部门的事项集中办理",
        "新增公交线路5条",
        "在全国率先推行行政审批制度改革",
        "以“拨改租”方式推动两条快速通道建设",
        "确保审批权限全面落地",
        "建成各类学校20所",
        "为企业人才解决子女就学、人才公寓等后顾之忧",
        "面积达16万平方米",
        "针对办事效率低下等问题",
        "按时到站率由71.2%提高到96.5%",
        "探索实践“五联工作法”",
        "采取BLT（建设-租赁-移交）模式开展试点",
        "获得群众一致好评",
        "人人争先进、个个创一流",
        "推动",
        "2016年7月现场会在此召开",
        "标签会记下它到了哪里",
        "进一步激活了社会资本",
        "服务辖区群众近15万余人次",
    ]
)
TITLES = st.sampled_from(
    [
        "深化审批制度改革",
        "搭建创新创业平台",
        "让车跟着人走",
        "“一站式”服务",
        "建立三级网格",
        "完善配套",
        "推行“五联工作法”",
        "把党的建设与深化改革相融合",
        "打通最后一公里",
        "请读者荐书",
        "强化企业政治引领",
        "用API对接20个系统",
    ]
)
UNITS = st.sampled_from(["个", "%", "万平方米", "余人次", "亿元", ""])


def texts(least: int = 0, most: int = 8) -> st.SearchStrategy[str]:
    marks = st.sampled_from(["，", "，", "。", "；", "，"])
    return st.lists(st.tuples(CLAUSES, marks), min_size=least, max_size=most).map(
        lambda parts: "".join(c + m for c, m in parts)[:-1] + "。" if parts else ""
    )


def maybe(strategy: st.SearchStrategy[Any], empty: Any) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(empty), strategy)


FIGURES = st.fixed_dictionaries(
    {
        "value": st.sampled_from(["14", "5624", "1,236", "96.5", "六", "3", "120000"]),
        "unit": UNITS,
        "before": st.sampled_from(["", "近", "连续"]),
        "after": st.sampled_from(["", "以上"]),
        "caption": st.sampled_from(
            ["", "覆盖行政村", "行政许可审批集中率", "参与党员", "现场办结率"]
        ),
        "note": st.sampled_from(["", "2010年为147个"]),
    }
)
MEASURES = st.fixed_dictionaries(
    {
        "title": TITLES,
        "text": texts(1),
        "points": st.lists(CLAUSES, max_size=3),
        "key_figures": st.lists(FIGURES, max_size=3),
        "fact": st.sampled_from(["", "", "特别管理|封闭运行"]),
        "short": st.sampled_from(["", "行政审批"]),
    }
)
DETAILS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["figures", "terms", "table", "contrast"]),
        "title": TITLES,
        "terms": st.lists(
            st.fixed_dictionaries(
                {
                    "label": st.sampled_from(["", "组织"]),
                    "value": st.sampled_from(["联建", "全程帮办"]),
                }
            ),
            max_size=7,
        ),
        "rows": st.lists(st.lists(CLAUSES, min_size=1, max_size=3), max_size=9),
        "columns": st.sampled_from([[], ["类型", "目标"], ["类型", "目标", "活动"]]),
        "figures": st.lists(FIGURES, max_size=4),
        "before": maybe(
            st.fixed_dictionaries(
                {"label": TITLES, "value": st.sampled_from(["14", "3", "31", "分散"])}
            ),
            None,
        ),
        "after": maybe(
            st.fixed_dictionaries({"label": TITLES, "value": st.just("新市民中心")}), None
        ),
    }
)
PRACTICES = st.fixed_dictionaries(
    {
        "title": TITLES,
        "outcome": st.sampled_from(["", "突破园区发展制度束缚", "让书跟着需求走"]),
        "lead": texts(),
        "measures": st.lists(MEASURES, max_size=8),
        "detail": maybe(DETAILS, None),
    }
)
METRICS = st.fixed_dictionaries(
    {
        "label": st.sampled_from(["党员", "基层党组织", "区域税收", "办理天数"]),
        "unit": UNITS,
        "from": st.fixed_dictionaries(
            {
                "value": st.sampled_from(["147", "23", "0", "约百"]),
                "when": st.sampled_from(["", "2010年"]),
            }
        ),
        "to": st.fixed_dictionaries({"value": st.sampled_from(["232", "5,624", "3"])}),
        "stated": st.sampled_from(["", "增长了58%", "增幅达60%"]),
    }
)
ITEMS = st.fixed_dictionaries(
    {"title": TITLES, "text": texts(), "key_figures": st.lists(FIGURES, max_size=5)}
)
RESULTS = st.fixed_dictionaries(
    {
        "lead": texts(),
        "items": st.lists(ITEMS, max_size=4),
        "metrics": st.lists(METRICS, max_size=6),
        "honours": st.lists(
            st.fixed_dictionaries(
                {
                    "title": st.sampled_from(["全国行政服务标准化示范区", "党员示范城"]),
                    "when": st.sampled_from(["", "2014年", "2016年7月"]),
                    "level": st.sampled_from(["", "全区", "个人"]),
                    "holder": st.sampled_from(["", "武侯区"]),
                }
            ),
            max_size=9,
        ),
    }
)
TEACHING = st.fixed_dictionaries(
    {
        "objectives": st.lists(
            st.fixed_dictionaries(
                {"keyword": st.sampled_from(["说清", "用得上"]), "text": CLAUSES}
            ),
            max_size=4,
        ),
        "questions": st.lists(
            st.fixed_dictionaries({"question": CLAUSES, "hint": maybe(CLAUSES, "")}), max_size=7
        ),
        "statement": st.sampled_from(["", "党建强、发展强，发展强、党建优"]),
        "minutes": st.sampled_from([None, 45, 90]),
    }
)
CASES = st.fixed_dictionaries(
    {
        "title": TITLES,
        "subtitle": maybe(TITLES, ""),
        "organisation": maybe(st.just("某某单位"), ""),
        "summary": maybe(
            st.fixed_dictionaries({"text": texts(1), "key_figures": st.lists(FIGURES, max_size=5)}),
            None,
        ),
        "background": maybe(
            st.fixed_dictionaries(
                {
                    "text": texts(1),
                    "problems": st.lists(
                        st.sampled_from(["经济发展|动力不足", "后续资源|有限"]), max_size=6
                    ),
                    "path_name": st.sampled_from(["", "“融合式”党建"]),
                }
            ),
            None,
        ),
        "practices": st.lists(PRACTICES, min_size=1, max_size=8),
        "results": maybe(RESULTS, None),
        "lessons": maybe(
            st.fixed_dictionaries(
                {
                    "lead": texts(),
                    "items": st.lists(
                        st.fixed_dictionaries({"title": TITLES, "text": texts()}), max_size=6
                    ),
                }
            ),
            None,
        ),
        "teaching": maybe(TEACHING, None),
    }
)


def squeezed(text: str) -> str:
    """The words alone: what may differ between a slide and the text it was cut from."""
    return re.sub(r"[\s\v、，。；：|｜]|\\n", "", text)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(CASES)
def test_every_case_gives_a_sound_deck(data: dict[str, Any]):
    case = Case.model_validate(data)
    deck = plan_deck(case, THEME, FONTS, base_dir=Path())
    assert not overfull(deck, FITTER)
    assert (
        len({s.key for s in deck.slides}) == len({s.title for s in deck.slides}) == len(deck.slides)
    )
    for slide in deck.slides:
        assert slide.title
        assert slide.layout == "cover" or not slide.title.startswith(("“", "‘", "「"))
        assert len(FITTER.title(slide.layout, slide.title).lines) <= 2 or slide.layout == "cover"
        shown = [p for p in paragraphs(slide) if words(p).strip()]
        others = [f for f in slide.fills if not hasattr(f, "paragraphs")]
        assert len(shown) > 1 or others or slide.layout == "cover"
        assert [b[:3] for b in slide.notes] == ["【用时", "【讲解", "【原文", "【互动"]
    everything = squeezed(case.model_dump_json())
    for bullet in derived_bullets(deck):
        parts = bullet.text.split("；") if bullet.source == "practices" else [bullet.text]
        assert all(squeezed(part) in everything for part in parts), bullet
    notes = notes_of(deck)
    for piece in verbatim_texts(case):
        if piece.path.startswith(("title", "headings")):
            continue
        for line in text_paragraphs(piece.text):
            assert line.rstrip("。") in notes


def test_a_title_of_forty_characters_fits_the_cover_in_a_smaller_size(made):
    title = "以高质量党建引领城乡融合发展推动基层治理体系和治理能力现代化的探索与实践典型案例"
    deck = made(title=title, practices=[{"title": "建网格", "lead": "网格建好了。"}])
    assert not [d for d in deck.diagnostics if d.id == "CP0801"]

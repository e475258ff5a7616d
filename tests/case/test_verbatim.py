from __future__ import annotations

from casepress.case.load import load_case_bytes
from casepress.case.verbatim import article_body, verbatim_texts

TEXT = """\
title: 题|目
source: {published: 2017年, credit: （供稿, editors: [高巍, 秦华]}
summary: {text: 摘要甲。}
practices:
  - title: 把甲做好
    outcome: 突破乙
    lead: 导语。
    measures: [{title: 首项, text: 正文一。}, {title: 次项, text: 次项。正文二。}]
  - {title: 另一条}
results: {lead: 成效。, items: [{title: 成, text: 效果。}, {title: 果, text: 结果。}]}
"""


def test_order_numbering_and_marks() -> None:
    pieces = verbatim_texts(load_case_bytes(TEXT.encode()).case)
    assert "".join(piece.text for piece in pieces) == (
        "题目2017年案例摘要：摘要甲。一、主要做法（一）把甲做好，突破乙。导语。"
        "一是首项。正文一。二是次项。正文二。（二）另一条。"
        "二、主要成效成效。一是成。效果。二是果。结果。（供稿（责编：高巍、秦华）"
    )
    assert [piece.path for piece in pieces][:4] == [
        "title", "source.published", "headings.summary", "summary.text",
    ]  # fmt: skip


def test_the_body_leaves_title_and_source_out() -> None:
    body = article_body(load_case_bytes(TEXT.encode()).case)
    assert body.startswith("案例摘要：") and "责编" not in body and "题目" not in body

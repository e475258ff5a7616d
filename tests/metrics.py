"""Metrics that are hard to draw: long labels, negative values, falls, shares, magnitudes, units."""

from __future__ import annotations

from casepress.case.model import Case

HARD = (
    ("基层党组织", "个", ("147", "2010年"), ("232", "目前"), "增长了58%"),
    ("按时到站率", "%", ("71.2", "改版前"), ("96.5", "改版后"), "提高25.3个百分点"),
    ("群众办理一件不动产登记从申请到领证平均需要的时间", "天", ("12", "改革前（2019年）"),
     ("3", "2023年12月底"), "缩短75%"),
    ("经营利润", "万元", ("-120", "2019年"), ("86", "2022年"), "扭亏为盈"),
    ("入驻企业", "家", ("2", "建园时"), ("157", "现在"), ""),
    ("固定资产投资", "万元", ("1,234,567.8", "2015年"), ("12,345,678.9", "2020年"), "增长九倍"),
    ("信访件", "件", ("38", "2018年"), ("0", "2021年"), "下降100%"),
    ("专利授权", "项", ("0", "2016年"), ("36", "2021年"), ""),
    ("绿化覆盖率", "%", ("31", "2012年"), ("42.75", "2022年"), "提高11.75个百分点"),
    ("区域税收", "亿", ("23", "原来"), ("38", "目前"), "增幅达60%"),
    ("藏书", "万册（含电子书）", ("8.4", "2018年"), ("15.26", "2023年"), "增长81.7%"),
    ("志愿者", "名", ("60", "2017年"), ("1,906", "2023年"), ""),
)  # fmt: skip


def case_with(rows: tuple[tuple[object, ...], ...] = HARD, chart: str = "auto") -> Case:
    """A case with these metrics and little else."""
    metrics = [
        {"label": label, "unit": unit, "from": {"value": first[0], "when": first[1]},
         "to": {"value": last[0], "when": last[1]}, "stated": stated, "chart": chart}
        for label, unit, first, last, stated in rows  # type: ignore[index]
    ]  # fmt: skip
    item = {"title": "第一项成效", "text": "第一项成效的正文，说明指标的变化。"}
    return Case.model_validate(
        {
            "title": "指标图",
            "practices": [{"title": "做法一"}],
            "results": {"lead": "导语。", "items": [item], "metrics": metrics},
        }
    )

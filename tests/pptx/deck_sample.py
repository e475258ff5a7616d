# ruff: noqa: E501
"""A deck written by hand that uses every layout, with words of the article in look/deck."""

from __future__ import annotations

from pathlib import Path

import yaml

from casepress.deck.model import (
    Cell,
    ChartFill,
    Connector,
    Deck,
    Diagram,
    Emblem,
    Node,
    PictureFill,
    Progress,
    Series,
    Slide,
    TableFill,
    TextFill,
    TextParagraph,
    TextRun,
)
from casepress.qr import symbol
from casepress.theme.deck import DeckTokens
from casepress.theme.load import load_theme

LAYOUTS = Path(__file__).parents[2] / "layouts"
SOURCE = "资料来源：中国共产党新闻网，2017年7月11日（成都市武侯区委组织部供稿）"
PARTS = ("案例速览", "四个融合", "成效荣誉", "启示研讨")


def tokens(theme: str = "zhujin") -> DeckTokens:
    """The deck tokens of a theme; the first two read without the program's loader."""
    if theme not in ("zhujin", "moqing"):
        return load_theme(theme).deck
    merged: dict[str, object] = {}
    for name in ("slides", "zhujin", theme):
        own = yaml.safe_load((LAYOUTS / f"{name}.yaml").read_text(encoding="utf-8"))["deck"]
        colours = {**dict(merged.get("colours", {})), **own.get("colours", {})}  # type: ignore[call-overload]
        merged = {**merged, **own, "colours": colours}
    return DeckTokens.model_validate(merged)


def para(words: str, level: int = 0, **look: object) -> TextParagraph:
    """``232|个@22`` = a figure and its unit at 22 pt."""
    runs = []
    for piece in words.split("|"):
        text, _, size = piece.partition("@")
        runs.append(TextRun(text, size_pt=float(size) if size else None, **look))  # type: ignore[arg-type]
    return TextParagraph(tuple(runs), level)


def fill(idx: int, *lines: str | tuple[int, str]) -> TextFill:
    return TextFill(idx, tuple(para(x) if isinstance(x, str) else para(x[1], x[0]) for x in lines))


def fills(first: int, *texts: str | list[str | tuple[int, str]]) -> list[TextFill]:
    return [fill(first + n, *([t] if isinstance(t, str) else t)) for n, t in enumerate(texts)]


def cells(*rows: list[str], link: dict[str, str] | None = None) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell((para(c),)) for c in row) for row in rows)


def column(idx: int, before: float, after: float, unit: str, when: str = "2010年") -> ChartFill:
    return ChartFill(
        idx,
        "column",
        (when, "目前"),
        (
            Series(
                unit,
                (before, after),
                (f"{before:g}", f"{after:g}"),
                "before",
                ("before", "accent1"),
            ),
        ),
        alt=f"柱形图：{when}为 {before:g}，目前为 {after:g}。",
    )


def slope() -> ChartFill:
    return ChartFill(
        13,
        "slope",
        ("起点", "目前"),
        (
            Series("党员", (100, 181.83), ("100", "182"), "accent1", highlight=True),
            Series("区域税收", (100, 165.22), ("100", "165"), "accent3"),
            Series("党组织", (100, 157.82), ("100", "158"), "accent4"),
        ),
        alt="折线图：以起点为100，党员182，区域税收165，党组织158。",
        axis_min=95,
    )


def fusion() -> Diagram:
    left = ("制度束缚", "动力瓶颈", "治理困境", "条块结合不紧")
    names = ("深化改革", "全面创新", "服务民生", "一体（共享）发展")
    subs = (
        "行政审批、投融资、运行机制",
        "创新创业、招才引智、人才服务",
        "政治引领、社区治理、民生配套",
        "工作格局、创建体系、示范效应",
    )
    nodes = [
        Node(
            "h1", (0.75, 1.95, 2.9, 0.4), (para("突破什么"),), None, colour="accent3", align="left"
        ),
        Node(
            "h2", (4.3, 1.95, 5.2, 0.4), (para("怎样融合"),), None, colour="accent3", align="left"
        ),
        Node(
            "h3",
            (10.1, 1.95, 2.483, 0.4),
            (para("达成什么"),),
            None,
            colour="accent3",
            align="left",
        ),
    ]
    connectors = []
    for n in range(4):
        y = 2.45 + n * 1.02
        nodes.append(
            Node(f"a{n}", (0.75, y, 2.95, 0.94), (para(left[n]),), "lt1", "accent3", size_pt=20)
        )
        nodes.append(
            Node(
                f"b{n}",
                (4.3, y, 5.2, 0.94),
                (para(f"党建与{names[n]}相融合"), para(subs[n], 1)),
                "accent1",
                colour="lt1",
                size_pt=20,
                sub_size_pt=18,
            )
        )
        connectors += [Connector(f"a{n}", f"b{n}"), Connector(f"b{n}", "goal")]
    nodes.append(
        Node(
            "goal",
            (10.1, 2.45, 2.483, 4.0),
            (para("党建强\v发展强"), para("园区党建与产业融合发展", 1)),
            "dk2",
            colour="lt1",
            size_pt=32,
        )
    )
    return Diagram(
        "四个融合",
        tuple(nodes),
        tuple(connectors),
        "四个融合各对应一道瓶颈，共同达成党建强、发展强。",
    )


def divider(n: int) -> Slide:
    names = [
        TextFill(
            71 + i,
            (para(PARTS[i], bold=i + 1 == n or None, colour="accent1" if i + 1 == n else None),),
        )
        for i in range(4)
    ]
    return Slide(
        f"part-{n}",
        "divider",
        PARTS[n - 1],
        PARTS[n - 1],
        (
            fill(13, f"{n:02d}"),
            fill(14, "园区遇到什么问题，交出什么结果？"),
            fill(15, "本部分约12分钟"),
            *names,
        ),
        ("【用时】约1分钟",),
        progress=Progress(4, n, 0.0),
    )


def light(
    key: str,
    layout: str,
    title: str,
    part: int,
    content: list[object],
    share: float = 0.5,
    diagrams: tuple[Diagram, ...] = (),
    source: str = SOURCE,
) -> Slide:
    section = PARTS[part - 1] if part else "课程导入"
    label = f"{part}　{section}｜小节" if part else f"{section}｜编写者设计"
    return Slide(
        key,
        layout,
        title,
        section,
        (fill(60, label), *content),  # type: ignore[arg-type]
        (
            "【用时】约3分钟",
            "【讲解要点】\n1. 先看数字，再看依据。\n2. 说清口径。",
            f"【原文】{title}。",
            "【互动】本单位卡在哪一道？",
        ),
        diagrams,
        Progress(4, part, share) if part else None,
        3,
        source,
    )


def slides(picture: str | None = None) -> list[Slide]:
    """One slide per layout; picture layouts only with a picture."""
    reading = cells(
        ["党组织类型", "创建目标", "集中开展的活动"],
        ["机关、窗口服务单位", "一流政务服务", "亮身份、践承诺、比贡献"],
        ["街道社区院落、企业事业单位", "一流民生服务", "四项“十佳”争创活动"],
        ["非公企业", "一流产业发展", "党员示范岗、先锋团队"],
    )
    out = [
        Slide(
            "cover",
            "cover",
            "探索“融合式”党建模式\v点燃园区转型发展“红色引擎”",
            "封面",
            (
                fill(60, "基层党建案例｜培训课件"),
                fill(1, "成都武侯新城产业园的四个“融合”"),
                fill(13, "案例供稿：成都市武侯区委组织部"),
                fill(14, "原文刊发：中国共产党新闻网，2017年7月11日"),
            ),
            ("【用时】约1分钟",),
        ),
        light(
            "goals",
            "keywords3",
            "90分钟学会三件事：说清、读懂、用上",
            0,
            [
                *fills(51, "目标一", "目标二", "目标三"),
                *fills(21, "说清", "读懂", "用上"),
                *fills(
                    31,
                    "四个突出问题与四个“融合”怎样对应，依据是什么",
                    "成效数据说明了什么变化，哪些口径应当核对清楚",
                    "为本单位选定一项三个月内就能先走一步的做法",
                ),
            ],
            source="学习目标：编写者设计，不属于原文。",
        ),
        light(
            "agenda",
            "agenda",
            "四个部分：从“发生了什么”走到“我们做什么”",
            0,
            [
                TableFill(
                    13,
                    tuple(
                        (
                            Cell((para(str(n), colour="accent1"),), bold=True, size_pt=40),
                            Cell(
                                (TextParagraph((TextRun(PARTS[n - 1], link=f"part-{n}"),)),),
                                bold=True,
                                size_pt=28,
                            ),
                            Cell((para("园区遇到什么问题，交出什么结果？"),), size_pt=22),
                            Cell((para("12分钟"),), size_pt=20, align="right", colour="accent4"),
                        )
                        for n in range(1, 5)
                    ),
                    (0.9, 2.6, 6.7, 1.633),
                    False,
                    "reading",
                    "目录：四个部分、各自的引导问题和用时。",
                )
            ],
        ),
        divider(1),
        light(
            "glance",
            "glance4",
            "232个党组织、5624名党员凝聚合力，区域税收增至38亿元",
            1,
            [
                *fills(21, "232| 个@22", "5624| 名@22", "38| 亿元@22", "95%| 以上@22"),
                *fills(31, "基层党组织", "党员", "区域税收", "行政许可审批集中率"),
                *fills(51, "2010年为147个", "2010年为3093名", "原来为23亿元", "现场办结率达100%"),
                *fills(25, "谁在做", "怎么做", "做成了什么"),
                *fills(
                    35,
                    "武侯区委统领，机关、社区、企业共同参与",
                    "党建与改革、创新、民生、共享发展相融合",
                    "2016年被评为成都市唯一“党员示范城”",
                ),
            ],
        ),
        light(
            "background",
            "background",
            "龙头企业竞相入驻，园区转型仍面临四个突出问题",
            1,
            [
                fill(41, "武侯新城产业园"),
                fill(
                    42,
                    "省级开发园区，重点建设的“产城一体”现代新区",
                    "京东集团、川大智胜、彩虹电器集团等入驻",
                    "闻名中外的西部女鞋之都坐落其间",
                ),
                *fills(51, "问题一", "问题二", "问题三", "问题四"),
                *fills(21, "经济发展\v动力不足", "后续资源\v有限", "高端产业\v集聚度不高", "产城融合\v不充分"),
            ],
        ),
        light("fusion", "figure_diagram", "四个“融合”各突破一道瓶颈，汇成党建强、发展强", 2, [], diagrams=(fusion(),)),
        light(
            "m2",
            "measures2",
            "两项举措也能撑满一页：数字更大，说明更长",
            2,
            [
                *fills(51, ["139| 项@28", (1, "公共服务和社会管理事项")], ["20| 所@28", (1, "建成各类学校")]),
                *fills(
                    21,
                    ["创新社区治理机制", (1, "将下沉到社区的事项全部向社会市场化购买，推动社区工作重心切实转移到服务群众工作上来")],
                    ["完善民生配套服务", (1, "建成医院6家、社区综合体10个，新打通两条出入城通道，新增公交线路5条")],
                ),
            ],
        ),
        light(
            "m3",
            "measures3",
            "三项改革同步推进，突破园区发展制度束缚",
            2,
            [
                *fills(
                    51,
                    ["14| 个@24", (1, "区级部门分中心的事项")],
                    ["2| 条@24", (1, "区域快速通道")],
                    [(2, "特别管理\v封闭运行")],
                ),
                *fills(
                    21,
                    ["深化行政审批制度改革", (1, "集中到新市民中心，事项和权限在园区全面落地")],
                    ["深化投融资体制改革", (1, "以BLT方式开展“拨改租”融资试点，全市率先")],
                    ["深化园区运行机制改革", (1, "竞争上岗、绩效管理，产业与党建规划同步制定")],
                ),
            ],
        ),
        light(
            "m4",
            "measures4",
            "四项举措：数字与说明各占一行",
            2,
            [
                *fills(
                    51,
                    ["232| 个@18", (1, "党组织")],
                    ["53| 条@18", (1, "争创任务")],
                    ["6| 类@18", (1, "行业党员")],
                    ["300| 余次@18", (1, "活动")],
                ),
                *fills(
                    21,
                    ["统筹推进", (1, "全部纳入创建范畴")],
                    ["职责明晰", (1, "细化标准、载体和任务清单")],
                    ["同步推进", (1, "机关、窗口、街道社区、企业等")],
                    ["亮点纷呈", (1, "参与党员8000余人次")],
                ),
            ],
        ),
        light(
            "m6",
            "measures6",
            "五至六项举措：改用数字格，说明进备注",
            2,
            [
                *fills(51, "2| 条@24", "5| 条@24", "近5| 万平方米@24", "20| 所@24", [(1, "服务群众")]),
                *fills(21, "新打通出入城通道", "新增公交线路", "新增绿化面积", "建成各类学校", "建成社区综合体"),
            ],
        ),
        light("n2", "numbers2", "只有两个指标时，用两大数字", 2, [
            *fills(21, "95%| 以上@28", "100%"),
            *fills(31, "行政许可审批集中率", "现场办结率"),
            *fills(51, "相对集中行政许可权", "事项集中到新市民中心"),
            fill(41, "审批效率平均提高75%以上"),
        ]),
        light("n3", "numbers3", "12个载体、16万平方米、10所高校撑起创新创业平台", 2, [
            *fills(21, "12| 个@28", "16| 万平方米@28", "10| 所@28"),
            *fills(31, "建成“双创”载体", "载体面积", "战略合作高校"),
            *fills(51, "培育各类创新创业人才", "按高端产业和产业高端要求", "四川大学、电子科技大学等"),
            fill(41, "产学研相结合：“孵化＋创投”模式"),
        ]),
        light("table", "table", "分类明确“三个一流”创建目标，三类党组织各有所创", 2, [
            TableFill(13, reading, (4.75, 3.2, 3.883), True, "reading", "三类党组织的创建目标和活动。"),
        ]),
        light("content", "content", "回退版式：标题与内容", 2, [
            fill(1, "推行“五联工作法”，扩大党的组织和工作有形有效覆盖", (1, "组织联建、党员联管、服务联做、政企联动、阵地联用"),
                 "整合园区智慧党建信息平台", "建设园区党群服务中心"),
        ]),
        divider(3),
        light("c3", "charts3", "党组织增长58%、党员增加82%，区域税收增至38亿元", 3, [
            *fills(21, "基层党组织（个）", "党员（人）", "区域税收（亿元）"),
            column(13, 147, 232, "基层党组织"), column(14, 3093, 5624, "党员"), column(15, 23, 38, "区域税收", "原来"),
            *fills(51, "58%", "82%", "60%"),
            *fills(31, "原文：增长\v验算相符", "原文：增加\v验算相符", "原文：增幅\v验算约65%"),
        ]),
        light("c2", "charts2", "两个指标的前后对比", 3, [
            *fills(21, "基层党组织（个）", "党员（人）"),
            column(13, 147, 232, "基层党组织"), column(14, 3093, 5624, "党员"),
            *fills(51, "58%", "82%"), *fills(31, "原文：增长\v验算相符", "原文：增加\v验算相符"),
        ]),
        light("slope", "chart_notes", "放到同一起点看：党员增得最快，税收略高于党组织", 3, [
            fill(21, "增长指数（起点＝100）"), slope(), fill(41, "怎样读图"),
            fill(42, "党员、党组织的起点为2010年", "税收的起点，原文没有注明年份", "同步上升，不等于存在因果关系"),
        ]),
        light("bars", "chart_notes", "横条图：四类活动的场次", 3, [
            fill(21, "活动（场）"),
            ChartFill(13, "bar", ("红色讲堂", "志愿服务", "技能比武", "入户走访"),
                      (Series("活动", (120, 86.5, 40, 12), ("120场", "86.5场", "40场", "约十二"), "before", ("accent1",)),),
                      alt="条形图：红色讲堂120场最多。", label_pt=20),
            fill(41, "怎样读图"), fill(42, "最多的是红色讲堂"),
        ]),
        light("hero", "hero_number", "审批效率平均提高75%以上，公众满意度连续六年“很满意”", 3, [
            fill(21, "75%| 以上@24"), fill(31, "审批效率\v平均提高"),
            *fills(22, "95%| 以上@22", "100%", "六年"),
            *fills(32, "行政许可审批集中率", "现场办结率", "公众满意度综合动态测评连续达到“很满意”水平"),
            fill(41, "2016年7月，全国现场会在此召开，经验全国推广"),
        ]),
        light("timeline", "honours_timeline", "荣誉覆盖个人、组织、园区、全区四个层面", 3, [
            *fills(21, "2014年", "2015年", "2016年", "2016年7月"),
            *fills(31, ["全国和谐社区建设示范城区", (1, "武侯区")], ["全国社区治理和服务创新实验区", (1, "武侯区")],
                   ["成都市唯一的“党员示范城”", (1, "武侯新城")], ["全国推进行政许可标准化现场会", (1, "在武侯新城召开")]),
            *fills(51, "个人", "组织", "全区"),
            *fills(41, "彩虹电器集团董事长刘荣富当选党的十八大党代表", "两家企业党组织被评为“全国先进基层党组织”",
                   "全国行政服务标准化示范区\v全国相对集中行政许可权试点区"),
        ]),
        light("honours", "honours_list", "荣誉清单：没有年份的用表格", 3, [
            TableFill(13, cells(["层面", "荣誉"], ["个人", "党的十八大党代表"], ["组织", "全国先进基层党组织"]),
                      (3.0, 8.833), True, "reading", "荣誉清单。"),
        ]),
        light("lessons", "keywords3", "深化园区党建工作，必须坚持“大党建”“一体化”“共享式”", 4, [
            *fills(51, "工作理念", "实践路径", "推进模式"), *fills(21, "大党建", "一体化", "共享式"),
            *fills(31, "破除条块分割局限，统筹规划、分类实施、整体推进", "党建与民生改善、企业发展形成一个整体",
                   "合理整合各类党建资源，凝聚抓党建惠民生的合力"),
        ]),
        light("worksheet", "table", "对照四道瓶颈，找出本单位能先走的一步", 4, [
            TableFill(13, cells(["对照问题", "本案例的做法", "我单位现状", "下一步、责任人"],
                                ["卡在哪道瓶颈？", "制度、动力、治理、条块", "", ""],
                                ["哪些力量可整合？", "6类行业党员同步推进", "", ""],
                                ["用什么数据说明？", "集中率、办结率、效率", "", ""]),
                      (2.6, 3.633, 2.8, 2.8), True, "writing", "研讨工作表，后两列空白供填写。"),
        ]),
        light("discussion", "discussion", "分组讨论：哪一条做法能在本单位先走一步？", 4, [
            *fills(51, "1", "2", "3", "4"),
            *fills(21, ["四个“融合”，哪一个最切合本单位难题？", (1, "先说难题，再说理由")],
                   ["推行“五联工作法”，应当先联哪一项？", (1, "组织、党员、服务、政企、阵地，五选一")],
                   ["党员增、税收增，足以证明党建见效吗？", (1, "还需要哪些证据才能说明因果")],
                   ["只能先做一件事，三个月内做什么？", (1, "写明谁负责、何时检验")]),
            fill(41, "10| 分钟@26"), fill(42, "5至6人一组选一题", "独立思考2分钟", "组内讨论5分钟", "每组汇报1条结论"),
        ]),
        Slide("summary", "summary", "党建强、发展强，发展强、党建优", "小结",
              (fill(60, "小结"), *fills(51, "从问题出发", "用数字说话", "带走一步"),
               *fills(21, "四道瓶颈对应\v四个“融合”", "先看变化\v再核口径", "大党建、一体化\v共享式")),
              ("【用时】约2分钟",), source="标题摘自原文案例摘要；三条小结：编写者设计，不属于原文。"),
        Slide("closing", "closing", "扫码看原文", "附",
              (fill(60, "案例　成都武侯新城产业园"), fill(1, "https://example.org/wuhou")),
              ("【用时】不计",),
              emblems=(Emblem("二维码", (8.35, 1.75, 4.0, 4.0), "二维码：https://example.org/wuhou",
                              code=symbol("https://example.org/wuhou")),
                       *([Emblem("标志", (1.0, 0.2, 0.84, 0.56), "标志", picture)]
                         if picture else []))),
        light("plan", "chart_table", "90分钟教学安排：研讨与小结不少于四分之一", 0, [
            ChartFill(14, "share", ("用时",),
                      tuple(Series(n, (m,), (f"{m:g}'",), c) for n, m, c in (
                          ("课程导入", 5, "accent4"), ("案例速览", 12, "accent3"), ("四个融合", 34, "accent1"),
                          ("成效荣誉", 14, "accent3"), ("启示研讨", 25, "dk2"))),
                      alt="用时条：导入5分钟、速览12分钟、融合34分钟、成效14分钟、研讨25分钟。", label_pt=20),
            TableFill(13, cells(["环节", "用时", "方式", "检验标准"], ["课程导入", "5分钟", "讲授", "明确三个目标"],
                                ["案例速览", "12分钟", "讲授、提问", "说出四个突出问题"], ["四个融合", "34分钟", "讲授、看图", "用一句话讲清每个融合"]),
                      (2.4, 2.0, 3.0, 4.433), True, "reading", "各环节的用时、方式和检验标准。"),
        ]),
    ]  # fmt: skip
    if picture is not None:
        out += [
            light("photo", "picture_text", "一张照片配一句断言，照片要能证明标题", 4, [
                PictureFill(15, picture, "示意占位图：城市天际线。", (0.0, 0.1, 0.0, 0.1)), fill(61, "示意占位图，非案例照片"),
                fill(1, "图片须注明来源与日期", "与标题无关的图不放", "没有照片时，本版式不出现"),
            ]),
            light("tall", "picture_tall", "竖的照片站在要点旁边", 4, [
                PictureFill(15, picture, "竖图：示意占位图。", (0.2, 0.0, 0.2, 0.0)),
                fill(61, "竖图：示意占位图"), fill(1, "要点一句", "要点又一句"),
            ]),
            light("wide", "picture_wide", "长条的照片从书脊到右边", 4, [
                PictureFill(15, picture, "长图：示意占位图。", (0.0, 0.3, 0.0, 0.3)),
                fill(61, "长图：示意占位图"),
            ]),
            light("photos", "pictures2", "两张照片并列，适合前后对比", 4, [
                PictureFill(15, picture, "改造前：示意占位图。"), PictureFill(16, picture, "改造后：示意占位图。"),
                *fills(61, "改造前：示意占位图", "改造后：示意占位图"),
            ]),
            Slide("cover-picture", "cover_picture", "探索“融合式”党建模式\v点燃园区转型“红色引擎”", "附",
                  (PictureFill(15, picture, "示意占位图。", (0.2, 0.0, 0.2, 0.0)), fill(60, "基层党建案例｜培训课件"),
                   fill(1, "成都武侯新城产业园的四个“融合”"), fill(13, "案例供稿：成都市武侯区委组织部"),
                   fill(14, "原文刊发：2017年7月11日")), ("【用时】约1分钟",)),
        ]  # fmt: skip
    out.insert(6, divider(2))
    out.insert(-1, divider(4))
    return out


def deck(picture: str | None = None) -> Deck:
    return Deck(
        tuple(slides(picture)),
        "探索“融合式”党建模式　点燃园区转型发展“红色引擎”",
        author="成都市武侯区委组织部",
        subject="培训课件",
        keywords=("融合式党建", "产业园区"),
        date="2017-07-11",
        footer="成都武侯新城产业园“融合式”党建案例",
    )

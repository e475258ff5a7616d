"""The case: what an editor writes, frozen and typed.

Every field states its Chinese key and a description once; the loader, the JSON Schema, the comments
of ``casepress new`` and the docs read them from here. Texts are verbatim unless the field says it
is the author's own (``AUTHOR``): those are set with the label 编写者设计 where they are not the
words of the source.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from casepress.case.focus import focal_point
from casepress.records import BaseModel, BeforeValidator, ConfigDict, Field


def key(zh: str, description: str, default: Any = ..., **extra: Any) -> Any:
    """Make a field with its Chinese key and its description (in Chinese: users read it)."""
    return Field(default, title=zh, description=description, **extra)


class Record(BaseModel):
    """Base of all records: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class KeyFigure(Record):
    """A figure to be shown large, in the words of the text; never rounded, never invented."""

    value: str = key("数值", "数字本身，照录原文，如 14、95、六")
    unit: str = key("单位", "单位，如 个、%、万平方米；原文作“300余次”的写 余次", "")
    before: str = key("前缀", "数字前的约数词，如 近、约、达", "")
    after: str = key("后缀", "单位后的约数词，如 以上、左右", "")
    caption: str = key("说明", "一行说明，取自原文", "")
    note: str = key("附注", "第二行说明，如 2010年为147个", "")
    kind: Literal["count", "share", "increase", "years"] = key(
        "类型", "count 数量、share 占比、increase 增幅、years 连年", "count"
    )
    small: bool = key("小号", "true 时在侧栏用小号一行", False)
    hero: bool = key("主数字", "true 时幻灯片上只放一个数字就放它；都不写放第一个", False)


class Point(Record):
    """A metric's value at a time, as the source words it."""

    value: str = key("数值", "数字，照录原文")
    when: str = key("时间", "时间，照录原文，如 2010年、目前、原来", "")


class Metric(Record):
    """A quantity before and after; all charts come from here and nowhere else."""

    label: str = key("名称", "指标名称，如 基层党组织")
    unit: str = key("单位", "单位，如 个、人、亿元", "")
    from_: Point = key("起点", "起点数值和时间", alias="from")
    to: Point = key("现状", "现状数值和时间")
    stated: str = key("原文表述", "原文对变化的表述，如 增长了58%", "")
    text: str = key("原文", "原文整句，逐字", "")
    chart: Literal["auto", "columns", "slope", "share", "number"] = key(
        "图式",
        "画册和课件都用：auto 由程序选、columns 前后两柱、slope 斜线、"
        "share 占整体的百分之几（单位要是 %）、number 只出大数字不画图",
        "auto",
    )


class Honour(Record):
    """An honour as the source gives it; a date is never guessed."""

    title: str = key("名称", "荣誉名称")
    holder: str = key("获得者", "获得单位或个人；大事写一句说明", "")
    when: str = key("时间", "原文写明的时间；没有就留空", "")
    level: str = key("层面", "个人、组织、园区、全区等，用于归类", "")
    conferrer: str = key("授予", "授予单位，如 民政部", "")


class SideNote(Record):
    """A note in the side column: a term in bold and a few words."""

    term: str = key("词目", "黑体词目")
    text: str = key("内容", "说明，取自原文", "")


class Pair(Record):
    """A label and the quoted word that goes with it, such as 政府 “减负”."""

    label: str = key("标签", "小字标签")
    value: str = key("词", "大字")


class Figure(Record):
    """A picture and where it belongs."""

    path: str = key("文件", "图片文件，相对于本 YAML 所在目录")
    caption: str = key("图注", "图注", "")
    alt: str = key("替代文字", "读屏用的一句话描述；必填", "")
    credit: str = key("来源", "摄影或提供者", "")
    at: str = key("位置", "cover、background、practices[0] 等；空为文末", "")
    placement: Literal["auto", "full", "beside", "bleed", "spread", "opener"] = key(
        "版式",
        "auto 由程序按形状、清晰度和版面选；full 通栏、beside 侧栏、bleed 整页出血、"
        "spread 跨页、opener 放在所在部分之前作整页开篇",
        "auto",
    )
    focus: Annotated[tuple[float, float], BeforeValidator(focal_point)] = key(
        "焦点",
        "裁切时保住的地方：左上、上、右上、左、中、右、左下、下、右下，"
        "或 0～1 的横、纵坐标，如 [0.3, 0.4]",
        (0.5, 0.5),
    )


class SlideWords(Record):
    """AUTHOR: words for the slide of a section; short, drawn from the text."""

    title: str = key("标题", "幻灯片的论断式标题", "")
    label: str = key("栏目", "幻灯片左上角的短标签", "")
    question: str = key("引导问题", "过渡页的引导问题；做法页写进讲稿的【互动】", "")
    remark: str = key("说明", "写在页脚资料来源前的一句说明", "")


class Detail(Record):
    """AUTHOR: the second slide of a practice: figures, terms, a table or a before/after."""

    kind: Literal["figures", "terms", "table", "contrast"] = key(
        "类型", "figures 大数字、terms 并列词、table 表格、contrast 前后对照"
    )
    title: str = key("标题", "幻灯片标题")
    heading: str = key("提要", "上方横条", "")
    terms: tuple[Pair, ...] = key("并列词", "3～6 个，label 在上、value 在下", ())
    bases: tuple[str, ...] = key("底座", "下方横条，1～3 个", ())
    columns: tuple[str, ...] = key("列名", "表格列名", ())
    rows: tuple[tuple[str, ...], ...] = key("行", "表格各行", ())
    figures: tuple[KeyFigure, ...] = key("数字", "2～3 个大数字", ())
    conclusion: str = key("结论", "下方结论条", "")
    before: Pair | None = key("之前", "对照的原状：label 标题、value 数量", None)
    after: Pair | None = key("之后", "对照的现状：label 标题、value 说明", None)


class Measure(Record):
    """A measure of a practice (一是……)."""

    title: str = key("标题", "小标题，即“一是”后第一句，不带句号")
    text: str = key("正文", "正文，逐字")
    short: str = key("短名", "幻灯片用的短名（编写者设计）", "")
    points: tuple[str, ...] = key("要点", "幻灯片要点（编写者设计，取自原文）", ())
    key_figures: tuple[KeyFigure, ...] = key("关键数字", "侧栏和幻灯片的大数字", ())
    fact: str = key("事实", "没有数字时幻灯片上的 4～10 字事实，| 处换行", "")
    quote: str = key("侧栏引语", "侧栏引语，逐字，| 处换行", "")
    quote_head: str = key("引语题", "引语上方的黑体小题", "")
    quote_note: str = key("引语说明", "引语下的小字", "")
    sidenotes: tuple[SideNote, ...] = key("侧注", "侧栏词条", ())


class Practice(Record):
    """A practice (做法): title, outcome, lead and measures."""

    title: str = key("标题", "标题的前半句，如 把党的建设与深化改革相融合")
    outcome: str = key("突破", "标题的后半句，如 突破园区发展制度束缚", "")
    lead: str = key("导语", "导语，逐字", "")
    measures: tuple[Measure, ...] = key("措施", "一是、二是、三是……各项", ())
    label: str = key("短名", "图示中的短名（编写者设计），| 处换行", "")
    obstacle: str = key("瓶颈", "总体思路图左列的短语，6 字以内（编写者设计）", "")
    action: str = key("做法短句", "总体思路图中列的短句，如 党建与深化改革相融合（编写者设计）", "")
    slide: SlideWords = key("幻灯片", "幻灯片用语（编写者设计）", SlideWords())
    detail: Detail | None = key("第二页", "该做法的第二张幻灯片（编写者设计）", None)
    minutes: int | None = key("用时", "讲解用时，分钟（编写者设计）", None)


class Background(Record):
    """背景与起因. Besides the text, the author may point out problems and the question."""

    text: str = key("正文", "正文，逐字；空行分段")
    problems: tuple[str, ...] = key("问题", "原文列出的问题，| 处可换行", ())
    question: str = key("核心问题", "原文中的核心设问，逐字摘录", "")
    question_note: str = key("设问说明", "引语旁的小字", "")
    place: str = key("地点", "图版标题，如 武侯新城产业园", "")
    facts: tuple[str, ...] = key("事实", "幻灯片上的背景事实，取自原文", ())
    sidenotes: tuple[SideNote, ...] = key("侧注", "侧栏词条", ())
    path_name: str = key("路径名", "问题—路径图的中心词，如 “融合式”党建", "")
    path_words: tuple[str, ...] = key("路径词", "中心词下的短语", ())
    path_title: str = key("图题", "问题—路径图的标题（编写者设计）", "")
    path_note: str = key("图注", "问题—路径图的说明（编写者设计）", "")
    slide: SlideWords = key("幻灯片", "幻灯片用语（编写者设计）", SlideWords())


class ResultItem(Record):
    """A result (一是……) with what can be shown of it."""

    title: str = key("标题", "小标题，不带句号")
    text: str = key("正文", "正文，逐字")
    points: tuple[str, ...] = key("要点", "幻灯片要点（编写者设计，取自原文）", ())
    key_figures: tuple[KeyFigure, ...] = key("关键数字", "大数字", ())
    sidenotes: tuple[SideNote, ...] = key("侧注", "侧栏词条", ())
    pairs: tuple[Pair, ...] = key("词组", "并列的小标签和大字，如 政府“减负”", ())
    chart_title: str = key("图题", "该项数据图的标题（编写者设计）", "")
    conclusion: str = key("结论", "幻灯片下方的结论条，取自原文", "")
    slide: SlideWords = key("幻灯片", "幻灯片用语（编写者设计）", SlideWords())


class Answer(Record):
    """AUTHOR: a small heading and its line: 谁在做 / 怎么做 / 做成了什么."""

    kicker: str = key("栏目", "小字，如 谁在做")
    text: str = key("内容", "一句话，20 字左右，| 处换行")


class Results(Record):
    """主要成效."""

    lead: str = key("导语", "导语，逐字", "")
    items: tuple[ResultItem, ...] = key("条目", "一是、二是、三是……各项", ())
    metrics: tuple[Metric, ...] = key("指标", "前后对比的指标，图表由此生成", ())
    honours: tuple[Honour, ...] = key("荣誉", "荣誉", ())
    chart_title: str = key("图题", "指标图的标题（编写者设计）", "")
    slide: SlideWords = key("幻灯片", "幻灯片用语（编写者设计）", SlideWords())
    honours_slide: SlideWords = key("荣誉页", "荣誉幻灯片用语（编写者设计）", SlideWords())
    index_slide: SlideWords = key("指数页", "增长指数幻灯片用语（编写者设计）", SlideWords())
    honours_groups: tuple[Answer, ...] = key(
        "荣誉归类", "荣誉页下方的归类：kicker 层面、text 内容（编写者设计）", ()
    )
    index_notes: tuple[str, ...] = key("读图提示", "指数页右侧的读图提示（编写者设计）", ())


class Lesson(Record):
    """A lesson (启示)."""

    title: str = key("标题", "启示的首句，不带句号")
    text: str = key("正文", "正文，逐字")
    points: tuple[str, ...] = key("要点", "幻灯片要点（编写者设计，取自原文）", ())
    kicker: str = key("栏目", "幻灯片关键词上方的小字，如 工作理念", "")


class Lessons(Record):
    """工作启示."""

    lead: str = key("导语", "导语，逐字", "")
    items: tuple[Lesson, ...] = key("条目", "各条启示", ())
    slide: SlideWords = key("幻灯片", "幻灯片用语（编写者设计）", SlideWords())


class Source(Record):
    """Where the text comes from."""

    publication: str = key("刊发", "刊发媒体", "")
    published: str = key("刊发时间", "刊发时间，照录", "")
    contributor: str = key("供稿", "供稿单位", "")
    credit: str = key("供稿行", "文末供稿行，逐字", "")
    editors: tuple[str, ...] = key("责编", "责任编辑", ())
    url: str = key("网址", "原文网址", "")
    slide: SlideWords = key("幻灯片", "资料来源页用语（编写者设计）", SlideWords())


class Objective(Record):
    """AUTHOR: a teaching objective."""

    keyword: str = key("关键词", "2～3 字")
    text: str = key("内容", "一句话，27 字以内")


class Question(Record):
    """AUTHOR: a question for discussion."""

    question: str = key("问题", "讨论题")
    hint: str = key("提示", "提示", "")
    full: str = key("完整问题", "画册研讨题页上的完整问法；不写就用“问题”", "")


class Part(Record):
    """AUTHOR: a part of the session; the plan's minutes must add up."""

    id: str = key("部分", "opening 导入、overview 速览、practices 做法、results 成效、lessons 启示")
    name: str = key("名称", "部分名称，6 字以内")
    question: str = key("引导问题", "过渡页的引导问题", "")
    minutes: int = key("用时", "分钟")
    method: str = key("方式", "讲授、研讨等", "")
    criterion: str = key("检验", "检验标准", "")


class Takeaway(Record):
    """AUTHOR: a takeaway of the summary slide."""

    kicker: str = key("栏目", "小字")
    text: str = key("内容", "8 字 × 2 行以内，| 处换行")


class Teaching(Record):
    """AUTHOR: everything a training session needs beyond the article."""

    title: str = key("课名", "学习目标页的标题", "")
    minutes: int | None = key("总用时", "总用时，分钟；必须等于各部分之和", None)
    objectives: tuple[Objective, ...] = key("教学目标", "3 条", ())
    parts: tuple[Part, ...] = key("课堂计划", "各部分和用时", ())
    agenda_title: str = key("目录标题", "目录页标题", "")
    plan_title: str = key("安排标题", "教学安排页的标题", "")
    questions: tuple[Question, ...] = key("研讨题", "3～5 题", ())
    discussion_title: str = key("讨论页标题", "讨论页标题", "")
    discussion_minutes: int | None = key("讨论用时", "讨论用时，分钟", None)
    discussion_steps: tuple[str, ...] = key("讨论步骤", "讨论步骤，每条 9 字左右", ())
    worksheet_title: str = key("工作单标题", "对照工作单的标题", "")
    worksheet_columns: tuple[str, ...] = key("工作单列名", "前两列有内容，后面留空", ())
    worksheet_rows: tuple[tuple[str, ...], ...] = key("工作单行", "每行两格", ())
    statement: str = key("小结语", "小结页的一句话，取自原文", "")
    takeaways: tuple[Takeaway, ...] = key("小结要点", "3 条短语排成三栏，其他排成列表", ())
    reading: tuple[str, ...] = key("延伸阅读", "延伸阅读", ())


class Summary(Record):
    """案例摘要."""

    text: str = key("正文", "摘要，逐字")
    key_figures: tuple[KeyFigure, ...] = key("关键数字", "3～5 个，摘要页和速览页用", ())
    answers: tuple[Answer, ...] = key("速览", "速览页的三问三答（编写者设计）", ())
    slide: SlideWords = key("幻灯片", "幻灯片用语（编写者设计）", SlideWords())


class Overview(Record):
    """AUTHOR: the diagram of the practices: what was in the way, what is done, what it yields."""

    goal: str = key("目标", "右侧的目标，取自原文，| 处换行", "")
    goal_note: str = key("目标说明", "目标下的小字", "")
    slide: SlideWords = key("幻灯片", "幻灯片用语（编写者设计）", SlideWords())


class Headings(Record):
    """The headings of the sections, without numbers (the renderer numbers them)."""

    summary: str = key("摘要", "摘要的标题", "案例摘要")
    background: str = key("背景", "背景的标题", "背景与起因")
    practices: str = key("做法", "做法的标题", "主要做法")
    results: str = key("成效", "成效的标题", "主要成效")
    lessons: str = key("启示", "启示的标题", "工作启示")


class Logo(Record):
    """The mark of the unit, on the covers of both products."""

    path: str = key("文件", "标志图片，相对于本 YAML 所在目录；PNG，底可以透明；不收 SVG")
    alt: str = key("替代文字", "读屏用的一句话描述；不写就用单位名加“标志”", "")


class Code(Record):
    """A QR code on the back cover and on the last slide."""

    text: str = key("内容", "网址或文字，原样编进二维码", min_length=1)
    caption: str = key("说明", "二维码下面的一句话，如 扫码看原文", "")


class Colophon(Record):
    """Imprint; only what the user gives is printed, nothing is invented."""

    issuer: str = key("编印", "编印单位", "")
    printing: str = key("印数", "印数", "")
    stock: str = key("用纸", "用纸", "")
    printer: str = key("承印", "承印单位", "")
    permit: str = key("准印证号", "内部资料准印证号", "")
    rights: str = key("权利", "版权声明", "")


class Case(Record):
    """A whole case. Only the title and one practice are required."""

    title: str = key("标题", "标题；可用空格或 | 标出断行处", min_length=1)
    subtitle: str = key("副标题", "副标题", "")
    kind: str = key("类别", "封面上方小字，如 案例　成都武侯新城产业园", "")
    series: str = key("栏目", "课件封面小字，如 基层党建案例", "")
    running_title: str = key("短题", "课件页脚的短题；不写就用类别或标题", "")
    organisation: str = key("单位", "案例单位", "")
    date: str = key("日期", "案例日期，如 2017-07-11", "")
    source: Source = key("来源", "原文来源", Source())
    keywords: tuple[str, ...] = key("关键词", "关键词", ())
    headings: Headings = key("栏目标题", "各部分的标题", Headings())
    summary: Summary | None = key("摘要", "案例摘要", None)
    background: Background | None = key("背景", "背景与起因", None)
    practices: Annotated[tuple[Practice, ...], Field(min_length=1)] = key(
        "主要做法", "做法，至少一条"
    )
    overview: Overview | None = key("总体思路", "总体思路图（编写者设计）", None)
    results: Results | None = key("主要成效", "成效", None)
    lessons: Lessons | None = key("工作启示", "启示", None)
    figures: tuple[Figure, ...] = key("图片", "图片", ())
    logo: Logo | None = key("标志", "单位标志，放在封面和封底", None)
    qr: Code | None = key("二维码", "二维码，放在封底和课件最后一页", None)
    teaching: Teaching | None = key("教学", "教学用内容（编写者设计）", None)
    editorial: tuple[SideNote, ...] = key("编者注", "编者注：原文的出入，只报告不改动", ())
    colophon: Colophon = key("版权页", "版权页", Colophon())
    notes: dict[str, str] = key(
        "讲稿", "讲者自己的话，按部分：cover、background、practices[0]……", {}
    )

# ruff: noqa: E501
"""What each finding of the presentation's preflight means and what to do, in both languages."""

from __future__ import annotations

from typing import Literal

Language = Literal["zh", "en"]
_REPAIR = (
    "用 PowerPoint 或 WPS 打开，让它修复后另存",
    "open it in PowerPoint or WPS and save it again",
)
_MASTER = ("在幻灯片母版里改一处即可", "change it once in the slide master")
_SLIDE = ("在这张幻灯片上改", "change it on this slide")

# id: (Chinese, English, what to do)
WORDS: dict[str, tuple[str, str, tuple[str, str]]] = {
    "zip-unreadable": ("文件打不开，不是 PPTX 或已损坏", "unreadable: no PPTX, or damaged", _REPAIR),
    "zip-unsafe": ("压缩包大得不正常", "the package is suspiciously large",
                   ("确认来源", "make sure where it comes from")),
    "zip-order": ("压缩包里的顺序不合规范", "the package is not in the prescribed order", _REPAIR),
    "zip-duplicate": ("压缩包里有重名的文件", "two entries of the package have one name", _REPAIR),
    "zip-name": ("压缩包里有越界的文件名", "an entry's name leads out of the package",
                 ("不要解压，确认来源", "don't unpack it; make sure where it comes from")),
    "xml-malformed": ("内部文件残缺", "a part is not well-formed XML", _REPAIR),
    "type-phantom": ("登记了并不存在的内部文件", "a content type for a part that isn't there", _REPAIR),
    "type-missing": ("内部文件没有登记类型", "a part without content type", _REPAIR),
    "type-macro": ("带有宏", "contains macros", ("另存为不带宏的 .pptx", "save it without macros")),
    "rel-target": ("引用的内部文件不存在", "a relationship leads to a missing part", _REPAIR),
    "rel-duplicate": ("内部引用编号重复", "two relationships share an id", _REPAIR),
    "rel-dangling": ("用到了没有定义的引用", "an id without relationship is used", _REPAIR),
    "rel-external": ("链接到文件以外的内容，换一台电脑就看不到",
                     "depends on something outside the file",
                     ("把链接的内容嵌入文件", "embed what is linked")),
    "rel-owner": ("引用表没有主人", "relationships of a part that isn't there", _REPAIR),
    "rel-orphan": ("没有用到的内部文件", "a part nothing refers to", _REPAIR),
    "pres-slide-id": ("幻灯片编号重复或越界", "a slide id is repeated or out of range", _REPAIR),
    "pres-master-id": ("母版或版式的编号重复或越界", "a master or layout id is repeated or out of range",
                       _REPAIR),
    "pres-sections": ("节的列表和幻灯片对不上", "the sections do not list every slide once, in order",
                      _REPAIR),
    "pres-section-dangling": ("节里列了不存在的幻灯片", "a section lists a slide that isn't there",
                              _REPAIR),
    "pres-section-id": ("两个节用了同一个编号", "two sections share an id", _REPAIR),
    "pres-notes-master": ("有备注母版却没有登记", "the notes master is not listed", _REPAIR),
    "layout-index": ("版式里两个占位符编号相同", "two placeholders of a layout share an index",
                     ("在母版里删去重加；casepress 用它时会临时补编号",
                      "delete and add it again in the master; casepress numbers it for its own use")),
    "slide-layout": ("幻灯片没有版式", "the slide has no layout", _REPAIR),
    "slide-shape-id": ("形状编号重复", "two shapes share an id", _REPAIR),
    "slide-placeholder": ("占位符在版式里没有，换版式时会错位",
                          "a placeholder its layout does not have",
                          ("重新套用版式", "apply the layout again")),
    "slide-title": ("没有标题，目录和读屏软件找不到它", "no title: outline and screen reader can't name it",
                    _SLIDE),
    "slide-title-twice": ("标题和别的幻灯片相同", "another slide has the same title", _SLIDE),
    "slide-alt": ("图片、图表或图形没有替代文字", "a picture, chart or group without alternative text",
                  ("右键“编辑替代文字”，装饰用的勾选“装饰性”",
                   "add it, or mark the object as decorative")),
    "slide-own-geometry": ("占位符自己定了位置，不随母版变", "a placeholder with a position of its own",
                           ("点“重置”", "use Reset")),
    "slide-empty-placeholder": ("空的占位符", "an empty placeholder", ("删去它", "delete it")),
    "slide-lang": ("文字没有标语言，校对和朗读会出错", "text without a language",
                   ("全选，“审阅—语言”设为中文", "select all and set the proofing language")),
    "slide-literal-colour": ("写死的颜色，不随主题变", "literal colours do not follow the theme",
                             ("改用主题颜色", "use theme colours")),
    "slide-literal-font": ("写死的字体，不随主题变", "a literal font does not follow the theme",
                           ("改用主题字体", "use theme fonts")),
    "slide-direction-mark": ("有看不见的方向控制符", "invisible direction marks",
                             ("重新输入这段文字", "type this text again")),
    "slide-contrast": ("文字和底色对比不足 4.5:1，后排看不清",
                       "contrast of text and ground below 4.5:1", _MASTER),
    "slide-small": ("字太小，后排看不清", "type too small to read from the back", _MASTER),
    "slide-overflow": ("文字超出了文本框", "the text is higher than its frame",
                       ("删短，或者分到下一张幻灯片", "shorten it, or go on on another slide")),
    "slide-table-grows": ("表格的文字放不下，表格会变高", "the table's words need higher rows than it has",
                          ("删短单元格里的文字，或者分成两张表", "shorten the cells, or split the table")),
    "slide-shrunk": ("文字被软件自动缩小了", "the application has shrunk the text",
                     ("删减文字，或分成两张", "shorten it, or use two slides")),
    "slide-outside": ("形状超出了幻灯片", "a shape reaches beyond the slide", _SLIDE),
    "chart-axis-id": ("图表坐标轴编号越界", "an axis id is out of range", _REPAIR),
    "chart-workbook": ("图表的数据表没有或打不开，无法编辑数据",
                       "a chart's workbook is missing or damaged", ("重建图表", "make the chart again")),
    "chart-formula": ("图表的数据表里有公式", "a chart's workbook contains formulas",
                      ("改成数值", "replace them by values")),
    "chart-small": ("图表里的字太小", "type in a chart is too small", ("放大图表字号", "enlarge it")),
    "core-date": ("文档日期格式不对", "a date of the document has the wrong form", _REPAIR),
    "core-long": ("文档属性超过 255 个字", "a document property is longer than 255 characters",
                  ("缩短它", "shorten it")),
}  # fmt: skip


def say(id_: str, language: Language) -> tuple[str, str]:
    """Give what is wrong and what to do."""
    zh, en, remedy = WORDS[id_]
    return (en, remedy[1]) if language == "en" else (zh, remedy[0])

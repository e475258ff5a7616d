"""Chinese with Latin, figures, addresses; dashes and dots; emphasis, pinyin, rare characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casepress.specimen.sheet import BODY, JUSTIFIED, KAI, LEFT, MEASURE, SIZE, TITLE, Sheet
from casepress.typeset import inline_runs, set_line
from casepress.typeset.model import Run, TextStyle

MIXED = (
    (
        "字与西文之间四分之一字",
        "原稿有无空格都一样；行首行末和标点旁不加。clreq 3.2.2",
        "自拟例句：园区用BLT（建设-租赁-移交）方式修路，用 PPP 方式建 3 所学校；新城e空间有 12 个"
        "窗口，Wi-Fi 全覆盖，平均等候 4.5min，比 2015 年少 58%。",
    ),
    (
        "数字与单位",
        "数、%、字母单位永不分开；数与量词尽量不分开。GB/T 15835",
        "自拟例句：全年接待1,204批次、约5.6万人，占地31.6km²，用电6,820kWh，气温−5~38℃，增长率+12.5%，"
        "误差±0.3mm，服务热线从8:30到16:04，门牌是3号楼2单元1104室。",
    ),
    (
        "西文内部",
        "词距可变，字母间不拉开；连字符只在词典给出的位置。",
        "自拟例句：The committee’s “one window” service, introduced in 2015, shortened "
        "administrative procedures considerably；译文见附件，internationalization 一词可以断。",
    ),
    (
        "网址与代码",
        "在 / . ? & - _ 之后断开，不加连字符。",
        "自拟例句：全文和附件见网站 https://www.example.org/cases/2017/new-town/index.html?"
        "page=2&lang=zh-CN#results，命令是 build_case --for=print "
        "--layout=zhujin content/sample.yaml，"
        "邮箱 editor@example.org。",
    ),
    (
        "破折号、省略号",
        "各占两字，连成一条、居中，不拆开。GB/T 15834 4.10、4.11",
        "自拟例句：办法其实很简单——把门打开，请人进来，听人说话……可是做起来——尤其是天天做、年年做——"
        "并不容易。“我们等了三年……”一位住户说。",
    ),
    (
        "间隔号、连接号、分隔号",
        "间隔号和短横半字，一字线、浪纹线一字，都不在行首。",
        "自拟例句：《论语·学而》、列夫·托尔斯泰；成都—重庆、2015～2017年、建设-租赁-移交、"
        "男/女、甲/乙/丙；7月1日—15日。",
    ),
    (
        "引号随语境",
        "中文里的引号占一字用汉字字形，西文里的用西文字形。",
        "自拟例句：“融合式”与 the so-called “fusion” model 不同，don’t 里是撇号，"
        "‘单引号’也照此处理。",
    ),
)


def mixed_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show Chinese with Latin and figures, dashes, dots, connectors."""
    row = 2.0
    for name, rule, text in MIXED:
        sheet.note(row, name, rule)
        row = sheet.set(text, LEFT, row, MEASURE) + 1.0


MARKED = (
    "自拟例句：会议强调的不是[.多办事.]，而是[.把事办成.]。{武侯|wǔ hóu}、{郫都|pí dū}、"
    "{犍为|qián wéi}三地的地名"
    "容易读错，所以注音；型号 [=XK 200-B 型=] 不在中间断开。"
)
RARE = (
    "自拟例句：测试用字𠮷、䶮、㛃、𬭎、〇、々由备用字体补齐，粗细与正文一致；表情符号😀、👍、✅单色，"
    "占一字；部首⾼⽂和兼容字改用通用字，全角ＡＢＣ１２３改半角。"
)


def rare_page(sheet: Sheet, article: Sequence[str]) -> None:
    """Show emphasis dots, pinyin, fallback characters and display quotes."""
    row = 2.0
    sheet.note(row, "着重号", "圆点在字下居中，标点下不加。clreq 3.3.1")
    sheet.note(row + 2.5, "注音", "拼音居中在字上，字号一半，音节不相碰。clreq 3.3.2")
    row = sheet.set(inline_runs(MARKED, BODY), LEFT, row, MEASURE) + 1
    row = sheet.set(inline_runs(MARKED, KAI), LEFT, row, MEASURE) + 1
    sheet.note(row, "备用字体", "正文字体没有的字逐字换字体；任何字体都没有的字报错，不印方框。")
    row = sheet.set(RARE, LEFT, row, MEASURE) + 1
    bold = replace(BODY, weight=700)
    sheet.note(row, "粗体中的备用字", "备用字体没有粗体时描边加重。")
    row = (
        sheet.set("自拟例句：粗体里的𠮷、䶮、㛃与邻字轻重相近。", LEFT, row, MEASURE, text=bold) + 1
    )
    sans = TextStyle("sans", 400, SIZE, BODY.leading_pt, "ink")
    sheet.note(row, "黑体", "同样的规则，同样的宽度。")
    row = sheet.set(RARE, LEFT, row, MEASURE, JUSTIFIED, sans) + 2
    _display_quotes(sheet, row)


def _display_quotes(sheet: Sheet, row: float) -> None:
    sheet.note(row, "大字的引号", "16 点以上引号占半字：上行半字，下行一字。数字与单位间不加空。")
    full = replace(TITLE, half_quotes=False)
    for style in (TITLE, full):
        row = sheet.put([set_line("“融合式”党建“红色引擎”", style, sheet.fonts)], LEFT, row + 1, 36)
    figure = TextStyle("serif", 600, 40, 36, "brand", gap_em=0)
    unit = TextStyle("sans", 500, 10, 36, "ink", gap_em=0)
    x = LEFT
    for value, name in (("58", "%"), ("5624", "名党员"), ("16", "万平方米")):
        line = set_line((Run(value, figure), Run(name, unit)), None, sheet.fonts)
        sheet.put([line], x, row + 2, 36)
        x += line.width_pt + 30

"""CP02xx: text that is not YAML, or YAML that a case may not use."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

_QUOTE_ZH = "给整段文字加上英文引号，或写成 |，换行后缩进再写正文。"
_QUOTE_EN = "Put the text in ASCII quotes, or write | and the text on the next line, indented."

SYNTAX: Final[Table] = {
    "CP0200": message(
        (
            "这里的写法不合 YAML 规则",
            "从这里起读不懂",
            "程序在这里不知道怎样往下读。",
            "对照上下几行的缩进、冒号和引号。",
        ),
        (
            "this is not valid YAML",
            "lost from here on",
            "The reader doesn't know how to go on.",
            "Compare indentation, colons and quotes with the lines around.",
        ),
    ),
    "CP0201": message(
        (
            "用制表符（Tab）缩进",
            "这里是 Tab，应当是空格",
            "YAML 只认空格缩进。",
            "换成空格；编辑器里设“Tab 转为空格”。",
        ),
        (
            "indented with a tab",
            "a tab here, spaces expected",
            "YAML indents with spaces only.",
            "Use spaces; set your editor to turn tabs into spaces.",
        ),
    ),
    "CP0202": message(
        (
            "用全角空格缩进",
            "这里是全角空格或不换行空格，应当是半角空格",
            "YAML 只认半角空格缩进。",
            "换成半角空格。",
        ),
        (
            "indented with full-width or no-break spaces",
            "ordinary spaces expected",
            "YAML indents with ordinary spaces only.",
            "Use ordinary spaces.",
        ),
    ),
    "CP0203": message(
        (
            "“{key}”后面是全角冒号",
            "这里应当是半角冒号加一个空格",
            "键和值之间要用半角冒号“: ”。",
            "{key}: …",
        ),
        (
            "full-width colon after '{key}'",
            "an ASCII colon and a space are expected here",
            "A key and its value are parted by an ASCII colon.",
            "{key}: …",
        ),
    ),
    "CP0204": message(
        (
            "值不能以“{char}”开头",
            "这个字符在 YAML 里另有用途",
            "@、`、% 不能直接作一段文字的开头。",
            _QUOTE_ZH,
        ),
        (
            "a value can't begin with '{char}'",
            "YAML reserves this character",
            "@, ` and % can't begin a plain text.",
            _QUOTE_EN,
        ),
    ),
    "CP0205": message(
        (
            "值以“{char}”开头，YAML 会把它当作记号",
            "这里要加引号",
            "*、&、! 在开头分别表示引用、锚点和类型，不是文字。",
            _QUOTE_ZH,
        ),
        (
            "a value that begins with '{char}' is taken for a YAML mark",
            "quotes are needed here",
            "At the beginning *, & and ! mean an alias, an anchor and a type, not text.",
            _QUOTE_EN,
        ),
    ),
    "CP0206": message(
        (
            "“{char}”后面直接跟了文字",
            "{char} 后面应当换行",
            "| 和 > 表示下面几行是一段文字，自己独占行尾。",
            "换行，缩进两格再写正文；若“{char}”是正文，给整段加英文引号。",
        ),
        (
            "text right after '{char}'",
            "a line break is expected after {char}",
            "| and > say that the following lines are a text; nothing else stands on their line.",
            "Begin the text on the next line, indented; quote it if '{char}' belongs to it.",
        ),
    ),
    "CP0207": message(
        (
            "正文里有“半角冒号加空格”",
            "这个冒号会被当作“键: 值”",
            "一行里第二个“: ”让程序分不清哪是键、哪是值。",
            "把冒号改成全角“：”，或者" + _QUOTE_ZH,
        ),
        (
            "an ASCII colon with a space inside a text",
            "this colon reads like 'key: value'",
            "A second ': ' on a line makes it unclear what is key and what is value.",
            "Make it a full-width colon, or: " + _QUOTE_EN,
        ),
    ),
    "CP0208": message(
        (
            "引号没有闭合",
            "从这个 {char} 起没有找到另一半",
            "程序一直读到文件末尾也没有遇到配对的引号。",
            "补上后引号；正文里的引号请用中文“”。",
        ),
        (
            "the quote is never closed",
            "no partner for this {char}",
            "The reader went to the end of the file without finding it.",
            "Close it; inside Chinese text use “ ”.",
        ),
    ),
    "CP0209": message(
        (
            "缩进不对",
            "这一行的缩进和它的上级对不上",
            "同一级的各项要左对齐，下一级比上一级多缩进两格。",
            "让同级的键上下对齐。",
        ),
        (
            "wrong indentation",
            "this line does not line up with its group",
            "Entries of one level are aligned, the next level is two spaces further in.",
            "Align the keys of one level.",
        ),
    ),
    "CP0210": message(
        (
            "引号后面还有文字",
            "这个 {char} 把后面的文字隔开了",
            "以英文引号开头的值，到配对的引号就结束了。",
            "正文里的引号请用中文“”；或者把整段都放进引号。",
        ),
        (
            "text after the closing quote",
            "this {char} parts the text from the rest",
            "A value that begins with an ASCII quote ends at its partner.",
            "Use “ ” inside Chinese text, or put the whole text in quotes.",
        ),
    ),
    "CP0211": message(
        (
            "值以“{char}”开头，后面又有别的文字",
            "{char} 在开头表示列表或分组",
            "方括号、花括号在开头有特别的意思，后面不能再跟文字。",
            _QUOTE_ZH,
        ),
        (
            "a value begins with '{char}' and goes on after it",
            "{char} opens or closes a list here",
            "Brackets and braces mean a list or a group at the beginning of a value.",
            _QUOTE_EN,
        ),
    ),
    "CP0212": message(
        (
            "“- ”写在了键的同一行",
            "列表要从下一行开始",
            "列表的每一项独占一行。",
            "换行，缩进后再写“- ”。",
        ),
        (
            "'- ' on the line of its key",
            "a list begins on the next line",
            "Every entry of a list has its own line.",
            "Begin a new line and indent the '- '.",
        ),
    ),
    "CP0213": message(
        (
            "“{char}”没有配对的“{close}”",
            "从这里起",
            "列表或分组没有写完；里面的项要用半角逗号隔开。",
            "补上“{close}”，检查中间有没有漏写逗号、误用中文逗号。",
        ),
        (
            "'{char}' without its '{close}'",
            "opened here",
            "The list or group is not finished; its entries are parted by ASCII commas.",
            "Close it with '{close}' and check the commas.",
        ),
    ),
    "CP0214": message(
        (
            "一个文件里有两份文档",
            "这里开始了第二份",
            "“---”把文件分成了几份，案例只能有一份。",
            "拆成两个文件，或删掉“---”。",
        ),
        (
            "two documents in one file",
            "the second begins here",
            "'---' parts the file; a case is one.",
            "Make it two files, or delete the '---'.",
        ),
    ),
    "CP0218": message(
        (
            "内容展开后超过 {limit} 项",
            "到这里超过了上限",
            "多半是引用（*）一层套一层，展开后变得巨大。",
            "不用引用，直接写出内容。",
        ),
        (
            "more than {limit} values once expanded",
            "the limit is reached here",
            "Most likely aliases (*) are nested and multiply.",
            "Write the content out.",
        ),
    ),
    "CP0219": message(
        ("嵌套超过 {limit} 层", "到这里太深了", "案例最多只有六七层。", "检查这里的括号和缩进。"),
        (
            "nested deeper than {limit} levels",
            "too deep here",
            "A case has six or seven levels.",
            "Check brackets and indentation here.",
        ),
    ),
    "CP0220": message(
        (
            "不支持合并键“<<”",
            "这里",
            "每一项都直接写出来，读的人才看得懂。",
            "把要合并的各项照抄一遍。",
        ),
        (
            "merge keys ('<<') are not supported",
            "here",
            "Everything is written out where it stands.",
            "Copy the entries instead of merging them.",
        ),
    ),
    "CP0221": message(
        (
            "键不是一个词",
            "这里应当是一个键名",
            "键只能是一个词，如 title；“{{ }}”这样的模板记号也不行。",
            "写成“键: 值”；若是正文，给它加英文引号。",
        ),
        (
            "a key that is not a word",
            "the name of a key is expected here",
            "A key is one word such as title; template marks like '{{ }}' don't work either.",
            "Write 'key: value'; quote it if it is text.",
        ),
    ),
    "CP0222": message(
        ("“*{name}”引用了它自己", "这里", "引用不能包含自己。", "直接写出内容。"),
        (
            "'*{name}' refers to itself",
            "here",
            "An alias can't contain itself.",
            "Write the content out.",
        ),
    ),
    "CP0223": message(
        (
            "这里的制表符（Tab）让程序读不懂",
            "换成空格",
            "YAML 里 Tab 不能当空格用。",
            "删掉 Tab，改成空格。",
        ),
        (
            "a tab where YAML allows none",
            "spaces expected",
            "In YAML a tab is no space.",
            "Replace the tab by spaces.",
        ),
    ),
    "CP0224": message(
        (
            "双引号里的反斜杠写法不对",
            "这里",
            "英文双引号里“\\”有特殊意思。",
            "把双引号改成单引号，或把“\\”写成“\\\\”。",
        ),
        (
            "wrong escape in double quotes",
            "here",
            "In double quotes a backslash is special.",
            "Use single quotes, or double the backslash.",
        ),
    ),
    "CP0225": message(
        (
            "这一行少了冒号",
            "这里应当是“键: 值”",
            "键后面要有半角冒号和一个空格。",
            "补上冒号；若是上一行正文的延续，让它比上一行的键多缩进两格。",
        ),
        (
            "no colon on this line",
            "'key: value' is expected here",
            "A key is followed by a colon and a space.",
            "Add the colon; if the line continues a text, indent it further.",
        ),
    ),
    "CP0226": message(
        (
            "“#”后面的文字会被当作注释",
            "从这里起不是正文",
            "空格加 # 开始一条注释，后面的字不会排出来。",
            "若是正文，给整段文字加英文引号；若是注释，# 后面空一格。",
        ),
        (
            "text after '#' is taken for a comment",
            "no longer text from here",
            "A space and # begin a comment; what follows is not set.",
            "Quote the text if it belongs to it; put a space after # if it is a comment.",
        ),
    ),
}

"""CP0227–CP0231: slips of the hand that YAML reads in its own way."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

SLIPS: Final[Table] = {
    "CP0227": message(
        (
            "列表项用了“{char}”",
            "这里应当是“- ”（短横加空格）",
            "YAML 的列表只认短横加空格；Word 里的项目符号、星号都不行。",
            "改成“- ”。",
        ),
        (
            "an entry of a list begins with '{char}'",
            "'- ' is expected here, a hyphen and a space",
            "YAML knows no other bullets.",
            "Write '- ' instead.",
        ),
    ),
    "CP0228": message(
        (
            "“-”后面少了空格",
            "短横后面要空一格",
            "连在一起，就被当作键名的一部分。",
            "写成“- 键: 值”。",
        ),
        (
            "no space after '-'",
            "a space is expected after the hyphen",
            "Without it the hyphen is part of the key.",
            "Write '- key: value'.",
        ),
    ),
    "CP0229": message(
        (
            "“{key}:”后面少了空格",
            "冒号后面要空一格",
            "连在一起，YAML 把整行当作一段文字。",
            "{key}: …",
        ),
        (
            "no space after '{key}:'",
            "a space is expected after the colon",
            "Without it the whole line is a text.",
            "{key}: …",
        ),
    ),
    "CP0230": message(
        (
            "引号好像闭合得太晚",
            "从这个 {char} 起，下面的键也成了正文",
            "后引号写在了下面的某一行，中间的键都被当作正文。",
            "在这一行的末尾补上后引号；正文里的引号请用中文“”。",
        ),
        (
            "a quote seems to be closed too late",
            "from this {char} on keys became text",
            "It is closed lines below, and the keys between are read as text.",
            "Close it on this line; inside Chinese text use “ ”.",
        ),
    ),
    "CP0231": message(
        (
            "花括号、方括号里的“{value}”要加引号",
            "这里的括号会被当作列表",
            "写在 {{ }} 或 [ ] 里面的值，不加引号就不能带括号。",
            '写成 "{value}"，或者一项一行地写。',
        ),
        (
            "'{value}' needs quotes inside braces or brackets",
            "this bracket is taken for a list",
            "Inside {{ }} and [ ] a value with brackets has to be quoted.",
            'Write "{value}", or give each key a line of its own.',
        ),
    ),
}

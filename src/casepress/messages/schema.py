"""CP03xx: keys and values that don't fit the model."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

SCHEMA: Final[Table] = {
    "CP0300": message(
        (
            "文件里没有“键: 值”",
            "这里应当是 title: …",
            "案例由一项一项的“键: 值”组成。",
            "用 casepress new 写一份模板，照着填；现成的文章用 casepress import 变成案例。",
        ),
        (
            "no 'key: value' in the file",
            "title: … is expected here",
            "A case consists of keys and values.",
            "Start from a template (casepress new), or turn an article into a case with casepress "
            "import.",
        ),
    ),
    "CP0301": message(
        (
            "没有“{key}”这个键",
            "这里可以用：{known}",
            "写错了键名，或者这一项不属于这里。",
            "改成上面列出的键，或删掉这一项。",
        ),
        (
            "there is no key '{key}'",
            "known here: {known}",
            "The key is misspelt or does not belong here.",
            "Use one of the keys listed, or delete it.",
        ),
    ),
    "CP0302": message(
        ("没有“{key}”这个键", "你是不是想写 {suggestion}？", "键名差了几个字。", "{suggestion}:"),
        (
            "there is no key '{key}'",
            "did you mean {suggestion}?",
            "The key is nearly right.",
            "{suggestion}:",
        ),
    ),
    "CP0303": message(
        (
            "“{key}”不能写在这里",
            "它应当写在 {place} 里面",
            "键是对的，位置或缩进不对。",
            "移到 {place} 下面，缩进两格。",
        ),
        (
            "'{key}' does not belong here",
            "it belongs inside {place}",
            "The key exists, but its place or indentation is wrong.",
            "Move it below {place}, indented by two spaces.",
        ),
    ),
    "CP0304": message(
        (
            "“{key}”写了两次",
            "第二次写在这里",
            "同一个键只能写一次，否则前一个会被悄悄丢掉。",
            "两处合成一处；列表的各项前面要有“- ”。",
        ),
        (
            "'{key}' is given twice",
            "again here",
            "Of two equal keys one would silently be lost.",
            "Join the two; entries of a list need a '- '.",
        ),
    ),
    "CP0305": message(
        ("缺少“{key}”{zh}", "这里少了 {key}", "这一项必须写：{description}。", "补上 {key}: …"),
        (
            "'{key}'{zh} is missing",
            "{key} is missing here",
            "It is required: {description}.",
            "Add {key}: …",
        ),
    ),
    "CP0306": message(
        (
            "“{key}”{zh}应当是列表",
            "这里应当换行，每项前加“- ”",
            "这一项可以有好几个，所以要写成列表，只有一个也一样。",
            "{key}: [{value}]",
        ),
        (
            "'{key}'{zh} should be a list",
            "begin a new line with '- ' here",
            "There can be several, so even a single one is written as a list.",
            "{key}: [{value}]",
        ),
    ),
    "CP0307": message(
        (
            "“{key}”{zh}应当是文字",
            "这里是列表或分组，应当是一段文字",
            "这一项只能是文字：{description}。",
            "去掉“- ”和下级的键；多段文字用 |，段间空一行。",
        ),
        (
            "'{key}'{zh} should be text",
            "a list or group here, a text expected",
            "Only text can stand here: {description}.",
            "Drop '- ' and inner keys; write several paragraphs with |.",
        ),
    ),
    "CP0308": message(
        (
            "“{key}”{zh}应当是数字",
            "这里应当是数字，不带单位",
            "“{value}”不是数字：{description}。",
            "只写数字，如 90；单位写在别处。",
        ),
        (
            "'{key}'{zh} should be a number",
            "a number is expected here, without a unit",
            "'{value}' is no number: {description}.",
            "Write digits only, such as 90.",
        ),
    ),
    "CP0309": message(
        (
            "“{key}”{zh}应当是一组“键: 值”",
            "这里应当换行、缩进，再写下级的键",
            "这一项由几个键组成：{description}。",
            "在下一行缩进两格，写“键: 值”。",
        ),
        (
            "'{key}'{zh} should be a group of keys",
            "begin a new line, indent, write its keys",
            "It consists of several keys: {description}.",
            "Write 'key: value' on the next line, indented by two spaces.",
        ),
    ),
    "CP0310": message(
        (
            "“{key}”{zh}不能是“{value}”",
            "可以是：{choices}",
            "只能从几个词里选一个：{description}。",
            "{key}: {suggestion}",
        ),
        (
            "'{key}'{zh} can't be '{value}'",
            "one of: {choices}",
            "Only certain words are allowed: {description}.",
            "{key}: {suggestion}",
        ),
    ),
    "CP0311": message(
        (
            "“{key}”{zh}应当是 true 或 false",
            "这里写“是”（true）或“否”（false）",
            "“{value}”看不出是还是否：{description}。",
            "{key}: true",
        ),
        (
            "'{key}'{zh} should be true or false",
            "true or false is expected here",
            "'{value}' is neither: {description}.",
            "{key}: true",
        ),
    ),
    "CP0312": message(
        (
            "列表里有一项是空的",
            "“-”后面没有内容",
            "空项会排成一个空格子。",
            "补上内容，或删掉这一行。",
        ),
        (
            "an empty entry in a list",
            "nothing after '-'",
            "It would be set as an empty frame.",
            "Fill it in, or delete the line.",
        ),
    ),
    "CP0313": message(
        (
            "“{key}”{zh}至少要有 {count} 项",
            "这里一项也没有",
            "没有它就排不成书：{description}。",
            "至少写 {count} 项。",
        ),
        (
            "'{key}'{zh} needs at least {count}",
            "too few here",
            "Without it there is nothing to set: {description}.",
            "Write at least {count}.",
        ),
    ),
    "CP0314": message(
        (
            "“{key}”{zh}应当正好有 {count} 项",
            "项数不对",
            "{description}。",
            "写成 {count} 项，用半角逗号隔开。",
        ),
        (
            "'{key}'{zh} needs exactly {count} entries",
            "wrong number",
            "{description}.",
            "Write {count} entries, parted by ASCII commas.",
        ),
    ),
    "CP0315": message(
        (
            "“{key}”{zh}的写法不对：{value}",
            "格式不对",
            "{description}。",
            '照说明改写；颜色要加引号，如 "B4121B"。',
        ),
        (
            "'{key}'{zh} is not well formed: {value}",
            "wrong form",
            "{description}.",
            'Write it as described; colours are quoted, such as "B4121B".',
        ),
    ),
    "CP0316": message(
        (
            "“{key}”{zh}的值不能用",
            "这里的写法不行",
            "{description}。",
            "对照说明或现成的版式改写。",
        ),
        (
            "'{key}'{zh} can't take this value",
            "not usable",
            "{description}.",
            "Compare with the description or a bundled layout.",
        ),
    ),
    "CP0317": message(
        (
            "“{key}”{zh}不能空着",
            "冒号后面没有内容",
            "这一项必须写：{description}。",
            "补上内容。",
        ),
        (
            "'{key}'{zh} must not be empty",
            "nothing after the colon",
            "It is required: {description}.",
            "Fill it in.",
        ),
    ),
    "CP0318": message(
        (
            "“{key}”{zh}超出范围：{value}",
            "界限是 {limit}",
            "{description}。",
            "改成范围之内的数。",
        ),
        (
            "'{key}'{zh} is out of range: {value}",
            "the bound is {limit}",
            "{description}.",
            "Use a number within the range.",
        ),
    ),
}

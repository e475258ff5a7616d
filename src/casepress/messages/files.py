"""CP01xx: files that can't be read as text."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

FILES: Final[Table] = {
    "CP0101": message(
        (
            "找不到文件：{path}",
            "",
            "给出的路径上没有这个文件。",
            "检查文件名和所在目录；中文文件名注意空格。",
        ),
        ("no such file: {path}", "", "There is nothing at this path.", "Check name and directory."),
    ),
    "CP0102": message(
        ("{path} 是目录，不是文件", "", "这里需要一个案例文件。", "写出目录里的 .yaml 文件名。"),
        (
            "{path} is a directory, not a file",
            "",
            "A case file is needed here.",
            "Name the .yaml file inside it.",
        ),
    ),
    "CP0103": message(
        (
            "打不开文件：{path}（{reason}）",
            "",
            "系统不让读这个文件。",
            "检查权限，或文件是否被别的程序占用。",
        ),
        (
            "can't open {path} ({reason})",
            "",
            "The system refuses to read the file.",
            "Check its permissions and whether another program holds it.",
        ),
    ),
    "CP0104": message(
        (
            "文件太大：{size} MB，上限 {limit} MB",
            "",
            "案例是文字，不会这么大；多半选错了文件。",
            "图片不要写进 YAML，用 figures 里的 path 指到图片文件。",
        ),
        (
            "file too large: {size} MB, limit {limit} MB",
            "",
            "A case is text and never this large; it is probably another file.",
            "Keep pictures in files of their own and name them in figures.",
        ),
    ),
    "CP0105": message(
        (
            "文件编码是 {encoding}，应当是 UTF-8",
            "",
            "“记事本”里的“Unicode”就是 UTF-16。",
            "在编辑器里“另存为”，编码选 UTF-8。",
        ),
        (
            "the file is {encoding}, not UTF-8",
            "",
            "Notepad's 'Unicode' is UTF-16.",
            "Save it again with the encoding UTF-8.",
        ),
    ),
    "CP0106": message(
        (
            "文件编码是 GB18030（GBK、ANSI），应当是 UTF-8",
            "",
            "旧编辑器默认存成 GBK；直接读会变成乱码。",
            "在编辑器里“另存为”，编码选 UTF-8。",
        ),
        (
            "the file is GB18030 (GBK, ANSI), not UTF-8",
            "",
            "Older editors save Chinese text as GBK; read as UTF-8 it would be garbled.",
            "Save it again with the encoding UTF-8.",
        ),
    ),
    "CP0107": message(
        (
            "文件不是 UTF-8 文本（第 {line} 行有字节 {byte}）",
            "",
            "看不出是哪种编码，也可能文件已损坏。",
            "用编辑器打开确认内容，再以 UTF-8 另存。",
        ),
        (
            "the file is not UTF-8 text (byte {byte} on line {line})",
            "",
            "The encoding can't be told, or the file is damaged.",
            "Open it in an editor, check it, and save it as UTF-8.",
        ),
    ),
    "CP0108": message(
        (
            "有看不见的控制字符 {code}",
            "这里有 {name}",
            "从网页或旧文档复制来的，显示不出来，排版会出错。",
            "删掉它，再重新打这一处的字。",
        ),
        (
            "invisible control character {code}",
            "{name} here",
            "It came with a copy from a web page or an old document and can't be set.",
            "Delete it and type this place again.",
        ),
    ),
    "CP0109": message(
        (
            "有改变文字方向的隐藏字符 {code}",
            "这里有 {name}",
            "它会让显示的文字和实际内容不一致。",
            "删掉它。",
        ),
        (
            "hidden character {code} changes the direction of text",
            "{name} here",
            "It makes what is shown differ from what is there.",
            "Delete it.",
        ),
    ),
    "CP0110": message(
        ("有残缺的字符 {code}", "半个字符", "一个生僻字或表情在转换时丢了一半。", "重新打这个字。"),
        (
            "broken character {code}",
            "half a character",
            "A rare character or emoji lost its other half in a conversion.",
            "Type it again.",
        ),
    ),
    "CP0111": message(
        ("文件是空的", "", "里面没有任何内容。", "用 casepress new 写一份模板，照着填。"),
        (
            "the file is empty",
            "",
            "There is nothing in it.",
            "Start from a template: casepress new.",
        ),
    ),
    "CP0112": message(
        (
            "有丢失的字符 �",
            "这个字在保存时已经丢失",
            "编码转换时丢了字，文件里只剩一个占位符。",
            "对照原文把字补上。",
        ),
        (
            "a lost character �",
            "this character was lost when the file was saved",
            "A conversion dropped it; only a placeholder is left.",
            "Restore it from the original.",
        ),
    ),
    "CP0113": message(
        (
            "这是 {format} 文件，不是案例 YAML",
            "",
            "build 和 check 读的是 YAML 文本。",
            "先用 casepress import 把文章变成 YAML。",
        ),
        (
            "this is a file of type {format}, not a YAML case",
            "",
            "build and check read YAML text.",
            "Turn the article into YAML with casepress import.",
        ),
    ),
}

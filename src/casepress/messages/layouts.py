"""CP05xx: layouts."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

LAYOUTS: Final[Table] = {
    "CP0501": message(
        (
            "没有名为“{name}”的版式",
            "",
            "版式名称写错了，或者是文件却没有写 .yaml。",
            "现有 {known}；也可以写版式文件的路径（以 .yaml 结尾）。",
        ),
        (
            "there is no layout '{name}'",
            "",
            "The name is misspelt, or it is a file without .yaml.",
            "There are {known}; the path of a layout file (ending in .yaml) works too.",
        ),
    ),
    "CP0502": message(
        (
            "extends 里的版式“{name}”不存在",
            "找不到它",
            "程序自带的版式有：{known}；也可以写相对于本文件的路径。",
            "改正名称或路径。",
        ),
        (
            "extends names a layout '{name}' that does not exist",
            "not found",
            "Bundled layouts: {known}; a path relative to this file works too.",
            "Correct the name or path.",
        ),
    ),
    "CP0503": message(
        (
            "版式互相继承，绕成了圈：{chain}",
            "这里又回到了自己",
            "extends 只能从上往下。",
            "去掉其中一处 extends。",
        ),
        (
            "layouts extend each other in a circle: {chain}",
            "back to itself here",
            "extends goes one way only.",
            "Remove one of the extends.",
        ),
    ),
    "CP0504": message(
        (
            "“{name}”只是底稿，不是完整的版式",
            "",
            "它没有 name 和颜色，只供别的版式 extends。",
            "选 casepress layouts list 里的版式。",
        ),
        (
            "'{name}' is a base, not a complete layout",
            "",
            "It has no name and colours of its own; other layouts extend it.",
            "Choose one from casepress layouts list.",
        ),
    ),
    "CP0505": message(
        (
            "--set 的“{path}”在版式里没有",
            "",
            "可以改的项见 casepress layouts show {layout}。",
            "--set {suggestion}=…",
        ),
        (
            "--set: the layout has no '{path}'",
            "",
            "See casepress layouts show {layout}.",
            "--set {suggestion}=…",
        ),
    ),
    "CP0506": message(
        (
            "--set {path} 的值读不懂：{value}",
            "",
            "值按 YAML 的写法读。",
            "列表写成 [1, 2]，文字可以加英文引号。",
        ),
        (
            "--set {path}: can't read {value}",
            "",
            "The value is read as YAML.",
            "Write lists as [1, 2]; quote texts.",
        ),
    ),
    "CP0510": message(
        (
            "字体不能用：{path}（{reason}）",
            "",
            "版式的 fonts 里写的文件打不开、不是字体，或不许嵌入。",
            "换一个 TTF、OTF 或 TTC 文件；casepress fonts list 列出自带的字体。",
        ),
        (
            "a font can't be used: {path} ({reason})",
            "",
            "A file named under fonts in the layout can't be read, is no font, or forbids "
            "embedding.",
            "Use a TTF, OTF or TTC file; casepress fonts list shows the bundled ones.",
        ),
    ),
    "CP0515": message(
        (
            "没有名为“{name}”的开本",
            "版式里没有这个开本",
            "page.trim 要写 page.sizes 里的一个键或名称：{known}。",
            "page.trim: {meant}",
        ),
        (
            "there is no trim size '{name}'",
            "not a size of the layout",
            "page.trim takes a key or title of page.sizes: {known}.",
            "page.trim: {meant}",
        ),
    ),
    "CP0516": message(
        (
            "这个开本排不了：{zh}（{en}）是 {value}，要 {least}",
            "应当 {least}",
            "否则装订、裁切会伤到文字，或者一行、一页太短太长。",
            "改 {token}，或者去掉它，由开本推算；也可以换一个开本。",
        ),
        (
            "the page can't be set: {en} ({zh}) is {value}, not {least}",
            "should be {least}",
            "Otherwise binding or trimming would reach the text, or "
            "lines and pages would be too short or too long.",
            "Change {token}, or remove it and let the trim size decide; or choose another size.",
        ),
    ),
}

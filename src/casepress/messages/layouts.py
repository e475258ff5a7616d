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
    "CP0507": message(
        (
            "版式里少了“{token}”",
            "这一层里没有它",
            "画册的每一页都要用到它；自己写的版式一般从 extends: zhujin 起，少的就由它补上。",
            "补上 {token}，或者写 extends: zhujin。",
        ),
        (
            "the layout lacks '{token}'",
            "not in here",
            "Every page needs it; a layout of one's own usually extends zhujin, which has it.",
            "Give {token}, or extend zhujin.",
        ),
    ),
    "CP0508": message(
        (
            "{token} 写的“{name}”没有定义",
            "你是不是想写 {suggestion}？",
            "墨色要写在 ink 里，字体要是自带的（serif、sans、kai）或写在 fonts、stand_ins 里，"
            "课件的颜色要写在 deck.colours 或 deck.shades 里。",
            "改成 {suggestion}，或者先定义“{name}”。",
        ),
        (
            "{token} names '{name}', which is not defined",
            "did you mean {suggestion}?",
            "Inks are defined under ink, families are bundled (serif, sans, kai) or stand under "
            "fonts or stand_ins, colours of the deck under deck.colours or deck.shades.",
            "Write {suggestion}, or define '{name}' first.",
        ),
    ),
    "CP0509": message(
        (
            "“{text}”印在“{ground}”上看不清：对比度 {have}∶1，要 {need}∶1",
            "把它调深或调浅",
            "{where} 的字用这两种颜色。正文大小的字要 4.5∶1，大字（18 磅起，粗体 14 磅起）"
            "要 3∶1（WCAG 2.2 第 1.4.3 条）。",
            "改 {text} 或 {ground} 的颜色。",
        ),
        (
            "'{text}' can't be read on '{ground}': contrast {have}:1, needed {need}:1",
            "make it darker or lighter",
            "The text of {where} takes these two colours. Text needs 4.5:1, large text "
            "(from 18 pt, bold from 14 pt) 3:1 (WCAG 2.2, 1.4.3).",
            "Change the colour of {text} or {ground}.",
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
    "CP0511": message(
        (
            "没有“{title}”的字体文件，用 {face} 代替",
            "",
            "版式“{layout}”要用{title}，这种字体不能随程序分发，要用自己已有授权的字体文件。",
            "在自己的版式的 fonts 里写“{key}: 字体文件”，或者 --set fonts.{key}=字体文件。",
        ),
        (
            "there is no font file for {title}; {face} stands in",
            "",
            "The layout '{layout}' asks for {title}, which can't be shipped: bring a font file you "
            "have a licence for.",
            "Write '{key}: FILE' under fonts in a layout of your own, or --set fonts.{key}=FILE.",
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

"""Words about fonts, type, lines and pictures."""

from __future__ import annotations

from casepress.preflight.words.entry import ADVICE, ERROR, WARNING, Words

CONTENT = {
    "font-not-embedded": Words(
        ERROR,
        ("字体没有嵌入：{font}（第 {pages} 页）", "font not embedded: {font} (pages {pages})"),
        ("别的机器没有这种字体，会换字、跑版、缺字", "elsewhere another font is put in its place"),
        ("导出时嵌入全部字体", "embed all fonts when exporting"),
    ),
    "font-notdef": Words(
        ERROR,
        (
            "缺字：{font} 有 {times} 个字显示成方框",
            "{times} characters of {font} show as empty boxes",
        ),
        ("字体里没有这个字（.notdef）", "the font has no glyph for them (.notdef)"),
        ("换一种有这个字的字体", "set them in a font that has them"),
    ),
    "font-no-unicode": Words(
        ERROR,
        (
            "{font} 没有 ToUnicode，文字不能查找、复制、朗读（第 {pages} 页）",
            "{font} has no ToUnicode map; nobody can search or copy its text (pages {pages})",
        ),
        (
            "只有字形编号，没有它代表什么字",
            "there are glyph numbers only, without the characters they stand for",
        ),
        ("换一种导出方式，保留文字编码", "export in a way that keeps the text"),
    ),
    "font-unmapped": Words(
        ERROR,
        ("{font} 有 {times} 个编码没有对应的文字", "{times} codes of {font} have no text"),
        ("ToUnicode 不全", "the ToUnicode map is incomplete"),
        ("重新导出，或给这段文字加 ActualText", "export again, or give the run an ActualText"),
    ),
    "font-type3": Words(
        ADVICE,
        ("Type 3 字体：{font}（第 {pages} 页）", "Type 3 font: {font} (pages {pages})"),
        ("没有字形提示，有的 RIP 会印成位图", "it is unhinted, and some RIPs print it as a bitmap"),
        ("换用普通的矢量字体", "use an ordinary outline font"),
    ),
    "text-rich-black": Words(
        WARNING,
        (
            "{pt} pt 黑字用了四色黑：{inks}",
            "{pt} pt black text in several inks: {inks}",
        ),
        ("四块版稍有不准，小字就发虚、带彩边", "small letters blur as soon as the plates shift"),
        ("正文黑字只用 K100", "set black text in K100 alone"),
    ),
    "text-many-inks": Words(
        ADVICE,
        (
            "{pt} pt 小字用了三种以上的墨：{inks}",
            "{pt} pt text in three inks or more: {inks}",
        ),
        ("小字套不准会发虚", "small letters blur as soon as the plates shift"),
        ("小字用一两种墨的颜色，或放大", "use a colour of one or two inks, or a larger size"),
    ),
    "text-reversed": Words(
        WARNING,
        ("{pt} pt 小字反白在 {ground} 上", "{pt} pt text reversed out of {ground}"),
        (
            "多色底上的细小白字会被墨填糊",
            "ink fills small white letters on a ground of several inks",
        ),
        (
            "放大到 6 pt 以上，用黑体，或改单色底",
            "make it 6 pt or more and bold, or the ground of one ink",
        ),
    ),
    "line-hairline": Words(
        WARNING,
        (
            "线只有 {pt} pt 粗",
            "a line is only {pt} pt wide",
        ),
        (
            "细于 0.25 pt（约 0.1 mm）的线印不实、会断",
            "lines under 0.25 pt (0.1 mm) break up in print",
        ),
        ("线粗不小于 0.25 pt", "make lines 0.25 pt or more"),
    ),
    "line-reversed": Words(
        ADVICE,
        (
            "反白线只有 {pt} pt 粗",
            "a reversed line is only {pt} pt wide",
        ),
        (
            "深底上细于 0.5 pt 的白线会被墨填没",
            "ink fills white lines under 0.5 pt on a dark ground",
        ),
        ("反白线不小于 0.5 pt", "make reversed lines 0.5 pt or more"),
    ),
    "image-coarse": Words(
        ERROR,
        ("图片只有 {ppi} ppi（{pixels} 像素）", "the picture has only {ppi} ppi ({pixels} pixels)"),
        ("低于 150 ppi，印出来看得见马赛克", "under 150 ppi the pixels show in print"),
        (
            "换 {wanted} ppi 以上的原图，或缩小",
            "use an original of {wanted} ppi, or show it smaller",
        ),
    ),
    "image-low": Words(
        WARNING,
        (
            "图片 {ppi} ppi（{pixels} 像素），低于 {wanted} ppi",
            "the picture has {ppi} ppi ({pixels} pixels), less than {wanted}",
        ),
        ("清晰度不够，会发虚", "it will look soft"),
        ("有更大的原图就换上，或缩小一些", "use a larger original, or show it smaller"),
    ),
    "image-distorted": Words(
        WARNING,
        ("图片被拉伸 {percent} %", "the picture is stretched by {percent} %"),
        ("横竖的缩放比例不同", "it is scaled differently in the two directions"),
        ("按原比例放置，多余的裁去", "keep its proportions and crop the rest"),
    ),
    "image-interpolate": Words(
        ERROR,
        ("图片设了插值（Interpolate）", "the picture asks for interpolation"),
        (
            "PDF/A 不许：各家插值不同，存档看到的就不一样",
            "PDF/A forbids it: what is seen would differ between viewers",
        ),
        ("删去 /Interpolate", "remove /Interpolate"),
    ),
}

"""Words about colour, ink and overprinting."""

from __future__ import annotations

from casepress.preflight.words.entry import ADVICE, ERROR, WARNING, Words

INK = {
    "colour-rgb": Words(
        ERROR,
        (
            "付印文件里有 RGB 颜色：{space}，{times} 处",
            "RGB colour in a press job: {space}, {times} times",
        ),
        (
            "印刷机只有 CMYK 四色；RGB 交给印厂转换，颜色说不准，黑字会变四色",
            "a press has CMYK only; conversion shifts colours and turns black into four inks",
        ),
        (
            "在制作软件里转成 CMYK，黑字用 K100",
            "convert to CMYK where it was made; black text is K100",
        ),
    ),
    "colour-cmyk-rgb-intent": Words(
        ERROR,
        ("输出意图是 {intent}，页面却用了 {space}", "{space} is used under an intent of {intent}"),
        (
            "PDF/A 要求设备颜色与输出意图同属一类（ISO 19005-3, 6.2.4.3）",
            "PDF/A wants device colours of the intent's own kind (ISO 19005-3, 6.2.4.3)",
        ),
        (
            "存档用 RGB 调色板；CMYK 图片先转 sRGB",
            "use RGB colours for the archive, and convert CMYK pictures to sRGB",
        ),
    ),
    "colour-rgb-cmyk-intent": Words(
        ERROR,
        ("输出意图是 {intent}，页面却用了 {space}", "{space} is used under an intent of {intent}"),
        (
            "PDF/A 要求设备颜色与输出意图同属一类（ISO 19005-3, 6.2.4.3）",
            "PDF/A wants device colours of the intent's own kind (ISO 19005-3, 6.2.4.3)",
        ),
        ("换成 sRGB 输出意图，或把颜色转成 CMYK", "use an sRGB intent, or convert the colours"),
    ),
    "colour-no-intent": Words(
        ERROR,
        (
            "声明 PDF/A 却没有输出意图，页面用了 {space}",
            "a PDF/A claim without an output intent, but {space} is used",
        ),
        ("没有输出意图，设备颜色就没有含义", "device colours mean nothing without an intent"),
        ("加上带 ICC 的输出意图（GTS_PDFA1）", "add an output intent GTS_PDFA1 with its profile"),
    ),
    "colour-spot": Words(
        ADVICE,
        ("有专色：{names}", "spot inks are used: {names}"),
        ("每个专色多一块版，多一份钱", "each spot ink is one more plate to pay for"),
        (
            "确认订单里有这些专色；不用就转成四色",
            "make sure they are ordered, or convert to process inks",
        ),
    ),
    "colour-registration": Words(
        ERROR,
        ("成品范围内用了套版色（All）", "registration colour inside the trim"),
        (
            "套版色四色全满，总墨量 400 %，只许用于裁切线等标记",
            "it prints on every plate at 400 % and is for marks only",
        ),
        ("改成 K100", "use K100 instead"),
    ),
    "ink-total": Words(
        ERROR,
        ("总墨量 {percent} %，超过 300 %：{inks}", "total ink {percent} % exceeds 300 %: {inks}"),
        ("墨太厚干不透，会蹭脏、粘页", "too much ink does not dry; it sets off and sticks"),
        ("减淡颜色，深色多用黑版", "lighten the colour and let black carry it"),
    ),
    "ink-total-image": Words(
        ERROR,
        (
            "图片暗部总墨量 {percent} %，超过 300 %",
            "the picture's shadows carry {percent} % of ink, more than 300 %",
        ),
        ("转 CMYK 时没有限制总墨量", "its conversion to CMYK did not limit the ink"),
        ("用印厂的 ICC 从 RGB 原图重新转换", "convert it anew from RGB with the press profile"),
    ),
    "overprint-white": Words(
        ERROR,
        ("白色被设成叠印，会消失", "white is set to overprint and will vanish"),
        (
            "白就是不上墨；叠印等于什么也不印，下面的颜色会透出来",
            "white lays no ink; overprinted, it leaves what is below",
        ),
        ("取消白色的叠印", "switch overprinting off for white"),
    ),
    "overprint-black-off": Words(
        ADVICE,
        (
            "K100 黑字没有叠印",
            "K100 text does not overprint",
        ),
        (
            "套印稍有不准，黑字四周会露白边；在白纸上无妨",
            "where plates shift, white halos show round letters on a tint",
        ),
        ("给 K100 文字设叠印（OP true, OPM 1）", "let K100 text overprint (OP true, OPM 1)"),
    ),
    "overprint-colour": Words(
        WARNING,
        (
            "彩色 {inks} 叠印在 {ground} 上，颜色会变",
            "{inks} overprints {ground} and will change colour",
        ),
        ("叠印时下面的墨还在，两种颜色混在一起", "the ink below stays and mixes with it"),
        ("除 K100 文字和线条外都不要叠印", "only K100 text and rules should overprint"),
    ),
    "group-rgb": Words(
        ERROR,
        ("透明混合空间是 {space}", "transparency is blended in {space}"),
        (
            "透明的地方会先变成 RGB 再回到 CMYK，黑字变四色",
            "what is transparent goes through RGB and back; K turns into four inks",
        ),
        ("页面的透明混合空间改为 CMYK", "set the page's blending space to CMYK"),
    ),
    "group-cmyk": Words(
        ERROR,
        (
            "透明混合空间是 DeviceCMYK，输出意图却不是 CMYK",
            "blending space DeviceCMYK without a CMYK intent",
        ),
        (
            "PDF/A 要求混合空间与输出意图一致（ISO 19005-3, 6.2.10）",
            "PDF/A wants the blending space to fit the intent (ISO 19005-3, 6.2.10)",
        ),
        ("混合空间改为 DeviceRGB 或与意图一致的空间", "use a blending space that fits the intent"),
    ),
    "group-missing": Words(
        WARNING,
        ("有透明效果，却没有说明混合空间", "there is transparency, but no blending space"),
        (
            "混合成什么颜色由各家软件自定，结果不一",
            "each program chooses its own, with different results",
        ),
        ("给页面加上 CMYK 的透明组（Group /CS）", "give the page a transparency group in CMYK"),
    ),
    "intent-profile": Words(
        ERROR,
        (
            "输出意图的 ICC 与声明不符：声明 {declared} 个分量，特性文件是 {space}",
            "the intent declares {declared} components, but its profile is {space}",
        ),
        ("特性文件换错了，或者已损坏", "the wrong profile was embedded, or it is damaged"),
        ("换上正确的 ICC 特性文件", "embed the right ICC profile"),
    ),
    "intent-missing": Words(
        ERROR,
        (
            "声明 {claim}，却没有输出意图（{subtype}）",
            "{claim} without an output intent ({subtype})",
        ),
        (
            "不知道这份 CMYK 是给哪种纸、哪种机器的",
            "nobody knows which press and paper the colours are meant for",
        ),
        (
            "加上印厂给的 ICC，或用 casepress build --for print",
            "embed the print shop's profile, or build with --for print",
        ),
    ),
    "intent-none": Words(
        WARNING,
        ("没有输出意图", "there is no output intent"),
        (
            "不知道这份颜色是给哪种纸、哪种机器的",
            "nobody knows which press and paper the colours are meant for",
        ),
        (
            "导出为 PDF/X，嵌入印厂给的 ICC；或用 casepress build --for print",
            "export as PDF/X with the print shop's profile, or build with --for print",
        ),
    ),
    "intent-no-profile": Words(
        ERROR,
        (
            "{claim} 的输出意图“{name}”没有嵌入 ICC",
            "the intent of {claim}, “{name}”, embeds no profile",
        ),
        (
            "PDF/X-4 要求嵌入特性文件（X-4p 才可外引）",
            "PDF/X-4 wants the profile embedded; only X-4p may refer to it",
        ),
        ("嵌入 ICC 特性文件", "embed the ICC profile"),
    ),
    "intent-not-cmyk": Words(
        WARNING,
        ("付印文件的输出意图是 {space}", "the output intent of a press job is {space}"),
        ("胶印是 CMYK", "offset presses print CMYK"),
        ("换上 CMYK 的 ICC 特性文件", "use a CMYK profile"),
    ),
}

"""CP043x: charts and pictures as the author asks for them."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

FIGURES: Final[Table] = {
    "CP0431": message(
        (
            "“{label}”画不成 {chart}，图式由程序另选",
            "这两个数值不能这样画",
            "share 要求单位是 %、两个数都在 0 到 100 之间；slope 不画负数；"
            "不是数字的只能原样写大。",
            "删去 chart 这一行，或者换一种图式。",
        ),
        (
            "'{label}' cannot be drawn as {chart}; another chart was chosen",
            "not with these two values",
            "share needs the unit % and values from 0 to 100; slope takes no negative values; "
            "words can only be shown large.",
            "Remove chart, or choose another one.",
        ),
    ),
    "CP0432": message(
        (
            "二维码装不下：{path}",
            "这段内容太长",
            "一个二维码最多装两千来个字节，汉字每个占三个字节；装得越多，格子越密，越难扫。",
            "只放网址，或者把内容缩短。",
        ),
        (
            "the text does not fit a QR code: {path}",
            "too long",
            "A code holds about 2300 bytes, three for a Chinese character; the more, the finer.",
            "Give an address, or shorten the text.",
        ),
    ),
}

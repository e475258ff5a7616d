"""What the numbers of a case say, computed once for charts, notes and checks."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from casepress.case.model import Metric
from casepress.case.numbering import value_of
from casepress.frozen import dataclass

_SCALES: Final = {"万": 4, "亿": 8, "千": 3, "百": 2}
_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
_TIMES: Final = re.compile(
    r"(?:增长|增加|提高|上升)了?(?:近|约)?(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)倍"
)
_FALLS: Final = re.compile("下降|减少|降低|缩短|降幅|压缩|下调|减幅|回落")
_MORE: Final = re.compile("以上|超过|逾|多|余")
_ABOUT: Final = re.compile("近|约|左右|将近")


def number(text: str) -> Decimal | None:
    """Read a number as texts write it (5624, 1,236, 96.5, 六, 15万); ``None`` if it is none."""
    cleaned = text.strip().translate(_ASCII_DIGITS).replace(",", "").replace("，", "")
    scale = 0
    while cleaned and cleaned[-1] in _SCALES and len(cleaned) > 1:
        scale += _SCALES[cleaned[-1]]
        cleaned = cleaned[:-1]
    if re.fullmatch(r"[-−]?\d+(?:\.\d+)?", cleaned):
        try:
            return Decimal(cleaned.replace("−", "-")).scaleb(scale)
        except InvalidOperation:
            return None
    value = value_of(cleaned)
    return None if value is None else Decimal(value).scaleb(scale)


_ASCII_DIGITS: Final = {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)}


@dataclass(frozen=True, slots=True)
class Change:
    """The change of a metric: by its two values, and as the text states it.

    Attributes:
        first: value at the start, ``None`` if it is no number.
        last: value now.
        computed: change in percent by the two values, signed.
        stated: percentage the text states, signed by its verb; ``None`` if it states none.
        agrees: whether the stated percentage follows; ``None`` if there is nothing to compare.
    """

    first: Decimal | None
    last: Decimal | None
    computed: Decimal | None
    stated: Decimal | None
    agrees: bool | None


def change(metric: Metric) -> Change:
    """Return what a metric's values and words say of its change."""
    first, last = number(metric.from_.value), number(metric.to.value)
    computed = None
    if first is not None and last is not None and first != 0:
        computed = (last - first) / abs(first) * 100
    stated = stated_percent(metric.stated)
    return Change(first, last, computed, stated, _agrees(computed, stated, metric.stated))


def stated_percent(words: str) -> Decimal | None:
    """Return the one percentage a text states: 增长了58% is 58, 下降3.2% is −3.2, 翻一番 is 100.

    ``None`` if it states none, or several.
    """
    found = _PERCENT.findall(words)
    sign = -1 if _FALLS.search(words) else 1
    if len(found) == 1:
        return sign * Decimal(found[0])
    if found:
        return None
    if re.search("翻了?一番|翻番", words):
        return Decimal(100)
    times = _TIMES.search(words)
    factor = number(times[1]) if times else None
    return None if factor is None else factor * 100


def _agrees(computed: Decimal | None, stated: Decimal | None, words: str) -> bool | None:
    """Compare a computed with a stated percentage, as exactly as the text is written.

    以上 and 超过 give a lower bound, 近 and 约 allow a twentieth; otherwise half of the last digit.
    """
    if computed is None or stated is None:
        return None
    size, given = abs(computed), abs(stated)
    if (computed < 0) != (stated < 0) and computed != 0:
        return False
    exponent = stated.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    half = step / 2
    if _MORE.search(words):
        return given - half <= size < given * Decimal("1.2") + 10
    if _ABOUT.search(words):
        return abs(size - given) <= max(given / 20, half)
    return abs(size - given) <= half or _truncated(size, step) == given


def _truncated(value: Decimal, step: Decimal) -> Decimal:
    """Cut a number to the digits of *step*, as some texts do instead of rounding."""
    return (value // step) * step


def index(metric: Metric) -> Decimal | None:
    """Return the value now with the start as 100, to the unit; ``None`` without numbers."""
    computed = change(metric).computed
    return None if computed is None else rounded(computed + 100, 0)


def rounded(value: Decimal, digits: int) -> Decimal:
    """Round half up, as people do."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def percent_words(value: Decimal, digits: int = 1) -> str:
    """Write a percentage without its sign for percent: 65.2, 58, −3."""
    text = f"{rounded(value, digits):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")

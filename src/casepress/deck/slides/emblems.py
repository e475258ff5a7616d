"""The mark of the unit on the cover, and the last slide with the QR code."""

from __future__ import annotations

from casepress.deck.draft import Draft, fill, para
from casepress.deck.model import Emblem, Fill
from casepress.deck.plan import Desk, titled
from casepress.deck.words.chinese import plain, plain_title
from casepress.deck.words.labels import footer
from casepress.diagnostics import CasepressError
from casepress.picture import examine
from casepress.qr import symbol

LOGO_BOX = (1.0, 0.36, 2.6, 0.5)
"""Where the mark stands on the cover: above its first line, at most as large."""
CODE_BOX = (8.35, 1.75, 4.0, 4.0)


def cover_emblems(desk: Desk) -> tuple[Emblem, ...]:
    """Return the mark for the cover, in its own proportion."""
    logo = desk.case.logo
    if logo is None:
        return ()
    path = desk.base_dir / logo.path
    try:
        across, down = examine(path).size
    except CasepressError:
        return ()
    left, top, most, high = LOGO_BOX
    scale = min(most / across, high / down)
    name = plain_title(desk.case.organisation or desk.case.source.contributor)
    alt = plain(logo.alt) or (f"{name}标志" if name else "标志")
    width, height = across * scale, down * scale
    box = (left, top + high - height, round(width, 4), round(height, 4))
    return (Emblem("标志", box, alt, str(path)),)


def closing(desk: Desk) -> tuple[Draft, ...]:
    """Return the last slide: what the code is for, its text, the code itself."""
    code = desk.case.qr
    if code is None:
        return ()
    caption = plain(code.caption) or "扫码阅读"
    title = desk.title("closing", ((caption, "qr.caption"), ("扫码阅读", "")), "二维码")
    fills: list[Fill] = [fill(60, footer(desk.case))]
    words = fill(1, para(code.text, 0, "qr.text"))
    if desk.fitter.fill("closing", words).ratio <= 1:
        fills.append(words)
    draft = Draft(
        "closing",
        "closing",
        "",
        "封底",
        tuple(fills),
        points=(f"二维码的内容：{code.text}",),
        ask="课后还想了解什么？",
        silent=True,
        bare_title=True,
        emblems=(Emblem("二维码", CODE_BOX, f"二维码：{code.text}", code=symbol(code.text)),),
    )
    return (titled(draft, title),)

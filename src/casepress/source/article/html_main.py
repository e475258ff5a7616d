"""Which part of a web page is the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from casepress.frozen import dataclass

_NEVER_WORDS = (
    "script style noscript template iframe object embed svg canvas select button input "
    "textarea option audio video map"
)
_NEVER = frozenset(_NEVER_WORDS.split())
_FURNITURE = frozenset(["nav", "footer", "aside", "form", "menu", "dialog"])
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|foot|copyright|sidebar|side|share|sharebar|bdshare\w*|social"
    r"|comments?|reply|pinglun|recommend(?:ed)?|related|xiangguan|hot|rank|ranking|ads?|advert\w*|banner|toolbar|tools?|qrcode|erweima"
    r"|search|login|pagination|pager|prenext|popup|cookie|toplink|edit_ad|p_share|tuijian)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_MAIN_NAMES = re.compile(
    r"(?:^|[\s_-])(?:article|art|content|contents|text|text_con|main|post|entry|news|detail|show|rm_txt|rwb_zw|zoom|p_content|trs_editor"
    r"|view|zhengwen|body)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_MARKS = re.compile("[，。、；：,;]")
_CREDIT = re.compile(r"责编|责任编辑|供稿|来源[：:]|作者[：:]|编辑[：:]")
_TITLES = ("h1", "h2")


@dataclass(frozen=True, slots=True)
class Region:
    """The box the article lies in, its title's element, and boxes inside that are not its own."""

    top: Any
    title: Any
    outside: frozenset[Any]


def clutter(body: Any) -> tuple[frozenset[Any], frozenset[Any]]:
    """Elements that show no text, and boxes of page furniture by tag, role or name.

    A box that holds most of the page's text is never furniture, whatever it is called.
    """
    whole = max(1, len(_text(body)))
    hidden: set[Any] = set()
    furniture: set[Any] = set()
    for element in body.iter():
        if not isinstance(element.tag, str) or element is body:
            continue
        style = (element.get("style") or "").replace(" ", "").lower()
        if element.tag in _NEVER or "display:none" in style or element.get("hidden") is not None:
            hidden.add(element)
        elif _is_furniture(element) and 2 * len(_text(element)) < whole:
            furniture.add(element)
    return frozenset(hidden), frozenset(furniture)


def _is_furniture(element: Any) -> bool:
    if element.tag in _FURNITURE or element.get("role") in (
        "navigation",
        "complementary",
        "search",
    ):
        return True
    if element.tag in ("p", "h1", "h2", "h3", "body", "article", "main", "span", "strong"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return bool(names and _NAMES.search(names)) and not _CREDIT.search(_text(element)[:40])


def find_region(body: Any, skip: frozenset[Any]) -> Region:
    """Return the box with the most running text and the fewest links, with the title above it."""
    main = _main(body, skip)
    title = _title(body, main, skip)
    top = main if title is None or _holds(main, title) else _common(main, title)
    outside = frozenset(_outside(top, main, title, skip))
    return Region(top, title, outside)


def _main(body: Any, skip: frozenset[Any]) -> Any:
    scores: dict[Any, float] = defaultdict(float)
    for element in body.iter("p", "div", "td", "section", "article", "li", "blockquote"):
        if element in skip or any(parent in skip for parent in element.iterancestors()):
            continue
        words = _own_text(element)
        if len(words) < 20:
            continue
        score = 1 + len(_MARKS.findall(words)) + min(len(words) / 60, 6)
        holder = element if element.tag in ("div", "td", "section", "article") else None
        parent = element.getparent()
        if holder is not None and element.tag != "p":
            scores[element] += score
        if parent is not None:
            scores[parent] += score
            grand = parent.getparent()
            if grand is not None:
                scores[grand] += score / 2
    best = body
    best_score = 0.0
    for element, score in scores.items():
        value = score * (1 - _link_share(element)) * _name_weight(element)
        if value > best_score:
            best, best_score = element, value
    return _whole_form(best)


def _whole_form(box: Any) -> Any:
    """Return the table around a box if it is a form: rows that open with a short label."""
    tables = [box, *box.iterancestors()]
    table = next((one for one in tables if one.tag == "table"), None)
    if table is None:
        return box
    rows = [[c for c in row if c.tag in ("td", "th")] for row in table.iter("tr")]
    labelled = [r for r in rows if len(r) > 1 and 0 < len(_text(r[0])) <= _LABEL and _text(r[1])]
    form = len(labelled) >= _FEWEST_ROWS and 2 * len(labelled) >= len(rows)
    return table if form and table.find(".//table") is None else box


_LABEL, _FEWEST_ROWS = 12, 3


def _name_weight(element: Any) -> float:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if element.tag in ("article", "main") or (names and _MAIN_NAMES.search(names)):
        return 1.25
    return 0.8 if element.tag == "body" else 1.0


def _own_text(element: Any) -> str:
    """Text directly in an element or in its inline children and line breaks."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag in _INLINE:
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return "".join(parts).strip()


_INLINE_WORDS = (
    "a abbr b bdi big br cite code em font i ins kbd mark q s small span strong sub sup u"
)
_INLINE = frozenset(_INLINE_WORDS.split())


def _link_share(element: Any) -> float:
    whole = len(_text(element))
    return sum(len(_text(link)) for link in element.iter("a")) / whole if whole else 1.0


def _title(body: Any, main: Any, skip: frozenset[Any]) -> Any:
    """Return the last h1 (else h2) before the main box, or the first h1 inside it."""
    order = {element: index for index, element in enumerate(body.iter())}
    for tag in _TITLES:
        found = [
            e for e in body.iter(tag)
            if len(_text(e)) >= 4 and e not in skip
            and not any(parent in skip for parent in e.iterancestors())
        ]  # fmt: skip
        inside = [e for e in found if _holds(main, e)]
        before = [e for e in found if order[e] < order[main]]
        if tag == "h1" and inside:
            return inside[0]
        if before:
            return before[-1]
    return None


def _holds(box: Any, element: Any) -> bool:
    return any(parent is box for parent in element.iterancestors()) or element is box


def _common(one: Any, other: Any) -> Any:
    parents = [one, *one.iterancestors()]
    return next(box for box in parents if _holds(box, other))


def _outside(top: Any, main: Any, title: Any, skip: frozenset[Any]) -> Iterator[Any]:
    """Boxes of *top* before the title or after the main box, credits and datelines kept."""
    if top is main:
        return
    order = {element: index for index, element in enumerate(top.iter())}
    first = order.get(title, 0)
    last = max(order[element] for element in main.iter() if element in order)
    for element, index in order.items():
        if element in skip or _holds(element, main) or element is title or _holds(main, element):
            continue
        if title is not None and (_holds(element, title) or _holds(title, element)):
            continue
        words = _text(element)
        before, after = index < first, index > last
        if not (before or after) or not words:
            continue
        if len(words) > 60 or _link_share(element) > 0.5 or not _CREDIT.search(words):
            yield element


def _text(element: Any) -> str:
    return re.sub(r"\s+", "", element.text_content())

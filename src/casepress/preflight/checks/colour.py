"""Colour spaces against the job: RGB on a press, CMYK in an RGB archive, spot inks."""

from __future__ import annotations

from collections.abc import Callable

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, PageView, found
from casepress.preflight.marks import Mark
from casepress.preflight.spaces import PROCESS, Space, flatten, read_space

_RESERVED = (*PROCESS, "All", "None")


def check(document: Document) -> Findings:
    """Compare the spaces painted on every page with what the job allows."""
    spots: dict[str, int] = {}
    for page in document.pages:
        if document.job.press:
            yield from _press(page)
        if document.job.pdfa:
            yield from _archive(document, page)
        yield from _group(document, page)
        for space in page.painting.spaces.values():
            for name in space.names:
                if name not in _RESERVED:
                    spots.setdefault(name, page.index + 1)
    if document.job.press and spots:
        yield found("colour-spot", names="、".join(spots), page=next(iter(spots.values())))


def _press(page: PageView) -> Findings:
    for space in page.painting.spaces.values():
        if space.is_rgb:
            first, count = _first(page, space)
            if first is not None or not page.marks:
                device = space.family == "DeviceRGB"
                yield page.found(
                    "colour-rgb", first,
                    Severity.ERROR if device else Severity.WARNING,
                    space=space.label, times=count, object=_number(first),
                )  # fmt: skip


def _archive(document: Document, page: PageView) -> Findings:
    """Device colours need an intent of their own kind (ISO 19005-3, 6.2.4.3)."""
    intent = document.job.intent("GTS_PDFA1")
    space_of_intent = intent.space if intent is not None else ""
    for space in page.painting.spaces.values():
        if space.family == "DeviceCMYK" and space_of_intent != "CMYK":
            id = "colour-cmyk-rgb-intent" if space_of_intent else "colour-no-intent"
        elif space.family == "DeviceRGB" and space_of_intent != "RGB":
            id = "colour-rgb-cmyk-intent" if space_of_intent else "colour-no-intent"
        elif space.family == "DeviceGray" and not space_of_intent:
            id = "colour-no-intent"
        else:
            continue
        first, count = _first(page, space)
        yield page.found(id, first, space=space.label, intent=space_of_intent, times=count)


def _group(document: Document, page: PageView) -> Findings:
    """Check the space in which transparency is mixed (ISO 15930-7; ISO 19005-3, 6.2.10)."""
    group = page.page.obj.get("/Group")
    space = read_space(group.get("/CS"), None) if group is not None and "/CS" in group else None
    inner = next((one for one in page.painting.groups if one.is_rgb), None)
    wrong = space if space is not None and space.is_rgb else inner
    if document.job.press and wrong is not None:
        yield page.found("group-rgb", space=wrong.label)
    elif document.job.pdfa and space is not None and space.family == "DeviceCMYK":
        intent = document.job.intent("GTS_PDFA1")
        if intent is None or intent.space != "CMYK":
            yield page.found("group-cmyk")
    elif document.job.press and space is None and page.painting.transparent:
        yield page.found("group-missing")


def _first(page: PageView, space: Space) -> tuple[Mark | None, int]:
    """Return the first mark of a space on the page, and how many there are."""
    uses: Callable[[Mark], bool] = lambda mark: space in flatten(mark.colour.space)  # noqa: E731
    found_marks = [mark for mark in page.printed if uses(mark)]
    return (found_marks[0] if found_marks else None), len(found_marks)


def _number(mark: Mark | None) -> int | None:
    if mark is None or not hasattr(mark.image, "objgen"):
        return None
    return int(mark.image.objgen[0]) or None

"""Whether a page can be set at all: an unknown trim size, margins that a cutter would take."""

from __future__ import annotations

from typing import Final

from casepress.diagnostics import CasepressError, Diagnostic, ExitCode, Severity, Span
from casepress.source.names import nearest
from casepress.source.nodes import Mapping, Node
from casepress.theme.model import Theme
from casepress.theme.page import page_faults, trim_name, type_scale

_WORDS: Final = {
    "width": "宽",
    "height": "高",
    "inner margin": "订口",
    "outer margin": "切口",
    "head margin": "天头",
    "foot margin": "地脚",
    "measure": "一行的字数",
    "rows": "一页的行数",
    "leading": "行距",
    "body size": "正文字号",
}


def check_page(theme: Theme, root: Node) -> None:
    """Refuse a page nobody could use; *root* is the layout's tree, for the places of its tokens.

    Raises:
        CasepressError: CP0515, no such trim size; CP0516, a margin, the measure or the number of
            rows is out of bounds, each with its token and its numbers.
    """
    page = theme.page
    if page.sizes and trim_name(page) is None:
        names = [size.title or key for key, size in page.sizes.items()]
        meant = nearest(page.trim, (*page.sizes, *names)) or next(iter(page.sizes))
        params = {"name": page.trim, "known": tuple(names), "meant": meant}
        raise _refused([Diagnostic("CP0515", Severity.ERROR, _place(root, "trim"), params)])
    scale = type_scale(page)
    sizes = (scale.of(theme.type[role].size) for role in ("body", "label") if role in theme.type)
    body, label = (*sizes, 10.5, 8.0)[:2]
    faults = [
        Diagnostic(
            "CP0516",
            Severity.ERROR,
            _place(root, fault.token),
            {"zh": _WORDS[fault.what], "en": fault.what, "value": fault.value,
             "least": fault.least, "token": f"page.{fault.token}"},
        )
        for fault in page_faults(page, body, label)
    ]  # fmt: skip
    if faults:
        raise _refused(faults)


def _refused(diagnostics: list[Diagnostic]) -> CasepressError:
    return CasepressError(diagnostics, ExitCode.INVALID)


def _place(root: Node, token: str) -> Span | None:
    """Return where a token of the page stands, else one that may have made it what it is."""
    page = _entry(root, "page")
    for key in (token, "inner_pt", "side_em", "width_mm", "height_mm", "trim"):
        found = _entry(page, key) if page is not None else None
        if found is not None:
            return found.span
    return None


def _entry(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, Mapping):
        return None
    return next((value for name, value in node.entries if name.text == key), None)

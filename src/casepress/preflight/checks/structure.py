"""The structure tree itself: figures, headings, tables, roles (ISO 14289-1, 7.3 to 7.5)."""

from __future__ import annotations

import re
from typing import Any

from casepress.diagnostics import Severity
from casepress.preflight.document import Document, Findings, found
from casepress.preflight.geometry import Box
from casepress.preflight.model import Finding
from casepress.preflight.tree import Node, walk


def check(document: Document) -> Findings:
    """Walk the tree in reading order."""
    job = document.job
    if not job.tagged:
        return
    pages = {page.page.obj.objgen: page.index for page in document.pages}
    nodes = walk(job.tree, pages)
    promised = Severity.ERROR if job.accessible else Severity.WARNING
    if not nodes:
        yield found("tag-missing", promised)
        return
    yield from _figures(document, nodes, promised)
    yield from _headings(document, nodes, promised)
    yield from _tables(document, nodes)
    unknown: dict[str, Node] = {}
    for node in nodes:
        if not node.known:
            unknown.setdefault(node.role, node)
    for role, node in unknown.items():
        yield _at(document, node, "tag-role", promised, role=role)


def _at(document: Document, node: Node, id: str, severity: Severity, **more: Any) -> Finding:
    if node.page is None:
        return found(id, severity, node.number, **more)
    box = Box(*node.box) if node.box is not None else None
    page = document.pages[node.page]
    if box is None:
        own = {mcid for index, mcid in node.mcids if index == node.page}
        box = next((m.box for m in page.marks if m.mcid in own), None)
    return page.found(id, box, severity, node.number, **more)


def _figures(document: Document, nodes: list[Node], severity: Severity) -> Findings:
    for node in nodes:
        if node.role in ("Figure", "Formula") and not node.alt:
            yield _at(document, node, "tag-figure-alt", severity, role=node.role)


def _headings(document: Document, nodes: list[Node], severity: Severity) -> Findings:
    """Levels descend one at a time, and the first is H1."""
    level = 0
    for node in nodes:
        match = re.fullmatch(r"H([1-6])", node.role)
        if match is None:
            continue
        now = int(match[1])
        if now > level + 1:
            before = f"H{level}" if level else "—"
            yield _at(document, node, "tag-heading-skip", severity, now=f"H{now}", before=before)
        level = now


def _tables(document: Document, nodes: list[Node]) -> Findings:
    """Find tables without header cells: read aloud, their numbers mean nothing."""
    table: Node | None = None
    headed = False
    for node in [*nodes, None]:
        inside = node is not None and table is not None and len(node.parents) > len(table.parents)
        if table is not None and not inside:
            if not headed:
                yield _at(document, table, "tag-table-header", Severity.WARNING)
            table = None
        if node is not None and node.role == "Table" and table is None:
            table, headed = node, False
        elif node is not None and node.role == "TH":
            headed = True

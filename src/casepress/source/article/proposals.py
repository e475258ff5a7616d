"""Metrics, figures and honours as rows of the case: proposals for the editor to keep or strike."""

from __future__ import annotations

from collections.abc import Sequence

from casepress.source.article.body import Body, Cut
from casepress.source.article.honours import honours
from casepress.source.article.metrics import changes, figures
from casepress.source.article.tree import Made, Rows, record


def metric_rows(body: Body, cuts: Sequence[Cut]) -> Rows:
    """Every change from one value to another, each once."""
    found = {c.text: c for cut in cuts for c in changes(body, cut)}
    return Rows(
        tuple(
            record(
                offset=c.offset,
                label=Made(c.label),
                unit=Made(c.unit),
                from_=record(flow=True, value=Made(c.start[0]), when=Made(c.start[1])),
                to=record(flow=True, value=Made(c.end[0]), when=Made(c.end[1])),
                stated=Made(c.stated),
                text=Made(c.text),
            )
            for c in found.values()
        )
    )


def figure_rows(body: Body, cuts: Sequence[Cut]) -> Rows:
    """Return the figures of an item, three at most."""
    found = [f for cut in cuts for f in figures(body, cut)][:3]
    return Rows(
        tuple(
            record(
                flow=True,
                offset=f.offset,
                value=Made(f.value),
                unit=Made(f.unit),
                before=Made(f.before),
                after=Made(f.after),
                caption=Made(f.caption),
                note=Made(f.note),
                kind=Made("" if f.kind == "count" else f.kind),
            )
            for f in found
        )
    )


def honour_rows(body: Body, cuts: Sequence[Cut]) -> Rows:
    """Return the honours of a part."""
    return Rows(
        tuple(
            record(
                flow=True,
                offset=h.offset,
                title=Made(h.title),
                holder=Made(h.holder),
                when=Made(h.when),
                conferrer=Made(h.conferrer),
            )
            for h in honours(body, tuple(cuts))
        )
    )

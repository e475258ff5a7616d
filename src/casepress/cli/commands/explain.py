"""``casepress explain``: what a message or finding means and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError

if TYPE_CHECKING:
    from casepress.cli.catalogue import Entry

HELP = both(
    "解释一条提示：为什么、怎么办；--list 列出全部编号。",
    "Explain a message: why, and what to do; --list shows every id.",
)
EPILOG = both(
    "例子:\n  casepress explain CP0412\n  casepress explain ink-total\n  casepress explain --list",
    "Examples:\n  casepress explain CP0412\n  casepress explain ink-total\n"
    "  casepress explain --list",
)
FORMATS = ("text", "md", "json")

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=both("编号", "ID"),
        show_default=False,
        help=both(
            "提示的编号，如 CP0412，或 preflight 的 ink-total；可以给几个",
            "Ids of messages such as CP0412, or of preflight such as ink-total",
        ),
    ),
]
All = Annotated[bool, typer.Option("--list", help=both("列出全部编号", "List every id"))]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|md|json",
        show_default="text",
        help=both("md 是 docs/checks.md 里的表", "md gives the tables of docs/checks.md"),
    ),
]


def run_command(
    ctx: typer.Context, ids: Ids = None, list_: All = False, format_: Format = "text"
) -> int:
    """Print messages with cause and remedy, or the whole catalogue."""
    from casepress.cli.catalogue import catalogue, entry_lines, listed, markdown
    from casepress.cli.columns import table
    from casepress.cli.show import print_json

    session: Session = ctx.obj
    if format_ not in FORMATS:
        raise CommandError(
            f"--format 可以是 {'、'.join(FORMATS)}，不能是 {format_}",
            f"--format takes {', '.join(FORMATS)}, not {format_}",
        )
    every = catalogue()
    if not ids and not list_:
        raise CommandError(
            "要写一个编号，或者 --list", "an id is needed, or --list", hint=("CP0412", "CP0412")
        )
    wanted: tuple[Entry, ...] = tuple(_found(id_, every) for id_ in ids or ()) or every
    if format_ == "json":
        print_json({"entries": [entry.as_object() for entry in wanted]})
    elif format_ == "md":
        session.result("\n".join(markdown(wanted)).strip())
    elif list_:
        session.result("\n".join(table(list(listed(wanted, session.language)))))
    else:
        parts = ["\n".join(entry_lines(entry, session.language)) for entry in wanted]
        session.result("\n\n".join(parts))
    return 0


def _found(id_: str, every: tuple[Entry, ...]) -> Entry:
    """Return the entry of an id, in any case; what was meant is suggested for others."""
    from casepress.cli.catalogue import suggestions

    known = next((entry for entry in every if entry.id.lower() == id_.strip().lower()), None)
    if known is not None:
        return known
    near = suggestions(id_, every)
    raise CommandError(
        f"没有编号为 {id_} 的提示",
        f"there is no message {id_}",
        hint=(f"你是不是想写 {'、'.join(near)}？", f"did you mean {', '.join(near)}?")
        if near
        else ("casepress explain --list 列出全部", "casepress explain --list shows them all"),
    )

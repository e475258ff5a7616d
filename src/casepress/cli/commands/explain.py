"""``casepress explain``: what a message means and what to do about it."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError, nearest

HELP = both("解释一条提示，如 CP0412。", "Explain a message, such as CP0412.")
EPILOG = ""

Id = Annotated[
    str,
    typer.Argument(
        metavar=both("编号", "ID"),
        show_default=False,
        help=both("提示的编号，如 CP0412", "Id of a message, such as CP0412"),
    ),
]


def run_command(ctx: typer.Context, id_: Id) -> int:
    """Print the message, its cause and its remedy."""
    from casepress.messages import MESSAGES
    from casepress.messages.render import explain

    session: Session = ctx.obj
    wanted = id_.upper()
    if wanted not in MESSAGES:
        raise CommandError(
            f"没有编号为 {id_} 的提示",
            f"there is no message {id_}",
            hint=nearest(wanted, list(MESSAGES)),
        )
    session.result(re.sub(r"\{\w+\}", "…", explain(wanted, session.language)))
    return 0

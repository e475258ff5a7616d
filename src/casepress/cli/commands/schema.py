"""``casepress schema``: the JSON Schema of a case, for editors that complete and check."""

from __future__ import annotations

from typing import Annotated

import typer

from casepress.cli.session import Session, both

HELP = both(
    "输出案例的 JSON Schema，供编辑器补全和即时检查。",
    "Print the JSON Schema of a case, for editors that complete and check.",
)
EPILOG = both(
    "例子:\n"
    "  casepress schema > case.schema.json\n"
    "  在案例第一行写 # yaml-language-server: $schema=case.schema.json\n"
    "  casepress schema --collection > collection.schema.json",
    "Example:\n"
    "  casepress schema > case.schema.json\n"
    "  first line of the case: # yaml-language-server: $schema=case.schema.json\n"
    "  casepress schema --collection > collection.schema.json",
)


Bound = Annotated[
    bool,
    typer.Option("--collection", help=both("汇编的 Schema", "The schema of a collection of cases")),
]


def run_command(ctx: typer.Context, collection: Bound = False) -> int:
    """Print the schema."""
    from casepress.case.schema import schema_text

    session: Session = ctx.obj
    session.result(schema_text(collection=collection).rstrip())
    return 0

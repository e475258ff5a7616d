"""``casepress new``: a commented case to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError

HELP = both(
    "写一份带说明的案例模板，马上就能 build。",
    "Write a commented case that builds at once (comments are in Chinese).",
)
EPILOG = both(
    "例子:\n  casepress new 我的案例\n  casepress new 我的案例 --teaching\n"
    "  casepress build 我的案例.yaml",
    "Example:\n  casepress new mycase\n  casepress new mycase --teaching\n"
    "  casepress build mycase.yaml",
)
Teaching = Annotated[
    bool,
    typer.Option(
        "--teaching",
        help=both("连教学用内容也写上：目标、课堂计划、研讨题", "With a block for teaching"),
    ),
]


def run_command(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar=both("名称", "NAME"),
            show_default=False,
            help=both(
                "案例的名称，也是文件名；- 输出到屏幕", "Name of case and file; - for stdout"
            ),
        ),
    ],
    teaching: Teaching = False,
) -> int:
    """Write the template and, beside it, the schema it names; a case is never overwritten."""
    from casepress.build.atomic import replacing
    from casepress.cli.template import template

    session: Session = ctx.obj
    if name == "-":
        session.result(template("案例标题", "案例.yaml", teaching=teaching).rstrip())
        return 0
    path = Path(name) if Path(name).suffix in (".yaml", ".yml") else Path(f"{name}.yaml")
    if path.exists():
        raise CommandError(
            f"{path} 已经存在，不覆盖",
            f"{path} exists and is not overwritten",
            hint=("换个名字", "choose another name"),
        )
    with replacing(path) as temporary:
        temporary.write_text(template(path.stem, path.name, teaching=teaching), encoding="utf-8")
    _write_schema(path.parent)
    session.result(str(path))
    return 0


def _write_schema(folder: Path) -> None:
    """Put the schema where the first line of the case says; a file of another making is left."""
    from casepress.build.atomic import replacing
    from casepress.case.schema import case_schema, schema_text
    from casepress.cli.template import SCHEMA_FILE

    path = folder / SCHEMA_FILE
    if path.exists() and f'"title": "{case_schema()["title"]}"' not in path.read_text("utf-8"):
        return
    with replacing(path) as temporary:
        temporary.write_text(schema_text(), encoding="utf-8")

"""``casepress new``: a commented case, or a collection of cases, to start from."""

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
    "  casepress build 我的案例.yaml\n"
    "  casepress new 我的汇编 --collection     一本书：把几个案例装在一起",
    "Example:\n  casepress new mycase\n  casepress new mycase --teaching\n"
    "  casepress build mycase.yaml\n"
    "  casepress new mybook --collection       a book that binds several cases",
)
Teaching = Annotated[
    bool,
    typer.Option(
        "--teaching",
        help=both("连教学用内容也写上：目标、课堂计划、研讨题", "With a block for teaching"),
    ),
]
Bound = Annotated[
    bool,
    typer.Option(
        "--collection",
        help=both("写一份汇编：把几个案例装成一本书", "A collection: several cases as one book"),
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
    collection: Bound = False,
) -> int:
    """Write the template and, beside it, the schema it names; a case is never overwritten."""
    from casepress.build.atomic import replacing

    session: Session = ctx.obj
    if collection and teaching:
        raise CommandError(
            "--teaching 是案例的，汇编里没有",
            "--teaching belongs to a case; a collection has none",
        )
    if name == "-":
        title, file = ("书名", "汇编.yaml") if collection else ("案例标题", "案例.yaml")
        session.result(_text(title, file, teaching, collection).rstrip())
        return 0
    path = Path(name) if Path(name).suffix in (".yaml", ".yml") else Path(f"{name}.yaml")
    if path.exists():
        raise CommandError(
            f"{path} 已经存在，不覆盖",
            f"{path} exists and is not overwritten",
            hint=("换个名字", "choose another name"),
        )
    with replacing(path) as temporary:
        text = _text(path.stem, path.name, teaching, collection)
        temporary.write_text(text, encoding="utf-8")
    _write_schema(path.parent, collection)
    session.result(str(path))
    return 0


def _text(title: str, file: str, teaching: bool, collection: bool) -> str:
    from casepress.cli.template import collection_template, template

    return (
        collection_template(title, file) if collection else template(title, file, teaching=teaching)
    )


def _write_schema(folder: Path, collection: bool) -> None:
    """Put the schema where the first line of the file says; a file of another making is left."""
    import json

    from casepress.build.atomic import replacing
    from casepress.case.schema import schema_text
    from casepress.cli.template import COLLECTION_SCHEMA_FILE, SCHEMA_FILE

    path = folder / (COLLECTION_SCHEMA_FILE if collection else SCHEMA_FILE)
    text = schema_text(collection=collection)
    title = f'"title": "{json.loads(text)["title"]}"'.encode()
    if path.exists() and not (path.is_file() and title in path.read_bytes()):
        return
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8")

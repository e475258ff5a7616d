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
    "例子:\n  casepress new 我的案例\n  casepress build 我的案例.yaml",
    "Example:\n  casepress new mycase\n  casepress build mycase.yaml",
)


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
) -> int:
    """Write the template next to nothing: an existing file is never overwritten."""
    from casepress.build.atomic import replacing
    from casepress.cli.template import template

    session: Session = ctx.obj
    if name == "-":
        session.result(template("案例标题", "案例.yaml").rstrip())
        return 0
    path = Path(name) if Path(name).suffix in (".yaml", ".yml") else Path(f"{name}.yaml")
    if path.exists():
        raise CommandError(
            f"{path} 已经存在，不覆盖",
            f"{path} exists and is not overwritten",
            hint=("换个名字", "choose another name"),
        )
    with replacing(path) as temporary:
        temporary.write_text(template(path.stem, path.name), encoding="utf-8")
    session.result(str(path))
    return 0

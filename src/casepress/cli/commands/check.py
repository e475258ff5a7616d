"""``casepress check``: everything a build would complain about, and writes nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from casepress.cli import options as option
from casepress.cli.commands.build import Targets
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError

HELP = both(
    "检查案例：写法、内容、生僻字、放不放得下；什么也不写出。",
    "Check cases: syntax, content, missing characters, fit; nothing is written.",
)
EPILOG = both(
    "例子:\n  casepress check content/wuhou.yaml\n  casepress check *.yaml --strict --format short",
    "Examples:\n"
    "  casepress check content/wuhou.yaml\n"
    "  casepress check *.yaml --strict --format short",
)
FORMATS = ("text", "short", "json")

Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help=both("有警告也算不通过（退出码 1）", "Warnings fail too (exit code 1)")
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|short|json",
        show_default="text",
        help=both(
            "text 带原文、short 每条一行、json 一个对象",
            "text with the source, short one line each, json one object",
        ),
    ),
]


def run_command(
    ctx: typer.Context,
    cases: option.Cases,
    targets: Targets = "screen",
    strict: Strict = False,
    format_: Format = "text",
    layout: option.Layout = "zhujin",
    settings: option.Overrides = None,
    allow_outside: option.AllowOutside = False,
    as_json: option.Json = False,
) -> int:
    """Read and plan every case and print what was found."""
    from casepress.build.model import BuildOptions, Target
    from casepress.build.run import check_all
    from casepress.cli.show import show_check

    session: Session = ctx.obj
    style = "json" if as_json else format_
    if style not in FORMATS:
        listed = "、".join(FORMATS)
        raise CommandError(
            f"--format 可以是 {listed}，不能是 {style}",
            f"--format takes {', '.join(FORMATS)}, not {style}",
        )
    options = BuildOptions(
        targets=option.choices("--for", targets, Target),
        layout=layout,
        overrides=option.overrides(settings),
        allow_outside=allow_outside,
    )
    return show_check(check_all(cases, options), session, style=style, strict=strict)

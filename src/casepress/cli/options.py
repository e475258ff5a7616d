"""Options that several commands take, and how their values are read."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from casepress.cli.session import both
from casepress.cli.usage import CommandError, nearest

Choice = TypeVar("Choice", bound=StrEnum)

Cases = Annotated[
    list[Path],
    typer.Argument(
        metavar=both("案例", "CASE"),
        show_default=False,
        help=both("案例文件（YAML），可以给几个", "Case files (YAML), one or more"),
    ),
]
Case = Annotated[
    Path,
    typer.Argument(
        metavar=both("案例", "CASE"),
        show_default=False,
        help=both("案例文件（YAML）", "Case file (YAML)"),
    ),
]
Layout = Annotated[
    str,
    typer.Option(
        "--layout",
        metavar=both("名称", "NAME"),
        show_default="zhujin",
        envvar="CASEPRESS_LAYOUT",
        help=both(
            "版式：layouts list 里的名称，或版式文件的路径",
            "Layout: a name from layouts list, or a layout file",
        ),
    ),
]
Overrides = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar=both("键=值", "KEY=VALUE"),
        show_default=False,
        help=both(
            "只改版式里的一项，如 brochure.corner=chamfer；可用几次",
            "Change one token of the layout, as brochure.corner=chamfer; repeatable",
        ),
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar=both("目录", "DIR"),
        show_default="out",
        envvar="CASEPRESS_OUTPUT",
        help=both("结果放在哪个目录", "Directory of the results"),
    ),
]
Targets = Annotated[
    str,
    typer.Option(
        "--for",
        metavar=both("用途", "USES"),
        show_default="screen",
        envvar="CASEPRESS_FOR",
        help=both(
            "画册和讲义的用途，可用逗号并列：screen 屏幕、print 付印（CMYK、出血）、"
            "archive 存档（PDF/A）",
            "What brochure and handout are for, comma-separated: screen, print (CMYK, bleed), "
            "archive (PDF/A)",
        ),
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help=both("有警告也算不通过（退出码 1）", "Warnings fail too (exit code 1)")
    ),
]
AllowOutside = Annotated[
    bool,
    typer.Option(
        "--allow-outside",
        help=both(
            "允许用案例文件夹以外的图片", "Take pictures from outside the folder of the case too"
        ),
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", help=both("结果用一个 JSON 对象输出", "Print the result as JSON")),
]


def choices(option: str, text: str, kind: type[Choice]) -> tuple[Choice, ...]:
    """Read a comma-separated list of choices, in the order of the enum, each once.

    Chinese commas are as good as ASCII ones.
    """
    wanted = [word.strip() for word in text.replace("，", ",").replace("、", ",").split(",")]
    known = [choice.value for choice in kind]
    for word in wanted:
        if word not in known:
            raise CommandError(
                f"{option} 可以是 {'、'.join(known)}，不能是 {word or '空'}",
                f"{option} takes {', '.join(known)}, not {word or 'nothing'}",
                hint=nearest(word, known),
            )
    return tuple(choice for choice in kind if choice.value in wanted)


def overrides(settings: Sequence[str] | None) -> tuple[tuple[str, str], ...]:
    """Read ``--set`` values into pairs of path and text."""
    pairs = []
    for setting in settings or ():
        path, equals, value = setting.partition("=")
        if not equals or not path.strip():
            raise CommandError(
                f"--set 要写成 键=值，不能是 {setting}",
                f"--set takes KEY=VALUE, not {setting}",
                hint=("例如 --set page.bleed_mm=5", "for example --set page.bleed_mm=5"),
            )
        pairs.append((path.strip(), value.strip()))
    return tuple(pairs)

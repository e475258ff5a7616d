"""``casepress check``: everything a build would complain about, and what an editor should see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both
from casepress.cli.usage import CommandError

if TYPE_CHECKING:
    from casepress.cli.fixing import Fixes

HELP = both(
    "检查案例：写法、内容、生僻字、放不放得下；不加 --fix 什么也不改。",
    "Check cases: syntax, content, missing characters, fit; nothing is changed without --fix.",
)
EPILOG = both(
    "例子:\n"
    "  casepress check content/wuhou.yaml\n"
    "  casepress check *.yaml --strict --format short\n"
    "  casepress check 案例.yaml --diff     看看标点宽度和空格会怎样改\n"
    "  casepress check 案例.yaml --fix      改，并列出改了什么\n"
    "有意保留的，在那一行或上一行写注释 # casepress: ignore CP0408",
    "Examples:\n"
    "  casepress check content/wuhou.yaml\n"
    "  casepress check *.yaml --strict --format short\n"
    "  casepress check CASE.yaml --diff     show how widths and spaces would change\n"
    "  casepress check CASE.yaml --fix      change them and show the diff\n"
    "Accept a finding with a comment on its line or the line above: # casepress: ignore CP0408",
)
FORMATS = ("text", "short", "json", "sarif")

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="text|short|json|sarif",
        show_default="text",
        help=both(
            "text 带原文、short 每条一行、json 一个对象、sarif 给编辑器和 CI",
            "text with the source, short one line each, json one object, sarif for editors and CI",
        ),
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help=both(
            "把标点宽度、字符宽度和多余的空格改好，写回案例文件，并列出差异",
            "Put widths and spaces right in the case files and show the diff",
        ),
    ),
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff",
        help=both(
            "只列出 --fix 会改什么，不写文件；有要改的退出码为 1",
            "Only show what --fix would change; exit code 1 if anything",
        ),
    ),
]


def run_command(
    ctx: typer.Context,
    cases: option.Cases,
    targets: option.Targets = "screen",
    strict: option.Strict = False,
    fix: Fix = False,
    diff: Diff = False,
    format_: Format = "text",
    layout: option.Layout = "zhujin",
    settings: option.Overrides = None,
    allow_outside: option.AllowOutside = False,
    as_json: option.Json = False,
) -> int:
    """Read and plan every case and print what was found."""
    from casepress.build.model import BuildOptions, Target
    from casepress.build.run import check_all
    from casepress.cli.checked import show_check
    from casepress.cli.fixing import Fixes, fix_cases

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
    if diff:
        return _show_diff(fix_cases(cases, write=False), session, style)
    fixes = fix_cases(cases, write=True) if fix else Fixes(())
    if style in ("text", "short"):
        _print_diff(fixes, session)
    report = check_all(cases, options)
    return show_check(report, session, style=style, strict=strict, fixes=fixes.changed)


def _print_diff(fixes: Fixes, session: Session) -> None:
    """Print what changed, file by file."""
    for one in fixes.changed:
        session.result(one.diff)
        done = ("改了", "changed") if one.written else ("可以改", "would change")
        session.note(
            session.words(
                f"{one.path}：{done[0]} {one.count} 处", f"{one.path}: {done[1]} {one.count} places"
            )
        )


def _show_diff(fixes: Fixes, session: Session, style: str) -> int:
    """Print what would change and what can't be read; return the exit code of the dry run."""
    from casepress.cli.show import print_json, show_diagnostics

    code = int(fixes.exit_code)
    if style == "json":
        listed = [one.as_object() for one in fixes.changed]
        print_json({"ok": code == 0, "exit_code": code, "fixes": listed})
    else:
        _print_diff(fixes, session)
    for failure in fixes.failures:
        show_diagnostics(failure.diagnostics, session)
    return code

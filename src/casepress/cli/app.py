"""The Typer application: which commands there are, and the options they all share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperOption

from casepress.cli.help import Command, Group
from casepress.cli.session import LANGUAGES, Session, both
from casepress.cli.usage import CommandError

_COMMANDS: Final = (
    "build", "check", "import", "new", "preview", "serve", "impose", "preflight", "extract",
    "explain", "schema", "doctor",
)  # fmt: skip
_GROUPS: Final = ("layouts", "fonts")
_ABOUT = both(
    "casepress：一份 YAML 案例，做成能付印的画册（PDF）和能上课的课件（PPTX）。",
    "casepress: one YAML case, made into a brochure fit for print (PDF) and a native deck (PPTX).",
)
_EXAMPLES = both(
    "从这里开始:\n"
    "  casepress new 我的案例                 写一份带说明的案例模板\n"
    "  casepress check 我的案例.yaml          检查\n"
    "  casepress build 我的案例.yaml          做出画册和课件",
    "Start here:\n"
    "  casepress new mycase                   write a commented case to start from\n"
    "  casepress check mycase.yaml            check it\n"
    "  casepress build mycase.yaml            make brochure and deck",
)


def dispatch(session: Session) -> int:
    """Run the command of the session's arguments and return its exit code.

    Not through click's own ``main``: that one prints errors itself, in English.
    """
    first = session.argv[:1]
    group = application(first if first and first[0] in (*_COMMANDS, *_GROUPS) else ())
    try:
        with group.make_context("casepress", list(session.argv), obj=session) as context:
            code = group.invoke(context)
    except typer.Exit as leave:
        code = leave.exit_code
    return int(code or 0)


def application(only: Sequence[str] = ()) -> Any:
    """Return the command tree: all of it, or only some commands.

    Importing and describing all of them takes three times as long as one: 20 ms of every run.
    """
    app = _typer(_ABOUT, _EXAMPLES)
    app.callback()(_root)
    for name in _wanted(_COMMANDS, only):
        module = _module(name)
        app.command(name, cls=Command, help=module.HELP, epilog=module.EPILOG)(module.run_command)
    for name in _wanted(_GROUPS, only):
        group = _module(name)
        sub = _typer(group.HELP, group.EPILOG)
        for below, (function, text) in group.COMMANDS.items():
            sub.command(below, cls=Command, help=text)(function)
        sub.callback()(_nothing)
        app.add_typer(sub, name=name)
    tree = typer.main.get_command(app)
    _share_options(tree)
    return tree


def _wanted(names: Sequence[str], only: Sequence[str]) -> list[str]:
    return [name for name in names if not only or name in only]


def _module(name: str) -> Any:
    """Import the module of a command; ``import`` is no name in Python."""
    return import_module(f"casepress.cli.commands.{name}{'_' * (name == 'import')}")


def _typer(text: str, epilog: str) -> typer.Typer:
    return typer.Typer(
        cls=Group,
        help=text,
        epilog=epilog,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from casepress import __version__

        print(f"casepress {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_show_version,
        is_eager=True,
        help=both("显示版本", "Show the version"),
    ),
) -> None:
    """Take what stands before the command."""


def _nothing() -> None:
    """Do nothing: makes a group out of a Typer with a single command."""


def _share_options(command: Any) -> None:
    """Give every command ``--lang``, ``--color``, ``-q`` and ``-v``."""
    command.params.extend(_common_options())
    for child in getattr(command, "commands", {}).values():
        _share_options(child)


def _common_options() -> list[TyperOption]:
    return [
        _common(
            ["--lang"],
            _set_language,
            both("提示用的语言：zh 或 en", "Language of messages: zh or en"),
            metavar="zh|en",
            envvar="CASEPRESS_LANG",
        ),
        _common(
            ["--color"],
            _set_colour,
            both(
                "颜色：auto、always、never（也认 NO_COLOR）", "auto, always, never (NO_COLOR too)"
            ),
            metavar=both("何时", "WHEN"),
            envvar="CASEPRESS_COLOR",
        ),
        _common(
            ["-q", "--quiet"],
            _setter("quiet"),
            both("只说错误", "Errors only"),
            is_flag=True,
        ),
        _common(
            ["-v", "--verbose"],
            _setter("verbose"),
            both("多说一些：各阶段用时、内存", "Say more: time of each stage, memory"),
            is_flag=True,
        ),
    ]


def _common(names: list[str], callback: Callable[..., None], text: str, **more: Any) -> TyperOption:
    if more.get("is_flag"):
        more["default"] = False
    return TyperOption(
        param_decls=names, callback=callback, help=text, expose_value=False, is_eager=True, **more
    )


def _setter(name: str) -> Callable[..., None]:
    """Return a callback that switches a flag of the session on."""

    def switch(ctx: typer.Context, param: object, value: bool) -> None:
        if value and isinstance(ctx.obj, Session):
            setattr(ctx.obj, name, True)

    return switch


def _set_language(ctx: typer.Context, param: object, value: str | None) -> None:
    """Refuse an unknown language; the session knows it already (see ``language_of``)."""
    if value and value not in LANGUAGES:
        raise CommandError(
            f"--lang 可以是 zh、en，不能是 {value}", f"--lang is zh or en, not {value}"
        )


def _set_colour(ctx: typer.Context, param: object, value: str | None) -> None:
    if value and value not in ("auto", "always", "never"):
        raise CommandError(
            f"--color 可以是 auto、always、never，不能是 {value}",
            f"--color is auto, always or never, not {value}",
        )
    if value and isinstance(ctx.obj, Session):
        ctx.obj.colour_choice = value

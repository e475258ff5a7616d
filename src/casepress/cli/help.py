"""Help pages in Chinese or English, laid out for two-cell characters."""

from __future__ import annotations

import shutil
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from casepress.cli.columns import cells, pad, wrap
from casepress.cli.session import Language, Session, pick
from casepress.cli.usage import CommandError, nearest
from casepress.diagnostics import ExitCode

_WIDEST = 96
_COLUMN = 28


class Command(TyperCommand):
    """A command whose help speaks the session's language."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return help_page(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, and refuse surplus arguments in the user's language."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            surplus = " ".join(rest)
            raise CommandError(f"多出来的参数：{surplus}", f"unexpected: {surplus}")
        return rest


class Group(TyperGroup):
    """A group of commands whose help speaks the session's language."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return help_page(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; without any argument show the help, as exit code 2 (nothing was done)."""
        if not args and not ctx.resilient_parsing:
            print(help_page(self, ctx))
            raise typer.Exit(int(ExitCode.USAGE))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command named first, or say which one may be meant."""
        name = args[0]
        if not name.startswith("-") and name not in self.commands:
            raise CommandError(
                f"没有命令 {name}",
                f"there is no command {name}",
                hint=nearest(name, list(self.commands))
                or (f"{ctx.command_path} --help 列出全部命令", f"{ctx.command_path} --help"),
            )
        return super().resolve_command(ctx, args)


def help_page(command: Any, ctx: Any) -> str:
    """Return the whole help page of a command or group."""
    session = ctx.obj if isinstance(ctx.obj, Session) else Session()
    language = session.language
    words = session.words
    lines = [f"{words('用法', 'Usage')}: {_usage(command, ctx, language)}", ""]
    lines += _indented(pick(command.help or "", language), 2)
    commands = getattr(command, "commands", {})
    if commands:
        rows = [(name, _first(c.help, language)) for name, c in commands.items() if not c.hidden]
        lines += _section(words("命令", "Commands"), rows)
    parameters = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name == "option"]
    own = [p for p in options if not _is_common(p)]
    common = [p for p in options if _is_common(p)]
    for title, group in (
        (words("参数", "Arguments"), arguments),
        (words("选项", "Options"), own),
        (words("通用选项", "Common options"), common),
    ):
        lines += _section(title, [(_names(p, language), _about(p, language)) for p in group])
    if command.epilog:
        lines += ["", *pick(command.epilog, language).splitlines()]
    return "\n".join(lines)


def _is_common(parameter: Any) -> bool:
    return parameter.name == "help" or not parameter.expose_value


def _usage(command: Any, ctx: Any, language: Language) -> str:
    """Return the usage line: command path, options, arguments."""
    english = language == "en"
    parts = [ctx.command_path]
    if hasattr(command, "commands"):
        return f"{ctx.command_path} {'COMMAND …' if english else '命令 …'}"
    if any(p.param_type_name == "option" for p in command.get_params(ctx)):
        parts.append("[OPTIONS]" if english else "[选项]")
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "argument":
            name = _names(parameter, language)
            parts.append(name if parameter.required else f"[{name}]")
    return " ".join(parts)


def _names(parameter: Any, language: Language) -> str:
    """Return how a parameter is written: ``-o, --output 目录`` or ``CASE…``."""
    metavar = pick(parameter.metavar or "", language)
    if parameter.param_type_name == "argument":
        many = "…" if parameter.nargs == -1 else ""
        return (metavar or parameter.name.upper()) + many
    names = ", ".join(sorted(parameter.opts, key=len))
    if parameter.is_flag or parameter.count:
        return names
    return f"{names} {metavar}".rstrip()


def _about(parameter: Any, language: Language) -> str:
    """Return a parameter's description with its default and its environment variable."""
    if parameter.name == "help":
        return "显示这一页" if language == "zh" else "Show this page"
    text = pick(parameter.help or "", language)
    extra = []
    if isinstance(parameter.show_default, str):
        default = pick(parameter.show_default, language)
        extra.append(f"默认 {default}" if language == "zh" else f"default {default}")
    if parameter.envvar:
        extra.append(str(parameter.envvar))
    joint = "；" if language == "zh" else "; "
    return f"{text} [{joint.join(extra)}]" if extra else text


def _first(text: str | None, language: Language) -> str:
    """Return the first line of a help text."""
    return pick(text or "", language).partition("\n")[0]


def _section(title: str, rows: list[tuple[str, str]]) -> list[str]:
    """Set a section of names and descriptions in two columns."""
    if not rows:
        return []
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    column = min(max(cells(name) for name, _ in rows), _COLUMN) + 2
    lines = ["", f"{title}:"]
    for name, about in rows:
        wrapped = wrap(about, max(width - column - 2, 24))
        if cells(name) + 2 > column:
            lines.append(f"  {name}")
            lines += [" " * (column + 2) + line for line in wrapped]
        else:
            lines.append(f"  {pad(name, column)}{wrapped[0]}".rstrip())
            lines += [" " * (column + 2) + line for line in wrapped[1:]]
    return lines


def _indented(text: str, indent: int) -> list[str]:
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    return [(" " * indent + line).rstrip() for line in wrap(text, width - indent)]

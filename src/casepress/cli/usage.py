"""Errors of usage, in the user's language.

Typer carries its own copy of click, whose exceptions speak English and are no public names; so they
are told apart by what they carry (``option_name``, ``param``), never by their words.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from casepress.cli.session import Session, pick
from casepress.diagnostics import ExitCode


class CommandError(Exception):
    """A command can't be carried out as given: both texts, what to do, and the exit code."""

    def __init__(
        self,
        zh: str,
        en: str,
        *,
        hint: tuple[str, str] | None = None,
        exit_code: ExitCode = ExitCode.USAGE,
    ) -> None:
        """Keep the message (and a hint) in Chinese and English."""
        super().__init__(en)
        self.zh = zh
        self.en = en
        self.hint = hint
        self.exit_code = exit_code


def tell_command_error(error: CommandError, session: Session) -> int:
    """Print a command error and return its exit code."""
    hints = []
    if error.hint:
        hints.append(session.words(f"建议: {error.hint[0]}", f"help: {error.hint[1]}"))
    session.error(session.words(error.zh, error.en), hints)
    return int(error.exit_code)


def is_usage_error(error: BaseException) -> bool:
    """Tell whether an exception is Typer's (or click's) way to refuse a command line."""
    return hasattr(error, "format_message") and getattr(error, "exit_code", None) == ExitCode.USAGE


def tell_usage_error(error: Any, session: Session) -> int:
    """Print a usage error with the command to ask for help, and return exit code 2."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else " ".join(["casepress", *session.argv[:1]])
    text, hint = _explain(error, session)
    hints = [session.words(f"建议: {hint[0]}", f"help: {hint[1]}")] if hint else []
    hints.append(session.words(f"说明: {path} --help", f"note: {path} --help"))
    session.error(text, hints)
    return int(ExitCode.USAGE)


def _explain(error: Any, session: Session) -> tuple[str, tuple[str, str] | None]:
    """Return the message and a hint (zh, en) for one of click's exceptions."""
    words = session.words
    name = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if name is not None and hasattr(error, "possibilities"):
        near = ", ".join(error.possibilities or ()) or _nearest(name, _options(error.ctx))
        hint = (f"你是不是想用 {near}？", f"did you mean {near}?") if near else None
        return words(f"没有选项 {name}", f"there is no option {name}"), hint
    if name is not None:
        return words(f"选项 {name} 后面要有一个值", f"option {name} needs a value"), None
    if parameter is not None:
        label = _label(parameter, session)
        if hasattr(error, "param_type"):
            return words(f"缺少参数：{label}", f"{label} is missing"), None
        expected = _expected(parameter)
        return words(f"{label} 的值不对", f"the value of {label} is not valid"), expected
    return words(f"命令行不对：{error.format_message()}", str(error.format_message())), None


def _options(context: Any) -> list[str]:
    if context is None:
        return []
    return [name for parameter in context.command.get_params(context) for name in parameter.opts]


def _nearest(word: str, known: list[str]) -> str:
    """Return the known word most like *word*, or an empty string."""
    return next(iter(get_close_matches(word, known, 1, 0.6)), "")


def nearest(word: str, known: list[str]) -> tuple[str, str] | None:
    """Return the hint "did you mean" in both languages, if a known word is near."""
    near = _nearest(word, known)
    return (f"你是不是想用 {near}？", f"did you mean {near}?") if near else None


def _label(parameter: Any, session: Session) -> str:
    """Name a parameter as the help does: its longest option, or the metavar of an argument."""
    options = [name for name in parameter.opts if name.startswith("-")]
    if options:
        return str(max(options, key=len))
    return pick(parameter.metavar or parameter.name.upper(), session.language)


def _expected(parameter: Any) -> tuple[str, str]:
    """Say what kind of value a parameter takes."""
    choices = getattr(parameter.type, "choices", None)
    if choices:
        listed = [str(choice) for choice in choices]
        return f"可以是 {'、'.join(listed)}", f"one of {', '.join(listed)}"
    if "int" in type(parameter.type).__name__.lower():
        low = getattr(parameter.type, "min", None)
        if low is not None:
            return f"应当是不小于 {low} 的整数", f"a whole number, {low} or more"
        return "应当是整数", "a whole number"
    return "见下面的说明", "see below"

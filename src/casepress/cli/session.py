"""One run of the command line: language, colour, loudness, and where words go."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from casepress.build.workers.worker import Worker

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

_BETWEEN = "\x1f"


def both(zh: str, en: str) -> str:
    """Join a text in both languages, for help texts that Typer keeps as one string."""
    return f"{zh}{_BETWEEN}{en}"


def pick(text: str, language: Language) -> str:
    """Return the text of one language out of :func:`both`; other texts as they are."""
    zh, between, en = text.partition(_BETWEEN)
    return (en if language == "en" and between else zh).strip()


def language_of(argv: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language wanted: ``--lang``, then ``CASEPRESS_LANG``, then Chinese.

    Read before the command line is parsed, because errors of parsing are said in it too.
    """
    chosen = environment.get("CASEPRESS_LANG", "zh")
    for position, argument in enumerate(argv):
        if argument == "--":
            break
        if argument == "--lang" and position + 1 < len(argv):
            chosen = argv[position + 1]
        elif argument.startswith("--lang="):
            chosen = argument.partition("=")[2]
    return "en" if chosen.lower().startswith("en") else "zh"


class Session:
    """Where results (stdout) and everything else (stderr) go, and in which language."""

    def __init__(
        self,
        argv: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        workers: Sequence[Worker] = (),
    ) -> None:
        """Take the arguments and the environment; options parsed later may change the rest."""
        self.argv = tuple(argv)
        self.environment = os.environ if environment is None else environment
        self.language: Language = language_of(argv, self.environment)
        self.workers = list(workers)
        self.quiet = False
        self.verbose = False
        self.json = False
        self.colour_choice = self.environment.get("CASEPRESS_COLOR", "auto")

    def words(self, zh: str, en: str) -> str:
        """Return the text of the session's language."""
        return en if self.language == "en" else zh

    @property
    def colour(self) -> bool:
        """Tell whether messages on stderr may use colour (no-color.org, FORCE_COLOR)."""
        if self.colour_choice in ("always", "never"):
            return self.colour_choice == "always"
        if self.environment.get("NO_COLOR") or self.environment.get("TERM") == "dumb":
            return False
        return bool(self.environment.get("FORCE_COLOR")) or sys.stderr.isatty()

    def result(self, text: str) -> None:
        """Print a result: what a script would read."""
        print(text, flush=True)

    def note(self, text: str) -> None:
        """Tell something by the way; not with ``-q``."""
        if not self.quiet:
            print(text, file=sys.stderr, flush=True)

    def detail(self, text: str) -> None:
        """Tell a detail; only with ``-v``."""
        if self.verbose:
            print(text, file=sys.stderr, flush=True)

    def error(self, text: str, hints: Sequence[str] = ()) -> None:
        """Print an error of the command line itself, with what to do about it."""
        head = self.words("错误", "error")
        if self.colour:
            head = f"\x1b[1;31m{head}\x1b[0m"
        print(f"{head}: {text}", file=sys.stderr)
        for hint in hints:
            print(f" = {hint}", file=sys.stderr)
        sys.stderr.flush()

"""The shape of a message: an id, and for each language what happened, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from casepress.frozen import dataclass

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """A message in one language. ``{name}`` stands for a parameter of the diagnostic.

    Attributes:
        title: what is wrong, one line; can be searched for.
        label: what stands under the caret: what was expected here.
        cause: why it is a problem; for ``casepress explain``.
        remedy: what to do; the first thing an editor wants to know.
    """

    title: str
    label: str = ""
    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A message in both languages."""

    zh: Words
    en: Words

    def words(self, language: Language) -> Words:
        """Return the words of one language."""
        return self.en if language == "en" else self.zh


Table = Mapping[str, Message]


def message(zh: tuple[str, str, str, str], en: tuple[str, str, str, str]) -> Message:
    """Make a message from (title, label, cause, remedy) in Chinese and in English."""
    return Message(Words(*zh), Words(*en))

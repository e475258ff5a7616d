"""The words of every finding, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from casepress.preflight.words.content import CONTENT
from casepress.preflight.words.entry import Words
from casepress.preflight.words.file import FILE
from casepress.preflight.words.ink import INK
from casepress.preflight.words.page import PAGE
from casepress.preflight.words.tags import TAGS

__all__ = ["WORDS", "Words", "say"]

Language = Literal["zh", "en"]

WORDS: Mapping[str, Words] = MappingProxyType({**PAGE, **INK, **CONTENT, **TAGS, **FILE})

_VALUES = {"left": "左", "right": "右", "top": "上", "bottom": "下",
           "text": "文字", "fill": "色块", "stroke": "线条", "image": "图片",
           "shading": "渐变"}  # fmt: skip
"""Values of parameters that are words, in Chinese."""


def say(id: str, params: Mapping[str, object], language: Language) -> tuple[str, str, str]:
    """Return what a finding is, why it matters and what to do, in one language."""
    entry = WORDS[id]
    which = 1 if language == "en" else 0
    values = {
        key: _VALUES.get(value, value) if which == 0 and isinstance(value, str) else value
        for key, value in params.items()
    }
    title, cause, remedy = (
        text[which].format_map(values) for text in (entry.title, entry.cause, entry.remedy)
    )
    return title.strip(), cause, remedy

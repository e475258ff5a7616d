"""Everything ``casepress explain`` knows: messages of the program and findings of its preflights.

The words are written once, where the program takes them from; here they only come together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from casepress.cli.session import Language
from casepress.diagnostics import SEVERITY_WORDS, Severity
from casepress.frozen import dataclass
from casepress.messages.words import Words

_GROUPS: Final = (
    ("CP01", "读文件", "Reading files"),
    ("CP02", "YAML 的写法", "YAML syntax"),
    ("CP03", "键和值", "Keys and values"),
    ("CP048", "忽略提示的注释", "Comments that accept findings"),
    ("CP04", "内容", "Content"),
    ("CP05", "版式和模板", "Layouts and templates"),
    ("CP065", "导入文章", "Importing articles"),
    ("CP066", "导入文章", "Importing articles"),
    ("CP06", "图片和字体", "Pictures and fonts"),
    ("CP07", "排版", "Composition"),
    ("CP08", "放得下、放不下", "Fit of pages and slides"),
    ("CP09", "写文件和存档", "Writing and archives"),
    ("CP10", "成品文件", "Finished files"),
)
_PDF: Final = ("印前检查 PDF", "Preflight of PDF files")
_PPTX: Final = ("检查 PPTX", "Preflight of PPTX files")
_NOT_CHECKED: Final = (("导入文章", "Importing articles"), ("成品文件", "Finished files"))
_OTHERS: Final = ("其他", "Others")


@dataclass(frozen=True, slots=True)
class Entry:
    """One id: where it belongs, how grave it is, and its words; parameters stand as ``…``."""

    id: str
    group: tuple[str, str]
    level: Severity | None
    zh: Words
    en: Words

    def words(self, language: Language) -> Words:
        """Return the words of one language."""
        return self.en if language == "en" else self.zh

    def as_object(self) -> dict[str, Any]:
        """Return this for JSON; keys only ever grow."""
        found: dict[str, Any] = {"id": self.id, "level": self.level.value if self.level else None}
        for language, words in (("zh", self.zh), ("en", self.en)):
            found[language] = {
                "title": words.title,
                "label": words.label,
                "cause": words.cause,
                "remedy": words.remedy,
            }
        return found


def catalogue() -> tuple[Entry, ...]:
    """Return every id in order: messages by number, then findings of PDF and PPTX by name."""
    return (*sorted(_messages(), key=lambda entry: entry.id), *_pdf(), *_pptx())


def suggestions(id_: str, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Return known ids that an unknown one may have meant, best first."""
    known = {entry.id.lower(): entry.id for entry in entries}
    wanted = id_.strip().lower()
    if wanted.isdigit():
        wanted = f"cp{wanted.zfill(4)}"
        if wanted in known:
            return (known[wanted],)
    return tuple(known[one] for one in get_close_matches(wanted, known, 3, 0.6))


def _messages() -> Iterator[Entry]:
    from casepress.messages import MESSAGES
    from casepress.messages.levels import level_of

    for id_, message in MESSAGES.items():
        group = next(((zh, en) for head, zh, en in _GROUPS if id_.startswith(head)), _OTHERS)
        yield Entry(id_, group, level_of(id_), _dotted(message.zh), _dotted(message.en))


def _pdf() -> Iterator[Entry]:
    from casepress.preflight.words import WORDS

    for id_, words in sorted(WORDS.items()):
        zh, en = (
            _dotted(Words(words.title[n].strip(), "", words.cause[n], words.remedy[n]))
            for n in (0, 1)
        )
        yield Entry(id_, _PDF, words.severity, zh, en)


def _pptx() -> Iterator[Entry]:
    from casepress.pptx.finding_words import WORDS

    for id_, (zh, en, remedy) in sorted(WORDS.items()):
        texts = (Words(zh, "", "", remedy[0]), Words(en, "", "", remedy[1]))
        yield Entry(id_, _PPTX, None, _dotted(texts[0]), _dotted(texts[1]))


def _dotted(words: Words) -> Words:
    parts = (words.title, words.label, words.cause, words.remedy)
    return Words(*(re.sub(r"\{[^{}]*\}", "…", part) for part in parts))


# -- shown ----------------------------------------------------------------------------------


def entry_lines(entry: Entry, language: Language) -> Iterator[str]:
    """Give one entry for reading: what it is, why, what to do, and whether it can be ignored."""
    en = language == "en"
    words = entry.words(language)
    level = f"[{SEVERITY_WORDS[entry.level][en]}] " if entry.level else ""
    yield f"{entry.id}  {level}{words.title}"
    heads = ("meaning", "cause", "remedy") if en else ("含义", "原因", "办法")
    for head, part in zip(heads, (words.label, words.cause, words.remedy), strict=True):
        if part:
            yield f"  {head}: {part}"
    if entry.id.startswith("CP") and entry.group not in _NOT_CHECKED and entry.level is not None:
        yield f"  {_acceptable(entry, en)}"


def _acceptable(entry: Entry, en: bool) -> str:
    if entry.level is Severity.ERROR:
        return "ignore: no, errors have to be mended" if en else "忽略: 不能，错误必须改正"
    return f"{'ignore' if en else '忽略'}: # casepress: ignore {entry.id}"


def listed(entries: tuple[Entry, ...], language: Language) -> Iterator[tuple[str, str, str]]:
    """Give id, level and title of every entry, for a table."""
    en = language == "en"
    for entry in entries:
        level = SEVERITY_WORDS[entry.level][en] if entry.level else ""
        yield entry.id, level, entry.words(language).title


def markdown(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Give the tables of docs/checks.md: one for each group, Chinese with the English title."""
    group: tuple[str, str] | None = None
    for entry in entries:
        if entry.group != group:
            group = entry.group
            yield from ("", f"### {group[0]}（{group[1]}）", "")
            yield from (
                "| 编号 | 级别 | 含义 | 原因 | 办法 | English |",
                "|---|---|---|---|---|---|",
            )
        level = SEVERITY_WORDS[entry.level][0] if entry.level else ""
        words = entry.zh
        cells = (entry.id, level, words.title, words.cause, words.remedy, entry.en.title)
        yield f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Escape what Markdown would read: bars, angle brackets, stars and hashes stay visible."""
    flat = " ".join(text.split())
    return re.sub(r"([|*<_\[\]])", r"\\\1", flat)

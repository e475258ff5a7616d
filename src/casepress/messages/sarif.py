"""Diagnostics as a SARIF 2.1.0 log, the format editors and code scanners read (OASIS, 2020).

Columns count Unicode code points, as everywhere in this program, and the log says so (§3.14.17).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from casepress.diagnostics import Diagnostic, Severity, Span
from casepress.messages import MESSAGES, Language, Words
from casepress.messages.render import FileTexts, in_order, related_words, words_of

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_REPLACING: Final[Mapping[str, str]] = {
    "CP0302": "suggestion",
    "CP0407": "wide",
    "CP0416": "wide",
    "CP0419": "wide",
}
"""Messages whose remedy is to write this parameter in place of the marked characters."""
_WRITTEN: Final[Mapping[str, str]] = {"CP0302": "key"}


def sarif_log(
    found: Sequence[Diagnostic],
    accepted: Sequence[Diagnostic],
    version: str,
    exit_code: int,
    language: Language = "zh",
) -> dict[str, Any]:
    """Return the log of one run.

    Args:
        found: what is told.
        accepted: what comments in the files accept; listed as suppressed in source.
        version: of the program.
        exit_code: how the run ends.
        language: of messages; the rules carry their help in both languages.
    """
    hidden = {id(one) for one in accepted}
    every = in_order([*found, *accepted])
    rules = sorted({one.id for one in every})
    texts = FileTexts()
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "casepress",
                        "version": version,
                        "language": "en" if language == "en" else "zh-CN",
                        "rules": [_rule(rule, language) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": exit_code != 70, "exitCode": exit_code}],
                "results": [
                    _result(one, rules.index(one.id), id(one) in hidden, texts, language)
                    for one in every
                ],
            }
        ],
    }


def _rule(id_: str, language: Language) -> dict[str, Any]:
    known = MESSAGES.get(id_)
    if known is None:
        return {"id": id_}
    other: Language = "zh" if language == "en" else "en"
    first, second = (_plain(known.words(one)) for one in (language, other))
    return {
        "id": id_,
        "shortDescription": {"text": first.title},
        "fullDescription": {"text": first.cause},
        "help": {"text": f"{_help(first)}\n\n{_help(second)}"},
    }


def _plain(words: Words) -> Words:
    """Return words with dots in place of parameters."""
    parts = (words.title, words.label, words.cause, words.remedy)
    return Words(*(re.sub(r"\{\w+\}", "…", part) for part in parts))


def _help(words: Words) -> str:
    return "\n".join(part for part in (words.title, words.cause, words.remedy) if part)


def _result(
    one: Diagnostic, rule: int, suppressed: bool, texts: Mapping[str, str], language: Language
) -> dict[str, Any]:
    words = words_of(one, language)
    parts = [words.title, words.label, words.remedy]
    joint = "; " if language == "en" else "；"
    result: dict[str, Any] = {
        "ruleId": one.id,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": joint.join(part.rstrip("。.") for part in parts if part)},
    }
    if one.span is not None and not one.span.file.startswith("--"):
        result["locations"] = [{"physicalLocation": _place(one.span)}]
    if one.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(related.span),
                "message": {"text": related_words(related, language)},
            }
            for number, related in enumerate(one.related)
        ]
    if suppressed:
        result["suppressions"] = [{"kind": "inSource"}]
    fix = _fix(one, texts, words)
    if fix:
        result["fixes"] = [fix]
    return result


def _place(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": uri_of(span.file)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }


def uri_of(name: str) -> str:
    """Return a file name as a URI (RFC 3986): a relative reference, or ``file:`` if absolute."""
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    uri = quote(path.as_posix())
    return f"./{uri}" if ":" in uri.split("/")[0] else uri


def _fix(one: Diagnostic, texts: Mapping[str, str], words: Words) -> dict[str, Any] | None:
    """Return the replacement that mends a diagnostic, where its place is exactly what to change."""
    span, name = one.span, _REPLACING.get(one.id)
    if span is None or name is None or name not in one.params or span.line != span.end_line:
        return None
    lines = texts.get(span.file, "").splitlines()
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    if line[span.column - 1 : span.end_column - 1] != one.params[_WRITTEN.get(one.id, "char")]:
        return None
    place = _place(span)
    return {
        "description": {"text": words.remedy},
        "artifactChanges": [
            {
                "artifactLocation": place["artifactLocation"],
                "replacements": [
                    {
                        "deletedRegion": place["region"],
                        "insertedContent": {"text": str(one.params[name])},
                    }
                ],
            }
        ],
    }

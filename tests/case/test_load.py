from __future__ import annotations

from pathlib import Path

import pytest

from casepress.case.load import load_case, load_case_bytes, placed
from casepress.diagnostics import CasepressError, Diagnostic, ExitCode

TEXT = "title: 题\npractices:\n  - title: 甲\n    lead: |\n      乙丙\n"


def test_bytes_path_and_places_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "案例.yaml"
    path.write_text(TEXT, encoding="utf-8")
    loaded = load_case(path)
    assert loaded.case.title == "题"
    assert loaded.source == TEXT.encode() and loaded.path == path
    assert loaded.diagnostics == ()
    assert loaded.spans["practices[0].title"].file == str(path)
    span = loaded.locate("practices[0].lead", 1, 2)
    assert span is not None and (span.line, span.column) == (5, 8)


def test_exit_codes_tell_unreadable_from_invalid(tmp_path: Path) -> None:
    for text, code in (("标题：x", ExitCode.INVALID), ("a: [", ExitCode.UNREADABLE),
                       ("titel: x", ExitCode.INVALID)):  # fmt: skip
        with pytest.raises(CasepressError) as caught:
            load_case_bytes(text.encode())
        assert caught.value.exit_code is code
    with pytest.raises(CasepressError) as caught:
        load_case(tmp_path / "无.yaml")
    assert caught.value.exit_code is ExitCode.UNREADABLE


def test_a_warning_does_not_stop_the_case() -> None:
    (warning,) = load_case_bytes((TEXT + "subtitle: 第一 #号\n").encode()).diagnostics
    assert warning.id == "CP0226"


def test_later_diagnostics_get_their_place() -> None:
    loaded = load_case_bytes(TEXT.encode())
    known = Diagnostic("CP0801", params={"path": "practices[0].lead"})
    nearby = Diagnostic("CP0801", params={"path": "practices[0].measures[3]"})
    unknown = Diagnostic("CP0901", params={"path": "out/x.pdf"})
    first, second, third = placed((known, nearby, unknown), loaded)
    assert first.span is not None and first.span.line == 4
    assert second.span is not None and second.span.line == 3
    assert third.span is None

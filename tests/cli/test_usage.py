"""Wrong command lines: said in the user's language, with the way out, and exit code 2."""

from __future__ import annotations

import pytest

USAGE = 2


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        (["biuld", "a.yaml"], "没有命令 biuld", "there is no command biuld"),
        (["build"], "缺少参数：案例", "CASE is missing"),
        (["build", "--fro", "x"], "你是不是想用 --for", "did you mean --for"),
        (["build", "a.yaml", "--for"], "选项 --for 后面要有一个值", "option --for needs a value"),
        (["build", "a.yaml", "--for", "srceen"], "你是不是想用 screen？", "did you mean screen?"),
        (["build", "a.yaml", "--only", "poster"], "不能是 poster", "not poster"),
        (["build", "a.yaml", "-j", "0"], "应当是不小于 1 的整数", "a whole number, 1 or more"),
        (["build", "a.yaml", "--set", "corner"], "--set 要写成 键=值", "--set takes KEY=VALUE"),
        (["build", "a.yaml", "-o", "x.pdf"], "-o 要的是目录", "-o takes a directory"),
        (["build", "a/x.yaml", "b/x.yaml"], "都要写成", "would both be written to"),
        (["check", "a.yaml", "--format", "xml"], "--format 可以是", "--format takes"),
        (["doctor", "x", "y"], "多出来的参数：x y", "unexpected: x y"),
        (["layouts", "lst"], "你是不是想用 list？", "did you mean list?"),
        (["build", "a.yaml", "--color", "red"], "--color 可以是", "--color is auto"),
    ],
)
def test_a_wrong_command_line_is_explained_in_both_languages(casepress, argv, zh, en):
    for language, words in ((None, zh), ("en", en)):
        ran = casepress(*argv, *(["--lang", language] if language and argv[-1] != "--for" else []))
        if language and argv[-1] == "--for":
            ran = casepress("build", "--lang=en", "a.yaml", "--for")
        assert ran.code == USAGE
        assert words in ran.err
        assert ran.out == ""
        assert "Traceback" not in ran.err


def test_an_unknown_language_is_refused(casepress):
    ran = casepress("doctor", "--lang", "fr")
    assert ran.code == USAGE
    assert "--lang 可以是 zh、en" in ran.err


def test_without_arguments_the_help_is_shown(casepress):
    ran = casepress()
    assert ran.code == USAGE
    assert "从这里开始" in ran.out


def test_the_language_may_come_from_the_environment(casepress, monkeypatch):
    monkeypatch.setenv("CASEPRESS_LANG", "en")
    assert "there is no command nix" in casepress("nix").err

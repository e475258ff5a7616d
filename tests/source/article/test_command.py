"""``casepress import`` on the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from casepress.case.load import load_case
from casepress.diagnostics import ExitCode
from casepress.messages import MESSAGES

HERE = Path(__file__).parent
FORM = HERE / "samples" / "form.txt"


def test_yaml_goes_to_stdout_and_the_rest_to_stderr(casepress):
    ran = casepress("import", FORM)
    assert ran.code == 0
    assert ran.out.startswith("# 由 form.txt 导入")
    assert "做法 2 条" in ran.err and "警告[CP0661]" in ran.err


def test_the_file_written_loads_and_its_path_is_the_result(casepress, tmp_path):
    target = tmp_path / "案例.yaml"
    ran = casepress("import", FORM, "-o", target)
    assert (ran.code, ran.out) == (0, f"{target}\n")
    assert load_case(target).case.title == "把课堂搬到车间"
    assert [path.name for path in tmp_path.iterdir()] == ["案例.yaml"]


def test_a_directory_as_output_takes_the_article_s_name(casepress, tmp_path):
    assert casepress("import", FORM, "-o", tmp_path).out == f"{tmp_path / 'form.yaml'}\n"


def test_nothing_is_overwritten_without_force(casepress, tmp_path):
    target = tmp_path / "a.yaml"
    target.write_text("title: 编写者改过的", encoding="utf-8")
    ran = casepress("import", FORM, "-o", target)
    assert ran.code == ExitCode.NOT_WRITABLE and "CP0651" in ran.err
    assert target.read_text(encoding="utf-8") == "title: 编写者改过的"
    assert casepress("import", FORM, "-o", target, "--force").code == 0
    assert load_case(target).case.title == "把课堂搬到车间"


def test_the_article_itself_is_never_the_output(casepress, tmp_path):
    article = tmp_path / "a.txt"
    article.write_bytes(FORM.read_bytes())
    ran = casepress("import", article, "-o", article, "--force")
    assert ran.code == ExitCode.USAGE
    assert article.read_bytes() == FORM.read_bytes()


@pytest.mark.parametrize("name", sorted(path.name for path in (HERE / "samples").iterdir()))
def test_chinese_keys_make_the_same_case(name, casepress, tmp_path):
    path = HERE / "samples" / name
    casepress("import", path, "-o", tmp_path / "en.yaml")
    ran = casepress("import", path, "-o", tmp_path / "zh.yaml", "--keys", "zh")
    assert ran.code == 0
    assert load_case(tmp_path / "zh.yaml").case == load_case(tmp_path / "en.yaml").case
    text = (tmp_path / "zh.yaml").read_text(encoding="utf-8")
    assert "\n标题: " in text and "\ntitle: " not in text and "practices" not in text


def test_unknown_key_languages_are_refused(casepress):
    ran = casepress("import", FORM, "--keys", "cn")
    assert ran.code == ExitCode.USAGE and "en、zh" in ran.err


def test_standard_input_may_have_any_encoding(casepress, monkeypatch):
    class Stdin:
        buffer = io.BytesIO(FORM.read_text(encoding="utf-8").encode("gb18030"))

    monkeypatch.setattr(sys, "stdin", Stdin())
    ran = casepress("import", "-")
    assert ran.code == 0 and "GB18030" in ran.err and "title: 把课堂搬到车间" in ran.out


def test_the_report_lists_fields_changes_and_what_was_cut(casepress):
    ran = casepress("import", HERE / "wuhou-article.txt", "--report")
    for words in ("practices[3].measures[2].text", "半角标点改全角", "196", "推荐阅读", "第49行"):
        assert words in ran.err
    quiet = casepress("import", HERE / "wuhou-article.txt", "-q")
    assert quiet.err == "" and quiet.out == ran.out


def test_json_tells_everything_to_programs(casepress):
    found = json.loads(casepress("import", FORM, "--json").out)
    assert found["output"] is None and found["yaml"].startswith("# 由 form.txt 导入")
    assert found["unplaced"] == [{"line": 1, "text": "（示例：虚构）"}]
    assert {d["id"] for d in found["diagnostics"]} == {"CP0661"}


def test_messages_are_english_on_request(casepress):
    ran = casepress("import", FORM, "--lang", "en")
    assert "2 practices" in ran.err and "warning[CP0661]" in ran.err


@pytest.mark.parametrize(
    ("data", "message"), [(b"", "CP0652"), (b"%PDF-1.4", "CP0654"), (b"\0\1\2\3" * 99, "CP0653")]
)
def test_files_that_are_no_articles_end_with_exit_code_3(data, message, casepress, tmp_path):
    path = tmp_path / "x.dat"
    path.write_bytes(data)
    ran = casepress("import", path)
    assert ran.code == ExitCode.UNREADABLE
    assert f"错误[{message}]" in ran.err and str(path) in ran.err and "Traceback" not in ran.err


def test_every_message_of_the_importer_has_words_and_can_be_explained(casepress):
    used = set()
    for path in (HERE.parents[2] / "src/casepress/source/article").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        used |= {text[i : i + 6] for i in range(len(text)) if text.startswith("CP0", i)}
    assert {"CP0652", "CP0661", "CP0668"} <= used <= set(MESSAGES)
    assert casepress("explain", "CP0661").code == 0


def test_a_missing_article_is_told_even_where_the_case_exists(casepress, tmp_path):
    target = tmp_path / "case.yaml"
    target.write_text("title: （示例：虚构）题目\n", encoding="utf-8")
    result = casepress("import", str(tmp_path / "none.txt"), "--force", "-o", str(target))
    assert result.code == 3 and "CP0101" in result.err
    assert target.read_text(encoding="utf-8").startswith("title:")

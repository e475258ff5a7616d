"""``check``: what it accepts, what it fixes, and how it tells it to editors and CI."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

HEAD = "title: 题\npractices:\n  - title: 把甲与乙相融合\n"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write(text: str, name: str = "案例.yaml") -> Path:
        path = Path(name)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def ids(ran) -> list[str]:
    return [d["id"] for d in json.loads(ran.out)["diagnostics"] if d["severity"] != "advice"]


# -- accepting -------------------------------------------------------------------------------


def test_an_accepted_warning_is_only_counted(casepress, case):
    path = case(HEAD + "    # casepress: ignore CP0408 原文如此\n    lead: 近15万余人\n")
    ran = casepress("check", path, "--strict", "--json")
    assert ran.code == 0 and ids(ran) == []
    assert [d["id"] for d in json.loads(ran.out)["accepted"]] == ["CP0408"]
    assert "1 处按注释忽略" in casepress("check", path).err


def test_a_whole_file_may_be_spoken_for(casepress, case):
    text = "# casepress: ignore-file CP0408\n" + HEAD + "    lead: 近15万余人、约30人左右\n"
    assert ids(casepress("check", case(text), "--json")) == []


def test_an_idle_comment_is_told_of(casepress, case):
    path = case(HEAD + "    lead: 乙  # casepress: ignore CP0408\n")
    found = json.loads(casepress("check", path, "--json").out)["diagnostics"]
    (idle,) = [d for d in found if d["id"] == "CP0481"]
    assert (idle["severity"], idle["place"]["line"], idle["place"]["column"]) == ("advice", 4, 34)


def test_an_error_cannot_be_ignored_and_the_comment_is_told_so(casepress, case):
    path = case(HEAD + "    laed: 乙  # casepress: ignore CP0302\n")
    ran = casepress("check", path, "--json")
    assert ran.code == 1 and ids(ran) == ["CP0302", "CP0482"]


def test_unknown_ids_and_words_are_told_of(casepress, case):
    path = case(
        HEAD + "    lead: 近15万余 # casepress: ignore CP0498\n# casepress: ingore CP0408\n"
    )
    ran = casepress("check", path, "--json")
    assert ids(ran) == ["CP0408", "CP0483", "CP0484"]


def test_a_build_keeps_to_the_comments_too(casepress, case):
    text = HEAD + "    lead: 乙\n    outcome: 丙\n"
    path = case("teaching: # casepress: ignore-file CP0809\n  minutes: 5\n" + text)
    assert casepress("build", path, "-j", "1", "-o", "out").code == 0


# -- characters without a glyph --------------------------------------------------------------


def test_a_character_without_a_glyph_stops_both_products_at_its_place(casepress, case):
    path = case(
        HEAD + "    lead: >-\n      第一行，\n      第二行有\ue123这个字，\n      还有\ue123。\n"
    )
    ran = casepress("check", path, "--json")
    (one,) = [d for d in json.loads(ran.out)["diagnostics"] if d["severity"] == "error"]
    assert one["id"] == "CP0605" and "U+E123" in one["message"]
    assert (one["place"]["line"], one["place"]["column"]) == (6, 11)
    assert one["related"][0]["place"]["line"] == 7
    built = casepress("build", path, "-j", "1", "-o", "out")
    assert built.code == 5 and not Path("out").exists()
    for only in ("brochure", "deck"):
        assert casepress("build", path, "--only", only, "-o", "out").code == 5
    assert not Path("out").exists()


def test_glyphs_are_not_asked_of_what_is_never_set(casepress, case):
    path = case(HEAD + "notes:\n  cover: 讲稿里有\ue123\n")
    assert casepress("check", path).code == 0


# -- fixing ----------------------------------------------------------------------------------

UNTIDY = "# 注释,不动\ntitle: 题,目   # 尾注 ,\npractices:\n  - {title: 把甲(乙)丙}\n"


def test_diff_shows_and_writes_nothing(casepress, case):
    path = case(UNTIDY)
    ran = casepress("check", path, "--diff")
    assert ran.code == 1 and path.read_text(encoding="utf-8") == UNTIDY
    assert ran.out.splitlines() == [
        "--- 案例.yaml", "+++ 案例.yaml", "@@ -1,4 +1,4 @@", " # 注释,不动",
        "-title: 题,目   # 尾注 ,", "+title: 题，目   # 尾注 ,", " practices:",
        "-  - {title: 把甲(乙)丙}", "+  - {title: 把甲（乙）丙}",
    ]  # fmt: skip


def test_fix_writes_shows_the_diff_and_is_done_once(casepress, case):
    path = case(UNTIDY)
    path.chmod(0o640)
    ran = casepress("check", path, "--fix")
    assert ran.code == 0 and "+title: 题，目   # 尾注 ," in ran.out and "改了 3 处" in ran.err
    assert path.read_text(encoding="utf-8") == UNTIDY.replace("题,目", "题，目").replace(
        "(乙)", "（乙）"
    )
    assert path.stat().st_mode & 0o777 == 0o640
    again = casepress("check", path, "--fix")
    assert "---" not in again.out
    assert casepress("check", path, "--diff").code == 0


def test_fix_keeps_byte_order_mark_line_ends_and_links(casepress, case):
    path = case("")
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    Path("link.yaml").symlink_to(path)
    assert casepress("check", "link.yaml", "--fix").code == 0
    assert Path("link.yaml").is_symlink()
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#") and data.count(b"\r\n") == 4 == data.count(b"\n")


def test_fix_says_why_it_left_a_file_alone(casepress, case):
    path = case("title: @x,y\n")
    ran = casepress("check", path, "--fix")
    assert ran.code == 3 and "CP0204" in ran.out
    assert casepress("check", path, "--diff").code == 3
    assert path.read_text(encoding="utf-8") == "title: @x,y\n"


def test_fixes_are_part_of_the_json(casepress, case):
    (fix,) = json.loads(casepress("check", case(UNTIDY), "--fix", "--json").out)["fixes"]
    assert fix["written"] and fix["count"] == 3 and "+title: 题，目" in fix["diff"]


# -- SARIF -----------------------------------------------------------------------------------


def test_sarif_has_places_and_replacements(casepress, case):
    text = "title: 题\ntitle: 目\npractices:\n  - title: 甲\n    laed: 𠮷近15万余\n"
    text += "# casepress: ignore-file CP0408\n"
    ran = casepress("check", case(text, "案 例.yaml"), "--format", "sarif")
    log = json.loads(ran.out)
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert ran.code == 1 == run["invocations"][0]["exitCode"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == (
            "%E6%A1%88%20%E4%BE%8B.yaml"
        )
    double, unknown = run["results"]
    assert double["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert unknown["level"] == "error"
    (change,) = unknown["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "lead"
    assert "\n\n" in rules[0]["help"]["text"]


def test_sarif_lists_what_is_accepted_as_suppressed(casepress, case):
    path = case(HEAD + "    lead: 𠮷近15万余,  # casepress: ignore CP0408\n")
    (run,) = json.loads(casepress("check", path, "--format", "sarif").out)["runs"]
    told = {r["ruleId"]: r for r in run["results"]}
    assert told["CP0408"]["suppressions"] == [{"kind": "inSource"}]
    assert told["CP0407"]["level"] == "warning" and "suppressions" not in told["CP0407"]
    region = told["CP0407"]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (17, 18)


def test_problems_come_in_the_order_of_the_file(casepress, case):
    path = case(HEAD + "    lead: 甲,乙\nkeywords: [党建，园区]\nsubtitle: 丙(丁)\n")
    places = [d["place"]["line"] for d in json.loads(casepress("check", path, "--json").out)[
        "diagnostics"] if d["place"]]  # fmt: skip
    assert places == sorted(places)


# -- pages, slides, pictures -----------------------------------------------------------------


def advice(casepress, path, *options):
    return {
        (d["id"], d["place"] and d["place"]["line"]): d
        for d in json.loads(casepress("check", path, "--json", *options).out)["diagnostics"]
    }


def test_bullets_nobody_wrote_are_listed_by_slide(casepress, case):
    measures = "    measures:\n      - title: 限时\n        text: 每人只说三件事，十五分钟散会。\n"
    told = advice(casepress, case(HEAD + measures))
    assert "每人只说三件事" in told["CP0811", 6]["message"]
    assert told["CP0811", 6]["place"]["column"] == 15
    points = measures.replace("text:", "points: [只说三件事]\n        text:")
    assert not [key for key in advice(casepress, case(HEAD + points)) if key[0] == "CP0811"]


def test_sections_that_take_more_slides_are_told_of(casepress, case):
    honours = "".join(
        f"    - {{title: 第{n}项全国先进集体称号, when: 20{n}年}}\n" for n in range(10, 24)
    )
    told = advice(casepress, case(f"{HEAD}results:\n  honours:\n{honours}"))
    (split,) = [d for key, d in told.items() if key[0] == "CP0806"]
    assert split["params"]["count"] >= 2 and split["place"]["line"] > 5


def test_every_text_too_long_for_its_slide_is_listed_at_its_place(casepress, case):
    long = "深" * 400
    path = case(f"title: 题\npractices:\n  - title: 甲{long}\n  - title: 乙{long}\n")
    ran = casepress("check", path, "--json")
    places = {d["place"]["line"] for d in json.loads(ran.out)["diagnostics"] if d["id"] == "CP0801"}
    assert ran.code == 1 and places == {3, 4}


def test_what_a_page_has_no_room_for_has_a_place(casepress, case):
    figures = ", ".join(f"{{value: '{n}', unit: 个, caption: 说明}}" for n in range(12))
    told = advice(casepress, case(f"{HEAD}summary:\n  text: 甲。\n  key_figures: [{figures}]\n"))
    assert [d for (id_, line), d in told.items() if id_ == "CP0821" and line == 6]


def test_a_coarse_picture_is_told_of_before_it_is_printed(casepress, case):
    from PIL import Image

    Image.new("RGB", (300, 200), "grey").save("a.png")
    path = case(
        HEAD + "    lead: 甲。\nfigures:\n  - {path: a.png, alt: 灰块, at: 'practices[0]'}\n"
    )
    assert advice(casepress, path)["CP0613", 6]["severity"] == "warning"
    assert casepress("check", path).code == 0
    assert advice(casepress, path, "--for", "print")["CP0613", 6]["severity"] == "error"
    path.write_text(path.read_text("utf-8") + "# casepress: ignore-file CP0613\n", "utf-8")
    assert "CP0432" not in casepress("check", path, "--json").out
    assert '"CP0482"' in casepress("check", path, "--json", "--for", "print").out


def test_many_of_one_kind_never_hide_the_only_one_of_another(casepress, case):
    path = case(HEAD + f"    lead: '{'甲,乙' * 150}'\n    outcome: 近15万余\n")
    ran = casepress("check", path)
    assert ran.out.count("警告[CP0407]") == 6 and "警告[CP0408]" in ran.out
    assert "CP0407 另有 144 处" in ran.out
    assert casepress("check", path, "--format", "short").out.count("[CP0407]") == 150


def test_a_missing_picture_does_not_hide_what_else_is_wrong(casepress, case):
    figures = "figures:\n  - {path: a.png, alt: 图}\n"
    path = case(f"{HEAD}  - title: {'深' * 400}\n    lead: 有\ue123。\n{figures}")
    assert ids(casepress("check", path, "--json")) == ["CP0801", "CP0605", "CP0601"]

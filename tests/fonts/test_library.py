"""Families, fallback, splitting, a user's own fonts, and the record of where files come from."""

import hashlib
import re
import struct
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from casepress.fonts import FontError, FontLibrary, data_directory

FONTS = data_directory("fonts")


@pytest.fixture(scope="module")
def library() -> FontLibrary:
    return FontLibrary.bundled()


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("中", "NotoSerifSC-Regular"),
        ("䶮", "NotoSerifSC-Regular"),
        ("𠮷", "LXGWWenKai-Regular"),
        ("😀", "NotoEmoji-Regular"),
        ("⸺", "NotoSerifSC-Regular"),
    ],
)
def test_each_character_finds_its_face(library: FontLibrary, char: str, name: str) -> None:
    face = library.resolve(char, library.chain("serif"))
    assert face is not None
    assert face.postscript_name == name


@pytest.mark.parametrize("char", ["\ue000", "\ue003", "\U000f0000", "\uffff", "\n"])
def test_some_characters_are_never_set(library: FontLibrary, char: str) -> None:
    assert library.resolve(char, library.chain("serif")) is None


def test_private_use_is_refused_even_where_a_font_has_it(library: FontLibrary) -> None:
    assert library.face("kai").covers("\ue003")
    assert library.missing("甲\ue003乙", library.chain("kai")) == [(1, "\ue003")]


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (100, 400),
        (400, 400),
        (500, 400),
        (550, 600),
        (650, 700),
        (700, 700),
        (800, 900),
        (1000, 900),
    ],
)
def test_the_nearest_static_weight_is_taken(library: FontLibrary, asked: int, given: int) -> None:
    assert library.face("serif", asked).weight == given


def test_a_face_is_made_once_under_all_its_names(library: FontLibrary) -> None:
    face = library.face("sans", 500)
    assert library.face("Noto Sans SC", 500) is face
    assert library.face("黑体", 500) is face
    assert library.face("noto sans sc", 500) is face


def test_an_unknown_family_is_answered_with_those_there_are(library: FontLibrary) -> None:
    with pytest.raises(FontError, match=r"仿宋.*serif.*LXGW WenKai") as error:
        library.face("仿宋")
    assert error.value.path is None


def test_chains_go_from_the_face_to_the_backstops(library: FontLibrary) -> None:
    def names(family: str, weight: int) -> list[str]:
        return [face.postscript_name for face in library.chain(family, weight)]

    backstops = [
        "NotoSerifSC-Regular",
        "LXGWWenKai-Regular",
        "NotoSansSC-wght700",
        "NotoEmoji-Regular",
    ]
    assert names("serif", 400) == [
        "NotoSerifSC-Regular", "LXGWWenKai-Regular", "NotoSansSC-wght400", "NotoEmoji-Regular"
    ]  # fmt: skip
    assert names("serif", 700) == ["NotoSerifSC-Bold", *backstops]
    assert names("sans", 700) == [
        "NotoSansSC-wght700", "NotoSerifSC-Regular", "LXGWWenKai-Regular", "NotoEmoji-Regular"
    ]  # fmt: skip
    assert names("serif", 600)[:3] == [
        "NotoSerifSC-SemiBold", "NotoSerifSC-Bold", "NotoSerifSC-Regular"
    ]  # fmt: skip


def test_the_bold_stands_in_for_the_small_semibold(library: FontLibrary) -> None:
    chain = library.chain("serif", 600)
    assert library.split("数喆58", chain) == [(chain[0], "数"), (chain[1], "喆"), (chain[0], "58")]


@pytest.mark.parametrize("family", ["serif", "sans", "kai", "emoji"])
@pytest.mark.parametrize(
    "text",
    ["", "党建引领", "姓𠮷的同志😀来了", "😀", "\u200b甲\ufe0f乙", "无\ue000字", "A—B 12.5% ☑️完成"],
)
def test_splitting_keeps_the_text(library: FontLibrary, family: str, text: str) -> None:
    runs = library.split(text, library.chain(family))
    assert "".join(run for _, run in runs) == text
    assert all(run for _, run in runs)
    assert all(a[0] is not b[0] for a, b in pairwise(runs))


def test_ordinary_text_is_one_run_and_rare_characters_are_cut_out(library: FontLibrary) -> None:
    chain = library.chain("serif")
    assert library.split("党建引领，融合发展", chain) == [(chain[0], "党建引领，融合发展")]
    assert [(face.family, run) for face, run in library.split("姓𠮷的😀", chain)] == [
        ("Noto Serif SC", "姓"),
        ("LXGW WenKai", "𠮷"),
        ("Noto Serif SC", "的"),
        ("Noto Emoji", "😀"),
    ]


def test_joiners_and_selectors_stay_with_what_precedes_them(library: FontLibrary) -> None:
    chain = library.chain("serif")
    assert [run for _, run in library.split("中\ufe0f国", chain)] == ["中\ufe0f国"]
    assert [run for _, run in library.split("甲👩\u200d💻乙", chain)] == ["甲", "👩\u200d💻", "乙"]
    assert library.missing("甲\u200b乙\ufe0f", chain) == []


def test_missing_names_every_place(library: FontLibrary) -> None:
    text = "甲\ue000乙\ue001丙\ue000"
    found = library.missing(text, library.chain("serif"))
    assert found == [(1, "\ue000"), (3, "\ue001"), (5, "\ue000")]
    assert library.missing("全部都有", library.chain("sans")) == []


def test_a_user_font_comes_first_and_the_bundled_ones_stay_behind(library: FontLibrary) -> None:
    own = library.with_user_fonts(
        {"serif": FONTS / "LXGWWenKai-Regular.ttf", "仿宋": [FONTS / "NotoSansSC-VF.ttf"]}
    )
    assert own.face("serif", 400).family == "LXGW WenKai"
    assert own.face("serif", 700).postscript_name == "NotoSerifSC-Bold"
    assert [face.family for face in own.chain("serif")][:2] == ["LXGW WenKai", "Noto Serif SC"]
    assert own.face("仿宋", 300).postscript_name == "NotoSansSC-wght300"
    assert own.chain("仿宋", 300)[1].postscript_name == "NotoSerifSC-Regular"
    assert library.face("serif").family == "Noto Serif SC"


def test_a_bad_user_font_is_refused_at_once(library: FontLibrary, tmp_path: Path) -> None:
    with pytest.raises(FontError, match=r"none\.ttf: cannot be read"):
        library.with_user_fonts({"serif": tmp_path / "none.ttf"})


def test_a_collection_gives_the_simplified_chinese_font(
    library: FontLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "both.ttc"
    names = ("NotoEmoji-Regular.ttf", "NotoSerifSC-SemiBold.ttf")
    path.write_bytes(_collection([(FONTS / name).read_bytes() for name in names]))
    assert library.with_user_fonts({"仿宋": path}).face("仿宋").family == "Noto Serif SC"
    by_number = library.with_user_fonts({"仿宋": f"{path}#0"}).face("仿宋")
    assert by_number.family == "Noto Emoji"
    assert by_number.covers("😀")
    with pytest.raises(FontError, match="no font number 2"):
        library.with_user_fonts({"仿宋": f"{path}#2"})


def _collection(fonts: list[bytes]) -> bytes:
    """Join fonts into a TTC: table offsets in a collection count from the start of the file."""
    start = 12 + 4 * len(fonts)
    offsets, body = [], b""
    for font in fonts:
        base = start + len(body)
        offsets.append(base)
        moved = bytearray(font)
        for record in range(struct.unpack(">H", font[4:6])[0]):
            at = 12 + 16 * record + 8
            moved[at : at + 4] = struct.pack(">I", struct.unpack(">I", font[at : at + 4])[0] + base)
        body += bytes(moved)
    return (
        b"ttcf"
        + struct.pack(">HHI", 1, 0, len(fonts))
        + struct.pack(f">{len(fonts)}I", *offsets)
        + body
    )


def test_entries_describe_the_files(library: FontLibrary) -> None:
    entries = {entry.path.name: entry for entry in library.entries()}
    assert set(entries) == {path.name for path in FONTS.glob("*.ttf")}
    assert entries["NotoSansSC-VF.ttf"].weights == (100, 900)
    assert entries["NotoSerifSC-Regular.ttf"].han > 27900
    assert entries["NotoSerifSC-Bold.ttf"].han > 8105
    assert entries["NotoEmoji-Regular.ttf"].han == 0
    assert all(entry.licence == "OFL-1.1" for entry in entries.values())


def test_the_record_of_origin_matches_the_files() -> None:
    rows = re.findall(
        r"^\| (\S+\.ttf) \| .*\| (\d+) \| [\d.]+ \| .*\| ([0-9a-f]{64}) \|$",
        (FONTS / "FONTS.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    recorded = {name: digest for name, _, digest in rows}
    actual = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")
    }
    assert recorded == actual


def test_every_family_has_its_licence_beside_it() -> None:
    for name in ("NotoSerifSC", "NotoSansSC", "LXGWWenKai", "NotoEmoji"):
        text = (FONTS / f"OFL-{name}.txt").read_text(encoding="utf-8")
        assert text.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_the_fonts_fit_in_a_checkout() -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 47_000_000


def test_importing_the_package_does_not_load_harfbuzz() -> None:
    code = (
        "import sys, casepress.fonts as f; f.FontLibrary.bundled().chain('sans', 500); "
        "sys.exit('uharfbuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

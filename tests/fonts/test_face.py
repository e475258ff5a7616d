"""What one face knows: glyphs, widths, shaping, instances, and what it refuses."""

from pathlib import Path

import pytest

from casepress.fonts import Face, FontError, FontLibrary, data_directory

FONTS = data_directory("fonts")


@pytest.fixture(scope="module")
def library() -> FontLibrary:
    return FontLibrary.bundled()


@pytest.fixture(scope="module")
def serif(library: FontLibrary) -> Face:
    return library.face("serif", 400)


def test_han_fills_the_em(serif: Face) -> None:
    assert serif.advance(serif.glyph_id("中")) == 1000
    assert serif.covers("中")
    assert serif.units_per_em == 1000


def test_a_missing_character_is_glyph_zero(serif: Face) -> None:
    assert serif.glyph_id("\ue000") == 0
    assert not serif.covers("😀")


@pytest.mark.parametrize("family", ["serif", "sans", "kai", "emoji"])
def test_every_family_has_the_same_em_box(library: FontLibrary, family: str) -> None:
    face = library.face(family)
    assert (face.ascent, face.descent) == (880, -120)


def test_cap_height_is_that_of_h(serif: Face) -> None:
    top = serif.glyph_bounds(serif.glyph_id("H"))[3]
    assert serif.cap_height == pytest.approx(top, abs=5)


def test_measures_are_thousandths_whatever_the_units(library: FontLibrary) -> None:
    emoji = library.face("emoji")
    assert emoji.units_per_em == 2048
    assert emoji.advance(emoji.glyph_id("😀")) == pytest.approx(2600 / 2.048)


def test_bounds_hold_the_ink_and_a_space_has_none(serif: Face) -> None:
    left, bottom, right, top = serif.glyph_bounds(serif.glyph_id("国"))
    assert 0 < left < right < 1000
    assert -120 < bottom < 0 < top < 880
    assert serif.glyph_bounds(serif.glyph_id(" ")) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("family", "weight"),
    [("serif", 400), ("serif", 600), ("serif", 700), ("serif", 900), ("sans", 500)],
)
def test_dashes_join_into_two_ems(library: FontLibrary, family: str, weight: int) -> None:
    face = library.face(family, weight)
    for text in ("——", "⸺"):
        assert [glyph.x_advance for glyph in face.shape(text)] == [2000], text
    (joined,) = [glyph for glyph in face.shape("中——文") if glyph.cluster == 1]
    left, _, right, _ = face.glyph_bounds(joined.gid)
    assert right - left >= 1800
    assert face.shape("——")[0].gid == joined.gid


@pytest.mark.parametrize("family", ["serif", "sans"])
def test_quotes_and_ellipsis_are_full_width_until_halt(library: FontLibrary, family: str) -> None:
    face = library.face(family)
    assert [glyph.x_advance for glyph in face.shape("“”……")] == [1000] * 4
    opening, closing = face.shape("“”", {"halt": True})
    assert (opening.x_advance, opening.x_offset) == (500, -500)
    assert (closing.x_advance, closing.x_offset) == (500, 0)


def test_clusters_count_characters_outside_the_bmp_once(library: FontLibrary) -> None:
    shaped = library.face("kai").shape("𠮷中a")
    assert [glyph.cluster for glyph in shaped] == [0, 1, 2]
    assert all(glyph.gid for glyph in shaped)


def test_kerning_can_be_turned_off(serif: Face) -> None:
    def width(kern: bool) -> float:
        return sum(glyph.x_advance for glyph in serif.shape("AVATA", {"kern": kern}))

    assert width(True) < width(False)


def test_instances_of_one_file_differ_in_name_width_and_outline(library: FontLibrary) -> None:
    thin, bold = library.face("sans", 300), library.face("sans", 700)
    assert thin.postscript_name == "NotoSansSC-wght300"
    assert bold.postscript_name == "NotoSansSC-wght700"
    assert thin.path == bold.path
    gid = thin.glyph_id("8")
    assert thin.advance(gid) < bold.advance(gid)
    stroke = thin.glyph_id("一")
    assert _height(thin, stroke) < _height(bold, stroke)


def _height(face: Face, gid: int) -> float:
    _, bottom, _, top = face.glyph_bounds(gid)
    return top - bottom


def test_a_face_is_not_opened_before_it_is_asked(tmp_path: Path) -> None:
    face = Face(tmp_path / "none.ttf", family="x", weight=400, postscript_name="X")
    with pytest.raises(FontError, match="cannot be read"):
        face.glyph_id("中")


def test_opening_takes_the_names_from_the_file() -> None:
    static = Face.open(FONTS / "NotoSerifSC-Bold.ttf")
    assert (static.family, static.weight) == ("Noto Serif SC", 700)
    assert static.postscript_name == "NotoSerifSC-Bold"
    variable = Face.open(FONTS / "NotoSansSC-VF.ttf", weight=2000)
    assert (variable.weight, variable.postscript_name) == (900, "NotoSansSC-wght900")
    assert variable.variations == {"wght": 900}


def test_blob_is_the_whole_file(serif: Face) -> None:
    assert len(serif.blob()) == serif.path.stat().st_size
    assert serif.hb_face().glyph_count > 30000


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "is empty"),
        (b"hello, this is a text", "is not a TrueType"),
        (b"wOF2" + bytes(40), "WOFF2"),
        (b"%!PS-AdobeFont-1.0", "Type 1"),
        (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        (b"\x00\x01\x00\x00" + bytes(60), "damaged or encrypted"),
        (b"ttcf\x00\x01\x00\x00\x00\x00\x00\x00", "no font number"),
    ],
)
def test_what_is_not_a_font_is_named_with_its_cause(
    tmp_path: Path, content: bytes, cause: str
) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(content)
    with pytest.raises(FontError, match=cause) as error:
        Face.open(path)
    assert error.value.path == path
    assert cause in error.value.cause
    assert isinstance(error.value, ValueError)


def test_a_truncated_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.ttf"
    path.write_bytes((FONTS / "NotoSerifSC-SemiBold.ttf").read_bytes()[:400])
    with pytest.raises(FontError, match="damaged"):
        Face.open(path)


def test_a_font_that_forbids_embedding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "restricted.ttf"
    path.write_bytes(_with_fs_type((FONTS / "NotoEmoji-Regular.ttf").read_bytes(), 2))
    with pytest.raises(FontError, match="forbids embedding"):
        Face.open(path)


def _with_fs_type(font: bytes, value: int) -> bytes:
    """Change OS/2 fsType (offset 8 of the table) in the bytes of a font."""
    record = font.index(b"OS/2")
    offset = int.from_bytes(font[record + 8 : record + 12], "big") + 8
    return font[:offset] + value.to_bytes(2, "big") + font[offset + 2 :]

#!/usr/bin/env python3
"""Make the font files in ``fonts/`` from the families' own files.

For maintainers: nothing at run time needs this. It reads a directory that holds the unpacked
source packages named in ``fonts/FONTS.md`` (searched recursively), checks every source file
against its SHA-256, copies the files that ship unmodified and subsets the others with hb-subset.
The same sources and the same uharfbuzz version give the same bytes.

    python tools/subset_fonts.py SOURCES Unihan_OtherMappings.txt[.bz2] fonts/

Needs ``uharfbuzz``. Prints one Markdown row per file: name, source SHA-256, shipped SHA-256,
number of characters.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

#: The shaping features the typesetter uses, and those they rely on. ``aalt``, ``dlig``, ``hist``
#: and ``ruby`` are left out because they would pull in thousands of alternate glyphs.
FEATURES = (
    *("ccmp", "locl", "liga", "fwid", "hwid", "pwid", "vert", "vrt2"),
    *("kern", "mark", "mkmk", "halt", "palt", "chws"),
)

#: Ranges (inclusive) of characters other than Han that every subset keeps if the source has them.
SYMBOL_RANGES: tuple[tuple[int, int], ...] = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x0100, 0x017F),  # Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels with tone marks
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike: degree Celsius, numero, trademark
    (0x2150, 0x218F),  # fractions and Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2460, 0x24FF),  # circled and parenthesised numbers
    (0x2500, 0x257F),  # box drawing
    (0x2580, 0x259F),  # blocks
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2E3A, 0x2E3B),  # two- and three-em dash
    (0x3000, 0x303F),  # CJK punctuation, with U+3007
    (0x3220, 0x3229),  # parenthesised Han numbers
    (0xFE30, 0xFE4F),  # vertical and compatibility forms
    (0xFF00, 0xFFEF),  # full-width forms
)

#: Single symbols from blocks that are otherwise left out.
EXTRA_SYMBOLS = "≈≠≡≤≥∞√∑∏∩∪∈∫∠⊥∥☆★☎☑☐♀♂✓✔✕✗✘✦㎎㎏㎜㎝㎞㎡㎥㏄㏎㏑㏒㏕"


@dataclass(frozen=True)
class Recipe:
    """How one shipped file comes from one source file.

    ``charset`` is a key of :func:`charsets`, or ``None`` for a file that ships unmodified.
    """

    shipped: str
    source: str
    source_sha256: str
    charset: str | None = None


RECIPES: tuple[Recipe, ...] = (
    Recipe(
        "NotoSerifSC-Regular.ttf",
        "NotoSerifSC_400Regular.ttf",
        "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    ),
    Recipe(
        "NotoSerifSC-SemiBold.ttf",
        "NotoSerifSC_600SemiBold.ttf",
        "5d19e0f438d4a30371f584d34a87c9232dba0a85237db63fe5337fe743487def",
        "gb2312-1+sym",
    ),
    Recipe(
        "NotoSerifSC-Bold.ttf",
        "NotoSerifSC_700Bold.ttf",
        "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
        "8105+sym",
    ),
    Recipe(
        "NotoSerifSC-Black.ttf",
        "NotoSerifSC_900Black.ttf",
        "092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2",
        "8105+sym",
    ),
    Recipe(
        "NotoSansSC-VF.ttf",
        "NotoSansSC[wght].ttf",
        "a3041811a78c361b1de50f953c805e0244951c21c5bd412f7232ef0d899af0da",
        "8105+sym",
    ),
    Recipe(
        "LXGWWenKai-Regular.ttf",
        "LXGWWenKai-Regular.ttf",
        "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
    ),
    Recipe(
        "NotoEmoji-Regular.ttf",
        "NotoEmoji_400Regular.ttf",
        "24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504",
    ),
)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_ktgh(path: Path) -> set[int]:
    """Read the 8,105 characters of 通用规范汉字表 from a Unihan_OtherMappings file.

    The file may be bz2-compressed. Raises ``ValueError`` when the count is not 8,105, because a
    different Unihan version would quietly change what the fonts cover.
    """
    opener = bz2.open if path.suffix == ".bz2" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        found = {int(line[2:].split("\t")[0], 16) for line in lines if "\tkTGH\t" in line}
    if len(found) != 8105:
        raise ValueError(f"{path}: {len(found)} kTGH characters, expected 8105")
    return found


def gb2312(rows: Iterable[int]) -> set[int]:
    """Return the code points of the given GB 2312 rows.

    Rows 1–9 are symbols, 16–55 Han of level 1, 56–87 Han of level 2.
    """
    found: set[int] = set()
    for row in rows:
        for cell in range(1, 95):
            text = bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312", errors="ignore")
            found.update(map(ord, text))
    return found


def charsets(unihan: Path) -> dict[str, set[int]]:
    """Return the named character sets the recipes use.

    GB 2312 is not a subset of the 8,105 (its traditional and variant forms are missing there), so
    the larger set is the union of both.
    """
    symbols = {code for first, last in SYMBOL_RANGES for code in range(first, last + 1)}
    symbols |= set(map(ord, EXTRA_SYMBOLS)) | gb2312(range(1, 10))
    return {
        "8105+sym": symbols | gb2312(range(16, 88)) | read_ktgh(unihan),
        "gb2312-1+sym": symbols | gb2312(range(16, 56)),
    }


def tag(name: str) -> int:
    """Return an OpenType tag as the integer uharfbuzz's tag sets want."""
    return int.from_bytes(name.encode("ascii"), "big")


def subset(source: Path, characters: set[int]) -> bytes:
    """Return ``source`` cut down to ``characters``, keeping layout, axes and the name table."""
    face = hb.Face(hb.Blob.from_file_path(source))
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(characters)
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(map(tag, FEATURES))
    wanted.name_id_set.update(range(26))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    subset: bytes = hb.SubsetPlan(face, wanted).execute().blob.data
    return subset


def find_source(sources: Path, recipe: Recipe) -> Path:
    """Find the recipe's source below ``sources`` by name and SHA-256."""
    for path in sorted(sources.rglob("*.ttf")):
        if path.name == recipe.source and sha256(path) == recipe.source_sha256:
            return path
    raise FileNotFoundError(f"no {recipe.source} with SHA-256 {recipe.source_sha256} in {sources}")


def make(recipe: Recipe, source: Path, sets: dict[str, set[int]], target: Path) -> str:
    """Write one shipped file and return its Markdown row."""
    if recipe.charset is None:
        shutil.copyfile(source, target)
    else:
        target.write_bytes(subset(source, sets[recipe.charset]))
    count = len(hb.Face(hb.Blob.from_file_path(target)).unicodes)
    return f"| {recipe.shipped} | {recipe.source_sha256} | {sha256(target)} | {count} |"


def main(arguments: list[str] | None = None) -> int:
    """Run the script; return the process exit code."""
    parser = argparse.ArgumentParser(description="Make the files in fonts/ from their sources.")
    parser.add_argument("sources", type=Path, help="directory with the unpacked source packages")
    parser.add_argument("unihan", type=Path, help="Unihan_OtherMappings.txt, plain or .bz2")
    parser.add_argument("target", type=Path, help="directory to write the fonts to")
    options = parser.parse_args(arguments)
    try:
        sets = charsets(options.unihan)
        found = [(recipe, find_source(options.sources, recipe)) for recipe in RECIPES]
    except (OSError, ValueError) as error:
        print(f"subset_fonts: {error}", file=sys.stderr)
        return 1
    options.target.mkdir(parents=True, exist_ok=True)
    for recipe, source in found:
        print(make(recipe, source, sets, options.target / recipe.shipped))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

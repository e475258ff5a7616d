"""Cutting a face down to the glyphs that are set, and making a font program of what is left."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from casepress.fonts import Face
from casepress.frozen import dataclass

_DROPPED = (
    "GSUB GPOS GDEF BASE JSTF MATH DSIG post cmap vhea vmtx VORG kern gasp LTSH VDMX hdmx "
    "COLR CPAL SVG CBDT CBLC sbix PCLT meta"
)
_DROPPED_STATIC = "STAT MVAR name OS/2 avar fvar"
"""A variable face needs these while it is instanced."""
_TRUETYPE = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
_RECORD = struct.Struct(">4sIII")


@dataclass(frozen=True, slots=True)
class Subset:
    """A face cut down to some glyphs."""

    tables: dict[str, bytes]
    checksums: dict[str, int]
    places: dict[int, int]
    """Where each glyph of the source stands in the subset; CFF outlines keep their ids."""

    def truetype(self) -> bytes:
        """Put the tables a PDF reader needs into an sfnt of their own (OpenType 1.9, "otff")."""
        kept = [(tag, self.tables[tag]) for tag in _TRUETYPE if self.tables.get(tag)]
        power = 1 << (len(kept).bit_length() - 1)
        places = (power * 16, power.bit_length() - 1, (len(kept) - power) * 16)
        directory = struct.pack(">IHHHH", 0x00010000, len(kept), *places)
        offset, start, bodies = 12 + 16 * len(kept), 0, []
        for tag, data in kept:
            if tag == "head":
                data, start = data[:8] + bytes(4) + data[12:], offset
            directory += _RECORD.pack(tag.encode(), self.checksums[tag], offset, len(data))
            bodies.append(data + bytes(-len(data) % 4))
            offset += len(bodies[-1])
        whole = bytearray(b"".join((directory, *bodies)))
        total = _checksum(directory) + sum(self.checksums[tag] for tag, _ in kept)
        struct.pack_into(">I", whole, start + 8, (0xB1B0AFBA - total) & 0xFFFFFFFF)
        return bytes(whole)


def subset_of(face: Face, gids: list[int], texts: Mapping[int, str]) -> Subset:
    """Cut out glyphs at the face's place on the variation axes; *texts* is what they stand for.

    Glyphs that are the plain shapes of their characters are asked for by character: HarfBuzz looks
    those few up, where for glyphs it first lists all characters of the face. A variant that a
    variation sequence would lead to may come along unasked.
    """
    import uharfbuzz as hb

    source = face.hb_face()
    axes = source.axis_infos
    subset = hb.SubsetInput()
    characters = [texts.get(gid, "") for gid in gids]
    if all(len(c) == 1 and face.glyph_id(c) == g for g, c in zip(gids, characters, strict=True)):
        subset.unicode_set.update(map(ord, characters))
    else:
        subset.glyph_set.update([0, *gids])
    dropped = _DROPPED if axes else f"{_DROPPED} {_DROPPED_STATIC}"
    subset.drop_table_tag_set.update(_number_of(tag) for tag in dropped.split())
    flag = hb.SubsetFlags
    flags = flag.NOTDEF_OUTLINE | flag.NO_LAYOUT_CLOSURE | flag.NO_HINTING
    if "glyf" not in source.table_tags:
        flags |= flag.RETAIN_GIDS | flag.CFF_IDENTITY_CHARSET | flag.DOWNGRADE_CFF2
    subset.flags = flags
    for axis in axes:
        place = face.variations.get(axis.tag, axis.default_value)
        subset.pin_axis_location(source, axis.tag, place)
    plan = hb.SubsetPlan(source, subset)
    places = plan.old_to_new_glyph_mapping
    return Subset(*_tables(plan.execute().blob.data), {gid: places[gid] for gid in gids})


def _tables(program: bytes) -> tuple[dict[str, bytes], dict[str, int]]:
    """Take a font file apart: its tables and what their words add up to."""
    count = int.from_bytes(program[4:6], "big")
    tables, checksums = {}, {}
    for tag, checksum, offset, length in _RECORD.iter_unpack(program[12 : 12 + 16 * count]):
        tables[tag.decode()] = program[offset : offset + length]
        checksums[tag.decode()] = checksum
    return tables, checksums


def _number_of(tag: str) -> int:
    """Write a table's tag as the number HarfBuzz knows it by."""
    return int.from_bytes(tag.ljust(4).encode(), "big")


def _checksum(data: bytes) -> int:
    """Sum up the big-endian words of a table (OpenType 1.9, "Calculating Checksums")."""
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF

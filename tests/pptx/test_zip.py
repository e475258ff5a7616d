from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO

from casepress.pptx import package
from casepress.pptx.package import pack


def test_order_dates_and_attributes_are_fixed() -> None:
    parts = {
        "ppt/slides/slide10.xml": "<b/>",
        "ppt/slides/slide2.xml": "<a/>",
        "_rels/.rels": "<r/>",
        "[Content_Types].xml": "<t/>",
    }
    data = pack(parts)
    assert data == pack(dict(reversed(parts.items())))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "ppt/slides/slide2.xml",
            "ppt/slides/slide10.xml",
        ]
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.create_system == 3 and entry.external_attr == 0o100644 << 16


def test_pictures_and_workbooks_are_not_compressed_twice() -> None:
    data = pack({"a.png": b"x" * 500, "b.xml": "x" * 500})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        kinds = {e.filename: e.compress_type for e in archive.infolist()}
    assert kinds == {"a.png": zipfile.ZIP_STORED, "b.xml": zipfile.ZIP_DEFLATED}


def test_the_entries_are_those_zipfile_writes() -> None:
    parts = {
        "[Content_Types].xml": "<t/>",
        "图/甲.xml": "乙" * 900,
        "a.png": b"\x89PNG",
        "e.xml": "",
    }
    sink = BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name in ("[Content_Types].xml", "a.png", "e.xml", "图/甲.xml"):
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            info.compress_type = (
                zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            )
            archive.writestr(info, parts[name], compresslevel=None if name == "a.png" else 6)
    assert _entries(BytesIO(pack(parts))) == _entries(sink)


def _entries(file: BytesIO) -> list[dict[str, object]]:
    """Return all that the directory says of each entry but how far it was squeezed, and where."""
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        entries = [{k: getattr(e, k, None) for k in e.__slots__} for e in archive.infolist()]
    for entry in entries:
        for deflater in ("compress_size", "header_offset", "_end_offset"):
            entry.pop(deflater, None)
    return entries


def test_a_part_that_changed_under_its_name_is_packed_anew() -> None:
    for content in ("<a>1</a>", "<a>2</a>", "<a>1</a>"):
        with zipfile.ZipFile(BytesIO(pack({"a.xml": content}))) as archive:
            assert archive.read("a.xml").decode() == content
            assert archive.testzip() is None


def test_what_is_remembered_of_packed_parts_is_bounded() -> None:
    for number in range(600):
        pack({"a.xml": str(number)})
    pack({"b.xml": b"".join(hashlib.sha256(bytes([n])).digest() for n in range(256)) * 9})
    assert len(package._kept) == package._KEPT_PARTS
    assert max(map(len, package._kept.values())) <= package._KEPT_BYTES

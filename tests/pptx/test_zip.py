from __future__ import annotations

import zipfile
from io import BytesIO

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

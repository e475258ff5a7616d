"""A presentation as a template: only its main part's type differs (ECMA-376-1 13.3.6)."""

from __future__ import annotations

import zipfile
from io import BytesIO

from casepress.pptx.package import pack

_MAIN = b"presentationml.presentation.main+xml"
_TEMPLATE = b"presentationml.template.main+xml"


def as_template(presentation: bytes) -> bytes:
    """Give the .potx of a .pptx: opening it in an application makes a new presentation."""
    with zipfile.ZipFile(BytesIO(presentation)) as archive:
        parts: dict[str, bytes | str] = {n: archive.read(n) for n in archive.namelist()}
    types = parts["[Content_Types].xml"]
    assert isinstance(types, bytes)
    parts["[Content_Types].xml"] = types.replace(_MAIN, _TEMPLATE)
    return pack(parts)

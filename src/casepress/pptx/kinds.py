"""Relationship types and content types of the parts we write (ISO/IEC 29500-1, 13 and 14)."""

from __future__ import annotations

from typing import Final

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-officedocument"

SLIDE: Final = f"{_OFFICE}/slide"
SLIDE_MASTER: Final = f"{_OFFICE}/slideMaster"
SLIDE_LAYOUT: Final = f"{_OFFICE}/slideLayout"
NOTES_SLIDE: Final = f"{_OFFICE}/notesSlide"
NOTES_MASTER: Final = f"{_OFFICE}/notesMaster"
THEME: Final = f"{_OFFICE}/theme"
TABLE_STYLES: Final = f"{_OFFICE}/tableStyles"
VIEW_PROPS: Final = f"{_OFFICE}/viewProps"
CHART: Final = f"{_OFFICE}/chart"
PACKAGE: Final = f"{_OFFICE}/package"
IMAGE: Final = f"{_OFFICE}/image"
OFFICE_DOCUMENT: Final = f"{_OFFICE}/officeDocument"
CORE_PROPERTIES: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)

SLIDE_XML: Final = f"{_TYPE}.presentationml.slide+xml"
NOTES_SLIDE_XML: Final = f"{_TYPE}.presentationml.notesSlide+xml"
NOTES_MASTER_XML: Final = f"{_TYPE}.presentationml.notesMaster+xml"
TABLE_STYLES_XML: Final = f"{_TYPE}.presentationml.tableStyles+xml"
VIEW_PROPS_XML: Final = f"{_TYPE}.presentationml.viewProps+xml"
THEME_XML: Final = f"{_TYPE}.theme+xml"
CHART_XML: Final = f"{_TYPE}.drawingml.chart+xml"
WORKBOOK: Final = f"{_TYPE}.spreadsheetml.sheet"

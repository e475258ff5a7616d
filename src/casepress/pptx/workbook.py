"""The workbook inside a chart: words stay words, whatever they begin with.

python-pptx's own workbook turns a category ``=1+1`` into a formula and a URL into a hyperlink
(measured); here formulas, links and number guessing are off, and every word is written as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from casepress.deck.model import Series
from casepress.pptx.markup import clean
from casepress.pptx.package import repack

_DATE = datetime(1980, 1, 1, tzinfo=UTC)
SHEET = "Sheet1"


def column_name(index: int) -> str:
    """Spreadsheet letters of a column counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def workbook_bytes(categories: Sequence[str], series: Sequence[Series]) -> bytes:
    """Categories in column A, one series per further column, headings in row 1; deterministic."""
    from xlsxwriter import Workbook

    sink = BytesIO()
    book = Workbook(
        sink,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": _DATE.replace(tzinfo=None)})
    sheet = book.add_worksheet(SHEET)
    for row, category in enumerate(categories, 1):
        sheet.write_string(row, 0, clean(category))
    for column, one in enumerate(series, 1):
        sheet.write_string(0, column, clean(one.name))
        for row, value in enumerate(one.values, 1):
            sheet.write_number(row, column, value)
    book.close()
    return repack(sink.getvalue())

"""Write the tables of docs/checks.md anew from the messages of the program.

    python tools/checks_table.py

What stands above the mark is written by hand and stays.
"""

from __future__ import annotations

from pathlib import Path

from casepress.cli.catalogue import catalogue, markdown

PAGE = Path(__file__).resolve().parent.parent / "docs" / "checks.md"
MARK = "<!-- casepress explain --list --format md -->\n"


def page(text: str) -> str:
    """Return the page with its tables as the program has them now."""
    head, _, _ = text.partition(MARK)
    return f"{head}{MARK}\n" + "\n".join(markdown(catalogue())).strip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

"""``casepress fonts``: which fonts a build may use."""

from __future__ import annotations

import typer

from casepress.cli import options as option
from casepress.cli.session import Session, both

HELP = both("看有哪些字体。", "See which fonts there are.")
EPILOG = ""


def list_fonts(ctx: typer.Context, as_json: option.Json = False) -> int:
    """Print a line per font file: role, family, weights, Han characters, licence, digest."""
    from casepress.cli.columns import table
    from casepress.fonts import FontLibrary

    session: Session = ctx.obj
    entries = FontLibrary.bundled().entries()
    if as_json:
        from casepress.cli.show import print_json

        keys = ("role", "family", "weights", "path", "licence", "han", "sha256")
        print_json({"fonts": [{key: getattr(entry, key) for key in keys} for entry in entries]})
        return 0
    head = session.words(
        "用途 字族 字重 汉字 许可 文件 SHA-256", "role family weight Han licence file SHA-256"
    )
    rows = [tuple(head.split())]
    for entry in entries:
        low, high = entry.weights
        weight = f"{low}" if low == high else f"{low}–{high}"
        rows.append(
            (entry.role, entry.family, weight, f"{entry.han}", entry.licence, entry.path.name,
             entry.sha256[:16])
        )  # fmt: skip
    for line in table(rows):
        session.result(line)
    return 0


COMMANDS = {
    "list": (list_fonts, both("列出字体：用途、字族、字重、字数、校验码", "List the fonts"))
}

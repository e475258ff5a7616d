"""Cold processes: casepress beside Typst and pandoc, WeasyPrint and first tries."""

from __future__ import annotations

import sys
from pathlib import Path

from measure import Figures, in_turn, table

HERE = Path(__file__).parent
PEERS = HERE / "peers"
PROGRAM = str(Path(sys.executable).parent / "casepress")
FONTS = str(HERE.parent / "fonts")
PEER = "pandoc, then Typst"


def commands(case: Path, folder: Path, python: str) -> dict[str, list[str]]:
    """Return the commands of both sides; *python* is the interpreter that has Typst."""
    build = [PROGRAM, "build", str(case), "--force", "-o", str(folder / "out")]
    pandoc = f"pandoc {folder}/slides.md -t pptx -o {folder}/pandoc.pptx"
    typst = f"{python} {PEERS}/typst_brochure.py {folder} {FONTS}"
    first = f"{sys.executable} {PEERS}/naive_reportlab.py {folder} {FONTS}"
    return {
        "casepress build": build,
        PEER: ["sh", "-c", f"{pandoc} && {typst}"],
        "pandoc and Typst side by side": ["sh", "-c", f"{pandoc} & {typst}; wait"],
        "casepress build, one process": [*build, "-j", "1"],
        "casepress, brochure only": [*build, "--only", "brochure"],
        "Typst": typst.split(),
        "casepress, deck only": [*build, "--only", "deck"],
        "pandoc": pandoc.split(),
        "WeasyPrint, plain pages": [
            python, f"{PEERS}/weasyprint_brochure.py", str(folder), FONTS,
        ],
        "reportlab, first try": first.split(),
        "python-pptx, first try": [sys.executable, f"{PEERS}/naive_pptx.py", str(folder)],
    }  # fmt: skip


def start_commands() -> dict[str, list[str]]:
    """Return ``--help`` beside a Typer program that does nothing."""
    bare = "import typer\napp = typer.Typer()\n@app.command()\ndef run() -> None: ...\napp()"
    return {
        "casepress --help": [PROGRAM, "--help"],
        "bare Typer program --help": [sys.executable, "-c", bare, "--help"],
    }


def target_commands(case: Path, folder: Path) -> dict[str, list[str]]:
    """Return one build per use of the brochure."""
    build = [PROGRAM, "build", str(case), "--force", "--only", "brochure", "-o"]
    return {
        f"--for {use}": [*build, str(folder / use), "--for", use]
        for use in ("screen", "print", "archive")
    }


def report(figures: dict[str, Figures], base: str) -> str:
    """Return figures as a table, with ratios to *base*."""
    rows = [
        [name, f"{one.wall * 1000:.0f}", f"{one.cpu * 1000:.0f}", f"{one.peak:.0f}",
         f"{one.ratio(figures[base]):.2f}", f"{one.ratio(figures[base], 'cpu'):.2f}"]
        for name, one in figures.items()
    ]  # fmt: skip
    return table(["", "wall ms", "processor ms", "peak MB", f"wall ÷ {base}", "processor ÷"], rows)


def measured(case: Path, folder: Path, python: str, runs: int) -> str:
    """Measure and return all tables of cold processes."""
    both = in_turn(commands(case, folder, python), runs)
    start = in_turn(start_commands(), runs)
    uses = in_turn(target_commands(case, folder), runs)
    return "\n".join(
        (report(both, PEER), report(start, "bare Typer program --help"),
         report(uses, "--for screen"))
    )  # fmt: skip

"""Many cases: one casepress process group beside Typst and pandoc on as many processors."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path

from cold import FONTS, PEERS, PROGRAM
from measure import in_turn, run, table

COMMON = 160
"""How many of the commonest Han characters change places from copy to copy."""
KEPT = frozenset("一二三四五六七八九十百千万亿两第年月日个名人次元项家号是")
"""Figures, measure words and what counts up (“一是”) stay: they decide what is shown how."""


def copies(case: Path, folder: Path, count: int) -> list[Path]:
    """Write the case *count* times, each as long as the other and of other words.

    The commonest characters take each other's places, so that nothing kept by its text from one
    case to the next, by us or by the peers, helps: a real folder holds no sentence twice.
    """
    text = case.read_text(encoding="utf-8")
    han = Counter(char for char in text if "\u4e00" <= char <= "\u9fff" and char not in KEPT)
    common = [char for char, _ in han.most_common(COMMON)]
    made = []
    folder.mkdir(parents=True, exist_ok=True)
    pictures = case.parent / "images"
    if pictures.is_dir():
        shutil.copytree(pictures, folder / "images", dirs_exist_ok=True)
    for number in range(count):
        path = folder / f"c{number:04}.yaml"
        step = number % len(common)
        others = str.maketrans(dict(zip(common, common[step:] + common[:step], strict=True)))
        path.write_text(text.translate(others), encoding="utf-8")
        made.append(path)
    return made


def beside_peers(case: Path, folder: Path, python: str, count: int, runs: int) -> str:
    """Return casepress and the peers on *count* cases as a table."""
    from peers.material import write

    cases = copies(case, folder / "cases", count)
    places = [folder / "many" / path.stem for path in cases]
    for path, place in zip(cases, places, strict=True):
        write(path, place)
    build = [PROGRAM, "build", *map(str, cases), "--force", "-o", str(folder / "many-out")]
    figures = in_turn(
        {
            "casepress build, 2 processes": [*build, "-j", "2"],
            "casepress build, one process": [*build, "-j", "1"],
            "Typst and pandoc, 2 processes": [
                python, f"{PEERS}/many.py", FONTS, "2", *map(str, places),
            ],
        },
        runs,
    )  # fmt: skip
    base = figures["Typst and pandoc, 2 processes"]
    rows = [
        [name, f"{one.wall:.2f}", f"{one.wall / count * 1000:.0f}", f"{one.cpu:.2f}",
         f"{one.peak:.0f}", f"{one.ratio(base):.2f}", f"{one.ratio(base, 'cpu'):.2f}"]
        for name, one in figures.items()
    ]  # fmt: skip
    head = [f"{count} cases", "wall s", "ms a case", "processor s", "peak MB", "wall ÷ peers",
            "processor ÷"]  # fmt: skip
    return table(head, rows)


def growth_in_cases(case: Path, folder: Path, counts: tuple[int, ...]) -> str:
    """Return time and memory over the number of cases, in one process."""
    rows = []
    for count in counts:
        cases = copies(case, folder / f"grow{count}", count)
        done = run([PROGRAM, "build", *map(str, cases), "--force", "-j", "1",
                    "-o", str(folder / "grow-out")])  # fmt: skip
        rows.append([str(count), f"{done.cpu:.2f}", f"{done.cpu / count * 1000:.0f}",
                     f"{done.peak:.0f}"])  # fmt: skip
    return table(["cases, one process", "processor s", "ms a case", "peak MB"], rows)


if __name__ == "__main__":
    print(growth_in_cases(Path(sys.argv[1]), Path(sys.argv[2]), (1, 10, 100)))

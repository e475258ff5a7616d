"""How cost grows: with the text of one case, and with the number of cases.

Usage: growth.py [--text 0.25,0.5,1] [--shape SHAPE] [--cases 1,10,100,1000]
                 [--only brochure|deck] [--jobs N]

``--text``: megabytes (decimal) of UTF-8 in one case, its paragraphs drawn from the real article;
``--shape``: where that text is: in many ``practices`` (the default), in the paragraphs of one
measure (``measure``), in a single ``paragraph``, in the ``background``, in many short ``items`` of
the lessons, or in many ``titles``;
``--cases``: how many small cases are built in one run; either can be left empty (``--text=``).
Every size is one cold process of its own. Prints wall seconds, processor seconds, processor seconds
per megabyte (or milliseconds per case), and the peak of memory of the largest process: linear
growth keeps the third column level (start-up apart), bounded memory the last.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLE = Path(__file__).parent.parent / "tests" / "typeset" / "corpus.txt"
SHAPES = ("practices", "measure", "paragraph", "background", "items", "titles")
SMALL = """\
title: 把例会开短之{number}
practices:
  - title: 例会改为站会
    measures:
      - title: 限时十五分钟
        text: 每人只说三件事：昨天做完的、今天要做的、需要别人帮的。
"""


def paragraphs(size: int) -> list[str]:
    """Return paragraphs of the article, over and over, of *size* bytes together."""
    texts = [t for t in ARTICLE.read_text(encoding="utf-8").splitlines() if len(t) > 60]
    texts = [text.replace('"', "").replace("\\", "").replace(": ", "：") for text in texts]
    found: list[str] = []
    while size > 0:
        found.append(texts[len(found) % len(texts)])
        size -= len(found[-1].encode())
    return found


def practices(texts: list[str]) -> list[str]:
    """Return practices of six measures with three paragraphs each."""
    lines = []
    for number in range(0, len(texts), 3):
        if number % 18 == 0:
            lines.append(f"  - title: 第{number // 18 + 1}项做法\n    measures:")
        lines.append(f"      - title: 第{number // 3 + 1}项举措\n        text: |-")
        lines += [f"          {text}" for text in texts[number : number + 3]]
    return lines


def large_case(size: int, shape: str = "practices") -> str:
    """Return a case of about *size* bytes."""
    texts = paragraphs(size)
    lines = ["title: 一份很长的案例"]
    one = ["practices:", "  - title: 一项做法\n    measures:\n      - title: 一项举措"]
    if shape == "practices":
        lines += ["practices:", *practices(texts)]
    elif shape == "measure":
        lines += [*one, "        text: |-", *(f"          {text}" for text in texts)]
    elif shape == "paragraph":
        lines += [*one, "        text: " + "".join(texts)]
    elif shape == "background":
        lines += ["background:\n  text: |-", *(f"    {text}" for text in texts)]
        lines += [*one, "        text: 一句话。"]
    elif shape == "items":
        lines += [*one, "        text: 一句话。", "lessons:\n  items:"]
        for number, text in enumerate(texts):
            lines += [f"    - title: 第{number + 1}条启示", f"      text: {text}"]
    else:
        lines += ["practices:"]
        for number, text in enumerate(texts):
            lines += [f"  - title: {text[:24]}{number}", "    measures:"]
            lines += [f"      - title: {text[24:40]}", f"        text: {text}"]
    return "\n".join(lines) + "\n"


def measure(cases: list[Path], options: list[str]) -> tuple[float, float, float]:
    """Build cases in a process of its own; return wall and processor seconds, peak memory in MB."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "casepress", "build", *map(str, cases), "-o", out, "-q"]
        start = time.perf_counter()
        process = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print(f"ended with {process.returncode}", file=sys.stderr)
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--text", default="0.25,0.5,1", help="megabytes, comma-separated")
    parser.add_argument("--shape", choices=SHAPES, default="practices")
    parser.add_argument("--cases", default="1,10,100,1000", help="numbers, comma-separated")
    parser.add_argument("--only", choices=["brochure", "deck"])
    parser.add_argument("--jobs", default="2")
    chosen = parser.parse_args()
    options = ["--jobs", chosen.jobs] + (["--only", chosen.only] if chosen.only else [])
    with tempfile.TemporaryDirectory() as folder:
        for size in filter(None, chosen.text.split(",")):
            path = Path(folder) / "long.yaml"
            path.write_text(large_case(round(float(size) * 1e6), chosen.shape), encoding="utf-8")
            wall, work, peak = measure([path], options)
            rate = f"{work / float(size):8.2f} s/MB"
            print(f"{size:>6} MB   {wall:8.2f} s {work:8.2f} s {rate} {peak:6.0f} MB", flush=True)
        for count in filter(None, chosen.cases.split(",")):
            paths = [Path(folder) / f"c{number}.yaml" for number in range(int(count))]
            for number, path in enumerate(paths):
                path.write_text(SMALL.format(number=number), encoding="utf-8")
            wall, work, peak = measure(paths, options)
            rate = f"{work / int(count) * 1000:8.1f} ms  "
            print(f"{count:>6} cases{wall:8.2f} s {work:8.2f} s {rate} {peak:6.0f} MB", flush=True)


if __name__ == "__main__":
    main()

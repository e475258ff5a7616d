"""Make the word list of the title breaker from the dictionary of jieba.

Usage: make_words.py DICT.txt [WORDS.txt]

DICT.txt is ``jieba/dict.txt`` of the PyPI package jieba 0.42.1 (MIT licence), for example from
``pip download --no-deps --no-binary :all: jieba==0.42.1``. Kept are words of two to four Chinese
characters above a frequency.
"""

from __future__ import annotations

import hashlib
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

DIGEST = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
LEAST = {2: 55, 3: 60, 4: 60}
PLACE = Path(__file__).parent.parent / "src" / "casepress" / "typeset" / "data" / "words.txt"
HEAD = """\
# Chinese words of two to four characters by their first; {count} words.
# A line: first character, then for every word its cost in half bits (2·log2(all/count)) and rest.
# Origin: dict.txt of jieba 0.42.1 (PyPI), sha256 {digest}
# Licence: MIT, Copyright (c) 2013 Sun Junyi. Made by tools/make_words.py.
"""
WORD = re.compile("[\u4e00-\u9fff]{2,4}")


def main() -> None:
    """Read, choose, write."""
    data = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(data).hexdigest() != DIGEST:
        sys.exit("this is not the dict.txt of jieba 0.42.1")
    rows = [line.split(" ") for line in data.decode("utf-8").splitlines()]
    every = sum(int(count) for _, count, _ in rows)
    groups: dict[str, list[str]] = defaultdict(list)
    for word, count, _ in rows:
        if WORD.fullmatch(word) and int(count) >= LEAST[len(word)]:
            cost = round(2 * math.log2(every / int(count)))
            groups[word[0]].append(f"{cost}{word[1:]}")
    lines = [HEAD.format(digest=DIGEST, count=sum(map(len, groups.values())))]
    lines += [f"{first} {' '.join(sorted(groups[first]))}\n" for first in sorted(groups)]
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else PLACE
    place.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

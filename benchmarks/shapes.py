"""Made-up cases of any size, their text in one place: many practices, one paragraph, a table.

Every clause comes from the article set in tests, put together anew: the letters, marks and numbers
of running text, but no sentence twice. Nobody is meant to read it. The same shape and size give the
same bytes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from PIL import Image

ARTICLE: Final = Path(__file__).parent.parent / "tests" / "typeset" / "corpus.txt"
LATIN: Final = "the street office keeps a list of every question and answers it within seven days"
Maker = Callable[[list[str]], dict[str, Any]]
SMALL: Final = {"title": "一项举措", "text": "一句话。"}


def clauses() -> list[str]:
    """Return the clauses of the article that carry no half of a pair of marks."""
    found = re.split("[，。；：\n]", ARTICLE.read_text(encoding="utf-8"))
    paired = re.compile("[“”（）《》、]|^[一二三四]是")
    return [clause for clause in found if 3 < len(clause) < 30 and not paired.search(clause)]


def pieces(size: int, length: int) -> list[str]:
    """Return texts of about *length* characters, *size* bytes together; no two alike."""
    dice, parts = random.Random(length), clauses()
    found: list[str] = []
    while size > 0:
        text = ""
        while len(text) < length:
            drawn = (re.sub(r"\d", lambda _: str(dice.randrange(1, 10)), dice.choice(parts))
                     for _ in range(dice.randrange(2, 6)))  # fmt: skip
            text += "，".join(drawn) + "。"
        if length < 40:
            text = text[:length].strip("，。")
        found.append(text)
        size -= len(text.encode())
    return found


def _groups(texts: list[str], size: int) -> Iterator[list[str]]:
    return (texts[start : start + size] for start in range(0, len(texts), size))


def _measures(texts: list[str]) -> list[dict[str, Any]]:
    return [{"title": f"第{n}项举措要写明", "text": text} for n, text in enumerate(texts, 1)]


def _one(**measure: Any) -> list[dict[str, Any]]:
    return [{"title": "一项做法", "measures": [SMALL | measure]}]


def practices(texts: list[str]) -> dict[str, Any]:
    """Practices of six measures with three paragraphs each."""
    every = _measures(["\n".join(group) for group in _groups(texts, 3)])
    return {
        "practices": [
            {"title": f"第{n}项做法要写明", "outcome": "见到实效", "measures": six}
            for n, six in enumerate(_groups(every, 6), 1)  # type: ignore[arg-type]
        ]
    }


def titles(texts: list[str]) -> dict[str, Any]:
    """Practices of one short measure each."""
    return {
        "practices": [
            {"title": f"{text[:16].strip('，。')}之{n}", "lead": text[16:60], "measures": [
                {"title": text[:12].strip("，。"), "text": text}]}
            for n, text in enumerate(texts, 1)
        ]
    }  # fmt: skip


def metrics(texts: list[str]) -> dict[str, Any]:
    """Metrics, each in the words of a sentence of its own."""
    every = [
        {"label": text[:8].strip("，。"), "unit": "件", "text": text,
         "from": {"value": str(100 + n % 400), "when": "2010年"},
         "to": {"value": str(200 + n % 900), "when": "目前"}}
        for n, text in enumerate(texts)
    ]  # fmt: skip
    return {"practices": _one(), "results": {"metrics": every}}


def honours(texts: list[str]) -> dict[str, Any]:
    """Honours with holder and year."""
    every = [
        {"title": text, "holder": "某街道党工委", "when": f"{1990 + n % 30}年",
         "level": ("全国", "全省", "全市")[n % 3]}
        for n, text in enumerate(texts)
    ]  # fmt: skip
    return {"practices": _one(), "results": {"honours": every}}


def quotes(texts: list[str]) -> dict[str, Any]:
    """Measures, each with a long quote beside it."""
    every = [
        {"title": f"第{n}项举措要写明", "text": text, "quote": text.replace("，", "，|")}
        for n, text in enumerate(texts, 1)
    ]
    return {"practices": [{"title": "一项做法", "measures": every}]}


def table(texts: list[str]) -> dict[str, Any]:
    """A table of four columns, in the second slide of a practice."""
    detail = {
        "kind": "table",
        "title": "清单",
        "columns": ["事项", "办法", "时限", "承办"],
        "rows": [row for row in _groups(texts, 4) if len(row) == 4],
    }
    return {"practices": [{"title": "一项做法", "measures": [SMALL], "detail": detail}]}


def worksheet(texts: list[str]) -> dict[str, Any]:
    """A worksheet of many rows."""
    rows = [row for row in _groups(texts, 2) if len(row) == 2]
    columns = ["案例的做法", "我们的现状", "打算", "时限"]
    teaching = {"worksheet_columns": columns, "worksheet_rows": rows}
    return {"practices": _one(), "teaching": teaching}


def figures(texts: list[str]) -> dict[str, Any]:
    """Pictures with captions; :func:`write` draws them."""
    every = [
        {"path": f"pictures/{n}.png", "caption": text[:30], "alt": text, "at": "practices[0]"}
        for n, text in enumerate(texts)
    ]
    return {"practices": _one(), "figures": every}


def _items(section: str) -> Maker:
    return lambda texts: {"practices": _one(), section: {"items": _measures(texts)}}


def _teaching(key: str, **of: str) -> Maker:
    return lambda texts: {
        "practices": _one(),
        "teaching": {key: [{name: word or text for name, word in of.items()} for text in texts]},
    }


def _background(key: str) -> Maker:
    return lambda texts: {"practices": _one(), "background": {"text": "起因。", key: texts}}


def _latin(texts: list[str]) -> dict[str, Any]:
    words = LATIN.split()
    dice = random.Random(1)
    text = "\n".join(" ".join(dice.choices(words, k=len(t) // 2)) for t in texts)
    return {"practices": _one(text=text)}


SHAPES: Final[dict[str, tuple[int, Maker]]] = {
    "practices": (150, practices),
    "practices of one measure": (100, titles),
    "measures": (150, lambda t: {"practices": [{"title": "一项做法", "measures": _measures(t)}]}),
    "one paragraph": (150, lambda t: {"practices": _one(text="".join(t))}),
    "paragraphs": (150, lambda t: {"practices": _one(text="\n".join(t))}),
    "short paragraphs": (12, lambda t: {"practices": _one(text="。\n".join(t))}),
    "English": (150, _latin),
    "one word": (150, lambda t: {"practices": _one(text="a1" * (sum(map(len, t)) * 3 // 2))}),
    "side notes": (80, lambda t: {
        "practices": _one(sidenotes=[{"term": x[:4], "text": x} for x in t])}),
    "quotes": (150, quotes),
    "one quote": (150, lambda t: {"practices": _one(text="".join(t), quote="".join(t))}),
    "points": (20, lambda t: {"practices": _one(points=t)}),
    "key figures": (12, lambda t: {"practices": _one(key_figures=[
        {"value": str(10 + n % 90), "unit": "件", "caption": x} for n, x in enumerate(t)])}),
    "table": (20, table),
    "lead": (150, lambda t: {
        "practices": [{"title": "一项做法", "lead": "\n".join(t), "measures": [SMALL]}]}),
    "summary": (150, lambda t: {"practices": _one(), "summary": {"text": "\n".join(t)}}),
    "summary figures": (12, lambda t: {"practices": _one(), "summary": {
        "text": "摘要。", "key_figures": [
            {"value": str(10 + n % 90), "unit": "件", "caption": x} for n, x in enumerate(t)]}}),
    "background": (150, lambda t: {"practices": _one(), "background": {"text": "\n".join(t)}}),
    "problems": (12, _background("problems")),
    "facts": (20, _background("facts")),
    "results": (150, _items("results")),
    "metrics": (40, metrics),
    "honours": (20, honours),
    "lessons": (150, _items("lessons")),
    "questions": (24, _teaching("questions", question="", hint="")),
    "objectives": (24, _teaching("objectives", keyword="知识", text="")),
    "worksheet": (30, worksheet),
    "reading": (24, lambda t: {"practices": _one(), "teaching": {"reading": t}}),
    "editor's notes": (60, lambda t: {
        "practices": _one(), "editorial": [{"term": x[:4], "text": x} for x in t]}),
    "speaker's notes": (150, lambda t: {"practices": _one(), "notes": {"cover": "\n".join(t)}}),
    "keywords": (6, lambda t: {"practices": _one(), "keywords": t}),
    "figures": (60, figures),
}  # fmt: skip
"""Of each shape: the characters of one text in it, and what makes a case of such texts."""


def write(shape: str, size: int, folder: Path) -> Path:
    """Write a case whose file has about *size* bytes."""
    length, make = SHAPES[shape]
    text, found = size, ""
    for _ in range(3):  # what stands around the texts counts too
        case: dict[str, Any] = {"title": "一份很长的案例"} | make(pieces(text, length))
        found = yaml.dump(
            case, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**9
        )
        text = text * size // len(found.encode())
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{re.sub('[^a-z]', '-', shape.lower())}-{size // 1024}.yaml"
    path.write_text(found, encoding="utf-8")
    for figure in case.get("figures", ()):
        _draw(folder / figure["path"])
    return path


def _draw(path: Path) -> None:
    """Draw a picture of one colour, large enough for a page and unlike the others."""
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        number = int(path.stem)
        colour = (number % 256, number // 256 % 256, 128)
        Image.new("RGB", (1200, 800), colour).save(path)

"""Write made-up cases and a collection of them: for measuring and for tests, never for readers.

Usage: made_up.py FOLDER [CASES]

Every title, text and unit says that it is made up (虚构). The same number of cases gives the same
files; case *n* is the same in collections of any size.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import yaml

PLACES = (
    "青禾",
    "石桥",
    "柳林",
    "云水",
    "长岭",
    "重阳",
    "白鹭",
    "枫溪",
    "安宁",
    "东篱",
    "沙洲",
    "乐山坳",
)
KINDS = (
    "镇便民服务中心",
    "社区卫生站",
    "街道办事处",
    "村合作社",
    "中学",
    "机械厂",
    "供电所",
    "图书室",
)
MATTERS = (
    "把窗口办理改为上门办理",
    "把纸面台账改为一张清单",
    "把例会改为现场会",
    "把夜间值班改为轮岗联值",
    "把分散采购改为联合采购",
    "把意见箱改为回音壁",
    "把师徒结对改为项目结对",
    "把年终考核改为月度评议",
)
GAINS = (
    "让群众少跑路",
    "让数据多跑路",
    "破解等待之苦",
    "打通最后一公里",
    "激活沉睡资源",
    "缩短办理时间",
)
STEPS = (
    "摸清底数",
    "列出清单",
    "明确责任",
    "公开承诺",
    "定期回访",
    "评议结果",
    "培训骨干",
    "建立台账",
)
WORDS = (
    "便民服务",
    "基层治理",
    "志愿服务",
    "数字台账",
    "师徒结对",
    "RFID管理",
    "12345热线",
    "网格化",
    "议事协商",
)
CLAUSES = (
    "先由三名骨干逐户走访，记下每户的急难愁盼",
    "把能当场办的事当场办完，办不完的写明时限和承办人",
    "每周五下午在院子里开一次短会，谁都可以提问题",
    "按“一事一单”建立台账，办结一件销号一件",
    "请老同志带新同志，一个月后互换岗位",
    "对拖延的事项，由分管负责同志当面说明原因",
    "把结果贴在公告栏，七天内没有异议再归档",
    "遇到跨部门的事项，由首问的人一跟到底",
)


def text(dice: random.Random, sentences: int) -> str:
    """Return some sentences, the first marked as made up."""
    parts = []
    for _ in range(sentences):
        first, second = dice.sample(CLAUSES, 2)
        parts.append(f"{first}，{second}。")
    return "（虚构）" + "".join(parts)


def case(number: int) -> dict[str, Any]:
    """Return the case of this number."""
    dice = random.Random(number)
    unit = f"{dice.choice(PLACES)}{dice.choice(KINDS)}"
    matter, gain = dice.choice(MATTERS), dice.choice(GAINS)
    before = dice.randrange(20, 90)
    after = before + dice.randrange(10, 80)
    return {
        "title": f"{unit}|{matter}|{gain}",
        "subtitle": f"虚构案例第{number}号",
        "kind": "虚构案例　只供测试",
        "organisation": f"{unit}（虚构）",
        "date": f"2026-{number % 12 + 1:02}-01",
        "source": {"publication": "虚构的出处", "published": "2026年", "editors": ["虚构编辑"]},
        "keywords": dice.sample(WORDS, 3),
        "summary": {"text": text(dice, 8)},
        "background": {"text": text(dice, 7), "problems": ["等得久", "跑得多", "说不清"]},
        "practices": [practice(dice, index) for index in range(dice.randrange(2, 4))],
        "results": {
            "lead": text(dice, 2),
            "items": [
                {
                    "title": "办得更快",
                    "text": f"（虚构）按时办结的由每月{before}件增加到{after}件。" + text(dice, 3),
                }
            ],
            "metrics": [
                {
                    "label": "按时办结",
                    "unit": "件",
                    "from": {"value": str(before), "when": "原来"},
                    "to": {"value": str(after), "when": "现在"},
                }
            ],
        },
        "lessons": {
            "items": [{"title": title, "text": text(dice, 3)} for title in ("先问再办", "办完要说")]
        },
        "editorial": [{"term": "虚构", "text": "单位、人物和数字都是编的，只供测试。"}],
    }


def practice(dice: random.Random, index: int) -> dict[str, Any]:
    """Return a practice with two or three measures."""
    steps = dice.sample(STEPS, dice.randrange(2, 4))
    return {
        "title": f"{dice.choice(MATTERS)}（之{index + 1}）",
        "outcome": dice.choice(GAINS),
        "lead": text(dice, 1),
        "measures": [{"title": step, "text": text(dice, dice.randrange(2, 5))} for step in steps],
    }


def write(folder: Path, count: int) -> Path:
    """Write cases and collection; return the collection's path."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for number in range(1, count + 1):
        names.append(f"case-{number:04}.yaml")
        _dump(folder / names[-1], case(number))
    each = max(1, -(-count // 5))
    parts = [
        {
            "title": f"虚构的第{number + 1}组案例",
            "intro": "（虚构）这一编的案例都是程序写的，只供测试。",
            "cases": names[start : start + each],
        }
        for number, start in enumerate(range(0, count, each))
    ]
    collection = folder / "collection.yaml"
    content = {
        "title": f"虚构案例汇编|{count}例",
        "subtitle": "由程序写成，只供测试",
        "organisation": "虚构编写组",
        "date": "2026-03-01",
        "preface": {
            "text": f"（虚构）本书的{count}个案例都是程序写的，只供测试。",
            "signature": "虚构编写组",
        },
        "parts": parts,
        "colophon": {"stock": "虚构的80克纸", "thickness_mm": 0.1, "cover_thickness_mm": 0.28},
    }
    _dump(collection, content)
    return collection


def _dump(path: Path, content: dict[str, Any]) -> None:
    words = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(words, encoding="utf-8")


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100))

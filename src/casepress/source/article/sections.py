"""The headings of published cases and the part of the case each of them opens."""

from __future__ import annotations

import re
from enum import StrEnum


class Role(StrEnum):
    """The parts of a case an article can have a heading for."""

    SUMMARY = "summary"
    BACKGROUND = "background"
    PRACTICES = "practices"
    RESULTS = "results"
    LESSONS = "lessons"
    QUESTIONS = "questions"
    READING = "reading"
    OTHER = "other"


_WORDS: dict[Role, str] = {
    Role.SUMMARY: "摘要 案例摘要 内容摘要 内容提要 提要 案例提要 核心阅读 阅读提示 内容概要 "
    "案例概要 案例导读 导读 导语 引言 编者按 引子 前言 核心提示",
    Role.BACKGROUND: "背景 起因 缘起 由来 缘由 动因 基本情况 基本概况 概况 案例简介 简介 "
    "问题提出 问题的提出 提出问题 面临的问题 面临问题 存在问题 存在的问题 主要问题 面临的挑战 "
    "背景情况 背景介绍 背景信息 背景资料 案例背景 背景描述 情况介绍 案例介绍 案例概述 概述 事由",
    Role.PRACTICES: "做法 举措 措施 经过 过程 实践 路径 实施过程 实施路径 主要内容 经验做法 "
    "典型做法 创新做法 具体做法 特色做法 实践探索 探索实践 主体内容 主题内容 对策 解决方案 "
    "怎么做 怎么干 案例正文 案例描述 实施情况 推进情况",
    Role.RESULTS: "成效 成果 效果 反响 成绩 价值 工作成效 取得成效 取得的成效 实施效果 变化 "
    "工作成果 社会反响 推广价值 效益",
    Role.LESSONS: "启示 体会 经验 反思 思考 经验启示 工作启示 几点体会 探讨与评论 启示与思考 "
    "思考与启示 经验与启示 感悟 心得 评析 案例评析 案例分析 案例点评 点评 探讨 评论 经验总结",
    Role.QUESTIONS: "思考题 讨论题 研讨题 启发思考题 思考与讨论 问题与讨论 讨论问题",
    Role.READING: "延伸阅读 参考文献 参考资料 参考书目 推荐书目",
    Role.OTHER: "展望 下一步打算 下一步工作 下一步计划 下一步安排 结语 结束语 小结 附录 附件 "
    "教学目标 教学目的 教学计划 课堂计划 理论依据 分析思路 专家点评 未来规划 努力方向",
}
_ROLE = {word: role for role, words in _WORDS.items() for word in words.split()}
_ENDINGS = sorted(
    (word for word, role in _ROLE.items() if role is not Role.OTHER), key=len, reverse=True
)
_LABELS_WORDS = (
    "摘要 背景 起因 做法 举措 成效 成果 启示 体会 经验 经验启示 基本情况 引言 导语 编者按"
)
_LABELS = frozenset(_LABELS_WORDS.split())

_JOINT = re.compile(r"[与和及、/]|以及|暨")
_DRESS = re.compile(r"^[【\[〔「《（(●■◆▶◇□★※·\s]+|[】\]〕」》）)：:。．.，\s]+$")
_LONGEST_QUALIFIER = 12
_QUALIFIER_WORDS = (
    "主要 工作 案例 具体 基本 取得 取得的 实践 经验 典型 创新 项目 活动 实施 几点 有关 相关 "
    "初步 一些 我们的 的"
)
_QUALIFIERS = frozenset(_QUALIFIER_WORDS.split())


def undress(heading: str) -> str:
    """*heading* without brackets, bullets, closing marks and inner spaces (摘　要)."""
    return re.sub(r"\s+", "", _DRESS.sub("", heading.strip()))


def role_of(heading: str, *, exact: bool = False) -> Role | None:
    """Return the part of the case that *heading* (without its number) opens, or None.

    Qualifiers before the word are allowed (武侯区的主要做法, 取得的工作成效); of two joined
    words the first decides (做法与经过, 主要做法及成效). With *exact* only short qualifiers
    (主要, 工作, 案例…) are allowed: for headings that run into their paragraph.
    """
    words = undress(heading)
    if words in _ROLE:
        return _ROLE[words]
    for part in _JOINT.split(words):
        role = _role_of_part(part, exact=exact)
        if role:
            return role
        if exact:
            return None
    return None


def _role_of_part(part: str, *, exact: bool) -> Role | None:
    if part in _ROLE:
        return _ROLE[part]
    for word in _ENDINGS:
        before = part.removesuffix(word)
        if before == part:
            continue
        if before in _QUALIFIERS or (not exact and len(before) <= _LONGEST_QUALIFIER):
            return _ROLE[word]
    return None


def is_label(words: str) -> bool:
    """Whether *words* is a section's name in a form (摘要：…), known by heart."""
    return role_of(words, exact=True) is not None


def is_bare_label(words: str) -> bool:
    """Whether *words* may open a section with no number and no mark but a stop after it."""
    bare = undress(words)
    return bare in _LABELS or (len(bare) >= 4 and role_of(bare, exact=True) is not None)

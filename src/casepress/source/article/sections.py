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
    OUTLOOK = "outlook"
    KEYWORDS = "keywords"
    OTHER = "other"


_WORDS: dict[Role, str] = {
    Role.SUMMARY: "摘要 案例摘要 内容摘要 内容提要 提要 案例提要 核心阅读 阅读提示 内容概要 "
    "案例概要 案例导读 导读 导语 引言 编者按 引子 前言 核心提示",
    Role.BACKGROUND: "背景 起因 缘起 由来 缘由 动因 基本情况 基本概况 概况 案例简介 简介 "
    "问题提出 问题的提出 提出问题 面临的问题 面临问题 存在问题 存在的问题 主要问题 面临的挑战 "
    "背景情况 背景介绍 背景信息 背景资料 案例背景 背景描述 情况介绍 案例介绍 案例概述 概述 事由 "
    "问题 难题 困境 痛点 现状 原因 原因分析 问题分析 现状分析 现状调查 面临的困难 选题背景 "
    "选题理由",
    Role.PRACTICES: "做法 举措 措施 经过 过程 实践 路径 实施过程 实施路径 主要内容 经验做法 "
    "典型做法 创新做法 具体做法 特色做法 实践探索 探索实践 主体内容 主题内容 对策 解决方案 "
    "怎么做 怎么干 案例正文 案例描述 实施情况 推进情况 对策实施 组织实施 干预措施 改进措施",
    Role.RESULTS: "成效 成果 效果 反响 成绩 价值 工作成效 取得成效 取得的成效 实施效果 变化 "
    "工作成果 社会反响 推广价值 应用价值 效益 效果确认 效果评价 效果检查 创新点 亮点 "
    "创新亮点 特色亮点",
    Role.LESSONS: "启示 体会 经验 反思 思考 经验启示 工作启示 几点体会 探讨与评论 启示与思考 "
    "思考与启示 经验与启示 感悟 心得 评析 案例评析 案例分析 案例点评 点评 探讨 评论 经验总结 "
    "检讨 检讨与改进 总结与反思 总结与思考",
    Role.QUESTIONS: "思考题 讨论题 研讨题 启发思考题 思考与讨论 问题与讨论 讨论问题",
    Role.READING: "延伸阅读 参考文献 参考资料 参考书目 推荐书目",
    Role.OUTLOOK: "展望 未来展望 工作展望 下一步 下一步打算 下一步工作 下一步计划 "
    "下一步安排 下一步工作打算 下一步工作计划 下步打算 下步工作 今后打算 "
    "今后工作 未来规划 努力方向 改进方向 持续改进 存在的不足 存在不足 不足 "
    "短板 存在的短板 局限 不足之处 不足与改进 问题与不足 存在的问题和不足 "
    "存在问题与不足 标准化 巩固与推广 结语 结束语 小结 专家点评 专家评析",
    Role.KEYWORDS: "关键词 关键字 主题词",
    Role.OTHER: "附录 附件 教学目标 教学目的 教学计划 课堂计划 理论依据 分析思路",
}
_ROLE = {word: role for role, words in _WORDS.items() for word in words.split()}
_WHOLE = frozenset({Role.OTHER, Role.KEYWORDS})
_ENDINGS = sorted(
    (word for word, role in _ROLE.items() if role not in _WHOLE), key=len, reverse=True
)
_ASKED: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.OUTLOOK, re.compile(r"下一步|接下来|今后|未来|还没解决|还有哪些|尚未")),
    (Role.LESSONS, re.compile(r"启示|体会|经验|感受|感悟|心得|怎么看|说明了?什么|值得借鉴")),
    (Role.RESULTS, re.compile(r"效果|成效|变化|成果|结果怎|怎么样|数据说话|做得如何")),
    (Role.PRACTICES, re.compile(
        r"怎么做|怎样做|如何做|做了什么|做了哪些|怎么[^，。]{0,6}的|具体|哪些做法|哪些举措|是如何"
    )),
    (Role.BACKGROUND, re.compile(r"为什么|为何|缘何|当初|初衷|怎么想到|什么情况|契机|遇到")),
)  # fmt: skip
_TITLED: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.OUTLOOK, re.compile(r"下一步.*|.*(?:还没|尚未|有待)解决.*")),
    (Role.BACKGROUND, re.compile(r"(?:我们)?(?:为什么|为何|缘何).*")),
    (Role.PRACTICES, re.compile(r".{0,6}(?:怎么做|怎样做|如何做|做了什么|做了哪些|怎么干).{0,3}")),
    (Role.RESULTS, re.compile(r".{0,6}(?:数据说话|效果如何|效果怎么样|成效如何|做得怎么样).?")),
    (Role.LESSONS, re.compile(r".{0,6}(?:说明了什么|告诉我们什么|值得借鉴).{0,4}")),
)
_ENGLISH: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:the |our |key |main )?(?:{words})\b.*", re.IGNORECASE))
    for role, words in (
        (Role.SUMMARY, "abstract|summary|executive summary|overview"),
        (Role.BACKGROUND, "background|introduction|context|problems?|challenges?"),
        (Role.PRACTICES, "practices?|approach|methods?|measures?|actions?|solutions?|what we did"),
        (Role.RESULTS, "results?|outcomes?|impacts?|findings"),
        (Role.LESSONS, "lessons?|takeaways?|reflections?|insights?|discussion"),
        (Role.OUTLOOK, "next steps?|future work|outlook|limitations?|conclusions?"),
        (Role.READING, "references?|further reading|bibliography"),
        (Role.KEYWORDS, "keywords?"),
    )
)
_LABELS_WORDS = (
    "摘要 背景 起因 做法 举措 成效 成果 启示 体会 经验 经验启示 基本情况 引言 导语 编者按"
)
_LABELS = frozenset(_LABELS_WORDS.split())

_JOINT = re.compile(r"[与和及、/]|以及|暨")
_DRESS = re.compile(r"^[【\[〔「《（(●■◆▶◇□★※·\s]+|[】\]〕」》）)：:。．.，\s]+$")
_LONGEST_QUALIFIER = 12
_LONGEST_ENGLISH = 36
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
    if not exact:
        role = next((role for role, known in _TITLED if known.fullmatch(words)), None)
        if role:
            return role
    if words[:1].isascii() and words[:1].isalpha():
        role = _english(heading)
        if role:
            return role
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


def _english(heading: str) -> Role | None:
    """Return the role of an English heading (Lessons learned, Background 背景)."""
    words = heading.strip()
    short = len(words) <= _LONGEST_ENGLISH
    return next((role for role, known in _ENGLISH if short and known.fullmatch(words)), None)


def asked(question: str) -> Role | None:
    """Return the part a question asks about (为什么要…, 具体怎么做的, 效果怎么样), or None.

    Why: reports and interviews put questions where other articles have headings.
    """
    return next((role for role, cue in _ASKED if cue.search(question)), None)


def is_label(words: str) -> bool:
    """Whether *words* is a section's name in a form (摘要：…), known by heart."""
    return role_of(words, exact=True) is not None


def is_bare_label(words: str) -> bool:
    """Whether *words* may open a section with no number and no mark but a stop after it."""
    bare = undress(words)
    return bare in _LABELS or (len(bare) >= 4 and role_of(bare, exact=True) is not None)

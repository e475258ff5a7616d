"""Words about tags, links and what people without eyes on the page need."""

from __future__ import annotations

from casepress.preflight.words.entry import ERROR, WARNING, Words

_TAGGED = ("用能导出“带标签的 PDF”的软件重做", "make it with a program that exports tagged PDF")

TAGS = {
    "tag-missing": Words(
        WARNING,
        ("没有标签（结构树）", "the file is not tagged"),
        ("读屏软件不知道先读什么、哪里是标题", "a screen reader knows neither order nor headings"),
        _TAGGED,
    ),
    "tag-not-marked": Words(
        ERROR,
        (
            "有结构树，却没有声明已加标签（MarkInfo）",
            "there is a structure tree, but MarkInfo does not say so",
        ),
        ("读屏软件会不理会这些标签", "readers will ignore the tags"),
        ("目录里加上 MarkInfo /Marked true", "add MarkInfo /Marked true to the catalogue"),
    ),
    "tag-untagged": Words(
        ERROR,
        (
            "有内容既没有标签，也没有标为装饰：{what}",
            "content is neither tagged nor an artifact: {what}",
        ),
        (
            "读屏软件读不到它（ISO 14289-1, 7.1）",
            "a screen reader passes it over (ISO 14289-1, 7.1)",
        ),
        ("给它加上标签；装饰标为 Artifact", "tag it, or mark it as an artifact"),
    ),
    "tag-orphan": Words(
        ERROR,
        (
            "有标记的内容不在结构树里（MCID {mcid}）",
            "marked content is missing from the tree (MCID {mcid})",
        ),
        ("结构树没有指向它，等于没有标签", "no element points at it, so it is as good as untagged"),
        ("修复结构树，或重新导出", "repair the tree, or export again"),
    ),
    "tag-figure-alt": Words(
        ERROR,
        ("{role} 没有替代文字（Alt）", "a {role} has no alternative text"),
        ("看不见图的人不知道图上是什么", "who cannot see it does not know what it shows"),
        (
            "写一句话说清图的内容；纯装饰标为 Artifact",
            "say in a sentence what it shows; mark mere ornament as artifact",
        ),
    ),
    "tag-heading-skip": Words(
        ERROR,
        ("标题跳级：{before} 之后是 {now}", "headings skip a level: {now} after {before}"),
        (
            "读屏的人按级别找路，跳级会以为漏了一节",
            "people navigate by level and think they have missed a part",
        ),
        ("标题从 H1 起逐级往下", "start at H1 and go down one level at a time"),
    ),
    "tag-table-header": Words(
        WARNING,
        ("表格没有表头单元格（TH）", "the table has no header cells (TH)"),
        ("逐格朗读时不知道数字是什么", "read cell by cell, nobody knows what the numbers are"),
        ("把表头标为 TH 并写明 Scope", "tag the headers as TH, with a Scope"),
    ),
    "tag-role": Words(
        ERROR,
        ("不认识的结构类型：{role}", "unknown structure type: {role}"),
        (
            "它不是标准类型，RoleMap 里也没有对应",
            "it is not standard, and the RoleMap does not map it",
        ),
        ("改用标准类型，或在 RoleMap 里对应", "use a standard type, or map it"),
    ),
    "tag-language": Words(
        ERROR,
        ("没有说明文件的语言（Lang）", "the document's language is not given"),
        ("读屏软件不知道用哪种语言念", "a screen reader does not know which voice to use"),
        ("目录里加上 Lang，如 zh-CN", "add Lang to the catalogue, such as zh-CN"),
    ),
    "tag-title-display": Words(
        ERROR,
        (
            "窗口标题不显示文件标题（DisplayDocTitle）",
            "the window does not show the title (DisplayDocTitle)",
        ),
        ("打开后标题栏只有文件名", "the title bar shows the file name only"),
        (
            "ViewerPreferences 里设 DisplayDocTitle true",
            "set DisplayDocTitle true in ViewerPreferences",
        ),
    ),
    "tag-tab-order": Words(
        ERROR,
        ("有批注或链接的页没有设按结构跳转（Tabs /S）", "a page with annotations lacks Tabs /S"),
        ("按 Tab 键跳转的次序与阅读次序不同", "the Tab key follows another order than the text"),
        ("页面加上 /Tabs /S", "add /Tabs /S to the page"),
    ),
    "tag-link": Words(
        ERROR,
        ("{kind} 批注不在结构树里", "a {kind} annotation is not in the structure tree"),
        (
            "读屏软件到不了它（ISO 14289-1, 7.18）",
            "a screen reader cannot reach it (ISO 14289-1, 7.18)",
        ),
        ("给它加上 Link 或 Annot 标签", "give it a Link or Annot element"),
    ),
    "link-contents": Words(
        ERROR,
        ("链接没有说明文字（Contents）", "a link has no description (Contents)"),
        ("PDF/UA 要求每个链接说明去处（7.18.5）", "PDF/UA wants every link described (7.18.5)"),
        ("给链接加上 Contents", "give the link Contents"),
    ),
    "link-dead": Words(
        WARNING,
        ("链接的去处不存在：{target}", "a link leads nowhere: {target}"),
        ("目标页或目标名已经没有了", "its page or name does not exist"),
        ("改正链接，或删去", "correct the link, or remove it"),
    ),
    "link-local": Words(
        WARNING,
        ("链接指向本机文件：{uri}", "a link points at a local file: {uri}"),
        ("别人的电脑上没有这个文件", "nobody else has that file"),
        ("改成网址，或删去", "use a web address, or remove it"),
    ),
    "link-address": Words(
        WARNING,
        ("网址写法不对：{uri}", "not a valid address: {uri}"),
        (
            "缺少 https: 之类的开头，或含有未转义的非 ASCII 字符",
            "it lacks a scheme, or holds characters that must be escaped",
        ),
        ("写成完整的网址", "write the whole address"),
    ),
    "link-in-bleed": Words(
        ERROR,
        ("出血范围内有 {kind} 批注", "a {kind} annotation lies inside the bleed"),
        ("PDF/X 不许（ISO 15930-7）", "PDF/X forbids it (ISO 15930-7)"),
        ("付印文件里删去链接和批注", "remove links and comments from a press job"),
    ),
    "link-print-flag": Words(
        ERROR,
        (
            "{kind} 批注没有设打印标志或被隐藏（F = {flags}）",
            "a {kind} annotation is hidden or not set to print (F = {flags})",
        ),
        (
            "PDF/A 要求所见即所印（ISO 19005-3, 6.3.2）",
            "PDF/A wants what is seen to be printed (ISO 19005-3, 6.3.2)",
        ),
        ("把 F 设为 4", "set F to 4"),
    ),
}

"""CP10xx: finished PDFs that can't be inspected or imposed."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

FINISHED: Final[Table] = {
    "CP1001": message(
        ("读不到 {path}", "", "{reason}", "检查文件名、目录和权限。"),
        ("can't read {path}", "", "{reason}", "Check its name, directory and permissions."),
    ),
    "CP1002": message(
        ("{path} 是空文件", "", "文件长度为 0。", "重新导出或下载。"),
        ("{path} is empty", "", "It has no bytes.", "Export or download it again."),
    ),
    "CP1003": message(
        ("{path} 不是 PDF", "", "文件开头没有 %PDF-。", "先导出为 PDF。"),
        ("{path} is not a PDF", "", "It does not begin with %PDF-.", "Export it as PDF first."),
    ),
    "CP1004": message(
        ("{path} 要密码才能打开", "", "文件加了打开口令。", "去掉口令再来。"),
        (
            "{path} needs a password",
            "",
            "It is encrypted with a password for opening.",
            "Remove the password first.",
        ),
    ),
    "CP1005": message(
        ("{path} 损坏得打不开：{reason}", "", "可能没有下载完，或被截断。", "重新导出或下载。"),
        (
            "{path} is damaged beyond repair: {reason}",
            "",
            "It may have been cut off.",
            "Export or download it again.",
        ),
    ),
    "CP1006": message(
        ("{path} 里没有一页", "", "页面树是空的。", "重新导出。"),
        ("{path} has no pages", "", "Its page tree is empty.", "Export it again."),
    ),
    "CP1011": message(
        (
            "{path} 加了密，不能拼版",
            "",
            "文件设了权限口令；拼版要改动页面。",
            "用不加密的付印文件（casepress build --for print）。",
        ),
        (
            "{path} is encrypted and can't be imposed",
            "",
            "It carries a permissions password, and imposing changes its pages.",
            "Use the print file without encryption (casepress build --for print).",
        ),
    ),
    "CP1012": message(
        (
            "{path} 第 {page} 页没有出血",
            "",
            "拼成大张后要沿成品线裁切，没有出血会露白边。",
            "用付印文件 -print.pdf；只是在办公室打印可用 --two-up。",
        ),
        (
            "page {page} of {path} has no bleed",
            "",
            "The imposed sheet is cut at the trim; without bleed white edges show.",
            "Use the -print.pdf; for an office printer use --two-up.",
        ),
    ),
    "CP1013": message(
        (
            "{path} 第 {page} 页的成品尺寸 {size} 与第 1 页 {first} 不同",
            "",
            "一张纸上的几页要一样大才能折。",
            "统一页面尺寸；折页另出文件。",
        ),
        (
            "page {page} of {path} is {size}, page 1 is {first}",
            "",
            "Pages folded from one sheet must be of one size.",
            "Make them alike, and keep fold-outs in a file of their own.",
        ),
    ),
    "CP1014": message(
        (
            "{sheet} 放不下：要 {needed}，只有 {room}",
            "",
            "跨页加上出血和裁切线比纸大。",
            "换大一号的纸，或用 --sheet auto。",
        ),
        (
            "{sheet} is too small: {needed} needed, {room} there",
            "",
            "The spread with bleed and marks is larger than the sheet.",
            "Use a larger sheet, or --sheet auto.",
        ),
    ),
    "CP1015": message(
        (
            "爬移 {creep} mm × {sheets} 张共 {total} mm，超过出血 {bleed} mm",
            "",
            "最里面一张要往书脊移这么多，外边的出血就不够裁了。",
            "减小 --creep，或用 --signature 分成几帖。",
        ),
        (
            "a creep of {creep} mm over {sheets} sheets is {total} mm, more than the bleed of "
            "{bleed} mm",
            "",
            "The innermost pages move that far to the spine and use up their outer bleed.",
            "Lower --creep, or make several signatures with --signature.",
        ),
    ),
    "CP1016": message(
        (
            "结果会盖掉原文件：{path}",
            "",
            "-o 给的就是要拼的文件。",
            "换一个文件名。",
        ),
        ("the result would replace the source: {path}", "", "-o names it.", "Choose another name."),
    ),
}

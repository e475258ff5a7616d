"""CP0520–CP0529: an organisation's own template for the deck."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

TEMPLATES: Final[Table] = {
    "CP0520": message(
        (
            "模板打不开：{path}（{reason}）",
            "",
            "不是 PowerPoint 的 .pptx、.potx、.ppsx 文件，或者已经损坏。",
            "用 PowerPoint 或 WPS 打开，另存为 .potx 或 .pptx。",
        ),
        (
            "can't open the template {path} ({reason})",
            "",
            "It is no .pptx, .potx or .ppsx file, or it is damaged.",
            "Open it in PowerPoint or WPS and save it as .potx or .pptx.",
        ),
    ),
    "CP0521": message(
        (
            "模板是旧格式（.ppt、.pot）：{path}",
            "",
            "2007 年以前的二进制格式，读不了。",
            "用 PowerPoint 或 WPS 打开，另存为 .potx 或 .pptx。",
        ),
        (
            "the template is in the old format (.ppt, .pot): {path}",
            "",
            "The binary format of before 2007 can't be read.",
            "Open it in PowerPoint or WPS and save it as .potx or .pptx.",
        ),
    ),
    "CP0522": message(
        (
            "模板带宏：{path}",
            "",
            "宏会跟着课件发给每个人，不使用带宏的模板（.pptm、.potm、.ppsm）。",
            "另存为不带宏的 .potx 或 .pptx。",
        ),
        (
            "the template contains macros: {path}",
            "",
            "They would travel with every deck; .pptm, .potm and .ppsm are not used.",
            "Save it as .potx or .pptx without macros.",
        ),
    ),
    "CP0523": message(
        (
            "模板加了密码：{path}",
            "",
            "加密的文件读不了。",
            "在 PowerPoint 的“信息—保护演示文稿”里取消密码，再保存。",
        ),
        (
            "the template is encrypted: {path}",
            "",
            "An encrypted file can't be read.",
            "Remove the password under Info, Protect Presentation, and save it.",
        ),
    ),
    "CP0524": message(
        (
            "模板大得不正常：{path}（{reason}）",
            "",
            "压缩包里的内容超过了任何正常模板，可能是有意做成的。",
            "确认来源；删去大的图片和视频后再用。",
        ),
        (
            "the template is suspiciously large: {path} ({reason})",
            "",
            "The package holds more than any honest template; it may be a trap.",
            "Make sure where it comes from; remove large pictures and videos.",
        ),
    ),
    "CP0525": message(
        (
            "模板 {path} 缺少必需的版式：{layouts}",
            "",
            "cover 要有标题和副标题；content 要有标题和一个大的内容框。缺了不会用别的代替。",
            "在幻灯片母版里添上，再用 casepress preflight 查看对应关系。",
        ),
        (
            "the template {path} lacks layouts a deck needs: {layouts}",
            "",
            "cover needs a title and a subtitle; content a title and one large placeholder. "
            "Nothing else is used in their place.",
            "Add them in the slide master; casepress preflight shows the mapping.",
        ),
    ),
    "CP0526": message(
        (
            "模板没有这些专用版式，内容改用列表：{layouts}",
            "",
            "文字一句不少，只是排在“标题与内容”里，按模板的字号和位置重新计算。",
            "要用专用版式，先用 casepress layouts copy 版式 --pptx 文件.pptx 导出，在它上面改。",
        ),
        (
            "the template lacks these special layouts; their content becomes lists: {layouts}",
            "",
            "No word is lost; it stands in the content layout, measured in its geometry.",
            "To have them, export ours with casepress layouts copy LAYOUT --pptx FILE.pptx "
            "and restyle it.",
        ),
    ),
}

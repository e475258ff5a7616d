"""CP06xx pictures, CP07xx composition, CP08xx fit of slides and pages, CP09xx writing."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

PRODUCTS: Final[Table] = {
    "CP0601": message(
        (
            "找不到图片：{path}",
            "没有这个文件",
            "figures 里写的文件不在。",
            "路径从 YAML 所在的目录算起；检查文件名和大小写。",
        ),
        (
            "picture not found: {path}",
            "there is no such file",
            "The file named in figures is missing.",
            "Paths start at the directory of the YAML file; check name and case.",
        ),
    ),
    "CP0602": message(
        (
            "图片读不了：{path}（{reason}）",
            "",
            "文件损坏，或没有权限。",
            "用看图软件打开确认，另存一份再用。",
        ),
        (
            "can't read the picture {path} ({reason})",
            "",
            "It is damaged or not readable.",
            "Open it in a viewer and save it again.",
        ),
    ),
    "CP0603": message(
        (
            "不是图片，或不支持这种图片：{path}",
            "",
            "支持 JPEG、PNG、TIFF、WebP、GIF、BMP。",
            "另存为 JPEG 或 PNG。",
        ),
        (
            "no picture, or an unsupported kind: {path}",
            "",
            "JPEG, PNG, TIFF, WebP, GIF and BMP are supported.",
            "Save it as JPEG or PNG.",
        ),
    ),
    "CP0604": message(
        (
            "图片太大：{path}",
            "超过了 {limit}",
            "超过了一张印刷图片所需的大小，会占满内存。",
            "缩小到印刷尺寸 300 dpi 再用。",
        ),
        (
            "picture too large: {path}",
            "more than {limit}",
            "It is larger than any printed picture needs to be.",
            "Scale it to 300 dpi at its printed size.",
        ),
    ),
    "CP0605": message(
        (
            "字体里没有这个字：{char}（{code}）",
            "没有字体能排这个字",
            "现有字体都缺这个字，不会排成方框；U+E000～U+F8FF 是自造字，换台电脑就不是它了。",
            "换成通用字，或在版式的 fonts 里加一款有这个字的字体。",
        ),
        (
            "no font has {char} ({code})",
            "no font can set this character",
            "It is never set as an empty box; U+E000–U+F8FF are private, unknown elsewhere.",
            "Use a common form, or add a font in the layout.",
        ),
    ),
    "CP0701": message(
        (
            "有一行在不该断的地方断开",
            "",
            "行太窄，或有很长的西文、网址。",
            "缩短这个词，或加空格。",
        ),
        (
            "a line is broken where it should not be",
            "",
            "The measure is narrow or a word very long.",
            "Shorten the word or add a space.",
        ),
    ),
    "CP0702": message(
        ("有一行排不满", "", "两端对齐会拉得太开，所以留短了。", "改动一两个字，换一种断行。"),
        (
            "a line could not be justified",
            "",
            "It would have been stretched too far.",
            "Change a word or two.",
        ),
    ),
    "CP0703": message(
        ("段末一行只有一两个字", "", "孤字不好看。", "增删一两个字。"),
        (
            "the last line has only one or two characters",
            "",
            "A short last line looks poor.",
            "Change a word or two.",
        ),
    ),
    "CP0704": message(
        ("标题行数太多", "", "标题放不进规定的行数。", "把标题写短，或用 | 标出断行处。"),
        (
            "a title takes too many lines",
            "",
            "It does not fit its lines.",
            "Shorten it or mark breaks with |.",
        ),
    ),
    "CP0705": message(
        ("去掉了看不见的字符", "", "控制字符不能排版。", "在 YAML 里删掉它们。"),
        (
            "invisible characters were left out",
            "",
            "They can't be set.",
            "Delete them in the YAML.",
        ),
    ),
    "CP0706": message(
        (
            "部首或兼容字换成了通用字",
            "",
            "如把康熙部首 ⼈ 排成 人，否则搜索不到。",
            "在 YAML 里改成通用字。",
        ),
        (
            "radicals were set as ordinary characters",
            "",
            "Otherwise the text could not be searched.",
            "Use ordinary characters in the YAML.",
        ),
    ),
    "CP0707": message(
        ("一个字比栏还宽", "", "字号太大或栏太窄。", "改版式里的字号或栏宽。"),
        (
            "a character is wider than its column",
            "",
            "The size is too large or the column too narrow.",
            "Change size or measure in the layout.",
        ),
    ),
    "CP0801": message(
        (
            "幻灯片上放不下：{path}",
            "这段文字太长",
            "用了最合适的版式，接续页也放不下。",
            "在 points 里另写一句短的；原文仍会全文进讲稿。",
        ),
        (
            "does not fit its slide: {path}",
            "too long",
            "Not even continuation slides have room.",
            "Write a shorter line in points; the notes keep the full text.",
        ),
    ),
    "CP0802": message(
        (
            "幻灯片快放满了：{path}",
            "勉强放得下",
            "占了框的九成以上，换台电脑可能溢出。",
            "写短一点。",
        ),
        (
            "nearly too much for its slide: {path}",
            "just fits",
            "Over 92 % of the frame is taken.",
            "Shorten it a little.",
        ),
    ),
    "CP0803": message(
        (
            "“{text}”放不进幻灯片，写在了讲稿里",
            "见讲稿",
            "这一页没有地方。",
            "写短，或删掉别的要点。",
        ),
        (
            "'{text}' did not fit the slide; it stands in the notes",
            "in the notes",
            "The slide has no room.",
            "Shorten it or drop another point.",
        ),
    ),
    "CP0804": message(
        (
            "课堂计划的“{name}”没有幻灯片",
            "",
            "它的时间没有算进课件。",
            "补上内容，或从 teaching.parts 删掉这一部分。",
        ),
        (
            "a part of the plan has no slides: {name}",
            "",
            "Its minutes are not in the deck.",
            "Add content, or delete the part.",
        ),
    ),
    "CP0805": message(
        (
            "研讨和小结只有 {minutes} 分钟，不到全部 {total} 分钟的两成",
            "",
            "培训课至少留五分之一给研讨和小结。",
            "增加 discussion_minutes，或缩短讲授。",
        ),
        (
            "discussion and summary take {minutes} of {total} minutes, less than a fifth",
            "",
            "A session needs time to talk.",
            "Lengthen the discussion or shorten a lecture.",
        ),
    ),
    "CP0806": message(
        (
            "“{title}”一页放不下，分成了 {count} 张幻灯片",
            "",
            "内容多，接到了标着“（续）”的页上，一句不少。",
            "不想分页，就写短要点，或减少条目。",
        ),
        (
            "'{title}' takes {count} slides",
            "",
            "One slide was not enough.",
            "Shorten the points to keep it on one.",
        ),
    ),
    "CP0807": message(
        (
            "第 {page} 张“{slide}”的讲稿太长，打印的备注页放不下",
            "",
            "屏幕上仍能看到全文。",
            "打印时选“备注”并缩放，或把原文分到几页。",
        ),
        (
            "the notes of slide {page} ({slide}) do not fit their printed page",
            "",
            "On screen they are complete.",
            "Scale the printout or split the section.",
        ),
    ),
    "CP0808": message(
        ("图片读不了，没有做图文页：{path}", "", "文件不在或不是图片。", "检查 figures 里的路径。"),
        (
            "picture not readable, its slide is left out: {path}",
            "",
            "Missing or not a picture.",
            "Check the path in figures.",
        ),
    ),
    "CP0809": message(
        (
            "各部分用时之和是 {sum} 分钟，总用时写的是 {minutes} 分钟",
            "",
            "以各部分之和为准。",
            "改 teaching.minutes 或各部分的 minutes。",
        ),
        (
            "the parts take {sum} minutes, the session {minutes}",
            "",
            "The sum of the parts is used.",
            "Change teaching.minutes or the parts.",
        ),
    ),
    "CP0811": message(
        (
            "幻灯片“{slide}”有 {count} 个要点是程序从原文摘的：{words}",
            "从这里摘的",
            "这一项没有写 points，就照录原文的分句；摘的未必是想强调的。",
            "合适就不用管；要换，在原文那一项下面写 points。",
        ),
        (
            "{count} bullets of slide '{slide}' were cut from the text: {words}",
            "cut from here",
            "There are no points, so clauses of the text stand for them, word for word.",
            "Leave them if they suit; otherwise write points for the item.",
        ),
    ),
    "CP0821": message(
        (
            "放不下，有内容没有排进去",
            "",
            "侧栏没有空行，摘要的数字多于十个，问句或路径图这里放不下，或者为凑整帖省了路径图。",
            "减少 key_figures，或标 small: true；旁栏的图另写 placement；问句、路径图写短些。",
        ),
        (
            "there is no room for an item, which was left out",
            "",
            "The side column is full, the summary has more than ten figures, the question or the "
            "diagram has no room here, or its page was saved to fill whole sheets.",
            "Give fewer key_figures or mark them small; give a picture another placement; shorten "
            "the question or the words of the diagram.",
        ),
    ),
    "CP0822": message(
        (
            "封面放不下图片，没有排进去",
            "",
            "标题和副标题太长，缩小到 30 磅以后，图片仍然不到 108 磅高。",
            "缩短标题或副标题，或者把图片的 at 改到正文里。",
        ),
        (
            "the cover has no room for its picture, which was left out",
            "",
            "Title and subtitle are so long that even at 30 pt less than 108 pt is left.",
            "Shorten the title or subtitle, or move the picture into the text (at).",
        ),
    ),
    "CP0901": message(
        (
            "写不出文件：{path}（{reason}）",
            "",
            "目录没有权限、磁盘已满，或文件正在 PowerPoint、WPS 里打开。",
            "关掉打开它的程序，或用 -o 换个目录。",
        ),
        (
            "can't write {path} ({reason})",
            "",
            "No permission, a full disk, or the file is open in PowerPoint or WPS.",
            "Close it there, or choose another directory with -o.",
        ),
    ),
    "CP0941": message(
        (
            "{path} 没做成：做它的进程被系统结束了",
            "",
            "多半是内存不够，或者有人结束了进程；重试一次也一样。其他案例不受影响。",
            "关掉一些程序，用 -j 1 再做一次；做好的案例会跳过。",
        ),
        (
            "{path} was not built: the process at work on it was ended by the system",
            "",
            "Most often memory ran out or someone ended it; a second try ended the same way. "
            "Other cases are not affected.",
            "Close some programs and run again with -j 1; finished cases are skipped.",
        ),
    ),
    "CP0942": message(
        (
            "连不上集群：{address}（{reason}）",
            "",
            "调度器没有运行、地址写错，或被防火墙挡住。",
            "在调度器的机器上运行 dask scheduler，用它打印的 tcp:// 地址。",
        ),
        (
            "can't reach the cluster at {address} ({reason})",
            "",
            "The scheduler isn't running, the address is wrong, or a firewall is in the way.",
            "Run 'dask scheduler' there and use the tcp:// address it prints.",
        ),
    ),
    "CP0943": message(
        (
            "集群上的 casepress 是 {there}，这里是 {here}",
            "",
            "版本不同，做出的文件就可能不同。",
            "在每台机器上装同一版本：pip install casepress=={here}",
        ),
        (
            "the cluster has casepress {there}, this is {here}",
            "",
            "Other versions may make other files.",
            "Install the same version on every machine: pip install casepress=={here}",
        ),
    ),
    "CP0944": message(
        (
            "不能送到别的机器上做：{path} 是绝对路径",
            "",
            "{case} 用到它；别的机器上没有这个位置。",
            "改成相对路径，或把文件放到案例（版式）旁边。",
        ),
        (
            "can't be built on another machine: {path} is an absolute path",
            "",
            "{case} refers to it; there is no such place on other machines.",
            "Use a relative path, or keep the file beside the case (the layout).",
        ),
    ),
}

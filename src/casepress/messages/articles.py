"""CP065x, CP066x: articles that are imported."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

ARTICLES: Final[Table] = {
    "CP0651": message(
        ("{path} 已经存在，不覆盖", "", "已有的案例里可能有编写者改过的内容。",
         "换个文件名，或者加 --force 覆盖。"),
        ("{path} exists and is not overwritten", "", "An existing case may hold an author's work.",
         "Choose another name, or add --force."),
    ),
    "CP0652": message(
        ("文章是空的：{path}", "", "文件里没有文字；扫描件和图片里的字读不出来。",
         "检查是否选对了文件；扫描件先做文字识别。"),
        ("the article is empty: {path}", "",
         "There is no text in the file; text in pictures can't be read.",
         "Check the file; run character recognition on scans first."),
    ),
    "CP0653": message(
        ("不是文本文件：{path}", "",
         "内容是二进制的，或者编码认不出来（能认 UTF-8、UTF-16、GB18030、Big5）。",
         "用编辑器打开确认，再以 UTF-8 另存；Word 文件另存为 .docx。"),
        ("not a text file: {path}", "",
         "It is binary or its encoding can't be told (UTF-8, UTF-16, GB18030 and Big5 can).",
         "Open it, check it, and save it as UTF-8, or as .docx from Word."),
    ),
    "CP0654": message(
        ("不能导入 {format} 文件：{path}", "", "能导入的是 txt、md、html、docx。",
         "在原来的程序里打开，另存为 .docx；PDF 复制文字存成 .txt。"),
        ("{format} files can't be imported: {path}", "", "txt, md, html and docx can.",
         "Open it in its own program and save it as .docx; copy the text of a PDF into a .txt."),
    ),
    "CP0655": message(
        ("Word 文件打不开：{path}", "", "文件损坏、没有下载完整，或者设了打开密码。",
         "用 Word 或 WPS 打开，去掉密码，另存为新的 .docx。"),
        ("can't open the Word file {path}", "",
         "It is damaged, incomplete, or protected by a password.",
         "Open it in Word or WPS, remove the password, save it as a new .docx."),
    ),
    "CP0656": message(
        ("文件太大：{path}（{size} MB，上限 {limit} MB）", "",
         "一篇文章不会这么大；多半选错了文件，或者夹了很多大图。",
         "去掉图片再另存，或只导出文字。"),
        ("file too large: {path} ({size} MB, limit {limit} MB)", "",
         "No article is this large; it is another file or full of large pictures.",
         "Save it without pictures, or export the text only."),
    ),
    "CP0657": message(
        ("{path} 是目录，不是文章", "", "一次导入一个文件。", "写出目录里的文件名。"),
        ("{path} is a directory, not an article", "", "One file is imported at a time.",
         "Name the file inside it."),
    ),
    "CP0661": message(
        ("有 {count} 处原文没有归位，共 {characters} 字", "",
         "程序看不出它们属于摘要、背景、做法、成效还是启示。",
         "它们在 YAML 末尾的注释里，逐处注明了行号：移到合适的地方，或者删去。"),
        ("{count} passages found no place, {characters} characters", "",
         "Nothing tells which part of a case they belong to.",
         "They are in comments at the end of the YAML, with their lines: move or delete them."),
    ),
    "CP0662": message(
        ("没有找到标题", "", "文章开头没有像标题的一行，文件属性里也没有。",
         "在 YAML 第一项 title 里写上标题。"),
        ("no title was found", "", "No line at the top reads like a title, nor has the file one.",
         "Write it into title, the first key."),
    ),
    "CP0663": message(
        ("没有找到带小标题的做法", "", "案例至少要有一条做法；这里先用“主要做法”作了标题。",
         "把 practices 里的文字分条，各拟一个标题。"),
        ("no practices with headings were found", "",
         "A case needs one practice at least; it was given a stand-in title.",
         "Divide the text under practices and give each a title."),
    ),
    "CP0664": message(
        ("部分内容没有栏目标题，是按行文推断的", "",
         "如开头一段归为背景，“目前”“实践证明”之后归为成效、启示。",
         "通读一遍，分错的地方挪回去。"),
        ("parts without headings were placed by their wording", "",
         "The opening became the background, what follows 目前 or 实践证明 results and lessons.",
         "Read it through and move what is misplaced."),
    ),
    "CP0665": message(
        ("文章里没有这些部分：{parts}", "", "缺的部分不会出现在画册和课件里，不影响制作。",
         "需要就补写。"),
        ("the article has no {parts}", "",
         "They will be missing in brochure and deck; that is allowed.",
         "Add them if you want them."),
    ),
    "CP0666": message(
        ("原文的顺序是：{order}", "",
         "画册和课件按摘要、背景、做法、成效、启示排列；YAML 里保持原文的顺序。",
         "核对前后文的呼应，如“上述做法”“如前所述”。"),
        ("the article's order is {order}", "",
         "Brochure and deck follow the usual order; the YAML keeps the article's.",
         "Check references such as 'the above'."),
    ),
    "CP0667": message(
        ("有 {count} 个字没能读出来（�）", "", "文件在以前的转换里已经丢了字。", "对照原件补上。"),
        ("{count} characters could not be read (�)", "", "They were lost in an earlier conversion.",
         "Restore them from the original."),
    ),
    "CP0668": message(
        ("“{words}”改由编号表示", "", "画册里各条按“一是、二是”编号，原来的序次词记在注释里。",
         "一定要保留原词时，写回标题里。"),
        ("'{words}' became numbers", "",
         "Items are numbered 一是, 二是 in the brochure; the words are kept in comments.",
         "Write them back into the titles if they must stay."),
    ),
    "CP0669": message(
        ("有栏目在案例里没有专门的位置：{parts}", "",
         "箭头后面是它们放进的部分，各成一条，文字照录；这样画册和课件里都有。",
         "不合适就挪到别处；只供内部参考的，删去。"),
        ("parts without a field of their own: {parts}", "",
         "The arrow tells the part they went under, as an item in the article's words, so that "
         "brochure and deck have them.",
         "Move them where they do not fit, or delete what is only for internal use."),
    ),
}  # fmt: skip

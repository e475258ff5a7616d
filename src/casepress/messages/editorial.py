"""CP04xx: what an editor should look at. Reported, never changed."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

EDITORIAL: Final[Table] = {
    "CP0401": message(
        (
            "增幅和数字对不上：{label} {first}→{last} 是 {computed}%，原文作 {stated}%",
            "按两个数字计算是 {computed}%",
            "原文的百分比不能从它的两个数字推出。",
            "核对来源；确是原文之误就照录，在 editorial（编者注）里说明。",
        ),
        (
            "stated change disagrees: {label} {first}→{last} is {computed}%, the text says "
            "{stated}%",
            "the two numbers give {computed}%",
            "The percentage does not follow from its numbers.",
            "Check the source; if the text errs, keep it and say so in editorial.",
        ),
    ),
    "CP0402": message(
        (
            "课堂计划各部分共 {sum} 分钟，总用时写的是 {total} 分钟",
            "应当等于各部分之和",
            "时间对不上，课就讲不完，或者要拖堂。",
            "改某一部分的 minutes，或把总用时改成 {sum}。",
        ),
        (
            "the parts take {sum} minutes, the session {total}",
            "should be the sum of the parts",
            "The session would run short or over.",
            "Change a part, or make the total {sum}.",
        ),
    ),
    "CP0403": message(
        (
            "各条做法共 {sum} 分钟，多于“{name}”部分的 {total} 分钟",
            "这一部分只有 {total} 分钟",
            "做法的讲解用时要放得进这一部分。",
            "减少某条做法的 minutes，或给这一部分加时间。",
        ),
        (
            "the practices take {sum} minutes, their part '{name}' has {total}",
            "only {total} minutes",
            "The practices have to fit into their part.",
            "Shorten a practice or lengthen the part.",
        ),
    ),
    "CP0404": message(
        (
            "图片没有替代文字：{path}",
            "这里少了 alt",
            "看不见图片的人要靠它；PDF/UA 和课件检查都要求有。",
            "alt: 用一句话写出图里有什么",
        ),
        (
            "picture without alternative text: {path}",
            "alt is missing here",
            "People who can't see the picture need it; PDF/UA requires it.",
            "alt: one sentence that says what the picture shows",
        ),
    ),
    "CP0405": message(
        (
            "摘要与正文的第{ordinal}项做法不一致：摘要作“{summary}”，标题作“{heading}”",
            "标题里没有这个说法",
            "摘要和小标题说的应当是同一件事。",
            "核对来源；照录时在 editorial（编者注）里说明。",
        ),
        (
            "summary and heading of practice {ordinal} disagree: '{summary}' and '{heading}'",
            "the heading does not say so",
            "Summary and heading should name the same thing.",
            "Check the source; if you keep both, say so in editorial.",
        ),
    ),
    "CP0406": message(
        (
            "“{char}”没有配对",
            "缺少另一半 {partner}",
            "括号、引号、书名号要成对。",
            "补上 {partner}；原文如此就照录。",
        ),
        (
            "'{char}' has no partner",
            "{partner} is missing",
            "Brackets and quotes come in pairs.",
            "Add {partner}; keep it if the source has it so.",
        ),
    ),
    "CP0407": message(
        (
            "中文里有半角标点“{char}”",
            "应当是“{wide}”",
            "半角标点夹在汉字中间，字距和避头尾都会出错。",
            "改成“{wide}”；casepress check --fix 会自动改。",
        ),
        (
            "half-width '{char}' in Chinese text",
            "'{wide}' is expected here",
            "Half-width marks between Han spoil spacing and line breaks.",
            "Write '{wide}'; casepress check --fix does it for you.",
        ),
    ),
    "CP0408": message(
        (
            "约数重复：{words}",
            "“{first}”和“{second}”只用一个",
            "“近”是不到，“余”是超过，两个连用互相矛盾。",
            "核对来源；照录时在 editorial（编者注）里说明。",
        ),
        (
            "doubled approximation: {words}",
            "only one of '{first}' and '{second}'",
            "One says less than, the other more than.",
            "Check the source; if you keep it, say so.",
        ),
    ),
    "CP0409": message(
        (
            "{what}太长：{length} 字，宜在 {limit} 字以内",
            "到这里 {limit} 字",
            "标题太长，会缩小、换行或转到下一页。",
            "把它写短，或用 | 标出断行处。",
        ),
        (
            "{what} too long: {length} characters, {limit} advised",
            "{limit} characters up to here",
            "A long title breaks over lines or runs on to another page.",
            "Shorten it, or mark a line break with |.",
        ),
    ),
    "CP0410": message(
        (
            "正文里找不到数字 {value}{unit}",
            "原文没有这个数",
            "大字数字必须照录原文，不能换算、取整。",
            "改成原文的写法；确非原文就删掉。",
        ),
        (
            "the figure {value}{unit} is not in the text",
            "not in the text",
            "Large figures are quoted from the text, never computed or rounded.",
            "Write it as the text does, or delete it.",
        ),
    ),
    "CP0411": message(
        (
            "{what}不是原文的话：{words}",
            "正文里没有这一段",
            "引语和原文表述要逐字照录。",
            "照原文改，或换一句原文里有的话。",
        ),
        (
            "{what} is not in the text: {words}",
            "not in the text",
            "Quotes and statements are verbatim.",
            "Write it as the text does.",
        ),
    ),
    "CP0412": message(
        (
            "图表“{label}”的数值不是数字：{value}",
            "这里应当是数字，单位写在 unit 里",
            "图表按数值画，认不出的数画不了。",
            "只写数字，如 5624；单位写在 unit 里。",
        ),
        (
            "chart '{label}': {value} is no number",
            "a number is expected here; the unit goes in unit",
            "Charts are drawn from numbers.",
            "Write digits only, such as 5624.",
        ),
    ),
    "CP0413": message(
        (
            "序号不连续：“{before}”之后是“{found}”",
            "应当是“{expected}”",
            "一是、二是、三是要依次写全。",
            "核对是否漏了一项或写错了序号。",
        ),
        (
            "broken numbering: '{found}' after '{before}'",
            "'{expected}' is expected here",
            "一是, 二是, 三是 follow each other.",
            "Check for a missing item or a wrong number.",
        ),
    ),
    "CP0414": message(
        ("没有这一天：{date}", "日期有误", "月份、日子超出了历法。", "核对日期。"),
        ("no such date: {date}", "impossible", "Month or day is out of range.", "Check the date."),
    ),
    "CP0415": message(
        (
            "{what}指到了不存在的地方：{value}",
            "案例里没有这一部分",
            "位置写成 background、practices[0] 这样，从 0 数起。",
            "核对名称和序号。",
        ),
        (
            "{what} points to nothing: {value}",
            "there is no such part",
            "Places are written background, practices[0], counted from 0.",
            "Check name and number.",
        ),
    ),
    "CP0416": message(
        (
            "汉字之间有空格",
            "多余的空格",
            "汉字之间不空格；程序排版时会去掉。",
            "删掉空格；casepress check --fix 会自动删。",
        ),
        (
            "a space between Han characters",
            "needless space",
            "Chinese text has no spaces; they are dropped in setting.",
            "Delete it; casepress check --fix does it for you.",
        ),
    ),
    "CP0417": message(
        (
            "摘要列了 {summary} 项做法，正文有 {practices} 条",
            "摘要在这里数到 {summary}",
            "摘要和正文的项数应当一致。",
            "核对是否漏写了一条做法。",
        ),
        (
            "the summary lists {summary} practices, the case has {practices}",
            "the summary counts to {summary}",
            "Both should have the same number.",
            "Check whether a practice is missing.",
        ),
    ),
    "CP0418": message(
        (
            "一个关键词里有标点：{word}",
            "这里像是几个关键词",
            "[甲，乙] 用了中文逗号，只算一个词。",
            "用半角逗号隔开：[甲, 乙]",
        ),
        (
            "a keyword with punctuation: {word}",
            "this looks like several keywords",
            "With a Chinese comma [甲，乙] is a single word.",
            "Use ASCII commas: [甲, 乙]",
        ),
    ),
    "CP0419": message(
        (
            "不宜用的字符 {code}",
            "应当是“{wide}”",
            "全角的数字字母、部首字、看不见的字符，显示相近，搜索不到，字距也不对。",
            "改成“{wide}”（空的就是删掉）；casepress check --fix 会自动改。",
        ),
        (
            "a character better not used: {code}",
            "should be '{wide}'",
            "Full-width letters and digits, radicals and invisible characters look alike but can't "
            "be searched for and space badly.",
            "Write '{wide}' (nothing: delete it); casepress check --fix does it for you.",
        ),
    ),
    "CP0425": message(
        (
            "标点旁、中西文之间或行首行末有多余的空格，共 {count} 处",
            "第一处在这里",
            "中西文之间的空隙由程序按规则加；手打的空格排版时会去掉。",
            "casepress check --fix 会全部删掉。",
        ),
        (
            "{count} needless spaces beside marks, between Han and Latin or at line ends",
            "the first is here",
            "The gap between Chinese and Latin is set by rule; typed spaces are dropped.",
            "casepress check --fix deletes them all.",
        ),
    ),
}

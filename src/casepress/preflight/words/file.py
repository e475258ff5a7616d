"""Words about the file, its claims, its attachments and its metadata."""

from __future__ import annotations

from casepress.preflight.words.entry import ADVICE, ERROR, WARNING, Words

FILE = {
    "file-damaged": Words(
        ERROR,
        (
            "文件有损坏，打开时经过修复：{detail}",
            "the file is damaged and was repaired to be read: {detail}",
        ),
        (
            "交叉引用表或对象不对；RIP 可能打不开",
            "its cross-reference table or objects are wrong; a RIP may refuse it",
        ),
        (
            "重新导出；急用可以 qpdf in.pdf out.pdf 修复",
            "export again, or repair it with qpdf in.pdf out.pdf",
        ),
    ),
    "file-malformed": Words(
        ERROR,
        (
            "内部结构有错，“{check}”这一项没有查完：{detail}",
            "malformed objects; the check of {check} could not be finished: {detail}",
        ),
        ("对象的类型不对，或缺少必需的条目", "objects have the wrong type, or lack entries"),
        ("重新导出，或用 qpdf 修复后再查", "export again, or repair it with qpdf"),
    ),
    "file-script": Words(
        WARNING,
        (
            "文件里有脚本或启动程序的动作：{what}",
            "the file holds a script or launches a program: {what}",
        ),
        (
            "印刷、存档的标准都不许；邮件网关也会拦",
            "print and archive standards forbid it, and mail gateways stop it",
        ),
        ("删去脚本和动作", "remove it"),
    ),
    "file-layers": Words(
        ADVICE,
        ("文件有图层（可显可隐）", "the file has layers that can be switched"),
        ("印哪几层可能与所见不同", "other layers may print than are seen"),
        ("导出前合并图层", "flatten the layers before exporting"),
    ),
    "claim-encrypted": Words(
        WARNING,
        ("文件加了密 {claim}", "the file is encrypted {claim}"),
        (
            "PDF/X 和 PDF/A 都不许加密；印厂也改不了、拼不了",
            "PDF/X and PDF/A forbid it, and it cannot be imposed",
        ),
        ("去掉权限口令再导出", "export it without a password"),
    ),
    "claim-differs": Words(
        ERROR,
        (
            "PDF/X 版本自相矛盾：Info 说 {info}，XMP 说 {xmp}",
            "the PDF/X version differs: {info} in Info, {xmp} in XMP",
        ),
        ("两处声明不一致", "the two claims disagree"),
        ("以 XMP 为准改成一致", "make both agree with the XMP"),
    ),
    "claim-trapped": Words(
        ERROR,
        ("没有说明是否做过陷印（Trapped）", "Trapped is not stated"),
        ("PDF/X 要求写 True 或 False", "PDF/X wants True or False"),
        ("没有做陷印就写 False", "say False unless it was trapped"),
    ),
    "claim-version": Words(
        ERROR,
        ("声明 {claim}，文件却是 PDF {version}", "{claim}, but the file is PDF {version}"),
        ("PDF/X-4 以 PDF {newest} 为限", "PDF/X-4 ends at PDF {newest}"),
        ("存为 PDF {newest}", "save it as PDF {newest}"),
    ),
    "claim-unbacked": Words(
        WARNING,
        (
            "有 PDF/X 输出意图，XMP 里却没有 PDF/X 声明",
            "there is a PDF/X intent, but no PDF/X claim in XMP",
        ),
        ("印前软件不会把它当作 PDF/X", "prepress will not take it for PDF/X"),
        ("导出为 PDF/X-4", "export as PDF/X-4"),
    ),
    "attachment-forbidden": Words(
        ERROR,
        ("{claim} 不许带附件：{name}", "{claim} takes no attachments: {name}"),
        ("只有 PDF/A-3、A-4f 可以带任意附件", "only PDF/A-3 and A-4f may carry any file"),
        ("删去附件，或改用 PDF/A-3", "remove it, or use PDF/A-3"),
    ),
    "attachment-relationship": Words(
        ERROR,
        (
            "附件 {name} 没有说明与正文的关系（AFRelationship）",
            "attachment {name} lacks its AFRelationship",
        ),
        ("PDF/A-3 要求写明（ISO 19005-3, 6.8）", "PDF/A-3 wants it (ISO 19005-3, 6.8)"),
        (
            "写成 Source、Data、Alternative、Supplement 之一",
            "use Source, Data, Alternative or Supplement",
        ),
    ),
    "attachment-unlisted": Words(
        ERROR,
        ("附件 {name} 没有列入关联文件（AF）", "attachment {name} is not an associated file (AF)"),
        (
            "PDF/A-3 要求每个附件都与文件或某一部分关联",
            "PDF/A-3 wants every file associated with the document or a part",
        ),
        ("列入目录的 AF 数组", "list it in the catalogue's AF array"),
    ),
    "attachment-checksum": Words(
        ERROR,
        (
            "附件 {name} 与登记的校验和或大小不符",
            "attachment {name} does not match its checksum or size",
        ),
        ("附件被改过，或已损坏", "it was changed, or is damaged"),
        ("重新附上原文件", "attach the original again"),
    ),
    "attachment-broken": Words(
        ERROR,
        ("附件 {name} 读不出来", "attachment {name} cannot be read"),
        ("内嵌的数据流缺失或损坏", "its stream is missing or damaged"),
        ("重新附上原文件", "attach the original again"),
    ),
    "attachment-large": Words(
        ADVICE,
        ("附件 {name} 有 {mb} MB", "attachment {name} takes {mb} MB"),
        ("大附件让文件难发、难存", "large files are hard to send and to keep"),
        ("压缩附件，或另行归档", "compress it, or keep it apart"),
    ),
    "meta-no-xmp": Words(
        WARNING,
        ("没有 XMP 元数据", "there is no XMP metadata"),
        ("存档系统读不到题名、责任者、日期", "archives find neither title nor author nor date"),
        ("导出时写入元数据", "export with metadata"),
    ),
    "meta-broken-xmp": Words(
        WARNING,
        ("XMP 元数据读不懂", "the XMP metadata cannot be parsed"),
        ("不是合规的 XML，或带有不许的 DOCTYPE", "it is no valid XML, or has a DOCTYPE"),
        ("重新写入元数据", "write it anew"),
    ),
    "meta-title": Words(
        WARNING,
        ("没有标题（dc:title）", "there is no title (dc:title)"),
        ("打开、检索、归档都靠标题", "viewers, searches and archives need it"),
        ("填上标题", "give it a title"),
    ),
    "meta-date": Words(
        ERROR,
        ("没有日期：{key}", "a date is missing: {key}"),
        ("PDF/X 要求有创建和修改日期", "PDF/X wants the dates of creation and change"),
        ("写入日期", "write the date"),
    ),
    "meta-disagree": Words(
        WARNING,
        (
            "{key} 两处不一致：Info 是“{info}”，XMP 是“{xmp}”",
            "{key} disagrees: “{info}” in Info, “{xmp}” in XMP",
        ),
        ("软件各读各的，看到的就不一样", "programs read one or the other"),
        ("两处写成一样", "make both say the same"),
    ),
}

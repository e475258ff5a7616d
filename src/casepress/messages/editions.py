"""CP0606, CP061x pictures and where they lie, CP092x colour profiles, CP093x archived files."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

EDITIONS: Final[Table] = {
    "CP0606": message(
        (
            "矢量图不能直接用：{path}",
            "{kind} 文件",
            "矢量图（SVG、PDF、EPS、AI、WMF）各软件画出来不一样，这里只收像素图。",
            "用制图软件导出 PNG：标志宽 1000 像素以上，整页图按 300 dpi；底透明的照样用。",
        ),
        (
            "a vector drawing can't be used as it is: {path}",
            "{kind} file",
            "Programs draw SVG, PDF, EPS, AI and WMF differently; only pixels are taken.",
            "Export a PNG: a logo 1000 pixels wide or more, a full page at 300 dpi; "
            "transparency is kept.",
        ),
    ),
    "CP0611": message(
        (
            "图片在案例的文件夹以外：{path}",
            "不在 YAML 所在的文件夹里",
            "案例要能整个文件夹交给别人；借路径或链接读到别处的文件，往往不是本意。",
            "把图片拷到案例的文件夹里，改写路径；确实要用别处的，加 --allow-outside。",
        ),
        (
            "picture outside the folder of the case: {path}",
            "not in the folder of the YAML file",
            "A case is handed on as one folder; a path or link that leads out is rarely meant.",
            "Copy the picture into the folder and correct the path, or add --allow-outside.",
        ),
    ),
    "CP0612": message(
        (
            "存档用不了绝对路径：{path}",
            "换台电脑就找不到了",
            "存档文件要能在任何地方取出源文件、重新做出同样的 PDF。",
            "改成从所在文件算起的相对路径。",
        ),
        (
            "an archive can't hold an absolute path: {path}",
            "means nothing on another machine",
            "The sources in an archive must build again anywhere.",
            "Write it relative to the file that names it.",
        ),
    ),
    "CP0613": message(
        (
            "图片太粗，不能付印：{path} 在第 {page} 页只有 {ppi} dpi",
            "宽 {pixels} 像素",
            "低于 150 dpi，印出来看得见马赛克；屏幕版和存档版照做。",
            "换一张宽 {needed} 像素以上的原图，或改 placement 放小一些。",
        ),
        (
            "picture too coarse for the press: {path} has {ppi} dpi on page {page}",
            "{pixels} pixels wide",
            "Below 150 dpi pixels show in print; screen and archive editions are still made.",
            "Use one at least {needed} pixels wide, or place it smaller.",
        ),
    ),
    "CP0614": message(
        (
            "图片偏粗：{path} 在第 {page} 页是 {ppi} dpi",
            "宽 {pixels} 像素",
            "付印一般要 300 dpi，低了发虚。",
            "有原图就换一张宽 {needed} 像素以上的。",
        ),
        (
            "picture rather coarse for the press: {path} has {ppi} dpi on page {page}",
            "{pixels} pixels wide",
            "Print shops ask for 300 dpi; below that it looks soft.",
            "Use one at least {needed} pixels wide if there is one.",
        ),
    ),
    "CP0615": message(
        (
            "图片是 CMYK，又没有色彩特性文件：{path}",
            "屏幕上的颜色只能估计",
            "付印时油墨数照用；屏幕版、存档版和课件按估计转成 RGB，颜色会有出入。",
            "用 RGB 原图，或另存时嵌入 ICC。",
        ),
        (
            "CMYK picture without a profile: {path}",
            "its colours on screen are a guess",
            "The press gets its inks as they are; screen, archive and deck get an estimate in RGB.",
            "Use the RGB original, or embed the ICC profile.",
        ),
    ),
    "CP0616": message(
        (
            "图片的文件名和存档自己的文件重名：{path}",
            "",
            "存档要用 casepress-build.json、casepress-layout.yaml 和 casepress-layout/ 这些名字。",
            "给图片改个名字。",
        ),
        (
            "a picture has the name of one of the archive's own files: {path}",
            "",
            "casepress-build.json, casepress-layout.yaml and casepress-layout/ are taken.",
            "Rename the picture.",
        ),
    ),
    "CP0617": message(
        (
            "总墨量 {ink} %，超过 {limit} %",
            "",
            "墨太厚，干不透，会粘脏；来自版式里的 CMYK 颜色，或压在底色上的黑字。",
            "在版式的 ink 里把深色的四个数减到合计 {limit} 以内。",
        ),
        (
            "total ink of {ink} % is more than {limit} %",
            "",
            "So much ink doesn't dry and sets off; it comes from CMYK colours of the layout.",
            "Reduce the dark colours of the layout to {limit} in all.",
        ),
    ),
    "CP0921": message(
        (
            "读不了 --icc 的文件：{path}（{reason}）",
            "",
            "文件不在，或没有权限。",
            "检查路径；不写 --icc 就用自带的 CGATS TR 006（铜版纸，单张纸胶印）。",
        ),
        (
            "can't read the file of --icc: {path} ({reason})",
            "",
            "It is missing or not readable.",
            "Check the path; without --icc the bundled CGATS TR 006 (coated, sheet-fed) is used.",
        ),
    ),
    "CP0922": message(
        (
            "--icc 的文件不是完好的 ICC 特性文件：{path}",
            "",
            "文件头、长度或必需的转换表不对，可能没下载完整。",
            "向印刷厂再要一份（扩展名多为 .icc、.icm）。",
        ),
        (
            "the file of --icc is not a sound ICC profile: {path}",
            "",
            "Its header, length or conversion tables are wrong; perhaps the download broke off.",
            "Ask the print shop for it again (.icc or .icm).",
        ),
    ),
    "CP0923": message(
        (
            "--icc 要印刷机的 CMYK 特性文件，{path} 是别的（{found}）",
            "",
            "PDF/X-4 的输出意图必须是输出设备（prtr）的四色特性文件。",
            "向印刷厂要他们用的 CMYK 特性文件；显示器、扫描仪和 RGB 的都不行。",
        ),
        (
            "--icc takes a CMYK press profile; {path} is something else ({found})",
            "",
            "The output intent of PDF/X-4 is an output profile (prtr) of four inks.",
            "Ask the print shop for the profile it prints by; monitors, scanners and RGB won't do.",
        ),
    ),
    "CP0931": message(
        (
            "读不了这个 PDF：{path}（{reason}）",
            "",
            "文件不在、损坏、加了密码，或者不是 PDF。",
            "用归档清单里的 sha256 核对文件是否完整。",
        ),
        (
            "can't read this PDF: {path} ({reason})",
            "",
            "It is missing, damaged, locked with a password, or no PDF.",
            "Compare it with the sha256 in its archive list.",
        ),
    ),
    "CP0932": message(
        (
            "{path} 里没有案例的源文件",
            "",
            "只有用 --for archive 做的 PDF 带着源文件；屏幕版和付印版不带。",
            "换成 …-archive.pdf。",
        ),
        (
            "{path} carries no sources of a case",
            "",
            "Only a PDF built with --for archive does; screen and print editions don't.",
            "Use the …-archive.pdf.",
        ),
    ),
    "CP0933": message(
        (
            "{path} 里有不安全的附件名：{name}",
            "",
            "名字指向文件夹以外，或不能当文件名；casepress 做的存档不会这样。什么也没有写出。",
            "核对这个文件的来历和 sha256。",
        ),
        (
            "{path} has an attachment with an unsafe name: {name}",
            "",
            "It leads out of the folder or is no file name everywhere; nothing was written.",
            "Check where the file comes from, and its sha256.",
        ),
    ),
    "CP0934": message(
        (
            "{folder} 里已经有内容不同的 {path}，不覆盖",
            "",
            "取出的文件不会盖掉别的文件。",
            "换个空目录（-o），或加 --force 覆盖。",
        ),
        (
            "{folder} already has another {path}; it is not overwritten",
            "",
            "Extracting never replaces a file with other content.",
            "Choose an empty directory with -o, or add --force.",
        ),
    ),
}

"""CP033x collections: their members, their readings; CP062x the spine of the bound book."""

from __future__ import annotations

from typing import Final

from casepress.messages.words import Table, message

COLLECTIONS: Final[Table] = {
    "CP0331": message(
        (
            "汇编里一个案例也没有",
            "还要写 cases 或 parts",
            "汇编要列出案例文件：不分编写在 cases 里，分编写在各编的 cases 里。",
            "加上 cases:，下面每行一个文件，如 - 武侯.yaml。",
        ),
        (
            "the collection has no cases",
            "cases or parts is missing",
            "A collection lists case files, under cases or under the cases of its parts.",
            "Add cases: with one file a line, as - wuhou.yaml.",
        ),
    ),
    "CP0332": message(
        (
            "cases 和 parts 只能写一个",
            "分了编，就不能再有编外的案例",
            "全书要么不分编，要么每个案例都在某一编里，次序才不含糊。",
            "把这里的案例移到某一编的 cases 里，或删掉 parts。",
        ),
        (
            "cases and parts can't both be given",
            "with parts there are no cases outside them",
            "A book has either no parts, or every case stands in one; else the order is unclear.",
            "Move these cases into a part, or delete parts.",
        ),
    ),
    "CP0333": message(
        (
            "找不到案例文件：{path}",
            "汇编里写的是这个文件",
            "路径从汇编文件所在的目录算起。",
            "检查文件名和所在目录；中文文件名注意空格。",
        ),
        (
            "no such case file: {path}",
            "named here",
            "Paths start from the folder of the collection.",
            "Check name and folder.",
        ),
    ),
    "CP0334": message(
        (
            "案例在汇编的文件夹以外：{path}",
            "不在汇编文件所在的文件夹里",
            "汇编要能整个文件夹交给别人，存档也要能原样取出。",
            "把案例拷到汇编的文件夹里，改写路径；确实要用别处的，加 --allow-outside。",
        ),
        (
            "case outside the folder of the collection: {path}",
            "not in the folder of the collection",
            "A collection is handed on and archived as one folder.",
            "Copy the case into the folder and correct the path, or add --allow-outside.",
        ),
    ),
    "CP0335": message(
        (
            "{path} 也是汇编，不是案例",
            "这里要写案例文件",
            "汇编里只能放案例，不能再放汇编。",
            "把那本汇编里的案例逐个列在这里。",
        ),
        (
            "{path} is a collection itself, not a case",
            "a case file is expected here",
            "A collection holds cases, no other collections.",
            "List the cases of that collection here, one by one.",
        ),
    ),
    "CP0336": message(
        (
            "同一个案例收了两次：{path}",
            "第二次在这里",
            "多半是复制时忘了改文件名。",
            "改成另一个案例，或删掉这一行。",
        ),
        (
            "the same case twice: {path}",
            "again here",
            "It was probably copied and not changed.",
            "Name another case, or delete the line.",
        ),
    ),
    "CP0337": message(
        (
            "“{word}”的读音写得不对：{reading}",
            "要 {count} 个音节，用空格隔开",
            "读音按字给出，一个汉字一个音节，声调写在后面（1～5）。",
            "例如 长寿区: chang2 shou4 qu1。",
        ),
        (
            "the reading of '{word}' does not match it: {reading}",
            "{count} syllables are expected, with spaces between",
            "A reading gives one syllable for each Han character, its tone (1 to 5) behind it.",
            "For example chang2 shou4 qu1 for three characters.",
        ),
    ),
    "CP0621": message(
        (
            "算不出书脊，没有做封面",
            "没有写单张厚度，也没有写克重",
            "书脊 = 页数 ÷ 2 × 单张厚度。纸张是印刷厂定的，程序不猜。",
            "在 colophon 里写 thickness_mm（单张厚度，毫米），向印刷厂要；内页已经做好。",
        ),
        (
            "no spine width, so no cover was made",
            "neither thickness_mm nor gsm is given",
            "Spine = pages / 2 × thickness of a sheet. The paper is the printer's; nobody guesses.",
            "Give colophon.thickness_mm, as the print shop says; the interior is made.",
        ),
    ),
    "CP0622": message(
        (
            "书脊 {spine} 毫米是按克重估算的",
            "只写了克重 {gsm}",
            "按每 100 克 0.135 毫米折算；同样克重，胶版纸、铜版纸厚薄不同。",
            "向印刷厂要单张厚度，写进 thickness_mm，再做一遍封面。",
        ),
        (
            "the spine of {spine} mm is estimated from the weight of the paper",
            "only gsm {gsm} is given",
            "0.135 mm for each 100 g/m² was taken; papers of one weight differ in thickness.",
            "Ask the print shop for thickness_mm and make the cover again.",
        ),
    ),
    "CP0623": message(
        (
            "书脊只有 {spine} 毫米，没有印字",
            "不到 {least} 毫米",
            "书脊太窄，字会折到封面上（GB/T 11668：5 毫米以上才要求印书脊名称）。",
            "页数多了或纸厚了再做；现在这样可以付印。",
        ),
        (
            "the spine is only {spine} mm wide and carries no text",
            "less than {least} mm",
            "On a narrow spine text strays onto the covers (GB/T 11668 asks for it from 5 mm on).",
            "Nothing need be done; with more pages or thicker paper the title appears.",
        ),
    ),
}

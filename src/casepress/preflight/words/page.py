"""Words about page boxes, bleed, and pages as such."""

from __future__ import annotations

from casepress.preflight.words.entry import ADVICE, ERROR, WARNING, Words

PAGE = {
    "box-outside": Words(
        ERROR,
        ("{inner} 超出 {outer}", "{inner} reaches beyond {outer}"),
        (
            "页面框应当一层套一层：MediaBox ⊇ BleedBox ⊇ TrimBox",
            "boxes must nest: MediaBox ⊇ BleedBox ⊇ TrimBox",
        ),
        ("在制作软件里重设页面框后重新导出", "set the page boxes again and export anew"),
    ),
    "box-no-trim": Words(
        ERROR,
        ("没有成品框（TrimBox）", "there is no TrimBox"),
        ("不知道裁切到哪里，拼版和裁切都没有依据", "nobody can tell where to cut"),
        (
            "导出 PDF/X，或用 casepress build --for print 重做",
            "export as PDF/X, or build it with --for print",
        ),
    ),
    "box-trim-and-art": Words(
        ERROR,
        ("同时有 TrimBox 和 ArtBox", "both TrimBox and ArtBox are given"),
        ("PDF/X 只许有其中一个", "PDF/X allows only one of them"),
        ("删去 ArtBox", "remove the ArtBox"),
    ),
    "box-trim-differs": Words(
        WARNING,
        ("成品尺寸 {size} 与第 1 页 {first} 不同", "trim size {size} differs from page 1, {first}"),
        ("一本册子的各页应当一样大", "the pages of a booklet should be of one size"),
        (
            "核对这一页的页面设置；折页、书签等另册的除外",
            "check the page's size, unless it is a fold-out",
        ),
    ),
    "bleed-missing": Words(
        ERROR,
        ("没有出血", "there is no bleed"),
        ("裁切总有误差，没有出血会露白边", "cuts are never exact; white slivers would show"),
        ("导出时勾选出血，四边各 3 mm", "export with 3 mm of bleed on every side"),
    ),
    "bleed-narrow": Words(
        WARNING,
        ("出血只有 {mm} mm", "the bleed is only {mm} mm"),
        ("印厂一般要四边各 3 mm", "print shops ask for 3 mm on every side"),
        ("把出血改为 3 mm；或先与印厂确认", "make it 3 mm, or ask the print shop"),
    ),
    "bleed-short": Words(
        ERROR,
        (
            "底色或图片在{side}边只伸出 {mm} mm，没到出血线（{wanted} mm）",
            "a ground or picture reaches {mm} mm beyond the {side} trim, not {wanted} mm",
        ),
        (
            "它贴着成品边却没有铺满出血，裁切后会露白边",
            "it ends at the trim; the cut would leave a white edge",
        ),
        (
            "把它拉到出血线外，或者缩到成品线以内",
            "extend it to the bleed, or keep it well inside the trim",
        ),
    ),
    "text-near-trim": Words(
        WARNING,
        ("文字离成品边只有 {mm} mm", "text stands {mm} mm from the trim"),
        (
            "裁切误差可达 1–2 mm，离边不足 3 mm 的字可能被切到",
            "cuts vary by 1–2 mm; text closer than 3 mm may be hit",
        ),
        ("把文字移到距成品边 3 mm 以内的安全区", "move it at least 3 mm inside the trim"),
    ),
    "page-rotated": Words(
        WARNING,
        ("页面带有旋转 {degrees}°", "the page is rotated by {degrees}°"),
        ("有的拼版软件不理会 /Rotate，页面会躺倒", "some imposition programs ignore /Rotate"),
        ("把页面真正转正后再导出", "turn the content itself and export again"),
    ),
    "page-unit": Words(
        WARNING,
        ("页面用了自定单位 {unit}（UserUnit）", "the page uses a UserUnit of {unit}"),
        (
            "印前软件大多不认 UserUnit，尺寸会错",
            "most prepress programs ignore it and get the size wrong",
        ),
        ("按实际尺寸重新导出", "export at real size"),
    ),
    "page-count": Words(
        ADVICE,
        (
            "共 {count} 页，不是 4 的倍数，还差 {missing} 页",
            "{count} pages are no multiple of 4; {missing} are missing",
        ),
        (
            "骑马钉每张纸 4 页，缺的页会成为白页",
            "a saddle-stitched sheet has 4 pages; the rest stay blank",
        ),
        (
            "补上笔记页、编印页等有用的页；胶装不受此限",
            "add useful pages; perfect binding does not mind",
        ),
    ),
    "page-empty": Words(
        WARNING,
        ("空白页", "the page is empty"),
        ("成品范围内什么也没画", "nothing is painted inside the trim"),
        ("确认是有意留白；不是就删去", "make sure it is meant, or remove it"),
    ),
    "page-broken": Words(
        ERROR,
        ("页面内容有错，有的东西没画出来：{detail}", "the page's content is broken: {detail}"),
        (
            "内容流里有读不懂的指令或缺少的资源",
            "operators cannot be read, or resources are missing",
        ),
        ("用原来的软件重新导出这一页", "export the page again from where it was made"),
    ),
    "page-unclosed": Words(
        WARNING,
        ("页面的图形状态或标记没有收尾", "graphics state or marked content is left open"),
        (
            "q/Q 或 BDC/EMC 不成对，拼版后可能影响别的页",
            "q/Q or BDC/EMC do not pair; imposed pages may suffer",
        ),
        ("重新导出，或用 qpdf 修复", "export again, or repair it with qpdf"),
    ),
}

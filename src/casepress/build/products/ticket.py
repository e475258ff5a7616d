"""The print ticket (印刷说明): what a print shop asks before it prints, said by the file itself.

Only facts: what the case does not say (stock, print run) is left for people to agree on.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from casepress import __version__
from casepress.brochure.publication.geometry import MOST_STITCHED
from casepress.pdf.press_pictures import INK_LIMIT
from casepress.units import to_mm

if TYPE_CHECKING:
    from casepress.case.model import Colophon
    from casepress.display import DisplayList
    from casepress.pdf.targets import Target
    from casepress.pdf.write import PdfReport

_OPEN = "未定（案例的版权页没有写）"
LOOSE = "散页，左侧留有打孔的位置"
_SIZES = {
    (210, 285): "大16开",
    (185, 260): "正16开",
    (140, 210): "大32开",
    (140, 203): "大32开",
    (130, 184): "正32开",
    (210, 297): "A4",
    (210, 210): "方形",
    (148, 210): "A5",
}
Entry = tuple[str, str, Any]
"""Label, the words for people, the value for programs."""


def entries(
    file: str,
    display: DisplayList,
    target: Target,
    report: PdfReport,
    colophon: Colophon | None,
) -> list[Entry]:
    """Return the ticket, line by line; without a colophon the sheets are loose (a handout)."""
    page = display.pages[0]
    width, height = _mm(page.width_pt), _mm(page.height_pt)
    bleed, slug = _mm(display.bleed_pt), _mm(target.slug_pt or 0.0)
    margin = 2 * (display.bleed_pt + (target.slug_pt or 0.0))
    outer = _mm(page.width_pt + margin), _mm(page.height_pt + margin)
    kind = _SIZES.get((round(width), round(height)), "")
    named = f"（{kind}）" if kind else ""
    intent = target.profile.condition if target.profile else ""
    condition = target.profile.identifier if target.profile else ""
    stock, printing = (colophon.stock, colophon.printing) if colophon else ("", "")
    covers = "（含封面、封底）" if colophon else ""
    bound = binding(report.pages) if colophon else LOOSE
    return [
        ("品名", display.metadata.title, display.metadata.title),
        ("成品尺寸", f"{width:g} mm × {height:g} mm{named}",
         {"宽_mm": width, "高_mm": height, "开本": kind}),
        ("出血", f"四边各 {bleed:g} mm，已做足" if bleed else "没有", {"每边_mm": bleed}),
        ("页面尺寸", f"{outer[0]:g} mm × {outer[1]:g} mm，含出血和裁切标记，标记在出血以外",
         {"宽_mm": outer[0], "高_mm": outer[1], "标记边_mm": slug}),
        ("页数", f"{report.pages} 页{covers}，单页文件，按页码排列，未拼版", report.pages),
        ("装订", bound, bound),
        ("用纸", stock or _OPEN, stock),
        ("印数", printing or _OPEN, printing),
        ("色数", "4 + 4（双面四色 CMYK），没有专色",
         {"正面": 4, "反面": 4, "专色": [], "色空间": "CMYK"}),
        ("印刷条件", intent if intent == condition else f"{condition}，{intent}",
         {"标识": condition, "说明": intent}),
        ("最高墨量", f"{report.coverage:g} %（四色网点之和，上限 {INK_LIMIT:g} %）",
         {"百分数": report.coverage, "上限": INK_LIMIT}),
        ("黑字", "单色黑 K100，套印", "K100 套印"),
        ("图片精度", *_resolution(report)),
        ("标准", f"{target.pdfx}（ISO 15930-7），字体全部嵌入", target.pdfx),
        ("文件", f"{file}，{report.size:,} 字节", {"文件名": file, "字节数": report.size}),
        ("sha256", report.sha256, report.sha256),
        ("制作程序", f"casepress {__version__}", f"casepress {__version__}"),
    ]  # fmt: skip


def binding(pages: int) -> str:
    """Return how so many pages are bound: stitched in fours, glued when they are too many."""
    if pages > MOST_STITCHED:
        return f"无线胶装（{pages} 页，骑马订一般不超过 {MOST_STITCHED} 页）；书脊厚度按用纸计算"
    if pages % 4:
        return f"待商定：骑马订要 4 的倍数，现为 {pages} 页"
    return f"骑马订（{pages} 页，{pages // 4} 张对折）"


def ticket_text(lines: Sequence[Entry]) -> str:
    """Set the ticket for people: labels in a column of full-width characters."""
    widest = max(len(label) for label, _, _ in lines if not label.isascii())
    rows = [f"{_padded(label, widest)}  {words}" for label, words, _ in lines]
    return "\n".join(("印刷说明", "", *rows, ""))


def ticket_json(lines: Sequence[Entry]) -> str:
    """Write the ticket for programs."""
    content: dict[str, Any] = {"说明": "casepress 印刷说明", "格式版本": 1}
    content |= {label: value for label, _, value in lines}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _padded(label: str, cells: int) -> str:
    if label.isascii():
        return label + " " * (2 * cells - len(label))
    return label + "\u3000" * (cells - len(label))


def _resolution(report: PdfReport) -> tuple[str, Any]:
    """Tell the coarsest picture as placed."""
    if not report.pictures:
        return "没有图片（图表都是矢量）", None
    use = min(report.pictures, key=lambda picture: picture.ppi)
    dpi, page = round(use.ppi), use.page + 1
    value = {"最低_dpi": dpi, "页": page, "图片数": len(report.pictures)}
    return f"最低 {dpi} dpi（第 {page} 页）", value


def _mm(points: float) -> float:
    return round(to_mm(points), 1)

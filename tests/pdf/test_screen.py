"""The screen target: tags, links, bookmarks, labels; read back with pikepdf."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Name
from tests.pdf.helpers import HEIGHT, WIDTH, Sheet, one_line, opened, set_line, stress, written

from casepress.display import BoxItem, Destination, OutlineEntry, RuleItem
from casepress.pdf.targets import SCREEN
from casepress.pdf.write import write_pdf
from casepress.units import Rect


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> pikepdf.Pdf:
    return opened(written(stress(tmp_path_factory.mktemp("stress"), 3)))


def kids(node: Any) -> list[Any]:
    found = node.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def roles(node: Any) -> Any:
    """Return the tree as nested (role, children) without content items."""
    below = [
        roles(kid) for kid in kids(node) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
    ]
    return str(node.S)[1:], below


def walk(node: Any) -> Any:
    yield node
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid)


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [n for n in walk(pdf.Root.StructTreeRoot.K[0]) if f"/{role}" == n.S]


def test_the_tree_follows_the_elements(pdf: pikepdf.Pdf) -> None:
    role, below = roles(pdf.Root.StructTreeRoot.K[0])
    assert role == "Document"
    assert [name for name, _ in below] == ["H1", "TOC", "Sect", "Sect"]
    assert below[1] == ("TOC", [("TOCI", [("Reference", [("Link", [])])])])
    section = [name for name, _ in below[2][1]]
    assert section == ["H2", "P", "P", "L", "Table", *["Figure"] * 4, *["P"] * 4]
    assert below[2][1][3] == ("L", [("LI", [("Lbl", []), ("LBody", [])])] * 2)
    head = ("THead", [("TR", [("TH", [])] * 2)])
    assert below[2][1][4] == ("Table", [head, ("TBody", [("TR", [("TD", [])] * 2)] * 2)])


def test_a_link_stands_inside_its_sentence(pdf: pikepdf.Pdf) -> None:
    paragraph = elements(pdf, "P")[1]
    order = [kid if isinstance(kid, int) else str(kid.S) for kid in kids(paragraph)]
    assert [str(x) if isinstance(x, str) else "content" for x in order] == [
        "content",
        "/Link",
        "content",
        "/Span",
    ]


def test_every_marked_content_has_its_owner(pdf: pikepdf.Pdf) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for index, page in enumerate(pdf.pages):
        assert page.StructParents == index
        ids = [
            int(op.operands[1].MCID)
            for op in pikepdf.parse_content_stream(page)
            if str(op.operator) == "BDC" and "/MCID" in op.operands[1]
        ]
        assert ids == list(range(len(parents[index])))
        assert all(owner is not None for owner in parents[index])
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            owner = parents[int(annotation.StructParent)]
            assert owner.S == "/Link"
            assert any(
                kid.Obj == annotation for kid in kids(owner) if isinstance(kid, pikepdf.Dictionary)
            )


def test_marked_content_is_balanced_and_never_nested_by_id(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        stack: list[str] = []
        in_text = False
        for op in pikepdf.parse_content_stream(page):
            match str(op.operator):
                case "BMC" | "BDC":
                    tag = str(op.operands[0])
                    assert tag == "/Span" or not stack
                    stack.append(f"{tag}{in_text}")
                case "EMC":
                    assert stack.pop().endswith(str(in_text))
                case "BT":
                    in_text = True
                case "ET":
                    in_text = False
        assert not stack


def test_neighbours_of_one_element_share_a_sequence() -> None:
    sheet = Sheet()
    paragraph = sheet.element("P")
    for row in range(5):
        sheet.text(60, 60 + 18 * row, "同一段落", paragraph)
    pdf = opened(written(sheet.display()))
    code = pdf.pages[0].Contents.read_bytes()
    assert code.count(b"BDC") == code.count(b"EMC") == 1


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    sheet = Sheet()
    paragraph = sheet.element("P")
    sheet.text(60, 60, "前半", paragraph)
    sheet.turn()
    sheet.text(60, 60, "后半", paragraph)
    pdf = opened(written(sheet.display()))
    (node,) = elements(pdf, "P")
    first, second = kids(node)
    assert first == 0
    assert second.Type == "/MCR"
    assert second.Pg == pdf.pages[1].obj


def test_figures_have_alt_and_box(pdf: pikepdf.Pdf) -> None:
    figure = elements(pdf, "Figure")[0]
    assert str(figure.Alt) == "红色渐变方块"
    assert figure.A.O == "/Layout"
    left, bottom, right, top = map(float, figure.A.BBox)
    assert (left, right) == (250, 370)
    assert top == pytest.approx(HEIGHT - 520, abs=0.001)
    assert bottom == pytest.approx(HEIGHT - 610, abs=0.001)


def test_table_heads_and_lists_say_what_they_are(pdf: pikepdf.Pdf) -> None:
    assert all(th.A.Scope == "/Column" for th in elements(pdf, "TH"))
    assert all(node.A.ListNumbering == "/Decimal" for node in elements(pdf, "L"))
    assert str(elements(pdf, "Span")[0].Lang) == "en"


def test_empty_elements_are_left_out_but_empty_cells_stay() -> None:
    sheet = Sheet()
    sheet.element("P")
    row = sheet.element("TR", sheet.element("Table"))
    sheet.text(60, 60, "有", sheet.element("TD", row))
    sheet.element("TD", row)
    pdf = opened(written(sheet.display()))
    assert roles(pdf.Root.StructTreeRoot.K[0])[1] == [("Table", [("TR", [("TD", []), ("TD", [])])])]


def test_an_aside_is_mapped_to_a_standard_role() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "旁注", sheet.element("P", sheet.element("Aside")))
    pdf = opened(written(sheet.display()))
    assert pdf.Root.StructTreeRoot.RoleMap.Aside == Name.Div


def test_notes_have_ids() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "注", sheet.element("Note"))
    pdf = opened(written(sheet.display()))
    root = pdf.Root.StructTreeRoot
    assert str(root.K[0].K.ID) == str(root.IDTree.Names[0])


def test_links_lead_somewhere_and_say_where(pdf: pikepdf.Pdf) -> None:
    inner = pdf.pages[0].Annots[0]
    assert inner.Dest[0] == pdf.pages[1].obj
    assert list(map(str, inner.Dest[1:3])) == ["/XYZ", "0"]
    assert float(inner.Dest[3]) == pytest.approx(HEIGHT - 80, abs=0.001)
    assert str(inner.Contents) == "第2页"
    outer = pdf.pages[1].Annots[0]
    assert bytes(outer.A.URI) == b"https://example.org/%E6%A1%88%E4%BE%8B?a=1"
    assert str(outer.Contents) == "官方网站"
    assert inner.F == outer.F == 4


def test_a_link_without_a_link_element_gets_one() -> None:
    sheet = Sheet()
    paragraph = sheet.element("P")
    sheet.text(60, 60, "一个链接", paragraph)
    sheet.link(Rect(60, 50, 40, 14), uri="https://example.org", element=paragraph)
    pdf = opened(written(sheet.display()))
    (link,) = elements(pdf, "Link")
    assert link.K.Type == "/OBJR"


def test_bookmarks_and_labels(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "做法"
        assert [child.title for child in top.children] == ["一是"]
    assert pdf.Root.PageMode == "/UseOutlines"
    labels = list(pdf.Root.PageLabels.Nums)
    assert labels[0] == 0
    assert str(labels[1].P) == "封面"
    assert (labels[2], labels[3].S, labels[3].St) == (1, "/D", 1)
    assert len(labels) == 4
    assert str(pdf.Root.Names.Dests.Names[0]) == "chapter-1"


def test_deep_bookmarks_nest_by_level() -> None:
    display = one_line(set_line("正文"))
    levels = (1, 2, 3, 2, 1)
    display = replace(
        display,
        destinations=(Destination("a", 0),),
        outline=tuple(OutlineEntry(str(i), "a", level) for i, level in enumerate(levels)),
    )
    with opened(written(display)).open_outline() as outline:
        assert [item.title for item in outline.root] == ["0", "4"]
        assert [item.title for item in outline.root[0].children] == ["1", "3"]
        assert [item.title for item in outline.root[0].children[0].children] == ["2"]


def test_catalogue_keeps_the_promises_of_ua(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    assert str(root.Lang) == "zh-CN"
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert all(page.Tabs == "/S" for page in pdf.pages)
    assert [float(v) for v in pdf.pages[0].MediaBox] == pytest.approx([0, 0, WIDTH, HEIGHT])
    with pdf.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == str(pdf.docinfo.Title) == "武侯案例：党建引领"
        assert xmp["dc:creator"] == ["武侯区委组织部"]
        assert xmp["pdf:Keywords"] == str(pdf.docinfo.Keywords) == "党建, 社区治理"
        assert "pdfaid:part" not in xmp


def test_all_fonts_are_embedded_with_unicode(pdf: pikepdf.Pdf) -> None:
    names = []
    for font in pdf.pages[1].Resources.Font.values():
        assert font.Subtype == "/Type0"
        assert "/ToUnicode" in font
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        names.append(str(font.BaseFont))
    assert len(set(names)) == len(names) > 5
    assert all(name[1:7].isupper() and name[7] == "+" for name in names)


def test_only_what_is_on_the_page_is_painted_in_rgb(pdf: pikepdf.Pdf) -> None:
    operators = {
        str(op.operator) for page in pdf.pages for op in pikepdf.parse_content_stream(page)
    }
    assert not operators & {"k", "K", "gs", "cs", "CS"}


def test_a_broken_display_list_is_a_programming_error() -> None:
    good = one_line(set_line("正文"))
    page = good.pages[0]
    faults = [
        replace(good, pages=(replace(page, items=(BoxItem(Rect(0, 0, 9, 9), "nope"),)),)),
        replace(good, pages=(replace(page, items=(RuleItem(0, 0, 9, 9, 1, "ink", element=77),)),)),
        replace(good, outline=(OutlineEntry("x", "nowhere"),)),
    ]
    for display in faults:
        with pytest.raises(ValueError, match="display list has no"):
            written(display)


def test_a_display_list_that_contradicts_itself_writes_nothing() -> None:
    out = io.BytesIO()
    broken = replace(one_line(set_line("坏")), outline=(OutlineEntry("x", "nowhere"),))
    with pytest.raises(ValueError, match="nowhere"):
        write_pdf(broken, SCREEN, out)
    assert out.getvalue() == b""

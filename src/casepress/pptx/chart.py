"""Native charts: columns, bars, stacked shares and slope lines, as chart parts.

No gridlines, legend or title; the value axis starts at the given minimum and is hidden; colours
are theme slots; every label is a number format on a live cell where that is possible (SPEC §8).
"""

from __future__ import annotations

from casepress.deck.model import ChartFill, Series
from casepress.frozen import replace
from casepress.pptx.label import number_format, plain_number
from casepress.pptx.markup import DECLARATION, LANG, NS_A, NS_C, NS_R, fill, outline, text
from casepress.pptx.workbook import SHEET, column_name
from casepress.theme.deck import DeckTokens
from casepress.theme.shade import contrast_colour

_CATEGORY_AXIS, _VALUE_AXIS = 500000001, 500000002
"""Axis ids must not exceed 0x7FFFFFFF; they need be unique in their chart only."""
_GAP = 70
SLOPE_PLOT, ALONE_PLOT = (0.05, 0.06, 0.65, 0.8), (0.18, 0.16, 0.64, 0.66)
"""Plot areas of slope charts in fractions of their frame: several lines, one line."""
LEAST_LABELLED = 25
"""Percent from which a share holds its own label."""
_NO_LINE = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_xml(tokens: DeckTokens, chart: ChartFill, workbook_rid: str) -> str:
    """Write the chart part of *chart*; *workbook_rid* relates it to its workbook."""
    draw = {"slope": _slope, "whole": _whole}.get(chart.kind, _bars)
    plot = draw(tokens, chart)
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{NS_C}" xmlns:a="{NS_A}" xmlns:r="{NS_R}">'
        f'<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{plot}{_NO_LINE}</c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{_NO_LINE}'
        f"{_text(tokens, chart.axis_pt, 'dk1')}"
        f'<c:externalData r:id="{workbook_rid}"><c:autoUpdate val="0"/></c:externalData>'
        f"</c:chartSpace>"
    )


def _text(
    tokens: DeckTokens, size_pt: float, colour: str, bold: bool = False, wrap: bool = True
) -> str:
    """Text properties with Latin and East Asian theme fonts; ``wrap`` off for data labels."""
    body = "<a:bodyPr/>" if wrap else '<a:bodyPr wrap="none" anchor="ctr"/>'
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(size_pt * 100)}" b="{int(bold)}">{fill(tokens, colour)}'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr>'
        f"<a:endParaRPr {LANG}/></a:p></c:txPr>"
    )


def _layout(x: float, y: float, w: float, h: float) -> str:
    """Give a fixed inner plot area, in fractions of the frame."""
    values = "".join(f'<c:{k} val="{v:g}"/>' for k, v in zip("xywh", (x, y, w, h), strict=True))
    return (
        f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{values}</c:manualLayout></c:layout>'
    )


def _reference(name: str, cells: str, values: list[str], numbers: bool, code: str = "") -> str:
    """Write a cell range with its cached values."""
    kind = "num" if numbers else "str"
    head = f"<c:formatCode>{text(code or 'General')}</c:formatCode>" if numbers else ""
    points = "".join(f'<c:pt idx="{n}"><c:v>{text(v)}</c:v></c:pt>' for n, v in enumerate(values))
    return (
        f"<c:{name}><c:{kind}Ref><c:f>{SHEET}!{cells}</c:f><c:{kind}Cache>{head}"
        f'<c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache></c:{kind}Ref></c:{name}>'
    )


def _cells(chart: ChartFill, n: int) -> tuple[str, str, str]:
    """Heading, categories and values of series *n*, in the order ``c:ser`` wants."""
    one, column, rows = chart.series[n], column_name(n + 1), len(chart.categories)
    heading = _reference("tx", f"${column}$1", [one.name], numbers=False)
    categories = _reference("cat", f"$A$2:$A${rows + 1}", list(chart.categories), numbers=False)
    values = [plain_number(v) for v in one.values]
    numbers = _reference("val", f"${column}$2:${column}${rows + 1}", values, numbers=True)
    return heading, categories, numbers


_SHOW = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _label(
    tokens: DeckTokens,
    chart: ChartFill,
    one: Series,
    index: int,
    look: tuple[float, str, bool, str],
    tail: str = "",
) -> str:
    """Write the label of one point: a number format if possible, else the words themselves."""
    size, colour, bold, position = look
    value = one.values[index]
    words = one.labels[index] if index < len(one.labels) else plain_number(value)
    code = number_format(words, value, tail)
    head, shown = f'<c:dLbl><c:idx val="{index}"/>', _SHOW.format(value=1)
    style = f"{_NO_LINE}{_text(tokens, size, colour, bold, wrap=False)}"
    place = f'<c:dLblPos val="{position}"/>'
    if code is not None:
        return (
            f'{head}<c:numFmt formatCode="{attr_code(code)}" sourceLinked="0"/>{style}'
            f"{place}{shown}</c:dLbl>"
        )
    rich = (
        f'<c:tx><c:rich><a:bodyPr wrap="none" anchor="ctr"/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr {LANG} sz="{round(size * 100)}" b="{int(bold)}">{fill(tokens, colour)}'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr>'
        f"<a:t>{text(words + tail)}</a:t></a:r></a:p></c:rich></c:tx>"
    )
    return f"{head}{rich}{_NO_LINE}{place}{shown}</c:dLbl>"


def attr_code(code: str) -> str:
    """Write a format code as attribute: spaces in literals are kept."""
    return text(code).replace('"', "&quot;").replace("\n", " ")


def _labels(tokens: DeckTokens, points: str, look: tuple[float, str, bool, str]) -> str:
    """All labels of a series; points without one of their own show their value plainly."""
    size, colour, bold, position = look
    return (
        f'<c:dLbls>{points}<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_LINE}'
        f"{_text(tokens, size, colour, bold, wrap=False)}"
        f'<c:dLblPos val="{position}"/>{_SHOW.format(value=1)}</c:dLbls>'
    )


def _category_axis(tokens: DeckTokens, chart: ChartFill, reverse: bool, deleted: bool) -> str:
    position = "l" if chart.kind in ("bar", "share") else "b"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if reverse else "minMax"}"/></c:scaling>'
        f'<c:delete val="{int(deleted)}"/><c:axPos val="{position}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{outline(tokens, 'accent4', 1.0)}</c:spPr>"
        f"{_text(tokens, chart.axis_pt, 'dk1')}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: ChartFill, maximum: float | None, between: str) -> str:
    top = f'<c:max val="{maximum:g}"/>' if maximum is not None else ""
    position = "b" if chart.kind in ("bar", "share") else "l"
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{top}'
        f'<c:min val="{chart.axis_min:g}"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{position}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="min"/>'
        f'<c:crossBetween val="{between}"/></c:valAx>'
    )


def _bars(tokens: DeckTokens, chart: ChartFill) -> str:
    """Columns, bars, or one bar of shares filling its frame."""
    share, upright = chart.kind == "share", chart.kind == "column"
    position = "ctr" if share else "outEnd"
    series = ""
    for n, one in enumerate(chart.series):
        heading, categories, numbers = _cells(chart, n)
        points, labels = "", ""
        for index in range(len(one.values)):
            ground = one.point_colours[index] if index < len(one.point_colours) else one.colour
            ink = contrast_colour(tokens, ground) if share else "dk1"
            if ground != one.colour:
                points += _point(tokens, index, ground)
            labels += _label(tokens, chart, one, index, (chart.label_pt, ink, True, position))
        ink = contrast_colour(tokens, one.colour) if share else "dk1"
        series += (
            f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{heading}'
            f"<c:spPr>{fill(tokens, one.colour)}</c:spPr>"
            f'<c:invertIfNegative val="0"/>{points}'
            f"{_labels(tokens, labels, (chart.label_pt, ink, True, position))}"
            f"{categories}{numbers}</c:ser>"
        )
    grouping, overlap = ("stacked", '<c:overlap val="100"/>') if share else ("clustered", "")
    maximum = sum(s.values[0] for s in chart.series if s.values) if share else None
    direction = "col" if upright else "bar"
    return (
        f"{_layout(0, 0, 1, 1) if share else '<c:layout/>'}"
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{0 if share else _GAP}"/>{overlap}'
        f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        f"{_category_axis(tokens, chart, reverse=not upright, deleted=share)}"
        f"{_value_axis(chart, maximum, 'between')}"
    )


def _whole(tokens: DeckTokens, chart: ChartFill) -> str:
    """Columns of a hundred percent: the part below, the rest on top.

    The part's value stands at its upper end, or, where the part is too low, above it in the rest.
    """
    part = chart.series[0]
    series = ""
    for n, one in enumerate(chart.series):
        heading, categories, numbers = _cells(chart, n)
        points, labels = "", ""
        for index, value in enumerate(part.values):
            ground = one.point_colours[index] if index < len(one.point_colours) else one.colour
            if ground != one.colour:
                points += _point(tokens, index, ground)
            if (value >= LEAST_LABELLED) == (one is part):
                ink = contrast_colour(tokens, ground)
                look = (chart.label_pt, ink, True, "inEnd" if one is part else "inBase")
                worded = replace(one, labels=part.labels)
                labels += _label(tokens, chart, worded, index, look)
            else:
                labels += f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
        series += (
            f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{heading}'
            f"<c:spPr>{fill(tokens, one.colour)}</c:spPr>"
            f'<c:invertIfNegative val="0"/>{points}'
            f"{_labels(tokens, labels, (chart.label_pt, 'dk1', True, 'inEnd'))}"
            f"{categories}{numbers}</c:ser>"
        )
    return (
        f'<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="stacked"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{_GAP}"/><c:overlap val="100"/>'
        f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
        f"{_category_axis(tokens, chart, reverse=False, deleted=False)}"
        f"{_value_axis(chart, 100.0, 'between')}"
    )


def _point(tokens: DeckTokens, index: int, colour: str) -> str:
    """A bar with a colour of its own."""
    return (
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D'
        f' val="0"/><c:spPr>{fill(tokens, colour)}</c:spPr></c:dPt>'
    )


def _slope(tokens: DeckTokens, chart: ChartFill) -> str:
    """Lines; of several each carries value and name at its end, so no legend is needed.

    One alone shows the value at either end; its name is the heading of the chart.
    """
    alone = len(chart.series) == 1
    series = ""
    last = len(chart.categories) - 1
    for n, one in enumerate(chart.series):
        heading, categories, numbers = _cells(chart, n)
        width = 4.5 if one.highlight else 2.75
        size = chart.label_pt if one.highlight else min(chart.label_pt, chart.axis_pt)
        look = (size, one.colour, True, "t" if alone else "r")
        if alone:
            labels = "".join(_label(tokens, chart, one, i, look) for i in range(last + 1))
        else:
            labels = "".join(
                f'<c:dLbl><c:idx val="{i}"/><c:delete val="1"/></c:dLbl>' for i in range(last)
            )
            labels += _label(tokens, chart, one, last, look, tail=f" {one.name}")
        series += (
            f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{heading}'
            f'<c:spPr><a:ln w="{round(width * 12700)}" cap="rnd">{fill(tokens, one.colour)}'
            f"<a:round/></a:ln></c:spPr>"
            f'<c:marker><c:symbol val="circle"/><c:size val="{9 if one.highlight else 7}"/>'
            f"<c:spPr>{fill(tokens, one.colour)}{outline(tokens, one.colour)}</c:spPr></c:marker>"
            f'{_labels(tokens, labels, look)}{categories}{numbers}<c:smooth val="0"/></c:ser>'
        )
    return (
        f"{_layout(*(ALONE_PLOT if alone else SLOPE_PLOT))}"
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/><c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
        f"</c:lineChart>{_category_axis(tokens, chart, reverse=False, deleted=False)}"
        f"{_value_axis(chart, None, 'midCat')}"
    )

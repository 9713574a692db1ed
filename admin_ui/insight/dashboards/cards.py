"""The cards of figures: trend, money, goods, time. Each number of this period leads to the records behind it."""

from collections.abc import Callable, Sequence

import msgspec

from admin_ui.insight.charts import drawing
from admin_ui.insight.dashboards import parts, sentences
from admin_ui.insight.dashboards.asked import Asked
from admin_ui.insight.dashboards.parts import Card, Cell, Figure, Row, Table
from admin_ui.shell import formats
from admin_ui.shell.words import Language, say
from backend.insight.dashboards.service import Board, Compared
from backend.insight.figures import definitions
from backend.insight.rules.boards import Share
from backend.insight.rules.periods import Period


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A dashboard being written: its numbers, its address, its language."""

    board: Board
    asked: Asked
    language: Language

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of dashboards."""
        return say(self.language, f"dashboard.{key}", **values)

    def figure_name(self, code: str) -> str:
        """Return what a figure is called."""
        known = definitions.in_force(self.board.days.period.last)
        return str(getattr(known[code].name, self.language))

    def behind(self, code: str, value: int | None, written: str) -> Cell:
        """Return a figure of the period with the records behind it."""
        query = self.asked.statistics(self.board.unit.id, figure=code)
        return Cell(written, f"/desk/statistics/behind?{query}" if value else "", value)

    @property
    def compared(self) -> list[str]:
        """The names of both series."""
        return [self.say("now"), self.say("before")]


def trend(one: Drawn) -> Card:
    """Return how many cases were detected and decided, month by month."""
    detected = one.board.figures["cases_detected"]
    decided = one.board.figures["decisions"]
    sentence = " ".join(
        (
            sentences.counted("dashboard.detected_said", detected, one.language),
            sentences.counted("dashboard.decisions_said", decided, one.language),
        )
    )
    chart = _by_month(one, "trend", ("cases_detected", "decisions"), sentences.count, parts.number)
    return Card("trend", one.say("trend"), sentence, [chart] if chart else [], _running(one, chart))


def _running(one: Drawn, chart: Figure | None) -> str:
    """Say that the last month of a chart is not over."""
    days = one.board.days
    return one.say("running") if chart and days.until < days.period.last else ""


def _by_month(
    one: Drawn,
    name: str,
    codes: Sequence[str],
    written: Callable[[int, Language], str],
    cell: Callable[[int, Language], Cell],
    caption: str = "",
) -> Figure | None:
    """Return months of the first of these figures as columns, and of all of them in the table.

    `written` is for the columns, `cell` for the table, where all numbers have the same places.
    """
    months = one.board.months
    first = [month.values[codes[0]] for month in months]
    if not any(each.now or each.before for month in months for each in month.values.values()):
        return None
    write = _writer(written, one.language)
    chart = drawing.columns(
        [_month(month.period) for month in months],
        [
            drawing.Series(name=one.say("this_year"), values=[each.now for each in first]),
            drawing.Series(name=one.say("year_before"), values=[each.before for each in first]),
        ],
        write,
        named_by=f"{name}-said",
        wide=drawing.NARROW,
    )
    headings = [one.say("column_month")]
    for code in codes:
        figure = one.figure_name(code)
        headings += [figure, one.say("of_year_before", figure=figure)]
    rows = [
        Row(
            Cell(_month(month.period)),
            [
                Cell("–") if value is None else cell(value, one.language)
                for code in codes
                for value in (month.values[code].now, month.values[code].before)
            ],
        )
        for month in months
    ]
    legend = [one.say("this_year"), one.say("year_before")]
    return Figure(name, caption, legend, chart, Table(headings, rows))


def _month(period: Period) -> str:
    return f"{period.last.month:02}/{period.last.year % 100:02}"


def _writer(written: Callable[[int, Language], str], language: Language) -> Callable[[int], str]:
    return lambda value: written(value, language)


def money(one: Drawn) -> Card:
    """Return what was imposed, collected, and is owed."""
    codes = ("fines_imposed", "money_collected", "fines_unpaid")
    found = {code: one.board.figures[code] for code in codes}
    sentence = sentences.paid(*(found[code] for code in codes), language=one.language)
    figures = []
    if any(each.now or each.before for each in found.values()):
        bars = [
            drawing.Bar(name=one.figure_name(code), value=each.now or 0, beside=each.before or 0)
            for code, each in found.items()
        ]
        chart = drawing.bars(
            bars,
            _writer(sentences.short, one.language),
            named_by="money-said",
            wide=drawing.NARROW,
        )
        rows = [
            Row(Cell(one.figure_name(code)), _both(one, code, each)) for code, each in found.items()
        ]
        headings = [one.say("column_figure"), *one.compared]
        figures = [Figure("money", "", one.compared, chart, Table(headings, rows))]
    return Card("money", one.say("money"), sentence, figures)


def _both(one: Drawn, code: str, each: Compared) -> list[Cell]:
    now, before = each.now or 0, each.before or 0
    return [
        one.behind(code, now, formats.number(now, one.language)),
        parts.number(before, one.language),
    ]


def goods(one: Drawn) -> Card:
    """Return what was seized: by field, and by the names on the lists where they could be read."""
    worth = one.board.figures["goods_seized"]
    fields = one.board.fields
    named = [(field_name(each.key, one.language), each) for each in fields]
    top = (named[0][0] if fields[0].key else "", named[0][1].now) if named else None
    unvalued = one.board.figures["goods_unvalued"].now or 0
    sentence = sentences.seized(worth, top, unvalued, one.language)
    figures = []
    if named:
        figures.append(_by_field(one, named))
    if one.board.goods:
        figures.append(_by_name(one))
    return Card("goods", one.say("goods"), sentence, figures)


def field_name(key: str, language: Language) -> str:
    """Return what a field is called; a case whose behaviour is not known yet has none."""
    return say(language, f"catalogue.field_{key}" if key else "statistics.not_told")


def _by_field(one: Drawn, named: Sequence[tuple[str, Share]]) -> Figure:
    bars = [drawing.Bar(name=name, value=each.now, beside=each.before) for name, each in named]
    write = _writer(sentences.short, one.language)
    chart = drawing.bars(bars, write, named_by="goods-said", wide=drawing.NARROW)
    rows = [
        Row(
            Cell(name),
            [
                one.behind(
                    "goods_seized", each.now, formats.number(each.now, one.language)
                )._replace(href=_of_field(one, each)),
                parts.number(each.before, one.language),
            ],
        )
        for name, each in named
    ]
    headings = [one.say("column_field"), one.say("column_value"), one.say("column_value_before")]
    return Figure("goods", one.say("goods_by_field"), one.compared, chart, Table(headings, rows))


def _of_field(one: Drawn, each: Share) -> str:
    if not each.now or not each.key:
        return ""
    query = one.asked.statistics(one.board.unit.id, figure="goods_seized", field=each.key)
    return f"/desk/statistics/behind?{query}"


def _by_name(one: Drawn) -> Figure:
    found = one.board.goods or []
    bars = [drawing.Bar(name=each.name, value=each.value) for each in found]
    write = _writer(sentences.short, one.language)
    chart = drawing.bars(bars, write, named_by="names-said", wide=drawing.NARROW)
    headings = [
        one.say("column_goods"),
        one.say("column_value"),
        one.say("column_cases"),
        one.say("column_unvalued"),
    ]
    rows = [
        Row(
            Cell(each.name),
            [
                parts.number(number, one.language)
                for number in (each.value, each.cases, each.unvalued)
            ],
        )
        for each in found
    ]
    return Figure("names", one.say("goods_by_name"), (), chart, Table(headings, rows))


def time(one: Drawn) -> Card:
    """Return how long decisions took: on average by month, and how many took how long."""
    average = one.board.figures["days_to_decide"]
    spans = one.board.spans
    sentence = sentences.took(average, spans, one.language)
    caption = one.say("time_average")
    chart = _by_month(one, "time", ("days_to_decide",), sentences.tenths, parts.tenths, caption)
    figures = [chart] if chart else []
    if any(each.now or each.before for each in spans):
        names = [one.say(f"span_{each.key}") for each in spans]
        bars = [
            drawing.Bar(name=name, value=each.now, beside=each.before)
            for name, each in zip(names, spans, strict=True)
        ]
        write = _writer(sentences.count, one.language)
        drawn = drawing.bars(bars, write, named_by="spans-said", wide=drawing.NARROW)
        rows = [
            Row(
                Cell(name), [parts.number(value, one.language) for value in (each.now, each.before)]
            )
            for name, each in zip(names, spans, strict=True)
        ]
        headings = [one.say("column_span"), *one.compared]
        figures.append(
            Figure("spans", one.say("time_by_span"), one.compared, drawn, Table(headings, rows))
        )
    return Card("time", one.say("time"), sentence, figures, _running(one, chart))

"""Statistics at the desk: figures of a unit and a period, compared; each number opens the records behind it."""

from typing import Any, NamedTuple

from litestar import Response, get

from admin_ui.insight.charts import amounts, drawing
from admin_ui.insight.statistics import asked as asking
from admin_ui.insight.statistics import behind_lines, states, told
from admin_ui.insight.statistics.asked import Asked
from admin_ui.shell import formats
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core import clock, replica
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotAllowed, NotFound
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.figures import definitions
from backend.insight.figures import service as figures
from backend.insight.rules import halves
from backend.insight.signing import service as signing
from backend.law.catalogue import service as catalogue
from schemas.insight.definitions import FigureDefinition
from schemas.law.catalogue import ViolationField
from schemas.law.periods import PeriodKind

_PLACE = "/desk/statistics"
_MOST_BARS = 10
"""Rows of a chart: the table below has all."""


class Value(NamedTuple):
    """A number as the page shows it, with the records behind it."""

    written: str
    href: str | None
    counted: bool = False
    """Whether there was something to count."""


class Row(NamedTuple):
    """One row: its name, its values, and of a figure what it means."""

    name: str
    values: list[Value]
    meaning: str = ""
    sub: bool = False
    unit: str = ""

    @property
    def counted(self) -> bool:
        """Tell whether there was anything in either period."""
        return any(one.counted for one in self.values)


def readers(request: AnyRequest) -> Actor:
    """Return the reader, if statistics are for them. Raises NotAllowed."""
    actor = actor_of(request)
    if not actor.has(*told.READERS):
        raise NotAllowed
    return actor


@get(_PLACE, include_in_schema=False)
async def show_statistics(request: AnyRequest) -> Response[str]:
    """Show figures. Raises NotAllowed."""
    actor, language = readers(request), language_of(request)
    return page(
        request,
        "insight/statistics/statistics.html",
        **await _shown(request, actor, language),
        period_options=told.said("statistics.period_", PeriodKind, language),
        reading_options=told.said("statistics.reading_", ("then", "today"), language),
        compare_options=told.said("statistics.compare_", asking.COMPARED, language),
        rows_options=told.said("statistics.rows_", asking.ROWS, language),
        field_options=told.said("catalogue.field_", ViolationField, language),
        party_options=told.said("statistics.party_", asking.PARTIES, language),
    )


@replica.reads
async def _shown(request: AnyRequest, actor: Actor, language: Language) -> dict[str, Any]:
    """Return the figures, and up to when they are counted: of one moment, wherever that is read."""
    groups = definitions.groups()
    async with at_once() as ask:
        covered = ask(units_service.ever_covered(actor))
        ask(figures.read_ahead())
    units = covered.result()
    asked = asking.read(request.query_params, units, clock.today(), [one.id for one in groups])
    known = definitions.in_force(asked.period.last)
    wanted = [one for one in known.values() if one.group == asked.group]
    async with at_once() as ask:
        table = ask(_table(asked, wanted, units, actor, language))
        named = ask(catalogue.names()) if asked.rows == "behaviour" or asked.behaviour else None
        freshness, signed = ask(figures.freshness()), ask(signing.signed())
        recounted = ask(figures.recounted())
    headings, rows, chart = table.result()
    names, fresh = named.result() if named else {}, freshness.result()
    return {
        "asked": asked,
        "groups": groups,
        "units": told.options(units, language),
        "narrowed": _narrowed(asked, language),
        "of_unit": told.of_unit(asked.unit, units, asked.reading, asked.begins, language),
        "states": states.of_page(
            asked,
            request.query_params.get("unit", ""),
            [int(each.counted) for row in rows for each in row.values] if wanted else None,
            fresh,
            language,
        ),
        "headings": headings,
        "units_of": [""] * len(headings)
        if asked.rows == "figure"
        else [_in_dong(one, language) for one in told.columns(wanted)],
        "rows": [row._replace(name=names.get(row.name, row.name)) for row in rows],
        "behaviour_named": names.get(asked.behaviour, ""),
        "narrower": sum(
            (
                asked.reading != "then",
                asked.compare != asking.COMPARED[0],
                *map(bool, (asked.field, asked.party, asked.behaviour)),
            )
        ),
        "chart": chart,
        "most": _MOST_BARS,
        "counted": states.counted(fresh, language),
        "position": formats.number(fresh.through, language),
        "signed": signed.result(),
        "recounted": recounted.result(),
    }


def _narrowed(asked: Asked, language: Language) -> str:
    return told.narrowed(asked.field, asked.party, asked.behaviour, asked.reading, language)


async def _table(
    asked: Asked,
    wanted: list[FigureDefinition],
    units: list[UnitView],
    actor: Actor,
    language: Language,
) -> tuple[list[str], list[Row], str]:
    if asked.rows == "figure":
        return await _by_figure(asked, wanted, actor, language)
    shown = told.columns(wanted)
    headings = [one.name.vi if language == "vi" else one.name.en for one in shown]
    lines = await told.lines(asked, shown, units, actor, language)
    rows = [
        Row(
            name,
            [
                Value(
                    written(one, values.get(one.code), language),
                    _behind(asked, one, **narrowed) if narrowed and values.get(one.code) else None,
                    bool(values.get(one.code)),
                )
                for one in shown
            ],
        )
        for name, values, narrowed in lines
    ]
    chart = _drawn(asked, shown[0], lines, language) if shown and lines else ""
    return headings, rows, chart


def _drawn(
    asked: Asked, figure: FigureDefinition, lines: list[told.Line], language: Language
) -> str:
    """Return the first figure as a chart: over time by half month, else the greatest rows first."""

    def write(value: int) -> str:
        return (
            amounts.short(value, language)
            if figure.unit == "vnd"
            else written(figure, value, language)
        )

    if asked.rows == "half":
        return _over_time(asked, figure, lines, write, language)
    bars = [drawing.Bar(name=name, value=values.get(figure.code) or 0) for name, values, _ in lines]
    if not any(one.value for one in bars):
        return ""
    bars = sorted(bars, key=lambda one: -one.value)[:_MOST_BARS]
    return drawing.bars(bars, write, named_by="chart-sentence", wide=drawing.NARROW)


def _over_time(
    asked: Asked,
    figure: FigureDefinition,
    lines: list[told.Line],
    write: drawing.Written,
    language: Language,
) -> str:
    """Return a column for each half month that has begun; of one without a row there was nothing."""
    known = {one.name: one.values.get(figure.code) for one in lines}
    first = halves.start_of(asked.period.first)
    starts = [one for one in halves.starts(first, asked.period.last) if one <= asked.today]
    values = [known.get(formats.short_date(one, language)) for one in starts]
    if not any(values):
        return ""
    return drawing.columns(
        [f"{one.day:02}/{one.month:02}" for one in starts],
        [drawing.Series(name=getattr(figure.name, language), values=values)],
        write,
        named_by="chart-sentence",
        wide=drawing.NARROW,
    )


async def _by_figure(
    asked: Asked, wanted: list[FigureDefinition], actor: Actor, language: Language
) -> tuple[list[str], list[Row], str]:
    codes = [one.code for one in wanted]
    unit = asked.unit.id
    headings = [say(language, "statistics.column_period")]
    other = asked.other
    async with at_once() as ask:
        present = ask(figures.values(codes, asked.wanted(asked.period), actor))
        earlier = ask(figures.values(codes, asked.wanted(other), actor)) if other else None
    now = present.result()[unit]
    before: dict[str, int | None] = earlier.result()[unit] if earlier else {}
    if other is not None:
        headings += [
            say(language, f"statistics.column_{asked.compare}"),
            say(language, "statistics.column_change"),
        ]
    rows = []
    for one in wanted:
        value = now[one.code]
        href = _behind(asked, one) if value else None
        values = [Value(written(one, value, language), href, bool(value))]
        if other is not None:
            values += [
                Value(
                    written(one, before[one.code], language),
                    _behind(asked, one, **told.of(other)) if before[one.code] else None,
                    bool(before[one.code]),
                ),
                Value(_change(value, before[one.code], language), None),
            ]
        name = getattr(one.name, language)
        sub = name.startswith(("Trong đó", "Of these"))
        meaning = getattr(one.definition, language)
        rows.append(Row(name, values, meaning, sub, _in_dong(one, language)))
    return headings, rows, ""


def _in_dong(figure: FigureDefinition, language: Language) -> str:
    """Return the unit of a sum of money: all others have theirs in their name."""
    return say(language, "figures.unit_vnd") if figure.unit == "vnd" else ""


def written(figure: FigureDefinition, value: int | None, language: Language) -> str:
    """Write a figure's value: grouped, in đồng, or in days with a tenth."""
    if value is None:
        return "–"
    if figure.kind == "average":
        return formats.fixed(value, 1, language)
    return formats.number(value, language)


def _change(now: int | None, before: int | None, language: Language) -> str:
    """Write by how much a value changed, in tenths of a percent; nothing to compare is a dash."""
    if now is None or not before:
        return "–"
    tenths = (2000 * (now - before) + before) // (2 * before)
    return f"{'+' if tenths > 0 else ''}{formats.fixed(tenths, 1, language)} %"


def _behind(asked: Asked, figure: FigureDefinition, **narrowed: str) -> str:
    return f"{_PLACE}/behind?figure={figure.code}&{asked.query(**narrowed)}"


@get(f"{_PLACE}/behind", include_in_schema=False)
async def show_behind(request: AnyRequest) -> Response[str]:
    """Show the records behind a figure, a page at a time. Raises NotAllowed, NotFound."""
    actor, language = readers(request), language_of(request)
    asked, figure, found, total = await _records(request, actor)
    sealed = figures.is_sealed(figure)
    return page(
        request,
        "insight/statistics/behind.html",
        asked=asked,
        figure=figure,
        name=getattr(figure.name, language),
        list=behind_lines.listing(
            found, f"{_PLACE}/behind?figure={figure.code}&{asked.query()}", language, sealed=sealed
        )._replace(taken=f"list=behind&figure={figure.code}&{asked.query()}"),
        sealed=sealed,
        total=" ".join(
            filter(None, (written(figure, total, language), _in_dong(figure, language)))
        ),
        annulled=any(one.event.annulled_on for one in found.rows),
        narrowed=_narrowed(asked, language),
        back=f"{_PLACE}?{asked.query()}",
    )


@replica.reads
async def _records(
    request: AnyRequest, actor: Actor
) -> tuple[Asked, FigureDefinition, figures.Page, int | None]:
    units = await units_service.ever_covered(actor)
    groups = [one.id for one in definitions.groups()]
    asked = asking.read(request.query_params, units, clock.today(), groups)
    figure = definitions.in_force(asked.period.last).get(request.query_params.get("figure", ""))
    if figure is None:
        raise NotFound(what="figure")
    after = request.query_params.get("after", "")
    wanted = asked.wanted(asked.period)
    async with at_once() as ask:
        found = ask(figures.behind(figure, wanted, actor, after))
        values = ask(figures.values([figure.code], wanted, actor))
    return asked, figure, found.result(), values.result()[asked.unit.id][figure.code]


HANDLERS = [show_statistics, show_behind]

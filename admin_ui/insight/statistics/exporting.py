"""Statistics, and the records behind a figure, as files. Numbers are numbers there, without a dash for nothing."""

from collections.abc import Mapping
from decimal import Decimal

from admin_ui.insight.statistics import asked as asking
from admin_ui.insight.statistics import told
from admin_ui.insight.statistics.asked import Asked
from admin_ui.shell import exporting, formats
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.core.spreadsheets import Cell, Row
from backend.exchange.list_exports.service import ExportedList, Pages, Table, table
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.figures import definitions
from backend.insight.figures import service as figures
from backend.law.catalogue import service as catalogue
from schemas.insight.definitions import FigureDefinition

_FIELDS = (
    *("period", "until", "since", "unit", "reading", "compare", "rows", "group", "field"),
    *("party", "behaviour"),
)
_BEHIND = (
    *("statistics.behind_record", "exports.kind_of_record", "exports.party"),
    *("statistics.behind_day", "statistics.behind_entered", "exports.annulled"),
    *("statistics.behind_count", "statistics.behind_amount"),
)


async def _asked(
    actor: Actor, query: Mapping[str, str]
) -> tuple[Asked, list[UnitView], Mapping[str, FigureDefinition]]:
    if not actor.has(*told.READERS):
        raise NotAllowed
    units = await units_service.ever_covered(actor)
    groups = [one.id for one in definitions.groups()]
    asked = asking.read(query, units, clock.today(), groups)
    exporting.require_unit(
        query.get("unit", ""), str(asked.unit.id) == query.get("unit", "") or None
    )
    return asked, units, definitions.in_force(asked.period.last)


def _conditions(asked: Asked, language: Language) -> list[tuple[str, str]]:
    def chosen(prefix: str, value: str) -> str:
        return say(language, f"{prefix}{value}") if value else ""

    return exporting.conditions(
        language,
        ("statistics.period", say(language, f"statistics.period_{asked.period.kind}")),
        ("statistics.since", asked.period.first),
        ("exports.until", asked.period.last),
        ("statistics.unit", getattr(asked.unit.name, language)),
        ("statistics.reading", say(language, f"statistics.reading_{asked.reading}")),
        ("statistics.field", chosen("catalogue.field_", asked.field)),
        ("statistics.party", chosen("statistics.party_", asked.party)),
        ("statistics.behaviour", asked.behaviour),
    )


async def _counted(language: Language) -> tuple[str, str]:
    found = await figures.counted_until()
    return say(language, "exports.counted_through"), formats.number(found.through, language)


def _number(figure: FigureDefinition, value: int | None) -> Cell:
    """Return a value: a number, in days with a tenth for an average; nothing where nothing tells it."""
    if value is None or figure.kind != "average":
        return value
    return Decimal(value).scaleb(-1)


async def _statistics(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked, units, known = await _asked(actor, query)
    wanted = [one for one in known.values() if one.group == asked.group]
    if asked.rows == "figure":
        headings, rows = await _by_figure(asked, wanted, actor, language)
    else:
        shown = told.columns(wanted)
        lines = await told.lines(asked, shown, units, actor, language)
        names = await catalogue.names() if asked.rows == "behaviour" else {}
        headings = [say(language, f"statistics.column_{asked.rows}")]
        headings += [getattr(one.name, language) for one in shown]
        rows = [
            (
                names.get(line.name, line.name),
                *(_number(one, line.values.get(one.code)) for one in shown),
            )
            for line in lines
        ]

    async def pages() -> Pages:
        yield rows

    said = [*_conditions(asked, language), await _counted(language)]
    return table(headings=headings, conditions=said, pages=pages)


async def _by_figure(
    asked: Asked, wanted: list[FigureDefinition], actor: Actor, language: Language
) -> tuple[list[str], list[Row]]:
    codes, unit, other = [one.code for one in wanted], asked.unit.id, asked.other
    headings = exporting.headings(
        language, "statistics.column_figure", "exports.code", "statistics.column_period"
    )
    now = (await figures.values(codes, asked.wanted(asked.period), actor))[unit]
    before: dict[str, int | None] = {}
    if other is not None:
        before = (await figures.values(codes, asked.wanted(other), actor))[unit]
        headings.append(say(language, f"statistics.column_{asked.compare}"))
    return headings, [
        (
            *(getattr(one.name, language), one.code, _number(one, now[one.code])),
            *((_number(one, before[one.code]),) if other is not None else ()),
        )
        for one in wanted
    ]


async def _behind(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked, _, known = await _asked(actor, query)
    figure = known.get(query.get("figure", ""))
    if figure is None:
        raise NotFound(what="figure")

    async def page(cursor: str | None) -> tuple[list[figures.Shown], str | None]:
        found = await figures.behind(figure, asked.wanted(asked.period), actor, cursor or "")
        return found.rows, found.after or None

    def row(one: figures.Shown) -> Row:
        record, event = one.record, one.event
        return (
            record.number if record else say(language, "statistics.behind_hidden"),
            say(language, f"exports.record_{record.kind}") if record else "",
            record.about if record else "",
            *(event.happened_on, event.entered_on, event.annulled_on, event.counted, event.amount),
        )

    named = (say(language, "statistics.column_figure"), getattr(figure.name, language))
    return table(
        headings=exporting.headings(language, *_BEHIND),
        conditions=[named, *_conditions(asked, language), await _counted(language)],
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="statistics",
        slug="thong-ke",
        title=exporting.both("statistics.title"),
        place="/desk/statistics",
        fields=_FIELDS,
        opened=_statistics,
    ),
    ExportedList(
        name="behind",
        slug="ho-so-sau-chi-tieu",
        title=exporting.both("statistics.behind"),
        place="/desk/statistics/behind",
        fields=("figure", *_FIELDS),
        opened=_behind,
    ),
)

"""Figures told apart: what is in the rows and the columns of a statistic, before it is written."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from admin_ui.insight.statistics.asked import Asked
from admin_ui.shell import formats, typed
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.force.units.service import UnitView
from backend.insight.figures import service as figures
from backend.insight.rules import halves
from backend.insight.rules.periods import Period
from schemas.core.vocabulary import Role
from schemas.insight.definitions import FigureDefinition
from schemas.law.periods import PeriodKind

READERS = (Role.SUPERVISOR, Role.TEAM_LEADER, Role.AUDITOR, Role.LEGAL)
_IN_COLUMNS = 6
"""Figures beside each other where units or fields are the rows."""


class Line(NamedTuple):
    """One row: its name, its values by figure, and what in the address asks for it alone (nothing: no records)."""

    name: str
    values: dict[str, int | None]
    narrowed: dict[str, str]


def columns(wanted: list[FigureDefinition]) -> list[FigureDefinition]:
    """Return the figures that stand beside each other."""
    return [one for one in wanted if one.kind in ("sum", "average")][:_IN_COLUMNS]


async def lines(
    asked: Asked,
    shown: list[FigureDefinition],
    units: list[UnitView],
    actor: Actor,
    language: Language,
) -> list[Line]:
    """Return the rows of a statistic whose rows are no figures. Raises ValueError for others."""
    if asked.rows == "figure":
        raise ValueError("figures are rows, not told apart")
    if asked.rows == "unit":
        return await _by_unit(asked, shown, units, actor, language)
    codes = [one.code for one in shown]
    told = await figures.broken_down(codes, asked.wanted(asked.period), asked.rows, actor)
    return [
        Line(_row_name(asked, key, language), values, _narrowed(asked, key))
        for key, values in told.items()
    ]


async def _by_unit(
    asked: Asked,
    shown: list[FigureDefinition],
    units: list[UnitView],
    actor: Actor,
    language: Language,
) -> list[Line]:
    """Return a line for each unit below that was there, and one for what is the unit's own, so that all adds up."""
    mine = asked.unit
    below = [one for one in units if one.parent_id == mine.id and asked.there(one)]
    wanted = asked.wanted(asked.period, mine.id, *(one.id for one in below))
    found = await figures.values([one.code for one in shown], wanted, actor)
    lines = [
        Line(named(one, language), found[one.id], {"unit": str(one.id), "rows": ""})
        for one in below
    ]
    if not below:
        return [Line(named(mine, language), found[mine.id], {"rows": ""})]
    own: dict[str, int | None] = {
        one.code: (found[mine.id][one.code] or 0)
        - sum(found[each.id][one.code] or 0 for each in below)
        for one in shown
        if one.kind == "sum"
    }
    if any(own.values()):
        name = say(language, "statistics.own", unit=getattr(mine.name, language))
        lines.append(Line(name, own, {}))
    return lines


@lru_cache(maxsize=100)
def said(
    prefix: str, values: tuple[str, ...] | type[StrEnum], language: Language
) -> tuple[tuple[str, str], ...]:
    """Return values with their words, as a form's choice wants them."""
    return tuple((str(one), say(language, f"{prefix}{one}")) for one in values)


def options(units: Sequence[UnitView], language: Language) -> list[tuple[str, str]]:
    """Return units to choose from, each below the one above it."""
    least = min((one.level for one in units), default=1)
    return [(str(one.id), "\u2003" * (one.level - least) + named(one, language)) for one in units]


def narrowed(field: str, party: str, behaviour: str, reading: str, language: Language) -> str:
    """Say what is counted alone, and by which reading: a printed page has no form that tells it."""
    parts = []
    if field:
        name = say(language, f"catalogue.field_{field}")
        parts.append(say(language, "statistics.only_field", name=name))
    if party:
        name = say(language, f"statistics.party_{party}")
        parts.append(say(language, "statistics.only_party", name=name))
    if behaviour:
        parts.append(say(language, "statistics.only_behaviour", name=behaviour))
    found = [say(language, "statistics.only", what="; ".join(parts))] if parts else []
    if reading == "today":
        found.append(say(language, "statistics.as_today"))
    return " ".join(found)


class OfUnit(NamedTuple):
    """What a reorganisation did to a unit, and where its figures are also found."""

    sentence: str
    link: str = ""
    unit: UUID | None = None
    reading: str = ""


def of_unit(
    unit: UnitView, units: Sequence[UnitView], reading: str, begins: date, language: Language
) -> list[OfUnit]:
    """Say that a unit was closed and who took over; or whose work it was handed since the first day that is shown."""
    if unit.valid_to is not None:
        return [_closed(unit, units, reading, language)]
    handed = [
        one
        for one in units
        if one.successor_id == unit.id and one.valid_to is not None and one.valid_to > begins
    ]
    if not handed:
        return []
    names = ", ".join(named(one, language) for one in handed)
    sentence = say(language, f"statistics.handed_{reading}", units=names)
    if reading == "today":
        return [OfUnit(sentence)]
    return [OfUnit(sentence, say(language, "statistics.handed_together"), unit.id, "today")]


def _closed(unit: UnitView, units: Sequence[UnitView], reading: str, language: Language) -> OfUnit:
    day = formats.short_date(unit.valid_to, language) if unit.valid_to else ""
    successor = next((one for one in units if one.id == unit.successor_id), None)
    if successor is None:
        key = "statistics.closed_hidden" if unit.successor_id else "statistics.closed_none"
        return OfUnit(say(language, key, day=day))
    name = named(successor, language)
    sentence = say(language, f"statistics.closed_{reading}", day=day, successor=name)
    link = say(language, "statistics.closed_open", unit=name)
    return OfUnit(sentence, link, successor.id, "today" if reading == "today" else "")


def named(unit: UnitView, language: Language) -> str:
    """Return a unit's name, and that it was closed."""
    name: str = getattr(unit.name, language)
    if unit.valid_to is None:
        return name
    day = formats.short_date(unit.valid_to, language)
    return say(language, "statistics.closed_unit", unit=name, day=day)


def _row_name(asked: Asked, key: str, language: Language) -> str:
    if not key:
        return say(language, "statistics.not_told")
    if asked.rows == "field":
        return say(language, f"catalogue.field_{key}")
    if asked.rows == "party":
        return say(language, f"statistics.party_{key}")
    if asked.rows == "half":
        day = typed.day_or_none(key)
        return formats.short_date(day, language) if day else key
    return key


def _narrowed(asked: Asked, key: str) -> dict[str, str]:
    """Return what an address says besides, for the records of one row."""
    if not key:
        return {"rows": ""}
    if asked.rows != "half":
        return {asked.rows: key, "rows": ""}
    first = date.fromisoformat(key)
    last = halves.next_start(first) - timedelta(1)
    part = Period(
        kind=PeriodKind.DAYS,
        first=max(first, asked.period.first),
        last=min(last, asked.period.last),
    )
    return {**of(part), "rows": ""}


def of(period: Period) -> dict[str, str]:
    """Return how an address names a period, kind and all: one that is compared may be of another length."""
    return {
        "period": str(period.kind),
        "since": period.first.isoformat() if period.kind is PeriodKind.DAYS else "",
        "until": period.last.isoformat(),
    }

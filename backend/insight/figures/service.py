"""Figures as the desk and reports ask for them: by code, for units and a period.

table = await figures.values(["decisions", "fines_unpaid"], Wanted(units=(…,), first=…, last=…), actor)
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.insight.figures import definitions, statistics
from backend.insight.rules import evaluating
from backend.insight.rules.asking import Asked, Filters
from backend.insight.rules.covering import Reading
from schemas.insight.definitions import FigureDefinition

SINCE = date(2000, 1, 1)
"""Before anything was counted: how things stand at a day is summed from here."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """For which units and days figures are asked, and of which part of what happened."""

    units: tuple[UUID, ...]
    first: date
    last: date
    reading: Reading = "then"
    filters: Filters = Filters()


async def values(
    codes: Sequence[str], wanted: Wanted, actor: Actor
) -> dict[UUID, dict[str, int | None]]:
    """Return figures by unit and code; None for one that nothing in the system tells.

    Their definitions are those of the period's last day. Money in đồng, an average in tenths of a day. Raises NotFound for a code
    that is not defined, and for a unit out of sight.
    """
    known = definitions.in_force(wanted.last)
    if missing := [one for one in codes if one not in known]:
        raise NotFound(what=f"figure {missing[0]}")
    figures = [known[one] for one in codes]
    found: dict[UUID, dict[str, int | None]] = {one: {} for one in wanted.units}
    await _sums([one for one in figures if one.kind in ("sum", "average")], wanted, actor, found)
    since = msgspec.structs.replace(wanted, first=SINCE)
    await _sums([one for one in figures if one.kind == "stock"], since, actor, found)
    await _parties([one for one in figures if one.kind == "distinct"], wanted, actor, found)
    return {unit: {code: told.get(code) for code in codes} for unit, told in found.items()}


async def _sums(
    figures: list[FigureDefinition],
    wanted: Wanted,
    actor: Actor,
    found: dict[UUID, dict[str, int | None]],
) -> None:
    if not figures:
        return
    by_party = any(term.parties for one in figures for term in one.terms)
    asked = _asked(figures, wanted)
    asked = msgspec.structs.replace(asked, by=("party",) if by_party else ())
    lines = await statistics.answer(asked, actor)
    for unit_id, told in found.items():
        mine = [line for line in lines if line.unit_id == unit_id]
        told |= {one.code: evaluating.value(one, mine) for one in figures}


async def _parties(
    figures: list[FigureDefinition],
    wanted: Wanted,
    actor: Actor,
    found: dict[UUID, dict[str, int | None]],
) -> None:
    if not figures:
        return
    counts = await statistics.parties(_asked(figures, wanted), actor)
    for unit_id, told in found.items():
        for one in figures:
            kinds = {kind for term in one.terms for kind in term.parties}
            told[one.code] = sum(
                each.parties
                for each in counts[unit_id]
                if (each.kind in kinds if kinds else each.kind is None)
            )


def _asked(figures: list[FigureDefinition], wanted: Wanted) -> Asked:
    return Asked(
        events=evaluating.events_of(figures),
        first=wanted.first,
        last=wanted.last,
        units=wanted.units,
        reading=wanted.reading,
        filters=wanted.filters,
    )

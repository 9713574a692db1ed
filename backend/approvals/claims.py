"""What an officer answers to today: own offices, those whose holders are away, and delegations.

Asked anew at each request: a transfer, an absence or a delegation routes by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from backend.approvals.queries import absences as absence_queries
from backend.approvals.queries import people
from backend.approvals.queries.people import Serving
from backend.approvals.rules import keys
from backend.approvals.rules.keys import Away, Claims
from backend.core import clock, database, remembering
from backend.core.actors import Actor
from backend.force.delegations import service as delegations
from backend.force.delegations.service import InForce
from backend.force.queries import officer_names
from backend.law.sanctions import service as sanctions
from schemas.core.vocabulary import Role


@dataclass(frozen=True)
class Duty:
    """Who answers to some keys today, read at once for all who ask: the steps of a page, or an act."""

    away: list[Away]
    serving: list[Serving]
    in_force: list[InForce]
    """Delegations."""

    def holders(self, wanted: Iterable[str]) -> list[Serving]:
        """Return the active officers who hold one of these keys by their own office.

        Delegations are not asked: a key of powers always stands beside that of its head.
        """
        asked = set(wanted)
        return [one for one in self.serving if not held_by(one).isdisjoint(asked)]

    def deputies(self, key: str) -> list[InForce]:
        """Return the delegations in force that give the powers which a key names; none for other keys."""
        if not key.startswith("power:"):
            return []
        _, kind, unit_id, *case = key.split(":")
        return [
            one
            for one in self.in_force
            if kind in one.kinds
            and str(one.unit_id) == unit_id
            and str(one.case_id) in (case or ["None"])
        ]

    def standing_in(self, whom: Iterable[UUID]) -> set[UUID]:
        """Return who stands in for one of these officers today, also for a stand-in who is away."""
        wanted = set(whom)
        found = {one.stand_in_id for one in self.away}
        return {one for one in found if keys.stands_in_for(one, self.away) & wanted}

    def claims(self, officer_id: UUID) -> Claims:
        """Return the keys that one of the officers it was read for answers to."""
        absent = keys.stands_in_for(officer_id, self.away)
        own: frozenset[str] = frozenset()
        standing_in: dict[str, UUID] = {}
        for one in self.serving:
            if one.officer_id == officer_id:
                own = frozenset(held_by(one))
            elif one.officer_id in absent:
                standing_in |= dict.fromkeys(held_by(one), one.officer_id)
        return Claims(
            officer_id=officer_id,
            own=own,
            standing_in={key: whose for key, whose in standing_in.items() if key not in own},
            delegated={
                keys.power(kind, one.unit_id, one.case_id): one.giver_id
                for one in self.in_force
                if one.receiver_id == officer_id
                for kind in one.kinds
            },
        )


async def duty(wanted: Iterable[str], officer_id: UUID | None = None) -> Duty:
    """Return who answers to these keys today, and to what this officer does."""
    return await _duty(tuple(sorted(set(wanted))), officer_id)


@remembering.once
async def _duty(wanted: tuple[str, ...], officer_id: UUID | None) -> Duty:
    today = clock.today()
    units, officers = _named(wanted)
    away = await absence_queries.in_force(today, today)
    asking = {officer_id} if officer_id else set()
    absent = keys.stands_in_for(officer_id, away) if officer_id else set()
    officers = sorted({*officers, *asking, *absent})
    async with database.at_once() as ask:
        serving = ask(people.on_duty(officers, units, today)) if officers or units else None
        in_force = (
            ask(delegations.in_force(sorted(asking), units, today)) if asking or units else None
        )
    return Duty(
        away=away,
        serving=serving.result() if serving else [],
        in_force=in_force.result() if in_force else [],
    )


def _named(wanted: Iterable[str]) -> tuple[list[UUID], list[UUID]]:
    """Return the units and the officers that keys name."""
    officers = {UUID(key.removeprefix("officer:")) for key in wanted if key.startswith("officer:")}
    units = {
        UUID(key.split(":")[2 if key.startswith("power:") else -1])
        for key in wanted
        if not key.startswith("officer:")
    }
    return sorted(units), sorted(officers)


async def of(actor: Actor) -> Claims:
    """Return the keys that this officer answers to now."""
    return (await duty([], actor.officer_id)).claims(actor.officer_id)


async def for_a_signature(one: Serving) -> set[str]:
    """Return the keys of an officer's own offices, and of the powers held by a delegation today."""
    held = (await duty([], one.officer_id)).claims(one.officer_id)
    return held_by(one) | held.delegated.keys()


def held_by(one: Serving) -> set[str]:
    """Return the keys of an officer's own offices, roles and titles.

    Powers belong to a post (Law Art 52), so they end with it. The role alone heads a unit only where no
    post of the officer was ever recorded. An office of a unit that ended is that of its successor.
    """
    found = {keys.officer(one.officer_id)}
    found |= {keys.role(role, unit_id) for role in one.roles for unit_id in one.also(one.unit_id)}
    in_unit: dict[UUID, list[str]] = {}
    for title, unit_id in zip(one.titles, one.title_units, strict=True):
        in_unit.setdefault(unit_id, []).append(title)
        found |= {keys.title(title, each) for each in one.also(unit_id)}
    for unit_id, titles in in_unit.items():
        if any(sanctions.heads_a_unit(title) for title in titles):
            found |= {keys.head(each) for each in one.also(unit_id)}
    if Role.SUPERVISOR in one.roles and not one.posted:
        found |= {keys.head(each) for each in one.also(one.unit_id)}
    return found


async def holders(wanted: list[str]) -> list[Serving]:
    """Return the holders of these keys today, where nothing else is asked."""
    units, named = _named(wanted)
    found = Duty(away=[], serving=await people.on_duty(named, units, clock.today()), in_force=[])
    return found.holders(wanted)


async def name_of(officer_id: UUID) -> str:
    """Return an officer's name, also of one who left."""
    return (await officer_names.of([officer_id])).get(officer_id, "–")


async def first_held(levels: list[list[str]], barred: set[UUID]) -> tuple[list[str], list[Serving]]:
    """Return the first of these levels of keys that somebody but `barred` holds, with who.

    The last level is returned without anybody if there is nobody at all: the job that looks after
    open steps reports it.
    """
    last: list[str] = levels[-1]
    for level in levels:
        found = [one for one in await holders(level) if one.officer_id not in barred]
        if found:
            return level, found
    return last, []

"""What an officer answers to today: own offices, those whose holders are away, and delegations.

Asked anew at each request: a transfer, an absence or a delegation routes by itself.
"""

from datetime import date
from uuid import UUID

from backend.approvals.queries import absences as absence_queries
from backend.approvals.queries import people
from backend.approvals.queries.people import Serving
from backend.approvals.rules import keys
from backend.approvals.rules.keys import Claims
from backend.core import clock
from backend.core.actors import Actor
from backend.force.delegations import service as delegations
from backend.force.queries import officer_names
from backend.law.sanctions import service as sanctions
from schemas.core.vocabulary import Role


async def of(actor: Actor) -> Claims:
    """Return the keys that this officer answers to now."""
    today = clock.today()
    away = await absence_queries.in_force(today, today)
    absent = sorted(keys.stands_in_for(actor.officer_id, away))
    found = await people.serving([actor.officer_id, *absent], today)
    own: frozenset[str] = frozenset()
    standing_in: dict[str, UUID] = {}
    for one in found:
        held = held_by(one)
        if one.officer_id == actor.officer_id:
            own = frozenset(held)
        else:
            standing_in |= dict.fromkeys(held, one.officer_id)
    return Claims(
        officer_id=actor.officer_id,
        own=own,
        standing_in={key: whose for key, whose in standing_in.items() if key not in own},
        delegated=await _delegated(actor.officer_id, today),
    )


async def for_a_signature(one: Serving) -> set[str]:
    """Return the keys of an officer's own offices, and of the powers held by a delegation today."""
    return held_by(one) | (await _delegated(one.officer_id, clock.today())).keys()


async def _delegated(officer_id: UUID, day: date) -> dict[str, UUID]:
    found: dict[str, UUID] = {}
    for one in await delegations.held(officer_id, day):
        for kind in one.kinds:
            found[keys.power(kind, one.unit_id, one.case_id)] = one.giver_id
    return found


def held_by(one: Serving) -> set[str]:
    """Return the keys of an officer's own offices, roles and titles.

    Powers belong to a post (Law Art 52), so they end with it. The role alone heads a unit only where no
    post of the officer was ever recorded.
    """
    found = {keys.officer(one.officer_id)}
    found |= {keys.role(role, one.unit_id) for role in one.roles}
    in_unit: dict[UUID, list[str]] = {}
    for title, unit_id in zip(one.titles, one.title_units, strict=True):
        in_unit.setdefault(unit_id, []).append(title)
        found.add(keys.title(title, unit_id))
    for unit_id, titles in in_unit.items():
        if any(sanctions.heads_a_unit(title) for title in titles):
            found.add(keys.head(unit_id))
    if Role.SUPERVISOR in one.roles and not one.posted:
        found.add(keys.head(one.unit_id))
    return found


async def holders(wanted: list[str]) -> list[Serving]:
    """Return the active officers who hold one of these keys by their own office.

    Delegations are not asked: a key of powers always stands beside that of its head.
    """
    units = {UUID(part) for key in wanted for part in key.split(":")[-1:] if "officer:" not in key}
    named = [UUID(key.removeprefix("officer:")) for key in wanted if key.startswith("officer:")]
    today = clock.today()
    found = await people.serving(named, today) if named else []
    if units:
        found += await people.serving_in(sorted(units), today)
    return [one for one in found if not held_by(one).isdisjoint(wanted)]


async def deputies(wanted: list[str]) -> set[UUID]:
    """Return who holds the powers that one of these keys names by a delegation in force today."""
    found: set[UUID] = set()
    for key in wanted:
        if not key.startswith("power:"):
            continue
        _, kind, unit_id, *case = key.split(":")
        held = await delegations.holders(kind, UUID(unit_id), clock.today())
        found |= {one.receiver_id for one in held if str(one.case_id) in [*case, "None"]}
    return found


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

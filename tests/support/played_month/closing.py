"""What a team did that is closed in the middle of the month, and what its successor does."""

import dataclasses
from datetime import date
from uuid import UUID

import asyncpg

from backend.core.actors import UnitPath
from backend.ledger.service import Accepted
from schemas.casework.words import CaseAct
from schemas.force.acts import PeopleAct
from schemas.force.restructuring_acts import UnitClosed
from tests.support import cases_made, restructured
from tests.support.cases_made import Case
from tests.support.later import at
from tests.support.played_month.making import deliver, due, pay, person, sanctioned
from tests.support.three_provinces import Force


async def before_the_closing(force: Force) -> tuple[Case, Case]:
    """What team 4802 did: a fine that is paid on both sides of the closing, and two cases that wait."""
    team = force["4802"]
    with at("2026-12-12 15:00"):
        fined = await sanctioned(team, person(18))
        await deliver(fined)
    with at("2026-12-18 15:00"):
        await pay(fined, 2_000_000)
    with at("2026-12-19 15:00"):
        waiting = await due(team, person(19))
        await due(team, person(20))
    with at("2026-12-23 15:00"):  # by then 4801 had its work, which nobody had entered
        await pay(fined, 1_000_000)
    return fined, waiting


async def closing(force: Force, owner_dsn: str) -> None:
    """The closing of 4802 as of the 20th, entered on the 27th. Its officers were moved before."""
    await emptied(owner_dsn, force.unit("4802"), to=force.units["4801"])
    with at("2026-12-27 10:00"):
        await closed(force, "4802", date(2026, 12, 20), "4801")


async def after_the_closing(force: Force, fined: Case, waiting: Case) -> None:
    """The successor's officers go on: one case is decided, the rest of the fine is paid."""
    people, path = force["4802"], force.units["4801"]
    moved = dataclasses.replace(people.an, unit=path)
    waiting.worker = fined.worker = moved
    with at("2027-01-04 15:00"):
        await waiting.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(waiting))
        await pay(fined, 2_000_000)


async def emptied(owner_dsn: str, *gone: UUID, to: UnitPath) -> None:
    """Move everybody out of units, which may then be closed: as rows, for nothing here is about them."""
    connection = await asyncpg.connect(owner_dsn)
    try:
        await connection.execute(
            "UPDATE officers SET unit_id = $2, unit_1 = $3, unit_2 = $4, unit_3 = $5, unit_4 = $6"
            " WHERE unit_id = ANY($1)",
            list(gone),
            to.unit_id,
            *to.as_tuple(),
        )
    finally:
        await connection.close()


async def closed(force: Force, code: str, on: date, successor: str) -> None:
    """Close a unit as of a day."""
    content = UnitClosed(
        valid_to=on, successor_id=force.unit(successor), reason="Sắp xếp lại tổ chức"
    )
    outcome = await restructured.record(
        force.unit(code), PeopleAct.UNIT_CLOSED, content, restructured.operator(force.people)
    )
    assert isinstance(outcome, Accepted), outcome

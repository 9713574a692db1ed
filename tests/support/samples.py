"""Auditors' samples in tests, planned, drawn and looked at by their services.

sample_id = await drawn(people.khanh, size=3)
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from backend import registry
from backend.core.database import transaction
from backend.insight.samples import service as samples
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.insight.samples import (
    LookResult,
    SampledKind,
    SampledPopulation,
    SampleList,
    SampleLooked,
    SamplePlanned,
    SampleStrata,
)
from tests.support import case_rows
from tests.support.cases_made import today
from tests.support.people import People, Person

registry.open_all()


def auditor_in(people: People, person: Person) -> Person:
    """An auditor of another person's department, who did nothing in its records."""
    unit = replace(people.giang, unit=person.unit).unit
    return replace(people.khanh, unit=unit)


def records_of(unit_id: UUID, **given: Any) -> SampledPopulation:
    """The cases of this month unless told otherwise."""
    said: dict[str, Any] = {
        "unit_id": unit_id,
        "kind": SampledKind.CASE,
        "out_of": SampleList.ALL,
        "first": today() - timedelta(30),
        "last": today(),
        "strata": SampleStrata.NONE,
    } | given
    return SampledPopulation(**said)


def code(outcome: Outcome) -> str:
    """The code of a refusal, "" of what was accepted."""
    return outcome.code if isinstance(outcome, Refused) else ""


async def plan(who: Person, **given: Any) -> UUID:
    """Plan a sample of the auditor's own unit."""
    how = {name: given.pop(name) for name in ("size", "seed") if name in given}
    said = SamplePlanned(
        of=records_of(given.pop("unit_id", who.unit.unit_id), **given),
        **({"size": 3, "seed": "mầm 1"} | how),
        seed_given=True,
        purpose="Kiểm tra nội bộ tháng này",
    )
    async with transaction():
        sample_id, outcome = await samples.plan(said, who.actor())
    assert isinstance(outcome, Accepted), code(outcome)
    return sample_id


async def draw(who: Person, sample_id: UUID) -> Outcome:
    """Draw it."""
    async with transaction():
        return await samples.draw(sample_id, who.actor())


async def drawn(who: Person, **given: Any) -> UUID:
    """A sample that is drawn."""
    sample_id = await plan(who, **given)
    assert not code(await draw(who, sample_id))
    return sample_id


async def seen(who: Person, sample_id: UUID) -> samples.View:
    """The sample as its reader sees it."""
    async with transaction():
        return await samples.read(sample_id, who.actor())


async def look(
    who: Person, sample_id: UUID, record_id: UUID, *, mark: str = "", **said: Any
) -> Outcome:
    """Look at a record: in order unless told otherwise."""
    content = SampleLooked(record_id=record_id, **({"result": LookResult.IN_ORDER} | said))
    async with transaction():
        return await samples.look(sample_id, content, who.actor(), mark)


async def act(who: Person, sample_id: UUID, content: Any) -> Outcome:
    """Close it, or give it up."""
    async with transaction():
        return await samples.act(sample_id, content, who.actor())


async def cases(person: Person, count: int, **given: Any) -> list[UUID]:
    """Cases of a person's unit."""
    return [await case_rows.case_of(person, f"VV-{uuid4().hex[:8]}", **given) for _ in range(count)]


async def ids_of(who: Person, sample_id: UUID) -> list[UUID]:
    """The drawn records, in the order of the draw."""
    return [one.record_id for one in (await seen(who, sample_id)).records]


async def population(who: Person, **given: Any) -> dict[str, int]:
    """How many records there are to draw from."""
    async with transaction():
        return (await samples.preview(records_of(who.unit.unit_id, **given), who.actor())).strata

"""The cases of one inspection, one per violator (Decree 118/2021 Art 12.3).

Each has its own minutes, clocks and goods value; the page of each lists the others.
"""

from uuid import UUID

from backend.casework.cases import events
from backend.casework.queries import cases as queries
from backend.casework.queries import reading as read_queries
from backend.casework.rules import recording
from backend.casework.rules.facts import Facts
from backend.core.actors import Actor
from schemas.casework.views import SisterCase


async def of_inspection(inspection_id: UUID) -> list[tuple[UUID, str]]:
    """List an inspection's cases (one per violator) as (id, number); opening one checks scope."""
    return [(row.id, row.number) for row in await queries.cases_of_inspection(inspection_id)]


async def beside(case_id: UUID, inspection_id: UUID | None, actor: Actor) -> list[SisterCase]:
    """List the inspection's other cases. Of one out of the reader's sight only the number is told."""
    if inspection_id is None:
        return []
    found = []
    for one, number in await of_inspection(inspection_id):
        if one == case_id:
            continue
        seen = await read_queries.find(actor, one) is not None
        facts = await events.facts_of(one) if seen else None
        values = facts.recorded.violations if facts and facts.recorded else []
        known = [each.goods_value for each in values if each.goods_value is not None]
        found.append(
            SisterCase(
                id=one if seen else None,
                number=number,
                party=facts.party.name if facts and facts.party else None,
                state=str(facts.state) if facts else None,
                minutes=_number_of_minutes(facts),
                goods_value=sum(known) if known else None,
            )
        )
    return found


def _number_of_minutes(facts: Facts | None) -> str | None:
    minutes = recording.minutes(facts) if facts else None
    return minutes.number if minutes else None

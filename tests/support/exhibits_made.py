"""Exhibits that are disposed of in tests, with the required papers."""

from typing import Any
from uuid import UUID

from schemas.casework.acts import exhibits as case_exhibit_acts
from tests.support.case_papers import rows, today
from tests.support.cases_made import Case


async def destroyed(case: Case, ids: list[UUID]) -> case_exhibit_acts.ExhibitsDestroyed:
    """The content of an act about the destruction of these exhibits: ordered by the head, minuted
    by the worker today."""
    goods = rows(await case.facts(), ids)
    order = await case.paper("MQĐ16", exhibits=goods)
    named = (await case.facts()).papers[order]
    assert named.issued_on
    minutes = await case.paper(
        "MBB21",
        case.worker,
        exhibits=goods,
        decision_number=named.number,
        decision_date=named.issued_on.isoformat(),
        started_at=f"{today()}T00:01:00+07:00",
        ended_at=f"{today()}T00:02:00+07:00",
    )
    return case_exhibit_acts.ExhibitsDestroyed(
        exhibits=ids, decision_id=order, minutes_id=minutes, destroyed_on=today()
    )


async def taken(case: Case, ids: list[UUID], decision: UUID, **changed: Any) -> UUID:
    """Minutes of the worker (MBB20) by which a decision's goods are taken, today, in the presence of
    the person concerned and a witness."""
    facts = await case.facts()
    named = facts.papers[decision]
    assert named.issued_on
    said = {
        "exhibits": rows(facts, ids),
        "decision_number": named.number,
        "decision_date": named.issued_on.isoformat(),
        "started_at": f"{today()}T00:01:00+07:00",
        "ended_at": f"{today()}T00:02:00+07:00",
    }
    return await case.paper("MBB20", case.worker, **(said | changed))

"""Sanctions through the one door: reckoned anew, within the signer's competence, in time, about what was recorded."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import asyncpg
import msgspec
import pytest

from backend.law.errors import ChosenOutsideBand
from backend.law.sanctions import service as sanctions
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from schemas.law.sanctions import SanctionOrder
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


@dataclass
class Ready:
    """A case whose decision is due, and the decision that would satisfy every rule."""

    case: Case
    content: case_acts.SanctionImposed

    async def refused(self, **changed: Any) -> str:
        content = msgspec.structs.replace(self.content, **changed)
        return await self.case.refused(CaseAct.SANCTION_IMPOSED, content)


def reckoned(wanted: SanctionOrder) -> dict[str, Any]:
    """What an act says of an order: it, what it comes to, the hash of its reckoning."""
    computed = sanctions.compute(wanted)
    return {"order": wanted, "total": computed.total_vnd, "computation": computed.hash}


async def ready(people: People) -> Ready:
    case = await cases_made.due(people)
    return Ready(case, await cases_made.imposed(case))


async def test_a_reckoning_that_is_not_the_installation_s_own_is_refused(people: People) -> None:
    made = await ready(people)
    assert await made.refused(computation="0" * 64) == "case_computation_other"
    assert await made.refused(total=4_999_999) == "case_differs_from_paper"
    other = await cases_made.order(code="ND98-15-1-a")
    assert await made.refused(**reckoned(other)) == "case_differs_from_paper"
    forged = msgspec.structs.replace(made.content.order.acts[0].behaviour, fine_max_vnd=4_000_002)
    act = msgspec.structs.replace(made.content.order.acts[0], behaviour=forged)
    cheap = msgspec.structs.replace(made.content.order, acts=[act])
    paper = await cases_made.decided(made.case, cheap)
    assert await made.refused(document_id=paper, **reckoned(cheap)) == "case_computation_other"


async def test_a_decision_is_about_what_the_minutes_recorded(people: People) -> None:
    made = await ready(people)

    async def refused(wanted: SanctionOrder) -> str:
        paper = await cases_made.decided(made.case, wanted)
        return await made.refused(document_id=paper, **reckoned(wanted))

    def with_act(**changed: Any) -> SanctionOrder:
        order = made.content.order
        return msgspec.structs.replace(
            order, acts=[msgspec.structs.replace(order.acts[0], **changed)]
        )

    known = made.content.order.acts[0].values
    cheaper = msgspec.structs.replace(known, goods_value_vnd=11_000_000)
    assert await refused(with_act(values=cheaper)) == "case_differs_from_minutes"
    earlier = today() - timedelta(days=40)
    assert await refused(with_act(acted_on=earlier)) == "case_differs_from_minutes"
    other = await cases_made.order(code="ND98-15-1-a")
    assert await refused(other) == "case_acts_differ"


async def test_the_officer_may_deviate_within_the_band_and_says_why(people: People) -> None:
    made = await ready(people)
    chosen = await cases_made.order(chosen=4_500_001, mitigating=1)
    paper = await cases_made.decided(made.case, chosen)
    content = msgspec.structs.replace(made.content, document_id=paper, **reckoned(chosen))
    await made.case.take(CaseAct.SANCTION_IMPOSED, content)
    assert (await made.case.facts()).fine == 4_500_001
    beyond = await cases_made.order(chosen=9_000_000)
    with pytest.raises(ChosenOutsideBand):
        sanctions.compute(beyond)


async def test_the_inspection_s_minutes_are_approved_first(people: People) -> None:
    case = await cases_made.recorded(people)
    await cases_made.waive(case)
    content = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, content) == "case_inspection_unapproved"


async def test_after_the_statute_of_limitation_there_is_no_fine(people: People) -> None:
    old = cases_made.violation(ended_on=today() - timedelta(days=3 * 365))
    case = await cases_made.recorded(people, old)
    await cases_made.approve(case)
    await cases_made.waive(case)
    content = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, content) == "case_statute_over"
    ordered = case_acts.RemedyOrdered(
        document_id=case.id,
        decided_on=today(),
        why="statute_over",
        reason="Hết thời hiệu xử phạt",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
    )
    paper = await cases_made.remedied(case, ordered)
    await case.take(CaseAct.REMEDY_ORDERED, msgspec.structs.replace(ordered, document_id=paper))


async def test_of_two_decisions_at_once_one_stands(people: People) -> None:
    made = await ready(people)
    outcomes = await asyncio.gather(
        *(made.case.act(CaseAct.SANCTION_IMPOSED, made.content) for _ in range(6))
    )
    assert sum(isinstance(one, Accepted) for one in outcomes) == 1
    assert {one.code for one in outcomes if isinstance(one, Refused)} == {"case_not_now"}


async def test_a_case_row_that_says_another_thing_than_its_acts_is_found(
    people: People, database: Database
) -> None:
    case = await cases_made.sanctioned(people)

    async def verdict() -> tuple[Verdict, str]:
        report = await verification.in_snapshot(None, lambda *_: None)
        told = [
            one for one in report.findings if str(case.id) in one.where or "document" in one.where
        ]
        return report.verdict, " ".join(f"{one.where} {one.what}" for one in told)

    _, before = await verdict()
    assert str(case.id) not in before
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        await owner.execute("UPDATE cases SET fine_total_vnd = 1 WHERE id = $1", case.id)
        await owner.execute("UPDATE documents SET number = '9/X' WHERE case_id = $1", case.id)
    finally:
        await owner.close()
    found, said = await verdict()
    assert found is Verdict.TAMPERED
    assert f"case {case.id}" in said
    assert "the table says another thing than its acts" in said

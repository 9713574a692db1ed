"""A decision against the wrong party is annulled, and the next is against whom the verification found; over HTTP."""

from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.prefill import parts
from backend.core import clock, database
from backend.core.local_time import VIETNAM
from schemas.casework.acts import parts as case_parts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

RIGHT = cases_made.party(
    name="Lê Thị Đúng", identity_number="001099900026", birth_date=None, sex="female"
)


async def annulled(people: People, giang: Desk, ground: str) -> Case:
    """Its decision is annulled on this ground."""
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    by = await case.cancelled(decision, ground=ground)
    wanted = {"document_id": decision, "by": by, "ground": ground, "reason": "Theo MQĐ40"}
    assert (await act(giang, case, "decision.annulled", **wanted))[0] == 303
    return case


async def verified(case: Case, **who: Any) -> UUID:
    named = cases_made.known_to("MBB05", {"violator": who or parts.party(RIGHT)})
    return await case.paper("MBB05", case.people.an, **named)


def again(paper: UUID) -> dict[str, Any]:
    return {
        "document_id": paper,
        "recorded_at": f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}",
    }


async def decided(case: Case, who: case_parts.Party) -> str | None:
    """A new decision against this party; the code with which its entry is refused, None where it is taken."""
    facts = await case.facts()
    assert facts.recorded
    order = await cases_made.order(of=facts.recorded.violations[0], subject=who.kind)
    fields = cases_made.decision(order, who=who)
    case.papers["MQĐ02"] = await case.paper(
        "MQĐ02", **cases_made.signed_by("MQĐ02", fields, case.head)
    )
    imposed = await cases_made.imposed(case, order=order)
    if facts.party == who:
        await case.take(CaseAct.SANCTION_IMPOSED, imposed)
        return None
    refused = await case.refused(CaseAct.SANCTION_IMPOSED, imposed)
    await case.cancelled(case.papers["MQĐ02"])
    return refused


async def test_after_a_wrong_party_the_new_decision_is_against_whom_the_verification_names(
    app: Litestar, people: People
) -> None:
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    case = await annulled(people, giang, "subject")
    wrong = (await case.facts()).party
    assert wrong
    status, said = await act(
        giang,
        case,
        "decision.due_again",
        **again(await verified(case, kind="unknown", name="Chưa rõ", address="Chưa rõ")),
    )
    assert (status, str((await case.facts()).state)) == (409, "annulled")
    assert "MBB05 nêu đúng" in said
    status, said = await act(giang, case, "decision.due_again", **again(await verified(case)))
    assert status == 303, said
    facts = await case.facts()
    assert (facts.party and facts.party.name, str(facts.state)) == ("Lê Thị Đúng", "decision_due")
    assert facts.recorded
    assert facts.recorded.party.identity_number == "001099900026"
    row = await database.fetchrow("SELECT subject_name FROM cases WHERE id = $1", case.id)
    assert row["subject_name"] == "Lê Thị Đúng"
    # Nobody has heard her yet: what the wrong party said, or did not ask, is not hers.
    waived = {"how": "declared", "at": f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"}
    status, said = await act(an, case, "explanation.waived", **waived)
    assert (status, str((await case.facts()).state)) == (409, "decision_due")
    over = waived | {"how": "time_over", "reason": "Hết thời hạn"}
    assert (await act(an, case, "explanation.waived", **over))[0] == 409
    sheet = await cases_made.written_by_party(case)
    assert (await act(an, case, "explanation.waived", **waived, sheet=sheet))[0] == 303
    assert await decided(case, wrong) == "case_differs_from_paper"
    assert facts.party
    assert await decided(case, facts.party) is None


async def test_after_another_ground_the_party_stays(app: Litestar, people: People) -> None:
    giang = await Desk.of(app, people.giang, people)
    case = await annulled(people, giang, "procedure")
    before = (await case.facts()).party
    status, said = await act(giang, case, "decision.due_again", **again(await verified(case)))
    assert status == 303, said
    assert (await case.facts()).party == before

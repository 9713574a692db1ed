"""Who replaces or cancels a paper, and by what; and what a cancelled decision still allows: nothing of its execution.

Played at the desk, by forms as a browser sends them.
"""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.local_time import VIETNAM
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def act(desk: Desk, case: Case, name: str, /, **fields: Any) -> tuple[int, str]:
    """Send an act's form, sure already; returns the status and what the page says."""
    plain = {key: str(value) for key, value in fields.items()}
    answer = await desk.post(f"/desk/cases/{case.id}/acts/{name}", step="sure", **plain)
    found = re.search(r"<main.*?</main>", answer.text, re.DOTALL)
    return answer.status_code, re.sub(r"<[^>]*>|\s+", " ", found[0]) if found else ""


async def state_of(case: Case, paper: UUID) -> str:
    return str((await case.facts()).papers[paper].state)


async def test_an_inspector_replaces_the_head_s_decision_by_nothing(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision, minutes = case.papers["MQĐ02"], await case.paper("MBB02", people.an)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    wanted = {"document_id": decision, "by": minutes, "reason": "Thay bằng biên bản"}
    status, said = await act(an, case, "document.replaced", **wanted)
    assert status == 409
    assert "do người có thẩm quyền làm" in said
    # Nor does the head: a decision is changed by a decision that names it.
    status, said = await act(giang, case, "document.replaced", **wanted)
    assert (status, await state_of(case, decision)) == (409, "signed")
    assert "MQĐ38 (sửa đổi), MQĐ39 (đính chính) hoặc MQĐ40 (hủy bỏ)" in said


async def test_minutes_are_never_replaced_and_an_internal_paper_by_its_own_form_alone(
    app: Litestar, people: People
) -> None:
    case = await cases_made.recorded(people)
    report, other = await case.paper("BC", people.an), await case.paper("BC", people.an)
    ready = await case.paper("MQĐ40")
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    minutes = {"document_id": case.papers["MBB01"], "by": other, "reason": "Ghi nhầm"}
    for desk, kind in ((an, "document.replaced"), (giang, "document.replaced")):
        status, said = await act(desk, case, kind, **minutes)
        assert (status, await state_of(case, case.papers["MBB01"])) == (409, "signed")
        assert "lập MBB05" in said
    status, _ = await act(giang, case, "document.cancelled", **(minutes | {"by": ready}))
    assert status == 409
    wrong = {"document_id": report, "by": case.papers["MBB01"], "reason": "Ghi nhầm"}
    assert (await act(an, case, "document.replaced", **wrong))[0] == 409
    assert (await act(an, case, "document.replaced", **(wrong | {"by": other})))[0] == 303
    assert await state_of(case, report) == "replaced"


async def test_a_decision_is_cancelled_only_by_one_that_names_it(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    seizure = await case.paper("MQĐ20")
    giang = await Desk.of(app, people.giang, people)
    free, other = await case.paper("MQĐ40"), await case.change("MQĐ40", seizure)
    with pytest.raises(AssertionError, match="case_paper_incomplete"):  # a part: MQĐ38
        await case.change("MQĐ40", decision, scope="part", parts="khoản 2 Điều 1")
    for by in (free, other):
        given = {"document_id": decision, "by": by, "reason": "Sai thẩm quyền"}
        status, said = await act(giang, case, "document.cancelled", **given)
        assert (status, await state_of(case, decision)) == (409, "signed")
        assert "không nêu đúng số, ngày" in said
    whole = await case.change("MQĐ40", decision)
    given = {"document_id": decision, "by": whole, "reason": "Sai thẩm quyền"}
    assert (await act(giang, case, "document.cancelled", **given))[0] == 303
    assert await state_of(case, decision) == "cancelled"


async def test_a_decision_that_names_another_number_gets_none_itself(people: People) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    with pytest.raises(AssertionError, match="case_paper_not_named"):
        await case.change("MQĐ40", decision, decision_number="99/QĐ-XPHC")
    with pytest.raises(AssertionError, match="case_minutes_stand"):
        await case.change("MQĐ40", case.papers["MBB01"])


async def test_an_amended_decision_stays_in_force(app: Litestar, people: People) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    giang = await Desk.of(app, people.giang, people)
    given = {
        "document_id": decision,
        "by": await case.change("MQĐ39", decision),
        "reason": "Sai số nhà",
    }
    assert (await act(giang, case, "document.amended", **given))[0] == 303
    facts = await case.facts()
    assert (facts.papers[decision].state, facts.decision_gone_by) == ("signed", None)
    assert facts.papers[decision].amended_by == [given["by"]]
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303


def delivery(decision: UUID) -> dict[str, Any]:
    return {
        "document_id": decision,
        "mode": "direct",
        "delivered_on": today(),
        "receiver": "Trần Văn Mẫu",
        "proof": "Ký nhận",
        "attempts": 1,
    }


def payment(**changed: Any) -> dict[str, Any]:
    given = {
        "payment_id": uuid4(),
        "kind": "fine",
        "amount": "5.000.000",
        "paid_on": today(),
        "receipt_number": "KB-1",
        "place": "Kho bạc",
    }
    return given | changed


async def test_a_cancelled_decision_does_not_come_back_by_being_delivered_paid_and_completed(
    app: Litestar, people: People, readers: Readers
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await case.cancelled(decision)
    an = await Desk.of(app, people.an, people)
    status, said = await act(an, case, "decision.delivered", **delivery(decision))
    assert (status, await state_of(case, decision)) == (409, "cancelled")
    assert "không còn hiệu lực" in said
    published = case_execution_acts.SanctionPublished(
        document_id=decision, where="Cổng", published_on=today()
    )
    assert await case.refused(CaseAct.SANCTION_PUBLISHED, published) == "case_decision_gone"
    assert str((await case.facts()).state) == "sanctioned"

    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/cases/{case.id}")
    assert page.link("/acts/decision.annulled")
    assert page.link("/acts/decision.delivered") is None
    assert page.link("/acts/payment.received") is None


async def test_execution_stops_with_its_decision_and_money_paid_before_is_still_entered(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await case.take(
        CaseAct.DECISION_DELIVERED,
        case_execution_acts.DecisionDelivered(
            document_id=decision,
            mode="direct",
            delivered_on=today(),
            deemed=False,
            attempts=1,
            proof="Ký nhận",
            receiver="Trần Văn Mẫu",
            proof_document_id=None,
        ),
        people.an,
    )
    by = await case.cancelled(decision)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    assert (await act(an, case, "payment.received", **payment()))[0] == 303  # paid that very day
    tries = {
        "execution.completed": {"completed_on": today()},
        "execution.suspended": {"reason": "Chờ tòa án", "ground": "court", "suspended_on": today()},
        "enforcement.ordered": {"measure": "Khấu trừ lương", "decided_on": today()},
    }
    for kind, fields in tries.items():
        status, said = await act(giang, case, kind, **fields)
        assert status == 409, kind
        assert "không còn hiệu lực" in said, kind
    assert str((await case.facts()).papers[decision].state) == "cancelled"

    # The way on: the annulment with its ground, then verification minutes and a new decision.
    annulled = {
        "document_id": decision,
        "by": by,
        "ground": "competence",
        "reason": "Sai thẩm quyền",
    }
    assert (await act(an, case, "decision.annulled", **annulled))[0] == 409
    assert (await act(giang, case, "decision.annulled", **annulled))[0] == 303
    facts = await case.facts()
    assert (str(facts.state), facts.fine, facts.paid) == ("annulled", 0, 5_000_000)
    minutes = await case.paper("MBB05", people.an)
    again = {
        "document_id": minutes,
        "recorded_at": clock.now().astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M"),
    }
    assert (await act(an, case, "decision.due_again", **again))[0] == 409
    status, said = await act(giang, case, "decision.due_again", **again)
    assert status == 303, said
    case.papers.pop("MQĐ02")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    facts = await case.facts()
    assert (str(facts.state), facts.fine - facts.paid) == ("sanctioned", 0)


async def test_who_verified_brings_the_case_back_only_with_a_reason_that_is_listed(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    by = await case.cancelled(case.papers["MQĐ02"], ground="competence")
    annulled = case_execution_acts.DecisionAnnulled(
        document_id=case.papers["MQĐ02"], by=by, ground="competence", reason="Sai thẩm quyền"
    )
    await case.take(CaseAct.DECISION_ANNULLED, annulled)
    giang = await Desk.of(app, people.giang, people)
    again = {
        "document_id": await case.paper("MBB05", people.giang),
        "recorded_at": clock.now().astimezone(VIETNAM).strftime("%Y-%m-%dT%H:%M"),
    }
    status, said = await act(giang, case, "decision.due_again", **again)
    assert (status, str((await case.facts()).state)) == (409, "annulled")
    assert "do chính bạn lập" in said
    alone = again | {"alone": "Đội chỉ có một người trực"}
    status, said = await act(giang, case, "decision.due_again", **alone)
    assert status == 303, said
    listed = await database.fetchval("SELECT reason FROM exceptions WHERE kind = 'same_hand'")
    assert listed == "Đội chỉ có một người trực"


@pytest.mark.parametrize(
    ("ground", "code"), [("law_12_1", "case_no_new_decision"), ("law_62_3", "case_no_new_decision")]
)
async def test_where_the_act_is_a_matter_of_criminal_law_no_new_decision_follows(
    people: People, ground: case_execution_acts.AnnulGround, code: str
) -> None:
    case = await cases_made.sanctioned(people)
    by = await case.cancelled(case.papers["MQĐ02"], ground=ground)
    annulled = case_execution_acts.DecisionAnnulled(
        document_id=case.papers["MQĐ02"], by=by, ground=ground, reason="Có dấu hiệu tội phạm"
    )
    await case.take(CaseAct.DECISION_ANNULLED, annulled)
    again = case_execution_acts.DecisionDueAgain(
        document_id=await case.paper("MBB05", people.an), recorded_at=clock.now()
    )
    assert await case.refused(CaseAct.DECISION_DUE_AGAIN, again) == code
    archived = case_execution_acts.CaseArchived(archived_on=today(), shelf=None)
    await case.take(CaseAct.CASE_ARCHIVED, archived)


async def test_what_was_cancelled_and_then_delivered_before_this_rule_stays_cancelled(
    people: People,
) -> None:
    """A ledger of earlier days may hold a delivery after the cancellation: it folds as it did, and goes no further."""
    from backend.casework.cases import events
    from backend.casework.derived import folding
    from backend.casework.rules.facts import Event

    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await case.cancelled(decision)
    facts = await events.facts_to_fold_on(case.id)
    assert facts is not None
    last = facts.events[-1]
    told = case_execution_acts.DecisionDelivered(
        document_id=decision,
        mode="direct",
        delivered_on=today(),
        deemed=False,
        attempts=1,
        proof="Ký nhận",
        receiver=None,
        proof_document_id=None,
    )
    event = Event(
        number=last.number + 1,
        act_id=uuid4(),
        type=CaseAct.DECISION_DELIVERED,
        content=told,
        officer_id=people.an.id,
        made_at=last.made_at,
        received_at=last.received_at,
    )
    facts = folding.take(facts, event)
    assert (str(facts.state), str(facts.papers[decision].state)) == ("delivered", "delivered")
    assert facts.decision_gone_by is not None


async def test_an_annulment_that_was_not_begun_from_its_decision_is_not_signed(
    people: People,
) -> None:
    case = await cases_made.sanctioned(people)
    decision = (await case.facts()).papers[case.papers["MQĐ02"]]
    assert decision.issued_on is not None
    fields = await cases_made.fields_of("MQĐ40", people.giang) | {
        "decision_number": decision.number,
        "decision_date": decision.issued_on.isoformat(),
    }
    with pytest.raises(AssertionError, match="case_paper_not_named"):
        await case.paper("MQĐ40", **fields)
    assert await state_of(case, decision.id) == "signed"

"""What a decision leaves owed: illicit gain that the minutes record, and interest on a fine paid late, over HTTP."""

from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.core import database
from backend.operations.verification import service as verification
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from schemas.law.sanctions import Remedy, RemedyKind, SanctionOrder
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.support import cases_made
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")

GAIN = 3_000_000
PAID_BACK = Remedy(kind=RemedyKind.DISGORGE, text_vi="Buộc nộp lại số lợi bất hợp pháp")
WHY = "Người vi phạm đã trả lại tiền cho người mua, có biên nhận trong hồ sơ"


async def due(people: People) -> Case:
    """A case that waits for its decision; its minutes record a gain."""
    done = msgspec.structs.replace(cases_made.violation(), illicit_gain=GAIN)
    case = await cases_made.recorded(people, done)
    await cases_made.approve(case)
    await cases_made.waive(case)
    return case


async def with_remedies(case: Case, *remedies: Remedy) -> SanctionOrder:
    facts = await case.facts()
    assert facts.recorded
    plain = await cases_made.order(of=facts.recorded.violations[0])
    return msgspec.structs.replace(plain, remedies=list(remedies))


async def listed(case: Case, kind: str) -> list[str]:
    rows = await database.fetch(
        "SELECT reason FROM exceptions WHERE record_id = $1 AND kind = $2", case.id, kind
    )
    return [row["reason"] for row in rows]


async def verified() -> list[str]:
    report = await verification.in_snapshot(None, lambda *_: None)
    return [one.where for one in report.findings if "exception" in one.where]


async def entered(desk: Desk, case: Case, **said: str) -> tuple[int, str]:
    """Enter the signed decision on the sanction page."""
    answer = await desk.post(
        f"/desk/cases/{case.id}/sanction/enter", document_id=str(case.papers["MQĐ02"]), **said
    )
    return answer.status_code, answer.text


async def test_a_gain_that_the_minutes_record_is_given_up_by_the_decision_or_it_says_why_not(
    app: Litestar, people: People
) -> None:
    case = await due(people)
    await cases_made.imposed(case, order=await with_remedies(case))
    giang = await Desk.of(app, people.giang, people)
    shown = (await giang.http.get(f"/desk/cases/{case.id}/sanction")).text
    assert "số lợi bất hợp pháp 3.000.000 đồng" in shown
    status, said = await entered(giang, case)
    assert (status, str((await case.facts()).state)) == (409, "decision_due")
    assert "số lợi bất hợp pháp 3.000.000 đồng" in said
    assert (await entered(giang, case, gain_kept=WHY))[0] == 303
    assert await listed(case, "gain_kept") == [WHY]
    assert await verified() == []


async def test_a_decision_that_has_the_gain_paid_back_asks_nothing(
    app: Litestar, people: People
) -> None:
    case = await due(people)
    await cases_made.imposed(case, order=await with_remedies(case, PAID_BACK))
    giang = await Desk.of(app, people.giang, people)
    assert (await entered(giang, case))[0] == 303
    assert await listed(case, "gain_kept") == []


async def test_remedies_alone_leave_no_gain_without_a_word(people: People) -> None:
    case = await due(people)
    ordered = case_acts.RemedyOrdered(
        document_id=new_id(),
        decided_on=today(),
        why="other",
        reason="Không xác định được chủ",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
    )
    paper = await cases_made.remedied(case, ordered)
    proof = await case.paper("MBB05", people.an)
    named = msgspec.structs.replace(ordered, document_id=paper, ground_proof=proof)
    assert await case.refused(CaseAct.REMEDY_ORDERED, named) == "case_gain_kept"
    reasoned = msgspec.structs.replace(named, gain_kept=WHY)
    await case.take(CaseAct.REMEDY_ORDERED, reasoned)
    assert await listed(case, "gain_kept") == [f"{WHY}\nKhông xác định được chủ"]


async def delivered_and_paid(people: People, an: Desk, **how: Any) -> Case:
    """A decision that has the gain paid back, delivered; its fine is paid and the measure noted as carried out."""
    case = await due(people)
    imposed = await cases_made.imposed(case, order=await with_remedies(case, PAID_BACK))
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment(**how)))[0] == 303
    done = {"remedy": 0, "done_on": today(), "note": "xong"}
    assert (await act(an, case, "remedy.carried_out", **done))[0] == 303
    return case


async def test_the_gain_is_paid_before_execution_ends_or_the_reason_is_listed(
    app: Litestar, people: People
) -> None:
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    case = await delivered_and_paid(people, an)
    ended = {"completed_on": today()}
    status, said = await act(chi, case, "execution.completed", **ended)
    assert (status, str((await case.facts()).state)) == (409, "executing")
    assert "3.000.000 đồng số lợi bất hợp pháp" in said
    some = payment(kind="illicit_gain", amount="2000000", receipt_number="KB-9")
    assert (await act(an, case, "payment.received", **some))[0] == 303
    status, said = await act(chi, case, "execution.completed", **ended)
    assert (status, "1.000.000 đồng số lợi bất hợp pháp" in said) == (409, True)
    status, said = await act(chi, case, "execution.completed", **ended, unpaid=WHY)
    assert status == 303, said
    assert await listed(case, "unpaid") == [WHY]
    assert await verified() == []


async def test_a_gain_that_was_paid_asks_nothing_more(app: Litestar, people: People) -> None:
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    case = await delivered_and_paid(people, an)
    whole = payment(kind="illicit_gain", amount=str(GAIN), receipt_number="KB-9")
    assert (await act(an, case, "payment.received", **whole))[0] == 303
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303
    assert await listed(case, "unpaid") == []


async def test_a_fine_paid_late_ends_with_its_interest_or_with_a_reason(
    app: Litestar, people: People
) -> None:
    """0.05 % a day of 5 million, from the day after the last one to the day before payment (Law Art 78.1)."""
    case = await cases_made.sanctioned(people)
    an = await Desk.of(app, people.an, people)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    with later(days=31):
        an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
        paid = payment(paid_on=str(today()))
        assert (await act(an, case, "payment.received", **paid))[0] == 303
        ended = {"completed_on": today()}
        status, said = await act(chi, case, "execution.completed", **ended)
        assert (status, str((await case.facts()).state)) == (409, "executing")
        assert "đồng tiền chậm nộp" in said
        interest = payment(
            kind="late_interest", amount="50000", paid_on=str(today()), receipt_number="KB-7"
        )
        assert (await act(an, case, "payment.received", **interest))[0] == 303
        assert (await act(chi, case, "execution.completed", **ended))[0] == 303


async def test_no_interest_runs_on_a_fine_that_is_paid_in_time(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an, chi = await Desk.of(app, people.an, people), await Desk.of(app, people.chi, people)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    assert (await act(chi, case, "execution.completed", completed_on=today()))[0] == 303

"""A case from the inspection to the archive, and back, through the one door."""

import pytest

from backend.casework.cases import service
from backend.core import clock, database
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct, DeliveryMode, PaymentKind
from schemas.core.ids import new_id
from tests.support import case_lives, cases_made
from tests.support.cases_made import today
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


def delivered(case: cases_made.Case, **changed: object) -> case_execution_acts.DecisionDelivered:
    given = {
        "document_id": case.papers["MQĐ02"],
        "mode": DeliveryMode.DIRECT,
        "delivered_on": today(),
        "deemed": False,
        "attempts": 1,
        "proof": "Ký nhận trực tiếp",
        "receiver": "Trần Văn Mẫu",
        "proof_document_id": None,
    }
    return case_execution_acts.DecisionDelivered(**(given | changed))


def paid(amount: int, kind: PaymentKind = PaymentKind.FINE) -> case_execution_acts.PaymentReceived:
    return case_execution_acts.PaymentReceived(
        payment_id=new_id(),
        kind=kind,
        amount=amount,
        paid_on=today(),
        receipt_number=f"KBNN-{amount}",
        place="Kho bạc Nhà nước",
    )


async def test_a_case_goes_from_the_inspection_to_the_archive_and_is_reopened(
    people: People,
) -> None:
    case = await cases_made.sanctioned(people)
    facts = await case.facts()
    assert facts.fine == 5_000_000  # the mean of 4 and 6 million: no circumstances

    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(2_000_000), people.an)
    left = case_execution_acts.ExecutionCompleted(completed_on=today())
    assert await case.refused(CaseAct.EXECUTION_COMPLETED, left, people.an) == "case_not_done"
    assert await case.refused(CaseAct.PAYMENT_RECEIVED, paid(3_000_001)) == "case_overpaid"
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(3_000_000), people.an)
    assert await case.refused(CaseAct.EXECUTION_COMPLETED, left, people.an) == "case_two_persons"
    await case.take(CaseAct.EXECUTION_COMPLETED, left, people.chi)
    archived = case_execution_acts.CaseArchived(archived_on=today(), shelf="Kệ 3")
    assert await case.refused(CaseAct.CASE_ARCHIVED, archived, people.an) == "case_needs_authority"
    await case.take(CaseAct.CASE_ARCHIVED, archived)

    note = case_side_acts.NoteAdded(text="Ghi thêm")
    assert await case.refused(CaseAct.NOTE_ADDED, note) == "case_not_now"
    wrong = case_execution_acts.CaseReopened(back_to="executing", reason="Có khiếu nại mới")
    assert await case.refused(CaseAct.CASE_REOPENED, wrong) == "case_reopen_state"
    right = case_execution_acts.CaseReopened(back_to="executed", reason="Có khiếu nại mới")
    assert await case.refused(CaseAct.CASE_REOPENED, right) == "case_reopen_asked"
    await case.take(
        CaseAct.CASE_REOPENING_ASKED,
        case_execution_acts.CaseReopeningAsked(reason="Có khiếu nại mới"),
    )
    assert await case.refused(CaseAct.CASE_REOPENED, right) == "case_reopen_own"
    await case.take(CaseAct.CASE_REOPENED, right, people.hai)
    await case.take(CaseAct.NOTE_ADDED, note)

    row = await database.fetchrow("SELECT * FROM cases WHERE id = $1", case.id)
    assert (row["state"], row["fine_total_vnd"], row["paid_total_vnd"]) == (
        "executed",
        5_000_000,
        5_000_000,
    )
    view = await service.view(case.id, people.giang.actor("desk"))
    assert [line.first_sheet for line in view.folio] == [1, 3]
    assert [one.state for one in view.papers] == ["signed", "delivered"]
    assert view.money.left == 0


async def test_a_whole_life_with_seizure_seal_and_destruction(people: People) -> None:
    case = await cases_made.inspected(people)
    await cases_made.approve(case)
    assert await case_lives.whole_life(case) >= 40
    facts = await case.facts()
    assert facts.state == "archived"
    assert [str(exhibit.state) for exhibit in facts.exhibits.values()] == ["destroyed"]


async def test_sheet_numbers_are_given_once_and_never_again(people: People) -> None:
    case = await cases_made.inspected(people)
    await case.paper("MBB02", people.an)
    scan = case_side_acts.SheetsFiled(
        title="Hóa đơn photo", issued_on=None, number=None, sheets=3, document_id=None, sha256=None
    )
    await case.take(CaseAct.SHEETS_FILED, scan, people.an)
    second = await case.paper("BC", people.an)
    await case.take(
        CaseAct.DOCUMENT_REPLACED,
        case_side_acts.DocumentReplaced(
            document_id=second, by=await case.paper("BC", people.an), reason="Ban hành nhầm"
        ),
    )
    rows = await database.fetch(
        "SELECT first_sheet, last_sheet FROM case_sheets WHERE case_id = $1 ORDER BY 1", case.id
    )
    assert [tuple(row) for row in rows] == [(1, 2), (3, 5), (6, 7), (8, 9)]


async def test_who_may_see_a_case_and_who_may_act_in_it(people: People) -> None:
    case = await cases_made.inspected(people)
    for person in (people.an, people.chi, people.giang, people.khanh):
        assert (await service.view(case.id, person.actor("desk"))).id == case.id
    for person in (people.binh, people.em, people.dung, people.ho, people.lan, people.my):
        with pytest.raises(service.NotFound):
            await service.view(case.id, person.actor("desk"))
    assert (await service.view(case.id, people.khanh.actor("desk"))).possible == []
    note = case_side_acts.NoteAdded(text="Xem thêm")
    assert await case.refused(CaseAct.NOTE_ADDED, note, people.khanh) == "case_not_yours"


async def test_a_second_case_of_the_same_inspection_is_refused_with_the_first_s_number(
    people: People,
) -> None:
    case = await cases_made.inspected(people)
    assert case.inspection is not None
    with pytest.raises(AssertionError, match="case_inspection_taken"):
        await cases_made.opened_from(people, case.inspection)


async def test_what_the_inspection_does_moves_its_case(people: People) -> None:
    from backend.core.database import transaction
    from schemas.casework.acts import intake as case_intake_acts
    from tests.support import factories

    work = await factories.decided(people)
    actor = people.giang.actor("desk")
    async with transaction():
        opening = await service.opening(actor)
        proposed = case_intake_acts.InspectionProposed(
            opening=opening,
            document_id=None,
            basis="Tin từ quần chúng đã xác minh",
            contents=["Nguồn gốc hàng hóa"],
            expected_violation="Hàng nhập lậu",
            expected_law="Điều 15 NĐ 98/2020",
            proposed_start=today(),
            duration_days=2,
            party=cases_made.party(),
        )
        case_id, _ = await service.start(actor, CaseAct.INSPECTION_PROPOSED, proposed)
    case = cases_made.Case(case_id, people, people.an, people.giang)
    linked = case_intake_acts.DecisionLinked(
        inspection_id=work.id, decision_number=work.number, planned=False, emergency=None
    )
    assert await case.refused(CaseAct.DECISION_LINKED, linked) == "case_plan_needed"
    urgent = case_intake_acts.DecisionLinked(
        inspection_id=work.id,
        decision_number=work.number,
        planned=False,
        emergency="Hàng sắp được tẩu tán",
    )
    await case.take(CaseAct.DECISION_LINKED, urgent)
    row = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(row)})
    await work.act("inspection.announced", {"place": None})
    assert (await case.facts()).state == "inspecting"
    await factories.write_minutes(work)
    await factories.submit(work)
    assert (await case.facts()).state == "inspected"
    forged = case_intake_acts.InspectionFollowed(
        inspection_id=work.id, act=new_id(), at=clock.now()
    )
    assert await case.refused(CaseAct.INSPECTION_ENDED, forged) == "case_system_only"

"""A decision in force is amended, extended, given another team, or lapses: by papers of their own."""

from typing import Any
from uuid import UUID

import pytest

from backend.casework.issued_documents import service as issued_documents
from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.decision_papers.changing import PrintedOver
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.inspections.issue import DecisionNotIssuable
from backend.ledger import service as ledger
from schemas.fieldwork.decisions import DecisionChange
from schemas.fieldwork.inspections import InspectionView
from tests.support import decision_papers, factories, scans
from tests.support.people import People, Person
from tests.support.signing import Authority
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("app")


async def signed(people: People, issuer: Authority) -> tuple[UUID, UUID]:
    """A decision of giang's for chi, an and binh; the ids of paper and inspection."""
    await decision_papers.certified(people.giang, issuer)
    document = await decision_papers.drafted(people)
    return document, await decision_papers.signed(document, people.giang)


async def changed(inspection: UUID, by: Person, **what: Any) -> UUID:
    """A change that is drafted and signed; the paper's id."""
    change = DecisionChange(reason="Phát hiện dấu hiệu mới ngoài phạm vi", **what)
    async with transaction():
        document, outcome = await papers.draft_change(inspection, change, by.actor("desk"))
        ledger.unwrap(outcome)
    await decision_papers.signed(document, by)
    return document


async def seen(inspection: UUID, by: Person) -> InspectionView:
    return await inspections.inspection_view(inspection, by.actor())


async def test_new_contents_are_inspected_by_an_amending_decision(
    people: People, issuer: Authority
) -> None:
    # Circular 27/2020 Art 17.2: a new suspicion outside the scope needs an amending decision.
    document, inspection = await signed(people, issuer)
    contents = ["Điều kiện kinh doanh", "Nguồn gốc và nhãn hàng hóa", "An toàn thực phẩm"]
    await changed(inspection, people.giang, contents=contents)
    view = await seen(inspection, people.an)
    assert view.decision.contents == contents
    assert view.decision.number == "01000001/QĐ-KT", "it is the same decision"
    code = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", document)
    told = await issued_documents.find_public(code, "192.0.2.1")
    assert (told.state, told.amended_by) == ("valid", ["01000001/QĐ-SĐBSKT"])
    assert "đã được sửa đổi" in told.state_text.vi
    assert (await verify()).findings == []


async def test_the_time_on_site_is_extended_to_five_working_days_in_all(
    people: People, issuer: Authority
) -> None:
    # Ordinance 11/2016 Art 22: 3 working days, at most 5 in all if complex, in writing.
    document, inspection = await signed(people, issuer)
    await changed(inspection, people.giang, duration_days=5)
    decision = (await seen(inspection, people.an)).decision
    assert (decision.duration_days, decision.complex) == (5, True)
    number = await database.fetchval("SELECT number FROM decision_papers WHERE form = 'QĐ-KDGH'")
    assert number == "01000001/QĐ-KDGH"
    code = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", document)
    told = await issued_documents.find_public(code, "192.0.2.1")
    assert (told.state, told.amended_by, told.extended_by) == ("valid", [], [number])
    assert "thời hạn đã được gia hạn" in told.state_text.vi


@pytest.mark.parametrize("days", [1, 2, 6])
async def test_no_other_time_is_an_extension(people: People, issuer: Authority, days: int) -> None:
    _, inspection = await signed(people, issuer)  # for 2 days
    change = DecisionChange(reason="Cần thêm thời gian", duration_days=days)
    async with transaction():
        try:
            document, outcome = await papers.draft_change(
                inspection, change, people.giang.actor("desk")
            )
            ledger.unwrap(outcome)
        except RefusedAct:
            return  # the form itself has no such number
    with pytest.raises(DecisionNotIssuable):
        await decision_papers.signed(document, people.giang)


async def test_a_printed_extension_does_not_shorten_what_a_later_one_allowed(
    people: People, issuer: Authority
) -> None:
    # Ordinance 11/2016 Art 22: an extension adds time. Printed for 3 days, signed after one for 5.
    _, inspection = await signed(people, issuer)  # for 2 days
    change = DecisionChange(reason="Cần thêm thời gian", duration_days=3)
    async with transaction():
        shorter, outcome = await papers.draft_change(inspection, change, people.giang.actor("desk"))
        ledger.unwrap(outcome)
    await decision_papers.signed(shorter, people.giang, None)
    await changed(inspection, people.giang, duration_days=5)
    with pytest.raises(PrintedOver):
        await papers.take_scan(shorter, scans.pdf(1), people.giang.actor("desk"))
    assert (await seen(inspection, people.an)).decision.duration_days == 5


async def test_a_printed_change_of_the_team_puts_no_other_team_in_force(
    people: People, issuer: Authority
) -> None:
    _, inspection = await signed(people, issuer)
    change = DecisionChange(
        reason="Thay người",
        leader_id=people.chi.id,
        member_ids=[people.an.id, people.em.id],
        no_conflict_declared=True,
    )
    async with transaction():
        document, outcome = await papers.draft_change(
            inspection, change, people.giang.actor("desk")
        )
        ledger.unwrap(outcome)
    await decision_papers.signed(document, people.giang, None)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.em.id)
    with pytest.raises(PrintedOver):
        await papers.take_scan(document, scans.pdf(1), people.giang.actor("desk"))
    team = {one.officer_id for one in (await seen(inspection, people.an)).team}
    assert team == {people.chi.id, people.an.id, people.binh.id}


async def test_a_member_is_replaced_and_what_he_captured_before_he_heard_is_kept(
    people: People, issuer: Authority
) -> None:
    # Ordinance 11/2016 Art 23: replaced by the issuer alone, in writing.
    _, inspection = await signed(people, issuer)
    pen = await factories.pen(people.binh)
    taken = pen.write(
        str(inspection), "place.fixed", factories.contents.place(210285110, 1058542300)
    )
    await changed(
        inspection,
        people.giang,
        leader_id=people.chi.id,
        member_ids=[people.an.id, people.em.id],
        no_conflict_declared=True,
    )
    team = {one.officer_id for one in (await seen(inspection, people.em)).team}
    assert team == {people.chi.id, people.an.id, people.em.id}
    with pytest.raises(NotFound):
        await seen(inspection, people.binh)
    await factories.hand_in(taken, people.binh, UUID(str(taken["device_id"])))
    [held] = (await seen(inspection, people.giang)).quarantined
    assert (held.code, held.act_type) == ("not_on_team", "place.fixed")
    async with transaction():
        outcome = await inspections.admit(
            inspection, held.act_id, "Ghi trước khi biết thay đổi", people.giang.actor("desk")
        )
        ledger.unwrap(outcome)
    assert len((await seen(inspection, people.giang)).places) == 1
    assert (await verify()).findings == []


async def test_a_team_without_a_card_or_a_declaration_is_not_signed(
    people: People, issuer: Authority
) -> None:
    _, inspection = await signed(people, issuer)
    change = DecisionChange(
        reason="Thay Trưởng Đoàn", leader_id=people.cuc.id, member_ids=[people.an.id]
    )
    async with transaction():
        document, outcome = await papers.draft_change(
            inspection, change, people.giang.actor("desk")
        )
        ledger.unwrap(outcome)
    with pytest.raises(DecisionNotIssuable) as refused:
        await decision_papers.signed(document, people.giang)
    assert {one.field for one in refused.value.faults} == {"leader_id", "no_conflict_declared"}


async def test_another_team_signed_by_hand_is_without_who_left_before_the_signature(
    people: People,
) -> None:
    # PRACTICE B3: the sheet is in force as it was signed; who is no longer on duty is on no team.
    document = await decision_papers.drafted(people)
    await decision_papers.signed(document, people.giang, None)
    giang = people.giang.actor("desk")
    inspection = await papers.take_scan(document, scans.pdf(1), giang)
    change = DecisionChange(
        reason="Đổi người do điều động",
        leader_id=people.chi.id,
        member_ids=[people.an.id, people.em.id],
        no_conflict_declared=True,
    )
    async with transaction():
        sheet, outcome = await papers.draft_change(inspection, change, giang)
        ledger.unwrap(outcome)
    await decision_papers.signed(sheet, people.giang, None)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.em.id)
    with pytest.raises(PrintedOver):
        await papers.take_scan(sheet, scans.pdf(2), giang)
    await papers.take_scan(sheet, scans.pdf(2), giang, names_former=True)
    view = await seen(inspection, people.an)
    assert [one.officer_id for one in view.decision.team] == [people.chi.id, people.an.id]
    assert view.decision_papers[-1].former_members == [people.em.full_name]
    assert (await verify()).findings == []


async def test_phones_of_the_team_hear_of_it_and_the_former_member_s_forgets(
    people: People, issuer: Authority
) -> None:
    _, inspection = await signed(people, issuer)
    await database.execute("DELETE FROM changes")
    await changed(
        inspection,
        people.giang,
        leader_id=people.chi.id,
        member_ids=[people.an.id, people.em.id],
        no_conflict_declared=True,
    )
    told = await database.fetch("SELECT DISTINCT officer_id FROM changes WHERE kind = 'decision'")
    assert {row["officer_id"] for row in told} == {
        people.chi.id,
        people.an.id,
        people.binh.id,
        people.em.id,
    }


async def test_a_decision_lapses_only_after_five_working_days_without_a_beginning(
    people: People, issuer: Authority
) -> None:
    # Ordinance 11/2016 Art 19.3.
    document, inspection = await signed(people, issuer)
    giang = people.giang.actor("desk")
    async with transaction():
        early = await papers.lapse(inspection, "Không bắt đầu kiểm tra", giang)
    assert isinstance(early, ledger.Refused)
    assert early.code == "not_expired"
    await database.execute(
        "UPDATE inspections SET decision = jsonb_set(decision, '{issued_on}', '\"2026-01-05\"')"
    )
    async with transaction():
        ledger.unwrap(await papers.lapse(inspection, "Không bắt đầu kiểm tra", giang))
    assert (await seen(inspection, people.giang)).state == "discarded"
    code = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", document)
    assert (await issued_documents.find_public(code, "192.0.2.1")).state == "lapsed"

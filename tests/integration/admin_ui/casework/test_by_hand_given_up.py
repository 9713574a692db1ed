"""Papers printed to be signed by hand are no dead end: who gives one up, and what a wrong scan leaves behind."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from backend.casework.drafting import by_hand
from backend.core import clock, database
from backend.documents.signing.service import masked
from backend.operations.verification import service as verification
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, code_of, hand
from tests.support.cases_made import Case
from tests.support.people import People, Person

__all__ = ["hand"]


async def give_up(hand: Hand, document: UUID, by: Person) -> httpx.Response:
    """Over the front door."""
    desk = await hand.of(by)
    return await desk.post(
        f"/desk/documents/{document}/discard", reason="Người in đã chuyển công tác"
    )


async def listed(case: Case) -> list[Any]:
    """Exceptions of the case, with who did them."""
    rows = await database.fetch(
        "SELECT kind, officer_id FROM exceptions WHERE record_id = $1 ORDER BY at", case.id
    )
    return [(row["kind"], row["officer_id"]) for row in rows if row["kind"] != "self_signed"]


async def test_a_successor_gives_up_what_the_printer_left_and_it_is_listed(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.an)
    page = await (await hand.of(people.hai)).http.get(f"/desk/documents/{document}")
    assert "danh sách ngoại lệ" in page.text
    for other in (people.an, people.chi, people.nga):
        assert (await give_up(hand, document, other)).status_code == 409
        shown = await (await hand.of(other)).http.get(f"/desk/documents/{document}")
        assert "danh sách ngoại lệ" not in shown.text
    assert (await give_up(hand, document, people.hai)).status_code == 303
    assert await listed(case) == [("given_up", people.hai.id)]
    void = await database.fetchval(
        "SELECT state FROM document_numbers WHERE document_id = $1", document
    )
    assert void == "void"
    auditor = await hand.of(people.khanh)
    assert "Bỏ văn bản đã in để ký" in (await auditor.http.get("/desk/exceptions")).text
    again = await hand.print(case, "MQĐ02", people.giang)
    assert (await case.facts()).papers[again].state == "printed"
    report = await verification.in_snapshot(None, lambda *_: None)
    assert not [one for one in report.findings if "exception" in one.where]


async def test_its_signer_alone_gives_it_up_but_never_unlisted(hand: Hand, people: People) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.an)
    assert (await give_up(hand, document, people.giang)).status_code == 303
    assert await listed(case) == [("given_up", people.giang.id)]
    other = await hand.print(case, "MQĐ02", people.giang, drafter=people.an)
    unnamed = case_side_acts.DocumentDiscarded(document_id=other, reason="Không nêu số")
    refused = await case.refused(CaseAct.DOCUMENT_DISCARDED, unnamed, people.giang)
    assert refused == "case_paper_state", "without its number it would be on no list"


async def test_an_inspector_s_wrong_file_does_not_kill_the_case(
    hand: Hand, people: People, client: httpx.AsyncClient
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    code = await code_of(document)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    waiting = (await client.get(f"/verify/{code}")).text
    assert "Cơ quan ban hành báo đã ký trên bản giấy, chờ đối chiếu" in waiting
    assert "Không có chữ ký số" in waiting
    assert ">none<" not in waiting, "a code is no word for a citizen"
    assert (await give_up(hand, document, people.giang)).status_code == 409, "its scan waits"
    back = await hand.compare(document, people.nga, step="differs", reason="Tờ khác")
    assert back.status_code == 303
    said = (await client.get(f"/verify/{code}")).text
    assert "bản quét đã bị trả lại" in said
    assert "Văn bản có hiệu lực" not in said
    assert (await give_up(hand, document, people.an)).status_code == 409
    assert (await give_up(hand, document, people.giang)).status_code == 303
    assert "không có giá trị" in (await client.get(f"/verify/{code}")).text
    assert await listed(case) == [("given_up", people.giang.id)]
    again = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    assert (await hand.scan(again, people.an, scans.pdf())).status_code == 303
    assert (await hand.compare(again, people.nga)).status_code == 303
    assert (await case.facts()).decision_id == again


async def test_who_sent_the_scan_back_does_not_give_the_paper_up_too(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ20", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    back = await hand.compare(document, people.hai, step="differs", reason="Thiếu trang")
    assert back.status_code == 303
    alone = await give_up(hand, document, people.hai)
    assert (alone.status_code, "hai người cùng xem" in alone.text) == (409, True)
    assert (await give_up(hand, document, people.giang)).status_code == 303


async def test_what_was_entered_on_a_scan_that_was_sent_back_ends_by_a_decision(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    back = await hand.compare(document, people.nga, step="differs", reason="Tờ khác")
    assert back.status_code == 303
    kept = await give_up(hand, document, people.giang)
    assert (kept.status_code, "MQĐ40" in kept.text) == (409, True)
    begun = await (await hand.of(people.giang)).post(
        f"/desk/cases/{case.id}/documents", form="MQĐ40", about=str(document)
    )
    assert begun.status_code == 303, begun.text[:1500]


@pytest.mark.parametrize("sent_back", [True, False])
async def test_a_decision_annulled_before_anybody_compared_it_leaves_no_dead_case(
    hand: Hand, people: People, sent_back: bool
) -> None:
    """A cancelled sheet is compared no more: the annulment is what must be, and it is signed digitally here."""
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    if sent_back:
        back = await hand.compare(document, people.nga, step="differs", reason="Tờ khác")
        assert back.status_code == 303
    by = await case.cancelled(document, ground="competence")
    desk = await hand.of(people.giang)
    answer = await desk.post(
        f"/desk/cases/{case.id}/acts/decision.annulled",
        step="sure",
        document_id=str(document),
        by=str(by),
        ground="competence",
        reason="Sai thẩm quyền",
    )
    assert answer.status_code == 303, answer.text[-3000:]
    assert str((await case.facts()).state) == "annulled"


async def test_what_waits_ready_for_the_head_is_no_inspector_s_to_give_up(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    for who, fine in ((people.an, 409), (people.chi, 303)):
        document = await hand.ready(case, "MQĐ02", people.giang, drafter=people.chi)
        assert (await give_up(hand, document, who)).status_code == fine
    document = await hand.ready(case, "MQĐ02", people.giang, drafter=people.chi)
    back = case_side_acts.DocumentReopened(document_id=document, reason="Để rồi bỏ")
    await case.take(CaseAct.DOCUMENT_REOPENED, back, people.an)
    assert (await give_up(hand, document, people.an)).status_code == 409, "nor by way of a draft"
    assert (await give_up(hand, document, people.giang)).status_code == 303


async def test_before_the_comparison_only_who_has_the_power_enters_a_decision(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    imposed = await cases_made.imposed(case)
    refused = await case.refused(CaseAct.SANCTION_IMPOSED, imposed, people.an)
    assert refused == "case_needs_authority", "his own wrong file would bind the case"
    assert (await hand.compare(document, people.nga)).status_code == 303
    assert (await case.facts()).decision_id == document, "entered with the comparison"


async def test_a_decision_signed_in_time_is_entered_after_it_with_a_reason_and_listed(
    hand: Hand, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its paper's day decides (PRACTICE B8): a clerk who was late pardons nobody."""
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.chi, scans.pdf())).status_code == 303
    imposed = await cases_made.imposed(case)
    with monkeypatch.context() as then:
        at = clock.now() + timedelta(days=40)
        then.setattr(clock, "now", lambda: at)
        assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_late_entry"
        ordered = case_acts.RemedyOrdered(
            document_id=document,
            decided_on=imposed.decided_on,
            why="time_over",
            reason="Hết thời hạn",
            confiscated=[],
            remedies=[],
            comply_days=10,
        )
        assert await case.refused(CaseAct.REMEDY_ORDERED, ordered) == "case_paper_missing"
        scan = (await case.facts()).papers[document].scan_sha256 or ""
        async with database.transaction():
            await by_hand.compare(document, scan, True, None, people.nga.actor("desk"))
    sanction = (await case.facts()).sanction
    assert sanction is not None
    assert sanction.late is not None, "entered with the comparison, and the fault recorded"
    assert ("late_entry", people.nga.id) in await listed(case)


async def test_the_public_page_names_the_party_of_the_paper_and_not_of_the_case(
    hand: Hand, people: People, client: httpx.AsyncClient
) -> None:
    case = await cases_made.sanctioned(people)
    party = (await case.facts()).party
    assert party
    other = {"violator": {"kind": "individual", "name": "Đinh Thị Khác Hẳn", "address": "Huế"}}
    reduced = await case.paper("MQĐ24", **other)
    said = (await client.get(f"/verify/{await code_of(reduced)}")).text
    assert masked("Đinh Thị Khác Hẳn") in said
    assert masked(party.name) not in said


async def test_what_nobody_compared_in_two_days_is_counted_on_the_list_of_exceptions(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ20", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    auditor = await hand.of(people.khanh)
    line = "quá 48 giờ chưa đối chiếu"
    assert f"{line}: 0" in (await auditor.http.get("/desk/exceptions")).text
    await database.execute(
        "UPDATE documents SET issued_at = issued_at - interval '49 hours' WHERE id = $1", document
    )
    assert f"{line}: 1" in (await auditor.http.get("/desk/exceptions")).text
    assert (await hand.compare(document, people.nga)).status_code == 303
    assert f"{line}: 0" in (await auditor.http.get("/desk/exceptions")).text


async def test_a_scan_that_was_sent_back_is_not_tried_on_the_next_who_compares(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ20", people.giang, drafter=people.chi)
    forged, right = scans.pdf(), scans.pdf(2)
    assert (await hand.scan(document, people.an, forged)).status_code == 303
    back = await hand.compare(document, people.nga, step="differs", reason="Không có chữ ký")
    assert back.status_code == 303
    again = await hand.scan(document, people.an, forged)
    assert (again.status_code, "đã bị trả lại" in again.text) == (409, True)
    assert (await hand.scan(document, people.an, right)).status_code == 303
    assert (await hand.scan(document, people.chi, scans.pdf(3))).status_code == 409, "one waits"
    answers = await asyncio.gather(
        hand.compare(document, people.nga), hand.compare(document, people.oanh)
    )
    assert sorted(one.status_code for one in answers) == [303, 409], "of two words one counts"


async def test_the_signer_s_scan_enters_the_decision_in_one_command(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ02", people.giang, drafter=people.chi, publish="yes")

    async def send(by: Person, data: bytes) -> int:
        desk = await hand.of(by)
        answer = await desk.http.post(
            f"/desk/documents/{document}/scan",
            data={"csrf_token": await desk.form_token()},
            files={"scan": ("quyet-dinh.pdf", data, "application/pdf")},
        )
        return answer.status_code

    assert await send(people.an, scans.pdf()) == 303, "an inspector's scan enters nothing"
    assert (await case.facts()).sanction is None
    back = await hand.compare(document, people.nga, step="differs", reason="Thiếu trang")
    assert back.status_code == 303
    assert await send(people.giang, scans.pdf(2)) == 303
    entered = (await case.facts()).sanction
    assert entered
    assert (entered.document_id, entered.publish) == (document, True)

"""A sheet that nobody signed bears no decision, takes no right and ends no file, whoever sent its scan."""

from typing import Any
from uuid import UUID

import pytest

from backend.core import clock
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, DeliveryMode, ExplanationMode
from schemas.core.ids import new_id
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, hand
from tests.support.cases_made import Case
from tests.support.people import People, Person

__all__ = ["hand"]


def declared(sheet: int | None = None) -> case_acts.ExplanationWaived:
    """That the violator does not ask to explain: by the minutes, or by his own writing under this sheet number."""
    return case_acts.ExplanationWaived(how="declared", at=clock.now(), reason="", sheet=sheet)


async def blank(hand: Hand, case: Case, form: str, by: Person, **said: Any) -> UUID:
    """Printed to be signed by hand, and a scan of it sent by its own maker: a sheet without a signature."""
    document, fields = new_id(), await cases_made.fields_of(form, by) | said
    fields |= await case.cited(form, fields)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, by)
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=sha256_hex(fields))
    await case.take(CaseAct.DOCUMENT_FINALISED, ready, by)
    desk = await hand.of(by)
    answer = await desk.post(
        f"/desk/documents/{document}/sign",
        fields_hash=sha256_hex(fields),
        by_hand="yes",
        alone="Trực một mình",
        **{f"effect.{CaseAct.EXPLANATION_RECEIVED}.alone": "Trực một mình"},
    )
    assert answer.status_code == 303, answer.text[-2000:]
    assert (await hand.scan(document, by, scans.pdf())).status_code == 303
    return document


async def sent_back(hand: Hand, document: UUID, by: Person) -> None:
    """A second person says that there is no signature on it."""
    answer = await hand.compare(document, by, step="differs", reason="Tờ trắng, không chữ ký")
    assert answer.status_code == 303, answer.text[-2000:]


async def minuted_by_hand(hand: Hand, people: People) -> tuple[Case, UUID]:
    """Violation minutes signed by hand, so they say, recorded while they wait for comparison."""
    case = await cases_made.inspected(people)
    document = await blank(hand, case, "MBB01", people.an)
    assert (await case.facts()).state == "violation_recorded", (
        "with the scan: nobody records it again"
    )
    await cases_made.approve(case)
    return case, document


async def test_nobody_is_fined_on_minutes_whose_scan_was_sent_back(
    hand: Hand, people: People
) -> None:
    case, minutes = await minuted_by_hand(hand, people)
    # What blank minutes "say" takes no right either.
    assert (
        await case.refused(CaseAct.EXPLANATION_WAIVED, declared(), people.an)
        == "case_paper_unconfirmed"
    )
    own = declared(await cases_made.written_by_party(case))
    await case.take(CaseAct.EXPLANATION_WAIVED, own, people.an)
    await sent_back(hand, minutes, people.chi)
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_minutes_sent_back"
    giang = await hand.of(people.giang)
    entered = await giang.post(
        f"/desk/cases/{case.id}/sanction/enter", document_id=str(imposed.document_id)
    )
    assert (entered.status_code, "chưa ai thấy biên bản có chữ ký" in entered.text) == (409, True)

    # The right sheet comes and is compared: now it bears the decision.
    assert (await hand.scan(minutes, people.an, scans.pdf(2))).status_code == 303
    assert (await hand.compare(minutes, people.chi)).status_code == 303
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)


@pytest.mark.usefixtures("first_edition")
async def test_what_follows_on_uncompared_minutes_waits_for_them(
    hand: Hand, people: People
) -> None:
    case, minutes = await minuted_by_hand(hand, people)
    own = declared(await cases_made.written_by_party(case))
    await case.take(CaseAct.EXPLANATION_WAIVED, own, people.an)
    # In force by law from their signing: the head may decide on them.
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, publish=True))
    published = case_execution_acts.SanctionPublished(
        document_id=case.papers["MQĐ02"],
        where="Cổng thông tin",
        published_on=cases_made.today(),
    )
    assert await case.refused(CaseAct.SANCTION_PUBLISHED, published) == "case_paper_unconfirmed"
    assert (await hand.compare(minutes, people.chi)).status_code == 303
    await case.take(CaseAct.SANCTION_PUBLISHED, published)


async def test_a_hearing_that_nobody_signed_takes_no_right_to_explain(
    hand: Hand, people: People
) -> None:
    case = await cases_made.recorded(people)
    await cases_made.approve(case)
    facts = await case.facts()
    assert facts.recorded
    paper = facts.papers[facts.recorded.document_id]
    named = {
        "violation_minutes_number": paper.number,
        "violation_minutes_date": str(paper.issued_on),
        "started_at": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
        "ended_at": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
    }
    hearing = await blank(hand, case, "MBB03", people.an, **named)
    explained = case_acts.ExplanationReceived(
        mode=ExplanationMode.DIRECT,
        received_at=clock.now(),
        content="Không có ý kiến gì",
        accepted=False,
        document_id=hearing,
    )
    assert (
        await case.refused(CaseAct.EXPLANATION_RECEIVED, explained, people.an)
        == "case_paper_unconfirmed"
    )
    assert (await case.facts()).state == "violation_recorded"
    assert (await hand.compare(hearing, people.chi)).status_code == 303
    assert (await case.facts()).state == "decision_due", "recorded with the comparison"


async def test_no_file_ends_or_is_handed_on_by_a_sheet_that_nobody_signed(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    report = await blank(hand, case, "BC", people.an)
    declined = case_acts.SanctionDeclined(reason="Không đủ căn cứ", document_id=report, why="other")
    handed = case_acts.CaseTransferred(
        to="Ủy ban nhân dân xã", why="other_field", reason="Khác lĩnh vực", document_id=report
    )
    assert await case.refused(CaseAct.SANCTION_DECLINED, declined) == "case_paper_unconfirmed"
    assert await case.refused(CaseAct.CASE_TRANSFERRED, handed) == "case_paper_unconfirmed"
    referral = await blank(hand, case, "MQĐ33", people.giang)
    referred = case_acts.CrimeReferred(
        to="Công an", document_id=referral, reason="Có dấu hiệu tội phạm"
    )
    assert await case.refused(CaseAct.CRIME_REFERRED, referred) == "case_paper_unconfirmed"
    assert (await case.facts()).state == "decision_due"
    assert (await hand.compare(report, people.nga)).status_code == 303
    await case.take(CaseAct.SANCTION_DECLINED, declined)


async def test_a_refusal_that_nobody_signed_delivers_no_decision(
    hand: Hand, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    facts = await case.facts()
    decision = facts.papers[case.papers["MQĐ02"]]
    minutes = await blank(
        hand,
        case,
        "MBB06",
        people.an,
        violator=decision.fields["violator"],
        decision_number=decision.number,
        decision_date=str(decision.issued_on),
    )
    delivered = case_execution_acts.DecisionDelivered(
        document_id=decision.id,
        mode=DeliveryMode.REFUSED,
        delivered_on=cases_made.today(),
        deemed=True,
        attempts=1,
        proof="Từ chối nhận",
        receiver="Trần Văn Mẫu",
        proof_document_id=minutes,
    )
    assert (
        await case.refused(CaseAct.DECISION_DELIVERED, delivered, people.an)
        == "case_paper_unconfirmed"
    )
    assert (await hand.compare(minutes, people.chi)).status_code == 303
    assert (await case.facts()).delivered_on == cases_made.today(), "with the comparison"

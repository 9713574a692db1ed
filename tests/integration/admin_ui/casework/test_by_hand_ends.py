"""Papers signed by hand: small units, what is given up, and what stood before scans were asked for."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from backend.casework.cases import events
from backend.casework.prefill import parts
from backend.casework.queries import cases as queries
from backend.casework.rules import by_hand
from backend.core import clock, database
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from backend.ledger.kept import Kept
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.words import CaseAct, CaseState, DeliveryMode
from schemas.core.ids import new_id
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, code_of, hand
from tests.support.people import People

__all__ = ["hand"]


async def test_a_unit_of_three_has_its_parent_compare(hand: Hand, people: People) -> None:
    case = await cases_made.inspected(people)
    document = await hand.print(case, "MQĐ24", people.giang)
    await hand.scan(document, people.chi, scans.pdf())
    assert (
        await database.fetchval(
            "SELECT count(*) FROM officers WHERE unit_id = $1", people.an.unit.unit_id
        )
        == 4
    )
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.cuc.id)
    refused = await hand.compare(document, people.an)
    assert (refused.status_code, "đơn vị cấp trên" in refused.text) == (409, True)
    my = await hand.of(people.my)
    ghost = {
        "full_name": "Nguyễn Ma",
        "username": "nguyen.ma",
        "unit_id": str(people.an.unit.unit_id),
        "language": "vi",
        "officer_number": "",
    }
    assert (await my.post("/desk/people/new", **ghost)).status_code == 303
    refused = await hand.compare(document, people.an)
    assert refused.status_code == 409, "who is only registered makes no small unit larger"
    assert (await hand.compare(document, people.nga)).status_code == 303


async def test_who_printed_it_gives_it_up_and_its_number_is_void(
    hand: Hand, people: People, client: httpx.AsyncClient
) -> None:
    case = await cases_made.inspected(people)
    document = await hand.print(case, "MQĐ24", people.giang, drafter=people.an)
    given_up = case_side_acts.DocumentDiscarded(document_id=document, reason="In nhầm")
    assert (
        await case.refused(CaseAct.DOCUMENT_DISCARDED, given_up, people.an)
        == "case_printed_by_other"
    )
    answer = await (await hand.of(people.giang)).post(
        f"/desk/documents/{document}/discard", reason="In nhầm"
    )
    assert answer.status_code == 303
    state = await database.fetchval(
        "SELECT state FROM document_numbers WHERE document_id = $1", document
    )
    assert state == "void"
    public = await client.get(f"/verify/{await code_of(document)}")
    assert "không có giá trị" in public.text


async def test_what_was_in_force_by_hand_before_stays_is_listed_and_may_be_compared(
    hand: Hand, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paper of the older rules, as the ledger has it: issued with no signature and no scan."""
    case = await cases_made.due(people)
    document, fields = new_id(), await cases_made.fields_of("MQĐ24", people.giang)
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form="MQĐ24",
        form_version=forms.newest("MQĐ24"),
        fields=fields,
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft)
    hashed = sha256_hex(fields)
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    await case.take(CaseAct.DOCUMENT_FINALISED, ready)
    issued = case_side_acts.DocumentIssued(
        document_id=document,
        form="MQĐ24",
        form_version=forms.newest("MQĐ24"),
        fields_hash=hashed,
        number="7/QĐ-TL",
        issued_on=cases_made.today(),
        issued_at=clock.now() - timedelta(days=3),
        issuer_title="Chi cục trưởng",
        code="0" * 8 + document.hex[:20].upper(),
        sha256="0" * 64,
        size=1000,
        pages=2,
        signature_level="none",
        signer=None,
        alone="Trực một mình",
    )
    with monkeypatch.context() as then:
        then.setattr(by_hand, "NO_SIGNATURE", "a word that no rule knew then")
        # Another process, which has another rule, keeps what it folds for itself.
        then.setattr(events, "KEPT", Kept(queries.acts_since, events._fold, events._share))
        await case.take(CaseAct.DOCUMENT_ISSUED, issued)
    # As the migration left it.
    await database.execute("UPDATE documents SET hand = 'older' WHERE id = $1", document)
    paper = (await case.facts()).papers[document]
    assert (paper.stands, paper.hand) == (True, "older")
    nga = await hand.of(people.nga)
    assert "7/QĐ-TL" in (await nga.http.get("/desk/by-hand")).text
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    assert (await case.facts()).papers[document].stands
    assert (await hand.compare(document, people.nga)).status_code == 303
    assert "7/QĐ-TL" not in (await nga.http.get("/desk/by-hand")).text
    assert (await case.facts()).state == CaseState.DECISION_DUE


async def printed_about(
    hand: Hand, case: cases_made.Case, form: str, about: UUID, **said: object
) -> UUID:
    """The head's decision about another one, printed to be signed by hand."""
    document, by = new_id(), case.people.giang
    paper = (await case.facts()).papers[about]
    assert paper.issued_on is not None
    named = {"decision_number": paper.number, "decision_date": paper.issued_on.isoformat()}
    named |= {"violator": parts.party((await case.facts()).party)}
    fields = await cases_made.fields_of(form, by) | cases_made.known_to(form, named) | said
    draft = case_side_acts.DocumentDrafted(
        document_id=document,
        form=form,
        form_version=forms.newest(form),
        fields=fields,
        replaces=about,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft, case.people.chi)
    hashed = sha256_hex(fields)
    ready = case_side_acts.DocumentFinalised(document_id=document, fields_hash=hashed)
    await case.take(CaseAct.DOCUMENT_FINALISED, ready, by)
    desk = await hand.of(by)
    more = {"despite": "Đã hỏi pháp chế"} if form == "MQĐ04" else {}
    answer = await desk.post(
        f"/desk/documents/{document}/sign", fields_hash=hashed, by_hand="yes", **more
    )
    assert answer.status_code == 303, answer.text[:2000]
    return document


async def test_a_blank_sheet_cancels_no_decision(hand: Hand, people: People) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    annulment = await printed_about(hand, case, "MQĐ40", decision)
    assert (await hand.scan(annulment, people.giang, scans.pdf())).status_code == 303
    assert (await case.facts()).papers[decision].state == "signed"
    cancelled = case_side_acts.DocumentCancelled(
        document_id=decision, by=annulment, reason="Ban hành sai"
    )
    assert await case.refused(CaseAct.DOCUMENT_CANCELLED, cancelled) == "case_paper_unconfirmed"
    differs = await hand.compare(annulment, people.nga, step="differs", reason="Tờ trắng")
    assert differs.status_code == 303
    assert (await case.facts()).papers[decision].state == "signed"

    assert (await hand.scan(annulment, people.giang, scans.pdf(2))).status_code == 303
    assert (await hand.compare(annulment, people.nga)).status_code == 303
    facts = await case.facts()
    assert facts.papers[decision].state == "cancelled", (
        "the head signed it: it waited for this alone"
    )
    assert facts.state == "annulled"


async def test_a_head_s_comparison_cancels_in_the_same_breath(hand: Hand, people: People) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    annulment = await printed_about(hand, case, "MQĐ40", decision)
    assert (await hand.scan(annulment, people.giang, scans.pdf())).status_code == 303
    assert (await hand.compare(annulment, people.hai)).status_code == 303
    assert (await case.facts()).papers[decision].state == "cancelled"


async def test_a_blank_sheet_waives_no_fine_and_ends_no_execution(
    hand: Hand, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    fine = (await case.facts()).fine
    delivered = case_execution_acts.DecisionDelivered(
        document_id=case.papers["MQĐ02"],
        delivered_on=cases_made.today(),
        mode=DeliveryMode.DIRECT,
        attempts=1,
        deemed=False,
        proof_document_id=None,
        receiver="Trần Văn Mẫu",
        proof="Ký nhận",
    )
    await case.take(CaseAct.DECISION_DELIVERED, delivered)
    less = await printed_about(hand, case, "MQĐ04", case.papers["MQĐ02"], amount=fine)
    assert (await hand.scan(less, people.giang, scans.pdf())).status_code == 303
    reduced = case_execution_acts.FineReduced(
        document_id=less, by=fine, reason="Hoàn cảnh khó khăn"
    )
    assert await case.refused(CaseAct.FINE_REDUCED, reduced) == "case_paper_unconfirmed"
    assert (await case.facts()).fine == fine
    assert (await hand.compare(less, people.nga)).status_code == 303
    assert (await case.facts()).fine == 0, "compared, it has the effect that its signer gave it"


async def test_who_sends_the_scan_does_not_vouch_for_it(hand: Hand, people: People) -> None:
    case = await cases_made.due(people)
    document = await hand.print(case, "MQĐ20", people.giang, drafter=people.chi)
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    refused = await hand.compare(document, people.an)
    assert refused.status_code == 409
    assert "người gửi bản quét" in refused.text
    assert (await hand.compare(document, people.nga)).status_code == 303

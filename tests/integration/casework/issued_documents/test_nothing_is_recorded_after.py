"""What a paper does not say is said where it is signed or printed; its effect enters in the same command."""

from typing import Any
from uuid import UUID

import msgspec
import pytest

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, CaseState, ExhibitState
from tests.integration.casework.issued_documents.test_signed_is_in_force import (
    at_once,
    clocks,
    deliver,
    issuer,
    ready,
    sign,
)
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, hand
from tests.support.case_papers import COMPLEX, in_days, rows
from tests.support.cases_made import Case
from tests.support.people import People
from tests.support.signing import Authority

__all__ = ["hand", "issuer"]
pytestmark = [pytest.mark.long, pytest.mark.usefixtures("issuer")]


async def minutes_of(case: Case) -> dict[str, Any]:
    """Number and day of the recorded minutes, as a hearing's minutes name them."""
    facts = await case.facts()
    assert facts.recorded
    paper = facts.papers[facts.recorded.document_id]
    day = {"violation_minutes_date": str(paper.issued_on)}
    return {"violation_minutes_number": paper.number} | day


async def forms_after(case: Case) -> list[str]:
    """Acts of papers in force that the case's page asks somebody to record."""
    from backend.casework.drafting import service as drafting

    found = await drafting.unentered(case.id, case.head.actor("desk"))
    return [str(kind) for _, kind in found]


async def test_violation_minutes_and_the_hearing_are_recorded_by_their_signatures(
    people: People, issuer: Authority
) -> None:
    """Law Arts 58 and 61; the grounds for two months to decide (Art 66.1.c) are said by the maker."""
    del issuer
    case = await cases_made.inspected(people)
    said = cases_made.minutes(cases_made.party(), [cases_made.violation()])
    said = cases_made.signed_by("MBB01", said, people.an)
    answers = {"complex": True, "victims": ["Bà Lê Thị Mua"], "violations": [{}]} | COMPLEX
    await sign(case, "MBB01", people.an, answers=answers, **said)
    facts = await case.facts()
    assert (facts.state, await forms_after(case)) == (CaseState.VIOLATION_RECORDED, [])
    assert facts.recorded is not None
    assert facts.recorded.complex
    assert facts.recorded.victims == ["Bà Lê Thị Mua"]
    assert facts.recorded.explanation_right, "the decree gives it, and so do the minutes"
    assert "D12" in await clocks(case)

    accepted = {"act": "explanation.received", "accepted": True, "alone": "Chưa có đơn riêng"}
    said = at_once() | await minutes_of(case)
    await sign(case, "MBB03", people.an, answers=accepted, **said)
    facts = await case.facts()
    assert (facts.state, await forms_after(case)) == (CaseState.DECISION_DUE, [])
    assert facts.explanations[-1].accepted


async def test_minutes_of_an_unknown_behaviour_are_not_signed_before_it_is_named(
    people: People, issuer: Authority
) -> None:
    from backend.casework.rules.signed_effects import AnswerNeeded

    del issuer
    case = await cases_made.inspected(people)
    said = cases_made.minutes(cases_made.party(), [cases_made.violation()])
    said = cases_made.signed_by("MBB01", said, people.an)
    (row,) = said["violations"]
    plain = {name: one for name, one in row.items() if name not in ("code", "catalogue_version")}
    said |= {"violations": [plain | {"wording": "Bán hàng không niêm yết giá"}]}
    with pytest.raises(AnswerNeeded):
        await sign(case, "MBB01", people.an, **said)
    assert (await case.facts()).state == CaseState.INSPECTED

    outside = {"decree": "Nghị định số 87/2024/NĐ-CP", "field": "price"}
    answers = {"violations": [{"outside": outside}]}
    await sign(case, "MBB01", people.an, answers=answers, **said)
    facts = await case.facts()
    assert facts.recorded is not None
    assert facts.recorded.violations[0].outside is not None


async def test_goods_are_destroyed_by_the_minutes_that_carry_out_the_head_s_order(
    people: People, issuer: Authority
) -> None:
    """Practice B6: the order and the minutes are of two hands; nobody records it a third time."""
    del issuer
    case = await cases_made.due(people)
    exhibit = cases_made.exhibit()
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit), people.an)
    imposed = await cases_made.imposed(case, confiscated=[exhibit.exhibit_id])
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    goods = rows(await case.facts(), [exhibit.exhibit_id])
    order = await sign(case, "MQĐ16", people.giang, exhibits=goods)
    await sign(case, "MBB21", people.an, order, exhibits=goods, **at_once())
    (held,) = (await case.facts()).exhibits.values()
    assert (held.state, await forms_after(case)) == (ExhibitState.DESTROYED, [])


async def test_the_handover_of_the_file_refers_what_the_head_said_when_signing_the_decision(
    people: People, issuer: Authority
) -> None:
    """Law Art 62.1: of two violations one goes to the prosecution, the other stays."""
    del issuer
    two = [cases_made.violation(), cases_made.violation()]
    case = await cases_made.recorded(people, *two)
    decision = await sign(case, "MQĐ33", people.giang, answers={"part": ["1"]})
    await sign(case, "MBB28", people.an, decision, **at_once())
    facts = await case.facts()
    assert facts.state == CaseState.VIOLATION_RECORDED, "the other is still to be decided"
    assert facts.recorded is not None
    assert len(facts.recorded.violations) == 1
    assert CaseAct.CRIME_REFERRED in {one.type for one in facts.events}


async def printed(hand: Hand, case: Case, document: UUID, hashed: str, **said: str) -> None:
    """Print a paper at its signer's desk, who answers there what it does not say."""
    giang = await hand.of(case.people.giang)
    answer = await giang.post(
        f"/desk/documents/{document}/sign",
        fields_hash=hashed,
        by_hand="yes",
        alone="Trực một mình",
        **said,
    )
    assert answer.status_code == 303, answer.text[-3000:]


async def test_a_suspension_signed_by_hand_takes_effect_with_its_comparison(
    hand: Hand, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await deliver(case, decision)
    paper, hashed = await ready(case, "MQĐ31", people.giang, decision)
    giang = await hand.of(people.giang)
    unsaid = await giang.post(
        f"/desk/documents/{paper}/sign", fields_hash=hashed, by_hand="yes", alone="Trực một mình"
    )
    assert unsaid.status_code == 422, "the ground stands on no line of the form (MQĐ31)"
    reason = {"effect.crime.suspected.reason": "Giá trị hàng đến mức truy cứu hình sự"}
    await printed(hand, case, paper, hashed, **{"effect.act": "crime.suspected"} | reason)
    assert (await hand.scan(paper, people.an, scans.pdf())).status_code == 303
    facts = await case.facts()
    assert (facts.state, await forms_after(case)) == (CaseState.DELIVERED, [])
    assert (await hand.compare(paper, people.nga)).status_code == 303
    facts = await case.facts()
    assert (facts.state, await forms_after(case)) == (CaseState.SUSPENDED, [])
    assert facts.suspension is not None
    assert facts.suspension.document_id == paper


async def test_a_decision_signed_by_hand_enters_as_its_signer_said_and_not_before_it_is_seen(
    hand: Hand, people: People
) -> None:
    """PRACTICE B3. Who merely sends a scan decides nothing: the second person has seen it signed."""
    case = await cases_made.due(people)
    paper = await hand.ready(case, "MQĐ02", people.giang)
    hashed = (await case.facts()).papers[paper].fields_hash
    await printed(hand, case, paper, hashed, publish="yes")
    assert (await hand.scan(paper, people.an, scans.pdf())).status_code == 303
    assert (await case.facts()).state == CaseState.DECISION_DUE
    assert (await hand.compare(paper, people.nga)).status_code == 303
    facts = await case.facts()
    assert facts.state == CaseState.SANCTIONED
    assert facts.sanction is not None
    assert facts.sanction.publish, "as the signer ticked when it was printed"


async def test_a_decision_that_its_signer_scans_is_entered_with_the_scan(
    hand: Hand, people: People
) -> None:
    case = await cases_made.due(people)
    paper = await hand.print(case, "MQĐ02", people.giang)
    assert (await hand.scan(paper, people.giang, scans.pdf())).status_code == 303
    assert (await case.facts()).state == CaseState.SANCTIONED


def test_old_acts_say_nothing_besides_their_papers() -> None:
    told = {"document_id": str(UUID(int=1)), "inspection_id": str(UUID(int=2)), "form": "MBB01"}
    told |= {"form_version": 1, "fields": {}, "number": "1", "issued_on": str(in_days(0))}
    act = msgspec.convert(told | {"pages": 1}, case_side_acts.DocumentAdopted)
    assert act.said is None

"""A decision that a signed MQĐ40 cancels whole is carried out no more, whoever enters the annulment when; over HTTP."""

from typing import Any

import pytest
from litestar import Litestar

from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.casework.cases.test_beyond_the_paper import ready, signs
from tests.integration.casework.cases.test_life import delivered
from tests.support import cases_made, scans
from tests.support.by_hand import Hand, hand
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

__all__ = ["hand"]
pytestmark = pytest.mark.usefixtures("pool")


async def fields(case: Case, **changed: Any) -> dict[str, Any]:
    """What an annulment of the case's decision says."""
    paper = (await case.facts()).papers[case.papers["MQĐ02"]]
    named = {"decision_number": paper.number, "decision_date": str(paper.issued_on)}
    return cases_made.example("MQĐ40") | named | changed


async def test_between_the_annulment_s_signature_and_its_entry_nothing_is_carried_out(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await case.change("MQĐ40", decision)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    status, said = await act(an, case, "decision.delivered", **delivery(decision))
    assert (status, str((await case.facts()).state)) == (409, "sanctioned")
    assert "MQĐ40" in said
    assert "ghi việc hủy bỏ" in said
    published = {"document_id": decision, "where": "Cổng", "published_on": today()}
    assert (await act(giang, case, "sanction.published", **published))[0] == 409
    shown = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "/acts/decision.delivered" not in shown


async def test_an_annulment_of_a_later_day_stops_nothing_yet(app: Litestar, people: People) -> None:
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    later_day = str(cases_made.in_days(5))
    await case.change("MQĐ40", decision, effective_on=later_day)
    an = await Desk.of(app, people.an, people)
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    with later(days=6):
        an = await Desk.of(app, people.an, people)
        late = payment(paid_on=str(today()))
        assert (await act(an, case, "payment.received", **late))[0] == 409


async def test_an_annulment_signed_by_hand_holds_execution_from_its_scan_until_it_is_sent_back(
    app: Litestar, people: People, hand: Hand
) -> None:
    """In force by law from its signing; what cannot be taken back waits for the comparison (PRACTICE B3)."""
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    document = await ready(case, "MQĐ40", people.giang, await fields(case), decision)
    giang = await hand.of(people.giang)
    assert (await signs(giang, case, document))[0] == 303
    chi = await hand.of(people.chi)
    filed = {"title": "Quyết định cưỡng chế", "sheets": 1}
    assert (await act(giang, case, "sheets.filed", **filed))[0] == 303
    sheet = (await case.facts()).last_sheet
    done = {"completed_on": today()}
    assert (await hand.scan(document, people.an, scans.pdf())).status_code == 303
    status, said = await act(chi, case, "execution.completed", **done)
    assert (status, "không thi hành" in said) == (409, True)
    with later(days=20):
        giang = await Desk.of(app, people.giang, people)
        forced = {"measure": "Khấu trừ", "decided_on": today(), "sheet": sheet, "alone": "Trực"}
        status, said = await act(giang, case, "enforcement.ordered", **forced)
        assert (status, "không thi hành" in said) == (409, True)
    # Money that came on or before its day is entered all the same.
    assert (await act(chi, case, "payment.received", **payment()))[0] == 303
    answer = await hand.compare(document, people.nga, step="differs", reason="Không có chữ ký")
    assert answer.status_code == 303, answer.text[-500:]
    assert (await act(await hand.of(people.hai), case, "execution.completed", **done))[0] == 303

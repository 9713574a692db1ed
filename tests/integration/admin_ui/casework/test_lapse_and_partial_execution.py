"""What goes on when the fine does not: after a year, and after a death.

Played at the desk, by forms as a browser sends them (Law on Handling Administrative Violations Arts 7, 74, 75).
"""

from datetime import timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend.casework.clocks import service as case_clocks
from backend.casework.issued_documents import service as issued_documents
from backend.casework.prior_offences import service as prior_offences
from backend.core import clock
from backend.core.local_time import day_of
from schemas.casework.prior_offences import PartyIdentity
from schemas.casework.words import CaseAct
from schemas.law.deadlines import Clock
from schemas.law.sanctions import Remedy, RemedyKind
from tests.integration.admin_ui.casework.test_by_papers_not_by_word import sheet
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.support import cases_made
from tests.support.by_hand import code_of
from tests.support.cases_made import Case, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")

MEASURE = "Buộc tiêu hủy hàng hóa gây hại cho sức khỏe con người"


async def ordered(people: People, **beside: Any) -> Case:
    """A decision with a fine of 5,000,000 đồng and one remedy."""
    case = await cases_made.due(people)
    plain = await cases_made.order()
    remedies = [Remedy(kind=RemedyKind.DESTROY, text_vi=MEASURE)]
    wanted = type(plain)(
        **{name: getattr(plain, name) for name in plain.__struct_fields__} | {"remedies": remedies}
    )
    await case.take(
        CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case, order=wanted, **beside)
    )
    return case


async def desks(app: Litestar, people: People) -> tuple[Desk, Desk, Desk]:
    return (
        await Desk.of(app, people.giang, people),
        await Desk.of(app, people.an, people),
        await Desk.of(app, people.chi, people),
    )


async def clocks(case: Case, rule: str) -> list[Clock]:
    return [one for one in await case_clocks.clocks_of(case.id) if one.rule == rule]


async def test_after_a_year_the_fine_lapses_and_the_remedy_is_left(
    app: Litestar, people: People
) -> None:
    case = await ordered(people)
    giang, an, _ = await desks(app, people)
    assert (await act(an, case, "decision.delivered", **delivery(case.papers["MQĐ02"])))[0] == 303
    lapsed = {"lapsed_on": today(), "reason": "Không thi hành được"}
    assert (await act(giang, case, "execution.lapsed", **lapsed))[0] == 409, "too early"
    with later(days=400):
        giang, an, chi = await desks(app, people)
        (statute,) = await clocks(case, "D18")
        first = day_of(statute.due_at)
        page = await giang.http.get(f"/desk/cases/{case.id}/acts/execution.lapsed")
        assert f'value="{first:%d/%m/%Y}"' in page.text
        status, said = await act(giang, case, "execution.lapsed", **lapsed)
        assert status == 409, "not from the day that it was written down"
        status, said = await act(
            giang, case, "execution.lapsed", **(lapsed | {"lapsed_on": clock.today()})
        )
        assert status == 409
        assert f"{first:%d/%m/%Y}" in said
        lapsed["lapsed_on"] = first
        status, said = await act(giang, case, "execution.lapsed", **lapsed)
        assert (status, (await case.facts()).state) == (303, "lapsed"), said
        code = await code_of(case.papers["MQĐ02"])
        told = await issued_documents.find_public(code, "192.0.2.1")
        assert (told.state, "hết thời hiệu thi hành" in told.state_text.vi) == ("lapsed", True)
        # D20 starts from that day, and the prior offence counts until it ends.
        (counts,) = await clocks(case, "D20")
        assert day_of(counts.trigger_at) == first
        party = (await case.facts()).party
        assert party is not None
        asked = PartyIdentity(
            subject_id=None,
            name=party.name,
            address=party.address,
            tax_code=party.tax_code,
            identity_number=party.identity_number,
        )
        (found,) = (await prior_offences.find(people.giang.actor("desk"), asked)).cases
        assert found.lapses_on == day_of(counts.due_at - timedelta(microseconds=1))
        assert found.standing == "counts"
        # The remedy is left: it is not archived without it, and still carried out; the fine is not.
        assert (await act(an, case, "payment.received", **payment(paid_on=clock.today())))[0] == 409
        archived = {"archived_on": clock.today()}
        status, said = await act(giang, case, "case.archived", **archived)
        assert status == 409
        assert "1 biện pháp" in said
        page = await an.http.get(f"/desk/cases/{case.id}")
        assert "remedy.carried_out" in page.text
        done = {"remedy": "0", "done_on": clock.today()}
        assert (await act(an, case, "remedy.carried_out", **done))[0] == 303
        assert (await act(giang, case, "case.archived", **archived))[0] == 303
        del chi
    with later(days=800):
        (found,) = (await prior_offences.find(people.giang.actor("desk"), asked)).cases
        assert found.standing == "lapsed"


async def test_after_a_death_the_fine_stops_and_the_heir_carries_the_remedy_out(
    app: Litestar, people: People
) -> None:
    case = await ordered(people)
    giang, an, chi = await desks(app, people)
    decision = case.papers["MQĐ02"]
    assert (await act(an, case, "decision.delivered", **delivery(decision)))[0] == 303
    paid = payment(amount="1.000.000")
    assert (await act(an, case, "payment.received", **paid))[0] == 303
    wanted: dict[str, Any] = {"why": "dead", "on": today(), "successor": "Trần Văn Minh (con)"}
    assert (await act(giang, case, "execution.partial", **wanted))[0] in (409, 422), "no proof"
    wanted["sheet"] = await sheet(an, case, "Trích lục khai tử")
    status, said = await act(giang, case, "execution.partial", **wanted)
    assert status == 409
    assert "MQĐ17" in said
    party = (await case.facts()).party
    assert party is not None
    given = {"fine_stopped": 4_000_000, "measures": [MEASURE], "ground": "missing"}
    other = await case.following("MQĐ17", about=decision, **given)
    status, said = await act(giang, case, "execution.partial", **wanted, document_id=other)
    assert status == 409, "the paper says another ground"
    heir = {"kind": "individual", "name": "Trần Văn Minh", "address": party.address}
    given |= {"ground": "dead", "successor": heir}
    paper = await case.following("MQĐ17", about=decision, **given)
    status, said = await act(giang, case, "execution.partial", **wanted, document_id=paper)
    assert (status, (await case.facts()).state) == (303, "executing"), said
    facts = await case.facts()
    assert (facts.fine, facts.paid, facts.stopped) == (1_000_000, 1_000_000, 4_000_000)
    assert {one.state for one in await clocks(case, "D15")} == {"not_applicable"}
    (sending,) = await clocks(case, "P09.send")
    assert sending.met_at is None
    handed = delivery(paper)
    handed.pop("attempts")
    assert (await act(an, case, "document.delivered", **handed))[0] == 303
    (sending,) = await clocks(case, "P09.send")
    assert sending.met_at is not None
    # What was paid before the death is still entered, nothing after it.
    more = payment(amount="500.000", receipt_number="KB-2")
    assert (await act(an, case, "payment.received", **more))[0] == 303
    assert (await case.facts()).stopped == 3_500_000
    with later(days=2):
        giang, an, chi = await desks(app, people)
        late = payment(amount="1.000", receipt_number="KB-3", paid_on=clock.today())
        assert (await act(an, case, "payment.received", **late))[0] in (409, 422)
        ended = {"completed_on": clock.today()}
        status, said = await act(giang, case, "execution.completed", **ended)
        assert status == 409
        assert "1 biện pháp" in said
        done = {"remedy": "0", "done_on": clock.today()}
        assert (await act(an, case, "remedy.carried_out", **done))[0] == 303
        status, said = await act(giang, case, "execution.completed", **ended)
        assert (status, (await case.facts()).state) == (303, "executed"), said
        del chi


async def test_a_fine_alone_stops_without_a_decision_and_an_exhausted_estate_ends_it(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    giang, an, _ = await desks(app, people)
    proof = await sheet(an, case, "Quyết định tuyên bố phá sản")
    wanted = {"why": "bankrupt", "on": today(), "sheet": proof}
    status, said = await act(giang, case, "execution.partial", **wanted)
    assert (status, (await case.facts()).state) == (303, "executing"), said
    assert (await act(giang, case, "execution.partial", **wanted))[0] == 409, "once"
    status, said = await act(giang, case, "execution.completed", completed_on=today())
    assert (status, (await case.facts()).state) == (303, "executed"), said

    other = await ordered(people, twice="Cửa hàng khác")
    proof = await sheet(an, other, "Trích lục khai tử")
    old = today() - timedelta(days=70)
    paper = await other.following(
        "MQĐ17", about=other.papers["MQĐ02"], fine_stopped=5_000_000, measures=[MEASURE]
    )
    wanted = {"why": "dead", "on": old, "sheet": proof, "document_id": paper}
    status, said = await act(giang, other, "execution.partial", **wanted)
    assert status == 409
    assert "60 ngày" in said
    wanted["late"] = "Gia đình báo muộn"
    assert (await act(giang, other, "execution.partial", **wanted))[0] == 303
    ended = {"completed_on": today(), "undone": "Không còn di sản"}
    status, said = await act(giang, other, "execution.completed", **ended)
    assert (status, (await other.facts()).state) == (303, "executed"), said

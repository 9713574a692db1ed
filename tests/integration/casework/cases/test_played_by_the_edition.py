"""Cases under the newest edition of the law book, played at the desk: amended, annulled, postponed, reduced."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.casework.clocks import telling
from backend.casework.derived import states
from backend.casework.drafting import service as drafting
from backend.core import clock, database
from backend.core.local_time import day_of
from backend.law.rules.spans import months_after
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct
from schemas.core.ids import new_id
from schemas.law.deadlines import Clock
from schemas.law.provisions import RemedyKind
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.casework.cases.test_the_right_violator import again
from tests.support import cases_made
from tests.support.cases_made import Case, today, written_by_party
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People
from tests.support.played import Played

pytestmark = pytest.mark.usefixtures("pool", "newest_edition")


async def clocks(case: Case) -> dict[str, Clock]:
    """The case's clocks by rule, the newest of each."""
    return {one.rule: one for one in telling.clocks_of(await case.facts(), clock.now())}


def last_day(found: Clock) -> date:
    """The last day of a clock."""
    return day_of(found.due_at - timedelta(microseconds=1))


async def test_an_amended_fine_is_complied_with_from_its_receipt_and_executed_from_its_day(
    played: Played, app: Litestar, people: People
) -> None:
    case, decision, giang, an = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    first = last_day((await clocks(case))["D15"])
    with later(days=5):
        giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
        by = await case.change("MQĐ38", decision, total_fine=4_000_000)
        wanted = {"document_id": decision, "by": by, "reason": "Sửa mức phạt"}
        assert (await act(giang, case, "document.amended", **wanted))[0] == 303
        signed_on = clock.today()
        assert last_day((await clocks(case))["D15"]) == first
        assert last_day((await clocks(case))["D18"]) >= months_after(signed_on, 12)
    with later(days=8):
        an = await Desk.of(app, people.an, people)
        handed = delivery(by) | {"delivered_on": clock.today()}
        handed.pop("attempts")
        status, said = await act(an, case, "document.delivered", **handed)
        assert status == 303, said
        assert last_day((await clocks(case))["D15"]) >= clock.today() + timedelta(days=10)
        paid = payment(amount="4.000.000", paid_on=clock.today())
        assert (await act(an, case, "payment.received", **paid))[0] == 303
        page = (await an.http.get(f"/desk/cases/{case.id}")).text
        assert "Sửa đổi, đính chính" in page
    assert (await case.facts()).fine == 4_000_000


async def test_annulled_it_is_decided_anew_after_verification_and_money_is_set_off(
    played: Played, people: People
) -> None:
    case, decision, giang, an = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    part = payment(amount="2.000.000")
    assert (await act(an, case, "payment.received", **part))[0] == 303
    by = await case.cancelled(decision, ground="procedure")
    gone = {"document_id": decision, "by": by, "ground": "procedure", "reason": "Theo MQĐ40"}
    assert (await act(giang, case, "decision.annulled", **gone))[0] == 303
    assert (await clocks(case))["D15"].moot_at is not None
    minutes = await case.paper("MBB05", people.an)
    status, said = await act(giang, case, "decision.due_again", **again(minutes))
    assert status == 303, said
    found = await clocks(case)
    assert found["P05"].met_at is None
    # The statute binds the new decision too, counted as before; one can rely on its last day but one.
    assert (found["D19"].met_at, found["D19"].trigger_act) == (None, "decision.due_again")
    ended_on = cases_made.violation().ended_on
    assert day_of(found["D19"].trigger_at) == ended_on
    safe = found["D19"].safe_day
    assert safe is not None
    assert safe < last_day(found["D19"])
    read = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert f"Chắc chắn còn thời hiệu đến hết ngày {safe:%d/%m/%Y}" in read
    case.papers.pop("MQĐ02")
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    facts = await case.facts()
    assert (str(facts.state), facts.fine - facts.paid) == ("sanctioned", 3_000_000)
    assert (await clocks(case))["P05"].met_at is not None
    fresh = delivery(case.papers["MQĐ02"])
    assert (await act(giang, case, "decision.delivered", **fresh))[0] == 303
    over = payment(amount="3.000.001", receipt_number="KB-2")
    assert (await act(an, case, "payment.received", **over))[0] == 409
    rest = payment(amount="3.000.000", receipt_number="KB-2")
    assert (await act(an, case, "payment.received", **rest))[0] == 303
    assert (await act(giang, case, "execution.completed", completed_on=today()))[0] == 303


async def test_annulled_by_article_65_only_remedies_follow(played: Played, people: People) -> None:
    case, decision, giang, _ = played
    by = await case.cancelled(decision, ground="law_65_1")
    gone = {"document_id": decision, "by": by, "ground": "law_65_1", "reason": "Theo MQĐ40"}
    assert (await act(giang, case, "decision.annulled", **gone))[0] == 303
    minutes = await case.paper("MBB05", people.an)
    status, said = await act(giang, case, "decision.due_again", **again(minutes))
    assert (status, "chỉ tịch thu hoặc buộc khắc phục" in said) == (409, True)
    assert CaseAct.SANCTION_IMPOSED not in states.possible((await case.facts()).state)
    ordered = case_acts.RemedyOrdered(
        document_id=minutes,
        decided_on=today(),
        why="other",
        reason="Không ra quyết định xử phạt, Điều 65",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
    )
    paper = await cases_made.remedied(case, ordered)
    await case.take(CaseAct.REMEDY_ORDERED, msgspec.structs.replace(ordered, document_id=paper))
    assert str((await case.facts()).state) == "remedy_only"


async def test_measures_alone_follow_no_other_annulment_at_once(played: Played) -> None:
    case, decision, giang, _ = played
    by = await case.cancelled(decision, ground="procedure")
    gone = {"document_id": decision, "by": by, "ground": "procedure", "reason": "Theo MQĐ40"}
    assert (await act(giang, case, "decision.annulled", **gone))[0] == 303
    ordered = case_acts.RemedyOrdered(
        document_id=by,
        decided_on=today(),
        why="other",
        reason="Buộc khắc phục",
        confiscated=[],
        remedies=["Buộc tiêu hủy hàng hóa"],
        comply_days=10,
    )
    paper = await cases_made.remedied(case, ordered)
    ordered = msgspec.structs.replace(ordered, document_id=paper)
    assert await case.refused(CaseAct.REMEDY_ORDERED, ordered) == "case_verified_first"


async def asked(desk: Desk, case: Case, what: str, **more: Any) -> tuple[int, str]:
    """Record an application about the fine at the desk."""
    wanted = {
        "application_id": cases_made.new_id(),
        "what": what,
        "received_on": clock.today(),
        "sheet": await written_by_party(case),
        "reason": "Cháy kho hàng",
        "certified_by": "UBND phường Cây Đa",
    }
    return await act(desk, case, "relief.asked", **(wanted | more))


async def test_a_fine_is_postponed_and_then_reduced_without_interest_meanwhile(
    played: Played, app: Litestar, people: People
) -> None:
    case, decision, giang, an = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    until = cases_made.in_days(60)
    paper = await case.following("MQĐ03", decision, until_on=until.isoformat())
    wanted = {"document_id": paper, "until": until, "reason": "Cháy kho hàng"}
    own = await written_by_party(case, people.an)
    status, said = await asked(an, case, "postponement", sheet=own)
    assert status == 409, "interest stops on no single officer's word"
    ours = next(one.first for one in (await case.facts()).folio if one.document_id)
    assert (await asked(an, case, "postponement", sheet=ours))[0] in (409, 422), "a paper of ours"
    assert (await asked(an, case, "postponement"))[0] == 303
    # The hardship was not certified when it was signed: the signer said why, and nobody asks again.
    assert (await act(giang, case, "execution.postponed", **wanted))[0] == 303
    assert last_day((await clocks(case))["P08"]) >= until
    with later(days=61):
        giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
        assert (await act(giang, case, "execution.resumed", reason="Hết thời gian hoãn"))[0] == 303
        assert (await asked(an, case, "reduction"))[0] == 303
        page = (await giang.http.get(f"/desk/cases/{case.id}/acts/relief.refused")).text
        assert "giảm tiền phạt" in page
    with later(days=70):
        giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
        less = await case.following("MQĐ04", decision, amount=2_000_000, remaining=3_000_000)
        given = {"document_id": less, "by": "2.000.000", "reason": "Khó khăn kéo dài"}
        status, said = await act(giang, case, "fine.reduced", **given)
        assert status == 303, said
        paid = payment(amount="3.000.000", paid_on=clock.today())
        assert (await act(an, case, "payment.received", **paid))[0] == 303
        done = {"completed_on": clock.today()}
        chi = await Desk.of(app, people.chi, people)
        status, said = await act(chi, case, "execution.completed", **done)
        assert status == 303, said
    facts = await case.facts()
    assert (facts.fine, facts.paid, str(facts.state)) == (3_000_000, 3_000_000, "executed")
    # Both papers were signed in spite of a warning; their entries asked for no reason again.
    listed = await database.fetch("SELECT reason FROM exceptions WHERE kind = 'legal_warning'")
    assert [one["reason"] for one in listed] == ["Đã hỏi pháp chế"] * 2


async def test_papers_held_as_security_go_back_within_five_working_days_of_the_payment(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    licence = cases_made.exhibit(name="Giấy phép lái xe", kind="document")
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, licence), people.an)
    await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
    decision = case.papers["MQĐ02"]
    giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert "P07" not in await clocks(case)
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    assert (await clocks(case))["P07"].met_at is None
    back = {
        "exhibits": licence.exhibit_id,
        "disposition": "returned",
        "on": today(),
        "document_id": decision,
        "reason": "Đã nộp phạt",
    }
    status, said = await act(giang, case, "exhibits.disposed", **back)
    assert status == 303, said
    assert (await clocks(case))["P07"].met_at is not None


async def test_measures_alone_are_those_that_the_decree_provides(
    app: Litestar, people: People
) -> None:
    """Decree 118/2021 Art 8.2; Law Art 65.2."""
    case = await cases_made.sanctioned(people)
    decision = case.papers["MQĐ02"]
    giang = await Desk.of(app, people.giang, people)
    by = await case.cancelled(decision, ground="law_65_1")
    gone = {"document_id": decision, "by": by, "ground": "law_65_1", "reason": "Theo MQĐ40"}
    assert (await act(giang, case, "decision.annulled", **gone))[0] == 303
    ordered = case_acts.RemedyOrdered(
        document_id=by,
        decided_on=today(),
        why="other",
        reason="Không ra quyết định xử phạt, Điều 65",
        confiscated=[],
        remedies=["Buộc thu hồi hàng hóa"],
        comply_days=10,
        kinds=[RemedyKind.RECALL],
    )
    paper = await cases_made.remedied(case, ordered)
    other = msgspec.structs.replace(ordered, document_id=paper)
    assert await case.refused(CaseAct.REMEDY_ORDERED, other) == "case_remedy_not_provided"
    another = msgspec.structs.replace(other, kinds=[RemedyKind.DESTROY])
    assert await case.refused(CaseAct.REMEDY_ORDERED, another) == "case_differs_from_paper"
    right = msgspec.structs.replace(
        ordered, remedies=["Buộc tiêu hủy hàng hóa"], kinds=[RemedyKind.DESTROY]
    )
    paper = await cases_made.remedied(case, right)
    await case.take(CaseAct.REMEDY_ORDERED, msgspec.structs.replace(right, document_id=paper))
    assert str((await case.facts()).state) == "remedy_only"


async def test_a_measure_that_an_uncertain_row_does_not_provide_asks_for_a_reason(
    app: Litestar, people: People
) -> None:
    """Practice B8: only a certain row refuses."""
    doubtful = cases_made.violation("ND98-25-1", goods_value=None)
    case = await cases_made.recorded(people, doubtful)
    await cases_made.approve(case)
    await cases_made.waive(case)
    giang, head = await Desk.of(app, people.giang, people), people.giang.actor("desk")
    unknown = case_acts.RemedyOrdered(
        document_id=new_id(),
        decided_on=today(),
        why="other",
        reason="Người vi phạm đã chết",
        confiscated=[],
        remedies=["Buộc thu hồi hàng hóa"],
        comply_days=10,
        kinds=[RemedyKind.RECALL],
        ground_proof=await case.paper("MBB05", people.an),
    )
    minutes = (await case.facts()).papers[case.papers["MBB01"]]
    cited = {
        "violation_minutes_number": minutes.number,
        "violation_minutes_date": str(minutes.issued_on),
    }
    draft = case_side_acts.DocumentDrafted(
        document_id=new_id(),
        form="MQĐ15",
        form_version=2,
        fields=cases_made.signed_by("MQĐ15", cases_made.remedy(unknown) | cited, people.giang),
        replaces=None,
    )
    await case.take(CaseAct.DOCUMENT_DRAFTED, draft)
    said = await drafting.warning(draft.document_id, head)
    assert said is not None
    assert "nghị định không quy định" in said.vi
    paper = await cases_made.remedied(case, unknown)
    ordered = msgspec.structs.replace(unknown, document_id=paper)
    assert await case.refused(CaseAct.REMEDY_ORDERED, ordered) == "case_legal_warning"
    reasoned = msgspec.structs.replace(ordered, despite="Pháp chế đã đối chiếu nghị định")
    await case.take(CaseAct.REMEDY_ORDERED, reasoned)
    assert "Pháp chế đã đối chiếu nghị định" in (await giang.http.get("/desk/exceptions")).text

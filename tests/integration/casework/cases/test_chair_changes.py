"""What a chair decides later on their own decision is recorded from the filed paper, with the effects of ours.

Played over HTTP. Law Arts 62.2, 76, 77, 79; Decree 118/2021 Arts 13 to 16.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar

from admin_ui.shell.render import LANGUAGE_COOKIE
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks import telling
from backend.casework.derived import states
from backend.casework.rules.states import Effect
from backend.core import clock, database
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, CaseState, DeliveryMode
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.integration.casework.cases.test_sent_up import decided, filed, with_chair
from tests.support import cases_made
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


def chosen(change: str, sheet: int, **more: Any) -> dict[str, Any]:
    """Return the form of a later decision of the chair, as a browser sends it."""
    given: dict[str, Any] = {
        "document_id": uuid4(),
        "change": change,
        "number": f"9{sheet}/QĐ",
        "decided_on": today(),
        "chair": "Ông Lê Văn Chủ, Chủ tịch",
        "place": "Ủy ban nhân dân xã Đồng Mẫu",
        "reason": "Theo quyết định của Chủ tịch",
        "sheet": sheet,
    }
    return given | more


def parts(*amounts: int, days: int = 30) -> dict[str, Any]:
    """Return the rows of instalments, `days` apart, the first one in `days` days."""
    rows: dict[str, Any] = {"schedule": len(amounts)}
    for place, amount in enumerate(amounts):
        rows |= {
            f"schedule.{place}.due_on": in_days(days * (place + 1)),
            f"schedule.{place}.amount": amount,
        }
    return rows


Chaired = tuple[Case, Desk, Desk, UUID, UUID]
"""A case, its officer and its head at their desks, a thing in custody, and the chair's decision."""


async def chaired(app: Litestar, people: People, **changed: Any) -> Chaired:
    """Return a case in which a chair fined 40 million, and the party holds the decision."""
    case, an, giang, thing = await with_chair(app, people)
    sheet = await filed(giang, case, "Quyết định xử phạt của Chủ tịch")
    status, said = await act(an, case, "chair.decided", **decided(sheet, **changed))
    assert status == 303, said
    decision = (await case.facts()).decision_id
    assert decision
    handed: dict[str, Any] = {
        "document_id": decision,
        "mode": "direct",
        "delivered_on": today(),
        "attempts": "1",
        "receiver": "Ông Mẫu",
        "proof": "Ký nhận",
    }
    status, said = await act(an, case, "decision.delivered", **handed)
    assert status == 303, said
    return case, an, giang, thing, decision


async def paid(an: Desk, case: Case, amount: str, receipt: str) -> None:
    fine: dict[str, Any] = {"kind": "fine", "amount": amount, "paid_on": clock.today()}
    fine |= {"place": "Kho bạc", "payment_id": uuid4(), "receipt_number": receipt}
    status, said = await act(an, case, "payment.received", **fine)
    assert status == 303, said


async def changes(
    desks: tuple[Desk, Desk], case: Case, change: str, **more: Any
) -> tuple[int, str, UUID]:
    """File the chair's paper by the second desk and record it by the first."""
    sheet = await filed(desks[1], case, f"Quyết định {change} của Chủ tịch")
    wanted = chosen(change, sheet, **more)
    status, said = await act(desks[0], case, "chair.changed", **wanted)
    return status, said, wanted["document_id"]


def told(facts: Any, kind: str) -> list[dict[str, Any]]:
    return [one.details for one in telling.facts_of(facts.events) if one.act == kind]


async def test_the_fine_that_a_chair_divides_reduces_and_annuls_is_owed_as_the_chair_decided(
    app: Litestar, people: People
) -> None:
    case, an, giang, thing, decision = await chaired(app, people)
    desks = (an, giang)
    # Art 79: 40 % first, three parts within six months.
    rows = parts(16_000_000, 12_000_000, 12_000_000)
    status, said, paper = await changes(desks, case, "instalments", **rows)
    facts = await case.facts()
    assert (status, str(facts.state), facts.fine) == (303, "instalment", 40_000_000), said
    [granted] = told(facts, "instalments.granted")
    assert (granted["until"], granted["document_id"]) == (in_days(90).isoformat(), str(paper))
    kept = facts.papers[paper]
    assert (kept.form, kept.elsewhere, kept.stands) == ("MQĐ05", True, True)
    row = await database.fetchrow("SELECT form, number FROM documents WHERE id = $1", paper)
    assert (row["form"], row["number"]) == ("MQĐ05", kept.number)
    shown = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "cho nộp phạt nhiều lần" in shown
    assert "Cho nộp phạt nhiều lần theo" not in shown, "the story tells it once"
    await paid(an, case, "16.000.000", "KB-1")
    # Never postponed: the law grants a reduction only after that (Art 77), so it takes a reason.
    less = {"by": "10.000.000"}
    status, said, _ = await changes(desks, case, "reduced", **less)
    assert (status, (await case.facts()).fine) == (409, 40_000_000)
    assert "tiền phạt chưa được hoãn" in said
    sure = less | {"despite": "Chủ tịch đã quyết định"}
    status, said, _ = await changes(desks, case, "reduced", **sure)
    facts = await case.facts()
    assert (status, facts.fine, facts.paid, facts.reduced) == (
        303,
        30_000_000,
        16_000_000,
        10_000_000,
    )
    listed = await database.fetchval("SELECT reason FROM exceptions WHERE kind = 'legal_warning'")
    assert "Chủ tịch đã quyết định" in listed
    row = await database.fetchrow(
        "SELECT fine_total_vnd, paid_total_vnd FROM cases WHERE id = $1", case.id
    )
    assert (row["fine_total_vnd"], row["paid_total_vnd"]) == (30_000_000, 16_000_000)
    # The head cannot enter the chair's paper once more as one of the unit.
    reduced = next(one for one in facts.papers.values() if one.form == "MQĐ04")
    again = {"document_id": reduced.id, "by": "4.000.000", "reason": "Ghi lại", "despite": "Ghi"}
    assert (await act(giang, case, "fine.reduced", **again))[0] == 409
    # Annulled whole (Decree 118/2021 Arts 13, 20.6): no fine, no clocks of it, the money stays to be set off.
    status, said, by = await changes(desks, case, "annulled", ground="procedure")
    facts = await case.facts()
    assert (status, str(facts.state), facts.fine, facts.paid) == (303, "annulled", 0, 16_000_000), (
        said
    )
    assert facts.decision_id is None
    assert facts.chair is None
    assert facts.papers[decision].cancelled_by == by
    row = await database.fetchrow("SELECT state FROM documents WHERE id = $1", decision)
    assert row["state"] == "cancelled"
    assert [one.content.exhibit_id for one in facts.undecided] == [thing]
    running = {one.rule for one in await case_clocks.clocks_of(case.id) if one.state == "running"}
    assert not running & {"D15", "D18"}, running
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "hủy bỏ toàn bộ quyết định" in page
    for one in facts.papers.values():
        for language in ("vi", "en"):
            an.http.cookies.set(LANGUAGE_COOKIE, language)
            assert (await an.http.get(f"/desk/documents/{one.id}")).status_code == 200, one.form
    an.http.cookies.set(LANGUAGE_COOKIE, "vi")
    # Nothing more is recorded of a decision that is gone.
    assert (await changes(desks, case, "reduced", **sure))[0] == 409


async def test_no_interest_runs_while_a_chair_postpones_a_fine(
    app: Litestar, people: People
) -> None:
    """Law Arts 76, 78.1; Decree 118/2021 Art 20.4."""
    case, an, giang, _, _ = await chaired(app, people)
    sheet = await filed(giang, case, "Đơn đề nghị hoãn có xác nhận")
    asked = {
        "application_id": uuid4(),
        "what": "postponement",
        "received_on": today(),
        "reason": "Thiên tai",
    }
    asked |= {"certified_by": "UBND xã Đồng Mẫu", "sheet": sheet}
    status, said = await act(an, case, "relief.asked", **asked)
    assert status == 303, said
    # More than three months (Art 76.3): recorded, with a reason.
    long = {"until": in_days(120)}
    status, said, _ = await changes((an, giang), case, "postponed", **long)
    assert (status, "quá 3 tháng" in said) == (409, True), said
    until = in_days(60)
    status, said, paper = await changes((an, giang), case, "postponed", until=until)
    facts = await case.facts()
    assert (status, str(facts.state)) == (303, "postponed"), said
    assert told(facts, "execution.postponed") == [
        {"until": until.isoformat(), "document_id": str(paper)}
    ]
    # Ten days to comply, postponed to day 60. On day 70 it is late by days 61 to 69 alone, the day before today
    # included (Circular 18/2023 Art 5): nine days of 0,05 %, 20 000 đồng each, of 40 million.
    with later(days=70):
        an = await Desk.of(app, people.an, people)
        page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "180.000" in page
    less = {"by": "40.000.000"}
    status, said, _ = await changes((an, giang), case, "reduced", **less)
    assert (status, (await case.facts()).fine) == (303, 0), (
        "waived after a postponement: no warning"
    )


async def test_a_fine_that_a_chair_amends_is_owed_anew_from_its_receipt(
    app: Litestar, people: People
) -> None:
    """Decree 118/2021 Arts 13.4, 16.2."""
    case, an, giang, thing, decision = await chaired(app, people, measures="", gain="")
    await paid(an, case, "40.000.000", "KB-1")
    status, said = await act(giang, case, "execution.completed", completed_on=today())
    assert status == 303, said
    goods = {"goods_changed": "yes", "confiscated": thing}
    status, said, by = await changes((an, giang), case, "amended", total="45.000.000", **goods)
    facts = await case.facts()
    assert (status, str(facts.state), facts.fine) == (303, "executing", 45_000_000), said
    assert facts.sanction
    assert facts.sanction.confiscated == [thing]
    assert facts.papers[decision].amended_by == [by]
    [changed] = told(facts, "decision.changed")
    assert (changed["by"], changed["complete"]) == ("amended", False)
    with later(days=2):
        handed = case_side_acts.DocumentDelivered(
            document_id=by,
            mode=DeliveryMode.DIRECT,
            delivered_on=clock.today(),
            receiver="Ông Mẫu",
            proof="Ký nhận",
        )
        await case.take(CaseAct.DOCUMENT_DELIVERED, handed, people.an)
    [received] = told(await case.facts(), "change.delivered")
    assert received["by"] == "amended"
    slip = await changes((an, giang), case, "corrected")
    assert slip[0] == 303, slip
    assert [one["by"] for one in told(await case.facts(), "decision.changed")] == [
        "amended",
        "corrected",
    ]
    # A correction decides no other fine (Art 14): that takes a reason.
    status, said, _ = await changes((an, giang), case, "corrected", total="44.000.000")
    assert (status, "đính chính chỉ sửa sai sót" in said) == (409, True), said
    page = (await an.http.get(f"/desk/documents/{by}")).text
    assert "MQĐ40" not in page, "it is the chair's to change"


async def test_a_chair_confiscates_later_only_goods_that_have_no_end_yet(
    app: Litestar, people: People
) -> None:
    """Law Art 126: what was given back is no longer held."""
    case, an, giang, thing, decision = await chaired(app, people)
    back = {"exhibits": thing, "disposition": "returned", "on": today(), "reason": "Trả lại"}
    back |= {"document_id": decision, "receiver": "Ông Mẫu"}
    status, said = await act(giang, case, "exhibits.disposed", **back)
    assert status == 303, said
    goods = {"goods_changed": "yes", "confiscated": thing}
    assert (await changes((an, giang), case, "amended", **goods))[0] in (409, 422)
    facts = await case.facts()
    assert facts.sanction
    assert facts.sanction.confiscated == []


async def test_a_chair_suspends_the_execution_for_signs_of_a_crime_and_none_of_ours_does(
    app: Litestar, people: People
) -> None:
    """Law Art 62.2: who imposed the sanction suspends it (forms MQĐ31, MQĐ32)."""
    case, an, giang, _, decision = await chaired(app, people)
    with pytest.raises(AssertionError, match="case_suspension_of_chair"):
        await case.following("MQĐ31", decision)
    status, said, _ = await changes((an, giang), case, "crime")
    facts = await case.facts()
    assert (status, str(facts.state)) == (303, "suspended"), said
    assert told(facts, "crime.suspected")
    assert told(facts, "execution.suspended")[0]["ground"] == "crime"
    assert (await changes((an, giang), case, "crime"))[0] == 409, "not twice"
    # Not prosecuted: the chair's decision that ends it is filed, and execution goes on from where it stood.
    sheet = await filed(an, case, "Quyết định chấm dứt tạm đình chỉ (MQĐ32)")
    ended = {"ended_on": today(), "why": "not_prosecuted", "reason": "Không khởi tố"}
    status, said = await act(giang, case, "suspension.ended", **ended, sheet=sheet)
    assert (status, str((await case.facts()).state)) == (303, "delivered"), said


async def test_a_chair_stops_the_fine_of_the_dead_and_what_was_paid_stays(
    app: Litestar, people: People
) -> None:
    """Law Art 75; Decree 118/2021 Art 19: within sixty days of the death paper; confiscation and remedies go on."""
    case, an, giang, _, _ = await chaired(app, people)
    await paid(an, case, "1.000.000", "KB-1")
    dead: dict[str, Any] = {"why": "dead", "on": today() - timedelta(days=70)}
    assert (await changes((an, giang), case, "partial", **dead))[0] in (409, 422), "no proof"
    dead["proof"] = await filed(giang, case, "Trích lục khai tử")
    status, said, _ = await changes((an, giang), case, "partial", **dead)
    assert (status, "60 ngày" in said) == (409, True), said
    sure = dead | {"despite": "Gia đình báo muộn", "successor": "Trần Văn Minh (con)"}
    status, said, paper = await changes((an, giang), case, "partial", **sure)
    facts = await case.facts()
    assert (status, str(facts.state)) == (303, "executing"), said
    assert (facts.fine, facts.paid, facts.stopped) == (1_000_000, 1_000_000, 39_000_000)
    assert told(facts, "execution.partial")[0]["signed_on"] == today().isoformat()
    assert (await an.http.get(f"/desk/documents/{paper}")).status_code == 200
    assert (await changes((an, giang), case, "partial", **sure))[0] == 409, "once"


async def test_only_a_later_filed_decision_of_this_chair_is_recorded_and_once(
    app: Litestar, people: People
) -> None:
    case, an, giang, _ = await with_chair(app, people)
    early = await filed(giang, case, "Quyết định đến trước")
    rows = parts(16_000_000, 24_000_000)
    status, said = await act(an, case, "chair.changed", **chosen("instalments", early, **rows))
    assert (status, str((await case.facts()).state)) == (409, "with_chair"), (
        "before the chair decided"
    )
    sheet = await filed(giang, case, "Quyết định xử phạt của Chủ tịch")
    assert (await act(an, case, "chair.decided", **decided(sheet)))[0] == 303
    status, said = await act(an, case, "chair.changed", **chosen("instalments", early, **rows))
    assert (status, "hãy ghi việc giao trước" in said) == (409, True), said
    decision = (await case.facts()).decision_id
    handed = {"document_id": decision, "mode": "direct", "delivered_on": today(), "attempts": "1"}
    handed |= {"receiver": "Ông Mẫu", "proof": "Ký nhận"}
    assert (await act(an, case, "decision.delivered", **handed))[0] == 303
    # An officer of another unit, who does not work on the case.
    binh = await Desk.of(app, people.binh, people)
    wanted = chosen("instalments", early, **rows)
    assert (await act(binh, case, "chair.changed", **wanted))[0] in (403, 404, 409)
    # Sheets: unknown, the submission, the chair's first decision, one that the same hand filed without a reason.
    up = (await case.facts()).sent_up
    assert up
    status, said = await act(giang, case, "chair.changed", **wanted | {"sheet": up.sheet})
    assert (status, "vào hồ sơ trước khi trình" in said) == (409, True), said
    assert (await act(an, case, "chair.changed", **wanted | {"sheet": 99}))[0] in (409, 422)
    status, said = await act(an, case, "chair.changed", **wanted | {"sheet": sheet})
    assert (status, "là quyết định khác của Chủ tịch" in said) == (409, True), said
    own = await filed(an, case, "Quyết định do chính tôi đưa vào")
    assert (await act(an, case, "chair.changed", **wanted | {"sheet": own}))[0] == 409
    # Before the chair's decision, and in the future.
    for day in (today() - timedelta(days=1), in_days(1)):
        status, said = await act(an, case, "chair.changed", **wanted | {"decided_on": day})
        assert status in (409, 422), day
    # What is said belongs to what was decided.
    for wrong in (
        chosen("instalments", early),
        chosen("reduced", early, **rows),
        chosen("postponed", early, until=in_days(30), total="1.000.000"),
        chosen("annulled", early),
        chosen("reduced", early, by="40.000.001"),
    ):
        assert (await act(an, case, "chair.changed", **wrong))[0] in (409, 422), wrong
    assert len((await case.facts()).events) == len(
        {one.number for one in (await case.facts()).events}
    )
    status, said = await act(an, case, "chair.changed", **wanted)
    assert status == 303, said
    again = wanted | {"document_id": uuid4(), "sheet": await filed(giang, case, "Bản thứ hai")}
    status, said = await act(an, case, "chair.changed", **again)
    assert (status, "không ghi hai lần" in said) == (409, True), said
    alone = chosen("corrected", own, alone="Đội chỉ còn một người")
    assert (await act(an, case, "chair.changed", **alone))[0] == 303


async def test_instalments_beyond_the_law_are_recorded_as_the_chair_decided_with_a_reason(
    app: Litestar, people: People
) -> None:
    """Law Art 79: three parts within six months, the first at least 40 %."""
    case, an, giang, _, _ = await chaired(app, people)
    rows = parts(10_000_000, 10_000_000, 10_000_000, 10_000_000, days=60)
    status, said, _ = await changes((an, giang), case, "instalments", **rows)
    assert status == 409
    assert "Lần đầu phải nộp ít nhất" in said
    sure = rows | {"despite": "Chủ tịch đã quyết định như vậy"}
    status, said, _ = await changes((an, giang), case, "instalments", **sure)
    facts = await case.facts()
    assert (status, str(facts.state)) == (303, "instalment"), said
    assert facts.instalments
    assert len(facts.instalments.schedule) == 4


async def test_a_later_decision_of_a_chair_is_recorded_only_in_a_case_that_a_chair_decided(
    app: Litestar, people: People
) -> None:
    case = await cases_made.sanctioned(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    status, said, _ = await changes((an, giang), case, "annulled", ground="procedure")
    assert (status, "không phải của Chủ tịch" in said) == (409, True), said
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "chair.changed" not in page
    theirs, an, giang, _, _ = await chaired(app, people, measures="", gain="")
    assert "chair.changed" in (await an.http.get(f"/desk/cases/{theirs.id}")).text
    for state in (CaseState.ARCHIVED, CaseState.ANNULLED, CaseState.NO_SANCTION):
        assert states.step(state, CaseAct.CHAIR_CHANGED).effect is Effect.REFUSED

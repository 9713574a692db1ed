"""A fine that is changed: in time, by the right paper, with its time limits begun anew (Decree 118/2021 Art 15)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend.casework.clocks import telling
from backend.core import clock
from backend.law.deadlines import service as deadlines
from backend.law.rules.spans import months_after
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct, DeliveryMode
from tests.integration.admin_ui.casework.test_changed_papers import act, delivery, payment
from tests.integration.admin_ui.casework.test_complaints import complaining, filed
from tests.support.cases_made import Case, today, written_by_party
from tests.support.doors import Desk
from tests.support.later import later
from tests.support.people import People
from tests.support.played import Played

pytestmark = pytest.mark.usefixtures("pool")


async def changed(desk: Desk, case: Case, by: UUID, **more: Any) -> tuple[int, str]:
    wanted = {"document_id": case.papers["MQĐ02"], "by": by, "reason": "Sửa mức phạt"}
    return await act(desk, case, "document.amended", **(wanted | more))


async def test_a_raised_fine_is_owed_again_and_its_time_runs_from_the_receipt(
    played: Played, people: People
) -> None:
    case, decision, giang, an = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    done = {"completed_on": today()}
    assert (await act(giang, case, "execution.completed", **done))[0] == 303
    by = await case.change("MQĐ38", decision, total_fine=6_000_000)
    assert (await changed(giang, case, by))[0] == 303
    facts = await case.facts()
    assert str(facts.state) == "executing"
    assert facts.executed_on is None
    told = [one for one in telling.facts_of(facts.events) if one.act == "decision.changed"]
    assert [(one.details["by"], one.details["complete"]) for one in told] == [("amended", False)]
    with later(days=2):
        handed = case_side_acts.DocumentDelivered(
            document_id=by,
            mode=DeliveryMode.DIRECT,
            delivered_on=clock.today(),
            receiver="Trần Văn Mẫu",
            proof="Ký nhận",
        )
        await case.take(CaseAct.DOCUMENT_DELIVERED, handed, people.an)
    told = telling.facts_of((await case.facts()).events)
    received = [one for one in told if one.act == "change.delivered"]
    assert [one.details["by"] for one in received] == ["amended"]
    more = payment(amount="1.000.000", receipt_number="KB-2")
    assert (await act(an, case, "payment.received", **more))[0] == 303
    assert (await act(giang, case, "execution.completed", **done))[0] == 303


async def test_correcting_a_slip_takes_no_interest_off_a_fine_that_was_paid_late(
    played: Played, app: Litestar, people: People
) -> None:
    """The days to comply run anew with a correction (Decree 118/2021 Art 16.2), for what is left to comply with."""
    case, decision, giang, an = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    with later(days=50):
        giang, an = await Desk.of(app, people.giang, people), await Desk.of(app, people.an, people)
        late = payment(paid_on=clock.today())
        assert (await act(an, case, "payment.received", **late))[0] == 303
        slip = await case.change("MQĐ39", decision)
        assert (await changed(giang, case, slip))[0] == 303
        status, said = await act(giang, case, "execution.completed", completed_on=clock.today())
        assert (status, "tiền chậm nộp" in said) == (409, True)


async def test_after_a_year_only_measures_or_a_result_change_a_decision(
    played: Played, app: Litestar, people: People
) -> None:
    case, decision, giang, _ = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    # A last day that is a day off moves to the next working day (Civil Code Art 148.5).
    last = deadlines.calendar().next_working(months_after(today(), 12))
    days = (last - today() + timedelta(days=1)).days
    with later(days=days):
        giang = await Desk.of(app, people.giang, people)
        with pytest.raises(AssertionError, match="đã quá 01 năm từ quyết định"):
            await case.change("MQĐ38", decision, total_fine=4_000_000)
        reason = {"despite": "Theo kết quả giải quyết khiếu nại"}
        by = await case.change("MQĐ38", decision, total_fine=4_000_000, **reason)
        status, said = await changed(giang, case, by)
        assert status == 409
        assert "trong 01 năm kể từ ngày ra quyết định" in said
        assert (await changed(giang, case, by, without_limit="measures"))[0] == 409
        status, said = await changed(giang, case, by, without_limit="result")
        assert status == 409
        assert "chưa có kết quả giải quyết khiếu nại" in said
        # A complaint that somebody only entered is no result, nor is a sheet of the head's own.
        await complaining(giang, case, "sanction", decision)
        assert (await changed(giang, case, by, without_limit="result"))[0] == 409
        own = await filed(giang, case, "Kết quả giải quyết khiếu nại")
        assert (await changed(giang, case, by, without_limit="result", sheet=own))[0] == 409
        sheet = await written_by_party(case, people.an)
        assert (await changed(giang, case, by, without_limit="result", sheet=sheet))[0] == 303
        slip = await case.change("MQĐ39", decision, **reason)
        assert (await changed(giang, case, slip))[0] == 409
        assert (await changed(giang, case, slip, without_limit="measures"))[0] == 303
    assert (await case.facts()).fine == 4_000_000


async def test_what_was_paid_beyond_an_amended_fine_is_shown_and_refunded(
    played: Played, people: People
) -> None:
    case, decision, giang, an = played
    assert (await act(giang, case, "decision.delivered", **delivery(decision)))[0] == 303
    assert (await act(an, case, "payment.received", **payment()))[0] == 303
    back = {
        "amount": "1.000.001",
        "refunded_on": today(),
        "receipt_number": "HT-01",
        "sheet": await written_by_party(case, people.giang),
        "reason": "Quyết định sửa đổi giảm mức phạt",
    }
    status, said = await act(an, case, "fine.refunded", **back)
    assert (status, "Số nộp thừa so với tiền phạt hiện nay là 0 đồng" in said) == (409, True)
    by = await case.change("MQĐ38", decision, total_fine=4_000_000)
    assert (await changed(giang, case, by))[0] == 303
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "Nộp thừa" in page
    assert "1.000.000" in page.split("Nộp thừa")[1][:200]
    form = (await an.http.get(f"/desk/cases/{case.id}/acts/fine.refunded")).text
    assert 'value="1000000"' in form.replace(".", ""), "the form begins with what was paid too much"
    assert (await act(an, case, "fine.refunded", **back))[0] == 409
    status, said = await act(an, case, "fine.refunded", **(back | {"amount": "1.000.000"}))
    assert status == 303, said
    facts = await case.facts()
    assert (facts.fine, facts.paid) == (4_000_000, 4_000_000)
    page = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "Nộp thừa" not in page
    assert "Hoàn trả 1.000.000" in page

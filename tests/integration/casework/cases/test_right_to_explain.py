"""Nobody takes the right to explain away with words of his own: over HTTP, by an inspector in a hurry."""

from datetime import datetime, timedelta

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.core.local_time import VIETNAM
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.doors import Desk
from tests.support.later import longest_ago
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


def now() -> str:
    return f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"


def lapsed() -> datetime:
    """So long ago that the five working days to ask for a hearing are just over (Law Art 61)."""
    return clock.now() - timedelta(days=longest_ago(5) + 1)


async def not_waived(people: People) -> Case:
    """A violation recorded by minutes of two hours ago that grant the right and do not say it is waived."""
    at = clock.now() - timedelta(hours=2)
    return await cases_made.recorded(people, recorded_at=at, minutes={"explanation_waived": False})


async def test_three_letters_of_an_inspector_waive_no_right_to_explain(
    app: Litestar, people: People
) -> None:
    case = await not_waived(people)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    waiver = {"how": "declared", "at": now(), "reason": "abc"}
    status, said = await act(an, case, "explanation.waived", **waiver)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "đưa văn bản của chính người vi phạm vào hồ sơ" in said

    # Nor a paper that he filed himself a moment ago.
    filed = {"title": "Đơn của ông Mẫu", "sheets": 1}
    assert (await act(an, case, "sheets.filed", **filed))[0] == 303
    own = (await case.facts()).folio[-1].first
    status, said = await act(an, case, "explanation.waived", **waiver, sheet=own)
    assert status == 409
    assert "do chính bạn đưa vào hồ sơ" in said

    assert (await act(giang, case, "sheets.filed", **filed))[0] == 303
    received = (await case.facts()).folio[-1].first
    assert (await act(an, case, "explanation.waived", **waiver, sheet=received))[0] == 303
    assert (await case.facts()).state == "decision_due"


async def test_an_explanation_that_nobody_wrote_does_not_end_the_time_to_explain(
    app: Litestar, people: People
) -> None:
    case = await not_waived(people)
    an = await Desk.of(app, people.an, people)
    made_up = {"mode": "written", "received_at": now(), "content": "abc", "accepted": "yes"}
    status, said = await act(an, case, "explanation.received", **made_up)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "Giải trình phải có văn bản trong hồ sơ" in said

    hearing = await case.paper("MBB03", people.an)
    status, said = await act(an, case, "explanation.received", **made_up, document_id=hearing)
    assert status == 409, "the hearing of another case"
    assert "không ghi số" in said

    sheet = await cases_made.written_by_party(case)
    assert (await act(an, case, "explanation.received", **made_up, sheet=sheet))[0] == 303
    assert (await case.facts()).state == "decision_due"


async def test_a_waiver_is_taken_back_in_time_and_nothing_is_decided_before_the_hearing(
    app: Litestar, people: People
) -> None:
    """Decree 118/2021 Art 17.2."""
    case = await cases_made.recorded(people, recorded_at=clock.now() - timedelta(hours=2))
    await cases_made.approve(case)
    await cases_made.waive(case)
    an = await Desk.of(app, people.an, people)
    asked = {"mode": "direct", "requested_at": now(), "alone": "Đến trụ sở yêu cầu, đơn gửi sau"}
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (303, "await_explanation"), said
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_explanation_open"
    sheet = await cases_made.written_by_party(case)
    told = {"mode": "direct", "received_at": now(), "content": "Tôi có hóa đơn.", "sheet": sheet}
    assert (await act(an, case, "explanation.received", **told))[0] == 303
    status, said = await act(an, case, "explanation.requested", **asked)
    assert status == 409, "he was heard"
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)


async def test_an_officer_alone_gives_himself_no_month_by_a_request_that_nobody_sees(
    app: Litestar, people: People
) -> None:
    """A request is in writing, and makes the time to decide a month (Law Arts 61.2, 61.3, 66.1.b)."""
    case = await not_waived(people)
    an = await Desk.of(app, people.an, people)
    for mode in ("direct", "written"):
        asked = {"mode": mode, "requested_at": now()}
        status, said = await act(an, case, "explanation.requested", **asked)
        assert (status, (await case.facts()).state) == (409, "violation_recorded")
        assert "Chưa có thì ghi lý do tự làm" in said
    # His own filing, or his own minutes, are his word again.
    own = {"title": "Đơn yêu cầu giải trình", "sheets": 1, "issued_on": cases_made.today()}
    assert (await act(an, case, "sheets.filed", **own))[0] == 303
    minutes = await case.paper("MBB02", people.an)
    status, _ = await act(an, case, "explanation.requested", **asked, document_id=minutes)
    assert status == 409
    why = {"alone": "Người vi phạm đến trụ sở yêu cầu, đơn gửi sau"}
    status, said = await act(an, case, "explanation.requested", **asked, **why)
    assert (status, (await case.facts()).state) == (303, "await_explanation"), said
    listed = await database.fetch(
        "SELECT kind, reason FROM exceptions WHERE record_id = $1", case.id
    )
    assert [tuple(row) for row in listed] == [("same_hand", why["alone"])]


@pytest.mark.parametrize("by", ["writing", "minutes"])
async def test_a_request_of_today_that_another_officer_has_seen_is_no_exception(
    app: Litestar, people: People, by: str
) -> None:
    case = await not_waived(people)
    an = await Desk.of(app, people.an, people)
    asked = {"mode": "written", "requested_at": now()}
    if by == "minutes":
        asked["document_id"] = str(await case.paper("MBB02", people.chi))
    else:
        await cases_made.written_by_party(case, people.giang)
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (303, "await_explanation"), said
    assert not await database.fetch("SELECT 1 FROM exceptions WHERE record_id = $1", case.id)


async def test_a_waiver_stays_once_the_time_to_explain_is_over(
    app: Litestar, people: People
) -> None:
    case = await cases_made.recorded(people, recorded_at=lapsed())
    await cases_made.waive(case)
    an = await Desk.of(app, people.an, people)
    for mode in ("direct", "written"):
        asked = {"mode": mode, "requested_at": now()}
        status, said = await act(an, case, "explanation.requested", **asked)
        assert (status, (await case.facts()).state) == (409, "decision_due")
        assert "Đã hết thời hạn yêu cầu giải trình" in said


async def test_minutes_signed_today_and_dated_back_leave_five_working_days_to_explain(
    app: Litestar, people: People
) -> None:
    """Law Art 61.2: nobody explains himself before there are minutes."""
    case = await cases_made.recorded(
        people,
        recorded_at=lapsed(),
        signed_on=cases_made.today(),
        minutes={"explanation_waived": False},
    )
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    over = {"how": "time_over", "at": now(), "reason": "Không gửi giải trình"}
    status, said = await act(an, case, "explanation.waived", **over)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "từ ngày đó chưa đủ 5 ngày làm việc" in said

    # What was handed over by hand in those days lies in the file, by another's hand.
    filed = {"title": "Biên bản vi phạm viết tay đã giao", "sheets": 2}
    assert (await act(giang, case, "sheets.filed", **filed))[0] == 303
    handed = (await case.facts()).folio[-1].first
    assert (await act(an, case, "explanation.waived", **over, sheet=handed))[0] == 303


async def test_who_asked_for_a_hearing_is_not_waited_out(app: Litestar, people: People) -> None:
    """Law Art 61.3."""
    at = lapsed()
    day = at.astimezone(VIETNAM).date()
    case = await cases_made.recorded(people, recorded_at=at, minutes={"explanation_waived": False})
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    letter = {"title": "Đơn yêu cầu giải trình trực tiếp", "sheets": 1, "issued_on": day}
    assert (await act(giang, case, "sheets.filed", **letter))[0] == 303
    asked = {"mode": "direct", "requested_at": f"{day}T23:59"}
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (303, "await_explanation"), said
    # Nor by a request in writing that is entered after his.
    status, said = await act(an, case, "explanation.requested", **asked | {"mode": "written"})
    assert status == 303, said
    over = {"how": "time_over", "at": now(), "reason": "Hết hạn"}
    status, said = await act(an, case, "explanation.waived", **over)
    assert (status, (await case.facts()).state) == (409, "await_explanation")
    assert "đã yêu cầu giải trình trực tiếp" in said
    filed = {"title": "Biên bản về việc không đến phiên giải trình", "sheets": 1}
    assert (await act(giang, case, "sheets.filed", **filed))[0] == 303
    absent = (await case.facts()).folio[-1].first
    assert (await act(an, case, "explanation.waived", **over, sheet=absent))[0] == 303


async def test_a_letter_of_those_days_that_the_post_brings_later_is_heard(
    app: Litestar, people: People
) -> None:
    """Law Art 61.2, 66.1.b: he sent it in time; that it was not there yet takes no right away."""
    at = lapsed()
    day = at.astimezone(VIETNAM).date()
    case = await cases_made.recorded(people, recorded_at=at, minutes={"explanation_waived": False})
    await cases_made.approve(case)
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    over = {"how": "time_over", "at": now(), "reason": "Không gửi giải trình"}
    # Not every paper of those days in the file is a letter that came later.
    early = {"title": "Phiếu kết quả thử nghiệm", "sheets": 1, "issued_on": day}
    assert (await act(giang, case, "sheets.filed", **early))[0] == 303
    assert (await act(an, case, "explanation.waived", **over))[0] == 303
    asked = {"mode": "written", "requested_at": f"{day}T23:59"}
    late = {"title": "Đơn gửi sau hạn", "sheets": 1, "issued_on": cases_made.today()}
    assert (await act(giang, case, "sheets.filed", **late))[0] == 303
    status, _ = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (409, "decision_due")
    letter = {"title": "Đơn giải trình theo dấu bưu điện", "sheets": 1, "issued_on": day}
    assert (await act(giang, case, "sheets.filed", **letter))[0] == 303
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (303, "await_explanation"), said
    sheet = (await case.facts()).last_sheet
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_explanation_open"
    told = {"mode": "written", "received_at": now(), "content": "Tôi có hóa đơn.", "sheet": sheet}
    status, said = await act(an, case, "explanation.received", **told)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)


async def test_minutes_of_a_hearing_by_one_hand_alone_are_listed_where_nobody_asked_to_explain(
    app: Litestar, people: People
) -> None:
    """An explanation makes the time to decide a month (Law Art 66.1.b), so no officer gives it to himself unseen."""
    case = await not_waived(people)
    facts = await case.facts()
    assert facts.recorded
    number = facts.papers[facts.recorded.document_id].number
    hearing = await case.paper("MBB03", people.an, violation_minutes_number=number)
    an = await Desk.of(app, people.an, people)
    told = {"mode": "direct", "received_at": now(), "content": "Tôi có hóa đơn."}
    told["document_id"] = str(hearing)
    status, said = await act(an, case, "explanation.received", **told)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "biên bản phiên giải trình (MBB03) do chính bạn ký" in said
    why = "Chỉ có một cán bộ tại trụ sở"
    status, said = await act(an, case, "explanation.received", **told, alone=why)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    listed = await database.fetchval("SELECT reason FROM exceptions WHERE kind = 'same_hand'")
    assert listed == why


async def test_a_hearing_that_was_asked_for_too_late_binds_nobody_to_wait_for_it(
    app: Litestar, people: People
) -> None:
    """Law Art 61.3: after two working days the right to a hearing is lost."""
    case = await cases_made.recorded(
        people, recorded_at=lapsed(), minutes={"explanation_waived": False}
    )
    an = await Desk.of(app, people.an, people)
    await cases_made.written_by_party(case)
    asked = {"mode": "direct", "requested_at": now(), "despite": "Người vi phạm nằm viện"}
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (303, "await_explanation"), said
    over = {"how": "time_over", "at": now(), "reason": "Không đến phiên giải trình"}
    status, said = await act(an, case, "explanation.waived", **over)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said

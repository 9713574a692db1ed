"""How long a decision may take: what lengthens the time is on paper, and the file's way to its decider counts."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from backend.casework.cases import limits
from backend.casework.clocks import service as case_clocks
from backend.casework.clocks import telling
from backend.core import clock, database
from backend.core.local_time import VIETNAM
from backend.law.rules import counting as rules
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from tests.integration.admin_ui.casework.test_changed_papers import act
from tests.support import cases_made, referrals
from tests.support.cases_made import Case, in_days, today
from tests.support.doors import Desk
from tests.support.later import later, longest_ago, working_day
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def minuted_ago(people: People, days: int, **how: Any) -> Case:
    """Minutes by an of so many days ago, the inspection approved since."""
    at = clock.now() - timedelta(days=days)
    case = await cases_made.recorded(people, recorded_at=at, **how)
    await cases_made.approve(case)
    return case


@pytest.mark.parametrize(
    ("left", "code"), [(0, "case_opinion_missing"), (1, "case_inspection_unapproved")]
)
async def test_a_missing_opinion_blocks_until_the_last_day_and_is_then_named(
    app: Litestar, people: People, left: int, code: str
) -> None:
    """Practice B6: within 24 hours of a legal limit a missing opinion never blocks; it is named on the record."""
    with working_day():
        at = clock.now() - timedelta(days=longest_ago(10, runs_on=in_days(left)))
        case = await cases_made.recorded(people, recorded_at=at)
        await cases_made.waive(case)
        imposed = await cases_made.imposed(case)
        assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == code
        if left:
            return
        giang = await Desk.of(app, people.giang, people)
        shown = (await giang.http.get(f"/desk/cases/{case.id}/sanction")).text
        assert "Lý do không đợi ý kiến" in shown
        why = "Đội trưởng đi công tác, chưa cho ý kiến; hết hạn hôm nay"
        named = msgspec.structs.replace(imposed, no_opinion=why)
        await case.take(CaseAct.SANCTION_IMPOSED, named)
    told = await database.fetch("SELECT kind, reason FROM exceptions WHERE record_id = $1", case.id)
    assert ("no_opinion", why) in [(row["kind"], row["reason"]) for row in told]


async def test_no_missing_opinion_is_listed_of_a_file_that_has_one(
    app: Litestar, people: People
) -> None:
    case = await minuted_ago(people, longest_ago(10))
    await cases_made.waive(case)
    imposed = await cases_made.imposed(case)
    giang = await Desk.of(app, people.giang, people)
    shown = (await giang.http.get(f"/desk/cases/{case.id}/sanction")).text
    assert "Lý do không đợi ý kiến" not in shown
    named = msgspec.structs.replace(imposed, no_opinion="Hết hạn hôm nay, chưa có ý kiến")
    assert await case.refused(CaseAct.SANCTION_IMPOSED, named) == "case_opinion_given"
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    kinds = await database.fetch("SELECT kind FROM exceptions WHERE record_id = $1", case.id)
    assert "no_opinion" not in [row["kind"] for row in kinds]


@pytest.mark.parametrize(("beyond", "taken"), [(0, True), (1, False)])
async def test_a_file_that_goes_to_its_decider_has_ten_working_days(
    people: People, beyond: int, *, taken: bool
) -> None:
    case = await minuted_ago(people, longest_ago(10) + beyond)
    await cases_made.waive(case)
    imposed = await cases_made.imposed(case)
    if taken:
        await case.take(CaseAct.SANCTION_IMPOSED, imposed)
    else:
        assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_decision_late"


async def test_a_word_that_the_violator_had_asked_brings_no_lapsed_time_back(
    app: Litestar, people: People
) -> None:
    case = await minuted_ago(people, 24, minutes={"explanation_waived": False})
    an = await Desk.of(app, people.an, people)
    then = clock.now().astimezone(VIETNAM) - timedelta(days=23)
    asked = {"mode": "written", "requested_at": f"{then:%Y-%m-%dT%H:%M}"}
    told = {"mode": "written", "received_at": f"{then:%Y-%m-%dT%H:%M}", "content": "Tôi đã sai."}
    for kind, fields in (("explanation.requested", asked), ("explanation.received", told)):
        status, said = await act(an, case, kind, **fields)
        assert (status, (await case.facts()).state) == (409, "violation_recorded")
        assert "chưa ghi nhận yêu cầu giải trình nào" in said
    # What the violator wrote in time, filed by another, is his request of that day.
    letter = case_side_acts.SheetsFiled(
        title="Văn bản giải trình",
        issued_on=then.date(),
        number=None,
        sheets=1,
        document_id=None,
        sha256=None,
    )
    await case.take(CaseAct.SHEETS_FILED, letter, people.giang)
    assert (await act(an, case, "explanation.requested", **asked))[0] == 303


async def test_complex_is_a_tick_and_two_months_need_an_explanation_or_a_verification(
    people: People,
) -> None:
    case = await minuted_ago(people, 45, complex=True)
    await cases_made.waive(case)
    imposed = await cases_made.imposed(case)
    assert await case.refused(CaseAct.SANCTION_IMPOSED, imposed) == "case_decision_late"


async def test_a_case_is_marked_complex_with_each_of_its_three_grounds(
    app: Litestar, people: People
) -> None:
    """Especially serious, many complex facts, more time needed (Law Art 66.1.c): the page asks, the door holds it."""
    case = await cases_made.inspected(people)
    said = await cases_made.minuted(case, complex=True)
    an = await Desk.of(app, people.an, people)
    shown = (await an.http.get(f"/desk/cases/{case.id}/acts/violation.recorded")).text
    for words in ("đặc biệt nghiêm trọng", "nhiều tình tiết phức tạp", "cần thêm thời gian"):
        assert words in shown, words
    for left_out in cases_made.COMPLEX:
        bare = msgspec.structs.replace(said, **{left_out: None})
        found = await case.refused(CaseAct.VIOLATION_RECORDED, bare, people.an)
        assert found == "case_complex_grounds"
    unmarked = msgspec.structs.replace(said, complex=False)
    found = await case.refused(CaseAct.VIOLATION_RECORDED, unmarked, people.an)
    assert found == "case_complex_grounds", "two months in a case that nobody sees to be complex"
    await case.take(CaseAct.VIOLATION_RECORDED, said, people.an)
    shown = (await an.http.get(f"/desk/cases/{case.id}")).text
    assert "Hàng giả bán ở nhiều tỉnh" in shown


async def test_nor_does_a_late_word_lengthen_a_time_that_still_runs(
    app: Litestar, people: People
) -> None:
    """Five working days are over in which he could explain, ten to decide are not (Decree 118/2021 Art 17.1)."""
    case = await minuted_ago(people, longest_ago(7), minutes={"explanation_waived": False})
    an = await Desk.of(app, people.an, people)
    now = clock.now().astimezone(VIETNAM)
    then = now - timedelta(days=longest_ago(7))
    late = {"mode": "written", "received_at": f"{now:%Y-%m-%dT%H:%M}", "content": "Tôi đã sai."}
    asked = {"mode": "written", "requested_at": f"{then:%Y-%m-%dT23:59}"}
    for kind, fields in (("explanation.requested", asked), ("explanation.received", late)):
        status, said = await act(an, case, kind, **fields)
        assert (status, (await case.facts()).state) == (409, "violation_recorded"), kind
        assert "chưa ghi nhận yêu cầu giải trình nào" in said
    over = {"how": "time_over", "at": f"{now:%Y-%m-%dT%H:%M}", "reason": "Không gửi giải trình"}
    assert (await act(an, case, "explanation.waived", **over))[0] == 303
    decision = next(one for one in await case_clocks.clocks_of(case.id) if one.rule == "D12")
    assert str(decision.limit.unit if decision.limit else "") == "wd"


async def test_who_decides_gives_himself_no_new_time_by_a_return_of_the_file_that_nobody_sent(
    app: Litestar, people: People
) -> None:
    case = await cases_made.due(people)
    await case.take(CaseAct.CRIME_REFERRED, await referrals.referred(case))
    giang = await Desk.of(app, people.giang, people)
    back = {"returned_on": today(), "number": "1/CV", "reason": "Không khởi tố"}
    letter = {"title": "Quyết định trả hồ sơ", "sheets": 1}
    for filed in (False, True):
        if filed:  # by her own hand
            assert (await act(giang, case, "sheets.filed", **letter))[0] == 303
        status, said = await act(giang, case, "crime.declined", **back)
        assert (status, (await case.facts()).state) == (409, "criminal_transfer")
        assert "Chưa có quyết định trả hồ sơ" in said
    an = await Desk.of(app, people.an, people)
    assert (await act(an, case, "sheets.filed", **letter))[0] == 303
    assert (await act(giang, case, "crime.declined", **back))[0] == 303
    # From then a month, not for ever (Law Art 63.3).
    facts, imposed = await case.facts(), await cases_made.imposed(case)
    ends = limits.ends_of_deciding(facts, imposed.document_id, [])
    assert ends["D12"] == rules.end_of(today() + timedelta(days=30))
    await case.take(CaseAct.SANCTION_IMPOSED, imposed)


@pytest.mark.usefixtures("newest_edition")
async def test_minutes_made_after_prosecution_bodies_returned_the_file_give_no_new_time(
    app: Litestar, people: People
) -> None:
    """A month from its receipt, or 45 days, and no minutes are needed (Law Arts 56.1.b, 63.3)."""
    case = await cases_made.inspected(people)
    await case.take(CaseAct.CRIME_REFERRED, await referrals.referred(case))
    an, giang = await Desk.of(app, people.an, people), await Desk.of(app, people.giang, people)
    assert (await act(an, case, "sheets.filed", title="Quyết định trả hồ sơ", sheets=1))[0] == 303
    back = {"returned_on": today(), "number": "1/CV", "reason": "Không khởi tố"}
    assert (await act(giang, case, "crime.declined", **back))[0] == 303
    with later(days=60):
        await case.take(CaseAct.VIOLATION_RECORDED, await cases_made.minuted(case), people.an)
        await cases_made.approve(case)
        await cases_made.waive(case)
        running = {one.rule for one in telling.clocks_of(await case.facts(), clock.now())}
        assert "P04" in running
        assert "D12" not in running
        late = await cases_made.imposed(case)
        assert await case.refused(CaseAct.SANCTION_IMPOSED, late) == "case_decision_late"


async def test_a_request_of_yesterday_is_entered_by_what_the_violator_wrote(
    app: Litestar, people: People
) -> None:
    """In writing, and in time (Law Art 61.2, 61.3)."""
    case = await minuted_ago(people, longest_ago(2), minutes={"explanation_waived": False})
    an = await Desk.of(app, people.an, people)
    then = clock.now().astimezone(VIETNAM) - timedelta(days=longest_ago(2))
    asked = {"mode": "direct", "requested_at": f"{then:%Y-%m-%dT23:59}"}
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "phải có văn bản của người vi phạm" in said
    letter = case_side_acts.SheetsFiled(
        title="Đơn yêu cầu giải trình trực tiếp",
        issued_on=then.date(),
        number=None,
        sheets=1,
        document_id=None,
        sha256=None,
    )
    await case.take(CaseAct.SHEETS_FILED, letter, people.giang)
    status, said = await act(an, case, "explanation.requested", **asked)
    assert status == 303, said


async def test_a_late_request_is_heard_with_a_reason_and_lengthens_nothing(
    app: Litestar, people: People
) -> None:
    """Law Arts 61, 66.1.b: only who asks in time has the time to decide lengthened to a month."""
    case = await minuted_ago(people, longest_ago(5) + 1, minutes={"explanation_waived": False})
    an = await Desk.of(app, people.an, people)
    asked = {"mode": "written", "requested_at": f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"}
    why = {"despite": "Người vi phạm nằm viện (Điều 61 Luật Xử lý vi phạm hành chính)"}
    status, said = await act(an, case, "explanation.requested", **asked, **why)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "phải có văn bản của người vi phạm" in said, "a reason alone is nobody's request"
    sheet = await cases_made.written_by_party(case)
    status, said = await act(an, case, "explanation.requested", **asked)
    assert (status, (await case.facts()).state) == (409, "violation_recorded")
    assert "đã hết thời hạn yêu cầu giải trình" in said
    before = await _time_to_decide(case)
    status, said = await act(an, case, "explanation.requested", **asked, **why)
    assert (status, (await case.facts()).state) == (303, "await_explanation"), said
    told = {"mode": "written", "received_at": asked["requested_at"], "content": "Tôi có hóa đơn."}
    status, said = await act(an, case, "explanation.received", **told, sheet=sheet)
    assert (status, (await case.facts()).state) == (409, "await_explanation")
    assert "thời hạn ra quyết định không kéo dài" in said
    status, said = await act(an, case, "explanation.received", **told, sheet=sheet, **why)
    assert (status, (await case.facts()).state) == (303, "decision_due"), said
    assert await _time_to_decide(case) == before
    kinds = await database.fetch("SELECT kind FROM exceptions WHERE record_id = $1", case.id)
    assert [row["kind"] for row in kinds].count("legal_warning") == 2


async def test_a_late_request_takes_nothing_back_of_what_was_asked_in_time(
    app: Litestar, people: People
) -> None:
    """Law Art 66.1.b: he asked in time, so that what he sends needs no reason, whatever he asks later."""
    case = await cases_made.recorded(people, minutes={"explanation_waived": False})
    an = await Desk.of(app, people.an, people)
    asked = {"requested_at": f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"}
    asked |= {"mode": "written", "alone": "Người vi phạm đến trụ sở, chưa kịp đưa đơn vào hồ sơ"}
    assert (await act(an, case, "explanation.requested", **asked))[0] == 303
    with later(days=12):
        month = await _time_to_decide(case)
        an = await Desk.of(app, people.an, people)
        sheet = await cases_made.written_by_party(case)
        now = f"{clock.now().astimezone(VIETNAM):%Y-%m-%dT%H:%M}"
        late = {"mode": "direct", "requested_at": now, "despite": "Xin thêm giải trình trực tiếp"}
        status, said = await act(an, case, "explanation.requested", **late)
        assert status == 303, said
        told = {"mode": "written", "received_at": now, "content": "Tôi có hóa đơn."}
        status, said = await act(an, case, "explanation.received", **told, sheet=sheet)
        assert (status, (await case.facts()).state) == (303, "decision_due"), said
        assert await _time_to_decide(case) == month


async def _time_to_decide(case: Case) -> datetime:
    (found,) = [one for one in await case_clocks.clocks_of(case.id) if one.rule == "D12"]
    return found.due_at

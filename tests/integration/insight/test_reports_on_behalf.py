"""A unit's report is its own: who makes it in its place, who does without it, and who judges what they wrote."""

import asyncio
import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest

from backend.approvals.absences import service as absences
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.insight.reports import service as reports
from backend.insight.reports import views
from backend.ledger import service as ledger
from schemas.approvals.absences import AbsenceRecorded
from schemas.insight.words import OnBehalf, ReportState
from tests.support import reports_made
from tests.support.people import People, Person
from tests.support.reports_made import SITUATION, done, view

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]
WHY = "Đội trưởng đi vắng, đã quá hạn gửi"


async def refused(outcome: object) -> str:
    """Do it, and return the code with which it is refused."""
    with pytest.raises(RefusedAct) as found:
        await done(outcome)
    return found.value.problem_code


async def merged(people: People) -> tuple[UUID, UUID, str]:
    """A team's report that was sent, a department's that took it, and the revision of the first."""
    of_team = await reports_made.written(people.chi)
    revision = await reports_made.sent(of_team, people.chi)
    own = await reports_made.written(people.giang)
    await done(reports.take(own, people.giang.actor("desk")))
    return of_team, own, revision


async def test_what_rests_on_a_report_that_was_sent_back_since_waits_or_says_without_whom_it_is_made(
    people: People,
) -> None:
    await reports_made.defined(people)
    of_team, own, revision = await merged(people)
    giang, chi = people.giang.actor("desk"), people.chi.actor("desk")
    await done(reports.send_back(of_team, revision, "Thiếu chợ", people.hai.actor("desk")))
    shown = await view(own, people.giang)
    assert "Đội số 1 thử" in shown.lacks[0].vi
    assert await refused(reports.send_up(own, shown.revision, giang)) == "report_part_back"
    assert await refused(reports.submit(own, shown.revision, "", giang)) == "report_part_back"
    # Taking the reports again does not hide it: the unit has its report back and sent no other.
    await done(reports.take(own, giang))
    assert await refused(reports.send_up(own, shown.revision, giang)) == "report_part_back"

    await done(reports.write_text(of_team, SITUATION, "Có chợ", chi))
    await reports_made.sent(of_team, people.chi)
    await done(reports.take(own, giang))
    await reports_made.sent(own, people.giang)
    assert (await view(own, people.giang)).row.state is ReportState.SENT_UP


async def test_a_head_sends_in_time_without_a_units_report_and_the_reason_stands_in_the_report(
    people: People,
) -> None:
    await reports_made.defined(people)
    of_team, own, revision = await merged(people)
    giang, team = people.giang.actor("desk"), people.chi.unit.unit_id
    why = "Đội đang sửa, hạn của Chi cục là hôm nay"
    assert await refused(reports.leave_out(own, team, why, giang)) == "report_part_sent"
    await done(reports.send_back(of_team, revision, "Thiếu chợ", people.hai.actor("desk")))
    for other in (people.phuc, people.nga):  # who only works there, and who writes nothing
        assert await refused(reports.leave_out(own, team, why, other.actor("desk"))) == (
            "report_not_yours"
        )
    strange = people.dung.unit.unit_id
    assert await refused(reports.leave_out(own, strange, why, giang)) == "report_not_below"
    before = (await view(own, people.giang)).revision
    await done(reports.leave_out(own, team, why, giang))
    shown = await view(own, people.giang)
    assert shown.revision != before, "who sends it has seen the reason"
    assert (shown.lacks, shown.taken) == ([], [])
    [left_out] = shown.left_out
    assert (left_out.unit_id, left_out.reason, left_out.by_name) == (
        team,
        why,
        people.giang.full_name,
    )
    await reports_made.sent(own, people.giang)
    assert [one.reason for one in (await view(own, people.khanh)).left_out] == [why]

    # The team sends again; a correction that takes it does without the remark.
    await done(reports.write_text(of_team, SITUATION, "Có chợ", people.chi.actor("desk")))
    await reports_made.sent(of_team, people.chi)
    async with transaction():
        new = await reports.correct(own, "Có báo cáo của Đội", giang)
    after = await view(new, people.giang)
    assert after.taken is not None
    assert ([one.unit_id for one in after.taken], after.left_out) == ([team], [])


async def test_of_who_sends_what_was_merged_and_who_sends_its_part_back_at_once_one_does(
    people: People,
) -> None:
    await reports_made.defined(people)
    of_team, own, revision = await merged(people)
    seen = (await view(own, people.giang)).revision
    found = await asyncio.gather(
        done(reports.send_up(own, seen, people.giang.actor("desk"))),
        done(reports.send_back(of_team, revision, "Sai", people.hai.actor("desk"))),
        return_exceptions=True,
    )
    [code] = [one.problem_code for one in found if isinstance(one, RefusedAct)]
    assert code in ("report_part_back", "report_rested_on")
    assert found.count(None) == 1


async def test_a_unit_that_works_makes_its_own_report_and_nobody_above_does(people: People) -> None:
    await reports_made.defined(people)
    giang = people.giang.actor("desk")
    with pytest.raises(RefusedAct) as begun:
        await reports_made.begun(people.giang, people.chi.unit.unit_id)
    assert begun.value.problem_code == "report_unit_works"
    report_id = await reports_made.written(people.chi)
    seen = await view(report_id, people.giang)
    assert not any((seen.may.edit, seen.may.send_up, seen.may.submit, seen.may.give_up))
    assert seen.may.take_over is None
    for act in (
        reports.fill(report_id, giang),
        reports.write_text(report_id, SITUATION, "Khác", giang),
        reports.send_up(report_id, seen.revision, giang),
        reports.submit(report_id, seen.revision, "", giang),
        reports.give_up(report_id, "Thôi", giang),
    ):
        assert await refused(act) == "report_not_taken_over"
    assert await refused(reports.take_over(report_id, WHY, giang)) == "report_unit_works"
    await reports_made.overdue(report_id)
    for other in (people.phuc, people.nga, people.khanh, people.an, people.chi):
        why = await refused(reports.take_over(report_id, WHY, other.actor("desk")))
        assert why == "report_not_yours"


async def test_who_makes_a_late_units_report_is_named_and_does_not_judge_it(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    await reports_made.overdue(report_id)
    giang, hai = people.giang.actor("desk"), people.hai.actor("desk")
    assert (await view(report_id, people.giang)).may.take_over is OnBehalf.LATE
    await done(reports.take_over(report_id, WHY, giang))
    assert await refused(reports.take_over(report_id, WHY, hai)) == "report_taken_over"
    told = "SELECT count(*) FROM notices WHERE officer_id = $1 AND text_key = 'report.taken_over'"
    assert await database.fetchval(told, people.chi.id) == 1
    await done(reports.write_text(report_id, SITUATION, "Do Chi cục viết", giang))
    revision = await reports_made.sent(report_id, people.giang, "Đơn vị chậm")
    shown = await view(report_id, people.khanh)
    assert shown.on_behalf is not None
    assert (shown.on_behalf.by_name, shown.on_behalf.reason) == (people.giang.full_name, WHY)
    other = await reports_made.written(people.em)
    async with transaction():
        filters = views.ReportFilters(on_behalf=True)
        listed, _ = await views.page(people.khanh.actor("desk"), filters)
    assert [one.id for one in listed] == [report_id]
    assert other not in [one.id for one in listed]

    assert not (await view(report_id, people.giang)).may.send_back
    assert await refused(reports.send_back(report_id, revision, "Sai", giang)) == "report_own_work"
    own = await reports_made.written(people.giang)
    assert await refused(reports.take(own, giang)) == "report_own_taken"
    await done(reports.take(own, hai))
    await done(reports.send_back(report_id, revision, "Sai", hai))
    # The unit goes on with it itself, as it could all the time.
    await done(reports.write_text(report_id, SITUATION, "Đội viết", people.chi.actor("desk")))
    await reports_made.sent(report_id, people.chi)


async def test_the_report_of_a_unit_whose_head_is_away_is_made_above(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.begun(people.an)
    away = AbsenceRecorded(
        officer_id=people.chi.id,
        stand_in_id=people.an.id,
        first_day=clock.today(),
        last_day=clock.today() + timedelta(days=3),
        reason="Nghỉ phép",
    )
    async with transaction():
        ledger.unwrap((await absences.act(None, away, people.chi.actor("desk")))[1])
    assert (await view(report_id, people.giang)).may.take_over is OnBehalf.ABSENT
    await done(reports.take_over(report_id, "Thủ trưởng nghỉ phép", people.giang.actor("desk")))
    await done(reports.fill(report_id, people.giang.actor("desk")))


async def test_an_approved_report_of_a_unit_that_is_closed_since_is_sent_by_who_takes_it_over(
    people: People,
) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    await database.execute("UPDATE reports SET state = 'approved' WHERE id = $1", report_id)
    await database.execute(
        "UPDATE units SET valid_to = $2 WHERE id = $1", people.chi.unit.unit_id, clock.today()
    )
    giang = people.giang.actor("desk")
    seen = (await view(report_id, people.giang)).revision
    assert await refused(reports.send_up(report_id, seen, giang)) == "report_not_taken_over"
    await done(reports.take_over(report_id, "Đội đã giải thể", giang))
    shown = await view(report_id, people.giang)
    assert (shown.row.state, shown.may.send_up) == (ReportState.APPROVED, True)
    await reports_made.sent(report_id, people.giang)


async def test_who_wrote_a_report_and_then_serves_above_neither_sends_it_back_nor_takes_it(
    people: People,
) -> None:
    """The officer's unit of now counts: of a team that was closed, the one to which he moved."""
    await reports_made.defined(people)
    report_id = await reports_made.begun(people.em)
    em = people.em.actor("desk")
    await done(reports.fill(report_id, em))
    await done(reports.write_text(report_id, SITUATION, "Ổn định", em))
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1",
        people.em.unit.unit_id,
        clock.today(),
        people.chi.unit.unit_id,
    )
    with pytest.raises(NotFound):  # its new unit has nothing to do with it
        await done(reports.fill(report_id, _moved(people.em, people.chi).actor("desk")))
    await done(reports.take_over(report_id, "Đội đã giải thể", people.giang.actor("desk")))
    revision = await reports_made.sent(report_id, people.giang)
    above = _moved(people.em, people.giang)
    back = reports.send_back(report_id, revision, "Sai", above.actor("desk"))
    assert await refused(back) == "report_own_work"
    own = await reports_made.written(people.hai)
    assert await refused(reports.take(own, above.actor("desk"))) == "report_own_taken"


def _moved(person: Person, to: Person) -> Person:
    """The person in the unit of another."""
    return dataclasses.replace(person, unit=to.unit)

"""Who answers for a report that waits for approval: nobody by a wrong role, of another unit, twice, or of their own."""

import asyncio
import dataclasses

import pytest

from backend.approvals.rules.facts import Submission
from backend.core import clock, database
from backend.core.errors import DomainError, NotFound, RefusedAct
from backend.insight.reports import recording
from backend.insight.reports import service as reports
from schemas.approvals.submissions import (
    Comment,
    OpinionGiven,
    SubmissionApproved,
    SubmissionReturned,
)
from schemas.approvals.words import StepKind, SubmittedKind
from schemas.insight.reports import ReportApproved, ReportIssued, ReportReplaced
from schemas.insight.words import ReportState
from tests.support import reports_made
from tests.support.people import People, Person
from tests.support.reports_made import SITUATION, done, view
from tests.support.submitted import answer, legal_first, of_record

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]


async def submitted(report_id: object, person: Person) -> Submission:
    """Submit a report as its drafter sees it, and return its submission."""
    shown = await view(report_id, person)  # type: ignore[arg-type]  # an id
    await done(reports.submit(shown.row.id, shown.revision, "Kính trình", person.actor("desk")))
    return (await of_record(shown.row.id))[-1]


async def refused(outcome: object) -> str:
    """Do it, and return the code with which it is refused."""
    with pytest.raises(DomainError) as found:
        await done(outcome)
    return found.value.problem_code


async def test_no_stranger_no_reader_and_no_drafter_answers_for_the_head(people: People) -> None:
    await reports_made.defined(people)
    await legal_first(people, SubmittedKind.REPORT, StepKind.APPROVE)
    report_id = await reports_made.written(people.an)
    one = await submitted(report_id, people.an)
    opinion = OpinionGiven(shown=one.shown, step=1, favour=True, text="Đồng ý", checks=[])
    yes = SubmissionApproved(shown=one.shown, step=2, note="", without=[], reason="")
    back = SubmissionReturned(shown=one.shown, comments=[Comment(at="", text="Thiếu")])
    for other in (people.ho, people.dung, people.lan):  # another department, and an administrator
        for said in (opinion, yes, back):
            with pytest.raises((NotFound, RefusedAct)):
                await answer(one, said, other)
    for reader in (people.khanh, people.nga, people.chi, people.an):  # who reads, heads or drafted
        for said in (opinion, yes, back):
            with pytest.raises((NotFound, RefusedAct)):
                await answer(one, said, reader)
    assert (await view(report_id, people.an)).row.state is ReportState.READY


async def test_what_only_the_system_enters_nobody_enters(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.chi)
    one = await submitted(report_id, people.chi)
    issued = ReportIssued(
        document_id=report_id,
        number="01/BC",
        issued_on=clock.today(),
        signer_name="Ai đó",
        signer_title="Đội trưởng",
    )
    for content in (
        ReportApproved(submission_id=one.id),
        issued,
        ReportReplaced(by_report_id=one.id),
    ):
        for person in (people.chi, people.giang, people.an):
            forged = recording.record(report_id, content, person.actor("desk"))
            assert await refused(forged) == "report_not_yours"


async def test_of_two_who_answer_at_once_one_does_and_a_report_is_not_approved_twice(
    people: People,
) -> None:
    await reports_made.defined(people)
    await legal_first(people, SubmittedKind.REPORT, StepKind.APPROVE)
    report_id = await reports_made.written(people.chi)
    one = await submitted(report_id, people.chi)
    opinion = OpinionGiven(shown=one.shown, step=1, favour=True, text="Đồng ý", checks=[])
    await answer(one, opinion, people.phuc)
    yes = SubmissionApproved(shown=one.shown, step=2, note="", without=[], reason="")
    back = SubmissionReturned(shown=one.shown, comments=[Comment(at="", text="Thiếu")])
    found = await asyncio.gather(
        answer(one, yes, people.giang), answer(one, back, people.giang), return_exceptions=True
    )
    assert [type(each) for each in found].count(RefusedAct) == 1
    acts = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE record_id = $1 AND act_type = ANY ($2)",
        report_id,
        ["report.approved", "report.reopened"],
    )
    assert acts == 1
    with pytest.raises(RefusedAct):
        await answer(one, yes, people.giang)


async def test_who_took_a_units_report_over_does_not_approve_it(people: People) -> None:
    await reports_made.defined(people)
    await legal_first(people, SubmittedKind.REPORT, StepKind.APPROVE)
    report_id = await reports_made.begun(people.em)  # a team without a head
    await done(reports.take_over(report_id, "Đội chưa có đội trưởng", people.giang.actor("desk")))
    await done(reports.fill(report_id, people.em.actor("desk")))
    await done(reports.write_text(report_id, SITUATION, "Ổn", people.em.actor("desk")))
    one = await submitted(report_id, people.em)
    opinion = OpinionGiven(shown=one.shown, step=1, favour=True, text="Đồng ý", checks=[])
    await answer(one, opinion, people.phuc)
    yes = SubmissionApproved(shown=one.shown, step=2, note="", without=[], reason="")
    with pytest.raises(RefusedAct):
        await answer(one, yes, people.giang)
    assert (await view(report_id, people.em)).row.state is ReportState.READY


async def test_who_moved_away_from_a_closed_unit_answers_and_writes_nothing_of_it_any_more(
    people: People,
) -> None:
    """Its report is with the unit above, which takes it over; the officer serves elsewhere now."""
    await reports_made.defined(people)
    report_id = await reports_made.written(people.an)
    one = await submitted(report_id, people.an)
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1",
        people.chi.unit.unit_id,
        clock.today(),
        people.em.unit.unit_id,
    )
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_3 = $2 WHERE unit_id = $1",
        people.chi.unit.unit_id,
        people.em.unit.unit_id,
    )
    chi, an = (dataclasses.replace(each, unit=people.em.unit) for each in (people.chi, people.an))
    back = SubmissionReturned(shown=one.shown, comments=[Comment(at="", text="Thiếu")])
    for moved in (chi, an):
        with pytest.raises((NotFound, RefusedAct)):
            await answer(one, back, moved)
        with pytest.raises(NotFound):
            await done(reports.give_up(report_id, "Thôi", moved.actor("desk")))
    assert (await view(report_id, people.giang)).row.state is ReportState.READY

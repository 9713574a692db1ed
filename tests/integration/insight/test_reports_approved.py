"""A report goes through the submissions: closed while it waits, a draft again when it comes back, approved."""

import pytest

from backend.approvals.rules.facts import Submission
from backend.core.errors import RefusedAct
from backend.insight.reports import service as reports
from schemas.approvals.submissions import (
    Comment,
    OpinionGiven,
    SubmissionApproved,
    SubmissionReturned,
)
from schemas.approvals.words import StepKind, SubmissionState, SubmittedKind
from schemas.insight.words import ReportState
from tests.support import reports_made
from tests.support.people import People, Person
from tests.support.reports_made import SITUATION, done, view
from tests.support.submitted import answer, legal_first, of_record, waits_for

pytestmark = pytest.mark.usefixtures("pool")


async def submitted(report_id: object, person: Person) -> Submission:
    """Submit a report as its drafter sees it, and return its submission."""
    shown = await view(report_id, person)  # type: ignore[arg-type]  # an id
    await done(reports.submit(shown.row.id, shown.revision, "Kính trình", person.actor("desk")))
    return (await of_record(shown.row.id))[-1]


async def test_a_report_without_a_route_waits_for_its_own_heads_signature(people: People) -> None:
    await reports_made.defined(people)
    report_id = await reports_made.written(people.an)
    one = await submitted(report_id, people.an)
    assert one.steps[-1].made.kind is StepKind.SIGN
    assert (await view(report_id, people.chi)).row.state is ReportState.READY
    assert await waits_for(people.chi) == [report_id]
    for act in (
        reports.write_text(report_id, SITUATION, "Khác", people.an.actor("desk")),
        reports.give_up(report_id, "Thôi", people.chi.actor("desk")),
    ):
        with pytest.raises(RefusedAct) as refused:
            await done(act)
        assert refused.value.problem_code == "report_state"
    with pytest.raises(RefusedAct) as refused:
        await done(reports.reopen(report_id, "Sửa", people.chi.actor("desk")))
    assert refused.value.problem_code == "report_withdraw_first"

    comments = [Comment(at="", text="Thiếu số liệu chợ")]
    back = SubmissionReturned(shown=one.shown, comments=comments)
    await answer(one, back, people.chi)
    assert (await view(report_id, people.an)).row.state is ReportState.DRAFT
    again = await submitted(report_id, people.an)
    assert again.state is SubmissionState.WAITING


async def test_a_route_approves_a_report_which_is_then_sent_up(people: People) -> None:
    await reports_made.defined(people)
    await legal_first(people, SubmittedKind.REPORT, StepKind.APPROVE)
    report_id = await reports_made.written(people.chi)
    one = await submitted(report_id, people.chi)
    opinion = OpinionGiven(shown=one.shown, step=1, favour=True, text="Đồng ý", checks=[])
    await answer(one, opinion, people.phuc)
    said = SubmissionApproved(shown=one.shown, step=2, note="Đồng ý", without=[], reason="")
    await answer(one, said, people.giang)
    shown = await view(report_id, people.chi)
    assert (shown.row.state, shown.may.send_up) == (ReportState.APPROVED, True)
    await reports_made.sent(report_id, people.chi)
    assert (await view(report_id, people.giang)).row.state is ReportState.SENT_UP


async def test_an_approved_report_is_opened_again_by_its_head_and_must_be_approved_anew(
    people: People,
) -> None:
    await reports_made.defined(people)
    await legal_first(people, SubmittedKind.REPORT, StepKind.APPROVE)
    report_id = await reports_made.written(people.chi)
    one = await submitted(report_id, people.chi)
    opinion = OpinionGiven(shown=one.shown, step=1, favour=True, text="Đồng ý", checks=[])
    await answer(one, opinion, people.phuc)
    said = SubmissionApproved(shown=one.shown, step=2, note="", without=[], reason="")
    await answer(one, said, people.giang)
    await done(reports.reopen(report_id, "Còn sai", people.chi.actor("desk")))
    assert (await view(report_id, people.chi)).row.state is ReportState.DRAFT
    await submitted(report_id, people.chi)
    assert (await view(report_id, people.chi)).row.state is ReportState.READY

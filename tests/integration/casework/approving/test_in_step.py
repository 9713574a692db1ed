"""A paper of a case and its submission go in step: returned, changed, silent, refused, given up."""

import asyncio

import pytest

from backend import registry
from backend.approvals.submissions import passing
from backend.casework.clocks import service as clocks
from backend.core import clock, database
from backend.ledger.service import Accepted, Refused
from schemas.approvals import submissions as acts
from schemas.approvals.words import Outcome, SubmissionState, SubmittedKind
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, CaseState, ExplanationMode
from tests.support import cases_made, routes_made, told
from tests.support.later import later
from tests.support.papers_submitted import (
    answered,
    drafted,
    found,
    opinion,
    ready,
    saved,
    signed,
)
from tests.support.people import People

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.usefixtures("pool"),
    pytest.mark.long,
]
SANCTION, SEIZURE = SubmittedKind.SANCTION, SubmittedKind.SEIZURE


@pytest.fixture(autouse=True)
def _wired() -> None:
    registry.open_all()


def returned(one: object, text: str = "Sửa nơi nhận") -> acts.SubmissionReturned:
    shown = one.shown  # type: ignore[attr-defined]
    return acts.SubmissionReturned(
        shown=shown, comments=[acts.Comment(at="/recipients", text=text)]
    )


async def test_an_opinion_outlives_a_change_of_a_note_and_is_voided_by_one_of_the_amount(
    people: People,
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    one = await found(case, document, SANCTION)
    assert isinstance(await answered(one, opinion(one), people.phuc), Accepted)

    assert isinstance(await answered(one, returned(one), people.giang), Accepted)
    fields = (await case.facts()).papers[document].fields
    await saved(case, "MQĐ02", fields | {"recipients": ["Như trên", "Lưu: VT"]}, document)
    await ready(case, document)
    kept = await found(case, document, SANCTION)
    assert kept.shown != one.shown
    assert kept.steps[0].answer, "who receives it is no part of what was judged (practice B7)"

    assert isinstance(await answered(kept, returned(kept), people.giang), Accepted)
    changed = cases_made.decision(await cases_made.order(mitigating=1))
    assert changed["total_fine"] != fields["total_fine"]
    named = {name: changed[name] for name in ("violations", "total_fine", "reckoning")}
    await saved(case, "MQĐ02", fields | named, document)
    await ready(case, document)
    voided = await found(case, document, SANCTION)
    assert voided.amount_vnd == changed["total_fine"]
    assert voided.steps[0].answer is None
    assert [old.outcome for old in voided.steps[0].former] == [Outcome.AGREED]


async def test_a_silent_step_does_not_hold_up_a_seizure_and_its_signature_needs_no_reason_then(
    people: People,
) -> None:
    case = await cases_made.recorded(people)
    content = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    await routes_made.published(people, SEIZURE, routes_made.HOURS)
    document = await drafted(case, "MQĐ20", people.giang)
    await ready(case, document)
    one = await found(case, document, SEIZURE)
    assert one.due_rule == "D23", "within 24 hours of the seizure on the spot (Law Art 125.4)"
    assert one.steps[0].due_at
    assert one.due_at
    assert one.steps[0].due_at < one.due_at
    with later(hours=5):
        await passing.pass_on()
        one = await found(case, document, SEIZURE)
        assert one.steps[0].answer
        assert one.steps[0].answer.outcome is Outcome.NO_OPINION
        outcome = await signed(case, document, people.giang)
        assert isinstance(outcome, Accepted), outcome
    one = await found(case, document, SEIZURE)
    assert one.state is SubmissionState.DONE
    assert one.number == (await case.facts()).papers[document].number


async def test_goods_held_for_more_than_24_hours_are_seized_by_decision_only_with_a_reason_that_is_listed(
    people: People,
) -> None:
    case = await cases_made.recorded(people)
    content = await cases_made.seized(case, cases_made.exhibit())
    await case.take(CaseAct.EXHIBITS_SEIZED, content, people.an)
    document = await drafted(case, "MQĐ20", people.giang)
    await ready(case, document)
    with later(hours=25):
        warned = await signed(case, document, people.giang)
        assert isinstance(warned, Refused)
        assert warned.code == "case_legal_warning"
        assert "khoản 4 Điều 125" in warned.text.vi
        why = "Đã báo cáo trong 24 giờ (khoản 4 Điều 125), mạng của đơn vị mất"
        outcome = await signed(case, document, people.giang, despite=why)
        assert isinstance(outcome, Accepted), outcome
    kinds = await database.fetch("SELECT kind FROM exceptions WHERE reason = $1", why)
    assert [row["kind"] for row in kinds] == ["legal_warning"]


async def test_a_signer_waits_for_an_opinion_or_gives_the_reason_which_is_listed(
    people: People,
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    refused = await signed(case, document, people.giang)
    assert isinstance(refused, Refused)
    assert refused.code == "case_unheard"
    outcome = await signed(case, document, people.giang, unheard="Pháp chế đi vắng")
    assert isinstance(outcome, Accepted), outcome
    one = await found(case, document, SANCTION)
    assert one.state is SubmissionState.DONE
    assert one.steps[0].answer
    assert one.steps[0].answer.outcome is Outcome.NO_OPINION
    kinds = await database.fetch("SELECT kind FROM exceptions WHERE reason = 'Pháp chế đi vắng'")
    assert [row["kind"] for row in kinds] == ["no_opinion"]


async def test_a_paper_that_waits_has_the_month_that_a_request_to_explain_gives_its_case(
    people: People,
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    before = await found(case, document, SANCTION)
    asked = case_acts.ExplanationRequested(
        mode=ExplanationMode.WRITTEN,
        requested_at=clock.now(),
        document_id=None,
        alone="Chủ cơ sở trực tiếp yêu cầu tại trụ sở",
    )
    await case.take(CaseAct.EXPLANATION_REQUESTED, asked, people.an)
    one = await found(case, document, SANCTION)
    [to_decide] = [one for one in await clocks.clocks_of(case.id) if one.rule == "D12"]
    assert before.due_at
    assert one.due_at == to_decide.due_at > before.due_at, "a month (Law Art 66.1.b)"
    assert one.shown == before.shown, "nothing of the paper changed"


async def test_of_two_answers_at_once_one_is_taken(people: People) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    one = await found(case, document, SANCTION)
    outcomes = await asyncio.gather(
        answered(one, opinion(one), people.phuc),
        answered(one, opinion(one, favour=False, text="Chưa đủ căn cứ"), people.phuc),
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["Accepted", "Refused"]


async def test_a_refused_paper_is_a_draft_again_and_waits_again_once_the_refusal_is_taken_back(
    people: People,
) -> None:
    case = await cases_made.due(people)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    one = await found(case, document, SANCTION)
    assert [step.kind for step in one.steps] == ["sign"], "no route: the law's own step"
    assert isinstance(
        await answered(
            one, acts.SubmissionRefused(shown=one.shown, reason="Chưa đủ căn cứ"), people.giang
        ),
        Accepted,
    )
    assert (await case.facts()).papers[document].state == "draft"
    assert (await found(case, document, SANCTION)).state is SubmissionState.REFUSED
    taken_back = acts.Reopened(reason="Đã xem lại hồ sơ")
    outcome = await answered(one, taken_back, people.giang)
    assert isinstance(outcome, Accepted), outcome
    assert (await case.facts()).papers[document].state == "content_ready"
    assert (await found(case, document, SANCTION)).state is SubmissionState.WAITING

    given_up = case_side_acts.DocumentDiscarded(document_id=document, reason="Lập văn bản khác")
    await case.take(CaseAct.DOCUMENT_DISCARDED, given_up, people.giang)
    assert (await found(case, document, SANCTION)).state is SubmissionState.ENDED
    keys = await told.waiting(people.an)
    assert [one for one in keys if one in ("paper.given_up", "submission.ended")] == [
        "paper.given_up"
    ], "who drafted it hears it once"


async def test_what_nobody_can_sign_any_more_ends_with_the_case_and_is_submitted_anew_after(
    people: People,
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SANCTION)
    await routes_made.published(people, SubmittedKind.OTHER_PAPER)
    fine, order = (
        await drafted(case, "MQĐ02", people.giang),
        await drafted(case, "MQĐ24", people.giang),
    )
    await ready(case, fine)
    await ready(case, order)
    report = await case.paper("BC", people.an)
    why = "Không đủ căn cứ"
    declined = case_acts.SanctionDeclined(reason=why, document_id=report, why="other")
    await case.take(CaseAct.SANCTION_DECLINED, declined)
    ended = await found(case, fine, SANCTION)
    assert ended.state is SubmissionState.ENDED
    assert why in ended.reason
    papers = (await case.facts()).papers
    assert (papers[fine].state, papers[order].state) == ("draft", "content_ready")
    goes_on = await found(case, order, SubmittedKind.OTHER_PAPER)
    assert goes_on.state is SubmissionState.WAITING, "goods still go back after it"

    archived = case_execution_acts.CaseArchived(archived_on=cases_made.today(), shelf=None)
    await case.take(CaseAct.CASE_ARCHIVED, archived)
    over = await found(case, order, SubmittedKind.OTHER_PAPER)
    assert over.state is SubmissionState.ENDED
    asked = case_execution_acts.CaseReopeningAsked(reason="Có tình tiết mới")
    await case.take(CaseAct.CASE_REOPENING_ASKED, asked, people.hai)
    reopened = case_execution_acts.CaseReopened(
        back_to=CaseState.NO_SANCTION, reason="Có tình tiết mới"
    )
    await case.take(CaseAct.CASE_REOPENED, reopened, people.giang)
    assert (await case.facts()).papers[order].state == "draft", "not signed without its route"
    await ready(case, order)
    again = await found(case, order, SubmittedKind.OTHER_PAPER)
    assert (again.id != over.id, again.state) == (True, SubmissionState.WAITING)


async def test_a_head_who_drafts_and_signs_submits_to_nobody(people: People) -> None:
    case = await cases_made.due(people)
    await case.paper("MQĐ02", people.giang)
    assert await database.fetchval("SELECT count(*) FROM approval_submissions") == 0

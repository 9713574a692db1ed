"""An inspection decision is not signed before a step of its route that decides."""

from uuid import uuid4

import pytest

from backend.approvals.routes import service as routes
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.fieldwork.approving import service as approving
from backend.fieldwork.inspections import opinions
from backend.ledger import service as ledger
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import (
    Comment,
    RouteStep,
    SubmissionAgreed,
    SubmissionReturned,
    SubmissionWithdrawn,
    Term,
    Who,
)
from schemas.approvals.words import By, StepKind, SubmissionState, SubmittedKind
from schemas.core.vocabulary import Role
from tests.support import decision_papers, factories, submitted
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def agreed_first(
    people: People,
    kind: SubmittedKind = SubmittedKind.INSPECTION_DECISION,
    last: StepKind = StepKind.SIGN,
) -> None:
    """In Hà Nội the legal officer agrees before the head signs, or agrees to a file."""
    legal = Who(by=By.ROLE, up=1, role=Role.LEGAL)
    draft = RouteDrafted(
        draft_id=uuid4(),
        name="Pháp chế đồng ý trước khi ký",
        kind=kind,
        unit_id=people.giang.unit.unit_id,
        forms=[],
        fields=[],
        amount_from=None,
        amount_to=None,
        steps=[
            RouteStep(kind=StepKind.AGREE, who=legal, term=Term(hours=8)),
            RouteStep(kind=last, who=Who(by=By.HEAD, up=1), term=Term(hours=8)),
        ],
        valid_from=clock.today(),
        note="",
    )
    async with transaction():
        route, outcome = await routes.act(None, draft, people.phuc.actor("desk"))
        ledger.unwrap(outcome)
        publish = RoutePublished(draft_id=draft.draft_id)
        ledger.unwrap((await routes.act(route, publish, people.giang.actor("desk")))[1])


async def test_a_decision_that_was_not_agreed_to_or_was_returned_is_not_signed(
    people: People,
) -> None:
    await agreed_first(people)
    document = await decision_papers.drafted(people)
    record = await database.fetchval("SELECT record_id FROM approval_submissions")
    [one] = await submitted.of_record(record)
    assert [step.kind for step in one.steps] == [StepKind.AGREE, StepKind.SIGN]
    with pytest.raises(RefusedAct) as refused:
        await decision_papers.signed(document, people.giang, None)
    assert refused.value.problem_code == "inspection_step_first"

    said = SubmissionReturned(shown=one.shown, comments=[Comment(at="", text="Nêu rõ căn cứ")])
    await submitted.answer(one, said, people.phuc)
    with pytest.raises(RefusedAct) as refused:
        await decision_papers.signed(document, people.giang, None)
    assert refused.value.problem_code == "inspection_step_first", (
        "what was returned was not agreed to"
    )


async def test_once_it_was_agreed_to_the_head_signs(people: People) -> None:
    await agreed_first(people)
    document = await decision_papers.drafted(people)
    record = await database.fetchval("SELECT record_id FROM approval_submissions")
    [one] = await submitted.of_record(record)
    yes = SubmissionAgreed(shown=one.shown, step=1, note="", without=[], reason="")
    await submitted.answer(one, yes, people.phuc)
    await decision_papers.signed(document, people.giang, None)


async def test_a_draft_that_was_withdrawn_is_submitted_again_before_it_is_signed(
    people: People,
) -> None:
    await agreed_first(people)
    document = await decision_papers.drafted(people)
    record = await database.fetchval("SELECT record_id FROM approval_submissions")
    [one] = await submitted.of_record(record)
    maker = next(who for who in people if who.id == one.submitted_by)
    await submitted.answer(one, SubmissionWithdrawn(reason="xem lại"), maker)
    with pytest.raises(RefusedAct) as refused:
        await decision_papers.signed(document, people.giang, None)
    assert refused.value.problem_code == "approval_withdrawn_first"


async def test_a_head_does_not_agree_to_a_file_before_a_step_that_agrees(people: People) -> None:
    await agreed_first(people, SubmittedKind.FILE, StepKind.AGREE)
    work = await submitted.drafted(people)
    await factories.sign_text(work)
    ledger.unwrap(await factories.submit(work))
    await database.execute("UPDATE inspections SET missing_count = 0 WHERE id = $1", work.id)
    file = (await submitted.of_record(work.id))[-1]
    assert [step.kind for step in file.steps] == [StepKind.AGREE, StepKind.AGREE]
    with pytest.raises(RefusedAct) as refused:
        async with transaction():
            await opinions.agree(work.id, file.shown, people.giang.actor("desk"))
    assert refused.value.problem_code == "approval_step_first"
    with pytest.raises(RefusedAct) as refused:
        async with transaction():
            await approving.agree(work.id, file.shown, "gấp", people.giang.actor("desk"))
    assert refused.value.problem_code == "approval_step_first", "no reason passes over a decision"
    yes = SubmissionAgreed(shown=file.shown, step=1, note="", without=[], reason="")
    await submitted.answer(file, yes, people.phuc)
    async with transaction():
        ledger.unwrap(await opinions.agree(work.id, file.shown, people.giang.actor("desk")))
    assert (await submitted.of_record(work.id))[-1].state is SubmissionState.DONE

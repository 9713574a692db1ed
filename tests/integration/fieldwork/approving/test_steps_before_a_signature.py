"""An inspection decision is not signed before a step of its route that decides."""

from uuid import uuid4

import pytest

from backend.approvals.routes import service as routes
from backend.core import clock, database
from backend.core.database import transaction
from backend.core.errors import RefusedAct
from backend.ledger import service as ledger
from schemas.approvals.routes import RouteDrafted, RoutePublished
from schemas.approvals.submissions import (
    Comment,
    RouteStep,
    SubmissionAgreed,
    SubmissionReturned,
    Term,
    Who,
)
from schemas.approvals.words import By, StepKind, SubmittedKind
from schemas.core.vocabulary import Role
from tests.support import decision_papers, submitted
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def agreed_first(people: People) -> None:
    """In Hà Nội the legal officer agrees to inspection decisions before the head signs."""
    legal = Who(by=By.ROLE, up=1, role=Role.LEGAL)
    draft = RouteDrafted(
        draft_id=uuid4(),
        name="Pháp chế đồng ý trước khi ký",
        kind=SubmittedKind.INSPECTION_DECISION,
        unit_id=people.giang.unit.unit_id,
        forms=[],
        fields=[],
        amount_from=None,
        amount_to=None,
        steps=[
            RouteStep(kind=StepKind.AGREE, who=legal, term=Term(hours=8)),
            RouteStep(kind=StepKind.SIGN, who=Who(by=By.HEAD, up=1), term=Term(hours=8)),
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

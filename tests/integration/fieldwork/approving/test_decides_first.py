"""Nothing is signed, or ruled on from a phone, before a step of its route that decides."""

from uuid import UUID

import pytest

from backend.core.errors import RefusedAct
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Refused
from schemas.approvals import submissions as said
from schemas.approvals.words import StepKind, SubmissionState, SubmittedKind
from tests.support import decision_papers, factories, submitted
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")


async def test_a_head_does_not_sign_a_decision_past_a_step_that_agrees(people: People) -> None:
    kind = SubmittedKind.INSPECTION_DECISION
    await submitted.legal_first(people, kind, StepKind.SIGN, first=StepKind.AGREE)
    document = await decision_papers.drafted(people)
    page = await papers.read(document, people.giang.actor("desk"), None)
    assert page.waits_first, "the page does not offer what the door refuses"
    assert "Đồng ý" in page.waits_first.vi
    with pytest.raises(RefusedAct) as refused:
        await decision_papers.signed(document, people.giang, None)
    assert refused.value.problem_code == "inspection_step_first"
    assert "Đồng ý" in refused.value.text.vi
    [record_id] = await submitted.waits_for(people.phuc)
    [one] = await submitted.of_record(record_id)
    agreed = said.SubmissionAgreed(shown=one.shown, step=1, note="", without=[], reason="")
    await submitted.answer(one, agreed, people.phuc)
    assert await decision_papers.signed(document, people.giang, None) == record_id
    [one] = await submitted.of_record(record_id)
    assert one.state is SubmissionState.WAITING, "printed, it is not signed yet"


async def test_a_ruling_from_a_phone_passes_no_step_that_agrees_and_no_holder_by(
    people: People,
) -> None:
    """What another is asked to agree to is not "no opinion yet" because a supervisor was quicker."""
    kind = SubmittedKind.MINUTES_DRAFT
    await submitted.legal_first(people, kind, StepKind.APPROVE, first=StepKind.AGREE)
    work = await submitted.drafted(people)
    [one] = await submitted.of_record(work.id)

    async def approved_by(person: Person) -> str | None:
        pen = await factories.pen(person)
        written = pen.write(str(work.id), "draft.approved", {"draft": one.shown})
        device = UUID(str(written["device_id"]))
        outcome = await factories.hand_in(written, person, device)
        return outcome.code if isinstance(outcome, Refused) else None

    assert await approved_by(people.giang) == "approval_step_first"
    agreed = said.SubmissionAgreed(shown=one.shown, step=1, note="", without=[], reason="")
    await submitted.answer(one, agreed, people.phuc)
    assert await approved_by(people.hai) == "approval_not_yours", "the route asks the head"
    assert await approved_by(people.giang) is None
    [one] = await submitted.of_record(work.id)
    assert one.state is SubmissionState.DONE
    assert [step.answer and step.answer.outcome for step in one.steps] == ["agreed", "approved"]

"""A decision's paper is not signed before a step of its route that decides."""

import pytest

from backend.core.errors import RefusedAct
from schemas.approvals import submissions as said
from schemas.approvals.words import StepKind, SubmissionState, SubmittedKind
from tests.support import decision_papers, submitted
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def test_a_head_does_not_sign_a_decision_past_a_step_that_agrees(people: People) -> None:
    kind = SubmittedKind.INSPECTION_DECISION
    await submitted.legal_first(people, kind, StepKind.SIGN, first=StepKind.AGREE)
    document = await decision_papers.drafted(people)
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

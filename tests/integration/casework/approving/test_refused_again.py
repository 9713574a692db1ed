"""A case's paper that was refused comes back changed, or with its reason, which who refused it reads."""

import pytest

from backend import registry
from backend.core import database
from backend.core.errors import RefusedAct
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.approvals import submissions as acts
from schemas.approvals.words import SubmissionState, SubmittedKind
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.cases_made import Case
from tests.support.papers_submitted import answered, drafted, found, ready, saved
from tests.support.people import People

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("pool"), pytest.mark.long]
SANCTION = SubmittedKind.SANCTION
WHY = "Đã đối chiếu lại biên bản, căn cứ đầy đủ, đề nghị xem xét"


async def made_ready(case: Case, document: object, note: str) -> str | None:
    """Make a paper ready with this note; the code if it is refused."""
    paper = (await case.facts()).papers[document]  # type: ignore[index]
    said = case_side_acts.DocumentFinalised(
        document_id=paper.id, fields_hash=paper.fields_hash, note=note
    )
    try:
        outcome: Outcome = await case.act(CaseAct.DOCUMENT_FINALISED, said, case.worker)
    except RefusedAct as error:
        return error.problem_code
    return outcome.code if isinstance(outcome, Refused) else None


async def test_a_refused_sanction_does_not_come_back_the_same_without_a_word(
    people: People,
) -> None:
    registry.open_all()
    case = await cases_made.due(people)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    one = await found(case, document, SANCTION)
    no = acts.SubmissionRefused(shown=one.shown, reason="Chưa đủ căn cứ")
    assert isinstance(await answered(one, no, people.giang), Accepted)

    assert await made_ready(case, document, "Đề nghị ký") == "approval_refused_unchanged"
    papers = (await case.facts()).papers
    assert papers[document].state == "draft", "nothing of it happened"

    # Nor as another document with the same content.
    fields = papers[document].fields
    gone = case_side_acts.DocumentDiscarded(document_id=document, reason="Lập văn bản khác")
    await case.take(CaseAct.DOCUMENT_DISCARDED, gone, case.worker)
    twin = await drafted(case, "MQĐ02", people.giang)
    await saved(case, "MQĐ02", fields | {"recipients": ["Như trên", "Lưu: VT"]}, twin)
    assert await made_ready(case, twin, "") == "approval_refused_unchanged"

    assert await made_ready(case, twin, WHY) is None
    again = await found(case, twin, SANCTION)
    assert (again.state, again.note) == (SubmissionState.WAITING, WHY)
    told = await database.fetch(
        "SELECT officer_id FROM notices WHERE text_key = 'submission.again' AND record_id = $1",
        again.id,
    )
    assert people.giang.id in {row["officer_id"] for row in told}

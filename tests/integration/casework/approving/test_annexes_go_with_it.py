"""A list or an annex is submitted with its paper, shown on its panel, and frozen while the paper waits."""

import pytest

from backend import registry
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.core.database import transaction
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.approvals import submissions as acts
from schemas.approvals.words import SubmittedKind
from tests.support import cases_made, routes_made
from tests.support.desk import Desks
from tests.support.papers_submitted import answered, drafted, found, opinion, ready
from tests.support.people import People

pytestmark = pytest.mark.long
SANCTION = SubmittedKind.SANCTION


async def test_a_legal_officer_s_opinion_is_of_the_list_too(people: People, desks: Desks) -> None:
    registry.open_all()
    case = await cases_made.due(people)
    await routes_made.published(people, SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    worker = case.worker.actor("desk")
    async with transaction():
        annex, begun = await drafting.begin(case.id, "PL", worker, about=document)
    assert isinstance(begun, Accepted), begun
    assert (await case.facts()).papers[annex].belongs_to == document

    async def says(text: str, heading: str = "Danh mục tang vật") -> Outcome:
        said = {"heading": heading, "sections": [{"text": text}]}
        fields = (await case.facts()).papers[annex].fields | said
        async with transaction():
            _, outcome = await cases.draft(
                case.id, "PL", drafting.version_of("PL"), fields, worker, document_id=annex
            )
        return outcome

    assert isinstance(await says("12 áo khoác"), Accepted)
    await ready(case, document)
    one = await found(case, document, SANCTION)
    assert isinstance(await answered(one, opinion(one), people.phuc), Accepted)
    head = await desks.of(people.giang)
    await head.open(f"/desk/submissions/{one.id}")
    assert "Phụ lục: Danh mục tang vật" in head.page.text
    await head.follow(f"/desk/documents/{annex}")
    await head.follow(f"/desk/documents/{document}")
    refused = await says("120 áo khoác")
    assert isinstance(refused, Refused)
    assert refused.code == "case_annex_frozen", "its signer sees it as it is"

    back = acts.SubmissionReturned(shown=one.shown, comments=[acts.Comment(at="", text="Sửa")])
    assert isinstance(await answered(one, back, people.giang), Accepted)
    assert isinstance(await says("12 áo khoác", "Danh mục hàng hóa"), Accepted)
    kept = await found(case, document, SANCTION)
    assert kept.shown != one.shown
    assert kept.steps[0].answer, "a heading is no goods (practice B7)"
    assert isinstance(await says("120 áo khoác"), Accepted)
    voided = await found(case, document, SANCTION)
    assert voided.steps[0].answer is None

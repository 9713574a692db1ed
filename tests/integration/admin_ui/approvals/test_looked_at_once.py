"""How much the database is asked for a submission's page, and for an answer to it."""

import pytest

from deploy.demo.pages import Button
from schemas.approvals.words import SubmittedKind
from tests.support import cases_made, factories, routes_made, submitted
from tests.support.papers_submitted import drafted, form_to, found, ready
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.statements import MOST_OF_A_PAGE
from tests.support.statements import asked as asked

pytestmark = pytest.mark.usefixtures("app")
MOST_OF_A_RULING = 32
"""Two acts, each with its lock, its position in the ledger, its guards, its rows and its notices."""


async def test_a_submission_is_looked_at_once_for_its_page_and_once_under_its_lock(
    people: People, readers: Readers, asked: list[str]
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    [file] = await submitted.of_record(work.id)
    giang = await readers.of(people.giang)
    for page in (f"/desk/submissions/{file.id}", f"/desk/submissions/{file.id}/agree"):
        asked.clear()
        assert await giang.look(page) == 200
        assert 0 < len(asked) <= MOST_OF_A_PAGE, "\n".join(asked)
    agree = form_to(giang.page, "/agree")
    asked.clear()
    assert await giang.try_submit(agree, Button("", "")) == 200
    assert len(asked) <= MOST_OF_A_RULING + MOST_OF_A_PAGE, "\n".join(asked)
    assert sum("FROM field_documents" in one or '"field_documents"' in one for one in asked) == 2
    [file] = await submitted.of_record(work.id)
    assert file.state == "done"


@pytest.mark.long
async def test_a_paper_of_a_case_asks_as_little(
    people: People, readers: Readers, asked: list[str]
) -> None:
    case = await cases_made.due(people)
    await routes_made.published(people, SubmittedKind.SANCTION)
    document = await drafted(case, "MQĐ02", people.giang)
    await ready(case, document)
    one = await found(case, document, SubmittedKind.SANCTION)
    phuc = await readers.of(people.phuc)
    for page in (f"/desk/submissions/{one.id}", f"/desk/submissions/{one.id}/opinion"):
        asked.clear()
        assert await phuc.look(page) == 200
        assert 0 < len(asked) <= MOST_OF_A_PAGE, "\n".join(asked)

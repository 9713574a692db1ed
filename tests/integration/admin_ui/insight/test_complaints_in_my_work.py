"""A complaint waits for the head, who accepts and resolves it, not only for the officer who leads the case."""

import pytest

from schemas.casework.words import CaseAct
from tests.integration.admin_ui.insight.test_my_work import kinds
from tests.integration.casework.cases.test_after_a_restructuring import complained
from tests.integration.casework.cases.test_complaints_of_who_left import accepted, kept
from tests.support import cases_made
from tests.support.cases_made import today
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")

KIND = "complaint_resolve"


async def test_a_complaint_stands_in_my_work_of_the_head_until_it_is_resolved(
    people: People, readers: Readers
) -> None:
    """Law on Complaints Arts 7, 27, 28: ten days to accept it, thirty to resolve it, both the head's."""
    case = await cases_made.sanctioned(people)
    assert KIND not in await kinds(people.giang)
    filed = await complained(case, people.an)
    assert KIND in await kinds(people.giang)
    assert KIND not in await kinds(people.an), "their case lists it already"
    assert KIND not in await kinds(people.dung), "it is of another province"
    giang = await readers.of(people.giang)
    await giang.open("/desk/")
    assert "Khiếu nại chờ thụ lý hoặc giải quyết" in giang.page.text
    await accepted(case, filed)
    assert KIND in await kinds(people.giang)
    await case.take(CaseAct.COMPLAINT_RESOLVED, await kept(case, filed, today()))
    assert KIND not in await kinds(people.giang)

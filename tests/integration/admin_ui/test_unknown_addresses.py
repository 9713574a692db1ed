"""An address that nothing has: a page to who reads pages, and never a form that could not be sent."""

import pytest
from litestar import Litestar

from tests.support.desk import Desks
from tests.support.people import People

DEEP = ("/desk/catalogue/ND98-8-2-b/no-such-page", "/desk/cases/nonsense/acts/x/y", "/nonsense")


@pytest.mark.parametrize("address", DEEP)
async def test_who_follows_a_wrong_link_reads_a_page_that_says_where_to_go(
    address: str, app: Litestar, desks: Desks, people: People
) -> None:
    await desks.of(people.giang)
    client = desks.clients[-1]
    answer = await client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "Không có trang này" in answer.text
    assert 'href="/desk/"' in answer.text
    assert "<form" not in answer.text  # nobody looked who asks: a form would be refused
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


async def test_a_program_reads_the_same_as_a_problem_document(
    app: Litestar, desks: Desks, people: People
) -> None:
    await desks.of(people.giang)
    client = desks.clients[-1]
    answer = await client.get(DEEP[0], headers={"accept": "*/*"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")

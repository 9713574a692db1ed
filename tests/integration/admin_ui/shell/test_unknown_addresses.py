"""An address that nothing has: a page to who reads pages, and never a form that could not be sent."""

import pytest
from litestar import Litestar

from tests.support.desk import Desks
from tests.support.people import People
from tests.support.readers import Readers

DEEP = ("/desk/catalogue/ND98-8-2-b/no-such-page", "/desk/cases/nonsense/acts/x/y", "/nonsense")


@pytest.mark.parametrize("address", DEEP)
async def test_who_follows_a_wrong_link_reads_a_page_that_says_where_to_go(
    address: str, readers: Readers, people: People
) -> None:
    desk = await readers.of(people.giang)
    answer = await desk.fetch(address)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "Không có trang này" in answer.text
    assert 'href="/desk/"' in answer.text
    assert people.giang.full_name in answer.text
    assert 'href="/desk/cases"' in answer.text, "the navigation is the way on"
    assert await desk.look(address) == 404
    assert await desk.press("/desk/sign-out") == 200, "its forms are those of the session"
    assert desk.form("/desk/sign-in")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("address", DEEP)
async def test_who_is_not_signed_in_reads_it_without_a_form_and_learns_of_nobody(
    address: str, app: Litestar, desks: Desks, people: People
) -> None:
    desks.blank()
    client = desks.clients[-1]
    client.cookies.set("__Host-hientruong", "nonsense")
    answer = await client.get(address, headers={"accept": "text/html"})
    assert (answer.status_code, "Không có trang này" in answer.text) == (404, True)
    assert "<form" not in answer.text
    assert "rail-nav" not in answer.text


async def test_a_program_reads_the_same_as_a_problem_document(
    app: Litestar, desks: Desks, people: People
) -> None:
    await desks.of(people.giang)
    client = desks.clients[-1]
    answer = await client.get(DEEP[0], headers={"accept": "*/*"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")

"""An address that nothing has: a page to who reads pages, and never a form that could not be sent."""

import re
from typing import Any

import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

from admin_ui.router import PAGES
from admin_ui.shell.pages_above import page_above
from schemas.core.ids import new_id
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


def only_by_form() -> list[str]:
    """Return the desk's addresses that take forms and have no page, with ids and words filled in."""
    ways: dict[str, set[Any]] = {}
    for module in PAGES:
        for handler in module.HANDLERS:
            if isinstance(handler, HTTPRouteHandler):
                for path in handler.paths:
                    ways.setdefault(path, set()).update(handler.http_methods)
    found = sorted(
        path
        for path, methods in ways.items()
        if "POST" in methods - {"GET"} and "GET" not in methods
    )
    return [re.sub(r"{\w+:str}", "x", re.sub(r"{\w+:uuid}", str(new_id()), path)) for path in found]


async def test_each_address_that_only_takes_forms_leads_to_a_page_above_it(
    app: Litestar, readers: Readers, people: People
) -> None:
    desk = await readers.of(people.giang)
    addresses = only_by_form()
    assert len(addresses) > 50
    for address in addresses:
        above = page_above(app, address)
        assert address.startswith(above)
        answer = await desk.fetch(address)
        assert (answer.status_code, answer.headers.get("location")) == (303, above), address
        assert await desk.look(above) in (200, 303, 403, 404), f"{address} leads to {above}"
    at_the_top = [one for one in addresses if page_above(app, one) == "/desk/"]
    assert at_the_top == ["/desk/sign-out", "/desk/uploads"]


async def test_an_unknown_address_below_one_that_takes_forms_stays_unknown(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.giang)
    assert (await desk.fetch("/desk/notices/read/more")).status_code == 404

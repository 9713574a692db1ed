"""What is wrong with a form is where a reader begins: in the page's name, under the focus, a link to each field."""

import re

from litestar import Litestar

from tests.support.desk import Desks
from tests.support.people import People


async def test_who_reads_by_ear_hears_of_the_error_first_and_is_led_to_each_field(
    app: Litestar, desks: Desks, people: People
) -> None:
    browser = await desks.of(people.my)
    empty = (await browser.fetch("/desk/people/new")).text
    assert "<title>Thêm công chức" in empty
    assert "autofocus" not in empty
    token = re.search(r'name="csrf_token" value="([^"]+)"', empty)
    assert token
    answer = await desks.clients[-1].post(
        "/desk/people/new",
        data={"csrf_token": token[1]},
        headers={
            "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items()),
        },
    )
    assert answer.status_code == 422
    assert "<title>Cần sửa: Thêm công chức" in answer.text
    assert 'role="alert" tabindex="-1" autofocus' in answer.text
    anchors = re.findall(r'<a href="#(f-[^"]+)"', answer.text)
    assert len(anchors) >= 3
    for anchor in anchors:
        assert f'id="{anchor}"' in answer.text


async def test_a_delegation_that_lacks_all_is_told_in_the_order_of_its_form_each_day_by_its_name(
    app: Litestar, desks: Desks, people: People
) -> None:
    browser = await desks.of(people.nga)
    empty = (await browser.fetch("/desk/delegations/new")).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', empty)
    assert token
    answer = await desks.clients[-1].post(
        "/desk/delegations/new",
        data={"csrf_token": token[1]},
        headers={
            "Sec-Fetch-Site": "same-origin",
            "Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items()),
        },
    )
    assert answer.status_code == 422
    told = re.findall(r'<a href="#f-([^"]+)">([^<]+)</a>', answer.text)
    names = [name for name, _ in told]
    assert names == ["number", "decided_on", "summary", "pair", "kinds", "valid_from"]
    assert len({said for _, said in told}) == len(told), "no two faults are told alike"
    assert 'id="f-kinds"' in answer.text

"""A button that is pressed twice does once what it says, and the second answer does not hide the first."""

import asyncio

import pytest
from litestar import Litestar

from tests.integration.casework.issued_documents.test_issue import ready
from tests.integration.casework.issued_documents.test_reserved_numbers import number_of
from tests.support import cases_made
from tests.support.chromium import Chrome
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE


async def test_who_signs_twice_is_shown_his_signed_paper_twice(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    document, hashed = await ready(case, "MQĐ24", people.giang)
    giang = await Desk.of(app, people.giang, people)
    form = {"fields_hash": hashed, "by_hand": "yes", "alone": "Trực một mình"}
    form["csrf_token"] = await giang.form_token()
    place = f"/desk/documents/{document}/sign"
    answers = await asyncio.gather(*(giang.http.post(place, data=form) for _ in range(3)))
    assert {answer.status_code for answer in answers} == {303}
    assert {answer.headers["location"] for answer in answers} == {
        f"/desk/documents/{document}?done=printed"
    }
    number = await number_of(document, people.giang)
    late = await giang.http.post(place, data=form)
    assert late.status_code == 303
    assert await number_of(document, people.giang) == number
    # Who did not sign it, or looked at other contents, is told how it stands.
    assert (await giang.http.post(place, data=form | {"fields_hash": "0" * 64})).status_code == 409
    await giang.close()


@pytest.mark.browser
@pytest.mark.long
@MAY_RUN_ONCE_MORE
async def test_a_second_press_while_the_first_is_on_its_way_sends_nothing(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.inspected(people)
    page = await chrome.sign_in(people.an)
    await page.goto(f"/desk/cases/{case.id}/acts/note.added")
    twice = """(form) => [1, 2].map(() =>
      form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true })))"""
    went = await page.locator('main form[method="post"]').first.evaluate(twice)
    assert went == [True, False]
    await page.context.close()
    assert chrome.complaints == []

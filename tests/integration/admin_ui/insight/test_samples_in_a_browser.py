"""Samples in a real browser: every page in both languages, at both widths, by keyboard."""

import pytest

from backend.core.database import transaction
from backend.insight.samples import service as samples
from schemas.insight.samples import LookResult, SampleClosed, SampleStrata, Severity
from tests.integration.admin_ui.shell.test_in_a_browser import look
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.samples import act, cases, drawn, ids_of, plan
from tests.support.samples import look as looked
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def test_samples_are_planned_drawn_and_looked_at_and_nothing_is_cut(
    people: People, chrome: Chrome
) -> None:
    await cases(people.an, 5)
    await cases(people.em, 2)
    unit_id = people.giang.unit.unit_id
    unplanned = await plan(people.khanh, unit_id=unit_id)
    sample_id = await drawn(
        people.khanh, unit_id=unit_id, strata=SampleStrata.UNIT, seed="Xổ số 30/11: 04 17 22"
    )
    first, second, *_ = await ids_of(people.khanh, sample_id)
    said = {"result": LookResult.FINDING, "words": "Thiếu chữ ký", "severity": Severity.SERIOUS}
    await looked(people.khanh, sample_id, first, **said)
    await looked(people.khanh, sample_id, second)
    async with transaction():
        marks = [
            samples.mark_of_look(one)
            for one in (await samples.read(sample_id, people.khanh.actor())).records
        ]
    await looked(people.khanh, sample_id, first, mark=marks[0], **(said | {"words": "Thiếu hai"}))
    closed = await drawn(people.khanh, unit_id=unit_id)
    (one, *_) = await ids_of(people.khanh, closed)
    await looked(people.khanh, closed, one, **said)
    await act(people.khanh, closed, SampleClosed(words="Chưa xem hết"))

    page = await chrome.sign_in(people.khanh)
    await look(
        page,
        "/desk/samples",
        "/desk/samples/new",
        f"/desk/samples/new?unit={unit_id}&strata=unit",
        f"/desk/samples/records?unit={unit_id}",
        f"/desk/samples/{unplanned}",
        f"/desk/samples/{sample_id}",
        f"/desk/samples/{sample_id}/export",
        f"/desk/samples/{closed}",
    )
    await page.goto(f"/desk/samples/{sample_id}")
    again = page.locator(f"#r-{second} details summary")
    await again.focus()
    await page.keyboard.press("Enter")
    await page.locator(f"#result-{second}").focus()
    for key in ("ArrowDown", "Tab", "Tab", "Tab", "Enter"):
        await page.keyboard.press(key)
    await page.wait_for_url("**done=looked**")
    await page.context.close()

    head = await chrome.sign_in(people.giang)
    await look(head, "/desk/samples", f"/desk/samples/{closed}")
    await head.context.close()
    assert chrome.complaints == []

"""A new version of the app comes while minutes are being typed."""

import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from mobile_api import app_files
from tests.phone_app.support.agreement import agree
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import TEAM_OPINION, Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]

TYPED = "Đang ghi thì có bản mới."


async def test_an_update_during_a_draft_waits_for_the_officer_and_loses_no_word(
    phone: Phone, office: Office, build: Path
) -> None:
    inspection = await office.issue()
    await phone.take_up(inspection)
    await phone.wait_until_stored()
    await phone.go(f"/app/inspections/{inspection}/minutes")
    await phone.field(TEAM_OPINION).fill(TYPED)

    old = await phone.version()
    publish_another_version(build)
    await phone.looks_for_an_update()
    await expect(phone.field(TEAM_OPINION)).to_have_value(TYPED)
    assert await phone.version() == old, "a version was pulled from under an open draft"

    await phone.go("/app/settings")
    await phone.agree_to_the_update()
    assert await phone.version() != old
    await phone.go(f"/app/inspections/{inspection}/minutes")
    await expect(phone.field(TEAM_OPINION)).to_have_value(TYPED)
    print(await agree(phone, office, inspection))


def publish_another_version(build: Path) -> None:
    """What an operator's update does: another page, a service worker that names it, a newer stamp."""
    page, worker, stamp = (build / name for name in (app_files.PAGE, "sw.js", app_files.STAMP))
    page.write_text(page.read_text().replace("</head>", '<meta name="version" content="2"></head>'))
    listed = re.compile(
        r'(\{[^{}]*index\.html[^{}]*revision:"|\{[^{}]*"?revision"?:"(?=[^{}]*index\.html))'
    )
    changed, count = listed.subn(r"\g<1>2", worker.read_text())
    assert count == 1, "the service worker does not name its page"
    worker.write_text(changed)
    stamp.write_text(stamp.read_text() + " ")

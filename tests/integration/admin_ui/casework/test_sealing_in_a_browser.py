"""The pages of the agency's seal and of the registers in a real browser: they fit, and axe finds nothing."""

import io
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageDraw
from playwright.async_api import expect

from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.integration.admin_ui.casework.test_filing_in_a_browser import photograph
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.casework.issued_documents.test_seal_of_the_agency import (
    agency_file,
    registered,
    signed,
)
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


def picture() -> bytes:
    """A round picture with a transparent ground, like that of a seal."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for edge, wide in ((5, 12), (60, 5)):
        draw.ellipse((edge, edge, 400 - edge, 400 - edge), outline=(200, 0, 0, 255), width=wide)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_clerk_seals_a_paper_and_takes_the_registers_away(
    people: People, chrome: Chrome, settings: Settings, tmp_path: Path, width: int
) -> None:
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    await registered(people, agency_file(issuer), picture=(picture(), 36))
    document = await signed(people, issuer)
    administrator = await chrome.sign_in(people.my, width)
    await administrator.goto("/desk/seals")
    await administrator.locator("main details summary").first.click()
    await check(administrator, width)
    await photograph(administrator, f"seals-{width}")
    clerk = await chrome.sign_in(people.nga, width)
    await clerk.goto(f"/desk/documents/{document}")
    await clerk.get_by_role("link", name="Đóng dấu số").click()
    await check(clerk, width)
    await photograph(clerk, f"seal-{width}")
    await clerk.fill("[name=passphrase]", PASSPHRASE)
    await clerk.get_by_role("button", name="Đóng dấu số").click()
    await expect(clerk.locator(".notice.good")).to_be_visible()
    await check(clerk, width)
    await photograph(clerk, f"sealed-{width}")
    code = await clerk.locator("a[href^='/verify/']").first.get_attribute("href")
    for place, name in (
        (str(code), "verify"),
        ("/desk/outgoing", "outgoing"),
        ("/desk/incoming", "incoming"),
    ):
        await clerk.goto(place)
        for one in await clerk.locator("main details summary").all():
            if await one.is_visible():  # those of the folded help are not
                await one.click()
        await check(clerk, width)
        await photograph(clerk, f"{name}-{width}")
    assert chrome.complaints == []

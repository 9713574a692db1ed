"""The clerk seals and dispatches an inspection decision in a real browser: pages fit, and axe finds nothing."""

from pathlib import Path

import msgspec
import pytest
from playwright.async_api import expect

from backend.core import database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.integration.admin_ui.casework.test_filing_in_a_browser import photograph
from tests.integration.admin_ui.casework.test_sealing_in_a_browser import picture
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.casework.issued_documents.test_seal_of_the_agency import (
    agency_file,
    registered,
)
from tests.integration.fieldwork.decision_papers.test_changes import signed
from tests.support import decision_papers
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.signing import PASSPHRASE, authority
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_clerk_seals_and_dispatches_a_decision(
    people: People, chrome: Chrome, settings: Settings, tmp_path: Path, width: int
) -> None:
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    await registered(people, agency_file(issuer), picture=(picture(), 36))
    document, inspection = await signed(people, issuer)
    clerk = await chrome.sign_in(people.nga, width)
    await clerk.goto(f"/desk/decisions/{document}")
    await clerk.get_by_role("link", name="Đóng dấu số").click()
    await check(clerk, width)
    await photograph(clerk, f"decision-seal-{width}")
    await clerk.fill("[name=passphrase]", PASSPHRASE)
    await clerk.get_by_role("button", name="Đóng dấu số").click()
    await expect(clerk.locator(".notice.good")).to_be_visible()
    await clerk.get_by_role("link", name="Phát hành văn bản").click()
    await clerk.get_by_role("button", name="Phát hành văn bản").click()
    await expect(clerk.locator("#f-recipients:invalid")).to_have_count(1)  # nobody is named yet
    await clerk.fill("#f-recipients", "Công ty TNHH Thử Nghiệm Hoa Gạo\nUBND phường Thử")
    await clerk.fill("#f-dispatch_note", "Bưu gửi RA123")
    await check(clerk, width)
    await photograph(clerk, f"decision-dispatch-{width}")
    await clerk.get_by_role("button", name="Phát hành văn bản").click()
    await expect(clerk.locator(".notice.good")).to_be_visible()
    await check(clerk, width)
    await photograph(clerk, f"decision-sealed-{width}")
    await clerk.goto("/desk/outgoing")
    await check(clerk, width)
    await photograph(clerk, f"decision-outgoing-{width}")
    code = await database.fetchval("SELECT code FROM decision_papers WHERE id = $1", document)
    await clerk.goto(f"/verify/{code}")
    await check(clerk, width)
    await photograph(clerk, f"decision-verify-{width}")

    head = await chrome.sign_in(people.giang, width)
    await head.goto(f"/desk/inspections/{inspection}")
    await expect(head.get_by_text("Dấu số của", exact=True)).to_be_visible()
    await photograph(head, f"decision-inspection-{width}")
    printed = await decision_papers.drafted(people)
    await decision_papers.signed(printed, people.giang, None)
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.binh.id)
    await head.goto(f"/desk/decisions/{printed}/scan")
    await expect(head.get_by_text("Tờ đã ký còn ghi tên")).to_be_visible()
    await check(head, width)
    await photograph(head, f"decision-former-{width}")
    assert chrome.complaints == []

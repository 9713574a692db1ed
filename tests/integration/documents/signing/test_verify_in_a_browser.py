"""The public's page in a real browser: legible, accessible, and it hashes a file without sending it."""

from pathlib import Path

import asyncpg
import pytest
from playwright.async_api import Page

from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.integration.documents.signing.test_verify import PDF, cancelled, issue
from tests.support.chromium import Chrome
from tests.support.databases import Database
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "light"), (390, "dark")])
async def test_the_public_s_pages_are_accessible_and_fit(
    people: People, chrome: Chrome, database: Database, width: int, scheme: str
) -> None:
    paper, by = await cancelled(people)
    unproven = await issue(people)
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute("ALTER TABLE ledger_entries DISABLE TRIGGER USER")
    await owner.execute(
        "UPDATE ledger_entries SET receipt_signature = sha512('x') WHERE record_id = $1",
        unproven.case.id,
    )
    await owner.close()
    page = await chrome.window(width, color_scheme=scheme)
    addresses = ["/verify", "/verify/0000"]
    addresses += [f"/verify/{one.code}" for one in (paper, by, unproven)]
    for address in addresses:
        await page.goto(address)
        await check(page, width)
    assert chrome.complaints == []


async def said_of(page: Page, file: Path) -> str:
    await page.set_input_files("#file", file)
    answer = page.locator(".file-answer .verdict")
    await answer.wait_for()
    return f"{await answer.get_attribute('class')} {await answer.inner_text()}"


async def test_a_file_is_compared_without_leaving_the_device(
    people: People, chrome: Chrome, tmp_path: Path
) -> None:
    code = (await issue(people)).code
    page = await chrome.window(390)
    await page.goto(f"/verify/{code}")
    right, wrong = tmp_path / "dung.pdf", tmp_path / "sai.pdf"
    right.write_bytes(PDF)
    wrong.write_bytes(PDF[:-1] + b"R")
    await page.context.set_offline(True)  # nothing can be sent, and nothing is needed
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    assert "same ĐÚNG" in await said_of(page, right)
    assert "differs SAI" in await said_of(page, wrong)
    dropped = """async (bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], "a.pdf", { type: "application/pdf" }));
        document.querySelector(".drop").dispatchEvent(
            new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    await page.evaluate(dropped, list(PDF))
    await page.locator(".file-answer .same").wait_for()
    assert [url for url in sent if not url.endswith("icon.svg")] == []
    assert chrome.complaints == []

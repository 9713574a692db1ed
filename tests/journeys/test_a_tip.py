"""A tip as a story: a citizen's phone, the triage, the verification, the decision, the case.

The citizen's page is opened after each step. It says one word, and nothing of what the desk does.
"""

import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from playwright.async_api import Page, expect

from backend.core import clock, database
from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.intake.public_form import limits
from backend.intake.public_form import service as public_form
from deploy.demo import contents
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import decision_papers, factories
from tests.support.chromium import Chrome
from tests.support.citizens import WHAT, picture
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, authority
from tests.support.workers import worker_of

pytestmark = [pytest.mark.browser, pytest.mark.long]

SHOP, PHONE = "Tạp hóa Bình Minh Thử", "0912345678"
_NOT_FOR_THE_STREET = re.compile(r"Giang|Hoài An|QĐ|ĐX|kiểm tra đột xuất|đề xuất|vụ việc|Bình Minh")
"""Of officers, papers and what comes: no page of a citizen has any of it."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Citizens here type faster than people do, and nobody sent anything before."""
    limits.start()
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)


class Citizen:
    """Somebody with a phone of 390 px who sent the form and opens the page of the report."""

    def __init__(self, page: Page, code: str) -> None:
        self.page, self.code = page, code

    async def is_told(self, word: str) -> None:
        """The page says this word, and no more than the code and the sentences of that word."""
        await self.page.goto(f"/phan-anh/{self.code}")
        await self.page.locator(f"[data-told={word}]").wait_for()
        await check(self.page, 390)
        said = await self.page.locator("main").inner_text()
        assert not _NOT_FOR_THE_STREET.search(said), said
        assert not re.search(r"\d", said.replace(self.code, "")), "no number, and no day"


async def sent(chrome: Chrome, photographs: list[Path], **said: str) -> Citizen:
    """The form, filled in and sent from a phone."""
    page = await chrome.window(390)
    await page.goto("/phan-anh/")
    if said.get("concerns"):
        await page.check(f"#concerns-{said['concerns']}")
    await page.fill("#who", said.get("who", SHOP))
    await page.fill("#what", WHAT)
    await page.fill("#address", "12 phố Thử, phường Cửa Nam")
    await page.select_option("#province", "01")
    await page.fill("#phone", PHONE)
    await page.set_input_files("#photographs", photographs)
    await page.click("#send")
    citizen = Citizen(page, await page.locator("#receipt-code").inner_text())
    await citizen.is_told("received")
    return citizen


def taken(folder: Path) -> list[Path]:
    """Two photographs of a phone."""
    files = [folder / "truoc-cua.jpg", folder / "ke-hang.jpg"]
    for number, file in enumerate(files):
        file.write_bytes(picture(number))
    return files


async def order_signed(head: Page, people: People) -> None:
    """The order to verify (QĐ-NV), begun on the information's page, finished and signed."""
    await head.select_option("#papers [name=form]", "QĐ-NV")
    await head.locator("#papers form button").click()
    await expect(head.locator("[name='/ground']")).to_have_value(re.compile(r"Thông tin số \d+"))
    if not await head.locator("[name='/officers/0/name']").count():
        await head.locator("button[value='add:/officers']").click()
    values = {
        "/officers/0/name": people.an.full_name,
        "/officers/0/title": people.an.title,
        "/place": "Phường Cửa Nam",
        "/content": "Xem tại chỗ, hỏi giá, chụp ảnh.",
        "/valid_from": clock.today().isoformat(),
        "/valid_to": (clock.today() + timedelta(days=5)).isoformat(),
        "/executor": people.an.full_name,
    }
    for name, value in values.items():
        await head.fill(f"[name='{name}']", value)
    await head.locator("button[value=final]").click()
    await head.get_by_text("Đã hoàn thành.").wait_for()
    await head.fill("[name=passphrase]", PASSPHRASE)
    await head.get_by_role("button", name="Ký số và ban hành").click()
    await head.get_by_text("Văn bản đã được cấp số, ký và lưu.").wait_for()


async def name_officer(page: Page, field: str, officer: Person) -> None:
    """Tick an officer in a short list, or find one by name where more than six are offered."""
    await page.wait_for_load_state()  # a script puts the search before a long list
    box = page.locator(f"[name={field}][value='{officer.id}']")
    if await box.is_visible():
        await box.check()
        return
    search = page.locator(f"#f-{field}").get_by_role("combobox")
    await search.fill(officer.full_name)
    await search.press("Enter")


async def assigned(head: Page, information: str, people: People) -> None:
    """The verification given to An with its term, under the order."""
    await head.goto(information)
    await head.get_by_role("link", name="Giao thẩm tra, xác minh").click()
    await name_officer(head, "officers", people.an)
    await head.fill("[name=due_on]", (clock.today() + timedelta(days=5)).isoformat())
    await head.select_option("[name=document_id]", index=1)
    await head.locator("main form button.primary").click()
    await head.get_by_text("Giao Nguyễn Hoài An thẩm tra, xác minh").first.wait_for()


async def test_a_tip_with_two_photographs_becomes_a_case_and_its_sender_is_told_one_word(
    people: People, chrome: Chrome, settings: Settings, tmp_path: Path
) -> None:
    """Circular 27/2020 Arts 8 to 13, 17 and 18."""
    issuer = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=issuer.folder))
    await decision_papers.certified(people.giang, issuer)
    citizen = await sent(chrome, taken(tmp_path))
    assert await worker_of(settings).take_reports() == 1
    await citizen.is_told("received")

    head = await chrome.sign_in(people.giang)
    await head.goto("/desk/informations")
    await check(head, 1280)
    await head.locator(".board a.main-link").click()
    information = head.url
    await expect(head.locator("main")).not_to_contain_text(PHONE)
    await expect(head.locator("main")).not_to_contain_text("không tem")
    await head.get_by_role("link", name="Mở nội dung").click()
    await head.get_by_role("button", name="Mở nội dung, tôi biết việc này được ghi").click()
    await head.get_by_text(WHAT).wait_for()
    await citizen.is_told("received")

    await head.goto(information)
    await order_signed(head, people)
    await citizen.is_told("received")
    await assigned(head, information, people)
    await citizen.is_told("verifying")

    officer = await chrome.sign_in(people.an)
    await officer.goto("/desk/")
    await officer.locator("[id^='work-information_verify-'] a").first.click()
    await officer.get_by_role("link", name="Ghi kết quả xác minh").click()
    await officer.select_option("[name=result]", "violation")
    await officer.fill("[name=report]", "Đã xem tại chỗ hai lần: rượu ngoại không tem.")
    await officer.locator("main form button.primary").click()
    await officer.get_by_text("Xác minh xong: có vi phạm").first.wait_for()
    await citizen.is_told("verifying")

    decision = await proposed(officer, people)
    await citizen.is_told("verifying")
    await head.goto(decision)
    await head.fill("[name=passphrase]", PASSPHRASE)
    await head.locator("#sign button.primary").click()
    await head.get_by_text("QĐ-KT").first.wait_for()
    await citizen.is_told("verifying")

    work = await inspected(people)
    await citizen.is_told("verifying")
    await officer.goto(f"/desk/cases/new/inspection?inspection={work.id}")
    await officer.locator("main form button.primary").click()
    await officer.wait_for_url(re.compile(r"/desk/cases/[0-9a-f-]{36}"))
    case = officer.url.partition("?")[0]
    await citizen.is_told("verifying")

    await head.goto(information)
    await expect(head.locator("main")).to_contain_text("Đã đề xuất kiểm tra")
    led = await head.locator(
        "main a[href^='/desk/inspections/'], main a[href^='/desk/cases/']"
    ).all()
    places = {await one.get_attribute("href") for one in led}
    assert places == {f"/desk/inspections/{work.id}", "/desk" + case.partition("/desk")[2]}
    assert chrome.complaints == []


async def proposed(officer: Page, people: People) -> str:
    """The proposal (ĐX) from the information's page, filled from it, with an emergency; its draft's address."""
    await officer.get_by_role("link", name="Soạn đề xuất kiểm tra").click()
    await expect(officer.locator("[name=proposal]")).to_have_value(re.compile(r"Thông tin số \d+"))
    await expect(officer.locator("main")).not_to_contain_text(PHONE)
    values = {
        "reason": "Xác minh tại chỗ thấy rượu ngoại không tem.",
        "expected_violation": "Bán rượu không tem",
        "provision": "Điều 15 Nghị định 98/2020/NĐ-CP",
        "emergency_reason": "Hàng sắp chuyển khỏi cửa hàng.",
        "subject_name": SHOP,
        "subject_address": "12 phố Thử, phường Cửa Nam",
        "place": "12 phố Thử, phường Cửa Nam",
        "contents": "Nguồn gốc hàng hóa",
        "duration_days": "2",
    }
    await officer.locator("#emergency summary").click()
    if not await officer.locator("[name=subject_name]").is_visible():
        await officer.locator("#f-subject-group summary").first.click()
    for name, value in values.items():
        await officer.fill(f"[name={name}]", value)
    await officer.select_option("[name=emergency_risk]", "dispersal")
    await officer.select_option("[name=leader_id]", str(people.chi.id))
    for one in (people.an, people.binh):
        await name_officer(officer, "member_ids", one)
    await officer.check("[name=no_conflict_declared]")
    await officer.locator("button[value=save]").click()
    await officer.get_by_text("Đã gửi đề xuất").wait_for()
    return officer.url.partition("?")[0]


async def inspected(people: People) -> factories.Work:
    """The inspection of the decision, played by Chi's phone to the submitted file."""
    row = await database.fetchrow("SELECT id, decision_id, decision_number FROM inspections")
    work = factories.Work(
        UUID(str(row["id"])), row["decision_number"], people.chi, await factories.pen(people.chi)
    )
    where = contents.place(210285110, 1058542300)
    await work.act("inspection.opened", {"decision_id": str(row["decision_id"])})
    await work.act("inspection.announced", {"place": where})
    await work.act("place.fixed", where)
    work.places.append(work.pen.log[-1]["id"])
    await factories.take_photo(work)
    await factories.write_minutes(work)
    await factories.submit(work)
    state = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    assert state == "submitted"
    return work


async def test_a_tip_about_an_officer_goes_above_his_unit_and_its_sender_sees_no_difference(
    people: People, chrome: Chrome, settings: Settings, tmp_path: Path
) -> None:
    """The auditors of the nation name the officer: the unit above his handles it, and nobody of his own finds it."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'auditor')", people.oanh.id
    )
    who = f"{people.an.full_name}, Đội số 1"
    citizen = await sent(chrome, taken(tmp_path), concerns="officer", who=who)
    assert await worker_of(settings).take_reports() == 1
    await citizen.is_told("received")
    nation = await chrome.sign_in(people.oanh)
    await nation.goto("/desk/informations")
    await nation.locator(".board a.main-link").click()
    information = nation.url
    pages = {one.username: await chrome.sign_in(one) for one in (people.an, people.chi)}
    above = await chrome.sign_in(people.giang)
    assert {await found(page, information) for page in (above, *pages.values())} == {404}

    await nation.get_by_text("Việc khác có thể làm").click()
    await nation.get_by_role("link", name="Đổi loại tin, đơn").click()
    await nation.fill("[name=officer]", people.an.full_name)
    await nation.get_by_role("button", name="Tìm công chức").click()
    await check(nation, 1280)
    await name_officer(nation, "named_officers", people.an)
    await nation.uncheck("[name=of_unnamed_officer]")
    await nation.fill("[name=reason]", "Phản ánh công chức của Đội số 1.")
    await nation.locator("main form button.primary").click()
    await nation.locator("main form button.primary").click()
    await nation.get_by_text("về công chức").first.wait_for()
    await citizen.is_told("received")
    assert {await found(page, information) for page in pages.values()} == {404}
    assert await found(above, information) == 200

    await above.get_by_role("link", name="Giao thẩm tra, xác minh").click()
    for colleague in (people.an, people.binh, people.chi):
        assert await above.locator(f"[name=officers][value='{colleague.id}']").count() == 0
    await above.get_by_text("Giao gấp khi chưa có quyết định").click()
    await name_officer(above, "officers", people.em)
    await above.fill("[name=due_on]", (clock.today() + timedelta(days=5)).isoformat())
    await above.locator(
        ".submit-bar > button"
    ).click()  # drafting the decision first is the primary
    await above.get_by_text("Chưa chọn quyết định giao nhiệm vụ").wait_for()
    await above.locator("main form button.primary").click()
    await above.get_by_text("Giao Đỗ Văn Em thẩm tra, xác minh").first.wait_for()
    await citizen.is_told("verifying")
    for page in pages.values():
        assert await found(page, information) == 404
        await page.goto("/desk/informations")
        await expect(page.locator(".board a.main-link")).to_have_count(0)
        await page.goto("/desk/")
        await expect(page.locator("[id^='work-information']")).to_have_count(0)
    assert chrome.complaints == []


async def found(page: Page, address: str) -> int:
    """How the desk answers somebody at this address."""
    answer = await page.goto(address)
    assert answer is not None
    return answer.status

"""The engine of iPhones, as far as Debian has it: sign in, sync, a photograph, an act, its bytes.

No proof for iOS: WebKitGTK knows no installed apps, so a colleague begins the visit on his phone.
"""

from pathlib import Path

import httpx
import pyotp
import pytest

from deploy.demo.codes import Codes
from deploy.demo.contents import place
from deploy.demo.phone import Phone as BarePhone
from tests.faults.system import System
from tests.phone_app.support.kept import sha256
from tests.phone_app.support.office import COLLEAGUE, INSPECTOR, Office
from tests.phone_app.support.phone import PIN
from tests.phone_app.support.webkit import NEEDED, WebKit, webkit, where_minibrowser_is
from tests.support import pictures
from tests.support.timeouts import MAY_RUN_ONCE_MORE

BROWSER = where_minibrowser_is()

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    MAY_RUN_ONCE_MORE,
    pytest.mark.skipif(BROWSER is None, reason=NEEDED),
]


async def test_in_webkit_an_officer_signs_in_and_a_photograph_arrives_byte_for_byte(
    system: System, office: Office, tmp_path: Path
) -> None:
    inspection = await office.issue()
    await begun_by_a_colleague(system, office, inspection)
    file = tmp_path / "ảnh.jpg"
    file.write_bytes(pictures.jpeg(6))
    expected = sha256(pictures.jpeg(6))

    assert BROWSER is not None
    async with webkit(BROWSER) as browser:
        await browser.open(f"{system.url}/app/")
        await sign_in(browser, office)
        await browser.wait(
            "return document.querySelector(`a[href='/app/inspections/${arguments[0]}']`);",
            inspection,
        )
        await browser.run(
            "document.querySelector(`a[href='/app/inspections/${arguments[0]}']`).click();",
            inspection,
        )
        await browser.press("Chụp ảnh")
        await browser.choose_file(file)
        await office.wait_for_photographs(inspection, [expected])
        await browser.wait(
            "return document.body.innerText.includes('Đã gửi hết, máy chủ đã lưu');", seconds=60
        )

    [found] = await office.photographs(inspection)
    assert await office.original(found["id"]) == expected
    assert found["way"] == "file"


async def begun_by_a_colleague(system: System, office: Office, inspection: str) -> None:
    """Opened and announced on another phone of the team."""
    await office.forget_codes()
    async with httpx.AsyncClient(base_url=system.url, timeout=30) as client:
        phone = BarePhone(client, Codes())
        await phone.sign_in(office.account(COLLEAGUE))
        await phone.sync()
        [decision] = [
            one for one in phone.all_held("decision") if one["inspection_id"] == inspection
        ]
        where = place(210285110, 1058542300)
        phone.write(inspection, "inspection.opened", {"decision_id": decision["decision_id"]})
        phone.write(inspection, "inspection.announced", {"place": where})
        assert [one["status"] for one in await phone.send()] == ["accepted", "accepted"]


async def sign_in(browser: WebKit, office: Office) -> None:
    """Password, code and PIN. In a tab: looking is possible there."""
    account = office.account(INSPECTOR)
    await browser.press("Chỉ xem trong trình duyệt")
    await office.forget_codes()
    await browser.type("Tên đăng nhập", account.username)
    await browser.type("Mật khẩu", account.password)
    await browser.type("Tên thiết bị", "WebKit")
    await browser.type("Mã xác thực (OTP)", pyotp.TOTP(account.totp_secret).now())  # it ages
    await browser.press("Đăng nhập")
    await browser.type("Mã PIN mới", PIN)
    await browser.type("Nhập lại mã PIN", PIN)
    await browser.press("Đặt mã PIN")

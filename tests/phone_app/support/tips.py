"""A tip that an officer takes in by phone: what is typed, and where nothing of it may be found."""

import asyncio
import io
import re
from contextlib import suppress
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, expect

from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

NAME, TELEPHONE = "Quách Đoan Mai Hoa", "0900 417 258"
TOLD = "Tôi bán hàng đối diện kho nhà ông Bảo, tối nào cũng thấy xe tải chở rượu không nhãn."
MORE = "Chủ kho tên là Bảo, cửa sau mở ra ngõ Ông Đồ."
SUMMARY = "Phản ánh một kho tập kết rượu không nhãn ở phường Mẫu Đơn"
PLANTED = (NAME, TELEPHONE, "900417258", "đối diện kho nhà ông Bảo", "cửa sau mở ra ngõ Ông Đồ")
_FORM = re.compile("/informations/new")
_SECONDS = 60
_EVERYTHING = """async () => {
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open('hientruong');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const read = (bytes) => {
    // As text in both encodings that a browser writes, so that a word would be seen in bytes too.
    const whole = new Uint8Array(bytes);
    return new TextDecoder('utf-8').decode(whole) + new TextDecoder('utf-16le').decode(whole);
  };
  const shown = (_, value) => value instanceof ArrayBuffer ? read(value) : value;
  let text = '';
  for (const name of db.objectStoreNames) {
    const rows = await new Promise((done, fail) => {
      const asked = db.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    text += JSON.stringify(rows, shown);
  }
  db.close();
  return text + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage });
}"""


def picture(path: Path) -> bytes:
    """Write a photograph of one megapixel, whose bytes have the account in them as a comment."""
    file = io.BytesIO()
    Image.effect_noise((1200, 900), 90).convert("RGB").save(
        file, "JPEG", comment=TOLD.encode(), quality=92
    )
    path.write_bytes(file.getvalue())
    return file.getvalue()


async def holds_nothing(page: Page, summary: str = SUMMARY) -> None:
    """Read everything that this phone stores, and find no word of the informant."""
    stored = await page.evaluate(_EVERYTHING)
    assert summary in stored, "the search reads what is stored"
    assert [word for word in PLANTED if word in stored] == []


async def fills_in(page: Page, folder: Path) -> list[bytes]:
    """Write down what a citizen says, with two photographs."""
    await page.get_by_label("Nguồn tin").select_option("tip")
    await page.get_by_label("Nội dung nghe được, đọc được").fill(TOLD)
    await page.get_by_label("Họ tên").fill(NAME)
    await page.get_by_label("Điện thoại").fill(TELEPHONE)
    files = [folder / "một.jpg", folder / "hai.jpg"]
    taken = [picture(file) for file in files]
    await page.get_by_label("Chọn ảnh trên máy").last.set_input_files(files)
    await expect(page.get_by_text("Ảnh 2", exact=True)).to_be_visible()
    await page.get_by_label("Tóm tắt để xử lý").fill(SUMMARY)
    await page.get_by_label("Địa điểm").fill("Số 8 phố Mẫu Đơn")
    return taken


async def begins(phone: Phone) -> None:
    """From the list of work to the form, by touch."""
    page = phone.page
    await phone.go("/app/")
    await page.get_by_role("link", name="Tiếp nhận thông tin", exact=True).click()
    await page.get_by_role("button", name="Tiếp nhận thông tin mới").click()
    await expect(page.get_by_role("heading", name="Phần bí mật")).to_be_visible()


async def registers(phone: Phone, folder: Path, summary: str) -> None:
    """Take one down with two photographs, and press the button."""
    await begins(phone)
    await fills_in(phone.page, folder)
    await phone.page.get_by_label("Tóm tắt để xử lý").fill(summary)
    await phone.page.get_by_label("Không", exact=True).check()
    await writes(phone)


async def is_written(phone: Phone) -> bool:
    """Press the button and confirm; tell whether the phone writes it within a quarter of a minute."""
    await phone.press("Ghi thông tin")
    await phone.confirm("Ghi thông tin")
    with suppress(AssertionError):
        await expect(phone.page).not_to_have_url(_FORM, timeout=15_000)
        return True
    return False


async def writes(phone: Phone) -> None:
    """Press the button, confirm, and wait until the phone has written it: then its page is another."""
    await phone.press("Ghi thông tin")
    await phone.confirm("Ghi thông tin")
    await expect(phone.page).not_to_have_url(_FORM)


async def brought(office: Office, summary: str, photographs: int) -> None:
    """Wait until the one information with this summary is kept with so many photographs.

    The line of the status is that of a moment ago when something has just been written, so it alone does not say
    that an information is there.
    """
    found = None
    with suppress(TimeoutError):
        async with asyncio.timeout(_SECONDS):
            while (  # noqa: ASYNC110 - a database's
                found := await kept_of(office, summary)
            ) != (1, photographs):
                await asyncio.sleep(0.2)
    assert found == (1, photographs)


async def kept_of(office: Office, summary: str) -> tuple[int, int]:
    """How many informations with this summary there are, and how many photographs beside them."""
    async with office.database() as connection:
        ids = [
            row["id"]
            for row in await connection.fetch(
                "SELECT id FROM informations WHERE summary = $1", summary
            )
        ]
        photographs: int = await connection.fetchval(
            "SELECT count(*) FROM information_secrets WHERE information_id = ANY ($1) AND kind = 'attachment'",
            ids,
        )
    return len(ids), photographs

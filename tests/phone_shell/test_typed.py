"""What was typed on the shell's screens is there when the officer comes back."""

import pytest
from playwright.async_api import Browser, expect

from tests.phone_shell.scenes import chrome as chrome
from tests.phone_shell.scenes import open_page, show
from tests.phone_shell.scenes import shell as shell
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.slow, MAY_RUN_ONCE_MORE]


@pytest.mark.long
async def test_what_a_head_types_to_those_who_proposed_is_there_when_he_comes_back(
    chrome: Browser, shell: str
) -> None:
    page = await open_page(chrome, shell)
    await show(page, "to-sign")
    words = {
        "Trả lại kèm ý kiến": "Nêu rõ dấu hiệu vi phạm.",
        "Không phê duyệt": "Trùng kế hoạch.",
    }
    for comes_back in (False, True):
        await page.locator("a.row").first.click()
        for button, text in words.items():
            await page.get_by_role("button", name=button, exact=True).click()
            field = page.get_by_role("dialog").get_by_role("textbox")
            await expect(field).to_have_value(text if comes_back else "")
            await field.fill(text)
            await page.keyboard.press("Escape")
        await page.locator(".page-back").click()
    await page.context.close()

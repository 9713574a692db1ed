"""Every page of parties, officers, units, devices and the own account, with data, without, and with a form sent empty.

Each is accessible and fits in both languages, at both widths and in the dark, and each form is filled by the keyboard
alone: what has the focus is seen, and nothing lies over it.
"""

from collections.abc import Sequence
from typing import Any

import httpx
import pytest
from playwright.async_api import Page, expect

from backend import registry
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.parties import comparing
from backend.parties.weighing import service as weighing
from schemas.parties.likeness import LikenessAsked
from tests.integration.admin_ui.shell.test_in_a_browser import check_as_it_is, in_english
from tests.integration.force.units.test_two_persons import asked
from tests.integration.parties.test_merging import two
from tests.support.chromium import Chrome
from tests.support.doors import device, knock
from tests.support.party_lists import csv, read, row, uploaded
from tests.support.people import People, Person
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
registry.open_all()

WINDOWS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
REGISTER = "/desk/parties/register"
_SEND = "form => { form.noValidate = true; form.requestSubmit(); }"
_SEEN = """() => {
    const here = document.activeElement;
    if (!here.closest("main")) return null;
    const face = here.closest(".file-face") ?? here;
    const line = getComputedStyle(face);
    const box = here.getBoundingClientRect();
    const first = Math.min(box.height, 44);
    const over = [box.top + 3, box.top + first / 2, box.top + first - 3].map((y) => {
        const top = document.elementFromPoint(box.left + box.width / 2, y);
        const own = top && (here.contains(top) || top.contains(here) || top.closest("label")?.contains(here));
        return own ? "" : top ? `below ${top.className || top.localName}` : "outside of the window";
    });
    return {
        what: here.outerHTML.slice(0, 120),
        wrong: over.find((one) => one) ?? (line.outlineStyle === "none" ? "without a line around it" : ""),
    };
}"""
"""What has the focus and what is wrong with how it is seen; None outside of the page's own part. Of a field of several
lines a browser brings the first into sight, where one begins to type."""
_MOST_STOPS = 120


async def send_empty(page: Page, form: str = "") -> None:
    """Send a form as it is, past what the browser asks for: the one to an address that ends so, or the last."""
    one = f"main form[method=post][action$='{form}']" if form else "main form[method=post]"
    async with page.expect_navigation():
        await page.locator(one).last.evaluate(_SEND)
    await expect(page.locator("main .notice.wrong")).to_be_visible()


async def check_in_both(
    page: Page, width: int, address: str, *, sent: bool = False, form: str = ""
) -> None:
    """Check what stands at this address in both languages; `sent`: after the form, or that `form`, was sent empty."""
    answer = await page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    if sent:
        await send_empty(page, form)
    await check_as_it_is(page, width)
    async with in_english(page) as other:
        if sent:
            await other.goto(address)
            await send_empty(other, form)
        await check_as_it_is(other, width)


async def walk(
    chrome: Chrome,
    who: Person,
    window: tuple[int, Any],
    addresses: Sequence[str],
    *,
    sent: Sequence[str] = (),
    form: str = "",
) -> None:
    """Check these pages, and the forms of `sent` once more after they, or their `form`, were sent empty."""
    width, scheme = window
    page = await chrome.sign_in(who, width, color_scheme=scheme)
    for address in (*addresses, *sent):
        await check_in_both(page, width, address)
    for address in sent:
        await check_in_both(page, width, address, sent=True, form=form)
    assert chrome.complaints == []


@pytest.fixture
async def pair(people: People) -> tuple[Any, Any]:
    """Two parties of the register that may be one."""
    one, other = sorted(await two(people))
    await comparing.compare_waiting()
    return one, other


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_pages_of_parties(
    people: People, chrome: Chrome, pair: tuple[Any, Any], window: tuple[int, str]
) -> None:
    one, other = pair
    party = f"{REGISTER}/{one}"
    await walk(
        chrome,
        people.giang,
        window,
        (
            REGISTER,
            f"{REGISTER}?words=khong+co+ai",
            party,
            "/desk/parties/alike",
            "/desk/parties/alike?show=apart",
            f"/desk/parties/alike/{one}/{other}",
            "/desk/parties/lookup",
            "/desk/parties",
            "/desk/parties/imports",
            f"{party}/acts/place",
            f"{party}/acts/officer",
            f"{party}/edit",
        ),
        sent=(
            f"{REGISTER}/new",
            f"{party}/acts/licence",
            f"{party}/acts/close",
            "/desk/parties/imports/new",
        ),
    )


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_pages_of_an_import_of_parties(
    settings: Settings,
    readers: Readers,
    people: People,
    chrome: Chrome,
    window: tuple[int, str],
) -> None:
    chi = await readers.of(people.chi)
    rows = [row(1, "Công ty Sen"), row(2, ""), row(3, "Công ty Súng", tax="0109900017")]
    import_id = await uploaded(chi, csv(rows))
    assert "Chờ xác nhận" in await read(settings, chi, import_id)
    page = f"/desk/parties/imports/{import_id}"
    await walk(chrome, people.chi, window, ("/desk/parties/imports", page))


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_pages_of_officers(people: People, chrome: Chrome, window: tuple[int, str]) -> None:
    officer = f"/desk/people/{people.an.id}"
    acts = ("enrol", "move", "give-role", "give-position", "give-rank", "issue-card")
    await walk(
        chrome,
        people.my,
        window,
        (
            "/desk/people",
            "/desk/people?search=khong+co+ai",
            officer,
            f"/desk/people/{people.giang.id}",
            f"/desk/people/{people.giang.id}/end-position",
            *(f"{officer}/{act}" for act in ("correct", "take-role", "suspend-card")),
            "/desk/asks",
            "/desk/asks?show=mine",
            "/desk/handover",
            f"/desk/handover/{people.an.id}",
            "/desk/rights",
            "/desk/health",
        ),
        sent=(
            "/desk/people/new",
            *(f"{officer}/{act}" for act in acts),
            f"{officer}/disable",
            f"{officer}/emergency",
        ),
    )


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_pages_of_units_devices_and_machines(
    client: httpx.AsyncClient, people: People, chrome: Chrome, window: tuple[int, str]
) -> None:
    mine = device()
    answer = await knock(client, people.an, mine)
    assert answer.status_code == 201, answer.text
    phone = f"/desk/devices/{mine['id']}"
    unit = f"/desk/units/{people.an.unit.unit_id}"
    await walk(
        chrome,
        people.my,
        window,
        (
            "/desk/units",
            unit,
            f"/desk/units/{people.giang.unit.unit_id}",
            f"{unit}/rename",
            f"{unit}/close",
            f"{unit}/letters",
            "/desk/devices",
            "/desk/devices?search=khong+co+ai",
            phone,
            "/desk/devices/messages",
            "/desk/lost-phones",
            "/desk/machines",
        ),
        sent=(
            "/desk/units/new",
            f"{unit}/merge",
            f"{unit}/split",
            f"{unit}/move",
            f"{unit}/device-approval",
            f"{phone}/message",
            f"{phone}/revoke",
            "/desk/devices/messages/new",
            f"/desk/lost-phones?officer={people.an.username}",
            "/desk/machines/new",
        ),
    )


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_pages_of_a_restructuring_that_waits_for_a_second_administrator(
    people: People, chrome: Chrome, window: tuple[int, str]
) -> None:
    asks = "/desk/unit-asks"
    await walk(chrome, people.my, window, (asks,))
    ask = f"{asks}/{await asked(people)}"
    await walk(chrome, people.my, window, (asks,), sent=(ask,), form="/decline")
    await walk(chrome, people.lan, window, (), sent=(ask,), form="/confirm")
    await walk(chrome, people.lan, window, (), sent=(ask,), form="/decline")


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_pages_of_the_sums_from_which_on_parties_are_proposed_as_one(
    people: People, chrome: Chrome, window: tuple[int, str]
) -> None:
    async with transaction():
        change_id, _ = await weighing.ask(
            LikenessAsked(propose=60, strong=90, reason="Quá nhiều cặp sai"),
            people.lan.actor("desk"),
        )
    sums = "/desk/likeness"
    await walk(chrome, people.lan, window, (sums, f"{sums}/{change_id}"))


@pytest.mark.sampled(one_in=4)
@pytest.mark.parametrize("window", WINDOWS)
async def test_pages_of_the_own_account(
    people: People, chrome: Chrome, window: tuple[int, str]
) -> None:
    account = "/desk/account"
    await walk(
        chrome,
        people.an,
        window,
        (
            account,
            f"{account}/sessions",
            f"{account}/sessions/others",
            f"{account}/passkeys",
            f"{account}/lost-phone",
            f"{account}/notices",
        ),
        sent=(f"{account}/password", f"{account}/recovery"),
    )


async def stops(page: Page) -> list[str]:
    """Press Tab through the page; say of each stop that is not seen well what it is."""
    await page.locator("main").evaluate("main => { main.tabIndex = -1; main.focus(); }")
    wrong = []
    for number in range(_MOST_STOPS):
        await page.keyboard.press("Tab")
        here = await page.evaluate(_SEEN)
        if here is None:
            assert number > 1, f"{page.url}: no stop at all"
            return wrong
        if here["wrong"]:
            wrong.append(f"{page.url}: {here['what']} is {here['wrong']}")
    raise AssertionError(f"{page.url}: the Tab key does not come out of the page")


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
async def test_each_form_is_gone_through_by_the_tab_key_and_what_is_focused_is_seen(
    people: People, chrome: Chrome, pair: tuple[Any, Any], size: tuple[int, int]
) -> None:
    width, height = size
    officer, unit = f"/desk/people/{people.an.id}", f"/desk/units/{people.an.unit.unit_id}"
    forms = {
        people.giang: (
            f"{REGISTER}/new",
            f"{REGISTER}/{pair[0]}/edit",
            f"{REGISTER}/{pair[0]}/acts/licence",
            f"{REGISTER}/{pair[0]}/acts/close",
            f"/desk/parties/alike/{pair[0]}/{pair[1]}",
            "/desk/parties/imports/new",
        ),
        people.my: (
            "/desk/people/new",
            f"{officer}/move",
            f"{officer}/issue-card",
            f"{officer}/emergency",
            f"{unit}/split",
            "/desk/units/new",
            "/desk/machines/new",
            "/desk/devices/messages/new",
            f"/desk/handover/{people.an.id}",
        ),
        people.an: ("/desk/account/password", "/desk/account/recovery"),
    }
    for who, addresses in forms.items():
        page = await chrome.sign_in(who, width, reduced_motion="reduce")
        await page.set_viewport_size({"width": width, "height": height})
        for address in addresses:
            await page.goto(address)
            assert await stops(page) == []
    assert chrome.complaints == []


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
async def test_what_is_wrong_has_the_focus_and_leads_to_the_first_field_in_error(
    people: People, chrome: Chrome, size: tuple[int, int]
) -> None:
    page = await chrome.sign_in(people.giang, size[0], reduced_motion="reduce")
    await page.set_viewport_size({"width": size[0], "height": size[1]})
    await page.goto(f"{REGISTER}/new")
    await send_empty(page)
    await expect(page.locator("main .notice.wrong")).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    first = page.locator("main [aria-invalid=true]").first
    await expect(first).to_be_focused()
    seen = await page.evaluate(_SEEN)
    assert seen["wrong"] == "", seen


async def test_a_menu_of_further_acts_closes_by_escape_and_has_the_focus_again(
    people: People, chrome: Chrome, pair: tuple[Any, Any]
) -> None:
    page = await chrome.sign_in(people.giang, 390)
    await page.goto(f"{REGISTER}/{pair[0]}")
    dots = page.locator("main .more-acts > summary")
    await dots.focus()
    await page.keyboard.press("Enter")
    close = page.get_by_role("link", name="Ghi ngừng hoạt động")
    await expect(close).to_be_visible()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Escape")
    await expect(close).to_be_hidden()
    await expect(dots).to_be_focused()


@pytest.mark.parametrize(("kind", "shown"), [("organisation", False), ("individual", True)])
async def test_the_part_for_persons_is_there_for_persons_alone(
    people: People, chrome: Chrome, kind: str, shown: bool
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto(f"{REGISTER}/new")
    await page.locator("select[name=kind]").select_option(kind)
    await expect(page.locator("[name=birth_date]")).to_be_visible(visible=shown)


async def test_a_long_name_is_seen_whole_in_its_field(
    people: People, chrome: Chrome, pair: tuple[Any, Any]
) -> None:
    page = await chrome.sign_in(people.giang, 390)
    await page.goto(f"{REGISTER}/{pair[0]}/edit")
    name = page.locator("textarea[name=name]")
    await name.fill(
        "Công ty trách nhiệm hữu hạn một thành viên sản xuất và thương mại Hoa Gạo Trắng"
    )
    assert await name.evaluate("one => one.scrollHeight <= one.clientHeight")

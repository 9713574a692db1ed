"""Nobody bears a name that reads as another officer's, unless the record says why, and papers tell the two apart."""

import asyncio

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from tests.integration.force.accounts.test_take_over import told
from tests.support.doors import Desk
from tests.support.people import People

_WHY = "trùng họ tên, theo căn cước và quyết định tuyển dụng"


async def register(desk: Desk, people: People, name: str, **more: str) -> httpx.Response:
    """The form of a new officer; in Hà Nội, without number or reason, unless told otherwise."""
    form = {
        "full_name": name,
        "username": f"moi.{abs(hash(name)) % 10_000_000}",
        "unit_id": str(people.units["01"].unit_id),
        "language": "vi",
        "officer_number": "",
    }
    return await desk.post("/desk/people/new", **form | more)


@pytest.mark.parametrize(
    "name",
    [
        "Bùi Hương Giаng",  # Cyrillic а
        "Bùi Hương Giang (Chi cục trưởng)",
        "Bùi Hương Giang, Chi cục trưởng",
        "Chi cục trưởng Bùi Hương Giang",
        "Bùi Hương Giang Chi cuc truong",
        "Bùi Hương Gi\u0131ang",  # dotless i
        "Bùi Hương Giang 2",
        "Βùi Hương Giang",  # Greek Β
    ],
)
async def test_a_name_is_letters_of_vietnamese_and_holds_no_title(
    app: Litestar, people: People, name: str
) -> None:
    """What reads as the head's on paper is his to no machine that compares letters."""
    my = await Desk.of(app, people.my, people)
    correct = f"/desk/people/{people.chi.id}/correct"
    form = {"full_name": name, "officer_number": "", "reason": _WHY}
    for answer in (
        await my.post(correct, **form),
        await register(my, people, name, officer_number="HN-77", reason=_WHY),
    ):
        assert answer.status_code == 409, name
        assert "Họ tên chỉ gồm" in answer.text or "không kèm chức vụ" in answer.text
    held = "SELECT full_name FROM officers WHERE id = $1"
    assert await database.fetchval(held, people.chi.id) == people.chi.full_name


async def test_a_name_that_only_looks_like_the_head_s_is_his_name(
    app: Litestar, people: People
) -> None:
    """A small l stands for a capital I, and the whole name of another is borne with one word more."""
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.binh.id}/correct"
    for name in ("Bùi Hương GIang", "Bùi Hương Glang", "Bùi Hương Giang CCT"):
        refused = await my.post(page, full_name=name, officer_number="", reason="")
        assert refused.status_code == 409, name
        assert "đang dùng đúng họ tên này" in refused.text


@pytest.mark.parametrize("name", ["H'Hen Niê", "Y Ƀlô Êban", "K'Să Hà-Jrang", "Đỗ  Văn\u00a0Ới"])
async def test_an_honest_name_is_taken_with_its_own_spelling(
    app: Litestar, people: People, name: str
) -> None:
    """Names of the peoples of the highlands hold an apostrophe or a hyphen; a pasted space is a space."""
    my = await Desk.of(app, people.my, people)
    made = await register(my, people, name)
    assert made.status_code == 303
    said = "SELECT full_name FROM officers ORDER BY created_at DESC, id DESC LIMIT 1"
    assert await database.fetchval(said) == " ".join(name.split())


async def test_a_new_officer_of_the_head_s_name_needs_a_reason_and_a_number_and_both_are_told(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    name = people.giang.full_name
    bare = await register(my, people, name)
    assert bare.status_code == 409
    assert "đang dùng đúng họ tên này" in bare.text
    unnumbered = await register(my, people, name, reason=_WHY)
    assert unnumbered.status_code == 409
    assert "số hiệu" in unnumbered.text
    assert (await my.http.get("/desk/people/new")).text.count('name="reason"') == 1
    done = await register(my, people, name, reason=_WHY, officer_number="HN-0771")
    assert done.status_code == 303
    for person in (people.giang, people.hai):
        assert f"«{name}»" in await told(app, person, people)
    page = done.headers["location"].split("?")[0]
    dropped = await my.post(f"{page}/correct", full_name=name, officer_number="", reason=_WHY)
    assert dropped.status_code == 409, "the number is what tells them apart"


async def test_the_name_of_who_is_shut_out_for_a_day_is_not_taken_meanwhile(
    app: Litestar, people: People
) -> None:
    """One administrator shuts the head's account, names another like him, and lets him in again: no reason, no word."""
    my = await Desk.of(app, people.my, people)
    head = f"/desk/people/{people.giang.id}"
    assert (await my.post(f"{head}/disable", reason=_WHY)).status_code == 303
    page, name = f"/desk/people/{people.chi.id}/correct", people.giang.full_name
    bare = await my.post(page, full_name=name, officer_number="", reason="")
    assert bare.status_code == 409
    assert "đang dùng đúng họ tên này" in bare.text
    unnumbered = await my.post(page, full_name=name, officer_number="", reason=_WHY)
    assert unnumbered.status_code == 409
    assert "số hiệu" in unnumbered.text


async def test_who_bears_a_name_of_another_department_brings_a_number_when_he_moves_there(
    app: Litestar, people: People
) -> None:
    lan = await Desk.of(app, people.lan, people)
    there = {"unit_id": str(people.units["48"].unit_id), "reason": _WHY}
    made = await register(lan, people, people.giang.full_name, **there)
    assert made.status_code == 303, "elsewhere the unit tells them apart"
    page = made.headers["location"].split("?")[0]
    to = {"unit_id": str(people.units["0101"].unit_id), "reason": _WHY}
    refused = await lan.post(f"{page}/move", **to)
    assert refused.status_code == 409
    assert "số hiệu" in refused.text
    given = {"full_name": people.giang.full_name, "officer_number": "DN-12", "reason": _WHY}
    assert (await lan.post(f"{page}/correct", **given)).status_code == 303
    assert (await lan.post(f"{page}/move", **to)).status_code == 303


async def test_of_a_move_and_a_new_namesake_at_once_the_later_needs_a_number(
    app: Litestar, people: People
) -> None:
    """Each of the two alone might come without one: neither sees the other before it is done."""
    lan = await Desk.of(app, people.lan, people)
    there = {"unit_id": str(people.units["48"].unit_id), "reason": _WHY}
    for name in ("Vừ Thị Mỷ", "Giàng A Tủa", "Sùng Thị Chá"):
        made = await register(lan, people, name)
        page = made.headers["location"].split("?")[0]
        both = await asyncio.gather(
            lan.post(f"{page}/move", **there),
            register(lan, people, name, username=f"hai.{page[-8:]}", **there),
        )
        assert sorted(each.status_code for each in both) == [303, 409], name


async def test_one_number_is_one_officer_s_however_it_is_typed(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    first = await register(my, people, "Phan Thị Một", officer_number="HN-0100")
    assert first.status_code == 303
    for number in ("HN-0100", "hn 0100", "HN.0100", "HN-O100", "HN-OlOO"):
        again = await register(my, people, "Phan Thị Hai", officer_number=number)
        assert again.status_code == 409, number
        assert "Số hiệu này" in again.text
    both = await asyncio.gather(
        register(my, people, "Phan Thị Ba", officer_number="HN-0200"),
        register(my, people, "Phan Thị Bốn", officer_number="HN 0200"),
    )
    assert sorted(each.status_code for each in both) == [303, 409]

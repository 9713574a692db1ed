"""Who guesses at an account from elsewhere does not keep its owner out of the place where he always signs in (S6)."""

from uuid import uuid4

import httpx
from litestar import Litestar

from backend.core import database
from backend.force.accounts import service as accounts
from backend.force.rules import accounts as rules
from tests.integration.force.accounts.test_take_over import _LINK as LINK
from tests.integration.force.accounts.test_take_over import enrol, register
from tests.support.doors import Desk, device, knock
from tests.support.people import People, Person

OFFICE, HOME, STRANGER = "198.51.100.7", "198.51.100.200", "203.0.113.9"


def at(app: Litestar, address: str) -> httpx.AsyncClient:
    """A client whose requests come from an address."""
    transport = httpx.ASGITransport(app=app, client=(address, 50000))
    return httpx.AsyncClient(transport=transport, base_url="https://desk.test")


async def guess(app: Litestar, person: Person, address: str, times: int = 10) -> list[int]:
    """Wrong tries at the desk's door."""
    form = {"username": person.username, "password": "đoán mò một câu dài", "code": "000000"}
    async with at(app, address) as http:
        return [(await http.post("/desk/sign-in", data=form)).status_code for _ in range(times)]


async def sit_down(app: Litestar, people: People, person: Person, address: str) -> int:
    """The owner at the desk, with both factors."""
    await people.forget_codes(person)
    form = {"username": person.username, "password": person.password, "code": person.code()}
    async with at(app, address) as http:
        return (await http.post("/desk/sign-in", data=form)).status_code


async def pick_up(app: Litestar, people: People, phone: dict[str, object], address: str) -> int:
    """an on this phone, with both factors."""
    await people.forget_codes(people.an)
    async with at(app, address) as http:
        return (await knock(http, people.an, phone)).status_code


async def test_ten_wrong_tries_from_elsewhere_do_not_lock_the_owner_s_own_desk(
    app: Litestar, people: People
) -> None:
    assert await sit_down(app, people, people.an, OFFICE) == 303
    assert await guess(app, people.an, STRANGER, 12) == [401] * 10 + [429] * 2
    assert await sit_down(app, people, people.an, OFFICE) == 303, "where he signed in before"
    assert await sit_down(app, people, people.an, HOME) == 429, "anywhere else counts together"
    assert await guess(app, people.an, HOME, 1) == [429]


async def test_ten_wrong_tries_from_elsewhere_do_not_lock_the_owner_s_own_phone(
    app: Litestar, people: People
) -> None:
    phone = device()
    assert await pick_up(app, people, phone, OFFICE) == 201
    await guess(app, people.an, STRANGER)
    assert await pick_up(app, people, phone, "192.0.2.44") == 201, "a phone's address changes"
    assert await pick_up(app, people, device(), "192.0.2.99") == 429, "another phone elsewhere"


async def test_the_owner_s_own_place_has_its_own_limit(app: Litestar, people: People) -> None:
    phone = device()
    assert await pick_up(app, people, phone, HOME) == 201
    assert await sit_down(app, people, people.an, OFFICE) == 303
    assert await guess(app, people.an, OFFICE, 12) == [401] * 10 + [429] * 2
    assert await sit_down(app, people, people.an, OFFICE) == 429
    assert await pick_up(app, people, phone, "192.0.2.44") == 201
    assert await sit_down(app, people, people.an, STRANGER) == 303, "nobody guessed elsewhere"


async def test_naming_a_device_of_somebody_else_gains_no_tries(
    app: Litestar, people: People
) -> None:
    phone = device()
    async with at(app, OFFICE) as http:
        assert (await knock(http, people.binh, phone)).status_code == 201
    wrong = []
    async with at(app, STRANGER) as http:
        for number in range(12):
            named = phone if number % 2 else phone | {"id": str(uuid4())}
            guessed = await knock(http, people.an, named, password="đoán mò một câu dài")
            wrong.append(guessed.status_code)
    assert wrong == [401] * 10 + [429] * 2


async def test_a_place_is_forgotten_after_half_a_year(app: Litestar, people: People) -> None:
    assert await sit_down(app, people, people.an, OFFICE) == 303
    await database.execute(
        "UPDATE sign_in_places SET last_at = last_at - $1::interval", rules.PLACE_LIFE
    )
    await guess(app, people.an, STRANGER)
    assert await sit_down(app, people, people.an, OFFICE) == 429
    await accounts.forget_expired()
    assert await database.fetchval("SELECT count(*) FROM sign_in_places") == 0


async def test_one_address_still_may_not_try_everybody_from_a_known_place(
    app: Litestar, people: People
) -> None:
    assert await sit_down(app, people, people.an, OFFICE) == 303
    await database.execute(
        "INSERT INTO sign_in_failures (account, address) SELECT 'nguoi-' || n, $1::text::inet"
        " FROM generate_series(1, $2) n",
        OFFICE,
        rules.MAX_FAILURES_PER_ADDRESS,
    )
    assert await sit_down(app, people, people.an, OFFICE) == 429


async def test_an_administrator_sees_the_lock_and_lifts_it_everywhere(
    app: Litestar, people: People
) -> None:
    assert await sit_down(app, people, people.an, OFFICE) == 303
    await guess(app, people.an, STRANGER, 6)
    await guess(app, people.an, OFFICE, 6)
    desk = await Desk.of(app, people.my, people)
    page = (await desk.http.get(f"/desk/people/{people.an.id}")).text
    assert "Tạm dừng đăng nhập" not in page, "six here and six there lock neither"
    await guess(app, people.an, STRANGER, 4)
    page = (await desk.http.get(f"/desk/people/{people.an.id}")).text
    assert "Tạm dừng đăng nhập" in page
    assert (await desk.post(f"/desk/people/{people.an.id}/unlock")).status_code == 303
    assert await sit_down(app, people, people.an, HOME) == 303


async def test_who_guesses_at_the_sign_in_from_the_same_office_does_not_shut_an_open_desk(
    app: Litestar, people: People
) -> None:
    """A whole office stands behind one address: the colleague's tries count for signing in, not for the session."""
    desk = await Desk.of(app, people.giang, people)
    assert await guess(app, people.giang, "127.0.0.1", 12) == [401] * 10 + [429] * 2
    await database.execute("UPDATE desk_sessions SET confirmed_until = now() - interval '1 second'")
    await people.forget_codes(people.giang)
    given = await desk.post("/desk/confirm", code=people.giang.code())
    assert given.status_code == 303


async def test_a_stranger_s_guesses_do_not_shut_a_one_time_address(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = await register(my, people, "nguoi.moi")
    link = LINK.search((await my.post(f"{page}/enrol", purpose="first")).text)
    assert link
    async with at(app, STRANGER) as http:
        for _ in range(10):
            form = {"username": "nguoi.moi", "password": "đoán mò một câu dài", "code": "000000"}
            assert (await http.post("/desk/sign-in", data=form)).status_code == 401
    assert (await enrol(app, link[2])).status_code == 303


async def test_who_knows_the_number_of_a_colleague_s_phone_does_not_lock_it(
    app: Litestar, people: People
) -> None:
    """It is told to administrators and stands in files; only the phone itself has its key."""
    phone = device()
    assert await pick_up(app, people, phone, OFFICE) == 201
    wrong = []
    async with at(app, HOME) as http:
        for key in [device()["public_key"] for _ in range(11)] + [{}]:
            named = phone | {"public_key": key}
            answer = await knock(http, people.an, named, password="đoán mò một câu dài")
            wrong.append(answer.status_code)
    assert wrong == [401] * 10 + [429] * 2
    assert await pick_up(app, people, phone, "192.0.2.44") == 201, "his own, with its own key"


def _known(http: httpx.AsyncClient) -> str | None:
    return http.cookies.get("__Host-hientruong-known")


async def _sign_in(
    people: People, http: httpx.AsyncClient, person: Person, password: str = ""
) -> int:
    await people.forget_codes(person)
    form = {
        "username": person.username,
        "password": password or person.password,
        "code": person.code(),
    }
    return (await http.post("/desk/sign-in", data=form)).status_code


async def test_a_colleague_of_the_same_office_does_not_keep_the_owner_out_of_his_own_browser(
    app: Litestar, people: People
) -> None:
    """A whole office stands behind one address: a browser where somebody signed in has a count of its own."""
    async with at(app, OFFICE) as own:
        assert await _sign_in(people, own, people.an) == 303
        assert _known(own)
        async with at(app, OFFICE) as colleague:  # who has a known browser himself
            assert await _sign_in(people, colleague, people.binh) == 303
            tries = [await _sign_in(people, colleague, people.an, "đoán mò") for _ in range(12)]
        assert tries == [401] * 10 + [429] * 2
        assert await sit_down(app, people, people.an, OFFICE) == 429, "another browser there"
        assert await _sign_in(people, own, people.an) == 303, "his own"
        assert await _sign_in(people, own, people.binh) == 303, "browsers are shared"
        assert await _sign_in(people, own, people.an) == 303


async def test_a_known_browser_has_its_own_limit_and_a_made_up_one_none(
    app: Litestar, people: People
) -> None:
    async with at(app, OFFICE) as own:
        assert await _sign_in(people, own, people.an) == 303
        known = _known(own)
        tries = [await _sign_in(people, own, people.an, "đoán mò") for _ in range(12)]
        assert tries == [401] * 10 + [429] * 2
        assert await _sign_in(people, own, people.an) == 429
    assert await sit_down(app, people, people.an, OFFICE) == 303, "nobody guessed elsewhere"
    await guess(app, people.an, OFFICE)
    for made_up in ("x" * 43, "", "a" * 5000, "ký tự"):
        async with at(app, OFFICE) as http:
            cookie = f"__Host-hientruong-known={made_up}".encode()
            form = {"username": people.an.username, "password": "sai", "code": "000000"}
            answer = await http.post("/desk/sign-in", data=form, headers={b"cookie": cookie})
            assert answer.status_code == 429, made_up[:50]
    held = await database.fetch("SELECT place FROM sign_in_places")
    assert known
    assert not any(known in row["place"] for row in held), "kept as a hash"


async def test_the_mark_of_a_known_browser_is_read_by_no_script_and_outlives_the_session(
    app: Litestar, people: People
) -> None:
    async with at(app, OFFICE) as http:
        form = {"username": people.an.username, "password": people.an.password}
        await people.forget_codes(people.an)
        answer = await http.post("/desk/sign-in", data=form | {"code": people.an.code()})
        said = next(
            each
            for each in answer.headers.get_list("set-cookie")
            if each.startswith("__Host-hientruong-known=")
        )
        for part in ("HttpOnly", "Secure", "Path=/", "SameSite=strict", "Max-Age=15552000"):
            assert part.lower() in said.lower(), part


async def test_a_hundred_wrong_tries_of_an_office_leave_its_known_browsers_alone(
    app: Litestar, people: People
) -> None:
    async with at(app, OFFICE) as own:
        assert await _sign_in(people, own, people.an) == 303
        await database.execute(
            "INSERT INTO sign_in_failures (account, address) SELECT 'nguoi-' || n, $1::text::inet"
            " FROM generate_series(1, $2) n",
            OFFICE,
            rules.MAX_FAILURES_PER_ADDRESS,
        )
        assert await sit_down(app, people, people.an, OFFICE) == 429
        assert await _sign_in(people, own, people.an) == 303
        tries = [await _sign_in(people, own, people.an, "đoán mò") for _ in range(11)]
        assert tries == [401] * 10 + [429], "it still has its own"

"""What one person does alone with somebody's rights is undone by two, asks for a code, is told, or is listed."""

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from backend.force.rules import accounts as account_rules
from backend.operations.refusals import recording
from backend.operations.rules import refusals as rules
from schemas.core.ids import new_id
from tests.integration.force.accounts.test_roundabout_ways import enrolled_alone, enters
from tests.integration.force.accounts.test_take_over import MET, WHY, asked, give_position, told
from tests.support.doors import Desk
from tests.support.people import People

_OVER = "UPDATE desk_sessions SET confirmed_until = now() - interval '1 second'"


async def test_what_one_person_set_opens_nothing_after_a_move_upwards(
    app: Litestar, people: People
) -> None:
    """Higher up he sees and does more: it takes two to give that, so two to give him his password."""
    lan, oanh = await Desk.of(app, people.lan, people), await Desk.of(app, people.oanh, people)
    page, seed, his = await enrolled_alone(app, lan, people)
    assert await enters(his, seed) == 200
    up = {"unit_id": str(people.units["00"].unit_id), "reason": WHY}
    ask = await asked(await lan.post(f"{page}/move", **up))
    giang = await Desk.of(app, people.giang, people)
    assert "do một mình người quản trị cấp" in (await giang.http.get(ask)).text
    del oanh
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    assert (await his.http.get("/desk/account")).status_code == 303, "the session ended"
    assert await enters(Desk(app), seed) == 303, "and so did the credentials"
    assert "đề nghị kích hoạt tài khoản" in await told(app, people.lan, people)


async def test_an_objection_asks_for_a_code_once_the_session_s_confirmation_is_over(
    app: Litestar, people: People
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    await enrolled_alone(app, my, people)
    officer = await database.fetchval("SELECT id FROM officers WHERE username = 'head.new'")
    place = f"/desk/objections/{officer}"
    await database.execute(_OVER)
    refused = await giang.post(place, reason="đơn vị không có người này")
    assert refused.status_code == 403
    assert "/desk/confirm" in refused.text
    shown = await giang.http.get(place)
    assert (shown.status_code, shown.headers["location"][:13]) == (303, "/desk/confirm")
    state = "SELECT state FROM officers WHERE id = $1"
    assert await database.fetchval(state, officer) == "active"


async def _listed(app: Litestar, people: People) -> str:
    khanh = await Desk.of(app, people.khanh, people)
    return (await khanh.http.get("/desk/refusals")).text


async def test_wrong_codes_at_an_open_desk_stand_in_the_list_of_refused_requests(
    app: Litestar, people: People
) -> None:
    """Somebody sits at another's desk and tries to sign."""
    hai = await Desk.of(app, people.hai, people)
    await database.execute(_OVER)
    for _ in range(3):
        assert (await hai.post("/desk/confirm", code="000000")).status_code == 422
    rows = await database.fetch(
        "SELECT code, status, route FROM refused_requests WHERE officer_id = $1", people.hai.id
    )
    assert [tuple(row.values()) for row in rows] == [("code_wrong", 422, "/desk/confirm")] * 3
    page = await _listed(app, people)
    assert people.hai.full_name in page
    assert "Mã xác thực (OTP) sai" in page


async def test_a_sign_in_that_is_stopped_stands_in_the_list_under_the_name_that_was_tried(
    app: Litestar, people: People
) -> None:
    """Nobody is signed in then, so nothing is said of who tried but his address; nor is the owner accused."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, client=("203.0.113.9", 50000)),
        base_url="https://desk.test",
    ) as http:
        for name in (people.an.username, "khong.co.ai"):
            form = {"username": name, "password": "đoán mò một câu dài", "code": "000000"}
            for _ in range(40):
                last = await http.post("/desk/sign-in", data=form)
            assert last.status_code == 429
    rows = await database.fetch("SELECT officer_id, code, address::text FROM refused_requests")
    assert {tuple(row.values()) for row in rows} == {
        (people.an.id, "sign_in_failed", "203.0.113.9/32"),
        (people.an.id, "sign_in_stopped", "203.0.113.9/32"),
    }
    assert 25 <= sum(row["code"] == rules.STOPPED for row in rows) <= 30
    assert sum(row["code"] == rules.FAILED for row in rows) == 10
    page = await _listed(app, people)
    assert "Đăng nhập bằng tên này bị tạm dừng" in page
    assert "203.0.113.9" in page
    burst = await database.fetchval("SELECT count(*) FROM notices WHERE kind = 'refusals'")
    assert burst == 0, "he did nothing himself"


async def test_a_stranger_s_flood_of_sign_ins_accuses_nobody_and_hides_nothing(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes beyond the rows of one name is counted as what it is, and takes no room from what its owner does."""
    monkeypatch.setattr(rules, "ROWS", 5)
    an = await Desk.of(app, people.an, people)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, client=("203.0.113.9", 50000)),
        base_url="https://desk.test",
    ) as http:
        form = {"username": people.an.username, "password": "đoán mò một câu dài", "code": "000000"}
        for _ in range(40):
            last = await http.post("/desk/sign-in", data=form)
        assert last.status_code == 429
    assert (await an.http.get(f"/desk/cases/{new_id()}")).status_code == 404
    await recording.close()
    rows = await database.fetch("SELECT code, route, times, address FROM refused_requests")
    stopped = [row for row in rows if row["code"] == rules.STOPPED]
    assert 25 <= sum(row["times"] for row in stopped) <= 30
    assert {str(row["address"]) for row in stopped} == {"203.0.113.9"}
    assert sum(row["times"] for row in rows if row["code"] == rules.FAILED) == 10
    own = [(row["code"], row["route"]) for row in rows if row["code"] not in rules.OF_STRANGERS]
    assert own == [("not_found", "/desk/cases/{case_id}")]
    burst = await database.fetchval("SELECT count(*) FROM notices WHERE kind = 'refusals'")
    assert burst == 0, "he did nothing himself"
    assert "Đăng nhập bằng tên này bị tạm dừng" in await _listed(app, people)


async def test_a_stranger_who_goes_through_all_names_from_one_address_fills_no_table(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is stopped by his address is stopped under every name that he tries; the log has each of them."""
    monkeypatch.setattr(rules, "ROWS", 5)
    monkeypatch.setattr(account_rules, "MAX_FAILURES_PER_ADDRESS", 1)
    names = [people.an, people.binh, people.chi, people.dung, people.giang, people.hai, people.lan]
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, client=("2001:db8:7::1", 50000)),
        base_url="https://desk.test",
    ) as http:
        for each in names * 3:
            form = {"username": each.username, "password": "đoán mò một câu dài", "code": "000000"}
            last = await http.post("/desk/sign-in", data=form)
        assert last.status_code == 429
    await recording.close()
    rows = await database.fetch("SELECT code, times FROM refused_requests")
    assert {row["code"] for row in rows} == {rules.STOPPED, rules.FAILED}
    assert sum(row["code"] == rules.STOPPED for row in rows) == rules.ROWS
    assert sum(row["code"] == rules.FAILED for row in rows) <= rules.ROWS


@pytest.mark.parametrize("made_up", ["Head of department", "Director General"])
async def test_the_english_title_is_the_vietnamese_one_s(
    app: Litestar, people: People, made_up: str
) -> None:
    """Who reads in English reads the same office."""
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.em.id}"
    form = {
        "unit_id": str(people.units["0102"].unit_id),
        "title_vi": "Kiểm soát viên chính thị trường",
        "title_en": made_up,
        "valid_from": "2026-11-01",
    }
    assert (await my.post(f"{page}/give-position", **form)).status_code == 303
    held = await database.fetchval(
        "SELECT title_en FROM officer_positions WHERE officer_id = $1 ORDER BY id DESC LIMIT 1",
        people.em.id,
    )
    assert made_up not in held
    assert "title_en" not in (await my.http.get(f"{page}/give-position")).text
    head = await give_position(my, page, people, title_en=made_up)
    await asked(head)
    said = await database.fetchval("SELECT content ->> 'title_en' FROM people_asks")
    assert said == "Head of sub-department"

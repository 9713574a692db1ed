"""A unit's list becomes officers: previewed, confirmed, registered in portions; what is grave is asked for."""

import asyncio
import hashlib
import json
from datetime import timedelta
from uuid import UUID

import pytest

from backend import registry
from backend.core import clock, database
from backend.core.list_imports import portions
from backend.core.settings import Settings
from backend.force.importing import bringing
from backend.force.rules import importing as rules
from schemas.core.ids import new_id
from schemas.force.imports import BroughtPerson
from tests.support import scans
from tests.support.people import People
from tests.support.people_lists import behind_the_acts, came, csv, read, row, uploaded
from tests.support.readers import Readers

registry.open_all()
_TODAY = clock.today()


def day(offset: int) -> str:
    return f"{_TODAY + timedelta(days=offset):%d/%m/%Y}"


DECIDED = {"begins": day(-30), "decision": "12/QĐ-QLTT", "decided": day(-30)}
CARD = {"card": "QT-9", "card_from": day(-30), "card_until": day(1500)}
SPELT = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")


async def test_good_rows_become_officers_by_the_acts_that_an_administrator_makes_by_hand(
    readers: Readers, people: People, settings: Settings
) -> None:
    my = await readers.of(people.my)
    rows = [
        row(
            1,
            "Hoàng Ngọc Ân",
            roles="Kiểm soát viên",
            title="Kiểm soát viên thị trường",
            begins=day(-9),
        ),
        row(
            2,
            "Hồ Ngát An",
            language="English",
            card="QT-77",
            card_from="01/02/2026",
            card_until="31/01/2031",
        ),
    ]
    import_id = await uploaded(my, csv(rows))
    assert "Đang đọc tệp" in my.html
    shown = await read(settings, my, import_id)
    assert "2 dòng: 2 dòng nhập được, 0 dòng sai" in shown
    assert "hn.an" in shown
    assert "hn.an2" in shown, "a user name that is taken gets a number"
    assert not await came(import_id)
    assert await my.press("/begin") == 200
    shown = await read(settings, my, import_id)
    assert "Đã nhập xong" in shown
    assert ">2 dòng<" in shown, "people, not units"
    officers = await came(import_id)
    assert set(officers) == {"hn.an", "hn.an2"}
    assert officers["hn.an2"]["language"] == "en"
    assert await acts_of(officers["hn.an"]["id"]) == [
        *("officer.registered", "officer.role_given", "position.given")
    ]
    assert await acts_of(officers["hn.an2"]["id"]) == ["officer.registered", "card.issued"]
    by = await database.fetch(
        "SELECT DISTINCT officer_id FROM ledger_entries WHERE record_id = ANY($1)",
        [one["id"] for one in officers.values()],
    )
    assert [one["officer_id"] for one in by] == [people.my.id]
    await my.open(f"/desk/people/imports/{import_id}/letters")
    assert ">1 đơn vị<" in my.html
    assert f"/desk/units/{people.units['0101'].unit_id}/letters" in my.html, (
        "the way to the letters"
    )


async def third_team(people: People) -> UUID:
    """A team without a head."""
    above = people.units["01"]
    team = new_id()
    await behind_the_acts(
        people,
        """INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)
        VALUES ($1, '0103', 'Đội QLTT số 3 thử', 'Test Team 3', 'team', $2, 3, $3, $2, $1, $4)""",
        team,
        above.unit_id,
        above.unit_1,
        clock.today(),
    )
    return team


async def acts_of(record_id: UUID) -> list[str]:
    found = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE record_id = $1 ORDER BY number", record_id
    )
    return [one["act_type"] for one in found]


GOOD = 4
FAULTS: tuple[tuple[dict[str, str], str], ...] = (
    ({"name": ""}, "Thiếu họ và tên"),
    ({"name": "Nguyễn Văn 5"}, "chỉ gồm chữ cái"),
    ({"name": "Đội trưởng Phạm Văn Đồng"}, "không kèm chức vụ"),
    ({"unit": ""}, "Thiếu đơn vị"),
    ({"unit": "9999"}, "Không có đơn vị này"),
    ({"unit": "4801"}, "ngoài phạm vi bạn quản trị"),
    ({"username": "Tên Có Dấu"}, "Tên đăng nhập gồm 2–63 ký tự"),
    ({"username": "an"}, "đã có người dùng"),
    ({"username": "tot.mot"}, "Tên đăng nhập trùng với dòng 2"),
    ({"officer_number": "TM-0001"}, "Số hiệu trùng với dòng 2"),
    ({"officer_number": "TM 000l"}, "Số hiệu trùng với dòng 2"),
    ({"officer_number": "(!)"}, "ố hiệu"),
    ({"officer_number": "TAKEN-1"}, "ố hiệu"),
    ({"roles": "Giám sát"}, "Không có vai trò “Giám sát”"),
    ({"roles": "Kiểm soát viên, Quản trị hệ thống"}, "ai trò"),
    ({"roles": "Kiểm soát viên, Kiểm tra nội bộ"}, "ai trò"),
    ({"begins": day(-9)}, "thiếu chức vụ"),
    ({"title": "Kiểm soát viên thị trường"}, "Thiếu ngày bắt đầu"),
    ({"title": "Kiểm soát viên thị trường", "begins": "hôm nay"}, "Ngày không đúng"),
    ({"title": "Kiểm soát viên thị trường", "begins": day(900)}, "quá sớm hoặc quá muộn"),
    ({"title": "Đội trưởng", "begins": day(-9)}, "cần số và ngày của quyết định"),
    ({"title": "Chi cục trưởng", **DECIDED}, "Loại đơn vị này không có chức vụ đó"),
    ({"title": "Đội trưởng", **DECIDED}, "đang có cấp trưởng"),
    ({"title": "Đội trưởng", "unit": "0102", **DECIDED, "begins": day(-60)}, "trước"),
    ({"title": "Đội trưởng", "unit": "0103", **DECIDED}, "đã là cấp trưởng của đơn vị này"),
    ({"card": "QT-1"}, "cần đủ số thẻ"),
    ({"card": "QT-1", "card_from": day(-1700), "card_until": day(-2)}, "hết hạn"),
    ({"card": "QT-1", "card_from": day(-9), "card_until": day(2500)}, "5 năm"),
    ({"card": "QT-1", "card_from": day(-9), "card_until": day(-20)}, "gày"),
    (CARD, "Số thẻ trùng với dòng 3"),
    ({"language": "Français"}, "Ghi Tiếng Việt hoặc English"),
    ({"name": "Trần Tốt Hai", "officer_number": ""}, "cả hai dòng cần số hiệu"),
    ({"name": "NAMESAKE"}, "hãy ghi lý do"),
    ({"name": "NAMESAKE", "officer_number": "", "reason": "là người khác"}, "số hiệu"),
    ({"name": "=HYPERLINK(1)"}, "chỉ gồm chữ cái"),
    ({"name": "@SUM(A1)"}, "chỉ gồm chữ cái"),
)


async def test_forty_rows_with_every_kind_of_fault_are_named_cell_by_cell(
    readers: Readers, people: People, settings: Settings
) -> None:
    """Good rows come all the same; the file of errors is defused, mended and uploaded again."""
    await third_team(people)
    await behind_the_acts(
        people, "UPDATE officers SET officer_number = 'TAKEN-1' WHERE id = $1", people.ho.id
    )
    my = await readers.of(people.my)
    rows = [
        row(1, "Nguyễn Tốt Một", username="tot.mot"),
        row(2, "Trần Tốt Hai", **CARD),
        row(3, "Lê Tốt Ba", unit="Đội QLTT số 3 thử", title="Đội trưởng", **DECIDED),
        row(4, "Võ Tốt Bốn", unit="0102", roles="Kiểm soát viên, Trưởng Đoàn kiểm tra"),
    ]
    for place, (changes, _) in enumerate(FAULTS, GOOD + 1):
        given = {"name": f"Phan Sai {SPELT[place % 10]} {SPELT[place // 10]}"} | changes
        if given["name"] == "NAMESAKE":
            given["name"] = people.an.full_name
        rows.append(row(place, given.pop("name"), **given))
    assert len(rows) == 40
    import_id = await uploaded(my, csv(rows))
    shown = await read(settings, my, import_id)
    assert f"40 dòng: {GOOD} dòng nhập được, 36 dòng sai" in shown
    wrong = await database.fetch(
        "SELECT number, faults::text AS faults FROM people_import_rows WHERE outcome = 'bad' ORDER BY number"
    )
    by_row = {one["number"]: one["faults"] for one in wrong}
    missed = [
        (place + 1, said, by_row.get(place + 1))
        for place, (_, said) in enumerate(FAULTS, GOOD + 1)
        if said not in by_row.get(place + 1, "")
    ]
    assert missed == []
    assert "F21" in shown or "B6" in shown, "the page names cells"
    answer = await my.fetch(f"/desk/people/imports/{import_id}/errors.csv")
    text = answer.content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert "'@SUM(A1)" in text
    assert text.splitlines()[0].endswith("Lỗi")
    assert await my.press("/begin", extent="good") == 200
    shown = await read(settings, my, import_id)
    assert len(await came(import_id)) == GOOD
    # A head's position that was not asked for, as nobody attached its decision, is free for another row.
    mended = text.replace("'=HYPERLINK(1)", "Phan Đã Sửa")
    second = await uploaded(my, mended.encode(), "sua.csv")
    assert "36 dòng: 2 dòng nhập được, 34 dòng sai" in await read(settings, my, second)


async def test_what_is_grave_is_asked_for_and_given_by_a_second_person_alone(
    readers: Readers, people: People, settings: Settings
) -> None:
    """Nobody becomes a head or a supervisor by a file, the administrator who uploads it least."""
    team = await third_team(people)
    my = await readers.of(people.my)
    rows = [
        row(1, "Lê Tốt Ba", unit="0103", title="Đội trưởng", **DECIDED),
        row(2, "Võ Tốt Bốn", unit="0103", roles="Kiểm soát viên, Người có thẩm quyền"),
        row(
            3, "Mai Tốt Năm", unit="0103", title="Phó Đội trưởng", **DECIDED | {"decision": "14/QĐ"}
        ),
        row(
            4,
            people.my.full_name,
            officer_number="MOI-1",
            reason="là người khác",
            unit="0103",
            roles="Văn thư",
        ),
    ]
    import_id = await uploaded(my, csv(rows))
    shown = await read(settings, my, import_id)
    assert f"Số 12/QĐ-QLTT ngày {day(-30)}" in shown
    assert "2 quyết định chưa có bản quét" in shown
    form = my.form("/decision")
    form.fill("decision", f"{_TODAY - timedelta(days=30)} 12/QĐ-QLTT")
    await my.send_file(form, "scan", "qd.pdf", scans.pdf())
    assert "đã có bản quét" in my.html
    assert "1 quyết định chưa có bản quét" in my.html
    assert await my.press("/begin") == 200
    shown = await read(settings, my, import_id)
    officers = await came(import_id)
    ids = {one["full_name"]: one["id"] for one in officers.values()}
    assert (
        await database.fetchval(
            "SELECT count(*) FROM officer_positions WHERE officer_id = ANY($1)", [*ids.values()]
        )
        == 0
    )
    given = await database.fetch(
        "SELECT officer_id, role FROM officer_roles WHERE officer_id = ANY($1)", [*ids.values()]
    )
    roles = [(one["officer_id"], one["role"]) for one in given]
    assert roles == [(ids["Võ Tốt Bốn"], "inspector")]
    asks = await database.fetch("SELECT id, officer_id, kind, asked_by FROM people_asks")
    assert {(one["officer_id"], one["kind"]) for one in asks} == {
        (ids["Lê Tốt Ba"], "position"),
        (ids["Võ Tốt Bốn"], "role"),
        (ids[people.my.full_name], "role"),
    }
    assert {one["asked_by"] for one in asks} == {people.my.id}
    assert "Thiếu bản quét" in shown
    head = next(one["id"] for one in asks if one["kind"] == "position")
    await my.open(f"/desk/asks/{head}")
    assert not [one for one in my.page.forms if one.action.endswith("/confirm")], "the own ask"
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/asks/{head}")
    assert "/desk/scans/" in giang.html, "who confirms reads the decision"
    assert await giang.press("/confirm", note="đã đối chiếu quyết định", met="yes") == 200
    held = await database.fetch(
        "SELECT officer_id, title_vi FROM officer_positions WHERE unit_id = $1", team
    )
    assert [(one["officer_id"], one["title_vi"]) for one in held] == [
        (ids["Lê Tốt Ba"], "Đội trưởng")
    ]
    told = await database.fetch(
        "SELECT DISTINCT officer_id FROM notices WHERE text_key = 'ask.imported'"
    )
    assert people.giang.id in {one["officer_id"] for one in told}
    assert people.my.id not in {one["officer_id"] for one in told}


async def test_heads_hear_once_of_a_file_and_namesakes_of_each(
    readers: Readers, people: People, settings: Settings
) -> None:
    my = await readers.of(people.my)
    rows = [row(n, f"Phan Mới {SPELT[n]}") for n in range(1, 6)]
    rows.append(row(6, people.an.full_name, reason="hai người khác nhau"))
    import_id = await uploaded(my, csv(rows))
    await read(settings, my, import_id)
    assert await my.press("/begin") == 200
    await read(settings, my, import_id)
    told = await database.fetch("SELECT officer_id, text_key FROM notices")
    keys = [(one["officer_id"], one["text_key"]) for one in told]
    assert keys.count((people.hai.id, "person.imported")) == 1, "the other supervisor"
    assert keys.count((people.giang.id, "person.imported")) == 1, "the head of the department"
    assert (people.an.id, "person.done") in keys, "an officer of the same name"


async def test_the_same_file_twice_doubles_nobody(
    readers: Readers, people: People, settings: Settings
) -> None:
    my, lan = await readers.of(people.my), await readers.of(people.lan)
    data = csv([row(n, f"Phan Mới {SPELT[n]}") for n in range(1, 6)])
    first, second = await uploaded(my, data), await uploaded(lan, data)
    await read(settings, my, first)
    await read(settings, lan, second)
    assert await my.press("/begin") == 200
    assert await lan.press("/begin") == 409
    assert "Chính tệp này đang được nhập" in lan.html
    await asyncio.gather(*(bringing.bring(first) for _ in range(3)))
    assert len(await came(first)) == 5
    await lan.open(f"/desk/people/imports/{second}")
    assert "Chính tệp này đã được nhập lúc" in lan.html
    assert await lan.press("/begin") == 200
    await bringing.bring(second)
    assert not await came(second), "who came in since the preview does not come again"
    await lan.open(f"/desk/people/imports/{second}?which=refused")
    assert "đã có người dùng" in lan.html
    third = await uploaded(my, data)
    shown = await read(settings, my, third)
    assert "5 dòng: 0 dòng nhập được, 5 dòng sai" in shown


async def test_each_portion_is_one_act_with_the_hash_of_lines_that_are_kept(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "FIRST_ROWS", 2)
    monkeypatch.setattr(rules, "MOST_ROWS", 2)
    monkeypatch.setattr(rules, "LEAST_ROWS", 2)
    my = await readers.of(people.my)
    import_id = await uploaded(my, csv([row(n, f"Phan Mới {SPELT[n]}") for n in range(1, 6)]))
    await read(settings, my, import_id)
    assert await my.press("/begin") == 200
    await bringing.bring(import_id)
    assert await acts_of(import_id) == [
        "people_import.begun",
        *["people_import.portion_brought"] * 3,
        "people_import.finished",
    ]
    acts = await database.fetch(
        "SELECT act::text AS act FROM ledger_entries WHERE record_id = $1 AND act_type = $2 ORDER BY number",
        import_id,
        "people_import.portion_brought",
    )
    said = [json.loads(one["act"])["content"] for one in acts]
    kept = await database.fetch(
        "SELECT lines FROM people_import_portions WHERE import_id = $1 ORDER BY number", import_id
    )
    for content, portion in zip(said, kept, strict=True):
        text = portions.unpacked(portion["lines"])
        assert hashlib.sha256(text).hexdigest() == content["sha256"]
        for line in portions.read(text, BroughtPerson):
            assert line.officer_id == portions.id_of_row(import_id, line.row)


async def test_an_import_pauses_goes_on_and_is_given_up_and_the_page_says_who_stays(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    my, lan = await readers.of(people.my), await readers.of(people.lan)
    import_id = await uploaded(my, csv([row(n, f"Phan Mới {SPELT[n]}") for n in range(1, 6)]))
    await read(settings, my, import_id)
    assert await my.press("/begin") == 200
    await bringing._one(import_id, 2, 0.0)
    await lan.open(f"/desk/people/imports/{import_id}")
    assert await lan.press("/pause") == 200
    await bringing.bring(import_id)
    assert len(await came(import_id)) == 2, "nobody comes while it is paused"
    assert await lan.press("/go-on") == 200
    await bringing._one(import_id, 1, 0.0)
    await lan.open(f"/desk/people/imports/{import_id}/give-up")
    assert "3 dòng đã nhập và ở lại; 2 dòng sẽ không nhập" in lan.html
    assert await lan.press("/give-up", reason="x") == 422
    assert await lan.press("/give-up", reason="Nhầm tệp") == 200
    await bringing.bring(import_id)
    assert len(await came(import_id)) == 3

"""At the desk a restructuring is previewed and confirmed; a refusal says why before anything is asked."""

import re

import pytest
from litestar import Litestar

from backend.core import database
from backend.force.units import restructurings
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.force.acts import PeopleAct, UnitCreated
from schemas.force.restructuring_acts import UnitMoved
from tests.support import cases_made, restructured
from tests.support.cases_made import in_days, today
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("pool")


def order(**more: str) -> dict[str, str]:
    return {
        "number": "12/QĐ-UBND",
        "decided_on": in_days(-3).isoformat(),
        "by": "UBND thành phố Hà Nội",
    } | more


async def second(people: People) -> Person:
    """Another administrator of the whole force: khanh, who audits, for this test."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'administrator')",
        people.khanh.id,
    )
    return people.khanh


async def confirmed(reader: Reader, **filled: str) -> int:
    """Open the newest ask as a second administrator, and confirm it."""
    found = await database.fetchval("SELECT id FROM unit_asks ORDER BY asked_at DESC LIMIT 1")
    await reader.open(f"/desk/unit-asks/{found}")
    return await reader.press("/confirm", **({"note": "Đã đối chiếu quyết định"} | filled))


async def filled(reader: Reader, people: People, unit: str, act: str, **fields: str) -> int:
    """Send the form of a restructuring."""
    place = f"/desk/units/{people.units[unit].unit_id}/{act}"
    await reader.open(place)
    return await reader.press(f"/{act}", **order(**fields))


def counted(html: str) -> dict[str, str]:
    """What the confirmation counts."""
    return dict(re.findall(r"<dt>([^<]+)</dt><dd[^>]*>([^<]+)</dd>", html))


async def test_a_merger_is_previewed_confirmed_and_done(
    app: Litestar, people: People, readers: Readers
) -> None:
    case = await cases_made.recorded(people)
    my = await readers.of(people.my)
    into = str(people.units["0102"].unit_id)
    await filled(my, people, "0101", "merge", into_id=into, valid_to=today().isoformat())
    assert "Đội số 1 thử (0101) kết thúc và sáp nhập vào Đội số 2 thử (0102)" in my.html
    found = counted(my.html)
    assert found["Công chức"] == "4"
    assert found["Vụ việc đang làm"] == "1"
    assert found["Chức vụ đứng đầu, cấp phó kết thúc"] == "1"
    unit_id = people.units["0101"].unit_id
    where = "SELECT unit_3 FROM cases WHERE id = $1"
    assert await database.fetchval(where, case.id) == unit_id, "nothing is done before"
    assert await my.press("/merge") == 200
    assert "Đã gửi đề nghị" in my.html
    assert await database.fetchval(where, case.id) == unit_id, "nothing is done before"
    assert await confirmed(await readers.of(people.lan)) == 200
    assert await database.fetchval(where, case.id) == people.units["0102"].unit_id


async def test_a_unit_is_moved_by_the_nations_administrator_alone(
    app: Litestar, people: People, readers: Readers
) -> None:
    root = people.units["00"].unit_id
    industry = await restructured.made("91", "Sở thử", root, people, "industry_department")
    lan = await readers.of(people.lan)
    day = today().isoformat()
    await filled(lan, people, "01", "move", parent_id=str(industry), valid_from=day, code="0191")
    assert "Chi cục Hà Nội thử (01) trực thuộc Sở thử (91)" in lan.html
    assert "Chức vụ đứng đầu, cấp phó kết thúc" not in lan.html
    await lan.press("/move")
    await confirmed(await readers.of(await second(people)))
    row = await database.fetchrow(
        "SELECT parent_id, code, level FROM units WHERE id = $1", people.units["01"].unit_id
    )
    assert tuple(row) == (industry, "0191", 3)
    my = await readers.of(people.my)
    assert await my.look(f"/desk/units/{people.units['48'].unit_id}/merge") == 404


async def test_a_unit_is_moved_only_to_where_its_kind_may_lie(
    app: Litestar, people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    team, other = people.units["0101"].unit_id, people.units["0102"].unit_id
    await lan.open(f"/desk/units/{team}/move")
    offered = set(re.findall(r'<option value="([0-9a-f-]{36})"', lan.html))
    assert offered == {str(people.units[code].unit_id) for code in ("00", "48")}
    assert await lan.look(f"/desk/choose/units?rule=above&of={team}&q=02") == 200
    assert "Đội số 2 thử" not in lan.html
    assert await lan.look("/desk/choose/units?rule=above") == 404
    fields = order(parent_id=str(other), valid_from=today().isoformat())
    await lan.open(f"/desk/units/{team}/move")
    assert await lan.press("/move", **fields) == 422
    department = str(people.units["48"].unit_id)
    worded = order(parent_id=department, valid_from=today().isoformat(), code="mới")
    await lan.open(f"/desk/units/{team}/move")
    assert await lan.press("/move", **worded) == 422
    assert 'id="f-code-error"' in lan.html, (
        "it is said at the field, not by a record that nobody can read"
    )
    below = UnitMoved(parent_id=other, valid_from=today(), ordered=restructured.ORDER)
    outcome = await restructured.record(
        team, PeopleAct.UNIT_MOVED, below, restructured.operator(people)
    )
    assert isinstance(outcome, Refused)
    assert outcome.code == "unit_kind_below"


async def test_a_unit_is_created_only_where_its_kind_may_lie(
    app: Litestar, people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    team, department = people.units["0101"].unit_id, people.units["01"].unit_id
    await lan.open("/desk/units/new")
    offered = set(re.findall(r'<option value="([0-9a-f-]{36})"', lan.html))
    assert offered == {str(people.units[code].unit_id) for code in ("00", "01", "48")}
    fields = {
        "code": "0109", "name_vi": "Tổ thử", "name_en": "Group", "valid_from": today().isoformat(),
    }  # fmt: skip
    assert await lan.press("/new", **fields, kind="team", parent_id=str(team)) == 422
    wrong = fields | {"kind": "industry_department", "parent_id": str(department)}
    await lan.open("/desk/units/new")
    assert await lan.press("/new", **wrong) == 409
    assert "Loại đơn vị này không trực thuộc được đơn vị đã chọn" in lan.html
    content = UnitCreated(**(fields | {"valid_from": today()}), kind="team", parent_id=team)  # type: ignore[arg-type]
    unit_id = new_id()
    outcome = await restructured.record(
        unit_id, PeopleAct.UNIT_CREATED, content, restructured.operator(people)
    )
    assert isinstance(outcome, Refused)
    assert outcome.code == "unit_kind_below"


async def test_a_team_is_split_between_two(app: Litestar, people: People, readers: Readers) -> None:
    department = people.units["01"].unit_id
    one = await restructured.made("0103", "Đội số 3 thử", department, people, "team")
    my = await readers.of(people.my)
    await filled(
        my,
        people,
        "0101",
        "split",
        rest_id=str(people.units["0102"].unit_id),
        part_id=str(one),
        officers=str(people.binh.id),
        valid_to=today().isoformat(),
    )
    assert "phần còn lại về Đội số 2 thử" in my.html
    said = counted(my.html)
    assert said["Phần tách ra về"] == "Đội số 3 thử (0103)"
    assert said["Công chức sang phần tách ra"] == people.binh.full_name
    assert said["Đơn vị trực thuộc sang phần tách ra"] == "Không có đơn vị nào"
    await my.press("/split")
    await confirmed(await readers.of(people.lan))
    where = "SELECT unit_id FROM officers WHERE id = $1"
    assert await database.fetchval(where, people.binh.id) == one
    assert await database.fetchval(where, people.an.id) == people.units["0102"].unit_id


async def test_what_cannot_be_done_is_said_before_it_is_confirmed(
    app: Litestar, people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    day = today().isoformat()
    into = str(people.units["0101"].unit_id)
    assert await filled(lan, people, "01", "merge", into_id=into, valid_to=day) == 409
    assert "Đơn vị nhận nằm bên trong đơn vị này" in lan.html
    assert await filled(lan, people, "0101", "merge", into_id="", valid_to=day) == 422
    ahead = in_days(2).isoformat()
    into = str(people.units["0102"].unit_id)
    await filled(lan, people, "0101", "merge", into_id=into, valid_to=ahead)
    assert await lan.press("/merge") == 409
    assert "phải từ" in lan.html


async def test_a_unit_with_too_much_in_it_is_left_to_a_list_of_steps(
    app: Litestar, people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One request cannot rewrite any number of rows: the desk says how it is done instead, whenever it is asked."""
    monkeypatch.setattr(restructurings, "MOST_ROWS", 3)
    lan = await readers.of(people.lan)
    into = str(people.units["0102"].unit_id)
    day = today().isoformat()
    assert await filled(lan, people, "0101", "merge", into_id=into, valid_to=day) == 409
    assert "./hientruong restructure" in lan.html
    monkeypatch.setattr(restructurings, "MOST_ROWS", 10_000)
    assert await filled(lan, people, "0101", "merge", into_id=into, valid_to=day) == 200
    assert await lan.press("/merge") == 200
    monkeypatch.setattr(restructurings, "MOST_ROWS", 3)
    my = await readers.of(people.my)
    ask_id = await database.fetchval("SELECT id FROM unit_asks")
    await my.open(f"/desk/unit-asks/{ask_id}")
    assert "./hientruong restructure" in my.html
    assert f"/desk/unit-asks/{ask_id}/confirm" not in my.html, "no button that can only be refused"
    assert not await database.fetchval("SELECT count(*) FROM path_rewrites")

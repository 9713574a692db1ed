"""From which sum on two parties are proposed as one: an administrator of the nation proposes it, another confirms."""

import re
from datetime import timedelta
from typing import Any

import asyncpg
import msgspec
import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from backend.parties import comparing
from backend.parties.weighing import service as weighing
from backend.parties.weighing import telling
from schemas.parties.acts import Address
from tests.integration.parties.test_merging import SHOP, listed, two
from tests.integration.parties.test_register_of_parties import registered
from tests.support.databases import Database
from tests.support.people import People
from tests.support.readers import Reader, Readers
from tests.support.told import waiting

pytestmark = pytest.mark.usefixtures("pool")
PLACE = "/desk/likeness"


@pytest.fixture
async def second(people: People, readers: Readers) -> Reader:
    """Another administrator of the whole force."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'administrator')", people.khanh.id
    )
    return await readers.of(people.khanh)


async def proposed(
    desk: Reader, propose: int, strong: int, reason: str = "Quá nhiều cặp sai"
) -> int:
    await desk.open(PLACE)
    return await desk.press(PLACE, None, propose=str(propose), strong=str(strong), reason=reason)


async def as_owner(database: Database, statement: str, *args: Any) -> None:
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        await owner.execute(statement, *args)
    finally:
        await owner.close()


def change_of(desk: Reader) -> str:
    [found] = set(re.findall(rf'action="{PLACE}/([0-9a-f-]{{36}})"', desk.html))
    return str(found)


async def confirmed(desk: Reader, change: str) -> int:
    await desk.open(f"{PLACE}/{change}")
    return await desk.press(f"{PLACE}/{change}", "confirm")


async def test_one_proposes_another_confirms_and_the_pages_say_what_is_in_force(
    people: People, readers: Readers, second: Reader
) -> None:
    lan = await readers.of(people.lan)
    await lan.open(PLACE)
    assert "mặc định của hệ thống" in lan.html
    assert "cùng mã số thuế" in lan.html, "the reasons with what each has"
    assert await proposed(lan, 60, 90) == 200
    change = change_of(lan)
    assert 'value="confirm"' not in lan.html
    async with transaction():
        assert await weighing.sums() == weighing.USUAL, "nobody confirmed it yet"
    assert await confirmed(second, change) == 200
    assert "Đã áp dụng" in second.html
    reader = await readers.of(people.an)
    await reader.open("/desk/parties/alike")
    assert "Gợi ý từ 60 điểm; nhiều khả năng là một từ 90 điểm" in reader.html
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings


async def test_who_proposed_takes_it_back_with_a_reason_and_nothing_changes(
    people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    await proposed(lan, 60, 90)
    change = change_of(lan)
    assert await lan.press(f"{PLACE}/{change}", "decline") == 422
    assert await lan.press(f"{PLACE}/{change}", "decline", reason="Gõ nhầm") == 200
    assert "Gõ nhầm" in lan.html
    async with transaction():
        assert await weighing.sums() == weighing.USUAL


@pytest.mark.parametrize(
    ("propose", "strong", "said"),
    [
        ("30", "80", "Hãy ghi số nguyên từ 35 đến 100"),
        ("101", "80", "Hãy ghi số nguyên từ 35 đến 100"),
        ("5o", "80", "Hãy ghi số nguyên từ 35 đến 100"),
        ("70", "60", "Mức này không được thấp hơn mức gợi ý"),
    ],
)
async def test_sums_out_of_bounds_are_said_beside_the_field_and_kept(
    people: People, readers: Readers, propose: str, strong: str, said: str
) -> None:
    lan = await readers.of(people.lan)
    await lan.open(PLACE)
    form: dict[str, Any] = {"propose": propose, "strong": strong, "reason": "Thử lại"}
    assert await lan.press(PLACE, None, **form) == 422
    assert said in lan.html
    assert "Thử lại" in lan.html
    assert await database.fetchval("SELECT count(*) FROM party_likeness") == 0


async def test_administrators_of_a_unit_read_the_sums_and_officers_do_not(
    people: People, readers: Readers
) -> None:
    my, an = await readers.of(people.my), await readers.of(people.an)
    await my.open(PLACE)
    assert "Chỉ người quản trị toàn quốc" in my.html
    assert 'name="propose"' not in my.html
    assert await an.look(PLACE) == 403


async def test_after_a_change_the_whole_register_is_compared_anew(
    people: People, readers: Readers, second: Reader
) -> None:
    one, other = await two(people)
    weak = msgspec.structs.replace(
        SHOP,
        identifiers=[],
        representatives=[],
        phones=[],
        address=Address(line="Số 90 phố Lò Đúc"),
    )
    third = await registered(people.an, weak)
    await comparing.compare_waiting()
    pairs = await listed(people.an)
    assert (min(one, other), max(one, other)) in pairs
    assert all(third not in pair for pair in pairs), "the same name alone has 40"
    lan = await readers.of(people.lan)
    await proposed(lan, 40, 80, "Tìm cả tên trùng")
    assert await confirmed(second, change_of(lan)) == 200
    await lan.open(PLACE)
    assert "<dd>3</dd>" in lan.html, "how many wait to be compared anew"
    assert await comparing.compare_waiting() == 3
    assert await comparing.compare_waiting() == 0
    assert any(third in pair for pair in await listed(people.an))
    await lan.open(PLACE)
    assert "cả sổ đã so sánh theo mức này" in lan.html
    await proposed(lan, 95, 95, "Chỉ số giấy tờ")
    assert await confirmed(second, change_of(lan)) == 200
    await comparing.compare_waiting()
    assert all(third not in pair for pair in await listed(people.an))


async def test_who_may_confirm_is_told_and_has_it_in_my_work_until_it_is_answered(
    people: People, readers: Readers, second: Reader
) -> None:
    lan = await readers.of(people.lan)
    await proposed(lan, 60, 90)
    change = change_of(lan)
    assert people.khanh.full_name in lan.html, "who may confirm it"
    assert await waiting(people.khanh) == ["likeness.asked"]
    assert await waiting(people.lan) == []
    for nobody in (people.my, people.an, people.hai):
        assert "likeness.asked" not in await waiting(nobody)
    await second.open("/desk/notices")
    assert f"{PLACE}/{change}" in second.html
    assert "Quá nhiều cặp sai" in second.html
    await second.open("/desk/?kind=likeness")
    assert f"{PLACE}/{change}" in second.html
    await lan.open("/desk/")
    assert f"{PLACE}/{change}" not in lan.html, "nobody confirms what they proposed"
    await second.open(f"{PLACE}/{change}")
    assert await second.press(f"{PLACE}/{change}", "decline", reason="Chưa cần") == 200
    assert await waiting(people.khanh) == []
    assert await waiting(people.lan) == ["likeness.declined"]
    await second.open("/desk/?kind=likeness")
    assert f"{PLACE}/{change}" not in second.html


async def test_one_change_waits_at_a_time(people: People, readers: Readers, second: Reader) -> None:
    lan = await readers.of(people.lan)
    await second.open(PLACE)
    await proposed(lan, 60, 90)
    form = {"propose": "70", "strong": "95", "reason": "Cùng lúc"}
    assert await second.press(PLACE, None, **form) == 409
    assert "đã có một đề nghị" in second.html.lower()
    assert await database.fetchval("SELECT count(*) FROM party_likeness") == 1
    await lan.open(PLACE)
    assert 'name="propose"' not in lan.html
    assert "Mỗi lần chỉ một đề nghị" in lan.html


async def test_a_change_that_nobody_answers_lapses_after_a_week_and_all_are_told(
    people: People, readers: Readers, second: Reader, database: Database
) -> None:
    lan = await readers.of(people.lan)
    await proposed(lan, 60, 90)
    change = change_of(lan)
    await second.open(f"{PLACE}/{change}")
    async with transaction():
        assert await telling.tell_lapsed() == 0
    before = clock.now() - timedelta(days=7, minutes=1)
    await as_owner(database, "UPDATE party_likeness SET asked_at = $1", before)
    assert await second.press(f"{PLACE}/{change}", "confirm") == 409
    assert "trong bảy ngày" in second.html
    assert 'value="confirm"' not in second.html
    async with transaction():
        assert await telling.tell_lapsed() == 2
        assert await telling.tell_lapsed() == 0
        assert await weighing.sums() == weighing.USUAL
    assert await waiting(people.lan) == ["likeness.lapsed"]
    assert await waiting(people.khanh) == ["likeness.lapsed"]
    assert await proposed(lan, 60, 90) == 200, "it may be proposed again"


async def test_what_was_proposed_by_who_administers_the_force_no_longer_is_not_confirmed(
    people: People, readers: Readers, second: Reader, database: Database
) -> None:
    lan = await readers.of(people.lan)
    await proposed(lan, 60, 90)
    change = change_of(lan)
    await as_owner(
        database,
        "DELETE FROM officer_roles WHERE officer_id = $1 AND role = 'administrator'",
        people.lan.id,
    )
    assert await confirmed(second, change) == 409
    assert "không còn là người quản trị toàn quốc" in second.html
    assert await second.press(f"{PLACE}/{change}", "decline", reason="Người đề nghị đã thôi") == 200


async def test_every_change_has_a_page_and_the_list_leads_to_older_ones(
    people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    await proposed(lan, 60, 90)
    change = change_of(lan)
    assert await lan.press(f"{PLACE}/{change}", "decline", reason="Gõ nhầm") == 200
    await database.execute(
        "INSERT INTO party_likeness (id, propose, strong, reason, asked_by, asked_at, state, decided_by, decided_at,"
        " decided_reason) SELECT gen_random_uuid(), 50, 80, 'Thử lần ' || n, $1, now() + n * interval '1 minute',"
        " 'declined', $1, now() + n * interval '1 minute', 'Thôi' FROM generate_series(1, 60) n",
        people.lan.id,
    )
    await lan.open(PLACE)
    assert change not in lan.html
    [older] = re.findall(rf'href="({PLACE}\?after=[^"#]+)', lan.html)
    await lan.open(older)
    assert "Thử lần 40<" in lan.html
    assert "Thử lần 41<" not in lan.html
    await lan.open(f"{PLACE}/{change}")
    assert "Gõ nhầm" in lan.html


@pytest.mark.parametrize(
    "changed",
    [
        "decided_at = decided_at + interval '1 day'",
        "decided_by = (SELECT id FROM officers WHERE username = 'my')",
        "asked_by = (SELECT id FROM officers WHERE username = 'my')",
        "asked_at = asked_at - interval '1 day'",
    ],
)
async def test_verification_tells_when_somebody_writes_over_who_decided_and_when(
    people: People, readers: Readers, second: Reader, database: Database, changed: str
) -> None:
    lan = await readers.of(people.lan)
    await proposed(lan, 60, 90)
    change = change_of(lan)
    assert await confirmed(second, change) == 200
    await as_owner(database, f"UPDATE party_likeness SET {changed}")
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.TAMPERED
    assert any(change in str(one) for one in report.findings), report.findings

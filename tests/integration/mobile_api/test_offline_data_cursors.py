"""The cursor of the reference data: nobody sees another's area, nothing slips by, nothing is sent for ever."""

import asyncio
import time
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.exchange.rules.offline_data import PAGE_BYTES, PAGE_ENTRIES
from schemas.core.ids import new_id
from tests.support import factories
from tests.support.databases import Database
from tests.support.offline_data import business, pack, party
from tests.support.people import People
from tests.support.phone import Phones

RENAME = "UPDATE subjects SET name = $2 WHERE id = $1"


async def test_an_officer_of_another_province_sees_nothing_of_it(
    phones: Phones, people: People
) -> None:
    here = await business(people.chi, "Cửa hàng Hà Nội")
    there = await business(people.duyen, "Cửa hàng Đà Nẵng")
    theirs = await pack(phones, people.dung)
    await theirs.pull()
    assert set(theirs.of("business")) == {str(there)}
    await database.execute(RENAME, here, "Cửa hàng khác")
    await factories.decided(people, subject=party(here, "Cửa hàng khác"))
    [page] = await theirs.pull()
    assert page["entries"] == []


async def test_a_colleague_sees_the_business_but_not_a_visit_that_he_was_not_on(
    phones: Phones, people: People
) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    await factories.decided(people, subject=party(shop, "Cửa hàng Một"))
    colleague, leader = await pack(phones, people.em), await pack(phones, people.chi)
    await colleague.pull()
    await leader.pull()
    assert colleague.business(shop)["history"] == []
    assert len(leader.business(shop)["history"]) == 1


async def test_an_administrator_s_phone_gets_no_register(phones: Phones, people: People) -> None:
    await business(people.chi, "Cửa hàng Một")
    mine = await pack(phones, people.my)
    await mine.pull()
    assert mine.of("business") == {}
    assert mine.of("violation")


async def test_what_a_slow_transaction_writes_is_not_passed_over(
    phones: Phones, people: People
) -> None:
    slowly, quickly = await business(people.chi, "Chậm"), await business(people.chi, "Nhanh")
    mine = await pack(phones, people.an)
    await mine.pull()
    written, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with transaction():
            await database.execute(RENAME, slowly, "Chậm mà chắc")
            written.set()
            await go_on.wait()

    task = asyncio.create_task(slow())
    await written.wait()
    await database.execute(RENAME, quickly, "Nhanh nhẹn")  # later begun, earlier committed
    await mine.pull()
    go_on.set()
    await task
    await mine.pull()
    assert mine.business(slowly)["name"] == "Chậm mà chắc"
    assert mine.business(quickly)["name"] == "Nhanh nhẹn"


async def test_two_phones_each_hear_of_a_change_once(phones: Phones, people: People) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    one, two = await pack(phones, people.an), await pack(phones, people.binh)
    await one.pull()
    await two.pull()
    await database.execute(RENAME, shop, "Cửa hàng Hai")
    for phone in (one, two):
        [page] = await phone.pull()
        assert [entry["id"] for entry in page["entries"]] == [str(shop)]
        [page] = await phone.pull()
        assert page["entries"] == []
    assert one.kept == two.kept


@pytest.mark.parametrize("cursor", ["nonsense", "WzFd", "W10", "%C4%91"])
async def test_what_is_no_cursor_of_ours_is_410_and_the_phone_begins_again(
    phones: Phones, people: People, cursor: str
) -> None:
    mine = await pack(phones, people.an)
    mine.cursor = cursor
    with pytest.raises(Exception, match="cursor_expired") as refused:
        await mine.page()
    assert refused.value.status == 410  # type: ignore[attr-defined]  # the phone's own Refused
    mine.cursor = None
    assert (await mine.page())["entries"]


async def test_after_a_restore_all_of_it_comes_anew(
    phones: Phones, people: People, database: Database
) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    mine = await pack(phones, people.an)
    await mine.pull()
    mine.kept["business", "gone"] = {"id": "of a future that never was"}
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute("UPDATE installation SET epoch = gen_random_uuid()")
    await owner.close()
    pages = await mine.pull()
    reset = [kind for page in pages for kind in page["reset"]]
    assert sorted(reset) == ["business", "calendar", "unit", "violation"]
    assert set(mine.of("business")) == {str(shop)}


async def test_an_officer_who_moved_gets_the_register_of_his_new_area_alone(
    phones: Phones, people: People
) -> None:
    await business(people.chi, "Cửa hàng Hà Nội")
    there = await business(people.duyen, "Cửa hàng Đà Nẵng")
    mine = await pack(phones, people.an)
    await mine.pull()
    unit = people.dung.unit
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_1 = $3, unit_2 = $4, unit_3 = $5, unit_4 = $6 WHERE id = $1",
        people.an.id,
        unit.unit_id,
        *unit.as_tuple(),
    )
    [page] = await mine.pull()
    assert page["reset"] == ["business"]
    assert {entry["kind"] for entry in page["entries"]} == {"business"}
    assert set(mine.of("business")) == {str(there)}


async def test_a_business_that_was_corrected_to_another_province_is_forgotten_here(
    phones: Phones, people: People
) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    here, there = await pack(phones, people.an), await pack(phones, people.dung)
    await here.pull()
    await there.pull()
    await database.execute(
        "UPDATE subjects SET unit_id = $2, unit_2 = $3, unit_3 = NULL WHERE id = $1",
        shop,
        people.ho.unit.unit_id,
        people.ho.unit.unit_2,
    )
    [page] = await here.pull()
    assert page["removed"] == [{"kind": "business", "id": str(shop)}]
    assert page["total_entries"] == len(here.kept)
    await there.pull()
    assert set(there.of("business")) == {str(shop)}


async def test_a_unit_that_is_renamed_or_ends_brings_the_tree_anew(
    phones: Phones, people: People
) -> None:
    mine = await pack(phones, people.an)
    await mine.pull()
    team = people.em.unit.unit_id
    assert str(team) in mine.of("unit")
    await database.execute("UPDATE units SET valid_to = CURRENT_DATE - 1 WHERE id = $1", team)
    [page] = await mine.pull()
    assert page["reset"] == ["unit"]
    assert str(team) not in mine.of("unit")


async def _many(people: People, owner: asyncpg.Connection, count: int) -> None:
    unit = people.chi.unit
    await owner.execute(
        """
        INSERT INTO subjects (id, unit_id, unit_1, unit_2, unit_3, kind, name, tax_code, address, representative)
        SELECT gen_random_uuid(), $1, $2, $3, $4, 'household', 'Hộ kinh doanh Nguyễn Thị Hoa số ' || n,
            lpad(n::text, 10, '0'), 'Số ' || n || ' đường Trần Hưng Đạo, phường Cửa Nam, thành phố Hà Nội',
            'Nguyễn Thị Hoa'
        FROM generate_series(1, $5::int) n
        """,
        unit.unit_id,
        unit.unit_1,
        unit.unit_2,
        unit.unit_3,
        count,
    )


@pytest.mark.long
async def test_twenty_thousand_businesses_come_in_pages_while_some_change(
    phones: Phones, people: People, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = await asyncpg.connect(database.owner_dsn)
    await _many(people, owner, 20_000)
    mine = await pack(phones, people.an)
    began = time.monotonic()
    first = await mine.page()
    changed: Any = await owner.fetchval("SELECT id FROM subjects WHERE tax_code = '0000000007'")
    await owner.execute(RENAME, changed, "Hộ kinh doanh đổi tên")
    pages = [first, *await mine.pull()]
    took = time.monotonic() - began
    began = time.monotonic()
    [empty] = await mine.pull()
    nothing = time.monotonic() - began
    await owner.close()
    with capsys.disabled():
        print(
            f"\n20,000 businesses: {len(pages)} pages in {took:.1f} s; nothing new: {nothing * 1000:.0f} ms"
        )
    assert len(mine.of("business")) == 20_000
    assert mine.business(changed)["name"] == "Hộ kinh doanh đổi tên"
    assert empty["entries"] == []
    assert all(len(page["entries"]) <= PAGE_ENTRIES for page in pages)
    assert max(len(str(page["entries"]).encode()) for page in pages) < 1.2 * PAGE_BYTES
    assert pages[-1]["total_entries"] == len(mine.kept)


async def test_a_delta_of_nothing_reads_no_business(people: People, database: Database) -> None:
    """The plan is an index probe however large the register: nobody reads 20,000 rows to find none."""
    owner = await asyncpg.connect(database.owner_dsn)
    await _many(people, owner, 20_000)
    await owner.execute("VACUUM ANALYZE subject_marks")
    rows = await owner.fetch(
        """
        EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF)
        SELECT era, changed_xid, subject_id FROM subject_marks
        WHERE unit_2 = $1 AND (era, changed_xid, subject_id) > (1, '4000000000'::xid8, $2)
        ORDER BY era, changed_xid, subject_id LIMIT 501
        """,
        people.chi.unit.unit_2,
        UUID(int=0),
    )
    await owner.close()
    plan = "\n".join(row[0] for row in rows)
    assert "subject_marks_2" in plan
    assert "Sort" not in plan
    assert "rows=0" in plan


async def test_a_business_changed_before_the_phone_asked_is_told_though_a_transaction_stays_open(
    phones: Phones, people: People, database: Database
) -> None:
    shop = await business(people.chi, "Cửa hàng Một")
    mine = await pack(phones, people.an)
    await mine.pull()
    held = await asyncpg.connect(database.app_dsn)
    transaction = held.transaction()
    await transaction.start()
    await held.execute("SELECT pg_current_xact_id()")
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute(RENAME, shop, "Cửa hàng Hai")
    await _many(people, owner, PAGE_ENTRIES + 50)
    await owner.close()
    for _ in range(2):
        assert len(await mine.pull()) == 2
        assert mine.business(shop)["name"] == "Cửa hàng Hai"
        assert len(mine.of("business")) == PAGE_ENTRIES + 51
    await transaction.rollback()
    await held.close()
    await mine.pull()
    [nothing] = await mine.pull()
    assert nothing["entries"] == []


async def test_ids_of_one_transaction_are_told_in_order_across_pages(
    phones: Phones, people: People
) -> None:
    """An import is one transaction: its place in the cursor is the id alone."""
    unit = people.chi.unit
    ids = sorted(new_id() for _ in range(PAGE_ENTRIES + 50))
    mine = await pack(phones, people.an)
    await mine.pull()
    await database.execute(
        "INSERT INTO subjects (id, unit_id, unit_1, unit_2, unit_3, kind, name, address)"
        " SELECT u, $2, $3, $4, $5, 'household', 'Hộ', 'Hà Nội' FROM unnest($1::uuid[]) u",
        ids,
        unit.unit_id,
        unit.unit_1,
        unit.unit_2,
        unit.unit_3,
    )
    pages = await mine.pull()
    told = [entry["id"] for page in pages for entry in page["entries"]]
    assert told == [str(ident) for ident in ids]

"""Approved minutes that name violations, and that no case follows, stand in a list: nobody goes free by inaction."""

import re
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from backend.core import database
from backend.fieldwork.queries import worklists as list_queries
from backend.operations import migrations
from backend.operations.verification import service as verification
from tests.integration.admin_ui.insight.test_waiting_lists import LINK, MANY, copies, walked
from tests.integration.operations.test_lookups_by_index import plan_of
from tests.support import cases_made, factories
from tests.support.people import People
from tests.support.readers import Reader, Readers

LIST = "Cuộc kiểm tra ghi vi phạm, chưa lập hồ sơ vụ việc"
MIGRATION = Path(migrations.__file__).parent / "sql" / "0092_violations_without_a_case.sql"
(FILL,) = re.findall(r"^UPDATE .*?;$", MIGRATION.read_text(), re.DOTALL | re.MULTILINE)


async def approved(giang: Reader, work: factories.Work) -> None:
    """Approved at the desk, as its page offers."""
    await giang.open(f"/desk/inspections/{work.id}")
    await giang.follow("/approve?")
    assert await giang.press("/approve") == 200


async def told(desk: Reader) -> bool:
    """Whether My work leads to the opening of a case."""
    await desk.open("/desk/")
    return "cases/new/inspection" in desk.html


async def counted(desk: Reader) -> str:
    """How many the list of exceptions says there are; its link leads to the list."""
    await desk.open("/desk/exceptions")
    found = re.search(rf'href="/desk/work/lists/unopened"><span>{LIST}: (\d+)<', desk.html)
    assert found, "the list of exceptions does not tell of them"
    return found[1]


async def test_violations_that_were_approved_stand_there_until_their_case_is_opened(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people, subject=cases_made.inspected_party())
    giang, an, khanh = [await readers.of(one) for one in (people.giang, people.an, people.khanh)]
    assert not await told(giang), "it waits for the approval, and stands in that list"
    assert await counted(khanh) == "0"
    await approved(giang, work)
    for desk in (giang, an):
        assert await told(desk)
        assert "1 chờ tôi" in desk.page.text
        assert f"/desk/cases/new/inspection?inspection={work.id}" in desk.html
    assert await counted(khanh) == "1"
    assert await counted(giang) == "1"
    await khanh.open("/desk/work/lists/unopened")
    assert LINK.findall(khanh.html) == [str(work.id)]
    assert "cases/new" not in khanh.html, "an auditor opens none"
    assert "Thành viên Đoàn kiểm tra" in khanh.page.text, "he reads who does"
    for outside in (people.ho, people.dung, people.em):
        desk = await readers.of(outside)
        assert await desk.look("/desk/work/list?kind=unopened&show=overdue") == 200
        assert str(work.id) not in (await desk.open("/desk/")).text
        await desk.open("/desk/work/lists/unopened")
        assert LINK.findall(desk.html) == []
    await told(an)
    await an.follow(f"/desk/cases/new/inspection?inspection={work.id}")
    assert await an.press("/new/inspection") == 200
    assert await database.fetchval("SELECT inspection_id FROM cases") == work.id
    assert not await told(giang)
    assert not await told(an)
    assert await counted(khanh) == "0"
    await khanh.open("/desk/work/lists/unopened")
    assert "Mọi cuộc kiểm tra ghi vi phạm đều đã có hồ sơ vụ việc" in khanh.page.text
    assert (await verification.verify(None, lambda *_: None)).findings == []


async def test_where_a_case_is_already_or_no_violation_was_found_nothing_waits(
    people: People, readers: Readers
) -> None:
    giang = await readers.of(people.giang)
    case = await cases_made.inspected(people)
    assert case.inspection is not None
    await approved(giang, case.inspection)
    clean = await factories.announced(people)
    await factories.write_minutes(clean, violations=[])
    await factories.submit(clean)
    await approved(giang, clean)
    assert not await told(giang)


async def test_new_minutes_take_what_was_approved_off_the_list_until_they_are_approved(
    people: People, readers: Readers
) -> None:
    giang = await readers.of(people.giang)
    work = await factories.submitted(people)
    await approved(giang, work)
    await factories.submit(work)
    assert not await told(giang)
    await approved(giang, work)
    assert await told(giang)


async def test_what_stood_before_the_list_was_kept_is_in_it(
    people: People, readers: Readers
) -> None:
    giang = await readers.of(people.giang)
    work = await factories.submitted(people)
    await approved(giang, work)
    followed = await cases_made.inspected(people)
    assert followed.inspection is not None
    await approved(giang, followed.inspection)
    await database.execute("UPDATE inspections SET no_case_since = NULL")
    await database.execute(FILL)
    await giang.open("/desk/work/lists/unopened")
    assert LINK.findall(giang.html) == [str(work.id)]


async def test_all_of_them_are_within_reach_the_oldest_first(
    people: People, readers: Readers
) -> None:
    giang = await readers.of(people.giang)
    work = await factories.submitted(people)
    await approved(giang, work)
    ids = await copies(work, MANY - 1)
    for place, ident in enumerate(ids):
        await database.execute(
            "UPDATE inspections SET no_case_since = no_case_since - $2::interval WHERE id = $1",
            ident,
            timedelta(hours=place // 3),
        )
    rows = await database.fetch("SELECT id FROM inspections ORDER BY no_case_since, id")
    oldest_first = [str(row["id"]) for row in rows]
    for reader in (people.giang, people.an, people.khanh):
        assert await walked(await readers.of(reader), "unopened") == oldest_first


async def test_the_list_is_read_by_its_index_however_many_inspections_there_are(
    people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    giang = await readers.of(people.giang)
    work = await factories.submitted(people)
    await copies(work, 3000)
    await approved(giang, work)
    owner = await asyncpg.connect(people._owner_dsn)
    await owner.execute("ANALYZE inspections; ANALYZE inspection_team")
    await owner.close()
    for person in (people.khanh, people.giang, people.chi, people.an):
        actor = person.actor("desk")
        for asked in (list_queries.unopened(actor, None, 21), list_queries.count_unopened(actor)):
            assert "inspections_no_case" in (plan := await plan_of(asked, monkeypatch)), plan

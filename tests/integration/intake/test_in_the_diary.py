"""The verification of an information in the work diary of its unit, and what `verify` says of the diary."""

from datetime import timedelta

import asyncpg
import pytest

from backend.core import clock
from backend.core import database as rows
from backend.core.database import transaction
from backend.fieldwork.diary import service as diary
from backend.ledger import service as ledger
from schemas.intake import acts
from schemas.intake.words import Result
from tests.support import factories
from tests.support import informations as made
from tests.support.databases import Database
from tests.support.people import People
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("pool")


def assigned(*people: acts.Verifier) -> acts.Assigned:
    due = clock.today() + timedelta(days=5)
    return acts.Assigned(officers=list(people), due_on=due, instructions="Xem.", document_id=None)


async def test_a_verification_writes_its_lines_and_says_nothing_of_what_was_told(
    people: People,
) -> None:
    done = await made.registered(people.nga)
    an = acts.Verifier(officer_id=people.an.id, full_name=people.an.full_name)
    await made.did(people.giang, done.id, assigned(an))
    report = acts.Verified(result=Result.VIOLATION, report="Có hàng.", document_id=None)
    await made.did(people.an, done.id, report)
    async with transaction():
        lines = (await diary.page(people.giang.actor("desk"), diary.Filters(), None)).rows
        own = (await diary.page(people.an.actor("desk"), diary.Filters(), None)).rows
        strangers = (await diary.page(people.chi.actor("desk"), diary.Filters(), None)).rows
    assert [one.line.result for one in lines] == ["có vi phạm, dấu hiệu vi phạm", ""]
    assert all(done.number in one.line.content for one in lines)
    assert all(people.an.full_name in one.line.members for one in lines)
    assert [one.id for one in own] == [one.id for one in lines], "who verifies sees them"
    assert strangers == [], "the department's diary is not the team's"
    told = await rows.fetchval("SELECT string_agg(line::text, ' ') FROM diary_lines")
    for word in (*made.PLANTED, "Minh Phát", "Hàng Than", "rượu"):
        assert word not in told


async def test_what_is_about_an_officer_stands_in_no_diary(people: People) -> None:
    done = await made.registered(people.nga, named_officers=[people.an.id])
    em = acts.Verifier(officer_id=people.em.id, full_name=people.em.full_name)
    await made.did(people.giang, done.id, assigned(em))
    assert await rows.fetchval("SELECT count(*) FROM diary_lines") == 0


@pytest.mark.long
@pytest.mark.usefixtures("app")
async def test_a_line_that_was_changed_without_an_act_is_found(
    people: People, database: Database
) -> None:
    await factories.announced(people, minutes_flow=2)
    done = await made.registered(people.nga)
    an = acts.Verifier(officer_id=people.an.id, full_name=people.an.full_name)
    await made.did(people.giang, done.id, assigned(an))
    async with transaction():
        actor = people.giang.actor("desk")
        lines = (await diary.page(actor, diary.Filters(), None)).rows
        for outcome in await diary.confirm(actor, [(lines[0].id, lines[0].line_hash)]):
            ledger.unwrap(outcome)
        ledger.unwrap(await diary.note(actor, lines[1].id, "Đúng là số 12B"))
    assert len(lines) == 3
    assert await found() == []
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        for column, other, what in (
            (
                "line",
                """jsonb_set(line, '{place}', '"Nơi khác"')""",
                "its text does not have its hash",
            ),
            ("notes", "'[]'", "the notes beside it are not those of its acts"),
            ("act_type", "'decision.extended'", "no act wrote this line on its day"),
            ("line_hash", "repeat('0', 64)", "it is confirmed otherwise than its acts say"),
        ):
            before = await owner.fetch(f"SELECT id, {column} AS was FROM diary_lines")
            await owner.execute(f"UPDATE diary_lines SET {column} = {other}")
            assert what in await found(), what
            again = f"UPDATE diary_lines SET {column} = $2 WHERE id = $1"
            await owner.executemany(again, [(row["id"], row["was"]) for row in before])
            assert await found() == []
        await owner.execute("DELETE FROM diary_lines WHERE act_type = 'inspection.announced'")
        assert await found() == ["an act that writes a line has none"]
    finally:
        await owner.close()


async def found() -> list[str]:
    report = await verify()
    return [one.what for one in report.findings if "of the diary" in one.where]

"""Old notices are read by today's office: its roles, and its unit. Nothing is deleted."""

from collections.abc import AsyncIterator
from typing import Literal, get_args
from uuid import UUID

import asyncpg
import pytest
from litestar import Litestar

from backend.casework.notices import service as case_notices
from backend.core import database as rows
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.notices import service as notices
from backend.force.notices import telling
from backend.force.queries import notices as queries
from backend.force.units import asking
from backend.ledger import service as ledger
from backend.operations.queries import verified_people
from backend.operations.verification.findings import Verdict
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import OfficerMoved, PeopleAct, RoleTaken
from schemas.force.restructuring_acts import UnitMerged
from tests.integration.force.accounts.test_take_over import MET, asked
from tests.support import cases_made, factories, restructured, verifying
from tests.support.cases_made import today
from tests.support.databases import Database
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture(autouse=True)
async def kept_as_the_rule_has_it(app: Litestar) -> AsyncIterator[None]:
    """After every step of these tests, what the database keeps is what `verify` would ask for."""
    yield
    assert await verified_people.notices_wrongly_kept() == []


async def told(people: People) -> None:
    """giang is told of a decision, and of an officer."""
    async with transaction():
        of_team = {"by": "An", "officer": "An", "what": "Cửa hàng Kín"}
        await notices.tell(
            [people.giang.id],
            "inspection",
            new_id(),
            "person.team_proposed",
            dict(of_team),
            on_phones=True,
        )
        of_officer = {"by": "An", "officer": "An", "what": "3", "asker": "An", "why": "Ốm"}
        await notices.tell(
            [people.giang.id], "person", people.an.id, "person.handed_over_of", dict(of_officer)
        )


async def now_is(people: People, role: str, who: Person | None = None) -> None:
    officer_id = (who or people.giang).id
    await rows.execute("DELETE FROM officer_roles WHERE officer_id = $1", officer_id)
    await rows.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, $2)", officer_id, role
    )


async def test_a_head_who_becomes_an_administrator_sees_no_old_notice_of_content(
    people: People, readers: Readers
) -> None:
    await told(people)
    actor = people.giang.actor()
    before = await case_notices.mine(actor)
    assert (len(before.rows), before.unread) == (2, 2)
    content = next(one for one in before.rows if one.kind == "inspection")
    assert len(await notices.told_on_phone(people.giang.id)) == 1
    await now_is(people, "administrator")
    after = await case_notices.mine(actor)
    assert [one.kind for one in after.rows] == ["person"]
    assert after.unread == 1
    assert await notices.told_on_phone(people.giang.id) == []
    with pytest.raises(NotFound):
        await notices.open_one(actor, content.id)
    desk = await readers.of(people.giang)
    await desk.open("/desk/notices")
    assert "Cửa hàng Kín" not in desk.html
    assert "Ốm" in desk.html
    await desk.open("/desk/")
    assert "1 chưa đọc" in desk.html, "the bell counts what the list shows"
    await now_is(people, "supervisor")
    assert len((await case_notices.mine(actor)).rows) == 2, "nothing was deleted"


async def done(who: Person, kind: PeopleAct, content: Wire, people: People) -> None:
    """The operator does something to an officer, as a list of heads has it."""
    operator = people.lan.actor("cli")
    async with transaction():
        act = ledger.desk_act(RecordKind.OFFICER, who.id, kind, content, operator)
        ledger.unwrap(await ledger.record(act, operator))


async def move(who: Person, code: str, people: People) -> None:
    content = OfficerMoved(unit_id=people.units[code].unit_id, reason="Điều động")
    await done(who, PeopleAct.OFFICER_MOVED, content, people)


async def told_about(who: Person, kind: Literal["case", "inspection"], record_id: UUID) -> None:
    async with transaction():
        words = {"by": "An", "officer": "An", "what": "Cửa hàng Kín"}
        await notices.tell(
            [who.id], kind, record_id, "person.team_proposed", dict(words), on_phones=True
        )


async def kinds(who: Person) -> list[str]:
    """Kinds of the notices that somebody's list shows, and of the unread ones as many as it counts."""
    found = await case_notices.mine(who.actor())
    assert found.unread == len(found.rows)
    return sorted(one.kind for one in found.rows)


async def test_who_moved_to_another_unit_reads_no_notice_of_the_former_one_until_they_return(
    people: People, readers: Readers
) -> None:
    await told(people)
    await move(people.giang, "48", people)
    assert await kinds(people.giang) == ["person"]
    moved = await readers.of(people.giang)
    await moved.open("/desk/")
    assert "1 chưa đọc" in moved.html
    assert await notices.told_on_phone(people.giang.id) == []
    assert await rows.fetchval(
        "SELECT count(*) FROM changes WHERE officer_id = $1 AND kind = 'told' AND op = 'remove'",
        people.giang.id,
    )
    await told_about(people.giang, "inspection", new_id())
    assert await kinds(people.giang) == ["inspection", "person"], (
        "what comes to the office of today"
    )
    await move(people.giang, "01", people)
    assert await kinds(people.giang) == ["inspection", "person"], (
        "and of the one in between no more"
    )
    desk = await readers.of(people.giang)
    await desk.open("/desk/notices")
    assert "Cửa hàng Kín" in desk.html
    await move(people.giang, "00", people)
    assert len(await kinds(people.giang)) == 3, (
        "the nation's heads read what came to both departments"
    )


async def test_a_head_whom_two_persons_move_reads_no_notice_of_the_former_unit_either(
    app: Litestar, people: People
) -> None:
    """A head is moved by an ask alone, which a second person confirms; it counts as the move that it is."""
    await told(people)
    second = "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'administrator')"
    await rows.execute(second, people.oanh.id)
    lan, oanh = await Desk.of(app, people.lan, people), await Desk.of(app, people.oanh, people)
    to = {"unit_id": str(people.units["48"].unit_id), "reason": "Điều động"}
    ask = await asked(await lan.post(f"/desk/people/{people.giang.id}/move", **to))
    assert "inspection" in await kinds(people.giang), "it was only asked for"
    assert (await oanh.post(f"{ask}/confirm", **MET)).status_code == 303
    assert set(await kinds(people.giang)) == {"person"}
    taken = RoleTaken(role=Role.SUPERVISOR, reason="Thôi giữ chức vụ")
    await done(people.giang, PeopleAct.ROLE_TAKEN, taken, people)
    report = await verifying.verify()
    assert [one.where for one in report.findings if one.verdict is Verdict.TAMPERED] == []


async def test_who_heads_no_more_reads_what_a_clerk_of_the_unit_reads(people: People) -> None:
    await told_about(people.giang, "inspection", new_id())
    await told_about(people.giang, "case", new_id())
    taken = RoleTaken(role=Role.SUPERVISOR, reason="Thôi giữ chức vụ")
    await rows.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'clerk')", people.giang.id
    )
    assert await kinds(people.giang) == ["case", "inspection"]
    await done(people.giang, PeopleAct.ROLE_TAKEN, taken, people)
    assert await kinds(people.giang) == ["case"], "no clerk reads inspections"
    await now_is(people, "auditor")
    assert await kinds(people.giang) == ["case", "inspection"], "an auditor of the unit reads both"


async def test_who_still_works_on_a_record_keeps_its_notices_in_another_unit(
    people: People,
) -> None:
    mine = await factories.decided(people)
    case = await cases_made.recorded(people)
    assert await rows.fetchval(
        "SELECT count(*) FROM inspection_team WHERE inspection_id = $1 AND officer_id = $2",
        *(mine.id, people.an.id),
    )
    others = [new_id(), new_id()]
    await told_about(people.an, "inspection", mine.id)
    await told_about(people.an, "inspection", others[0])
    await told_about(people.an, "case", case.id)
    await told_about(people.an, "case", others[1])
    await move(people.an, "0102", people)
    found = {one.record_id for one in (await case_notices.mine(people.an.actor())).rows}
    assert found & {mine.id, case.id, *others} == {mine.id, case.id}


async def test_notices_follow_who_works_on_their_record_and_where_the_former_unit_lies(
    people: People, database: Database
) -> None:
    """Not by acts: whatever writes the team, the officers of a case or the tree, the notices go with it."""
    mine = await factories.decided(people)
    case = await cases_made.recorded(people)
    await told_about(people.an, "inspection", mine.id)
    await told_about(people.an, "case", case.id)
    await move(people.an, "48", people)
    both = {mine.id, case.id}

    async def read() -> set[UUID]:
        return both & {one.record_id for one in (await case_notices.mine(people.an.actor())).rows}

    assert await read() == both
    team = "DELETE FROM inspection_team WHERE inspection_id = $1 AND officer_id = $2"
    await rows.execute(team, mine.id, people.an.id)
    assert await read() == {case.id}
    [role] = await rows.fetch(
        "DELETE FROM case_officers WHERE case_id = $1 AND officer_id = $2 RETURNING role",
        *(case.id, people.an.id),
    )
    assert await read() == set()
    again = "INSERT INTO case_officers (case_id, officer_id, role) VALUES ($1, $2, $3)"
    await rows.execute(again, case.id, people.an.id, role["role"])
    assert await read() == {case.id}
    await now_is(people, "supervisor", people.an)
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        await owner.execute(
            "UPDATE units SET unit_2 = $2 WHERE id = $1",
            *(people.an.unit.unit_id, people.units["48"].unit_id),
        )
    finally:
        await owner.close()
    assert await read() == both, "the unit of today covers it now"


async def test_verify_names_a_notice_that_was_shown_against_the_rule(
    people: People, database: Database
) -> None:
    await told_about(people.giang, "case", new_id())
    await move(people.giang, "48", people)
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        await owner.execute("UPDATE notices SET hidden = NOT hidden")
        found = [one.where[:7] for one in (await verifying.verify()).findings]
        assert found == ["notice "] * len(found) != []
        await owner.execute("UPDATE notices SET hidden = NOT hidden")
    finally:
        await owner.close()


async def test_verify_compares_former_offices_with_the_acts(
    people: People, database: Database
) -> None:
    await move(people.giang, "48", people)
    await done(
        people.giang, PeopleAct.ROLE_TAKEN, RoleTaken(role=Role.SUPERVISOR, reason="Thôi"), people
    )
    report = await verifying.verify()
    assert [one.where for one in report.findings if one.verdict is Verdict.TAMPERED] == []
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        await connection.execute(
            "DELETE FROM former_offices WHERE unit_id = $1", people.ho.unit.unit_id
        )
    finally:
        await connection.close()
    report = await verifying.verify()
    assert [one.where[:13] for one in report.findings] == ["former office"]


async def test_an_administrator_reads_that_a_restructuring_waits(
    people: People, readers: Readers
) -> None:
    async with transaction():
        change = UnitMerged(
            into_id=people.units["0102"].unit_id, valid_to=today(), ordered=restructured.ORDER
        )
        outcome, _ = await asking.ask(people.my.actor("desk"), people.units["0101"].unit_id, change)
    ledger.unwrap(outcome)
    desk = await readers.of(people.lan)
    await desk.open("/desk/notices")
    assert "/desk/unit-asks/" in desk.html or "sáp nhập" in desk.page.text.lower()


def test_each_kind_of_notice_says_nothing_of_content_or_has_its_readers() -> None:
    plain = {one.strip(" '\n") for one in queries._PLAIN.split(",")}
    read = {one for kinds in queries.READERS for one in kinds}
    assert plain.isdisjoint(read)
    assert plain | read == {*get_args(telling.Kind), "deadline"}

"""Three units become two: people, files and clocks follow, and papers keep the names and numbers that they have."""

import asyncio
from collections.abc import Awaitable
from uuid import UUID

import pytest
from litestar import Litestar

from backend.approvals import claims
from backend.approvals.rules import keys
from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.queries import diary
from backend.force.queries import restructuring as queries
from backend.force.units import service as units
from backend.ledger.service import Accepted, Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct
from schemas.force.restructuring_acts import (
    RestructuringAsked,
    UnitClosed,
    UnitMerged,
    UnitMoved,
)
from tests.support import cases_made, restructured
from tests.support.cases_made import in_days, today
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def paths(table: str, record_id: UUID) -> list[UUID | None]:
    row = await database.fetchrow(
        f"SELECT unit_1, unit_2, unit_3, unit_4 FROM {table} WHERE id = $1", record_id
    )
    return list(row)


async def test_a_team_is_merged_and_nothing_of_it_is_lost(
    app: Litestar, people: People, readers: Readers
) -> None:
    """an's team goes into em's: the case goes on there, with its clocks, its papers and their numbers."""
    case = await cases_made.recorded(people)
    old, new = people.units["0101"], people.units["0102"]
    numbers = "SELECT number, form, unit_id FROM documents WHERE case_id = $1 ORDER BY id"
    clocks = (
        "SELECT rule, trigger_at, due_at, met_at FROM case_clocks WHERE case_id = $1 ORDER BY 1, 2"
    )
    before = await database.fetch(numbers, case.id), await database.fetch(clocks, case.id)
    preview = {one.table_name: one.row_count for one in await queries.count_owned(old.unit_id)}
    taken = await restructured.merged("0101", new.unit_id, people)
    done = {
        one.table_name: one.row_count for one in await queries.rewritten_by([taken.receipt.act_id])
    }
    assert done == {table: count for table, count in preview.items() if count}
    assert done["cases"] == 1
    assert done["officers"] == 4
    assert await paths("cases", case.id) == list(new.as_tuple())
    after = await database.fetch(numbers, case.id), await database.fetch(clocks, case.id)
    assert before == after
    assert before[1]
    leads = await database.fetchval("SELECT unit_id FROM cases WHERE id = $1", case.id)
    assert leads == new.unit_id
    told = await database.fetchval(
        "SELECT count(*) FROM ledger_entries WHERE record_id = $1 AND act_type = 'case.succeeded'",
        case.id,
    )
    assert told == 1
    giang = await readers.of(people.giang)
    assert await giang.look(f"/desk/cases/{case.id}") == 200
    assert "Đội số 2 thử tiếp nhận vụ việc từ Đội số 1 thử" in giang.html
    assert "40/NĐ-CP" in giang.html
    an = await readers.of(people.an)
    assert await an.look(f"/desk/cases/{case.id}") == 200


async def test_who_led_the_old_team_leads_nothing_until_a_new_decision_appoints(
    app: Litestar, people: People
) -> None:
    await restructured.merged("0101", people.units["0102"].unit_id, people)
    posts = """
        SELECT o.username, p.title_vi, p.unit_id, p.valid_to
        FROM officer_positions p JOIN officers o ON o.id = p.officer_id
        WHERE o.username IN ('an', 'chi') AND (p.valid_to IS NULL OR p.valid_to > $1) ORDER BY 1
    """
    held = [tuple(row) for row in await database.fetch(posts, today())]
    assert held == [("an", "Kiểm soát viên thị trường", people.units["0102"].unit_id, None)]


async def test_a_post_with_an_end_ahead_ends_then_in_the_successor_too(
    app: Litestar, people: People
) -> None:
    last = in_days(30)
    await database.execute(
        "UPDATE officer_positions SET valid_to = $2 WHERE officer_id = $1", people.an.id, last
    )
    await restructured.merged("0101", people.units["0102"].unit_id, people)
    held = await database.fetch(
        "SELECT valid_to FROM officer_positions WHERE officer_id = $1 AND unit_id = $2",
        people.an.id,
        people.units["0102"].unit_id,
    )
    assert [row["valid_to"] for row in held] == [last]


async def test_what_comes_to_lie_below_another_department_is_seen_from_there_alone(
    app: Litestar, people: People, readers: Readers
) -> None:
    """Đà Nẵng goes into Hà Nội with its team: giang sees what ho saw, and the team keeps its name."""
    team = people.units["4801"].unit_id
    await restructured.merged("48", people.units["01"].unit_id, people)
    row = await database.fetchrow(
        "SELECT parent_id, level, unit_2, name_vi FROM units WHERE id = $1", team
    )
    assert tuple(row) == (
        people.units["01"].unit_id,
        3,
        people.units["01"].unit_id,
        "Đội Đà Nẵng thử",
    )
    assert (await units.path_of(people.units["48"].unit_id)) == people.units["01"]
    assert await paths("officers", people.dung.id) == [
        people.units["00"].unit_id,
        people.units["01"].unit_id,
        team,
        None,
    ]
    my = await readers.of(people.my)
    assert await my.look(f"/desk/people/{people.dung.id}") == 200


async def test_four_levels_are_enough_for_departments_below_provincial_ones(
    app: Litestar, people: People, readers: Readers
) -> None:
    """As in 2025: nation, department of industry and trade, sub-department, team. A fifth level is refused."""
    root = people.units["00"].unit_id
    industry = await restructured.made(
        "91", "Sở Công Thương Hà Nội thử", root, people, "industry_department"
    )
    case = await cases_made.recorded(people)
    await restructured.moved(people.units["01"].unit_id, industry, people)
    assert await paths("cases", case.id) == [
        root,
        industry,
        people.units["01"].unit_id,
        people.units["0101"].unit_id,
    ]
    giang, an = await readers.of(people.giang), await readers.of(people.an)
    assert await giang.look(f"/desk/cases/{case.id}") == 200
    assert await an.look(f"/desk/cases/{case.id}") == 200
    too_deep = UnitMoved(
        parent_id=people.units["0101"].unit_id, valid_from=today(), ordered=restructured.ORDER
    )
    outcome = await restructured.record(
        people.units["48"].unit_id, PeopleAct.UNIT_MOVED, too_deep, restructured.operator(people)
    )
    assert isinstance(outcome, Refused)
    assert outcome.code == "unit_too_deep"


async def test_a_fifth_level_of_units_that_ended_is_refused_in_words(
    app: Litestar, people: People
) -> None:
    """A team was closed and nobody took it over: its place moves along, and there is none below four levels."""
    top = people.units["00"].unit_id
    above = await restructured.made("91", "Sở thử", top, people, "industry_department")
    below = await restructured.made("92", "Sở thử hai", top, people, "industry_department")
    middle = await restructured.made("9201", "Chi cục thử", below, people)
    team = await restructured.made("920101", "Đội thử", middle, people, "team")
    actor = restructured.operator(people)
    closed = UnitClosed(valid_to=today(), successor_id=None, reason="Không còn công chức nào")
    assert isinstance(
        await restructured.record(team, PeopleAct.UNIT_CLOSED, closed, actor), Accepted
    )
    deeper = UnitMoved(parent_id=above, valid_from=today(), ordered=restructured.ORDER)
    outcome = await restructured.record(below, PeopleAct.UNIT_MOVED, deeper, actor)
    assert isinstance(outcome, Refused)
    assert outcome.code == "unit_too_deep"


async def test_a_merger_waits_for_who_works_at_a_case_and_neither_is_broken_off(
    app: Litestar, people: People
) -> None:
    """An act takes the case and then its clocks. A merger comes to the case in between."""
    case = await cases_made.recorded(people)
    new = people.units["0102"]
    async with asyncio.timeout(60):
        async with transaction():
            await database.execute("SELECT FROM cases WHERE id = $1 FOR UPDATE", case.id)
            merger = asyncio.create_task(_alone(restructured.merged("0101", new.unit_id, people)))
            await _until_somebody_waits()
            await database.execute(
                "UPDATE case_clocks SET tell_at = tell_at WHERE case_id = $1", case.id
            )
        await merger
    assert await paths("cases", case.id) == list(new.as_tuple())


async def _alone(act: Awaitable[Accepted]) -> Accepted:
    database.ENGINE.current_transaction.set(None)  # not in the transaction of who works at the case
    return await act


async def _until_somebody_waits() -> None:
    waiting = """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
    for _ in range(1000):
        if await database.fetchval(waiting):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the merger has not come to the case")


async def test_who_works_in_a_closed_team_works_in_its_successor_s(
    app: Litestar, people: People
) -> None:
    """A team closes without people and an open case is left; its successor leads it, and goes on to be merged."""
    case = await cases_made.recorded(people)
    old, new, last = (people.units[code].unit_id for code in ("0101", "0102", "4801"))
    await database.execute("UPDATE officers SET unit_id = $2 WHERE unit_id = $1", old, new)
    closed = UnitClosed(valid_to=today(), successor_id=new, reason="Không còn công chức nào")
    actor = restructured.operator(people)
    assert isinstance(
        await restructured.record(old, PeopleAct.UNIT_CLOSED, closed, actor), Accepted
    )
    leads = "SELECT unit_id FROM cases WHERE id = $1"
    assert await database.fetchval(leads, case.id) == new
    await restructured.merged("0102", last, people)
    assert await database.fetchval(leads, case.id) == last


async def test_a_unit_is_split_and_each_case_goes_with_the_officer_who_leads_it(
    app: Litestar, people: People, readers: Readers
) -> None:
    department = people.units["01"].unit_id
    one = await restructured.made("0103", "Đội số 3 thử", department, people, "team")
    two = await restructured.made("0104", "Đội số 4 thử", department, people, "team")
    case = await cases_made.recorded(people)
    lead = await database.fetchval("SELECT lead_id FROM cases WHERE id = $1", case.id)
    await restructured.split("0101", two, [(lead, one)], people)
    where = await paths("cases", case.id)
    assert where[2] == one
    papers = await database.fetch(
        "SELECT DISTINCT unit_3 FROM documents WHERE case_id = $1", case.id
    )
    clocks = await database.fetch(
        "SELECT DISTINCT unit_3 FROM case_clocks WHERE case_id = $1", case.id
    )
    assert [list(row) for row in (*papers, *clocks)] == [[one], [one]]
    homeless = await database.fetchval(
        "SELECT count(*) FROM officers o JOIN units u ON u.id = o.unit_id WHERE u.valid_to IS NOT NULL"
    )
    assert homeless == 0


async def test_who_may_not_change_both_units_is_refused(app: Litestar, people: People) -> None:
    """my administers Hà Nội: the teams there, but not what crosses departments, nor the own department."""
    my = people.my.actor("desk")

    async def tried(code: str, into: str) -> str:
        content = UnitMerged(
            into_id=people.units[into].unit_id, valid_to=today(), ordered=restructured.ORDER
        )
        asked = RestructuringAsked(ask_id=new_id(), preview={}, merged=content)
        found = await restructured.record(
            people.units[code].unit_id, PeopleAct.RESTRUCTURING_ASKED, asked, my
        )
        return found.code if isinstance(found, Refused) else ""

    assert await tried("0101", "48") == "unit_unknown"
    assert await tried("48", "01") == "unit_unknown"
    assert await tried("01", "0102") == "unit_own"
    assert await tried("0101", "0101") == "unit_below_itself"
    assert await tried("0101", "0102") == ""
    assert await tried("0101", "0102") == "unit_ask_waits"
    assert Role.ADMINISTRATOR in my.roles


@pytest.mark.parametrize("by_two", [True, False])
async def test_rights_go_on_by_two_administrators_as_by_a_list_of_steps(
    app: Litestar, people: People, by_two: bool
) -> None:
    role = "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'team_leader')"
    await database.execute(role, people.em.id)
    content = UnitMerged(
        into_id=people.units["01"].unit_id, valid_to=today(), ordered=restructured.ORDER
    )
    unit = people.units["0102"].unit_id
    outcome = (
        await restructured.by_two(unit, content, people.my, people.lan)
        if by_two
        else await restructured.record(
            unit, PeopleAct.UNIT_MERGED, content, restructured.operator(people)
        )
    )
    assert isinstance(outcome, Accepted)
    found = await database.fetch(
        "SELECT role FROM officer_roles WHERE officer_id = $1 ORDER BY role", people.em.id
    )
    assert [row["role"] for row in found] == ["inspector", "team_leader"]


async def test_a_day_that_lies_ahead_or_before_the_decision_is_refused(
    app: Litestar, people: People
) -> None:
    for day in (in_days(1), restructured.ORDER.decided_on.replace(year=2024)):
        content = UnitMerged(
            into_id=people.units["0102"].unit_id, valid_to=day, ordered=restructured.ORDER
        )
        found = await restructured.record(
            people.units["0101"].unit_id,
            PeopleAct.UNIT_MERGED,
            content,
            restructured.operator(people),
        )
        assert isinstance(found, Refused)
        assert found.code == "out_of_bounds"


async def test_every_table_whose_rows_lie_somewhere_is_rewritten_or_named_as_not(
    app: Litestar,
) -> None:
    """A new table with a path is decided about: in owned_tables(), or here."""
    never = {"access_log", "refused_requests", "figure_places", "former_paths"}
    found = await database.fetch(
        "SELECT table_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND column_name = 'unit_4' ORDER BY 1"
    )
    rewritten = await database.fetchval("SELECT owned_tables()")
    assert {row["table_name"] for row in found} - never == set(rewritten)


async def test_what_waited_for_the_head_of_a_team_waits_for_its_successors(
    app: Litestar, people: People
) -> None:
    """The diary of chi's team, a step of a submission, and whom a plan's telling finds: all by the new team."""
    await cases_made.recorded(people)
    old, new = people.units["0101"].unit_id, people.units["0102"].unit_id
    waited = await diary.count_waiting(old)
    assert waited
    await restructured.moved(new, people.units["48"].unit_id, people)
    await restructured.merged("0101", new, people)
    async with transaction():
        assert await diary.count_waiting(new) == waited
        found = await claims.holders([keys.role(Role.INSPECTOR, old)])
        assert {one.officer_id for one in found} >= {people.an.id, people.em.id}
        assert keys.role(Role.INSPECTOR, old) in claims.held_by(found[0])

"""A year of plans: the orientation, the plans of three teams in one, twenty items, and the report of what was done."""

import dataclasses
from collections import Counter
from datetime import date
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.documents.queries import record_papers as paper_queries
from backend.documents.record_papers import service as papers
from backend.ledger import service as ledger
from backend.planning.papers import filling
from backend.planning.plans import reading, stories
from backend.planning.plans import service as plans
from backend.planning.progress import service as progress
from backend.planning.queries import plans as plan_queries
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.planning.acts import (
    ItemNotDone,
    ItemsRemoved,
    PlanPublished,
    SentOut,
    SentUp,
    UnitTask,
)
from schemas.planning.words import ChangeKind, ItemState, PlanKind, PlanState
from tests.support import factories, plans_made
from tests.support.people import People, Person

pytestmark = pytest.mark.long

YEAR = clock.today().year
PERIOD = {"year": YEAR, "first_day": date(YEAR, 1, 1), "last_day": date(YEAR, 11, 14)}


async def third_team(people: People) -> UUID:
    """Another team of Hà Nội."""
    unit_id = new_id()
    await database.execute(
        """INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)
        SELECT $1, '0103', 'Đội số 3 thử', 'Test Team 3', kind, parent_id, level, unit_1, unit_2, $1, valid_from
        FROM units WHERE id = $2""",
        unit_id,
        people.em.unit.unit_id,
    )
    return unit_id


async def drafter(people: People) -> Person:
    """The national auditor, who writes the nation's programme besides."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'legal')", people.khanh.id
    )
    return dataclasses.replace(people.khanh, roles=(Role.AUDITOR, Role.LEGAL))


async def proposed(people: People, unit_id: UUID, names: list[str], person: Person) -> UUID:
    """A team's plan with an item for each name, sent up."""
    items = [
        plans_made.item(
            unit_id,
            name,
            first_day=date(YEAR, 1 + at % 10, 1),
            last_day=date(YEAR, 1 + at % 10, 20),
            address=f"{at + 1} phố Huế",
        )
        for at, name in enumerate(names)
    ]
    plan_id = await plans_made.drafted(person, items, unit_id=unit_id, **PERIOD)
    await plans_made.do(plan_id, SentUp(note="Kính gửi Chi cục"), person)
    return plan_id


async def test_a_year_from_the_orientation_to_the_end_report(pool: None, people: People) -> None:
    giang, actor = people.giang, people.giang.actor("desk")
    head, writer = await plans_made.national_head(people), await drafter(people)

    orientation = await plans_made.drafted(writer, kind=PlanKind.ORIENTATION, **PERIOD)
    await plans_made.approved(orientation, writer, head)
    await plans_made.issued(orientation, head, "01/ĐHKT")
    async with transaction():
        receive = (await reading.recipients_of(orientation, head.actor("desk"))).rows
        whole = await plan_queries.find(orientation)
        assert whole is not None
        said = await filling.fields(whole, "KH", head.actor("desk"))
    # Circular 27/2020 Art 4.3 as amended by Circular 45/2025: the ministry, the committees, every department.
    kinds = Counter(one.kind for one in receive)
    assert (kinds["committee"], kinds["superior"], kinds["sub_unit"]) == (1, 1, 2)
    assert "Bộ Công Thương" in {one.name for one in receive}
    on_paper = " ".join(said["recipients"])
    assert all(one in on_paper for one in ("Bộ Công Thương", "Ủy ban nhân dân", "Chi cục"))
    async with transaction():
        seen, _ = await reading.page(people.an.actor("desk"), reading.PlanFilters())
    assert [row.kind for row in seen] == [PlanKind.ORIENTATION]

    teams = [people.chi.unit.unit_id, people.em.unit.unit_id, await third_team(people)]
    drafters = [people.chi, giang, giang]
    below = [
        await proposed(people, team, [f"Cơ sở {number}.{at}" for at in range(7)], person)
        for number, (team, person) in enumerate(zip(teams, drafters, strict=True), 1)
    ]
    tasks = [UnitTask(unit_id=team, task="Kiểm tra các cơ sở được giao") for team in teams]
    plan_id = await plans_made.drafted(giang, unit_tasks=tasks, **PERIOD)
    async with transaction():
        taken = [await plans.merge(plan_id, one, actor) for one in below]
    assert taken == [7, 7, 7]
    async with transaction():
        listed = (await reading.items(plan_id, actor)).rows
    await plans_made.do(
        plan_id, ItemsRemoved(item_ids=[listed[0].id], reason="Đã kiểm tra năm nay"), giang
    )
    async with transaction():
        changes = (await stories.changes_of(plan_id, actor)).rows
    assert sum(one.kind is ChangeKind.TAKEN_OVER for one in changes) == 21
    assert [one.reason for one in changes if one.kind is ChangeKind.REMOVED] == [
        "Đã kiểm tra năm nay"
    ]

    await plans_made.approved(plan_id, giang, head)
    await plans_made.issued(plan_id, giang, "12/KH-QLTT")
    async with transaction():
        recipients = (await reading.recipients_of(plan_id, actor)).rows
    assert len(recipients) == 1 + 1 + 3 + 20  # the committee, the nation, three teams, each subject
    keys = [one.key for one in recipients]
    await plans_made.do(
        plan_id, SentOut(recipients=keys, way="post", sent_on=clock.today()), people.nga
    )
    where = PlanPublished(where="Trang thông tin điện tử của Sở", published_on=clock.today())
    await plans_made.do(plan_id, where, people.nga)

    async with transaction():
        items = (await reading.items(plan_id, actor)).rows
    assert len(items) == 20
    for row in items[:18]:
        await factories.submitted(people, ground="planned", plan_item_id=row.id)
    for row in items[18:]:
        said = ItemNotDone(item_id=row.id, reason="Cơ sở đã ngừng kinh doanh")
        await plans_made.do(plan_id, said, giang)

    async with transaction():
        numbers = await progress.report(plan_id, actor)
        table = await progress.months(actor, YEAR, plan_id)
    assert (numbers.planned, numbers.done, numbers.not_done, numbers.open) == (20, 18, 2, 0)
    assert {one.reason for one in numbers.reasons} == {"Cơ sở đã ngừng kinh doanh"}
    assert sum(one.done for one in table.rows) == 18
    async with transaction():
        ledger.unwrap(await plans.end(plan_id, "Hoàn thành 18 trên 20 cuộc kiểm tra", actor))
    async with transaction():
        view = await reading.view(plan_id, actor)
        document_id, outcome = await papers.begin(RecordKind.PLAN, plan_id, "BC-KH", actor)
        ledger.unwrap(outcome)
    assert view.row.state is PlanState.ENDED
    async with transaction():
        paper = await paper_queries.named(document_id)
        history = await stories.history(plan_id, actor)
        states = {one.state for one in (await reading.items(plan_id, actor)).rows}
    assert paper is not None
    assert (paper.fields["planned"], paper.fields["not_done"]) == (20, 2)
    assert len(paper.fields["undone"]) == 2
    assert states == {ItemState.DONE, ItemState.NOT_DONE}
    assert next(one.act for one in history) == "plan.ended"
    await kept_as_counted()


async def kept_as_counted() -> None:
    """What lists show of each plan was kept by triggers through all of it; here it is counted."""
    kept = await database.fetch(
        "SELECT plan_id, items, done, not_done FROM plan_totals ORDER BY plan_id"
    )
    counted = await database.fetch(
        """
        SELECT plan_id, count(*) FILTER (WHERE state <> 'removed') AS items,
            count(*) FILTER (WHERE state = 'done') AS done, count(*) FILTER (WHERE state = 'not_done') AS not_done
        FROM plan_items GROUP BY plan_id ORDER BY plan_id
        """
    )
    assert [tuple(one) for one in kept] == [tuple(one) for one in counted]
    assert sum(one["done"] for one in kept) == 18

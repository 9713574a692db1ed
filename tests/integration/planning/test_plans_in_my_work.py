"""What of plans waits for whom, and when heads are reminded."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.my_work import service as my_work
from backend.planning.plans import beginning, reminding
from schemas.planning.acts import SentBack, SentUp
from schemas.planning.words import PlanKind
from tests.support import plans_made
from tests.support.people import People, Person


async def work(person: Person) -> dict[str, my_work.Row]:
    async with transaction():
        found = await my_work.page(person.actor("desk"), my_work.Show.ALL, "")
    return {row.kind: row for row in found.rows}


async def of_next_year(person: Person) -> set[str]:
    """What waits for a person, without what is asked for in January: this year's plan, if nobody began one."""
    return set(await work(person)) - {"plan_begin"}


async def test_a_draft_a_proposal_and_an_approved_plan_wait_for_those_whose_step_is_next(
    pool: None, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    below = await plans_made.drafted(people.chi, [item])
    assert await of_next_year(people.chi) == {"plan_draft"}
    row = (await work(people.chi))["plan_draft"]
    assert (row.rule, row.citation is not None) == ("KH2", True)
    assert "plan_draft" not in await work(people.giang)
    await plans_made.do(below, SentUp(note=""), people.chi)
    assert await of_next_year(people.chi) == set()
    assert "plan_sent_up" in await work(people.giang)
    await plans_made.do(below, SentBack(reason="Thiếu địa bàn"), people.giang)
    assert (await work(people.chi))["plan_draft"].returned
    plan_id = await plans_made.drafted(people.giang, [plans_made.item(people.em.unit.unit_id, "B")])
    await plans_made.approved(plan_id, people.giang, await plans_made.national_head(people))
    assert "plan_issue" in await work(people.giang)
    assert "plan_issue" in await work(people.nga)


async def test_an_item_is_due_for_its_own_unit_alone(pool: None, people: People) -> None:
    plan_id = await plans_made.in_force(
        people, [plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")]
    )
    assert "plan_item" not in await work(people.chi)
    await database.execute(
        "UPDATE plan_items SET first_day = $2, last_day = $2 WHERE plan_id = $1",
        plan_id,
        clock.today() - timedelta(days=1),
    )
    assert (await work(people.chi))["plan_item"].band == "overdue"
    assert "plan_item" not in await work(people.giang)


async def test_heads_hear_once_that_a_limit_of_their_plan_is_over(
    pool: None, people: People
) -> None:
    await plans_made.drafted(people.chi, year=clock.today().year + 3)
    assert await reminding.remind() == 0
    await plans_made.drafted(people.chi, year=clock.today().year)
    assert await reminding.remind() == 1
    assert await reminding.remind() == 0
    told = await database.fetch(
        "SELECT officer_id FROM notices WHERE kind = 'plan' AND text_key = 'plan.late'"
    )
    assert [row["officer_id"] for row in told] == [people.chi.id]


def _at(monkeypatch: pytest.MonkeyPatch, month: int, day: int) -> None:
    """Set the clock to a morning of this year in Vietnam."""
    moment = datetime(clock.today().year, month, day, 2, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)


async def test_a_plan_that_nobody_began_is_asked_of_its_heads_once_near_and_once_over(
    pool: None, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Circular 27/2020/TT-BCT Art 6.1.a: a team proposes before 1 December; seven days before that it is near."""
    _at(monkeypatch, 11, 26)
    head = await plans_made.national_head(people)
    assert await beginning.remind() == 1, "nothing is planned here: the head of all alone is told"
    assert await database.fetchval("SELECT count(DISTINCT officer_id) FROM notices") == 1
    assert "plan_begin" in await work(head)
    assert "plan_begin" not in await work(people.chi)
    await plans_made.drafted(people.giang, kind=PlanKind.THEMATIC)
    assert await beginning.remind() > 0
    assert await beginning.remind() == 0
    row = (await work(people.chi))["plan_begin"]
    assert (row.rule, row.number) == ("KH2", str(plans_made.year()))
    assert "plan_begin" not in await work(people.giang), "a province has until 10 December"
    _at(monkeypatch, 12, 2)
    await beginning.remind()
    assert (await work(people.chi))["plan_begin"].band == "overdue"
    told = await database.fetch(
        "SELECT text_key FROM notices WHERE officer_id = $1 AND record_id = $2 ORDER BY at",
        people.chi.id,
        people.chi.unit.unit_id,
    )
    assert [one["text_key"] for one in told] == ["plan.unbegun_near", "plan.unbegun_late"]
    await plans_made.drafted(people.chi)
    assert "plan_begin" not in await work(people.chi)
    _at(monkeypatch, 12, 4)
    assert (await work(people.giang))["plan_begin"].rule == "KH3"

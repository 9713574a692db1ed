"""How long an inspection may take on site, in its case: three working days, five if complex (D02).

Ordinance 11/2016/UBTVQH13 Art 22: three working days, at most five in all if complex, by the
issuer's decision in writing.
"""

from datetime import UTC, datetime, timedelta

import pytest

from backend.casework.clocks import service as clocks
from backend.core import clock, database, keys
from backend.core.canonical_json import canonical
from backend.core.database import transaction
from backend.core.local_time import day_of
from backend.fieldwork.decision_papers import service as papers
from backend.law.deadlines import service as deadlines
from backend.law.rules.counting import add_working_days, end_of
from backend.ledger import service as ledger
from backend.ledger.service import Accepted
from schemas.fieldwork.decisions import DecisionChange
from tests.integration.casework.cases.test_inspection_decision_expires import decided
from tests.support import decision_papers, factories, scans, submitted
from tests.support.cases_made import Case, today
from tests.support.factories import Work
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("app")


async def begun(people: People, work: Work) -> None:
    row = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(row)})
    await work.act("inspection.announced", {"place": None})


async def extended(people: People, work: Work, days: int) -> None:
    """The head gives this many working days in all, by a decision signed by hand."""
    change = DecisionChange(reason="Vụ việc phức tạp, nhiều loại hàng", duration_days=days)
    giang = people.giang.actor("desk")
    async with transaction():
        document, outcome = await papers.draft_change(work.id, change, giang)
        ledger.unwrap(outcome)
    await decision_papers.signed(document, people.giang, None)
    await papers.take_scan(document, scans.pdf(), giang)


async def ends_after(case: Case, days: int) -> bool:
    """Whether the case's limit on site is this many working days from today."""
    [one] = [one for one in await clocks.clocks_of(case.id) if one.rule == "D02"]
    return one.due_at == end_of(add_working_days(today(), days, deadlines.calendar()))


async def test_an_extension_on_site_moves_the_limit_of_the_case_to_what_the_paper_says(
    people: People,
) -> None:
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    case = await decided(people, work, planned=False)
    await begun(people, work)
    assert await ends_after(case, 3)
    await extended(people, work, 4)
    assert await ends_after(case, 4)
    await extended(people, work, 5)
    assert await ends_after(case, 5)


async def test_an_extension_is_signed_before_the_time_on_site_is_over(people: People) -> None:
    """Ordinance Art 22: a silent step does not hold it up until the team has to leave."""
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    await begun(people, work)
    change = DecisionChange(reason="Vụ việc phức tạp, nhiều loại hàng", duration_days=5)
    async with transaction():
        _, outcome = await papers.draft_change(work.id, change, people.chi.actor("desk"))
        ledger.unwrap(outcome)
    one = (await submitted.of_record(work.id))[-1]
    three = end_of(add_working_days(today(), 3, deadlines.calendar()))
    assert (one.due_rule, one.due_at) == ("D02", three)


async def test_an_inspection_that_begins_under_an_extension_has_five_days(people: People) -> None:
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    case = await decided(people, work, planned=False)
    await extended(people, work, 5)
    await begun(people, work)
    assert await ends_after(case, 5)


async def test_the_limit_runs_from_an_announcement_without_a_signal_and_not_from_its_receipt(
    people: People,
) -> None:
    # Ordinance Art 22: three working days from the announcement of the decision at the place.
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    case = await decided(people, work, planned=False)
    announced = datetime.now(UTC) - timedelta(days=4)
    await dated(work, announced)
    anchor = signed_time(announced - timedelta(hours=1))
    await announced_at(work, announced, anchor)
    assert await limit(case) == law(announced, 3)
    # Art 22 gives five in all by the issuer's decision, counted from that same announcement.
    await extended(people, work, 5)
    assert await limit(case) == law(announced, 5)


async def test_a_phone_that_was_set_back_moves_the_limit_no_further_than_its_last_signed_time(
    people: People,
) -> None:
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    case = await decided(people, work, planned=False)
    told = datetime.now(UTC) - timedelta(days=2)
    await dated(work, told)
    await announced_at(work, told - timedelta(days=20), signed_time(told))
    assert await limit(case) == law(told, 3)


async def test_a_phone_that_lost_its_clock_leaves_the_case_its_limit(people: People) -> None:
    # No decision is announced before its own day (Ordinance Arts 19 and 22).
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    case = await decided(people, work, planned=False)
    await announced_at(work, datetime(1970, 1, 1, tzinfo=UTC), None)
    assert await limit(case) == law(datetime.now(UTC), 3)
    await extended(people, work, 5)
    assert await limit(case) == law(datetime.now(UTC), 5)


async def dated(work: Work, at: datetime) -> None:
    """The decision is of this day."""
    await database.execute(
        "UPDATE inspections SET decision = jsonb_set(decision, '{issued_on}', to_jsonb($2::text)) WHERE id = $1",
        work.id,
        str(day_of(at)),
    )


async def announced_at(work: Work, at: datetime, anchor: str | None) -> None:
    """The team announces at this time by its phone, which sends it now."""
    row = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    said = {"made_at": f"{at:%Y-%m-%dT%H:%M:%S}.000Z", "anchor": anchor}
    for kind, content in (
        ("inspection.opened", {"decision_id": str(row)}),
        ("inspection.announced", {"place": None}),
    ):
        assert isinstance(await work.act(kind, content, **said), Accepted)


def signed_time(at: datetime) -> str:
    """An anchor that the server gave at that time (backend/core/anchors.py)."""
    payload = canonical({"nonce": "0" * 16, "server_time": clock.rfc3339(at)})
    return f"{keys.b64url(payload)}.{keys.b64url(keys.current().sign_bytes(payload))}"


def law(announced: datetime, days: int) -> datetime:
    """The end of this many working days after the day of an announcement, which is not counted."""
    return end_of(add_working_days(day_of(announced), days, deadlines.calendar()))


async def limit(case: Case) -> datetime | None:
    [one] = [one for one in await clocks.clocks_of(case.id) if one.rule == "D02"]
    return one.due_at

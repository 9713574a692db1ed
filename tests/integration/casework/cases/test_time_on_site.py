"""How long an inspection may take on site, in its case: three working days, five if complex (D02).

Ordinance 11/2016/UBTVQH13 Art 22: three working days, at most five in all if complex, by the
issuer's decision in writing.
"""

import pytest

from backend.casework.clocks import service as clocks
from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.law.deadlines import service as deadlines
from backend.law.rules.counting import add_working_days, end_of
from backend.ledger import service as ledger
from schemas.fieldwork.decisions import DecisionChange
from tests.integration.casework.cases.test_inspection_decision_expires import decided
from tests.support import decision_papers, factories, scans
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
    [clock] = [one for one in await clocks.clocks_of(case.id) if one.rule == "D02"]
    return clock.due_at == end_of(add_working_days(today(), days, deadlines.calendar()))


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


async def test_an_inspection_that_begins_under_an_extension_has_five_days(people: People) -> None:
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    case = await decided(people, work, planned=False)
    await extended(people, work, 5)
    await begun(people, work)
    assert await ends_after(case, 5)

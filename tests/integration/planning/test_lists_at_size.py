"""Lists, boards and comparisons of 200,000 items are answered from an index: they look at few blocks."""

from collections.abc import Awaitable, Callable
from datetime import date
from uuid import UUID

import asyncpg
import pytest

from backend.core import clock, scope
from backend.core import database as asked_of
from backend.planning.queries import item_lists, overlaps
from backend.planning.queries import plans as plan_queries
from backend.planning.queries import progress as counts
from backend.planning.queries.item_lists import Filters
from schemas.planning.words import ItemState
from tests.support import plans_made
from tests.support.blocks import blocks
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.long

ITEMS, PLANS = 200_000, 400
PARTS = 40
"""A statement ends after 20 seconds, which on a very busy machine is little for a tenth of the items."""
MOST_BLOCKS = 1_000
"""Blocks of 8 kB that PostgreSQL looks at for one page of a list, its catalogue's included: a busy machine changes
nothing in it. Whoever read all items would look at 14,000. What each takes is printed: a page of items 390, of plans
350, and 600 for a team, whose items are looked for in each plan of the units above; a count of a thousand 15."""
_PLANS = """
INSERT INTO plans (id, kind, state, year, title, unit_id, first_day, last_day, head, drafted_by, drafted_at, changed_at,
    number, issued_on, unit_1, unit_2, unit_3)
SELECT gen_random_uuid(), 'periodic', 'issued', $4::int, 'Kế hoạch ' || g, u.id, make_date($4, 1, 1),
    make_date($4, 11, 14), p.head, p.drafted_by, now(), now(), g || '/KH', current_date, u.unit_1, u.unit_2, u.unit_3
FROM generate_series(1, $1::int) g JOIN plans p ON p.id = $2 JOIN units u ON u.id = ($3::uuid[])[1 + g % 2]
"""
_ITEMS = """
WITH numbered AS (SELECT p.id, p.year, p.unit_2, row_number() OVER (ORDER BY p.id) AS n FROM plans p
    WHERE p.number IS NOT NULL),
teams AS (SELECT t.*, row_number() OVER (PARTITION BY t.unit_2 ORDER BY t.code) AS n,
    count(*) OVER (PARTITION BY t.unit_2) AS teams FROM units t WHERE t.level = 3),
one AS (SELECT content, content_hash, material_hash FROM plan_items LIMIT 1)
INSERT INTO plan_items (id, plan_id, state, year, subject_name, address, first_day, last_day, unit_id, content,
    content_hash, material_hash, changed_at, reason, unit_1, unit_2, unit_3)
SELECT gen_random_uuid(), p.id, (ARRAY['planned', 'decided', 'running', 'done', 'done', 'not_done'])[1 + g % 6], p.year,
    'Cửa hàng ' || g, g || ' phố Huế', make_date(p.year, 1, 1) + g % 310, make_date(p.year, 1, 1) + g % 310, t.id,
    one.content, one.content_hash, one.material_hash, now(), 'Ngừng bán', t.unit_1, t.unit_2, t.unit_3
FROM generate_series(1, $1::int) g JOIN numbered p ON p.n = 1 + g % $2::int
JOIN teams t ON t.unit_2 = p.unit_2 AND t.n = 1 + g % t.teams CROSS JOIN one
"""
_KEYS = """
INSERT INTO plan_subject_keys (key, year, item_id, plan_id, match)
SELECT 'name:' || subject_name, year, id, plan_id, 'name' FROM plan_items
WHERE state <> 'removed' AND right(id::text, 1) = $1
"""


async def filled(people: People) -> UUID:
    """200,000 items in 400 plans of two provinces; returns one of the plans."""
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    first = await plans_made.drafted(people.giang, [item])
    year = clock.today().year
    both = [people.giang.unit.unit_id, people.ho.unit.unit_id]
    await asked_of.execute(_PLANS, PLANS, first, both, year)
    for _ in range(PARTS):
        await asked_of.execute(_ITEMS, ITEMS // PARTS, PLANS)
    for digit in "0123456789abcdef":
        await asked_of.execute(_KEYS, digit)
    found: UUID = await asked_of.fetchval(
        "SELECT id FROM plans WHERE number IS NOT NULL AND unit_2 = $1 LIMIT 1", both[0]
    )
    return found


async def test_200_000_items_are_listed_and_counted_as_fast_as_few(
    pool: None, people: People, database: Database
) -> None:
    plan_id = await filled(people)
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute(
        "VACUUM ANALYZE plans, plan_items, plan_counts, plan_month_counts, plan_totals, plan_subject_keys"
    )
    await owner.close()
    year, today = clock.today().year, clock.today()
    province = people.giang.actor("desk")
    nation = people.khanh.actor("desk")
    middle = (date(year, 6, 1), UUID(int=0))
    levels = {"province": province, "nation": nation, "team": people.chi.actor("desk")}
    asked: dict[str, Callable[[], Awaitable[object]]] = {}
    for name, actor in levels.items():
        reach = scope.Reach(officer_id=actor.officer_id, unit=scope.plan_items(actor).unit)
        for label, filters in {
            "year": Filters(year=year),
            "state": Filters(year=year, state=ItemState.NOT_DONE),
            "late": Filters(late=True),
            "month": Filters(year=year, month=date(year, 5, 1)),
        }.items():
            asked[f"{name}: {label}"] = lambda r=reach, f=filters: item_lists.page(r, f, None, 51)
        whole = Filters(year=year)
        asked[f"{name}: later page"] = lambda r=reach, f=whole, m=middle: item_lists.page(
            r, f, m, 51
        )
        for label, filters in {"count": whole, "late count": Filters(year=year, late=True)}.items():
            asked[f"{name}: {label}"] = lambda r=reach, f=filters: item_lists.count(r, f)
        asked[f"{name}: plans"] = lambda a=actor: plan_queries.page(
            a, plan_queries.Filters(), None, 51
        )
    asked["a plan's items"] = lambda: item_lists.page(
        None, Filters(plan_id=plan_id, drafts=True), None, 51
    )
    asked["a plan's results"] = lambda: counts.results(plan_id)
    asked["calendar of a province"] = lambda: counts.months(province, year, None)
    took = {name: await blocks(ask) for name, ask in asked.items()}
    print(today, took)
    assert min(took.values()) > 0, took
    assert max(took.values()) < MOST_BLOCKS, took
    all_items = await blocks(lambda: asked_of.fetchval("SELECT count(content) FROM plan_items"))
    assert all_items > MOST_BLOCKS
    print("overlaps of a plan of 500 items", await blocks(lambda: overlaps.found(plan_id)))

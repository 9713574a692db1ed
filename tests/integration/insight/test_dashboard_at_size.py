"""A dashboard of half a million events reads sums, not events: it looks at few blocks, whatever the period."""

from datetime import timedelta

import asyncpg
import pytest

from backend.core import clock
from backend.insight.dashboards import service as dashboards
from backend.insight.figures import definitions
from backend.insight.queries import dashboards as queries
from backend.insight.queries import standing
from backend.insight.queries.dashboards import Part, Sought
from backend.insight.rules import boards, evaluating, periods
from backend.insight.rules.asking import Filters
from backend.insight.rules.covering import Cover
from schemas.insight.figures import CountedEvent
from schemas.law.periods import PeriodKind
from tests.support.blocks import blocks
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.long

EVENTS, PARTS = 500_000, 20
MOST_BLOCKS = 500
"""Blocks of 8 kB for two years of all figures of a unit; to read its events would look at 9,000. What each takes is
printed."""
_CELLS = """
INSERT INTO figure_cells (grain, event, detail, field, behaviour, party)
SELECT g, e, '', CASE WHEN g > 0 THEN f ELSE '' END, CASE WHEN g = 2 THEN 'B' ELSE '' END, ''
FROM unnest($1::text[]) e, unnest(ARRAY['trade', 'food', 'ip', 'quality']) f, generate_series(0, 2) g
ON CONFLICT DO NOTHING
"""
_PLACES = """
INSERT INTO figure_places (unit_id, unit_1, unit_2, unit_3, unit_4)
SELECT id, unit_1, unit_2, unit_3, unit_4 FROM units WHERE level > 1
"""
_EVENTS = """
INSERT INTO counted_events (record_id, entry, ordinal, cell_id, place_id, happened_on, entered_on, counted, amount)
SELECT gen_random_uuid(), 1, 0, c.id, p.id, $3::date - (g * 7 % 730), $3::date, 1, 1000000
FROM generate_series($1::int, $2::int) g
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of FROM figure_cells WHERE grain = 2) c
    ON c.n = g % c.of
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS of FROM figure_places) p
    ON p.n = g / 3 % p.of
"""
_SUMS = """
INSERT INTO figure_rollups (unit_id, span, grain, starts_on, cell_id, counted, amount, annulled, annulled_amount)
SELECT u.id, s.span, f.grain, CASE WHEN s.span = 'day' THEN c.happened_on ELSE (date_trunc('month', c.happened_on)
    + CASE WHEN extract(day FROM c.happened_on) >= 15 THEN interval '14 days' ELSE interval '0' END)::date END,
    f.id, sum(c.counted), sum(c.amount), 0, 0
FROM counted_events c JOIN figure_cells fine ON fine.id = c.cell_id JOIN figure_places p ON p.id = c.place_id
JOIN units u ON u.id IN (p.unit_1, p.unit_2, p.unit_3)
JOIN figure_cells f ON f.event = fine.event AND f.grain < 2 AND (f.grain = 0 OR f.field = fine.field)
JOIN (VALUES ('half'), ('day')) AS s (span) ON s.span = 'half' OR u.level = 1
WHERE f.grain = 0 OR u.level < 3
GROUP BY 1, 2, 3, 4, 5
"""


async def test_two_years_of_a_unit_are_read_from_sums(
    pool: None, people: People, database: Database
) -> None:
    today = clock.today()
    owner = await asyncpg.connect(database.superuser_dsn)
    try:
        await owner.execute(_CELLS, [str(one) for one in CountedEvent])
        await owner.execute(_PLACES)
        each = EVENTS // PARTS
        for part in range(PARTS):
            await owner.execute(_EVENTS, part * each, (part + 1) * each - 1, today)
        await owner.execute(_SUMS)
        await owner.execute(
            "VACUUM (ANALYZE) counted_events, figure_rollups, figure_cells, figure_places"
        )
    finally:
        await owner.close()
    days = boards.days(periods.containing(PeriodKind.CALENDAR_YEAR, today), today)
    known = definitions.in_force(today)
    wanted = [known[code] for code in dashboards.CODES]
    events = evaluating.events_of(wanted)
    stocks = evaluating.events_of(one for one in wanted if one.kind == "stock")
    sought = Sought(events=events, stocks=stocks)
    of_food = Sought(events=events, stocks=stocks, filters=Filters(fields=("food",)))
    spans = ((days.period.first, days.period.last), (days.before.first, days.until_before))
    took: dict[str, int] = {}
    for who in (people.khanh, people.giang, people.chi):
        unit, level = who.unit.unit_id, who.unit.level
        cover = Cover(units={unit: level}, places=[])
        parts = [
            Part(cover=cover, summed=True, first=first, last=last)
            for first, last in (
                (days.begins, days.period.last),
                (None, days.period.last),
                (None, days.whole_until),
            )
        ]
        took[f"figures of level {level}"] = await blocks(
            lambda parts=parts: queries.halves(sought, *parts)
        )
        if level < 3:
            took[f"fields of level {level}"] = await blocks(
                lambda cover=cover: queries.by_field(
                    cover, CountedEvent.GOODS_SEIZED, Filters(), spans, summed=True
                )
            )
            took[f"one field of level {level}"] = await blocks(
                lambda parts=parts: queries.halves(of_food, *parts)
            )
    fortnight = (today - timedelta(13), today)
    took["a fortnight's days of the force"] = await blocks(
        lambda: queries.days_of_the_force([people.khanh.unit.unit_id], sought, fortnight)
    )
    actor = people.khanh.actor("desk")
    took["late"] = await blocks(lambda: standing.late(actor, 1, actor.unit.unit_id, clock.now()))
    print(took)
    assert max(took.values()) <= MOST_BLOCKS, took

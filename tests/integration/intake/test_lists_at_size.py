"""Lists and the triage board of 40,000 informations are answered from an index: they look at few blocks."""

from collections.abc import Awaitable, Callable

import asyncpg
import pytest

from backend.core import database as asked_of
from backend.intake.informations import service as informations
from backend.intake.informations.service import Filters
from tests.support import informations as made
from tests.support.blocks import blocks
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.long

INFORMATIONS = 40_000
MOST_BLOCKS = 700
"""Blocks of 8 kB for a page, its catalogue's included. A list takes 240 to 270, the board 410 (each card's row by its
key, and what may say the same of eight); whoever read all informations would look at more than all of these."""
_COPIES = """
INSERT INTO informations SELECT copy.* FROM informations one, generate_series(1, $2::int) g,
    LATERAL jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', g || '/TT',
        'received_at', now() - g * interval '10 minutes', 'address_fold', 'so ' || g || ' pho mau', 'readers', '{}',
        'state', (ARRAY['received', 'verifying', 'violation', 'no_action', 'proposed'])
            [CASE WHEN g % 10 = 0 THEN 1 + g / 10 % 3 ELSE 4 + g % 2 END])) copy
WHERE one.id = $1
"""


async def test_40_000_informations_are_listed_and_triaged_as_fast_as_few(
    pool: None, people: People, database: Database
) -> None:
    one = await made.registered(people.an)
    await asked_of.execute(_COPIES, one.id, INFORMATIONS)
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute("VACUUM ANALYZE informations")
    await owner.close()
    asked: dict[str, Callable[[], Awaitable[object]]] = {}
    for name, who in {
        "head": people.giang,
        "team leader": people.chi,
        "nation": people.khanh,
    }.items():
        actor = who.actor("desk")
        _, later = await informations.page(actor, Filters())
        asked[f"{name}: list"] = lambda a=actor: informations.page(a, Filters())
        asked[f"{name}: later page"] = lambda a=actor, c=later: informations.page(a, Filters(), c)
        asked[f"{name}: open"] = lambda a=actor: informations.page(a, Filters(standing="open"))
        asked[f"{name}: board"] = lambda a=actor: informations.board(a)
    took = {name: await blocks(ask) for name, ask in asked.items()}
    print(took)
    assert min(took.values()) > 0, took
    assert max(took.values()) < MOST_BLOCKS, took
    assert (
        await blocks(lambda: asked_of.fetchval("SELECT count(summary) FROM informations"))
        > MOST_BLOCKS
    )

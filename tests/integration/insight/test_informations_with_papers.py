"""An information is counted however many papers were drafted and submitted about it."""

import pytest

from backend.core import database
from tests.support import page_worlds, reports_made
from tests.support.people import People

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]


async def test_an_information_whose_papers_wait_is_counted_as_received(people: People) -> None:
    await page_worlds.of_an_information(people)
    await reports_made.counted()
    assert await database.fetchval("SELECT count(*) FROM figure_faults") == 0
    received = "SELECT count(*) FROM counted_events e JOIN figure_cells c ON c.id = e.cell_id WHERE c.event = $1"
    assert await database.fetchval(received, "informations_received") == 1

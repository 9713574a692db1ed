"""What waits, in the rail: true at a reader's next page, at most half a minute old, and never waited for if slow."""

import pytest

from backend.insight.my_work import tally
from backend.insight.my_work.service import Counts
from backend.insight.my_work.tally import Tally
from tests.support import factories
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_the_rail_of_a_head_says_what_waits_once_it_has_come(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tally, "_SLOW_SECONDS", 60.0)
    head = people.giang.actor()
    before = await tally.recount(head)
    await factories.submitted(people)
    assert await tally.of(head) == before, "not older than half a minute"
    tally.forget(head.officer_id)
    assert tally.known(head) == before, "the answer to what is being recorded has the last count"
    assert (await tally.of(head)).waiting == before.waiting + 1


async def test_a_count_that_takes_long_is_made_after_the_page(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = people.giang.actor()
    counted: list[int] = []

    async def count(_: object) -> Counts:
        counted.append(len(counted))
        return Counts(waiting=len(counted), overdue=0, soon=0, returned=0, kinds=[])

    monkeypatch.setattr(tally.my_work, "count", count)
    monkeypatch.setattr(tally, "_SLOW_SECONDS", -1.0)
    assert await tally.recount(head) == Tally(1, 0)
    assert not tally.behind(head)
    tally.forget(head.officer_id)
    assert await tally.of(head) == Tally(1, 0), "the page does not wait"
    assert tally.behind(head)
    await tally.recount(head)
    assert (await tally.of(head), tally.behind(head)) == (Tally(2, 0), False)

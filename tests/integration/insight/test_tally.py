"""What waits, in the rail: true at a reader's next page, at most half a minute old, and never waited for if slow."""

import pytest

from backend.insight.my_work import tally
from backend.insight.my_work.service import Counts
from backend.insight.my_work.tally import Tally
from tests.support import factories
from tests.support.desk import Desks
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def test_the_rail_shows_the_last_count_until_it_is_counted_anew(people: People) -> None:
    head = people.giang.actor()
    before = await tally.recount(head)
    assert not tally.behind(head)
    await factories.submitted(people)
    assert tally.known(head) == before, "not older than half a minute, and no page waits"
    assert (await tally.recount(head)).waiting == before.waiting + 1


async def test_an_old_count_is_made_anew_after_the_page(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = people.hai.actor()
    monkeypatch.setattr(tally, "_FOR_SECONDS", -1.0)
    kept = tally.keep(head, Counts(waiting=7, overdue=2, soon=0, returned=0, kinds=[]))
    assert kept == tally.known(head) == Tally(7, 2)
    assert tally.behind(head)


async def test_what_a_head_records_is_counted_before_the_next_page(
    people: People, desks: Desks
) -> None:
    desk = await desks.of(people.giang)
    await desk.open("/desk/")
    await factories.submitted(people)
    before = tally.known(people.giang.actor())
    assert before is not None
    await desk.submit(desk.form("/desk/help"))
    after = tally.known(people.giang.actor())
    assert after is not None
    assert after.waiting == before.waiting + 1

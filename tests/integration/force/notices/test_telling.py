"""What has no clock is told at the desk alone, stays until read or answered, and once a day where it is said so."""

import pytest

from backend.casework.clocks import reminding
from backend.casework.notices import service as case_notices
from backend.core.database import transaction
from backend.force.notices import service as notices
from tests.support.people import People
from tests.support.readers import Readers

BURST = {"officer": "Nguyễn Hoài An", "count": "20", "minutes": "10"}


async def test_a_head_is_told_of_refusals_at_the_desk_until_he_has_read_it(
    people: People, readers: Readers
) -> None:
    async with transaction():
        told = await notices.tell(
            [people.giang.id, people.giang.id], "refusals", people.an.id, "refusals.burst", BURST
        )
    assert told == 1
    await reminding.remind()  # which closes what has no clock of its own
    desk = await readers.of(people.giang)
    page = await desk.open("/desk/notices")
    assert "Nguyễn Hoài An có 20 yêu cầu bị từ chối" in page.text
    assert "1 chưa đọc" in page.text
    assert "Mở vụ việc" not in page.text
    assert await case_notices.on_phone(people.giang.id) == []
    row = desk.page.forms[-1]
    await desk.try_submit(row, row.buttons[0])
    assert "chưa đọc" not in desk.page.text


@pytest.mark.usefixtures("pool")
async def test_what_is_told_once_a_day_is_told_once_and_again_on_the_next(people: People) -> None:
    for once, expected in (("day one", 1), ("day one", 0), ("day two", 1)):
        async with transaction():
            told = await notices.tell(
                [people.giang.id], "refusals", people.an.id, "refusals.burst", BURST, once=once
            )
        assert told == expected
    async with transaction():
        await notices.settle(people.an.id)
    page = await case_notices.mine(people.giang.actor("desk"))
    assert (len(page.rows), page.unread) == (2, 0)


@pytest.mark.usefixtures("pool")
async def test_a_sentence_that_lacks_a_word_is_not_written(people: People) -> None:
    async with transaction():
        with pytest.raises(KeyError):
            await notices.tell([people.giang.id], "refusals", people.an.id, "refusals.burst", {})
    assert (await case_notices.mine(people.giang.actor("desk"))).rows == []


@pytest.mark.usefixtures("pool")
async def test_nobody_is_his_own_head(people: People) -> None:
    heads = await notices.heads_of(people.an.unit)
    assert set(heads) == {people.giang.id, people.hai.id}
    assert await notices.heads_of(people.giang.unit, people.giang.id) == [people.hai.id]

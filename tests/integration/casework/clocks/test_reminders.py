"""Officers hear of a time limit at its half, on its last day and once it is over: each thing once."""

from datetime import datetime, timedelta
from uuid import UUID

import httpx
import pytest

from backend.casework.clocks import reminding
from backend.casework.notices import service as case_notices
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.notices import service as notices
from tests.support.clocks import case_of, fact, rewrite, vn
from tests.support.doors import API, bearer, knock
from tests.support.people import People, Person


class Hands:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now: datetime = vn("2026-03-09 10:00")

    def set(self, text: str) -> None:
        """Set it, in Vietnam."""
        self.now = vn(text)


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """The server's clock."""
    found = Hands()
    monkeypatch.setattr(clock, "now", lambda: found.now)
    return found


RECORDED = fact("violation.recorded", "2026-03-09 10:00")


async def told(person: Person) -> list[tuple[str, str]]:
    """What this person was told, oldest first: rule and moment."""
    page = await case_notices.mine(person.actor("desk"))
    return [(row.rule, row.moment) for row in reversed(page.rows)]


@pytest.mark.usefixtures("pool")
async def test_each_moment_is_told_once_to_those_whom_it_concerns(
    people: People, hands: Hands
) -> None:
    await case_of(people.an, RECORDED)
    assert await reminding.remind() == 0
    hands.set("2026-03-14 06:00")
    assert await reminding.remind() == 1
    assert await reminding.remind() == 0
    assert await told(people.an) == [("D12", "half")]
    hands.set("2026-03-18 08:00")
    assert await reminding.remind() == 1
    hands.set("2026-03-19 08:00")
    assert await reminding.remind() == 3
    assert await told(people.an) == [("D12", "half"), ("D12", "last_day"), ("D12", "missed")]
    assert await told(people.giang) == await told(people.hai) == [("D12", "missed")]
    assert await told(people.binh) == await told(people.ho) == []
    [row] = (await case_notices.mine(people.giang.actor("desk"))).rows
    assert "Điều 66" in row.text.vi
    assert "the end of 18/03/2026" in row.text.en


@pytest.mark.usefixtures("pool")
async def test_an_act_in_between_tells_nothing_twice_and_an_extension_tells_anew(
    people: People, hands: Hands
) -> None:
    seized = fact("exhibits.seized", "2026-03-02 09:00", decided=True)
    case = await case_of(people.an, seized)
    hands.set("2026-03-11 09:00")  # its last day: its half was never told, and is not now
    await reminding.remind()
    await rewrite(case, people.an, seized)
    assert await reminding.remind() == 0
    assert await told(people.an) == [("D21", "last_day")]
    longer = fact("deadline.extended", "2026-03-11 10:00", rule="D21", until="2026-03-31")
    await rewrite(case, people.an, seized, longer)
    hands.set("2026-03-17 09:00")
    assert await reminding.remind() == 1
    page = await case_notices.mine(people.an.actor("desk"))
    assert [(row.moment, row.settled_at is None) for row in page.rows] == [
        ("half", True),
        ("last_day", False),
    ]
    assert page.unread == 1


@pytest.mark.usefixtures("pool")
async def test_an_officer_marks_his_own_as_read_and_nobody_else_s(
    people: People, hands: Hands
) -> None:
    await case_of(people.an, RECORDED)
    hands.set("2026-03-14 06:00")
    await reminding.remind()
    an, binh = people.an.actor("desk"), people.binh.actor("desk")
    [row] = (await case_notices.mine(an)).rows
    with pytest.raises(NotFound):
        await notices.mark_read(binh, row.id)
    async with transaction():
        assert await notices.mark_read(an, row.id) == 1
        assert await notices.mark_read(an, row.id) == 0
        assert await notices.mark_read(an) == 0
    assert (await case_notices.mine(an)).unread == 0


async def test_a_phone_hears_of_a_notice_and_forgets_it_when_it_is_settled(
    client: httpx.AsyncClient, people: People
) -> None:
    answer = await knock(client, people.an)
    headers = bearer(answer.json())
    first = (await client.get(f"{API}/sync", headers=headers)).json()
    ended = fact("inspection.ended", clock.now() - timedelta(hours=13))
    case = await case_of(people.an, ended)
    assert await reminding.remind() == 1
    page = (await client.get(f"{API}/sync?cursor={first['cursor']}", headers=headers)).json()
    [change] = [change for change in page["changes"] if change["kind"] == "notice"]
    assert change["op"] == "put"
    assert UUID(change["value"]["record_id"]) == case
    assert "Điều 19" in change["value"]["text"]["vi"]
    whole = (await client.get(f"{API}/sync", headers=headers)).json()
    assert change in whole["changes"]
    await rewrite(case, people.an, ended, fact("inspection.reported", clock.now()))
    await reminding.remind()
    page = (await client.get(f"{API}/sync?cursor={page['cursor']}", headers=headers)).json()
    assert [(c["kind"], c["op"]) for c in page["changes"]] == [("notice", "remove")]

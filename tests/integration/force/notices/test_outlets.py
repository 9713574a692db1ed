"""A way out of the system gets a number and a link, after the commit, and waits for the end of quiet hours."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.force.notices import choosing, outlets, sending
from backend.force.notices import service as notices
from schemas.core.ids import new_id
from tests.support.clocks import vn
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


class Post:
    """An outlet that keeps what it was given."""

    def __init__(self) -> None:
        self.sent: list[tuple[UUID, str | None, str]] = []

    async def send(self, officer_id: UUID, notice_id: UUID, number: str | None, link: str) -> None:
        """Keep it."""
        assert link.endswith(str(notice_id))
        self.sent.append((officer_id, number, link.removesuffix(str(notice_id))))


@pytest.fixture
def post() -> Iterator[Post]:
    """The one outlet that is registered."""
    found = Post()
    outlets.register("post", found)
    yield found
    outlets.forget("post")


async def told(people: People, hours: int | None) -> UUID:
    """A notice to an, with an end in so many hours."""
    due = clock.now() + timedelta(hours=hours) if hours else None
    said, record = {"number": "12/HSVV", "officer": "Bùi Hương Giang"}, new_id()
    async with transaction():
        await notices.tell([people.an.id], "case", record, "case.yours", said, due_at=due)
    [queued] = await database.fetch("SELECT payload FROM pgqueuer WHERE entrypoint = 'send_notice'")
    await database.execute("DELETE FROM pgqueuer WHERE entrypoint = 'send_notice'")
    return UUID(queued["payload"].decode())


async def test_number_and_link_leave_alone_and_not_in_quiet_hours_unless_the_end_is_near(
    people: People, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with transaction():
        await choosing.choose(people.an.actor("desk"), {}, 22 * 60, 6 * 60)
    monkeypatch.setattr(clock, "now", lambda: vn("2026-03-09 23:00"))
    assert await sending.send(await told(people, None)) == timedelta(hours=7)
    assert post.sent == []
    assert await sending.send(await told(people, 20)) == timedelta()
    assert post.sent == [(people.an.id, "12/HSVV", "/desk/notices/")]


async def test_without_a_way_out_nothing_is_queued(people: People) -> None:
    async with transaction():
        said = {"number": "12/HSVV", "officer": "Bùi Hương Giang"}
        await notices.tell([people.an.id], "case", new_id(), "case.yours", said)
    assert await database.fetchval("SELECT count(*) FROM pgqueuer") == 0

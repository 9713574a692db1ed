"""A link is used in the very moment in which a power of its officer is confirmed: one waits, neither is broken off."""

import asyncio

import asyncpg
from litestar import Litestar

from tests.integration.force.accounts.test_take_over import _LINK, enrol, register
from tests.support.doors import Desk
from tests.support.people import People


async def test_who_uses_a_link_waits_for_a_confirmation_that_ends_it(
    app: Litestar, people: People
) -> None:
    """The confirmation holds the officer, then ends his links: who held the link and then asked for him, as the use of
    it did, stood in its way for ever, and the database broke one of the two off."""
    my = await Desk.of(app, people.my, people)
    page = await register(my, people, "nguoi.moi")
    link = _LINK.search((await my.post(f"{page}/enrol", purpose="first")).text)
    assert link
    officer = page.rsplit("/", 1)[1]
    confirming = await asyncpg.connect(people._owner_dsn)
    try:
        async with confirming.transaction():
            await confirming.execute(
                "SELECT FROM officers WHERE id = $1::uuid FOR NO KEY UPDATE", officer
            )
            using = asyncio.create_task(enrol(app, link[2]))
            done, _ = await asyncio.wait({using}, timeout=3)
            assert not done
            ended = "UPDATE enrolments SET used_at = now() WHERE officer_id = $1::uuid"
            assert await confirming.execute(ended, officer) == "UPDATE 1"
    finally:
        await confirming.close()
    assert (await using).status_code == 404

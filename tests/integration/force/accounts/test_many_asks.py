"""Many asks at once: the list costs no more for a page of them, and two posts end by one decision."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from backend.force.queries import asks as ask_queries
from backend.force.queries import people as people_queries
from tests.integration.force.accounts.test_take_over import MET, WHY, asked, give_position
from tests.support import scans as scans_made
from tests.support.cases_made import in_days, today
from tests.support.doors import Desk
from tests.support.people import People


async def test_an_administrator_s_list_asks_nothing_more_for_each_ask(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    my = await Desk.of(app, people.my, people)
    names = ("an", "binh", "giang", "hai")
    for name in names:
        page = f"/desk/people/{getattr(people, name).id}/enrol"
        await asked(await my.post(page, purpose="password", reason=WHY))
    lan, reads = await Desk.of(app, people.lan, people), list[str]()

    def counted(name: str, plain: Any) -> Any:
        async def read(*args: Any) -> Any:
            reads.append(name)
            return await plain(*args)

        return read

    for module, name in ((people_queries, "find"), (ask_queries, "posts_in")):
        monkeypatch.setattr(module, name, counted(name, getattr(module, name)))
    for desk in (my, lan):
        listed = (await desk.http.get("/desk/asks")).text
        assert all(getattr(people, name).full_name in listed for name in names)
    assert reads == []
    head = await Desk.of(app, people.giang, people)  # a head: of each is asked who heads him, once
    assert (await head.http.get("/desk/asks")).status_code == 200
    assert len(reads) <= len(names)


async def test_two_posts_end_by_one_decision_and_neither_waits_for_the_other(
    app: Litestar, people: People
) -> None:
    my, nga = await Desk.of(app, people.my, people), await Desk.of(app, people.nga, people)
    page = f"/desk/people/{people.giang.id}"
    second = {"title_vi": "Đội trưởng Đội Quản lý thị trường", "title_en": "Team leader"}
    given = await asked(await give_position(my, page, people, **second))
    assert (await nga.post(f"{given}/confirm", **MET)).status_code == 303
    posts = "SELECT id FROM officer_positions WHERE officer_id = $1"
    first, other = [row["id"] for row in await database.fetch(posts, people.giang.id)]

    async def end(position: UUID) -> httpx.Response:
        form = {
            "position_id": str(position),
            "valid_to": in_days(1).isoformat(),
            "number": "15/QĐ-QLTT",
            "decided_on": today().isoformat(),
            "csrf_token": await my.form_token(),
        }
        files = {"scan": ("qd.pdf", scans_made.pdf(), "application/pdf")}
        return await my.http.post(f"{page}/end-position", data=form, files=files)

    asks = [await asked(await end(first)), await asked(await end(other))]
    assert (await end(first)).status_code == 409, "the same is asked already"
    for ask in asks:
        assert (await nga.post(f"{ask}/confirm", **MET)).status_code == 303

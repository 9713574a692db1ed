"""Old notices are read by today's roles: a head who becomes an administrator sees no content any more."""

import pytest

from backend.casework.notices import service as case_notices
from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.notices import service as notices
from schemas.core.ids import new_id
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("app")


async def told(people: People) -> None:
    """giang is told of a decision, and of an officer."""
    async with transaction():
        of_team = {"by": "An", "officer": "An", "what": "Cửa hàng Kín"}
        await notices.tell(
            [people.giang.id],
            "inspection",
            new_id(),
            "person.team_proposed",
            dict(of_team),
            on_phones=True,
        )
        of_officer = {"by": "An", "officer": "An", "what": "3", "asker": "An", "why": "Ốm"}
        await notices.tell(
            [people.giang.id], "person", people.an.id, "person.handed_over_of", dict(of_officer)
        )


async def now_is(people: People, role: str) -> None:
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.giang.id)
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, $2)", people.giang.id, role
    )


async def test_a_head_who_becomes_an_administrator_sees_no_old_notice_of_content(
    people: People, readers: Readers
) -> None:
    await told(people)
    actor = people.giang.actor()
    before = await case_notices.mine(actor)
    assert (len(before.rows), before.unread) == (2, 2)
    content = next(one for one in before.rows if one.kind == "inspection")
    assert len(await notices.told_on_phone(people.giang.id)) == 1
    await now_is(people, "administrator")
    after = await case_notices.mine(actor)
    assert [one.kind for one in after.rows] == ["person"]
    assert after.unread == 1
    assert await notices.told_on_phone(people.giang.id) == []
    with pytest.raises(NotFound):
        await notices.open_one(actor, content.id)
    desk = await readers.of(people.giang)
    await desk.open("/desk/notices")
    assert "Cửa hàng Kín" not in desk.html
    assert "Ốm" in desk.html
    await now_is(people, "supervisor")
    assert len((await case_notices.mine(actor)).rows) == 2, "nothing was deleted"

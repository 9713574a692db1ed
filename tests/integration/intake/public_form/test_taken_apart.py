"""Reports whose informations were merged, and taken apart again: each citizen is told of the own one."""

import httpx
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.intake.informations import service
from backend.ledger import service as ledger
from schemas.intake import acts
from tests.support import informations
from tests.support.citizens import code_of, send, told
from tests.support.people import People
from tests.support.workers import worker_of

pytestmark = pytest.mark.usefixtures("app", "people")

SAID = {"name": "Quách Thị Thử", "phone": "0987654321", "wants_answer": "yes"}
APART = acts.Unmerged(reason="Khác cơ sở.")
AWAY = acts.Redirected(
    to="Công an phường thử",
    document_id=None,
    reason="Ngoài thẩm quyền.",
    informant_told_on=None,
    means=None,
)


def into(number: str, other: object) -> acts.Merged:
    return acts.Merged(into=other, number=number, reason="Cùng một cửa hàng.")  # type: ignore[arg-type]


async def test_what_went_up_in_one_that_is_taken_apart_again_follows_that_one(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    """The first went up in the second, the second in the third; then the second is taken out of the third."""
    codes = [code_of(await send(client, who=f"Tiệm {n}", **SAID)) for n in range(3)]
    assert await worker_of(settings).take_reports() == 3
    kept = await database.fetch("SELECT id FROM informations ORDER BY received_at")
    first, second, third = [row["id"] for row in kept]
    await informations.did(people.giang, first, into("2", second))
    await informations.did(people.giang, second, into("3", third))
    await informations.did(people.giang, second, APART)
    await informations.did(people.giang, third, AWAY)
    page = [told(await client.get(f"/phan-anh/{code}")) for code in codes]
    assert page == ["verifying", "verifying", "forwarded"]
    await informations.did(people.giang, second, AWAY)
    assert told(await client.get(f"/phan-anh/{codes[0]}")) == "forwarded"


async def test_what_came_from_another_unit_and_is_taken_apart_again_is_told_of_itself(
    client: httpx.AsyncClient, settings: Settings, people: People
) -> None:
    code = code_of(await send(client, who="Tiệm chuyển đi", **SAID))
    assert await worker_of(settings).take_reports() == 1
    own = await database.fetchval("SELECT id FROM informations")
    there = await informations.registered(people.dung)
    async with transaction():
        outcome, new = await service.forward(
            own, people.ho.unit.unit_id, "Ở địa bàn khác.", people.giang.actor("desk")
        )
    ledger.unwrap(outcome)
    assert new is not None
    await informations.did(people.ho, new, into(there.number, there.id))
    await informations.did(people.ho, new, APART)
    closed = acts.Redirected(
        to="Công an", document_id=None, reason="Khác.", informant_told_on=None, means=None
    )
    assert told(await client.get(f"/phan-anh/{code}")) == "verifying"
    await informations.did(people.ho, there.id, closed)
    assert told(await client.get(f"/phan-anh/{code}")) == "verifying", "the other one went away"

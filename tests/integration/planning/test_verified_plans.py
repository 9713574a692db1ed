"""`verify` finds a plan or an item that was changed without an act."""

import pytest

from backend.core import database
from schemas.planning.acts import ItemNotDone, PlanAmended
from tests.support import plans_made
from tests.support.people import People
from tests.support.verifying import verify


async def found() -> list[str]:
    report = await verify()
    return [one.what for one in report.findings if "plan " in one.where]


@pytest.mark.usefixtures("app")
async def test_what_was_changed_without_an_act_is_found(people: People) -> None:
    items = [plans_made.item(people.chi.unit.unit_id, f"Cửa hàng {at}") for at in range(4)]
    plan_id = await plans_made.in_force(people, items)
    said = PlanAmended(reason="Đóng cửa", removed=[items[0].item_id])
    await plans_made.do(plan_id, said, people.giang)
    gone = ItemNotDone(item_id=items[1].item_id, reason="Ngừng kinh doanh")
    await plans_made.do(plan_id, gone, people.chi)
    assert await found() == []
    for change in (
        "UPDATE plan_items SET state = 'not_done', reason = 'Không kịp' WHERE id = $1",
        "UPDATE plan_items SET content_hash = '\\x00' WHERE id = $1",
        "UPDATE plan_items SET state = 'removed' WHERE id = $1",
    ):
        row = await database.fetch("SELECT * FROM plan_items WHERE id = $1", items[2].item_id)
        await database.execute(change, items[2].item_id)
        assert await found() == ["the table says another thing than its acts"]
        await database.execute(
            "UPDATE plan_items SET state = $2, reason = NULL, content_hash = $3 WHERE id = $1",
            items[2].item_id,
            row[0]["state"],
            row[0]["content_hash"],
        )
    await database.execute("UPDATE plans SET number = '99/KH' WHERE id = $1", plan_id)
    assert await found() == ["the table says another thing than its acts"]

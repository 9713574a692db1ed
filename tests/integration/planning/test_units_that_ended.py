"""A team of a plan ends: its successor carries the items out, and the plan says whose they were."""

from uuid import UUID

import pytest
from litestar import Litestar

from backend.core.database import transaction
from backend.planning.teams import suggesting
from tests.support import plans_made, restructured
from tests.support.people import People
from tests.support.readers import Readers, readers

__all__ = ["readers"]
pytestmark = pytest.mark.usefixtures("pool")


async def test_the_successor_carries_items_out_and_the_plan_says_whose_they_were(
    app: Litestar, people: People, readers: Readers
) -> None:
    old, new = people.units["0101"].unit_id, people.units["0102"].unit_id
    item = plans_made.item(old, "Cửa hàng Hoa Mai")
    plan_id = await plans_made.in_force(people, [item])
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/plans/{plan_id}/items/{item.item_id}")
    assert "trước là" not in giang.html
    await restructured.merged("0101", new, people)
    await giang.open(f"/desk/plans/{plan_id}/items/{item.item_id}")
    assert "Đội số 2 thử (trước là Đội số 1 thử)" in giang.html
    await giang.open(f"/desk/plans/{plan_id}")
    assert "trước là" in giang.html
    await giang.open(f"/desk/plans/items?plan={plan_id}&unit={new}")
    assert "Cửa hàng Hoa Mai" in giang.html
    em = await readers.of(people.em)
    await em.open(f"/desk/plans/{plan_id}/items/{item.item_id}")
    assert "Cửa hàng Hoa Mai" in em.html


async def test_the_team_of_an_item_is_found_in_the_successor(app: Litestar, people: People) -> None:
    """Officers of the successor are suggested, those who were there before the merger too."""
    old, new = people.units["0101"].unit_id, people.units["0102"].unit_id
    item = plans_made.item(old, "Cửa hàng Hoa Mai")
    await plans_made.in_force(people, [item])
    await restructured.merged("0101", new, people)
    async with transaction():
        found = await suggesting.suggested_team(item.item_id, people.giang.actor("desk"))
    named: set[UUID] = {one.officer.officer_id for one in found}
    assert {people.em.id, people.an.id} <= named


async def test_a_draft_s_item_is_edited_with_the_successor_chosen(
    app: Litestar, people: People, readers: Readers
) -> None:
    old, new = people.units["0101"].unit_id, people.units["0102"].unit_id
    item = plans_made.item(old, "Cửa hàng Hoa Mai")
    plan_id = await plans_made.drafted(people.giang, [item])
    await restructured.merged("0101", new, people)
    giang = await readers.of(people.giang)
    await giang.open(f"/desk/plans/{plan_id}/items/{item.item_id}/edit")
    assert f'<option value="{new}" selected' in giang.html

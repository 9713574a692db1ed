"""Who of the cast sees which plans, and which of their items."""

from backend.core import clock
from backend.core.database import transaction
from backend.planning.plans import reading
from schemas.planning.acts import SentUp
from schemas.planning.words import PlanKind
from tests.support import plans_made
from tests.support.people import People

READERS_OF_THE_NATION = {"khanh", "oanh"}
READERS_OF_HANOI = {"giang", "hai", "nga", "phuc"}
WORKERS = {"an", "binh", "chi", "cuc", "em", "dung", "duyen", "ho"} | READERS_OF_HANOI


async def test_each_sees_what_the_own_unit_plans_and_carries_out(
    pool: None, people: People
) -> None:
    head = await plans_made.national_head(people)
    hanoi, danang = people.chi.unit.unit_id, people.duyen.unit.unit_id
    below = await plans_made.drafted(people.chi, [plans_made.item(hanoi, "A")])
    await plans_made.do(below, SentUp(note=""), people.chi)
    province = await plans_made.drafted(people.giang, [plans_made.item(hanoi, "B")])
    issued = await plans_made.drafted(
        head, [plans_made.item(hanoi, "C"), plans_made.item(danang, "D", 5)]
    )
    orientation = await plans_made.drafted(head, kind=PlanKind.ORIENTATION)
    foreign = await plans_made.drafted(
        people.giang,
        kind=PlanKind.FOREIGN,
        agency="Sở Y tế",
        number="1/KH",
        issued_on=clock.today(),
    )
    for plan_id, number in ((issued, "1/KH"), (orientation, "2/KH")):
        await plans_made.put_in_force(plan_id, number)
    expected = {
        below: {"chi"} | READERS_OF_HANOI,
        province: READERS_OF_HANOI,
        foreign: READERS_OF_HANOI,
        issued: WORKERS - {"em"},
        orientation: WORKERS,
    }
    for person in people:
        async with transaction():
            found, following = await reading.page(person.actor("desk"), reading.PlanFilters())
            for plan_id, readers in expected.items():
                sees = person.username in readers | READERS_OF_THE_NATION
                listed = plan_id in {row.id for row in found}
                assert listed is sees, (person.username, plan_id)
                if plan_id == issued and sees:
                    items = await reading.items(plan_id, person.actor("desk"))
                    names = {row.subject_name for row in items.rows}
                    of = person.unit.unit_2
                    wanted = (
                        {"C", "D"}
                        if of is None
                        else {"C" if of == people.giang.unit.unit_2 else "D"}
                    )
                    assert names == wanted, person.username
            seen = [
                one for one in expected if person.username in expected[one] | READERS_OF_THE_NATION
            ]
            assert (len(found), following) == (len(seen), None), person.username

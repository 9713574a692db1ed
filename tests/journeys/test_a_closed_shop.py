"""A team finds its shop closed: minutes of non-execution to their approval, and a visit given up and begun again."""

from uuid import UUID

from backend.core import database
from deploy.demo import contents, minutes
from deploy.demo.phone import Phone
from deploy.demo.seals import Json
from tests.support import approving, factories, nonexecution
from tests.support.desk import Desks
from tests.support.people import People
from tests.support.phone import Phones

REASON = "Đoàn được điều đi vụ việc khẩn cấp"


async def decision_of(phone: Phone, record: str) -> Json:
    """The decision as the phone holds it after a sync."""
    await phone.sync()
    view: Json = phone.held[("inspection", record)]["decision"]
    return view


async def sent(phone: Phone) -> list[str]:
    """Send all that waits; the codes of what was refused, empty where nothing was."""
    return [
        result["problem"]["code"] for result in await phone.send() if result["status"] == "refused"
    ]


async def test_minutes_of_non_execution_from_the_closed_door_to_their_approval(
    phones: Phones, desks: Desks, people: People
) -> None:
    work = await factories.decided(people)
    record = str(work.id)
    phone = await phones.of(people.an)
    decision = await decision_of(phone, record)
    phone.write(record, "inspection.opened", {"decision_id": decision["decision_id"]})
    where = phone.write(record, "place.fixed", contents.place(210285110, 1058542300))
    fields = nonexecution.fill(decision, "Đội số 1 thử")
    written = phone.write(record, "minutes.written", minutes.content(fields, form="BB-KKT"))
    hands = [
        phone.write(record, "person.signed", contents.signed(written["id"], role, name))
        for role, name in (("leader", "Lê Linh Chi"), ("authority", "Phạm Thị Phường"))
    ]
    content = contents.submission(written["id"], [], [hand["id"] for hand in hands], [where["id"]])
    phone.write(record, "inspection.submitted", content)
    assert await sent(phone) == []

    supervisor = await desks.of(people.giang)
    assert (await supervisor.open("/desk/")).link(record)
    assert await approving.approve(supervisor, record) == content["revision"]
    view = await phone.inspection(record)
    assert (view["state"], view["announced_at"]) == ("approved", None)
    assert view["minutes"]["form"] == "BB-KKT"


async def test_a_visit_given_up_is_told_to_the_whole_team_and_begun_again_by_any_of_it(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    record = str(work.id)
    mine, other = await phones.of(people.an), await phones.of(people.binh)
    decision = await decision_of(mine, record)
    opened = {"decision_id": decision["decision_id"]}
    mine.write(record, "inspection.opened", opened)
    mine.write(record, "inspection.discarded", {"reason": REASON})
    mine.write(record, "place.fixed", contents.place(210285110, 1058542300))
    assert await sent(mine) == []
    await other.sync()
    held = other.held[("inspection", record)]
    assert held["state"] == "discarded"
    assert held["discarded"]["reason"] == REASON
    assert held["discarded"]["officer_name"] == people.an.full_name
    assert len(held["places"]) == 1

    other.write(record, "inspection.announced", {"place": None})
    assert await sent(other) == ["inspection_discarded"]
    other.write(record, "inspection.opened", opened)
    other.write(record, "inspection.announced", {"place": None})
    assert await sent(other) == []
    await mine.sync()
    assert mine.held[("inspection", record)]["state"] == "announced"
    assert mine.held[("inspection", record)]["discarded"] is None


async def test_a_phone_that_synced_before_the_form_was_there_learns_of_it(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an)
    phone.held.pop(("form", "BB-KKT/1"))
    await database.execute(
        "INSERT INTO changes (officer_id, kind, ref, op) VALUES ($1, 'form', 'BB-KKT/1', 'put')",
        UUID(str(people.an.id)),
    )
    await phone.sync()
    assert phone.held[("form", "BB-KKT/1")]["schema"]["x-form"] == "BB-KKT"

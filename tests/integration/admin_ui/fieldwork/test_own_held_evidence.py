"""Nobody lets his own kept-aside evidence take effect, and what bears a wrong signature never does.

Played through both doors: a phone that hands evidence in, a desk that is asked to admit it.
"""

from uuid import uuid4

from litestar import Litestar

from backend.core import database
from deploy.demo import contents
from tests.support import factories, pictures
from tests.support.assertions import held
from tests.support.doors import Desk
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.readers import Readers

WHERE = contents.place(210285110, 1058542300)


async def kept_aside(phones: Phones, person: Person, work: factories.Work) -> str:
    """A photograph that this officer's own phone hands in for an inspection that is not his."""
    phone = await phones.of(person)
    content = contents.photo(str(uuid4()), pictures.jpeg(), "image/jpeg", WHERE, "Đi ngang qua")
    act = phone.write(str(work.id), "photo.taken", content)
    held((await phone.send())[0], "not_on_team")
    return str(act["id"])


async def decided(act: str) -> str | None:
    """What was decided on a held act."""
    answer: str | None = await database.fetchval(
        "SELECT decided FROM quarantined_acts WHERE act_id = $1::uuid", act
    )
    return answer


async def test_a_head_cannot_admit_the_photograph_that_he_took_himself_and_another_can(
    app: Litestar, people: People, phones: Phones, readers: Readers
) -> None:
    work = await factories.announced(people)
    act = await kept_aside(phones, people.giang, work)
    address = f"/desk/inspections/{work.id}/held/{act}"

    own = await readers.of(people.giang)
    page = await own.open(f"/desk/inspections/{work.id}")
    assert page.link(f"{act}/admit") is None
    assert page.link(f"{act}/dismiss") is None
    assert "một người có thẩm quyền khác" in page.text
    for decision in ("admit", "dismiss"):
        assert await own.look(f"{address}/{decision}") == 409
        assert "không tự quyết định" in own.page.text
    desk = await Desk.of(app, people.giang, people)
    answer = await desk.post(f"{address}/admit", reason="Tôi chụp, tôi chấp nhận.")
    assert (answer.status_code, await decided(act)) == (409, None)

    other = await readers.of(people.hai)
    await other.open(f"{address}/admit")
    assert await other.press("/admit", reason="Đã hỏi lại người chụp.") == 200
    assert await decided(act) == "admitted"


async def test_who_is_of_the_team_decides_on_nothing_that_waits_in_its_inspection(
    app: Litestar, people: People, phones: Phones, readers: Readers
) -> None:
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'supervisor')", people.chi.id
    )
    work = await factories.announced(people)
    act = await kept_aside(phones, people.em, work)
    own = await readers.of(people.chi)
    page = await own.open(f"/desk/inspections/{work.id}")
    assert page.link(f"{act}/admit") is None
    desk = await Desk.of(app, people.chi, people)
    for decision in ("admit", "dismiss"):
        address = f"/desk/inspections/{work.id}/held/{act}/{decision}"
        answer = await desk.post(address, reason="Đoàn của tôi.")
        assert answer.status_code == 409
        assert "thuộc đoàn kiểm tra này" in answer.text
    assert await decided(act) is None


async def test_evidence_that_was_changed_after_signing_never_takes_effect(
    app: Litestar, people: People, phones: Phones, readers: Readers
) -> None:
    work = await factories.announced(people)
    phone = await phones.of(people.an)
    act = phone.write(str(work.id), "place.fixed", WHERE)
    act["content"] = act["content"] | {"accuracy_mm": 1}
    held((await phone.deliver([act]))[0], "signature_invalid")
    address = f"/desk/inspections/{work.id}/held/{act['id']}"

    head = await readers.of(people.hai)
    page = await head.open(f"/desk/inspections/{work.id}")
    assert page.link(f"{act['id']}/admit") is None
    assert "không bao giờ có hiệu lực" in page.text
    assert await head.look(f"{address}/admit") == 409
    assert "không bao giờ có hiệu lực" in head.page.text
    desk = await Desk.of(app, people.hai, people)
    answer = await desk.post(f"{address}/admit", reason="Vẫn chấp nhận.")
    assert (answer.status_code, await decided(act["id"])) == (409, None)
    view = await phone.inspection(str(work.id))
    assert [place["id"] for place in view["places"]] == work.places

    # It stays kept and shown; somebody may say that it was looked at.
    await head.open(f"{address}/dismiss")
    assert await head.press("/dismiss", reason="Nội dung bị sửa sau khi ký.") == 200
    assert await decided(act["id"]) == "dismissed"

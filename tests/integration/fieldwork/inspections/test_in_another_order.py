"""Phones of one team come in another order than they worked, as after a restore: what came too early takes effect.

No person need do anything: what a signature or a withdrawal names comes with the colleague's phone.
"""

from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Refused
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy.demo import contents, minutes, outbox
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.acts import EvidenceAdmitted
from schemas.fieldwork.words import ActType
from tests.support import factories
from tests.support.people import People, Person
from tests.support.site_papers import signature, writing

pytestmark = pytest.mark.usefixtures("pool")


async def came(act: dict[str, Any], person: Person) -> str | None:
    """The act at the door; why it is held, or None."""
    outcome = await factories.hand_in(act, person, UUID(str(act["device_id"])))
    assert isinstance(outcome, Accepted), outcome
    return outcome.quarantine.code if outcome.quarantine else None


async def written_by(work: factories.Work) -> dict[str, Any]:
    """Minutes on the author's phone, that has not come yet."""
    decision = await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    fields = minutes.fill(msgspec.json.decode(decision), "Đội số 1 thử")
    return work.pen.write(str(work.id), "minutes.written", minutes.content(fields))


def signed_on(pen: outbox.Outbox, work: factories.Work, minutes_id: str) -> list[dict[str, Any]]:
    """Both signatures that these minutes need, given on this phone."""
    return [
        pen.write(str(work.id), "person.signed", contents.signed(minutes_id, role, "Người ký"))
        for role in ("leader", "subject")
    ]


async def view_of(work: factories.Work, people: People) -> Any:
    async with transaction():
        return await inspections.inspection_view(work.id, people.giang.actor("desk"))


async def test_signatures_that_came_before_another_phone_s_minutes_stand_when_those_come(
    people: People,
) -> None:
    work = await factories.announced(people)
    late = await written_by(work)
    binh = await factories.pen(people.binh)
    signed = signed_on(binh, work, late["id"])
    assert [await came(act, people.binh) for act in signed] == ["minutes_unknown"] * 2
    outcome = await factories.submit(named(work, late, signed))
    assert isinstance(outcome, Refused), "it waits on the phone"

    assert await came(late, people.an) is None
    view = await view_of(work, people)
    assert {str(one.id) for one in view.signatures} == {act["id"] for act in signed}
    assert {one.decided for one in view.quarantined} == {"admitted"}
    assert all("Hệ thống tự xét lại" in str(one.reason) for one in view.quarantined)
    assert isinstance(await factories.submit(work), Accepted), "and nobody signed again"
    report = await verification.in_snapshot(None, lambda _: None)
    assert not [one for one in report.findings if one.verdict is Verdict.TAMPERED]


def named(work: factories.Work, late: Any, signed: list[Any]) -> factories.Work:
    """The work, whose submission names these."""
    work.minutes, work.signatures = str(late["id"]), [str(act["id"]) for act in signed]
    return work


async def test_a_stranger_s_signature_stays_held_when_the_minutes_come(people: People) -> None:
    work = await factories.announced(people)
    late = await written_by(work)
    stranger = await factories.pen(people.em)
    [signed, _] = signed_on(stranger, work, late["id"])
    assert await came(signed, people.em) == "not_on_team"
    assert await came(late, people.an) is None
    view = await view_of(work, people)
    assert view.signatures == []
    assert [one.decided for one in view.quarantined] == [None]


async def test_signatures_under_minutes_that_a_head_admits_stand_with_them(people: People) -> None:
    work = await factories.announced(people)
    late = await written_by(work)
    binh = await factories.pen(people.binh)
    signed = signed_on(binh, work, late["id"])
    assert [await came(act, people.binh) for act in signed] == ["minutes_unknown"] * 2
    device = UUID(str(late["device_id"]))
    await database.execute("UPDATE devices SET revoked_at = now() WHERE id = $1", device)
    assert await came(late, people.an) == "device_revoked"
    assert (await view_of(work, people)).signatures == []
    async with transaction():
        outcome = await inspections.admit(
            work.id, UUID(late["id"]), "Đã đối chiếu với bản giấy", people.giang.actor("desk")
        )
    assert isinstance(outcome, Accepted), outcome
    assert len((await view_of(work, people)).signatures) == 2


async def test_a_photograph_that_a_colleague_withdrew_is_withdrawn_when_it_comes(
    people: People,
) -> None:
    work = await factories.announced(people)
    photo_id = str(uuid4())
    taken = contents.photo(photo_id, b"x" * 99, "image/jpeg", None, None)
    late = work.pen.write(str(work.id), "photo.taken", taken)
    binh = await factories.pen(people.binh)
    content = {"photo_id": photo_id, "reason": "Chụp nhầm quầy bên cạnh"}
    assert await came(binh.write(str(work.id), "photo.withdrawn", content), people.binh) == (
        "photo_unknown"
    )
    assert await came(late, people.an) is None
    [photo] = (await view_of(work, people)).photos
    assert photo.withdrawn == "Chụp nhầm quầy bên cạnh"
    row = await database.fetchrow("SELECT * FROM inspections WHERE id = $1", work.id)
    assert (row["photo_count"], row["missing_count"], row["quarantine_count"]) == (0, 0, 0)


async def test_a_colleague_s_signature_on_a_paper_stands_when_the_paper_comes(
    people: People,
) -> None:
    work = await factories.announced(people)
    late = work.pen.write(str(work.id), "document.written", writing(str(uuid4())))
    binh = await factories.pen(people.binh)
    signed = binh.write(str(work.id), "document.signed", signature(late["id"], "maker"))
    assert await came(signed, people.binh) == "document_unknown"
    assert await came(late, people.an) is None
    [paper] = (await view_of(work, people)).documents
    assert [one.role for one in paper.signatures] == ["maker"]


async def test_no_person_passes_for_the_system(people: People) -> None:
    """What is held for another reason is decided by people alone, and nobody decides on his own team's."""
    work = await factories.announced(people)
    stranger = await factories.pen(people.em)
    act = stranger.write(str(work.id), "place.fixed", contents.place(210285110, 1058542300))
    assert await came(act, people.em) == "not_on_team"
    content = EvidenceAdmitted(act=UUID(act["id"]), reason="Tự xét", after=work.id)
    for actor in (people.an.actor("job"), people.an.actor("desk"), people.giang.actor("job")):
        admission = ledger.desk_act(
            RecordKind.INSPECTION, work.id, ActType.EVIDENCE_ADMITTED, content, actor
        )
        async with transaction():
            outcome = await ledger.record(admission, actor)
        assert isinstance(outcome, Refused), outcome
        assert outcome.code == "not_allowed"

"""Inspections in the state that a test needs, made through `ledger.record` (the one door) and not
over HTTP.

They are quick ways to a starting point; a test itself does what it is about. Needs the `app` or
`pool` fixture.

    work = await factories.decided(people)
    work = await factories.submitted(people, photos=2)
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID, uuid4

import msgspec

from backend import registry
from backend.core import clock, database
from backend.core.database import transaction
from backend.fieldwork.inspections import issue
from backend.ledger import service as ledger
from backend.ledger.canonical import parse_act
from backend.ledger.service import Accepted, Refused
from deploy.demo import contents, minutes
from deploy.demo.outbox import Outbox
from deploy.demo.seals import DeviceKey, Json
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import IssueDecision
from tests.support import nonexecution, pictures
from tests.support.people import People, Person


@dataclass
class Picture:
    """A test's photograph: its bytes and the content of its act."""

    photo_id: str
    data: bytes
    sha256: str


@dataclass
class Work:
    """An inspection, and the outbox through which its officer writes acts."""

    id: UUID
    number: str
    author: Person
    pen: Outbox
    pictures: list[Picture] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    minutes: str = ""
    signatures: list[str] = field(default_factory=list)
    revision: str = ""

    @property
    def device_id(self) -> UUID:
        """The phone that wrote last."""
        return UUID(str(self.pen.log[-1]["device_id"]))

    async def act(self, act_type: str, content: Json, **envelope: Any) -> Accepted | Refused:
        """Write one act as the author and record it through the one door."""
        written = self.pen.write(str(self.id), act_type, content, **envelope)
        return await hand_in(written, self.author, UUID(str(written["device_id"])))


async def hand_in(act: Json, person: Person, device_id: UUID) -> Accepted | Refused:
    """Record a phone's act through the one door, in a separate transaction."""
    parsed = parse_act(act)
    actor = person.actor("phone", device_id=device_id)
    async with transaction():
        return await ledger.record(parsed, actor)  # type: ignore[arg-type]


async def pen(person: Person) -> Outbox:
    """A device of this person, enrolled by writing its row, and the outbox on it."""
    key, device_id = DeviceKey(), str(uuid4())
    await database.execute(
        "INSERT INTO devices (id, enrolled_by, unit_id, unit_1, unit_2, unit_3, unit_4, name,"
        " public_key) VALUES ($1, $2, $3, $4, $5, $6, $7, 'Máy thử', $8)",
        UUID(device_id),
        person.id,
        person.unit.unit_id,
        *person.unit.as_tuple(),
        msgspec.json.encode(key.jwk).decode(),
    )
    return Outbox(key, device_id, str(person.id))


def order(leader: Person, members: list[Person], **changed: Any) -> IssueDecision:
    """The content of a decision that satisfies every rule. `changed` replaces fields."""
    given: dict[str, Any] = {
        "subject": DecisionSubject(
            subject_id=None,
            kind=SubjectKind.ORGANISATION,
            name="Công ty TNHH Thử Nghiệm Hoa Gạo",
            trade_name=None,
            tax_code="0109900016",
            registration_number=None,
            address="Số 12 ngõ Hoa Gạo, phường Mẫu Đơn, thành phố Hà Nội",
            representative="Nguyễn Văn Thử",
            representative_title="Giám đốc",
            phone=None,
        ),
        "place": "Số 12 ngõ Hoa Gạo, phường Mẫu Đơn, thành phố Hà Nội",
        "legal_bases": ["Pháp lệnh Quản lý thị trường số 11/2016/UBTVQH13"],
        "contents": ["Điều kiện kinh doanh", "Nguồn gốc và nhãn hàng hóa"],
        "duration_days": 2,
        "complex": False,
        "start_on": clock.today(),
        "leader_id": leader.id,
        "member_ids": [member.id for member in members],
        "no_conflict_declared": True,
        "ground": "planned",
        "proposal": "Kế hoạch số 01/KH-QLTT ngày 20/12/2025",
    }
    return IssueDecision(**(given | changed))


async def decided(
    people: People,
    *,
    issuer: Person | None = None,
    leader: Person | None = None,
    members: list[Person] | None = None,
    author: Person | None = None,
    minutes_flow: Literal[2] | None = None,
    **changed: Any,
) -> Work:
    """An issued decision; by default giang's, for chi (leader), an and binh. `author` writes; by
    default an.

    It uses the older flow of minutes, which records that began with it keep. `minutes_flow=2` is
    the flow of decisions issued today.
    """
    registry.open_all()
    leader = leader or people.chi
    members = members or [people.an, people.binh]
    async with transaction():
        issued = await issue.issue_decision(
            order(leader, members, **changed),
            (issuer or people.giang).actor("desk"),
            minutes_flow=minutes_flow,
        )
    author = author or members[0]
    return Work(issued.inspection_id, issued.number, author, await pen(author))


async def opened(people: People, **how: Any) -> Work:
    """An inspection opened on the phone, with one place; not announced."""
    work = await decided(people, **how)
    row = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(row)})
    await work.act("place.fixed", contents.place(210285110, 1058542300))
    work.places.append(work.pen.log[-1]["id"])
    return work


async def announced(people: People, *, photos: int = 0, **how: Any) -> Work:
    """An inspection announced on site, with one place and this many photographs whose bytes are
    still on the phone."""
    work = await decided(people, **how)
    row = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    where = contents.place(210285110, 1058542300)
    await work.act("inspection.opened", {"decision_id": str(row)})
    await work.act("inspection.announced", {"place": where})
    await work.act("place.fixed", where)
    work.places.append(work.pen.log[-1]["id"])
    for number in range(photos):
        await take_photo(work, caption=f"Ảnh {number + 1}")
    return work


async def take_photo(work: Work, data: bytes | None = None, caption: str | None = None) -> Picture:
    """Record one more photograph: its act, without its bytes."""
    data = data or pictures.jpeg(size=(640 + len(work.pictures), 480))
    photo_id = str(uuid4())
    content = contents.photo(photo_id, data, "image/jpeg", None, caption)
    await work.act("photo.taken", content)
    picture = Picture(photo_id, data, hashlib.sha256(data).hexdigest())
    work.pictures.append(picture)
    return picture


async def write_minutes(work: Work, **changed: Any) -> None:
    """Write minutes that satisfy the form, signed by the leader and by the inspected party."""
    await write_text(work, **changed)
    await sign_text(work)


async def write_text(work: Work, unit: str = "Đội số 1 thử", **changed: Any) -> None:
    """Write minutes of this unit that satisfy the form, without signatures."""
    decision = await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    fields = minutes.fill(msgspec.json.decode(decision), unit, **changed)
    await work.act("minutes.written", minutes.content(fields))
    work.minutes, work.signatures = work.pen.log[-1]["id"], []


async def sign_text(work: Work) -> None:
    """Sign the last minutes as the leader and as the inspected party."""
    fields = work.pen.log[-1]["content"].get("fields")
    leader = fields["leader"]["name"] if fields else "Lê Linh Chi"
    for role, name in (("leader", leader), ("subject", "Nguyễn Văn Thử")):
        await work.act("person.signed", contents.signed(work.minutes, role, name))
        work.signatures.append(work.pen.log[-1]["id"])


async def write_nonexecution(
    work: Work, signers: tuple[str, ...] = ("leader", "authority"), **changed: Any
) -> None:
    """Write minutes of non-execution that satisfy their form, signed in these roles."""
    decision = await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    fields = nonexecution.fill(msgspec.json.decode(decision), "Đội số 1 thử", **changed)
    await work.act("minutes.written", minutes.content(fields, form="BB-KKT"))
    work.minutes = work.pen.log[-1]["id"]
    work.signatures = []
    for role in signers:
        await work.act("person.signed", contents.signed(work.minutes, role, f"Người ký {role}"))
        work.signatures.append(work.pen.log[-1]["id"])


async def submit(work: Work) -> Accepted | Refused:
    """Submit the present state."""
    content = contents.submission(
        work.minutes, [picture.sha256 for picture in work.pictures], work.signatures, work.places
    )
    outcome = await work.act("inspection.submitted", content)
    if isinstance(outcome, Accepted):
        work.revision = content["revision"]
    return outcome


async def submitted(people: People, *, photos: int = 0, **how: Any) -> Work:
    """A submitted inspection that waits for the supervisor."""
    work = await announced(people, photos=photos, **how)
    await write_minutes(work)
    outcome = await submit(work)
    assert isinstance(outcome, Accepted), outcome
    return work

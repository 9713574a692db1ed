"""A day without a network: what an officer's phone holds, and the file that it would write."""

import hashlib
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import msgspec

from backend.core import database
from deploy.demo import contents, minutes
from deploy.demo.phone import Phone
from deploy.demo.seals import Json
from tests.support import factories, pictures
from tests.support.factories import Picture
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.rescue import Pack, recipient_of, seal

WHERE = contents.place(210285110, 1058542300)


@dataclass
class Day:
    """One inspection, whole, on a phone that was never heard of since the sign-in."""

    phone: Phone
    record: UUID
    number: str
    acts: list[Json] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    @property
    def pack(self) -> Pack:
        """Everything that was not sent."""
        return Pack.of(self.acts, self.pictures, self.record)

    @property
    def recipient(self) -> str:
        """To whom this phone encrypts."""
        return recipient_of(self.phone.session["server_keys"])

    def file(self, pack: Pack | None = None) -> bytes:
        """The rescue file."""
        return seal((pack or self.pack).plain(), self.recipient)

    def act_of(self, act_type: str) -> Json:
        """The first act of this type."""
        return next(act for act in self.acts if act["type"] == act_type)


async def a_day(phones: Phones, people: People, who: Person | None = None, photos: int = 2) -> Day:
    """Opened, announced, photographed, written down, signed and submitted, all without a network."""
    work = await factories.decided(people)
    phone = await phones.of(who or people.an)
    day = Day(phone, work.id, work.number)
    decision = msgspec.json.decode(
        await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    )

    def write(act_type: str, content: Json) -> Json:
        act = phone.write(str(work.id), act_type, content)
        day.acts.append(act)
        return act

    write("inspection.opened", {"decision_id": decision["decision_id"]})
    write("inspection.announced", {"place": WHERE})
    place = write("place.fixed", WHERE)
    for number in range(photos):
        data = pictures.jpeg(size=(640 + number, 480))
        photo_id = str(uuid4())
        write("photo.taken", contents.photo(photo_id, data, "image/jpeg", WHERE, f"Ảnh {number}"))
        day.pictures.append(Picture(photo_id, data, hashlib.sha256(data).hexdigest()))
    fields = minutes.fill(decision, "Đội số 1 thử")
    written = write("minutes.written", minutes.content(fields))
    signed = [
        write("person.signed", contents.signed(written["id"], role, name))["id"]
        for role, name in (("leader", fields["leader"]["name"]), ("subject", "Nguyễn Văn Thử"))
    ]
    hashes = [picture.sha256 for picture in day.pictures]
    write(
        "inspection.submitted",
        contents.submission(written["id"], hashes, signed, [place["id"]]),
    )
    return day

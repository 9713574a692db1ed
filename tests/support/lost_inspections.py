"""An inspection that a restore lost: decided at the desk after the backup, worked on by a phone,
and sent again after the restore.

For example:

    lost = await lost_inspections.made(settings, database, servers, people, phones, tmp_path)
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec

from backend.core import database as backend_database
from backend.core.settings import Settings
from deploy.demo import contents, minutes
from deploy.demo.seals import Json
from deploy.servers import Servers
from schemas.ledger.installation import LedgerRestored
from tests.support import factories, pictures, restoring
from tests.support.databases import Database
from tests.support.people import People
from tests.support.phone import Phone, Phones
from tests.support.site_papers import SYMBOLS, signature, writing

FORM = "MBB01"
REASON = "Khôi phục từ bản sao lưu đêm qua"


@dataclass
class Lost:
    """What `an`'s phone has and the server no longer has."""

    id: UUID
    number: str
    decision: Json
    phone: Phone
    declared: LedgerRestored
    settings: Settings
    """Settings of the restored system."""
    leader: Phone
    """The leader's phone, which named `an` the owner of the minutes."""
    photo_id: str = ""
    photo: bytes = b""
    minutes: str = ""
    signatures: list[str] = field(default_factory=list)
    place: str = ""
    paper: str = ""
    paper_number: int = 0

    async def leader_again(self) -> list[Json]:
        """Send everything again from the leader's phone."""
        return await self.leader.deliver(self.leader.outbox.log)

    async def send_again(self) -> list[Json]:
        """Send everything again, as the app does when the server's epoch has changed."""
        self.phone.cursor = None
        await self.phone.sync()
        return await self.phone.deliver(self.phone.outbox.log)


async def made(
    settings: Settings,
    database: Database,
    servers: Servers,
    people: People,
    phones: Phones,
    tmp_path: Path,
) -> Lost:
    """Make the whole visit except its submission: sent, then lost, and the restore declared."""
    await backend_database.execute(
        "UPDATE officers SET officer_number = '01-QLTT-THU1' WHERE id = $1", people.an.id
    )
    phone, leader = await phones.of(people.an), await phones.of(people.chi)
    copy = await restoring.copied(database, servers)
    work = await factories.decided(people, minutes_flow=2)
    decision = msgspec.json.decode(
        await backend_database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    )
    leader.write(str(work.id), "minutes.entrusted", {"officer_id": str(people.an.id)})
    assert {one["status"] for one in await leader.send()} == {"accepted"}
    visit = _Visit(phone, str(work.id), decision)
    await visit.happens()
    assert {one["status"] for one in await phone.send()} == {"accepted"}
    await phone.upload(visit.photo_id, visit.photo, "image/jpeg", str(work.id))
    await phone.wait_for_bytes(visit.photo_id, visit.photo)

    # The bucket may hold checkpoints that an earlier test made of this log: they would prove that nothing was lost.
    content = await restoring.declared(settings, copy, store_too=True)
    return Lost(
        id=work.id,
        number=work.number,
        decision=decision,
        phone=phone,
        leader=leader,
        declared=content,
        settings=restoring.settings_on(settings, copy),
        **visit.told(),
    )


class _Visit:
    def __init__(self, phone: Phone, record: str, decision: Json) -> None:
        self.phone, self.record, self.decision = phone, record, decision
        self.photo_id, self.photo = str(uuid4()), pictures.jpeg(size=(640, 480))
        self.paper = str(uuid4())
        self.signatures: list[str] = []
        self.minutes = self.place = ""
        self.paper_number = 0

    def told(self) -> dict[str, Any]:
        names = ("photo_id", "photo", "minutes", "signatures", "place", "paper", "paper_number")
        return {name: getattr(self, name) for name in names}

    def write(self, act_type: str, content: Json) -> str:
        return str(self.phone.write(self.record, act_type, content)["id"])

    async def happens(self) -> None:
        where = contents.place(210285110, 1058542300)
        self.write("inspection.opened", {"decision_id": self.decision["decision_id"]})
        self.write("inspection.announced", {"place": where})
        self.place = self.write("place.fixed", where)
        self.write(
            "photo.taken",
            contents.photo(self.photo_id, self.photo, "image/jpeg", None, "Quầy hàng"),
        )
        fields = minutes.fill(self.decision, "Đội số 1 thử")
        self.minutes = self.write("minutes.written", minutes.content(fields))
        for role, name in (("leader", fields["leader"]["name"]), ("subject", "Nguyễn Văn Thử")):
            self.signatures.append(
                self.write("person.signed", contents.signed(self.minutes, role, name))
            )
        await self._paper()

    async def _paper(self) -> None:
        """Violation minutes, signed and numbered from a block that the restore loses as well."""
        year = int(self.decision["issued_on"][:4])
        block = await self.phone.call("POST", "/number-blocks", json={"form": FORM, "year": year})
        written = self.write("document.written", writing(self.paper, FORM))
        for role in ("maker", "subject"):
            self.write("document.signed", signature(written, role))
        self.paper_number = block["first"]
        self.write(
            "document.numbered",
            {
                "document_id": self.paper,
                "written": written,
                "form": FORM,
                "year": block["year"],
                "number": self.paper_number,
                "block_id": block["id"],
                "text": f"{self.paper_number}/{SYMBOLS[FORM]}-01-QLTT-THU1",
            },
        )

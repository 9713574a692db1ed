"""Several phones on one visit that come online in every order: their acts are made first and
delivered afterwards.

Each phone sends its own acts in the order of its log, as real phones do. Between phones any order
is possible. A refused step is sent again at the end, as a phone does when the next sync names what
the step waited for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import Accepted, Refused
from deploy.demo import contents, minutes
from deploy.demo.outbox import Outbox
from deploy.demo.seals import Json
from schemas.fieldwork.inspections import InspectionView
from tests.support import factories
from tests.support.people import People, Person


@dataclass
class Handset:
    """A phone without a signal: what it wrote, and how much of it has arrived."""

    person: Person
    pen: Outbox
    record: str
    decision: Json
    times: Json = field(default_factory=dict)
    """When the visit began and ended; the same in every order."""
    names: dict[str, str] = field(default_factory=dict)
    """The test's name for an act, by its id."""

    def write(self, name: str, act_type: str, content: Json) -> str:
        """Make an act that is not sent yet; return its id."""
        act = self.pen.write(self.record, act_type, content)
        self.names[act["id"]] = name
        return str(act["id"])

    def minutes(self, name: str, **changed: Any) -> str:
        """Write minutes that satisfy their form."""
        fields = minutes.fill(self.decision, "Đội số 1 thử", **(self.times | changed))
        return self.write(name, "minutes.written", minutes.content(fields))

    def signatures(self, name: str, minutes_id: str) -> list[str]:
        """Sign them for the leader and the party."""
        return [
            self.write(f"{name} {role}", "person.signed", contents.signed(minutes_id, role, who))
            for role, who in (("leader", "Lê Linh Chi"), ("subject", "Nguyễn Văn Thử"))
        ]

    def submission(self, name: str, minutes_id: str, signatures: list[str]) -> str:
        """Submit these minutes with these signatures and without photographs."""
        content = contents.submission(minutes_id, [], signatures, [])
        return self.write(name, "inspection.submitted", content)


async def visit(people: People, *persons: Person, **how: Any) -> list[Handset]:
    """An announced inspection of the newer flow, and an offline phone for each of these officers."""
    work = await factories.announced(people, minutes_flow=2, author=people.chi, **how)
    work.pen.waiting = []
    decision = msgspec.json.decode(
        await database.fetchval("SELECT decision FROM inspections WHERE id = $1", work.id)
    )
    return [
        Handset(
            person,
            work.pen if number == 0 and person is people.chi else await factories.pen(person),
            str(work.id),
            decision,
            _TIMES,
        )
        for number, person in enumerate(persons)
    ]


_NOW = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
_TIMES = {"started_at": _NOW, "ended_at": _NOW}


def every(counts: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All orders in which phones with these numbers of acts may deliver them, as indexes of the
    phone whose act comes next."""
    if not any(counts):
        yield ()
        return
    for phone, left in enumerate(counts):
        if left:
            rest = [count - (each == phone) for each, count in enumerate(counts)]
            for tail in every(rest):
                yield (phone, *tail)


async def arrive(
    phones: Sequence[Handset], order: Sequence[int], again: Sequence[int] = ()
) -> list[str]:
    """Deliver the waiting acts in this order of phones. `again` are the places at which an answer
    was lost and all acts of that phone are sent once more. Return the codes of the last answers to
    refused steps."""
    sent: list[list[Json]] = [[] for _ in phones]
    waiting = [list(phone.pen.waiting) for phone in phones]
    for place, index in enumerate(order):
        act = waiting[index].pop(0)
        sent[index].append(act)
        for each in sent[index] if place in again else [act]:
            await _hand_in(each, phones[index])
    return [
        outcome.code
        for phone, acts in zip(phones, sent, strict=True)
        for act in acts
        if isinstance(outcome := await _hand_in(act, phone), Refused)
    ]


async def _hand_in(act: Json, phone: Handset) -> Accepted | Refused:
    return await factories.hand_in(act, phone.person, UUID(str(act["device_id"])))


async def shown(phones: Sequence[Handset], reader: Person) -> InspectionView:
    """What a reader sees of the visit."""
    async with transaction():
        return await inspections.inspection_view(UUID(phones[0].record), reader.actor("desk"))


def screen(view: InspectionView, phones: Sequence[Handset]) -> str:
    """What people see of it, byte for byte: with the test's names as ids, and without times and
    numbers of arrival."""
    names = {ident: name for phone in phones for ident, name in phone.names.items()}

    def called(ident: UUID | None) -> str | None:
        return names.get(str(ident)) if ident else None

    said = {
        "state": view.state,
        "owner": str(view.minutes_owner),
        "minutes": view.minutes and [called(view.minutes.id), view.minutes.fields],
        "hands": sorted([called(one.id), one.in_force, one.name] for one in view.signatures),
        "submitted": [
            [called(one.minutes), [called(sign) for sign in one.signatures]]
            for one in view.submissions
        ],
        "file": view.file and [view.file.status, view.file.open_ask],
        "beside": sorted(
            [called(one.minutes), one.officer_name, sorted(one.signers), one.set_aside]
            for one in view.beside
        ),
        "voided": [one.kind for one in view.approvals if one.void_since],
    }
    text = msgspec.json.format(msgspec.json.encode(said, order="deterministic")).decode()
    return text.replace(view.decision.number, "the number")

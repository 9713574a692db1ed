"""Earlier visits, recorded with the force through `ledger.record` (the one door), to look up.

The acts have the time at which the force is loaded: a ledger with entries dated back would be false
even here.
"""

from uuid import UUID

import msgspec

from backend.core import clock, local_time
from backend.core.actors import Actor
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.inspections.issue import issue_decision
from backend.force.accounts import service as accounts
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from backend.ledger.canonical import Malformed, parse_act
from deploy.demo import contents, minutes
from deploy.demo.outbox import Outbox
from deploy.demo.seals import DeviceKey, Json
from schemas.core.ids import new_id
from schemas.fieldwork.decisions import IssueDecision
from schemas.force.numbers import NumberBlock
from schemas.force.sessions import DeviceOrder


class FormerPhone:
    """A phone of an officer whose next one will be another: enrolled, and its acts signed, like any other's."""

    def __init__(self, actor: Actor, agency: str) -> None:
        """`actor` is the officer at the phone's face."""
        self._actor = actor
        self._agency = agency
        self._key = DeviceKey()
        self._device_id = new_id()
        self._outbox = self._opened(self._key, str(self._device_id), str(actor.officer_id))

    def _opened(self, key: DeviceKey, device_id: str, officer_id: str) -> Outbox:
        return Outbox(key, device_id, officer_id)

    async def enrol(self, name: str = "Điện thoại trước đây") -> None:
        """Enrol the officer's phone under this name."""
        order = DeviceOrder(id=self._device_id, name=name, public_key=self._key.jwk)
        await accounts.admit_device(self._actor.officer_id, order)
        self._actor = msgspec.structs.replace(
            self._actor,
            device_id=self._device_id,
            device_public_key=msgspec.json.encode(self._key.jwk).decode(),
        )

    async def numbers(self, form: str) -> NumberBlock:
        """Fetch numbers of a form, as a phone does while it is online."""
        year = local_time.year_of(clock.now())
        return await numbering.reserve_block(self._actor.officer_id, self._device_id, form, year)

    async def visit(
        self, order: IssueDecision, head: Actor, violations: tuple[tuple[str, str], ...]
    ) -> None:
        """Record a visit: decided, minuted with these violations, signed, submitted, approved."""
        # It is an earlier visit, so its minutes keep the older flow.
        issued = await issue_decision(order, head, minutes_flow=None)
        view = await inspections.inspection_view(issued.inspection_id, head)
        decision: Json = msgspec.to_builtins(view.decision)
        where = contents.place(order.latitude_e7 or 0, order.longitude_e7 or 0)
        ident = issued.inspection_id
        await self.act(ident, "inspection.opened", {"decision_id": decision["decision_id"]})
        await self.act(ident, "inspection.announced", {"place": where})
        place = await self.act(ident, "place.fixed", where)
        fields = minutes.fill(
            decision,
            self._agency,
            violations=[
                {"description": description, "provision": provision}
                for description, provision in violations
            ],
        )
        written = await self.act(ident, "minutes.written", minutes.content(fields))
        signatures = [
            await self.act(ident, "person.signed", contents.signed(written, role, name))
            for role, name in (
                ("leader", fields["leader"]["name"]),
                ("subject", order.subject.representative or order.subject.name),
            )
        ]
        frozen = contents.submission(written, [], signatures, [place])
        await self.submit(ident, frozen)
        ledger.unwrap(await inspections.approve(ident, frozen["revision"], head))

    async def submit(self, inspection_id: UUID, frozen: Json) -> None:
        """Submit a frozen revision."""
        await self.act(inspection_id, "inspection.submitted", frozen)

    async def act(self, inspection_id: UUID, act_type: str, content: Json) -> str:
        """Record one act; returns its id."""
        act = self._outbox.write(str(inspection_id), act_type, content)
        parsed = parse_act(act)
        if isinstance(parsed, Malformed):
            raise TypeError(f"the demonstration wrote a malformed act: {act_type}")
        ledger.unwrap(await ledger.record(parsed, self._actor))
        return str(act["id"])

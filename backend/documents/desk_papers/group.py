"""How one group has papers: where they are, whose record they are of, by which acts they go on.

GROUP = Group(seen=_seen, lock=queries.lock, record_of=_record_of, refusal=refusal, ...)
sealing = Sealing(GROUP, _seal_fault)
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import RefusedAct
from backend.documents.queries.desk_papers import PaperColumns
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from backend.ledger.handlers import Refuse
from schemas.core.base import Wire
from schemas.core.desk_papers import Compared, NumberVoided, Printed, Scanned
from schemas.core.dispatching import Sealed
from schemas.core.vocabulary import RecordKind

Paper = TypeVar("Paper", bound=PaperColumns)
Said = TypeVar("Said", bound=Wire)


@dataclass(frozen=True)
class Act(Generic[Said]):
    """One act of a group: its type in the ledger, and its content."""

    type: str
    content: Callable[..., Said]


@dataclass(frozen=True, kw_only=True)
class Group(Generic[Paper]):
    """The papers of one group."""

    seen: Callable[[UUID, Actor], Awaitable[Paper]]
    """Returns a paper in sight. Raises NotFound."""
    lock: Callable[[UUID], Awaitable[Paper | None]]
    """Locks a paper's row until the transaction ends; None if the paper is another group's."""
    record_of: Callable[[Paper], tuple[RecordKind, UUID]]
    """Returns the record whose acts are about the paper."""
    refusal: Callable[[str], Refuse]
    """Returns the refusal with this code, in the group's words."""
    number_voided: Act[NumberVoided]
    printed: Act[Printed]
    issued: Act[Printed]
    """As printed, with the level of the signature."""
    scanned: Act[Scanned]
    compared: Act[Compared]
    sealed: Act[Sealed]

    def record_id(self, paper: Paper) -> UUID:
        """Return the id of the paper's record, under which readings are logged."""
        return self.record_of(paper)[1]

    async def record(
        self, paper: Paper, act: Act[Said], actor: Actor, **said: Any
    ) -> ledger.Outcome:
        """Record an act about a paper, in the caller's transaction."""
        kind, record_id = self.record_of(paper)
        content = act.content(document_id=paper.id, **said)
        return await ledger.record(
            ledger.desk_act(kind, record_id, act.type, content, actor), actor
        )

    async def void(
        self, paper: Paper, there: numbering.Held, reason: str, actor: Actor
    ) -> ledger.Outcome:
        """Record that a number which was kept for a paper is void, in the caller's transaction."""
        number = there.number
        return await self.record(
            paper,
            self.number_voided,
            actor,
            issuer_kind=number.issuer.kind,
            issuer_id=number.issuer.id,
            form=number.form,
            year=number.year,
            number=number.number,
            reason=reason,
        )

    def refused(self, code: str) -> RefusedAct:
        """Return what is raised for the refusal with this code."""
        why = self.refusal(code)
        return RefusedAct(code=why.code, text=why.text)

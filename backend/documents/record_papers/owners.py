"""What a group registers so that records of its kind have papers; done once, by backend/registry.py.

    owners.register(RecordKind.PLAN, Owner(forms=("KH", "TB", "BC-KH"), find=papers.find))

Everything but `forms` and `find` has a default. All functions run in the caller's transaction.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core.actors import Actor, UnitPath
from backend.documents.record_papers import offices
from backend.documents.record_papers.offices import Office
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role


class Owned(msgspec.Struct, frozen=True, kw_only=True):
    """A record that has papers, as its owner tells it."""

    kind: RecordKind
    id: UUID
    unit_id: UUID
    path: UnitPath
    """Of that unit: it is stored with each paper."""
    title: Text
    """For lists and notices. It names nobody who gave information."""
    state: str | None = None
    """The record's own state, which no act of a paper changes."""
    whole: bool = True
    """False: this officer sees one paper of it alone, because a step of its approval waits for them."""
    opens: bool = True
    """False: this officer sees papers of it, and not the record itself."""


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that is in force since this moment, signed here or by hand."""

    document_id: UUID
    record_id: UUID
    form: str
    number: str
    day: date
    signer_name: str
    signer_title: str
    fields: dict[str, Any]
    scan_id: UUID | None
    """Of one that was signed by hand: the scan that stands for it."""


Find = Callable[[UUID, Actor], Awaitable[Owned | None]]
"""Returns the record if this officer may see its papers; None hides that there is one.

Clerks of its unit see papers too, who number, compare and dispatch them."""
Asked = Callable[[UUID, UUID, Actor], Awaitable[Owned | None]]
"""Returns the record, not whole, if a step of the approval of this one paper waits for this officer; else None."""
MayDraft = Callable[[Owned, str, Actor], Awaitable[bool]]
"""Tells whether this officer may begin a paper on this form, rewrite and finalise it."""
OfficeOf = Callable[[Owned, str, UUID, date], Awaitable[Office]]
"""Returns in which office this officer signs a paper of the record on this form; `fault`: why not."""
Against = Callable[[Owned, UUID, str, Actor], Awaitable[Text | None]]
"""Returns why the finalised paper must not be signed now; None if nothing speaks against it.

E.g. a step of its submission that has no answer yet."""
Ended = Callable[[Issued, Actor], Awaitable[None]]
"""Enters what the paper means for its record, in the transaction that puts it in force.

Raises RefusedAct: then nothing is entered, and the number stays kept for the next try."""
Filler = Callable[[Owned, str, Actor], Awaitable[dict[str, Any]]]
"""Returns what the record knows for a paper on this form.

A new draft begins with all of it. Fields that the form marks `x-from-record` are taken from it at
each saving, so that nobody types them."""
Changed = Callable[[Owned, UUID, str, Actor], Awaitable[None]]
"""Is told that a paper was finalised, opened again or given up (the name of its act)."""


async def _drafts(owned: Owned, form: str, actor: Actor) -> bool:
    del form
    return owned.whole and actor.has(Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)


async def _nobody_else(record_id: UUID, document_id: UUID, actor: Actor) -> Owned | None:
    del record_id, document_id, actor
    return None


async def _nothing_against(owned: Owned, document_id: UUID, form: str, actor: Actor) -> Text | None:
    del owned, document_id, form, actor
    return None


async def _nothing_follows(issued: Issued, actor: Actor) -> None:
    del issued, actor


async def _knows_nothing(owned: Owned, form: str, actor: Actor) -> dict[str, Any]:
    del owned, form, actor
    return {}


async def _nobody_asks(owned: Owned, document_id: UUID, act: str, actor: Actor) -> None:
    del owned, document_id, act, actor


@dataclass(frozen=True, kw_only=True)
class Owner:
    """How one kind of record has papers."""

    forms: tuple[str, ...]
    """In the order in which the desk offers them."""
    find: Find
    asked: Asked = _nobody_else
    may_draft: MayDraft = _drafts
    office: OfficeOf | None = None
    """None: the head of the record's unit or of one above, or a deputy (offices.head_or_deputy)."""
    against: Against = _nothing_against
    unfit: Against = _nothing_against
    """Returns why a complete draft must not be finalised now, e.g. it says what its record does not say any more."""
    on_issued: Ended = _nothing_follows
    prefill: Filler = _knows_nothing
    on_changed: Changed = _nobody_asks
    submits: frozenset[str] = frozenset()
    """Forms whose papers go to approval once they are finalised, with a note to who decides."""

    async def of_paper(self, record_id: UUID, document_id: UUID, actor: Actor) -> Owned | None:
        """Return the record if this officer may see this paper of it; else None."""
        found = await self.find(record_id, actor)
        return found or await self.asked(record_id, document_id, actor)

    async def office_of(self, owned: Owned, form: str, officer_id: UUID, day: date) -> Office:
        """Return in which office an officer signs."""
        if self.office is not None:
            return await self.office(owned, form, officer_id, day)
        return await offices.head_or_deputy(owned.path, form, officer_id, day)


_OWNERS: dict[RecordKind, Owner] = {}


def register(kind: RecordKind, owner: Owner | None) -> None:
    """Register the owner of one kind of record; a second call replaces it, None takes it away."""
    if owner is None:
        _OWNERS.pop(kind, None)
    else:
        _OWNERS[kind] = owner


def registered(kind: RecordKind) -> Owner | None:
    """Return who owns records of this kind, or None."""
    return _OWNERS.get(kind)


def of(kind: RecordKind) -> Owner:
    """Return who owns records of this kind. Raises LookupError if nobody registered."""
    found = _OWNERS.get(kind)
    if found is None:
        raise LookupError(f"no owner of papers of a {kind}")
    return found

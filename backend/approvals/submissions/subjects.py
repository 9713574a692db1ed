"""What groups to the right register: how their papers and files look when they are submitted.

    subjects.register(RecordKind.CASE, looking.look, looking.lock)

A look is asked when something is submitted, and again under the record's lock at each answer: what
is answered must be what is there. An act of the record itself locks the record first and then the
submission, so an answer locks in the same order: two officers never wait for each other.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core.actors import Actor, UnitPath
from backend.force.notices.telling import Kind
from schemas.approvals.submissions import Submitted, Term
from schemas.approvals.words import StepKind
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind


class Asks(msgspec.Struct, frozen=True, kw_only=True):
    """The notice to the officers who decide: the record's own sentence, which says more.

    Advisers get `submission.submitted`, and answer on the submission's page.
    """

    kind: Kind
    record_id: UUID
    """With the kind: what the notice opens."""
    key: str
    """Of backend/force/texts/notices.py."""
    words: dict[str, str | Text]


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """A subject as it is now."""

    path: UnitPath
    """The unit that it belongs to, from which routes and steps are found."""
    title: Text
    shown: str
    """SHA-256, hex, of what a person sees: form, version, fields, letterhead, attachments; or of the
    file. Number and day come later and are not in it."""
    material: str
    """SHA-256, hex, of party, acts, articles, amounts, penalties, remedies, goods, terms and signer
    alone (practice B7)."""
    form: str | None = None
    form_version: int | None = None
    amount_vnd: int | None = None
    field: str | None = None
    due_at: datetime | None = None
    due_rule: str | None = None
    drafters: list[UUID] = []
    works_on: bool = False
    """The asking officer works on the record, and may submit it."""
    ready: bool = True
    """It is as it should be to be submitted; else its record says why not."""
    decides: StepKind = StepKind.SIGN
    """The step that ends it where no route is published."""
    term: Term | None = None
    """Of the default step; null: one working day."""
    waits_for: list[list[str]] = []
    """Keys of the default step, the nearest first; empty: the head of the unit."""
    signer_up: int = 0
    """How many levels above its unit the officer is whose power it needs."""
    asks: Asks | None = None
    """Null: the officers who decide get `submission.submitted` too."""
    tells_answer: bool = False
    """Its own record tells what was decided, returned or asked for; the submission tells of the rest."""
    never: frozenset[str] = frozenset()
    """Answers that its record always refuses, by their names in OPERATIONS of the reading: not offered."""


Looker = Callable[[Submitted, Actor], Awaitable[Look | None]]
"""Returns the subject as it is now; None if there is none. Runs in the caller's transaction."""

Locker = Callable[[UUID], Awaitable[None]]
"""Takes the lock of a record that its own acts take first, until the transaction ends."""

Hider = Callable[[UUID], Awaitable[bool]]
"""Tells whether nobody may see submissions of this record any more, however they were asked or submitted."""

_LOOKERS: dict[RecordKind, Looker] = {}
_LOCKERS: dict[RecordKind, Locker] = {}
_HIDERS: dict[RecordKind, Hider] = {}


def register(
    kind: RecordKind, looker: Looker, locker: Locker | None = None, hider: Hider | None = None
) -> None:
    """Register how the subjects of one kind of record are looked at; done by backend/registry.py."""
    _LOOKERS[kind] = looker
    if locker is not None:
        _LOCKERS[kind] = locker
    if hider is not None:
        _HIDERS[kind] = hider


async def lock(subject: Submitted) -> None:
    """Lock the record of a subject as its own acts do, before the submission is locked."""
    locker: Any = _LOCKERS.get(subject.record_kind)
    if locker is not None:
        await locker(subject.record_id)


async def hidden(subject: Submitted) -> bool:
    """Tell whether nobody may see submissions of this record: it became one that names officers of the force."""
    hider: Any = _HIDERS.get(subject.record_kind)
    return bool(hider and await hider(subject.record_id))


async def look(subject: Submitted, actor: Actor) -> Look | None:
    """Return the subject as it is now, or None."""
    looker: Any = _LOOKERS.get(subject.record_kind)
    found: Look | None = await looker(subject, actor) if looker else None
    return found

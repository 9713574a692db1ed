"""Informations for unit tests: facts as the folds make them, without a door."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from backend.intake.rules import folding
from backend.intake.rules.facts import Event, Information
from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.intake.acts import INFORMATION_CONTENTS, Matter, Place, Registered, Verifier
from schemas.intake.words import Channel, InformationAct, Nature

RECEIVED = datetime(2026, 11, 2, 1, 30, tzinfo=UTC)
"""A Monday, 08:30 in Vietnam."""
TYPES = {kind: InformationAct(name) for name, kind in INFORMATION_CONTENTS.items()}


def registered(**given: Any) -> Registered:
    """The first act."""
    said: dict[str, Any] = {
        "number": "0101/TT-2026",
        "unit_id": uuid4(),
        "nature": Nature.TIP,
        "source": InformationSource.TIP,
        "channel": Channel.PHONE,
        "received_at": RECEIVED,
        "matter": Matter(summary="Một việc.", fields=[], goods="", suspects=[], place=Place()),
        "identity_known": True,
        "informant_secret": True,
        "wants_answer": True,
        "sealed": [],
        "named_officers": [],
    }
    return Registered(**(said | given))


def folded(*contents: Wire, by: UUID | None = None, at: datetime = RECEIVED) -> Information:
    """The facts after these acts of one officer."""
    officer = by or uuid4()
    events = [
        Event(number, uuid4(), TYPES[type(content)], content, officer, at, at)
        for number, content in enumerate(contents, start=1)
    ]
    facts = folding.fold(uuid4(), events)
    assert facts is not None
    return facts


def information(
    registered_by: UUID | None = None, verifiers: Sequence[UUID] = (), **given: Any
) -> Information:
    """An information that was taken in."""
    facts = folded(registered(**given), by=registered_by)
    facts.verifiers = [Verifier(officer_id=one, full_name="–") for one in verifiers]
    return facts

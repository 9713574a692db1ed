"""What phones say of themselves at each sync, and when they were last heard of: for the desk's list of devices.

It is the phone's own account, shown as that with its time. Nothing is decided by it.
"""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from msgspec import UNSET, UnsetType

from backend.core import clock
from backend.core.actors import Actor
from backend.core.local_time import day_of
from backend.force.queries import phone_facts as queries
from backend.force.queries.phone_facts import Said, Waiting
from backend.force.rules import phone_facts as rules
from schemas.force.phone_facts import PhoneFacts

Value = TypeVar("Value")
_minimum: int | None = None
_least: str | None = None


def require_at_least(version: str) -> None:
    """Set the version below which a phone's app counts as too old; empty for none.

    Raises SystemExit, with a sentence for the operator, for a text that is no version.
    """
    global _minimum, _least
    number = rules.number_of(version) if version else None
    if version and number is None:
        raise SystemExit(
            "HIENTRUONG_PHONE_APP_MINIMUM phải có dạng 0.2.0. / "
            "HIENTRUONG_PHONE_APP_MINIMUM must have the form 0.2.0."
        )
    _minimum, _least = number, version or None


def minimum() -> int | None:
    """Return the least version as a number; None if every version will do."""
    return _minimum


def least() -> str | None:
    """Return the least version as phones are told it; None if every version will do."""
    return _least


async def met(device_id: UUID, last_seen_at: datetime, now: datetime) -> None:
    """Note a contact, if the last one that is written is a minute old. All processes share it."""
    before = now - rules.CONTACT_EVERY
    if last_seen_at <= before:
        await queries.met(device_id, now, day_of(now), before)


async def note(actor: Actor, header: str | None, unsent: int | None) -> None:
    """Note what the phone says with a sync: its header, and the one number that phones before it send."""
    if actor.device_id is None:
        return
    now, facts = clock.now(), rules.read(header)
    if facts is not None:
        await queries.note(actor.device_id, _said(facts, now), now)
    waiting = _waiting(facts, unsent, now)
    if waiting is not None:
        await queries.note_unsent(actor.officer_id, actor.device_id, waiting, now)


def _said(facts: PhoneFacts, now: datetime) -> Said:
    version = _given(facts.version)
    return Said(
        app_version=version,
        app_number=rules.number_of(version) if version else None,
        storage_used=_given(facts.used),
        storage_quota=_given(facts.quota),
        storage_persisted=_given(facts.persisted),
        clock_off_s=rules.clock_off(facts, now),
    )


def _waiting(facts: PhoneFacts | None, unsent: int | None, now: datetime) -> Waiting | None:
    acts = _given(facts.acts) if facts else None
    photos = _given(facts.photos) if facts else None
    if unsent is None and acts is None and photos is None:
        return None
    return Waiting(
        unsent=(acts or 0) + (photos or 0) if unsent is None else unsent,
        acts=acts,
        photos=photos,
        size=_given(facts.bytes) if facts else None,
        oldest_at=rules.oldest(facts, now) if facts else None,
    )


def _given(value: Value | UnsetType | None) -> Value | None:
    return None if value is UNSET else value

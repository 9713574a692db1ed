"""Who may open what is sealed beside an information: the one line of people (Circular 27/2020 Arts 27, 37). Pure."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from backend.intake.rules.facts import Information
from schemas.intake.words import SecretKind

GRANTED_FOR = timedelta(hours=24)
"""How long an officer outside the line may look after a person of the line agreed (practice B6)."""
TOLD_AGAIN_AFTER = timedelta(minutes=10)
"""A second look of an officer within this time is not told to the head again; each is on the access log."""

ORIGINAL = "application/octet-stream;original="
"""How the media type of a photograph as a citizen sent it begins; what it seems to be follows. It is only ever
downloaded."""

NAMING = ";names=informant"
"""How the media type ends of a scan that names who informed: their letter, with name and signature."""


@dataclass(frozen=True)
class Reader:
    """An officer as the line sees them."""

    officer_id: UUID
    heads: bool
    """Is of its nearest supervisors; of what auditors alone handle, an auditor of the nation."""


def in_line(facts: Information, reader: Reader) -> bool:
    """Tell whether the officer is of the line: who took it in, and the head of the unit that handles it.

    For information about an officer only the head above. Who is named in it never is.
    """
    if reader.officer_id in facts.named_officers:
        return False
    return reader.officer_id == facts.receiver or reader.heads


def may_open(facts: Information, reader: Reader, kind: SecretKind, now: datetime) -> bool:
    """Tell whether the officer may open this kind of secret now.

    The text and what came with it are for the line and for those who verify it. Who informed is for the line alone;
    others look after a person of the line agreed, for a day.
    """
    if reader.officer_id in facts.named_officers:
        return False
    if in_line(facts, reader):
        return True
    if kind is SecretKind.INFORMANT:
        ask = facts.asks.get(reader.officer_id)
        return ask is not None and ask.holds(now)
    return reader.officer_id in verifiers(facts)


def opened_as(kind: SecretKind, media_type: str | None) -> SecretKind:
    """Return the kind of secret by which this one is opened.

    A photograph as it came often says where, when and with whose phone it was taken (EXIF): it is opened as who
    informed. Verifiers have the picture that was made of it. So is a letter that names who wrote it.
    """
    if kind is SecretKind.ATTACHMENT and (is_original(media_type) or names_informant(media_type)):
        return SecretKind.INFORMANT
    return kind


def is_original(media_type: str | None) -> bool:
    """Tell whether it is a photograph as a citizen sent it."""
    return (media_type or "").startswith(ORIGINAL)


def names_informant(media_type: str | None) -> bool:
    """Tell whether it is a scan of which an officer said that it names who informed."""
    return (media_type or "").endswith(NAMING)


def verifiers(facts: Information) -> Container[UUID]:
    """Return who verifies it, or did."""
    return {one.officer_id for one in facts.verifiers}

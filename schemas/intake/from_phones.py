"""What a phone sends of an information that an officer took in on site, and what the server answers.

Who informed and what was said arrive sealed to the informants' key (age, X25519), as the phone keeps them: this server
opens them in memory, and writes what the desk writes. Nothing here holds them in the clear.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.intake.acts import About, CollaboratorRef, Hash, Link, Matter, Number, Order
from schemas.intake.words import InformationState, Nature

PIECE_BYTES = 512 * 1024
"""An attachment comes in pieces of so many bytes, the last one shorter: what a weak line carries in one request."""
MOST_ATTACHMENTS = 10
MOST_SEALED_BYTES = 12_010_000
"""Of an attachment as it comes: 12 MB, and what age adds (16 bytes for each 64 KiB, and a head)."""
MOST_SEALED_TEXTS = 20
"""A phone registers at most 8. A draft in a rescue file may have more, as its officer never looked at them again,
and one in which what was typed is sealed."""
_MOST_TEXT = 200_000
"""Of a sealed text in base64: 20,000 characters, as Vietnamese in UTF-8 and JSON, fit twice."""


class SealedText(Wire):
    """One sealed text: a JSON `Informant` or `Account` (schemas/intake/secrets.py) as an age file."""

    kind: Literal["informant", "account"]
    key_id: Annotated[str, Meta(max_length=100)]
    """Id of the key to which the phone sealed it, as the server told it."""
    sealed: Annotated[str, Meta(min_length=1, max_length=_MOST_TEXT, pattern="^[A-Za-z0-9+/]+=*$")]
    """In base64 (RFC 4648 §4)."""


class AttachmentAnnounced(Wire):
    """A photograph that came with it, sealed on the phone. Its bytes follow in pieces."""

    id: UUID
    key_id: Annotated[str, Meta(max_length=100)]
    sha256: Hash
    """Of the sealed bytes."""
    size: Annotated[int, Meta(ge=1, le=MOST_SEALED_BYTES)]
    """Of the sealed bytes."""


class RegisterInformation(Wire):
    """What an officer took in (Circular 27/2020 Art 8.1), for the officer's own unit."""

    nature: Nature
    source: InformationSource
    received_at: datetime
    matter: Matter
    sealed: Annotated[list[SealedText], Meta(max_length=MOST_SEALED_TEXTS)]
    """The last informant counts; every account is kept."""
    attachments: Annotated[list[AttachmentAnnounced], Meta(max_length=MOST_ATTACHMENTS)]
    informant_secret: bool
    wants_answer: bool
    named_officers: Annotated[list[UUID], Meta(max_length=20)]
    about_unnamed_officer: bool = False
    """It is about an officer whom the phone cannot name: it goes to the national office, which finds out who it is."""
    collaborator: CollaboratorRef | None = None
    order: Order | None = None
    about: About | None = None
    link: Link | None = None
    several_places: bool = False
    """By the order a superior has one party inspected at several places (Circular 27/2020 Art 13.4)."""


class AttachmentProgress(Wire):
    """How much of an attachment is here."""

    id: UUID
    received: list[int]
    """The pieces that are here, from 0. Empty once it is sealed beside the information."""
    taken: bool
    """It is sealed beside the information, and named in an act."""


class InformationTaken(Wire):
    """The information is registered. Said again for each repeat."""

    id: UUID
    number: Number
    registered_at: datetime
    attachments: list[AttachmentProgress]


class OwnInformation(Wire):
    """An information that this officer registered by phone, as far as the officer still sees it."""

    id: UUID
    number: Number
    nature: Nature
    source: InformationSource
    state: InformationState
    received_at: datetime
    registered_at: datetime
    summary: str

"""What is sealed beside an information: who told it, and the text as it was told.

These structs never stand in an act, a row or a log. They are encrypted with age (X25519) to the informants' key before
they are written (backend/intake/secrecy/sealing.py), and decrypted for one reader at a time.
"""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.intake.words import SecretKind

Said = Annotated[str, Meta(max_length=500)]


class Informant(Wire):
    """Who told it, as they said themselves."""

    name: Said = ""
    phone: Annotated[str, Meta(max_length=40)] = ""
    email: Annotated[str, Meta(max_length=200)] = ""
    address: Said = ""
    identity_number: Annotated[str, Meta(max_length=20)] = ""
    note: Annotated[str, Meta(max_length=2000)] = ""
    """When they can be reached, how, and what else an officer must know."""

    @property
    def anonymous(self) -> bool:
        """Tell whether nothing is known of them."""
        return not any((self.name, self.phone, self.email, self.address, self.identity_number))


class Account(Wire):
    """The text as it was told: in their words, or as a clerk typed it during the call."""

    text: Annotated[str, Meta(min_length=1, max_length=20_000)]


class Sealed(Wire):
    """A sealed secret on its way to the side table: the ciphertext, and what the act says of it."""

    id: UUID
    kind: SecretKind
    sealed: bytes
    """An age file, to one recipient."""
    hash: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    """HMAC-SHA-256 of the ciphertext under a key that is derived from the informants' key: the act holds it."""
    recipient: Annotated[str, Meta(max_length=100)]
    """Id of the key it is sealed to."""
    matches: tuple[str, ...] = ()
    """Keyed hashes by which duplicates are found: of a telephone number, or of a photograph's SHA-256.

    Never in an act."""
    media_type: Annotated[str, Meta(max_length=100)] | None = None
    """Of an attachment."""

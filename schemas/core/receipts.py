"""What the server signs.

Signatures are Ed25519 (RFC 8032) over the RFC 8785 form of the rest, in base64url without padding.
"""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire


class Receipt(Wire):
    """The server's signed statement that an act is entry `number` of its record.

    Hashes are in hex.
    """

    act_id: UUID
    record_id: UUID
    number: int
    act_hash: str
    previous_hash: str | None
    entry_hash: str
    received_at: str
    key_id: str
    signature: str


class ByteReceipt(Wire):
    """The server's signed statement that the bytes are in the object store and were read back.

    Only after this may a phone delete its copy.
    """

    photo_id: UUID
    sha256: str
    size: int
    stored_at: str
    key_id: str
    signature: str


class FileReceipt(Wire):
    """The server's signed statement that a filed document's bytes were read back from the store.

    Only after this may a phone delete its copy.
    """

    file_id: UUID
    sha256: str
    size: int
    stored_at: str
    key_id: str
    signature: str


class KeyUse(StrEnum):
    """The purpose of one of the server's keys."""

    RECEIPT = "receipt"
    RESCUE = "rescue"
    SECRETS = "secrets"
    INFORMANTS = "informants"
    """Who informed is sealed to it. Phones are not told of it."""


class KeyEvent(StrEnum):
    """What a statement in the register says about a key."""

    MADE = "made"
    RETIRED = "retired"
    STOLEN = "stolen"


class ServerKey(Wire):
    """A public key of the server.

    `receipt`: an Ed25519 JWK by which receipts are checked. `rescue`: the age recipient (`age1…`)
    to which a phone encrypts its rescue file. `informants`: the age recipient to which it seals who
    informed.
    """

    key_id: str
    use: Literal["receipt", "rescue", "informants"]
    public_key: dict[str, str] | str

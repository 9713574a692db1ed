"""What the server signs. Ed25519 (RFC 8032) over the RFC 8785 form of the rest; base64url without padding."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire


class Receipt(Wire):
    """The server's word that an act stands as entry `number` of its record; hashes in hex."""

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
    """The server's word that the bytes are in the object store and were read back. Only this frees a phone's copy."""

    photo_id: UUID
    sha256: str
    size: int
    stored_at: str
    key_id: str
    signature: str


class KeyUse(StrEnum):
    """What a key of the server's is for."""

    RECEIPT = "receipt"
    RESCUE = "rescue"
    SECRETS = "secrets"


class KeyEvent(StrEnum):
    """What is said of a key in the register."""

    MADE = "made"
    RETIRED = "retired"
    STOLEN = "stolen"


class ServerKey(Wire):
    """A public key of the server's. `receipt`: an Ed25519 JWK by which receipts are checked. `rescue`: the age
    recipient (`age1…`) to which a phone encrypts its rescue file."""

    key_id: str
    use: Literal["receipt", "rescue"]
    public_key: dict[str, str] | str

"""Contents of acts about passkeys. The public key and the id of a credential are data, no secrets."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire

PasskeyName = Annotated[str, Meta(min_length=1, max_length=60)]
Base64Url = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=2048)]


class PasskeyAdded(Wire):
    """The officer confirms at the desk by this passkey too from now on."""

    passkey_id: UUID
    name: PasskeyName
    credential_id: Base64Url
    public_key: Base64Url
    """COSE key (RFC 9052)."""
    transports: Annotated[str, Meta(max_length=100)] = ""
    """How a browser reaches it, as the browser said: words with a space between them."""
    synced: bool = False
    """Whether the owner's account carries it to other machines."""
    sign_count: Annotated[int, Meta(ge=0, le=4_294_967_295)] = 0
    """Where its count of signatures begins; 0 if it has none."""


class PasskeyRemoved(Wire):
    """The officer confirms by this passkey no more."""

    passkey_id: UUID

"""What every contact tells a phone: signed time, the database's epoch, the server's keys, where its log stands.

The anchor is opaque to the phone: the server's time under the server's signature. An act that carries it was made after
that time; its receipt says that it was made before. Between the two nobody needs to believe a phone's clock.
"""

import secrets
from uuid import UUID

from backend import clock, keys
from backend.canonical_json import canonical
from backend.sync import queries
from schemas.sync import Handshake


def anchor() -> str:
    """A fresh anchor: base64url of the signed payload, a dot, the Ed25519 signature."""
    payload = canonical({"nonce": secrets.token_hex(8), "server_time": clock.rfc3339(clock.now())})
    return f"{keys.b64url(payload)}.{keys.b64url(keys.current().sign_bytes(payload))}"


async def handshake(officer_id: UUID, device_id: UUID) -> Handshake:
    """Everything above for one officer on one device."""
    row = await queries.standing(officer_id, device_id)
    return Handshake(
        anchor=anchor(),
        epoch=row["epoch"],
        server_keys=keys.current().public_keys(),
        last_seq=row["last_seq"],
        last_hash=row["last_hash"].hex() if row["last_hash"] else None,
        backed_up_through=clock.rfc3339(row["backed_up_through"])
        if row["backed_up_through"]
        else None,
    )

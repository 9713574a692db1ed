"""Anchors: the server's time, signed by the server, given to phones at every contact and sent back in acts.

An act that carries an anchor was made after the anchor's time, and its receipt proves that it was
made before the receipt's. Between the two nobody needs to trust a phone's clock. This is a core
module because sync gives anchors out and the ledger reads them.
"""

import secrets
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature

from backend.core import clock, keys
from backend.core.canonical_json import canonical

_REMEMBERED = 4096  # a phone sends the same anchor with every act of an offline day


def make() -> str:
    """Make a fresh anchor: base64url of the signed payload, a dot, the Ed25519 signature.

    Opaque to phones.
    """
    payload = canonical({"nonce": secrets.token_hex(8), "server_time": clock.rfc3339(clock.now())})
    return f"{keys.b64url(payload)}.{keys.b64url(keys.current().sign_bytes(payload))}"


def read(token: str) -> datetime | None:
    """Return the server's time (UTC) that an anchor proves; None if none of our keys signed it.

    Never raises.
    """
    return _read(token, frozenset(keys.current().public))


@lru_cache(maxsize=_REMEMBERED)
def _read(token: str, key_ids: frozenset[str]) -> datetime | None:
    """Check the anchor against our public keys.

    The result is cached under the set of keys, so a new key is tried too.
    """
    body, _, tail = token.partition(".")
    try:
        payload, signature = keys.unb64url(body), keys.unb64url(tail)
        public = keys.current().public
        if not any(_signed(public[key_id], signature, payload) for key_id in key_ids):
            return None
        moment: datetime = msgspec.convert(
            msgspec.json.decode(payload)["server_time"], datetime, strict=False
        )
    except (ValueError, KeyError, TypeError, msgspec.MsgspecError):
        return None
    return moment


def _signed(key: Any, signature: bytes, payload: bytes) -> bool:
    try:
        key.verify(signature, payload)
    except InvalidSignature:
        return False
    return True

"""A passkey in software, for tests of what a browser's answer may look like.

It signs what a real one signs (Web Authentication Level 3 §6): the hash of the domain, flags, the
count, and the hash of what the browser says. Each argument of its methods makes one thing wrong.

    key = Authenticator()
    answer = key.make(options)                      # JSON text, as passkeys.js sends it
    answer = key.use(options, origin="https://evil.test")
"""

import hashlib
import json
import secrets
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from backend.core.keys import b64url, unb64url

PRESENT, VERIFIED, CAN_SYNC, SYNCED, WITH_KEY = 0x01, 0x04, 0x08, 0x10, 0x40
ORIGIN = "https://desk.test"


class Authenticator:
    """One passkey: its key, its credential's id, and its count; 0 is that of a synchronised one."""

    def __init__(self, *, count: int = 1, synced: bool = False) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.count = count
        self._always = PRESENT | (CAN_SYNC | SYNCED if synced else 0)

    def make(self, options: str, *, origin: str = ORIGIN, verified: bool = True) -> str:
        """Answer what navigator.credentials.create() was asked."""
        wanted = json.loads(options)
        point = self._key.public_key().public_numbers()
        x, y = point.x.to_bytes(32), point.y.to_bytes(32)
        cose = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})
        described = bytes(16) + len(self.id).to_bytes(2) + self.id + cose
        data = self._data(wanted["rp"]["id"], verified=verified, more=WITH_KEY) + described
        attested = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        said = _said("webauthn.create", wanted["challenge"], origin)
        return self._sent(
            clientDataJSON=said, attestationObject=attested, transports=["internal", "hybrid"]
        )

    def use(
        self,
        options: str,
        *,
        origin: str = ORIGIN,
        verified: bool = True,
        domain: str | None = None,
        challenge: str | None = None,
        owner: bytes | None = None,
    ) -> str:
        """Answer what navigator.credentials.get() was asked. The count goes up, unless it is 0."""
        wanted = json.loads(options)
        self.count += bool(self.count)
        data = self._data(domain or wanted["rpId"], verified=verified)
        said = _said("webauthn.get", challenge or wanted["challenge"], origin)
        signed = self._key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(hashes.SHA256()))
        more = {} if owner is None else {"userHandle": owner}
        return self._sent(clientDataJSON=said, authenticatorData=data, signature=signed, **more)

    def _data(self, domain: str, *, verified: bool, more: int = 0) -> bytes:
        flags = self._always | more | (VERIFIED if verified else 0)
        return hashlib.sha256(domain.encode()).digest() + bytes([flags]) + self.count.to_bytes(4)

    def _sent(self, **response: Any) -> str:
        told = {
            name: b64url(value) if isinstance(value, bytes) else value
            for name, value in response.items()
        }
        name = b64url(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": told})


def challenge_of(options: str) -> bytes:
    """The challenge in what a browser is asked."""
    return unb64url(json.loads(options)["challenge"])


def _said(kind: str, challenge: str, origin: str) -> bytes:
    what = {"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False}
    return json.dumps(what).encode()

"""The server's keys.

They are for receipts (Ed25519), secrets at rest (AES-256-GCM), derived tokens (HMAC-SHA-256) and
rescue files (an age identity: X25519). Informants are sealed to another age identity of their own
(backend/core/informants_key.py).

They are kept in `keys_dir`, mode 0600, outside the database. So somebody who can read or rewrite
the database can neither forge a receipt nor read a one-time-code seed. The public half of a
replaced receipt key stays in the ring (backend/core/key_ring.py), and its receipts stay valid; its
private half is gone. The private halves of replaced rescue and secrets keys are kept in `retired/`:
a phone may still send a file encrypted to the old rescue key, and a secret may still be sealed
under the old secrets key.
"""

import hmac
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from backend.core import clock, key_ring
from backend.core.canonical_json import canonical_ascii
from backend.core.informants_key import INFORMANTS_FILE, InformantsKey
from backend.core.key_ring import Ring, Statement, jwk_of, key_id_of
from backend.core.key_ring import b64url as b64url
from backend.core.key_ring import unb64url as unb64url
from schemas.core.receipts import ServerKey

RECEIPT_FILE = "receipt.pem"
SECRETS_FILE = "secrets.key"
RESCUE_FILE = "rescue.key"
RETIRED_FOLDER = "retired"


def create(keys_dir: Path) -> None:
    """Make the keys of a new installation, and its ring. Existing keys are left alone."""
    keys_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_once(keys_dir / RECEIPT_FILE, new_receipt_key())
    _write_once(keys_dir / SECRETS_FILE, new_secrets_key())
    _write_once(keys_dir / RESCUE_FILE, new_rescue_key())
    _write_once(keys_dir / INFORMANTS_FILE, new_rescue_key())
    _begin_ring(keys_dir)


def new_receipt_key() -> bytes:
    """Make a private receipt key, in the form of its file."""
    return Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )


def new_secrets_key() -> bytes:
    """Make a key for sealing and deriving, in the form of its file."""
    return b64url(secrets.token_bytes(32)).encode()


def new_rescue_key() -> bytes:
    """Make an age identity, in the form of its file."""
    return f"{pyrage.x25519.Identity.generate()}\n".encode()


def _write_once(path: Path, data: bytes) -> None:
    if not path.exists():
        key_ring.replace_file(path, data)


def _begin_ring(keys_dir: Path) -> None:
    """Enter keys that the ring does not know, signed by the receipt key in use.

    These are the keys of a new installation, or of one that is older than the ring. The latter
    count as made when their file was last modified.
    """
    known, keys = key_ring.read(keys_dir), Keys(keys_dir)
    made = {said.key_id for said in known if said.event == "made"}
    in_use: list[tuple[str, key_ring.Use, dict[str, str] | str, str]] = [
        (key.key_id, key.use, key.public_key, RECEIPT_FILE if key.use == "receipt" else RESCUE_FILE)
        for key in keys.public_keys()
        if key.use == "rescue" or key.key_id == keys.key_id
    ]
    sealing = keys.informants
    in_use.append((sealing.key_id, "informants", sealing.recipient, INFORMANTS_FILE))
    said = [
        keys.state(
            key_id=key_id,
            use=use,
            event="made",
            public_key=public_key,
            at=_age_of(keys_dir / file),
            reason="made with the installation",
            said_by="hientruong",
        )
        for key_id, use, public_key, file in in_use
        if key_id not in made
    ]
    if said:
        key_ring.write(keys_dir, [*known, *said])


def _age_of(path: Path) -> str:
    modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return clock.rfc3339(min(modified, clock.now()))


def _rescue_identity(path: Path) -> Any:
    """Read the age identity.

    None if there is no such file: an installation that is older than rescue files works without one
    until its next `migrate`.
    """
    if not path.exists():
        return None
    return pyrage.x25519.Identity.from_str(path.read_text(encoding="ascii").strip())


def _secret(path: Path) -> bytes:
    return unb64url(path.read_text().strip())


class Keys:
    """The loaded keys. One instance a process, set by load()."""

    def __init__(
        self,
        keys_dir: Path,
        receipt_file: str = RECEIPT_FILE,
        secrets_file: str = SECRETS_FILE,
        informants_file: str = INFORMANTS_FILE,
    ) -> None:
        """Load the keys. Other file names are for keys that were made but are not in use yet."""
        private = load_pem_private_key((keys_dir / receipt_file).read_bytes(), None)
        if not isinstance(private, Ed25519PrivateKey):
            raise TypeError(f"{receipt_file} is not an Ed25519 key")
        self._private = private
        self._secret = _secret(keys_dir / secrets_file)
        raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key_id = key_id_of(raw)
        self.jwk = jwk_of(raw)
        self._rescue = _rescue_identity(keys_dir / RESCUE_FILE)
        retired = keys_dir / RETIRED_FOLDER
        self._old_rescues = [_rescue_identity(path) for path in sorted(retired.glob("rescue-*"))]
        self._old_secrets = [_secret(path) for path in sorted(retired.glob("secrets-*"))]
        self.informants = InformantsKey.load(keys_dir, retired, informants_file)
        self.ring = Ring()
        self.ring.believe(key_ring.read(keys_dir))
        self.ring.public[self.key_id] = private.public_key()

    @property
    def public(self) -> dict[str, Ed25519PublicKey]:
        """Every receipt key that ever was the server's, by its id."""
        return self.ring.public

    def learn(self, statements: Iterable[Statement]) -> list[Statement]:
        """Add what the register in the database says about keys.

        Returns the statements that are not believed.
        """
        return self.ring.learn(statements)

    def sign_bytes(self, data: bytes) -> bytes:
        """Sign bytes with the receipt key. Returns 64 bytes."""
        return self._private.sign(data)

    def state(self, **said: Any) -> Statement:
        """Sign a statement about a key (key_ring.state)."""
        return key_ring.state(self, **said)

    def public_keys(self) -> list[ServerKey]:
        """Return the keys that phones get.

        First comes the receipt key in use, then the recipients of rescue files and of what tells
        who informed, then all earlier receipt keys, by which a phone checks a receipt that it gets
        again. Of the recipients only those in use are returned: a phone that knew two might encrypt
        to the old one.
        """
        told = [ServerKey(key_id=self.key_id, use="receipt", public_key=self.jwk)]
        if self._rescue is not None:
            recipient = str(self._rescue.to_public())
            key_id = key_id_of(recipient.encode())
            told.append(ServerKey(key_id=key_id, use="rescue", public_key=recipient))
        if self.informants.exists:
            told.append(
                ServerKey(
                    key_id=self.informants.key_id,
                    use="informants",
                    public_key=self.informants.recipient,
                )
            )
        for key_id, public in self.public.items():
            if key_id != self.key_id:
                jwk = jwk_of(public.public_bytes(Encoding.Raw, PublicFormat.Raw))
                told.append(ServerKey(key_id=key_id, use="receipt", public_key=jwk))
        return told

    def rescue_identity(self) -> Any:
        """Return the age identity that opens rescue files, in pyrage's form.

        None if this installation has none yet.
        """
        return self._rescue

    def rescue_identities(self) -> list[Any]:
        """Return the identity in use and all earlier ones.

        A phone that was offline for long encrypts to the one that it knows.
        """
        return [each for each in (self._rescue, *self._old_rescues) if each is not None]

    @property
    def secrets_id(self) -> str:
        """The id of the secrets key. It reveals nothing about the key."""
        return hmac.digest(self._secret, b"key id", "sha256").hex()[:16]

    def derive(self, purpose: str, data: bytes) -> bytes:
        """Return an HMAC-SHA-256 (32 bytes) under a key for this purpose, which only this server can make."""
        return _derive(self._secret, purpose, data)

    def seal(self, plain: bytes, associated: bytes) -> bytes:
        """Encrypt a secret for the database, bound to its owner by `associated`.

        Returns nonce ‖ ciphertext.
        """
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self.derive("seal", b"")).encrypt(nonce, plain, associated)

    def unseal(self, sealed: bytes, associated: bytes) -> bytes:
        """Undo seal().

        The key in use and all earlier ones are tried, since the seal does not name its key. Raises
        cryptography's InvalidTag if the secret was altered or moved to another owner.
        """
        for secret in (self._secret, *self._old_secrets):
            cipher = AESGCM(_derive(secret, "seal", b""))
            try:
                return cipher.decrypt(sealed[:12], sealed[12:], associated)
            except InvalidTag:
                continue
        raise InvalidTag


def _derive(secret: bytes, purpose: str, data: bytes) -> bytes:
    return hmac.digest(hmac.digest(secret, purpose.encode(), "sha256"), data, "sha256")


_keys: Keys | None = None


def load(keys_dir: Path) -> Keys:
    """Read the keys and keep them for this process."""
    global _keys
    _keys = Keys(keys_dir)
    return _keys


def current() -> Keys:
    """The keys of this process. Raises RuntimeError before load()."""
    if _keys is None:
        raise RuntimeError("the keys are not loaded")
    return _keys


def sign(payload: dict[str, Any]) -> tuple[str, str]:
    """Sign the RFC 8785 form of a payload, with `key_id` set to the key in use.

    Returns (key_id, base64url signature).
    """
    keys = current()
    return keys.key_id, b64url(keys.sign_bytes(canonical_ascii({**payload, "key_id": keys.key_id})))


def verify(payload: dict[str, Any], signature: str, public: Ed25519PublicKey) -> bool:
    """Check a signature over the RFC 8785 form of `payload`, which includes key_id but not the signature."""
    try:
        public.verify(unb64url(signature), canonical_ascii(payload))
    except (InvalidSignature, ValueError):
        return False
    return True

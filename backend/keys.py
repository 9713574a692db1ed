"""The server's keys: receipts (Ed25519), secrets at rest (AES-256-GCM), derived tokens (HMAC-SHA-256), and rescue
files (an age identity: X25519).

They live in `keys_dir`, mode 0600, outside the database: who can read or rewrite the database can neither forge a
receipt nor read a one-time-code seed. A lost receipt key does not void old receipts; its public half stays published.
"""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Any

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from backend.canonical_json import canonical_ascii
from schemas.receipts import ServerKey

RECEIPT_FILE = "receipt.pem"
SECRETS_FILE = "secrets.key"
RESCUE_FILE = "rescue.key"


def b64url(data: bytes) -> str:
    """Base64url without padding (RFC 4648 §5), as all signatures on the wire."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64url(text: str) -> bytes:
    """Undo b64url(). Raises ValueError on anything else."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def create(keys_dir: Path) -> None:
    """Make the keys of a new installation; keys that are there stay as they are."""
    keys_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    _write_once(keys_dir / RECEIPT_FILE, pem)
    _write_once(keys_dir / SECRETS_FILE, b64url(secrets.token_bytes(32)).encode())
    _write_once(keys_dir / RESCUE_FILE, f"{pyrage.x25519.Identity.generate()}\n".encode())


def _write_once(path: Path, data: bytes) -> None:
    if path.exists():
        return
    temporary = path.with_suffix(".new")
    descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    temporary.rename(path)


def _rescue_identity(path: Path) -> Any:
    """Read it. None where there is no such file: an installation from before it runs on until its next `migrate`."""
    if not path.exists():
        return None
    return pyrage.x25519.Identity.from_str(path.read_text(encoding="ascii").strip())


class Keys:
    """The loaded keys. One instance a process, set by load()."""

    def __init__(self, keys_dir: Path) -> None:
        private = load_pem_private_key((keys_dir / RECEIPT_FILE).read_bytes(), None)
        if not isinstance(private, Ed25519PrivateKey):
            raise TypeError(f"{RECEIPT_FILE} is not an Ed25519 key")
        self._private = private
        self._secret = unb64url((keys_dir / SECRETS_FILE).read_text().strip())
        raw = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key_id = hashlib.sha256(raw).hexdigest()[:16]
        self.public = {self.key_id: private.public_key()}
        self._jwk = {"kty": "OKP", "crv": "Ed25519", "x": b64url(raw)}
        self._rescue = _rescue_identity(keys_dir / RESCUE_FILE)

    def sign_bytes(self, data: bytes) -> bytes:
        """Sign bytes with the receipt key: 64 bytes."""
        return self._private.sign(data)

    def public_keys(self) -> list[ServerKey]:
        """The key by which anyone checks our receipts, and the one to which phones encrypt rescue files."""
        told = [ServerKey(key_id=self.key_id, use="receipt", public_key=self._jwk)]
        if self._rescue is not None:
            recipient = str(self._rescue.to_public())
            key_id = hashlib.sha256(recipient.encode()).hexdigest()[:16]
            told.append(ServerKey(key_id=key_id, use="rescue", public_key=recipient))
        return told

    def rescue_identity(self) -> Any:
        """The age identity that opens rescue files, as pyrage takes it; None where this installation has none yet."""
        return self._rescue

    def derive(self, purpose: str, data: bytes) -> bytes:
        """HMAC-SHA-256 under a key of this purpose: 32 bytes that only we can make."""
        key = hmac.digest(self._secret, purpose.encode(), "sha256")
        return hmac.digest(key, data, "sha256")

    def seal(self, plain: bytes, associated: bytes) -> bytes:
        """Encrypt a secret for the database, bound to whom it belongs to: nonce ‖ ciphertext."""
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self.derive("seal", b"")).encrypt(nonce, plain, associated)

    def unseal(self, sealed: bytes, associated: bytes) -> bytes:
        """Undo seal(). Raises cryptography's InvalidTag when altered or moved to somebody else."""
        return AESGCM(self.derive("seal", b"")).decrypt(sealed[:12], sealed[12:], associated)


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
    """Sign the RFC 8785 form of a payload that already names its key_id; returns (key_id, base64url signature)."""
    keys = current()
    return keys.key_id, b64url(keys.sign_bytes(canonical_ascii({**payload, "key_id": keys.key_id})))


def verify(payload: dict[str, Any], signature: str, public: Ed25519PublicKey) -> bool:
    """Check a signature over the RFC 8785 form of `payload` (key_id in it, signature not)."""
    try:
        public.verify(unb64url(signature), canonical_ascii(payload))
    except (InvalidSignature, ValueError):
        return False
    return True

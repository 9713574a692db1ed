"""One-time codes (RFC 6238: SHA-1, 6 digits, 30 s), by pyotp.

**Which codes are accepted.** The code of the present step, and the one just before it. OWASP ASVS
5.0 §6.5.5 wants a life of at most 30 s; ours is 60 s, a recorded deviation. Officers type the code
on a phone in the street and it travels over bad links. A code that expires on the way costs one of
ten tries. In return a code is accepted once (RFC 6238 §5.2), an older step is never accepted after
a newer one, and ten tries in a quarter of an hour limit guessing to 20 in 1,000,000. The step
*after* the present one is not accepted: it would only help clocks that are wrong, and those should
be set.

Seeds are encrypted with a key outside the database and bound to the officer's id: a copied row
opens nobody else's account.
"""

import base64
from datetime import datetime
from uuid import UUID

import pyotp
from pyotp.exceptions import OTPVerificationError

from backend.core import keys

STEP_SECONDS = 30
ISSUER = "Hiện Trường"

_DUMMY_SEED = bytes(20)


def matching_step(seed: bytes | None, code: str, at: datetime) -> int | None:
    """Return the RFC 6238 step to which `code` belongs, or None. A None seed costs the same time."""
    generator = pyotp.TOTP(base32(seed or _DUMMY_SEED))
    found = None
    if len(code) == generator.digits and code.isascii() and code.isdigit():
        for moment in (at.timestamp(), at.timestamp() - STEP_SECONDS):
            try:
                step = generator.verify_and_get_timecode(code, for_time=moment, valid_window=0)
            except OTPVerificationError:
                continue
            found = step if found is None else found
    return found if seed is not None else None


def base32(seed: bytes) -> str:
    """Return a seed as authenticators take it: base32 without padding."""
    return base64.b32encode(seed).decode().rstrip("=")


def from_base32(secret: str) -> bytes:
    """Undo base32(). Raises ValueError on anything else."""
    return base64.b32decode(secret + "=" * (-len(secret) % 8), casefold=True)


def address(seed: bytes, username: str) -> str:
    """Return the otpauth:// address that the QR code holds."""
    return str(pyotp.TOTP(base32(seed)).provisioning_uri(name=username, issuer_name=ISSUER))


def seal(seed: bytes, officer_id: UUID) -> bytes:
    """Encrypt a seed for the database, for this officer only."""
    return keys.current().seal(seed, b"totp:" + officer_id.bytes)


def unseal(sealed: bytes, officer_id: UUID) -> bytes:
    """Undo seal(). Raises cryptography's InvalidTag for another officer's or an altered seed."""
    return keys.current().unseal(sealed, b"totp:" + officer_id.bytes)

"""Opaque tokens: 256 random bits, or 256 bits that only this installation can derive.

The database keeps SHA-256 of a token: who reads it can sign in as nobody. A plain hash is enough for
256 random bits; there is nothing to guess (OWASP ASVS 5.0 §7.2.3 asks for 128).
"""

import hashlib
import secrets

from backend.core import keys


def new_token() -> str:
    """A fresh token: 43 characters of base64url."""
    return keys.b64url(secrets.token_bytes(32))


def derived(purpose: str, token: str) -> str:
    """The token that follows from another one: always the same, and made by nobody else.

    So the successor of a refresh token can be given again after a lost answer without being kept.
    """
    return keys.b64url(keys.current().derive(purpose, token.encode()))


def hashed(token: str) -> bytes:
    """How a token is known in the database."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()

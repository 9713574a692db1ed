"""Opaque tokens: 256 random bits, or 256 bits that only this installation can derive.

The database keeps the SHA-256 of a token, so a reader of the database can sign in as nobody. A
plain hash is enough for 256 random bits: there is nothing to guess (OWASP ASVS 5.0 §7.2.3 asks for
128).
"""

import hashlib
import secrets

from backend.core import keys


def new_token() -> str:
    """Return a fresh token: 43 characters of base64url."""
    return keys.b64url(secrets.token_bytes(32))


def derived(purpose: str, token: str) -> str:
    """Return the token derived from another: always the same; only this installation can derive it.

    So the successor of a refresh token can be given again after a lost answer without being stored.
    """
    return keys.b64url(keys.current().derive(purpose, token.encode()))


def hashed(token: str) -> bytes:
    """Return the hash under which the database knows a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()

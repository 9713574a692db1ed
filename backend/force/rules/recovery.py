"""How recovery codes are written and read. Pure.

written(secrets.token_bytes(10))     # "k4pq-7xwm-…": 80 bits in four groups of base32 (RFC 4648)
read("K4PQ 7XWM …")                  # the same 16 letters however they were typed; None if it is no code
"""

import base64

CODES = 10
BYTES = 10
"""80 bits: too many to be guessed, few enough to be typed (OWASP ASVS 5.0 §6.5)."""
_LETTERS = 16
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz234567")
_MISREAD = str.maketrans({"0": "o", "1": "l", "8": "b"})
"""Digits that no code has, as the letters that they are taken for."""


def written(random: bytes) -> str:
    """Return random bytes as a code that is read out and typed."""
    plain = base64.b32encode(random).decode().lower()
    return "-".join(plain[at : at + 4] for at in range(0, _LETTERS, 4))


def read(typed: str) -> str | None:
    """Return the letters of a code without what parts them; None if it cannot be one."""
    plain = "".join(letter for letter in typed.lower() if letter.isalnum()).translate(_MISREAD)
    return plain if len(plain) == _LETTERS and _ALPHABET.issuperset(plain) else None

"""The code on a citizen's receipt: eleven letters and one that checks them. Pure.

The eleven are 55 bits that nobody can guess within the limits of the form (docs/intake/public-form.md).
The last finds one wrong letter, and two neighbours that were exchanged unless they are 0 and Z.
"""

from typing import Final

from backend.documents.rules.signing import ALPHABET, read_letters

LETTERS: Final = 12
BYTES: Final = 7
"""Of random material that a code is made from: 56 bits, of which 55 are used."""
_BITS = 55


def code_of(material: bytes) -> str:
    """Return the code that follows from BYTES bytes, in three groups of four."""
    number = int.from_bytes(material[:BYTES]) >> (8 * BYTES - _BITS)
    letters = "".join(ALPHABET[number >> 5 * at & 31] for at in range(LETTERS - 2, -1, -1))
    return _grouped(letters + _check(letters))


def read(typed: str) -> str | None:
    """Return a typed code in the form of `code_of`; None if it cannot be one.

    Case, spaces and hyphens do not matter, and I, L, O are read as 1, 1, 0.
    """
    code = read_letters(typed, LETTERS)
    if code is None:
        return None
    letters = code.replace("-", "")
    return code if _check(letters[:-1]) == letters[-1] else None


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def _check(letters: str) -> str:
    """Luhn's check letter over 32 letters (ISO/IEC 7812-1, Annex B, for another base)."""
    total = 0
    for at, letter in enumerate(reversed(letters)):
        value = ALPHABET.index(letter) * (2 if at % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]

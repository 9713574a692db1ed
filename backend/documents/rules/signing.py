"""Pure rules about certificates, verification codes and names."""

import hashlib
import re
import secrets
import unicodedata
from datetime import datetime

import msgspec

from backend.force.rules import names
from schemas.core.problems import Text
from schemas.documents.signatures import Level

LEVELS: tuple[Level, ...] = ("B-B", "B-T", "B-LTA")
"""PAdES baseline levels (ETSI EN 319 142-1), the weakest first."""

_SIGNING_PURPOSES = frozenset(
    {
        "any_extended_key_usage",
        "email_protection",
        "1.3.6.1.5.5.7.3.36",  # document signing (RFC 9336)
        "1.2.840.113583.1.1.5",  # Adobe's authentic documents
        "1.3.6.1.4.1.311.10.3.12",  # Microsoft's document signing
    }
)


class CertificateFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The content of a certificate."""

    fingerprint: str
    """SHA-256 of the DER, hex."""
    subject: str
    issuer: str
    serial: str
    common_name: str
    identifiers: tuple[str, ...]
    """serialNumber, UID and the like of the subject: where issuers put a person's number."""
    valid_from: datetime
    valid_to: datetime
    is_authority: bool
    key_usage: frozenset[str] | None
    """None: the certificate does not restrict it."""
    extended_key_usage: frozenset[str] | None
    bodies: tuple[str, ...] = ()
    """Organisation and organisational units of the subject."""


def unit_objection(
    facts: CertificateFacts, *, unit_name: str, named_otherwise: bool, now: datetime
) -> str | None:
    """Return why this certificate may not seal for this unit now; None if it may.

    It must name the unit as its subject or organisation. `named_otherwise`: an administrator said
    why it is the unit's although it does not.
    """
    if facts.is_authority or not _may_sign(facts):
        return "certificate_wrong_purpose"
    if now < facts.valid_from:
        return "certificate_not_yet_valid"
    if now > facts.valid_to:
        return "certificate_expired"
    named = {_plain(one) for one in (facts.common_name, *facts.bodies)}
    return None if named_otherwise or _plain(unit_name) in named else "certificate_other_body"


def objection(
    facts: CertificateFacts, *, full_name: str, officer_number: str | None, now: datetime
) -> str | None:
    """Return why this certificate may not sign for this officer now; None if it may.

    Revocation and trust are checked separately (certificates.require_trust).
    """
    if facts.is_authority or not _may_sign(facts):
        return "certificate_wrong_purpose"
    if now < facts.valid_from:
        return "certificate_not_yet_valid"
    if now > facts.valid_to:
        return "certificate_expired"
    if not _names(facts, full_name, officer_number):
        return "certificate_foreign"
    return None


def _may_sign(facts: CertificateFacts) -> bool:
    """Tell whether key usage allows signing: RFC 5280 §4.2.1.3 and, for extended usage, §4.2.1.12.

    If there is an extended key usage, one of its purposes must fit.
    """
    usage = facts.key_usage
    if usage is not None and usage.isdisjoint({"non_repudiation", "digital_signature"}):
        return False
    extended = facts.extended_key_usage
    return extended is None or not extended.isdisjoint(_SIGNING_PURPOSES)


def _names(facts: CertificateFacts, full_name: str, officer_number: str | None) -> bool:
    """Tell whether a certificate names this officer.

    It must do so by the officer number if it has one, else by name.
    """
    if officer_number:
        wanted = officer_number.casefold()
        given = [text.casefold() for text in (*facts.identifiers, facts.common_name)]
        if any(wanted in re.split(r"[\s,;:()]+", text) for text in given):
            return True
        if any("qltt" in text for text in given):  # somebody else's number
            return False
    return _plain(facts.common_name) == _plain(full_name)


def _plain(name: str) -> str:
    return names.tidy(name).casefold()


# The public code ---------------------------------------------------------------------------------
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O (like 1 and 0), no U. One letter is five bits."""
CODE_LETTERS = 28
"""140 random bits, so that a code cannot be guessed."""
_GROUP = 4
_LOOKALIKES = str.maketrans("ILO", "110")


def new_code() -> str:
    """Make a code for /verify/<code>: seven groups of four, e.g. 7K3M-…

    The letters come from the system's random source.
    """
    return new_letters(CODE_LETTERS)


def new_letters(count: int) -> str:
    """Draw so many letters, five bits each, in groups of four."""
    return _grouped("".join(secrets.choice(ALPHABET) for _ in range(count)))


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


_OF_AN_ACT = b"hientruong/paper-code/1\n"


def code_of_number(act_hash: bytes) -> str:
    """Return the code of a paper that a phone numbered: 140 bits of a hash of the numbering act.

    Phone and server compute it alike, without a signal. The act's hash covers the phone's signature,
    which nobody can foresee, so the code cannot be guessed; and nobody can choose it, so no paper
    can be given the code of another (docs/decisions/0021). The act's hash does not follow from it.
    """
    bits = int.from_bytes(hashlib.sha256(_OF_AN_ACT + act_hash).digest()) >> 256 - 5 * CODE_LETTERS
    return _grouped(
        "".join(ALPHABET[bits >> 5 * at & 31] for at in range(CODE_LETTERS - 1, -1, -1))
    )


def read_code(typed: str) -> str | None:
    """Return a typed code in the form in which codes are stored; None if it cannot be one.

    Case, spaces and grouping do not matter.
    """
    return read_letters(typed, CODE_LETTERS)


def read_letters(typed: str, count: int) -> str | None:
    """Return so many typed letters in groups of four; None if they are not so many of the alphabet."""
    letters = re.sub(r"[\s-]", "", typed[:200]).upper().translate(_LOOKALIKES)
    if len(letters) != count or not set(letters) <= set(ALPHABET):
        return None
    return _grouped(letters)


def verify_url(base: str, code: str) -> str:
    """Return the address that the QR code on a paper holds."""
    return f"{base.rstrip('/')}/verify/{code}"


def masked(name: str) -> str:
    """Mask a party's name for strangers: Nguyễn V** T**.

    The first word is kept, and the first letter of each other word. A name of one word keeps only
    its first letter. There are always two stars, so that lengths stay hidden.
    """
    words = unicodedata.normalize("NFC", name).split()
    if len(words) == 1:
        return f"{words[0][0]}**"
    return " ".join([*words[:1], *(f"{word[0]}**" for word in words[1:])])


# Words -------------------------------------------------------------------------------------------
LEVEL_WORDS: dict[Level, Text] = {
    "B-B": Text(
        vi="B-B: chữ ký số không có dấu thời gian; thời điểm ký là theo đồng hồ của máy đã ký",
        en="B-B: a signature without a time-stamp; the time is the word of the computer that signed",
    ),
    "B-T": Text(
        vi="B-T: chữ ký số kèm dấu thời gian của dịch vụ cấp dấu thời gian",
        en="B-T: a signature with a time-stamp of a time-stamp service",
    ),
    "B-LTA": Text(
        vi="B-LTA: chữ ký số kèm dấu thời gian và thông tin thu hồi, kiểm tra được lâu dài",
        en="B-LTA: a signature with time-stamps and revocation information, checkable for the long term",
    ),
}

"""The server's signed statement in a paper's QR code: genuine as issued, checked without a signal. Pure.

Its first byte says whether the server made it with the signature (1), or before it (2): a file that
its signer takes away, or a print, bears the same code when nobody ever signs it.

    https://…/verify/7K3M-…#AEBQ…        what any camera opens; browsers never send the part after #
    1 or 2 | key id 8 | day 2 | content mark 8 | form | number | issuer | Ed25519 64

Numbers are big-endian, the day counts from 1 January 2000, and texts are UTF-8 with their length
in a byte before them. The whole is RFC 4648 base 32 without padding, whose letters are cheap in a
QR code. What is signed is `hientruong/paper-statement/1`, a line feed, the paper's public code, a
line feed, and everything before the signature: so a statement proves nothing beside another code.
The phone reads the same (mobile_app/src/domain/statements.ts, tests/cases/statements.json).
"""

import base64
from datetime import date, timedelta

import msgspec

SIGNED = b"hientruong/paper-statement/1\n"
ISSUED, BEFORE_SIGNING = 1, 2
_FIRST_DAY = date(2000, 1, 1)
_SIGNATURE = 64
_FIXED = 19
"""Bytes before the texts."""
MOST_NUMBER, MOST_ISSUER = 40, 80
"""Bytes. A longer text is cut at a letter: the code must stay readable at 30 mm."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What the server states of a paper at its issue."""

    key_id: str
    issued_on: date
    content_mark: str
    """16 hex digits, without the blanks of the foot."""
    form: str
    number: str
    issuer: str
    """As on the letterhead."""
    before_signing: bool = False
    """Whether the file left before it was signed: number and content are ours, the signature is not checked."""


class Unreadable(ValueError):
    """It is no statement, or it was cut."""


def body(said: Statement) -> bytes:
    """Return everything before the signature."""
    days = (said.issued_on - _FIRST_DAY).days
    return b"".join(
        (
            bytes([BEFORE_SIGNING if said.before_signing else ISSUED]),
            bytes.fromhex(said.key_id),
            days.to_bytes(2, "big"),
            bytes.fromhex(said.content_mark),
            _text(said.form, 20),
            _text(said.number, MOST_NUMBER),
            _text(said.issuer, MOST_ISSUER),
        )
    )


def _text(text: str, most: int) -> bytes:
    data = text.encode()[:most].decode(errors="ignore").encode()
    return bytes([len(data)]) + data


def signed_bytes(code: str, before: bytes) -> bytes:
    """Return what the signature covers: the public code as it is stored, and the body."""
    return SIGNED + code.encode() + b"\n" + before


def pack(before: bytes, signature: bytes) -> str:
    """Return a statement as it stands behind the # of the address."""
    return base64.b32encode(before + signature).rstrip(b"=").decode()


def unpack(text: str) -> tuple[Statement, bytes, bytes]:
    """Return a statement, its body and its signature, not checked yet. Raises Unreadable."""
    try:
        data = base64.b32decode(text + "=" * (-len(text) % 8))
    except ValueError as error:
        raise Unreadable from error
    if len(data) < _FIXED + 3 + _SIGNATURE or data[0] not in (ISSUED, BEFORE_SIGNING):
        raise Unreadable
    before, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
    texts, at = [], _FIXED
    for _ in range(3):
        if at >= len(before):
            raise Unreadable
        end = at + 1 + before[at]
        try:
            texts.append(before[at + 1 : end].decode())
        except UnicodeDecodeError as error:
            raise Unreadable from error
        at = end
    if at != len(before):
        raise Unreadable
    form, number, issuer = texts
    said = Statement(
        key_id=before[1:9].hex(),
        issued_on=_FIRST_DAY + timedelta(days=int.from_bytes(before[9:11], "big")),
        content_mark=before[11:19].hex(),
        form=form,
        number=number,
        issuer=issuer,
        before_signing=before[0] == BEFORE_SIGNING,
    )
    return said, before, signature

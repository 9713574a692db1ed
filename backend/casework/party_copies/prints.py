"""What is printed for a party: the A4 print with its slip, and slips of 58 and 80 mm.

    made = await prints.a4(said, held)               # every page, and the original enclosed
    made = await prints.slip(said, "slip_58")        # codes, QR code and appointment only

A narrow slip is no copy: the party's copy is A4 (PRACTICE B17). It says how the copy is opened.
"""

import asyncio
from datetime import datetime
from typing import Literal

import msgspec

from backend.casework.party_copies import cover, narrow, papers
from backend.casework.party_copies.papers import Held
from backend.casework.rules import party_copies as rules
from backend.core import formats, local_time
from backend.documents import public_checks
from backend.documents.layout import drawing
from schemas.casework.party_copies import Appointment
from schemas.documents.signatures import PublicDocument

_PDF = "application/pdf"
_PNG = "image/png"


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A file to print."""

    data: bytes
    name: str
    media_type: str


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a print says of a copy. Printed nowhere else: it holds the second code."""

    document: PublicDocument
    second_code: str
    giver: str
    now: datetime
    appointment: Appointment | None

    def __repr__(self) -> str:
        """Show no secret, wherever this is printed."""
        return f"Said({self.document.code!r})"


def qr_text(document: PublicDocument) -> str:
    """Return what a QR code for this paper says: its address, and the server's statement if there is one."""
    address, statement = public_checks.qr_url(document.code), _statement(document)
    return f"{address}#{statement}" if statement else address


async def a4(said: Said, held: Held) -> Printed:
    """Lay out slip and pages, with the original files enclosed. Raises NotFound, Unavailable, PaperTooLong."""
    files = [one for one in await papers.files(held) if one.media_type == _PDF]
    laid_out = [one for one in files if one.stored is None or not one.stored.scan]
    read = [(one.shown.name, await papers.read(held, one, said.document)) for one in laid_out]
    slip = _slip(said, [one.shown.title.vi for one in laid_out])
    made = await asyncio.to_thread(cover.compose, slip, read)
    return Printed(data=made, name=f"Bản giao {_number(said)}.pdf", media_type=_PDF)


async def slip(
    said: Said, layout: Literal["slip_58", "slip_80", "picture_58", "picture_80"]
) -> Printed:
    """Lay out a slip for a thermal printer."""
    kind, width = layout.split("_")
    picture = kind == "picture"
    roll = narrow.ROLLS[int(width)]
    made = await asyncio.to_thread(narrow.compose, _slip(said, []), roll, picture=picture)
    ending, media_type = ("png", _PNG) if picture else ("pdf", _PDF)
    return Printed(
        data=made, name=f"Phiếu {width} mm {_number(said)}.{ending}", media_type=media_type
    )


def _number(said: Said) -> str:
    return (said.document.number or said.document.form).replace("/", "-")


def _statement(document: PublicDocument) -> str | None:
    return public_checks.statement(
        document.code,
        document.form,
        document.number,
        document.issued_on,
        document.issuer_unit.vi if document.issuer_unit else "",
        document.content_sha256 or "",
    )


def _slip(said: Said, files: list[str]) -> cover.Slip:
    document = said.document
    address, statement = public_checks.qr_url(document.code), _statement(document)
    there = said.appointment
    return cover.Slip(
        superior=document.issuer_superior or "",
        unit=document.issuer_unit.vi if document.issuer_unit else "",
        title=document.form_name.vi,
        number=document.number or "",
        day=formats.day(document.issued_on) if document.issued_on else "",
        party=document.party_name or "",
        giver=said.giver,
        given=formats.day(local_time.day_of(said.now)),
        qr=drawing.qr_signed(address, statement) if statement else drawing.qr(address),
        address=address,
        code=document.code,
        second_code=said.second_code,
        until=formats.day(local_time.day_of(rules.expires(said.now))),
        tries=str(rules.TRIES),
        days=str(rules.DAYS),
        files=files,
        appointment=f"{formats.moment(there.at)}, tại {there.place}" if there else "",
    )

"""The citizens' form: what it takes, the receipt that it gives, and the one word that it tells later.

Contents and photographs are sealed to the informants' key before they are written. This side of the
system, which strangers reach, can then no longer read what it wrote: it has no right to.
"""

import asyncio
import secrets
from typing import Final
from uuid import UUID

import msgspec

from backend.core import clock, keys
from backend.core.errors import NotFound, TooMany, Unavailable
from backend.core.settings import Settings
from backend.documents import public_checks
from backend.documents.layout import drawing
from backend.documents.layout.provinces import PLACES
from backend.intake.public_form import limits
from backend.intake.queries import public_door
from backend.intake.rules import receipts
from media import sniff
from schemas.intake.public_form import PublicReport, Told

MOST_PHOTOGRAPHS: Final = 5
MOST_BYTES: Final = 10_000_000
"""Of one photograph."""
HEAD_BYTES: Final = sniff.HEAD_BYTES
"""Of a file, by which its kind is told."""
LEAST_SECONDS: Final = 3
"""Nobody fills the form in faster."""
_MOST_SECONDS = 24 * 3600
_NONCE = 16
_MAC = 16
PROVINCES: Final = {code: name for code, name in PLACES.items() if code != "00"}
"""Codes and names of the provinces, as the list of the form has them."""


class InboxFull(TooMany):
    """More waits to be taken in than an installation can hold."""

    code = "public_inbox_full"
    text_vi = limits.TooManyReports.text_vi
    text_en = limits.TooManyReports.text_en


class NoSuchReport(NotFound):
    """No report has this code, or it is none: the answer is the same."""

    code = "no_such_report"
    text_vi = "Không có phản ánh nào mang mã này. Hãy xem lại từng chữ của mã trên giấy nhận."
    text_en = "No report has this code. Please compare each letter with your receipt."


class FormClosed(Unavailable):
    """This installation takes no reports by this page."""

    code = "public_form_closed"
    text_vi = "Trang này hiện không nhận phản ánh. Xin gọi điện hoặc đến cơ quan Quản lý thị trường nơi gần nhất."
    text_en = "This page takes no reports at present. Please telephone or visit the nearest office of the force."


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a citizen gets: the code, and a picture of the address at which it is asked about."""

    code: str
    address: str
    qr: str
    """An SVG."""


async def start(settings: Settings) -> None:
    """Open the form's own way into the database, if the installation has one."""
    limits.start()
    await public_door.start(settings.public_database_url)


async def stop() -> None:
    """Close it."""
    await public_door.stop()


def check_open() -> None:
    """Raise FormClosed if this installation has no public form."""
    if not public_door.is_open():
        raise FormClosed


def picture_type(head: bytes) -> str | None:
    """Tell which kind of photograph a file is by its first HEAD_BYTES; None if it is none that is taken.

    Nothing is decoded here: web processes decode no picture.
    """
    return sniff.sniff(head)


def new_token() -> str:
    """Make the token of a page: when it was made, a random number, and our seal on both.

    It is no session, and names nobody. Other sites cannot
    make one, and two presses of the button are known by it.
    """
    made = int(clock.now().timestamp()).to_bytes(8) + secrets.token_bytes(_NONCE)
    return keys.b64url(made + _mac(made))


def token_age(token: str) -> int | None:
    """Return how many seconds ago we made this token; None if we did not, or more than a day ago."""
    try:
        raw = keys.unb64url(token)
    except ValueError:
        return None
    made, mac = raw[:-_MAC], raw[-_MAC:]
    if len(raw) != 8 + _NONCE + _MAC or not secrets.compare_digest(mac, _mac(made)):
        return None
    age = int(clock.now().timestamp()) - int.from_bytes(made[:8])
    return age if 0 <= age <= _MOST_SECONDS else None


def _mac(made: bytes) -> bytes:
    return keys.current().derive("page of the public form", made)[:_MAC]


class Photograph(msgspec.Struct, frozen=True):
    """A photograph on its way: sealed, and a hash by which the same one is known again for one day."""

    sealed: bytes
    mark: bytes


async def seal_photograph(data: bytes) -> Photograph:
    """Seal a photograph as it came. Raises InformantsKeyMissing."""
    held = keys.current()
    mark = held.derive("photograph of a public report", data)
    return Photograph(await asyncio.to_thread(held.informants.seal, data), mark)


async def admit(address: str) -> None:
    """Take one of the turns that an address has to send something. Raises TooManyReports, FormClosed."""
    check_open()
    await limits.admit(limits.SENDING, address)


async def admit_photographs(address: str, count: int) -> None:
    """Take a turn for each photograph, of the address and of everybody. Raises TooManyPhotographs."""
    for _ in range(count):
        await limits.admit(limits.PHOTOGRAPHS, address)
        await limits.admit_among_all(limits.PHOTOGRAPHS)


async def send(report: PublicReport, photographs: list[Photograph], token: str) -> Receipt:
    """Seal a report and put it into the inbox; returns its receipt.

    The same content from the same page is the same report, however often it is sent: it has the same
    receipt. Anything else is another one. Raises TooManyReports, InboxFull, FormClosed, and asyncpg's
    errors; then nothing was kept.
    """
    check_open()
    held, content = keys.current(), msgspec.json.encode(report)
    parts = [keys.unb64url(token), content, *(one.mark for one in photographs)]
    once = held.derive("public report", b"".join(len(part).to_bytes(4) + part for part in parts))
    code = receipts.code_of(once[16 : 16 + receipts.BYTES])
    await limits.admit_among_all(limits.SENDING)
    said = await public_door.put(
        UUID(bytes=once[:16], version=4),
        bytes.fromhex(held.informants.hash("public receipt", code.encode())),
        held.informants.seal(content),
        [one.sealed for one in photographs],
    )
    if said == "full":
        raise InboxFull(minutes=limits.SENDING.minutes)
    return receipt_of(code)


def receipt_of(code: str) -> Receipt:
    """Return the receipt with this code."""
    address = f"{public_checks.address()}/phan-anh/{code}"
    return Receipt(code=code, address=address, qr=drawing.qr(address))


async def told(typed: str, address: str) -> tuple[str, Told]:
    """Return a code as we write it, and the word on its report.

    A code that cannot be one is looked for as well, so that its answer takes as long as that of a
    wrong one. Raises NoSuchReport, TooManyQuestions, FormClosed.
    """
    code, hashes = await _asked(typed, address)
    word = await public_door.told(hashes)
    if word is None or code is None:
        raise NoSuchReport
    return code, Told(word)


async def withdraw(typed: str, address: str) -> str:
    """Take a report back; returns its code. A worker records it as an act. Repeating changes nothing.

    Raises NoSuchReport, TooManyQuestions, FormClosed.
    """
    code, hashes = await _asked(typed, address)
    if not await public_door.ask_to_withdraw(hashes) or code is None:
        raise NoSuchReport
    return code


async def _asked(typed: str, address: str) -> tuple[str | None, list[bytes]]:
    check_open()
    await limits.admit(limits.ASKING, address)
    await limits.admit_among_all(limits.ASKING)
    code = receipts.read(typed)
    found = keys.current().informants.hashes("public receipt", (code or "-").encode())
    return code, [bytes.fromhex(one) for one in found]

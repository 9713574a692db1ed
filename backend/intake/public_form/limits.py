"""How often the citizens' form may be used: by one address, and by all together, over all web processes.

Nobody can be identified by what is kept: a place is an HMAC of the address under a key that is not
in the database, and its row goes when its turns are full again.
"""

from dataclasses import dataclass
from typing import Final

from backend.casework.issued_documents.public_lookups import neighbourhood
from backend.core import keys
from backend.core.buckets import Buckets
from backend.core.errors import TooMany
from backend.intake.queries import public_door


class TooManyReports(TooMany):
    """One address, or all together, send more than the installation takes."""

    code = "too_many_reports"
    text_vi = (
        "Hiện có quá nhiều phản ánh gửi đến nên chưa nhận được phản ánh này. Những gì bạn đã ghi vẫn còn "
        "bên dưới. Hãy thử lại sau {minutes} phút; việc gấp xin gọi đường dây nóng."
    )
    text_en = (
        "Too many reports are coming in at present, so this one was not taken. What you wrote is still below. "
        "Try again in {minutes} minutes; if it is urgent, please telephone."
    )


class TooManyPhotographs(TooMany):
    """One address, or all together, send more photographs than the installation keeps."""

    code = "too_many_photographs"
    text_vi = (
        "Hiện có quá nhiều ảnh gửi đến nên chưa nhận được phản ánh này. Những gì bạn đã ghi vẫn còn bên dưới: "
        "hãy gửi ngay mà không kèm ảnh, hoặc thử lại sau {minutes} phút."
    )
    text_en = (
        "Too many photographs are coming in at present, so this report was not taken. What you wrote is still below: "
        "send it now without photographs, or try again in {minutes} minutes."
    )


class TooManyQuestions(TooMany):
    """One address, or all together, ask for reports more often than people type."""

    code = "too_many_questions"
    text_vi = "Tra cứu quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại."
    text_en = "Too many look-ups. Wait {minutes} minutes, then try again."


@dataclass(frozen=True)
class Limit:
    """So many turns at once, then so many an hour, for one address and for all."""

    name: str
    burst: int
    per_hour: int
    burst_of_all: int
    per_hour_of_all: int
    minutes: int
    """After which somebody who is refused may try again."""
    refusal: type[TooMany]


SENDING: Final = Limit("sending", 12, 24, 120, 600, 5, TooManyReports)
"""A household, or the many who share the address of a mobile network, send no more than this."""
PHOTOGRAPHS: Final = Limit("photographs", 30, 60, 200, 600, 10, TooManyPhotographs)
"""What is kept cannot be deleted any more: of photographs of 10 MB no more than 6 GB an hour."""
ASKING: Final = Limit("asking", 15, 240, 300, 7200, 1, TooManyQuestions)
"""Codes have 55 bits: at 7200 tries an hour somebody would need millions of years for one of a million reports."""

_buckets: dict[str, Buckets] = {}


def start() -> None:
    """Begin with full buckets in this process."""
    for limit in (SENDING, PHOTOGRAPHS, ASKING):
        _buckets[limit.name] = Buckets(limit.burst, limit.per_hour / 60)


async def admit(limit: Limit, address: str) -> None:
    """Take one of the turns of an address. Raises the limit's refusal.

    This process counts first, so that a flood from one address does not reach the database.
    """
    near = neighbourhood(address)
    if limit.name not in _buckets:
        start()
    if not _buckets[limit.name].take(near) or not await _take(
        limit, near.encode(), limit.burst, limit.per_hour
    ):
        raise limit.refusal(minutes=limit.minutes)


async def admit_among_all(limit: Limit) -> None:
    """Take one of the turns of everybody. Raises the limit's refusal."""
    if not await _take(limit, b"all", limit.burst_of_all, limit.per_hour_of_all):
        raise limit.refusal(minutes=limit.minutes)


async def _take(limit: Limit, whose: bytes, burst: int, per_hour: int) -> bool:
    place = keys.current().derive(f"public form {limit.name}", whose)[:16]
    return await public_door.take_turn(place, burst, per_hour / 3600)

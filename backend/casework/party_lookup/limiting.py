"""How many numbers an officer may look up from a phone, and that fewer characters than an identity has are none."""

from typing import Final
from uuid import UUID

from backend.core.buckets import Buckets
from backend.core.errors import Invalid, TooMany

BURST: Final = 10
PER_MINUTE: Final = 6
_AGAIN_SECONDS: Final = 10


class TooManyNumbers(TooMany):
    """One officer looks up more numbers than an inspection has people."""

    code = "too_many_numbers"
    text_vi = "Bạn tra cứu quá nhiều số trong một lúc. Hãy đợi một phút rồi thử lại; mỗi lần tra cứu được ghi lại."
    text_en = "You look up too many numbers at once. Wait a minute, then try again; each look-up is recorded."


class NumberTooShort(Invalid):
    """A part of a number is no question."""

    code = "number_too_short"
    text_vi = "Hãy nhập cả số, từ 6 ký tự trở lên; không tra cứu theo một phần của số."
    text_en = "Enter the whole number, six characters or more; a part of a number is not looked up."


_buckets = Buckets(BURST, PER_MINUTE)


def admit(officer_id: UUID, number: str, least: int) -> None:
    """Take one of the officer's turns. Raises NumberTooShort, TooManyNumbers."""
    if sum(one.isalnum() for one in number) < least:
        raise NumberTooShort
    if not _buckets.take(str(officer_id)):
        raise TooManyNumbers(seconds=_AGAIN_SECONDS)

"""A form of the desk acts once, however often it is sent.

Where a request was answered 503, or its answer was lost, nobody knows whether it stands, and the same form is sent
again. So it bears an id, and the acts that it makes have ids that follow from that one: a second act of the same id is
never taken, and who sends the form again is shown what the first made.
"""

import hashlib
from contextvars import ContextVar
from uuid import UUID

from backend.core.errors import Conflict
from schemas.core.ids import is_version_7, new_id

MOST_ACTS = 40
"""Of one form: more have ids of their own."""


class SentAlready(Conflict):
    """The first sending ended while this one was at work: this one is undone."""

    code = "sent_already"
    text_vi = "Biểu mẫu này đã được ghi nhận từ lần gửi trước; lần này không ghi thêm gì. Hãy mở lại hồ sơ."
    text_en = "This form was recorded when it was first sent; nothing was recorded again. Open the record."


class _Sending:
    __slots__ = ("ids", "used")

    def __init__(self, ids: list[UUID]) -> None:
        self.ids = ids
        self.used = 0


_CURRENT: ContextVar[_Sending | None] = ContextVar("sending", default=None)


def ids_of(form: UUID, officer_id: UUID, what: str) -> list[UUID]:
    """Of the acts that a form makes for this officer, in their order. Nobody can aim them at another act's id.

    `what` is what was sent, and where: the id of one form keeps nothing of another, or of what was typed into it anew,
    from being recorded.
    """
    return [_derived(form, officer_id, what, place) for place in range(MOST_ACTS)]


def begin(form: UUID | None, officer_id: UUID, what: str) -> list[UUID]:
    """What this request does is of this form; of none where it is None, or no id of ours. Returns its acts' ids."""
    ids = ids_of(form, officer_id, what) if form is not None and is_version_7(form) else []
    _CURRENT.set(_Sending(ids) if ids else None)
    return ids


def forget() -> None:
    """What this request does is of no form."""
    _CURRENT.set(None)


def next_id() -> UUID:
    """For the next act."""
    sending = _CURRENT.get()
    if sending is None or sending.used >= len(sending.ids):
        return new_id()
    sending.used += 1
    return sending.ids[sending.used - 1]


def owns(act_id: UUID) -> bool:
    """Tell whether an act is of the form that this request sent."""
    sending = _CURRENT.get()
    return sending is not None and act_id in sending.ids


def _derived(form: UUID, officer_id: UUID, what: str, place: int) -> UUID:
    """A UUIDv7 of the moment when the form was shown; its other bits are a hash."""
    seed = hashlib.sha256(
        form.bytes + officer_id.bytes + place.to_bytes(2) + what.encode()
    ).digest()
    value = form.int >> 80 << 80 | int.from_bytes(seed[:10])
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)

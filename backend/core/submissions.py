"""A form of the desk takes effect once, however often it is sent.

If a request was answered with 503, or its answer was lost, nobody knows whether it was recorded,
and the same form is sent again. Each form therefore has an id, from which the ids of its acts are
derived. A second act with the same id is never recorded, and an officer who sends the form again
sees what the first sending did.
"""

import hashlib
from contextvars import ContextVar
from uuid import UUID

from backend.core.errors import Conflict
from schemas.core.ids import is_version_7, new_id

MOST_ACTS = 40
"""Ids derived for one form. If it makes more acts, the others get fresh ids."""


class SentAlready(Conflict):
    """The first sending of this form ended while this one was being handled.

    This one is rolled back.
    """

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
    """Return the ids of the acts that a form makes for this officer, in their order.

    Nobody can choose a form's id so that it leads to another act's id. `what` is what was sent, and
    to where: if a form's id is used again with other content, or for another form, the acts get
    other ids and are recorded.
    """
    return [_derived(form, officer_id, what, place) for place in range(MOST_ACTS)]


def begin(form: UUID | None, officer_id: UUID, what: str) -> list[UUID]:
    """Bind this request to a form, and return the ids of its acts.

    No binding if `form` is None or no UUIDv7.
    """
    ids = ids_of(form, officer_id, what) if form is not None and is_version_7(form) else []
    _CURRENT.set(_Sending(ids) if ids else None)
    return ids


def forget() -> None:
    """Unbind this request from its form."""
    _CURRENT.set(None)


def next_id() -> UUID:
    """Return the id for the next act of this request."""
    sending = _CURRENT.get()
    if sending is None or sending.used >= len(sending.ids):
        return new_id()
    sending.used += 1
    return sending.ids[sending.used - 1]


def owns(act_id: UUID) -> bool:
    """Tell whether an act's id belongs to the form that this request sent."""
    sending = _CURRENT.get()
    return sending is not None and act_id in sending.ids


def _derived(form: UUID, officer_id: UUID, what: str, place: int) -> UUID:
    """Return a UUIDv7 with the time at which the form was shown. Its other bits are a hash."""
    seed = hashlib.sha256(
        form.bytes + officer_id.bytes + place.to_bytes(2) + what.encode()
    ).digest()
    value = form.int >> 80 << 80 | int.from_bytes(seed[:10])
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)

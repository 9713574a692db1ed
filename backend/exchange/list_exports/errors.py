"""Errors of lists as files, in words for who asked.

DomainError
├── TooManyExports   409  so many of this officer's are unfinished
├── ExportTooLong    422  more rows than one file takes
├── ExportGone       410  the file was deleted, cancelled or never written
└── StandingChanged  403  the officer's roles or unit are others than when it was asked for
"""

from backend.core import formats
from backend.core.errors import Conflict, DomainError, Invalid, NotAllowed
from backend.exchange.rules.list_exports import MOST_AT_ONCE, MOST_ROWS


class TooManyExports(Conflict):
    """One officer's files are written one after another; more would only wait."""

    code = "too_many_exports"
    text_vi = f"Bạn đang có {MOST_AT_ONCE} tệp chưa xuất xong. Hãy đợi một tệp xong, hoặc dừng bớt, rồi yêu cầu lại."
    text_en = f"{MOST_AT_ONCE} files of yours are not finished yet. Wait for one or stop one, then ask again."


class ExportTooLong(Invalid):
    """A table that would be cut is not written at all."""

    code = "export_too_long"
    text_vi = (
        f"Danh sách có hơn {formats.grouped(MOST_ROWS)} dòng nên không xuất. Hãy thu hẹp điều kiện "
        "(đơn vị, khoảng ngày), rồi yêu cầu lại."
    )
    text_en = (
        f"The list has more than {formats.grouped(MOST_ROWS, 'en')} rows, so no file is written. Narrow it (a unit, "
        "fewer days), then ask again."
    )


class ExportGone(DomainError):
    """There is no such file any more, or there never was one."""

    code = "export_gone"
    status = 410
    text_vi = "Tệp không còn: đã hết hạn tải hoặc đã bị dừng. Hãy yêu cầu xuất lại."
    text_en = (
        "The file is not there any more: its time is over, or it was stopped. Ask for it again."
    )


class StandingChanged(NotAllowed):
    """What a file shows was in sight of other roles, or of another unit."""

    code = "export_standing_changed"
    text_vi = (
        "Vai trò hoặc đơn vị của bạn đã thay đổi từ khi yêu cầu, nên tệp này không được giao. Hãy yêu cầu xuất lại "
        "theo phạm vi hiện nay."
    )
    text_en = (
        "Your roles or your unit changed since you asked, so this file is not given. Ask again: it will have what you "
        "see now."
    )


class ExportUnconfirmed(NotAllowed):
    """It has grown beyond what is given without a second factor (practice B4)."""

    code = "export_unconfirmed"
    text_vi = "Danh sách đã dài hơn 100 dòng từ khi yêu cầu: hãy yêu cầu lại, kèm mã xác thực (OTP) hoặc khóa truy cập."
    text_en = "The list grew beyond 100 rows since you asked: ask again, with a one-time code or a passkey."

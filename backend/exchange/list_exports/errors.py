"""Errors of lists as files, in words for who asked; see also file_orders/errors.py.

DomainError
├── TooManyExports     409  so many of this officer's are unfinished
├── ExportTooLong      422  more rows than one file takes
└── ExportUnconfirmed  403  more rows than are given without a second factor
"""

from backend.core import formats
from backend.core.errors import Conflict, Invalid, NotAllowed
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


class ExportUnconfirmed(NotAllowed):
    """It has grown beyond what is given without a second factor (practice B4)."""

    code = "export_unconfirmed"
    text_vi = "Danh sách đã dài hơn 100 dòng từ khi yêu cầu: hãy yêu cầu lại, kèm mã xác thực (OTP) hoặc khóa truy cập."
    text_en = "The list grew beyond 100 rows since you asked: ask again, with a one-time code or a passkey."

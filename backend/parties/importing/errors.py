"""Errors of imports of parties, in words for who uploads.

DomainError
├── TooManyLists      409  so many of this officer's wait unconfirmed
├── ListTooLarge      422  more bytes than are read
├── ImportMoved       409  what was confirmed is not what was previewed
└── RowsForgotten     409  the rows are not kept any more
"""

from backend.core.errors import Conflict, Invalid
from media import table_child

MOST_WAITING = 3
_MEGABYTES = table_child.MOST_BYTES // 1024**2


class TooManyLists(Conflict):
    """Each list that waits holds its rows in the database."""

    code = "party_lists_waiting"
    text_vi = (
        f"Bạn đang có {MOST_WAITING} tệp chưa xác nhận. Hãy xác nhận hoặc bỏ bớt rồi tải lên lại."
    )
    text_en = f"{MOST_WAITING} files of yours wait to be confirmed. Confirm or discard one, then upload again."


class ListTooLarge(Invalid):
    """Refused before it is kept."""

    code = "workbook_too_big"
    text_vi = f"Tệp lớn hơn {_MEGABYTES} MB. Hãy chia thành nhiều tệp."
    text_en = f"The file is larger than {_MEGABYTES} MB. Divide it into several files."


class ListEmpty(Invalid):
    """An upload without a byte, or one that broke off at once."""

    code = "workbook_empty"
    text_vi = "Tệp không có dữ liệu nào. Hãy chọn lại tệp."
    text_en = "The file holds nothing. Choose it again."


class ImportMoved(Conflict):
    """What was confirmed is not what was previewed, or it was confirmed already."""

    code = "party_import_moved"
    text_vi = "Lần nhập này đã chuyển sang bước khác. Hãy tải lại trang."
    text_en = "This import has gone on meanwhile. Reload the page."


class RowsForgotten(Conflict):
    """The rows were deleted some days after the end."""

    code = "party_import_rows_gone"
    text_vi = (
        "Các dòng của tệp không còn lưu, nên không lập được tệp lỗi. Hãy tải tệp lên lại để xem."
    )
    text_en = (
        "The rows are no longer kept, so there is no file of errors. Upload the file again to see."
    )

"""Errors of imports of lists, in words for who uploads.

DomainError
├── TooManyLists      409  so many of this officer's wait unconfirmed
├── ImportMoved       409  what was confirmed is not what was previewed
└── RowsForgotten     409  the rows are not kept any more
"""

from backend.core.errors import Conflict

MOST_WAITING = 3


class TooManyLists(Conflict):
    """Each list that waits holds its rows in the database."""

    code = "lists_waiting"
    text_vi = (
        f"Bạn đang có {MOST_WAITING} tệp chưa xác nhận. Hãy xác nhận hoặc bỏ bớt rồi tải lên lại."
    )
    text_en = f"{MOST_WAITING} files of yours wait to be confirmed. Confirm or discard one, then upload again."


class ImportMoved(Conflict):
    """What was confirmed is not what was previewed, or it was confirmed already."""

    code = "list_import_moved"
    text_vi = "Lần nhập này đã chuyển sang bước khác. Hãy tải lại trang."
    text_en = "This import has gone on meanwhile. Reload the page."


class RowsForgotten(Conflict):
    """The rows were deleted some days after the end."""

    code = "list_import_rows_gone"
    text_vi = (
        "Các dòng của tệp không còn lưu, nên không lập được tệp lỗi. Hãy tải tệp lên lại để xem."
    )
    text_en = (
        "The rows are no longer kept, so there is no file of errors. Upload the file again to see."
    )

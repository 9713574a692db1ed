"""Errors of imports of officers, in words for who uploads.

DomainError
├── TooManyLists      409  so many of this administrator's wait unconfirmed
├── ImportMoved       409  what was confirmed is not what was previewed
├── RowsForgotten     409  the cells are not kept any more
├── DecisionUnknown   422  no row of the file rests on this decision
└── TooManyDecisions  422  positions of the file rest on so many decisions
"""

from backend.core.errors import Conflict, Invalid
from schemas.core.problems import Text

MOST_WAITING = 3


class TooManyLists(Conflict):
    """Each list that waits holds its rows in the database."""

    code = "people_lists_waiting"
    text_vi = (
        f"Bạn đang có {MOST_WAITING} tệp chưa xác nhận. Hãy xác nhận hoặc bỏ bớt rồi tải lên lại."
    )
    text_en = f"{MOST_WAITING} files of yours wait to be confirmed. Confirm or discard one, then upload again."


class ImportMoved(Conflict):
    """What was confirmed is not what was previewed, or it was confirmed already."""

    code = "people_import_moved"
    text_vi = "Lần nhập này đã chuyển sang bước khác. Hãy tải lại trang."
    text_en = "This import has gone on meanwhile. Reload the page."


class RowsForgotten(Conflict):
    """The cells were deleted some days after the end."""

    code = "people_import_rows_gone"
    text_vi = (
        "Các dòng của tệp không còn lưu, nên không lập được tệp lỗi. Hãy tải tệp lên lại để xem."
    )
    text_en = (
        "The rows are no longer kept, so there is no file of errors. Upload the file again to see."
    )


class DecisionUnknown(Invalid):
    """A scan is attached to a decision that the file names."""

    code = "people_import_decision_unknown"
    text_vi = (
        "Tệp không có dòng nào dựa trên quyết định này. Hãy chọn một quyết định trong danh sách."
    )
    text_en = "No row of the file rests on this decision. Choose one of the list."


class TooManyDecisions(Invalid):
    """A scan of each is attached in the preview, which lists them all."""

    code = "people_import_decisions"

    def __init__(self, most: int) -> None:
        super().__init__(
            text=Text(
                vi=f"Chức vụ trong tệp dựa trên hơn {most} quyết định. Hãy chia danh sách thành nhiều tệp, mỗi tệp "
                f"không quá {most} quyết định, rồi tải lên lần lượt.",
                en=f"Positions of the file rest on more than {most} decisions. Divide the list into files of at most "
                f"{most} decisions each, and upload them one after the other.",
            )
        )

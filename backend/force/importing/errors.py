"""Errors of imports of officers, in words for who uploads.

DomainError
├── DecisionUnknown   422  no row of the file rests on this decision
└── TooManyDecisions  422  positions of the file rest on so many decisions
"""

from backend.core.errors import Invalid
from schemas.core.problems import Text


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

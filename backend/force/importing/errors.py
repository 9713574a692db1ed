"""Errors of imports of officers, in words for who uploads.

DomainError
└── DecisionUnknown   422  no row of the file rests on this decision
"""

from backend.core.errors import Invalid


class DecisionUnknown(Invalid):
    """A scan is attached to a decision that the file names."""

    code = "people_import_decision_unknown"
    text_vi = (
        "Tệp không có dòng nào dựa trên quyết định này. Hãy chọn một quyết định trong danh sách."
    )
    text_en = "No row of the file rests on this decision. Choose one of the list."

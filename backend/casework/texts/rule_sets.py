"""Why a case is not under the rule set that an act names, and what to do next: for cases.py."""

RULE_SETS: dict[str, tuple[str, str]] = {
    "case_rules_newest": (
        "Vụ việc đã theo bộ quy định mới nhất, hoặc bộ được chọn không phải bộ đang áp dụng. Hãy tải lại "
        "trang.",
        "The case is under the newest rule set already, or the chosen one is not in force. Reload the page.",
    ),
    "case_rules_changes": (
        "Các thời hạn thay đổi đã khác với danh sách vừa xem. Hãy tải lại trang và xem lại trước khi xác nhận.",
        "The time limits that change are no longer those in the list you saw. Reload the page and look again before "
        "you confirm.",
    ),
}

"""Words of the page on which a case moves to a newer rule set."""

WORDS: dict[str, str] = {
    "rules.title": "Bộ quy định của vụ việc",
    "rules.present": "Vụ việc được xử lý theo bộ quy định từ ngày {day}, và giữ bộ này cho đến khi người có thẩm quyền "
    "chuyển sang bộ mới.",
    "rules.newest": "Đây là bộ quy định mới nhất.",
    "rules.newer": "Vì sao có bộ mới",
    "rules.changes": "Thời hạn thay đổi",
    "rules.no_changes": "Không thời hạn nào đang có của vụ việc thay đổi.",
    "rules.before": "Theo bộ hiện tại",
    "rules.after": "Theo bộ mới",
    "rules.not_running": "không có",
    "rules.beside": "Từ khi chuyển, mức phạt, thẩm quyền và danh mục hành vi của vụ việc cũng theo bộ mới. Quyết "
    "định đã ký giữ cách tính cũ.",
    "rules.reason": "Lý do",
    "rules.reason_needed": "Hãy nêu lý do áp dụng bộ quy định mới cho vụ việc này.",
    "rules.move": "Áp dụng bộ quy định từ ngày {day}",
    "rules.head_moves": "Người có thẩm quyền trong đơn vị của vụ việc quyết định việc này.",
}

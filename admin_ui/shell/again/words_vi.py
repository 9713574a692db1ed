"""Words for opening a case again that a restore lost."""

WORDS: dict[str, str] = {
    "again.asked": "Vụ việc này đã được lập trước lần khôi phục hệ thống",
    "again.lost": "Thời gian bị mất:",
    "again.said": "Ghi đúng số vụ việc và ngày đã lập. Vụ việc giữ số đó, không lấy số mới, và sổ ghi rõ việc nhập "
    "lại. Việc này vào danh sách ngoại lệ.",
    "again.number": "Số vụ việc đã mang",
    "again.day": "Ngày đã lập",
    "again.reason": "Vì sao biết vụ việc đã có",
    "again.reason_hint": "Công văn, quyết định nào ghi số này, ai giữ.",
}

"""Words of exceptions to the rule of two persons, and of the verdict on each."""

WORDS: dict[str, str] = {
    "exceptions.title": "Ngoại lệ",
    "exceptions.lead": "Việc một người làm thay cho hai người hoặc làm khác quy tắc, kèm lý do. "
    "Cấp trên hoặc kiểm tra nội bộ xem lại sau và ghi kết luận.",
    "exceptions.counts": "Chờ kiểm tra: {waiting} · Quá hạn: {overdue} · Tất cả: {total}",
    "exceptions.filter": "Lọc ngoại lệ",
    "exceptions.show": "Hiện",
    "exceptions.show_waiting": "Chờ kiểm tra",
    "exceptions.show_all": "Tất cả",
    "exceptions.kind": "Loại",
    "exceptions.every_kind": "Mọi loại",
    "exceptions.apply": "Lọc",
    "exceptions.none_waiting": "Không có ngoại lệ nào chờ kiểm tra.",
    "exceptions.none_all": "Chưa có ngoại lệ nào.",
    "exceptions.waits": "Chờ kiểm tra",
    "exceptions.overdue": "Quá hạn kiểm tra",
    "exceptions.check_by": "kiểm tra trước",
    "exceptions.reason": "Lý do",
    "exceptions.checked_by": "{name} đã kiểm tra",
    "exceptions.open": "Mở hồ sơ {number}",
    "exceptions.verdict": "Kết luận",
    "exceptions.verdict_missing": "Hãy chọn «Đúng» hoặc «Không đúng».",
    "exceptions.note": "Nhận xét (bắt buộc khi không đúng)",
    "exceptions.right": "Đúng",
    "exceptions.wrong": "Không đúng",
    "exceptions.done": "Đã ghi kết luận.",
}

"""Words of the register of outgoing papers."""

WORDS = {
    "outgoing.title": "Sổ đăng ký văn bản đi",
    "outgoing.said": "Quyết định của đơn vị, kể cả quyết định kiểm tra, vào sổ khi ký; biên bản và văn bản khác vào "
    "sổ khi phát hành. Văn thư ghi phát hành ở trang vụ việc hoặc trang quyết định kiểm tra. "
    "In trang này bằng trình duyệt để có bản giấy.",
    "outgoing.year": "Năm",
    "outgoing.which": "Hiển thị",
    "outgoing.which_all": "Tất cả",
    "outgoing.which_waiting": "Chưa phát hành",
    "outgoing.which_sent": "Đã phát hành",
    "outgoing.q": "Tìm",
    "outgoing.q_hint": "Số, tên cá nhân, tổ chức hoặc nơi nhận.",
    "outgoing.head_number": "Số, ký hiệu",
    "outgoing.head_day": "Ngày ký",
    "outgoing.head_recipients": "Nơi nhận",
    "outgoing.paper": "Tên loại, trích yếu",
    "outgoing.sent": "Phát hành",
    "outgoing.copies": "{count} bản",
    "outgoing.times": "lần thứ {count}",
    "outgoing.about": "Về Quyết định kiểm tra số {number}",
    "outgoing.dispatch": "Phát hành",
    "outgoing.none": "Không có văn bản nào.",
    "outgoing.export": "Tải sổ về máy",
    "outgoing.export_said": "Tải sổ theo khoảng ngày để mở bằng bảng tính. Việc tải được ghi lại; trên 100 dòng thì "
    "cần xác nhận bằng mã xác thực (OTP) hoặc khóa truy cập.",
    "outgoing.since": "Từ ngày",
    "outgoing.until": "Đến ngày",
    "outgoing.days_wrong": "Khoảng ngày không đúng: ngày đầu phải trước hoặc trùng ngày cuối.",
}

"""Words of the area `filed`: documents that a team obtained on site."""

WORDS: dict[str, str] = {
    "filed.title": "Tài liệu thu được",
    "filed.what": "Tài liệu của bên khác mà Đoàn thu được: giữ nguyên như khi nhận, tệp có thể "
    "nguy hiểm vẫn giữ và nói rõ, không bao giờ chạy. Khi có vụ việc, tài liệu hiện trong hồ sơ vụ việc để đánh bút "
    "lục, không phải gửi lại.",
    "filed.on_phone": "Tệp còn trên điện thoại",
    "filed.struck": "Đã gạch bỏ",
    "filed.struck_why": "Lý do gạch bỏ",
    "filed.held": "Đang chờ xem xét",
    "filed.late": "Nộp sau khi trình",
    "filed.sheets": "{count} tờ",
    "filed.camera": "chụp từng trang",
    "filed.by": "Người thu nhận",
    "filed.dangerous": "Cẩn thận",
    "filed.of_inspection": "Cuộc kiểm tra {number}",
    "filed.in_case": "Bút lục trong vụ việc",
    "filed.sheet_of": "bút lục {sheet}",
    "filed.sheet_none": "chưa đánh bút lục",
}

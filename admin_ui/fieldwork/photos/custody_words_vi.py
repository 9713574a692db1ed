"""Words of the custody of photographs: what is missing, what is wrong, and each step of a
photograph's history.
"""

WORDS: dict[str, str] = {
    "custody.missing_title": "Ảnh còn trên điện thoại",
    "custody.missing_said": "Các ảnh sau đã khai báo nhưng bản gốc chưa có đủ trong kho, "
    "hoặc bản trong kho không còn đúng. Hãy nhắc cán bộ mở ứng dụng khi có mạng để gửi tiếp.",
    "custody.came": "Đã nhận",
    "custody.came_none": "chưa nhận gì (ảnh {size})",
    "custody.came_some": "{received} trên {size}",
    "custody.faults": "Bản gốc trong kho có vấn đề",
    "custody.fault_differs": "kho trả về nội dung khác với khai báo. Hãy báo ngay cho người quản trị kho.",
    "custody.fault_missing": "kho không còn bản gốc. Hãy báo ngay cho người quản trị kho.",
    "custody.fault_overwritten": "có nội dung khác bị ghi đè lên trong kho; bản đã kiểm tra vẫn còn và vẫn được dùng.",
    "custody.fault_unprotected": "bản gốc đúng nhưng chưa khóa được trong kho.",
    "custody.title": "Quá trình lưu giữ",
    "custody.kind_taken": "Ghi ảnh",
    "custody.kind_received": "Nhận khai báo",
    "custody.kind_bytes_received": "Nhận đủ bản gốc",
    "custody.kind_stored": "Lưu vào kho",
    "custody.kind_verified": "Kiểm tra lại",
    "custody.kind_protected": "Khóa bản gốc",
    "custody.kind_viewed": "Xem",
    "custody.kind_exported": "Lấy bản sao",
    "custody.kind_withdrawn": "Loại ảnh khỏi hồ sơ",
    "custody.kind_captioned": "Ghi chú thích",
    "custody.kind_quarantined": "Chờ xem xét",
    "custody.kind_admitted": "Chấp nhận",
    "custody.kind_dismissed": "Không chấp nhận",
    "custody.kind_differs": "Không khớp",
    "custody.kind_missing": "Mất bản gốc",
    "custody.kind_overwritten": "Bị ghi đè",
    "custody.kind_unprotected": "Mất khóa",
}

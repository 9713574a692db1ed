"""What each act of backend/casework/acts/seizure.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_exhibits.seized": "Ghi tang vật, phương tiện tạm giữ",
    "case_acts.why_exhibits.seized": "Theo biên bản tạm giữ (MBB15) đã ký; trong 24 giờ phải có quyết định hoặc "
    "trả lại (Điều 125 Luật Xử lý vi phạm hành chính).",
    "case_story.exhibits.seized": "Tạm giữ {exhibits} theo {document_id} lúc {seized_at}; {keeper} bảo quản[ tại "
    "{place}].",
    "case_acts.do_seizure.decided": "Ra quyết định tạm giữ",
    "case_acts.why_seizure.decided": "Cần MQĐ20 đã ký. Mục đích quyết định thời hạn: định giá 5 ngày làm việc (khoản 3 "
    "Điều 60); bảo đảm thi hành thì đến khi thi hành xong; trường hợp khác 7 ngày làm việc từ khi tạm giữ, 10 ngày khi "
    "hồ sơ phải chuyển người có thẩm quyền xử phạt (khoản 8 Điều 125 Luật Xử lý vi phạm hành chính).",
    "case_story.seizure.decided": "Quyết định tạm giữ {exhibits} theo {document_id} đến {until}[, {purpose}].",
    "case_acts.do_seizure.extended": "Kéo dài thời hạn tạm giữ",
    "case_acts.why_seizure.extended": "Cần MQĐ21 đã ký khi còn hạn: 10 ngày làm việc khi hồ sơ phải chuyển, 1 tháng "
    "khi có yêu cầu giải trình hoặc phải xác minh, 2 tháng khi vụ việc còn phức tạp (khoản 8 Điều 125 Luật Xử lý vi "
    "phạm hành chính).",
    "case_story.seizure.extended": "Kéo dài tạm giữ {exhibits} theo {document_id} đến {until}.",
}

"""What each act of backend/casework/acts/changes.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_document.cancelled": "Hủy bỏ quyết định",
    "case_acts.why_document.cancelled": "Bằng quyết định hủy bỏ (MQĐ40) đã ký.",
    "case_story.document.cancelled": "Thu hồi {document_id} bằng {by}.",
    "case_acts.do_document.replaced": "Thay thế văn bản nội bộ",
    "case_acts.why_document.replaced": "Bằng văn bản khác cùng mẫu đã ký. Văn bản cũ vẫn được giữ; quyết định "
    "và biên bản không bị thay thế.",
    "case_story.document.replaced": "Thay thế, sửa {document_id} bằng {by}.",
    "case_acts.do_document.amended": "Ghi việc sửa đổi, đính chính quyết định",
    "case_acts.why_document.amended": "Bằng MQĐ38, MQĐ39 hoặc MQĐ40 một phần nêu đúng quyết định; quyết định cũ "
    "còn hiệu lực.",
    "case_story.document.amended": "Sửa đổi, đính chính {document_id} bằng {by}; quyết định còn hiệu lực[; "
    "tiền phạt nay là {total}][; tịch thu {confiscated} tang vật].",
    "case_acts.do_document.number_voided": "Hủy số đã giữ mà không dùng",
    "case_acts.why_document.number_voided": "Số không đứng trên văn bản nào phải hủy kèm lý do (Điều 6 "
    "Thông tư 22/2021/TT-BCT).",
    "case_story.document.number_voided": "Hủy số {number} năm {year} giữ cho {document_id}.",
}

"""What each act of backend/casework/acts/documents.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_document.drafted": "Soạn văn bản",
    "case_acts.why_document.drafted": "Điền nội dung theo mẫu ở trang soạn thảo.",
    "case_story.document.drafted": "Soạn {document_id}.",
    "case_acts.do_document.finalised": "Trình ký văn bản",
    "case_acts.why_document.finalised": "Nội dung đúng mẫu được khóa lại, chờ người ký.",
    "case_story.document.finalised": "Trình ký {document_id}.",
    "case_acts.do_document.reopened": "Trả văn bản để sửa",
    "case_acts.why_document.reopened": "Người ký trả lại; văn bản thành bản nháp.",
    "case_story.document.reopened": "Trả {document_id} để sửa.",
    "case_acts.do_document.issued": "Ký, cấp số văn bản",
    "case_acts.why_document.issued": "Cấp số, dựng PDF, ký; từ đó không sửa được (khoản 4 Điều 6 Thông tư "
    "22/2021/TT-BCT).",
    "case_story.document.issued": "Ký, cấp số {document_id} ngày {issued_on}[, người ký: {signer}].",
    "case_acts.do_document.adopted": "Đưa văn bản lập tại chỗ vào vụ việc",
    "case_acts.why_document.adopted": "Văn bản lập trên điện thoại, đã ký và có số, được đánh bút lục.",
    "case_story.document.adopted": "Đưa {document_id} lập tại chỗ ngày {issued_on} vào vụ việc.",
    "case_acts.do_document.delivered": "Ghi việc giao văn bản",
    "case_acts.why_document.delivered": "Văn bản đã ký được giao cho người liên quan.",
    "case_story.document.delivered": "Giao {document_id} {mode} ngày {delivered_on}[ cho {receiver}].",
    "case_acts.do_document.discarded": "Bỏ bản nháp",
    "case_acts.why_document.discarded": "Bỏ trước khi cấp số; bản nháp vẫn còn trong sổ.",
    "case_story.document.discarded": "Bỏ bản nháp {document_id}.",
}

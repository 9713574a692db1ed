"""What each act of backend/casework/acts/violation.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_violation.recorded": "Ghi vi phạm theo biên bản",
    "case_acts.why_violation.recorded": "Cần biên bản vi phạm hành chính (MBB01) đã ký (Điều 58 Luật Xử lý vi "
    "phạm hành chính). Thời hạn ra quyết định bắt đầu chạy (Điều 66).",
    "case_story.violation.recorded": "Ghi vi phạm của {party} theo {document_id} lập lúc {recorded_at}: "
    "{violations}[; {complex}][: {complex_serious}][; {complex_facts}][; {complex_time}]; {explanation_right}.",
    "case_acts.do_explanation.requested": "Người vi phạm yêu cầu giải trình",
    "case_acts.why_explanation.requested": "Trong 2 ngày làm việc nếu trực tiếp, 5 ngày làm việc nếu bằng văn "
    "bản (Điều 61 Luật Xử lý vi phạm hành chính).",
    "case_story.explanation.requested": "Người vi phạm yêu cầu giải trình {mode} lúc {requested_at}.",
    "case_acts.do_explanation.received": "Ghi nội dung giải trình",
    "case_acts.why_explanation.received": "Bằng văn bản hoặc tại phiên giải trình (MBB03) (Điều 61 Luật Xử lý vi "
    "phạm hành chính).",
    "case_story.explanation.received": "Nhận giải trình {mode} lúc {received_at}; {accepted}.",
    "case_acts.do_explanation.waived": "Không giải trình",
    "case_acts.why_explanation.waived": "Không phát sinh quyền, đã từ bỏ bằng văn bản, hoặc đã hết thời hạn yêu "
    "cầu (Điều 61 Luật Xử lý vi phạm hành chính).",
    "case_story.explanation.waived": "Không giải trình: {how}.",
}

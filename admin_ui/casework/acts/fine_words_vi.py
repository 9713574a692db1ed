"""What each act of backend/casework/acts/fine.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_payment.received": "Ghi nhận nộp tiền",
    "case_acts.why_payment.received": "Theo chứng từ của Kho bạc hoặc ngân hàng. Không ghi quá số còn phải nộp "
    "(Điều 78 Luật Xử lý vi phạm hành chính).",
    "case_story.payment.received": "Nộp {amount} ({kind}) ngày {paid_on} tại {place}, chứng từ số {receipt_number}."
    "[ Chứng từ ghi ở vụ việc khác nữa: {again}.]",
    "case_acts.do_execution.postponed": "Hoãn thi hành phạt tiền",
    "case_acts.why_execution.postponed": "Cần quyết định hoãn (MQĐ03) đã ký (Điều 76 Luật Xử lý vi phạm hành chính).",
    "case_story.execution.postponed": "Hoãn thi hành phạt tiền đến {until} theo {document_id}.",
    "case_acts.do_execution.resumed": "Tiếp tục thi hành",
    "case_acts.why_execution.resumed": "Hết thời gian hoãn hoặc lý do tạm đình chỉ không còn.",
    "case_story.execution.resumed": "Tiếp tục thi hành.",
    "case_acts.do_instalments.granted": "Cho nộp phạt nhiều lần",
    "case_acts.why_instalments.granted": "Cần MQĐ05 đã ký; nhiều nhất 3 lần trong 6 tháng, lần đầu ít nhất 40 % "
    "(Điều 79 Luật Xử lý vi phạm hành chính).",
    "case_story.instalments.granted": "Cho nộp phạt nhiều lần theo {document_id}: {schedule}.",
    "case_acts.do_fine.reduced": "Giảm, miễn tiền phạt còn lại",
    "case_acts.why_fine.reduced": "Cần MQĐ04 đã ký; không quá số còn phải nộp (Điều 77 Luật Xử lý vi phạm hành "
    "chính).",
    "case_story.fine.reduced": "Giảm, miễn {by} theo {document_id}.",
}

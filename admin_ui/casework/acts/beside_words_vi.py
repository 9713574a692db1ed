"""What each act of backend/casework/acts/beside.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_complaint.filed": "Ghi khiếu nại, khởi kiện",
    "case_acts.why_complaint.filed": "Đối với một văn bản đã ký của vụ việc (Điều 15 Luật Xử lý vi phạm hành chính).",
    "case_story.complaint.filed": "{by} {lawsuit} đối với {against} lúc {filed_at}.",
    "case_acts.do_complaint.resolved": "Ghi kết quả giải quyết khiếu nại",
    "case_acts.why_complaint.resolved": "Chấp nhận hay không, ngày và lý do.",
    "case_story.complaint.resolved": "Giải quyết khiếu nại, khởi kiện ngày {resolved_on}: {upheld}[ "
    "({document_id})].",
    "case_acts.do_sanction.published": "Ghi công bố công khai",
    "case_acts.why_sanction.published": "Công bố việc xử phạt trong 3 ngày làm việc (Điều 72 Luật Xử lý vi phạm "
    "hành chính).",
    "case_story.sanction.published": "Công bố công khai {document_id} tại {where} ngày {published_on}.",
    "case_acts.do_deadline.extended": "Gia hạn",
    "case_acts.why_deadline.extended": "Bằng văn bản, trong giới hạn của chính thời hạn đó; không sửa đồng hồ.",
    "case_story.deadline.extended": "Gia hạn {rule} đến {until}[ theo {document_id}].",
    "case_acts.do_officers.assigned": "Phân công công chức",
    "case_acts.why_officers.assigned": "Toàn bộ công chức của vụ việc từ nay, người phụ trách đứng đầu. Người "
    "không còn tên thì không xem được nữa.",
    "case_story.officers.assigned": "Phân công {officers}.",
    "case_acts.do_sheets.filed": "Đưa tài liệu vào hồ sơ",
    "case_acts.why_sheets.filed": "Tài liệu lập ở nơi khác được đánh bút lục tiếp theo; số bút lục không bao giờ "
    "cấp lại (Điều 26 Thông tư 27/2020/TT-BCT).",
    "case_story.sheets.filed": "Đưa vào hồ sơ «{title}»[ số {number}][ ngày {issued_on}], {sheets} tờ.",
    "case_acts.do_note.added": "Ghi chú",
    "case_acts.why_note.added": "Cho những người cùng làm vụ việc. Không xóa được.",
    "case_story.note.added": "Ghi chú.",
}

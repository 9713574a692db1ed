"""What each act of backend/casework/acts/intake.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_information.received": "Tiếp nhận thông tin",
    "case_acts.why_information.received": "Ghi thông tin đến và nguồn của nó; báo ngay cho người đứng đầu đơn vị "
    "(Điều 8, 9 Thông tư 27/2020/TT-BCT).",
    "case_story.information.received": "Tiếp nhận thông tin từ {source}[ qua {channel}] lúc {received_at}[ về "
    "{party}]; vụ việc số {opening}.",
    "case_acts.do_plan_item.entered": "Nhập mục kế hoạch",
    "case_acts.why_plan_item.entered": "Một đối tượng trong kế hoạch đã phê duyệt. Mỗi đối tượng mỗi năm chỉ "
    "kiểm tra một lần về cùng nội dung (khoản 1 Điều 20 Pháp lệnh 11/2016/UBTVQH13).",
    "case_story.plan_item.entered": "Nhập mục kế hoạch {plan_kind} số {plan_number} năm {year}: {party}, kiểm "
    "tra từ {expected_from} đến {expected_to}; vụ việc số {opening}.",
    "case_acts.do_inspection.proposed": "Đề xuất kiểm tra",
    "case_acts.why_inspection.proposed": "Nêu căn cứ, đối tượng, nội dung, thời hạn, dự kiến vi phạm (Điều 11 "
    "Thông tư 27/2020/TT-BCT). Thông tin nguồn c đến e phải thẩm tra, xác minh trước.",
    "case_story.inspection.proposed": "Đề xuất kiểm tra {party} từ ngày {proposed_start}, {duration_days} ngày "
    "làm việc[; vụ việc số {opening}].",
    "case_acts.do_case.opened": "Lập hồ sơ vụ việc từ cuộc kiểm tra",
    "case_acts.why_case.opened": "Biên bản kiểm tra đã trình và cuộc kiểm tra chưa thuộc vụ việc nào (Điều 18 "
    "Thông tư 27/2020/TT-BCT).",
    "case_story.case.opened": "Lập hồ sơ vụ việc số {opening} từ cuộc kiểm tra theo quyết định {decision_number} đối "
    "với {party}.",
    "case_acts.do_verification.assigned": "Giao thẩm tra, xác minh thông tin",
    "case_acts.why_verification.assigned": "Giao công chức có tên thẩm tra, xác minh trong thời hạn (khoản 2 "
    "Điều 9 Thông tư 27/2020/TT-BCT).",
    "case_story.verification.assigned": "Giao {officers} thẩm tra, xác minh trước ngày {due_on}[ theo "
    "{document_id}].",
    "case_acts.do_information.forwarded": "Chuyển thông tin",
    "case_acts.why_information.forwarded": "Đơn vị không có thẩm quyền: chuyển nơi khác, sao gửi cấp trên của "
    "hai bên trong lực lượng (khoản 3 Điều 9 Thông tư 27/2020/TT-BCT).",
    "case_story.information.forwarded": "Chuyển thông tin đến {to}[ theo {document_id}].",
    "case_acts.do_proposal.rejected": "Không chấp nhận đề xuất",
    "case_acts.why_proposal.rejected": "Đề xuất kiểm tra bị từ chối; vụ việc đóng lại ở đây.",
    "case_story.proposal.rejected": "Không chấp nhận đề xuất kiểm tra.",
    "case_acts.do_adhoc_plan.issued": "Ban hành phương án kiểm tra đột xuất",
    "case_acts.why_adhoc_plan.issued": "Phương án (PA) đã ký phải có trước quyết định kiểm tra đột xuất (Điều 12 "
    "Thông tư 27/2020/TT-BCT).",
    "case_story.adhoc_plan.issued": "Ban hành phương án kiểm tra ({document_id}), từ {start_on} đến {end_on}.",
    "case_acts.do_decision.linked": "Gắn quyết định kiểm tra",
    "case_acts.why_decision.linked": "Đoàn từ 2 công chức trở lên, Trưởng Đoàn có thẻ còn hiệu lực, không xung "
    "đột lợi ích (Điều 23 Pháp lệnh 11/2016, Điều 15 Thông tư 27/2020/TT-BCT). Đột xuất mà không có phương án thì "
    "nêu lý do khẩn cấp (Điều 12).",
    "case_story.decision.linked": "Gắn quyết định kiểm tra {decision_number}[ ({planned})][; khẩn cấp: {emergency}].",
}

"""What each act of backend/casework/acts/closing.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_decision.annulled": "Ghi việc hủy bỏ quyết định",
    "case_acts.why_decision.annulled": "Quyết định đã bị hủy bỏ bằng MQĐ40: tiền phạt và các thời hạn chấm dứt; "
    "tiền đã nộp được "
    "bù trừ hoặc hoàn trả (Điều 13, 20 Nghị định 118/2021/NĐ-CP).",
    "case_story.decision.annulled": "{document_id} bị hủy bỏ bằng {by}: {ground}.[ Văn bản không ghi căn cứ: {alone}.]",
    "case_acts.do_decision.due_again": "Đưa vụ việc về chờ quyết định mới",
    "case_acts.why_decision.due_again": "Còn vi phạm và đã xác minh lại (MBB05) sau khi hủy bỏ (khoản 3 Điều "
    "13, khoản 3 Điều 15 "
    "Nghị định 118/2021/NĐ-CP).",
    "case_story.decision.due_again": "Đã lập {document_id} sau khi hủy bỏ; thời hạn ra quyết định mới tính từ "
    "{recorded_at}[; người vi phạm là {party}, được giải trình từ đầu].",
    "case_acts.do_case.closed": "Kết thúc vụ việc",
    "case_acts.why_case.closed": "Không ra quyết định. Tang vật phải xử lý hết; báo kết quả cho người cung cấp "
    "thông tin nguồn c, d, e, trừ khi họ yêu cầu khác (Điều 10 Thông tư 27/2020/TT-BCT).",
    "case_story.case.closed": "Kết thúc vụ việc: {outcome}[; đã báo người cung cấp thông tin ngày "
    "{informant_told_on}].",
    "case_acts.do_case.archived": "Lưu trữ hồ sơ",
    "case_acts.why_case.archived": "Hồ sơ đóng lại, chỉ đọc; tang vật phải xử lý hết (Điều 26 Thông tư "
    "27/2020/TT-BCT).",
    "case_story.case.archived": "Lưu trữ hồ sơ ngày {archived_on}[, nơi để: {shelf}].[ Biện pháp "
    "chưa thực hiện: {undone}.]",
    "case_acts.do_case.reopening_asked": "Đề nghị mở lại hồ sơ",
    "case_acts.why_case.reopening_asked": "Nêu lý do; một người có thẩm quyền khác mở lại.",
    "case_story.case.reopening_asked": "Đề nghị mở lại hồ sơ.",
    "case_acts.do_case.reopened": "Mở lại hồ sơ",
    "case_acts.why_case.reopened": "Hồ sơ trở lại đúng trạng thái trước khi lưu trữ, nêu lý do.",
    "case_story.case.reopened": "Mở lại hồ sơ, về trạng thái «{back_to}».",
}

"""What each act of backend/casework/acts/inspection.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_inspection.began": "Cuộc kiểm tra bắt đầu",
    "case_acts.why_inspection.began": "Hệ thống ghi khi quyết định được công bố tại nơi kiểm tra.",
    "case_story.inspection.began": "Đoàn công bố quyết định, bắt đầu kiểm tra lúc {at}.",
    "case_acts.do_inspection.not_executed": "Cuộc kiểm tra không thực hiện được",
    "case_acts.why_inspection.not_executed": "Hệ thống ghi khi biên bản về việc không kiểm tra được nộp.",
    "case_story.inspection.not_executed": "Không kiểm tra được: biên bản trình lúc {at}.",
    "case_acts.do_inspection.ended": "Cuộc kiểm tra kết thúc",
    "case_acts.why_inspection.ended": "Hệ thống ghi khi biên bản kiểm tra được trình.",
    "case_story.inspection.ended": "Kết thúc kiểm tra: biên bản trình lúc {at}.",
    "case_acts.do_decision.expired": "Quyết định kiểm tra hết hiệu lực",
    "case_acts.why_decision.expired": "Quyết định không được bắt đầu thi hành đúng hạn (khoản 3 Điều 19 Pháp "
    "lệnh 11/2016/UBTVQH13), hoặc người ban hành đã rút trước khi công bố.",
    "case_story.decision.expired": "Quyết định kiểm tra hết hiệu lực, không được thi hành.",
    "case_acts.do_verification.ordered": "Giao thẩm tra, xác minh",
    "case_acts.why_verification.ordered": "Sau kiểm tra: không quá 10 ngày, gia hạn đến 25 ngày, chờ giám định đến 40 "
    "ngày (khoản 4 Điều 27 Pháp lệnh 11/2016/UBTVQH13). Sau biên bản vi phạm: khi còn thời hạn ra quyết định, theo văn "
    "bản giao xác minh do người khác đưa vào hồ sơ; quyết định trong một tháng (Điều 59, 66 Luật Xử lý vi phạm hành "
    "chính).",
    "case_story.verification.ordered": "Giao {officers} thẩm tra, xác minh đến ngày {due_on}[, {testing}][ theo "
    "{document_id}][ (bút lục {sheet})].",
}

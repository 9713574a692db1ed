"""Words about execution, its end and what is owed: Vietnamese, English."""

OF_EXECUTION: dict[str, tuple[str, str]] = {
    "case_gain_kept": (
        "Biên bản ghi số lợi bất hợp pháp {amount} đồng, quyết định không buộc nộp lại (điểm i khoản 1 Điều 28 Luật Xử "
        "lý vi phạm hành chính). Lập quyết định có biện pháp này, hoặc ghi lý do; việc này vào danh sách ngoại lệ.",
        "The minutes record an illicit gain of {amount} đồng, and the decision does not have it paid back (Law on "
        "Handling Administrative Violations Art 28.1 i). Draw up one that does, or give the reason; the list of "
        "exceptions tells it.",
    ),
    "case_decision_ending": (
        "Quyết định số {number} bị hủy bỏ bằng {by} đã ký: không thi hành tiếp. Hãy ghi việc hủy bỏ (ký trên bản giấy "
        "thì đối chiếu trước); nếu bản ký bị trả lại thì thi hành tiếp.",
        "Decision {number} is cancelled by {by}, which is signed: it is carried out no more. Enter the cancellation "
        "(signed by hand it is compared first); where the signed sheet is sent back, execution goes on.",
    ),
    "case_decision_runs": (
        "Quyết định kiểm tra còn thực hiện được đến hết ngày {reason} (khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13). "
        "Không kiểm tra nữa trước ngày đó thì Đoàn đề nghị không kiểm tra.",
        "The inspection decision can be carried out until the end of {reason} (Ordinance 11/2016/UBTVQH13 Art 19.3). "
        "To give the inspection up before, the team asks to discard it.",
    ),
    "case_decision_withdrawn": (
        "Quyết định kiểm tra này đã được rút trước khi công bố. Hãy chọn quyết định khác hoặc ban hành quyết định mới.",
        "This inspection decision was withdrawn before it was announced. Choose another, or issue a new one.",
    ),
    "case_inspection_begun": (
        "Đoàn đã công bố quyết định kiểm tra này: quyết định không hết hiệu lực. Chờ kết quả kiểm tra.",
        "The team has announced this inspection decision, so it has not expired. Wait for the inspection's outcome.",
    ),
    "case_party_unnamed": (
        "Quyết định bị hủy bỏ vì sai đối tượng: cần MBB05 nêu đúng người vi phạm, có địa chỉ. Lập MBB05 như vậy rồi "
        "ghi lại.",
        "The decision was annulled for its wrong party: minutes of verification (MBB05) name the right violator, with "
        "an address. Make such minutes, then record this.",
    ),
    "case_party_other": (
        "MBB05 nêu người vi phạm là {own}: quyết định mới ra với đúng người đó. Chọn MBB05 khác, hoặc tải lại trang.",
        "The minutes (MBB05) name {own} as the violator, and the new decision is against him. Choose other minutes, or "
        "reload the page.",
    ),
    "case_party_stays": (
        "Quyết định không bị hủy bỏ vì sai đối tượng: người vi phạm giữ nguyên.",
        "The decision was not annulled for its party: the violator stays.",
    ),
    "case_undone": (
        "Chưa lưu được: {reason}. Hết thời hiệu vẫn thi hành tịch thu và biện pháp khắc phục hậu quả (Điều 74 Luật Xử "
        "lý vi phạm hành chính). Ghi kết quả, hoặc ghi lý do không thực hiện được; việc này vào danh sách ngoại lệ.",
        "Not to be archived yet: {reason}. Confiscation and remedies are carried out after the lapse too (Law on "
        "Handling Administrative Violations Art 74). Record the outcome, or why it cannot be done; the list of "
        "exceptions tells it.",
    ),
    "case_part_amends": (
        "Hủy bỏ một phần bằng MQĐ38, ghi mức phạt và tang vật còn lại; MQĐ40 hủy bỏ toàn bộ (Điều 13 Nghị định "
        "118/2021/NĐ-CP).",
        "A decision is cancelled in part by MQĐ38, with the fine and the goods that are left; MQĐ40 cancels whole "
        "(Decree 118/2021 Art 13).",
    ),
    "case_unpaid": (
        "Còn {reason} chưa nộp. Ghi nhận nộp tiền, hoặc ghi lý do kết thúc khi chưa nộp; việc này vào danh sách "
        "ngoại lệ.",
        "Not paid yet: {reason}. Record the payment, or give the reason for ending without it; the list of exceptions "
        "tells it.",
    ),
}
"""Refusals by their codes; see cases.py."""

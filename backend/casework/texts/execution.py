"""Words about execution, its end and what is owed: Vietnamese, English."""

from backend.core import formats
from schemas.core.problems import Text

OF_EXECUTION: dict[str, tuple[str, str]] = {
    "case_gain_kept": (
        "Biên bản ghi số lợi bất hợp pháp {reason}, quyết định không buộc nộp lại (điểm i khoản 1 Điều 28 Luật Xử "
        "lý vi phạm hành chính). Lập quyết định có biện pháp này, hoặc ghi lý do; việc này vào danh sách ngoại lệ.",
        "The minutes record an illicit gain of {reason}, and the decision does not order it to be paid back "
        "(Law on Handling Administrative Violations Art 28.1 i). Draft a decision with this measure, or give the "
        "reason; it goes into the list of exceptions.",
    ),
    "case_refund": (
        "Số nộp thừa so với tiền phạt hiện nay là {left} đồng: chỉ ghi hoàn trả trong số đó. Kiểm tra số tiền, hoặc "
        "ghi việc sửa đổi, hủy bỏ quyết định trước.",
        "What was paid beyond the fine of now is {left} VND: no more is refunded. Check the amount, or record the "
        "amendment or annulment of the decision first.",
    ),
    "case_evading": (
        "Đã ghi nhận trốn tránh, cản trở từ ngày {day}, chưa ghi chấm dứt. Ghi chấm dứt trước khi ghi lần khác.",
        "Evasion since {day} is recorded, and its end is not. Record its end before another one.",
    ),
    "case_not_evading": (
        "Vụ việc không có trốn tránh, cản trở đang ghi nhận. Ghi nhận trốn tránh, có biên bản, trước khi ghi chấm dứt.",
        "The case has no recorded evasion that goes on. Record the evasion, with its minutes, before its end.",
    ),
    "case_evaded_since": (
        "Trốn tránh, cản trở được ghi nhận từ ngày {day}: ngày chấm dứt không thể trước ngày đó. Sửa ngày.",
        "The evasion is recorded since {day}: it cannot have ended before. Correct the day.",
    ),
    "case_evading_lapse": (
        "Người bị xử phạt đang trốn tránh, trì hoãn từ ngày {day}: thời hiệu thi hành tính lại từ khi chấm dứt (Điều "
        "74 Luật Xử lý vi phạm hành chính; điểm d khoản 3 Điều 16 Nghị định 118/2021/NĐ-CP). Ghi chấm dứt trước.",
        "The violator evades or delays since {day}: the limitation period runs anew from its end (Law on Handling "
        "Administrative Violations Art 74; Decree 118/2021 Art 16.3.d). Record its end first.",
    ),
    "case_decision_ending": (
        "Quyết định số {number} bị hủy bỏ bằng {by} đã ký: không thi hành tiếp. Hãy ghi việc hủy bỏ (ký trên bản giấy "
        "thì đối chiếu trước); nếu bản ký bị trả lại thì thi hành tiếp.",
        "Decision {number} is annulled by the signed {by}: it is no longer carried out. Record the annulment (if "
        "signed by hand, compare it first); if the signed sheet is returned, execution goes on.",
    ),
    "case_decision_runs": (
        "Quyết định kiểm tra còn thực hiện được đến hết ngày {reason} (khoản 3 Điều 19 Pháp lệnh 11/2016/UBTVQH13). "
        "Không kiểm tra nữa trước ngày đó thì Đoàn đề nghị không kiểm tra.",
        "The inspection decision can be carried out until the end of {reason} (Ordinance 11/2016/UBTVQH13 Art 19.3). "
        "If there is to be no inspection before that day, the team asks not to inspect.",
    ),
    "case_decision_withdrawn": (
        "Quyết định kiểm tra này đã bị hủy bỏ trước khi công bố. Hãy chọn quyết định khác hoặc ban hành mới.",
        "This inspection decision was withdrawn before it was announced. Choose another, or issue a new one.",
    ),
    "case_inspection_begun": (
        "Đoàn đã công bố quyết định kiểm tra này: quyết định không hết hiệu lực. Chờ kết quả kiểm tra.",
        "The team has announced this inspection decision, so it has not expired. Wait for the inspection's outcome.",
    ),
    "case_party_unnamed": (
        "Quyết định bị hủy bỏ vì sai đối tượng: cần MBB05 nêu đúng người vi phạm, có địa chỉ. Lập MBB05 như vậy rồi "
        "ghi lại.",
        "The decision was annulled because of the wrong party: verification minutes (MBB05) that name the right "
        "violator, with an address, are needed. Make such minutes, then record this again.",
    ),
    "case_party_other": (
        "MBB05 nêu người vi phạm là {own}: quyết định mới ra với đúng người đó. Chọn MBB05 khác, hoặc tải lại trang.",
        "The minutes (MBB05) name {own} as the violator: the new decision must be against this person. Choose other "
        "minutes, or reload the page.",
    ),
    "case_party_stays": (
        "Quyết định không bị hủy bỏ vì sai đối tượng: người vi phạm giữ nguyên.",
        "The decision was not annulled because of the wrong party: the violator stays the same.",
    ),
    "case_undone": (
        "Chưa lưu được: {reason}. Hết thời hiệu vẫn thi hành tịch thu và biện pháp khắc phục hậu quả (Điều 74 Luật Xử "
        "lý vi phạm hành chính). Ghi kết quả, hoặc ghi lý do không thực hiện được; việc này vào danh sách ngoại lệ.",
        "The file cannot be archived yet: {reason}. Confiscation and remedies must be carried out even when "
        "execution is time-barred (Law on Handling Administrative Violations Art 74). Record the result, or the "
        "reason why it cannot be done; it goes into the list of exceptions.",
    ),
    "case_part_amends": (
        "Hủy bỏ một phần bằng MQĐ38, ghi mức phạt và tang vật còn lại; MQĐ40 hủy bỏ toàn bộ (Điều 13 Nghị định "
        "118/2021/NĐ-CP).",
        "To annul a decision in part, use MQĐ38 with the remaining fine and exhibits; MQĐ40 annuls the whole "
        "decision (Decree 118/2021 Art 13).",
    ),
    "case_pay_treasury": (
        "Chỉ nộp tại chỗ cho người có thẩm quyền khi phạt không lập biên bản (MQĐ01), hoặc ở vùng xa, trên biển, ngoài "
        "giờ hành chính (Điều 69, khoản 2 Điều 78 Luật Xử lý vi phạm hành chính). Còn lại nộp Kho bạc, ngân hàng.",
        "A fine is paid to the officer only for a sanction without minutes (MQĐ01), or in remote places, at sea, "
        "outside office hours (Law on Handling Administrative Violations Arts 69, 78.2). Else it is paid to the "
        "treasury or a bank.",
    ),
    "case_unpaid": (
        "Còn {reason} chưa nộp. Ghi nhận nộp tiền, hoặc ghi lý do vẫn ghi thi hành xong; việc này vào danh sách "
        "ngoại lệ.",
        "Not paid yet: {reason}. Record the payment, or give the reason for recording full execution all the "
        "same; it goes into the list of exceptions.",
    ),
}
"""Refusals by their codes; see cases.py."""


def money(dong: int) -> Text:
    """Return an amount as each language writes it."""
    return Text(vi=formats.money(dong, "vi"), en=formats.money(dong, "en"))


def unpaid(dong: int) -> Text:
    """Return the phrase of money that is still to be paid."""
    said = money(dong)
    return Text(vi=f"còn {said.vi} chưa nộp", en=f"{said.en} is not paid")

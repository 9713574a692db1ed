"""Refusals of acts about a delegation, in both languages: why, and what to do next."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "delegation_unknown": (
        "Không có quyết định giao quyền này, hoặc đã chấm dứt.",
        "There is no such delegation, or it has ended.",
    ),
    "delegation_known": (
        "Quyết định giao quyền này đã có trong sổ. Nếu mục đó nhập sai và chưa được xác nhận, hãy chấm dứt mục đó rồi "
        "nhập lại.",
        "This decision is already in the register. If that entry is wrong and not confirmed, end it, then enter it "
        "again.",
    ),
    "delegation_same_person": (
        "Người giao và người nhận phải là hai người.",
        "Delegator and delegate must be two different people.",
    ),
    "delegation_office": (
        "Chỉ cấp trưởng giao quyền cho cấp phó của mình, trong cùng đơn vị, khi cả hai đang giữ chức vụ (Điều 54 Luật "
        "Xử lý vi phạm hành chính). Hãy kiểm tra chức vụ của hai người.",
        "Only a head may delegate, to their own deputy in the same unit, while both hold their positions (Law on "
        "Handling Administrative Violations Art 54). Check the positions of both.",
    ),
    "delegation_days": (
        "Ngày chưa hợp lý: quyết định có trước ngày bắt đầu, ngày cuối không trước ngày bắt đầu.",
        "The days are not plausible: the decision must come before its first day, and the last day must not be "
        "before the first.",
    ),
    "delegation_term": (
        "Giao quyền thường xuyên phải xác định phạm vi, nội dung và thời hạn (khoản 2 Điều 54 Luật Xử lý vi phạm hành "
        "chính); chỉ giao quyền theo vụ việc mới không có ngày cuối. Hãy ghi ngày cuối; quyết định đã ký mà không ghi "
        "thì ghi lý do vẫn nhập vào sổ.",
        "A standing delegation must determine scope, content and term (Law on Handling Administrative Violations Art "
        "54.2); only one for a single case has no last day. Enter the last day; if the signed decision names none, "
        "give the reason for entering it all the same.",
    ),
    "delegation_term_known": (
        "Chỉ ghi lý do này khi giao quyền thường xuyên mà quyết định không ghi ngày cuối: hãy để trống.",
        "This reason is for a standing delegation without a last day only: leave it empty.",
    ),
    "delegation_used": (
        "Người nhận đã ký văn bản dẫn quyết định giao quyền này, mới nhất ngày {day}: ngày đầu tiên không còn hiệu lực "
        "không được trước ngày đó.",
        "The deputy signed papers that cite this delegation, the latest on {day}: it cannot end before that day.",
    ),
    "delegation_ended": (
        "Việc giao quyền này đã được ghi chấm dứt từ ngày {day}: chỉ ghi được ngày sớm hơn.",
        "The end of this delegation on {day} is already recorded: only an earlier day can be entered.",
    ),
    "delegation_case": (
        "Giao quyền theo vụ việc phải nêu một vụ việc; giao quyền thường xuyên không nêu.",
        "A delegation for one case must name that case; a standing one must not name any.",
    ),
    "delegation_custody": (
        "Chỉ Đội trưởng và Trưởng phòng Nghiệp vụ có quyền tạm giữ người nên mới giao được quyền này (điểm g khoản 1 "
        "Điều 123 Luật Xử lý vi phạm hành chính). Hãy bỏ chọn loại này.",
        "Only a team head and the head of operations may hold persons, and so delegate it (Law on Handling "
        "Administrative Violations Art 123.1.g). Clear this kind.",
    ),
    "delegation_revocation": (
        "Thu hồi thì ghi số và ngày của quyết định chấm dứt (MQĐ37), không sau ngày chấm dứt; căn cứ khác thì để trống "
        "hai mục này.",
        "A revocation names number and day of its decision (MQĐ37), not later than the end; for any other ground leave "
        "both empty.",
    ),
    "delegation_scan": (
        "Chưa có bản quét của quyết định giao quyền này.",
        "There is no scan of this decision.",
    ),
    "delegation_confirmed": (
        "Quyết định giao quyền này đã được xác nhận.",
        "This delegation has already been confirmed.",
    ),
    "delegation_second": (
        "Người nhập không tự xác nhận. Cấp trưởng hoặc người thứ hai xác nhận.",
        "The person who entered it cannot confirm it. The head or a second person must.",
    ),
}


def refusal(code: str, **words: str) -> Refuse:
    """Return a refusal about a delegation, with its places filled."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi.format(**words), en=en.format(**words)))

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
        "This decision stands in the register already. If that entry is wrong and not confirmed, end it, then enter it "
        "anew.",
    ),
    "delegation_same_person": (
        "Người giao và người nhận phải là hai người.",
        "Giver and receiver are two persons.",
    ),
    "delegation_office": (
        "Chỉ cấp trưởng giao quyền cho cấp phó của mình, trong cùng đơn vị, khi cả hai đang giữ chức vụ (Điều 54 Luật "
        "Xử lý vi phạm hành chính). Hãy kiểm tra chức vụ của hai người.",
        "Only a head delegates, to his own deputy, in one unit, while both hold office (Law on Handling Administrative "
        "Violations Art 54). Check the positions of both.",
    ),
    "delegation_days": (
        "Ngày chưa hợp lý: quyết định có trước ngày bắt đầu, ngày cuối không trước ngày bắt đầu.",
        "The days do not fit: the decision comes before its first day, its last day not before the first.",
    ),
    "delegation_used": (
        "Người nhận đã ký văn bản dẫn quyết định giao quyền này, mới nhất ngày {day}: ngày đầu tiên không còn hiệu lực "
        "không được trước ngày đó.",
        "The receiver signed papers that cite this delegation, the newest on {day}: its first day without force is not "
        "before that day.",
    ),
    "delegation_ended": (
        "Việc giao quyền này đã được ghi chấm dứt từ ngày {day}: chỉ ghi được ngày sớm hơn.",
        "This delegation ends on {day} already: only an earlier day is entered.",
    ),
    "delegation_case": (
        "Giao quyền theo vụ việc phải nêu một vụ việc; giao quyền thường xuyên không nêu.",
        "A delegation for a case names one case; a standing one names none.",
    ),
    "delegation_scan": (
        "Chưa có bản quét của quyết định giao quyền này.",
        "There is no scan of this decision.",
    ),
    "delegation_confirmed": (
        "Quyết định giao quyền này đã được xác nhận.",
        "This delegation is confirmed already.",
    ),
    "delegation_second": (
        "Người nhập không tự xác nhận. Cấp trưởng hoặc người thứ hai xác nhận.",
        "Who entered it does not confirm it. The head or a second person does.",
    ),
}


def refusal(code: str, **words: str) -> Refuse:
    """Return a refusal about a delegation, with its places filled."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi.format(**words), en=en.format(**words)))

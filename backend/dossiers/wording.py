"""What the cover and the pages of papers kept elsewhere say; Vietnamese alone, as the file is."""

from schemas.case_views import CaseView
from schemas.case_words import CaseState

ELSEWHERE = (
    "Văn bản này lưu bản giấy hoặc bản chụp ngoài tệp; tờ này giữ chỗ cho các bút lục của nó."
)
NOT_IN_SIGHT = "Biên bản lập tại hiện trường: người lập bản sao này không có quyền xem bản gốc."
_STATES = {
    CaseState.INFO_RECEIVED: "Đã tiếp nhận thông tin",
    CaseState.INFO_VERIFYING: "Đang thẩm tra, xác minh thông tin",
    CaseState.FORWARDED: "Đã chuyển thông tin",
    CaseState.PLANNED: "Có trong kế hoạch",
    CaseState.PROPOSED: "Đã đề xuất kiểm tra",
    CaseState.REJECTED: "Không chấp nhận đề xuất",
    CaseState.PLAN_READY: "Đã có phương án kiểm tra",
    CaseState.DECIDED: "Đã có quyết định kiểm tra",
    CaseState.EXPIRED: "Quyết định kiểm tra hết hiệu lực",
    CaseState.NOT_EXECUTED: "Không thực hiện được việc kiểm tra",
    CaseState.INSPECTING: "Đang kiểm tra",
    CaseState.INSPECTED: "Đã kiểm tra",
    CaseState.VERIFYING: "Đang thẩm tra, xác minh sau kiểm tra",
    CaseState.VIOLATION_RECORDED: "Đã lập biên bản vi phạm hành chính",
    CaseState.AWAIT_EXPLANATION: "Chờ giải trình",
    CaseState.DECISION_DUE: "Chờ ra quyết định",
    CaseState.ONSPOT_SANCTIONED: "Đã xử phạt tại chỗ",
    CaseState.SANCTIONED: "Đã ra quyết định xử phạt",
    CaseState.REMEDY_ONLY: "Chỉ tịch thu hoặc khắc phục hậu quả",
    CaseState.NO_SANCTION: "Không xử phạt",
    CaseState.DELIVERED: "Đã giao quyết định",
    CaseState.POSTPONED: "Hoãn thi hành",
    CaseState.INSTALMENT: "Nộp tiền phạt nhiều lần",
    CaseState.EXECUTING: "Đang thi hành",
    CaseState.ENFORCING: "Đang cưỡng chế",
    CaseState.SUSPENDED: "Tạm đình chỉ thi hành",
    CaseState.EXECUTED: "Đã thi hành xong",
    CaseState.LAPSED: "Hết thời hiệu thi hành",
    CaseState.TRANSFERRED: "Đã chuyển người có thẩm quyền",
    CaseState.CRIMINAL_TRANSFER: "Đã chuyển cơ quan tố tụng",
    CaseState.CLOSED_NO_ACTION: "Kết thúc, không xử lý",
    CaseState.CLOSED_NO_VIOLATION: "Kết thúc, không vi phạm",
    CaseState.CLOSED_COMPLIANT: "Kết thúc, chấp hành đúng",
    CaseState.ARCHIVED: "Đã lưu trữ",
}


def state(value: str) -> str:
    """Where the case stands."""
    return _STATES[CaseState(value)]


def subject(view: CaseView) -> str:
    """Whom and what the file is about, in one line."""
    what = "; ".join(one.name for one in view.violations)
    who = f"{view.party.name}, {view.party.address}" if view.party else ""
    said = ": ".join(
        one for one in (f"Về việc {what[0].lower()}{what[1:]}" if what else "", who) if one
    )
    return said or "Về việc kiểm tra việc chấp hành pháp luật"

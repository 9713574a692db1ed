"""Names of the states of a case, for refusals and the cover of a case file.

The desk's catalogue of words has the same sentences for its pages; a test compares the two.
"""

from schemas.casework.words import CaseState
from schemas.core.problems import Text

STATES: dict[CaseState, Text] = {
    CaseState.INFO_RECEIVED: Text(vi="Đã tiếp nhận thông tin", en="Information received"),
    CaseState.INFO_VERIFYING: Text(
        vi="Đang thẩm tra, xác minh thông tin", en="Information being verified"
    ),
    CaseState.FORWARDED: Text(
        vi="Đã chuyển nơi có thẩm quyền", en="Forwarded to the competent authority"
    ),
    CaseState.PLANNED: Text(vi="Trong kế hoạch kiểm tra", en="Planned inspection"),
    CaseState.PROPOSED: Text(vi="Đã đề xuất kiểm tra", en="Inspection proposed"),
    CaseState.REJECTED: Text(vi="Đề xuất không được phê duyệt", en="Proposal refused"),
    CaseState.PLAN_READY: Text(vi="Đã có phương án kiểm tra", en="Ad-hoc plan issued"),
    CaseState.DECIDED: Text(vi="Đã có quyết định kiểm tra", en="Inspection decided"),
    CaseState.EXPIRED: Text(
        vi="Quyết định kiểm tra hết hiệu lực", en="Inspection decision expired"
    ),
    CaseState.NOT_EXECUTED: Text(vi="Chưa kiểm tra được", en="Inspection could not be carried out"),
    CaseState.INSPECTING: Text(vi="Đang kiểm tra", en="Inspection under way"),
    CaseState.INSPECTED: Text(vi="Đã kiểm tra xong", en="Inspected"),
    CaseState.VERIFYING: Text(
        vi="Đang thẩm tra, xác minh sau kiểm tra", en="Verification after the inspection"
    ),
    CaseState.VIOLATION_RECORDED: Text(vi="Đã lập biên bản vi phạm", en="Violation recorded"),
    CaseState.AWAIT_EXPLANATION: Text(vi="Chờ giải trình", en="Explanation awaited"),
    CaseState.DECISION_DUE: Text(vi="Chờ ra quyết định", en="Decision due"),
    CaseState.WITH_CHAIR: Text(
        vi="Đã trình Chủ tịch Ủy ban nhân dân",
        en="Submitted to the People's Committee chair",
    ),
    CaseState.ONSPOT_SANCTIONED: Text(
        vi="Đã xử phạt không lập biên bản", en="Sanctioned without minutes"
    ),
    CaseState.SANCTIONED: Text(vi="Đã ra quyết định xử phạt", en="Sanctioned"),
    CaseState.REMEDY_ONLY: Text(
        vi="Chỉ tịch thu, khắc phục hậu quả", en="Confiscation or remedies alone"
    ),
    CaseState.NO_SANCTION: Text(vi="Không xử phạt", en="No sanction"),
    CaseState.DELIVERED: Text(vi="Đã giao quyết định", en="Decision delivered"),
    CaseState.POSTPONED: Text(vi="Hoãn thi hành", en="Execution postponed"),
    CaseState.INSTALMENT: Text(vi="Nộp phạt nhiều lần", en="Paid in instalments"),
    CaseState.EXECUTING: Text(vi="Đang thi hành", en="Execution under way"),
    CaseState.ENFORCING: Text(vi="Đang cưỡng chế", en="Being enforced"),
    CaseState.SUSPENDED: Text(vi="Tạm đình chỉ thi hành", en="Execution suspended"),
    CaseState.EXECUTED: Text(vi="Đã thi hành xong", en="Decision fully executed"),
    CaseState.LAPSED: Text(vi="Hết thời hiệu thi hành", en="Execution time-barred"),
    CaseState.ANNULLED: Text(vi="Quyết định đã bị hủy bỏ", en="Decision annulled"),
    CaseState.TRANSFERRED: Text(vi="Đã chuyển vụ việc", en="Transferred"),
    CaseState.CRIMINAL_TRANSFER: Text(
        vi="Đã chuyển cơ quan tố tụng", en="Referred for prosecution"
    ),
    CaseState.CLOSED_NO_ACTION: Text(vi="Kết thúc, không xử lý", en="Closed without action"),
    CaseState.CLOSED_NO_VIOLATION: Text(vi="Kết thúc, không vi phạm", en="Closed, no violation"),
    CaseState.CLOSED_COMPLIANT: Text(vi="Kết thúc, chấp hành tốt", en="Closed, compliant"),
    CaseState.ARCHIVED: Text(vi="Đã lưu trữ", en="Archived"),
}
"""Every state, in both languages; the code is never shown."""

KINDS = {"individual": "cá nhân", "household": "hộ kinh doanh", "organisation": "tổ chức"}
"""Kinds of party, as papers print them: only in Vietnamese."""

"""Names of states and file rulings in the texts of refusals, which never show codes or ids.

The desk's catalogue of words has the same texts for its pages; a test compares the two.
"""

from schemas.core.problems import Text
from schemas.fieldwork.words import InspectionState

STATES: dict[InspectionState, Text] = {
    InspectionState.DECIDED: Text(vi="Đã ban hành quyết định", en="Decision issued"),
    InspectionState.OPENED: Text(vi="Đã nhận việc", en="Taken up"),
    InspectionState.ANNOUNCED: Text(vi="Đang kiểm tra tại nơi", en="Being inspected on site"),
    InspectionState.SUBMITTED: Text(
        vi="Đã trình, chờ phê duyệt", en="Submitted, awaiting approval"
    ),
    InspectionState.RETURNED: Text(vi="Đã trả lại", en="Returned"),
    InspectionState.REVISING: Text(vi="Đang sửa lại", en="Being revised"),
    InspectionState.APPROVED: Text(vi="Đã phê duyệt", en="Approved"),
    InspectionState.REFUSED: Text(vi="Không phê duyệt", en="Refused"),
    InspectionState.DISCARDED: Text(vi="Không kiểm tra", en="Not inspected"),
}
"""Every state, in both languages."""

FILES: dict[str, Text] = {
    "agreed": Text(vi="Đã đồng ý hướng xử lý", en="Handling agreed to"),
    "taken_over": Text(vi="Đã nhận xử lý", en="Taken over"),
}
"""The final rulings on a file. The name of the state would be wrong for them, because in the newer
flow nobody approves signed minutes."""

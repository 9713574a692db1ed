"""Kinds, states and acts of plans, in words."""

from schemas.core.problems import Text
from schemas.planning.words import ItemState, PlanAct, PlanKind, PlanState

KINDS: dict[PlanKind, Text] = {
    PlanKind.ORIENTATION: Text(
        vi="Định hướng chương trình kiểm tra", en="Orientation programme of inspections"
    ),
    PlanKind.PERIODIC: Text(vi="Kế hoạch kiểm tra định kỳ", en="Periodic plan of inspections"),
    PlanKind.THEMATIC: Text(vi="Kế hoạch kiểm tra chuyên đề", en="Thematic plan of inspections"),
    PlanKind.FOREIGN: Text(vi="Kế hoạch của cơ quan khác", en="Another agency's plan"),
}
STATES: dict[PlanState, Text] = {
    PlanState.DRAFT: Text(vi="dự thảo", en="a draft"),
    PlanState.SENT_UP: Text(vi="đã gửi cấp trên", en="sent up"),
    PlanState.MERGED: Text(vi="đã tổng hợp vào kế hoạch cấp trên", en="merged into the plan above"),
    PlanState.READY: Text(vi="đang trình phê duyệt", en="submitted for approval"),
    PlanState.APPROVED: Text(vi="đã phê duyệt, chờ ban hành", en="approved, not issued"),
    PlanState.ISSUED: Text(vi="đã ban hành", en="issued"),
    PlanState.ENDED: Text(vi="đã kết thúc", en="ended"),
    PlanState.GIVEN_UP: Text(vi="đã bỏ", en="given up"),
    PlanState.FOREIGN: Text(vi="đưa vào để đối chiếu", en="entered to compare with"),
}
ITEM_STATES: dict[ItemState, Text] = {
    ItemState.DRAFT: Text(vi="dự thảo", en="draft"),
    ItemState.PLANNED: Text(vi="chưa thực hiện", en="planned"),
    ItemState.DECIDED: Text(vi="đã có quyết định", en="decided"),
    ItemState.RUNNING: Text(vi="đang kiểm tra", en="running"),
    ItemState.DONE: Text(vi="đã thực hiện", en="done"),
    ItemState.NOT_DONE: Text(vi="không thực hiện", en="not done"),
    ItemState.REMOVED: Text(vi="đã đưa ra", en="removed"),
    ItemState.FOREIGN: Text(vi="của cơ quan khác", en="of another agency"),
}
ACTS: dict[PlanAct, Text] = {
    PlanAct.DRAFTED: Text(vi="Soạn thông tin chung", en="Head written"),
    PlanAct.ITEMS_SET: Text(vi="Ghi các mục", en="Items written"),
    PlanAct.ITEMS_REMOVED: Text(vi="Đưa mục ra khỏi dự thảo", en="Items taken out of the draft"),
    PlanAct.SENT_UP: Text(vi="Gửi cấp trên", en="Sent up"),
    PlanAct.SENT_BACK: Text(vi="Cấp trên trả lại", en="Sent back by the unit above"),
    PlanAct.MERGED: Text(vi="Tổng hợp vào kế hoạch cấp trên", en="Merged into the plan above"),
    PlanAct.RELEASED: Text(
        vi="Kế hoạch cấp trên bị bỏ, trở lại chờ tổng hợp",
        en="Released: the plan above was given up",
    ),
    PlanAct.OVERLAP_RESOLVED: Text(vi="Xử lý trùng đối tượng", en="Overlap resolved"),
    PlanAct.SUBMITTED: Text(vi="Trình phê duyệt", en="Submitted for approval"),
    PlanAct.REOPENED: Text(vi="Mở lại thành dự thảo", en="Made a draft again"),
    PlanAct.APPROVED: Text(vi="Phê duyệt", en="Approved"),
    PlanAct.AGREED_ALONE: Text(vi="Đồng ý, tự soạn", en="Agreed to by its only drafter"),
    PlanAct.ISSUED: Text(vi="Ban hành", en="Issued"),
    PlanAct.AMENDED: Text(vi="Điều chỉnh", en="Amended"),
    PlanAct.SENT_OUT: Text(vi="Gửi nơi nhận", en="Sent to recipients"),
    PlanAct.PUBLISHED: Text(vi="Công bố công khai", en="Posted publicly"),
    PlanAct.ITEM_NOT_DONE: Text(vi="Ghi mục không thực hiện", en="Item not done"),
    PlanAct.ITEM_RESUMED: Text(vi="Tiếp tục thực hiện mục", en="Item planned again"),
    PlanAct.TEAM_CHANGED: Text(vi="Đổi người của các mục do bàn giao", en="Items handed over"),
    PlanAct.ENDED: Text(vi="Kết thúc, báo cáo kết quả", en="Ended, results reported"),
    PlanAct.GIVEN_UP: Text(vi="Bỏ kế hoạch", en="Given up"),
}

"""Sentences of notices about plans of inspections; see work_notices.py for the form.

Places: `what` is the plan's kind, year and title, `by` did it, `unit` is a unit, `due` the end of a limit.
"""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

OF_PLANS: dict[str, tuple[NoticeKind, Text, Text]] = {
    "plan.sent_up": (
        NoticeKind.SUBMITTED,
        Text(vi="Đơn vị gửi kế hoạch kiểm tra", en="A unit sent its plan up"),
        Text(
            vi="{unit} gửi {what}. Hãy tổng hợp vào kế hoạch của đơn vị, hoặc trả lại kèm lý do.",
            en="{unit} sent {what}. Merge it into your unit's plan, or send it back with a reason.",
        ),
    ),
    "plan.sent_back": (
        NoticeKind.RETURNED,
        Text(vi="Kế hoạch kiểm tra bị trả lại", en="Your unit's plan came back"),
        Text(
            vi="{by} trả lại {what}. Lý do: {reason}",
            en="{by} sent back {what}. Reason: {reason}",
        ),
    ),
    "plan.merged": (
        NoticeKind.CHANGED,
        Text(
            vi="Kế hoạch của đơn vị đã được tổng hợp",
            en="Your unit's plan was merged into the one above",
        ),
        Text(
            vi="{by} đã tổng hợp {what} vào kế hoạch cấp trên.",
            en="{by} took the items of {what} into the plan of the unit above.",
        ),
    ),
    "plan.issued": (
        NoticeKind.ASSIGNED,
        Text(vi="Kế hoạch kiểm tra đã ban hành", en="A plan of inspections was issued"),
        Text(
            vi="{what}, số {number} ngày {day}, có mục giao đơn vị bạn thực hiện.",
            en="{what}, number {number} of {day}, has items for your unit.",
        ),
    ),
    "plan.amended": (
        NoticeKind.CHANGED,
        Text(vi="Kế hoạch kiểm tra được điều chỉnh", en="A plan of inspections was amended"),
        Text(
            vi="{by} điều chỉnh {what}. Lý do: {reason}",
            en="{by} amended {what}. Reason: {reason}",
        ),
    ),
    "plan.unbegun_near": (
        NoticeKind.DUE,
        Text(vi="Sắp đến hạn mà chưa lập kế hoạch kiểm tra", en="A plan is due and not begun"),
        Text(
            vi="Đơn vị chưa lập {plan} năm {year}: {limit}, hạn {due}.",
            en="Your unit has not begun its {plan} for {year}: {limit} by {due}.",
        ),
    ),
    "plan.unbegun_late": (
        NoticeKind.OVERDUE,
        Text(vi="Quá hạn mà chưa lập kế hoạch kiểm tra", en="A plan is overdue and not begun"),
        Text(
            vi="Đơn vị chưa lập {plan} năm {year}: {limit}, đã quá hạn {due}.",
            en="Your unit has not begun its {plan} for {year}: {limit}, due {due}.",
        ),
    ),
    "plan.near": (
        NoticeKind.DUE,
        Text(vi="Sắp đến hạn của kế hoạch kiểm tra", en="A limit of a plan is near"),
        Text(vi="{what}: {limit}, hạn {due}.", en="{what}: {limit} by {due}."),
    ),
    "plan.late": (
        NoticeKind.OVERDUE,
        Text(vi="Quá hạn của kế hoạch kiểm tra", en="A limit of a plan is over"),
        Text(
            vi="{what}: {limit}, hạn {due} đã qua.",
            en="{what}: {limit} was due by {due}, which is past.",
        ),
    ),
}

"""Sentences of notices about reports; see work_notices.py for the form.

Places: `what` is the report's title and period, `by` did it, `unit` is a unit.
"""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

OF_REPORTS: dict[str, tuple[NoticeKind, Text, Text]] = {
    "report.sent_up": (
        NoticeKind.SUBMITTED,
        Text(vi="Đơn vị gửi báo cáo", en="A unit sent its report"),
        Text(
            vi="{unit} gửi {what}. Hãy tổng hợp vào báo cáo của đơn vị, hoặc trả lại kèm lý do.",
            en="{unit} sent {what}. Take it into your unit's report, or send it back with a reason.",
        ),
    ),
    "report.corrected": (
        NoticeKind.CHANGED,
        Text(vi="Đơn vị gửi báo cáo thay thế", en="A unit corrected its report"),
        Text(
            vi="{unit} gửi báo cáo thay thế: {what}. Hãy xem các điểm khác báo cáo trước.",
            en="{unit} sent a report in place of the last: {what}. See what it says otherwise.",
        ),
    ),
    "report.sent_back": (
        NoticeKind.RETURNED,
        Text(vi="Báo cáo bị trả lại", en="Your unit's report came back"),
        Text(
            vi="{by} trả lại {what}. Lý do: {reason}",
            en="{by} sent back {what}. Reason: {reason}",
        ),
    ),
    "report.taken_over": (
        NoticeKind.CHANGED,
        Text(vi="Cấp trên làm thay báo cáo", en="The unit above makes your unit's report"),
        Text(
            vi="{by} lập và gửi thay đơn vị: {what}. Lý do: {reason}",
            en="{by} makes and sends it on behalf of your unit: {what}. Reason: {reason}",
        ),
    ),
    "report.issued": (
        NoticeKind.SUBMITTED,
        Text(vi="Đơn vị ban hành báo cáo", en="A unit issued its report"),
        Text(
            vi="{unit} ban hành {what}, số {number} ngày {day}.",
            en="{unit} issued {what}, number {number} of {day}.",
        ),
    ),
}

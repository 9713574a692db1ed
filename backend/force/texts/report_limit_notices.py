"""Sentences of notices about the time limits of reports; see work_notices.py for the form.

Places: `what` is the report's title, `unit` and `units` are units, `by` did it, `due` the end of a limit.
"""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

OF_REPORT_LIMITS: dict[str, tuple[NoticeKind, Text, Text]] = {
    "report.near": (
        NoticeKind.DUE,
        Text(vi="Sắp đến hạn gửi báo cáo", en="A report is due soon"),
        Text(
            vi="{what} của {unit}: hạn gửi {due} ({limit}).",
            en="{what} of {unit} is due by {due} ({limit}).",
        ),
    ),
    "report.late": (
        NoticeKind.OVERDUE,
        Text(vi="Quá hạn gửi báo cáo", en="A report is overdue"),
        Text(
            vi="{what} của {unit} chưa gửi, đã quá hạn {due}. Hãy gửi kèm lý do chậm.",
            en="{what} of {unit} was due by {due} and was not sent. Send it and say why it is late.",
        ),
    ),
    "report.late_below": (
        NoticeKind.OVERDUE,
        Text(vi="Đơn vị cấp dưới chậm báo cáo", en="Units below are late with a report"),
        Text(
            vi="{what}: đã quá hạn {due}, chưa gửi: {units}.",
            en="{what} was due by {due}. Not sent by: {units}.",
        ),
    ),
    "report.reminded": (
        NoticeKind.DUE,
        Text(vi="Cấp trên nhắc gửi báo cáo", en="The unit above reminds you of a report"),
        Text(
            vi="{by} nhắc {unit} gửi {what}, hạn {due}.",
            en="{by} reminds {unit} to send {what}, due by {due}.",
        ),
    ),
    "report.reminded_unbegun": (
        NoticeKind.DUE,
        Text(vi="Cấp trên nhắc lập báo cáo", en="The unit above reminds you of a report"),
        Text(
            vi="{by} nhắc {unit} lập và gửi {what}, hạn {due}.",
            en="{by} reminds {unit} to begin and send {what}, due by {due}.",
        ),
    ),
}

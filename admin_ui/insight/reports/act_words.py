"""Words of the acts of a report: buttons, meanings, what the timeline says."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "reportacts.do_report.begun": Text(vi="Lập báo cáo", en="Begin the report"),
    "reportacts.do_report.filled": Text(vi="Tổng hợp số liệu", en="Fill the figures"),
    "reportacts.do_report.value_stated": Text(vi="Ghi số liệu", en="State a value"),
    "reportacts.do_report.text_written": Text(vi="Viết nội dung", en="Write a text"),
    "reportacts.do_report.reports_taken": Text(
        vi="Tổng hợp báo cáo cấp dưới", en="Take the reports of units below"
    ),
    "reportacts.do_report.unit_left_out": Text(
        vi="Lập không có báo cáo của đơn vị", en="Make it without a unit's report"
    ),
    "reportacts.why_report.unit_left_out": Text(
        vi="Báo cáo được gửi mà không chờ báo cáo của đơn vị này. Lý do nằm trong báo cáo và trên văn bản. Khi đơn vị "
        "gửi, tổng hợp lại sẽ bỏ ghi chú này.",
        en="The report does not wait for that of this unit. The reason stands in the report and on its paper. Once the "
        "unit has sent its own, taking the reports again takes this back.",
    ),
    "reportacts.do_report.taken_over": Text(vi="Làm thay đơn vị", en="Make it for the unit"),
    "reportacts.why_report.taken_over": Text(
        vi="Bạn lập và gửi báo cáo thay đơn vị. Tên bạn và lý do hiện trên báo cáo, đơn vị được báo, kiểm tra viên nội "
        "bộ thấy trong danh sách. Bạn sẽ không tự trả lại hay tổng hợp báo cáo này: người khác làm.",
        en="You make and send the report on behalf of the unit. Your name and the reason stand on the report, the unit "
        "is told, and auditors find it listed. You will not send it back or take it yourself: somebody else does.",
    ),
    "reportacts.do_report.sent_up": Text(vi="Gửi cấp trên", en="Send to the unit above"),
    "reportacts.why_report.sent_up": Text(
        vi="Báo cáo được gửi tới đơn vị cấp trên đúng như hiện nay và khóa lại. Sau đó chỉ sửa được khi cấp trên trả "
        "lại, hoặc bằng một bản sửa có lý do.",
        en="The report goes to the unit above as it is now, and is closed. After that it is changed only if it is sent "
        "back, or by a correction that gives its reason.",
    ),
    "reportacts.do_report.sent_back": Text(vi="Trả lại", en="Send back"),
    "reportacts.why_report.sent_back": Text(
        vi="Đơn vị sửa rồi gửi lại. Thời hạn không thay đổi.",
        en="The unit mends it and sends it again. Its time limit stays.",
    ),
    "reportacts.do_report.submitted": Text(vi="Trình phê duyệt", en="Submit for approval"),
    "reportacts.why_report.submitted": Text(
        vi="Nội dung được khóa lại và đi theo quy trình phê duyệt.",
        en="The content is closed and goes its route of approval.",
    ),
    "reportacts.do_report.reopened": Text(vi="Mở lại để sửa", en="Open again"),
    "reportacts.why_report.reopened": Text(
        vi="Báo cáo trở lại là dự thảo. Việc phê duyệt trước đó không còn hiệu lực.",
        en="The report is a draft again. An approval given before no longer counts.",
    ),
    "reportacts.do_report.approved": Text(vi="Phê duyệt", en="Approve"),
    "reportacts.do_report.issued": Text(vi="Ban hành", en="Issue"),
    "reportacts.do_report.replaced": Text(vi="Thay bằng bản sửa", en="Replaced by a correction"),
    "reportacts.do_report.given_up": Text(vi="Bỏ báo cáo", en="Give the report up"),
    "reportacts.why_report.given_up": Text(
        vi="Dự thảo không đi tiếp nữa và không mở lại được.",
        en="The draft goes no further and cannot be opened again.",
    ),
    "reportacts.do_report.corrected": Text(vi="Sửa báo cáo đã gửi", en="Correct what was sent"),
    "reportacts.why_report.corrected": Text(
        vi="Một bản sửa được lập, với số liệu đếm lại và nội dung của bản này. Bản này vẫn có hiệu lực cho đến khi gửi "
        "bản sửa, và được giữ nguyên; trang của bản sửa nêu rõ chỗ khác nhau.",
        en="A correction begins, with figures counted anew and the texts of this one. This one counts until the "
        "correction is sent, and is kept as it was; the correction's page says what differs.",
    ),
    "reportacts.sure": Text(
        vi="Tôi đã đọc và muốn ghi việc này.", en="I have read this and want it recorded."
    ),
    "reportacts.sure_needed": Text(
        vi="Hãy đánh dấu xác nhận: việc này không quay lại được.",
        en="Tick the confirmation: this cannot be undone.",
    ),
    "reportacts.reason": Text(vi="Lý do", en="Reason"),
    "reportacts.comment": Text(vi="Ý kiến, lý do trả lại", en="Comment: why it is sent back"),
    "reportacts.over_reason": Text(vi="Lý do làm thay", en="Why you make it on behalf of the unit"),
    "reportacts.left_out_reason": Text(
        vi="Lý do không có báo cáo của đơn vị", en="Why it is made without the unit's report"
    ),
    "reportacts.note": Text(vi="Ghi chú khi trình", en="Note"),
    "reportacts.late": Text(vi="Lý do gửi chậm", en="Why it is late"),
    "reportacts.late_hint": Text(
        vi="Hạn {due} đã qua. Lý do được ghi cùng báo cáo.",
        en="It was due by {due}. The reason stays with the report.",
    ),
    "reportacts.reason_needed": Text(
        vi="Cần lý do, ít nhất 3 ký tự.", en="A reason of at least 3 characters is needed."
    ),
    "reportacts.too_long": Text(vi="Nhiều nhất {most} ký tự.", en="At most {most} characters."),
}

"""Words of reports: lists, the overview of units, tables and texts."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "reviewed.period": Text(vi="Kỳ báo cáo", en="Period"),
    "reviewed.due": Text(vi="Hạn gửi", en="Due"),
    "reviewed.counted_at": Text(vi="Số liệu đến", en="Counted up to"),
    "reviewed.missing_units": Text(vi="Đơn vị chưa gửi báo cáo", en="Units without a report"),
    "reviewed.left_out": Text(vi="Đơn vị được bỏ qua", en="Units left out"),
    "reviewed.stated": Text(vi="Số ghi khác số hệ thống đếm", en="Values stated otherwise"),
    "reviewed.lost": Text(vi="Số đã ghi không còn dòng", en="Stated values whose row is gone"),
    "reviewed.open_report": Text(vi="Mở báo cáo", en="Open the report"),
    "reviewed.report_changes": Text(
        vi="So với báo cáo được thay", en="Compare with the one it replaces"
    ),
    "reports.title": Text(vi="Báo cáo", en="Reports"),
    "reports.views": Text(vi="Cách xem báo cáo", en="Views of reports"),
    "reports.view_list": Text(vi="Danh sách", en="List"),
    "reports.view_units": Text(vi="Theo đơn vị", en="By unit"),
    "reports.view_definitions": Text(vi="Mẫu báo cáo", en="Definitions"),
    "reports.units_title": Text(vi="Báo cáo của các đơn vị", en="Reports of units"),
    "reports.new": Text(vi="Lập báo cáo", en="Begin a report"),
    "reports.filter": Text(vi="Lọc", en="Show"),
    "reports.definition": Text(vi="Loại báo cáo", en="Kind of report"),
    "reports.all": Text(vi="Tất cả", en="All"),
    "reports.state": Text(vi="Trạng thái", en="State"),
    "reports.unit": Text(vi="Đơn vị", en="Unit"),
    "reports.all_zero": Text(
        vi="Kỳ này bảng không có số liệu nào khác 0 ({count} dòng)",
        en="All figures of this table are nought in the period ({count} rows)",
    ),
    "reports.zeros": Text(
        vi="Hiện {count} dòng không có số liệu", en="Show {count} rows with nothing in them"
    ),
    "reports.period_has": Text(vi="Kỳ có ngày", en="Period that has the day"),
    "reports.late_only": Text(vi="Chỉ báo cáo quá hạn", en="Late ones alone"),
    "reports.report": Text(vi="Báo cáo", en="Report"),
    "reports.due": Text(vi="Hạn gửi", en="Due"),
    "reports.no_due": Text(vi="không có hạn", en="no limit"),
    "reports.shown": Text(vi="Chỉ xem", en="Only"),
    "reports.head_limit": Text(vi="Gửi, thời hạn", en="Sent, limit"),
    "reports.head_sent": Text(vi="đã gửi {day}", en="sent {day}"),
    "reports.head_sent_late": Text(vi="gửi chậm {day}", en="sent late {day}"),
    "reports.sent_on": Text(vi="đã gửi {at}", en="sent {at}"),
    "reports.sent_late": Text(vi="gửi chậm", en="sent late"),
    "reports.none": Text(
        vi="Không có báo cáo nào. Báo cáo định kỳ được lập tự động khi hết kỳ; báo cáo chuyên đề bạn tự lập.",
        en="There is no report. Those of a period begin by themselves when it is over; a thematic one is begun here.",
    ),
    "reports.none_reader": Text(
        vi="Không có báo cáo nào trong phạm vi của bạn.", en="There is no report in your sight."
    ),
    "reports.state_draft": Text(vi="Dự thảo", en="Draft"),
    "reports.state_sent_back": Text(vi="Bị trả lại", en="Sent back"),
    "reports.state_sent_up": Text(vi="Đã gửi cấp trên", en="Sent up"),
    "reports.state_ready": Text(vi="Chờ phê duyệt", en="Waits for approval"),
    "reports.state_approved": Text(vi="Đã phê duyệt", en="Approved"),
    "reports.state_issued": Text(vi="Đã ban hành", en="Issued"),
    "reports.state_corrected": Text(vi="Đã có bản sửa", en="Corrected since"),
    "reports.state_given_up": Text(vi="Đã bỏ", en="Given up"),
    "reports.state_unbegun": Text(vi="Chưa lập", en="Not begun"),
    "reports.state_late": Text(vi="Quá hạn", en="Late"),
    "reports.on_behalf": Text(vi="làm thay", en="on behalf"),
    "reports.on_behalf_only": Text(
        vi="Chỉ báo cáo cấp trên làm thay", en="Made on behalf of units alone"
    ),
    "reports.on_behalf_title": Text(vi="Cấp trên làm thay đơn vị", en="Made on behalf of the unit"),
    "reports.on_behalf_by": Text(vi="{who}, {at}.", en="{who}, {at}."),
    "reports.behalf_closed": Text(
        vi="Đơn vị đã đóng, không còn ai làm việc.", en="The unit is closed: nobody serves in it."
    ),
    "reports.behalf_absent": Text(
        vi="Đơn vị không có thủ trưởng, hoặc thủ trưởng đang vắng.",
        en="Nobody heads the unit, or its head is away.",
    ),
    "reports.behalf_late": Text(vi="Đơn vị đã quá hạn gửi.", en="The unit is past its day."),
    "reports.left_out": Text(vi="Lập không có báo cáo của", en="Made without the reports of"),
    "reports.leave_out": Text(vi="Bỏ ra, kèm lý do", en="Leave it out, with a reason"),
    "reports.below_left_out": Text(vi="Bỏ ra, có lý do", en="Left out, with a reason"),
    "reports.before_use": Text(vi="Trước khi dùng hệ thống", en="Before the system was used"),
    "reports.before_use_why": Text(
        vi="Kỳ này đến hạn trước khi đơn vị lập báo cáo trên hệ thống: không tính là chậm.",
        en="This period was due before reports were made in the system: nobody is late with it.",
    ),
    "reports.units_lead": Text(
        vi="Báo cáo của các kỳ vừa hết. Mỗi ô mở báo cáo; nhắc được một lần mỗi ngày.",
        en="Reports of the periods that ended last. Each cell opens its report; a reminder goes once a day.",
    ),
    "reports.units_none": Text(
        vi="Không có báo cáo nào đến kỳ cho các đơn vị trực thuộc.",
        en="No report of a period is due from the units below.",
    ),
    "reports.closed_on": Text(vi="đóng từ {day}", en="closed on {day}"),
    "reports.goes_on": Text(vi="tiếp nối: {unit}", en="goes on as {unit}"),
    "reports.units_day": Text(vi="Tại ngày", en="On the day"),
    "reports.remind_title": Text(vi="Nhắc đơn vị chưa gửi", en="Remind who has not sent"),
    "reports.remind": Text(
        vi="Nhắc đơn vị chưa gửi ({count})", en="Remind who has not sent ({count})"
    ),
    "reports.reminded": Text(
        vi="Đã nhắc {count} người đứng đầu đơn vị chưa gửi.", en="{count} heads were reminded."
    ),
    "reports.reminded_none": Text(
        vi="Hôm nay các đơn vị chưa gửi đã được nhắc rồi.",
        en="Who has not sent was reminded today already.",
    ),
    "reports.all_sent": Text(vi="đã gửi đủ", en="all were sent"),
    "reports.next": Text(vi="Việc tiếp theo", en="What comes next"),
    "reports.done": Text(vi="Đã ghi nhận: {act}.", en="Recorded: {act}."),
    "reports.missing": Text(vi="Còn thiếu", en="Missing"),
    "reports.parts": Text(vi="Các phần", en="Parts"),
    "reports.part_clock": Text(vi="Thời hạn", en="Time limit"),
    "reports.part_tables": Text(vi="Số liệu", en="Figures"),
    "reports.part_texts": Text(vi="Nội dung viết", en="Texts"),
    "reports.part_below": Text(vi="Báo cáo cấp dưới", en="Reports of units below"),
    "reports.part_papers": Text(vi="Văn bản", en="Papers"),
    "reports.part_story": Text(vi="Quá trình xử lý", en="Timeline"),
    "reports.law_day": Text(
        vi="Quy định nêu ngày {day}, là ngày nghỉ: hạn chuyển sang ngày làm việc tiếp theo.",
        en="The rule names {day}, a day off: the limit moves to the next working day.",
    ),
    "reports.check": Text(vi="Cần đối chiếu", en="To be checked"),
    "reports.recipients": Text(vi="Nơi nhận", en="Recipients"),
    "reports.counted_until": Text(vi="Số liệu tính đến {at}.", en="Counted until {at}."),
    "reports.position": Text(
        vi="Đếm đến vị trí của nhật ký", en="Counted until position of the log"
    ),
    "reports.position_before": Text(
        vi="Bản trước: đếm đến vị trí của nhật ký",
        en="The report before: counted until position of the log",
    ),
    "reports.position_after": Text(
        vi="Bản sửa: đếm đến vị trí của nhật ký",
        en="The correction: counted until position of the log",
    ),
    "reports.counted": Text(
        vi="Số liệu tính đến {at}, vị trí {through} của nhật ký.",
        en="Counted until {at}, position {through} of the log.",
    ),
    "reports.not_filled": Text(
        vi="Chưa tổng hợp số liệu.", en="The figures have not been filled in yet."
    ),
    "reports.before_end": Text(
        vi="Số liệu được tính trước khi hết kỳ. Hãy tổng hợp lại trước khi gửi.",
        en="The figures were counted before the period was over. Fill them again before it is sent.",
    ),
    "reports.fill": Text(vi="Tổng hợp lại số liệu", en="Fill the figures again"),
    "reports.column_row": Text(vi="Chỉ tiêu", en="Figure"),
    "reports.state_value": Text(vi="Ghi số", en="State"),
    "reports.state_value_of": Text(
        vi="Ghi số cho {row}, {column}", en="State a value for {row}, {column}"
    ),
    "reports.value_title": Text(vi="Ghi số liệu", en="State a value"),
    "reports.value_counted": Text(vi="Đếm được {value}.", en="Counted: {value}."),
    "reports.value_not_told": Text(
        vi="Hệ thống không có dữ liệu cho số này.", en="Nothing in the system tells this value."
    ),
    "reports.value_help": Text(
        vi="Chỉ ghi số khác số đếm được. Số nguyên; để trống để bỏ số đã ghi.",
        en="Give values only where they are not what was counted. Whole numbers; empty takes back what was stated.",
    ),
    "reports.value_in_days": Text(
        vi="Số ngày, nhiều nhất một chữ số thập phân.", en="Days, with at most one decimal."
    ),
    "reports.value_reason": Text(vi="Lý do khác số đếm được", en="Why it is not the counted value"),
    "reports.value_reason_help": Text(
        vi="Bắt buộc khi hệ thống đã đếm được số: báo cáo nêu cả hai số và lý do.",
        en="Needed where a value was counted: the report shows both, with the reason.",
    ),
    "reports.counted_short": Text(vi="đếm được {value}", en="counted {value}"),
    "reports.behind": Text(
        vi="{row}, {column}: {value}. Mở hồ sơ", en="{row}, {column}: {value}. Open the records"
    ),
    "reports.error_reason": Text(
        vi="Nêu lý do, ít nhất 3 ký tự: hệ thống đếm được số khác.",
        en="Give a reason of at least 3 characters: another value was counted.",
    ),
    "reports.texts_title": Text(vi="Nội dung viết của báo cáo", en="Texts of the report"),
    "reports.texts_edit": Text(vi="Viết nội dung", en="Write the texts"),
    "reports.texts_save": Text(vi="Lưu nội dung", en="Save the texts"),
    "reports.text_none": Text(vi="(chưa viết)", en="(not written yet)"),
    "reports.text_required": Text(vi="(bắt buộc)", en="(required)"),
    "reports.text_before": Text(vi="Kỳ trước", en="Last period"),
    "reports.text_before_none": Text(
        vi="Kỳ trước không có nội dung này.", en="Last period has no such text."
    ),
    "reports.below_lead": Text(
        vi="Báo cáo mà các đơn vị trực thuộc đã gửi cho kỳ này. Số liệu của báo cáo này đếm từ hồ sơ; "
        "cột so sánh cho biết số đơn vị gửi có khớp không.",
        en="What the units below sent for this period. The figures of this report are counted from records; the "
        "comparison says whether what units sent agrees.",
    ),
    "reports.below_take": Text(
        vi="Tổng hợp báo cáo cấp dưới", en="Take the reports of units below"
    ),
    "reports.below_again": Text(vi="Tổng hợp lại", en="Take them again"),
    "reports.below_taken": Text(vi="Đã tổng hợp", en="Taken"),
    "reports.below_changed": Text(
        vi="Đơn vị đã gửi bản khác sau khi tổng hợp", en="The unit sent another version since"
    ),
    "reports.below_sent": Text(vi="Gửi lúc", en="Sent"),
    "reports.below_none": Text(
        vi="Không có đơn vị trực thuộc nào lập báo cáo này.", en="No unit below makes this report."
    ),
    "reports.below_counts": Text(vi="{sent}/{all} đơn vị đã gửi", en="{sent} of {all} units sent"),
    "reports.compare_title": Text(
        vi="Số đơn vị gửi so với số đếm được", en="What units sent beside what was counted"
    ),
    "reports.compare_sum": Text(vi="Tổng các đơn vị gửi", en="Sum of what was sent"),
    "reports.compare_own": Text(vi="Báo cáo này", en="This report"),
    "reports.compare_off": Text(vi="Chênh lệch", en="Difference"),
    "reports.is_correction": Text(vi="Bản sửa", en="A correction"),
    "reports.replaces": Text(vi="Bản sửa của", en="Corrects"),
    "reports.replaced_by": Text(
        vi="Báo cáo này đã được sửa. Bản đang có hiệu lực:",
        en="This report was corrected. The version that counts:",
    ),
    "reports.changes_title": Text(
        vi="Bản sửa khác bản trước ở đâu", en="What the correction changed"
    ),
    "reports.changes_values": Text(vi="Số liệu thay đổi", en="Values that changed"),
    "reports.changes_texts": Text(vi="Nội dung thay đổi", en="Texts that changed"),
    "reports.changes_none": Text(vi="Chưa có gì khác bản trước.", en="Nothing differs yet."),
    "reports.changes_was": Text(vi="Bản trước", en="Before"),
    "reports.changes_is": Text(vi="Bản sửa", en="Now"),
    "reports.changes_open": Text(vi="Xem thay đổi", en="See what changed"),
    "reports.sent_back_title": Text(vi="Cấp trên trả lại", en="The unit above sent it back"),
    "reports.late_reason": Text(vi="Lý do gửi chậm", en="Why it is late"),
    "reports.xlsx": Text(vi="Tải bảng tính (XLSX)", en="Download as XLSX"),
    "reports.begin_title": Text(vi="Lập báo cáo", en="Begin a report"),
    "reports.begin_none": Text(
        vi="Chưa có loại báo cáo nào được công bố cho đơn vị của bạn.",
        en="No kind of report is published for your unit yet.",
    ),
    "reports.begin_first": Text(vi="Từ ngày", en="From"),
    "reports.begin_last": Text(vi="Đến ngày", en="To"),
    "reports.begin_days_help": Text(
        vi="Báo cáo định kỳ: kỳ có ngày này. Báo cáo chuyên đề: ngày cuối.",
        en="Of a periodic report: the period that has this day. Of a thematic one: its last day.",
    ),
    "reports.begin_first_help": Text(
        vi="Chỉ dùng cho báo cáo chuyên đề.", en="For thematic reports alone."
    ),
    "reports.begin_name": Text(vi="Tên báo cáo", en="Title"),
    "reports.begin_name_help": Text(
        vi="Để trống để dùng tên của loại báo cáo.", en="Empty: the name of its kind."
    ),
    "reports.begin": Text(vi="Lập dự thảo", en="Begin the draft"),
    "reports.error_definition": Text(vi="Chọn loại báo cáo.", en="Choose the kind of report."),
    "reports.about": Text(vi="Thông tin chung", en="About this report"),
    "reports.kind": Text(vi="Mẫu báo cáo", en="Made by"),
    "reports.version": Text(vi="phiên bản {version}", en="version {version}"),
    "reports.begun_by": Text(vi="Người lập", en="Begun by"),
    "reports.sent_to": Text(vi="Gửi tới", en="Sent to"),
    "reports.sent_by": Text(vi="{who} gửi", en="by {who}"),
    "reports.given_up_why": Text(vi="Lý do bỏ báo cáo", en="Why it was given up"),
    "reports.replaced_link": Text(vi="Mở bản sửa", en="Open the correction"),
    "reports.replaces_link": Text(vi="báo cáo đã gửi trước", en="the report that was sent before"),
    "reports.lost": Text(
        vi="Số do đơn vị ghi cho những dòng không còn trong bảng sau khi tổng hợp lại:",
        en="Values stated for rows that are gone since the figures were filled again:",
    ),
    "reports.text_needed": Text(vi="cần viết trước khi gửi", en="needed before it is sent"),
    "reports.stated_instead": Text(
        vi="{who} ghi, thay cho số đếm được {value}", en="stated by {who}; counted {value}"
    ),
    "reports.stated_only": Text(vi="{who} ghi", en="stated by {who}"),
    "reports.value_moved": Text(
        vi="Số liệu vừa được tổng hợp lại. Hãy xem lại số đếm được rồi lưu.",
        en="The figures were filled again meanwhile. Look at what was counted, then save.",
    ),
    "reports.value_save": Text(vi="Lưu số liệu", en="Save the values"),
    "reports.rows_unit": Text(vi="Đơn vị", en="Unit"),
    "reports.rows_field": Text(vi="Lĩnh vực", en="Field"),
    "reports.rows_behaviour": Text(vi="Hành vi", en="Behaviour"),
    "reports.below_column": Text(vi="Trong báo cáo này", en="In this report"),
    "reports.below_since": Text(vi="Gửi sau khi tổng hợp", en="Sent after they were taken"),
    "reports.below_taken_at": Text(vi="Tổng hợp lúc {at}.", en="Taken at {at}."),
    "reports.below_were_missing": Text(vi="Khi đó chưa gửi", en="Not sent by then"),
    "reports.compare_counted": Text(vi="Số đếm được của các đơn vị", en="Counted of these units"),
    "reports.compare_note": Text(
        vi="Chỉ tiêu không cộng được giữa các đơn vị thì không có tổng.",
        en="Figures that do not add up over units have no sum.",
    ),
    "reports.changes_why": Text(vi="Lý do sửa", en="Why it was corrected"),
    "reports.changes_old": Text(vi="Mở bản trước", en="Open the report before"),
    "reports.changes_column": Text(vi="Cột", en="Column"),
    "reports.begin_lead": Text(
        vi="Báo cáo định kỳ tự lập khi hết kỳ. Ở đây lập báo cáo chuyên đề, hoặc báo cáo của một kỳ chưa được lập.",
        en="Reports of a period begin by themselves when it is over. Here a thematic one is begun, or one of a period "
        "that has none.",
    ),
    "reports.error_period": Text(
        vi="Không có kỳ nào của loại báo cáo này có ngày đó.",
        en="No period of this kind has that day.",
    ),
}

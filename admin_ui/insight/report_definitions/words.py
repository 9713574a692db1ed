"""Words of the pages of report definitions."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "repdef.title": Text(vi="Mẫu báo cáo", en="Report definitions"),
    "repdef.lead": Text(
        vi="Mỗi mẫu quy định một loại báo cáo: bảng, chỉ tiêu, kỳ, đơn vị lập, nơi nhận. Một người soạn phiên bản mới, "
        "người khác ban hành; kỳ báo cáo dùng phiên bản có hiệu lực vào ngày cuối kỳ.",
        en="Each says what one kind of report is made of: tables, figures, periods, who makes it and for whom. One "
        "person drafts a version, another publishes it; a period is reported by the version of its last day.",
    ),
    "repdef.new": Text(vi="Soạn mẫu mới", en="Draft a new one"),
    "repdef.edit": Text(vi="Soạn phiên bản mới", en="Draft the next version"),
    "repdef.total": Text(vi="{count} mẫu báo cáo", en="{count} definitions"),
    "repdef.none": Text(
        vi="Chưa có mẫu báo cáo nào. Soạn một mẫu; người thứ hai ban hành thì các đơn vị làm báo cáo theo đó.",
        en="There is no definition yet. Draft one; once a second person publishes it, units report by it.",
    ),
    "repdef.name": Text(vi="Tên báo cáo", en="Title"),
    "repdef.name_en": Text(vi="Tên tiếng Anh", en="Title in English"),
    "repdef.code": Text(vi="Mã", en="Code"),
    "repdef.code_hint": Text(
        vi="Chữ thường không dấu, số, gạch dưới; không đổi được về sau.",
        en="Lower-case letters, digits, underscores; it stays.",
    ),
    "repdef.code_taken": Text(vi="Mã này đã có.", en="This code is taken."),
    "repdef.levels": Text(vi="Cấp lập báo cáo", en="Made by"),
    "repdef.levels_needed": Text(vi="Chọn ít nhất một cấp.", en="Choose at least one level."),
    "repdef.version": Text(vi="Phiên bản", en="Version"),
    "repdef.version_number": Text(vi="Phiên bản {number}", en="Version {number}"),
    "repdef.shipped": Text(
        vi="Có sẵn trong hệ thống, chưa được hai người của lực lượng ban hành",
        en="Came with the system; no two people of the force published it",
    ),
    "repdef.in_force": Text(vi="Đang áp dụng", en="In force"),
    "repdef.not_in_force": Text(vi="Không áp dụng", en="Not in force"),
    "repdef.waiting": Text(vi="Có dự thảo chờ ban hành", en="A draft waits"),
    "repdef.since": Text(vi="Kỳ kết thúc từ", en="Periods that end from"),
    "repdef.until": Text(vi="đến trước", en="until before"),
    "repdef.state": Text(vi="Tình trạng", en="State"),
    "repdef.head": Text(vi="Thông tin chung", en="In general"),
    "repdef.valid_from": Text(vi="Áp dụng cho kỳ kết thúc từ ngày", en="For periods that end from"),
    "repdef.limit": Text(vi="Thời hạn gửi", en="Time limit"),
    "repdef.limit_none": Text(vi="Không có (chuyên đề)", en="None (thematic)"),
    "repdef.limit_level": Text(vi="{level}: {day}", en="{level}: {day}"),
    "repdef.limit_day": Text(
        vi="Ngày trong tháng hết kỳ: {days} ({citation})",
        en="Day of the month in which the period ends: {days} ({citation})",
    ),
    "repdef.limit_weekday": Text(
        vi="{days}, kể từ ngày hết kỳ ({citation})",
        en="{days}, on or after the last day of the period ({citation})",
    ),
    "repdef.source": Text(vi="Căn cứ", en="Source"),
    "repdef.source_en": Text(vi="Căn cứ (tiếng Anh)", en="Source in English"),
    "repdef.check": Text(vi="Điều chưa chắc chắn", en="Not certain"),
    "repdef.check_en": Text(vi="Điều chưa chắc chắn (tiếng Anh)", en="Not certain, in English"),
    "repdef.recipients": Text(vi="Nơi nhận", en="Recipients"),
    "repdef.recipients_hint": Text(
        vi="Ngoài đơn vị cấp trên. Cấp gửi: 1 Cục, 2 Chi cục, 3 Đội; để trống là mọi cấp.",
        en="Besides the unit above. Levels: 1 agency, 2 department, 3 team; empty is all.",
    ),
    "repdef.recipient": Text(vi="Nơi nhận {number}", en="Recipient {number}"),
    "repdef.recipient_levels": Text(vi="Cấp gửi {number}", en="Levels {number}"),
    "repdef.parts": Text(vi="Các phần", en="Parts"),
    "repdef.part": Text(vi="Phần {number}", en="Part {number}"),
    "repdef.part_id": Text(vi="Mã phần", en="Code of the part"),
    "repdef.part_wrong": Text(
        vi="Phần “{part}” chưa đúng: mã phần viết thường không dấu, tên không quá dài, chọn kiểu dòng.",
        en="Part “{part}” is not right: lower-case letters in its code, no word too long, its rows chosen.",
    ),
    "repdef.head_wrong": Text(
        vi="Mã viết thường không dấu, từ 3 đến 40 ký tự; nơi nhận không quá 200 ký tự.",
        en="The code has 3 to 40 lower-case letters; a recipient at most 200 characters.",
    ),
    "repdef.parts_needed": Text(vi="Mẫu cần ít nhất một phần.", en="It needs at least one part."),
    "repdef.kind_table": Text(vi="Bảng số liệu", en="Table"),
    "repdef.kind_text": Text(vi="Phần viết", en="Text"),
    "repdef.part_title": Text(vi="Tên phần", en="Title"),
    "repdef.in_english": Text(vi="Tiếng Anh", en="In English"),
    "repdef.help": Text(vi="Hướng dẫn người viết", en="Help for its writer"),
    "repdef.help_en": Text(vi="Hướng dẫn (tiếng Anh)", en="Help in English"),
    "repdef.required": Text(vi="Bắt buộc viết", en="Must be written"),
    "repdef.note_below": Text(vi="Ghi chú dưới bảng", en="Note below the table"),
    "repdef.note_below_en": Text(vi="Ghi chú (tiếng Anh)", en="Note in English"),
    "repdef.filters": Text(vi="Bộ lọc", en="Filter"),
    "repdef.filters_hint": Text(
        vi="Mã lĩnh vực, đối tượng hoặc hành vi, cách nhau bởi dấu phẩy; để trống là tất cả.",
        en="Codes of fields, parties or behaviours, separated by commas; empty is all.",
    ),
    "repdef.codes": Text(vi="Mã dùng trong bộ lọc", en="Codes for filters"),
    "repdef.only": Text(vi="chỉ: {what}", en="only: {what}"),
    "repdef.column": Text(vi="Cột", en="Column"),
    "repdef.columns": Text(vi="Các cột (bảng theo chỉ tiêu)", en="Columns (figures in rows)"),
    "repdef.column_number": Text(vi="Cột {number}", en="Column {number}"),
    "repdef.column_label": Text(vi="Tên cột {number}", en="Head of column {number}"),
    "repdef.column_label_en": Text(
        vi="Tên cột {number} (tiếng Anh)", en="Head of column {number} in English"
    ),
    "repdef.column_none": Text(vi="(không dùng)", en="(none)"),
    "repdef.column_period": Text(vi="Trong kỳ", en="In the period"),
    "repdef.column_before": Text(vi="Kỳ trước", en="Period before"),
    "repdef.column_year_before": Text(vi="Cùng kỳ năm trước", en="Same period last year"),
    "repdef.column_year_to_date": Text(vi="Lũy kế từ đầu năm", en="Since the year began"),
    "repdef.column_change": Text(vi="Tăng, giảm so với cùng kỳ", en="Change on last year"),
    "repdef.column_change_percent": Text(
        vi="Tăng, giảm so với cùng kỳ (%)", en="Change on last year (%)"
    ),
    "repdef.figures": Text(
        vi="Các chỉ tiêu là cột (bảng theo đơn vị, lĩnh vực, hành vi)",
        en="Figures as columns (rows are units, fields or behaviours)",
    ),
    "repdef.figure_number": Text(vi="Chỉ tiêu {number}", en="Figure {number}"),
    "repdef.rows": Text(vi="Các dòng", en="Rows"),
    "repdef.row": Text(vi="Dòng {number}", en="Row {number}"),
    "repdef.label": Text(vi="Tên dòng", en="Label"),
    "repdef.label_en": Text(vi="Tên dòng (tiếng Anh)", en="Label in English"),
    "repdef.figure": Text(vi="Mã chỉ tiêu", en="Figure"),
    "repdef.figure_hint": Text(
        vi="Gõ để tìm theo mã hoặc tên; để trống thì dòng là tiêu đề.",
        en="Type to find it by code or name; without one the row is a heading.",
    ),
    "repdef.indent": Text(vi="Thụt", en="Indent"),
    "repdef.heading": Text(vi="tiêu đề", en="heading"),
    "repdef.add_table": Text(vi="Thêm bảng", en="Add a table"),
    "repdef.add_text": Text(vi="Thêm phần viết", en="Add a text"),
    "repdef.more": Text(vi="Thêm dòng", en="Add a row"),
    "repdef.more_figures": Text(vi="Thêm chỉ tiêu", en="Add a figure"),
    "repdef.up": Text(vi="Chuyển phần lên", en="Move the part up"),
    "repdef.drop": Text(vi="Bỏ phần này", en="Take the part away"),
    "repdef.insert": Text(
        vi="Chèn dòng phía trên dòng {number}", en="Insert a row above row {number}"
    ),
    "repdef.raise": Text(vi="Chuyển dòng {number} lên", en="Move row {number} up"),
    "repdef.remove": Text(vi="Bỏ dòng {number}", en="Take row {number} away"),
    "repdef.show": Text(vi="Xem lại bảng", en="Show it again"),
    "repdef.note": Text(vi="Lý do thay đổi", en="Why it changes"),
    "repdef.note_hint": Text(
        vi="Người ban hành đọc trước khi ban hành; lưu cùng phiên bản.",
        en="Who publishes it reads this first; it stays with the version.",
    ),
    "repdef.note_needed": Text(
        vi="Cần lý do, ít nhất 3 ký tự.", en="A reason of at least 3 characters."
    ),
    "repdef.period_needed": Text(vi="Chọn kỳ báo cáo.", en="Choose a period."),
    "repdef.day_needed": Text(vi="Ngày chưa đúng.", en="This is no day."),
    "repdef.reason": Text(vi="Lý do", en="Reason"),
    "repdef.reason_needed": Text(
        vi="Cần lý do, ít nhất 3 ký tự.", en="A reason of at least 3 characters."
    ),
    "repdef.draft_now": Text(vi="Gửi người thứ hai ban hành", en="Give it to a second person"),
    "repdef.versions": Text(vi="Các phiên bản", en="Versions"),
    "repdef.drafts": Text(vi="Các dự thảo", en="Drafts"),
    "repdef.draft": Text(vi="Dự thảo mẫu báo cáo", en="Draft of a report definition"),
    "repdef.draft_of": Text(vi="Dự thảo: {title}", en="Draft: {title}"),
    "repdef.drafted_by": Text(vi="{name} soạn {at}", en="Drafted by {name}, {at}"),
    "repdef.answer_published": Text(vi="{name} ban hành {at}", en="Published by {name}, {at}"),
    "repdef.answer_declined": Text(
        vi="{name} từ chối hoặc rút lại {at}: {reason}",
        en="Declined or taken back by {name}, {at}: {reason}",
    ),
    "repdef.open_draft": Text(vi="Mở dự thảo", en="Open the draft"),
    "repdef.changes": Text(vi="Thay đổi so với phiên bản trước", en="What changes"),
    "repdef.changes_first": Text(vi="Nội dung (mẫu mới)", en="What it says (a new one)"),
    "repdef.changes_none": Text(vi="Không có gì thay đổi.", en="Nothing changes."),
    "repdef.gone": Text(vi="Bỏ", en="Gone"),
    "repdef.came": Text(vi="Thêm", en="New"),
    "repdef.change": Text(vi="Thay đổi", en="Change"),
    "repdef.where": Text(vi="Ở đâu", en="Where"),
    "repdef.what": Text(vi="Nội dung", en="What"),
    "repdef.ends": Text(
        vi="Đề nghị thôi áp dụng cho các kỳ kết thúc từ ngày {day}.",
        en="Proposes that no period that ends from {day} on is reported by it.",
    ),
    "repdef.try": Text(vi="Thử trên kỳ đã qua", en="Try it on an old period"),
    "repdef.try_lead": Text(
        vi="Điền thử dự thảo với số liệu thật của một kỳ, bên cạnh phiên bản đang áp dụng. Không ghi gì vào báo cáo.",
        en="Fills the draft with the true figures of a period, beside the version in force. Nothing is recorded.",
    ),
    "repdef.try_do": Text(vi="Điền thử", en="Try"),
    "repdef.try_until": Text(vi="Kỳ có ngày", en="Period that has the day"),
    "repdef.try_until_days": Text(vi="Đến ngày", en="Until"),
    "repdef.try_since": Text(vi="Từ ngày", en="From"),
    "repdef.tried": Text(
        vi="{unit}, từ {first} đến {last}; tính đến vị trí {through} của nhật ký.",
        en="{unit}, from {first} to {last}; counted up to position {through} of the log.",
    ),
    "repdef.tried_mark": Text(
        vi="Điền thử một dự thảo, không phải báo cáo", en="A draft that was tried, no report"
    ),
    "repdef.tried_period": Text(vi="Từ {first} đến {last}", en="From {first} to {last}"),
    "repdef.tried_through": Text(
        vi="Tính đến vị trí {through} của nhật ký", en="Counted up to position {through} of the log"
    ),
    "repdef.tried_draft": Text(vi="Theo dự thảo", en="By the draft"),
    "repdef.tried_same": Text(
        vi="Phiên bản đang áp dụng cho bảng giống hệt.",
        en="The version in force gives the same table.",
    ),
    "repdef.tried_now": Text(vi="Theo phiên bản đang áp dụng", en="By the version in force"),
    "repdef.tried_new": Text(
        vi="Phiên bản đang áp dụng không có bảng này.", en="The version in force has no such table."
    ),
    "repdef.tried_gone": Text(
        vi="Chỉ có trong phiên bản đang áp dụng", en="In the version in force alone"
    ),
    "repdef.workbook": Text(vi="Tải bản điền thử (XLSX)", en="Download as XLSX"),
    "repdef.answer": Text(vi="Ban hành hoặc từ chối", en="Publish or decline"),
    "repdef.own": Text(
        vi="Bạn đã soạn dự thảo này, người khác mới ban hành được.",
        en="You drafted it, so another person publishes it.",
    ),
    "repdef.publish_said": Text(
        vi="Từ ngày áp dụng, đơn vị các cấp đã chọn lập báo cáo theo phiên bản này. Báo cáo đã lập giữ phiên bản cũ.",
        en="From its first day on all units of these levels report by it. Reports that have begun keep their version.",
    ),
    "repdef.looked": Text(
        vi="Tôi đã đọc các thay đổi và điền thử trên kỳ đã qua.",
        en="I have read what changes and tried it on an old period.",
    ),
    "repdef.looked_needed": Text(
        vi="Hãy đọc thay đổi, điền thử rồi đánh dấu.",
        en="Read what changes, try it, then tick this.",
    ),
    "repdef.publish": Text(vi="Ban hành", en="Publish"),
    "repdef.decline": Text(vi="Từ chối dự thảo", en="Decline"),
    "repdef.take_back": Text(vi="Rút dự thảo", en="Take it back"),
    "repdef.end": Text(vi="Đề nghị thôi áp dụng", en="Propose to end it"),
    "repdef.end_said": Text(
        vi="Các kỳ kết thúc từ ngày này không lập báo cáo theo mẫu nữa. Người thứ hai ban hành.",
        en="No period that ends from this day on is reported by it. A second person publishes that.",
    ),
    "repdef.ends_on": Text(vi="Từ ngày", en="From"),
    "repdef.done_drafted": Text(
        vi="Dự thảo chờ người thứ hai ban hành.", en="The draft waits for a second person."
    ),
    "repdef.done_published": Text(vi="Đã ban hành.", en="Published."),
    "repdef.done_declined": Text(vi="Đã từ chối hoặc rút dự thảo.", en="Declined or taken back."),
}

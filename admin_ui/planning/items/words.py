"""Words of the items of plans: lists, board, calendar, overlaps, changes, the form."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "planitems.title": Text(vi="Cuộc kiểm tra theo kế hoạch", en="Items of plans"),
    "planitems.subject": Text(vi="Đối tượng hoặc tiêu chí", en="Subject or criterion"),
    "planitems.where_when": Text(vi="Địa điểm, thời gian, nội dung", en="Place, days, contents"),
    "planitems.days": Text(vi="Thời gian", en="Days"),
    "planitems.none": Text(
        vi="Không có cuộc kiểm tra nào khớp. Bỏ bớt điều kiện lọc, hoặc mở kế hoạch để thêm.",
        en="No item matches. Take filters off, or open a plan to add one.",
    ),
    "planitems.none_in_plan": Text(
        vi="Chưa có cuộc kiểm tra nào. Thêm từng cuộc, hoặc nhập cả danh mục từ Excel.",
        en="No item yet. Add them one by one, or import the whole list from Excel.",
    ),
    "planitems.none_yet": Text(vi="Chưa có cuộc kiểm tra nào.", en="No item yet."),
    "planitems.counted": Text(vi="{count} cuộc", en="{count} {count:item|items}"),
    "planitems.new": Text(vi="Thêm cuộc kiểm tra", en="Add an item"),
    "planitems.new_amending": Text(vi="Bổ sung cuộc kiểm tra", en="Add an item by an amendment"),
    "planitems.edit": Text(vi="Sửa", en="Edit"),
    "planitems.remove": Text(vi="Loại khỏi kế hoạch", en="Remove from the plan"),
    "planitems.remove_said": Text(
        vi="Cuộc kiểm tra rời kế hoạch và không lấy lại được: muốn có lại thì thêm cuộc mới. Lịch sử và lý do còn giữ.",
        en="The item leaves the plan and does not come back: to have it again, add a new one. Its history and the "
        "reason stay.",
    ),
    "planitems.state_draft": Text(vi="Dự thảo", en="Draft"),
    "planitems.state_planned": Text(vi="Theo kế hoạch", en="Planned"),
    "planitems.state_decided": Text(vi="Đã có quyết định", en="Decided"),
    "planitems.state_running": Text(vi="Đang kiểm tra", en="Running"),
    "planitems.state_done": Text(vi="Đã xong", en="Done"),
    "planitems.state_not_done": Text(vi="Không thực hiện", en="Not done"),
    "planitems.state_removed": Text(vi="Đã loại", en="Removed"),
    "planitems.state_foreign": Text(vi="Của cơ quan khác", en="Another agency's"),
    "planitems.state_late": Text(vi="Quá hạn", en="Late"),
    "planitems.month": Text(vi="Tháng", en="Month"),
    "planitems.month_short": Text(vi="T{month}", en="M{month}"),
    "planitems.month_said": Text(vi="Tháng {month}/{year}", en="{month}/{year}"),
    "planitems.in_month": Text(vi="tháng {month}/{year}", en="{month}/{year}"),
    "planitems.address": Text(vi="Địa chỉ, địa điểm kiểm tra", en="Address"),
    "planitems.edit_named": Text(vi="Sửa: {name}", en="Edit: {name}"),
    "planitems.area": Text(vi="Xã, phường", en="Commune or ward"),
    "planitems.first_day": Text(vi="Từ ngày", en="From"),
    "planitems.last_day": Text(vi="Đến hết ngày", en="To the end of"),
    "planitems.contents": Text(vi="Nội dung kiểm tra", en="Contents"),
    "planitems.unit": Text(vi="Đơn vị thực hiện", en="Unit that inspects"),
    "planitems.was": Text(vi="{unit} (trước là {was})", en="{unit} (was {was})"),
    "planitems.was_mark": Text(vi="trước là {was}", en="was {was}"),
    "planitems.leader": Text(vi="Trưởng đoàn dự kiến", en="Leader proposed"),
    "planitems.members": Text(vi="Thành viên dự kiến", en="Members proposed"),
    "planitems.note": Text(vi="Ghi chú", en="Note"),
    "planitems.named": Text(vi="Đối tượng nêu tên", en="A named subject"),
    "planitems.named_more": Text(
        vi="Số đăng ký, người đại diện, điện thoại", en="Registration, representative, telephone"
    ),
    "planitems.criterion": Text(vi="Tiêu chí lựa chọn", en="Criterion"),
    "planitems.criterion_hint": Text(
        vi="Chưa nêu tên đối tượng: ghi đối tượng nào thuộc diện kiểm tra.",
        en="No subject is named yet: say which ones are meant.",
    ),
    "planitems.field_unit_id": Text(vi="Đơn vị thực hiện", en="Unit that inspects"),
    "planitems.field_leader_id": Text(vi="Trưởng đoàn dự kiến", en="Leader proposed"),
    "planitems.field_member_ids": Text(vi="Thành viên dự kiến", en="Members proposed"),
    "planitems.tax_code": Text(vi="Mã số thuế", en="Tax code"),
    "planitems.registration_number": Text(
        vi="Số ĐKKD hoặc số định danh", en="Registration or identity number"
    ),
    "planitems.representative": Text(vi="Người đại diện", en="Representative"),
    "planitems.origin": Text(vi="Nguồn", en="Origin"),
    "planitems.origin_said": Text(vi="Đề xuất của {unit}", en="Proposed by {unit}"),
    "planitems.error_who": Text(
        vi="Nêu tên đối tượng hoặc ghi tiêu chí, không cả hai.",
        en="Name a subject or write a criterion, not both.",
    ),
    "planitems.error_address": Text(
        vi="Đối tượng nêu tên cần địa chỉ kiểm tra.", en="A named subject needs the address."
    ),
    "planitems.error_contents": Text(
        vi="Cần 1 đến 30 nội dung, mỗi dòng một nội dung từ 3 đến 500 ký tự.",
        en="1 to 30 contents are needed, one to a line, of 3 to 500 characters.",
    ),
    "planitems.error_criterion": Text(
        vi="Tiêu chí dài từ 3 đến 500 ký tự.", en="A criterion has 3 to 500 characters."
    ),
    "planitems.overlap_mark": Text(vi="Trùng đối tượng", en="Overlap"),
    "planitems.overlaps_title": Text(
        vi="Đối tượng bị kiểm tra theo kế hoạch quá một lần trong năm",
        en="Subjects under more than one planned inspection in the year",
    ),
    "planitems.overlaps_said": Text(
        vi="Một đối tượng không bị kiểm tra theo kế hoạch quá một lần trong năm, tính mọi cơ quan. Mỗi trường hợp "
        "trùng được xử lý kèm lý do trước khi trình.",
        en="No subject is inspected under plans more than once a year, over all agencies. Each overlap is resolved "
        "with a reason before the plan is submitted.",
    ),
    "planitems.overlaps_open": Text(vi="Xem và xử lý", en="Look and resolve"),
    "planitems.overlaps_none": Text(
        vi="Không có đối tượng nào trùng.", en="No subject is in two plans."
    ),
    "planitems.overlap_with": Text(vi="Cũng có trong", en="Also in"),
    "planitems.match_register": Text(vi="cùng đối tượng", en="same subject"),
    "planitems.match_tax_code": Text(vi="cùng mã số thuế", en="same tax code"),
    "planitems.match_identity": Text(vi="cùng số định danh", en="same identity number"),
    "planitems.match_name": Text(vi="cùng tên, địa chỉ", en="same name and address"),
    "planitems.same_contents": Text(vi="cùng nội dung", en="same contents"),
    "planitems.other_contents": Text(vi="nội dung khác", en="other contents"),
    "planitems.overlap_kept": Text(
        vi="Giữ cả hai: có căn cứ rõ về vi phạm", en="Both stay: clear signs of a violation"
    ),
    "planitems.overlap_moved": Text(
        vi="Chuyển: kế hoạch kia kiểm tra", en="Moved: the other plan inspects"
    ),
    "planitems.overlap_dropped": Text(vi="Loại khỏi kế hoạch này", en="Dropped from this plan"),
    "planitems.resolve": Text(vi="Cách xử lý", en="How it is resolved"),
    "planitems.resolve_go": Text(vi="Ghi cách xử lý", en="Record it"),
    "planitems.resolve_hint": Text(
        vi="Giữ cả hai chỉ khi có căn cứ rõ về vi phạm: nêu căn cứ.",
        en="Both stay only where there are clear signs of a violation: name them.",
    ),
    "planitems.changes_said": Text(
        vi="Việc gì đã làm với từng cuộc kiểm tra: ai thêm, lấy từ đề xuất nào, sửa gì, loại vì sao.",
        en="What was done to each item: who added it, from which proposal it came, what was changed, why it left.",
    ),
    "planitems.changes_none": Text(vi="Chưa có thay đổi nào.", en="Nothing was changed yet."),
    "planitems.change": Text(vi="Thay đổi", en="Change"),
    "planitems.change_by": Text(vi="Người thực hiện", en="By"),
    "planitems.change_added": Text(vi="Thêm", en="Added"),
    "planitems.change_taken_over": Text(vi="Lấy từ đề xuất", en="Taken over"),
    "planitems.change_changed": Text(vi="Sửa", en="Changed"),
    "planitems.change_removed": Text(vi="Loại", en="Removed"),
    "planitems.change_taken_many": Text(
        vi="{count} mục lấy từ đề xuất của {unit}", en="{count} items taken over from {unit}"
    ),
    "planitems.change_at": Text(vi="Lúc", en="At"),
    "planitems.change_amended": Text(vi="sau ban hành", en="after the issue"),
    "planitems.change_from": Text(vi="Từ đề xuất của {unit}", en="From the proposal of {unit}"),
    "planitems.criterion_first": Text(
        vi="Mục mới nêu tiêu chí: điều chỉnh kế hoạch để ghi đối tượng rồi soạn quyết định.",
        en="The item gives a criterion: amend the plan and name the subject, then draft the decision.",
    ),
    "planitems.decide": Text(vi="Soạn quyết định kiểm tra", en="Draft the inspection decision"),
    "planitems.decision": Text(vi="Quyết định kiểm tra", en="Inspection decision"),
    "planitems.decision_short": Text(vi="Quyết định", en="Decision"),
    "planitems.inspection": Text(vi="Cuộc kiểm tra", en="Inspection"),
    "planitems.inspection_open": Text(vi="Mở cuộc kiểm tra", en="Open the inspection"),
    "planitems.not_done": Text(vi="Ghi không thực hiện", en="Record as not done"),
    "planitems.not_done_said": Text(
        vi="Nêu lý do; lý do vào báo cáo tổng kết (Điều 7 Thông tư 27/2020/TT-BCT).",
        en="Give the reason; it goes into the end report (Circular 27/2020 Art 7).",
    ),
    "planitems.resume": Text(vi="Thực hiện lại", en="Plan it again"),
    "planitems.amend_reason": Text(vi="Lý do sửa đổi, bổ sung", en="Reason of the amendment"),
    "planitems.amend_kept": Text(
        vi="Lý do giữ cả hai khi trùng đối tượng",
        en="Why both stay, if the subject is planned elsewhere",
    ),
    "planitems.amend_kept_hint": Text(
        vi="Chỉ khi đối tượng đã có trong kế hoạch khác cùng năm: nêu căn cứ rõ về vi phạm.",
        en="Only where the subject is in another plan of the year: name the clear signs of a violation.",
    ),
    "planitems.amend_said": Text(
        vi="Kế hoạch đã ban hành: thay đổi này là sửa đổi, bổ sung, cần lý do.",
        en="The plan is issued: this change is an amendment, and needs a reason.",
    ),
    "planitems.history": Text(vi="Lịch sử", en="History"),
    "planitems.board_title": Text(vi="Bảng tiến độ", en="Board"),
    "planitems.board_none": Text(
        vi="Chưa có cuộc kiểm tra nào của kế hoạch đã ban hành khớp. Chọn năm, tháng hoặc đơn vị khác.",
        en="No item of an issued plan matches. Choose another year, month or unit.",
    ),
    "planitems.lane_none": Text(vi="Không có cuộc nào.", en="None."),
    "planitems.board_late": Text(vi="{days} · quá hạn", en="{days} · late"),
    "planitems.of_it_late": Text(vi="Trong đó quá hạn", en="Of these late"),
    "planitems.board_more": Text(vi="Xem đủ {count} cuộc", en="All {count} items"),
    "planitems.calendar_title": Text(vi="Lịch kiểm tra theo tháng", en="Calendar by month"),
    "planitems.calendar_said": Text(
        vi="Đã xong / theo kế hoạch, theo ngày cuối của từng cuộc. Mỗi số mở danh sách của nó; quá hạn tính đến {day}.",
        en="Done / planned, by each item's last day. Each number opens its items; late as of {day}.",
    ),
    "planitems.units_title": Text(vi="Tiến độ từng đơn vị", en="Progress by unit"),
    "planitems.units_none": Text(
        vi="Năm này chưa có kế hoạch nào được ban hành. Chọn năm khác, hoặc mở “Kế hoạch” để xem kế hoạch đang lập.",
        en="No plan of this year is issued yet. Choose another year, or open “Plans” to see those being drafted.",
    ),
    "planitems.late_count": Text(vi="{count} quá hạn", en="{count} late"),
    "planitems.whole": Text(vi="Cả năm", en="Whole year"),
    "planitems.team_title": Text(
        vi="Gợi ý người cho đoàn kiểm tra", en="Officers suggested for the team"
    ),
    "planitems.team_said": Text(
        vi="Xếp theo địa bàn, khối lượng việc, nghỉ phép, thẻ kiểm tra. Bạn chọn ở mẫu dưới.",
        en="Ordered by area, load, leave and card. You choose in the form below.",
    ),
    "planitems.team_officer": Text(vi="Công chức", en="Officer"),
    "planitems.team_why": Text(vi="Vì sao", en="Why"),
    "planitems.team_lead": Text(vi="làm trưởng đoàn được", en="may lead"),
    "planitems.team_away": Text(vi="nghỉ trong thời gian này", en="away in these days"),
    "planitems.take_changed": Text(
        vi="Soạn từ mục kế hoạch {plan}", en="Drafted from an item of {plan}"
    ),
}

"""Words of inspection plans: lists, the page of a plan, its head, its acts."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "plans.title": Text(vi="Kế hoạch kiểm tra", en="Inspection plans"),
    "plans.views": Text(vi="Các cách xem kế hoạch", en="Views of plans"),
    "plans.view_plans": Text(vi="Kế hoạch", en="Plans"),
    "plans.view_items": Text(vi="Cuộc kiểm tra", en="Items"),
    "plans.view_board": Text(vi="Bảng", en="Board"),
    "plans.view_calendar": Text(vi="Lịch", en="Calendar"),
    "plans.view_units": Text(vi="Đơn vị", en="Units"),
    "plans.narrow": Text(vi="Lọc danh sách", en="Narrow the list"),
    "plans.new": Text(vi="Lập kế hoạch", en="Begin a plan"),
    "plans.none": Text(
        vi="Chưa có kế hoạch nào khớp. Bấm “Lập kế hoạch” để bắt đầu, hoặc bỏ bớt điều kiện lọc.",
        en="No plan matches. Press “Begin a plan” to start one, or take filters off.",
    ),
    "plans.none_reader": Text(
        vi="Chưa có kế hoạch nào khớp trong phạm vi của bạn. Bỏ bớt điều kiện lọc.",
        en="No plan in your sight matches. Take filters off.",
    ),
    "plans.filters": Text(vi="Lọc", en="Filter"),
    "plans.year": Text(vi="Năm", en="Year"),
    "plans.kind": Text(vi="Loại", en="Kind"),
    "plans.state": Text(vi="Trạng thái", en="State"),
    "plans.unit": Text(vi="Đơn vị", en="Unit"),
    "plans.words": Text(vi="Từ trong tên kế hoạch", en="Words of the title"),
    "plans.any": Text(vi="Tất cả", en="All"),
    "plans.plan": Text(vi="Kế hoạch", en="Plan"),
    "plans.items": Text(vi="Số cuộc", en="Items"),
    "plans.head_items": Text(vi="Số cuộc", en="Items"),
    "plans.head_done": Text(vi="Xong · không", en="Done · not"),
    "plans.total": Text(vi="{count} kế hoạch", en="{count} {count:plan|plans}"),
    "plans.clock": Text(vi="Thời hạn gần nhất", en="Next limit"),
    "plans.clock_none": Text(vi="–", en="–"),
    "plans.overlapping": Text(
        vi="{count} trùng đối tượng chưa xử lý", en="{count} overlaps unresolved"
    ),
    "plans.kind_orientation": Text(
        vi="Định hướng chương trình kiểm tra", en="Orientation programme"
    ),
    "plans.kind_periodic": Text(vi="Kế hoạch định kỳ", en="Yearly plan"),
    "plans.kind_thematic": Text(vi="Kế hoạch chuyên đề", en="Thematic plan"),
    "plans.kind_foreign": Text(vi="Kế hoạch của cơ quan khác", en="Another agency's plan"),
    "plans.way_orientation": Text(
        vi="Do Bộ trưởng phê duyệt, ban hành trước 15/11 cho năm sau (Điều 4 Thông tư 27/2020/TT-BCT, sửa đổi bởi "
        "Thông tư 45/2025/TT-BCT).",
        en="Approved and issued by the Minister before 15 November for the next year (Circular 27/2020 Art 4, as "
        "amended by Circular 45/2025).",
    ),
    "plans.way_periodic": Text(
        vi="Kế hoạch năm của Chi cục: các đơn vị đề xuất trước 01/12, trình trước 10/12, ban hành chậm nhất 31/12 "
        "(Điều 5, 6).",
        en="A department's yearly plan: units propose before 1 December, submitted before 10, issued by 31 "
        "(Arts 5, 6).",
    ),
    "plans.way_thematic": Text(
        vi="Khi thị trường phát sinh vấn đề ngoài kế hoạch năm. Kế hoạch của Chi cục do Chi cục trưởng quyết định ban "
        "hành; kế hoạch của Đội do cấp trên trực tiếp duyệt trong 05 ngày làm việc (khoản 2, khoản 3 Điều 6).",
        en="When the market raises an issue outside the yearly plan. A department's is issued by its own head; a "
        "team's is approved by its direct superior within 5 working days (Art 6.2, 6.3).",
    ),
    "plans.way_foreign": Text(
        vi="Nhập để đối chiếu: một đối tượng không bị kiểm tra theo kế hoạch quá một lần trong năm.",
        en="Entered to compare with: no subject is inspected under plans more than once a year.",
    ),
    "plans.choose_kind": Text(vi="Lập kế hoạch nào?", en="Which plan?"),
    "plans.state_draft": Text(vi="Dự thảo", en="Draft"),
    "plans.state_sent_up": Text(vi="Đã gửi cấp trên", en="Sent up"),
    "plans.state_merged": Text(vi="Đã đưa vào kế hoạch cấp trên", en="Merged into the plan above"),
    "plans.state_merged_short": Text(vi="Cấp trên đã nhận", en="Taken by the unit above"),
    "plans.state_ready_short": Text(vi="Đang trình", en="Submitted"),
    "plans.state_approved_short": Text(vi="Chờ ban hành", en="To be issued"),
    "plans.number_short": Text(vi="Số", en="No"),
    "plans.clock_short": Text(vi="Thời hạn", en="Time limit"),
    "plans.state_ready": Text(vi="Đang trình phê duyệt", en="Submitted for approval"),
    "plans.state_approved": Text(vi="Đã phê duyệt, chờ ban hành", en="Approved, to be issued"),
    "plans.state_issued": Text(vi="Đã ban hành", en="Issued"),
    "plans.state_ended": Text(vi="Đã tổng kết", en="Ended"),
    "plans.state_given_up": Text(vi="Đã bỏ", en="Given up"),
    "plans.state_foreign": Text(vi="Để đối chiếu", en="To compare with"),
    "plans.head_edit": Text(vi="Sửa nội dung chung", en="Edit the plan"),
    "plans.head_later": Text(
        vi="Lưu được khi chưa điền đủ; trang của kế hoạch nêu phần còn thiếu để trình.",
        en="It can be saved unfinished; the plan's page says what is missing to submit it.",
    ),
    "plans.head_spending": Text(vi="Kinh phí, phương tiện", en="Budget and means"),
    "plans.does_orientation": Text(
        vi="Ghi phần chung của định hướng: căn cứ, mục đích, nội dung, thời gian.",
        en="Writes what the programme has in common: basis, aim, contents, period.",
    ),
    "plans.then_orientation": Text(
        vi="Bản này là dự thảo; không bắt buộc có danh sách. Trình phê duyệt ở trang của kế hoạch.",
        en="It is a draft; it needs no list. Submit it on the plan's page.",
    ),
    "plans.title_orientation": Text(
        vi="Định hướng chương trình kiểm tra năm {year}", en="Inspection programme {year}"
    ),
    "plans.title_periodic": Text(
        vi="Kế hoạch kiểm tra định kỳ năm {year}", en="Yearly inspection plan {year}"
    ),
    "plans.part_name": Text(vi="Tên và thời gian", en="Title and period"),
    "plans.head_title": Text(vi="Tên kế hoạch", en="Title"),
    "plans.head_year_hint": Text(
        vi="Năm thực hiện; đối tượng được đếm theo năm này.",
        en="The year in which it is carried out; subjects are counted by it.",
    ),
    "plans.head_first_day": Text(vi="Từ ngày", en="From"),
    "plans.head_last_day": Text(vi="Đến hết ngày", en="To the end of"),
    "plans.head_period_hint": Text(
        vi="Kế hoạch định kỳ được thực hiện từ 01/01 đến trước 15/11 của năm.",
        en="A yearly plan is carried out from 1 January to before 15 November of its year.",
    ),
    "plans.head_basis": Text(vi="Căn cứ", en="Basis"),
    "plans.head_aim": Text(vi="Mục đích, yêu cầu", en="Aim"),
    "plans.head_contents": Text(vi="Nội dung kiểm tra", en="Contents"),
    "plans.head_lines_hint": Text(vi="Mỗi dòng một mục.", en="One to a line."),
    "plans.head_budget": Text(vi="Kinh phí", en="Budget"),
    "plans.head_budget_note": Text(vi="Nguồn kinh phí", en="Source of the budget"),
    "plans.head_means": Text(vi="Phương tiện, điều kiện", en="Means"),
    "plans.head_partners": Text(vi="Lực lượng phối hợp", en="Partners"),
    "plans.head_tasks": Text(vi="Nhiệm vụ từng đơn vị", en="Tasks of the units"),
    "plans.head_tasks_hint": Text(
        vi="Để trống đơn vị không có nhiệm vụ riêng.",
        en="Leave units without a task of their own empty.",
    ),
    "plans.head_reporting": Text(vi="Chế độ báo cáo", en="Reporting"),
    "plans.head_agency": Text(vi="Cơ quan ban hành", en="Issuing agency"),
    "plans.head_number": Text(vi="Số, ký hiệu", en="Number"),
    "plans.head_issued_on": Text(vi="Ngày ban hành", en="Issued on"),
    "plans.head_compares": Text(vi="Đơn vị đối chiếu", en="Unit that compares"),
    "plans.not_said": Text(vi="Chưa ghi", en="Not stated yet"),
    "plans.save": Text(vi="Lưu", en="Save"),
    "plans.error_year": Text(
        vi="Năm gồm bốn chữ số, từ 2016.", en="The year has four digits, from 2016."
    ),
    "plans.next": Text(vi="Việc tiếp theo", en="What to do next"),
    "plans.next_answer": Text(
        vi="Kế hoạch được trình bạn: đọc các phần bên dưới rồi trả lời ở phần “Trình phê duyệt”.",
        en="The plan was submitted to you: read the parts below and answer under “Submission for approval”.",
    ),
    "plans.next_none": Text(
        vi="Hiện không có việc nào của bạn với kế hoạch này: việc tiếp theo của người lập hoặc người có thẩm quyền.",
        en="There is nothing for you to do with this plan now: the next step is its author's or the head's.",
    ),
    "plans.missing": Text(
        vi="Còn thiếu để trình phê duyệt", en="Missing before it can be submitted"
    ),
    "plans.clocks": Text(vi="Thời hạn", en="Time limits"),
    "plans.clock_rule": Text(vi="Việc phải xong", en="What must be done"),
    "plans.clock_due": Text(vi="Hạn", en="Limit"),
    "plans.clock_rest": Text(vi="Còn lại", en="Left"),
    "plans.clock_check": Text(
        vi="Chưa đối chiếu với văn bản", en="Not compared with the law's text"
    ),
    "plans.sent_back": Text(vi="Cấp trên trả lại", en="Sent back by the unit above"),
    "plans.merged_into": Text(
        vi="Các cuộc kiểm tra tiếp tục trong kế hoạch cấp trên.",
        en="Its items go on in the plan above.",
    ),
    "plans.merged_link": Text(vi="Mở kế hoạch cấp trên", en="Open the plan above"),
    "plans.in_part": Text(
        vi="Bạn chỉ thấy các cuộc kiểm tra của đơn vị mình.",
        en="You see only the items of your own unit.",
    ),
    "plans.parts": Text(vi="Các phần của trang", en="Parts of the page"),
    "plans.part_head": Text(vi="Nội dung chung", en="The plan"),
    "plans.reviewed_days": Text(vi="Thời gian", en="Period"),
    "plans.reviewed_items": Text(vi="Xem danh mục", en="See the items"),
    "plans.part_items": Text(vi="Danh mục kiểm tra", en="Items"),
    "plans.part_overlaps": Text(vi="Trùng đối tượng", en="Overlaps"),
    "plans.part_papers": Text(vi="Văn bản", en="Papers"),
    "plans.part_recipients": Text(vi="Nơi nhận", en="Recipients"),
    "plans.part_report": Text(vi="Tổng kết", en="End report"),
    "plans.part_story": Text(vi="Quá trình xử lý", en="Timeline"),
    "plans.changes": Text(vi="Thay đổi so với đề xuất", en="Changes to the proposals"),
    "plans.drafted_by": Text(vi="Người lập", en="Drafted by"),
    "plans.issued_said": Text(
        vi="Số {number}, ngày {day}, {signer} ký.", en="No. {number}, {day}, signed by {signer}."
    ),
    "plans.published_said": Text(
        vi="Đăng công khai ngày {day}: {where}", en="Posted publicly on {day}: {where}"
    ),
    "plans.not_published": Text(vi="Chưa đăng công khai.", en="Not posted publicly yet."),
    "plans.recipient": Text(vi="Nơi nhận", en="Recipient"),
    "plans.recipient_committee": Text(vi="Ủy ban nhân dân", en="People's Committee"),
    "plans.recipient_superior": Text(vi="Cấp trên", en="Unit above"),
    "plans.recipient_sub_unit": Text(vi="Đơn vị cấp dưới", en="Unit below"),
    "plans.recipient_subject": Text(vi="Đối tượng kiểm tra", en="Inspected subject"),
    "plans.recipient_sent": Text(vi="Đã gửi", en="Sent"),
    "plans.recipient_not_sent": Text(vi="Chưa gửi", en="Not sent"),
    "plans.recipient_count": Text(
        vi="{sent} trong {all} nơi đã nhận", en="{sent} of {all} have received it"
    ),
    "plans.recipients_all": Text(vi="Tất cả nơi nhận", en="All recipients"),
    "plans.recipients_rest": Text(vi="Những nơi chưa gửi", en="Those not sent to"),
    "plans.recipients_tick": Text(
        vi="Đánh dấu những nơi đã gửi.", en="Tick those to whom it was sent."
    ),
    "plans.way": Text(vi="Cách gửi", en="How"),
    "plans.way_direct": Text(vi="Trao trực tiếp", en="Handed over"),
    "plans.way_post": Text(vi="Bưu điện", en="By post"),
    "plans.way_electronic": Text(vi="Điện tử", en="Electronically"),
    "plans.sent_on": Text(vi="Ngày gửi", en="Sent on"),
    "plans.note": Text(vi="Ghi chú", en="Note"),
    "plans.reason": Text(vi="Lý do", en="Reason"),
    "plans.done": Text(vi="Đã ghi: {act}.", en="Recorded: {act}."),
    "plans.done_already": Text(
        vi="Biểu mẫu này đã được ghi từ lần gửi trước.",
        en="This form was recorded when it was first sent.",
    ),
    "plans.import": Text(vi="Nhập từ Excel", en="Import from Excel"),
    "plans.more": Text(vi="Xem tiếp", en="More"),
    "plans.report_numbers": Text(
        vi="{planned} cuộc theo kế hoạch; {done} đã thực hiện; {not_done} không thực hiện.",
        en="{planned} items planned; {done} done; {not_done} not done.",
    ),
    "plans.report_open": Text(
        vi="Còn {open} cuộc chưa thực hiện và chưa nêu lý do. Hãy ghi lý do từng cuộc trước khi tổng kết.",
        en="{open} items are neither done nor explained. Give the reason of each before the plan ends.",
    ),
    "plans.report_reasons": Text(vi="Lý do không thực hiện", en="Why items were not done"),
    "plans.result_planned": Text(vi="Theo kế hoạch", en="Planned"),
    "plans.result_done": Text(vi="Đã thực hiện", en="Done"),
    "plans.result_not_done": Text(vi="Không thực hiện", en="Not done"),
}

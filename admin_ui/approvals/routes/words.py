"""Words of routes."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "routes.title": Text(vi="Quy trình phê duyệt", en="Approval routes"),
    "routes.lead": Text(
        vi="Mỗi loại văn bản, hồ sơ trình theo các bước dưới đây. Người thứ nhất soạn, người thứ hai ban hành. Chưa có "
        "quy trình thì trình thẳng thủ trưởng.",
        en="What is submitted goes by these steps. One person drafts a route, a second one publishes it. Without a "
        "route it goes to the head at once.",
    ),
    "routes.new": Text(vi="Soạn quy trình mới", en="Draft a new route"),
    "routes.edit": Text(vi="Soạn phiên bản mới", en="Draft the next version"),
    "routes.name": Text(vi="Tên quy trình", en="Name"),
    "routes.kind": Text(vi="Trình về", en="For"),
    "routes.unit_id": Text(vi="Đơn vị áp dụng (và cấp dưới)", en="Unit (and those below)"),
    "routes.forms": Text(vi="Chỉ cho các mẫu", en="Only for the forms"),
    "routes.forms_hint": Text(
        vi="Không chọn: mọi mẫu của loại này.", en="None chosen: every form of this kind."
    ),
    "routes.conditions": Text(vi="Chỉ áp dụng cho một số hồ sơ", en="Only for some files"),
    "routes.conditions_said": Text(
        vi="theo cấp, số tiền, mẫu hoặc lĩnh vực", en="by level, sum, form or field"
    ),
    "routes.fields": Text(vi="Chỉ cho các lĩnh vực", en="Only for the fields"),
    "routes.fields_hint": Text(
        vi="Không chọn: mọi lĩnh vực.", en="None chosen: every field of administration."
    ),
    "routes.levels": Text(vi="Chỉ cho hồ sơ của cấp", en="Only for units of the level"),
    "routes.levels_hint": Text(vi="Không chọn: mọi cấp.", en="None chosen: every level."),
    "routes.level_1": Text(vi="Cục", en="Agency"),
    "routes.level_2": Text(vi="Chi cục", en="Department"),
    "routes.level_3": Text(vi="Đội", en="Team"),
    "routes.amount_from": Text(vi="Số tiền từ (đồng)", en="Sum from (đồng)"),
    "routes.amount_to": Text(vi="Số tiền dưới (đồng)", en="Sum below (đồng)"),
    "routes.valid_from": Text(vi="Hiệu lực từ ngày", en="In force from"),
    "routes.note": Text(vi="Ghi chú", en="Note"),
    "routes.steps": Text(vi="Các bước", en="Steps"),
    "routes.step": Text(vi="Bước {number}", en="Step {number}"),
    "routes.step_kind": Text(vi="Làm gì", en="What"),
    "routes.step_by": Text(vi="Ai", en="Who"),
    "routes.step_who": Text(vi="Chức danh, tên hoặc cơ quan", en="Title, name or body"),
    "routes.step_term": Text(vi="Thời hạn", en="Term"),
    "routes.step_unit": Text(vi="Đơn vị tính", en="Unit"),
    "routes.choose": Text(vi="Hãy chọn", en="Choose"),
    "routes.more": Text(vi="Thêm bước", en="Add a step"),
    "routes.less": Text(vi="Bỏ bước {number}", en="Remove step {number}"),
    "routes.step_kind_needed": Text(
        vi="Chọn việc của bước này, hoặc bỏ bước.", en="Choose what this step is, or remove it."
    ),
    "routes.head_0": Text(vi="Thủ trưởng đơn vị", en="Head of the unit"),
    "routes.head_1": Text(vi="Thủ trưởng cấp trên trực tiếp", en="Head one level above"),
    "routes.head_2": Text(vi="Thủ trưởng trên hai cấp", en="Head two levels above"),
    "routes.by_title": Text(vi="Theo chức danh…", en="The holder of a title…"),
    "routes.by_officer": Text(vi="Một công chức cụ thể…", en="A named officer…"),
    "routes.by_body": Text(vi="Cơ quan ngoài lực lượng…", en="A body outside the force…"),
    "routes.term_hours": Text(vi="giờ", en="hours"),
    "routes.term_days": Text(vi="ngày làm việc", en="working days"),
    "routes.hours": Text(vi="{count} giờ", en="{count} hours"),
    "routes.days": Text(vi="{count} ngày làm việc", en="{count} working days"),
    "routes.draft_now": Text(vi="Gửi chờ ban hành", en="Send to be published"),
    "routes.state": Text(vi="Tình trạng", en="State"),
    "routes.in_force": Text(
        vi="Phiên bản {version}, đang áp dụng", en="Version {version}, in force"
    ),
    "routes.in_force_short": Text(vi="Áp dụng, bản {version}", en="In force, no. {version}"),
    "routes.to_come": Text(vi="Áp dụng từ {day}", en="In force from {day}"),
    "routes.ended": Text(vi="Hết áp dụng từ {day}", en="Ended on {day}"),
    "routes.draft_waits": Text(vi="Dự thảo chờ ban hành", en="A draft waits"),
    "routes.never": Text(vi="Chưa ban hành", en="Never published"),
    "routes.total": Text(vi="{count} quy trình", en="{count} {count:route|routes}"),
    "routes.none": Text(
        vi="Chưa có quy trình nào. Mọi nội dung trình thẳng thủ trưởng đơn vị.",
        en="There is no route. Everything is submitted to the head of the unit at once.",
    ),
    "routes.now": Text(vi="Đang áp dụng", en="In force"),
    "routes.next": Text(vi="Dự thảo", en="Draft"),
    "routes.drafted_by": Text(vi="Người soạn", en="Drafted by"),
    "routes.published_by": Text(vi="Người ban hành", en="Published by"),
    "routes.publish": Text(vi="Ban hành", en="Publish"),
    "routes.publish_said": Text(
        vi="Nội dung trình từ ngày hiệu lực sẽ theo quy trình này. Phiếu đang chờ giữ các bước cũ.",
        en="What is submitted from that day on goes by this route. Submissions under way keep their steps.",
    ),
    "routes.two_persons": Text(
        vi="Bạn soạn dự thảo này: người thứ hai ban hành.",
        en="You drafted this: a second person publishes it.",
    ),
    "routes.decline": Text(vi="Không ban hành", en="Decline"),
    "routes.take_back": Text(vi="Rút dự thảo", en="Take the draft back"),
    "routes.reason": Text(vi="Lý do", en="Reason"),
    "routes.end": Text(vi="Thôi áp dụng", en="End the route"),
    "routes.end_said": Text(
        vi="Từ ngày này, nội dung mới trình theo quy trình khác hoặc thẳng thủ trưởng.",
        en="From that day on, what is submitted goes by another route, or to the head at once.",
    ),
    "routes.end_propose": Text(vi="Đề nghị thôi áp dụng", en="Propose to end the route"),
    "routes.end_needs_two": Text(
        vi="Người thứ hai quyết định, như khi ban hành.",
        en="A second person decides, as when a route is published.",
    ),
    "routes.end_proposed": Text(vi="Đề nghị thôi áp dụng", en="It is proposed to end it"),
    "routes.end_proposed_said": Text(
        vi="Thôi áp dụng từ ngày {day}. Lý do:", en="It would end on {day}. Reason:"
    ),
    "routes.end_two_persons": Text(
        vi="Bạn đề nghị thôi áp dụng: người thứ hai quyết định.",
        en="You proposed the end: a second person decides.",
    ),
    "routes.upcoming": Text(vi="Phiên bản sẽ áp dụng", en="Version to come"),
    "routes.later": Text(
        vi="Phiên bản {version} áp dụng từ {day}", en="Version {version} from {day}"
    ),
    "routes.valid_to": Text(vi="Ngày đầu tiên không áp dụng", en="First day without it"),
    "routes.done_drafted": Text(vi="Dự thảo chờ người thứ hai ban hành.", en="The draft waits."),
    "routes.done_published": Text(vi="Đã ban hành.", en="Published."),
    "routes.done_declined": Text(vi="Đã bỏ dự thảo.", en="The draft is gone."),
    "routes.done_ended": Text(vi="Đã ghi ngày thôi áp dụng.", en="The end is recorded."),
    "routes.name_needed": Text(vi="Cần đặt tên quy trình.", en="The route needs a name."),
    "routes.kind_needed": Text(vi="Chọn loại nội dung trình.", en="Choose what it is for."),
    "routes.unit_id_needed": Text(vi="Chọn đơn vị áp dụng.", en="Choose the unit."),
    "routes.valid_from_needed": Text(vi="Cần ngày hiệu lực.", en="The first day is needed."),
    "routes.amount_wrong": Text(
        vi="Số tiền là số nguyên đồng, ví dụ 50.000.000.",
        en="A sum is a whole number of đồng, such as 50.000.000.",
    ),
    "routes.term_needed": Text(
        vi="Thời hạn từ 1 đến 720 giờ, hoặc từ 1 đến 60 ngày làm việc.",
        en="A term is 1 to 720 hours, or 1 to 60 working days.",
    ),
    "routes.who_needed": Text(
        vi="Chọn ai nhận bước này; với chức danh, công chức, cơ quan thì ghi tên.",
        en="Choose who takes the step; for a title, an officer or a body give the name.",
    ),
    "routes.steps_needed": Text(vi="Cần ít nhất một bước.", en="One step is needed at least."),
}

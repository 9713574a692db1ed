"""Words of the acts of a plan: buttons, meanings, what the timeline says."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "planacts.do_plan.drafted": Text(vi="Lưu nội dung chung", en="Save the plan"),
    "planacts.do_plan.items_set": Text(vi="Lưu cuộc kiểm tra", en="Save the item"),
    "planacts.do_plan.items_removed": Text(vi="Loại khỏi kế hoạch", en="Remove from the plan"),
    "planacts.do_plan.sent_up": Text(vi="Gửi cấp trên", en="Send to the unit above"),
    "planacts.why_plan.sent_up": Text(
        vi="Đề xuất được gửi tới đơn vị cấp trên để đưa vào kế hoạch chung; trong lúc đó không sửa được.",
        en="The proposal goes to the unit above, to be taken into its plan; it cannot be changed meanwhile.",
    ),
    "planacts.do_plan.sent_back": Text(vi="Trả lại", en="Send back"),
    "planacts.why_plan.sent_back": Text(
        vi="Đơn vị đề xuất sửa lại rồi gửi lên lần nữa.",
        en="The unit mends it and sends it up again.",
    ),
    "planacts.do_plan.merged": Text(vi="Đưa vào kế hoạch của đơn vị", en="Take into our plan"),
    "planacts.why_plan.merged": Text(
        vi="Các cuộc được chọn chép sang kế hoạch của đơn vị bạn, giữ dấu nguồn; đề xuất này kết thúc.",
        en="The chosen items are copied into your unit's plan with their origin; this proposal is closed.",
    ),
    "planacts.do_plan.released": Text(vi="Trả về trạng thái chờ", en="Released"),
    "planacts.do_plan.overlap_resolved": Text(vi="Xử lý trùng đối tượng", en="Resolve an overlap"),
    "planacts.do_plan.submitted": Text(vi="Trình phê duyệt", en="Submit for approval"),
    "planacts.why_plan.submitted": Text(
        vi="Nội dung được khóa lại và đi theo quy trình phê duyệt.",
        en="The content is closed and goes its route of approval.",
    ),
    "planacts.why_plan.submitted_own": Text(
        vi="Kế hoạch này do người đứng đầu đơn vị quyết định ban hành (điểm b khoản 2 Điều 6 Thông tư 27/2020/TT-BCT), "
        "kể cả khi tự soạn. Nội dung được khóa lại và chờ chính người đó ký; không trình cấp trên.",
        en="The head of the unit decides to issue this plan (Circular 27/2020 Art 6.2.b), also one that the head "
        "drafted. The content is closed and waits for the head's signature; it does not go to the level above.",
    ),
    "planacts.do_plan.reopened": Text(vi="Mở lại để sửa", en="Open again"),
    "planacts.why_plan.reopened": Text(
        vi="Kế hoạch trở lại là dự thảo. Việc phê duyệt trước đó không còn hiệu lực.",
        en="The plan is a draft again. An approval given before no longer counts.",
    ),
    "planacts.do_plan.approved": Text(vi="Phê duyệt", en="Approve"),
    "planacts.do_plan.agreed_alone": Text(vi="Đồng ý (tự soạn)", en="Agree as its only drafter"),
    "planacts.why_plan.agreed_alone": Text(
        vi="Bạn là người duy nhất soạn định hướng này: hãy ghi lý do tự soạn, tự ký. Nội dung được khóa lại, chờ Bộ "
        "trưởng ban hành (khoản 2 Điều 4 Thông tư 27/2020/TT-BCT). Kiểm tra nội bộ thấy việc này cùng lý do.",
        en="You alone drafted this orientation: give the reason why you also agree to it. The content is closed and "
        "waits for the Minister, who issues it (Circular 27/2020 Art 4.2). Auditors see this with the reason.",
    ),
    "planacts.do_plan.issued": Text(vi="Ban hành", en="Issue"),
    "planacts.why_plan.issued": Text(
        vi="Ghi số, ngày và người ký của kế hoạch ký ngoài hệ thống. Kế hoạch soạn và ký ở đây tự ghi khi ký xong.",
        en="Enter number, day and signer of a plan that was signed outside. One drafted and signed here is recorded "
        "by its signing.",
    ),
    "planacts.do_plan.amended": Text(vi="Sửa đổi, bổ sung", en="Amend"),
    "planacts.why_plan.amended": Text(
        vi="Sau khi ban hành, mọi thay đổi đều nêu lý do và giữ trong lịch sử. Kế hoạch sửa đổi phải gửi và "
        "công khai lại (khoản 5 Điều 6 Thông tư 27/2020/TT-BCT).",
        en="After its issue every change has a reason and stays in the history. The amended plan is sent and "
        "posted anew (Circular 27/2020 Art 6.5).",
    ),
    "planacts.do_plan.sent_out": Text(vi="Ghi đã gửi", en="Record as sent"),
    "planacts.why_plan.sent_out": Text(
        vi="Ủy ban nhân dân, cấp trên, đơn vị cấp dưới và từng đối tượng kiểm tra, ngay sau khi ban hành (Điều 6 "
        "Thông tư 27/2020/TT-BCT).",
        en="The People's Committee, the unit above, units below and each inspected subject, right after its "
        "issue (Circular 27/2020 Art 6).",
    ),
    "planacts.do_plan.published": Text(vi="Ghi đã công khai", en="Record the publication"),
    "planacts.why_plan.published": Text(
        vi="Kế hoạch được niêm yết tại trụ sở và đăng trên trang thông tin điện tử, nếu có (Điều 6 Thông tư "
        "27/2020/TT-BCT).",
        en="The plan is posted at the office and on its web site, if there is one (Circular 27/2020 Art 6).",
    ),
    "planacts.do_plan.item_not_done": Text(vi="Không thực hiện", en="Not done"),
    "planacts.do_plan.item_resumed": Text(vi="Thực hiện lại", en="Plan it again"),
    "planacts.do_plan.team_changed": Text(
        vi="Bàn giao cho người khác", en="Hand over to somebody else"
    ),
    "planacts.do_plan.ended": Text(vi="Tổng kết kế hoạch", en="End with a report"),
    "planacts.why_plan.ended": Text(
        vi="Báo cáo kết quả, kèm lý do những cuộc không thực hiện (Điều 7 Thông tư 27/2020/TT-BCT). Sau đó kế hoạch "
        "không thay đổi nữa.",
        en="The report of results, with the reasons of what was not done (Circular 27/2020 Art 7). Nothing changes "
        "after it.",
    ),
    "planacts.do_plan.given_up": Text(vi="Bỏ kế hoạch", en="Give the plan up"),
    "planacts.why_plan.given_up": Text(
        vi="Kế hoạch không đi tiếp nữa và không mở lại được; các đề xuất đã nhận trở về nơi gửi.",
        en="The plan goes no further and cannot be opened again; proposals that it took go back to their senders.",
    ),
    "planacts.sure": Text(
        vi="Tôi đã đọc và muốn ghi việc này.", en="I have read this and want it recorded."
    ),
    "planacts.sure_needed": Text(
        vi="Hãy đánh dấu xác nhận: việc này không quay lại được.",
        en="Tick the confirmation: this cannot be undone.",
    ),
    "planacts.text_report": Text(vi="Báo cáo kết quả", en="Report of results"),
    "planacts.signer": Text(vi="Người ký", en="Signer"),
    "planacts.signer_title": Text(vi="Chức vụ người ký", en="Signer's title"),
    "planacts.where": Text(vi="Nơi đăng", en="Where"),
    "planacts.where_hint": Text(
        vi="Địa chỉ trang thông tin điện tử, bảng niêm yết…",
        en="Address of the web page, notice board…",
    ),
    "planacts.published_on": Text(vi="Ngày đăng", en="Posted on"),
    "planacts.into": Text(vi="Kế hoạch nhận", en="Into which plan"),
    "planacts.into_none": Text(
        vi="Đơn vị chưa có kế hoạch dự thảo cùng loại và năm. Hãy lập trước.",
        en="Your unit has no draft of this kind and year. Begin one first.",
    ),
    "planacts.amending_number": Text(
        vi="Số văn bản sửa đổi, bổ sung", en="Number of the amending paper"
    ),
    "planacts.reason_needed": Text(
        vi="Cần lý do, ít nhất 3 ký tự.", en="A reason of at least 3 characters is needed."
    ),
    "planacts.scan": Text(vi="Bản quét của kế hoạch đã ký", en="Scan of the signed plan"),
    "planacts.scan_hint": Text(vi="PDF hoặc JPEG, tối đa 20 MB.", en="PDF or JPEG, 20 MB at most."),
}

"""Words of the triage board, of the list, and of what both say about an information."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "informations.title": Text(vi="Tiếp nhận thông tin", en="Intake of information"),
    "informations.new": Text(vi="Ghi thông tin đến", en="Register information"),
    "informations.done_above": Text(
        vi="Đã ghi. Thông tin này nay do đơn vị cấp trên xử lý, bạn không đọc lại được.",
        en="Recorded. The unit above handles this information now, and you cannot read it again.",
    ),
    "informations.as_board": Text(vi="Bảng", en="Board"),
    "informations.as_list": Text(vi="Danh sách", en="List"),
    "informations.views": Text(vi="Cách xem", en="Views"),
    "informations.unit": Text(vi="Đơn vị", en="Unit"),
    "informations.show": Text(vi="Xem", en="Show"),
    "informations.column_received": Text(vi="Mới", en="New"),
    "informations.column_verifying": Text(vi="Đang thẩm tra, xác minh", en="Being verified"),
    "informations.column_verified": Text(vi="Chờ kết luận", en="Awaiting a conclusion"),
    "informations.column_concluded": Text(vi="Đã kết luận", en="Concluded"),
    "informations.since_received": Text(vi="nhận {ago} trước", en="received {ago} ago"),
    "informations.column_none": Text(vi="Không có thông tin nào.", en="None."),
    "informations.column_more": Text(vi="Xem tất cả", en="See all"),
    "informations.beyond": Text(vi="hơn {count}", en="over {count}"),
    "informations.standing_open": Text(vi="Chưa kết luận", en="Open"),
    "informations.standing_ended": Text(vi="Đã kết luận", en="Concluded"),
    "informations.card": Text(vi="Thông tin", en="Information"),
    "informations.keys_next": Text(vi="Thẻ sau", en="Next card"),
    "informations.keys_previous": Text(vi="Thẻ trước", en="Previous card"),
    "informations.keys_right": Text(vi="Cột sau", en="Next column"),
    "informations.keys_left": Text(vi="Cột trước", en="Previous column"),
    "informations.keys_open": Text(vi="Mở thẻ", en="Open the card"),
    "informations.keys_new": Text(vi="Ghi thông tin đến", en="Register information"),
    "informations.none": Text(
        vi="Không có thông tin nào khớp. Bỏ bớt điều kiện, hoặc bấm “Xóa điều kiện” để xem tất cả.",
        en="No information matches. Take conditions off, or press “Clear” to see all.",
    ),
    "informations.none_yet": Text(
        vi="Đơn vị chưa tiếp nhận thông tin nào. Tin báo qua trang phản ánh, điện thoại, văn bản sẽ hiện ở đây.",
        en="The unit has no information yet. What comes by the public form, telephone or paper will be listed here.",
    ),
    "informations.search": Text(vi="Tìm thông tin", en="Find information"),
    "informations.words": Text(
        vi="Số, hoặc chữ trong tóm tắt", en="Number, or words of the summary"
    ),
    "informations.words_hint": Text(
        vi="Tìm trong tóm tắt, tên bị phản ánh, địa chỉ; nội dung niêm và người cung cấp thông tin không tìm được.",
        en="Searches summaries, suspected parties and addresses; sealed content and informants cannot be searched.",
    ),
    "informations.state": Text(vi="Tình trạng", en="State"),
    "informations.source": Text(vi="Nguồn", en="Source"),
    "informations.since": Text(vi="Tiếp nhận từ ngày", en="Received since"),
    "informations.until": Text(vi="đến ngày", en="until"),
    "informations.any": Text(vi="Tất cả", en="Any"),
    "informations.clear": Text(vi="Xóa điều kiện", en="Clear"),
    "informations.go": Text(vi="Tìm", en="Find"),
    "informations.shown": Text(vi="{count} thông tin trên trang này", en="{count} on this page"),
    "informations.results": Text(vi="Kết quả tìm", en="Results"),
    "informations.number_short": Text(vi="Số", en="Number"),
    "informations.clock": Text(vi="Thời hạn", en="Time limit"),
    "informations.no_clock": Text(vi="không có thời hạn", en="no time limit"),
    "informations.received": Text(vi="Tiếp nhận", en="Received"),
    "informations.day_wrong": Text(vi="Ngày không đọc được.", en="This is no day."),
    "informations.similar": Text(vi="Có thể trùng: {count} tin", en="May say the same: {count}"),
    "informations.similar_beyond": Text(
        vi="Có thể trùng: trên {count} tin", en="May say the same: over {count}"
    ),
    "informations.urgent": Text(vi="Khẩn", en="Urgent"),
    "informations.state_received": Text(vi="Mới tiếp nhận", en="Received"),
    "informations.state_verifying": Text(vi="Đang thẩm tra, xác minh", en="Being verified"),
    "informations.state_violation": Text(vi="Xác minh xong: có vi phạm", en="Verified: violation"),
    "informations.state_no_violation": Text(
        vi="Xác minh xong: không vi phạm", en="Verified: no violation"
    ),
    "informations.state_unverifiable": Text(vi="Không xác minh được", en="Could not be verified"),
    "informations.state_proposed": Text(vi="Đã đề xuất kiểm tra", en="Inspection proposed"),
    "informations.state_forwarded": Text(vi="Đã chuyển đơn vị khác", en="Forwarded"),
    "informations.state_redirected": Text(vi="Đã chuyển, hướng dẫn ra ngoài", en="Redirected"),
    "informations.state_no_action": Text(vi="Không xử lý tiếp", en="No action"),
    "informations.state_merged": Text(vi="Đã gộp", en="Merged"),
    "informations.state_split": Text(vi="Đã tách", en="Split"),
    "informations.state_accepted": Text(vi="Đã thụ lý", en="Accepted"),
    "informations.state_not_accepted": Text(vi="Không thụ lý", en="Not accepted"),
    "informations.state_resolved": Text(vi="Đã giải quyết", en="Resolved"),
    "informations.state_withdrawn": Text(vi="Đã rút", en="Withdrawn"),
    "informations.state_discontinued": Text(vi="Đã đình chỉ", en="Ended without a resolution"),
    "informations.suspended": Text(vi="Tạm đình chỉ", en="Suspended"),
    "informations.source_order": Text(
        vi="a. Văn bản yêu cầu của người có thẩm quyền", en="a. Order of an authority"
    ),
    "informations.source_officer": Text(vi="b. Báo cáo của công chức", en="b. Officer's report"),
    "informations.source_transfer": Text(
        vi="c. Đơn vị khác chuyển giao", en="c. Another unit of the force"
    ),
    "informations.source_request": Text(
        vi="d. Cơ quan nhà nước khác", en="d. Another state agency"
    ),
    "informations.source_media": Text(vi="đ. Phương tiện thông tin đại chúng", en="đ. Mass media"),
    "informations.source_tip": Text(vi="e. Tin báo, phản ánh, đơn", en="e. Tip, petition, letter"),
    "informations.to_report": Text(vi="Chưa báo cáo bằng văn bản", en="No written report yet"),
    "informations.to_report_short": Text(vi="Chưa báo cáo", en="No report yet"),
    "informations.to_tell_short": Text(vi="Chưa báo lại", en="Not yet told"),
    "informations.total": Text(vi="{count} thông tin", en="{count} {count:item|items}"),
    "informations.newest_first": Text(vi="mới nhất trước", en="the newest first"),
    "informations.oldest_first": Text(vi="cũ nhất trước", en="the oldest first"),
    "informations.asked_words": Text(vi="Tìm", en="Words"),
    "informations.asked_counted": Text(vi="Như số liệu", en="As in figures"),
    "informations.asked_counted_yes": Text(
        vi="không tính tin đã gộp", en="without what was merged"
    ),
    "informations.asked_alone": Text(vi="Riêng đơn vị", en="This unit alone"),
    "informations.to_tell": Text(
        vi="Chưa báo người cung cấp thông tin", en="Informant not yet notified"
    ),
    "informations.and_more": Text(vi="và {count} nữa", en="and {count} more"),
    "informations.about_officer": Text(vi="Phản ánh công chức", en="About an officer"),
    "informations.figures_link": Text(vi="Số liệu", en="Figures"),
    "informations.denunciations_link": Text(vi="Tố cáo", en="Denunciations"),
    "informations.complaints_link": Text(vi="Khiếu nại", en="Complaints"),
}

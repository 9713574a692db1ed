"""Words of the pages of devices, in both languages."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "devices.total": Text(vi="{count} thiết bị", en="{count} {count:device|devices}"),
    "devices.search": Text(vi="Tên máy, người đăng ký", en="Device or officer"),
    "devices.search_hint": Text(
        vi="Một phần tên máy hoặc họ tên, không cần dấu; hoặc đúng tên đăng nhập.",
        en="A part of the device's or the officer's name, without accents; or the whole user name.",
    ),
    "devices.officer": Text(vi="Người đã dùng", en="Used by"),
    "devices.unit_below": Text(vi="Đơn vị, cả cấp dưới", en="Unit and those below"),
    "devices.state_active": Text(vi="Đang dùng", en="In use"),
    "devices.state_waits": Text(vi="Chờ phê duyệt", en="Waits for approval"),
    "devices.state_revoked": Text(vi="Đã thu hồi quyền", en="Revoked"),
    "devices.unseen": Text(vi="Không liên lạc đã", en="Not heard of for"),
    "devices.unsent_since": Text(vi="Có việc chưa gửi quá", en="Holds unsent work older than"),
    "devices.days": Text(vi="{count} ngày", en="{count} days"),
    "devices.hours": Text(vi="{count} giờ", en="{count} hours"),
    "devices.version": Text(vi="Phiên bản", en="Version"),
    "devices.version_hint": Text(vi="Ví dụ 0.2.0", en="Such as 0.2.0"),
    "devices.too_old": Text(vi="Phiên bản quá cũ", en="Version too old"),
    "devices.too_old_do": Text(
        vi="Mở ứng dụng khi có mạng và bấm “Cập nhật”.",
        en="Open the app with a connection and press “Update”.",
    ),
    "devices.clock": Text(vi="Đồng hồ của máy", en="Its clock"),
    "devices.off": Text(vi="Lệch quá 2 phút", en="Off by more than 2 minutes"),
    "devices.clock_mark": Text(vi="Đồng hồ lệch", en="Clock is off"),
    "devices.clock_right": Text(vi="đúng giờ", en="right"),
    "devices.clock_fast": Text(vi="nhanh {span}", en="{span} fast"),
    "devices.clock_slow": Text(vi="chậm {span}", en="{span} slow"),
    "devices.clock_fast_by": Text(vi="nhanh khoảng {span}", en="fast by some {span}"),
    "devices.clock_slow_by": Text(vi="chậm khoảng {span}", en="slow by some {span}"),
    "devices.clock_unmeasured": Text(
        vi="Chưa đo được: chưa có việc nào được ký khi có mạng",
        en="Not measured yet: nothing was signed while in contact",
    ),
    "devices.measured": Text(vi="Máy chủ đo được", en="What the server measured"),
    "devices.measured_how": Text(
        vi="Tính từ giờ máy ký trên việc mới nhất, nằm giữa mốc giờ máy chủ đã cấp và lúc máy chủ nhận. Phần trên do "
        "máy tự báo; phần này do máy chủ đo.",
        en="From the time that the phone signed on a recent act, which lies between a time given out by the server and "
        "its receipt. What is above the phone says "
        "itself; this the server measured.",
    ),
    "devices.clock_do": Text(
        vi="Bật giờ tự động trong cài đặt của điện thoại.",
        en="Switch on automatic time in the phone's settings.",
    ),
    "devices.storage": Text(vi="Bộ nhớ", en="Storage"),
    "devices.storage_said": Text(
        vi="đang giữ {used}, còn trống {free}", en="holds {used}, {free} free"
    ),
    "devices.kept": Text(vi="Giữ dữ liệu", en="Keeps its data"),
    "devices.kept_yes": Text(
        vi="trình duyệt cam kết không tự xóa", en="the browser promised not to delete it"
    ),
    "devices.kept_no": Text(
        vi="trình duyệt có thể tự xóa khi máy đầy",
        en="the browser may delete it when the phone is full",
    ),
    "devices.kept_mark": Text(vi="Dữ liệu có thể bị xóa", en="Data may be deleted"),
    "devices.says": Text(vi="Máy tự báo", en="What the device says"),
    "devices.unsaid": Text(vi="máy chưa báo", en="not said yet"),
    "devices.told_at": Text(vi="Báo lúc", en="Said at"),
    "devices.never_told": Text(
        vi="Máy chưa báo phiên bản, bộ nhớ và đồng hồ: ứng dụng trên máy thuộc phiên bản trước.",
        en="It has not said its version, storage and clock: its app is of an earlier version.",
    ),
    "devices.acts": Text(vi="{count} việc", en="{count} acts"),
    "devices.photos": Text(vi="{count} ảnh, tệp", en="{count} photographs and files"),
    "devices.oldest": Text(vi="cũ nhất từ {at}", en="the oldest from {at}"),
    "devices.users": Text(vi="Những người đã dùng", en="Officers who used it"),
    "devices.no_users": Text(
        vi="Chưa ai đăng nhập trên máy này.", en="Nobody has signed in on it yet."
    ),
    "devices.first_used": Text(vi="Dùng từ", en="Since"),
    "devices.last_used": Text(vi="Đăng nhập gần nhất", en="Last sign-in"),
    "devices.signed_in": Text(vi="Đang đăng nhập", en="Signed in"),
    "devices.log": Text(vi="Nhật ký đến số", en="Log up to"),
    "devices.verdicts": Text(vi="Kiểm chứng các việc ghi trên máy", en="Checks of its acts"),
    "devices.verdicts_how": Text(
        vi="Tính trên {count} việc mới nhất của mỗi người. Không cộng thành điểm.",
        en="Over each officer's newest {count} acts. They add up to no score.",
    ),
    "devices.no_verdicts": Text(
        vi="Chưa nhận việc nào ghi trên máy này.", en="No act has come from it yet."
    ),
    "devices.times": Text(vi="Số việc", en="Acts"),
    "devices.message": Text(vi="Tin nhắn", en="Message"),
    "devices.messages": Text(vi="Tin nhắn tới điện thoại", en="Messages to phones"),
    "devices.message_hint": Text(
        vi="Tối đa 500 ký tự. Hiện nguyên văn trên điện thoại; đường dẫn trong đó không bấm được.",
        en="At most 500 letters. The phone shows it as it is typed; a link in it cannot be pressed.",
    ),
    "devices.no_messages": Text(vi="Chưa gửi tin nhắn nào.", en="No message has been sent yet."),
    "devices.send": Text(vi="Gửi tin nhắn", en="Send a message"),
    "devices.send_to_unit": Text(vi="Gửi tin nhắn cho đơn vị", en="Message a unit"),
    "devices.sent": Text(vi="Đã gửi tin nhắn.", en="The message was sent."),
    "devices.to_unit": Text(vi="{unit} và cấp dưới", en="{unit} and below"),
    "devices.message_to": Text(vi="Gửi tới", en="To"),
    "devices.read_of": Text(vi="Đã đọc", en="Read"),
    "devices.sent_at": Text(vi="Gửi lúc", en="Sent at"),
    "devices.sender": Text(vi="Người gửi", en="Sender"),
    "devices.counts": Text(
        vi="{told} người nhận; máy đã tải của {fetched}; {read} người đã đọc",
        en="{told} readers; fetched by the phones of {fetched}; read by {read}",
    ),
    "devices.receipts": Text(vi="Ai đã nhận, đã đọc", en="Who got it, who read it"),
    "devices.more_receipts": Text(
        vi="Và {count} người nữa, không hiện ở đây.", en="And {count} more, not shown here."
    ),
    "devices.fetched_at": Text(vi="Máy tải lúc", en="Fetched at"),
    "devices.read_at": Text(vi="Đọc lúc", en="Read at"),
    "devices.not_yet": Text(vi="chưa", en="not yet"),
    "devices.approval": Text(vi="Phê duyệt thiết bị mới", en="Approval of new devices"),
    "devices.approval_now": Text(vi="Hiện nay", en="At present"),
    "devices.approval_yes": Text(
        vi="Thiết bị mới phải chờ phê duyệt", en="New devices wait for an approval"
    ),
    "devices.approval_no": Text(
        vi="Thiết bị mới dùng được ngay", en="New devices can be used at once"
    ),
    "devices.approval_own": Text(vi="Đơn vị này", en="This unit"),
    "devices.approval_asks": Text(vi="Có yêu cầu riêng", en="Demands it"),
    "devices.approval_asks_not": Text(vi="Không có yêu cầu riêng", en="Has no demand of its own"),
    "devices.approval_inherited": Text(vi="Cấp trên yêu cầu", en="Demanded above"),
    "devices.approval_operator": Text(vi="Máy chủ yêu cầu", en="Demanded by the server"),
    "devices.approval_operator_said": Text(
        vi="Theo thiết đặt của người vận hành, không đổi được tại đây",
        en="By the operator's setting, which cannot be changed here",
    ),
    "devices.approval_stays": Text(
        vi="Thôi yêu cầu ở đây không đổi được gì ngay: cấp trên hoặc máy chủ vẫn yêu cầu.",
        en="To end it here changes nothing yet: it is still demanded above or by the server.",
    ),
    "devices.approval_begin": Text(vi="Yêu cầu phê duyệt", en="Demand an approval"),
    "devices.approval_end": Text(vi="Thôi yêu cầu phê duyệt", en="Demand it no longer"),
    "devices.did_message_sent": Text(vi="Gửi tin nhắn", en="Message sent"),
    "devices.did_enrolled": Text(vi="Đăng ký thiết bị", en="Enrolled"),
    "devices.did_approved": Text(vi="Phê duyệt cho dùng", en="Approved"),
    "devices.did_reported_lost": Text(vi="Báo mất máy", en="Reported lost"),
    "devices.did_revoked": Text(vi="Thu hồi quyền", en="Revoked"),
    "devices.did_imported": Text(vi="Nhập tệp chưa gửi", en="Rescue file imported"),
    "devices.did_voided": Text(vi="Hủy số chưa dùng", en="Unused numbers voided"),
}

"""Words of the pages of machines' accounts, in both languages."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "machines.title": Text(vi="Tài khoản máy", en="Machine accounts"),
    "machines.lead": Text(
        vi="Hệ thống khác đọc số liệu tổng hợp và danh mục đã công bố bằng khóa có hạn, có người chịu trách nhiệm.",
        en="Other systems read sums and published law under keys of their own, with an end and an officer who answers.",
    ),
    "machines.none": Text(vi="Chưa có tài khoản máy nào.", en="There is no machine account yet."),
    "machines.new": Text(vi="Đề nghị tài khoản máy", en="Request a machine account"),
    "machines.ask": Text(vi="Gửi đề nghị", en="Send the request"),
    "machines.name": Text(vi="Hệ thống", en="System"),
    "machines.name_hint": Text(
        vi="Tên hệ thống sẽ đọc, ví dụ: Cổng thống kê của Bộ.",
        en="What will read, such as: the ministry's statistics.",
    ),
    "machines.purpose": Text(vi="Mục đích", en="Purpose"),
    "machines.unit": Text(vi="Số liệu của đơn vị, cả cấp dưới", en="Figures of the unit and below"),
    "machines.owner": Text(vi="Người chịu trách nhiệm", en="Responsible officer"),
    "machines.owner_username": Text(vi="Công chức chịu trách nhiệm", en="Responsible officer"),
    "machines.owner_hint": Text(
        vi="Gõ tên để tìm, hoặc tên đăng nhập. Công chức đang làm việc trong đơn vị hoặc cấp dưới.",
        en="Type the name to search, or the user name. An active officer of the unit or below.",
    ),
    "machines.owner_unknown": Text(
        vi="Không có công chức đang làm việc với tên đăng nhập này trong phạm vi của bạn.",
        en="No active officer in your scope has this user name.",
    ),
    "machines.owner_gone": Text(vi="Thiếu người chịu trách nhiệm", en="Nobody answers for it"),
    "machines.permissions": Text(vi="Được đọc", en="May read"),
    "machines.reads_figures": Text(vi="Số liệu tổng hợp", en="Figures, as sums"),
    "machines.reads_catalogue": Text(vi="Danh mục hành vi đã công bố", en="Published behaviours"),
    "machines.reads_health": Text(vi="Trạng thái tài khoản", en="How the account stands"),
    "machines.networks": Text(vi="Từ các địa chỉ mạng", en="From these networks"),
    "machines.networks_hint": Text(
        vi="Mỗi dòng một mạng, dạng 203.0.113.0/28 hoặc 2001:db8::/48; tối đa 20.",
        en="One in each line, as 203.0.113.0/28 or 2001:db8::/48; at most 20.",
    ),
    "machines.networks_wrong": Text(
        vi="Có mạng không đúng dạng hoặc quá rộng (IPv4 từ /16, IPv6 từ /32). Hãy ghi dạng 203.0.113.0/28, mỗi dòng "
        "một mạng.",
        en="A network is malformed or too wide (IPv4 from /16, IPv6 from /32). Write it as 203.0.113.0/28, one in "
        "each line.",
    ),
    "machines.expires": Text(vi="Hết hạn", en="Ends"),
    "machines.expires_on": Text(vi="Hết hạn ngày", en="Ends on"),
    "machines.expires_hint": Text(
        vi="Từ ngày này không đọc được nữa; nhiều nhất một năm.",
        en="From this day it reads nothing; a year at most.",
    ),
    "machines.soon": Text(vi="Sắp hết hạn", en="Ends soon"),
    "machines.state_asked": Text(vi="Chờ xác nhận", en="Waits for a second person"),
    "machines.state_declined": Text(vi="Không xác nhận", en="Declined"),
    "machines.state_revoked": Text(vi="Đã thu hồi", en="Revoked"),
    "machines.state_ended": Text(vi="Đã hết hạn", en="Ended"),
    "machines.asked": Text(vi="Đề nghị", en="Asked by"),
    "machines.confirmed": Text(vi="Xác nhận", en="Confirmed by"),
    "machines.declined": Text(vi="Không xác nhận", en="Declined by"),
    "machines.waits": Text(
        vi="Bạn đã đề nghị tài khoản này. Người quản trị khác xác nhận.",
        en="You asked for this account. Another administrator confirms it.",
    ),
    "machines.last_used": Text(vi="Dùng gần nhất", en="Last used"),
    "machines.never": Text(vi="chưa dùng", en="never"),
    "machines.uses": Text(vi="Số lần", en="Requests"),
    "machines.keys": Text(vi="Khóa", en="Keys"),
    "machines.key": Text(vi="Khóa, bốn ký tự cuối", en="Key, its last letters"),
    "machines.no_keys": Text(vi="Chưa tạo khóa nào.", en="No key has been made yet."),
    "machines.made_at": Text(vi="Tạo lúc", en="Made at"),
    "machines.valid": Text(vi="Hiệu lực", en="Valid"),
    "machines.key_valid": Text(vi="đến khi tài khoản hết hạn", en="as long as the account"),
    "machines.key_until": Text(vi="đến {at}", en="until {at}"),
    "machines.key_over": Text(vi="đã hết từ {at}", en="over since {at}"),
    "machines.key_shown": Text(
        vi="Khóa mới. Chỉ hiện một lần: hãy chép ngay và giao qua kênh an toàn.",
        en="The new key. It is shown once: copy it now and hand it over on a safe way.",
    ),
    "machines.key_how": Text(
        vi="Hệ thống kia gửi khóa trong tiêu đề Authorization: Bearer, tới /api/machine/v1/.",
        en="The other system sends it in the header Authorization: Bearer, to /api/machine/v1/.",
    ),
    "machines.days": Text(vi="Lượt dùng 30 ngày qua", en="Use in the last 30 days"),
    "machines.day": Text(vi="Ngày", en="Day"),
    "machines.what": Text(vi="Đã đọc", en="What it read"),
    "machines.no_days": Text(vi="Không có lượt dùng nào.", en="It was not used."),
    "machines.account_id": Text(vi="Mã tài khoản", en="Account id"),
    "machines.act_confirm": Text(vi="Xác nhận", en="Confirm"),
    "machines.act_decline": Text(vi="Không xác nhận", en="Decline"),
    "machines.act_withdraw": Text(vi="Rút đề nghị", en="Take the request back"),
    "machines.act_key": Text(vi="Tạo khóa mới", en="Make a new key"),
    "machines.act_owner": Text(
        vi="Chọn người chịu trách nhiệm khác", en="Name somebody else to answer"
    ),
    "machines.follows_owner": Text(
        vi="Từ nay người này chịu trách nhiệm về tài khoản và được báo trước khi hết hạn. Khóa không đổi.",
        en="From now on this officer answers for the account and is told before it ends. Keys stay as they are.",
    ),
    "machines.owner_left": Text(
        vi="{name} không còn ở đơn vị. Khóa của tài khoản ngừng từ ngày {day} nếu chưa chọn người khác.",
        en="{name} has left the unit. The key of this account stops on {day} unless somebody else is named.",
    ),
    "machines.every_use": Text(vi="Từng lượt dùng", en="Every use"),
    "machines.see_every_use": Text(
        vi="Xem từng lượt dùng đã ghi", en="Show every use that was recorded"
    ),
    "machines.at": Text(vi="Lúc", en="At"),
    "machines.address": Text(vi="Địa chỉ mạng", en="Address"),
    "machines.path": Text(vi="Nội dung hỏi", en="What it asked for"),
    "machines.act_revoke": Text(vi="Thu hồi tài khoản", en="Revoke the account"),
    "machines.follows_confirm": Text(
        vi="Tài khoản được mở: từ nay tạo được khóa cho hệ thống kia.",
        en="It opens the account: from now on keys can be made for the other system.",
    ),
    "machines.follows_decline": Text(
        vi="Đề nghị chấm dứt. Nếu còn cần, phải đề nghị lại.",
        en="It ends the request. If it is still needed, it is asked for anew.",
    ),
    "machines.follows_key": Text(
        vi="Tạo khóa mới và hiện một lần. Khóa cũ còn dùng được trong thời gian bạn chọn.",
        en="It makes a key and shows it once. Keys before it stay valid for as long as you choose.",
    ),
    "machines.follows_revoke": Text(
        vi="Mọi khóa của tài khoản mất hiệu lực ngay. Không hoàn lại được.",
        en="All keys of the account are dead at once. It cannot be undone.",
    ),
    "machines.overlap": Text(vi="Khóa cũ còn dùng được", en="Keys before it stay valid"),
    "machines.overlap_hint": Text(
        vi="Đủ để hệ thống kia đổi khóa. Nếu khóa cũ bị lộ, hãy chọn kết thúc ngay.",
        en="Long enough to change over. If the old key leaked, let it end at once.",
    ),
    "machines.overlap_0": Text(vi="Kết thúc ngay", en="Not at all"),
    "machines.overlap_1": Text(vi="1 ngày", en="1 day"),
    "machines.overlap_7": Text(vi="7 ngày", en="7 days"),
    "machines.overlap_30": Text(vi="30 ngày", en="30 days"),
}

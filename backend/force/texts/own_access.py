"""The sentences of notices about an officer's own access, in both languages, by key; see notices.py."""

from schemas.core.problems import Text

TITLES = {
    "password.changed": Text(vi="Mật khẩu của bạn đã đổi", en="Your password was changed"),
    "recovery.made": Text(vi="Bạn có bộ mã khôi phục mới", en="You have new recovery codes"),
    "recovery.used": Text(vi="Có đăng nhập bằng mã khôi phục", en="A recovery code was used"),
    "recovery.ended": Text(vi="Mã khôi phục đã hết hiệu lực", en="Your recovery codes have ended"),
    "device.lost": Text(vi="Điện thoại được báo mất", en="A phone was reported lost"),
    "device.lost_of": Text(
        vi="Điện thoại của công chức được báo mất", en="An officer's phone was reported lost"
    ),
    "emergency.asked": Text(vi="Có đề nghị mở quyền khẩn cấp", en="Emergency access is asked for"),
    "emergency.opened": Text(vi="Quyền khẩn cấp đã mở", en="Emergency access was opened"),
    "emergency.shut": Text(
        vi="Quyền khẩn cấp không mở, hoặc đã dừng", en="No emergency access, or stopped"
    ),
}
BODIES = {
    "password.changed": Text(
        vi="Mật khẩu của {officer} vừa được đổi tại bàn làm việc; các phiên khác tại bàn đã kết thúc. Nếu không phải "
        "bạn, hãy báo ngay thủ trưởng hoặc người quản trị để khóa và cấp lại đăng nhập.",
        en="The password of {officer} was changed at the desk; the other sessions there have ended. If that was not "
        "you, tell your head or an administrator at once, so that the account is shut and reset.",
    ),
    "recovery.made": Text(
        vi="{officer} vừa tạo bộ mã khôi phục mới; các mã cũ không dùng được nữa. Nếu không phải bạn, hãy báo ngay "
        "thủ trưởng hoặc người quản trị.",
        en="{officer} made new recovery codes; those before are void. If that was not you, tell your head or an "
        "administrator at once.",
    ),
    "recovery.used": Text(
        vi="Tài khoản của {officer} vừa đăng nhập tại bàn làm việc bằng mật khẩu và một mã khôi phục; còn {left} mã. "
        "Nếu không phải bạn, hãy đổi mật khẩu ngay và báo thủ trưởng hoặc người quản trị.",
        en="The account of {officer} signed in at the desk with the password and a recovery code; {left} are left. If "
        "that was not you, change the password at once, and tell your head or an administrator.",
    ),
    "recovery.ended": Text(
        vi="Đăng nhập của {officer} được đặt lại hoặc kết thúc, nên các mã khôi phục cũ không dùng được nữa. Hãy tạo "
        "bộ mới ở trang Tài khoản.",
        en="The credentials of {officer} were set anew or ended, so the earlier recovery codes are void. Make new ones "
        "on the page Account.",
    ),
    "device.lost": Text(
        vi="{by} đã báo mất “{device}” của {officer}: máy bị thu hồi, mọi phiên trên máy đã kết thúc. Việc chưa gửi "
        "theo lần báo cuối của máy: {left}. Nếu tìm thấy máy, đừng gỡ ứng dụng: xuất tệp chưa gửi rồi nộp cho đơn vị. "
        "Nếu không đúng, hãy báo thủ trưởng; dùng lại bằng cách đăng nhập trên máy khác.",
        en="{by} reported “{device}” of {officer} as lost: it is revoked, and every session on it has ended. Unsent "
        "work as it last said: {left}. If it is found, do not remove the app: export the rescue file and hand it in. "
        "If the report is wrong, tell your head; go on by signing in on another phone.",
    ),
    "device.lost_of": Text(
        vi="{by} đã báo mất điện thoại “{device}” của {officer}; máy đã bị thu hồi. Việc chưa gửi theo lần báo cuối "
        "của máy: {left}. Hãy hỏi chính người đó, và bố trí máy khác để đăng nhập lại; tệp chưa gửi nhận được tại "
        "trang Tệp chưa gửi.",
        en="{by} reported the phone “{device}” of {officer} as lost; it is revoked. Unsent work as it last said: "
        "{left}. Ask the officer in person, and see to another phone; a rescue file is taken in on its page.",
    ),
    "emergency.asked": Text(
        vi="{by} đề nghị {what} cho {officer}. Thủ trưởng không phải người quản trị phải xác nhận; sau đó kiểm tra nội "
        "bộ đánh giá trong 5 ngày làm việc.",
        en="{by} asks for {what} for {officer}. A head who is no administrator must confirm it; auditors judge it "
        "within 5 working days.",
    ),
    "emergency.opened": Text(
        vi="{by} đã xác nhận {what} cho {officer}. Quyền tự hết khi hết giờ; mọi việc làm trong thời gian đó được ghi "
        "lại. Nếu không đúng, hãy dừng ngay tại trang đề nghị.",
        en="{by} confirmed {what} for {officer}. It ends by itself with its hours, and all that is done in them is on "
        "record. If it is wrong, stop it at once on the page of the request.",
    ),
    "emergency.shut": Text(
        vi="{by} không xác nhận, đã rút hoặc đã dừng {what} cho {officer}.",
        en="{by} declined, withdrew or stopped {what} for {officer}.",
    ),
}

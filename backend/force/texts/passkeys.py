"""The sentences of notices about passkeys, in both languages, by key; see notices.py."""

from schemas.core.problems import Text

TITLES = {
    "passkey.added": Text(vi="Tài khoản của bạn có khóa truy cập mới", en="You have a new passkey"),
    "passkey.removed": Text(vi="Khóa truy cập đã được gỡ", en="A passkey was removed"),
    "passkey.ended": Text(vi="Khóa truy cập đã hết hiệu lực", en="Your passkeys have ended"),
    "passkey.went_back": Text(
        vi="Khóa truy cập có thể đã bị sao chép", en="There may be a copy of a passkey"
    ),
}
BODIES = {
    "passkey.added": Text(
        vi="Khóa truy cập “{name}” vừa được thêm vào tài khoản của {officer}: dùng được thay mã xác thực (OTP) khi xác "
        "nhận tại bàn làm việc. Nếu không phải bạn, hãy gỡ khóa ngay (trang Tài khoản) và báo thủ trưởng hoặc người "
        "quản trị để cấp lại đăng nhập.",
        en="The passkey “{name}” was added to the account of {officer}: it can take the place of a one-time code at "
        "the desk. If that was not you, remove it at once (page Account), and tell your head or an administrator, so "
        "that your password and codes are reset.",
    ),
    "passkey.removed": Text(
        vi="Khóa truy cập “{name}” đã được gỡ khỏi tài khoản của {officer}. Nếu không phải bạn, hãy báo ngay thủ "
        "trưởng hoặc người quản trị.",
        en="The passkey “{name}” was removed from the account of {officer}. If that was not you, tell your head or an "
        "administrator at once.",
    ),
    "passkey.ended": Text(
        vi="Đăng nhập của {officer} được đặt lại hoặc kết thúc, nên các khóa truy cập cũ không dùng được nữa: {names}. "
        "Hãy thêm lại ở trang Tài khoản.",
        en="The credentials of {officer} were set anew or ended, so the earlier passkeys are of no use any more: "
        "{names}. Add them again on the page Account.",
    ),
    "passkey.went_back": Text(
        vi="Bộ đếm của khóa truy cập “{name}” ({officer}) đi lùi: có thể đã có bản sao. Việc xác nhận không bị "
        "chặn. Hãy hỏi chính người đó; nếu không rõ vì sao, hãy gỡ khóa này và thêm khóa mới.",
        en="The count of the passkey “{name}” ({officer}) went back: somebody may have a copy of it. Confirming was "
        "not stopped. Ask the officer in person; if nobody knows why, remove this passkey and add a new one.",
    ),
}

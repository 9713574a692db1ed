"""Notices about work and accounts of machines that pass from one officer to another, in both languages."""

from collections.abc import Mapping

from schemas.core.problems import Text

TITLES: Mapping[str, Text] = {
    "person.handed_over": Text(vi="Bạn được bàn giao công việc", en="Work was handed over to you"),
    "person.team_proposed": Text(
        vi="Đoàn kiểm tra chờ quyết định sửa đổi, bổ sung",
        en="Teams wait for an amending decision",
    ),
    "person.handed_over_of": Text(
        vi="Người quản trị bàn giao công việc của một công chức",
        en="An administrator handed work over",
    ),
    "person.handed_over_goes": Text(
        vi="Người quản trị bàn giao công việc của một công chức",
        en="An administrator handed work over",
    ),
    "person.hands_over": Text(vi="Công việc của bạn được bàn giao", en="Your work was handed over"),
    "person.hands_over_asked": Text(
        vi="Công việc của bạn được bàn giao", en="Your work was handed over"
    ),
    "machine.ends": Text(vi="Tài khoản máy sắp hết hạn", en="An account of a machine ends soon"),
    "machine.owner_named": Text(
        vi="Bạn chịu trách nhiệm về một tài khoản máy", en="You answer for an account of a machine"
    ),
    "machine.owner_over": Text(
        vi="Người khác chịu trách nhiệm về tài khoản máy",
        en="Somebody else answers for an account of a machine",
    ),
    "machine.owner_left": Text(
        vi="Tài khoản máy cần người chịu trách nhiệm khác",
        en="An account of a machine needs somebody else to answer for it",
    ),
}
BODIES: Mapping[str, Text] = {
    "person.handed_over": Text(
        vi="{by} bàn giao công việc của {officer} cho bạn: {what}. Các hồ sơ đã có trong Việc của tôi.",
        en="{by} handed the work of {officer} over to you: {what}. The records are in My work.",
    ),
    "person.team_proposed": Text(
        vi="{by} bàn giao công việc của {officer} và đề nghị người thay trong Đoàn kiểm tra: {what}. Người nhận vào "
        "Đoàn khi quyết định sửa đổi, bổ sung được ký (khoản 2 Điều 15, khoản 4 Điều 17 Thông tư 27/2020/TT-BCT).",
        en="{by} hands over the work of {officer} and proposes who takes the place in teams: {what}. The receiver "
        "joins the team when the amending decision is signed (Circular 27/2020 Arts 15.2, 17.4).",
    ),
    "person.handed_over_of": Text(
        vi="{by} bàn giao công việc của {officer}, người vẫn làm việc: {what}. Yêu cầu của {asker}. Lý do: {why}. Nếu "
        "không đúng, hãy bàn giao lại.",
        en="{by} handed over the work of {officer}, who stays: {what}. Asked for by {asker}. Reason: {why}. If that is "
        "not right, hand it over again.",
    ),
    "person.handed_over_goes": Text(
        vi="{by} bàn giao công việc của {officer}, người rời hoặc chuyển đơn vị: {what}. Lý do: {why}.",
        en="{by} handed over the work of {officer}, who leaves or moves: {what}. Reason: {why}.",
    ),
    "person.hands_over_asked": Text(
        vi="{by} bàn giao công việc đang làm của bạn cho đồng nghiệp: {what}. Yêu cầu của {asker}. Lý do: {why}. Nếu "
        "bạn không yêu cầu, hãy báo thủ trưởng đơn vị.",
        en="{by} handed your open work over to colleagues: {what}. Asked for by {asker}. Reason: {why}. If that is not "
        "so, tell the head of your unit.",
    ),
    "person.hands_over": Text(
        vi="{by} bàn giao công việc đang làm của bạn cho đồng nghiệp: {what}.",
        en="{by} handed your open work over to colleagues: {what}.",
    ),
    "machine.owner_named": Text(
        vi="{by} chọn bạn chịu trách nhiệm về tài khoản máy “{name}”. Lý do: {why}. Mỗi lần hệ thống kia đọc dữ liệu "
        "được ghi dưới tên bạn. Nếu bạn không nhận, hãy báo ngay người quản trị.",
        en="{by} chose you to answer for the account of the machine “{name}”. Reason: {why}. Each reading of the other "
        "system is recorded under your name. If that is not so, tell an administrator at once.",
    ),
    "machine.owner_over": Text(
        vi="{by} chọn {officer} thay bạn chịu trách nhiệm về tài khoản máy “{name}”. Lý do: {why}. Từ nay các lần đọc "
        "không còn ghi dưới tên bạn.",
        en="{by} chose {officer} to answer for the account of the machine “{name}” instead of you. Reason: {why}. From "
        "now on its readings are not recorded under your name.",
    ),
    "machine.owner_left": Text(
        vi="{officer}, người chịu trách nhiệm về tài khoản máy “{name}”, không còn ở đơn vị. Khóa ngừng từ ngày {day} "
        "nếu người quản trị chưa chọn người khác ở trang Tài khoản máy.",
        en="{officer}, who answers for the account of the machine “{name}”, has left the unit. Its key stops on {day} "
        "unless an administrator names somebody else on its page.",
    ),
    "machine.ends": Text(
        vi="Tài khoản máy “{name}” hết hạn ngày {day}; từ ngày đó hệ thống kia không đọc được gì. Nếu còn cần, hãy nhờ "
        "người quản trị đề nghị tài khoản mới.",
        en="The account of the machine “{name}” ends on {day}; from that day the other system can read nothing. If it "
        "is still needed, have an administrator ask for a new one.",
    ),
}

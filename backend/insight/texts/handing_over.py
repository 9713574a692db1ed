"""Sentences about handing work over, in both languages."""

from collections.abc import Mapping

from backend.insight.rules.handing_over import Kind
from schemas.core.problems import Text

RECEIVER = Text(
    vi="Người được chọn không còn làm nhiệm vụ, hoặc chưa chọn ai. Hãy chọn người nhận khác.",
    en="Nobody is chosen, or who is chosen is no longer in service. Choose another receiver.",
)
ROLE = Text(
    vi="Người được chọn không có vai trò để nhận loại hồ sơ này. Hãy chọn người khác, hoặc trao vai trò trước.",
    en="Who is chosen does not have the role for this kind of record. Choose somebody else, or give the role first.",
)
CARD = Text(
    vi="Người nhận làm Trưởng Đoàn phải có Thẻ kiểm tra thị trường còn hiệu lực (Điều 23 Pháp lệnh 11/2016/UBTVQH13). "
    "Hãy chọn người khác.",
    en="Who is to lead a team needs a valid inspection card (Ordinance 11/2016 Art 23). Choose somebody else.",
)
UNIT = Text(
    vi="Người nhận không thuộc đơn vị của người ban hành quyết định kiểm tra. Hãy chọn người khác.",
    en="The receiver is not of the unit of the decision's issuer. Choose somebody else.",
)
RELATED = Text(
    vi="Người nhận đã khai có quan hệ với đối tượng kiểm tra (khoản 3 Điều 23 Pháp lệnh 11/2016/UBTVQH13). Hãy chọn "
    "người khác.",
    en="The receiver declared a relation to the party (Ordinance 11/2016 Art 23.3). Choose somebody else.",
)
ASKED = Text(
    vi="Người này còn làm việc, hoặc chỉ chuyển đi khi người thứ hai xác nhận: hãy chọn ai yêu cầu bàn giao, chính "
    "người đó hoặc thủ trưởng đơn vị.",
    en="This officer stays, or moves only once a second person confirms: choose who asked for the hand-over, the "
    "officer or the head of the unit.",
)
ASKERS: Mapping[str, Text] = {
    "officer": Text(vi="chính người này", en="the officer"),
    "head": Text(vi="thủ trưởng đơn vị", en="the head of the unit"),
}
ASKERS_TO_THE_OFFICER: Mapping[str, Text] = {
    **ASKERS,
    "officer": Text(vi="chính bạn", en="you"),
}
NEW = Text(
    vi="Trong lúc bạn chọn đã có thêm việc của người này. Danh sách dưới đây là mới nhất: hãy xem lại rồi xác nhận.",
    en="More came in for this officer while you were choosing. The list below is the newest: look again, then confirm.",
)
GONE = Text(
    vi="Mục này vừa bị bỏ khỏi kế hoạch. Danh sách dưới đây là mới nhất: hãy xem lại rồi xác nhận.",
    en="This item has just been removed from the plan. The list below is the newest: look again, then confirm.",
)
MORE = Text(
    vi="Người này còn nhiều việc hơn một bước bàn giao được, nên chưa khóa tài khoản hoặc chuyển đơn vị. Hãy giữ "
    "nguyên tài khoản, bàn giao hết các bước, rồi khóa hoặc chuyển ở bước cuối.",
    en="More is open with this officer than one step hands over, so the account cannot be disabled or moved yet. Leave "
    "it as it is, hand over step by step, and disable or move it in the last one.",
)
_COUNTED: Mapping[Kind, tuple[str, str]] = {
    "case": ("{n} hồ sơ vụ việc", "{n} cases"),
    "inspection": ("{n} cuộc kiểm tra", "{n} inspections"),
    "team": ("{n} Đoàn kiểm tra", "{n} teams"),
    "information": ("{n} thông tin cần xác minh", "{n} informations to verify"),
    "plan_item": ("{n} mục kế hoạch kiểm tra", "{n} items of inspection plans"),
    "step": ("{n} bước chờ ý kiến", "{n} steps of submissions"),
}


def counted(sums: Mapping[Kind, int]) -> Text:
    """Return how many records of each kind: 12 hồ sơ vụ việc, 5 cuộc kiểm tra."""
    said = [(vi, en, sums[kind]) for kind, (vi, en) in _COUNTED.items() if sums.get(kind)]
    return Text(
        vi=", ".join(vi.format(n=n) for vi, _, n in said),
        en=", ".join(en.format(n=n) for _, en, n in said),
    )


TEAM_CHANGED = Text(
    vi="Những chỗ đang chờ trong Đoàn đã thay đổi sau khi bạn mở trang này: có chỗ đã được quyết định hoặc được đề "
    "nghị lại. Chưa ghi gì. Hãy xem lại rồi quyết định.",
    en="What waits of this team has changed since you opened this page: a place was decided, or proposed anew. Nothing "
    "was recorded. Look again, then decide.",
)
"""A form that keeps a team shows what does not wait any more, or waits otherwise."""

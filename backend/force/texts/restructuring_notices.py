"""Sentences of notices about restructurings that wait for a second administrator."""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

KINDS: dict[str, Text] = {
    "merge": Text(vi="sáp nhập", en="the merger of"),
    "move": Text(vi="chuyển trực thuộc", en="the move of"),
    "split": Text(vi="chia tách", en="the split of"),
    "close": Text(vi="giải thể", en="the end of"),
}
"""What is asked for, as a phrase before the unit's name."""
SENTENCES: dict[str, tuple[NoticeKind, Text, Text]] = {
    "restructuring.asked": (
        NoticeKind.PEOPLE,
        Text(vi="Sắp xếp đơn vị chờ bạn xác nhận", en="A restructuring waits for you"),
        Text(
            vi="{by} đề nghị {what} {unit}. Hãy xem việc này liên quan đến những gì rồi xác nhận hoặc từ chối; sau bảy "
            "ngày đề nghị hết hiệu lực.",
            en="{by} asks for {what} {unit}. See what it touches, then confirm or decline it; after seven days the "
            "request lapses.",
        ),
    ),
    "restructuring.confirmed": (
        NoticeKind.PEOPLE,
        Text(vi="Sắp xếp đơn vị đã thực hiện", en="A restructuring was carried out"),
        Text(
            vi="{by} đã xác nhận đề nghị {what} {unit}; việc này đã có hiệu lực.",
            en="{by} confirmed the request for {what} {unit}; it is done.",
        ),
    ),
    "restructuring.declined": (
        NoticeKind.PEOPLE,
        Text(vi="Đề nghị sắp xếp đơn vị bị từ chối", en="A restructuring was declined"),
        Text(
            vi="{by} không xác nhận hoặc rút đề nghị {what} {unit}: {reason}. Nếu vẫn cần, hãy gửi đề nghị mới.",
            en="{by} declined or took back the request for {what} {unit}: {reason}. Ask again if it is still needed.",
        ),
    ),
    "restructuring.lapsed": (
        NoticeKind.PEOPLE,
        Text(vi="Đề nghị sắp xếp đơn vị hết hiệu lực", en="A restructuring lapsed"),
        Text(
            vi="Không ai xác nhận trong bảy ngày đề nghị {what} {unit} của {by}, nên chưa có gì thay đổi. Nếu vẫn cần, "
            "hãy gửi đề nghị mới.",
            en="Nobody confirmed the request of {by} for {what} {unit} within seven days, so nothing has changed. Ask "
            "again if it is still needed.",
        ),
    ),
}

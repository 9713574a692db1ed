"""The sentence of a notice that a member of a team is related to the party."""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

OF_RELATIONS = {
    "inspection.related": (
        NoticeKind.CHANGED,
        Text(
            vi="Thành viên Đoàn có quan hệ với tổ chức, cá nhân được kiểm tra",
            en="A member of a team is related to the party",
        ),
        Text(
            vi="{officer} khai có quan hệ với {subject} ({number}). Người ban hành thay người bằng quyết định sửa đổi, "
            "bổ sung (Điều 15 Thông tư 27/2020/TT-BCT).",
            en="{officer} declared a relation to {subject} ({number}). The issuer replaces the officer by a decision "
            "that amends it (Circular 27/2020/TT-BCT Art 15).",
        ),
    ),
}

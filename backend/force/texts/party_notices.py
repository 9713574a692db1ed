"""Sentences of notices about the register of parties: merges, and the sums from which on pairs are proposed.

Merges name parties of the reader's own register.
"""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

OF_PARTIES: dict[str, tuple[NoticeKind, Text, Text]] = {
    "party_merge.asked": (
        NoticeKind.SUBMITTED,
        Text(vi="Đề nghị gộp chờ xác nhận", en="A merge waits to be confirmed"),
        Text(
            vi="{by} đề nghị gộp «{goes}» vào «{stays}»: {reason}. Hãy đối chiếu hai dòng rồi xác nhận, hoặc từ chối "
            "và ghi lý do.",
            en="{by} asks to merge “{goes}” into “{stays}”: {reason}. Compare the two, then confirm it, or decline it "
            "and say why.",
        ),
    ),
    "party_merge.merged": (
        NoticeKind.APPROVED,
        Text(vi="Đề nghị gộp đã được xác nhận", en="Your merge was confirmed"),
        Text(
            vi="{by} đã xác nhận: «{goes}» đã gộp vào «{stays}».",
            en="{by} confirmed it: “{goes}” was merged into “{stays}”.",
        ),
    ),
    "party_merge.declined": (
        NoticeKind.REFUSED,
        Text(vi="Đề nghị gộp không được xác nhận", en="Your merge was declined"),
        Text(
            vi="{by} không gộp «{goes}» vào «{stays}»: {reason}.",
            en="{by} declined to merge “{goes}” into “{stays}”: {reason}.",
        ),
    ),
    "party_merge.lapsed": (
        NoticeKind.RETURNED,
        Text(vi="Đề nghị gộp hết hiệu lực", en="Your merge lapsed"),
        Text(
            vi="{by} vừa sửa một trong hai dòng «{goes}» và «{stays}», nên đề nghị gộp hết hiệu lực. Hãy so sánh lại; "
            "nếu vẫn là một thì đề nghị lại.",
            en="{by} corrected one of “{goes}” and “{stays}”, so the merge that you asked for lapsed. Compare them "
            "again; if they still are one, ask again.",
        ),
    ),
    "party_merge.undone": (
        NoticeKind.CHANGED,
        Text(vi="Hai dòng đã gộp được tách lại", en="Merged parties were parted"),
        Text(
            vi="{by} đã tách «{goes}» khỏi «{stays}»: {reason}.",
            en="{by} parted “{goes}” from “{stays}”: {reason}.",
        ),
    ),
    "likeness.asked": (
        NoticeKind.SUBMITTED,
        Text(vi="Mức điểm trùng chờ bạn xác nhận", en="Sums for duplicates wait for you"),
        Text(
            vi="{by} đề nghị gợi ý từ {propose} điểm, nhiều khả năng là một từ {strong} điểm, cho toàn quốc: {reason}. "
            "Hãy xem rồi xác nhận hoặc không áp dụng; sau bảy ngày đề nghị hết hiệu lực.",
            en="{by} asks to propose pairs from {propose} on, as likely one from {strong} on, for the whole force: "
            "{reason}. Look at it, then confirm or decline it; after seven days it lapses.",
        ),
    ),
    "likeness.confirmed": (
        NoticeKind.APPROVED,
        Text(
            vi="Mức điểm trùng bạn đề nghị đã áp dụng", en="Your sums for duplicates are in force"
        ),
        Text(
            vi="{by} đã xác nhận: gợi ý từ {propose} điểm, nhiều khả năng là một từ {strong} điểm. Cả sổ được so sánh "
            "lại.",
            en="{by} confirmed them: proposed from {propose} on, likely one from {strong} on. The register is compared "
            "anew.",
        ),
    ),
    "likeness.declined": (
        NoticeKind.REFUSED,
        Text(
            vi="Mức điểm trùng bạn đề nghị không áp dụng",
            en="Your sums for duplicates were declined",
        ),
        Text(
            vi="{by} không áp dụng mức gợi ý từ {propose}, nhiều khả năng từ {strong}: {reason}. Nếu vẫn cần, hãy đề "
            "nghị lại.",
            en="{by} declined the sums {propose} and {strong}: {reason}. Propose them again if they are still needed.",
        ),
    ),
    "likeness.lapsed": (
        NoticeKind.RETURNED,
        Text(vi="Đề nghị đổi mức điểm trùng hết hiệu lực", en="A change of the sums lapsed"),
        Text(
            vi="Không ai xác nhận trong bảy ngày đề nghị gợi ý từ {propose}, nhiều khả năng từ {strong}, nên chưa có "
            "gì thay đổi. Nếu vẫn cần, hãy đề nghị lại.",
            en="Nobody confirmed within seven days the sums {propose} and {strong}, so nothing has changed. Propose "
            "them again if they are still needed.",
        ),
    ),
}

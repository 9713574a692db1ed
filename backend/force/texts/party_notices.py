"""Sentences of notices about merges of parties. They name parties of the reader's own register."""

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
}

"""Sentences of notices about papers of plans and of information; see work_notices.py for the form.

The record's title names nobody who gave information.
"""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

OF_RECORD_PAPERS: dict[str, tuple[NoticeKind, Text, Text]] = {
    "record_paper.signed": (
        NoticeKind.APPROVED,
        Text(vi="Văn bản đã được ký", en="Your paper was signed"),
        Text(
            vi="{record}: {by} đã ký {form}, số {number}.",
            en="{record}: {by} signed {form}, number {number}.",
        ),
    ),
    "record_paper.given_up": (
        NoticeKind.REFUSED,
        Text(vi="Văn bản bạn soạn không được ký", en="The paper that you drafted is not signed"),
        Text(
            vi="{record}: {by} đã bỏ {form}. Lý do: {reason}",
            en="{record}: {by} gave up {form}. Reason: {reason}",
        ),
    ),
    "record_paper.sent_back": (
        NoticeKind.RETURNED,
        Text(vi="Bản quét bị trả lại", en="The scan of a paper was sent back"),
        Text(
            vi="{record}: {by} đối chiếu {form} số {number}: bản quét khác bản in ({reason}). Hãy gửi bản quét khác.",
            en="{record}: {by} compared {form}, number {number}: the scan differs from the print ({reason}). Send "
            "another scan.",
        ),
    ),
}
"""Key -> (kind, title, sentence)."""

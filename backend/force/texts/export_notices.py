"""Sentences of notices about lists that were taken away as files; see work_notices.py for the form."""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

OF_EXPORTS: dict[str, tuple[NoticeKind, Text, Text]] = {
    "export.ready": (
        NoticeKind.CHANGED,
        Text(vi="Tệp bạn yêu cầu đã xuất xong", en="The file that you asked for is ready"),
        Text(
            vi="{list}: {rows} dòng. Tải về trong 24 giờ; sau đó tệp bị xóa.",
            en="{list}: {rows} rows. Download it within 24 hours; then it is deleted.",
        ),
    ),
    "export.failed": (
        NoticeKind.CHANGED,
        Text(
            vi="Tệp bạn yêu cầu không xuất được", en="The file that you asked for was not written"
        ),
        Text(
            vi="{list}: không có tệp. Hãy mở yêu cầu để xem lý do.",
            en="{list}: there is no file. Open the request to see why.",
        ),
    ),
}
"""Key -> (kind, title, sentence)."""

"""Sentences of notices about auditors' samples. They name numbers, and no record."""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

SENTENCES: dict[str, tuple[NoticeKind, Text, Text]] = {
    "sample.closed": (
        NoticeKind.CHANGED,
        Text(vi="Kiểm tra nội bộ có phát hiện", en="Auditors have findings"),
        Text(
            vi="Kiểm tra nội bộ đã xem {records} hồ sơ rút ngẫu nhiên của đơn vị và có {found} phát hiện. Hãy xem "
            "và chấn chỉnh.",
            en="Auditors drew {records} records of the unit at random and have {found} findings. Look at them, and "
            "have them mended.",
        ),
    ),
    "sample.packed": (
        NoticeKind.CHANGED,
        Text(vi="Gói hồ sơ của mẫu đã xong", en="The packages of a sample are ready"),
        Text(
            vi="{packages} gói của {records} hồ sơ trong mẫu đã sẵn sàng để tải trong 24 giờ; sau đó bị xóa.",
            en="{packages} packages of the sample's {records} records can be taken within 24 hours; then they are "
            "deleted.",
        ),
    ),
    "sample.pack_failed": (
        NoticeKind.CHANGED,
        Text(
            vi="Không làm được gói hồ sơ của mẫu", en="The packages of a sample could not be made"
        ),
        Text(
            vi="Làm được {packages} trong {records} gói thì dừng. Hãy xem lý do và yêu cầu lại.",
            en="It stopped after {packages} of {records} packages. See why, and ask again.",
        ),
    ),
}

"""Sentences of notices about officers who come from a file."""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

_TITLES = {
    "paused": Text(vi="Tệp của bạn tạm dừng nhập", en="Your import was paused"),
    "resumed": Text(vi="Tệp của bạn được nhập tiếp", en="Your import goes on"),
    "given_up": Text(vi="Phần còn lại của tệp không nhập nữa", en="Your import was given up"),
}
_BODIES = {
    "paused": Text(
        vi="{by} tạm dừng việc nhập tệp “{file}” mà bạn đã xác nhận. Những dòng đã nhập vẫn giữ nguyên. Mở lần nhập "
        "để xem; nếu cần, hãy hỏi người đó rồi nhập tiếp.",
        en="{by} paused the import of the file “{file}”, which you confirmed. Rows that came stay. Open the import; "
        "ask that officer if need be, then go on.",
    ),
    "resumed": Text(
        vi="{by} cho nhập tiếp tệp “{file}”. Các dòng tiếp theo vẫn được ghi theo xác nhận của bạn, dưới tên bạn. Nếu "
        "bạn không đồng ý, hãy mở lần nhập và tạm dừng.",
        en="{by} let the import of the file “{file}” go on. The next rows are recorded by your confirmation, under "
        "your name. If you do not agree, open the import and pause it.",
    ),
    "given_up": Text(
        vi="{by} bỏ phần còn lại của tệp “{file}” mà bạn đã xác nhận. Những dòng đã nhập vẫn giữ nguyên. Mở lần nhập "
        "để xem lý do và các dòng chưa nhập.",
        en="{by} gave up the rest of the file “{file}”, which you confirmed. Rows that came stay. Open the import "
        "for the rows that did not come.",
    ),
}

SENTENCES: dict[str, tuple[NoticeKind, Text, Text]] = {
    "person.imported": (
        NoticeKind.PEOPLE,
        Text(vi="Công chức mới vào đơn vị từ tệp", en="New officers came from a file"),
        Text(
            vi="{by} đang đăng ký công chức của đơn vị từ tệp “{file}”. Hãy xem danh sách công chức; nếu có người "
            "không thuộc đơn vị, hãy báo ngay người quản trị cấp trên.",
            en="{by} registers officers of the unit from the file “{file}”. Look at the list of officers; if somebody "
            "does not serve there, tell an administrator above at once.",
        ),
    ),
    "ask.imported": (
        NoticeKind.PEOPLE,
        Text(vi="Chờ bạn xác nhận", en="Waiting for you to confirm"),
        Text(
            vi="{by} nhập công chức từ tệp “{file}” và đề nghị vai trò, chức vụ cần người thứ hai. Hãy mở trang Đề "
            "nghị, kiểm tra và trả lời từng việc.",
            en="{by} imports officers from the file “{file}” and asks for roles and positions that need a second "
            "person. Open the page of requests, check each and answer it.",
        ),
    ),
    **{
        f"{of}.{done}": (NoticeKind.CHANGED, _TITLES[done], _BODIES[done])
        for of in ("people_import", "party_import")
        for done in ("paused", "resumed", "given_up")
    },
}

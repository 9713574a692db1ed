"""Sentences of notices about officers who come from a file."""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

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
}

"""Why an act of an import is refused, or a row came too late, and what to do next."""

from typing import Final

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_REFUSALS: Final = {
    "unknown": (
        "Không có lần nhập này, hoặc nằm ngoài phạm vi của bạn.",
        "There is no such import, or it is out of your sight.",
    ),
    "not_yours": (
        "Chỉ lãnh đạo đơn vị và đội trưởng của Chi cục này được nhập danh sách.",
        "Only supervisors and team leaders of this department import lists.",
    ),
    "not_uploader": (
        "Chỉ người đã tải tệp lên được xác nhận nhập. Hãy đề nghị người đó, hoặc tự tải tệp lên.",
        "Only the officer who uploaded the file confirms it. Ask that officer, or upload the file yourself.",
    ),
    "moved": (
        "Lần nhập này đã chuyển sang bước khác. Hãy tải lại trang.",
        "This import has gone on meanwhile. Reload the page.",
    ),
    "bad_rows": (
        "Còn dòng sai, mà bạn chọn nhập tất cả hoặc không nhập gì. Hãy sửa tệp, hoặc chọn nhập các dòng đúng.",
        "Rows are wrong, and you chose all or none. Mend the file, or choose to import the good rows.",
    ),
    "nothing": (
        "Không có dòng nào để nhập.",
        "There is no row to import.",
    ),
    "same_running": (
        "Chính tệp này đang được nhập ở Chi cục. Hãy xem danh sách các lần nhập.",
        "This very file is being imported in the department. Look at the list of imports.",
    ),
}
LATE_KNOWN: Final = Text(
    vi="Từ khi xem trước, tổ chức, cá nhân này đã có trong sổ. Hãy mở trong sổ để sửa.",
    en="Since the preview this party has come into the register. Open it there to correct it.",
)
LATE_REFUSED: Final = Text(
    vi="Không sửa được trong sổ: {why}", en="It could not be corrected in the register: {why}"
)
TWICE: Final = Text(vi="Trùng với dòng {row} của tệp.", en="The same as row {row} of the file.")
SEVERAL_KNOWN: Final = Text(
    vi="Các số ở dòng này thuộc nhiều tổ chức, cá nhân khác nhau trong sổ. Hãy kiểm tra lại các số.",
    en="The numbers of this row belong to several parties of the register. Check them.",
)
RIGHT_LOST: Final = Text(
    vi="Người xác nhận không còn quyền nhập danh sách của đơn vị này nên hệ thống tạm dừng. Người có quyền có thể "
    "bỏ phần còn lại và tải tệp lên lại.",
    en="The officer who confirmed it may not import for this unit any more, so the system paused it. Somebody who may "
    "gives up the rest and uploads the file again.",
)
FAULT: Final = Text(
    vi="Hệ thống gặp lỗi ở phần đang nhập nên tạm dừng; phần đó chưa vào sổ. Hãy báo quản trị viên, rồi bấm nhập tiếp.",
    en="The system failed at the portion that it was at, and paused; that portion is not in the register. Tell an "
    "administrator, then go on.",
)


def refusal(code: str) -> Refuse:
    """Build a refusal of the record handler of imports."""
    return Refuse(code=f"party_import_{code}", text=said(code), detail={})


def said(code: str) -> Text:
    """Return the sentence of a code."""
    vi, en = _REFUSALS[code]
    return Text(vi=vi, en=en)

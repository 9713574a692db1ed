"""Why an act on a line of the work diary is refused."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_REFUSALS = {
    "diary_unknown": (
        "Không có dòng nhật ký này, hoặc dòng này ngoài phạm vi của bạn.",
        "There is no such line of the diary, or it is out of your sight.",
    ),
    "diary_not_yours": (
        "Lãnh đạo của đơn vị xác nhận dòng nhật ký; thành viên Đoàn ghi chú bên cạnh.",
        "A leader of the unit confirms a line of the diary; members of its team write notes beside it.",
    ),
    "diary_confirmed": (
        "Dòng nhật ký này đã được xác nhận.",
        "This line of the diary is confirmed already.",
    ),
    "diary_other": (
        "Dòng nhật ký khác với nội dung bạn đã xem. Hãy tải lại trang.",
        "The line differs from what you saw. Load the page again.",
    ),
}


def refusal(code: str) -> Refuse:
    """Build a refusal of the record handler of the diary."""
    vi, en = _REFUSALS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en), detail={})

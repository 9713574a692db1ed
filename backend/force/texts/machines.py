"""Refusals of acts about accounts of machines, in both languages."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "machine_unknown": (
        "Không có tài khoản máy này, hoặc tài khoản nằm ngoài phạm vi của bạn.",
        "There is no such account, or it is outside your scope.",
    ),
    "machine_exists": ("Tài khoản máy này đã có.", "This account already exists."),
    "machine_owner": (
        "Người chịu trách nhiệm phải là công chức đang làm việc trong đơn vị hoặc cấp dưới. Hãy chọn người khác.",
        "Who answers for it must be an active officer of the unit or below. Choose somebody else.",
    ),
    "machine_changed": (
        "Người chịu trách nhiệm đã được thay đổi sau khi bạn mở trang này. Hãy xem lại rồi xác nhận.",
        "Who answers for it was changed since you opened this page. Look again, then confirm.",
    ),
    "machine_owner_same": (
        "Người này đang chịu trách nhiệm về tài khoản. Hãy chọn người khác.",
        "This officer answers for the account already. Choose somebody else.",
    ),
    "machine_networks": (
        "Có địa chỉ mạng không đúng dạng, hoặc quá rộng. Hãy ghi dạng 203.0.113.0/28, mỗi dòng một mạng.",
        "A network is malformed or too wide. Write it as 203.0.113.0/28, one in each line.",
    ),
    "machine_answered": (
        "Đề nghị này đã được trả lời. Hãy mở lại trang.",
        "This request was answered already. Open the page again.",
    ),
    "machine_own": (
        "Người đề nghị không tự xác nhận. Hãy nhờ người quản trị khác.",
        "Who asked does not confirm it. Ask another administrator.",
    ),
    "machine_not_open": (
        "Tài khoản máy này chưa được xác nhận, đã hết hạn hoặc đã thu hồi.",
        "This account is not confirmed, has ended, or was revoked.",
    ),
}


def refusal(code: str) -> Refuse:
    """Return a refusal for the record handler of units."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en))

"""Refusals of a change of a unit, in both languages: what prevents it, and what to do."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "not_from_phone": (
        "Việc này chỉ làm được tại bàn làm việc.",
        "This can be done at the desk only.",
    ),
    "not_allowed": (
        "Vai trò của bạn không được phép làm việc này ở đơn vị này.",
        "Your role does not permit this in this unit.",
    ),
    "unit_unknown": (
        "Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi của bạn.",
        "There is no such unit, or it is outside your scope.",
    ),
    "unit_exists": ("Đơn vị này đã có.", "This unit already exists."),
    "unit_code_taken": (
        "Mã đơn vị này đang được dùng. Hãy chọn mã khác.",
        "This unit code is in use. Choose another.",
    ),
    "unit_closed": (
        "Đơn vị này đã giải thể. Hãy chọn đơn vị đang hoạt động.",
        "This unit is closed. Choose an active unit.",
    ),
    "unit_too_deep": (
        "Cây đơn vị có tối đa bốn cấp.",
        "The tree of units has four levels at most.",
    ),
    "unit_inhabited": (
        "Đơn vị còn công chức hoặc đơn vị trực thuộc. Hãy chuyển họ đi trước khi giải thể.",
        "The unit still has officers or units below it. Move them first, then close it.",
    ),
    "unit_own": (
        "Không thể giải thể đơn vị của chính bạn.",
        "You cannot close the unit that you belong to.",
    ),
    "unit_dates": (
        "Ngày giải thể phải sau ngày thành lập.",
        "A unit must end after the day it began.",
    ),
}


def refusal(code: str) -> Refuse:
    """Return a refusal for the record handler of units."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en))

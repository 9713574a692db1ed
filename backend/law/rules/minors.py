"""What a person below 18 years may be fined (Law Arts 5, 22, 134; Decree 118/2021 Arts 25-26). Pure."""

from backend.law.errors import MinorNotFined, TooYoung
from backend.law.rules import ranges
from backend.law.texts.sanctions import remark, step, sure
from schemas.law.sanctions import ActOrder, Remark, Step

RESPONSIBLE = 14
"""Below this age nobody is sanctioned (Law Art 5.1.a)."""
FINED = 16
"""Below this age nobody is fined: a warning is the gravest sanction (Law Art 134.3)."""
GROWN = 18
_ARTICLE = "Luật XLVPHC Điều 134.3"


def check(act: ActOrder) -> None:
    """Refuse a person who is too young: for any sanction, or for a fine. Raises TooYoung, MinorNotFined."""
    if act.age is None:
        return
    if act.age < RESPONSIBLE:
        raise TooYoung(behaviour=act.behaviour.code)
    if act.age < FINED and not act.warning:
        raise MinorNotFined(behaviour=act.behaviour.code)


def limited(part: ranges.Range, act: ActOrder) -> tuple[ranges.Range, list[Step]]:
    """Return half of a range for a person of 16 or 17 years, with the step that says so."""
    if act.age is None or not FINED <= act.age < GROWN:
        return part, []
    half = ranges.halved(part)
    said = step(
        _ARTICLE,
        "Từ đủ 16 đến dưới 18 tuổi: không quá một nửa mức của người thành niên, {most} đồng.",
        "From 16 to below 18 years: at most half of what an adult pays, {most} VND.",
        most=half.most,
    )
    return half, [sure(said, "R2")]


def reminder(act: ActOrder) -> list[Remark]:
    """Return a remark where a reminder comes before a warning; it is oral, and it is counted."""
    if act.age is None or not RESPONSIBLE <= act.age < GROWN:
        return []
    if act.age >= FINED and not act.behaviour.warning:
        return []
    return [
        remark(
            "reminder",
            "Xem xét nhắc nhở trước khi phạt cảnh cáo: nhắc nhở bằng lời, không lập biên bản, nhưng phải thống kê.",
            "Consider a reminder before a warning: it is oral and without minutes, but it is counted.",
            "NĐ 118/2021 Điều 25–26, 35.2.d",
        )
    ]

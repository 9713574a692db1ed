"""Why a planned decision is not issued as it is drafted, in words."""

from collections.abc import Sequence
from datetime import date

from schemas.core.problems import Text
from schemas.fieldwork.decisions import DecisionFault

_MOST = 300
_WAYS = Text(
    vi="Hãy ghi như kế hoạch, điều chỉnh kế hoạch trước, hoặc kiểm tra đột xuất nếu có căn cứ.",
    en="Write it as there, amend the plan first, or inspect ad hoc if there are grounds.",
)


def other_party(number: str, name: str) -> DecisionFault:
    """Return that a decision names another party than the item that it carries out."""
    return _fault(
        "subject",
        f"Mục của kế hoạch số {number} là {name}: quyết định kiểm tra theo kế hoạch phải đúng đối tượng (khoản 1 Điều "
        f"20 Pháp lệnh 11/2016/UBTVQH13). {_WAYS.vi}",
        f"The item of plan {number} is {name}: a planned decision names its party (Ordinance 11/2016 Art 20.1). "
        f"{_WAYS.en}",
    )


def other_contents(number: str, contents: Sequence[str]) -> DecisionFault:
    """Return that a decision has other contents than the item that it carries out."""
    said = "; ".join(contents)[:_MOST]
    return _fault(
        "contents",
        f"Mục của kế hoạch số {number} có nội dung: {said}. Quyết định kiểm tra theo kế hoạch phải đúng nội dung ấy "
        f"(khoản 1 Điều 20 Pháp lệnh 11/2016/UBTVQH13). {_WAYS.vi}",
        f"The item of plan {number} has these contents: {said}. A planned decision has the same (Ordinance 11/2016 Art "
        f"20.1). {_WAYS.en}",
    )


def once_more(number: str, whose: Text, day: date, citation: Text) -> DecisionFault:
    """Return that a subject is planned in the year already: of that plan its number, whose it is, and the month."""
    month = f"{day:%m/%Y}"
    return _fault(
        "ground",
        f"Đối tượng đã có trong kế hoạch số {number} của {whose.vi}, tháng {month}: mỗi năm chỉ "
        f"kiểm tra theo kế hoạch một lần ({citation.vi}). Hãy lập quyết định từ mục của kế hoạch, hoặc chọn "
        "kiểm tra đột xuất nếu có căn cứ (khoản 2 Điều 20 Pháp lệnh 11/2016/UBTVQH13).",
        f"The subject is in plan {number} of {whose.en}, {month}: a subject is inspected by plan "
        f"once a year ({citation.en}). Draft the decision from the plan's item, or "
        "choose ad hoc if there is a ground (Ordinance 11/2016 Art 20.2).",
    )


def _fault(field: str, vi: str, en: str) -> DecisionFault:
    return DecisionFault(field=field, text=Text(vi=vi, en=en))

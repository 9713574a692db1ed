"""What an information knows for its papers: its number, its day, and the term of its verification. Pure.

Nothing is taken from its matter: what a paper says outside is written for it, and names no informant.
"""

from typing import Any

from backend.core import formats
from backend.core.local_time import day_of
from backend.intake.rules.facts import Information

_ABOUT = {"TB": "Kết quả xử lý thông tin", "BC": "Thông tin số {number}"}
_MEASURE = "Thu thập, thẩm tra, xác minh thông tin (Điều 8, Điều 9 Thông tư số 27/2020/TT-BCT)"


def fields(one: Information, form: str) -> dict[str, Any]:
    """Return the fields of a new paper on this form, as far as the information knows them."""
    received = day_of(one.received_at)
    if form == "QĐ-NV":
        found: dict[str, Any] = {
            "measure": _MEASURE,
            "ground": f"Thông tin số {one.number}, tiếp nhận ngày {formats.day(received)}.",
        }
        return found | ({"valid_to": one.due_on.isoformat()} if one.due_on else {})
    found = {"about": _ABOUT[form].format(number=one.number)} if form in _ABOUT else {}
    if form in ("TB", "CV"):
        found |= {"information_number": one.number, "received_on": received.isoformat()}
    if form == "TB":
        found["addressee"] = "informant"
    return found

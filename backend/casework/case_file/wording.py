"""Words of the cover and of pages for papers kept elsewhere; only Vietnamese, like the file."""

from backend.casework.texts.states import STATES
from schemas.casework.views import CaseView
from schemas.casework.words import CaseState

ELSEWHERE = (
    "Văn bản này lưu bản giấy hoặc bản chụp ngoài tệp; tờ này giữ chỗ cho các bút lục của nó."
)
NOT_IN_SIGHT = "Biên bản lập tại hiện trường: người lập bản sao này không có quyền xem bản gốc."


def state(value: str) -> str:
    """Return the state of the case in words."""
    return STATES[CaseState(value)].vi


def subject(view: CaseView) -> str:
    """Return the party and the subject of the file, in one line."""
    what = "; ".join(one.name for one in view.violations)
    who = f"{view.party.name}, {view.party.address}" if view.party else ""
    said = ": ".join(
        one for one in (f"Về việc {what[0].lower()}{what[1:]}" if what else "", who) if one
    )
    return said or "Về việc kiểm tra việc chấp hành pháp luật"

"""Words of the cover and of pages for papers kept elsewhere; only Vietnamese, like the file."""

from backend.casework.texts.states import STATES
from schemas.casework.views import CaseView, FiledFileView
from schemas.casework.words import CaseState

WITHOUT_SEAL = "chưa có dấu số"
ELSEWHERE = (
    "Văn bản này lưu bản giấy hoặc bản chụp ngoài tệp; tờ này giữ chỗ cho các bút lục của nó."
)
NOT_IN_SIGHT = "Biên bản lập tại hiện trường: người lập bản sao này không có quyền xem bản gốc."

OF_INSPECTION = (
    "Văn bản của cuộc kiểm tra: người lập bản sao này không có quyền xem bản gốc, hoặc biên bản đã được thay "
    "trước khi tệp của nó được lập."
)

AUDIO_VIDEO = "Tài liệu ghi âm, ghi hình: không in được; nghe, xem bằng tệp gốc."
DANGEROUS = "Tệp không an toàn nên không mở để in."
NOT_PRINTED = "Tệp loại này không in được."
ENCLOSED = "Tệp gốc đính kèm bên trong tệp hồ sơ này."
BESIDE = "Tệp gốc nằm bên cạnh, trong cùng gói này."
UNREADABLE = "Lúc lập bản sao này, kho không đưa ra được đúng tệp của văn bản này."
ORIGINALS_INSIDE = "bản gốc có chữ ký số đính kèm bên trong tệp này."
ORIGINALS_BESIDE = "bản gốc có chữ ký số nằm bên cạnh, trong cùng gói này."
TOO_LARGE = "Tệp quá lớn để đính kèm; bản gốc lưu trong hệ thống, nhận ra bằng mã SHA-256."


def why_unprinted(file: FiledFileView) -> str:
    """Return why a filed document has no page of its own content in the file."""
    if file.shown_as in ("audio", "video"):
        return AUDIO_VIDEO
    return DANGEROUS if file.dangers else NOT_PRINTED


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

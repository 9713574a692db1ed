"""Why an act about definitions of figures is refused, and what to do next."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

TEXTS: dict[str, Text] = {
    "figures_at_desk": Text(
        vi="Việc này làm tại bàn làm việc.",
        en="This is done at the desk.",
    ),
    "figures_not_yours": Text(
        vi="Chỉ pháp chế của cơ quan cấp toàn quốc được ký; pháp chế hoặc quản trị viên cấp đó được trình.",
        en="Only legal officers of the national office sign; they or its administrators present.",
    ),
    "figures_misplaced": Text(
        vi="Nội dung gửi không đúng nơi. Hãy tải lại trang.",
        en="This was sent to the wrong place. Reload the page.",
    ),
    "figures_other": Text(
        vi="Định nghĩa chỉ tiêu đã thay đổi hoặc không còn. Hãy tải lại trang và đọc lại.",
        en="A definition has changed or is gone. Reload the page and read it again.",
    ),
    "figures_not_new": Text(
        vi="Có chỉ tiêu đã được trình, đã ký hoặc có ý kiến. Hãy tải lại trang.",
        en="One of the figures has been presented, signed or objected to. Reload the page.",
    ),
    "figures_not_presented": Text(
        vi="Có chỉ tiêu chưa được trình, đã ký hoặc còn ý kiến chưa giải quyết. Hãy tải lại trang.",
        en="One of the figures is not presented, is signed, or has an open objection. Reload the page.",
    ),
    "figures_two_persons": Text(
        vi="Người đã trình không được ký. Một cán bộ pháp chế khác phải đọc và ký.",
        en="Who presented cannot sign. Another legal officer has to read and sign.",
    ),
    "figures_no_objection": Text(
        vi="Không có ý kiến này hoặc đã được giải quyết. Hãy tải lại trang.",
        en="There is no such objection, or it was settled. Reload the page.",
    ),
}


def refusal(code: str) -> Refuse:
    """Return the refusal with its words."""
    return Refuse(code=code, text=TEXTS[code])

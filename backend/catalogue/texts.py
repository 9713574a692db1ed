"""Why a change of the catalogue is refused, in both languages."""

from backend.ledger.books import Refuse
from schemas.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "not_from_phone": (
        "Việc này chỉ làm được tại bàn làm việc.",
        "This can be done at the desk only.",
    ),
    "not_allowed": (
        "Chỉ quản trị viên của toàn lực lượng được công bố danh mục hành vi.",
        "Only an administrator of the whole force may publish the catalogue.",
    ),
    "record_misplaced": (
        "Mã hành vi không thuộc hồ sơ này.",
        "The code does not belong to this record.",
    ),
    "version_out_of_order": (
        "Trong lúc bạn xem, một phiên bản khác đã được công bố. Hãy mở lại và so sánh.",
        "Another version was published in the meantime. Open it again and compare.",
    ),
    "version_unknown": (
        "Không có phiên bản này, hoặc đã được rút.",
        "There is no such version, or it was withdrawn already.",
    ),
    "decree_unknown": (
        "Chưa có dữ liệu về nghị định của mã này; hãy bổ sung tệp đặc điểm theo điều trước.",
        "Nothing is known of this code's decree: add it to the file of traits first.",
    ),
    "band_upside_down": (
        "Mức phạt tối thiểu lớn hơn mức tối đa.",
        "The least fine is above the greatest.",
    ),
    "dates_upside_down": (
        "Ngày hết hiệu lực phải sau ngày bắt đầu.",
        "The last day must come after the first.",
    ),
    "check_in_both": (
        "Ghi chú cần đối chiếu phải có cả tiếng Việt và tiếng Anh.",
        "A note to check needs both languages.",
    ),
}


def refusal(code: str) -> Refuse:
    """A refusal of this book."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en))

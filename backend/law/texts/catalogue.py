"""Why a change of the catalogue is refused, in both languages."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "not_from_phone": (
        "Việc này chỉ làm được tại bàn làm việc.",
        "This can be done at the desk only.",
    ),
    "not_allowed": (
        "Chỉ quản trị viên hoặc pháp chế của toàn lực lượng được đề nghị và xác nhận danh mục hành vi.",
        "Only an administrator or a legal officer of the whole force proposes and confirms the catalogue.",
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
        "There is no such version, or it has been withdrawn.",
    ),
    "decree_unknown": (
        "Chưa có dữ liệu về nghị định của mã này; hãy bổ sung tệp đặc điểm theo điều trước.",
        "There is no data on this code's decree: add it to the file of traits first.",
    ),
    "two_persons": (
        "Cần người thứ hai xác nhận: một người đề nghị, người khác xác nhận.",
        "A second person must confirm: one proposes, another confirms.",
    ),
    "proposal_open": (
        "Hành vi này đang có một đề nghị chờ xác nhận. Hãy xác nhận hoặc từ chối đề nghị đó trước.",
        "A proposal on this behaviour is waiting for confirmation. Confirm or decline it first.",
    ),
    "proposal_unknown": (
        "Không có đề nghị này, hoặc đã được trả lời. Hãy tải lại trang.",
        "There is no such proposal, or it has been answered. Reload the page.",
    ),
    "proposal_whole": (
        "Đề nghị phải là công bố hoặc rút một phiên bản của đúng hành vi này.",
        "A proposal must publish or withdraw one version of this behaviour.",
    ),
    "outside_answered": (
        "Hành vi này đã được trả lời rồi. Hãy tải lại trang để xem câu trả lời.",
        "This act was answered already. Reload the page to see the answer.",
    ),
    "outside_whole": (
        "Đã có trong danh mục thì ghi mã; không đưa vào thì để trống mã và ghi lý do.",
        "If the catalogue has it, enter its code; if it is not taken in, leave the code empty and give the reason.",
    ),
    "outside_code_unknown": (
        "Danh mục không có mã này. Hãy xem danh mục và ghi đúng mã.",
        "The catalogue has no such code. Look at the catalogue and enter the right one.",
    ),
    "decree_open": (
        "Nghị định này đang có một đề nghị công bố chờ xác nhận. Hãy xác nhận hoặc từ chối đề nghị đó trước.",
        "A proposal to publish this decree is waiting for confirmation. Confirm or decline it first.",
    ),
    "decree_moved": (
        "Từ khi đề nghị, danh mục đã thay đổi nên nội dung công bố không còn như đã xem. Hãy từ chối và đề nghị lại.",
        "The catalogue changed since the proposal, so what would be published is not what was shown. Decline it and "
        "propose again.",
    ),
    "provisions_wrong": (
        "Căn cứ chọn khung, hình thức phạt bổ sung hoặc biện pháp khắc phục không đúng cách ghi của danh mục: kiểm tra "
        "mức dưới nhỏ hơn mức trên, tịch thu nêu đối tượng, tước hoặc đình chỉ nêu số tháng.",
        "Drivers, additional penalties or remedies are not as the catalogue can have them: check that bounds rise, "
        "that a confiscation names what is taken and a suspension its months.",
    ),
    "fine_out_of_bounds": (
        "Mức phạt ngoài khung luật định: cá nhân 50.000 đến 1.000.000.000 đồng, tổ chức 100.000 đến 2.000.000.000 "
        "đồng (khoản 1 Điều 23 Luật Xử lý vi phạm hành chính).",
        "The fine is outside the legal range: 50,000 to 1,000,000,000 VND for a person, 100,000 to 2,000,000,000 "
        "VND for an organisation (Law on Handling Administrative Violations Art 23.1).",
    ),
    "day_out_of_bounds": (
        "Ngày bắt đầu phải từ 01/07/2013 (Luật Xử lý vi phạm hành chính có hiệu lực) đến một năm kể từ hôm nay.",
        "The first day must be between 01/07/2013 (Law on Handling Administrative Violations) and a year from today.",
    ),
    "band_upside_down": (
        "Mức phạt tối thiểu lớn hơn mức tối đa.",
        "The minimum fine is above the maximum.",
    ),
    "dates_upside_down": (
        "Ngày hết hiệu lực phải sau ngày bắt đầu.",
        "The end must come after the first day.",
    ),
    "check_in_both": (
        "Ghi chú cần đối chiếu phải có cả tiếng Việt và tiếng Anh.",
        "A note to check needs both languages.",
    ),
}


def refusal(code: str) -> Refuse:
    """Return a refusal of the catalogue's record handler, by its code."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en))

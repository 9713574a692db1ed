"""Why an act of a party is refused, and what to do next."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "not_from_phone": (
        "Sổ tổ chức, cá nhân được ghi tại bàn làm việc.",
        "The register of parties is kept at the desk.",
    ),
    "unknown": (
        "Không có tổ chức, cá nhân này trong phạm vi của bạn. Hãy tìm lại trong sổ.",
        "There is no such party in your sight. Look for it in the register again.",
    ),
    "exists": (
        "Tổ chức, cá nhân này đã có trong sổ. Hãy tải lại trang.",
        "This party is in the register already. Reload the page.",
    ),
    "not_yours": (
        "Chỉ công chức làm công tác kiểm tra của đơn vị quản lý được ghi và sửa. Hãy đề nghị đơn vị đó.",
        "Only those who work on inspections in the department that keeps it register and correct. Ask that unit.",
    ),
    "closed": (
        "Tổ chức, cá nhân này đã ngừng hoạt động. Hãy ghi hoạt động trở lại trước.",
        "This party has ceased trading. Record first that it trades again.",
    ),
    "open": (
        "Tổ chức, cá nhân này đang hoạt động. Hãy tải lại trang.",
        "This party is trading. Reload the page.",
    ),
    "unit": (
        "Đơn vị quản lý không có hoặc đã kết thúc. Hãy chọn đơn vị trong Chi cục của bạn.",
        "The unit does not exist or has ended. Choose a unit of your department.",
    ),
    "area_officer": (
        "Công chức quản lý địa bàn phải đang làm việc tại Chi cục quản lý. Hãy chọn người khác.",
        "The area officer must be at work in the department that keeps the party. Choose somebody else.",
    ),
    "merged": (
        "Tổ chức, cá nhân này đã được gộp vào một dòng khác trong sổ. Hãy mở dòng đó và làm tiếp.",
        "This party was merged into another of the register. Open that one and go on there.",
    ),
    "merge_itself": (
        "Không gộp được một dòng với chính nó. Hãy chọn dòng khác.",
        "A party cannot be merged with itself. Choose another.",
    ),
    "merge_out_of_sight": (
        "Dòng kia không thuộc đơn vị quản lý của bạn, hoặc đã được gộp. Hãy tải lại danh sách.",
        "The other party is not in your department’s register, or was merged. Reload the list.",
    ),
    "merge_kinds": (
        "Một tổ chức và một cá nhân hoặc hộ kinh doanh là hai. Nếu ghi sai loại, hãy sửa trước rồi gộp.",
        "An organisation and a person or household are two. If a kind is wrong, correct it first.",
    ),
    "merge_two_people": (
        "Hai dòng có số định danh cá nhân khác nhau nên là hai người. Nếu một số gõ sai, hãy sửa trước rồi gộp.",
        "The two have different personal numbers, so they are two people. If one is mistyped, correct it first.",
    ),
    "merge_branch": (
        "Chi nhánh và cơ sở chính của nó là hai dòng. Nếu ghi sai, hãy sửa dòng chi nhánh trước rồi gộp.",
        "A branch and its main party are two rows. If that is wrong, correct the branch first.",
    ),
    "merge_asked_already": (
        "Đã có đề nghị gộp chờ xác nhận đối với một trong hai dòng. Hãy xác nhận hoặc từ chối đề nghị đó trước.",
        "A merge of one of the two waits for confirmation already. Confirm or decline it first.",
    ),
    "likeness_not_yours": (
        "Chỉ người quản trị toàn quốc đề nghị và xác nhận mức điểm.",
        "Only administrators of the whole force propose and confirm the sums.",
    ),
    "likeness_order": (
        "Mức «nhiều khả năng» không được thấp hơn mức gợi ý. Hãy sửa một trong hai.",
        "The sum from which two likely are one cannot be lower than the one that proposes. Change one of them.",
    ),
    "likeness_waits": (
        "Đã có một đề nghị đổi mức điểm chờ xác nhận. Hãy xác nhận hoặc không áp dụng đề nghị đó trước.",
        "A change of the sums waits already. Confirm or decline that one first.",
    ),
    "likeness_lapsed": (
        "Không ai trả lời đề nghị này trong bảy ngày nên đề nghị đã hết hiệu lực. Nếu vẫn cần, hãy đề nghị lại.",
        "Nobody answered this change within seven days, so it lapsed. Propose it again if it is still needed.",
    ),
    "likeness_asker_gone": (
        "Người đề nghị không còn là người quản trị toàn quốc, nên đề nghị không xác nhận được. Hãy ghi không áp dụng, "
        "rồi đề nghị lại nếu vẫn cần.",
        "Who proposed it no longer is an administrator of the whole force, so it cannot be confirmed. Decline it, and "
        "propose it again if it is still needed.",
    ),
    "likeness_over": (
        "Đề nghị này không còn chờ xác nhận. Hãy tải lại trang.",
        "This change no longer waits for confirmation. Reload the page.",
    ),
    "likeness_second_person": (
        "Người đề nghị không tự xác nhận. Một người quản trị toàn quốc khác phải xác nhận.",
        "Nobody confirms what they proposed. Another administrator of the whole force must confirm.",
    ),
    "merge_told_apart": (
        "Hai dòng này đã được ghi là khác nhau. Nếu không đúng, hãy bỏ ghi nhận đó trước rồi đề nghị gộp.",
        "These two were told apart. If that is wrong, take it back first, then ask for the merge.",
    ),
    "merge_waits": (
        "Hai dòng này đang có đề nghị gộp. Hãy từ chối hoặc rút đề nghị đó trước rồi ghi là khác nhau.",
        "A merge of these two waits. Decline it or take it back first, then tell them apart.",
    ),
    "merge_in_force": (
        "Hai dòng này đã gộp làm một. Nếu không đúng, hãy tách lại.",
        "These two are merged. If that is wrong, part them.",
    ),
    "merge_over": (
        "Đề nghị gộp này không còn chờ xác nhận. Hãy tải lại trang.",
        "This merge no longer waits for confirmation. Reload the page.",
    ),
    "merge_second_person": (
        "Người đề nghị không tự xác nhận. Một người khác cùng đơn vị hoặc cấp trên phải xác nhận.",
        "Nobody confirms what they asked for. Another person of the unit or above must confirm.",
    ),
    "merge_stale": (
        "Một trong hai dòng đã được sửa sau khi đề nghị gộp. Hãy từ chối đề nghị này, so sánh lại rồi đề nghị gộp lại.",
        "One of the two was corrected after the merge was asked for. Decline it, compare again and ask again.",
    ),
    "merge_not_last": (
        "Chỉ hoàn tác được lần gộp đang có hiệu lực. Hãy tải lại trang.",
        "Only a merge that is in force can be undone. Reload the page.",
    ),
    "merge_undo_stale": (
        "Dòng ở lại vừa được sửa. Hãy tải lại trang, xem nội dung sửa được giữ rồi tách lại.",
        "The party that stays was corrected just now. Reload the page, read what is kept, then part them.",
    ),
    "merge_undo_unsound": (
        "Nội dung sửa sau khi gộp không hợp với nội dung trước đó. Hãy sửa dòng ở lại cho đúng rồi tách lại.",
        "What was corrected since does not fit what was before the merge. Correct the party that stays, then part.",
    ),
    "apart_unknown": (
        "Hai dòng này chưa được ghi là khác nhau. Hãy tải lại trang.",
        "These two were not told apart. Reload the page.",
    ),
    "main_party": (
        "Trụ sở chính phải là tổ chức khác trong sổ, không phải chi nhánh. Hãy chọn lại.",
        "The main party is another one of the register, and no branch itself. Choose again.",
    ),
    "licence_unknown": (
        "Không có giấy phép này, hoặc đã kết thúc. Hãy tải lại trang.",
        "There is no such licence, or it has ended. Reload the page.",
    ),
    "licence_elsewhere": (
        "Dòng có giấy phép này vừa được tách ra hoặc gộp sang dòng khác. Hãy mở lại trang của tổ chức, cá nhân rồi làm "
        "lại.",
        "The entry that has this licence was parted or merged into another just now. Open the party’s page again and "
        "repeat it.",
    ),
    "licence_title": (
        "Hãy ghi tên giấy phép khi loại là «Khác».",
        "Name the licence where its kind is “other”.",
    ),
    "before_registered": (
        "Ngày hoạt động trở lại không được trước ngày ngừng hoạt động.",
        "It cannot trade again before the day on which it ceased.",
    ),
    "tax_code_length": (
        "Mã số thuế có 10 chữ số, 13 chữ số (đơn vị phụ thuộc) hoặc 12 chữ số (số định danh cá nhân).",
        "A tax code has 10 digits, 13 (a dependent unit), or 12 (a personal number).",
    ),
    "tax_code_checksum": (
        "Mã số thuế sai chữ số kiểm tra: có thể gõ nhầm một chữ số. Hãy đối chiếu với giấy tờ.",
        "The tax code's check digit does not fit: one digit may be mistyped. Compare it with the paper.",
    ),
    "personal_number_length": (
        "Số định danh cá nhân (CCCD) có đúng 12 chữ số.",
        "A personal number (CCCD) has exactly 12 digits.",
    ),
    "personal_number_place": (
        "Ba chữ số đầu của số định danh không phải mã tỉnh hoặc mã nước nơi đăng ký khai sinh.",
        "The first three digits are no code of a province or country of birth.",
    ),
    "personal_number_year": (
        "Năm sinh trong số định danh cá nhân chưa đến. Hãy kiểm tra chữ số thứ tư đến thứ sáu.",
        "The year of birth in the personal number lies ahead. Check its fourth to sixth digit.",
    ),
    "personal_number_sex": (
        "Số định danh cá nhân không khớp với giới tính đã ghi.",
        "The personal number does not fit the sex that was given.",
    ),
    "personal_number_born": (
        "Số định danh cá nhân không khớp với năm sinh đã ghi.",
        "The personal number does not fit the year of birth that was given.",
    ),
    "identity_card_length": (
        "Chứng minh nhân dân cũ có đúng 9 chữ số; số 12 chữ số ghi vào «Số định danh cá nhân».",
        "An old identity card has exactly 9 digits; 12 digits are a personal number.",
    ),
    "passport_form": (
        "Số hộ chiếu chỉ gồm 5–15 chữ cái và chữ số.",
        "A passport's number has 5 to 15 letters and digits.",
    ),
    "passport_vietnamese": (
        "Hộ chiếu Việt Nam gồm một chữ cái và 7 hoặc 8 chữ số.",
        "A Vietnamese passport has a letter and 7 or 8 digits.",
    ),
    "registration_form": (
        "Số đăng ký có ít nhất 3 ký tự, chỉ gồm chữ, số, khoảng trắng, gạch ngang, gạch chéo, dấu chấm.",
        "A registration number has three characters or more: letters, digits, spaces, hyphens, slashes, dots.",
    ),
    "identifier_twice": (
        "Số này đã ghi ở trên. Hãy bỏ một dòng.",
        "This number is given above already. Remove one of the lines.",
    ),
}


def refusal(code: str) -> Refuse:
    """Build a refusal of the record handler of parties."""
    return Refuse(code=f"party_{code}", text=said(code), detail={})


def said(code: str) -> Text:
    """Return the sentence of a code, for a form as for a refusal."""
    vi, en = _TEXTS[code]
    return Text(vi=vi, en=en)

"""Refusals of a change of a unit, in both languages: what prevents it, and what to do."""

from collections.abc import Sequence

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_NAMED = 10
"""Codes that a refusal names."""
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
        "Cây đơn vị có tối đa bốn cấp, tính cả đơn vị trực thuộc đã giải thể.",
        "The tree of units has four levels at most, and units below that were closed count.",
    ),
    "unit_much": (
        "Đơn vị có quá nhiều dữ liệu để làm trên trang này. Hãy nhờ người vận hành máy chủ ghi việc này thành một bước "
        "trong tệp TỆP rồi chạy ./hientruong restructure TỆP --check, sau đó ./hientruong restructure TỆP --carry-out.",
        "Too much lies in the unit to do it on this page. Ask the operator of the server to write it as a step of a "
        "FILE, and to run ./hientruong restructure FILE --check, then ./hientruong restructure FILE --carry-out.",
    ),
    "unit_kind_below": (
        "Loại đơn vị này không trực thuộc được đơn vị đã chọn. Hãy chọn đơn vị cấp cao hơn; đội không có đơn vị dưới.",
        "A unit of this kind cannot lie below the one that was chosen. Choose a larger one; no unit lies below a team.",
    ),
    "unit_inhabited": (
        "Đơn vị còn công chức hoặc đơn vị trực thuộc. Hãy chuyển họ đi trước khi giải thể.",
        "The unit still has officers or units below it. Move them first, then close it.",
    ),
    "device_approval_unchanged": (
        "Đơn vị đã đặt như vậy. Hãy mở lại trang để xem thiết đặt hiện tại.",
        "The unit is set that way already. Open the page again to see how it is set now.",
    ),
    "unit_own": (
        "Không thể giải thể, sáp nhập hay chuyển đơn vị của chính bạn hoặc đơn vị cấp trên. Hãy đề nghị cấp trên làm.",
        "You cannot close, merge or move the unit that you belong to, or one above it. Ask the level above to do it.",
    ),
    "unit_top": (
        "Đơn vị cấp trung ương không sáp nhập, không chia và không chuyển được.",
        "The national unit cannot be merged, split or moved.",
    ),
    "step_day": (
        "Ngày hiệu lực phải từ ngày quyết định đến hôm nay. Hãy sửa ngày trong tệp, hoặc thực hiện vào ngày hiệu lực.",
        "The day has to be from the day of the decision to today. Correct it, or carry the step out on its day.",
    ),
    "step_code_unknown": (
        "Lúc thực hiện bước này không có đơn vị đang hoạt động nào mang mã này. Hãy xem lại mã và thứ tự các bước.",
        "No unit in force has this code when the step is due. Check the code and the order of the steps.",
    ),
    "step_to_unknown": (
        "Lúc thực hiện bước này đơn vị nhận chưa hoạt động. Hãy lập đơn vị đó ở một bước trước.",
        "The receiving unit is not in force when the step is due. Create it in an earlier step.",
    ),
    "step_name": (
        "Bước này cần tên tiếng Việt và tiếng Anh; lập đơn vị còn cần loại đơn vị.",
        "This step needs the names in both languages; to create a unit, its kind too.",
    ),
    "unit_below_itself": (
        "Đơn vị nhận nằm bên trong đơn vị này. Hãy chọn đơn vị khác.",
        "The receiving unit is this one or lies below it. Choose another.",
    ),
    "unit_there_already": (
        "Đơn vị đã trực thuộc đơn vị này. Hãy chọn đơn vị cấp trên khác.",
        "The unit lies below this one already. Choose another unit above it.",
    ),
    "unit_one_part": (
        "Chia đơn vị cần ít nhất hai đơn vị nhận. Nếu chỉ có một, hãy sáp nhập.",
        "To split a unit takes two receiving units at least. With one, merge it.",
    ),
    "unit_not_below": (
        "Có đơn vị không trực thuộc trực tiếp đơn vị bị chia. Hãy chỉ chọn các đơn vị trực thuộc của nó.",
        "Not every unit named is directly below the one that is split. Choose among those below it.",
    ),
    "unit_not_theirs": (
        "Có công chức không thuộc đơn vị bị chia. Hãy xem lại danh sách.",
        "Not every officer named belongs to the unit that is split. Check the list.",
    ),
    "unit_named_twice": (
        "Có đơn vị hoặc công chức được phân về hai nơi. Mỗi người, mỗi đơn vị chỉ về một nơi.",
        "A unit or an officer is assigned to two parts. Each goes to one.",
    ),
    "unit_area_twice": (
        "Có xã, phường hoặc vụ việc được phân về hai nơi. Mỗi xã, phường, mỗi vụ việc chỉ về một nơi.",
        "A commune or a case is assigned to two parts. Each goes to one.",
    ),
    "unit_second_person": (
        "Sáp nhập, chuyển, chia tách và giải thể đơn vị cần hai người quản trị. Hãy gửi đề nghị để người thứ hai "
        "xác nhận.",
        "To merge, move, split or close a unit takes two administrators. Ask for it, so that a second one confirms it.",
    ),
    "unit_ask_unknown": (
        "Đơn vị này không có đề nghị như vậy. Hãy tải lại trang.",
        "There is no such request about this unit. Reload the page.",
    ),
    "unit_ask_waits": (
        "Đơn vị này đã có một đề nghị chờ xác nhận. Hãy chờ kết quả, hoặc rút đề nghị đó rồi gửi lại.",
        "A request about this unit waits already. Wait for its answer, or take it back and ask anew.",
    ),
    "unit_ask_answered": (
        "Đề nghị này đã được trả lời. Hãy tải lại trang để xem kết quả.",
        "This request was answered already. Reload the page to see how.",
    ),
    "unit_emergency": (
        "Ở đơn vị tiếp nhận có người đang có quyền khẩn cấp. Hãy chờ hết giờ, hoặc dừng quyền đó trước.",
        "Somebody in the unit that receives has emergency access. Wait for its end, or stop it first.",
    ),
    "unit_ask_asker_gone": (
        "Người đề nghị không còn quản trị đơn vị này. Hãy để một người quản trị khác đề nghị lại.",
        "The administrator who asked for it no longer administers this unit. Have another one ask again.",
    ),
    "unit_ask_over": (
        "Đề nghị này đã quá bảy ngày nên hết hiệu lực. Hãy đề nghị người gửi gửi lại.",
        "This request is more than seven days old and has lapsed. Have it asked for again.",
    ),
    "unit_ask_own": (
        "Người đề nghị không tự xác nhận. Một người quản trị khác của cấp trên cần xác nhận.",
        "Nobody confirms what they asked for. Another administrator of the level above has to confirm it.",
    ),
    "unit_ask_gains": (
        "Bạn, người bạn giao quyền hoặc người giao quyền cho bạn đứng đầu hoặc phụ trách đơn vị nhận, nên bạn không "
        "xác nhận được. Hãy để một người quản trị khác của cấp trên xác nhận.",
        "You, or somebody to whom you delegate or who delegates to you, head a unit that receives this, so you cannot "
        "confirm it. Leave it to another administrator of the level above.",
    ),
    "numbers_form": (
        "Sổ này không phải sổ số văn bản của đơn vị. Hãy chọn sổ trong danh sách.",
        "This is not a register of numbers of a unit. Choose one of the list.",
    ),
    "numbers_opened": (
        "Sổ này đã khai số bắt đầu của năm nay. Mỗi sổ chỉ khai một lần.",
        "The opening number of this register was entered for this year already. It is entered once.",
    ),
    "numbers_officer": (
        "Không có công chức này trong đơn vị. Hãy xem lại số hiệu công chức.",
        "No such officer in the unit. Check the officer's number.",
    ),
    "numbers_lent": (
        "Điện thoại của công chức đang giữ số của sổ này và còn dùng các số đó, nên sẽ trùng với số đã cấp trên giấy. "
        "Hãy thu hồi điện thoại (các số chưa dùng bị hủy), khai số, rồi đăng ký lại điện thoại.",
        "The officer's phone holds numbers of this register and goes on using them, so they would repeat numbers given "
        "on paper. Revoke the phone (its unused numbers become void), enter the number, then enrol the phone again.",
    ),
    "numbers_not_lower": (
        "Số đã cấp trên giấy phải lớn hơn số cuối cùng trong sổ. Sổ không bao giờ lùi số.",
        "The last number given on paper must be greater than the last one in the register. A register never goes back.",
    ),
    "numbers_moved_on": (
        "Sổ vừa cấp số khác hoặc dải số không hợp lệ (1 đến 200 số liền nhau). Hãy tải lại trang.",
        "The register gave another number meanwhile, or the range is not valid (1 to 200 numbers in a row). Reload the "
        "page.",
    ),
    "numbers_not_aside": (
        "Có số không thuộc dải này, đã dùng hoặc đã hủy. Hãy tải lại trang.",
        "A number is not of this range, or is used or void already. Reload the page.",
    ),
    "numbers_too_high": (
        "Số cuối đã cấp trên giấy nhiều nhất là 99.999: sổ không bao giờ lùi số. Hãy kiểm tra lại số vừa gõ.",
        "The last number given on paper is 99,999 at most: a register never goes back. Check what you typed.",
    ),
    "incoming_file": (
        "Không có tài liệu này trong hồ sơ của đơn vị. Hãy mở lại từ trang của tài liệu.",
        "The unit's cases have no such filed document. Open the form from the document's page again.",
    ),
    "incoming_file_entered": (
        "Tài liệu này đã vào sổ văn bản đến của đơn vị.",
        "This document is in the unit's register of incoming papers already.",
    ),
    "certificate_unknown": (
        "Đơn vị không có chứng thư số này. Hãy tải lại trang.",
        "The unit has no such certificate. Reload the page.",
    ),
    "certificate_revoked_before": (
        "Chứng thư số này đã thu hồi trước đó.",
        "This certificate was revoked before.",
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


def areas_unknown(codes: Sequence[str]) -> Refuse:
    """Return the refusal of a split that names what is no commune, with the codes."""
    named = ", ".join(codes[:_NAMED]) + ("…" if len(codes) > _NAMED else "")
    return Refuse(
        code="unit_area_unknown",
        text=Text(
            vi=f"Không có xã, phường nào mang mã {named}. Hãy xem lại mã theo Quyết định 19/2025/QĐ-TTg.",
            en=f"There is no commune with the code {named}. Check the codes of Decision 19/2025/QĐ-TTg.",
        ),
    )

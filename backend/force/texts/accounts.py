"""Refusals of acts about an officer or a device, in both languages: why, and what to do next."""

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

_TEXTS: dict[str, tuple[str, str]] = {
    "not_from_phone": (
        "Việc này chỉ làm được tại bàn làm việc.",
        "This can be done at the desk only.",
    ),
    "not_allowed": (
        "Vai trò của bạn không được phép làm việc này.",
        "Your role does not permit this.",
    ),
    "own_account": (
        "Không ai được tự thay đổi quyền hoặc tự cấp lại cho mình. Hãy nhờ người quản trị khác.",
        "Nobody may change their own rights or reset their own account. Ask another administrator.",
    ),
    "delegation_own": (
        "Không ai tự nhập, xác nhận hoặc chấm dứt việc giao quyền cho mình. Hãy nhờ văn thư hoặc cấp trưởng.",
        "Nobody may enter, confirm or end a delegation to themselves. Ask the clerk or the head.",
    ),
    "officer_unknown": (
        "Không có công chức này, hoặc người đó nằm ngoài phạm vi của bạn.",
        "There is no such officer, or the officer is outside your scope.",
    ),
    "service_officer": (
        "Đây là tài khoản của hệ thống để nhận phản ánh của người dân; không ai đăng nhập bằng tài khoản này, "
        "và không ai sửa được nó.",
        "This is the system’s own account, by which citizens’ reports are taken in; nobody signs in with it, "
        "and nobody can change it.",
    ),
    "officer_exists": ("Công chức này đã có.", "This officer exists already."),
    "username_taken": (
        "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.",
        "This user name is taken. Choose another.",
    ),
    "objection_over": (
        "Tài khoản này không phải do một mình người quản trị cấp trong 30 ngày qua, hoặc đã khóa.",
        "One administrator alone did not enrol this account within the last 30 days, or it is disabled.",
    ),
    "team_not_waiting": (
        "Đoàn này không còn chờ quyết định: đã giữ nguyên hoặc chưa có ai được đề nghị. Hãy tải lại Việc của tôi.",
        "This team waits for no decision any more: it was kept, or nobody is proposed. Reload My work.",
    ),
    "name_known": (
        "Một công chức khác đang dùng đúng họ tên này. Nếu vẫn đúng, hãy ghi lý do.",
        "Another officer has exactly this name. If it is still correct, give the reason.",
    ),
    "name_letters": (
        "Họ tên chỉ gồm chữ cái tiếng Việt hoặc tiếng dân tộc khác của Việt Nam, dấu cách, dấu nháy, gạch nối; không "
        "có ngoặc, chữ số hoặc chữ của bảng chữ khác. Hãy gõ lại.",
        "A name may contain only letters of Vietnamese or another language of Viet Nam, spaces, apostrophes and "
        "hyphens; no brackets, digits or letters of another script. Type it again.",
    ),
    "name_title": (
        "Họ tên không kèm chức vụ. Hãy ghi chức vụ ở mục chức vụ.",
        "A name must not contain a title. Enter the position in the positions section.",
    ),
    "name_needs_number": (
        "Trong đơn vị này đã có người trùng họ tên: cần số hiệu công chức để văn bản phân biệt được hai người. Hãy ghi "
        "số hiệu trước.",
        "Somebody in this unit has the same name: an officer number is needed so that papers can tell the two apart. "
        "Enter the number first.",
    ),
    "officer_number_letters": (
        "Số hiệu gồm chữ cái, chữ số, dấu chấm, gạch chéo, gạch nối. Hãy gõ lại.",
        "An officer number may contain only letters, digits, dots, slashes and hyphens. Type it again.",
    ),
    "position_before_decision": (
        "Ngày giữ chức vụ trước ngày quyết định. Hãy sửa, hoặc ghi lý do để người xác nhận đọc.",
        "The position begins before its decision. Correct it, or give a reason for the person who confirms it to read.",
    ),
    "officer_number_taken": (
        "Số hiệu này đã cấp cho người khác. Hãy kiểm tra lại.",
        "This officer number belongs to somebody else. Check it.",
    ),
    "unit_unknown": (
        "Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi của bạn.",
        "There is no such unit, or it is outside your scope.",
    ),
    "unit_closed": (
        "Đơn vị này đã giải thể. Hãy chọn đơn vị đang hoạt động.",
        "This unit is closed. Choose an active unit.",
    ),
    "unit_gone": (
        "Đơn vị của công chức đã giải thể. Hãy chuyển công chức sang đơn vị đang hoạt động trước.",
        "The officer's unit is closed. Move the officer to an active unit first.",
    ),
    "state_unchanged": (
        "Trạng thái đã như vậy rồi. Hãy tải lại trang.",
        "This state is already set. Reload the page.",
    ),
    "role_unchanged": (
        "Vai trò đã như vậy rồi. Hãy tải lại trang.",
        "The roles are already set like this. Reload the page.",
    ),
    "role_excluded": (
        "Quản trị hệ thống không được giữ cùng vai trò nghiệp vụ; kiểm tra nội bộ không được giữ cùng vai trò mà mình "
        "kiểm tra. Hãy thôi vai trò kia trước.",
        "An administrator must not hold a role in inspections, and an auditor must not hold a role that they check. "
        "Take the other role away first.",
    ),
    "last_administrator": (
        "Đây là người quản trị cuối cùng của phạm vi này. Hãy thêm người quản trị khác trước.",
        "This is the last administrator of this scope. Add another one first.",
    ),
    "officer_disabled": (
        "Tài khoản đang bị khóa. Hãy mở lại trước.",
        "The account is disabled. Reinstate it first.",
    ),
    "not_enrolled": (
        "Công chức này chưa kích hoạt tài khoản. Hãy cấp đường dẫn kích hoạt tài khoản.",
        "This officer has not activated the account yet. Issue an activation link.",
    ),
    "already_enrolled": (
        "Công chức này đã kích hoạt rồi. Hãy đề nghị cấp lại; cần người thứ hai xác nhận.",
        "This officer has already activated the account. Request a reset; a second person must confirm it.",
    ),
    "enrolment_needs_second": (
        "Người này có, hoặc đang chờ được giao, vai trò hay chức vụ trên kiểm soát viên: cần người thứ hai xác nhận "
        "trước khi cấp đường dẫn.",
        "This officer holds, or waits to be given, a role or position above inspector: a second person must confirm "
        "before a link is issued.",
    ),
    "reset_needs_second": (
        "Cấp lại cần người thứ hai xác nhận. Hãy gửi đề nghị.",
        "A reset must be confirmed by a second person. Make a request.",
    ),
    "role_needs_second": (
        "Vai trò này cần người thứ hai xác nhận. Hãy gửi đề nghị.",
        "This role must be confirmed by a second person. Make a request.",
    ),
    "position_needs_second": (
        "Chức vụ này cần số, ngày, bản quét quyết định và người thứ hai xác nhận. Hãy gửi đề nghị.",
        "This position needs the number, date and scan of the decision, and confirmation by a second person. Make a "
        "request.",
    ),
    "move_needs_second": (
        "Chuyển lên cấp trên, hoặc chuyển người có vai trò hay chức vụ trên kiểm soát viên, cần người thứ hai xác "
        "nhận. Hãy gửi đề nghị.",
        "A move to a higher level, or of an officer above inspector, must be confirmed by a second person. Make a "
        "request.",
    ),
    "reinstate_needs_second": (
        "Mở lại tài khoản của người có vai trò hay chức vụ trên kiểm soát viên cần người thứ hai xác nhận. "
        "Hãy gửi đề nghị.",
        "Reinstating an officer above inspector must be confirmed by a second person. Make a request.",
    ),
    "ask_not_needed": (
        "Việc này không cần người thứ hai. Hãy làm trực tiếp.",
        "This needs no second person. Do it directly.",
    ),
    "emergency_live": (
        "Người này đang có quyền khẩn cấp. Hãy chờ hết giờ, hoặc dừng quyền đó trước.",
        "This officer has emergency access already. Wait for its end, or stop it first.",
    ),
    "emergency_set_alone": (
        "Thông tin đăng nhập của người này do một người quản trị đặt một mình. Hãy đề nghị cấp lại để người thứ hai "
        "xác nhận trước, rồi mới đề nghị quyền khẩn cấp.",
        "One administrator alone set the credentials of this officer. Ask for new credentials, which a second person "
        "confirms, before you ask for emergency access.",
    ),
    "ask_waits": (
        "Đã có một đề nghị như vậy đang chờ xác nhận. Hãy chờ, hoặc rút đề nghị cũ.",
        "The same request is already waiting for confirmation. Wait for it, or withdraw the earlier request.",
    ),
    "ask_unknown": ("Không có đề nghị này.", "There is no such request."),
    "ask_over": (
        "Đề nghị này đã được trả lời, đã dùng hoặc đã hết hạn. Hãy gửi đề nghị mới nếu còn cần.",
        "This request was answered, was used or has expired. Make a new request if it is still needed.",
    ),
    "ask_own": (
        "Bạn đã gửi đề nghị này nên không tự xác nhận. Hãy nhờ người khác.",
        "You made this request yourself. Somebody else must confirm it.",
    ),
    "ask_not_yours": (
        "Bạn không phải người xác nhận được: cần người quản trị khác hoặc thủ trưởng của người đó; "
        "với chức vụ lãnh đạo, cấp trên hoặc văn thư.",
        "You cannot confirm this: another administrator or the officer's head can; for a head's position, the level "
        "above or a clerk.",
    ),
    "scan_unknown": (
        "Chưa có bản quét của quyết định này. Hãy chọn lại tệp.",
        "The scan of the decision is not there. Choose the file again.",
    ),
    "decision_not_yet": (
        "Ngày ký quyết định ở tương lai. Hãy kiểm tra lại.",
        "The decision's date is in the future. Check it.",
    ),
    "title_en_other": (
        "Tên tiếng Anh của chức vụ phải theo chức vụ tiếng Việt. Hãy tải lại trang rồi làm lại.",
        "A position's English title follows the Vietnamese one. Reload the page and do it again.",
    ),
    "position_unknown": ("Không có chức vụ này.", "There is no such position."),
    "position_held": (
        "Người này đang giữ đúng chức vụ này ở đơn vị đó. Hãy ghi ngày thôi chức vụ cũ trước.",
        "This officer already holds exactly this position in that unit. Enter the end of the old one first.",
    ),
    "rank_same_day": (
        "Đã có ngạch bắt đầu từ đúng ngày này. Nếu ngạch đó ghi nhầm, hãy bỏ ngạch ghi nhầm trước.",
        "A rank begins on this very day already. If that one is a mistake, take it back first.",
    ),
    "rank_held": (
        "Ngày này người này đã giữ đúng ngạch này. Hãy xem lại mã ngạch và ngày.",
        "The officer holds exactly this rank on that day already. Check the code and the day.",
    ),
    "rank_unknown": (
        "Người này không có ngạch đó, hoặc ngạch đã bỏ. Hãy tải lại trang.",
        "The officer has no such rank, or it was taken back. Reload the page.",
    ),
    "position_ends": (
        "Chức vụ này đã ghi ngày thôi: chỉ ghi được ngày sớm hơn.",
        "The end of this position is already recorded: only an earlier day can be entered.",
    ),
    "position_used": (
        "Người này đã ký giấy tờ với chức vụ đó vào ngày ấy hoặc sau đó. Ngày thôi chức vụ phải sau ngày ký gần nhất.",
        "This officer signed papers under that title on that day or later. The position must end after the latest of "
        "them.",
    ),
    "position_end_needs_second": (
        "Thôi chức vụ này cần số, ngày, bản quét quyết định và người thứ hai xác nhận. Hãy gửi đề nghị.",
        "Ending this position needs the number, date and scan of the decision, and confirmation by a second person. "
        "Make a request.",
    ),
    "dates_wrong": (
        "Ngày kết thúc phải sau ngày bắt đầu.",
        "The end must be after the beginning.",
    ),
    "card_unknown": ("Không có thẻ kiểm tra này.", "There is no such inspection card."),
    "card_number_taken": (
        "Số thẻ này đã được cấp. Hãy kiểm tra lại.",
        "A card with this number was issued already. Check it.",
    ),
    "card_too_long": (
        "Thẻ kiểm tra có thời hạn tối đa 5 năm kể từ ngày cấp.",
        "An inspection card is valid for five years at most.",
    ),
    "certificate_unknown": (
        "Công chức này không có chứng thư số đó.",
        "This officer has no such certificate.",
    ),
    "passkey_known": (
        "Khóa truy cập này đã có người dùng. Hãy tạo khóa khác.",
        "This passkey is known already. Make another one.",
    ),
    "passkeys_many": (
        "Bạn đã có 10 khóa truy cập. Hãy gỡ khóa không dùng nữa trước.",
        "You have 10 passkeys already. Remove one that you do not use first.",
    ),
    "passkey_unknown": (
        "Bạn không có khóa truy cập này, hoặc khóa đã được gỡ.",
        "You have no such passkey, or it was removed already.",
    ),
    "card_revoked": ("Thẻ này đã bị thu hồi.", "This card has been revoked."),
    "device_unknown": (
        "Không có thiết bị này, hoặc thiết bị nằm ngoài phạm vi của bạn.",
        "There is no such device, or it is outside your scope.",
    ),
    "own_device": (
        "Không ai tự phê duyệt thiết bị của mình. Hãy nhờ thủ trưởng hoặc người quản trị khác.",
        "Nobody may approve their own device. Ask the head or another administrator.",
    ),
    "device_approved": (
        "Thiết bị này đã được phê duyệt.",
        "This device has already been approved.",
    ),
    "message_nobody": (
        "Không ai đang đăng nhập trên điện thoại để nhận tin nhắn. Hãy gọi điện, hoặc gửi lại khi họ đăng nhập.",
        "Nobody is signed in on a phone to get the message. Call them, or send it once they sign in.",
    ),
    "message_too_many": (
        "Tin nhắn gửi tới hơn 2.000 người. Hãy gửi cho từng đơn vị cấp dưới.",
        "The message would go to more than 2,000 people. Send it to each unit below.",
    ),
    "device_exists": ("Thiết bị này đã đăng ký.", "This device is already enrolled."),
    "block_unknown": (
        "Không có dải số này trên thiết bị, hoặc dải số đã đóng.",
        "This device has no such block of numbers, or it is closed.",
    ),
    "block_changed": (
        "Dải số vừa có số được dùng. Hãy thử lại.",
        "A number of this block was used just now. Try again.",
    ),
    "device_revoked": ("Thiết bị này đã bị thu hồi.", "This device has already been revoked."),
}


def refusal(code: str) -> Refuse:
    """Return a refusal for the record handlers of officers and devices."""
    vi, en = _TEXTS[code]
    return Refuse(code=code, text=Text(vi=vi, en=en))

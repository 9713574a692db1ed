"""Words of the area `asks`: requests about officers that a second person confirms."""

WORDS: dict[str, str] = {
    "asks.title": "Đề nghị chờ xác nhận",
    "asks.total": "{count} đề nghị",
    "asks.how": "Cần hai người, một người đề nghị và một người khác xác nhận: cấp lại mật khẩu, mã xác thực (OTP); "
    "vai trò trên kiểm soát viên; chức vụ lãnh đạo; chuyển lên cấp trên; chuyển đơn vị, mở lại tài khoản của người có "
    "vai trò hoặc chức vụ như vậy.",
    "asks.show_waiting": "Đang chờ",
    "asks.show_mine": "Của tôi",
    "asks.show_all": "Tất cả",
    "asks.none_waiting": "Không có đề nghị nào đang chờ trong phạm vi của bạn.",
    "asks.none_mine": "Bạn chưa đề nghị việc gì, và chưa ai đề nghị việc gì về bạn.",
    "asks.none_all": "Chưa có đề nghị nào trong phạm vi của bạn.",
    "asks.one_title": "Đề nghị",
    "asks.what": "Nội dung",
    "asks.officer": "Cho công chức",
    "asks.asker": "Người đề nghị",
    "asks.asked_at": "Lúc",
    "asks.answerer": "Người trả lời",
    "asks.who": "Người xác nhận được",
    "asks.yours": "Chờ bạn xác nhận",
    "asks.state_waiting": "Đang chờ",
    "asks.state_over": "Đã hết hạn",
    "asks.state_confirmed": "Đã xác nhận",
    "asks.state_declined": "Không xác nhận",
    "asks.state_stopped": "Đã dừng",
    "asks.reason_hint": "Bắt buộc với mọi vai trò ngoài kiểm soát viên: người thứ hai sẽ đọc.",
    "asks.number": "Số quyết định",
    "asks.decision_hint": "Bắt buộc với mọi chức vụ ngoài kiểm soát viên thị trường; "
    "khi đó chỉ có hiệu lực sau khi người thứ hai xác nhận.",
    "asks.decided_on": "Ngày quyết định",
    "asks.decision": "Quyết định",
    "asks.decision_of": "Số {number} ngày {day}.",
    "asks.scan": "Xem bản quét",
    "asks.missing_for_second": "Hãy điền mục «{field}»: việc này cần người thứ hai xác nhận.",
    "asks.confirm_title": "Xác nhận",
    "asks.confirm_role": "Vai trò có hiệu lực ngay khi bạn xác nhận; phiên tại bàn của người đó kết thúc.",
    "asks.confirm_position": "Chức vụ được ghi ngay khi bạn xác nhận và quyết định thẩm quyền của người đó. "
    "Hãy đối chiếu số, ngày và bản quét quyết định.",
    "asks.confirm_reset": "Bạn sẽ nhận một mã xác nhận tám chữ số để trao tận tay người đó. "
    "Đường dẫn của người đề nghị không mở được nếu thiếu mã này.",
    "asks.confirm_move": "Người đó thuộc đơn vị mới ngay khi bạn xác nhận, đọc hồ sơ và giữ vai trò "
    "của mình ở đó; mọi phiên kết thúc.",
    "asks.confirm_position_end": "Chức vụ thôi từ ngày đó. Hãy đối chiếu số, ngày và bản quét quyết định.",
    "asks.confirm_reinstate": "Người đó đăng nhập lại được ngay khi bạn xác nhận, với mật khẩu, mã xác thực (OTP) và "
    "các vai trò đã có.",
    "asks.ends_credentials": "Mật khẩu và mã xác thực (OTP) của {name} do một mình người quản trị cấp, nên kết thúc "
    "khi bạn xác nhận; người quản trị đề nghị kích hoạt tài khoản và bạn, hoặc người khác, xác nhận lại.",
    "asks.note": "Bạn đã kiểm tra bằng cách nào",
    "asks.note_hint": "Ví dụ: gặp trực tiếp ngày 25/11, xem thẻ công chức.",
    "asks.met": "Tôi đã hỏi chính {name} hoặc đã xem quyết định, và việc này đúng.",
    "asks.met_missing": "Hãy hỏi chính người đó hoặc xem quyết định, rồi đánh dấu.",
    "asks.confirm_do": "Xác nhận",
    "asks.decline_title": "Không xác nhận",
    "asks.decline_do": "Không xác nhận",
    "asks.withdraw_title": "Rút đề nghị",
    "asks.withdraw_do": "Rút đề nghị",
    "asks.confirm_reset_set": "Đường dẫn do {asker} tạo đã được dùng trước khi có ai xác nhận: mật khẩu và mã mới "
    "đang mở việc "
    "hiện trường. Hãy hỏi chính {name} đã tự tay dùng đường dẫn đó chưa. Khi xác nhận, bạn nhận một mã xác nhận tám "
    "chữ số để trao tận tay; "
    "chưa nhập mã này tại bàn làm việc thì tài khoản chỉ mở việc hiện trường.",
    "asks.stop_title": "Dừng việc cấp lại",
    "asks.stop_how": "Nếu {name} không nhờ việc này: đường dẫn và mã hết hiệu lực ngay, mật khẩu và mã đặt qua đường "
    "dẫn đó không còn mở được gì.",
    "asks.stop_do": "Dừng việc cấp lại",
    "asks.end_title": "Dừng quyền khẩn cấp",
    "asks.end_how": "Quyền khẩn cấp của {name} hết ngay. Việc đã làm giữ nguyên; kiểm tra nội bộ vẫn xem lại.",
    "asks.end_do": "Dừng quyền khẩn cấp",
    "asks.stopper": "Người dừng",
    "asks.link_set": "đã được dùng khi chưa ai xác nhận, lúc",
    "asks.link_done": "đã được dùng lúc",
    "asks.field_until_code": "Chỉ mở việc hiện trường cho đến khi chủ tài khoản nhập mã của người xác nhận tại bàn "
    "làm việc.",
    "asks.done_end": "Đã dừng quyền khẩn cấp của {name}.",
    "asks.done_stop": "Đã dừng. Đường dẫn và mã không còn hiệu lực.",
    "people.device_view": "Xem và phê duyệt",
    "new_devices.title": "Thiết bị mới",
    "new_devices.device": "Thiết bị",
    "new_devices.asked_at": "Đăng nhập lần đầu lúc",
    "new_devices.how": "Hãy gặp hoặc gọi {name} trước: tài khoản và mã của người đó vừa được dùng trên thiết bị này. "
    "Phê duyệt rồi thì người đó đăng nhập lại là dùng được.",
    "new_devices.waiting": "Thiết bị mới chờ phê duyệt",
    "new_devices.waiting_lead": "Người này đăng nhập lần đầu trên thiết bị và chưa làm việc được. Hãy hỏi chính "
    "người đó rồi mới phê duyệt.",
    "new_devices.enrolled": "Thiết bị đã đăng ký",
    "new_devices.do": "Phê duyệt thiết bị",
    "new_devices.done": "Đã phê duyệt. Hãy báo {name} đăng nhập lại.",
    "new_devices.over": "Không còn gì để phê duyệt: thiết bị đã được phê duyệt, hoặc đã bị thu hồi.",
    "objections.open": "Xem và phản đối",
    "objections.title": "Phản đối tài khoản",
    "objections.how": "Tài khoản này do một mình người quản trị cấp. Nếu đơn vị không có {name}, hãy phản đối: tài "
    "khoản bị khóa, "
    "mật khẩu và mã kết thúc ngay; mở lại phải có hai người.",
    "objections.do": "Phản đối và khóa tài khoản",
    "objections.done": "Đã ghi nhận. Tài khoản đã khóa.",
    "objections.over": "Không còn gì để phản đối: tài khoản đã khóa, có người thứ hai xác nhận, hoặc đã quá 30 ngày.",
    "asks.nobody": "Chưa có ai xác nhận được. Người vận hành máy chủ xác nhận bằng lệnh: "
    "./hientruong confirm-ask {id}",
    "asks.link_title": "Đường dẫn dùng một lần",
    "asks.link_how": "Tạo đường dẫn rồi trao tận tay {name}. Người đó cần thêm mã do {confirmer} trao.",
    "asks.link_field": "Bốn giờ đã qua mà chưa ai xác nhận: đường dẫn này chỉ mở việc hiện trường trên điện thoại "
    "cho {name}; bàn làm việc, phê duyệt, ký và quản trị vẫn đóng đến khi có người xác nhận. Hãy trao tận tay.",
    "asks.field_until": "Chỉ mở việc hiện trường cho đến khi có người xác nhận.",
    "asks.link_do": "Tạo đường dẫn",
    "asks.link_made": "Đường dẫn đã được tạo lúc",
    "asks.code_title": "Mã xác nhận",
    "asks.code_how": "Hãy trao tận tay mã này cho {name}; không trao qua {asker}.",
    "asks.code_once": "Mã chỉ hiện một lần này. Nếu mất, hãy để người đề nghị gửi đề nghị mới.",
    "asks.code_too": "Khi mở đường dẫn, người đó nhập thêm mã do người xác nhận trao.",
    "asks.handed": "Mã xác nhận",
    "asks.handed_hint": "Tám chữ số do người đã xác nhận việc cấp lại trao cho bạn.",
    "asks.done_asked": "Đã gửi đề nghị. Công chức, thủ trưởng và người xác nhận được đã được báo.",
    "asks.done_confirm": "Đã xác nhận; việc này có hiệu lực từ bây giờ.",
    "asks.done_decline": "Đã ghi nhận; không có gì thay đổi.",
    "asks.open": "Mở đề nghị",
    "asks.confirm_emergency": "Người đó có vai trò này ngay khi bạn xác nhận, cho tới hết giờ. Chỉ xác nhận "
    "khi người có thẩm quyền thật sự không liên lạc được và việc không thể chờ.",
    "asks.until": "Hết hiệu lực",
    "asks.log": "Xem việc đã làm trong thời gian này",
}

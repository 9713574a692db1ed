"""Help of the forms about officers, units, phones, delegations, registers and absences."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "person_new": beside(
        (
            "Thêm một công chức vào một đơn vị. Người đó chưa có vai trò và chưa đăng nhập được.",
            "Adds an officer to a unit. The officer has no role yet and cannot sign in.",
        ),
        (
            "Quy tắc của hệ thống: mỗi người một tài khoản, mọi thay đổi có lý do; vai trò và chức danh ghi riêng, "
            "theo quyết định.",
            "Rule of this system: one account a person, a reason for every change. Roles and posts are entered "
            "separately, by their decisions.",
        ),
        (
            "Trao vai trò ở trang của người đó, rồi cấp đường dẫn kích hoạt tài khoản. Việc cho quyền có thể chờ người "
            "thứ hai xác nhận.",
            "Give the roles on the officer's page, then a link to activate the account. What gives rights may wait for "
            "a second person.",
        ),
    ),
    "person_act": beside(
        (
            "Ghi một thay đổi về công chức.",
            "Records a change about an officer.",
        ),
        (
            "Quy tắc của hệ thống: không ai tự đổi tài khoản và quyền của mình.",
            "Rule of this system: nobody changes their own account and rights.",
        ),
        (
            "Thay đổi và lý do ở lại trong lịch sử của người đó.",
            "The change and its reason stay in the officer's history.",
        ),
    ),
    "person_post": beside(
        (
            "Ghi chức vụ, hoặc ngày thôi chức vụ.",
            "Enters a position, or its end.",
        ),
        (
            "Quyết định bổ nhiệm hoặc miễn nhiệm, vì thẩm quyền ký theo chức danh (Chương II Phần thứ hai Luật Xử lý "
            "vi phạm hành chính).",
            "The decision of appointment or dismissal, for the power to sign goes with the post (Law on Handling "
            "Administrative Violations, Part Two Chapter II).",
        ),
        (
            "Chức vụ đã qua vẫn xem được ở trang của người đó; giấy tờ đã lập giữ chức vụ khi lập.",
            "Earlier positions stay on the officer's page; papers keep the position of the day they were made.",
        ),
    ),
    "person_rank": beside(
        (
            "Ghi ngạch của công chức, hoặc bỏ một ngạch ghi nhầm.",
            "Enters an officer's rank, or takes back one that was entered by mistake.",
        ),
        (
            "Quyết định bổ nhiệm hoặc chuyển ngạch; mã ngạch theo Thông tư 02/2022/TT-BCT.",
            "The decision on the rank; its code is one of Circular 02/2022/TT-BCT.",
        ),
        (
            "Ngạch có ngay ở trang của người đó và trong tệp xuất danh sách; ngạch trước ở lại trong lịch sử.",
            "The rank is on the officer's page at once and in the file of the list; earlier ranks stay in the history.",
        ),
    ),
    "person_emergency": beside(
        (
            "Đề nghị mở một vai trò trong vài giờ khi công việc không chờ được.",
            "Asks for a role of a few hours when work cannot wait.",
        ),
        (
            "Quy tắc của hệ thống: không ai một mình mở được quyền khẩn cấp, và mỗi lần mở đều được đánh giá sau.",
            "Rule of this system: nobody opens emergency access alone, and each opening is reviewed afterwards.",
        ),
        (
            "Thủ trưởng trả lời ở trang Đề nghị chờ xác nhận; từ lúc xác nhận mới tính giờ. Đề nghị, câu trả lời và lý "
            "do ở lại trong lịch sử của người đó.",
            "A head answers on the page Requests to confirm; the hours count from the confirmation. The request, the "
            "answer and the reasons stay in the officer's history.",
        ),
    ),
    "person_card": beside(
        (
            "Ghi một thay đổi về thẻ kiểm tra thị trường.",
            "Records a change about an inspection card.",
        ),
        (
            "Thẻ kiểm tra thị trường của công chức.",
            "The officer's inspection card.",
        ),
        (
            "Thẻ và mọi thay đổi ở lại trong lịch sử của người đó. Khi chọn Trưởng Đoàn, hệ thống kiểm tra thẻ còn "
            "hiệu lực.",
            "The card and every change stay in the officer's history. When a team leader is chosen, the system checks "
            "that the card is valid.",
        ),
    ),
    "person_enrol": beside(
        (
            "Cấp đường dẫn dùng một lần để đặt mật khẩu hoặc mã xác thực (OTP).",
            "Gives a one-time link for setting the password or the one-time codes.",
        ),
        (
            "Quy tắc của hệ thống: đường dẫn dùng một lần, trong một giờ; chỉ đưa cho chính người đó.",
            "Rule of this system: the link works once, within an hour; give it to the officer alone.",
        ),
        (
            "Người đó mở đường dẫn và tự đặt mật khẩu hoặc mã xác thực (OTP). Việc cấp đường dẫn ở lại trong lịch sử.",
            "The officer opens the link and sets the password or the one-time codes. The issue of the link stays in "
            "the history.",
        ),
    ),
    "device_revoke": beside(
        (
            "Cắt một điện thoại khỏi hệ thống, chẳng hạn khi mất.",
            "Cuts a phone off, for example when it is lost.",
        ),
        (
            "Quy tắc của hệ thống: chứng cứ còn trên máy vẫn được nhận nhưng chờ xem xét.",
            "Rule of this system: evidence that is still on the phone is taken, but waits to be looked at.",
        ),
        (
            "Máy bị đăng xuất ngay và không dùng lại được. Không hoàn lại được.",
            "The phone is signed out at once and cannot be used again. It cannot be undone.",
        ),
    ),
    "machine_new": beside(
        (
            "Đề nghị một tài khoản để hệ thống khác đọc số liệu tổng hợp hoặc danh mục hành vi của đơn vị.",
            "Asks for an account by which another system reads sums of the unit, or the catalogue of behaviours.",
        ),
        (
            "Quy tắc của hệ thống: hai người quản trị, nhiều nhất một năm, chỉ từ các địa chỉ đã ghi. Không bao giờ "
            "đọc được nội dung vụ việc, hồ sơ hay người báo tin.",
            "Rule of this system: two administrators, a year at most, from the named addresses alone. It never reads "
            "a case, a file or an informant.",
        ),
        (
            "Người quản trị khác xác nhận, rồi mới tạo được khóa. Người chịu trách nhiệm được báo trước khi hết hạn.",
            "Another administrator confirms it; then a key can be made. Its owner is told before it ends.",
        ),
    ),
    "machine_act": beside(
        (
            "Xác nhận, đổi khóa hoặc thu hồi tài khoản của một hệ thống khác.",
            "Confirms or revokes another system's account, or changes its key.",
        ),
        (
            "Quy tắc của hệ thống: mỗi lần đổi đều vào sổ cái và cần mã xác thực (OTP).",
            "Rule of this system: each change is in the ledger and needs a one-time code.",
        ),
        (
            "Có hiệu lực từ yêu cầu kế tiếp của hệ thống kia.",
            "It holds from the other system's next request on.",
        ),
    ),
    "device_message": beside(
        (
            "Gửi một câu ngắn tới những người đang đăng nhập trên điện thoại, hiện cho đến khi họ đọc.",
            "Sends a short text to the officers signed in on the phone; it stays until they read it.",
        ),
        (
            "Quy tắc của hệ thống: nội dung được lưu vào sổ cái và không rút lại được. Không ghi nội dung vụ việc.",
            "Rule of this system: the text is kept in the ledger and cannot be taken back. Write nothing of a case.",
        ),
        (
            "Máy tải tin nhắn ở lần liên lạc tới. Trang của tin nhắn cho biết ai đã nhận, ai đã đọc.",
            "The phone fetches it at its next contact. Its page says who got it and who read it.",
        ),
    ),
    "device_approval": beside(
        (
            "Đặt việc lần đăng nhập đầu tiên của công chức trên một máy phải chờ phê duyệt hay không.",
            "Sets whether an officer's first sign-in on a phone waits for an approval.",
        ),
        (
            "Quy tắc của hệ thống: cấp trên hoặc máy chủ đã yêu cầu thì cấp dưới không thôi được.",
            "Rule of this system: what a unit above or the server demands holds below.",
        ),
        (
            "Áp dụng ngay cho đơn vị này và mọi đơn vị cấp dưới. Máy đang dùng vẫn dùng bình thường.",
            "It holds at once for this unit and all below. Phones in use go on.",
        ),
    ),
    "delegation_new": beside(
        (
            "Ghi một văn bản giao quyền đã ký, để cấp phó ký được văn bản trong phạm vi và thời hạn đó.",
            "Enters a signed delegation, so that a deputy can sign papers within its scope and term.",
        ),
        (
            "Điều 54 (xử phạt), khoản 2 Điều 87 (cưỡng chế), khoản 2 Điều 123 (tạm giữ người) Luật Xử lý vi phạm hành "
            "chính; Điều 21 Pháp lệnh 11/2016/UBTVQH13 (kiểm tra): chỉ giao cho cấp phó, bằng văn bản, nêu phạm vi, "
            "nội dung, thời hạn; người nhận không giao tiếp cho ai.",
            "Law on Handling Administrative Violations Arts 54 (sanctions), 87.2 (enforcement), 123.2 (holding "
            "persons); Ordinance 11/2016 Art 21 (inspections): to a deputy only, in writing, with scope, content and "
            "term; who received it may not pass it on.",
        ),
        (
            "Có hiệu lực từ ngày ghi trong đó, sau khi người thứ hai xác nhận. Hết hạn hoặc chấm dứt thì cấp phó không "
            "ký được nữa.",
            "It holds from its day on, once a second person confirmed it. After its term or end the deputy can no "
            "longer sign.",
        ),
    ),
    "delegation_one": beside(
        (
            "Xác nhận văn bản giao quyền, hoặc ghi ngày chấm dứt.",
            "Confirms a delegation, or enters the day on which it ends.",
        ),
        (
            "Điều 54 Luật Xử lý vi phạm hành chính; Điều 10 Nghị định 118/2021/NĐ-CP (các trường hợp chấm dứt).",
            "Law on Handling Administrative Violations Art 54; Decree 118/2021 Art 10 (when it ends).",
        ),
        (
            "Từ ngày chấm dứt cấp phó không ký được nữa; văn bản đã ký trước ngày đó vẫn có giá trị.",
            "From that day on the deputy no longer signs; papers signed before stay valid.",
        ),
    ),
    "register_act": beside(
        (
            "Mở sổ, đặt số bắt đầu, hoặc để dành một dải số cho việc ghi trên giấy.",
            "Opens a register, sets its first number, or sets numbers aside for work on paper.",
        ),
        (
            "Điều 6 Thông tư 22/2021/TT-BCT: số văn bản liên tục trong năm theo từng loại, mỗi số dùng một lần.",
            "Circular 22/2021 Art 6: numbers of a kind of paper run through the year, each is used once.",
        ),
        (
            "Số cấp từ đây không lùi lại được. Số đã để dành phải kê lại khi dùng xong.",
            "Numbers given from here are never taken back. What was set aside is accounted for afterwards.",
        ),
    ),
    "register_range": beside(
        (
            "Kê những số đã dùng trên giấy trong dải số để dành.",
            "Accounts for the numbers of a range that were used on paper.",
        ),
        (
            "Điều 6 Thông tư 22/2021/TT-BCT: mỗi số dùng một lần. Quy tắc của hệ thống: không số nào không rõ đã dùng "
            "vào đâu.",
            "Circular 22/2021 Art 6: each number is used once. Rule of this system: none may be unaccounted for.",
        ),
        (
            "Số đã kê vào sổ; số bỏ đi ghi lý do và không cấp lại.",
            "Numbers enter the register; a void one keeps its reason and is not given again.",
        ),
    ),
    "incoming_new": beside(
        (
            "Vào sổ một văn bản đến. Số đến được cấp khi lưu.",
            "Enters a paper that came in. Its number is given when it is stored.",
        ),
        (
            "Nghị định 30/2020 về công tác văn thư, điểm c khoản 2 Điều 4: vào sổ trong ngày, chậm nhất ngày làm việc "
            "tiếp theo; văn bản khẩn thì ngay.",
            "Decree 30/2020 on clerical work, Art 4.2.c: registered the same day, at the latest on the next working "
            "day; an urgent paper at once.",
        ),
        (
            "Văn bản có trong danh sách của năm; gắn với hồ sơ ở trang của văn bản đó.",
            "The paper stands in the list of the year; link it to a record on its own page.",
        ),
    ),
    "notice_settings": beside(
        (
            "Chọn nhận thông báo ở đâu và giờ nào không làm phiền.",
            "Chooses where notices reach you and during which hours they do not.",
        ),
        (
            "Quy tắc của hệ thống: việc chờ bạn luôn có ở Việc của tôi, dù thông báo đã tắt; thông báo an toàn tài "
            "khoản "
            "luôn hiện.",
            "Rule of this system: what waits for you is always under My work, even if its notice is off; notices about "
            "the account's safety always show.",
        ),
        ("Có hiệu lực từ thông báo tiếp theo.", "It holds from the next notice on."),
    ),
    "asked_second": beside(
        (
            "Người thứ hai xác nhận hoặc từ chối một đề nghị về tài khoản.",
            "A second person confirms or declines what was asked for an account.",
        ),
        (
            "Quy tắc của hệ thống: người đề nghị không tự xác nhận; người xác nhận đã hỏi chính công chức đó hoặc đã "
            "xem quyết định.",
            "Rule of this system: who asked does not confirm; who confirms has asked the officer or seen the decision.",
        ),
        (
            "Xác nhận thì việc có hiệu lực và người đó được báo; từ chối thì đề nghị kết thúc, có lý do.",
            "A confirmation takes effect and the officer is told; a decline ends it, with the reason.",
        ),
    ),
    "absence_new": beside(
        (
            "Ghi ngày vắng mặt và người xử lý thay, để việc chờ người vắng không dừng.",
            "Enters days of absence and a stand-in, so that what waits does not stop.",
        ),
        (
            "Người xử lý thay cho ý kiến và đồng ý thay; ký thay cần quyết định giao quyền (Điều 54 Luật Xử lý vi phạm "
            "hành chính).",
            "A stand-in gives opinions and agrees; signing needs a delegation (Law on Handling Administrative "
            "Violations Art 54).",
        ),
        (
            "Trong những ngày đó việc đến người xử lý thay. Về sớm thì ghi ngày trở lại.",
            "During these days what waits reaches the stand-in. If you are back early, enter the day.",
        ),
    ),
    "absence_end": beside(
        ("Ghi ngày đầu tiên trở lại làm việc.", "Enters the first day back at work."),
        (
            "Quy tắc của hệ thống: ngày vắng đã qua không sửa được.",
            "Rule of this system: days of absence that are over cannot be changed.",
        ),
        (
            "Từ ngày đó việc lại đến người trở lại.",
            "From that day on work reaches the officer again.",
        ),
    ),
    "route": beside(
        (
            "Soạn quy trình trình phê duyệt của một loại văn bản ở một đơn vị: các bước, ai làm, trong bao lâu.",
            "Drafts the route of approval of a kind of paper in a unit: its steps, who takes them, in what time.",
        ),
        (
            "Quy trình không thay thẩm quyền ký: người ký cuối cùng theo luật. Thời gian mỗi bước là nội bộ.",
            "A route does not replace the power to sign: the last signer follows from the law. Times of steps are "
            "internal.",
        ),
        (
            "Người thứ hai ban hành bản soạn; quy trình áp dụng cho hồ sơ trình từ ngày hiệu lực.",
            "A second person publishes the draft; it applies to what is submitted from its first day on.",
        ),
    ),
    "answer": beside(
        (
            "Ghi kết quả của bước đang chờ bạn.",
            "Records the outcome of the step that waits for you.",
        ),
        (
            "Quy trình trình phê duyệt đang áp dụng. Bạn trả lời đúng bản đã xem; bản đổi thì trang báo trước.",
            "The route in force. You answer the version that you saw; if it changed, the page says so first.",
        ),
        (
            "Bước tiếp theo đến người làm bước đó. Yêu cầu bổ sung hoặc trả lại thì hồ sơ về người trình.",
            "The next step reaches its officer. A request for a supplement or a return goes back to the submitter.",
        ),
    ),
    "seals": beside(
        (
            "Đăng ký chứng thư số của cơ quan để đóng dấu số văn bản đi.",
            "Registers the agency's certificate, by which outgoing papers are sealed.",
        ),
        (
            "Nghị định 30/2020: văn thư đặt chữ ký số của cơ quan lên văn bản đã ký số. Mật khẩu, mã PIN không được "
            "lưu.",
            "Decree 30/2020: the clerk places the agency's digital signature. Passphrase and PIN are not stored.",
        ),
        (
            "Chứng thư dùng được ngay cho đơn vị này. Lộ khóa thì thu hồi ngay ở trang này.",
            "It can be used for this unit at once. If its key leaks, revoke it here.",
        ),
    ),
    "certificates": beside(
        (
            "Đăng ký chứng thư số của bạn để ký số văn bản.",
            "Registers your certificate, by which you sign papers digitally.",
        ),
        (
            "Luật Giao dịch điện tử 2023: chữ ký số có giá trị khi chứng thư còn hiệu lực và chỉ bạn giữ khóa.",
            "Law on Electronic Transactions 2023: a digital signature holds while its certificate is valid and you "
            "alone keep the key.",
        ),
        (
            "Ký được ngay. Hệ thống không lưu mật khẩu của tệp hay mã PIN.",
            "You can sign at once. The passphrase or PIN is not stored.",
        ),
    ),
}

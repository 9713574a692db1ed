"""Words of the help, in both languages."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "help.title": Text(vi="Trợ giúp", en="Help"),
    "help.tour": Text(vi="Bắt đầu công việc của bạn", en="Your first steps"),
    "help.tour_for": Text(vi="Dành cho {role}", en="For: {role}"),
    "help.dismiss": Text(vi="Đã hiểu, ẩn phần này", en="Understood, hide this"),
    "help.restore": Text(
        vi="Hiện lại các bước này ở trang Việc của tôi", en="Show these steps on My work again"
    ),
    "help.restored": Text(
        vi="Các bước đã hiện lại ở trang Việc của tôi.", en="The steps are on My work again."
    ),
    "help.keys": Text(vi="Phím tắt", en="Keys"),
    "help.keys_lead": Text(
        vi="Phím tắt chỉ có tác dụng khi con trỏ không ở trong ô nhập.",
        en="Keys work while the cursor is in no field.",
    ),
    "help.key": Text(vi="Phím", en="Key"),
    "help.key_or": Text(vi="hoặc", en="or"),
    "help.key_does": Text(vi="Tác dụng", en="What it does"),
    "help.key_search": Text(
        vi="Đến ô tìm kiếm, ở mọi trang", en="Go to the search box, on every page"
    ),
    "help.key_escape": Text(
        vi="Đóng danh sách hoặc thực đơn đang mở", en="Close the list or menu that is open"
    ),
    "help.key_next": Text(
        vi="Dòng sau, dòng trước trong danh sách việc", en="Next, previous line in the list of work"
    ),
    "help.key_open": Text(vi="Mở dòng đang chọn", en="Open the line"),
    "help.key_list": Text(
        vi="Xem các phím của trang đang mở, nếu trang có",
        en="Show the keys of the open page, if it has any",
    ),
    "help.questions": Text(vi="Câu hỏi thường gặp", en="Common questions"),
    "help.q_missing": Text(vi="Vì sao tôi không thấy một hồ sơ?", en="Why do I not see a record?"),
    "help.a_missing": Text(
        vi="Bạn thấy hồ sơ của đơn vị mình và đơn vị cấp dưới, theo vai trò của bạn. Hồ sơ đã chuyển đơn vị "
        "khác thì chỉ đơn vị đó và cấp trên thấy. Thông tin về công chức chỉ người được giao mới thấy.",
        en="You see records of your unit and of units below it, as your roles allow. A record that was moved is seen "
        "by its new unit and those above. Information about officers is seen only by those it was assigned to.",
    ),
    "help.q_lost": Text(
        vi="Tôi đang nhập thì mất mạng hoặc hết phiên làm việc. Có mất không?",
        en="My connection or session ended while I was typing. Is it lost?",
    ),
    "help.a_lost": Text(
        vi="Không. Đăng nhập lại ở chính trang đó, những gì đã nhập được điền lại. Trên điện thoại mọi thứ được "
        "lưu trong máy và tự gửi khi có mạng.",
        en="No. Sign in again on that very page and what you typed is filled in again. On the phone everything is "
        "stored and sent by itself once there is a network.",
    ),
    "help.q_wrong": Text(
        vi="Tôi đã ghi nhầm. Sửa thế nào?", en="I recorded something wrong. How is it mended?"
    ),
    "help.a_wrong": Text(
        vi="Không gì bị xoá hay sửa đè. Quyết định sai thì đính chính, sửa đổi hoặc hủy bỏ (MQĐ39, MQĐ38, MQĐ40); "
        "biên bản vi phạm sai thì lập biên bản xác minh (MBB05). Mở hồ sơ, xem Việc khác có thể làm: việc nào sửa được "
        "thì có ở đó, bản cũ vẫn xem được trong quá trình xử lý. Không có thì ghi chú vào hồ sơ.",
        en="Nothing is deleted or overwritten. A wrong decision is corrected, amended or annulled (MQĐ39, MQĐ38, "
        "MQĐ40); wrong violation minutes are mended by verification minutes (MBB05). Open the record and look at the "
        "other actions: what can be corrected is there, and what it was stays in the timeline. Else add a note.",
    ),
    "help.q_code": Text(
        vi="Vì sao hệ thống hỏi mã xác thực (OTP)?", en="Why am I asked for a one-time code?"
    ),
    "help.a_code": Text(
        vi="Khi ký, phê duyệt hoặc lấy dữ liệu ra, hệ thống cần chắc chắn đó là bạn. Một mã dùng được 15 phút trên "
        "máy này.",
        en="When you sign, approve or take data away, the system must be sure that it is you. One code holds for 15 "
        "minutes on this computer.",
    ),
    "help.more": Text(vi="Phiên bản, tình trạng, người hỗ trợ", en="Version, state, whom to call"),
    "help.inspector_work": Text(
        vi="Mỗi dòng là một việc chờ bạn, gấp nhất ở trên. Bấm tên để mở đúng chỗ cần làm.",
        en="Each line is something that waits for you, the most urgent first. Its name opens the place.",
    ),
    "help.inspector_decisions": Text(
        vi="Đề xuất kiểm tra khi có căn cứ; quyết định đã ký có sẵn trên điện thoại khi đến nơi.",
        en="Propose an inspection with its grounds; the signed decision is on your phone when you arrive.",
    ),
    "help.inspector_cases": Text(
        vi="Sau kiểm tra có vi phạm: lập hồ sơ vụ việc; trang vụ việc luôn nói việc phải làm tiếp và thời hạn.",
        en="Where violations were found, open a case; its page always says what comes next and until when.",
    ),
    "help.inspector_law": Text(
        vi="Tra hành vi, mức phạt, thời hạn; tính mức phạt trước khi soạn quyết định.",
        en="Look up behaviours, fines and limits; reckon before you draft a decision.",
    ),
    "help.inspector_search": Text(
        vi="Gõ vài chữ không cần dấu, hoặc một phần của số, để tìm lại hồ sơ.",
        en="Type a few words without marks, or a part of a number, to find a record again.",
    ),
    "help.leader_work": Text(
        vi="Biên bản chờ xem trước, văn bản chờ trình, việc quá hạn của Đội, gấp nhất ở trên.",
        en="Drafts to look at, papers to submit and what is late in your team, the most urgent first.",
    ),
    "help.leader_decisions": Text(
        vi="Đề xuất rồi ký quyết định kiểm tra, kể cả trên điện thoại.",
        en="Propose and sign inspection decisions, on the phone too.",
    ),
    "help.leader_cases": Text(
        vi="Mọi vụ việc của Đội, với giai đoạn, người phụ trách và thời hạn gần nhất.",
        en="All cases of the team, with stage, officer and nearest limit.",
    ),
    "help.leader_due": Text(
        vi="Thời hạn của mọi hồ sơ trong Đội: quá hạn trước, rồi đến hạn.",
        en="The limits of all records of the team: first what is late, then what is due.",
    ),
    "help.leader_reports": Text(
        vi="Báo cáo định kỳ tự điền số liệu khi hết kỳ; bạn viết nhận xét rồi gửi lên.",
        en="Periodic reports fill their figures when the period is over; you write the texts and send them up.",
    ),
    "help.supervisor_work": Text(
        vi="Hồ sơ chờ bạn: Đồng ý, Yêu cầu bổ sung hoặc Trả lại; xong một việc, việc tiếp theo tự mở.",
        en="What waits for you: agree, ask for a supplement or return; after one, the next one opens.",
    ),
    "help.supervisor_due": Text(
        vi="Thời hạn còn lại và thời hạn đã quá của các đơn vị bạn phụ trách.",
        en="Limits that run or have passed in the units you head.",
    ),
    "help.supervisor_sign": Text(
        vi="Văn bản đã trình ký: mở từng văn bản, rồi ký một lần cho cả danh sách.",
        en="Papers finalised for you: open each, then sign the list at once.",
    ),
    "help.supervisor_dashboard": Text(
        vi="Bảng số liệu của đơn vị: mỗi con số mở ra hồ sơ phía sau.",
        en="The figures of your unit: each number opens the records behind it.",
    ),
    "help.supervisor_absences": Text(
        vi="Trước khi vắng mặt: ghi người xử lý thay để việc không dừng.",
        en="Before you are away, name your stand-in, so that nothing stops.",
    ),
    "help.legal_work": Text(
        vi="Hồ sơ chờ ý kiến pháp chế, với thời gian còn lại; quá thời gian thì việc đi tiếp không có ý kiến.",
        en="What waits for a legal opinion, with the time that is left; after it, the step passes on without one.",
    ),
    "help.legal_law": Text(
        vi="Danh mục hành vi và nghị định theo ngày hiệu lực; đề nghị sửa phải có người thứ hai ký.",
        en="The catalogue and decrees by their days of effect; a second person signs each change.",
    ),
    "help.legal_exceptions": Text(
        vi="Những việc làm khác quy tắc, với lý do và điều luật đã nêu.",
        en="What departed from a rule, with the reason and article that were given.",
    ),
    "help.legal_routes": Text(
        vi="Quy trình trình phê duyệt của từng loại văn bản.",
        en="The route of approval of each kind of paper.",
    ),
    "help.clerk_outgoing": Text(
        vi="Văn bản đã ký chờ phát hành: đóng dấu số, ghi nơi nhận, phát hành.",
        en="Signed papers to dispatch: seal them, enter the recipients, dispatch.",
    ),
    "help.clerk_incoming": Text(
        vi="Vào sổ văn bản đến, gắn với hồ sơ.",
        en="Enter papers that come in, and link them to records.",
    ),
    "help.clerk_by_hand": Text(
        vi="Đối chiếu bản quét với văn bản đã ký trên giấy, trong 48 giờ.",
        en="Compare scans with papers signed by hand, within 48 hours.",
    ),
    "help.clerk_informations": Text(
        vi="Ghi thông tin đến; người cung cấp thông tin được giữ kín ngay khi lưu.",
        en="Register information; who gave it is sealed the moment it is stored.",
    ),
    "help.clerk_registers": Text(
        vi="Mở sổ, số bắt đầu của từng ký hiệu, dải số dự phòng.",
        en="Open registers, first numbers of each symbol, reserve ranges.",
    ),
    "help.auditor_exceptions": Text(
        vi="Mọi ngoại lệ theo loại; ghi kết luận của bạn ở từng dòng.",
        en="Every exception by kind; record your verdict on each.",
    ),
    "help.auditor_samples": Text(
        vi="Rút mẫu hồ sơ bằng hạt giống công khai; ai cũng rút lại được đúng mẫu đó.",
        en="Draw samples by a public seed; anybody can draw the same again.",
    ),
    "help.auditor_search": Text(
        vi="Tìm hồ sơ, mở ảnh gốc, kiểm tra chuỗi bằng chứng mà không cần tin hệ thống.",
        en="Find records, open originals and verify the evidence without trusting us.",
    ),
    "help.auditor_log": Text(
        vi="Ai đã xem, tải, sửa gì và khi nào.",
        en="Who looked at, took away or changed what, and when.",
    ),
    "help.administrator_people": Text(
        vi="Công chức, vai trò, chức danh; mọi thay đổi có lý do, chức vụ lãnh đạo có quyết định.",
        en="Officers, roles and posts; each change has its reason, a head's post its decision.",
    ),
    "help.administrator_units": Text(
        vi="Cơ cấu tổ chức theo ngày hiệu lực: thêm, đổi tên, giải thể đơn vị.",
        en="The organisation by its days of effect: add, rename and close units.",
    ),
    "help.administrator_devices": Text(
        vi="Điện thoại chờ xác nhận, điện thoại mất cần thu hồi.",
        en="Phones that wait for approval, lost ones to revoke.",
    ),
    "help.administrator_asks": Text(
        vi="Đề nghị đặt lại mật khẩu, cần người thứ hai xác nhận.",
        en="Resets that a second person must confirm.",
    ),
    "help.administrator_routes": Text(
        vi="Quy trình phê duyệt của từng đơn vị.", en="The routes of approval of each unit."
    ),
}

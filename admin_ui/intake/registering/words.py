"""Words of the form by which an information is registered."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "taking.title": Text(vi="Ghi thông tin đến", en="Register information"),
    "taking.lead": Text(
        vi="Ghi theo thứ tự từ trên xuống trong khi nghe. Nội dung nghe được và người cung cấp thông tin được niêm "
        "lại ngay khi bấm ghi; người xử lý chỉ đọc phần tóm tắt. Thủ trưởng đơn vị được báo ngay (khoản 1 Điều 9 "
        "Thông tư 27/2020/TT-BCT).",
        en="Fill in from top to bottom while you listen. What was said, and by whom, is sealed as soon as you "
        "register it; officers who work on it read the summary alone. The head of the unit is notified at once "
        "(Circular 27/2020 Art 9.1).",
    ),
    "taking.source": Text(vi="Nguồn thông tin", en="Source"),
    "taking.source_hint": Text(
        vi="Theo các điểm của khoản 1 Điều 8 Thông tư 27/2020/TT-BCT.",
        en="The letters of Circular 27/2020 Art 8.1.",
    ),
    "taking.means_order": Text(
        vi="Là căn cứ để ban hành quyết định kiểm tra đột xuất ngay (khoản 2 Điều 8). Ghi số, ngày văn bản.",
        en="May be the direct ground of an ad-hoc decision (Art 8.2). Enter its number and day.",
    ),
    "taking.means_officer": Text(
        vi="Đề xuất của công chức từ biện pháp nghiệp vụ, khi kiểm tra, quản lý địa bàn. Có đề xuất kiểm tra bằng văn "
        "bản thì là căn cứ để xem xét kiểm tra đột xuất (khoản 2 Điều 8, Điều 11). Tin do cộng tác viên cung cấp phải "
        "thẩm tra, xác minh trước (khoản 3 Điều 37).",
        en="An officer's proposal from professional measures, inspections or his area. With a written proposal it may "
        "ground an ad-hoc inspection (Arts 8.2, 11). What a collaborator supplied is verified first (Art 37.3).",
    ),
    "taking.means_transfer": Text(
        vi="Phải thẩm tra, xác minh trước khi kiểm tra. Không có vi phạm thì thông báo cho đơn vị đã chuyển (Điều 10).",
        en="Is verified before an inspection. Without a violation the unit that sent it is notified (Art 10).",
    ),
    "taking.means_request": Text(
        vi="Phải thẩm tra, xác minh trước khi kiểm tra. Không có vi phạm thì trả lời cơ quan đã đề nghị (Điều 10).",
        en="Is verified before an inspection. Without a violation the agency is answered (Art 10).",
    ),
    "taking.means_media": Text(
        vi="Báo cáo thủ trưởng bằng văn bản (khoản 1 Điều 9); phải thẩm tra, xác minh. Chỉ ghi địa chỉ bài viết, hệ "
        "thống không mở địa chỉ đó.",
        en="Is reported to the head in writing (Art 9.1) and verified. The address is kept as text and never opened "
        "by the system.",
    ),
    "taking.means_tip": Text(
        vi="Báo cáo thủ trưởng bằng văn bản (khoản 1 Điều 9); phải thẩm tra, xác minh. Không có vi phạm thì thông báo "
        "cho người cung cấp thông tin, nếu họ không từ chối (Điều 10).",
        en="Is reported to the head in writing (Art 9.1) and verified. Without a violation the informant is notified "
        "unless he asked not to be (Art 10).",
    ),
    "taking.several_places": Text(
        vi="Cấp trên chỉ đạo kiểm tra một đối tượng tại nhiều địa điểm (khoản 4 Điều 13 Thông tư 27/2020/TT-BCT): báo "
        "cáo kết quả trong 02 ngày làm việc kể từ ngày kết thúc thẩm tra, xác minh (khoản 2 Điều 20)",
        en="A superior has one party inspected at several places (Circular 27/2020 Art 13.4): the result is reported "
        "within 2 working days of the end of the verification (Art 20.2)",
    ),
    "taking.nature": Text(vi="Loại tin, đơn", en="Nature"),
    "taking.nature_hint": Text(
        vi="Tố cáo và khiếu nại vào sổ riêng, theo thời hạn riêng.",
        en="Denunciations and complaints go to registers of their own, with their own time limits.",
    ),
    "taking.nature_tip": Text(vi="Tin báo, phản ánh, kiến nghị", en="Tip, petition"),
    "taking.nature_denunciation": Text(vi="Tố cáo", en="Denunciation"),
    "taking.nature_complaint": Text(vi="Khiếu nại", en="Complaint"),
    "taking.channel": Text(vi="Kênh tiếp nhận", en="Channel"),
    "taking.received_at": Text(vi="Tiếp nhận lúc", en="Received at"),
    "taking.text": Text(vi="Nội dung nghe được, đọc được", en="What was said"),
    "taking.text_hint": Text(
        vi="Ghi nguyên văn. Phần này được niêm: chỉ người tiếp nhận, thủ trưởng và người được giao xác minh mở được, "
        "và mỗi lần mở đều được ghi lại.",
        en="Word for word. It is sealed: the receiver, the head and the assigned verifiers alone can open it, and "
        "each opening is recorded.",
    ),
    "taking.informant": Text(vi="Người cung cấp thông tin là ai", en="The informant"),
    "taking.informant_hint": Text(
        vi="Họ tên, điện thoại, địa chỉ, nếu họ cho biết. Được niêm riêng. Với cộng tác viên chỉ ghi số tham chiếu, "
        "không ghi tên.",
        en="Name, telephone, address, if given. Sealed apart. For a collaborator enter a reference number, no name.",
    ),
    "taking.secret": Text(
        vi="Người cung cấp thông tin đề nghị giữ bí mật", en="The informant asks to be kept secret"
    ),
    "taking.summary": Text(vi="Tóm tắt để xử lý", en="Summary for work"),
    "taking.summary_hint": Text(
        vi="Không nêu người cung cấp thông tin, không chép lời có thể làm lộ họ: mọi người xử lý đều đọc phần này.",
        en="Do not name the informant, nor quote words that may tell who it was: all who work on it read this.",
    ),
    "taking.urgent_legend": Text(vi="Tin khẩn", en="It cannot wait"),
    "taking.urgent": Text(vi="Vì sao không chờ được", en="Why it cannot wait"),
    "taking.urgent_hint": Text(
        vi="Để trống nếu không khẩn. Ví dụ: hàng sắp chuyển đi, nguy hại sức khỏe. Tin khẩn đứng đầu bảng phân loại, "
        "mọi người xử lý đều đọc phần này.",
        en="Leave it empty if it can wait. E.g. goods about to be taken away, a danger to health. What is urgent "
        "stands first on the board; all who work on it read this.",
    ),
    "taking.wants_answer": Text(
        vi="Báo kết quả bằng văn bản cho người cung cấp thông tin (chỉ bỏ chọn khi họ yêu cầu khác)",
        en="Tell the informant the result in writing (untick only if they asked otherwise)",
    ),
    "taking.party": Text(vi="Tổ chức, cá nhân {number}", en="Organisation or person {number}"),
    "taking.party_name": Text(vi="Tên", en="Name"),
    "taking.party_name_hint": Text(
        vi="Gõ vài chữ rồi bấm Tìm trong sổ, hoặc để nguyên tên đã gõ.",
        en="Type a few letters and press Find in the register, or leave the name as typed.",
    ),
    "taking.party_address": Text(vi="Địa chỉ", en="Address"),
    "taking.party_tax": Text(vi="Mã số thuế", en="Tax code"),
    "taking.party_find": Text(vi="Tìm trong sổ", en="Find in the register"),
    "taking.party_found": Text(vi="Trong sổ có", en="In the register"),
    "taking.party_none": Text(
        vi="Không thấy trong sổ; tên đã gõ vẫn được ghi.",
        en="Not in the register; the name as typed is kept.",
    ),
    "taking.party_take": Text(vi="Chọn", en="Take"),
    "taking.party_known": Text(vi="có trong sổ", en="in the register"),
    "taking.party_more": Text(vi="Thêm tổ chức, cá nhân", en="Add another"),
    "taking.party_drop": Text(vi="Bỏ khỏi danh sách", en="Remove from the list"),
    "taking.place": Text(vi="Địa điểm", en="Place"),
    "taking.place_hint": Text(
        vi="Nơi xảy ra việc được phản ánh, không phải nơi ở của người cung cấp thông tin.",
        en="Where it happens, not where the informant lives.",
    ),
    "taking.goods": Text(vi="Hàng hóa, dịch vụ", en="Goods or services"),
    "taking.field": Text(vi="Lĩnh vực", en="Field"),
    "taking.letter": Text(vi="Văn bản kèm theo", en="The paper it came with"),
    "taking.letter_number": Text(vi="Số văn bản", en="Number"),
    "taking.letter_day": Text(vi="Ngày văn bản", en="Day"),
    "taking.letter_from": Text(vi="Cơ quan ban hành", en="Issued by"),
    "taking.link": Text(vi="Địa chỉ bài viết", en="Address of the article"),
    "taking.link_hint": Text(
        vi="Chỉ lưu dưới dạng chữ; hệ thống không mở.",
        en="Kept as text; the system never opens it.",
    ),
    "taking.about_officer": Text(
        vi="Tin có phản ánh công chức Quản lý thị trường không?",
        en="Is it about an officer of the force?",
    ),
    "taking.about_officer_hint": Text(
        vi="Nếu có, tin được chuyển thẳng lên thủ trưởng đơn vị cấp trên của người bị phản ánh; không ai trong đơn vị "
        "của người đó, kể cả thủ trưởng và người đang ghi, đọc được tin sau khi ghi.",
        en="If so, it goes straight to the head of the unit above that officer's; nobody of his unit, its head and "
        "yourself included, can read it once it is registered.",
    ),
    "taking.about_no": Text(vi="Không", en="No"),
    "taking.about_yes": Text(vi="Có", en="Yes"),
    "taking.about_unnamed": Text(
        vi="Có, chưa rõ là ai (chỉ kiểm tra nội bộ cấp Cục đọc được)",
        en="Yes, not known whom (the auditors of the nation alone can read it)",
    ),
    "taking.named": Text(vi="Công chức bị phản ánh", en="Officers it is about"),
    "taking.officer_find": Text(vi="Công chức bị phản ánh", en="The officer"),
    "taking.officer_hint": Text(
        vi="Gõ tên hoặc số hiệu rồi bấm Tìm công chức.",
        en="Type the name or the officer's number and press Find the officer.",
    ),
    "taking.officer_go": Text(vi="Tìm công chức", en="Find the officer"),
    "taking.officer_none": Text(vi="Không có công chức nào như vậy.", en="No such officer."),
    "taking.officer_needed": Text(
        vi="Tin phản ánh công chức: hãy tìm và chọn công chức đó.",
        en="It is about an officer: find and choose the officer.",
    ),
    "taking.about_needed": Text(
        vi="Cần trả lời: tin có phản ánh công chức không.",
        en="Say whether it is about an officer of the force.",
    ),
    "taking.against_hint": Text(
        vi="Quyết định hoặc hành vi bị khiếu nại, với số và ngày.",
        en="The decision or act complained of, with its number and day.",
    ),
    "taking.informant_name": Text(vi="Họ tên", en="Name"),
    "taking.informant_phone": Text(vi="Điện thoại", en="Telephone"),
    "taking.informant_address": Text(vi="Địa chỉ", en="Address"),
    "taking.informant_email": Text(vi="Thư điện tử", en="E-mail"),
    "taking.informant_identity_number": Text(vi="Số định danh", en="Identity number"),
    "taking.informant_note": Text(vi="Cách liên lạc, ghi thêm", en="How to reach them, notes"),
    "taking.collaborator_wrong": Text(
        vi="Tham chiếu cộng tác viên gồm chữ in hoa không dấu và số, như CTV-017; không ghi tên.",
        en="A collaborator's reference has capital letters and digits, like CTV-017; no name.",
    ),
    "taking.collaborator_hint": Text(
        vi="Ví dụ CTV-017. Chỉ số tham chiếu; dữ liệu cộng tác viên không lưu trong hệ thống.",
        en="For example CTV-017. The reference alone; collaborators' data are not stored here.",
    ),
    "taking.go": Text(vi="Ghi thông tin", en="Register"),
    "taking.other_file": Text(
        vi="Hồ sơ do lực lượng khác chuyển đến không ghi ở đây:",
        en="A file of another force is not registered here:",
    ),
    "taking.other_file_go": Text(
        vi="lập hồ sơ vụ việc từ hồ sơ chuyển đến", en="open a case from the file received"
    ),
    "taking.above_done": Text(
        vi="Đã ghi và chuyển thẳng lên cấp trên, số {number}. Vì tin phản ánh công chức nên bạn không đọc lại được.",
        en="Registered as {number} and sent straight to the level above. It is about an officer, so you cannot read "
        "it again.",
    ),
    "taking.another": Text(vi="Ghi thông tin khác", en="Register another"),
}

"""Why goods, money and files have no end yet, and what to do next: refusals for cases.py."""

LEFT_OPEN: dict[str, tuple[str, str]] = {
    "case_minutes_goods_unentered": (
        "Biên bản vi phạm số {number} ghi tang vật bị tạm giữ nhưng tang vật chưa được ghi vào vụ việc. Hãy ghi việc "
        "tạm giữ theo biên bản đó; nếu tang vật đã ghi dưới tên khác, lập MBB05 nêu số biên bản và nói rõ.",
        "Violation minutes {number} list goods seized that are not entered in the case. Record the seizure according "
        "to these minutes; if the goods were entered under other names, make MBB05 that gives the number of the "
        "minutes and explains it.",
    ),
    "case_declined_ground": (
        "Không xử phạt phải theo một căn cứ của khoản 1 Điều 65 Luật Xử lý vi phạm hành chính: hãy chọn căn cứ.",
        "Not sanctioning needs a ground in Art 65.1 of the Law on Handling Administrative Violations: choose one.",
    ),
    "case_declined_known": (
        "Biên bản ghi rõ người vi phạm là {name}: không chọn căn cứ «không xác định được người vi phạm».",
        "The minutes name the violator, {name}: do not choose the ground “the violator is unknown”.",
    ),
    "case_seizure_on_site": (
        "Biên bản tạm giữ số {number} đã ký trên điện thoại nhưng chưa được đưa vào vụ việc. Hãy chọn «Đưa vào vụ "
        "việc» rồi ghi việc tạm giữ theo biên bản đó.",
        "Seizure minutes {number} were signed on a phone and are not in the case. Choose “Take into the case”, then "
        "record the seizure according to these minutes.",
    ),
    "case_confiscated_away": (
        "Quyết định tịch thu tang vật đang ở cơ quan tiến hành tố tụng. Hãy ghi việc nhận lại («Ghi chuyển nơi bảo "
        "quản tang vật») theo biên bản bàn giao trước.",
        "The decision confiscates exhibits that the prosecution bodies hold. First record their return (“Record a "
        "change of custody”) according to the handover minutes.",
    ),
    "case_back_filed": (
        "Nhận lại tang vật từ cơ quan tiến hành tố tụng phải có biên bản bàn giao: để người khác đưa vào hồ sơ rồi "
        "chọn bút lục.",
        "The return of exhibits from the prosecution bodies needs handover minutes: have another officer file them, "
        "then choose their sheet.",
    ),
    "case_divided_sealed": (
        "Tang vật đang niêm phong: mở niêm phong (MBB27) trước khi tách.",
        "The exhibits are sealed: unseal them (MBB27) before you split them.",
    ),
    "case_divided_unclear": (
        "Số lượng đang giữ ghi «{amount}», đọc được thành hàng nghìn hoặc số lẻ, nên không tách được theo số. Hãy xử "
        "lý cả dòng.",
        "The quantity held is written “{amount}”, which can be read as thousands or as a fraction, so it cannot be "
        "split by number. Dispose of the whole row.",
    ),
    "case_divided": (
        "Số lượng tách ra phải lớn hơn 0 và nhỏ hơn số đang giữ ({amount}).",
        "The quantity to split off must be more than 0 and less than what is held ({amount}).",
    ),
    "case_receipt_elsewhere": (
        "Chứng từ số {number} cùng ngày đã ghi ở {reason}. Hãy đối chiếu; nếu một chứng từ nộp cho cả hai vụ việc, ghi "
        "lý do.",
        "Receipt {number} of that day is recorded in {reason}. Compare; if one receipt covers both cases, give the "
        "reason.",
    ),
    "case_party_other": (
        "Vụ việc lập đối với {name}, biên bản ghi người khác. Nếu đúng người này vi phạm thì ghi lý do; việc này vào "
        "danh sách ngoại lệ.",
        "The case is against {name}, but the minutes name somebody else. If this person really is the violator, give "
        "the reason; it goes into the list of exceptions.",
    ),
    "case_sale_sum": (
        "Bán tang vật phải ghi số tiền bán theo hợp đồng.",
        "A sale must be recorded with the price in the contract.",
    ),
    "case_sale_money": (
        "Tang vật đã bán nhưng chưa ghi nhận tiền bán nộp ngân sách. Hãy ghi nhận nộp tiền, loại «Tiền bán tang vật», "
        "trước khi lưu trữ.",
        "Exhibits were sold, but payment of the proceeds into the budget is not recorded. Record that payment before "
        "archiving.",
    ),
    "case_annulled_open": (
        "Quyết định bị hủy vì lỗi khi ban hành: phải ra quyết định mới (lập MBB05, ghi «Đưa vụ việc về chờ quyết "
        "định mới»). Không còn "
        "vi phạm thì MBB05 do người khác lập nói rõ điều đó (khoản 3 Điều 13 Nghị định 118/2021/NĐ-CP).",
        "The decision was annulled because of a fault in making it: a new decision is required (make MBB05, then "
        "record “Return the case for a new decision”). If no violation remains, MBB05 by another officer must say so "
        "(Decree 118/2021 Art 13.3).",
    ),
    "case_exhibits_open": (
        "Còn {count} tang vật, phương tiện chưa xử lý (Điều 126 Luật Xử lý vi phạm hành chính).",
        "{count} exhibits have not been dealt with yet (Law on Handling Administrative Violations Art 126).",
    ),
    "case_confiscated_open": (
        "Còn {count} tang vật, phương tiện đã tịch thu chưa bán, chuyển giao hoặc tiêu hủy (Điều 126 Luật Xử lý vi "
        "phạm hành chính). Ghi kết quả xử lý từng tang vật rồi lưu trữ.",
        "{count} confiscated exhibits have not been sold, handed over or destroyed yet (Law on Handling "
        "Administrative Violations Art 126). Record the disposal of each, then archive.",
    ),
}

"""Why an act was refused that contradicts its paper or the law; see cases.py."""

AGAINST_PAPERS: dict[str, tuple[str, str]] = {
    "case_not_in_power": (
        "Việc này do người có thẩm quyền quyết định. {reason}. Hãy chuyển cho người đó quyết định, hoặc ghi văn "
        "bản mà người đó đã ký về việc này.",
        "The competent officer must decide this. {reason}. Hand it to that officer, or name the paper that they "
        "signed about it.",
    ),
    "case_change_signer": (
        "Quyết định số {number} do «{own}» ký. Chỉ người đã ký, hoặc cấp trưởng không thấp hơn của đơn vị đó hay "
        "đơn vị cấp trên, mới sửa đổi, đính chính, hủy bỏ (khoản 2 Điều 13 Nghị định 118/2021/NĐ-CP). Hãy trình "
        "người đó ký.",
        "Decision {number} was signed by “{own}”. Only its signer, or a head of no lower rank of that unit or one "
        "above it, may amend, correct or annul it (Decree 118/2021 Art 13.2). Submit this paper to that person.",
    ),
    "case_paper_internal": (
        "Văn bản nội bộ trước khi kiểm tra: không gửi «{entered}». Nơi nhận chỉ ghi đơn vị, chức danh của lực lượng "
        "quản lý thị trường, cơ quan nhà nước, «Như trên», «Lưu: VT, hồ sơ vụ việc» (Điều 12 Thông tư "
        "27/2020/TT-BCT).",
        "Internal document before the inspection: it must not be sent to “{entered}”. Recipients may only be units "
        "and positions of the force, state authorities, “Như trên” and “Lưu: VT, hồ sơ vụ việc” (Circular 27/2020 "
        "Art 12).",
    ),
    "case_scan_sent_back": (
        "Chính tệp này đã bị trả lại khi đối chiếu. Hãy quét lại bản đã ký rồi gửi tệp mới.",
        "This same file was returned when it was compared. Scan the signed sheet again and send the new file.",
    ),
    "case_opinion_given": (
        "Hồ sơ kiểm tra đã có ý kiến, hoặc không cần ý kiến. Hãy bỏ trống lý do không đợi ý kiến: danh sách ngoại lệ "
        "không ghi điều không có.",
        "The inspection file has an opinion, or does not need one. Leave the reason for not waiting empty: the list "
        "of exceptions must contain only what happened.",
    ),
    "case_opinion_missing": (
        "Hồ sơ kiểm tra chưa có ý kiến. Còn dưới 24 giờ nên vẫn ra quyết định được: hãy ghi lý do không đợi ý kiến; "
        "việc này vào danh sách ngoại lệ.",
        "The inspection file has no opinion yet. Less than 24 hours are left, so you can still decide: give the "
        "reason for not waiting; it goes into the list of exceptions.",
    ),
    "case_late_entry": (
        "Quyết định ký trong thời hạn nhưng nhập sau thời hạn: hãy ghi lý do nhập muộn; việc này vào danh sách ngoại "
        "lệ.",
        "The decision was signed in time but is entered after the time limit: give the reason; it goes into the list "
        "of exceptions.",
    ),
    "case_decided_elsewhere": (
        "Cùng đối tượng, cùng hành vi, cùng ngày đã có quyết định còn hiệu lực: {reason}. Một hành vi chỉ bị xử phạt "
        "một lần (điểm d khoản 1 Điều 3 Luật Xử lý vi phạm hành chính). Hãy đối chiếu với vụ việc đó; nếu là vi phạm "
        "khác thì ghi lý do, việc này vào danh sách ngoại lệ.",
        "There is already a decision in force on the same act of the same party on the same day: {reason}. One act "
        "may be sanctioned only once (Law on Handling Administrative Violations Art 3.1 d). Compare with that case; "
        "if it is a different violation, give the reason; it goes into the list of exceptions.",
    ),
    "case_another_party": (
        "Cuộc kiểm tra này là đối với {name}. Nếu lập hồ sơ vụ việc đối với người khác thì ghi lý do; việc này vào "
        "danh sách ngoại lệ.",
        "This inspection was of {name}. If the case is against somebody else, give the reason; it goes into the list "
        "of exceptions.",
    ),
    "case_again_before": (
        "Ngày trên văn bản trước ngày {day} của văn bản mà nó căn cứ (số {number}). Hãy xem lại ngày.",
        "The day on the paper is before {day}, the day of the paper on which it is based (number {number}). Check "
        "the day.",
    ),
    "case_again_signer": (
        "Văn bản do «{name}» ký. Chỉ người đã ký nhập lại; khi người đó không còn giữ chức vụ ở đơn vị thì cấp trưởng "
        "không thấp hơn của đơn vị đó hay đơn vị cấp trên nhập lại (theo khoản 2 Điều 13 Nghị định 118/2021/NĐ-CP).",
        "The paper was signed by “{name}”. Only its signer may enter it again; if the signer no longer holds a "
        "position in the unit, a head of no lower rank of that unit or one above it may (under Decree 118/2021 Art "
        "13.2).",
    ),
    "case_fine_signer": (
        "Quyết định số {number} do «{own}» ký. Chỉ người đã ký, hoặc cấp trưởng không thấp hơn của đơn vị đó hay "
        "đơn vị cấp trên, mới hoãn, giảm, miễn, cho nộp dần tiền phạt (Điều 76, 77, 79 Luật Xử lý vi phạm hành chính). "
        "Hãy trình người đó ký.",
        "Decision {number} was signed by “{own}”. Only its signer, or a head of no lower rank of that unit or one "
        "above it, may postpone, reduce or waive the fine or grant instalments (Law on Handling Administrative "
        "Violations Arts 76, 77, 79). Submit this paper to that person.",
    ),
    "case_decision_in_force": (
        "Đã có quyết định số {number} còn hiệu lực về hành vi này. Muốn sửa thì ban hành quyết định sửa đổi, đính "
        "chính hoặc hủy bỏ quyết định đó.",
        "Decision {number} on this violation is in force. To change it, issue a decision that amends, corrects or "
        "annuls it.",
    ),
    "case_hearing_due": (
        "Người vi phạm có quyền giải trình: {reason} Ghi là có quyền giải trình, rồi chờ hết thời hạn hoặc ghi nhận "
        "việc người vi phạm không yêu cầu (Điều 61 Luật Xử lý vi phạm hành chính).",
        "The violator has the right to give an explanation: {reason} Record that the right exists, then wait until "
        "the time limit is over or record that the violator does not ask for it (Law on Handling Administrative "
        "Violations Art 61).",
    ),
    "case_waiver_unproved": (
        "Biên bản vi phạm không ghi việc người vi phạm không yêu cầu giải trình: hãy đưa văn bản của chính người vi "
        "phạm vào hồ sơ rồi chọn bút lục của văn bản đó, hoặc chờ hết thời hạn (Điều 61 Luật Xử lý vi phạm "
        "hành chính).",
        "The violation minutes do not say that the violator waives the explanation: file the violator's own document "
        "and choose its sheet, or wait until the time limit is over (Law on Handling Administrative Violations Art "
        "61).",
    ),
    "case_minutes_fresh": (
        "Biên bản vi phạm được ký ngày {day}: từ ngày đó chưa đủ 5 ngày làm việc để giải trình. Hãy chờ hết thời hạn; "
        "nếu bản viết tay đã giao từ trước, để người khác đưa bản đó vào hồ sơ rồi chọn bút lục (Điều 61 Luật Xử lý vi "
        "phạm hành chính).",
        "The violation minutes were signed on {day}: the five working days for an explanation are not over. Wait "
        "until they are; if a handwritten copy was handed over earlier, have another officer file it, then choose "
        "its sheet (Law on Handling Administrative Violations Art 61).",
    ),
    "case_hearing_asked": (
        "Người vi phạm đã yêu cầu giải trình trực tiếp: hãy tổ chức phiên giải trình và ghi MBB03; nếu họ không đến "
        "hoặc rút yêu cầu, để người khác đưa văn bản về việc đó vào hồ sơ rồi chọn bút lục (khoản 3 Điều 61 Luật Xử lý "
        "vi phạm hành chính).",
        "The violator asked for a hearing: hold it and record it (MBB03); if the violator did not come or withdrew "
        "the request, have another officer file the paper that says so, then choose its sheet (Law on Handling "
        "Administrative Violations Art 61.3).",
    ),
    "case_explanation_unproved": (
        "Giải trình phải có văn bản trong hồ sơ: chọn biên bản phiên giải trình (MBB03) hoặc bút lục văn bản của người "
        "vi phạm, hoặc chờ hết thời hạn (khoản 3 Điều 17 Nghị định 118/2021/NĐ-CP).",
        "An explanation needs a document in the file: choose the hearing minutes (MBB03) or the sheet of the "
        "violator's document, or wait until the time limit is over (Decree 118/2021 Art 17.3).",
    ),
    "case_hearing_other": (
        "Biên bản phiên giải trình không ghi số {number} của biên bản vi phạm.",
        "The hearing minutes do not give the number {number} of the violation minutes.",
    ),
    "case_sheet_unknown": (
        "Bút lục {sheet} không phải tài liệu lập ở nơi khác đã đưa vào hồ sơ.",
        "Sheet {sheet} is not a filed document made elsewhere.",
    ),
    "case_sheet_own": (
        "Bút lục {sheet} do chính bạn đưa vào hồ sơ: cán bộ khác ghi việc này.",
        "You filed sheet {sheet} yourself: another officer must record this.",
    ),
    "case_violator_unknown": (
        "Biên bản chưa xác định được người vi phạm: lập biên bản xác minh (MBB05) ghi rõ người đó trước khi xử phạt, "
        "hoặc chỉ tịch thu, khắc phục hậu quả (Điều 65 Luật Xử lý vi phạm hành chính).",
        "The minutes do not identify the violator: make verification minutes (MBB05) that name the violator before a "
        "sanction, or order only confiscation and remedies (Law on Handling Administrative Violations Art 65).",
    ),
    "case_on_spot_minutes": (
        "Đã có biên bản vi phạm hành chính: phải ra quyết định theo biên bản, không xử phạt không lập biên bản (Điều "
        "56 Luật Xử lý vi phạm hành chính).",
        "There are violation minutes: decide according to them; a sanction without minutes is not possible (Law on "
        "Handling Administrative Violations Art 56).",
    ),
    "case_paper_contradicts": (
        "Chưa hoàn tất được biên bản: {reason}. Hãy ghi theo danh mục, hoặc bỏ mã nếu hành vi không có trong danh mục.",
        "The minutes cannot be finished: {reason}. Write them according to the catalogue, or leave out the code if "
        "the act is not in the catalogue.",
    ),
    "case_paper_denies_hearing": (
        "Biên bản ghi không được giải trình, nhưng pháp luật cho quyền này: {reason} Hãy chọn «Được giải trình» "
        "(Điều 61 Luật Xử lý vi phạm hành chính).",
        "The minutes deny the right to give an explanation, which the law grants: {reason} Choose “May explain” (Law "
        "on Handling Administrative Violations Art 61).",
    ),
    "case_differs_from_paper": (
        "{reason}: văn bản ghi «{paper}», bạn nhập «{typed}». Ghi đúng như văn bản đã ký; văn bản sai thì lập văn bản "
        "đính chính hoặc biên bản xác minh.",
        "{reason}: the paper says “{paper}”, you entered “{typed}”. Record exactly what was signed; if the paper is "
        "wrong, draft a correction or verification minutes.",
    ),
    "case_differs_from_minutes": (
        "{reason}: biên bản vi phạm ghi «{paper}», quyết định ghi «{typed}». Hãy lập lại quyết định từ trang xử phạt.",
        "{reason}: the violation minutes say “{paper}”, the decision says “{typed}”. Draft the decision again from "
        "the sanction page.",
    ),
    "case_effects_end": (
        "Hủy bỏ quyết định thì việc mà nó cho phép cũng hết: hãy tải lại trang rồi ghi lại việc hủy bỏ.",
        "Annulling the decision also ends what it allowed: reload the page and record the annulment again.",
    ),
    "case_ground_missing": (
        "MQĐ40 hủy bỏ quyết định xử phạt phải ghi căn cứ hủy bỏ (khoản 1 Điều 13 Nghị định 118/2021/NĐ-CP): trả lại dự "
        "thảo rồi chọn căn cứ.",
        "An MQĐ40 that annuls a sanction decision must state the ground (Decree 118/2021 Art 13.1): return the draft "
        "and choose the ground.",
    ),
    "case_ground_other": (
        "Căn cứ hủy bỏ khác với căn cứ ghi trong MQĐ40. Hãy chọn đúng căn cứ của văn bản.",
        "The ground differs from the one in MQĐ40. Choose the ground that the paper states.",
    ),
    "case_ground_unwritten": (
        "MQĐ40 không ghi căn cứ hủy bỏ thành mục riêng: hãy ghi lý do chọn căn cứ này, cấp trên kiểm tra sau.",
        "This MQĐ40 has no separate field for the ground: give the reason for choosing this one; the level above "
        "checks afterwards.",
    ),
    "case_amended_differs": (
        "Mức phạt hoặc tang vật tịch thu khác với quyết định sửa đổi (MQĐ38: {reason}). Hãy tải lại trang.",
        "The fine or the confiscated exhibits differ from the amending decision (MQĐ38: {reason}). Reload the page.",
    ),
    "case_return_filed": (
        "Chưa có quyết định trả hồ sơ của cơ quan tố tụng trong hồ sơ vụ việc. Người khác đưa văn bản đó vào hồ sơ "
        "trước, rồi ghi lại việc này.",
        "The decision of the prosecution bodies to return the file is not in the case file. Another officer must "
        "file it first, then record this again.",
    ),
    "case_request_unproved": (
        "Yêu cầu giải trình ghi sau ngày yêu cầu phải có văn bản của người vi phạm: cán bộ khác đưa văn bản đó vào hồ "
        "sơ với ngày của văn bản, rồi ghi lại việc này (Điều 61 Luật Xử lý vi phạm hành chính).",
        "A request recorded after its day needs a document from the violator: another officer files it with its day, "
        "then record this again (Law on Handling Administrative Violations Art 61).",
    ),
    "case_explanation_after": (
        "Đã hết thời hạn giải trình hoặc ra quyết định mà chưa ghi nhận yêu cầu giải trình nào. Văn bản giải trình của "
        "người vi phạm gửi đúng hạn thì người khác đưa vào hồ sơ với ngày của văn bản, rồi ghi lại việc này; nếu không "
        "có, ghi «Không giải trình» với lý do «đã hết thời hạn yêu cầu».",
        "The time limit for an explanation or a decision is over, and no request for an explanation was recorded. If "
        "the violator wrote in time, another officer files the document with its day, then record this again; "
        "otherwise record “No explanation” with “the time limit for the request is over”.",
    ),
    "case_amended_fine": (
        "MQĐ38 chỉ sửa mức phạt trong khung tiền phạt của quyết định được sửa ({reason}). Phải xử phạt khác khung thì "
        "hủy bỏ quyết định (MQĐ40) rồi ra quyết định mới.",
        "MQĐ38 changes the fine within the bands of the decision that it amends ({reason}). If another band applies, "
        "annul the decision (MQĐ40) and make a new one.",
    ),
    "case_seizure_unentered": (
        "Biên bản tạm giữ số {number} đã ký nhưng tang vật chưa được ghi vào vụ việc. Hãy ghi việc tạm giữ theo biên "
        "bản đó trước.",
        "Seizure minutes {number} are signed, but their exhibits are not entered in the case. First record the "
        "seizure according to these minutes.",
    ),
    "case_confiscated_rows": (
        "{count} dòng tang vật tịch thu trong quyết định không khớp tang vật đang tạm giữ của vụ việc (tên, đơn vị "
        "tính, số lượng). Hãy sửa dự thảo cho đúng danh sách tang vật.",
        "{count} rows of confiscated exhibits in the decision match no exhibit held in the case (name, unit, "
        "quantity). Correct the draft according to the list of exhibits.",
    ),
    "case_amended_rows": (
        "MQĐ38 nêu tang vật không có trong danh sách của vụ việc (tên, đơn vị tính, số lượng). Hãy sửa dự thảo.",
        "MQĐ38 names exhibits that are not on the case's list (name, unit, quantity). Correct the draft.",
    ),
    "case_confiscated_stays": (
        "Quyết định số {number} còn hiệu lực tịch thu tang vật này nên không trả lại. Phần tịch thu sai thì hủy bỏ "
        "quyết định bằng MQĐ40 rồi ra quyết định mới.",
        "Decision {number}, which is in force, confiscates this exhibit, so it cannot be returned. If the "
        "confiscation is wrong, annul the decision with MQĐ40 and make a new one.",
    ),
    "case_minutes_unheeded": (
        "Biên bản vi phạm số {number} đã ký nên không kết thúc là không vi phạm. Hãy ghi vi phạm theo biên bản, hoặc "
        "lập biên bản xác minh (MBB05) ghi số {number} rồi nêu biên bản xác minh đó.",
        "Violation minutes {number} are signed, so the case cannot be closed as “no violation”. Record the violation "
        "according to the minutes, or make verification minutes (MBB05) that give the number {number}, then name "
        "them.",
    ),
    "case_minutes_stand_already": (
        "Đã có biên bản vi phạm số {number} nên không lập biên bản thứ hai về vụ việc này. Hãy ghi vi phạm theo biên "
        "bản đó (biên bản trên điện thoại: đưa vào hồ sơ trước); có sai sót thì lập biên bản xác minh MBB05 (khoản 8 "
        "Điều 58 Luật Xử lý vi phạm hành chính). Biên bản đó của người vi phạm khác thì đưa vào vụ việc riêng của "
        "người đó.",
        "There are already violation minutes {number}, so no second minutes can be made in this case. Record the "
        "violation according to them (first take minutes made on a phone into the case); if they are wrong, make "
        "verification minutes MBB05 (Law on Handling Administrative Violations Art 58.8). If they concern another "
        "violator, take them into that person's own case.",
    ),
    "case_paper_outdated": (
        "Mẫu {form} đã có phiên bản mới. Hãy bỏ dự thảo này và lập lại: trang lập văn bản luôn dùng mẫu mới nhất.",
        "There is a newer version of {form}. Discard this draft and begin again: new papers always use the newest "
        "form.",
    ),
    "case_warning": (
        "Không phạt cảnh cáo thay phạt tiền được: danh mục không ghi nghị định quy định cảnh cáo cho hành vi {reason} "
        "(Điều 22 Luật Xử lý vi phạm hành chính). Hãy bỏ cảnh cáo; nếu nghị định có quy định thì đề nghị pháp chế bổ "
        "sung danh mục trước.",
        "A warning instead of a fine is not possible: according to the catalogue, the decree does not provide one "
        "for {reason} (Law on Handling Administrative Violations Art 22). Leave the warning out; if the decree does "
        "provide it, ask the legal officer to amend the catalogue first.",
    ),
    "case_remedy_known": (
        "Đã xác định được người vi phạm là {name} nên không nêu lý do không xác định được người vi phạm (khoản 1 "
        "Điều 65 Luật Xử lý vi phạm hành chính). Hãy ra quyết định xử phạt (MQĐ02).",
        "The violator is known to be {name}, so do not give the reason that the violator is unknown (Law on Handling "
        "Administrative Violations Art 65.1). Impose a sanction (MQĐ02).",
    ),
    "case_remedy_unproved": (
        "Chưa có tài liệu chứng minh lý do không xử phạt (khoản 1 Điều 65 Luật Xử lý vi phạm hành chính): cán bộ khác "
        "người ký lập biên bản xác minh MBB05, hoặc đưa giấy báo tử, quyết định giải thể… vào hồ sơ trước.",
        "There is no document that proves the reason for not sanctioning (Law on Handling Administrative Violations "
        "Art 65.1): an officer other than the signer must first make verification minutes MBB05, or file the death "
        "certificate or the dissolution decision.",
    ),
    "case_verified_own": (
        "Biên bản xác minh số {number} do chính bạn lập: để người khác đưa vụ việc về chờ quyết định, hoặc ghi lý do "
        "tự làm; cấp trên kiểm tra sau.",
        "You made verification minutes {number} yourself: let another officer return the case for a decision, or "
        "give the reason for acting alone; the level above checks afterwards.",
    ),
    "case_minutes_other": (
        "Còn biên bản vi phạm số {number} chưa được xem xét nên không ghi riêng biên bản này. Biên bản đó của người "
        "vi phạm khác thì lập hồ sơ vụ việc riêng và đưa vào đó; biên bản đó sai thì người khác lập biên bản xác "
        "minh MBB05 ghi số của biên bản đó.",
        "Violation minutes {number} have not been considered yet, so these minutes cannot be recorded alone. If they "
        "concern another violator, open a separate case and take them into it; if they are wrong, another officer "
        "makes verification minutes MBB05 that give their number.",
    ),
    "case_handover_rows": (
        "Văn bản không nêu các tang vật, giấy phép này, hoặc chưa ghi rằng không có người đến nhận giấy phép (MQĐ42).",
        "The paper does not name these exhibits or licences; or that nobody came for the licence is not said (MQĐ42).",
    ),
    "case_early_sale": (
        "Hàng dễ hư hỏng đã bán ngay: chọn bút lục của biên bản bán hàng, ghi người mua, tiền bán thu được và tài "
        "khoản tạm gửi tại Kho bạc Nhà nước, số chứng từ (khoản 3 Điều 126 Luật Xử lý vi phạm hành chính).",
        "Perishable goods sold at once: choose the sheet of the minutes of the sale, enter who bought, the proceeds "
        "and the deposit account at the State Treasury with its receipt (Law on Handling Administrative Violations "
        "Art 126.3).",
    ),
    "case_handover_filed": (
        "Chọn bút lục của hợp đồng bán hoặc biên bản bàn giao đã đưa vào hồ sơ, và ghi người nhận.",
        "Choose the sheet of the filed contract of sale or handover minutes, and enter who received the goods.",
    ),
    "case_sheet_alone": (
        "Bút lục {sheet} do chính bạn đưa vào hồ sơ: cán bộ khác ghi việc này, hoặc ghi lý do tự làm, cấp trên kiểm "
        "tra sau.",
        "You filed sheet {sheet} yourself: another officer must record this, or give the reason for acting alone; "
        "the level above checks afterwards.",
    ),
    "case_report_own": (
        "Báo cáo số {number} do chính bạn ký: căn cứ vào báo cáo của cán bộ khác, hoặc ghi lý do tự làm, cấp trên "
        "kiểm tra sau.",
        "You signed report {number} yourself: base this on another officer's report, or give the reason for acting "
        "alone; the level above checks afterwards.",
    ),
    "case_moved_paper": (
        "Chuyển người bảo quản cần MBB26, MBB27 hoặc bút lục của biên bản bàn giao; không có thì ghi lý do tự làm, "
        "cấp trên kiểm tra sau.",
        "A change of keeper needs MBB26, MBB27 or the sheet of the handover minutes; without one, give the reason "
        "for acting alone; the level above checks afterwards.",
    ),
    "case_moved_rows": (
        "Biên bản không nêu các tang vật này (tên, đơn vị tính, số lượng). Hãy chọn đúng tang vật mà biên bản nêu.",
        "The minutes do not name these exhibits (name, unit, quantity). Choose the exhibits that they name.",
    ),
    "case_delivery_proof": (
        "Coi là đã giao thì phải có chứng từ: chọn bút lục của phiếu báo bưu chính, biên bản niêm yết đã đưa vào hồ "
        "sơ (Điều 17a Nghị định 118/2021/NĐ-CP).",
        "Deemed delivery needs proof: choose the sheet of the filed postal slip or posting minutes (Decree 118/2021 "
        "Art 17a).",
    ),
    "case_decision_filed": (
        "Cần quyết định đã ký ({form}): đưa quyết định đó vào hồ sơ rồi chọn bút lục.",
        "It needs the signed decision ({form}): file it, then choose its sheet.",
    ),
    "case_receipt_again": (
        "Chứng từ số {number} đã được ghi cho khoản này. Hãy kiểm tra số chứng từ.",
        "Receipt {number} has already been recorded for this kind of payment. Check the receipt number.",
    ),
    "case_return_rows": (
        "Trả lại đúng tang vật mà MQĐ24 nêu: văn bản ghi «{reason}», bạn nhập «{entered}».",
        "Return exactly the exhibits that MQĐ24 names: the paper says “{reason}”, you entered “{entered}”.",
    ),
    "case_sealed_differs": (
        "Niêm phong đúng như biên bản MBB26: biên bản ghi «{reason}», bạn nhập «{entered}».",
        "Seal exactly as minutes MBB26 say: the minutes say “{reason}”, you entered “{entered}”.",
    ),
    "case_unsealed_differs": (
        "Mở niêm phong đúng như biên bản MBB27, theo số niêm phong đã ghi: biên bản ghi «{reason}», đang niêm phong "
        "«{entered}». Chọn đúng biên bản, đúng tang vật; biên bản sai thì lập biên bản khác.",
        "Unseal exactly as minutes MBB27 say, by the recorded seal numbers: the minutes say “{reason}”, sealed are "
        "“{entered}”. Choose the right minutes and exhibits; if the minutes are wrong, make new ones.",
    ),
    "case_published_other": (
        "Chỉ công bố chính quyết định số {number} của vụ việc (Điều 72 Luật Xử lý vi phạm hành chính). Hãy chọn quyết "
        "định đó.",
        "Only decision {number} of this case can be published (Law on Handling Administrative Violations Art 72). "
        "Choose that decision.",
    ),
    "case_seized_already": (
        "Biên bản tạm giữ số {number} đã được ghi rồi, không ghi lần nữa. Thu giữ thêm thì lập biên bản khác.",
        "Seizure minutes {number} have already been recorded and cannot be recorded again. To seize more, make other "
        "minutes.",
    ),
    "case_catalogue_version": (
        "Danh mục không có hành vi này, hoặc phiên bản này không có hiệu lực vào ngày chấm dứt hành vi.",
        "The catalogue has no such behaviour, or that version was not in force on the day the act ended.",
    ),
    "case_paper_unconfirmed": (
        "Văn bản số {number} đã ký trên bản giấy, chờ đối chiếu: nộp tiền, công bố, cưỡng chế, trả lại, tiêu "
        "hủy, bán, chuyển giao, ghi nhận giải trình, kết thúc hồ sơ chỉ sau khi văn thư hoặc người thứ hai đối "
        "chiếu bản quét.",
        "Paper {number} was signed by hand and waits for comparison: payment, publication, enforcement, return, "
        "destruction, sale, transfer, recording an explanation and closing the file are possible only after the "
        "clerk or a second person has compared the scan.",
    ),
    "case_minutes_sent_back": (
        "Biên bản số {number} ký trên bản giấy, bản quét đã bị trả lại: chưa ai thấy biên bản có chữ ký. Hãy đưa "
        "bản quét đúng vào và nhờ người thứ hai đối chiếu, rồi mới quyết định (Điều 58 Luật Xử lý vi phạm hành "
        "chính).",
        "The scan of minutes {number}, signed by hand, was returned: nobody has seen the signed minutes. Send the "
        "right scan and have a second person compare it, then decide (Law on Handling Administrative Violations Art "
        "58).",
    ),
    "case_confiscated_other": (
        "Phép tính của quyết định chọn tịch thu «{reason}», danh mục tang vật của văn bản ghi «{entered}». Hãy lập lại "
        "từ trang xử phạt.",
        "The decision's reckoning confiscates “{reason}”, the list on the paper has “{entered}”. Draw it up anew from "
        "the sanction page.",
    ),
}

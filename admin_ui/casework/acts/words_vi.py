"""What each act of a case is called, and what it means: its article and what must be so."""

WORDS: dict[str, str] = {
    "case_acts.do_information.received": "Tiếp nhận thông tin",
    "case_acts.why_information.received": "Ghi thông tin đến và nguồn của nó; báo ngay cho người đứng đầu đơn vị "
    "(Điều 8, 9 Thông tư 27/2020/TT-BCT).",
    "case_acts.do_verification.assigned": "Giao thẩm tra, xác minh thông tin",
    "case_acts.why_verification.assigned": "Giao công chức có tên thẩm tra, xác minh trong thời hạn (khoản 2 "
    "Điều 9 Thông tư 27/2020/TT-BCT).",
    "case_acts.do_information.forwarded": "Chuyển thông tin",
    "case_acts.why_information.forwarded": "Đơn vị không có thẩm quyền: chuyển nơi khác, sao gửi cấp trên của "
    "hai bên trong lực lượng (khoản 3 Điều 9 Thông tư 27/2020/TT-BCT).",
    "case_acts.do_plan_item.entered": "Nhập mục kế hoạch",
    "case_acts.why_plan_item.entered": "Một đối tượng trong kế hoạch đã phê duyệt. Mỗi đối tượng mỗi năm chỉ "
    "kiểm tra một lần về cùng nội dung (khoản 1 Điều 20 Pháp lệnh 11/2016/UBTVQH13).",
    "case_acts.do_inspection.proposed": "Đề xuất kiểm tra",
    "case_acts.why_inspection.proposed": "Nêu căn cứ, đối tượng, nội dung, thời hạn, dự kiến vi phạm (Điều 11 "
    "Thông tư 27/2020/TT-BCT). Thông tin nguồn c đến e phải thẩm tra, xác minh trước.",
    "case_acts.do_proposal.rejected": "Không chấp nhận đề xuất",
    "case_acts.why_proposal.rejected": "Đề xuất kiểm tra bị từ chối; vụ việc đóng lại ở đây.",
    "case_acts.do_adhoc_plan.issued": "Ban hành phương án kiểm tra đột xuất",
    "case_acts.why_adhoc_plan.issued": "Phương án (PA) đã ký phải có trước quyết định kiểm tra đột xuất (Điều 12 "
    "Thông tư 27/2020/TT-BCT).",
    "case_acts.do_case.opened": "Lập hồ sơ vụ việc từ cuộc kiểm tra",
    "case_acts.why_case.opened": "Biên bản kiểm tra đã trình và cuộc kiểm tra chưa thuộc vụ việc nào (Điều 18 "
    "Thông tư 27/2020/TT-BCT).",
    "case_acts.do_decision.linked": "Gắn quyết định kiểm tra",
    "case_acts.why_decision.linked": "Đoàn từ 2 công chức trở lên, Trưởng Đoàn có thẻ còn hiệu lực, không xung "
    "đột lợi ích (Điều 23 Pháp lệnh 11/2016, Điều 15 Thông tư 27/2020/TT-BCT). Đột xuất mà không có phương án thì "
    "nêu lý do khẩn cấp (Điều 12).",
    "case_acts.do_inspection.began": "Cuộc kiểm tra bắt đầu",
    "case_acts.why_inspection.began": "Hệ thống ghi khi quyết định được công bố tại nơi kiểm tra.",
    "case_acts.do_inspection.not_executed": "Cuộc kiểm tra không thực hiện được",
    "case_acts.why_inspection.not_executed": "Hệ thống ghi khi biên bản về việc không kiểm tra được nộp.",
    "case_acts.do_inspection.ended": "Cuộc kiểm tra kết thúc",
    "case_acts.why_inspection.ended": "Hệ thống ghi khi biên bản kiểm tra được trình.",
    "case_acts.do_decision.expired": "Quyết định kiểm tra hết hiệu lực",
    "case_acts.why_decision.expired": "Quyết định không được bắt đầu thi hành đúng hạn (khoản 3 Điều 19 Pháp "
    "lệnh 11/2016/UBTVQH13), hoặc người ban hành đã rút trước khi công bố.",
    "case_acts.do_verification.ordered": "Giao thẩm tra, xác minh",
    "case_acts.why_verification.ordered": "Sau kiểm tra: không quá 10 ngày, gia hạn đến 25 ngày, chờ giám định đến 40 "
    "ngày (khoản 4 Điều 27 Pháp lệnh 11/2016/UBTVQH13). Sau biên bản vi phạm: khi còn thời hạn ra quyết định, theo văn "
    "bản giao xác minh do người khác đưa vào hồ sơ; quyết định trong một tháng (Điều 59, 66 Luật Xử lý vi phạm hành "
    "chính).",
    "case_acts.do_violation.recorded": "Ghi vi phạm theo biên bản",
    "case_acts.why_violation.recorded": "Cần biên bản vi phạm hành chính (MBB01) đã ký (Điều 58 Luật Xử lý vi "
    "phạm hành chính). Thời hạn ra quyết định bắt đầu chạy (Điều 66).",
    "case_acts.do_explanation.requested": "Người vi phạm yêu cầu giải trình",
    "case_acts.why_explanation.requested": "Trong 2 ngày làm việc nếu trực tiếp, 5 ngày làm việc nếu bằng văn "
    "bản (Điều 61 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_explanation.received": "Ghi nội dung giải trình",
    "case_acts.why_explanation.received": "Bằng văn bản hoặc tại phiên giải trình (MBB03) (Điều 61 Luật Xử lý vi "
    "phạm hành chính).",
    "case_acts.do_explanation.waived": "Không giải trình",
    "case_acts.why_explanation.waived": "Không phát sinh quyền, đã từ bỏ bằng văn bản, hoặc đã hết thời hạn yêu "
    "cầu (Điều 61 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_sanction.imposed": "Ra quyết định xử phạt",
    "case_acts.why_sanction.imposed": "Tính mức phạt, chọn hình thức và biện pháp, soạn MQĐ02; kiểm tra thẩm "
    "quyền, thời hạn, thời hiệu (Điều 6, 52, 66 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_sanction.imposed_on_spot": "Xử phạt tại chỗ, không lập biên bản",
    "case_acts.why_sanction.imposed_on_spot": "Chỉ khi mức phạt trong giới hạn của thủ tục không lập biên bản "
    "(MQĐ01; Điều 56 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_remedy.ordered": "Chỉ tịch thu, khắc phục hậu quả",
    "case_acts.why_remedy.ordered": "Không xử phạt được nữa nhưng còn tang vật hoặc hậu quả (MQĐ14, MQĐ15; Điều "
    "65 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_sanction.declined": "Không xử phạt",
    "case_acts.why_sanction.declined": "Quyết định không ra quyết định xử phạt, nêu lý do (Điều 65 Luật Xử lý vi "
    "phạm hành chính).",
    "case_acts.do_case.transferred": "Chuyển vụ việc",
    "case_acts.why_case.transferred": "Nơi khác có thẩm quyền: chuyển hồ sơ, tang vật kèm biên bản bàn giao "
    "trong 24 giờ (Điều 22, 24, 25 Thông tư 27/2020/TT-BCT).",
    "case_acts.do_crime.referred": "Chuyển cơ quan tố tụng hình sự",
    "case_acts.why_crime.referred": "Có dấu hiệu tội phạm: cần quyết định chuyển hồ sơ (MQĐ33) đã ký (Điều 62 "
    "Luật Xử lý vi phạm hành chính).",
    "case_acts.do_crime.declined": "Cơ quan tố tụng trả hồ sơ",
    "case_acts.why_crime.declined": "Hồ sơ trả lại để xử phạt hành chính (Điều 63 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_decision.delivered": "Ghi việc giao quyết định",
    "case_acts.why_decision.delivered": "Bưu phẩm trả lại ba lần (có phiếu báo), niêm yết đủ 07 "
    "ngày làm việc (có biên bản) hoặc từ chối có MBB06 thì coi là đã giao (Điều 70 Luật Xử lý vi "
    "phạm hành chính, Điều 17a Nghị định 118/2021).",
    "case_acts.do_payment.received": "Ghi nhận nộp tiền",
    "case_acts.why_payment.received": "Theo chứng từ của Kho bạc hoặc ngân hàng. Không ghi quá số còn phải nộp "
    "(Điều 78 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_execution.postponed": "Hoãn thi hành phạt tiền",
    "case_acts.why_execution.postponed": "Cần quyết định hoãn (MQĐ03) đã ký (Điều 76 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_execution.resumed": "Tiếp tục thi hành",
    "case_acts.why_execution.resumed": "Hết thời gian hoãn hoặc lý do tạm đình chỉ không còn.",
    "case_acts.do_instalments.granted": "Cho nộp phạt nhiều lần",
    "case_acts.why_instalments.granted": "Cần MQĐ05 đã ký; nhiều nhất 3 lần trong 6 tháng, lần đầu ít nhất 40 % "
    "(Điều 79 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_fine.reduced": "Giảm, miễn tiền phạt còn lại",
    "case_acts.why_fine.reduced": "Cần MQĐ04 đã ký; không quá số còn phải nộp (Điều 77 Luật Xử lý vi phạm hành "
    "chính).",
    "case_acts.do_remedy.carried_out": "Ghi biện pháp đã thực hiện",
    "case_acts.why_remedy.carried_out": "Hình thức bổ sung hoặc biện pháp khắc phục trong quyết định đã thực "
    "hiện xong (Điều 85 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_enforcement.ordered": "Ra quyết định cưỡng chế",
    "case_acts.why_enforcement.ordered": "Chỉ khi đã hết thời hạn tự nguyện thi hành, theo "
    "quyết định cưỡng chế đã đưa vào hồ sơ (Điều 73, 86 đến 88 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_execution.suspended": "Tạm đình chỉ thi hành",
    "case_acts.why_execution.suspended": "Theo quyết định tạm đình chỉ (MQĐ31), quyết định giải "
    "quyết khiếu nại hoặc của tòa án đã đưa vào hồ sơ.",
    "case_acts.do_execution.completed": "Ghi thi hành xong",
    "case_acts.why_execution.completed": "Tiền phạt đã nộp đủ và mọi biện pháp đã thực hiện.",
    "case_acts.do_execution.lapsed": "Hết thời hiệu thi hành",
    "case_acts.why_execution.lapsed": "Quá 1 năm kể từ ngày ra quyết định (Điều 74 Luật Xử lý vi phạm hành "
    "chính): không thu tiền phạt nữa.",
    "case_acts.do_case.closed": "Kết thúc vụ việc",
    "case_acts.why_case.closed": "Không ra quyết định. Tang vật phải xử lý hết; báo kết quả cho người cung cấp "
    "thông tin nguồn c, d, e, trừ khi họ yêu cầu khác (Điều 10 Thông tư 27/2020/TT-BCT).",
    "case_acts.do_case.archived": "Lưu trữ hồ sơ",
    "case_acts.why_case.archived": "Hồ sơ đóng lại, chỉ đọc; tang vật phải xử lý hết (Điều 26 Thông tư "
    "27/2020/TT-BCT).",
    "case_acts.do_case.reopened": "Mở lại hồ sơ",
    "case_acts.why_case.reopened": "Hồ sơ trở lại đúng trạng thái trước khi lưu trữ, nêu lý do.",
    "case_acts.do_exhibits.seized": "Ghi tang vật, phương tiện tạm giữ",
    "case_acts.why_exhibits.seized": "Theo biên bản tạm giữ (MBB15) đã ký; trong 24 giờ phải có quyết định hoặc "
    "trả lại (Điều 125 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_seizure.decided": "Ra quyết định tạm giữ",
    "case_acts.why_seizure.decided": "Cần MQĐ20 đã ký. Mục đích quyết định thời hạn: định giá 5 ngày làm việc (khoản 3 "
    "Điều 60); bảo đảm thi hành thì đến khi thi hành xong; trường hợp khác 7 ngày làm việc từ khi tạm giữ, 10 ngày khi "
    "hồ sơ phải chuyển người có thẩm quyền xử phạt (khoản 8 Điều 125 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_seizure.extended": "Kéo dài thời hạn tạm giữ",
    "case_acts.why_seizure.extended": "Cần MQĐ21 đã ký khi còn hạn: 10 ngày làm việc khi hồ sơ phải chuyển, 1 tháng "
    "khi có yêu cầu giải trình hoặc phải xác minh, 2 tháng khi vụ việc còn phức tạp (khoản 8 Điều 125 Luật Xử lý vi "
    "phạm hành chính).",
    "case_acts.do_exhibits.sealed": "Ghi niêm phong",
    "case_acts.why_exhibits.sealed": "Theo biên bản niêm phong (MBB26) đã ký; mỗi tang vật một số niêm phong, "
    "hoặc một số cho tất cả.",
    "case_acts.do_exhibits.unsealed": "Ghi mở niêm phong",
    "case_acts.why_exhibits.unsealed": "Theo biên bản mở niêm phong (MBB27) đã ký; ghi rõ niêm phong còn nguyên "
    "hay không.",
    "case_acts.do_exhibits.divided": "Tách tang vật",
    "case_acts.why_exhibits.divided": "Một phần tang vật đi đường khác phần còn lại (ví dụ 30 trong 40 hộp bị "
    "tịch thu): tách thành hai dòng để văn bản nêu đúng từng phần.",
    "case_acts.do_exhibits.moved": "Ghi chuyển nơi giữ tang vật",
    "case_acts.why_exhibits.moved": "Ai nhận giữ, ở đâu, lúc nào: theo MBB26, MBB27 hoặc biên "
    "bản bàn giao đã đưa vào hồ sơ; quá trình bảo quản không được đứt đoạn.",
    "case_acts.do_exhibits.disposed": "Ghi xử lý tang vật",
    "case_acts.why_exhibits.disposed": "Trả lại (MQĐ24), tịch thu theo quyết định; bán, chuyển giao thì chọn "
    "bút lục của hợp đồng, biên bản và ghi người nhận; hàng dễ hư hỏng bán "
    "ngay thì ghi cả tài khoản tạm gửi (Điều 81, 82, 126 Luật Xử lý vi "
    "phạm hành chính).",
    "case_acts.do_complaint.filed": "Ghi khiếu nại, khởi kiện",
    "case_acts.why_complaint.filed": "Đối với một văn bản đã ký của vụ việc (Điều 15 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_complaint.resolved": "Ghi kết quả giải quyết khiếu nại",
    "case_acts.why_complaint.resolved": "Chấp nhận hay không, ngày và lý do.",
    "case_acts.do_sanction.published": "Ghi công bố công khai",
    "case_acts.why_sanction.published": "Công bố việc xử phạt trong 3 ngày làm việc (Điều 72 Luật Xử lý vi phạm "
    "hành chính).",
    "case_acts.do_deadline.extended": "Gia hạn",
    "case_acts.why_deadline.extended": "Bằng văn bản, trong giới hạn của chính thời hạn đó; không sửa đồng hồ.",
    "case_acts.do_officers.assigned": "Phân công công chức",
    "case_acts.why_officers.assigned": "Toàn bộ công chức của vụ việc từ nay, người phụ trách đứng đầu. Người "
    "không còn tên thì không xem được nữa.",
    "case_acts.do_sheets.filed": "Đưa tài liệu vào hồ sơ",
    "case_acts.why_sheets.filed": "Tài liệu lập ở nơi khác được đánh bút lục tiếp theo; số bút lục không bao giờ "
    "cấp lại (Điều 26 Thông tư 27/2020/TT-BCT).",
    "case_acts.do_note.added": "Ghi chú",
    "case_acts.why_note.added": "Cho những người cùng làm vụ việc. Không xóa được.",
    "case_acts.do_document.drafted": "Soạn văn bản",
    "case_acts.why_document.drafted": "Điền nội dung theo mẫu ở trang soạn thảo.",
    "case_acts.do_document.finalised": "Trình ký văn bản",
    "case_acts.why_document.finalised": "Nội dung đúng mẫu được khóa lại, chờ người ký.",
    "case_acts.do_document.reopened": "Trả văn bản để sửa",
    "case_acts.why_document.reopened": "Người ký trả lại; văn bản thành bản nháp.",
    "case_acts.do_document.issued": "Ký, cấp số văn bản",
    "case_acts.why_document.issued": "Cấp số, dựng PDF, ký; từ đó không sửa được (khoản 4 Điều 6 Thông tư "
    "22/2021/TT-BCT).",
    "case_acts.do_document.printed": "In để ký trên bản giấy",
    "case_acts.why_document.printed": "Cấp số và in; có hiệu lực khi bản quét đã ký được đưa vào.",
    "case_acts.do_document.scanned": "Đưa bản quét đã ký vào",
    "case_acts.why_document.scanned": "Có hiệu lực từ ngày ghi trên văn bản; chờ người thứ hai đối chiếu.",
    "case_acts.do_document.compared": "Đối chiếu bản quét",
    "case_acts.why_document.compared": "Trong 48 giờ, do văn thư hoặc người không soạn, không ký "
    "(khoản 4 Điều 7 Thông tư 22/2021/TT-BCT).",
    "case_acts.do_document.adopted": "Đưa văn bản lập tại chỗ vào vụ việc",
    "case_acts.why_document.adopted": "Văn bản lập trên điện thoại, đã ký và có số, được đánh bút lục.",
    "case_acts.do_document.delivered": "Ghi việc giao văn bản",
    "case_acts.why_document.delivered": "Văn bản đã ký được giao cho người liên quan.",
    "case_acts.do_document.discarded": "Bỏ bản nháp",
    "case_acts.why_document.discarded": "Bỏ trước khi cấp số; bản nháp vẫn còn trong sổ.",
    "case_acts.do_document.cancelled": "Hủy bỏ quyết định",
    "case_acts.why_document.cancelled": "Bằng quyết định hủy bỏ (MQĐ40) đã ký.",
    "case_acts.do_document.number_voided": "Hủy số đã giữ mà không dùng",
    "case_acts.why_document.number_voided": "Số không đứng trên văn bản nào phải hủy kèm lý do (Điều 6 "
    "Thông tư 22/2021/TT-BCT).",
    "case_acts.do_document.replaced": "Thay thế văn bản nội bộ",
    "case_acts.why_document.replaced": "Bằng văn bản khác cùng mẫu đã ký. Văn bản cũ vẫn được giữ; quyết định "
    "và biên bản không bị thay thế.",
    "case_acts.do_decision.annulled": "Ghi việc hủy bỏ quyết định",
    "case_acts.why_decision.annulled": "Quyết định đã bị hủy bỏ bằng MQĐ40: tiền phạt và các thời hạn chấm dứt; "
    "tiền đã nộp được "
    "bù trừ hoặc hoàn trả (Điều 13, 20 Nghị định 118/2021/NĐ-CP).",
    "case_acts.do_decision.due_again": "Đưa vụ việc về chờ quyết định mới",
    "case_acts.why_decision.due_again": "Còn vi phạm và đã xác minh lại (MBB05) sau khi hủy bỏ (khoản 3 Điều "
    "13, khoản 3 Điều 15 "
    "Nghị định 118/2021/NĐ-CP).",
    "case_acts.do_document.amended": "Ghi việc sửa đổi, đính chính quyết định",
    "case_acts.why_document.amended": "Bằng MQĐ38, MQĐ39 hoặc MQĐ40 một phần nêu đúng quyết định; quyết định cũ "
    "còn hiệu lực.",
    "case_acts.do_exhibits.destroyed": "Ghi việc tiêu hủy",
    "case_acts.why_exhibits.destroyed": "Theo quyết định buộc tiêu hủy (MQĐ16) và biên bản tiêu hủy (MBB21) do "
    "người khác lập, "
    "có người tham gia (Điều 33, 126 Luật Xử lý vi phạm hành chính).",
    "case_acts.do_case.reopening_asked": "Đề nghị mở lại hồ sơ",
    "case_acts.why_case.reopening_asked": "Nêu lý do; một người có thẩm quyền khác mở lại.",
}

"""Why a notice, an application about a fine, or a step after it was refused: refusals for cases.py."""

ON_NOTICES: dict[str, tuple[str, str]] = {
    "case_legal_warning": (
        "Cảnh báo pháp lý: {reason}. Vẫn làm thì ghi lý do; việc này vào danh sách ngoại lệ.",
        "Legal warning: {reason}. To go on all the same, give the reason; it goes into the list of exceptions.",
    ),
    "case_hearing_unasked": (
        "Người vi phạm chưa yêu cầu giải trình trực tiếp: chỉ thông báo phiên giải trình khi đã ghi yêu cầu đó (khoản "
        "3 Điều 61 Luật Xử lý vi phạm hành chính).",
        "The violator has not asked for a hearing: notify one only after recording that request (Law on Handling "
        "Administrative Violations Art 61.3).",
    ),
    "case_unclaimed_licence": (
        "Giấy phép, chứng chỉ là tang vật loại giấy tờ: chọn đúng loại, hoặc ghi riêng hàng hóa và giấy tờ.",
        "A licence is an exhibit of the kind paper: choose the right kind, or record goods and papers apart.",
    ),
    "case_notice_order": (
        "Tang vật này không chờ thông báo lần {number}: thông báo lần 1 trước, lần 2 sau, mỗi lần một lượt (điểm a "
        "khoản 4 Điều 126 Luật Xử lý vi phạm hành chính). Chọn đúng tang vật, đúng lần.",
        "These exhibits do not wait for notice {number}: the first comes before the second, each once (Law on "
        "Handling Administrative Violations Art 126.4 a). Choose the right exhibits and notice.",
    ),
    "case_notice_again": (
        "Bút lục {sheet} đã chứng minh lần thông báo thứ nhất. Mỗi lần thông báo có văn bản riêng (điểm a khoản 4 Điều "
        "126 Luật Xử lý vi phạm hành chính): đưa văn bản của lần này vào hồ sơ rồi chọn bút lục đó.",
        "Sheet {sheet} proves the first notice already. Each notice has a paper of its own (Law on Handling "
        "Administrative Violations Art 126.4 a): file that of this notice, and choose its sheet.",
    ),
    "case_notice_missing": (
        "Chưa đủ hai lần thông báo tìm chủ sở hữu, người quản lý, người sử dụng (điểm a khoản 4 Điều 126 Luật Xử lý vi "
        "phạm hành chính). Ghi thông báo; hàng cấm, hàng gây hại thì ghi «Không chờ chủ sở hữu» (khoản 5).",
        "The owner has not been called by two notices (Law on Handling Administrative Violations Art 126.4 a). "
        "Record the notices; for banned or harmful goods record “Do not await the owner” (Art 126.5).",
    ),
    "case_notice_waits": (
        "Chưa hết thời hạn chờ người đến nhận: đến hết ngày {day}, kể từ thông báo lần hai (điểm b khoản 4 Điều 126 "
        "Luật Xử lý vi phạm hành chính).",
        "The time to wait for the owner lasts until the end of {day}, from the second notice (Law on Handling "
        "Administrative Violations Art 126.4 b).",
    ),
    "case_notice_year": (
        "Không rõ chủ sở hữu: chờ 01 năm kể từ thông báo lần hai, đến hết ngày {day} (điểm b khoản 4 Điều 126 Luật Xử "
        "lý vi phạm hành chính). Luật hiểu được hai cách; nếu người có thẩm quyền hiểu là 01 tháng thì ghi «Không chờ "
        "chủ sở hữu» kèm lý do; việc này vào danh sách ngoại lệ.",
        "The owner is unknown: wait a year from the second notice, until the end of {day} (Law on Handling "
        "Administrative Violations Art 126.4 b). The law can be read in two ways; if the competent officer reads a "
        "month, record “Do not await the owner” with the reason; it goes into the list of exceptions.",
    ),
    "case_change_late": (
        "Chỉ sửa đổi, đính chính, hủy bỏ một phần trong 01 năm kể từ ngày ra quyết định, đến hết ngày {day} (Điều 15 "
        "Nghị định 118/2021/NĐ-CP). Không giới hạn nếu chỉ về tịch thu, khắc phục hậu quả, hoặc theo kết quả khiếu "
        "nại, tố cáo, bản án: khi đó chọn trường hợp.",
        "A decision is amended, corrected or cancelled in part only within a year of it, until the end of {day} "
        "(Decree 118/2021 Art 15). There is no limit for confiscation and remedies alone, or after a complaint, a "
        "denunciation or a judgment: then choose that case.",
    ),
    "case_change_statute": (
        "{reason} Hết thời hiệu thì không sửa đổi, đính chính, hủy bỏ một phần nữa (Điều 15 Nghị định "
        "118/2021/NĐ-CP).",
        "{reason} After the limitation period a decision is not amended, corrected or cancelled in part (Decree "
        "118/2021 Art 15).",
    ),
    "case_change_of_fine": (
        "Văn bản sửa cả tiền phạt: không phải chỉ về tịch thu, khắc phục hậu quả.",
        "The paper changes the fine too: it is not about confiscation and remedies alone.",
    ),
    "case_change_result": (
        "Vụ việc chưa có kết quả giải quyết khiếu nại: đưa kết quả, kết luận tố cáo hoặc bản án vào hồ sơ rồi chọn bút "
        "lục.",
        "The case has no resolved complaint: file the result, the conclusion on the denunciation or the judgment, then "
        "choose its sheet.",
    ),
    "case_publish_why": (
        "Hãy ghi hậu quả lớn hoặc ảnh hưởng xấu về dư luận xã hội: chỉ công bố trường hợp đó (khoản 1 Điều 72 Luật Xử "
        "lý vi phạm hành chính).",
        "Give the great damage or the bad effect on the public: only such sanctions are published (Law on Handling "
        "Administrative Violations Art 72.1).",
    ),
    "case_publish_field": (
        "Vi phạm này không thuộc lĩnh vực phải công bố (khoản 1 Điều 72 Luật Xử lý vi phạm hành chính: an toàn thực "
        "phẩm, chất lượng, đo lường, sở hữu trí tuệ, hàng giả …). Không công bố.",
        "This violation is not in a field whose sanctions are published (Law on Handling Administrative Violations Art "
        "72.1: food safety, quality, measurement, intellectual property, fake goods …). Do not publish it.",
    ),
    "case_delivery_since": (
        "Coi là đã giao thì ghi ngày bưu phẩm trả lại lần thứ ba, ngày đưa lên hệ thống thông tin, hoặc ngày niêm yết "
        "(Điều 17a Nghị định 118/2021/NĐ-CP).",
        "For a deemed delivery give the day of the third return, of the entry in the information system, or of the "
        "posting (Decree 118/2021 Art 17a).",
    ),
    "case_waiver_destroyed": (
        "Hàng phải tiêu hủy ngay đã có quyết định tiêu hủy sau khi người vi phạm từ bỏ quyền giải trình: không rút lại "
        "được (khoản 2 Điều 17 Nghị định 118/2021/NĐ-CP).",
        "Goods that must be destroyed at once were ordered to be destroyed after the violator waived the explanation: "
        "the waiver cannot be withdrawn (Decree 118/2021 Art 17.2).",
    ),
    "case_relief_nothing": (
        "Không còn tiền phạt phải nộp để hoãn, giảm, miễn hay nộp nhiều lần.",
        "No fine is left to postpone, reduce, waive or pay in instalments.",
    ),
    "case_relief_unknown": (
        "Đơn này đã có kết quả, hoặc không có trong vụ việc. Hãy tải lại trang.",
        "This application is already answered, or is not in the case. Reload the page.",
    ),
}
"""By code: Vietnamese and English, as in cases.py."""

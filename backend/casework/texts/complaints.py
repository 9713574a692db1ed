"""Words about complaints, suspension and crime after a decision: Vietnamese, English."""

OF_COMPLAINTS: dict[str, tuple[str, str]] = {
    "case_complaint": (
        "Không có khiếu nại, khởi kiện này, hoặc không còn ở bước này. Hãy tải lại trang để xem bước tiếp theo.",
        "There is no such complaint or lawsuit, or it is not at this step. Reload the page to see its next step.",
    ),
    "case_complaint_what": (
        "Hãy chọn văn bản bị khiếu nại, khởi kiện, hoặc ghi hành vi hành chính nào (Điều 3 Luật Khiếu nại).",
        "Choose the paper that is complained about, or say which administrative act it is (Law on Complaints Art 3).",
    ),
    "case_complaint_filed": (
        "Cần văn bản đã đưa vào hồ sơ: thông báo thụ lý hoặc không thụ lý, quyết định giải quyết khiếu nại, bản án "
        "(Điều 27, 31, 40 Luật Khiếu nại). Hãy chọn bút lục.",
        "A filed paper must state it: the notice of acceptance or refusal, the decision on the complaint, the "
        "judgment (Law on Complaints Arts 27, 31, 40). Choose its sheet number.",
    ),
    "case_complaint_result": (
        "Hãy chọn kết quả: giữ nguyên, sửa đổi, hủy bỏ một phần hoặc toàn bộ (điểm h khoản 2 Điều 31 Luật Khiếu nại).",
        "Choose the result: keep, amend, annul in part or whole (Law on Complaints Art 31.2 h).",
    ),
    "case_complaint_court": (
        "Khởi kiện do Tòa án giải quyết.",
        "A lawsuit is resolved by a court.",
    ),
    "case_complaint_superior": (
        "Khiếu nại lần hai do thủ trưởng cấp trên trực tiếp giải quyết (khoản 1 Điều 7 Luật Khiếu nại).",
        "A second complaint is resolved by the direct superior (Law on Complaints Art 7.1).",
    ),
    "case_complaint_head": (
        "Văn bản do cấp phó ký: khiếu nại lần đầu do người đứng đầu giải quyết.",
        "A deputy signed the paper: the head resolves the first complaint.",
    ),
    "case_complaint_first": (
        "Khiếu nại lần đầu do người đã ra quyết định, hoặc người đứng đầu cơ quan có hành vi, giải quyết (khoản 1 Điều "
        "7 Luật Khiếu nại).",
        "The officer who made the decision, or the head of the agency that acted, resolves a first complaint (Law "
        "on Complaints Art 7.1).",
    ),
    "case_complaint_maker_left": (
        "Người đã ra quyết định không còn giữ chức vụ ở đơn vị đang giải quyết vụ việc. Hãy chọn «người đứng đầu»: "
        "người đứng đầu hiện nay của đơn vị (hoặc của đơn vị tiếp nhận) giải quyết khiếu nại lần đầu (Điều 7, 17 đến "
        "20 Luật Khiếu nại).",
        "Who made the decision holds no office any more in the unit that has the case. Choose “the head”: the present "
        "head of the unit, or of the one that took it over, resolves the first complaint (Law on Complaints Arts 7, 17 "
        "to 20).",
    ),
    "case_complaint_maker_gone": (
        "{name} đã thụ lý, nhưng đến ngày giải quyết không còn giữ chức vụ mà mình đã ra quyết định. Hãy chọn người "
        "giải quyết là «người đứng đầu» và ghi chức vụ, họ tên: người đứng đầu hiện nay của đơn vị (hoặc của đơn vị "
        "tiếp nhận), hay người được giao phụ trách, giải quyết; thời hạn không tính lại (Điều 7, 17 đến 20, 28 Luật "
        "Khiếu nại).",
        "{name} accepted the complaint, but no longer held the office of the decision on the day of the result. As "
        "resolver choose “the head”, with title and name: the present head of the unit, or of the one that took it "
        "over, or who is assigned to lead it, resolves it; the time does not begin anew (Law on Complaints Arts 7, 17 "
        "to 20, 28).",
    ),
    "case_complaint_resolver_name": (
        "Người giải quyết khác người đã thụ lý: hãy chọn là ai và ghi chức vụ, họ tên. Nếu cùng người thụ lý thì để "
        "trống cả hai.",
        "The complaint was resolved by another authority than the one that accepted it: choose which, and give its "
        "title and name. If it is the same, leave both empty.",
    ),
    "case_complaint_late": (
        "Đã hết thời hiệu khiếu nại vào ngày {day}: không thụ lý (Điều 9, 11, 33 Luật Khiếu nại). Có trở ngại thì ghi "
        "vào đơn; nếu không, hãy ghi không thụ lý.",
        "The time to complain ended on {day}, so the complaint is not accepted (Law on Complaints Arts 9, 11, 33). If "
        "something hindered the complainant, it is recorded with the complaint; else record that it is refused.",
    ),
    "case_complaint_in_time": (
        "Khiếu nại nộp trong thời hiệu, đến hết ngày {day}: không từ chối vì quá hạn (Điều 9, 11 Luật Khiếu nại).",
        "The complaint was filed in time, which ends on {day}: it is not refused as late (Law on Complaints Arts 9, "
        "11).",
    ),
    "case_complaint_known": (
        "Người khiếu nại không thể biết văn bản trước ngày {day} là ngày của văn bản đó (Điều 9 Luật Khiếu nại).",
        "The complainant cannot have known of the paper before {day}, its own day (Law on Complaints Art 9).",
    ),
    "case_complaint_order": (
        "Ngày này phải từ {day}, là ngày của việc trước đó trong giải quyết khiếu nại.",
        "This day must not be before {day}, the day of the step before it in the complaint.",
    ),
    "case_complaint_early": (
        "Khiếu nại lần hai chỉ nhận khi đã có kết quả lần đầu hoặc đã hết thời hạn giải quyết (Điều 33 Luật Khiếu "
        "nại).",
        "A second complaint needs the result of the first, or the end of the time to resolve it (Law on Complaints "
        "Art 33).",
    ),
    "case_complaint_open": (
        "Còn khiếu nại, khởi kiện chưa giải quyết của {name}. Hãy ghi kết quả trước khi lưu trữ.",
        "A complaint or lawsuit of {name} is not resolved. Record its result before archiving.",
    ),
    "case_goods_due_back": (
        "Tang vật phải trả lại, vì việc tạm giữ đã bị hủy bỏ theo khiếu nại: hãy ghi việc trả lại (MQĐ24).",
        "These goods go back, as the complaint against their seizure was upheld: record their return (MQĐ24).",
    ),
    "case_suspended_ground": (
        "Hãy chọn ai tạm đình chỉ: người giải quyết khiếu nại, Tòa án hoặc trường hợp khác.",
        "Choose who suspends: the authority that resolves a complaint, a court, or another case.",
    ),
    "case_suspended_long": (
        "Tạm đình chỉ không quá thời gian còn lại để giải quyết khiếu nại, đến hết ngày {day} (Điều 35 Luật Khiếu "
        "nại).",
        "A suspension lasts no longer than the rest of the time to resolve the complaint, until the end of {day} (Law "
        "on Complaints Art 35).",
    ),
    "case_suspended_why": (
        "Chỉ chọn “không khởi tố” khi tạm đình chỉ vì dấu hiệu tội phạm.",
        "Choose “not prosecuted” only if the suspension is for signs of a crime.",
    ),
    "case_suspended_until": (
        "Quyết định tạm đình chỉ chưa hết hạn, hoặc không ghi hạn: cần quyết định chấm dứt (MQĐ32).",
        "The suspension's last day has not passed, or its decision names none: a decision that ends it (MQĐ32) is "
        "needed.",
    ),
    "case_suspension_ends": (
        "Tạm đình chỉ này chấm dứt bằng việc “Chấm dứt tạm đình chỉ” (MQĐ32).",
        "This suspension ends by “End the suspension” (MQĐ32).",
    ),
    "case_crime_suspended_first": (
        "Đã có quyết định xử phạt: phải tạm đình chỉ thi hành (MQĐ31) trước khi chuyển hồ sơ (khoản 2 Điều 62 Luật Xử "
        "lý vi phạm hành chính).",
        "A sanction was decided: suspend its execution (MQĐ31) before the file is referred (Law on Handling "
        "Administrative Violations Art 62.2).",
    ),
    "case_crime_part": (
        "Phần chuyển đi phải là một số hành vi trong biên bản, để lại ít nhất một hành vi, trước khi có quyết định.",
        "The part that goes must be some of the recorded violations and leave at least one here, before the decision.",
    ),
    "case_partial_proof": (
        "Cần giấy chứng tử, quyết định của Tòa án hoặc thông báo giải thể đã đưa vào hồ sơ. Hãy chọn bút lục.",
        "The death certificate, the court's decision or the notice of dissolution must be filed. Choose its sheet "
        "number.",
    ),
    "case_partial_cause": (
        "Chỉ khi cá nhân chết, mất tích, tổ chức giải thể, phá sản (Điều 75 Luật Xử lý vi phạm hành chính).",
        "Only if an individual died or is missing, or an organisation was dissolved or is bankrupt (Law on Handling "
        "Administrative Violations Art 75).",
    ),
    "case_partial_lapsed": (
        "Đã hết thời hiệu thi hành: hãy ghi hết thời hiệu; tịch thu và biện pháp khắc phục hậu quả vẫn thi hành (Điều "
        "74, 75 Luật Xử lý vi phạm hành chính; Điều 19 Nghị định 118/2021/NĐ-CP).",
        "The limitation period for execution is over: record the lapse; confiscation and remedies still go on (Law on "
        "Handling Administrative Violations Arts 74, 75; Decree 118/2021 Art 19).",
    ),
    "case_partial_late": (
        "MQĐ17 ký sau 60 ngày kể từ ngày trên giấy đó (Điều 19 Nghị định 118/2021/NĐ-CP). Hãy ghi lý do.",
        "MQĐ17 was signed more than 60 days after the day on that paper (Decree 118/2021 Art 19). Give the reason.",
    ),
    "case_lapse_day": (
        "Thời hiệu thi hành hết vào cuối ngày trước {day}; ngày hết thời hiệu là {day}.",
        "The limitation period for execution ended with the day before {day}; it lapsed from {day}.",
    ),
    "case_lapse_serving": (
        "Tiền phạt đã nộp đủ, việc tước giấy phép hoặc đình chỉ hoạt động còn thi hành đến hết ngày {day} nên chưa hết "
        "thời hiệu. Sau ngày đó hãy ghi thi hành xong.",
        "The fine is paid and the suspension of a licence or an activity is served to the end of {day}, so nothing "
        "lapses. After that day enter that the decision is carried out.",
    ),
}

"""Why an act about another body's file, or a submission to another decider, was refused."""

HANDED: dict[str, tuple[str, str]] = {
    "case_file_minutes": (
        "Hồ sơ của lực lượng khác phải có biên bản vi phạm hành chính của họ: hãy ghi số, ngày và người lập biên bản "
        "(Điều 23 Thông tư 27/2020/TT-BCT). Chưa có biên bản thì tiếp nhận như thông tin.",
        "Another force's file comes with its violation minutes: enter their number, day and maker (Circular 27/2020 "
        "Art 23). Without minutes, take it in as information.",
    ),
    "case_file_minutes_then": (
        "Hồ sơ do cơ quan tiến hành tố tụng chuyển đến trước ngày 01/7/2025 vẫn phải có biên bản vi phạm hành chính: "
        "hãy ghi số, ngày và người lập biên bản (Điều 56, 58 Luật Xử lý vi phạm hành chính trước Luật 88/2025/QH15).",
        "A prosecution body's file that came before 1 July 2025 still needs violation minutes: enter their number, day "
        "and maker (Law on Handling Administrative Violations Arts 56, 58, before Law 88/2025).",
    ),
    "case_file_request": (
        "Cơ quan tiến hành tố tụng chuyển quyết định, bản sao hồ sơ và văn bản đề nghị xử phạt: hãy ghi số văn bản đề "
        "nghị (Điều 63 Luật Xử lý vi phạm hành chính).",
        "A prosecution body sends its decision, a copy of the file and a written request to sanction: enter the number "
        "of the request (Law on Handling Administrative Violations Art 63).",
    ),
    "case_file_no_minutes": (
        "Hồ sơ do cơ quan tiến hành tố tụng chuyển đến được xử phạt không lập biên bản (điểm b khoản 1 Điều 56, Điều "
        "63 Luật Xử lý vi phạm hành chính): hãy để trống số, ngày và người lập biên bản.",
        "A prosecution body's file is sanctioned without violation minutes (Law on Handling Administrative Violations "
        "Arts 56.1.b, 63): leave number, day and maker of the minutes empty.",
    ),
    "case_chair_before": (
        "Hồ sơ trình ngày {day}: Chủ tịch không thể quyết định trước ngày đó.",
        "The file went up on {day}: the chair cannot have decided before that day.",
    ),
    "case_chair_sheet": (
        "Bút lục {sheet} vào hồ sơ trước khi trình: đó không phải quyết định của Chủ tịch.",
        "Sheet {sheet} was filed before the file went up: it is not the chair's decision.",
    ),
    "case_file_taken": (
        "Văn bản có số và ngày này đã được tiếp nhận trong vụ việc {number}.",
        "The paper with this number and day was already taken into case {number}.",
    ),
    "case_file_denies": (
        "Pháp luật cho người vi phạm quyền giải trình ({reason}) mà biên bản không ghi: biên bản như vậy sai thủ tục, "
        "quyết định sẽ bị hủy bỏ (điểm i khoản 4 Điều 12, điểm c khoản 1 Điều 13 Nghị định 118/2021/NĐ-CP). Hãy trả hồ "
        "sơ để nơi lập biên bản xác minh, bổ sung.",
        "The law gives the violator the right to give an explanation ({reason}), and the minutes do not state it: a "
        "decision on such minutes would be annulled (Decree 118/2021 Arts 12.4.i, 13.1.c). Return the file, so that "
        "its makers verify and supplement it.",
    ),
    "case_file_own": (
        "«{body}» là đơn vị thụ lý hoặc cấp trên của đơn vị, không phải nơi khác: biên bản của chính đơn vị thì lập, "
        "ký và ghi trong vụ việc (Điều 58 Luật Xử lý vi phạm hành chính).",
        "“{body}” is the case's own unit or one above it, not another body: its own minutes are made, signed and "
        "recorded in the case (Law on Handling Administrative Violations Art 58).",
    ),
    "case_file_alone": (
        "Người có thẩm quyền tiếp nhận hồ sơ nơi khác chuyển đến (Điều 23 Thông tư 27/2020/TT-BCT). Đội trưởng tự tiếp "
        "nhận thì ghi lý do tự làm: việc này được đưa vào danh sách ngoại lệ để cấp trên kiểm tra.",
        "The competent officer accepts another body's file (Circular 27/2020 Art 23). A head of a team who takes it in "
        "alone gives the reason: it is put on the list of exceptions, for the level above to check.",
    ),
    "case_sent_up_unit": (
        "Trình lên trong lực lượng: hãy chọn đơn vị cấp trên của đơn vị thụ lý, và để trống Chủ tịch Ủy ban nhân dân "
        "(Điều 24 Thông tư 27/2020/TT-BCT).",
        "Inside the force: choose a unit above that of the case, and leave the People's Committee chair empty "
        "(Circular 27/2020 Art 24).",
    ),
    "case_sent_up_chair": (
        "Trình Chủ tịch Ủy ban nhân dân: hãy ghi Chủ tịch Ủy ban nhân dân nào, và để trống đơn vị cấp trên (Điều 25 "
        "Thông tư 27/2020/TT-BCT).",
        "To a chair: enter which People's Committee chair, and leave the unit above empty (Circular 27/2020 Art 25).",
    ),
    "case_sent_up_filed": (
        "Trình Chủ tịch Ủy ban nhân dân bằng văn bản, kèm biên bản bàn giao hồ sơ: hãy đưa văn bản vào hồ sơ rồi chọn "
        "bút lục (Điều 25 Thông tư 27/2020/TT-BCT).",
        "A submission to a chair is in writing, with handover minutes: file it, then choose its sheet (Circular "
        "27/2020 Art 25).",
    ),
    "case_chair_outcome": (
        "Kết quả không khớp: chỉ quyết định xử phạt mới có tiền phạt; quyết định tịch thu, khắc phục hậu quả phải nêu "
        "tang vật hoặc biện pháp; không xử phạt hoặc trả hồ sơ thì để trống cả hai.",
        "The result does not fit: only a sanction has a fine; a decision on confiscation or remedies names goods or "
        "measures; without a sanction, or if the file came back, both stay empty.",
    ),
    "case_chair_effect": (
        "Ngày có hiệu lực không thể trước ngày ra quyết định {day}, và chỉ quyết định xử phạt, khắc phục hậu quả mới "
        "có. Có hiệu lực từ ngày ký thì để trống.",
        "The day of effect cannot be before that of the decision, {day}, and only a sanction or an order of remedies "
        "has one. Leave it empty if it is the day of signing.",
    ),
    "case_chair_licences": (
        "Đã ghi giấy phép bị tước: hãy đánh dấu «Có tước quyền sử dụng giấy phép», hoặc xóa các dòng giấy phép.",
        "Licences are listed as suspended: tick “A licence is suspended”, or clear their lines.",
    ),
    "case_chair_handed": (
        "Quyết định có hiệu lực khi giấy phép được giao nộp: ghi từng giấy phép và thời hạn tước, bỏ trống ngày có "
        "hiệu lực. Ngày giao nộp theo biên bản giữ giấy phép (MBB08).",
        "The decision takes effect when the licence is handed over: enter each licence with its term, and leave the "
        "day of effect empty. The minutes that hold the licence (MBB08) tell the day.",
    ),
    "case_chair_term": (
        "Thời hạn tước «{licence}» từ 01 tháng đến 24 tháng (khoản 3 Điều 25 Luật Xử lý vi phạm hành chính): hãy ghi "
        "số tháng, và số ngày nếu có.",
        "“{licence}” is suspended for one month to 24 (Law on Handling Administrative Violations Art 25.3): enter the "
        "months, and the days if there are any.",
    ),
    "case_chair_referred": (
        "Chủ tịch chuyển hồ sơ để truy cứu trách nhiệm hình sự thì ghi cơ quan nhận hồ sơ; kết quả khác thì để trống.",
        "If the chair referred the file for prosecution, name the body that received it; for any other result leave it "
        "empty.",
    ),
    "case_transfer_paper": (
        "Việc chưa có biên bản vi phạm thì chuyển bằng biên bản làm việc: hãy lập, ký MBB02 rồi chọn văn bản đó (khoản "
        "1 Điều 12 Nghị định 118/2021/NĐ-CP).",
        "A matter without violation minutes is handed on by working minutes: make and sign MBB02, then choose it "
        "(Decree 118/2021 Art 12.1).",
    ),
    "case_transfer_up": (
        "Vượt thẩm quyền, hoặc thuộc lĩnh vực của nhiều cơ quan, thì vụ việc không chuyển nơi khác: trình hồ sơ lên "
        "người có thẩm quyền cấp trên hoặc Chủ tịch Ủy ban nhân dân (khoản 4 Điều 52 Luật Xử lý vi phạm hành chính; "
        "Điều 24, 25 Thông tư 27/2020/TT-BCT) bằng “Trình hồ sơ lên người có thẩm quyền”.",
        "What is above the competence, or of several bodies' fields, is not transferred elsewhere: the file goes up "
        "to a superior or a People's Committee chair (Law on Handling Administrative Violations Art 52.4; Circular "
        "27/2020 Arts 24, 25) by “Send the file up”.",
    ),
    "case_transfer_report": (
        "Vụ việc đã có biên bản vi phạm thì chuyển theo báo cáo hoặc đề xuất đã ký (BC, ĐX), không phải biên bản làm "
        "việc.",
        "A case with violation minutes is handed on by a signed report or proposal (BC, ĐX), not by working minutes.",
    ),
    "case_fine_of_chair": (
        "Quyết định {number} do Chủ tịch Ủy ban nhân dân ban hành: hoãn, giảm, miễn, cho nộp phạt nhiều lần là của "
        "người đó (Điều 76, 77, 79 Luật Xử lý vi phạm hành chính). Hãy trình; nhận được văn bản thì đưa vào hồ sơ rồi "
        "ghi quyết định sau đó của Chủ tịch.",
        "Decision {number} is a People's Committee chair's: the chair postpones, reduces, waives or divides its fine "
        "(Law on Handling Administrative Violations Arts 76, 77, 79). Submit it; file the answer, and record the "
        "chair's later decision.",
    ),
    "case_decision_of_chair": (
        "Quyết định {number} do Chủ tịch Ủy ban nhân dân ban hành: việc sửa đổi, đính chính, hủy bỏ là của người đó "
        "(khoản 2 Điều 13 Nghị định 118/2021/NĐ-CP). Nhận được văn bản thì đưa vào hồ sơ rồi ghi quyết định sau đó của "
        "Chủ tịch.",
        "Decision {number} is a People's Committee chair's: the chair amends, corrects or annuls it (Decree 118/2021 "
        "Art 13.2). File the answer, and record the chair's later decision.",
    ),
    "case_suspension_of_chair": (
        "Quyết định {number} do Chủ tịch Ủy ban nhân dân ban hành: tạm đình chỉ, chấm dứt tạm đình chỉ thi hành là của "
        "người đó hoặc của cơ quan giải quyết khiếu nại (khoản 3 Điều 15, khoản 2 Điều 62 Luật Xử lý vi phạm hành "
        "chính). Hãy đưa quyết định của họ vào hồ sơ rồi ghi theo bút lục.",
        "Decision {number} is a People's Committee chair's: the chair, or who resolves a complaint, suspends its "
        "execution and ends that (Law on Handling Administrative Violations Arts 15.3, 62.2). File their decision, and "
        "record it by its sheet.",
    ),
    "case_chair_decision_none": (
        "Quyết định đang thi hành của vụ việc không phải của Chủ tịch Ủy ban nhân dân: hãy dùng văn bản của đơn vị.",
        "The decision carried out in this case is no People's Committee chair's: use a paper of the unit.",
    ),
    "case_chair_change": (
        "Nội dung không khớp với loại quyết định: hoãn thì ghi ngày cuối; giảm, miễn thì ghi số tiền; nộp nhiều lần "
        "thì ghi từng lần; thi hành một phần thì ghi trường hợp, ngày và giấy tờ chứng minh; sửa đổi, đính chính mới "
        "ghi mức phạt mới; chỉ sửa đổi mới ghi tang vật tịch thu (đánh dấu có thay đổi); hủy bỏ thì chọn căn cứ. Mục "
        "của loại khác để trống.",
        "The content does not fit the kind of decision: a postponement has its last day; a reduction its sum; "
        "instalments each part; an execution in part the case, the day and the proof; only an amendment or correction "
        "another fine; only an amendment other confiscated goods (tick that they changed); an annulment its ground. "
        "Leave the others empty.",
    ),
    "case_chair_undelivered": (
        "Chưa ghi việc giao quyết định xử phạt {number} cho người vi phạm: hãy ghi việc giao trước, rồi ghi quyết định "
        "sau đó của Chủ tịch.",
        "The delivery of decision {number} to the violator is not recorded: record it first, then the chair's later "
        "decision.",
    ),
    "case_chair_no_fine": (
        "Quyết định của Chủ tịch không phạt tiền: không có tiền phạt để hoãn, giảm, miễn, nộp nhiều lần hay sửa mức.",
        "The chair's decision imposes no fine: there is none to postpone, reduce, divide or amend.",
    ),
    "case_chair_sheet_taken": (
        "Bút lục {sheet} là quyết định khác của Chủ tịch đã ghi: hãy chọn bút lục của quyết định này.",
        "Sheet {sheet} is another decision of the chair, recorded already: choose the sheet of this one.",
    ),
    "case_competence_same": (
        "Vụ việc đã ghi đúng như vậy: hãy nêu điều thay đổi về thẩm quyền của cơ quan khác.",
        "The case says so already: say what has changed about other bodies' powers.",
    ),
}
"""By code: Vietnamese and English, as in cases.py."""

"""Why an act on violation minutes was refused: verification, several violators, complex cases."""

ON_MINUTES: dict[str, tuple[str, str]] = {
    "case_explanation_open": (
        "Còn chờ giải trình nên chưa quyết định, chưa trình Chủ tịch Ủy ban nhân dân được: ghi nhận giải trình, hoặc "
        "việc người vi phạm không yêu cầu, hoặc chờ hết thời hạn giải trình (Điều 61 Luật Xử lý vi phạm hành chính).",
        "The explanation is awaited, so nothing is decided or sent to a chair yet: record the explanation, or that the "
        "violator does not ask for it, or wait until its time is over (Law on Handling Administrative Violations Art "
        "61).",
    ),
    "case_request_alone": (
        "Yêu cầu giải trình kéo dài thời hạn ra quyết định đến 01 tháng và phải bằng văn bản (khoản 2, 3 Điều 61, điểm "
        "b khoản 1 Điều 66 Luật Xử lý vi phạm hành chính): cán bộ khác đưa văn bản của người vi phạm vào hồ sơ, hoặc "
        "chọn biên bản làm việc (MBB02) của cán bộ khác. Chưa có thì ghi lý do tự làm: việc này được đưa vào danh sách "
        "ngoại lệ để cấp trên kiểm tra.",
        "A request to explain makes the time to decide a month, and is in writing (Law on Handling Administrative "
        "Violations Arts 61.2, 61.3, 66.1.b): another officer files the violator's writing, or choose another "
        "officer's working minutes (MBB02). Without them give the reason for acting alone: it is put on the list of "
        "exceptions, for the level above to check.",
    ),
    "case_hearing_alone": (
        "Chưa ai ghi nhận yêu cầu giải trình, mà biên bản phiên giải trình (MBB03) do chính bạn ký: ghi yêu cầu giải "
        "trình trước, hoặc để cán bộ khác ghi việc này. Không được thì ghi lý do tự làm: việc này được đưa vào danh "
        "sách ngoại lệ để cấp trên kiểm tra (Điều 61, điểm b khoản 1 Điều 66 Luật Xử lý vi phạm hành chính).",
        "No request to explain was recorded, and you signed the minutes of the hearing (MBB03) yourself: record the "
        "request first, or let another officer record this. Otherwise give the reason for acting alone: it is put on "
        "the list of exceptions, for the level above to check (Law on Handling Administrative Violations Arts 61, "
        "66.1.b).",
    ),
    "case_verification_unended": (
        "Đã giao xác minh và chưa có biên bản xác minh (MBB05) ghi số biên bản vi phạm: hãy lập biên bản đó trước khi "
        "giao xác minh nữa.",
        "Verification was already ordered, and no verification minutes (MBB05) give the number of the violation "
        "minutes yet: make them before ordering verification again.",
    ),
    "case_waiver_stands": (
        "Tang vật thuộc loại phải tiêu hủy ngay: việc từ bỏ giải trình không rút lại được (khoản 2 Điều 17 Nghị định "
        "118/2021/NĐ-CP).",
        "The goods are of those that must be destroyed at once: the waiver of the explanation cannot be withdrawn "
        "(Decree 118/2021 Art 17.2).",
    ),
    "case_verification_late": (
        "Đã hết thời hạn ra quyết định xử phạt khi văn bản giao xác minh vào hồ sơ: xác minh không kéo dài thời hạn đã "
        "hết (Điều 66 Luật Xử lý vi phạm hành chính). Chỉ tịch thu hoặc buộc khắc phục hậu quả (Điều 65).",
        "The time limit for the sanction decision was over when the order to verify was filed: verification does not "
        "extend a time limit that is over (Law on Handling Administrative Violations Art 66). Only confiscation or "
        "remedies are possible (Art 65).",
    ),
    "case_verification_paper": (
        "Sau khi lập biên bản vi phạm, xác minh phải có văn bản giao xác minh: cán bộ khác đưa văn bản đó vào hồ sơ "
        "với ngày của văn bản, rồi chọn bút lục của nó (Điều 59 Luật Xử lý vi phạm hành chính).",
        "After the violation minutes, verification needs a written order: another officer files the order with its "
        "day, then choose its sheet (Law on Handling Administrative Violations Art 59).",
    ),
    "case_verification_open": (
        "Thời hạn một tháng là để xác minh, mà chưa có biên bản xác minh (MBB05) ghi số biên bản vi phạm: hãy lập biên "
        "bản đó rồi ra quyết định (Điều 59, 66 Luật Xử lý vi phạm hành chính).",
        "The one-month time limit is for verification, but no verification minutes (MBB05) give the number of the "
        "violation minutes: make them, then decide (Law on Handling Administrative Violations Arts 59, 66).",
    ),
    "case_minutes_deny": (
        "Biên bản ghi không được giải trình, nhưng pháp luật cho quyền này: {reason} Quyết định dựa trên biên bản như "
        "vậy sẽ bị hủy bỏ (điểm i khoản 4 Điều 12, điểm c khoản 1 Điều 13 Nghị định 118/2021/NĐ-CP). Hãy lập biên bản "
        "xác minh (MBB05) ghi số biên bản này và quyền giải trình, giao cho người vi phạm, rồi ghi vi phạm (khoản 8 "
        "Điều 58 Luật Xử lý vi phạm hành chính).",
        "The minutes deny the right to give an explanation, which the law grants: {reason} A decision on such minutes "
        "would be annulled (Decree 118/2021 Arts 12.4.i, 13.1.c). Make verification minutes (MBB05) that give the "
        "number of these minutes and state the right, hand them to the violator, then record the violation (Law on "
        "Handling Administrative Violations Art 58.8).",
    ),
    "case_paper_adopted": (
        "Văn bản này đã được đưa vào vụ việc {number}.",
        "This paper has already been taken into case {number}.",
    ),
    "case_minutes_of_another": (
        "Vụ việc đã có biên bản vi phạm của người khác; biên bản này ghi người vi phạm là {name}. Hãy lập hồ sơ vụ "
        "việc riêng từ cuộc kiểm tra với {name}, rồi đưa biên bản vào đó.",
        "The case has violation minutes of another person; these minutes name {name}. Open a separate case against "
        "{name} from the inspection, then take the minutes into it.",
    ),
    "case_complex_grounds": (
        "Vụ việc phức tạp phải đánh dấu và ghi đủ ba căn cứ: đặc biệt nghiêm trọng, nhiều tình tiết phức tạp, cần "
        "thêm thời gian xác minh, thu thập chứng cứ (điểm c khoản 1 Điều 66 Luật Xử lý vi phạm hành chính). Không đủ "
        "thì bỏ đánh dấu, để trống các căn cứ.",
        "A complex case is ticked and needs all three grounds in writing: especially serious, many complex facts, more "
        "time needed to verify and gather proof (Law on Handling Administrative Violations Art 66.1.c). Otherwise "
        "untick it and leave the grounds empty.",
    ),
    "case_sheet_whole_file": (
        "Bút lục {sheet} là cả hồ sơ do nơi khác chuyển đến: cán bộ khác đưa riêng văn bản này vào hồ sơ, với ngày của "
        "văn bản, rồi chọn bút lục đó.",
        "Sheet {sheet} is the whole file that another body handed over: another officer must file this document by "
        "itself, with its day. Then choose that sheet.",
    ),
    "case_not_late": (
        "Việc này không muộn: bỏ trống lý do ghi nhận dù muộn, để thời hạn ra quyết định được tính theo yêu cầu giải "
        "trình (điểm b khoản 1 Điều 66 Luật Xử lý vi phạm hành chính).",
        "This is not late: leave the reason for a late one empty, so that the time to decide counts with the request "
        "(Law on Handling Administrative Violations Art 66.1.b).",
    ),
}
"""By code: Vietnamese and English, as in cases.py."""

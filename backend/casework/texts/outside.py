"""Why an act about a violation outside the catalogue was refused, and what to do next (practice B8)."""

OUTSIDE: dict[str, tuple[str, str]] = {
    "case_outside_code": (
        "Hành vi «{act}» không có mã trong danh mục mà cũng chưa nêu nghị định và lĩnh vực, hoặc ngược lại. Hãy chọn "
        "hành vi trong danh mục, hoặc để trống mã và ghi số nghị định, lĩnh vực.",
        "Act “{act}” has neither a code of the catalogue nor its decree and field, or it has both. Choose it from the "
        "catalogue, or leave the code empty and enter the decree's number and the field.",
    ),
    "case_outside_rules": (
        "Vụ việc theo bộ quy định cũ chỉ nhận hành vi có trong danh mục. Người có thẩm quyền hãy áp dụng bộ quy định "
        "mới cho vụ việc, rồi ghi vi phạm.",
        "A case under the old rules takes only acts of the catalogue. The competent officer applies the newer rules to "
        "the case first; then record the violation.",
    ),
    "case_outside_unknown": (
        "Vụ việc không có hành vi ngoài danh mục «{act}». Hãy tải lại trang và chọn hành vi.",
        "The case has no act “{act}” outside the catalogue. Reload the page and choose the act.",
    ),
    "case_outside_band": (
        "Khung phạt chưa đúng: mức tối thiểu không quá mức tối đa; mức tối đa bằng 0 chỉ khi nghị định quy định phạt "
        "cảnh cáo. Hãy xem lại nghị định và ghi lại khung.",
        "The band is not right: the least is not above the most, and a most of 0 only where the decree provides for a "
        "warning. Look at the decree and enter the band again.",
    ),
    "case_outside_months": (
        "Thời hạn tước giấy phép, đình chỉ phải có đủ tháng ít nhất và tháng nhiều nhất, ít nhất không quá nhiều nhất. "
        "Hãy ghi lại, hoặc để trống cả hai.",
        "A suspension has both its least and its most months, the least not above the most. Enter them again, or leave "
        "both empty.",
    ),
    "case_outside_stale": (
        "Khung của hành vi «{act}» đã được nhập lại hoặc đã được xác nhận. Hãy tải lại trang, xem bản nhập mới nhất.",
        "The band of act “{act}” was entered again, or is confirmed already. Reload the page and look at the newest "
        "statement.",
    ),
    "case_outside_same_person": (
        "Người nhập khung của hành vi «{act}» không tự xác nhận được: hành vi ngoài danh mục cần hai người. Hãy đề "
        "nghị pháp chế hoặc người đứng đầu đơn vị đối chiếu nghị định và xác nhận.",
        "The officer who entered the band of act “{act}” cannot confirm it: an act outside the catalogue needs two "
        "people. Ask a legal officer, or the head, to compare it with the decree and confirm it.",
    ),
    "case_outside_undetermined": (
        "Hành vi ngoài danh mục ({act}) chưa xác định khung phạt: không có nghĩa là không bị xử phạt. Hãy nhập nội "
        "dung, điều khoản, khung phạt («Nhập khung của hành vi ngoài danh mục»), rồi pháp chế hoặc người đứng đầu đơn "
        "vị xác nhận, trước khi ký quyết định.",
        "The band of the act outside the catalogue ({act}) is not determined; that does not mean that it is not "
        "punishable. Enter text, article and band (“State the band of an act outside the catalogue”), have a legal "
        "officer or the head confirm them, then sign the decision.",
    ),
    "case_outside_changed": (
        "Quyết định tính theo khung khác với khung đã xác nhận của hành vi «{act}». Hãy mở lại trang Xử phạt, tính "
        "lại và lập lại quyết định.",
        "The decision was reckoned by another band than the one confirmed for act “{act}”. Open the sanction page, "
        "reckon again and draft the decision anew.",
    ),
}

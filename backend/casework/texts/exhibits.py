"""Why an act about exhibits was refused: refusals for cases.py."""

OF_EXHIBITS: dict[str, tuple[str, str]] = {
    "case_exhibit": (
        "Tang vật không có trong vụ việc hoặc không ở trạng thái phù hợp.",
        "An exhibit does not belong to this case, or is in an unsuitable state.",
    ),
    "case_seizure_long": (
        "Thời hạn tạm giữ vượt quá quy định: {reason} (khoản 8 Điều 125 Luật Xử lý vi phạm hành chính).",
        "The seizure would last too long: {reason} (Law on Handling Administrative Violations Art 125.8).",
    ),
    "case_cannot_be_sealed": (
        "Không niêm phong hàng dễ hư hỏng, quá khổ hoặc không niêm phong được: {names} (khoản 5a Điều 125 Luật Xử lý "
        "vi phạm hành chính).",
        "Perishable, outsize and unsealable goods are not sealed: {names} (Law on Handling Administrative Violations "
        "Art 125.5a).",
    ),
    "case_confiscation": (
        "Chỉ tiêu hủy, bán sau khi đã có quyết định tịch thu (Điều 81, 126 Luật Xử lý vi phạm hành chính).",
        "Exhibits can be destroyed or sold only after confiscation was decided (Law on Handling Administrative "
        "Violations Arts 81, 126).",
    ),
    "case_confiscation_paper": (
        "Tịch thu đúng tang vật mà quyết định còn hiệu lực nêu: hãy chọn quyết định đó.",
        "Only the exhibits named in the decision in force can be confiscated: choose that decision.",
    ),
    "case_confiscation_minutes": (
        "Tịch thu phải có biên bản tịch thu (MBB20), hoặc bút lục của biên bản lập ở nơi khác (khoản 1 Điều 81 Luật "
        "Xử lý vi phạm hành chính).",
        "Confiscation needs its minutes (MBB20), or the sheet of minutes made elsewhere (Law on Handling "
        "Administrative Violations Art 81.1).",
    ),
    "case_confiscation_rows": (
        "MBB20 phải nêu các tang vật này (tên, đơn vị tính, số lượng).",
        "MBB20 must name these exhibits (name, unit, quantity).",
    ),
    "case_return_minutes": (
        "Biên bản trả lại (MBB17, MBB16) phải nêu các tang vật, giấy phép này và đúng số, ngày của văn bản trả lại.",
        "The minutes of the return (MBB17, MBB16) must name these exhibits or licences, and the number and day of the "
        "paper by which they go back.",
    ),
    "case_confiscation_witness": (
        "MBB20 phải có chữ ký của người chứng kiến (khoản 1 Điều 81 Luật Xử lý vi phạm hành chính).",
        "MBB20 needs a witness (Law on Handling Administrative Violations Art 81.1).",
    ),
    "case_confiscation_witnesses": (
        "Người bị tịch thu vắng mặt: MBB20 phải có hai người chứng kiến (khoản 1 Điều 81 Luật Xử lý vi "
        "phạm hành chính).",
        "The person concerned is absent: MBB20 needs two witnesses (Law on Handling Administrative "
        "Violations Art 81.1).",
    ),
    "case_confiscation_nothing": (
        "Quyết định tịch thu nhưng không nêu tang vật, phương tiện nào: ghi tên, đơn vị tính, số lượng, chủng loại, "
        "tình trạng vào danh mục tang vật của văn bản, hoặc chọn lại ở trang xử phạt (mẫu MQĐ02). Tang vật không còn "
        "thì buộc nộp trị giá, nếu nghị định quy định cho hành vi này.",
        "The decision confiscates and names no goods or means: enter name, unit, quantity, kind and condition in the "
        "paper's list of exhibits, or choose anew on the sanction page (form MQĐ02). If the goods are gone, have "
        "their value paid, where the decree provides that for this act.",
    ),
    "case_confiscated_differs": (
        "Tang vật tịch thu: quyết định ghi «{reason}», bạn nhập «{entered}».",
        "Confiscated exhibits: the decision says “{reason}”, you entered “{entered}”.",
    ),
    "case_destruction_paper": (
        "Tiêu hủy phải có MQĐ16 và MBB21: hãy dùng việc “Ghi việc tiêu hủy”.",
        "Destruction needs MQĐ16 and MBB21: use “Record the destruction”.",
    ),
    "case_destruction_alone": (
        "Người lập MBB21 phải khác người ký MQĐ16.",
        "The officer who makes MBB21 must not be the one who signed MQĐ16.",
    ),
    "case_destruction_people": (
        "MBB21 phải nêu ít nhất {least} người tham gia, chứng kiến ngoài người lập.",
        "MBB21 must name at least {least} participants or witnesses besides its maker.",
    ),
    "case_destruction_rows": (
        "MQĐ16 và MBB21 phải cùng nêu các tang vật này (tên, đơn vị tính, số lượng).",
        "MQĐ16 and MBB21 must both name these exhibits (name, unit, quantity).",
    ),
}

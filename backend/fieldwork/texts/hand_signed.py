"""Why an act about a decision signed by hand was refused, and what to do next."""

HAND_SIGNED_REFUSALS: dict[str, tuple[str, str]] = {
    "not_hand_signed": (
        "Cuộc kiểm tra này không bắt đầu từ quyết định ký trên bản giấy.",
        "This inspection did not begin from a decision signed by hand.",
    ),
    "hand_signed_other_unit": (
        "Quyết định ký trên bản giấy phải ghi đúng đơn vị của bạn. Hãy đồng bộ rồi nhập lại; ảnh đã chụp vẫn được giữ.",
        "A decision signed by hand must name your own unit. Sync and enter it again; the photographs are kept.",
    ),
    "hand_signed_team": (
        "Đoàn kiểm tra phải có bạn, đúng một Trưởng Đoàn, và chỉ gồm công chức của đơn vị. Ảnh đã chụp vẫn được giữ.",
        "The team must have you, exactly one leader, and only officers of your unit. The photographs are kept.",
    ),
    "hand_signed_no_head": (
        "Đơn vị không có người có thẩm quyền nào ngoài Đoàn để đối chiếu. Hãy báo người quản trị; ảnh vẫn được giữ.",
        "The unit has no head outside of the team. Tell the administrator; the photographs are kept.",
    ),
    "hand_signed_team_stays": (
        "Chỉ sửa được số, ngày, người ký, tên, địa điểm, nội dung đã gõ. Đổi Đoàn thì cần quyết định sửa đổi, bổ sung.",
        "Only number, day, signer, party, place and contents can be mended. Another team needs an amending decision.",
    ),
    "hand_signed_matched": (
        "Quyết định này đã được đối chiếu. Hãy tải lại trang.",
        "This decision has been matched already. Reload the page.",
    ),
    "hand_signed_changed": (
        "Đoàn đã sửa nội dung đã gõ sau khi bạn xem. Hãy tải lại trang và đối chiếu lại.",
        "The team mended what was typed after you saw it. Reload the page and compare again.",
    ),
    "hand_signed_second": (
        "Người đối chiếu phải là thủ trưởng hoặc văn thư của đơn vị, không phải người bắt đầu kiểm tra và không phải "
        "người ký quyết định.",
        "It is matched by a head or a clerk of the unit, who neither began the inspection nor signed the decision.",
    ),
    "hand_signed_reason": (
        "Không khớp thì phải ghi khác ở đâu.",
        "If they do not match, say how they differ.",
    ),
    "hand_signed_no_sheets": (
        "Chưa có đủ ảnh các tờ quyết định trên máy chủ. Hãy đợi điện thoại gửi xong, hoặc yêu cầu chụp lại.",
        "Not all photographs of the sheets are at the server. Wait for the phone, or ask for them again.",
    ),
    "hand_signed_paper": (
        "Không có quyết định kiểm tra này trong phạm vi của bạn, hoặc quyết định chưa có số.",
        "There is no such inspection decision in your reach, or it has no number yet.",
    ),
    "hand_signed_paper_taken": (
        "Quyết định này đã được đối chiếu với cuộc kiểm tra khác.",
        "This decision was matched with another inspection.",
    ),
    "hand_signed_number": (
        "Số quyết định Đoàn gõ khác số của văn bản. Nếu gõ nhầm, hãy yêu cầu Đoàn sửa trên điện thoại trước.",
        "The number that the team typed is not the paper's. If it is a slip, have the team mend it on the phone first.",
    ),
}
"""By code, in Vietnamese and English."""

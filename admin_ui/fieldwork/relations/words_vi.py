"""Words about relations between officers of a team and the party."""

WORDS: dict[str, str] = {
    "relation.title": "Quan hệ với tổ chức, cá nhân được kiểm tra",
    "relation.represents": "Người đại diện",
    "relation.said": "Bạn đã khai",
    "relation.none": "Không có quan hệ",
    "relation.question": "Bạn, hoặc vợ, chồng, con, bố, mẹ, anh, chị, em ruột của bạn hoặc của vợ, chồng bạn có là tổ "
    "chức, cá nhân được kiểm tra, hoặc giữ chức vụ lãnh đạo, quản lý tại đó không? (khoản 3 Điều 23 Pháp lệnh "
    "11/2016/UBTVQH13)",
    "relation.answer_none": "Không có ai",
    "relation.answer_related": "Có quan hệ",
    "relation.answer_needed": "Hãy chọn một câu trả lời.",
    "relation.kind": "Quan hệ",
    "relation.kind_empty": "Hãy chọn",
    "relation.kind_hint": "Chỉ chọn khi có quan hệ.",
    "relation.kind_needed": "Hãy chọn quan hệ.",
    "relation.kind_self": "Chính tôi, hoặc tôi là người đại diện",
    "relation.kind_spouse": "Vợ, chồng",
    "relation.kind_child": "Con",
    "relation.kind_parent": "Bố, mẹ",
    "relation.kind_sibling": "Anh, chị, em ruột",
    "relation.kind_in_law": "Bố, mẹ, con, anh, chị, em ruột của vợ, chồng",
    "relation.same_name": "Quyết định nêu một người trùng họ tên với bạn ({name}). Nếu không có quan hệ, hãy ghi lý "
    "do; lý do được ghi vào danh sách ngoại lệ.",
    "relation.same_name_needed": "Hãy ghi vì sao người trùng họ tên không phải là bạn hoặc người thân.",
    "relation.reason": "Lý do, với ai",
    "relation.reason_hint": "Chỉ ghi khi có quan hệ: với ai. Người ban hành được báo và thay người.",
    "relation.reason_hint_same": "Có quan hệ: với ai. Không có quan hệ: vì sao người trùng họ tên là người khác.",
    "relation.reason_needed": "Hãy ghi có quan hệ với ai.",
    "relation.do": "Ghi nhận",
    "relation.open": "Xác nhận về quan hệ",
    "relation.side_none": "Đã xác nhận không có quan hệ",
    "relation.side_related": "Khai có quan hệ",
    "relation.side_waits": "Chưa xác nhận về quan hệ",
    "relation.related": "{name} khai có quan hệ với tổ chức, cá nhân được kiểm tra ({relation}): {reason}",
    "relation.related_do": "Người ban hành thay người bằng quyết định sửa đổi, bổ sung (Điều 15 Thông tư "
    "27/2020/TT-BCT). Chứng cứ người đó đã ghi vẫn được giữ.",
}

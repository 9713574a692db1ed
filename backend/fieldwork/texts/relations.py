"""Why a declaration about a relation to the party was refused, and what to do next."""

RELATION_REFUSALS: dict[str, tuple[str, str]] = {
    "relation_same_person": (
        "Số định danh bạn đã khai trùng với số của tổ chức, cá nhân được kiểm tra hoặc người đại diện, nên bạn không "
        "thể tham gia Đoàn (khoản 3 Điều 23 Pháp lệnh 11/2016/UBTVQH13). Hãy báo người ban hành quyết định để thay "
        "người; nếu số đã khai sai, hãy sửa ở trang tài khoản.",
        "The identity number that you gave is that of the party or its representative, so you cannot be on this team "
        "(Ordinance 11/2016 Art 23.3). Tell the issuer of the decision, who replaces you; if the number that you "
        "gave is wrong, correct it on your account page.",
    ),
    "relation_same_name": (
        "Quyết định nêu một người trùng họ tên với bạn. Hãy ghi lý do vì sao đó không phải là bạn hoặc người thân, rồi "
        "xác nhận lại; nếu có quan hệ, hãy khai quan hệ.",
        "The decision names somebody with your name. Say why that is neither you nor a relative, and confirm again; if "
        "there is a relation, declare it.",
    ),
}

"""Words of the area `catalogue`: behaviours that are fined."""

WORDS: dict[str, str] = {
    "catalogue.title": "Danh mục hành vi vi phạm",
    "catalogue.draft_note": "Bản nháp để tham khảo: chưa được cơ quan có thẩm quyền xác nhận. "
    "Hãy đối chiếu văn bản gốc trước khi viện dẫn.",
    "catalogue.words": "Hành vi, điều khoản hoặc mã",
    "catalogue.words_hint": "Gõ không dấu cũng tìm được; kết quả phải có đủ các từ.",
    "catalogue.find": "Tìm",
    "catalogue.clear": "Xóa điều kiện",
    "catalogue.found": "Hành vi",
    "catalogue.count": "{count} trong {total} hành vi",
    "catalogue.none": "Không có hành vi nào khớp. Hãy bớt từ hoặc thử từ khác.",
    "catalogue.behaviour": "Hành vi",
    "catalogue.fine": "Mức phạt",
    "catalogue.band": "{least} – {most}",
    "catalogue.for_individual": "mức đối với cá nhân",
    "catalogue.for_organisation": "mức đối với tổ chức",
    "catalogue.basis": "Căn cứ pháp lý",
    "catalogue.since": "có hiệu lực từ {day}",
    "catalogue.until": "hết hiệu lực từ {day}",
    "catalogue.status": "Trạng thái",
    "catalogue.status_draft": "Bản nháp",
}

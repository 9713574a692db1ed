"""Words of proposing an inspection at the desk."""

WORDS: dict[str, str] = {
    "propose.title": "Đề xuất kiểm tra",
    "propose.why": "Vì sao kiểm tra",
    "propose.reason": "Vì sao cho là có vi phạm, biết từ đâu",
    "propose.reason_hint": "Không nêu danh tính người báo tin.",
    "propose.reason_needed": "Cần nêu vì sao cho là có vi phạm, từ 3 đến 2000 ký tự.",
    "propose.contents_needed": "Cần nêu ít nhất một nội dung kiểm tra.",
    "propose.members_needed": "Đoàn kiểm tra có ít nhất một thành viên ngoài Trưởng Đoàn.",
    "propose.basis_short": "Căn cứ quá ngắn: nêu từ 3 ký tự, hoặc để trống.",
    "propose.send": "Gửi đề xuất",
    "propose.change": "Sửa và gửi lại đề xuất",
    "propose.informations": "Đề xuất dựa trên {count} thông tin đã tiếp nhận.",
}

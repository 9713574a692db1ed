"""Words of the area `parties`: earlier inspections and sanctions of a party."""

WORDS: dict[str, str] = {
    "parties.title": "Đối tượng đã kiểm tra, xử phạt",
    "parties.intro": "Tìm trên toàn lực lượng. Mỗi kết quả nêu lý do khớp; việc có đúng là "
    "đối tượng đó hay không do bạn xem xét. Ngoài phạm vi của bạn chỉ nêu đơn vị và số.",
    "parties.name": "Tên cá nhân, hộ kinh doanh hoặc tổ chức",
    "parties.name_hint": "Gõ không dấu hoặc vài từ trong tên cũng được.",
    "parties.address": "Địa chỉ",
    "parties.address_hint": "Có địa chỉ thì nơi trùng được xếp trước, và tìm cả tên gần "
    "giống tại đúng địa chỉ đó trên toàn lực lượng.",
    "parties.no_exact": "Không có tên trùng khớp hoàn toàn; dưới đây là tên gần giống.",
    "parties.none_hint": "Tìm theo vài từ chỉ áp dụng trong phạm vi của bạn; ngoài "
    "phạm vi phải đúng cả tên, mã số thuế hoặc số định danh.",
    "parties.tax_code": "Mã số thuế",
    "parties.identity_number": "Số định danh cá nhân (CCCD)",
    "parties.find": "Tìm",
    "parties.clear": "Xóa điều kiện",
    "parties.found": "Kết quả",
    "parties.as_of": "Dữ liệu đến {moment}.",
    "parties.more": "Còn nữa, chỉ hiển thị 100 kết quả đầu của mỗi loại. Hãy thêm từ hoặc địa chỉ.",
    "parties.cases": "Vụ việc ({count})",
    "parties.inspections": "Cuộc kiểm tra ({count})",
    "parties.no_result": "Quyết định kiểm tra chưa có kết quả ({count})",
    "parties.counts": "Còn tính tái phạm",
    "parties.lapsed": "Được coi là chưa bị xử phạt",
    "parties.unpaid": "Chưa nộp {amount}",
    "parties.fine": "Tiền phạt {amount}",
    "parties.outside": "Ngoài phạm vi",
}

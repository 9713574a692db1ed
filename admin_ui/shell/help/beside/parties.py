"""Help of the forms of the register of parties."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "alike": beside(
        (
            "Hai dòng của sổ: ghi là khác nhau, hoặc gộp thành một. Từng mục chọn giữ của dòng nào.",
            "Two rows of the register: told apart, or merged into one. For each field it is chosen whose stays.",
        ),
        (
            "Quy định của hệ thống: gộp cần hai người. Tái phạm, vi phạm nhiều lần tính theo tổ chức, cá nhân, nên hai "
            "dòng của một người phải là một (Điều 2, 7 Luật Xử lý vi phạm hành chính).",
            "A rule of this system: a merge takes two people. Recidivism counts by the person, so that two rows of one "
            "have to be one (Law on Handling Administrative Violations, Arts 2 and 7).",
        ),
        (
            "Người thứ hai, cùng đơn vị hoặc cấp trên, xác nhận. Hồ sơ, văn bản giữ như ngày lập; gộp nhầm thì tách "
            "lại được, mỗi dòng như trước.",
            "A second person of the unit or above confirms. Files and papers stay as of their day; a mistaken merge is "
            "undone, and each row is as it was before.",
        ),
    ),
    "party_likeness": beside(
        (
            "Đề nghị từ tổng điểm nào hai dòng của sổ được gợi ý là một, và từ tổng nào thì nhiều khả năng là một.",
            "Says from which sum on two rows of the register are proposed as one, and from which on that is likely.",
        ),
        (
            "Quy định của hệ thống: hai người quản trị toàn quốc. Mức điểm chỉ gợi ý; gộp vẫn do hai người.",
            "A rule of this system: two administrators of the whole force. Sums only propose; people decide a merge.",
        ),
        (
            "Người quản trị toàn quốc khác xác nhận; sau đó cả sổ được so sánh lại theo từng phần.",
            "Another administrator of the whole force confirms; then the register is compared anew in portions.",
        ),
    ),
    "party_import": beside(
        (
            "Đưa danh sách tổ chức, cá nhân từ tệp Excel hoặc CSV vào sổ của đơn vị bạn.",
            "Brings a list of parties from Excel or CSV into the register of your unit.",
        ),
        (
            "Quy tắc của hệ thống: lãnh đạo đơn vị và đội trưởng được nhập; mã số thuế và số định danh cá nhân được "
            "kiểm tra; tổ chức, cá nhân đã có trong sổ không bị ghi lần hai.",
            "Rule of this system: supervisors and team leaders import; tax codes and personal numbers are checked; a "
            "party that is in the register is not entered twice.",
        ),
        (
            "Trang xem trước nêu từng ô sai. Sau khi bạn xác nhận, các dòng vào sổ theo từng phần.",
            "A preview names every wrong cell. Once you confirm, the rows come in portions.",
        ),
    ),
    "party_new": beside(
        (
            "Thêm tổ chức, hộ kinh doanh, cá nhân vào sổ của đơn vị. Hãy tìm trong sổ trước để không ghi hai lần.",
            "Registers an organisation, a household business or a person for the unit. Search the register first, "
            "so that nobody is in it twice.",
        ),
        (
            "Cấu trúc số định danh cá nhân: Luật Căn cước 26/2023/QH15, Nghị định 70/2024/NĐ-CP; mã số thuế: "
            "Thông tư 86/2024/TT-BTC.",
            "Structure of personal numbers: Law 26/2023/QH15, Decree 70/2024/NĐ-CP; tax codes: Circular "
            "86/2024/TT-BTC.",
        ),
        (
            "Cả Chi cục thấy và chọn được khi lập quyết định, kế hoạch, vụ việc; điện thoại nhận khi đồng bộ.",
            "The whole department sees it, and names it in decisions, plans and cases; phones get it when they sync.",
        ),
    ),
    "party_again": beside(
        (
            "Ghi lại toàn bộ thông tin. Văn bản, vụ việc đã có giữ nguyên như ngày lập.",
            "Says anew all that is known. Papers and cases keep what they said on their day.",
        ),
        (
            "Cấu trúc số định danh cá nhân: Luật Căn cước 26/2023/QH15, Nghị định 70/2024/NĐ-CP; mã số thuế: "
            "Thông tư 86/2024/TT-BTC.",
            "Structure of personal numbers: Law 26/2023/QH15, Decree 70/2024/NĐ-CP; tax codes: Circular "
            "86/2024/TT-BTC.",
        ),
        (
            "Bản mới có ngay; tên cũ còn trong «Tên trước đây» nếu ghi ngày đổi tên.",
            "It stands at once; the old name stays under “Former names” if its day is given.",
        ),
    ),
    "party_act": beside(
        (
            "Ghi một việc về tổ chức, cá nhân này vào sổ.",
            "Records one thing about this party.",
        ),
        (
            "Sổ theo dõi địa bàn của đơn vị; giấy tờ mà cơ sở xuất trình.",
            "The unit's register of its area; the papers that the party shows.",
        ),
        (
            "Có ngay ở trang này và trong danh sách; ai ghi, lúc nào nằm trong lịch sử thay đổi.",
            "It stands on the page and in the list at once; the timeline has who recorded it and when.",
        ),
    ),
    "party_lookup": beside(
        (
            "Tra đúng một số giấy tờ trong sổ của toàn lực lượng.",
            "Looks one exact number up in the registers of the whole force.",
        ),
        (
            "Điều 7 Luật Xử lý vi phạm hành chính: thời hạn được coi là chưa bị xử phạt.",
            "Law 15/2012 Art 7: after which term somebody counts as not sanctioned.",
        ),
        (
            "Lần tra được ghi vào nhật ký cùng mục đích; kiểm tra nội bộ đọc được.",
            "The look-up is in the log with its purpose, which auditors read.",
        ),
    ),
}

"""Words of the page that shows the desk's parts, in both languages."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "style.title": Text(vi="Hệ thống giao diện", en="Design system"),
    "style.lead": Text(
        vi="Mọi thành phần của bàn làm việc, ở mọi trạng thái. Trang mới dùng các thành phần này, không tự vẽ thêm.",
        en="Every part of the desk, in all its states. A new page is made of these and draws none of its own.",
    ),
    "style.colours": Text(vi="Màu theo ý nghĩa", en="Colours by meaning"),
    "style.colours_lead": Text(
        vi="Vàng và đỏ chỉ dành cho rủi ro. Chữ luôn tương phản với nền ít nhất 4,5:1, cả nền sáng lẫn nền tối.",
        en="Amber and red are for risk alone. Text has a contrast of 4.5:1 at least, in light and in dark.",
    ),
    "style.colour_ground": Text(vi="Nền trang", en="Ground of the page"),
    "style.colour_sheet": Text(vi="Nền thẻ, bảng", en="Cards, tables"),
    "style.colour_ink": Text(vi="Chữ", en="Text"),
    "style.colour_soft": Text(vi="Chữ phụ", en="Secondary text"),
    "style.colour_line": Text(vi="Đường kẻ", en="Lines"),
    "style.colour_accent": Text(
        vi="Liên kết, nút chính, nơi đang đứng", en="Links, main button, where one is"
    ),
    "style.colour_good": Text(vi="Đã xong, đúng", en="Done, right"),
    "style.colour_warn": Text(vi="Rủi ro: sắp quá hạn", en="Risk: nearly late"),
    "style.colour_bad": Text(
        vi="Rủi ro: quá hạn, sai, không hoàn tác được", en="Risk: late, wrong, cannot be undone"
    ),
    "style.colour_focus": Text(vi="Nơi con trỏ bàn phím", en="Where the keyboard is"),
    "style.space": Text(vi="Khoảng cách", en="Spacing"),
    "style.type": Text(vi="Cỡ chữ", en="Type"),
    "style.type_sample": Text(vi="Ưu đãi Ệ Ữ Ở: Quyết định xử phạt", en="Ưu đãi Ệ Ữ Ở: a decision"),
    "style.buttons": Text(vi="Nút", en="Buttons"),
    "style.buttons_lead": Text(
        vi="Mỗi trang có một nút chính. Nút đỏ chỉ cho việc không hoàn tác được, và luôn có trang xác nhận.",
        en="A page has one main button. A red one is for what cannot be undone, and always asks again.",
    ),
    "style.button_main": Text(vi="Trình phê duyệt", en="Submit"),
    "style.button_other": Text(vi="Xem trước", en="Preview"),
    "style.button_danger": Text(vi="Hủy bỏ quyết định", en="Annul the decision"),
    "style.button_quiet": Text(vi="Quay lại", en="Go back"),
    "style.button_off": Text(vi="Trình ký", en="Finalise for signing"),
    "style.more_lead": Text(
        vi="Việc ít dùng đứng sau nút “…”, để một hàng nút không quá hai, ba nút.",
        en="What is done more rarely stands behind “…”, so that a row has two or three buttons.",
    ),
    "style.ways": Text(vi="Đường đi tiếp", en="Ways on"),
    "style.why": Text(
        vi="Còn 2 mục chưa điền: căn cứ, số tiền. Điền ở phần Nội dung.",
        en="Two fields are empty: the basis, the sum. Fill them in under Contents.",
    ),
    "style.marks": Text(vi="Nhãn", en="Marks"),
    "style.marks_lead": Text(
        vi="Nhãn chỉ cho ngoại lệ. Trạng thái thường là chữ thường.",
        en="A mark is for an exception. An ordinary state is plain text.",
    ),
    "style.mark_plain": Text(vi="Bản nháp", en="Draft"),
    "style.mark_accent": Text(vi="Chờ bạn", en="Waits for you"),
    "style.mark_good": Text(vi="Đã đối chiếu", en="Compared"),
    "style.mark_warn": Text(vi="Còn 5 giờ", en="5 hours left"),
    "style.mark_bad": Text(vi="Quá hạn 2 ngày", en="2 days late"),
    "style.notices": Text(vi="Thông báo trong trang", en="Notices in a page"),
    "style.notice": Text(
        vi="Bạn được ghi vắng mặt đến hết ngày 04/12/2026.", en="You are away until 04/12/2026."
    ),
    "style.notice_warn": Text(
        vi="Còn 5 giờ để ra quyết định (Điều 66 Luật Xử lý vi phạm hành chính).",
        en="5 hours are left to decide (Article 66 of the Law on Administrative Violations).",
    ),
    "style.notice_bad": Text(
        vi="Chưa ghi được: tệp lớn hơn 64 MB. Chọn tệp khác hoặc chia nhỏ.",
        en="Not recorded: the file is larger than 64 MB. Choose another or split it.",
    ),
    "style.toast": Text(vi="Đã đồng ý hướng xử lý.", en="The handling was agreed with."),
    "style.toast_link": Text(vi="Xem lại hồ sơ", en="Open the record"),
    "style.progress": Text(
        vi="Đang lập tệp: 1.200 trong 4.800 dòng", en="Writing the file: 1,200 of 4,800 lines"
    ),
    "style.cards": Text(vi="Thẻ, phần gập, thông tin", en="Cards, folds, facts"),
    "style.card_text": Text(
        vi="Một thẻ chứa một việc. Không lồng thẻ trong thẻ.",
        en="A card holds one thing. No card in a card.",
    ),
    "style.fact_party": Text(vi="Tổ chức, cá nhân", en="Party"),
    "style.fact_party_is": Text(
        vi="Hộ kinh doanh Vải sợi Ngõ Tơ", en="Hộ kinh doanh Vải sợi Ngõ Tơ"
    ),
    "style.fact_fine": Text(vi="Tiền phạt", en="Fine"),
    "style.fact_fine_is": Text(vi="12.500.000 đồng", en="12,500,000 đồng"),
    "style.fold": Text(vi="Việc khác có thể làm", en="What else can be done"),
    "style.fold_text": Text(
        vi="Phần gập mở tại chỗ, không cần JavaScript.",
        en="A fold opens in place, without JavaScript.",
    ),
    "style.dialog": Text(vi="Xác nhận", en="Asking again"),
    "style.dialog_text": Text(
        vi="Hủy bỏ quyết định 01000013/QĐ-XPHC? Việc này không hoàn tác được; tổ chức, cá nhân được thông báo.",
        en="Annul decision 01000013/QĐ-XPHC? This cannot be undone; the party is told.",
    ),
    "style.table": Text(vi="Bảng", en="The table"),
    "style.forms": Text(vi="Biểu mẫu", en="Forms"),
}

"""Words of the page that says what figures mean."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "figures.title": Text(vi="Định nghĩa chỉ tiêu", en="What figures mean"),
    "figures.lead": Text(
        vi="Mỗi chỉ tiêu được định nghĩa trước khi được đếm. Chỉ tiêu được cộng từ các việc đã ghi trong nhật ký; "
        "mở từng số ở trang Thống kê để xem các hồ sơ đã được đếm.",
        en="Each figure is defined before it is counted. It is summed from acts of the log; at Statistics each "
        "number opens the records that it counts.",
    ),
    "figures.rules": Text(vi="Quy tắc chung", en="Rules for all"),
    "figures.rule_day": Text(
        vi="Đếm theo ngày ghi trên văn bản hoặc biên lai; chỉ khi không có văn bản ghi ngày mới theo ngày nhập, và "
        "chỉ tiêu đó ghi rõ như vậy. Việc nhập muộn làm đổi số của "
        "kỳ mà việc đó thuộc về; báo cáo ghi rõ đã đếm đến vị trí nào của nhật ký.",
        en="By the day that the paper or receipt names; by the day of entry only where no paper names one, and the "
        "figure says so. What is entered late changes the "
        "figures of its own period; a report states up to which position of the log it was counted.",
    ),
    "figures.rule_unit": Text(
        vi="Thuộc đơn vị thụ lý hồ sơ vào ngày đó; đơn vị đã giải thể: từ ngày đó là đơn vị kế thừa. Vụ việc do cấp "
        "trên quyết định vẫn thuộc đơn vị thụ lý. Vụ việc chuyển đi được đếm ở đơn vị đã thụ lý đến khi chuyển.",
        en="Of the unit whose record it was on that day; when a unit is closed, from then on its successor. A case "
        "that a head above decides stays with its unit. One that goes to another authority is counted where it was.",
    ),
    "figures.rule_annulled": Text(
        vi="Quyết định bị hủy bỏ vẫn được đếm trong kỳ của nó và nêu riêng; số tiền phải nộp giảm vào ngày hủy bỏ.",
        en="A decision that was annulled counts in its period all the same and is shown apart; what is owed falls on "
        "the day of the annulment.",
    ),
    "figures.rule_money": Text(
        vi="Tiền là đồng, không làm tròn. Giá trị tang vật theo danh mục kèm theo biên bản, quyết định; dòng không ghi "
        "giá trị không được cộng.",
        en="Money is whole VND, never rounded. Goods have the value that their list states; a row without a value "
        "adds nothing.",
    ),
    "figures.counts": Text(
        vi="Pháp chế: {signed} đã ký, {presented} đang chờ ký, {objected} có ý kiến, {new} chưa trình.",
        en="Legal department: {signed} signed, {presented} wait for its signature, {objected} objected to, {new} not "
        "presented yet.",
    ),
    "figures.look": Text(
        vi="Tìm chỉ tiêu theo tên hoặc nội dung", en="Find a figure by its name or meaning"
    ),
    "figures.look_do": Text(vi="Tìm", en="Find"),
    "figures.look_all": Text(vi="Xem tất cả", en="Show all"),
    "figures.look_found": Text(vi="{count} chỉ tiêu phù hợp.", en="{count} figures found."),
    "figures.day": Text(vi="Tính theo ngày", en="Counted by"),
    "figures.note": Text(vi="Lưu ý", en="Note"),
    "figures.summed": Text(vi="Cách tính", en="How it is summed"),
    "figures.kind_sum": Text(vi="cộng trong kỳ", en="summed over the period"),
    "figures.kind_stock": Text(vi="lũy kế đến cuối kỳ", en="as it stands at the period's end"),
    "figures.kind_average": Text(vi="bình quân", en="average"),
    "figures.kind_distinct": Text(vi="mỗi bên tính một lần", en="each party once"),
    "figures.kind_stated": Text(
        vi="hệ thống không có số này; người lập báo cáo ghi",
        en="nothing in the system tells it; the report's author writes it",
    ),
    "figures.unit_count": Text(vi="số lượng", en="a count"),
    "figures.unit_vnd": Text(vi="đồng", en="VND"),
    "figures.unit_days": Text(vi="ngày", en="days"),
    "figures.source": Text(vi="Căn cứ", en="Source"),
    "figures.certainty": Text(vi="Mức chắc chắn", en="Certainty"),
    "figures.certainty_R": Text(vi="đã đọc văn bản", en="read in the act itself"),
    "figures.certainty_R2": Text(vi="theo văn bản dẫn lại", en="restated by another source"),
    "figures.certainty_M": Text(vi="theo trí nhớ, chưa kiểm tra", en="from memory, not checked"),
    "figures.certainty_U": Text(vi="chưa tìm được văn bản", en="the source was not found"),
    "figures.valid_from": Text(vi="Áp dụng từ", en="In force from"),
    "figures.standing_new": Text(vi="Chưa trình", en="Not presented"),
    "figures.standing_presented": Text(vi="Chờ pháp chế ký", en="Waits for the legal department"),
    "figures.standing_objected": Text(vi="Pháp chế có ý kiến", en="Objected to"),
    "figures.standing_signed": Text(vi="Pháp chế đã ký", en="Signed"),
    "figures.story": Text(vi="Quá trình", en="What was said"),
    "figures.event_presented": Text(vi="{name} trình, {at}", en="Presented by {name}, {at}"),
    "figures.event_signed": Text(vi="{name} ký, {at}", en="Signed by {name}, {at}"),
    "figures.event_objected": Text(vi="{name} có ý kiến, {at}", en="{name} objected, {at}"),
    "figures.event_settled": Text(
        vi="{name} giải quyết ý kiến, {at}", en="{name} settled the objection, {at}"
    ),
    "figures.present": Text(vi="Trình pháp chế {count} chỉ tiêu", en="Present {count} figures"),
    "figures.present_follows": Text(
        vi="Pháp chế của cơ quan cấp toàn quốc sẽ đọc và ký. Người trình không được ký.",
        en="The national office's legal officers read and sign them. Who presents cannot sign.",
    ),
    "figures.sign": Text(vi="Ký {count} chỉ tiêu", en="Sign {count} figures"),
    "figures.sign_follows": Text(
        vi="Chữ ký chỉ có giá trị cho nội dung đang hiển thị. Nội dung thay đổi ở phiên bản sau phải được ký lại.",
        en="The signature is for the wording that is shown. What a later version words differently is signed again.",
    ),
    "figures.looked": Text(vi="Tôi đã đọc các chỉ tiêu này.", en="I have read these figures."),
    "figures.looked_needed": Text(vi="Hãy xác nhận đã đọc.", en="Confirm that you have read them."),
    "figures.note_to_legal": Text(vi="Lời trình (không bắt buộc)", en="Note (not required)"),
    "figures.object": Text(vi="Có ý kiến", en="Object"),
    "figures.settle": Text(vi="Giải quyết ý kiến", en="Settle the objection"),
    "figures.reason": Text(vi="Lý do", en="Reason"),
    "figures.reason_needed": Text(
        vi="Hãy ghi lý do, từ 3 đến 2.000 ký tự.", en="Give the reason, 3 to 2,000 characters."
    ),
    "figures.nothing": Text(
        vi="Không có chỉ tiêu nào được chọn. Hãy tải lại trang.",
        en="No figure was chosen. Reload the page.",
    ),
    "figures.done_present": Text(vi="Đã trình pháp chế.", en="Presented to the legal department."),
    "figures.done_sign": Text(vi="Đã ký.", en="Signed."),
    "figures.done_object": Text(vi="Đã ghi ý kiến.", en="The objection is recorded."),
    "figures.done_settle": Text(vi="Đã giải quyết ý kiến.", en="The objection is settled."),
    "figures.signature": Text(
        vi="Đại diện tổ chức pháp chế (ký, ghi rõ họ tên)",
        en="For the legal department (signature, name)",
    ),
}

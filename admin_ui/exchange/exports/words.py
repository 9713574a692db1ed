"""Words of lists as files, and of those columns that a page shows without a heading of their own."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "exports.title": Text(vi="Tệp đã xuất", en="Exported files"),
    "exports.lead": Text(
        vi="Danh sách bạn đã yêu cầu xuất ra tệp. Chỉ bạn tải được; mỗi tệp giữ 24 giờ rồi bị xóa. "
        "Yêu cầu và từng lần tải đều được ghi vào nhật ký hệ thống.",
        en="Lists that you asked for as files. Only you can download them; each is kept for 24 hours, then deleted. "
        "Requests and each download are on the system log.",
    ),
    "exports.none": Text(
        vi="Bạn chưa xuất danh sách nào. Bấm “Xuất…” ở đầu một danh sách.",
        en="You have exported nothing yet. Press “Export…” at the top of a list.",
    ),
    "exports.open": Text(vi="Mở yêu cầu xuất", en="Open the export"),
    "exports.take": Text(vi="Xuất…", en="Export…"),
    "exports.ask": Text(vi="Xuất danh sách", en="Export a list"),
    "exports.one": Text(vi="Xuất danh sách", en="Export"),
    "exports.what": Text(vi="Sẽ xuất", en="What is exported"),
    "exports.list": Text(vi="Danh sách", en="List"),
    "exports.rows": Text(vi="Số dòng", en="Rows"),
    "exports.more_than": Text(vi="hơn {count}", en="more than {count}"),
    "exports.conditions": Text(vi="Điều kiện", en="Conditions"),
    "exports.no_conditions": Text(
        vi="Không: tất cả những gì bạn được xem", en="None: all that you may see"
    ),
    "exports.empty": Text(
        vi="Danh sách theo điều kiện này không có dòng nào: tệp sẽ chỉ có tiêu đề cột.",
        en="Under these conditions the list has no row: the file will have headings alone.",
    ),
    "exports.said": Text(
        vi="Tệp có đúng các dòng mà bạn được xem trong danh sách vào lúc xuất, tối đa {most} dòng. Không có danh tính "
        "người cung cấp thông tin. Tệp ghi rõ ai xuất, lúc nào, để làm gì.",
        en="The file has the very rows that you may see in the list when it is written, at most {most}. It names "
        "nobody who gave information. It says who exported it, when and what for.",
    ),
    "exports.kind": Text(vi="Loại tệp", en="File format"),
    "exports.kind_hint": Text(
        vi="XLSX mở bằng Excel. CSV dành cho chương trình khác: tệp ZIP gồm bảng và nguồn của bảng.",
        en="XLSX opens in Excel. CSV is for other programs: a ZIP with the table and its source.",
    ),
    "exports.kind_needed": Text(vi="Hãy chọn loại tệp.", en="Choose a file format."),
    "exports.xlsx": Text(vi="Excel (XLSX)", en="Excel (XLSX)"),
    "exports.csv": Text(vi="CSV (trong tệp ZIP)", en="CSV (in a ZIP)"),
    "exports.purpose": Text(vi="Mục đích", en="Purpose"),
    "exports.purpose_hint": Text(
        vi="Dùng tệp để làm gì, gửi cho ai. Được ghi vào nhật ký hệ thống và vào chính tệp.",
        en="What the file is for, and who gets it. It is on the system log and in the file itself.",
    ),
    "exports.purpose_needed": Text(
        vi="Hãy ghi mục đích, từ {least} đến {most} ký tự.",
        en="Say what for, in {least} to {most} characters.",
    ),
    "exports.begin": Text(vi="Xuất ra tệp", en="Export"),
    "exports.state": Text(vi="Tình trạng", en="State"),
    "exports.state_waiting": Text(vi="Đang chờ", en="Waiting"),
    "exports.state_running": Text(vi="Đang xuất", en="Being written"),
    "exports.state_ready": Text(vi="Đã xong", en="Ready"),
    "exports.state_failed": Text(vi="Không xuất được", en="Not written"),
    "exports.state_cancelled": Text(vi="Đã dừng", en="Stopped"),
    "exports.state_expired": Text(vi="Đã hết hạn tải", en="Expired"),
    "exports.head_until": Text(vi="Tải được đến", en="Until"),
    "exports.asked_at": Text(vi="Yêu cầu lúc", en="Asked for at"),
    "exports.snapshot_at": Text(vi="Số liệu tại thời điểm", en="As of"),
    "exports.position": Text(
        vi="Số bản ghi đã niêm phong trong sổ", en="Sealed entries of the log"
    ),
    "exports.progress": Text(vi="Tiến độ", en="Progress"),
    "exports.done_of": Text(vi="Đã ghi {done} trên {total} dòng", en="{done} of {total} rows"),
    "exports.counting": Text(
        vi="Đang đợi đến lượt hoặc đang đếm dòng", en="Waiting for its turn, or counting rows"
    ),
    "exports.leave": Text(
        vi="Bạn có thể rời trang này: khi xong sẽ có thông báo.",
        en="You may leave this page: a notice comes when it is done.",
    ),
    "exports.stop": Text(vi="Dừng xuất", en="Stop it"),
    "exports.ready": Text(vi="Tệp đã sẵn sàng", en="The file is ready"),
    "exports.ready_said": Text(vi="Có {rows} dòng.", en="It has {rows} rows."),
    "exports.until_said": Text(vi="Tải được đến", en="It can be downloaded until"),
    "exports.download": Text(vi="Tải về", en="Download"),
    "exports.again": Text(vi="Yêu cầu xuất lại", en="Ask for it again"),
    "exports.failed_said": Text(
        vi="Hệ thống không làm được tệp; lỗi đã được ghi lại cho người vận hành. Hãy yêu cầu lại; nếu vẫn vậy, báo "
        "người quản trị.",
        en="The system could not make the file; the fault was logged for its operator. Ask for it again; if it fails "
        "again, tell an administrator.",
    ),
    "exports.id": Text(vi="Mã lần xuất", en="Export id"),
    "exports.failed_changed": Text(
        vi="Danh sách hoặc quyền xem của bạn đã thay đổi từ khi yêu cầu, ví dụ đơn vị đã chọn không còn. Hãy mở lại "
        "danh sách rồi yêu cầu xuất lại.",
        en="The list, or what you may see of it, changed since you asked: the unit that you chose may be gone. Open "
        "the list again, then ask for the file again.",
    ),
    "exports.over_cancelled": Text(
        vi="Bạn đã dừng yêu cầu này; không có tệp nào được giữ.",
        en="You stopped this; no file was kept.",
    ),
    "exports.over_expired": Text(
        vi="Đã quá 24 giờ, tệp đã bị xóa.", en="24 hours are over, the file was deleted."
    ),
    "exports.over_failed": Text(vi="Không có tệp.", en="There is no file."),
    "exports.yes": Text(vi="có", en="yes"),
    "exports.shown": Text(vi="Hiện", en="Shown"),
    "exports.every": Text(vi="tất cả", en="all"),
    "exports.open_only": Text(
        vi="văn bản còn chờ ký, chờ bản quét hoặc chờ đối chiếu",
        en="papers that wait for a signature, a scan or a comparison",
    ),
    "exports.until": Text(vi="Đến ngày", en="Until"),
    "exports.inspections": Text(vi="Cuộc kiểm tra", en="Inspections"),
    "exports.informations": Text(vi="Thông tin tiếp nhận", en="Informations"),
    "exports.counted": Text(vi="Như số liệu đếm", en="As figures count"),
    "exports.alone": Text(vi="Không kể đơn vị trực thuộc", en="Without the units below"),
    "exports.result": Text(vi="Kết quả xác minh", en="Result of the verification"),
    "exports.counted_through": Text(
        vi="Chỉ tiêu đã đếm đến bản ghi số", en="Figures are counted up to entry"
    ),
    "exports.party": Text(vi="Tổ chức, cá nhân", en="Party"),
    "exports.address": Text(vi="Địa chỉ", en="Address"),
    "exports.place": Text(vi="Địa điểm", en="Place"),
    "exports.time": Text(vi="Thời gian", en="Time"),
    "exports.number": Text(vi="Số", en="Number"),
    "exports.number_in": Text(vi="Số đến", en="Number of receipt"),
    "exports.form": Text(vi="Mẫu", en="Form"),
    "exports.issued_on": Text(vi="Ngày ban hành", en="Issued on"),
    "exports.assigned": Text(vi="Văn bản giao việc", en="Assigning paper"),
    "exports.signer": Text(vi="Người ký, chức vụ", en="Signer and title"),
    "exports.drafted_by": Text(vi="Người soạn", en="Drafted by"),
    "exports.drafted_at": Text(vi="Soạn lúc", en="Drafted at"),
    "exports.officers": Text(vi="Công chức thực hiện", en="Officers"),
    "exports.officer": Text(vi="Công chức", en="Officer"),
    "exports.unit": Text(vi="Đơn vị", en="Unit"),
    "exports.notes": Text(vi="Ghi chú", en="Notes"),
    "exports.note": Text(vi="Nhận xét", en="Note"),
    "exports.rule": Text(vi="Loại thời hạn", en="Kind of limit"),
    "exports.citation": Text(vi="Căn cứ", en="Citation"),
    "exports.due": Text(vi="Hết hạn lúc", en="Ends at"),
    "exports.fine": Text(vi="Tiền phạt (đồng)", en="Fine (VND)"),
    "exports.paid": Text(vi="Đã nộp (đồng)", en="Paid (VND)"),
    "exports.changed": Text(vi="Thay đổi gần nhất", en="Last change"),
    "exports.missing": Text(vi="Ảnh còn thiếu", en="Photographs missing"),
    "exports.held": Text(vi="Dữ liệu chờ xem xét", en="In quarantine"),
    "exports.submitted": Text(vi="Trình hồ sơ lúc", en="Submitted at"),
    "exports.registered": Text(vi="Vào sổ lúc", en="Registered at"),
    "exports.summary": Text(vi="Tóm tắt", en="Summary"),
    "exports.suspect": Text(vi="Bên bị phản ánh", en="Suspected party"),
    "exports.more_suspects": Text(vi="Số bên khác", en="Further parties"),
    "exports.urgent": Text(vi="Lý do cấp bách", en="Why it cannot wait"),
    "exports.agency": Text(vi="Cơ quan", en="Agency"),
    "exports.overlaps": Text(vi="Trùng chưa xử lý", en="Overlaps not resolved"),
    "exports.symbol": Text(vi="Số, ký hiệu văn bản", en="Number and symbol"),
    "exports.dated": Text(vi="Ngày tháng văn bản", en="Date of the paper"),
    "exports.abstract": Text(
        vi="Tên loại và trích yếu nội dung văn bản", en="Kind and abstract of the paper"
    ),
    "exports.recipients": Text(vi="Nơi nhận văn bản", en="Recipients"),
    "exports.kept_in": Text(vi="Đơn vị, người nhận bản lưu", en="Where a copy is kept"),
    "exports.kept_in_case": Text(vi="Hồ sơ {number}", en="Case {number}"),
    "exports.kept_in_inspection": Text(
        vi="Hồ sơ kiểm tra theo Quyết định số {number}", en="File of inspection decision {number}"
    ),
    "exports.copies": Text(vi="Số lượng bản", en="Copies"),
    "exports.sent_on": Text(vi="Ngày gửi", en="Sent on"),
    "exports.manner": Text(vi="Cách gửi", en="Manner"),
    "exports.paper_state": Text(vi="Tình trạng", en="State"),
    "exports.at": Text(vi="Lúc", en="At"),
    "exports.record": Text(vi="Hồ sơ", en="Record"),
    "exports.paper": Text(vi="Văn bản", en="Paper"),
    "exports.check_by": Text(vi="Kiểm tra trước", en="Check by"),
    "exports.checked_by": Text(vi="Người kiểm tra", en="Checked by"),
    "exports.checked_at": Text(vi="Kiểm tra lúc", en="Checked at"),
    "exports.method": Text(vi="Phương thức", en="Method"),
    "exports.target": Text(vi="Mã hồ sơ", en="Id asked for"),
    "exports.code": Text(vi="Mã", en="Code"),
    "exports.network": Text(vi="Địa chỉ mạng", en="Network address"),
    "exports.kind_of_record": Text(vi="Loại hồ sơ", en="Kind of record"),
    "exports.record_case": Text(vi="Vụ việc", en="Case"),
    "exports.record_inspection": Text(vi="Cuộc kiểm tra", en="Inspection"),
    "exports.record_information": Text(vi="Thông tin", en="Information"),
    "exports.sample_records": Text(vi="Hồ sơ của một mẫu", en="Records of a sample"),
    "exports.sample_id": Text(vi="Mã của mẫu", en="Id of the sample"),
    "exports.first": Text(vi="Từ ngày", en="From"),
    "exports.last": Text(vi="Đến ngày", en="To"),
    "exports.sent_at": Text(vi="Gửi lúc", en="Sent at"),
    "exports.planned_at": Text(vi="Ấn định lúc", en="Fixed at"),
    "exports.planned_by": Text(vi="Người ấn định", en="Fixed by"),
    "exports.population": Text(vi="Số hồ sơ để rút", en="Records to draw from"),
    "exports.place_in_draw": Text(vi="Thứ tự rút", en="Place in the draw"),
    "exports.looked_by": Text(vi="Người xem", en="Looked at by"),
    "exports.looked_at": Text(vi="Xem lúc", en="Looked at"),
    "exports.about": Text(vi="Về việc", en="About"),
    "exports.unit_code": Text(vi="Mã đơn vị", en="Code of the unit"),
    "exports.annulled": Text(vi="Bị hủy bỏ ngày", en="Annulled on"),
}

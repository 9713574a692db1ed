"""Words of the import of parties from a file."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "partyimport.list": Text(vi="Nhập danh sách vào sổ", en="Imports into the register"),
    "partyimport.one": Text(vi="Nhập danh sách", en="List import"),
    "partyimport.new": Text(vi="Nhập từ tệp", en="Import a file"),
    "partyimport.lead": Text(
        vi="Các tệp tổ chức, cá nhân mà Chi cục đã tải lên, và đã vào sổ đến đâu.",
        en="Files of parties uploaded by the department, and how far each has been imported.",
    ),
    "partyimport.none": Text(
        vi="Chưa có tệp nào được tải lên. Hãy tải danh sách của Chi cục để đưa vào sổ.",
        en="No file has been uploaded yet. Upload the department's list to import it into the register.",
    ),
    "partyimport.total": Text(vi="{count} tệp", en="{count} {count:file|files}"),
    "partyimport.file": Text(vi="Tệp", en="File"),
    "partyimport.state": Text(vi="Tình trạng", en="State"),
    "partyimport.head_came": Text(vi="Đã xử lý", en="Processed"),
    "partyimport.head_bad": Text(vi="Dòng sai", en="Wrong"),
    "partyimport.uploaded": Text(vi="Tải lên lúc", en="Uploaded"),
    "partyimport.uploaded_by": Text(vi="Người tải lên", en="Uploaded by"),
    "partyimport.unit": Text(vi="Vào sổ của", en="Into the register of"),
    "partyimport.read_as": Text(vi="Đọc theo", en="Read as"),
    "partyimport.sheet": Text(vi="Trang tính", en="Sheet"),
    "partyimport.sep_comma": Text(vi="cách nhau bằng dấu phẩy", en="separated by commas"),
    "partyimport.sep_semicolon": Text(
        vi="cách nhau bằng dấu chấm phẩy", en="separated by semicolons"
    ),
    "partyimport.sep_tab": Text(vi="cách nhau bằng tab", en="separated by tabs"),
    "partyimport.state_reading": Text(vi="Đang đọc tệp", en="Being read"),
    "partyimport.state_unread": Text(vi="Không đọc được", en="Unreadable"),
    "partyimport.state_read": Text(vi="Chờ xác nhận", en="To be confirmed"),
    "partyimport.state_discarded": Text(vi="Đã bỏ, chưa nhập", en="Discarded"),
    "partyimport.state_running": Text(vi="Đang nhập", en="Importing"),
    "partyimport.state_paused": Text(vi="Tạm dừng", en="Paused"),
    "partyimport.state_finished": Text(vi="Đã nhập xong", en="Finished"),
    "partyimport.state_given_up": Text(vi="Đã bỏ phần còn lại", en="Rest abandoned"),
    "partyimport.stopped": Text(vi="Bị dừng", en="Stopped"),
    "partyimport.step_1": Text(vi="1. Chuẩn bị tệp", en="1. Prepare the file"),
    "partyimport.step_2": Text(vi="2. Chọn tệp", en="2. Choose the file"),
    "partyimport.step_3": Text(vi="3. Xem trước, rồi xác nhận", en="3. Preview, then confirm"),
    "partyimport.step_3_said": Text(
        vi="Hệ thống đọc tệp và chỉ ra từng ô sai. Chưa có gì vào sổ cho tới khi bạn xác nhận.",
        en="The file is read and every wrong cell is pointed out. Nothing enters the register until you confirm.",
    ),
    "partyimport.template": Text(vi="Tải tệp mẫu (XLSX)", en="Download the template (XLSX)"),
    "partyimport.columns": Text(vi="Các cột được nhận ra", en="Recognised columns"),
    "partyimport.columns_said": Text(
        vi="Thứ tự cột tùy ý, có dấu hay không dấu. Cần tên và địa chỉ; mã số thuế và CCCD được kiểm tra.",
        en="Columns in any order, with or without diacritics. Name and address are required; numbers are checked.",
    ),
    "partyimport.file_hint": Text(
        vi="XLSX hoặc CSV (dấu phẩy, chấm phẩy, tab). Tối đa {size} và {rows} dòng; không macro, không mật khẩu.",
        en="XLSX or CSV (commas, semicolons or tabs). At most {size} and {rows} rows; no macros, no password.",
    ),
    "partyimport.file_needed": Text(
        vi="Hãy chọn tệp XLSX hoặc CSV.", en="Choose an XLSX or CSV file."
    ),
    "partyimport.upload": Text(vi="Tải lên và xem trước", en="Upload and preview"),
    "partyimport.again": Text(vi="Tải tệp khác", en="Upload another file"),
    "partyimport.reading": Text(vi="Đang đọc tệp", en="The file is being read"),
    "partyimport.read_so_far": Text(
        vi="Đã đọc {rows} dòng, {bad} dòng sai.", en="{rows} rows read, {bad} of them wrong."
    ),
    "partyimport.leave": Text(
        vi="Bạn có thể rời trang này; kết quả chờ ở đây một ngày.",
        en="You can leave this page; the result is kept here for a day.",
    ),
    "partyimport.leave_coming": Text(
        vi="Bạn có thể rời trang này; việc nhập vẫn tiếp tục.",
        en="You can leave this page; the import continues.",
    ),
    "partyimport.discarded_said": Text(
        vi="Tệp không được xác nhận nên các dòng đã xóa. Chưa có gì vào sổ.",
        en="The file was not confirmed, so its rows were deleted. Nothing entered the register.",
    ),
    "partyimport.counted": Text(
        vi="{rows} dòng: {good} dòng mới, {known} dòng đã có trong sổ, {bad} dòng sai.",
        en="{rows} {rows:row|rows}: {good} new, {known} already in the register, {bad} wrong.",
    ),
    "partyimport.nothing_yet": Text(vi="Chưa có gì vào sổ.", en="Nothing is in the register yet."),
    "partyimport.before": Text(
        vi="Chính tệp này đã được nhập lúc {when} ({who}).",
        en="This same file was imported on {when} ({who}).",
    ),
    "partyimport.see_before": Text(vi="Xem lần nhập đó", en="See that import"),
    "partyimport.look_at_letters": Text(
        vi="Tệp dùng bảng mã Windows-1258. Hãy xem các dòng dưới đây có đúng dấu tiếng Việt không.",
        en="The file is in Windows-1258. Check that the rows below have the right Vietnamese letters.",
    ),
    "partyimport.unknown": Text(
        vi="Cột không nhận ra, được bỏ qua: {names}.",
        en="Columns not recognised and ignored: {names}.",
    ),
    "partyimport.twice": Text(
        vi="Cột lặp lại, chỉ đọc cột đầu: {names}.",
        en="Repeated columns, of which only the first is read: {names}.",
    ),
    "partyimport.others": Text(
        vi="Chỉ đọc trang tính này; không đọc: {names}.",
        en="Only this sheet is read; not read: {names}.",
    ),
    "partyimport.hidden": Text(
        vi="{count} dòng đang ẩn trong tệp cũng được đọc.",
        en="{count} hidden {count:row is|rows are} read too.",
    ),
    "partyimport.passed": Text(
        vi="Dòng {row} chỉ đánh số cột, được bỏ qua.",
        en="Row {row} only numbers the columns and is ignored.",
    ),
    "partyimport.only_uploader": Text(
        vi="Chỉ {who}, người tải tệp lên, được xác nhận nhập.",
        en="Only {who}, who uploaded the file, can confirm the import.",
    ),
    "partyimport.no_good": Text(
        vi="Không có dòng nào nhập được. Hãy sửa các dòng sai rồi tải lên lại.",
        en="No row can be imported. Correct the wrong rows and upload the file again.",
    ),
    "partyimport.known_question": Text(
        vi="{count} dòng đã có trong sổ (cùng mã số, hoặc cùng tên và địa chỉ) thì sao?",
        en="{count} {count:row is|rows are} already in the register (same number, or same name and address). "
        "What should happen?",
    ),
    "partyimport.known_what": Text(vi="Dòng đã có trong sổ", en="Rows already in the register"),
    "partyimport.known_skip": Text(
        vi="Bỏ qua, giữ nguyên sổ", en="Skip and leave the register unchanged"
    ),
    "partyimport.known_correct": Text(
        vi="Sửa sổ theo tệp", en="Correct the register from the file"
    ),
    "partyimport.known_correct_said": Text(
        vi="Ô có ghi thì thay; ô trống không đổi gì. Mỗi lần sửa có trong nhật ký của tổ chức, cá nhân đó.",
        en="Filled cells replace values; empty cells change nothing. Each correction appears in the history of "
        "that party.",
    ),
    "partyimport.known_needed": Text(
        vi="Hãy chọn cách xử lý dòng đã có trong sổ.",
        en="Choose what happens to rows already in the register.",
    ),
    "partyimport.extent": Text(
        vi="{count} dòng sai thì sao?",
        en="{count} {count:row is|rows are} wrong. What should happen?",
    ),
    "partyimport.extent_good": Text(
        vi="Nhập các dòng đúng; dòng sai tải về sửa sau",
        en="Import the correct rows; download the wrong ones to correct later",
    ),
    "partyimport.extent_all": Text(
        vi="Tất cả hoặc không gì: còn dòng sai thì không nhập dòng nào",
        en="All or nothing: while any row is wrong, no row is imported",
    ),
    "partyimport.begin_said": Text(
        vi="Các dòng vào sổ của {unit} theo từng phần. Bạn có thể tạm dừng; phần đã vào thì ở lại sổ.",
        en="The rows are imported into the register of {unit} in portions. You can pause; imported portions stay.",
    ),
    "partyimport.begin": Text(vi="Nhập vào sổ", en="Import into the register"),
    "partyimport.discard": Text(vi="Bỏ tệp này", en="Discard this file"),
    "partyimport.coming": Text(vi="Đang nhập vào sổ", en="Importing into the register"),
    "partyimport.came": Text(vi="Đã vào sổ", en="Imported"),
    "partyimport.done_of": Text(vi="{done} / {whole} dòng", en="{done} of {whole} rows"),
    "partyimport.rate": Text(vi="{rate} dòng mỗi giây", en="{rate} rows per second"),
    "partyimport.left": Text(vi="còn khoảng {seconds} giây", en="about {seconds} seconds left"),
    "partyimport.registered": Text(vi="Ghi mới", en="Added"),
    "partyimport.corrected": Text(vi="Đã sửa", en="Corrected"),
    "partyimport.skipped": Text(vi="Bỏ qua", en="Skipped"),
    "partyimport.pause": Text(vi="Tạm dừng", en="Pause"),
    "partyimport.go_on": Text(vi="Nhập tiếp", en="Continue"),
    "partyimport.give_up": Text(vi="Bỏ phần còn lại", en="Abandon the rest"),
    "partyimport.give_up_said": Text(
        vi="{done} dòng đã vào sổ và ở lại; {left} dòng sẽ không vào. Không quay lại được; nhập tiếp thì tải tệp lại.",
        en="{done} {done:row has|rows have} been imported and will stay; {left} will not be imported. This "
        "cannot be undone: to continue, upload the file again.",
    ),
    "partyimport.given_up_said": Text(
        vi="Phần còn lại đã bỏ: {left} dòng không vào sổ. Các phần đã vào ghi ở dưới.",
        en="The rest was abandoned: {left} {left:row was|rows were} not imported. The imported portions are "
        "listed below.",
    ),
    "partyimport.finished_said": Text(
        vi="Đã nhập xong: ghi mới {registered}, sửa {corrected}.",
        en="Import finished: {registered} added, {corrected} corrected.",
    ),
    "partyimport.reason": Text(vi="Lý do", en="Reason"),
    "partyimport.reason_needed": Text(
        vi="Hãy ghi lý do, từ 3 đến 2.000 ký tự.", en="Give a reason of 3 to 2,000 characters."
    ),
    "partyimport.to_register": Text(vi="Mở sổ", en="Open the register"),
    "partyimport.portions": Text(vi="Các phần đã vào sổ", en="Imported portions"),
    "partyimport.portions_said": Text(
        vi="Mỗi phần vào trọn vẹn trong một lần, và có một mục trong nhật ký.",
        en="Each portion was imported as a whole, and has an entry in the log.",
    ),
    "partyimport.portion": Text(vi="Phần", en="Portion"),
    "partyimport.portion_rows": Text(vi="Dòng của tệp", en="Rows in the file"),
    "partyimport.portion_at": Text(vi="Lúc", en="Time"),
    "partyimport.more_portions": Text(vi="Các phần trước", en="Earlier portions"),
    "partyimport.wrong_rows": Text(
        vi="Dòng không nhập được ({count})", en="Rows that cannot be imported ({count})"
    ),
    "partyimport.wrong_said": Text(
        vi="Tải các dòng này kèm lý do, sửa rồi tải lên lại:",
        en="Download these rows with the reasons, correct them and upload them again:",
    ),
    "partyimport.errors_xlsx": Text(vi="tệp lỗi XLSX", en="error file (XLSX)"),
    "partyimport.errors_csv": Text(vi="CSV", en="CSV"),
    "partyimport.errors_name": Text(vi="loi", en="errors"),
    "partyimport.error_column": Text(vi="Lỗi", en="Error"),
    "partyimport.more_wrong": Text(
        vi="Còn {count} dòng nữa, có đủ trong tệp lỗi.",
        en="{count} more {count:row|rows}; the error file has them all.",
    ),
    "partyimport.kept_said": Text(
        vi="Tệp lỗi tải được trong {days} ngày sau khi kết thúc.",
        en="The error file can be downloaded for {days} {days:day|days} after the import ends.",
    ),
    "partyimport.known_rows": Text(vi="Dòng đã có trong sổ", en="Rows already in the register"),
    "partyimport.good_rows": Text(vi="Dòng mới", en="New rows"),
    "partyimport.more_rows": Text(vi="Còn {count} dòng nữa.", en="{count} more {count:row|rows}."),
    "partyimport.row": Text(vi="Dòng {row}", en="Row {row}"),
    "partyimport.row_heading": Text(vi="Dòng", en="Row"),
    "partyimport.cell": Text(vi="Ô", en="Cell"),
    "partyimport.column": Text(vi="Cột", en="Column"),
    "partyimport.said_there": Text(vi="Đang ghi", en="Value"),
    "partyimport.empty_cell": Text(vi="(trống)", en="(empty)"),
    "partyimport.why": Text(vi="Vì sao sai", en="What is wrong"),
    "partyimport.name": Text(vi="Tên", en="Name"),
    "partyimport.kind": Text(vi="Loại", en="Kind"),
    "partyimport.numbers": Text(vi="Mã số", en="Numbers"),
    "partyimport.address": Text(vi="Địa chỉ", en="Address"),
    "partyimport.done_begun": Text(vi="Đã bắt đầu nhập.", en="The import has started."),
    "partyimport.done_paused": Text(
        vi="Đã tạm dừng sau phần đang nhập.", en="Paused after the current portion."
    ),
    "partyimport.done_resumed": Text(vi="Đang nhập tiếp.", en="The import continues."),
    "partyimport.done_given_up": Text(vi="Đã bỏ phần còn lại.", en="The rest was abandoned."),
    "partyimport.done_already": Text(
        vi="Việc này đã được ghi từ trước.", en="This was already recorded."
    ),
    "partyimport.template_name": Text(vi="Mau danh sach to chuc ca nhan", en="Party list template"),
}

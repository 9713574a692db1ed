"""Words of the import of parties from a file."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "partyimport.list": Text(vi="Nhập danh sách vào sổ", en="Imports into the register"),
    "partyimport.one": Text(vi="Nhập danh sách", en="Import of a list"),
    "partyimport.new": Text(vi="Nhập từ tệp", en="Import a file"),
    "partyimport.lead": Text(
        vi="Các tệp tổ chức, cá nhân mà Chi cục đã tải lên, và đã vào sổ đến đâu.",
        en="Files of parties that the department uploaded, and how far each is in the register.",
    ),
    "partyimport.none": Text(
        vi="Chưa có tệp nào được tải lên. Hãy tải danh sách của Chi cục để đưa vào sổ.",
        en="No file was uploaded yet. Upload a list of the department to bring it into the register.",
    ),
    "partyimport.total": Text(vi="{count} tệp", en="{count} {count:file|files}"),
    "partyimport.file": Text(vi="Tệp", en="File"),
    "partyimport.state": Text(vi="Tình trạng", en="State"),
    "partyimport.head_came": Text(vi="Đã xử lý", en="Handled"),
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
    "partyimport.state_unread": Text(vi="Không đọc được", en="Not readable"),
    "partyimport.state_read": Text(vi="Chờ xác nhận", en="Waits for confirmation"),
    "partyimport.state_discarded": Text(vi="Đã bỏ, chưa nhập", en="Discarded"),
    "partyimport.state_running": Text(vi="Đang nhập", en="Coming in"),
    "partyimport.state_paused": Text(vi="Tạm dừng", en="Paused"),
    "partyimport.state_finished": Text(vi="Đã nhập xong", en="Finished"),
    "partyimport.state_given_up": Text(vi="Đã bỏ phần còn lại", en="The rest was given up"),
    "partyimport.stopped": Text(vi="Bị dừng", en="Stopped"),
    "partyimport.step_1": Text(vi="1. Chuẩn bị tệp", en="1. Prepare the file"),
    "partyimport.step_2": Text(vi="2. Chọn tệp", en="2. Choose the file"),
    "partyimport.step_3": Text(vi="3. Xem trước, rồi xác nhận", en="3. Preview, then confirm"),
    "partyimport.step_3_said": Text(
        vi="Hệ thống đọc tệp và chỉ ra từng ô sai. Chưa có gì vào sổ cho tới khi bạn xác nhận.",
        en="The file is read and every wrong cell is named. Nothing is in the register until you confirm.",
    ),
    "partyimport.template": Text(vi="Tải tệp mẫu (XLSX)", en="Download the template (XLSX)"),
    "partyimport.columns": Text(vi="Các cột được nhận ra", en="Columns that are recognised"),
    "partyimport.columns_said": Text(
        vi="Thứ tự cột tùy ý, có dấu hay không dấu. Cần tên và địa chỉ; mã số thuế và CCCD được kiểm tra.",
        en="Columns in any order, with or without diacritics. Name and address are needed; numbers are checked.",
    ),
    "partyimport.file_hint": Text(
        vi="XLSX hoặc CSV (dấu phẩy, chấm phẩy, tab). Tối đa {size} và {rows} dòng; không macro, không mật khẩu.",
        en="XLSX, or CSV with commas, semicolons or tabs. At most {size} and {rows} rows; no macros, no password.",
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
        en="You may leave this page; what was read waits here for a day.",
    ),
    "partyimport.leave_coming": Text(
        vi="Bạn có thể rời trang này; việc nhập vẫn tiếp tục.",
        en="You may leave this page; the import goes on.",
    ),
    "partyimport.discarded_said": Text(
        vi="Tệp không được xác nhận nên các dòng đã xóa. Chưa có gì vào sổ.",
        en="The file was not confirmed, so its rows were deleted. Nothing came into the register.",
    ),
    "partyimport.counted": Text(
        vi="{rows} dòng: {good} dòng mới, {known} dòng đã có trong sổ, {bad} dòng sai.",
        en="{rows} rows: {good} new, {known} in the register already, {bad} wrong.",
    ),
    "partyimport.nothing_yet": Text(vi="Chưa có gì vào sổ.", en="Nothing is in the register yet."),
    "partyimport.before": Text(
        vi="Chính tệp này đã được nhập lúc {when} ({who}).",
        en="This very file was imported on {when} ({who}).",
    ),
    "partyimport.see_before": Text(vi="Xem lần nhập đó", en="See that import"),
    "partyimport.look_at_letters": Text(
        vi="Tệp dùng bảng mã Windows-1258. Hãy xem các dòng dưới đây có đúng dấu tiếng Việt không.",
        en="The file is in Windows-1258. Look whether the rows below have the right Vietnamese letters.",
    ),
    "partyimport.unknown": Text(
        vi="Cột không nhận ra, được bỏ qua: {names}.",
        en="Columns not recognised, left out: {names}.",
    ),
    "partyimport.twice": Text(
        vi="Cột lặp lại, chỉ đọc cột đầu: {names}.",
        en="Columns that occur twice, only the first is read: {names}.",
    ),
    "partyimport.others": Text(
        vi="Chỉ đọc trang tính này; không đọc: {names}.",
        en="Only this sheet is read; not read: {names}.",
    ),
    "partyimport.hidden": Text(
        vi="{count} dòng đang ẩn trong tệp cũng được đọc.",
        en="{count} rows that the file hides are read too.",
    ),
    "partyimport.passed": Text(
        vi="Dòng {row} chỉ đánh số cột, được bỏ qua.",
        en="Row {row} only numbers the columns and is passed over.",
    ),
    "partyimport.only_uploader": Text(
        vi="Chỉ {who}, người tải tệp lên, được xác nhận nhập.",
        en="Only {who}, who uploaded the file, confirms it.",
    ),
    "partyimport.no_good": Text(
        vi="Không có dòng nào nhập được. Hãy sửa các dòng sai rồi tải lên lại.",
        en="No row can come. Mend the wrong rows and upload the file again.",
    ),
    "partyimport.known_question": Text(
        vi="{count} dòng đã có trong sổ (cùng mã số, hoặc cùng tên và địa chỉ) thì sao?",
        en="What of the {count} rows that are in the register already (same number, or same name and address)?",
    ),
    "partyimport.known_what": Text(vi="Dòng đã có trong sổ", en="Rows in the register already"),
    "partyimport.known_skip": Text(
        vi="Bỏ qua, giữ nguyên sổ", en="Skip them, the register stays as it is"
    ),
    "partyimport.known_correct": Text(vi="Sửa sổ theo tệp", en="Correct the register by the file"),
    "partyimport.known_correct_said": Text(
        vi="Ô có ghi thì thay; ô trống không đổi gì. Mỗi lần sửa có trong nhật ký của tổ chức, cá nhân đó.",
        en="Cells that say something replace; empty ones change nothing. Each correction is in the log of that party.",
    ),
    "partyimport.known_needed": Text(
        vi="Hãy chọn cách xử lý dòng đã có trong sổ.",
        en="Choose what becomes of rows that are in the register already.",
    ),
    "partyimport.extent": Text(
        vi="{count} dòng sai thì sao?", en="What of the {count} wrong rows?"
    ),
    "partyimport.extent_good": Text(
        vi="Nhập các dòng đúng; dòng sai tải về sửa sau",
        en="Import the good rows; download the wrong ones to mend them",
    ),
    "partyimport.extent_all": Text(
        vi="Tất cả hoặc không gì: còn dòng sai thì không nhập dòng nào",
        en="All or none: while a row is wrong, none comes",
    ),
    "partyimport.begin_said": Text(
        vi="Các dòng vào sổ của {unit} theo từng phần. Bạn có thể tạm dừng; phần đã vào thì ở lại sổ.",
        en="The rows come into the register of {unit} in portions. You may pause; what came stays.",
    ),
    "partyimport.begin": Text(vi="Nhập vào sổ", en="Import into the register"),
    "partyimport.discard": Text(vi="Bỏ tệp này", en="Discard this file"),
    "partyimport.coming": Text(vi="Đang nhập vào sổ", en="Coming into the register"),
    "partyimport.came": Text(vi="Đã vào sổ", en="In the register"),
    "partyimport.done_of": Text(vi="{done} / {whole} dòng", en="{done} of {whole} rows"),
    "partyimport.rate": Text(vi="{rate} dòng mỗi giây", en="{rate} rows a second"),
    "partyimport.left": Text(vi="còn khoảng {seconds} giây", en="about {seconds} seconds left"),
    "partyimport.registered": Text(vi="Ghi mới", en="Registered"),
    "partyimport.corrected": Text(vi="Đã sửa", en="Corrected"),
    "partyimport.skipped": Text(vi="Bỏ qua", en="Skipped"),
    "partyimport.pause": Text(vi="Tạm dừng", en="Pause"),
    "partyimport.go_on": Text(vi="Nhập tiếp", en="Go on"),
    "partyimport.give_up": Text(vi="Bỏ phần còn lại", en="Give up the rest"),
    "partyimport.give_up_said": Text(
        vi="{done} dòng đã vào sổ và ở lại; {left} dòng sẽ không vào. Không quay lại được; nhập tiếp thì tải tệp lại.",
        en="{done} rows came and stay; {left} will not come. This cannot be undone: to go on, upload the file again.",
    ),
    "partyimport.given_up_said": Text(
        vi="Phần còn lại đã bỏ: {left} dòng không vào sổ. Các phần đã vào ghi ở dưới.",
        en="The rest was given up: {left} rows did not come. The portions that came are listed below.",
    ),
    "partyimport.finished_said": Text(
        vi="Đã nhập xong: ghi mới {registered}, sửa {corrected}.",
        en="Finished: {registered} registered, {corrected} corrected.",
    ),
    "partyimport.reason": Text(vi="Lý do", en="Reason"),
    "partyimport.reason_needed": Text(
        vi="Hãy ghi lý do, từ 3 đến 2.000 ký tự.", en="Give a reason of 3 to 2,000 characters."
    ),
    "partyimport.to_register": Text(vi="Mở sổ", en="Open the register"),
    "partyimport.portions": Text(vi="Các phần đã vào sổ", en="Portions that came"),
    "partyimport.portions_said": Text(
        vi="Mỗi phần vào trọn vẹn trong một lần, và có một mục trong nhật ký.",
        en="Each portion came whole at once, and has an entry in the log.",
    ),
    "partyimport.portion": Text(vi="Phần", en="Portion"),
    "partyimport.portion_rows": Text(vi="Dòng của tệp", en="Rows of the file"),
    "partyimport.portion_at": Text(vi="Lúc", en="At"),
    "partyimport.more_portions": Text(vi="Các phần trước", en="Earlier portions"),
    "partyimport.wrong_rows": Text(
        vi="Dòng không nhập được ({count})", en="Rows that cannot come ({count})"
    ),
    "partyimport.wrong_said": Text(
        vi="Tải các dòng này kèm lý do, sửa rồi tải lên lại:",
        en="Download these rows with the reasons, mend them and upload them again:",
    ),
    "partyimport.errors_xlsx": Text(vi="tệp lỗi XLSX", en="file of errors, XLSX"),
    "partyimport.errors_csv": Text(vi="CSV", en="CSV"),
    "partyimport.errors_name": Text(vi="loi", en="errors"),
    "partyimport.error_column": Text(vi="Lỗi", en="Error"),
    "partyimport.more_wrong": Text(
        vi="Còn {count} dòng nữa, có đủ trong tệp lỗi.",
        en="{count} more rows, all of them in the file of errors.",
    ),
    "partyimport.kept_said": Text(
        vi="Tệp lỗi tải được trong {days} ngày sau khi kết thúc.",
        en="The file of errors can be downloaded for {days} days after the end.",
    ),
    "partyimport.known_rows": Text(vi="Dòng đã có trong sổ", en="Rows in the register already"),
    "partyimport.good_rows": Text(vi="Dòng mới", en="New rows"),
    "partyimport.more_rows": Text(vi="Còn {count} dòng nữa.", en="{count} more rows."),
    "partyimport.row": Text(vi="Dòng {row}", en="Row {row}"),
    "partyimport.row_heading": Text(vi="Dòng", en="Row"),
    "partyimport.cell": Text(vi="Ô", en="Cell"),
    "partyimport.column": Text(vi="Cột", en="Column"),
    "partyimport.said_there": Text(vi="Đang ghi", en="It says"),
    "partyimport.empty_cell": Text(vi="(trống)", en="(empty)"),
    "partyimport.why": Text(vi="Vì sao sai", en="Why it is wrong"),
    "partyimport.name": Text(vi="Tên", en="Name"),
    "partyimport.kind": Text(vi="Loại", en="Kind"),
    "partyimport.numbers": Text(vi="Mã số", en="Numbers"),
    "partyimport.address": Text(vi="Địa chỉ", en="Address"),
    "partyimport.done_begun": Text(vi="Đã bắt đầu nhập.", en="The import has begun."),
    "partyimport.done_paused": Text(
        vi="Đã tạm dừng sau phần đang nhập.", en="Paused after the portion that was coming."
    ),
    "partyimport.done_resumed": Text(vi="Đang nhập tiếp.", en="The import goes on."),
    "partyimport.done_given_up": Text(vi="Đã bỏ phần còn lại.", en="The rest was given up."),
    "partyimport.done_already": Text(
        vi="Việc này đã được ghi từ trước.", en="This was recorded before."
    ),
    "partyimport.template_name": Text(vi="Mau danh sach to chuc ca nhan", en="Template of parties"),
}

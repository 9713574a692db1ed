"""Words that imports of lists from files share, whatever becomes of the rows."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "listimport.file": Text(vi="Tệp", en="File"),
    "listimport.state": Text(vi="Tình trạng", en="State"),
    "listimport.head_bad": Text(vi="Dòng sai", en="Wrong"),
    "listimport.uploaded": Text(vi="Tải lên lúc", en="Uploaded"),
    "listimport.uploaded_by": Text(vi="Người tải lên", en="Uploaded by"),
    "listimport.read_as": Text(vi="Đọc theo", en="Read as"),
    "listimport.sheet": Text(vi="Trang tính", en="Sheet"),
    "listimport.sep_comma": Text(vi="cách nhau bằng dấu phẩy", en="separated by commas"),
    "listimport.sep_semicolon": Text(
        vi="cách nhau bằng dấu chấm phẩy", en="separated by semicolons"
    ),
    "listimport.sep_tab": Text(vi="cách nhau bằng tab", en="separated by tabs"),
    "listimport.state_reading": Text(vi="Đang đọc tệp", en="Being read"),
    "listimport.state_unread": Text(vi="Không đọc được", en="Unreadable"),
    "listimport.state_read": Text(vi="Chờ xác nhận", en="To be confirmed"),
    "listimport.state_discarded": Text(vi="Đã bỏ, chưa nhập", en="Discarded"),
    "listimport.state_running": Text(vi="Đang nhập", en="Importing"),
    "listimport.state_paused": Text(vi="Tạm dừng", en="Paused"),
    "listimport.state_finished": Text(vi="Đã nhập xong", en="Finished"),
    "listimport.state_given_up": Text(vi="Đã bỏ phần còn lại", en="Rest abandoned"),
    "listimport.stopped": Text(vi="Bị dừng", en="Stopped"),
    "listimport.step_1": Text(vi="1. Chuẩn bị tệp", en="1. Prepare the file"),
    "listimport.step_2": Text(vi="2. Chọn tệp", en="2. Choose the file"),
    "listimport.step_3": Text(vi="3. Xem trước, rồi xác nhận", en="3. Preview, then confirm"),
    "listimport.template": Text(vi="Tải tệp mẫu (XLSX)", en="Download the template (XLSX)"),
    "listimport.columns": Text(vi="Các cột được nhận ra", en="Recognised columns"),
    "listimport.file_hint": Text(
        vi="XLSX hoặc CSV (dấu phẩy, chấm phẩy, tab). Tối đa {size} và {rows} dòng; không macro, không mật khẩu.",
        en="XLSX or CSV (commas, semicolons or tabs). At most {size} and {rows} rows; no macros, no password.",
    ),
    "listimport.file_needed": Text(
        vi="Hãy chọn tệp XLSX hoặc CSV.", en="Choose an XLSX or CSV file."
    ),
    "listimport.upload": Text(vi="Tải lên và xem trước", en="Upload and preview"),
    "listimport.again": Text(vi="Tải tệp khác", en="Upload another file"),
    "listimport.reading": Text(vi="Đang đọc tệp", en="The file is being read"),
    "listimport.read_so_far": Text(
        vi="Đã đọc {rows} dòng, {bad} dòng sai.", en="{rows} rows read, {bad} of them wrong."
    ),
    "listimport.leave": Text(
        vi="Bạn có thể rời trang này; kết quả chờ ở đây một ngày.",
        en="You can leave this page; the result is kept here for a day.",
    ),
    "listimport.leave_coming": Text(
        vi="Bạn có thể rời trang này; việc nhập vẫn tiếp tục.",
        en="You can leave this page; the import continues.",
    ),
    "listimport.before": Text(
        vi="Chính tệp này đã được nhập lúc {when} ({who}).",
        en="This same file was imported on {when} ({who}).",
    ),
    "listimport.see_before": Text(vi="Xem lần nhập đó", en="See that import"),
    "listimport.look_at_letters": Text(
        vi="Tệp dùng bảng mã Windows-1258. Hãy xem các dòng dưới đây có đúng dấu tiếng Việt không.",
        en="The file is in Windows-1258. Check that the rows below have the right Vietnamese letters.",
    ),
    "listimport.unknown": Text(
        vi="Cột không nhận ra, được bỏ qua: {names}.",
        en="Columns not recognised and ignored: {names}.",
    ),
    "listimport.twice": Text(
        vi="Cột lặp lại, chỉ đọc cột đầu: {names}.",
        en="Repeated columns, of which only the first is read: {names}.",
    ),
    "listimport.others": Text(
        vi="Chỉ đọc trang tính này; không đọc: {names}.",
        en="Only this sheet is read; not read: {names}.",
    ),
    "listimport.hidden": Text(
        vi="{count} dòng đang ẩn trong tệp cũng được đọc.",
        en="{count} hidden {count:row is|rows are} read too.",
    ),
    "listimport.passed": Text(
        vi="Dòng {row} chỉ đánh số cột, được bỏ qua.",
        en="Row {row} only numbers the columns and is ignored.",
    ),
    "listimport.only_uploader": Text(
        vi="Chỉ {who}, người tải tệp lên, được xác nhận nhập.",
        en="Only {who}, who uploaded the file, can confirm the import.",
    ),
    "listimport.no_good": Text(
        vi="Không có dòng nào nhập được. Hãy sửa các dòng sai rồi tải lên lại.",
        en="No row can be imported. Correct the wrong rows and upload the file again.",
    ),
    "listimport.extent": Text(
        vi="{count} dòng sai thì sao?",
        en="{count} {count:row is|rows are} wrong. What should happen?",
    ),
    "listimport.extent_good": Text(
        vi="Nhập các dòng đúng; dòng sai tải về sửa sau",
        en="Import the correct rows; download the wrong ones to correct later",
    ),
    "listimport.extent_all": Text(
        vi="Tất cả hoặc không gì: còn dòng sai thì không nhập dòng nào",
        en="All or nothing: while any row is wrong, no row is imported",
    ),
    "listimport.discard": Text(vi="Bỏ tệp này", en="Discard this file"),
    "listimport.done_of": Text(vi="{done} / {whole} dòng", en="{done} of {whole} rows"),
    "listimport.rate": Text(vi="{rate} dòng mỗi giây", en="{rate} rows per second"),
    "listimport.left": Text(vi="còn khoảng {seconds} giây", en="about {seconds} seconds left"),
    "listimport.pause": Text(vi="Tạm dừng", en="Pause"),
    "listimport.go_on": Text(vi="Nhập tiếp", en="Continue"),
    "listimport.give_up": Text(vi="Bỏ phần còn lại", en="Abandon the rest"),
    "listimport.reason": Text(vi="Lý do", en="Reason"),
    "listimport.reason_needed": Text(
        vi="Hãy ghi lý do, từ 3 đến 2.000 ký tự.", en="Give a reason of 3 to 2,000 characters."
    ),
    "listimport.wrong_rows": Text(
        vi="Dòng không nhập được ({count})", en="Rows that cannot be imported ({count})"
    ),
    "listimport.wrong_said": Text(
        vi="Tải các dòng này kèm lý do, sửa rồi tải lên lại:",
        en="Download these rows with the reasons, correct them and upload them again:",
    ),
    "listimport.errors_xlsx": Text(vi="tệp lỗi XLSX", en="error file (XLSX)"),
    "listimport.errors_csv": Text(vi="CSV", en="CSV"),
    "listimport.errors_name": Text(vi="loi", en="errors"),
    "listimport.error_column": Text(vi="Lỗi", en="Error"),
    "listimport.more_wrong": Text(
        vi="Còn {count} dòng nữa, có đủ trong tệp lỗi.",
        en="{count} more {count:row|rows}; the error file has them all.",
    ),
    "listimport.kept_said": Text(
        vi="Tệp lỗi tải được trong {days} ngày sau khi kết thúc.",
        en="The error file can be downloaded for {days} {days:day|days} after the import ends.",
    ),
    "listimport.more_rows": Text(vi="Còn {count} dòng nữa.", en="{count} more {count:row|rows}."),
    "listimport.row": Text(vi="Dòng {row}", en="Row {row}"),
    "listimport.row_heading": Text(vi="Dòng", en="Row"),
    "listimport.cell": Text(vi="Ô", en="Cell"),
    "listimport.column": Text(vi="Cột", en="Column"),
    "listimport.said_there": Text(vi="Đang ghi", en="Value"),
    "listimport.empty_cell": Text(vi="(trống)", en="(empty)"),
    "listimport.why": Text(vi="Vì sao sai", en="What is wrong"),
    "listimport.done_begun": Text(vi="Đã bắt đầu nhập.", en="The import has started."),
    "listimport.done_paused": Text(
        vi="Đã tạm dừng sau phần đang nhập.", en="Paused after the current portion."
    ),
    "listimport.done_resumed": Text(vi="Đang nhập tiếp.", en="The import continues."),
    "listimport.done_given_up": Text(vi="Đã bỏ phần còn lại.", en="The rest was abandoned."),
    "listimport.done_already": Text(
        vi="Việc này đã được ghi từ trước.", en="This was already recorded."
    ),
    "listimport.head_came": Text(vi="Đã xử lý", en="Processed"),
    "listimport.total": Text(vi="{count} tệp", en="{count} {count:file|files}"),
}

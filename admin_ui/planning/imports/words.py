"""Words of the import of plan items from a workbook."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "planimport.title": Text(vi="Nhập danh mục từ Excel", en="Import items from Excel"),
    "planimport.said": Text(
        vi="Chưa có gì vào kế hoạch cho tới khi bạn xác nhận; còn một dòng sai thì không dòng nào được nhập.",
        en="Nothing is in the plan until you confirm; while one row is wrong, none is imported.",
    ),
    "planimport.step_1": Text(vi="1. Điền tệp mẫu", en="1. Fill in the template"),
    "planimport.step_2": Text(vi="2. Chọn tệp đã điền", en="2. Choose the filled file"),
    "planimport.step_3": Text(
        vi="3. Xem trước từng dòng, rồi xác nhận", en="3. Preview every row, then confirm"
    ),
    "planimport.template": Text(vi="Tải tệp mẫu (XLSX)", en="Download the template (XLSX)"),
    "planimport.columns": Text(vi="Các cột được nhận ra", en="Columns that are recognised"),
    "planimport.columns_said": Text(
        vi="Thứ tự tùy ý, có dấu hay không dấu. Cần tên đối tượng hoặc tiêu chí, từ ngày, đến ngày, nội dung.",
        en="In any order, with or without diacritics. A subject or a criterion, both days and the contents are needed.",
    ),
    "planimport.file": Text(vi="Tệp .xlsx", en=".xlsx file"),
    "planimport.file_hint": Text(
        vi="Tối đa 8 MB và 2.000 dòng, bằng số cuộc của một kế hoạch; không macro, không mật khẩu.",
        en="At most 8 MB and 2,000 rows, as many as a plan has inspections; no macros, no password.",
    ),
    "planimport.file_needed": Text(vi="Hãy chọn tệp .xlsx.", en="Choose an .xlsx file."),
    "planimport.upload": Text(vi="Xem trước", en="Preview"),
    "planimport.preview": Text(vi="Xem trước trước khi nhập", en="Preview before the import"),
    "planimport.of_file": Text(
        vi="Tệp {name}, trang {sheet}, tải lên {when}",
        en="File {name}, sheet {sheet}, uploaded {when}",
    ),
    "planimport.counted": Text(
        vi="{rows} dòng: {good} dòng đúng, {bad} dòng sai.",
        en="{rows} rows: {good} good, {bad} wrong.",
    ),
    "planimport.faults": Text(vi="Dòng sai", en="Wrong rows"),
    "planimport.faults_said": Text(
        vi="Sửa các ô này trong tệp của bạn rồi tải lên lại. Chưa dòng nào được nhập.",
        en="Mend these cells in your file and upload it again. No row was imported.",
    ),
    "planimport.cell": Text(vi="Ô", en="Cell"),
    "planimport.row": Text(vi="Dòng {row}", en="Row {row}"),
    "planimport.column": Text(vi="Cột", en="Column"),
    "planimport.said_there": Text(vi="Đang ghi", en="It says"),
    "planimport.empty_cell": Text(vi="(trống)", en="(empty)"),
    "planimport.why": Text(vi="Vì sao sai", en="Why it is wrong"),
    "planimport.more_faults": Text(
        vi="Còn {count} lỗi nữa không hiện ở đây.", en="{count} more faults are not shown."
    ),
    "planimport.unknown": Text(
        vi="Cột không nhận ra, được bỏ qua: {names}.",
        en="Columns not recognised, left out: {names}.",
    ),
    "planimport.hidden": Text(
        vi="{count} dòng đang ẩn trong tệp (do lọc hoặc ẩn hàng) cũng được đọc: {rows}.",
        en="{count} rows that the file hides, by a filter for instance, are read too: {rows}.",
    ),
    "planimport.counting": Text(
        vi="Dòng {row} chỉ đánh số thứ tự các cột, được bỏ qua.",
        en="Row {row} only numbers the columns and is passed over.",
    ),
    "planimport.others": Text(
        vi="Chỉ đọc trang này; không đọc: {names}.",
        en="Only this sheet is read; not read: {names}.",
    ),
    "planimport.overlaps": Text(
        vi="Đối tượng đã có trong kế hoạch khác cùng năm",
        en="Subjects that are in a plan of the year already",
    ),
    "planimport.overlaps_said": Text(
        vi="Vẫn nhập được; sau đó mỗi trường hợp trùng phải được xử lý kèm lý do.",
        en="They can be imported; each overlap must then be resolved with a reason.",
    ),
    "planimport.good": Text(vi="Dòng đúng", en="Good rows"),
    "planimport.more_good": Text(vi="Còn {count} dòng đúng nữa.", en="{count} more good rows."),
    "planimport.confirm": Text(vi="Nhập {count} cuộc kiểm tra", en="Import {count} items"),
    "planimport.confirm_said": Text(
        vi="Tất cả vào kế hoạch cùng một lúc. Sau đó sửa hoặc loại từng cuộc được.",
        en="All go into the plan at once. Each can be changed or removed afterwards.",
    ),
    "planimport.again": Text(vi="Tải tệp khác", en="Upload another file"),
    "planimport.confirmed": Text(
        vi="Đã nhập {count} cuộc kiểm tra.", en="{count} items were imported."
    ),
    "planimport.to_plan": Text(vi="Mở kế hoạch", en="Open the plan"),
    "planimport.no_room": Text(
        vi="Kế hoạch chỉ còn chỗ cho {room} cuộc. Hãy chia danh mục ra nhiều kế hoạch.",
        en="The plan has room for {room} more items only. Divide the list into several plans.",
    ),
    "planimport.closed": Text(
        vi="Kế hoạch không còn sửa được (đã gửi, đã trình hoặc đã bỏ) nên không nhập được nữa.",
        en="The plan can no longer be changed (it was sent up, submitted or given up), so nothing can be imported.",
    ),
    "planimport.waits": Text(
        vi="Đang nhập {count} cuộc, có thể mất vài giây. Đừng đóng trang này.",
        en="Importing {count} items, which may take some seconds. Do not close this page.",
    ),
    "planimport.no_good": Text(vi="Không có dòng nào để nhập.", en="There is no row to import."),
    "planimport.name": Text(vi="Mau danh muc kiem tra", en="Template of plan items"),
}

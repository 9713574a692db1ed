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
    "partyimport.unit": Text(vi="Vào sổ của", en="Into the register of"),
    "partyimport.step_3_said": Text(
        vi="Hệ thống đọc tệp và chỉ ra từng ô sai. Chưa có gì vào sổ cho tới khi bạn xác nhận.",
        en="The file is read and every wrong cell is pointed out. Nothing enters the register until you confirm.",
    ),
    "partyimport.columns_said": Text(
        vi="Thứ tự cột tùy ý, có dấu hay không dấu. Cần tên và địa chỉ; mã số thuế và CCCD được kiểm tra.",
        en="Columns in any order, with or without diacritics. Name and address are required; numbers are checked.",
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
    "partyimport.begin_said": Text(
        vi="Các dòng vào sổ của {unit} theo từng phần. Bạn có thể tạm dừng; phần đã vào thì ở lại sổ.",
        en="The rows are imported into the register of {unit} in portions. You can pause; imported portions stay.",
    ),
    "partyimport.begin": Text(vi="Nhập vào sổ", en="Import into the register"),
    "partyimport.coming": Text(vi="Đang nhập vào sổ", en="Importing into the register"),
    "partyimport.came": Text(vi="Đã vào sổ", en="Imported"),
    "partyimport.registered": Text(vi="Ghi mới", en="Added"),
    "partyimport.corrected": Text(vi="Đã sửa", en="Corrected"),
    "partyimport.skipped": Text(vi="Bỏ qua", en="Skipped"),
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
        vi="Đã nhập xong. Các dòng của tệp nay có trong sổ.",
        en="Import finished. The rows of the file are in the register.",
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
    "partyimport.known_rows": Text(vi="Dòng đã có trong sổ", en="Rows already in the register"),
    "partyimport.good_rows": Text(vi="Dòng mới", en="New rows"),
    "partyimport.name": Text(vi="Tên", en="Name"),
    "partyimport.kind": Text(vi="Loại", en="Kind"),
    "partyimport.numbers": Text(vi="Mã số", en="Numbers"),
    "partyimport.address": Text(vi="Địa chỉ", en="Address"),
    "partyimport.template_name": Text(vi="Mau danh sach to chuc ca nhan", en="Party list template"),
}

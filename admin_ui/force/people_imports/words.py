"""Words of the import of officers from a file."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "peopleimport.list": Text(vi="Nhập danh sách công chức", en="Imports of officers"),
    "peopleimport.one": Text(vi="Nhập danh sách công chức", en="Import of officers"),
    "peopleimport.new": Text(vi="Nhập công chức từ tệp", en="Import officers from a file"),
    "peopleimport.lead": Text(
        vi="Các tệp công chức đã tải lên trong phạm vi bạn quản trị, và đã nhập đến đâu.",
        en="Files of officers uploaded in the scope that you administer, and how far each import is.",
    ),
    "peopleimport.none": Text(
        vi="Chưa có tệp nào được tải lên. Hãy tải danh sách công chức của đơn vị để đăng ký một lần.",
        en="No file has been uploaded yet. Upload the unit's list to register all its officers at once.",
    ),
    "peopleimport.unit": Text(vi="Phạm vi", en="Scope"),
    "peopleimport.columns_said": Text(
        vi="Thứ tự cột tùy ý, có dấu hay không dấu. Cần họ tên và đơn vị; ghi đơn vị bằng mã hoặc tên, ngày như "
        "05/03/2026.",
        en="Columns in any order, with or without diacritics. Full name and unit are required; give units by code or "
        "name and days as 05/03/2026.",
    ),
    "peopleimport.username_said": Text(
        vi="Tên đăng nhập để trống thì hệ thống đặt: chữ đầu của họ và đệm, dấu chấm, tên; trùng thì thêm số. Hoàng "
        "Ngọc "
        "An là",
        en="If the user name is left empty, one is made: the initials of the family and middle names, a dot, the "
        "given name; with a number if it is taken. Hoàng Ngọc An becomes",
    ),
    "peopleimport.second_said": Text(
        vi="Vai trò trên kiểm soát viên và chức vụ lãnh đạo không được trao ngay: hệ thống lập đề nghị để người thứ "
        "hai "
        "xác nhận.",
        en="Roles above inspector and positions of heads are not given at once: the system asks a second person to "
        "confirm them.",
    ),
    "peopleimport.step_3_said": Text(
        vi="Hệ thống đọc tệp và chỉ ra từng ô sai. Chưa ai được đăng ký cho tới khi bạn xác nhận.",
        en="The file is read and every wrong cell is pointed out. Nobody is registered until you confirm.",
    ),
    "peopleimport.discarded_said": Text(
        vi="Tệp không được xác nhận nên các dòng đã xóa. Chưa ai được đăng ký.",
        en="The file was not confirmed, so its rows were deleted. Nobody was registered.",
    ),
    "peopleimport.counted": Text(
        vi="{rows} dòng: {good} dòng nhập được, {bad} dòng sai.",
        en="{rows} {rows:row|rows}: {good} can be imported, {bad} wrong.",
    ),
    "peopleimport.nothing_yet": Text(vi="Chưa ai được đăng ký.", en="Nobody is registered yet."),
    "peopleimport.decisions": Text(vi="Quyết định về chức vụ", en="Decisions about positions"),
    "peopleimport.decisions_said": Text(
        vi="Chức vụ lãnh đạo cần người thứ hai xác nhận, dựa trên bản quét quyết định. Hãy đính kèm trước khi nhập; "
        "thiếu "
        "thì công chức vẫn được đăng ký, chức vụ phải đề nghị sau trên trang của từng người.",
        en="A second person confirms positions of heads from the scan of the decision. Attach it before you import; "
        "without it the officer is still registered, but the position has to be requested later on the officer's page.",
    ),
    "peopleimport.decisions_count": Text(
        vi="{count} quyết định, {lacking} chưa có bản quét.",
        en="{count} {count:decision|decisions}, {lacking} without a scan.",
    ),
    "peopleimport.decisions_none": Text(
        vi="Không có quyết định nào có số như vậy trong tệp.",
        en="No decision of the file has such a number.",
    ),
    "peopleimport.decisions_all": Text(vi="Xem tất cả", en="Show all"),
    "peopleimport.decision_number": Text(vi="Số quyết định có chữ", en="Decision number contains"),
    "peopleimport.decision": Text(
        vi="Số {number} ngày {day}, {rows} dòng", en="No. {number} of {day}, {rows} {rows:row|rows}"
    ),
    "peopleimport.scan_there": Text(vi="đã có bản quét", en="scan attached"),
    "peopleimport.scan_missing": Text(vi="chưa có bản quét", en="no scan yet"),
    "peopleimport.which_decision": Text(vi="Quyết định", en="Decision"),
    "peopleimport.decision_needed": Text(
        vi="Hãy chọn quyết định của bản quét này.", en="Choose the decision that this scan shows."
    ),
    "peopleimport.attach": Text(vi="Đính kèm bản quét", en="Attach the scan"),
    "peopleimport.done_attached": Text(vi="Đã đính kèm bản quét.", en="The scan is attached."),
    "peopleimport.lacking": Text(
        vi="{count} quyết định chưa có bản quét: các chức vụ đó sẽ chưa được đề nghị.",
        en="{count} {count:decision has|decisions have} no scan: the positions will not be requested yet.",
    ),
    "peopleimport.begin_said": Text(
        vi="Công chức được đăng ký theo từng phần; bạn có thể tạm dừng. Thủ trưởng các đơn vị được báo. Ai đã đăng ký "
        "thì "
        "ở lại, không gỡ hàng loạt được.",
        en="Officers are registered in portions; you can pause. The heads of the units are notified. Officers who are "
        "registered stay: this cannot be undone in one step.",
    ),
    "peopleimport.begin": Text(
        vi="Nhập {count} công chức", en="Import {count} {count:officer|officers}"
    ),
    "peopleimport.coming": Text(vi="Đang nhập công chức", en="Importing officers"),
    "peopleimport.came_heading": Text(vi="Đã nhập", en="Imported"),
    "peopleimport.given_up_said": Text(
        vi="Phần còn lại đã bỏ: {left} dòng không nhập. Ai đã đăng ký thì ở lại.",
        en="The rest was abandoned: {left} {left:row was|rows were} not imported. Registered officers stay.",
    ),
    "peopleimport.finished_said": Text(
        vi="Đã nhập xong. Bước tiếp theo: lập thư kích hoạt cho từng đơn vị.",
        en="All rows have been processed. Next: make the activation letters for each unit.",
    ),
    "peopleimport.outcome_came": Text(vi="Đã vào đủ", en="Complete"),
    "peopleimport.outcome_waits": Text(
        vi="Đã đăng ký, chờ người thứ hai", en="Registered, waiting for a second person"
    ),
    "peopleimport.outcome_partly": Text(
        vi="Đã đăng ký, có phần bị từ chối", en="Registered, partly refused"
    ),
    "peopleimport.outcome_refused": Text(vi="Không đăng ký được", en="Not registered"),
    "peopleimport.mark_partly": Text(vi="Thiếu một phần", en="Incomplete"),
    "peopleimport.mark_refused": Text(vi="Bị từ chối", en="Refused"),
    "peopleimport.outcomes": Text(vi="Kết quả từng dòng", en="Result of each row"),
    "peopleimport.outcomes_none": Text(
        vi="Chưa có dòng nào như vậy.", en="There are no such rows yet."
    ),
    "peopleimport.which": Text(vi="Kết quả", en="Result"),
    "peopleimport.all": Text(vi="Tất cả", en="All"),
    "peopleimport.ask": Text(vi="Chờ xác nhận", en="To be confirmed"),
    "peopleimport.answered": Text(vi="Đã trả lời", en="Answered"),
    "peopleimport.no_scan": Text(
        vi="Thiếu bản quét quyết định; hãy đề nghị chức vụ trên trang của công chức",
        en="The scan of the decision is missing; request the position on the officer's page",
    ),
    "peopleimport.no_scan_mark": Text(vi="Thiếu bản quét", en="No scan"),
    "peopleimport.letters": Text(vi="Thư kích hoạt theo đơn vị", en="Activation letters by unit"),
    "peopleimport.letters_lead": Text(
        vi="Các đơn vị có công chức vào từ tệp này. Mở từng đơn vị để lập thư cho người chưa đăng nhập lần nào.",
        en="Units with officers from this file. Open each one to make letters for those who have never signed in.",
    ),
    "peopleimport.letters_none": Text(
        vi="Chưa có công chức nào vào từ tệp này.",
        en="No officer from this file is registered yet.",
    ),
    "peopleimport.head_came": Text(vi="Vào từ tệp", en="From the file"),
    "peopleimport.head_never": Text(vi="Chưa đăng nhập", en="Never signed in"),
    "peopleimport.good_rows": Text(vi="Dòng nhập được", en="Rows that can be imported"),
    "peopleimport.gets": Text(vi="Được ghi", en="Receives"),
    "peopleimport.made": Text(vi="(hệ thống đặt)", en="(made)"),
    "peopleimport.gets_asked": Text(vi="{what} (chờ người thứ hai)", en="{what} (second person)"),
    "peopleimport.gets_rank": Text(vi="ngạch {code} ({name})", en="rank {code} ({name})"),
    "peopleimport.gets_card": Text(vi="thẻ {number}", en="card {number}"),
    "peopleimport.give_up_said": Text(
        vi="{done} dòng đã nhập và ở lại; {left} dòng sẽ không nhập. Không quay lại được; muốn nhập tiếp thì tải tệp "
        "lên lại.",
        en="{done} {done:row has|rows have} been imported and will stay; {left} will not be imported. This cannot be "
        "undone: to continue, upload the file again.",
    ),
    "peopleimport.template_name": Text(vi="Mau danh sach cong chuc", en="Officer list template"),
    "peopleimport.to_import": Text(vi="Về lần nhập", en="Back to the import"),
}

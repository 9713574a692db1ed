"""What is wrong with a field of a form, and what to do. `{field}` is its label."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "form.shape_day": Text(vi="ngày/tháng/năm", en="day/month/year"),
    "form.shape_moment": Text(vi="ngày/tháng/năm giờ:phút", en="day/month/year hour:minute"),
    "form.shape_clock": Text(vi="giờ:phút", en="hour:minute"),
    "form.title_day": Text(vi="Ghi ngày như 24/11/2026.", en="Write the day like 24/11/2026."),
    "form.title_moment": Text(
        vi="Ghi ngày giờ như 24/11/2026 14:30.", en="Write day and time like 24/11/2026 14:30."
    ),
    "form.title_clock": Text(vi="Ghi giờ như 14:30.", en="Write the time like 14:30."),
    "form.picker": Text(
        vi="Chọn ngày|Năm trước|Tháng trước|Tháng sau|Năm sau|Hôm nay|Đóng",
        en="Choose a day|Previous year|Previous month|Next month|Next year|Today|Close",
    ),
    "form.combo_shape": Text(vi="Gõ vài chữ để tìm", en="Type a few letters to search"),
    "form.unit_hint": Text(vi="Gõ tên hoặc mã đơn vị.", en="Type a name or a code."),
    "form.unit_title": Text(vi="Chọn đơn vị để lọc", en="Choose the unit to narrow to"),
    "form.unit_back": Text(vi="Xem danh sách không lọc theo đơn vị", en="The list of all units"),
    "form.combo_found": Text(vi="{count} kết quả", en="{count} found"),
    "form.combo_none": Text(
        vi="Không tìm thấy. Hãy gõ chữ khác.", en="Nothing found. Type something else."
    ),
    "form.combo_more": Text(
        vi="{shown} trong {count} kết quả. Gõ thêm một chữ để thu hẹp.",
        en="{shown} of {count}. Type one more word.",
    ),
    "form.combo_over": Text(
        vi="{shown} trong hơn {count} kết quả. Gõ thêm một chữ để thu hẹp.",
        en="{shown} of more than {count}. Type one more word.",
    ),
    "form.combo_several": Text(
        vi="«{field}»: «{typed}» có thể là {count} mục. Hãy chọn một mục dưới đây hoặc gõ thêm.",
        en="“{field}”: “{typed}” may mean {count}. Choose one below, or type more.",
    ),
    "form.combo_unknown": Text(
        vi="«{field}»: không tìm thấy «{typed}» trong những mục được chọn. Hãy gõ chữ khác.",
        en="“{field}”: nothing that may be chosen is called “{typed}”. Type something else.",
    ),
    "form.search_words": Text(
        vi="Gõ vài chữ để tìm|{count} kết quả|Không tìm thấy. Hãy gõ chữ khác.|"
        "{shown} trong {count} kết quả. Gõ thêm một chữ để thu hẹp.",
        en="Type a few letters to search|{count} found|Nothing found. Type something else.|"
        "{shown} of {count}. Type one more word.",
    ),
    "form.people_words": Text(
        vi="Gõ tên để thêm người|{count} người|Không còn ai khớp. Hãy gõ chữ khác.|"
        "{shown} trong {count} người. Gõ thêm một chữ để thu hẹp.|"
        "Hãy chọn một người trong danh sách, hoặc xóa chữ đã gõ.",
        en="Type a name to add somebody|{count} people|Nobody else matches. Type something else.|"
        "{shown} of {count} people. Type one more word.|"
        "Choose a person from the list, or clear what was typed.",
    ),
    "form.people_typed": Text(
        vi="Người khác: họ tên hoặc tên đăng nhập, mỗi dòng một người",
        en="Others: name or username, one a line",
    ),
    "form.people_drop": Text(vi="Bỏ {name}", en="Remove {name}"),
    "form.rare": Text(vi="Trường hợp ngoại lệ", en="Exceptions"),
    "form.rare_said": Text(vi="thường để trống", en="usually left empty"),
    "form.sift": Text(vi="Lọc danh sách", en="Filter the list"),
    "form.not_asked": Text(
        vi="«{field}» không ghi khi «{by}» là «{chosen}». Hãy xóa ô này, hoặc chọn lại «{by}».",
        en="“{field}” is not given where “{by}” is “{chosen}”. Empty it, or choose “{by}” again.",
    ),
    "form.photos": Text(
        vi="«{field}»: cuộc kiểm tra không có ảnh số {number}. Hãy chọn trong những ảnh bên dưới.",
        en="“{field}”: the inspection has no photograph {number}. Choose from those below.",
    ),
    "form.photos_pick": Text(vi="Chọn ảnh", en="Choose photographs"),
    "form.photos_there": Text(
        vi="Ảnh của cuộc kiểm tra ({count})", en="Photographs of the inspection ({count})"
    ),
    "form.photos_hint": Text(
        vi="Chọn ảnh ở từng dòng, hoặc ghi số ảnh vào dòng, ví dụ 3, 5.",
        en="Choose at each row, or write numbers into the row, for example 3, 5.",
    ),
    "form.photos_words": Text(vi="Chọn ảnh|Xong|Quay lại", en="Choose photographs|Done|Back"),
    "form.draft_words": Text(
        vi="Đã lưu nháp lúc {at} trong trình duyệt này.|Có bản nháp bạn gõ lúc {at}, chưa gửi.|Dùng bản nháp|"
        "Bỏ bản nháp|Đã bỏ bản nháp.|Chưa lưu nháp được: trình duyệt không cho. Hãy gửi trước khi rời trang.|"
        "Đã dùng bản nháp. Những nội dung sau không còn ô để đặt, hãy chép lại nếu cần:",
        en="Draft saved at {at} in this browser.|There is a draft of {at} that was not sent.|Use the draft|"
        "Discard the draft|Draft discarded.|The browser does not let a draft be saved. Send before you leave.|"
        "Draft used. These texts have no field any more; copy them if you need them:",
    ),
    "form.grid_row": Text(vi="Dòng", en="Row"),
    "form.grid_hint": Text(
        vi="Dán được từ Excel vào một ô bất kỳ. Ctrl+Enter thêm dòng, Ctrl+Delete xóa dòng; dòng trống không tính.",
        en="Paste from Excel into any cell. Ctrl+Enter adds a row, Ctrl+Delete removes it; empty rows do not count.",
    ),
    "form.grid_words": Text(
        vi="Xóa dòng {number}|Đã xóa dòng {number}.|Nhiều nhất {most} dòng.|Đã dán {count} dòng.|"
        "Đã dán {count} dòng; {left} dòng chưa dán vì quá nhiều.",
        en="Remove row {number}|Row {number} removed.|At most {most} rows.|{count} rows pasted.|"
        "{count} rows pasted; {left} rows were too many.",
    ),
    "form.style_title": Text(vi="Trường nhập", en="Fields"),
    "form.style_disabled": Text(vi="Không sửa được", en="Disabled"),
    "form.style_context_said": Text(
        vi="Một phần ba trang nêu điều cần đọc khi ghi: quy định, số liệu của vụ việc, cách ghi.",
        en="A third of the page says what to read while writing: rules, figures of the case, how to write.",
    ),
    "form.missing": Text(vi="Hãy điền «{field}».", en="Fill in “{field}”."),
    "form.choice": Text(
        vi="Hãy chọn «{field}» trong danh sách.", en="Choose “{field}” from the list."
    ),
    "form.tick": Text(
        vi="«{field}»: hãy đánh dấu ít nhất một mục.", en="“{field}”: tick at least one."
    ),
    "form.short": Text(
        vi="«{field}» ngắn quá: ít nhất {least} ký tự.",
        en="“{field}” is too short: at least {least} characters.",
    ),
    "form.long": Text(
        vi="«{field}» dài quá: nhiều nhất {most} ký tự.",
        en="“{field}” is too long: at most {most} characters.",
    ),
    "form.line": Text(
        vi="«{field}»: dòng {number} cần từ {least} đến {most} ký tự.",
        en="“{field}”: line {number} needs {least} to {most} characters.",
    ),
    "form.many": Text(
        vi="«{field}»: nhiều nhất {most} mục.", en="“{field}”: at most {most} items."
    ),
    "form.day": Text(
        vi="«{field}» không phải ngày có thật. Hãy ghi như 24/11/2026.",
        en="“{field}” is not a valid day. Write it like 24/11/2026.",
    ),
    "form.no_such_day": Text(
        vi="«{field}» không phải ngày có thật: tháng {month} không có ngày {day}, chỉ đến ngày {last}.",
        en="“{field}” is not a valid day: {month} has no day {day}; its last day is {last}.",
    ),
    "form.order": Text(
        vi="«{field}» không được trước «{first}».", en="“{field}” must not be before “{first}”."
    ),
    "form.moment": Text(
        vi="«{field}» không phải ngày giờ có thật. Hãy ghi đủ ngày và giờ như 24/11/2026 14:30.",
        en="“{field}” is not a valid day and time. Write both like 24/11/2026 14:30.",
    ),
    "form.clock": Text(
        vi="«{field}» không phải giờ có thật. Hãy ghi như 14:30.",
        en="“{field}” is not a valid time. Write it like 14:30.",
    ),
    "form.money": Text(
        vi="«{field}» phải là số đồng nguyên, ví dụ 1.250.000.",
        en="“{field}” must be a whole number of VND, for example 1,250,000.",
    ),
    "form.number": Text(
        vi="«{field}» phải là số nguyên từ {least} đến {most}.",
        en="“{field}” must be a whole number from {least} to {most}.",
    ),
    "form.signed": Text(
        vi="«{field}» phải là số nguyên, ví dụ 1.250 hoặc -3.",
        en="“{field}” must be a whole number, for example 1.250 or -3.",
    ),
    "form.tenths": Text(
        vi="«{field}» phải là số có nhiều nhất một chữ số thập phân, ví dụ 12,5.",
        en="“{field}” must be a number with at most one decimal, for example 12,5.",
    ),
    "form.amount": Text(
        vi="«{field}» phải là số, ví dụ 1250, 1.250 hoặc 12,5.",
        en="“{field}” must be a number, for example 1250, 1.250 or 12,5.",
    ),
    "form.unclear": Text(
        vi="«{field}»: «{typed}» có thể là {value}, cũng có thể là số lẻ. Hãy gõ {value} nếu đúng vậy.",
        en="“{field}”: “{typed}” may be {value}, or a fraction. Type {value} if that is what you mean.",
    ),
}

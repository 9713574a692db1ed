"""Help beside the forms of units: adding, renaming, and what two administrators restructure."""

from admin_ui.shell.help.beside.texts import Beside, beside

FORMS: dict[str, Beside] = {
    "unit_new": beside(
        (
            "Thêm một đơn vị.",
            "Adds a unit.",
        ),
        (
            "Quyết định về tổ chức của cấp có thẩm quyền.",
            "The decision of the authority on its organisation.",
        ),
        (
            "Đơn vị có từ ngày hiệu lực. Chuyển công chức và gắn vai trò ở trang Công chức.",
            "The unit is there from its first day. Move officers and give roles on the officers' pages.",
        ),
    ),
    "unit_restructured": beside(
        (
            "Đề nghị sáp nhập, chuyển trực thuộc, chia tách hoặc giải thể một đơn vị.",
            "Asks that a unit be merged, moved, split or closed.",
        ),
        (
            "Quyết định của cấp có thẩm quyền. Việc giữa hai Chi cục do cấp trên của cả hai làm.",
            "The decision of the authority. What concerns two departments is done by the level above both.",
        ),
        (
            "Trang sau đếm những gì được chuyển rồi gửi đề nghị; chỉ có hiệu lực khi một người quản trị khác của cấp "
            "trên xác nhận. Nhiều đơn vị cùng lúc: người vận hành dùng tệp các bước.",
            "The next page counts what goes where and sends the request; it holds once another administrator of the "
            "level above has confirmed it. For many units at once the operator uses a list of steps.",
        ),
    ),
    "restructuring_second": beside(
        (
            "Xem lại việc sắp xếp đơn vị do người khác đề nghị, rồi xác nhận hoặc không.",
            "Looks again at a restructuring that somebody else asked for, and confirms it or not.",
        ),
        (
            "Quyết định của cấp có thẩm quyền. Người đứng đầu đơn vị nhận, người được họ giao quyền hoặc giao quyền "
            "cho "
            "họ không xác nhận.",
            "The decision of the authority. Who heads a receiving unit, or delegates to or acts for its head, does not "
            "confirm.",
        ),
        (
            "Xác nhận thì có hiệu lực ngay và cần mã xác thực (OTP). Vai trò và chức vụ khác đi tiếp; chức vụ đứng "
            "đầu, "
            "cấp phó kết thúc cùng đơn vị.",
            "Confirmed, it holds at once, and takes a one-time code. Roles and other positions go on; those of heads "
            "and deputies end with the unit.",
        ),
    ),
    "unit_act": beside(
        (
            "Thay đổi cơ cấu tổ chức: thêm, đổi tên hoặc giải thể một đơn vị. Giấy tờ đã lập giữ tên cũ.",
            "Changes the organisation: adds, renames or closes a unit. Papers that were made keep the earlier name.",
        ),
        (
            "Theo quyết định về tổ chức của cấp có thẩm quyền; ghi số quyết định trong lý do.",
            "By the decision of the authority on its organisation; give its number in the reason.",
        ),
        (
            "Phạm vi xem hồ sơ theo cơ cấu mới ngay. Chỉ giải thể được đơn vị không còn công chức và đơn vị trực "
            "thuộc; "
            "hồ sơ vẫn đọc được từ cấp trên.",
            "Scopes follow the new organisation at once. Only a unit without officers and units below is closed; its "
            "records are still read from above.",
        ),
    ),
}

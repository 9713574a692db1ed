"""Why a row of a list of officers cannot come, and what to do: in both languages."""

from typing import Final

from backend.force.texts.accounts import refusal
from schemas.core.problems import Text


def of_refusal(code: str) -> Text:
    """Return the sentence with which the one door refuses the same."""
    return refusal(code).text


def role_unknown(said: str) -> Text:
    """Return what is said of a role that there is not."""
    return Text(
        vi=f"Không có vai trò “{said}”. Ghi một hoặc nhiều, cách nhau bằng dấu chấm phẩy: Kiểm soát viên, Trưởng Đoàn "
        "kiểm tra, Người có thẩm quyền, Kiểm tra nội bộ, Quản trị hệ thống, Văn thư, Pháp chế.",
        en=f"There is no role “{said}”. Write one or several, separated by semicolons: Inspector, Team leader, "
        "Supervisor, Auditor, Administrator, Clerk, Legal officer.",
    )


NAME_MISSING: Final = Text(vi="Thiếu họ và tên.", en="The full name is missing.")
UNIT_MISSING: Final = Text(
    vi="Thiếu đơn vị. Ghi mã hoặc tên đơn vị.", en="The unit is missing. Write its code or name."
)
UNIT_UNKNOWN: Final = Text(
    vi="Không có đơn vị này. Ghi mã đơn vị, hoặc tên đầy đủ như trong danh sách đơn vị.",
    en="There is no such unit. Write its code, or its full name as the list of units has it.",
)
UNIT_CLOSED: Final = Text(
    vi="Đơn vị này đã kết thúc hoạt động. Ghi đơn vị tiếp nhận.",
    en="This unit was closed. Write the unit that took over.",
)
UNIT_OUT_OF_SCOPE: Final = Text(
    vi="Đơn vị này nằm ngoài phạm vi bạn quản trị. Người quản trị của đơn vị đó phải nhập dòng này.",
    en="This unit is out of the scope that you administer. Its own administrator has to bring this row.",
)
UNIT_SEVERAL: Final = Text(
    vi="Có nhiều đơn vị cùng tên này. Hãy ghi mã đơn vị.",
    en="Several units have this name. Write the unit's code.",
)
USERNAME: Final = Text(
    vi="Tên đăng nhập gồm 2–63 ký tự: chữ thường a–z, số, dấu chấm, gạch dưới, gạch nối. Để trống thì hệ thống tự đặt.",
    en="A user name has 2 to 63 characters: a-z, digits, dot, underscore, hyphen. Left empty, one is made.",
)
LANGUAGE: Final = Text(vi="Ghi Tiếng Việt hoặc English.", en="Write Tiếng Việt or English.")
TITLE_MISSING: Final = Text(
    vi="Có ngày hoặc quyết định nhưng thiếu chức vụ.",
    en="There is a day or a decision without a position.",
)
TITLE_OF_ANOTHER_KIND: Final = Text(
    vi="Loại đơn vị này không có chức vụ đó. Hãy kiểm tra lại đơn vị và chức vụ.",
    en="A unit of this kind has no such position. Check unit and position.",
)
FROM_MISSING: Final = Text(
    vi="Thiếu ngày bắt đầu giữ chức vụ.", en="The first day of the position is missing."
)
DECISION_MISSING: Final = Text(
    vi="Chức vụ này phải có người thứ hai xác nhận: cần số và ngày của quyết định.",
    en="This position needs a second person: write the decision's number and date.",
)
RANK_UNKNOWN: Final = Text(
    vi="Không có ngạch này. Ghi mã 21.187, 21.188, 21.189 hoặc 21.190, hoặc tên ngạch (Thông tư 02/2022/TT-BCT).",
    en="There is no such rank. Write its code, 21.187, 21.188, 21.189 or 21.190, or its name (Circular "
    "02/2022/TT-BCT).",
)
RANK_PART_MISSING: Final = Text(
    vi="Ngạch cần đủ mã ngạch, ngày bắt đầu, số và ngày của quyết định. Chưa có thì để trống cả bốn ô.",
    en="A rank needs its code, its first day, and number and date of its decision. If it has none yet, leave all "
    "four cells empty.",
)
CARD_PART_MISSING: Final = Text(
    vi="Thẻ kiểm tra cần đủ số thẻ, ngày cấp và ngày hết hạn.",
    en="A card needs its number, the day of issue and the day of expiry.",
)
CARD_EXPIRED: Final = Text(
    vi="Thẻ đã hết hạn. Ghi thẻ mới, hoặc để trống ba ô của thẻ.",
    en="The card has expired. Write the new one, or leave the three cells of the card empty.",
)
DAY: Final = Text(
    vi="Ngày không đúng; ghi như 05/03/2026.", en="This is no day; write it as 05/03/2026."
)
DAY_OUT_OF_BOUNDS: Final = Text(
    vi="Ngày này quá sớm hoặc quá muộn. Hãy kiểm tra lại năm.",
    en="This day is too early or too late. Check the year.",
)
USERNAME_TWICE: Final = Text(
    vi="Tên đăng nhập trùng với dòng {row} của tệp.", en="The user name of row {row} of the file."
)
NUMBER_TWICE: Final = Text(
    vi="Số hiệu trùng với dòng {row} của tệp.", en="The officer number of row {row} of the file."
)
CARD_TWICE: Final = Text(
    vi="Số thẻ trùng với dòng {row} của tệp.", en="The card number of row {row} of the file."
)
HEAD_TWICE: Final = Text(
    vi="Dòng {row} đã là cấp trưởng của đơn vị này.", en="Row {row} heads this unit already."
)
HEAD_THERE: Final = Text(
    vi="Đơn vị này đang có cấp trưởng. Hãy kết thúc chức vụ đó trước, hoặc để trống chức vụ rồi đề nghị sau.",
    en="This unit has a head. End that position first, or leave the position empty and ask for it later.",
)
NAMESAKE_NEEDS_NUMBER: Final = Text(
    vi="Trùng họ tên với dòng {row} cùng Chi cục: cả hai dòng cần số hiệu công chức.",
    en="The name of row {row} of the same department: both rows need an officer number.",
)

"""Why a workbook is not read, in both languages."""

from backend.core import formats
from backend.core.errors import Conflict, Invalid
from backend.planning.plans import judging
from backend.planning.rules.sheet_columns import letter
from media import sheet_child
from media.sheets import FaultCode, SheetFault
from schemas.core.problems import Text

_MEGABYTES = sheet_child.MOST_BYTES // 1024**2
_ROWS = (formats.grouped(judging.MOST), formats.grouped(judging.MOST, "en"))
_LETTERS = (
    formats.grouped(sheet_child.MOST_LETTERS),
    formats.grouped(sheet_child.MOST_LETTERS, "en"),
)
_TEXTS: dict[FaultCode, tuple[str, str]] = {
    "not_xlsx": (
        "Tệp không phải bảng tính Excel dạng .xlsx. Hãy mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx.",
        "The file is not an Excel workbook (.xlsx). Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "damaged": (
        "Tệp .xlsx bị hỏng hoặc chưa tải lên hết. Hãy mở lại, lưu lại rồi tải lên lần nữa.",
        "The .xlsx file is damaged or was cut. Open it, save it again and upload it once more.",
    ),
    "encrypted": (
        "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.",
        "The file is behind a password. Take the password off and upload it again.",
    ),
    "macros": (
        "Tệp có chứa macro. Hãy lưu lại dạng .xlsx không có macro.",
        "The file holds macros. Save it as .xlsx without macros.",
    ),
    "too_big": (
        f"Tệp quá lớn: hơn {_MEGABYTES} MB, hoặc nội dung khi mở ra quá lớn. Hãy chia thành nhiều tệp, "
        "hoặc chép riêng các dòng có dữ liệu sang tệp mới.",
        f"The file is too large: over {_MEGABYTES} MB, or too much when it is opened. Divide it into several "
        "files, or copy only the rows that hold something into a new file.",
    ),
    "too_many_sheets": (
        f"Tệp có hơn {sheet_child.MOST_SHEETS} trang tính. Hãy chỉ giữ trang có danh sách.",
        f"The file has more than {sheet_child.MOST_SHEETS} sheets. Keep only the one with the list.",
    ),
    "too_many_rows": (
        f"Trang tính có hơn {_ROWS[0]} dòng, nhiều hơn số cuộc kiểm tra của một kế hoạch. Hãy bớt dòng hoặc chia "
        "thành nhiều kế hoạch; kế hoạch của cơ quan khác thì chia thành nhiều tệp.",
        f"The sheet has more than {_ROWS[1]} rows, more than a plan has inspections. Take rows out or divide them "
        "into several plans; another agency's plan is divided into several files.",
    ),
    "too_many_columns": (
        f"Trang tính có hơn {sheet_child.MOST_COLUMNS} cột.",
        f"The sheet has more than {sheet_child.MOST_COLUMNS} columns.",
    ),
    "cell_too_long": (
        f"Một ô có hơn {_LETTERS[0]} ký tự.",
        f"A cell has more than {_LETTERS[1]} characters.",
    ),
    "stopped": (
        "Đọc tệp tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng lại. Hãy chép riêng các dòng có dữ liệu sang tệp "
        "mới rồi tải lên; nếu tệp vốn nhỏ, hãy thử lại sau ít phút.",
        "Reading the file took too much time or memory and was stopped. Copy only the rows that hold something into "
        "a new file; if the file is small, try again in a few minutes.",
    ),
    "empty": (
        "Tệp không có trang tính nào có dữ liệu.",
        "No sheet of the file holds anything.",
    ),
}


class WorkbookUnreadable(Invalid):
    """The uploaded file is no workbook that is read here; nothing of it was kept."""

    code = "workbook_unreadable"

    def __init__(self, fault: SheetFault) -> None:
        vi, en = _TEXTS[fault.fault]
        if fault.row is not None:
            place = f"{letter((fault.column or 1) - 1)}{fault.row}" if fault.column else ""
            vi = f"{vi} ({f'Ô {place}' if place else f'Dòng {fault.row}'}.)"
            en = f"{en} ({f'Cell {place}' if place else f'Row {fault.row}'}.)"
        super().__init__(code=f"workbook_{fault.fault}", text=Text(vi=vi, en=en))


class HeadingsMissing(Invalid):
    """No row of the sheet names whom to inspect and two more columns."""

    code = "workbook_headings_missing"
    text_vi = (
        "Không tìm thấy dòng tiêu đề: cần cột “Tên đối tượng kiểm tra” hoặc “Tiêu chí” và ít nhất hai cột khác. "
        "Hãy dùng tệp mẫu."
    )
    text_en = (
        "No row of headings was found: a column “Subject” or “Criterion” and at least two others are needed. "
        "Use the template."
    )


class ImportHasFaults(Conflict):
    """Rows are wrong, so nothing is imported."""

    code = "import_has_faults"
    text_vi = "Còn dòng sai nên chưa nhập dòng nào. Hãy sửa tệp và tải lên lại."
    text_en = "Rows are wrong, so none was imported. Mend the file and upload it again."


class ImportChanged(Conflict):
    """What was confirmed is not what was previewed."""

    code = "import_changed"
    text_vi = "Tệp đã xem trước không còn, hoặc đã nhập rồi. Hãy tải tệp lên lại."
    text_en = "The previewed file is gone, or was imported already. Upload the file again."


class PlanClosed(Conflict):
    """The plan was sent up, submitted or given up between preview and confirmation."""

    code = "import_plan_closed"
    text_vi = "Kế hoạch không còn sửa được nữa nên chưa nhập dòng nào. Hãy mở lại trang kế hoạch."
    text_en = "The plan can no longer be changed, so no row was imported. Look at the plan's page."

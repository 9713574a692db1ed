"""Why a stranger's table is not read, in both languages, with the limits of the import that asks."""

from typing import NamedTuple

from backend.core import formats
from backend.core.errors import Invalid
from backend.core.sheets.headings import letter
from media.sheets import SheetFault
from media.tables import Fault
from media.workbooks import MOST_SHEETS
from schemas.core.problems import Text


class Limits(NamedTuple):
    """What one kind of import takes."""

    most_bytes: int
    most_rows: int
    most_columns: int
    most_letters: int
    too_many_rows: Text | None = None
    """In the words of what is imported, where those say more."""
    csv: bool = False
    """CSV is taken too."""


class TableUnreadable(Invalid):
    """The file is no table that is read here; nothing of it was kept."""

    code = "workbook_unreadable"

    def __init__(self, fault: SheetFault | Fault, limits: Limits) -> None:
        said = _said(fault.fault, limits)
        vi, en = said.vi, said.en
        if fault.row is not None:
            place = f"{letter((fault.column or 1) - 1)}{fault.row}" if fault.column else ""
            vi = f"{vi} ({f'Ô {place}' if place else f'Dòng {fault.row}'}.)"
            en = f"{en} ({f'Cell {place}' if place else f'Row {fault.row}'}.)"
        super().__init__(code=f"workbook_{fault.fault}", text=Text(vi=vi, en=en))


def _said(fault: str, limits: Limits) -> Text:
    if fault == "too_many_rows" and limits.too_many_rows is not None:
        return limits.too_many_rows
    if fault == "not_xlsx" and limits.csv:
        fault = "not_a_table"
    vi, en = _TEXTS[fault]
    return Text(vi=vi.format(**_filled(limits, "vi")), en=en.format(**_filled(limits, "en")))


def _filled(limits: Limits, language: formats.Language) -> dict[str, str]:
    return {
        "megabytes": str(limits.most_bytes // 1_000_000),
        "sheets": str(MOST_SHEETS),
        "rows": formats.grouped(limits.most_rows, language),
        "columns": str(limits.most_columns),
        "letters": formats.grouped(limits.most_letters, language),
    }


_TEXTS: dict[str, tuple[str, str]] = {
    "not_xlsx": (
        "Tệp không phải bảng tính Excel dạng .xlsx. Hãy mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx.",
        "The file is not an Excel workbook (.xlsx). Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
    "not_a_table": (
        "Tệp không phải bảng tính .xlsx hay tệp CSV. Hãy mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx.",
        "The file is neither a workbook (.xlsx) nor CSV. Open it in Excel or LibreOffice and save it as .xlsx.",
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
        "Tệp quá lớn: hơn {megabytes} MB, hoặc nội dung khi mở ra quá lớn. Hãy chia thành nhiều tệp, "
        "hoặc chép riêng các dòng có dữ liệu sang tệp mới.",
        "The file is too large: over {megabytes} MB, or too much when it is opened. Divide it into several "
        "files, or copy only the rows that hold something into a new file.",
    ),
    "too_many_sheets": (
        "Tệp có hơn {sheets} trang tính. Hãy chỉ giữ trang có danh sách.",
        "The file has more than {sheets} sheets. Keep only the one with the list.",
    ),
    "too_many_rows": (
        "Danh sách có hơn {rows} dòng. Hãy chia thành nhiều tệp.",
        "The list has more than {rows} rows. Divide it into several files.",
    ),
    "too_many_columns": (
        "Trang tính có hơn {columns} cột. Hãy xóa các cột không dùng, kể cả cột trống có định dạng.",
        "The sheet has more than {columns} columns. Delete those that are not used, formatted empty ones too.",
    ),
    "cell_too_long": (
        "Một ô có hơn {letters} ký tự. Hãy rút gọn; trong tệp CSV cũng có thể thiếu dấu ngoặc kép đóng.",
        "A cell has more than {letters} characters. Shorten it; in a CSV a closing quotation mark may be missing.",
    ),
    "line_too_long": (
        "Một dòng của tệp CSV quá dài: giữa các bản ghi không có xuống dòng. Hãy mở bằng Excel, lưu lại dạng .xlsx.",
        "A line of the CSV is too long: no line breaks part its records. Open it in Excel and save it as .xlsx.",
    ),
    "quote_open": (
        "Tệp CSV kết thúc giữa một ô trong dấu ngoặc kép: tệp bị cắt hoặc thiếu dấu đóng. Hãy xuất và tải lên lại.",
        "The CSV ends within a quoted cell: it was cut, or a closing mark is missing. Export it and upload it again.",
    ),
    "quotes": (
        "Dấu ngoặc kép đặt sai trong tệp CSV: dấu bên trong một ô phải viết hai lần. Hãy sửa, hoặc lưu lại dạng .xlsx.",
        "A quotation mark of the CSV is misplaced: inside a cell it is written twice. Mend it, or save it as .xlsx.",
    ),
    "encoding": (
        "Không đọc được tiếng Việt trong tệp: bảng mã không phải UTF-8, UTF-16 hay Windows-1258 (có thể là phông TCVN3 "
        "hoặc VNI). Trong Excel hãy chọn “Lưu thành” – “CSV UTF-8”, hoặc lưu dạng .xlsx.",
        "The file's letters cannot be read: its encoding is not UTF-8, UTF-16 or Windows-1258 (perhaps a TCVN3 or VNI "
        "font). In Excel choose “Save as” – “CSV UTF-8”, or save it as .xlsx.",
    ),
    "stopped": (
        "Đọc tệp tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng lại. Hãy chép riêng các dòng có dữ liệu sang tệp "
        "mới rồi tải lên; nếu tệp vốn nhỏ, hãy thử lại sau ít phút.",
        "Reading the file took too much time or memory and was stopped. Copy only the rows that hold something into "
        "a new file; if the file is small, try again in a few minutes.",
    ),
    "empty": (
        "Tệp không có dữ liệu nào.",
        "The file holds nothing.",
    ),
}

"""Why a workbook is not read, in both languages."""

from backend.core import formats
from backend.core.errors import Conflict, Invalid
from backend.core.sheet_reading.faults import Limits, TableUnreadable
from backend.planning.plans import judging
from media import sheet_child
from media.sheets import SheetFault
from schemas.core.problems import Text

_ROWS = (formats.grouped(judging.MOST), formats.grouped(judging.MOST, "en"))
_LIMITS = Limits(
    most_bytes=sheet_child.MOST_BYTES,
    most_rows=judging.MOST,
    most_columns=sheet_child.MOST_COLUMNS,
    most_letters=sheet_child.MOST_LETTERS,
    too_many_rows=Text(
        vi=f"Trang tính có hơn {_ROWS[0]} dòng, nhiều hơn số cuộc kiểm tra của một kế hoạch. Hãy bớt dòng hoặc chia "
        "thành nhiều kế hoạch; kế hoạch của cơ quan khác thì chia thành nhiều tệp.",
        en=f"The sheet has more than {_ROWS[1]} rows, more than a plan has inspections. Take rows out or divide them "
        "into several plans; another agency's plan is divided into several files.",
    ),
)


class WorkbookUnreadable(TableUnreadable):
    """The uploaded file is no workbook that is read here; nothing of it was kept."""

    def __init__(self, fault: SheetFault) -> None:
        super().__init__(fault, _LIMITS)


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

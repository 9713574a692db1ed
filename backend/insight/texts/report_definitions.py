"""Why a change of a report's definition is refused, and how rows that follow from data are called."""

from typing import Any

from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

TEXTS: dict[str, Text] = {
    "definition_at_desk": Text(
        vi="Việc này chỉ làm được tại bàn làm việc.", en="This can be done at the desk only."
    ),
    "definition_keepers": Text(
        vi="Chỉ quản trị viên hoặc pháp chế của toàn lực lượng soạn và ban hành mẫu báo cáo.",
        en="Only an administrator or a legal officer of the whole force drafts and publishes report definitions.",
    ),
    "definition_misplaced": Text(
        vi="Mã mẫu báo cáo không thuộc hồ sơ này.", en="The code does not belong to this record."
    ),
    "definition_waiting": Text(
        vi="Mẫu này đang có một dự thảo chờ ban hành. Hãy ban hành hoặc từ chối dự thảo đó trước.",
        en="A draft of this definition is waiting. Publish or decline it first.",
    ),
    "definition_unknown": Text(
        vi="Không có dự thảo này, hoặc đã được trả lời. Hãy tải lại trang.",
        en="There is no such draft, or it has been answered. Reload the page.",
    ),
    "definition_two_persons": Text(
        vi="Cần người thứ hai ban hành: người soạn không tự ban hành.",
        en="A second person must publish it: not who drafted it.",
    ),
    "definition_words": Text(
        vi="Tên mẫu, tên từng phần, từng dòng, từng cột phải có cả tiếng Việt và tiếng Anh.",
        en="Titles, parts, rows and columns need words in both languages.",
    ),
    "definition_long": Text(
        vi="“{text}” quá dài: tối đa {most} ký tự.",
        en="“{text}” is too long: {most} characters at most.",
    ),
    "definition_large": Text(
        vi="Các bảng của một mẫu có tối đa {most} dòng.",
        en="The tables of a definition have {most} rows at most.",
    ),
    "definition_behaviours": Text(
        vi="Một mẫu có tối đa {most} bảng theo hành vi.",
        en="A definition has {most} tables by behaviour at most.",
    ),
    "definition_part_twice": Text(
        vi="Mã phần “{part}” xuất hiện hai lần.", en="The part “{part}” is there twice."
    ),
    "definition_levels": Text(
        vi="Một cấp đơn vị được chọn hai lần.", en="A level of units is there twice."
    ),
    "definition_limit": Text(
        vi="Thời hạn “{limit}” không có, hoặc không phải của kỳ báo cáo này.",
        en="There is no limit “{limit}”, or it is not for this period.",
    ),
    "definition_table": Text(
        vi="Bảng “{part}” chưa đủ: bảng theo chỉ tiêu cần dòng và cột; bảng khác chỉ cần các chỉ tiêu.",
        en="The table “{part}” is not whole: figures in rows need rows and columns; rows from data need figures alone.",
    ),
    "definition_figure": Text(
        vi="Bảng “{part}”: không có chỉ tiêu “{figure}” vào ngày bắt đầu áp dụng.",
        en="Table “{part}”: no figure “{figure}” is defined on the first day.",
    ),
    "definition_column_twice": Text(
        vi="Bảng “{part}” có hai cột như nhau.", en="The table “{part}” has a column twice."
    ),
    "definition_filter_empty": Text(
        vi="Bảng “{part}”, chỉ tiêu “{figure}”: bộ lọc của dòng nằm ngoài bộ lọc của bảng, không còn gì để đếm.",
        en="Table “{part}”, figure “{figure}”: the row selects nothing of what the table selects.",
    ),
    "definition_filter_unknown": Text(
        vi="Bảng “{part}”, chỉ tiêu “{figure}”: bộ lọc có giá trị không tồn tại “{value}”.",
        en="Table “{part}”, figure “{figure}”: the filter names “{value}”, which does not exist.",
    ),
    "definition_stated": Text(
        vi="Bảng “{part}”: chỉ tiêu “{figure}” do người lập ghi, chỉ đặt được ở dòng của bảng theo chỉ tiêu.",
        en="Table “{part}”: people write the figure “{figure}”: only a table of figures in rows has a place for it.",
    ),
    "definition_not_along": Text(
        vi="Bảng “{part}”: chỉ tiêu “{figure}” không cộng được theo lĩnh vực, hành vi.",
        en="Table “{part}”: the figure “{figure}” does not add up along fields or behaviours.",
    ),
    "definition_no_field": Text(
        vi="Bảng “{part}”: chỉ tiêu “{figure}” không phân theo lĩnh vực, kết quả sẽ luôn bằng 0.",
        en="Table “{part}”: the figure “{figure}” is not told apart by field and would always be 0.",
    ),
    "definition_no_behaviour": Text(
        vi="Bảng “{part}”: chỉ tiêu “{figure}” không phân theo hành vi, kết quả sẽ luôn bằng 0.",
        en="Table “{part}”: the figure “{figure}” is not told apart by behaviour and would always be 0.",
    ),
    "definition_no_party": Text(
        vi="Bảng “{part}”: chỉ tiêu “{figure}” không phân theo đối tượng, kết quả sẽ luôn bằng 0.",
        en="Table “{part}”: the figure “{figure}” is not told apart by party and would always be 0.",
    ),
    "definition_questions": Text(
        vi="Mẫu có quá {most} bộ lọc khác nhau. Hãy chia thành nhiều mẫu.",
        en="More than {most} different filters. Make several definitions of it.",
    ),
    "definition_day": Text(
        vi="Ngày bắt đầu phải từ {day} đến một năm kể từ hôm nay.",
        en="The first day must lie between {day} and a year from today.",
    ),
    "definition_over": Text(
        vi="Mẫu này chưa ban hành, hoặc đã thôi áp dụng.",
        en="It is not published, or has ended already.",
    ),
    "definition_past": Text(
        vi="Ngày thôi áp dụng không được trước hôm nay.", en="The end must not lie before today."
    ),
}

FIELDS: dict[str, Text] = {
    "trade": Text(vi="Thương mại", en="Trade"),
    "price": Text(vi="Giá", en="Prices"),
    "counterfeit": Text(vi="Hàng giả", en="Counterfeits"),
    "banned": Text(vi="Hàng cấm", en="Banned goods"),
    "consumer": Text(vi="Bảo vệ người tiêu dùng", en="Consumer protection"),
    "ip": Text(vi="Sở hữu trí tuệ", en="Intellectual property"),
    "food": Text(vi="An toàn thực phẩm", en="Food safety"),
    "quality": Text(vi="Nhãn, chất lượng hàng hóa", en="Labels and quality"),
    "petrol": Text(vi="Xăng dầu, khí", en="Petrol and gas"),
}
TOTAL = Text(vi="Tổng cộng", en="Total")
OWN = Text(vi="Trực tiếp tại đơn vị", en="At the unit itself")
UNTOLD = Text(vi="Chưa xác định", en="Not told")
OTHERS = Text(vi="Còn lại", en="The others")


def refusal(code: str, **names: str) -> Refuse:
    """Return a refusal of the record handler of definitions, by its code."""
    told = TEXTS[code]
    text = Text(vi=told.vi.format(**names), en=told.en.format(**names))
    detail: dict[str, Any] = dict(names)
    return Refuse(code=code, text=text, detail=detail)

"""Words of the search box, its answer and the page of results."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "find.label": Text(
        vi="Tìm hồ sơ, văn bản, tổ chức, cá nhân",
        en="Search records, papers, parties, people",
    ),
    "find.placeholder": Text(vi="Tìm tên, số, địa chỉ", en="Name, number, address"),
    "find.go": Text(vi="Tìm", en="Search"),
    "find.answer": Text(vi="Kết quả tìm", en="Results"),
    "find.said": Text(
        vi="Có {count} kết quả. Dùng phím mũi tên để chọn.",
        en="{count} results. Use the arrow keys to choose.",
    ),
    "find.said_none": Text(vi="Không tìm thấy gì.", en="Nothing was found."),
    "find.none": Text(
        vi="Không tìm thấy “{text}” trong phạm vi của bạn. Hãy thử ít từ hơn, hoặc gõ một phần của số.",
        en="“{text}” was not found in what you may see. Try fewer words, or a part of a number.",
    ),
    "find.all": Text(vi="Xem tất cả: {kind}", en="See all: {kind}"),
    "find.behind": Text(
        vi="Chưa tìm được những gì ghi trong {span} gần đây.",
        en="What was recorded in the last {span} cannot be found yet.",
    ),
    "find.kind_case": Text(vi="Hồ sơ vụ việc", en="Cases"),
    "find.kind_inspection": Text(vi="Kiểm tra", en="Inspections"),
    "find.kind_information": Text(vi="Thông tin tiếp nhận", en="Information received"),
    "find.kind_paper": Text(vi="Văn bản của vụ việc", en="Papers of cases"),
    "find.kind_submission": Text(vi="Hồ sơ trình phê duyệt", en="Submissions for approval"),
    "find.kind_plan": Text(vi="Kế hoạch kiểm tra", en="Inspection plans"),
    "find.kind_report": Text(vi="Báo cáo", en="Reports"),
    "find.kind_party": Text(vi="Tổ chức, cá nhân", en="Parties"),
    "find.kind_person": Text(vi="Công chức", en="Officers"),
    "find.kind_behaviour": Text(vi="Hành vi vi phạm", en="Behaviours"),
    "find.in_number": Text(vi="Số", en="Number"),
    "find.in_party": Text(vi="Đối tượng", en="Party"),
    "find.in_identifier": Text(vi="Mã số, giấy tờ", en="Identifier"),
    "find.in_address": Text(vi="Địa chỉ", en="Address"),
    "find.in_goods": Text(vi="Hàng hóa", en="Goods"),
    "find.in_behaviour": Text(vi="Hành vi", en="Behaviour"),
    "find.in_summary": Text(vi="Nội dung", en="Content"),
    "find.in_minutes": Text(vi="Biên bản", en="Minutes"),
    "find.in_paper": Text(vi="Văn bản", en="Paper"),
    "find.in_comment": Text(vi="Ý kiến", en="Comment"),
    "find.in_caption": Text(vi="Chú thích ảnh", en="Caption"),
    "find.in_explanation": Text(vi="Giải trình, khiếu nại", en="Explanation, complaint"),
    "find.in_filed": Text(vi="Tài liệu", en="Document"),
    "find.in_title": Text(vi="Tên", en="Title"),
    "find.title": Text(vi="Tra cứu", en="Search"),
    "find.words": Text(vi="Từ cần tìm", en="Words"),
    "find.words_hint": Text(
        vi="Tên, số, địa chỉ, tên hàng, lời trong biên bản. Không cần dấu.",
        en="A name, a number, an address, goods, words of minutes. No diacritics needed.",
    ),
    "find.kinds": Text(vi="Loại hồ sơ", en="Kinds"),
    "find.kind_any": Text(vi="Mọi loại", en="All kinds"),
    "find.more": Text(vi="Thêm điều kiện", en="More conditions"),
    "find.unit": Text(vi="Đơn vị", en="Unit"),
    "find.officer": Text(vi="Công chức", en="Officer"),
    "find.state": Text(vi="Trạng thái", en="State"),
    "find.since": Text(vi="Từ ngày", en="From"),
    "find.until": Text(vi="Đến ngày", en="To"),
    "find.behaviour": Text(vi="Hành vi (mã hoặc tên)", en="Behaviour (code or name)"),
    "find.value_from": Text(vi="Tiền phạt từ (đồng)", en="Fine from (đồng)"),
    "find.value_to": Text(vi="Tiền phạt đến (đồng)", en="Fine to (đồng)"),
    "find.place": Text(vi="Địa điểm", en="Place"),
    "find.party": Text(vi="Đối tượng trong danh bạ", en="Party of the register"),
    "find.any": Text(vi="Tất cả", en="All"),
    "find.count": Text(vi="{count} kết quả, mới nhất trước", en="{count} results, newest first"),
    "find.count_over": Text(
        vi="Hơn {count} kết quả, mới nhất trước", en="More than {count} results, newest first"
    ),
    "find.empty": Text(
        vi="Không có kết quả nào khớp. Hãy bớt điều kiện, dùng ít từ hơn hoặc kiểm tra lại chính tả.",
        en="Nothing matches. Use fewer conditions or words, or check the spelling.",
    ),
    "find.looser": Text(
        vi="Không có kết quả chứa đủ các từ đã gõ; dưới đây là kết quả có từ bắt đầu như vậy.",
        en="Nothing has these words whole; these have words that begin so.",
    ),
    "find.wrong_date": Text(vi="Ngày không đúng dạng.", en="The date is not valid."),
    "find.wrong_value": Text(
        vi="Số tiền chỉ gồm chữ số, ví dụ 5.000.000.",
        en="An amount has digits only, such as 5.000.000.",
    ),
    "find.wrong_officer": Text(
        vi="Không có công chức nào tên như vậy, hoặc có quá nhiều. Hãy gõ đủ họ tên.",
        en="No officer has this name, or too many have. Type the whole name.",
    ),
    "find.wrong_behaviour": Text(
        vi="Không có hành vi nào khớp, hoặc có quá nhiều. Hãy gõ mã hoặc nhiều từ hơn.",
        en="No behaviour matches, or too many do. Type its code or more words.",
    ),
    "find.kind": Text(vi="Loại hồ sơ", en="Kind"),
    "find.unread": Text(
        vi="Không có mục nào như điều kiện «{name}» trong địa chỉ này, hoặc mục đó ngoài phạm vi của bạn. "
        "Kết quả dưới đây không lọc theo điều kiện ấy.",
        en="The condition “{name}” of this address names nothing, or nothing that you may see. "
        "The results below are not narrowed by it.",
    ),
    "find.unread_off": Text(vi="Bỏ điều kiện này", en="Remove this condition"),
    "find.nothing_asked": Text(
        vi="Hãy gõ từ cần tìm hoặc chọn loại hồ sơ.", en="Type words, or choose a kind."
    ),
}

"""Words about a licence that a sanction suspends, in both languages."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "suspended.part": Text(vi="Tước quyền sử dụng giấy phép, chứng chỉ", en="Licences suspended"),
    "suspended.part_means": Text(
        vi="Thời hạn tính từ ngày quyết định có hiệu lực thi hành (khoản 3 Điều 25 Luật Xử lý vi phạm hành chính).",
        en="The term runs from the day on which the decision takes effect (Law on Handling Administrative Violations "
        "Art 25.3).",
    ),
    "suspended.now": Text(vi="Bị tước quyền sử dụng", en="Suspended"),
    "suspended.unsaid": Text(
        vi="Có quyết định tước, xem thời hạn", en="Suspended by a decision: see its term"
    ),
    "suspended.any": Text(
        vi="Giấy phép theo quyết định xử phạt", en="Licence as the sanction decision has it"
    ),
    "suspended.said": Text(vi="Từ {first} đến hết {last}", en="From {first} to the end of {last}"),
    "suspended.handed_said": Text(
        vi="Từ {first}, ngày giấy phép được giao nộp, đến hết {last}",
        en="From {first}, when the licence was handed over, to the end of {last}",
    ),
    "suspended.at_handing_over": Text(
        vi="{term}, kể từ ngày giấy phép được giao nộp; vụ việc chưa có biên bản giữ giấy phép đó (MBB08), hãy lập khi "
        "nhận giấy phép",
        en="{term} from the day on which the licence is handed over; the case has no minutes that hold it (MBB08): "
        "draw them up when it is handed over",
    ),
    "suspended.months": Text(vi="{count} tháng", en="{count} {count:month|months}"),
    "suspended.days": Text(vi="{count} ngày", en="{count} {count:day|days}"),
    "suspended.chair": Text(
        vi="Chủ tịch {place} quyết định tước, tính từ ngày {date}; giấy phép nào và đến ngày nào thì xem bản quyết "
        "định trong hồ sơ",
        en="Suspended by the chair of {place} from {date} on; which licence and until when, the decision in the file "
        "says",
    ),
    "suspended.changing": Text(vi="số {number} ngày {date}", en="no. {number} of {date}"),
    "suspended.changed": Text(
        vi="Quyết định này đã được sửa đổi, đính chính hoặc hủy một phần ({changes}): xem ở đó thời hạn có thay "
        "đổi không",
        en="It was amended, corrected or partly cancelled ({changes}): see there whether the term is another",
    ),
}

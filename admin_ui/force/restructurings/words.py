"""Words of restructurings that one administrator asks for and another confirms, in both languages."""

from schemas.core.problems import Text


def _t(vi: str, en: str) -> Text:
    return Text(vi=vi, en=en)


WORDS: dict[str, Text] = {
    "restructurings.title": _t("Đề nghị sắp xếp đơn vị", "Restructurings asked for"),
    "restructurings.lead": _t(
        "Sáp nhập, chuyển trực thuộc, chia tách và giải thể đơn vị cần hai người quản trị: một người đề nghị, một "
        "người "
        "khác của cấp trên xác nhận.",
        "To merge, move, split or close a unit takes two administrators: one asks, another of the level above "
        "confirms.",
    ),
    "restructurings.none": _t(
        "Chưa có đề nghị nào. Hãy mở trang của đơn vị cần sắp xếp.",
        "Nothing was asked for yet. Open the page of the unit that is to change.",
    ),
    "restructurings.open": _t("Mở đề nghị", "Open the request"),
    "restructurings.one": _t("Đề nghị", "Request"),
    "restructurings.state": _t("Trạng thái", "State"),
    "restructurings.state_waiting": _t("Chờ xác nhận", "Waiting"),
    "restructurings.state_over": _t("Hết hiệu lực", "Lapsed"),
    "restructurings.state_confirmed": _t("Đã thực hiện", "Done"),
    "restructurings.state_declined": _t("Không thực hiện", "Not done"),
    "restructurings.asker": _t("Người đề nghị", "Asked for by"),
    "restructurings.asked_at": _t("Lúc đề nghị", "Asked at"),
    "restructurings.confirmer": _t("Người xác nhận", "Confirmed by"),
    "restructurings.decliner": _t("Người từ chối hoặc rút", "Declined or taken back by"),
    "restructurings.until": _t("Hết hiệu lực nếu chưa xác nhận", "Lapses unless confirmed by"),
    "restructurings.who": _t("Người xác nhận được", "Who may confirm it"),
    "restructurings.nobody": _t(
        "Không còn người quản trị nào khác của cấp trên xác nhận được đề nghị này. Hãy giao vai trò quản trị cho một "
        "người nữa ở cấp trên, hoặc nhờ người vận hành máy chủ làm bằng tệp các bước (./hientruong restructure).",
        "No other administrator of the level above may confirm this. Give one more person there the role, or have the "
        "operator of the server do it by a list of steps (./hientruong restructure).",
    ),
    "restructurings.waits_here": _t(
        "Một đề nghị sắp xếp đơn vị này đang chờ xác nhận.",
        "A restructuring of this unit was asked for and waits.",
    ),
    "restructurings.sure_merge": _t("Đề nghị sáp nhập", "Ask for the merger"),
    "restructurings.sure_move": _t("Đề nghị chuyển trực thuộc", "Ask for the move"),
    "restructurings.sure_split": _t("Đề nghị chia tách", "Ask for the split"),
    "restructurings.sure_close": _t("Đề nghị giải thể", "Ask for the end of the unit"),
    "restructurings.says_merge": _t(
        "Từ {day}, {unit} kết thúc và sáp nhập vào {to}.",
        "From {day} on, {unit} ends and is merged into {to}.",
    ),
    "restructurings.says_move": _t(
        "Từ {day}, {unit} trực thuộc {to}.", "From {day} on, {unit} belongs to {to}."
    ),
    "restructurings.says_split": _t(
        "Từ {day}, {unit} kết thúc; phần còn lại về {to}.",
        "From {day} on, {unit} ends; the rest goes to {to}.",
    ),
    "restructurings.says_close": _t(
        "Từ {day}, {unit} giải thể; {to} kế thừa.",
        "From {day} on, {unit} is closed; {to} is its successor.",
    ),
    "restructurings.says_end": _t(
        "Từ {day}, {unit} giải thể, không có đơn vị kế thừa.",
        "From {day} on, {unit} is closed and has no successor.",
    ),
    "restructurings.second": _t(
        "Chưa có gì thay đổi. Một người quản trị khác của cấp trên xem lại các con số này rồi xác nhận trong bảy ngày.",
        "Nothing changes yet. Another administrator of the level above looks at these figures again and confirms "
        "within seven days.",
    ),
    "restructurings.ask": _t("Gửi đề nghị", "Send the request"),
    "restructurings.touched_done": _t(
        "Lúc xác nhận, việc này liên quan đến", "What was affected when it was confirmed"
    ),
    "restructurings.touched_then": _t(
        "Lúc đề nghị, việc này liên quan đến", "What was affected when it was asked for"
    ),
    "restructurings.was": _t("lúc đề nghị: {count}", "when asked: {count}"),
    "restructurings.changed": _t(
        "Từ lúc bạn mở trang, những gì việc này liên quan đến đã thay đổi, nên chưa thực hiện. Hãy xem lại rồi xác "
        "nhận.",
        "What this touches has changed since you opened the page, so nothing was done. Look again, then confirm.",
    ),
    "restructurings.note": _t("Đã đối chiếu", "What was checked"),
    "restructurings.note_hint": _t(
        "Ví dụ: đã đối chiếu quyết định số 12/QĐ-UBND với sổ văn bản đến.",
        "Such as: compared decision 12/QĐ-UBND with the register of incoming papers.",
    ),
    "restructurings.confirm": _t("Xác nhận và thực hiện", "Confirm and carry out"),
    "restructurings.do_merge": _t("Xác nhận sáp nhập", "Confirm the merger"),
    "restructurings.do_move": _t("Xác nhận chuyển trực thuộc", "Confirm the move"),
    "restructurings.do_split": _t("Xác nhận chia tách", "Confirm the split"),
    "restructurings.do_close": _t("Xác nhận giải thể", "Confirm the end"),
    "restructurings.decline": _t("Không xác nhận", "Decline"),
    "restructurings.withdraw": _t("Rút đề nghị", "Take the request back"),
    "restructurings.done_asked": _t(
        "Đã gửi đề nghị. Người xác nhận được đã nhận thông báo.",
        "The request was sent, and those who may confirm it were told.",
    ),
    "restructurings.done_confirm": _t(
        "Đã thực hiện. Người đề nghị đã nhận thông báo.", "It is done, and who asked was told."
    ),
    "restructurings.done_decline": _t(
        "Đề nghị sẽ không thực hiện. Những người liên quan đã nhận thông báo.",
        "It will not be done, and everybody concerned was told.",
    ),
    "restructurings.areas": _t("Xã, phường sang phần tách ra", "Communes that go to the part"),
    "restructurings.areas_hint": _t(
        "Mỗi dòng một xã, phường: tên kèm tỉnh (Phường Hoàn Kiếm, Hà Nội) hoặc mã 5 số. Vụ việc có hành vi xảy ra ở đó "
        "sang phần tách ra; vụ việc ở nơi khác về phần còn lại; vụ việc chưa rõ nơi thì theo người phụ trách (khoản 2 "
        "Điều 53 Luật Xử lý vi phạm hành chính).",
        "One in each line: its name with the province (Phường Hoàn Kiếm, Hà Nội), or its code of 5 digits. Open cases "
        "of acts there go to the part, those of acts elsewhere to the rest; where the place is not known, the case "
        "goes with its officer (Law on Handling Administrative Violations Art 53.2).",
    ),
    "restructurings.area_unknown": _t(
        "Không rõ xã, phường “{line}”. Hãy ghi tên đúng kèm tỉnh, thành phố, hoặc mã 5 số.",
        "It is not clear which commune “{line}” is. Write its name with the province, or its code of 5 digits.",
    ),
    "restructurings.outside": _t(
        "Không thuộc {province}, nơi đơn vị bị chia hoạt động: {communes}. Hãy đối chiếu với quyết định chia tách "
        "trước khi tiếp tục.",
        "Not in {province}, where the unit that is split works: {communes}. Compare them with the decision before "
        "you go on.",
    ),
    "restructurings.no_area": _t("Không nêu", "None named"),
    "restructurings.split_areas": _t(
        "Xã, phường sang phần tách ra", "Communes that go to the part"
    ),
    "restructurings.cases_apart": _t(
        "Vụ việc riêng sang phần tách ra", "Single cases that go to the part"
    ),
    "restructurings.cases_stay": _t(
        "Vụ việc riêng về phần còn lại", "Single cases that go to the rest"
    ),
    "restructurings.cases_hint": _t(
        "Chỉ khi khác với nơi xảy ra hay người phụ trách. Mỗi dòng một số vụ việc; trang sau liệt kê từng vụ việc "
        "đi đâu.",
        "Only where neither the place nor the officer decides. A number in each line; the next page says of each case "
        "where it goes.",
    ),
    "restructurings.case_unknown": _t(
        "Đơn vị không có vụ việc đang làm số “{number}”. Hãy xem lại số vụ việc.",
        "The unit has no open case “{number}”. Check the number.",
    ),
    "restructurings.cases": _t("Vụ việc đang làm đi đâu", "Where open cases go"),
    "restructurings.case": _t("Vụ việc", "Case"),
    "restructurings.cases_total": _t(
        "{count} vụ việc đang làm", "{count} {count:open case|open cases}"
    ),
    "restructurings.goes_to": _t("Về", "Goes to"),
    "restructurings.why": _t("Vì", "Because"),
    "restructurings.why_corrected": _t("Nêu riêng trong đề nghị", "Named in the request"),
    "restructurings.why_area": _t("Xảy ra ở {commune}", "It happened in {commune}"),
    "restructurings.why_other_area": _t(
        "Xảy ra ở {commune}, không sang phần tách ra",
        "It happened in {commune}, which stays with the rest",
    ),
    "restructurings.why_officer": _t("Theo người phụ trách {lead}", "With its officer {lead}"),
    "restructurings.why_rest": _t(
        "Phần còn lại, cùng người phụ trách {lead}", "The rest, with its officer {lead}"
    ),
    "restructurings.by_corrected": _t("nêu riêng", "named singly"),
    "restructurings.by_area": _t("theo nơi xảy ra", "by place"),
    "restructurings.by_other_area": _t("xảy ra ở nơi khác", "elsewhere"),
    "restructurings.by_officer": _t("theo người phụ trách", "by officer"),
    "restructurings.by_rest": _t("phần còn lại", "the rest"),
}

"""Names, forms and story sentences of the acts in backend/casework/acts/exhibits.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, OF_SEIZED, PAPER, REASON, SHEET, paper
from schemas.casework.words import CaseAct, ExhibitState
from schemas.core.problems import Text

_SOLD_EARLY = str(ExhibitState.SOLD_EARLY)
_SOLD = (str(ExhibitState.SOLD), _SOLD_EARLY)
_HANDED = (str(ExhibitState.RETURNED), str(ExhibitState.TRANSFERRED))
_ON_MINUTES = (str(ExhibitState.CONFISCATED), str(ExhibitState.RETURNED))
_BY_PAPER = (*_HANDED, str(ExhibitState.CONFISCATED))
"""Goods that are sold early have no decision yet, and those sold later are sold by the case's own."""

ALL = (
    Described(
        CaseAct.EXHIBITS_SEALED,
        name=Text(vi="Ghi niêm phong", en="Record sealing"),
        meaning=Text(
            vi="Theo biên bản niêm phong (MBB26) đã ký; mỗi tang vật một số niêm phong, hoặc một số cho tất cả.",
            en="By signed sealing minutes (MBB26); one seal number each, or one for all.",
        ),
        sentence=Text(
            vi="Niêm phong {exhibits} theo {document_id}, số niêm phong {seals}, lúc {sealed_at}.",
            en="Sealed {exhibits} by {document_id}, seals {seals}, at {sealed_at}.",
        ),
        form=ActForm(
            (
                paper(CaseAct.EXHIBITS_SEALED),
                OF_SEIZED,
                Field("seals"),
                Field("sealed_at", initial="now"),
            ),
            group="exhibits",
        ),
        custody=True,
    ),
    Described(
        CaseAct.EXHIBITS_UNSEALED,
        name=Text(vi="Ghi mở niêm phong", en="Record unsealing"),
        meaning=Text(
            vi="Theo biên bản mở niêm phong (MBB27) đã ký; ghi rõ niêm phong còn nguyên hay không.",
            en="By signed unsealing minutes (MBB27), which say whether the seals were intact.",
        ),
        sentence=Text(
            vi="Mở niêm phong {exhibits} theo {document_id} lúc {unsealed_at}; {intact}.",
            en="Unsealed {exhibits} by {document_id} at {unsealed_at}; {intact}.",
        ),
        form=ActForm(
            (
                paper(CaseAct.EXHIBITS_UNSEALED),
                OF_SEIZED,
                Field("intact"),
                Field("unsealed_at", initial="now"),
                REASON,
            ),
            group="exhibits",
        ),
        custody=True,
    ),
    Described(
        CaseAct.EXHIBITS_MOVED,
        name=Text(vi="Ghi chuyển nơi bảo quản tang vật", en="Record a change of custody"),
        meaning=Text(
            vi="Ai nhận bảo quản, ở đâu, lúc nào: theo MBB26, MBB27 hoặc biên bản bàn giao đã đưa vào hồ sơ; quá "
            "trình bảo quản không được đứt đoạn.",
            en="Who keeps it now, where, since when: by MBB26, MBB27 or filed handover minutes; custody must not be "
            "interrupted.",
        ),
        sentence=Text(
            vi="Chuyển {exhibits} cho {keeper} bảo quản[ tại {place}] lúc {moved_at}[ ({document_id})][ (bút lục "
            "{sheet})][. Một người làm: {alone}].",
            en="{exhibits} handed to {keeper}[ at {place}] at {moved_at}[ ({document_id})][ (sheet {sheet})][. By "
            "one person: {alone}].",
        ),
        form=ActForm(
            (
                OF_SEIZED,
                Field("keeper"),
                Field("place", word="keep_place"),
                Field("moved_at", initial="now"),
                paper(CaseAct.EXHIBITS_MOVED, word="handover_minutes"),
                SHEET,
                REASON,
                ALONE,
            ),
            group="exhibits",
        ),
        custody=True,
    ),
    Described(
        CaseAct.EXHIBITS_DIVIDED,
        name=Text(vi="Tách tang vật", en="Split exhibits"),
        meaning=Text(
            vi="Một phần tang vật được xử lý khác phần còn lại (ví dụ 30 trong 40 hộp bị tịch thu): tách thành hai "
            "dòng để văn bản nêu đúng từng phần.",
            en="If part of the exhibits is treated differently from the rest (for example 30 of 40 boxes are "
            "confiscated), split them into two rows, so that papers name each part correctly.",
        ),
        sentence=Text(
            vi="Tách {quantity} từ {exhibits} thành dòng riêng: {reason}.",
            en="{quantity} split off from {exhibits} as a row of its own: {reason}.",
        ),
        form=ActForm(
            (
                OF_SEIZED,
                Field("part_id", "fixed", initial="new"),
                Field("quantity", word="part"),
                REASON,
            ),
            sure=True,
            group="exhibits",
        ),
    ),
    Described(
        CaseAct.EXHIBITS_DISPOSED,
        name=Text(vi="Ghi xử lý tang vật", en="Record the disposal of exhibits"),
        meaning=Text(
            vi="Trả lại (MQĐ24, biên bản MBB17), tịch thu theo quyết định và biên bản MBB20; bán, chuyển giao thì chọn "
            "bút lục của hợp đồng, biên bản và ghi người nhận (giấy phép không ai nhận: chọn MQĐ42); hàng dễ hư hỏng "
            "bán ngay thì ghi cả tài khoản tạm gửi (Điều 81, 126 Luật Xử lý vi phạm hành chính).",
            en="Returned (MQĐ24, minutes MBB17), or confiscated by the decision and minutes (MBB20); if sold or handed "
            "over, choose the sheet of the filed contract or minutes and enter the recipient (a licence that nobody "
            "came for: choose MQĐ42); for perishable goods sold at once, also the deposit account (Law on Handling "
            "Administrative Violations Arts 81, 126).",
        ),
        sentence=Text(
            vi="Xử lý {exhibits}: {disposition} ngày {on}[ theo {document_id}][, biên bản {minutes_id}][, thu "
            "{proceeds}][, gửi vào {deposited}][; {receiver} nhận][ (bút lục {sheet})][. Một người làm: {alone}].",
            en="{exhibits}: {disposition} on {on}[ by {document_id}][, minutes {minutes_id}][, proceeds "
            "{proceeds}][, deposited at {deposited}][; received by {receiver}][ "
            "(sheet {sheet})][. By one person: {alone}].",
        ),
        form=ActForm(
            (
                OF_SEIZED,
                Field("disposition"),
                Field("on", initial="today"),
                Field("proceeds", only_when=("disposition", *_SOLD)),
                Field("deposited", only_when=("disposition", _SOLD_EARLY)),
                Field("receiver", only_when=("disposition", *_SOLD, *_HANDED)),
                PAPER._replace(only_when=("disposition", *_BY_PAPER)),
                paper(
                    CaseAct.EXHIBITS_DISPOSED, "minutes_id", word="confiscation_minutes"
                )._replace(only_when=("disposition", *_ON_MINUTES)),
                SHEET,
                REASON,
                ALONE,
            ),
            sure=True,
            group="exhibits",
        ),
        custody=True,
    ),
    Described(
        CaseAct.EXHIBITS_DESTROYED,
        name=Text(vi="Ghi việc tiêu hủy", en="Record the destruction"),
        meaning=Text(
            vi="Theo quyết định buộc tiêu hủy (MQĐ16) và biên bản tiêu hủy (MBB21) do người khác lập, có người tham "
            "gia (Điều 33, 126 Luật Xử lý vi phạm hành chính).",
            en="By a decision (MQĐ16) and minutes (MBB21) made by another officer, with participants (Law on "
            "Handling Administrative Violations Arts 33, 126).",
        ),
        sentence=Text(
            vi="Tiêu hủy {exhibits} ngày {destroyed_on}, theo {decision_id} và {minutes_id}.",
            en="{exhibits} destroyed on {destroyed_on}, by {decision_id} and {minutes_id}.",
        ),
        form=ActForm(
            (
                paper(CaseAct.EXHIBITS_DESTROYED, "decision_id", word="destruction_decision"),
                paper(CaseAct.EXHIBITS_DESTROYED, "minutes_id", word="destruction_minutes"),
                OF_SEIZED,
                Field("destroyed_on", initial="today"),
            ),
            sure=True,
            group="exhibits",
        ),
    ),
)

"""Names, forms and story sentences of the acts in backend/casework/acts/notices.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, DESPITE, OF_SEIZED, REASON, SHEET, paper
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.HEARING_NOTIFIED,
        name=Text(vi="Thông báo phiên giải trình", en="Notify the hearing"),
        meaning=Text(
            vi="Người vi phạm yêu cầu giải trình trực tiếp thì được thông báo bằng văn bản thời gian, địa điểm phiên "
            "giải trình (khoản 3 Điều 61 Luật Xử lý vi phạm hành chính). Phiên giải trình phải kịp thời hạn ra quyết "
            "định.",
            en="A violator who asks for a hearing is told its time and place in writing (Law on Handling "
            "Administrative Violations Art 61.3). The hearing must be before the time to decide is over.",
        ),
        sentence=Text(
            vi="Thông báo ngày {notified_on}: phiên giải trình lúc {hearing_at} tại {place}[ (bút lục {sheet})][. Vẫn "
            "làm sau cảnh báo: {despite}].",
            en="Notified on {notified_on}: hearing at {hearing_at} in {place}[ (sheet {sheet})][. Done in spite of a "
            "warning: {despite}].",
        ),
        form=ActForm(
            (
                Field("notified_on", initial="today"),
                Field("hearing_at"),
                Field("place"),
                SHEET,
                DESPITE,
            )
        ),
    ),
    Described(
        CaseAct.EXHIBITS_UNCLAIMED,
        name=Text(vi="Ghi việc không có người đến nhận", en="Record that nobody came"),
        meaning=Text(
            vi="Hết thời hạn tạm giữ mà không có người đến nhận, hoặc không rõ chủ sở hữu: hàng hóa thì thông báo lần "
            "1 trong 03 ngày làm việc (điểm a khoản 4 Điều 126 Luật Xử lý vi phạm hành chính); giấy phép, chứng chỉ "
            "thì chuyển cơ quan đã cấp trong 10 ngày làm việc (khoản 4b Điều 126).",
            en="The seizure is over and nobody came, or nobody knows the owner: for goods the first notice is due "
            "within 3 working days (Law on Handling Administrative Violations Art 126.4.a); a licence is passed to "
            "the body that issued it within 10 working days (Art 126.4b).",
        ),
        sentence=Text(
            vi="Không có người đến nhận {exhibits} ({unclaimed}), hết tạm giữ ngày {held_until}: {reason}[. Vẫn làm "
            "sau cảnh báo: {despite}].",
            en="Nobody came for {exhibits} ({unclaimed}), held until {held_until}: {reason}[. Done in spite of a "
            "warning: {despite}].",
        ),
        form=ActForm(
            (OF_SEIZED, Field("unclaimed"), Field("held_until"), REASON, DESPITE), group="exhibits"
        ),
        custody=True,
    ),
    Described(
        CaseAct.OWNER_NOTIFIED,
        name=Text(vi="Thông báo tìm chủ sở hữu tang vật", en="Call the owner of exhibits"),
        meaning=Text(
            vi="Hết thời hạn tạm giữ mà không có người đến nhận, hoặc không xác định được người vi phạm, chủ sở hữu: "
            "thông báo lần 1 trong 03 ngày làm việc, lần 2 trong 07 ngày làm việc sau lần 1, trên phương tiện thông "
            "tin đại chúng và niêm yết tại trụ sở. Rồi chờ 01 tháng nếu biết chủ sở hữu, 01 năm nếu không biết, mới "
            "tịch thu bằng MQĐ14 (khoản 4 Điều 126 Luật Xử lý vi phạm hành chính).",
            en="If nobody claims the exhibits after the seizure, or nobody knows the violator or owner: a first "
            "notice within 3 working days, a second within 7 working days of it, in the media and posted at the "
            "office. Then wait a month if the owner is known, a year if not, before confiscating them by MQĐ14 (Law "
            "on Handling Administrative Violations Art 126.4).",
        ),
        sentence=Text(
            vi="Thông báo lần {notice} ngày {notified_on} về {exhibits} ({owner}): {media}; niêm yết tại {posted_at} "
            "(bút lục {sheet})[. Một người làm: {alone}][. Vẫn làm sau cảnh báo: {despite}].",
            en="Notice {notice} on {notified_on} about {exhibits} ({owner}): {media}; posted at {posted_at} (sheet "
            "{sheet})[. By one person: {alone}][. Done in spite of a warning: {despite}].",
        ),
        form=ActForm(
            (
                OF_SEIZED,
                Field("notice", word="notice_number", initial="1"),
                Field("owner"),
                Field("notified_on", initial="today"),
                Field("media"),
                Field("posted_at"),
                SHEET,
                ALONE,
                DESPITE,
            ),
            group="exhibits",
        ),
        custody=True,
    ),
    Described(
        CaseAct.OWNER_NOT_AWAITED,
        name=Text(vi="Không chờ chủ sở hữu", en="Do not await the owner"),
        meaning=Text(
            vi="Hàng cấm, hàng gây hại không phải thông báo và chờ (khoản 5 Điều 126 Luật Xử lý vi phạm hành chính). "
            "Không rõ chủ sở hữu thì chờ 01 năm từ thông báo lần hai; điểm b khoản 4 còn cách hiểu là 01 tháng: theo "
            "cách đó phải ghi lý do.",
            en="Banned or harmful goods need no notice and no waiting (Law on Handling Administrative Violations Art "
            "126.5). If the owner is unknown, the wait is a year from the second notice; Art 126.4 b can also be read "
            "as a month, which needs a reason.",
        ),
        sentence=Text(
            vi="Không chờ chủ sở hữu của {exhibits}: {why}.",
            en="The owner of {exhibits} is not awaited: {why}.",
        ),
        form=ActForm((OF_SEIZED, Field("why"), REASON), sure=True, group="exhibits"),
        custody=True,
    ),
    Described(
        CaseAct.COPY_SENT,
        name=Text(vi="Ghi việc gửi quyết định", en="Record a copy sent"),
        meaning=Text(
            vi="Gửi quyết định đã ký cho cơ quan cấp giấy phép khi tước quyền sử dụng giấy phép (khoản 5 Điều 9 Nghị "
            "định 118/2021/NĐ-CP, 02 ngày làm việc), cho trang thông tin điện tử hoặc báo khi công bố (Điều 18, 03 "
            "ngày làm việc), hoặc cơ quan khác.",
            en="A signed decision goes to the licensor if it suspends a licence (Decree 118/2021 Art 9.5, 2 working "
            "days), to the web site or paper if it is made public (Art 18, 3 working days), or to another office.",
        ),
        sentence=Text(
            vi="Gửi {document_id} cho {receiver} ({to}) ngày {sent_on}[; {proof}].",
            en="{document_id} sent to {receiver} ({to}) on {sent_on}[; {proof}].",
        ),
        form=ActForm(
            (
                paper(CaseAct.COPY_SENT),
                Field("to", word="copy_to"),
                Field("receiver"),
                Field("sent_on", initial="today"),
                Field("proof"),
            ),
            group="execution",
        ),
    ),
)

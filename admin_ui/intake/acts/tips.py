"""Acts by which a tip is received, verified and concluded (Circular 27/2020 Arts 8 to 10)."""

from admin_ui.casework.acts.fields import EMPTY, FILLED, Field
from admin_ui.intake.acts.describing import Described
from schemas.core.problems import Text
from schemas.intake.words import InformationAct

REASON = Field("reason")
PAPER = Field("document_id", "listed", choices="papers")

ALL = (
    Described(
        InformationAct.REGISTERED,
        name=Text(vi="Ghi thông tin đến", en="Register information"),
        sentence=Text(
            vi="Tiếp nhận thông tin số {number} từ nguồn {source}, kênh {channel}.",
            en="Information {number} received; source: {source}; channel: {channel}.",
        ),
        elsewhere="new",
    ),
    Described(
        InformationAct.REPORTED,
        name=Text(vi="Ghi báo cáo bằng văn bản", en="Enter the written report"),
        meaning=Text(
            vi="Thông tin từ phương tiện thông tin đại chúng, tin báo phải báo cáo thủ trưởng bằng văn bản (khoản 1 "
            "Điều 9 Thông tư 27/2020/TT-BCT).",
            en="Information of the media and tips are reported to the head in writing (Circular 27/2020 Art 9.1).",
        ),
        then=Text(
            vi="Thời hạn báo cáo bằng văn bản không còn tính; tình trạng của thông tin giữ nguyên.",
            en="The limit to report in writing no longer runs; the state of the information stays.",
        ),
        sentence=Text(
            vi="Báo cáo thủ trưởng bằng văn bản[ số {number}], ngày {reported_on}.",
            en="Reported to the head in writing[, number {number}], on {reported_on}.",
        ),
        fields=(
            Field("reported_on", initial="today"),
            Field("number", word="report_number"),
            PAPER,
        ),
    ),
    Described(
        InformationAct.ASSIGNED,
        name=Text(vi="Giao thẩm tra, xác minh", en="Assign verification"),
        meaning=Text(
            vi="Thủ trưởng giao công chức có tên thẩm tra, xác minh trong thời hạn (khoản 2 Điều 9 Thông tư "
            "27/2020/TT-BCT). Người được giao mở được nội dung niêm, không xem được người cung cấp thông tin.",
            en="The head has named officers verify it by a day (Circular 27/2020 Art 9.2). They can open the sealed "
            "content, but not see the informant.",
        ),
        then=Text(
            vi="Thông tin sang Đang thẩm tra, xác minh, với thời hạn ghi ở đây. Việc tiếp theo: ghi kết quả xác "
            "minh.",
            en="It is then being verified, with the day given here. Next, what was verified is entered.",
        ),
        sentence=Text(
            vi="Giao {officers} thẩm tra, xác minh trước ngày {due_on}[; chưa có quyết định: {without_paper}].",
            en="{officers} to verify it by {due_on}[; without a decision: {without_paper}].",
        ),
        fields=(
            Field("officers", "officers"),
            Field("due_on"),
            PAPER,
            Field("without_paper", hint="without_paper_hint", only_when=("document_id", EMPTY)),
            Field("instructions"),
        ),
    ),
    Described(
        InformationAct.EXTENDED,
        name=Text(vi="Gia hạn xác minh", en="Extend verification"),
        meaning=Text(
            vi="Đặt ngày mới phải thẩm tra, xác minh xong, kèm lý do.",
            en="Sets a new day by which it is to be verified, with the reason.",
        ),
        then=Text(
            vi="Ngày mới là thời hạn xác minh trên trang của thông tin.",
            en="The new day is the limit on the information's page.",
        ),
        sentence=Text(
            vi="Gia hạn thẩm tra, xác minh đến ngày {due_on}.",
            en="Verification extended to {due_on}.",
        ),
        fields=(Field("due_on"), REASON),
    ),
    Described(
        InformationAct.HANDED_OVER,
        name=Text(vi="Bàn giao xác minh", en="Verification handed over"),
        meaning=Text(
            vi="Người khác thẩm tra, xác minh thay, theo cùng thời hạn, do công việc được bàn giao.",
            en="A colleague verifies instead, by the same day, as the work was handed over.",
        ),
        then=Text(
            vi="Hệ thống ghi khi công việc của một công chức được bàn giao.",
            en="The system records it when an officer's work is handed over.",
        ),
        sentence=Text(
            vi="Bàn giao việc thẩm tra, xác minh cho {to}: {reason}",
            en="Verification handed over to {to}: {reason}",
        ),
        fields=(),
    ),
    Described(
        InformationAct.VERIFIED,
        name=Text(vi="Ghi kết quả xác minh", en="Enter what was verified"),
        meaning=Text(
            vi="Không có vi phạm thì thông báo cho đơn vị chuyển giao, cơ quan nhà nước hoặc người báo tin, trừ khi họ "
            "không yêu cầu; có vi phạm thì kiểm tra hoặc chuyển (Điều 10 Thông tư 27/2020/TT-BCT).",
            en="Without a violation, the unit or agency that sent it, or the informant, is notified unless they asked "
            "not to be; with one it is inspected or forwarded (Circular 27/2020 Art 10).",
        ),
        then=Text(
            vi="Thời hạn xác minh không còn tính. Trang của thông tin nói việc tiếp theo theo kết quả.",
            en="The limit to verify it no longer runs. The information's page says what follows from the result.",
        ),
        sentence=Text(vi="Xác minh xong: {result}.", en="Verified: {result}."),
        fields=(Field("result"), Field("report"), PAPER),
    ),
    Described(
        InformationAct.PROPOSED,
        name=Text(vi="Đề xuất kiểm tra", en="Propose an inspection"),
        meaning=Text(
            vi="Đề xuất được lập thành hồ sơ vụ việc có sẵn tổ chức, cá nhân và tóm tắt của tin; không kèm người báo "
            "tin (Điều 11 Thông tư 27/2020/TT-BCT).",
            en="The proposal opens a case with the party and the summary filled in, never the informant (Circular "
            "27/2020 Art 11).",
        ),
        sentence=Text(
            vi="Đề xuất kiểm tra[: {kind} {number}].", en="Inspection proposed[: {kind} {number}]."
        ),
        elsewhere="propose",
    ),
    Described(
        InformationAct.FORWARDED,
        name=Text(vi="Chuyển đơn vị khác trong lực lượng", en="Forward inside the force"),
        go=Text(vi="Chuyển đơn vị", en="Forward"),
        meaning=Text(
            vi="Đơn vị không có thẩm quyền thì chuyển đơn vị có thẩm quyền, gửi cả cấp trên của hai đơn vị (khoản 3 "
            "Điều 9 Thông tư 27/2020/TT-BCT). Nơi nhận có một thông tin mới, kèm nội dung niêm.",
            en="Not competent: it goes to the competent unit, with copies to the superiors of both (Circular 27/2020 "
            "Art 9.3). There it becomes a new information with the sealed content.",
        ),
        then=Text(
            vi="Ở đơn vị này thông tin kết thúc; nơi nhận xử lý thông tin mới.",
            en="It ends in this unit; the other one deals with its new information.",
        ),
        sentence=Text(vi="Chuyển đến {to_unit}.", en="Forwarded to {to_unit}."),
        fields=(Field("to_unit_id", "listed", choices="units"), REASON, PAPER),
        sure=True,
    ),
    Described(
        InformationAct.REDIRECTED,
        name=Text(vi="Chuyển, hướng dẫn ra ngoài lực lượng", en="Redirect outside the force"),
        go=Text(vi="Chuyển ra ngoài", en="Redirect"),
        meaning=Text(
            vi="Không thuộc thẩm quyền của Quản lý thị trường: chuyển cơ quan có thẩm quyền hoặc hướng dẫn người báo "
            "tin (khoản 3 Điều 9 Thông tư 27/2020/TT-BCT).",
            en="Not for the force: it is sent to the competent body, or the informant is referred there (Circular "
            "27/2020 Art 9.3).",
        ),
        then=Text(
            vi="Thông tin kết thúc ở đây. Nơi nhận, lý do vào quá trình xử lý và không xóa được.",
            en="It ends here. The body and the reason enter the timeline and are never deleted.",
        ),
        sentence=Text(
            vi="Chuyển, hướng dẫn đến {to}[; đã báo người cung cấp thông tin ngày {informant_told_on}].",
            en="Redirected to {to}[; the informant was notified on {informant_told_on}].",
        ),
        fields=(
            Field("to", word="to_body"),
            REASON,
            Field("informant_told_on"),
            Field("means", only_when=("informant_told_on", FILLED)),
            PAPER,
        ),
        sure=True,
    ),
    Described(
        InformationAct.CLOSED,
        name=Text(vi="Không xử lý tiếp", en="No action"),
        meaning=Text(
            vi="Kết thúc ở đây, có lý do. Đơn vị chuyển giao, cơ quan nhà nước hoặc người báo tin vẫn được thông báo.",
            en="It ends here, for a reason. The unit or agency that sent it, or the informant, is still notified.",
        ),
        then=Text(
            vi="Thông tin kết thúc ở đây. Có lý do thì xem xét lại được.",
            en="The information ends here. It can be taken up again, for a reason.",
        ),
        sentence=Text(vi="Không xử lý tiếp.", en="No further action."),
        fields=(REASON,),
        sure=True,
    ),
    Described(
        InformationAct.REOPENED,
        name=Text(vi="Xem xét lại", en="Take up again"),
        meaning=Text(
            vi="Đưa thông tin đã kết thúc trở lại xử lý, kèm lý do.",
            en="Takes an information that ended up again, with the reason.",
        ),
        then=Text(
            vi="Thông tin được xử lý tiếp. Trang của thông tin nói việc tiếp theo và thời hạn.",
            en="It is dealt with again. Its page says what comes next and until when.",
        ),
        sentence=Text(vi="Xem xét lại thông tin.", en="Taken up again."),
        fields=(REASON,),
        sure=True,
    ),
    Described(
        InformationAct.INFORMANT_TOLD,
        name=Text(
            vi="Ghi đã báo người cung cấp thông tin", en="Enter that the informant was notified"
        ),
        go=Text(vi="Ghi đã báo", en="Enter it"),
        meaning=Text(
            vi="Thông báo bằng văn bản (TB) soạn ở phần Văn bản; ở đây ghi đã báo ngày nào, bằng cách nào (Điều 10 "
            "Thông tư 27/2020/TT-BCT). Không ghi tên hay địa chỉ.",
            en="The written notice (TB) is drafted under Papers; here you enter when and how it was given (Circular "
            "27/2020 Art 10). Enter no name or address.",
        ),
        then=Text(
            vi="Ngày báo, cách báo vào quá trình xử lý; tình trạng của thông tin giữ nguyên.",
            en="The day and the means enter the timeline; the state of the information stays.",
        ),
        sentence=Text(
            vi="Báo kết quả cho người cung cấp thông tin ngày {told_on}, {means}[; {declined}].",
            en="The informant was notified on {told_on}, {means}[; {declined}].",
        ),
        fields=(
            Field("declined"),
            Field("told_on", initial="today"),
            Field("means"),
            PAPER,
            Field("note", hint="no_informant_hint"),
        ),
    ),
    Described(
        InformationAct.AMENDED,
        name=Text(vi="Sửa tóm tắt, dữ kiện", en="Correct the summary or facts"),
        go=Text(vi="Lưu bản sửa", en="Save the correction"),
        meaning=Text(
            vi="Sửa tóm tắt và dữ kiện để xử lý; lời báo đã niêm giữ nguyên. Không nêu người cung cấp thông tin.",
            en="Corrects the summary and the facts for the work; the sealed account stays. Do not name the informant.",
        ),
        then=Text(
            vi="Trang của thông tin hiện nội dung mới; lần sửa và lý do vào quá trình xử lý.",
            en="The information's page shows the new text; the correction and its reason enter the timeline.",
        ),
        sentence=Text(vi="Sửa tóm tắt, dữ kiện.", en="The summary or facts were corrected."),
        fields=(
            Field(
                "matter",
                sub=(
                    Field("summary", hint="no_informant_hint"),
                    Field("fields", "several", choices="fields"),
                    Field("goods"),
                    Field("urgent", rare=True),
                    Field(
                        "suspects",
                        sub=(
                            Field("subject_id", "fixed"),
                            Field("kind", word="party_kind"),
                            Field("name", word="party_name"),
                            Field("tax_code"),
                            Field("address"),
                        ),
                    ),
                    Field("place", sub=(Field("address"),)),
                ),
            ),
            REASON,
        ),
        first=False,
    ),
    Described(
        InformationAct.ORDER_CORRECTED,
        name=Text(vi="Sửa văn bản của cấp trên", en="Correct the superior's order"),
        meaning=Text(
            vi="Vụ việc đề xuất sau này lấy theo đây. Vụ việc đã đề xuất giữ như đã ghi: sửa ở trang của vụ việc đó "
            "(thời hạn báo cáo P01).",
            en="Cases that are proposed later take it from here. A case that rests on it already stays as it is: "
            "correct it on that case's page (limit to report, P01).",
        ),
        then=Text(
            vi="Trang của thông tin hiện văn bản đã sửa; lần sửa và lý do vào quá trình xử lý.",
            en="The information's page shows the corrected order; the correction and its reason enter the "
            "timeline.",
        ),
        sentence=Text(vi="Sửa văn bản của cấp trên.", en="The superior's order was corrected."),
        fields=(
            Field(
                "order",
                sub=(
                    Field("issued_by", word="order_from"),
                    Field("number", word="order_number"),
                    Field("issued_on", word="order_day"),
                ),
            ),
            Field("several_places"),
            REASON,
        ),
        first=False,
    ),
    Described(
        InformationAct.SUPPLEMENTED,
        name=Text(vi="Ghi thêm lời báo, bản quét", en="Add what was said, or a scan"),
        sentence=Text(vi="Ghi thêm nội dung niêm.", en="Sealed content was added."),
        elsewhere="more",
        first=False,
    ),
    Described(
        InformationAct.CLASSIFIED,
        name=Text(vi="Đổi loại tin, đơn", en="Change its nature"),
        meaning=Text(
            vi="Tố cáo và khiếu nại xử lý theo luật riêng, sổ riêng, thời hạn riêng.",
            en="Denunciations and complaints follow laws, registers and time limits of their own.",
        ),
        then=Text(
            vi="Thông tin mang số của sổ mới và trở lại Mới tiếp nhận; cần xác minh thì giao lại.",
            en="It has a number of its new register and is received anew; if it is to be verified, that is "
            "assigned again.",
        ),
        sentence=Text(
            vi="Chuyển sang {nature}, số {number}.", en="It is now: {nature}, number {number}."
        ),
        fields=(
            Field("nature"),
            Field(
                "about", sub=(Field("against"), Field("remote")), only_when=("nature", "complaint")
            ),
            REASON,
            Field("named_officers", "several", choices="colleagues"),
            Field("of_unnamed_officer"),
        ),
        sure=True,
        first=False,
    ),
    Described(
        InformationAct.WITHDRAWN,
        name=Text(vi="Ghi đã rút", en="Enter its withdrawal"),
        meaning=Text(
            vi="Tin báo: chỉ ghi lại, vẫn xử lý được. Tố cáo, khiếu nại: ghi lại rồi người giải quyết quyết định đình "
            "chỉ hay giải quyết tiếp (Điều 33, Điều 34 Luật Tố cáo; Điều 10 Luật Khiếu nại); thời hạn vẫn tính.",
            en="A tip: it is noted, and may still be dealt with. A denunciation or complaint: it is noted, and who "
            "resolves it then decides whether it ends or goes on (Law on Denunciations Arts 33, 34; Law on Complaints "
            "Art 10); its time runs on.",
        ),
        then=Text(
            vi="Tin báo giữ nguyên tình trạng; tố cáo, khiếu nại chờ quyết định về việc rút.",
            en="A tip keeps its state; a denunciation or complaint waits for the decision on its withdrawal.",
        ),
        sentence=Text(
            vi="Người gửi rút ngày {withdrawn_on}, {means}.",
            en="Withdrawn on {withdrawn_on}, {means}.",
        ),
        fields=(Field("withdrawn_on", initial="today"), Field("means"), REASON),
        sure=True,
        first=False,
    ),
)

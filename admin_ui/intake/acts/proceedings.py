"""Acts of denunciations and complaints.

Law on Complaints 02/2011/QH13 Arts 27 to 37; Law on Denunciations 25/2018/QH14.
"""

from admin_ui.casework.acts.fields import Field
from admin_ui.intake.acts.describing import Described
from admin_ui.intake.acts.tips import PAPER, REASON
from schemas.core.problems import Text
from schemas.intake.words import InformationAct

ALL = (
    Described(
        InformationAct.ACCEPTED,
        name=Text(vi="Thụ lý", en="Accept for resolution"),
        meaning=Text(
            vi="Thụ lý khiếu nại trong 10 ngày và thông báo bằng văn bản (Điều 27 Luật Khiếu nại 2011). Tố cáo thụ lý "
            "theo Luật Tố cáo 2018.",
            en="A complaint is accepted within 10 days, with written notice (Law on Complaints Art 27). Denunciations "
            "follow the Law on Denunciations of 2018.",
        ),
        then=Text(
            vi="Thông tin sang Đã thụ lý. Trang của thông tin nói việc tiếp theo và thời hạn giải quyết.",
            en="It is then accepted. Its page says what comes next, and until when it is resolved.",
        ),
        sentence=Text(
            vi="Thụ lý ngày {accepted_on}, người giải quyết: {resolver}.",
            en="Accepted on {accepted_on}; resolved by {resolver}.",
        ),
        fields=(
            Field("accepted_on", initial="today"),
            Field("resolver"),
            Field("complex"),
            PAPER,
        ),
    ),
    Described(
        InformationAct.ACCEPTANCE_TOLD,
        name=Text(vi="Ghi đã báo việc thụ lý", en="Enter the notice of acceptance"),
        meaning=Text(
            vi="Trong 5 ngày làm việc kể từ ngày ra quyết định thụ lý, thông báo cho người tố cáo; nội dung tố cáo "
            "được thông báo cho người bị tố cáo, không nêu người tố cáo là ai (khoản 3 Điều 29 Luật Tố cáo).",
            en="The denouncer is notified within 5 working days of the decision to accept. The accused is told what "
            "is denounced, and not by whom (Law on Denunciations Art 29.3).",
        ),
        then=Text(
            vi="Thời hạn thông báo việc thụ lý không còn tính; tình trạng của thông tin giữ nguyên.",
            en="The limit for this notice no longer runs; the state of the information stays.",
        ),
        sentence=Text(
            vi="Báo việc thụ lý cho người tố cáo ngày {told_on}, {means}.",
            en="The denouncer was told of the acceptance on {told_on}, {means}.",
        ),
        fields=(
            Field("told_on", initial="today"),
            Field("means"),
            PAPER,
            Field("note", hint="no_informant_hint"),
        ),
    ),
    Described(
        InformationAct.NOT_ACCEPTED,
        name=Text(vi="Không thụ lý", en="Do not accept"),
        meaning=Text(
            vi="Không thụ lý thì thông báo bằng văn bản, nêu rõ lý do.",
            en="If it is not accepted, its sender gets written notice with the reason.",
        ),
        then=Text(
            vi="Thông tin kết thúc ở đây. Việc vào quá trình xử lý và không xóa được.",
            en="The information ends here. The act enters the timeline and is never deleted.",
        ),
        sentence=Text(vi="Không thụ lý, ngày {refused_on}.", en="Not accepted on {refused_on}."),
        fields=(Field("refused_on", initial="today"), REASON, PAPER),
        sure=True,
    ),
    Described(
        InformationAct.TERM_EXTENDED,
        name=Text(vi="Gia hạn", en="Extend the term"),
        meaning=Text(
            vi="Vụ việc phức tạp: thời hạn giải quyết dài hơn của luật được áp dụng. Tố cáo chưa thụ lý mà phải xác "
            "minh tại nhiều địa điểm: không quá 10 ngày làm việc từ ngày nhận (khoản 1 Điều 24 Luật Tố cáo).",
            en="The matter is complex: the law's longer term to resolve it applies. A denunciation that is not "
            "accepted yet and is checked in several places: 10 working days from its receipt at most (Law on "
            "Denunciations Art 24.1).",
        ),
        then=Text(
            vi="Thời hạn mới hiện trên trang của thông tin; lần gia hạn và lý do vào quá trình xử lý.",
            en="The information's page shows the new limit; the extension and its reason enter the timeline.",
        ),
        sentence=Text(
            vi="Gia hạn lần {times}, ngày {extended_on}.",
            en="The term was extended for the {times}. time on {extended_on}.",
        ),
        fields=(
            Field("extended_on", initial="today"),
            Field("times", initial="1"),
            REASON,
            PAPER,
        ),
    ),
    Described(
        InformationAct.RESOLVED,
        name=Text(vi="Ghi kết quả giải quyết", en="Enter the resolution"),
        meaning=Text(
            vi="Ghi ngày, kết quả và văn bản giải quyết khiếu nại hoặc kết luận về tố cáo.",
            en="Enters the day, the result and the paper that resolves a complaint or concludes on a denunciation.",
        ),
        then=Text(
            vi="Thông tin được giải quyết xong. Ghi tiếp việc gửi kết quả, nếu trang của thông tin còn nêu.",
            en="The information is resolved. Enter next that the result was sent, if its page still asks for that.",
        ),
        sentence=Text(
            vi="Giải quyết ngày {resolved_on}: {outcome}[, quyết định số {decision_number}].",
            en="Resolved on {resolved_on}: {outcome}[, decision {decision_number}].",
        ),
        fields=(
            Field("resolved_on", initial="today"),
            Field("outcome"),
            Field("decision_number"),
            Field("report", word="resolution"),
            PAPER,
        ),
        sure=True,
        binds=True,
    ),
    Described(
        InformationAct.RESULT_SENT,
        name=Text(vi="Ghi đã gửi kết quả", en="Enter that the result was sent"),
        meaning=Text(
            vi="Kết quả giải quyết khiếu nại gửi trong 3 ngày làm việc (Điều 32 Luật Khiếu nại 2011).",
            en="The result of a complaint is sent within 3 working days (Law on Complaints Art 32).",
        ),
        then=Text(
            vi="Ngày gửi, cách gửi vào quá trình xử lý; tình trạng của thông tin giữ nguyên.",
            en="The day and the means enter the timeline; the state of the information stays.",
        ),
        sentence=Text(
            vi="Gửi kết quả ngày {sent_on}, {means}[; nhận ngày {received_on}].",
            en="The result was sent on {sent_on}, {means}[; received on {received_on}].",
        ),
        fields=(Field("sent_on", initial="today"), Field("means"), Field("received_on")),
    ),
    Described(
        InformationAct.APPEALED,
        name=Text(vi="Ghi khiếu nại lần hai, tố cáo tiếp", en="Enter a second complaint"),
        then=Text(
            vi="Gửi đơn vị trong lực lượng: thông tin đến đơn vị đó, ở Mới tiếp nhận. Gửi nơi khác: thông tin "
            "kết thúc ở đây.",
            en="To a unit of the force: it goes there and is received anew. To another body: it ends here.",
        ),
        sentence=Text(
            vi="Khiếu nại lần hai, tố cáo tiếp ngày {filed_on}, gửi {to}.",
            en="Taken further on {filed_on}, to {to}.",
        ),
        fields=(
            Field("filed_on", initial="today"),
            Field("received_at", initial="now"),
            Field("to", word="to_body"),
            Field("to_unit_id", "listed", choices="units"),
            REASON,
        ),
        sure=True,
    ),
    Described(
        InformationAct.WITHDRAWAL_DECIDED,
        name=Text(vi="Quyết định về việc rút", en="Decide on its withdrawal"),
        meaning=Text(
            vi="Rút toàn bộ, bằng văn bản có chữ ký hoặc điểm chỉ: đình chỉ, gửi quyết định cho hai bên trong 05 ngày "
            "làm việc (khoản 3, khoản 4 Điều 34 Luật Tố cáo). Thuộc khoản 3 Điều 33 (như bị đe dọa, mua chuộc hoặc lợi "
            "dụng tố cáo để vu khống): vẫn phải giải quyết. Khiếu nại đã rút: đình chỉ và thông báo bằng văn bản (Điều "
            "10 Luật Khiếu nại).",
            en="All of it, in writing with a signature or fingerprint: it is ended, and both sides get the decision "
            "within 5 working days (Law on Denunciations Art 34.3, 34.4). Signs of a violation, threats, a bribe or "
            "slander: it must still be resolved (Art 33.3). A complaint that was taken back is ended, with written "
            "notice (Law on Complaints Art 10).",
        ),
        then=Text(
            vi="Đình chỉ: thông tin kết thúc. Vẫn giải quyết: thông tin giữ nguyên tình trạng và thời hạn.",
            en="Ended: the information ends. Still resolved: its state and its limits stay.",
        ),
        sentence=Text(
            vi="Quyết định về việc rút, ngày {decided_on}: {becomes}[; đã rút bằng {proof}][, quyết định số "
            "{decision_number}].",
            en="Decided on {decided_on} on its withdrawal: {becomes}[; taken back by {proof}][, decision "
            "{decision_number}].",
        ),
        fields=(
            Field("decided_on", initial="today"),
            Field("becomes"),
            Field("proof", word="withdrawn_by", only_when=("becomes", "ended")),
            REASON,
            Field("decision_number"),
            PAPER,
        ),
        sure=True,
        binds=True,
    ),
    Described(
        InformationAct.SUSPENDED,
        name=Text(vi="Tạm đình chỉ giải quyết", en="Suspend the resolution"),
        meaning=Text(
            vi="Khi cần đợi kết quả của cơ quan, vụ việc khác có liên quan, hoặc đợi giám định bổ sung, giám định lại "
            "(khoản 1 Điều 34 Luật Tố cáo). Thời gian tạm đình chỉ không tính vào thời hạn giải quyết. Quyết định nêu "
            "rõ lý do, gửi hai bên trong 05 ngày làm việc (khoản 4 Điều 34).",
            en="While the result of another body or of a related matter is waited for, or a further or new appraisal "
            "(Law on Denunciations Art 34.1). The time until it goes on does not count. The decision gives its reason "
            "and goes to both sides within 5 working days (Art 34.4).",
        ),
        then=Text(
            vi="Thời hạn giải quyết dừng lại, và chạy tiếp từ ngày ghi Tiếp tục giải quyết.",
            en="The limit stands still, and runs on from the day on which it is entered that it goes on.",
        ),
        sentence=Text(
            vi="Tạm đình chỉ giải quyết từ ngày {suspended_on}: {ground}[, quyết định số {decision_number}].",
            en="The resolution was suspended on {suspended_on}: {ground}[, decision {decision_number}].",
        ),
        fields=(
            Field("suspended_on", initial="today"),
            Field("ground", word="ground_to_stop"),
            REASON,
            Field("decision_number", word="number_of_decision"),
            PAPER,
        ),
        sure=True,
        binds=True,
        first=False,
    ),
    Described(
        InformationAct.SUSPENSION_TOLD,
        name=Text(vi="Ghi đã gửi quyết định tạm đình chỉ", en="Enter that the suspension was sent"),
        meaning=Text(
            vi="Quyết định gửi người tố cáo và người bị tố cáo trong 05 ngày làm việc; bản gửi người bị tố cáo không "
            "nêu người tố cáo là ai (khoản 4 Điều 34 Luật Tố cáo).",
            en="The denouncer and the accused get the decision within 5 working days (Law on Denunciations Art 34.4). "
            "The accused is not told who denounced.",
        ),
        then=Text(
            vi="Ngày gửi, cách gửi vào quá trình xử lý; tình trạng của thông tin giữ nguyên.",
            en="The day and the means enter the timeline; the state of the information stays.",
        ),
        sentence=Text(
            vi="Gửi quyết định tạm đình chỉ ngày {told_on}, {means}.",
            en="The decision to suspend was sent on {told_on}, {means}.",
        ),
        fields=(
            Field("told_on", initial="today"),
            Field("means"),
            PAPER,
            Field("note", hint="no_informant_hint"),
        ),
    ),
    Described(
        InformationAct.RESUMED,
        name=Text(vi="Tiếp tục giải quyết", en="Let it go on"),
        meaning=Text(
            vi="Căn cứ tạm đình chỉ không còn thì ra ngay quyết định tiếp tục giải quyết; thời hạn giải quyết chạy "
            "tiếp, trừ những ngày đã tạm đình chỉ (khoản 2 Điều 34 Luật Tố cáo).",
            en="Once the ground is gone, it is decided at once that it goes on; its time runs on, without the days of "
            "the suspension (Law on Denunciations Art 34.2).",
        ),
        then=Text(
            vi="Thời hạn giải quyết mới hiện trên trang của thông tin.",
            en="The information's page shows the new limit to resolve it.",
        ),
        sentence=Text(
            vi="Tiếp tục giải quyết từ ngày {resumed_on}[, quyết định số {decision_number}].",
            en="It goes on since {resumed_on}[, decision {decision_number}].",
        ),
        fields=(
            Field("resumed_on", initial="today"),
            REASON,
            Field("decision_number", word="number_of_decision"),
            PAPER,
        ),
    ),
    Described(
        InformationAct.DISCONTINUED,
        name=Text(vi="Đình chỉ giải quyết", en="End it without a resolution"),
        meaning=Text(
            vi="Người bị tố cáo là cá nhân đã chết và nội dung chỉ liên quan trách nhiệm của người đó; hoặc vụ việc đã "
            "được giải quyết bằng bản án, quyết định có hiệu lực (điểm b, điểm c khoản 3 Điều 34 Luật Tố cáo). Quyết "
            "định gửi hai bên trong 05 ngày làm việc. Người tố cáo rút đơn: ghi việc rút, rồi quyết định về việc rút.",
            en="The accused is a person who died, and it concerns that person's responsibility alone; or a judgment or "
            "decision in force has resolved the matter (Law on Denunciations Art 34.3.b, c). The decision goes to both "
            "sides within 5 working days. If it was taken back, enter that, and then decide on the withdrawal.",
        ),
        then=Text(
            vi="Việc giải quyết kết thúc, không có kết luận. Việc vào quá trình xử lý và không xóa được.",
            en="It ends without a conclusion. The act enters the timeline and is never deleted.",
        ),
        sentence=Text(
            vi="Đình chỉ giải quyết ngày {decided_on}: {ground}[, quyết định số {decision_number}].",
            en="Ended on {decided_on} without a resolution: {ground}[, decision {decision_number}].",
        ),
        fields=(
            Field("decided_on", initial="today"),
            Field("ground", word="ground_to_stop"),
            REASON,
            Field("decision_number", word="number_of_decision"),
            PAPER,
        ),
        sure=True,
        binds=True,
        first=False,
    ),
)

"""Sentences of notices about information that came in. They name a number, and nothing of what it says."""

from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

_Sentence = tuple[NoticeKind, Text, Text]


def _one(kind: NoticeKind, title: tuple[str, str], body: tuple[str, str]) -> _Sentence:
    return kind, Text(vi=title[0], en=title[1]), Text(vi=body[0], en=body[1])


SENTENCES: dict[str, _Sentence] = {
    "information.registered": _one(
        NoticeKind.SUBMITTED,
        ("Thông tin mới cần xử lý", "New information to decide on"),
        (
            "{by} tiếp nhận {nature} số {number}. Hãy giao xác minh, chuyển hoặc quyết định (Điều 9 Thông tư "
            "27/2020/TT-BCT).",
            "{by} took in {nature}, number {number}. Have it verified, forward it or decide on it (Circular 27/2020 "
            "Art 9).",
        ),
    ),
    "information.registered_urgent": _one(
        NoticeKind.SUBMITTED,
        ("KHẨN: thông tin mới cần xử lý", "URGENT: new information to decide on"),
        (
            "{by} tiếp nhận {nature} số {number} và ghi là khẩn; lý do ở trang của thông tin. Hãy giao xác minh, "
            "chuyển hoặc quyết định ngay (Điều 9 Thông tư 27/2020/TT-BCT).",
            "{by} took in {nature}, number {number}, and says that it cannot wait; the reason is on its page. Have it "
            "verified, forward it or decide on it at once (Circular 27/2020 Art 9).",
        ),
    ),
    "information.urgent": _one(
        NoticeKind.CHANGED,
        ("KHẨN: thông tin không chờ được", "URGENT: information that cannot wait"),
        (
            "{by} ghi thông tin số {number} là khẩn; lý do ở trang của thông tin.",
            "{by} says that information {number} cannot wait; the reason is on its page.",
        ),
    ),
    "information.classified": _one(
        NoticeKind.SUBMITTED,
        ("Thông tin được phân loại lại", "Information was classified anew"),
        (
            "{by} phân loại là {nature}, số {number}. Hãy xem xét thụ lý hoặc xử lý.",
            "{by} classified it as {nature}, number {number}. Decide whether it is accepted, and on what follows.",
        ),
    ),
    "information.assigned": _one(
        NoticeKind.ASSIGNED,
        ("Bạn được giao xác minh thông tin", "Information was given to you to verify"),
        (
            "{by} giao bạn xác minh thông tin số {number}, hạn {due}.",
            "{by} asks you to verify information {number} by {due}.",
        ),
    ),
    "information.verified": _one(
        NoticeKind.SUBMITTED,
        ("Đã có kết quả xác minh", "There is a result of a verification"),
        (
            "{by} ghi kết quả xác minh thông tin số {number}: {result}. Hãy quyết định.",
            "{by} recorded the result of verifying {number}: {result}. Decide on it.",
        ),
    ),
    "information.forwarded": _one(
        NoticeKind.CHANGED,
        ("Thông tin được chuyển giữa hai đơn vị", "Information went from one unit to another"),
        (
            "{by} chuyển thông tin số {number} đến {unit} (khoản 3 Điều 9 Thông tư 27/2020/TT-BCT: gửi cấp trên của "
            "hai đơn vị để biết).",
            "{by} forwarded information {number} to {unit} (Circular 27/2020 Art 9.3: a copy for both superiors).",
        ),
    ),
    "information.appealed": _one(
        NoticeKind.SUBMITTED,
        ("Khiếu nại lần hai", "A second complaint"),
        (
            "{by} nhập khiếu nại lần hai, số {number}. Hãy xem xét thụ lý.",
            "{by} entered a second complaint, number {number}. Decide whether it is accepted.",
        ),
    ),
    "information.withdrawn": _one(
        NoticeKind.SUBMITTED,
        ("Người gửi rút tố cáo, khiếu nại", "A denunciation or complaint was taken back"),
        (
            "{by} ghi việc rút {nature} số {number}. Hãy quyết định đình chỉ hay giải quyết tiếp (Điều 33, Điều 34 "
            "Luật Tố cáo; Điều 10 Luật Khiếu nại); thời hạn vẫn tính.",
            "{by} noted that {nature}, number {number}, was taken back. Decide whether it ends or goes on (Law on "
            "Denunciations Arts 33, 34; Law on Complaints Art 10); its time runs on.",
        ),
    ),
    "information.identity_asked": _one(
        NoticeKind.SUBMITTED,
        ("Có đề nghị mở danh tính người cung cấp", "Somebody asks to see who informed"),
        (
            "{by} đề nghị mở danh tính người cung cấp thông tin số {number}. Hãy xem lý do, đồng ý hoặc từ chối.",
            "{by} asks to see who gave information {number}. Read the reason, then agree or decline.",
        ),
    ),
    "information.identity_granted": _one(
        NoticeKind.AGREED,
        ("Đề nghị mở danh tính được đồng ý", "Your request to see who informed was agreed to"),
        (
            "{by} đồng ý cho bạn mở danh tính người cung cấp thông tin số {number} trong 24 giờ. Mỗi lần mở đều được "
            "ghi lại và báo cho người đứng đầu.",
            "{by} agreed that you see who gave information {number}, for 24 hours. Each look is recorded and told to "
            "the head.",
        ),
    ),
    "information.identity_declined": _one(
        NoticeKind.REFUSED,
        ("Đề nghị mở danh tính bị từ chối", "Your request to see who informed was declined"),
        (
            "{by} từ chối đề nghị mở danh tính người cung cấp thông tin số {number}.",
            "{by} declined your request to see who gave information {number}.",
        ),
    ),
    "information.near": _one(
        NoticeKind.DUE,
        ("Sắp hết hạn xử lý thông tin", "A limit of an information is near"),
        ("Thông tin số {number}: {limit}, hạn {due}.", "Information {number}: {limit}, by {due}."),
    ),
    "information.late": _one(
        NoticeKind.OVERDUE,
        ("Quá hạn xử lý thông tin", "A limit of an information is over"),
        (
            "Thông tin số {number}: {limit}, hạn {due} đã qua.",
            "Information {number}: {limit} was due by {due}, which is past.",
        ),
    ),
    "information.looked": _one(
        NoticeKind.SECURITY,
        ("Nội dung được giữ bí mật đã được mở", "Secret content was opened"),
        (
            "{by} đã mở {what} của thông tin số {number}. Việc mở đã được ghi lại. Nếu không rõ lý do, hãy hỏi người "
            "đó.",
            "{by} opened {what} of information {number}. The look is recorded. Ask why if you do not know.",
        ),
    ),
}
"""Places: `by` did it, `number` of the information; `nature`, `due`, `limit`, `result`, `unit` and `what` in words."""

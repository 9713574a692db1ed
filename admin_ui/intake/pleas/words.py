"""Words of the registers of denunciations and complaints."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "pleas.title_denunciation": Text(vi="Sổ tố cáo", en="Register of denunciations"),
    "pleas.title_complaint": Text(vi="Sổ khiếu nại", en="Register of complaints"),
    "pleas.lead_denunciation": Text(
        vi="Tố cáo được thụ lý, giải quyết theo Luật Tố cáo 2018, không theo thủ tục xử lý tin báo. Người tố cáo được "
        "giữ bí mật.",
        en="Denunciations are accepted and resolved by the Law on Denunciations of 2018, not as tips are. The "
        "denouncer is kept secret.",
    ),
    "pleas.lead_complaint": Text(
        vi="Khiếu nại được thụ lý trong 10 ngày và giải quyết theo Luật Khiếu nại 2011 (Điều 27, 28, 36, 37).",
        en="Complaints are accepted within 10 days and resolved by the Law on Complaints of 2011 (Arts 27, 28, 36, "
        "37).",
    ),
    "pleas.none_denunciation": Text(
        vi="Chưa có tố cáo nào. Khi ghi thông tin, chọn loại Tố cáo thì đơn vào sổ này.",
        en="No denunciation yet. An information registered as a denunciation comes to this register.",
    ),
    "pleas.none_complaint": Text(
        vi="Chưa có khiếu nại nào. Khi ghi thông tin, chọn loại Khiếu nại thì đơn vào sổ này.",
        en="No complaint yet. An information registered as a complaint comes to this register.",
    ),
}

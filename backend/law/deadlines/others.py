"""Names of limits that are in no rule set, by their rule: label and article.

They are not reckoned by the law book, because the circular says "at once" or leaves the day to the head, and the limits
of denunciations are of no case. `backend/intake/rules/clocks.py` reckons them.
"""

from typing import Final

from schemas.core.problems import Text

NAMES: Final[dict[str, tuple[Text, Text]]] = {
    "C27-9.1": (
        Text(vi="Báo cáo người đứng đầu bằng văn bản", en="Written report to the head"),
        Text(
            vi="khoản 1 Điều 9 Thông tư 27/2020/TT-BCT: ngay; ở đây tính đến hết ngày làm việc tiếp theo",
            en="Circular 27/2020 Art 9.1: at once; here until the end of the next working day",
        ),
    ),
    "C27-9.2": (
        Text(
            vi="Xác minh, theo ngày người đứng đầu giao",
            en="Verification, by the day that the head set",
        ),
        Text(vi="khoản 2 Điều 9 Thông tư 27/2020/TT-BCT", en="Circular 27/2020 Art 9.2"),
    ),
    "C27-10": (
        Text(
            vi="Thông báo cho người cung cấp thông tin khi không có vi phạm",
            en="Notice to the informant where there is no violation",
        ),
        Text(
            vi="Điều 10 Thông tư 27/2020/TT-BCT; ở đây tính đến hết ngày làm việc tiếp theo",
            en="Circular 27/2020 Art 10; here until the end of the next working day",
        ),
    ),
    "T01": (
        Text(
            vi="Thụ lý tố cáo hoặc thông báo không thụ lý",
            en="Accept the denunciation, or say why not",
        ),
        Text(vi="khoản 1 Điều 24 Luật Tố cáo", en="Law on Denunciations Art 24.1"),
    ),
    "T02": (
        Text(vi="Giải quyết tố cáo", en="Resolve the denunciation"),
        Text(vi="Điều 30 Luật Tố cáo", en="Law on Denunciations Art 30"),
    ),
    "T03": (
        Text(
            vi="Thông báo việc thụ lý cho người tố cáo", en="Tell the denouncer that it is accepted"
        ),
        Text(vi="khoản 3 Điều 29 Luật Tố cáo", en="Law on Denunciations Art 29.3"),
    ),
    "T04": (
        Text(
            vi="Nếu tố cáo không thuộc thẩm quyền: chuyển cơ quan có thẩm quyền và báo người tố cáo",
            en="If it is for another body: forward the denunciation and tell the denouncer",
        ),
        Text(vi="khoản 2 Điều 24 Luật Tố cáo", en="Law on Denunciations Art 24.2"),
    ),
    "T05": (
        Text(
            vi="Thông báo kết quả xử lý cho cơ quan báo chí, cơ quan đã chuyển tố cáo",
            en="Tell the press or the body that passed the denunciation on what was done with it",
        ),
        Text(vi="khoản 2 Điều 26 Luật Tố cáo", en="Law on Denunciations Art 26.2"),
    ),
    "T06": (
        Text(
            vi="Gửi quyết định đình chỉ cho người tố cáo, người bị tố cáo",
            en="Send the decision that ends it to the denouncer and the accused",
        ),
        Text(vi="khoản 4 Điều 34 Luật Tố cáo", en="Law on Denunciations Art 34.4"),
    ),
}

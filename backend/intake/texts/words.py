"""What natures, results, sources and rules of informations are called."""

from typing import Final

from backend.intake.rules import denunciations
from backend.law.deadlines import others
from schemas.casework.words import InformationSource
from schemas.core.problems import Text
from schemas.intake.words import InformationState, Nature, Result

NATURES: Final[dict[Nature, Text]] = {
    Nature.TIP: Text(vi="tin báo, phản ánh", en="a tip"),
    Nature.DENUNCIATION: Text(vi="tố cáo", en="a denunciation"),
    Nature.COMPLAINT: Text(vi="khiếu nại", en="a complaint"),
}
RESULTS: Final[dict[Result, Text]] = {
    Result.VIOLATION: Text(vi="có vi phạm, dấu hiệu vi phạm", en="a violation or signs of one"),
    Result.NO_VIOLATION: Text(vi="không phát hiện vi phạm", en="no violation found"),
    Result.UNVERIFIABLE: Text(vi="không xác minh được", en="it could not be verified"),
}
OVER: Final[dict[InformationState, str]] = {
    InformationState.PROPOSED: "đã đề xuất kiểm tra",
    InformationState.FORWARDED: "đã chuyển đơn vị khác",
    InformationState.REDIRECTED: "đã chuyển, hướng dẫn ra ngoài lực lượng",
    InformationState.NO_ACTION: "không xử lý tiếp",
    InformationState.MERGED: "đã gộp vào thông tin khác",
    InformationState.SPLIT: "đã tách thành các thông tin khác",
    InformationState.NOT_ACCEPTED: "không thụ lý",
    InformationState.RESOLVED: "đã giải quyết",
    InformationState.WITHDRAWN: "đã rút",
    InformationState.DISCONTINUED: "đã đình chỉ giải quyết",
}
"""How it ended, in Vietnamese, as an act of its papers' submissions says it."""
SOURCES: Final[dict[InformationSource, Text]] = {
    InformationSource.ORDER: Text(
        vi="(a) Văn bản yêu cầu của người có thẩm quyền", en="(a) Written order of an authority"
    ),
    InformationSource.OFFICER: Text(
        vi="(b) Báo cáo, đề xuất của công chức", en="(b) Report of an officer"
    ),
    InformationSource.TRANSFER: Text(
        vi="(c) Đơn vị Quản lý thị trường khác chuyển giao", en="(c) From another unit of the force"
    ),
    InformationSource.REQUEST: Text(
        vi="(d) Đề nghị của cơ quan nhà nước khác", en="(d) Request of another state agency"
    ),
    InformationSource.MEDIA: Text(vi="(đ) Phương tiện thông tin đại chúng", en="(đ) Mass media"),
    InformationSource.TIP: Text(
        vi="(e) Tin báo, kiến nghị, phản ánh, khiếu nại, tố cáo",
        en="(e) Tip, petition, complaint or denunciation",
    ),
}
LIMITS: Final[dict[str, Text]] = {
    rule: Text(vi=f"{label.vi} ({article.vi})", en=f"{label.en} ({article.en})")
    for rule, (label, article) in others.NAMES.items()
}
"""Names of the limits that are not in the law book, by their rule."""
PUBLIC_FORM: Final = Text(vi="Cổng phản ánh của người dân", en="The public form")
SOMEBODY: Final = Text(vi="Một đơn vị tiếp nhận", en="A receiving unit")
_C27: Final = {
    "C27-9.1": Text(vi="Khoản 1 Điều 9", en="Art 9.1"),
    "C27-9.2": Text(vi="Điểm b khoản 2 Điều 9", en="Art 9.2.b"),
    "C27-10": Text(vi="Khoản 1 Điều 10", en="Art 10.1"),
}
CITATIONS: Final[dict[str, Text]] = {
    rule: Text(vi=f"{one.vi} Thông tư 27/2020/TT-BCT", en=f"Circular 27/2020 {one.en}")
    for rule, one in _C27.items()
} | {
    one.rule: Text(vi=one.citation_vi, en=one.citation_en)
    for one in (
        *(denunciations.ACCEPT, denunciations.RESOLVE),
        *(denunciations.NOTIFY, denunciations.FORWARD),
        *(denunciations.PASSED_ON, denunciations.ENDED),
    )
}
"""Where each of these limits stands, by its rule."""

"""The table by which the phone searches what it holds as the server searches everything: tests/cases/searching.json.

All of it is computed by backend/insight/rules/search from the texts below, so that the phone's own rule
(mobile_app/src/domain/searching) cannot drift from it.
"""

from typing import Any

from backend.core.errors import Invalid
from backend.insight.rules.search import asking, folding, marking
from backend.insight.rules.search.asking import Question
from backend.insight.rules.search.indexing import Place, Said
from schemas.insight.search import TextKind

_BLOCKS = (
    (0x20, 0x36F),  # Latin with all that Vietnamese needs, marks that stand alone
    (0x370, 0x4FF),  # Greek, Cyrillic
    (0xE00, 0xE7F),  # Thai: marks that are no diacritics
    (0x660, 0x669),
    (0x1E00, 0x1FFF),
    (0x2000, 0x218F),  # marks of text, signs of money, numbers of other kinds
    (0x4E00, 0x4E1F),
    (0xFB00, 0xFB06),
    (0xFF00, 0xFF5F),
    (0x1D7CE, 0x1D7E1),  # digits outside the first plane
)
_ROW = 32
TEXTS = (
    "",
    "Số 12, đường Hoà Bình (Đống Đa)",
    "Số 12, đường Hòa Bình (Đống Đa)",
    "Ho\u0300a Bi\u0300nh, \u0110o\u0302\u0301ng \u0110a",
    "MQĐ02-12345/BB-VPHC",
    "25.000.000 đ; 1.2.3; 12.34; 1.234.5; 1.234.567.890",
    "0109998887, +84 987-654-321",
    "gạo_trắng  GẠO\tTRẮNG\nthuỷ thủy",
    "ﬁlm ＡＢＣ ½ kg, 3² m²; Straße ŒUVRE ʼn",
    "Ŋ ł Ø ð Þ ı İ ſ Σίσυφος ΣΊΣΥΦΟΣ Ёлка",
    "👍🏽 chữ ký 𝟙𝟚𝟛 \u200bẩn\u00adđi",
    "a\u0345\u0301b e\u0301\u0323x \u0301đầu",
    "ข้าวสาร ๑๒๓",
)
TYPED = (
    *("", " ", "gạo hoa trắng", "gao hoa tra", "gao hoa ", "GẠO  hoa-trắng!", "m", "VV 2026 mau"),
    *("12", "123", "12345/BB", "0109998887", "25.000.000", "25.000", "9" * 30, "a" * 60),
    *("gao gao gao", "%$#@!&|()", "\u200b", "'; DROP TABLE cases; --", "hoà bình hòa binh"),
    *("một hai ba bốn năm sáu bảy tám chín mười mười-một mười-hai", "x" * 201, "👍" * 200),
    *("a b c d e f g h i j k l", "ho\u0300a", "3² ½", "gạo trắng hoa".upper(), "x đ"),
)
NAMES = (
    "Công ty TNHH Gạo Trắng Hoa Sen",
    "Cửa hàng gạo hoa trắng",
    "Số 12/3 ngõ 45 Hòa Bình, MST 0109998887, 1.250.000 đồng",
    "Biên bản 12345/BB-VPHC lập 12:30",
    "Hoa trắng\u0301 gạo nếp",
    "Hộ kinh doanh Trần Văn Mẫu",
)
ASKED = (
    *("gao hoa tra", "hoa gạo", "GAO", "gạo trắng hoa sen", "cong ty", "234", "998", "12", "3"),
    *("250000", "1.250.000", "hoà bình 45", "cửa hàng gạo hoa trắng", "12345/BB-VPHC", "mau tran"),
    *("xyz", "n", "gạo", "hoa t"),
)
SAID = (
    Said(Place.NAME, TextKind.PARTY, "Hộ kinh doanh Minh Phát"),
    Said(Place.WHERE, TextKind.ADDRESS, "Số 5 phố Hàng Than, phường Ba Đình, Hà Nội"),
    Said(Place.ABOUT, TextKind.SUMMARY, "Nhãn hàng hóa, hóa đơn, chứng từ"),
    Said(
        Place.TEXT,
        TextKind.MINUTES,
        "Tại thời điểm kiểm tra, cơ sở đang bày bán các mặt hàng thực phẩm đóng gói sẵn trên ba kệ ở gian ngoài. "
        "Đoàn kiểm tra phát hiện 24 chai rượu vang không có nhãn phụ tiếng Việt, chủ cơ sở chưa xuất trình được "
        "hóa đơn và nói rằng hàng do người quen gửi bán từ tháng 10.",
    ),
    Said(Place.TEXT, TextKind.CAPTION, "Kệ trưng bày rượu vang"),
    Said(Place.TEXT, TextKind.COMMENT, "a" * 170 + " rượu " + "b" * 200),
)
WANTED = (
    *("ruou vang", "nhan phu tieng viet", "minh phat ruou", "hoa don chung tu", "thang 10"),
    *("chu co so", "nguoi quen gui ban", "ruo", "khong co gi", "aaa ruou"),
)


def table() -> dict[str, Any]:
    """The whole table."""
    return {
        "limits": {"letters": asking.LONGEST, "words": asking.MOST_WORDS},
        "letters": [_row(begin) for low, high in _BLOCKS for begin in range(low, high + 1, _ROW)],
        "words": [
            {
                "text": text,
                "words": [[w.folded, text[w.begin : w.end]] for w in folding.words(text)],
            }
            for text in TEXTS
        ],
        "questions": [_question(typed) for typed in TYPED],
        "marks": [_marks(text, typed) for text in NAMES for typed in ASKED],
        "said": [{"what": one.what, "text": one.text} for one in SAID],
        "excerpts": [_excerpt(typed) for typed in WANTED],
    }


def _row(begin: int) -> dict[str, Any]:
    text = " ".join(f"x{chr(one)}z" for one in range(begin, begin + _ROW))
    return {"text": text, "words": " ".join(folding.folded(text))}


def _terms(question: Question | None) -> list[Any] | None:
    return None if question is None else [[one.word, one.unfinished] for one in question.terms]


def _question(typed: str) -> dict[str, Any]:
    try:
        question = asking.read(typed)
    except Invalid as refused:
        return {"typed": typed, "refused": refused.code}
    return {"typed": typed, "terms": _terms(question), "looser": _terms(question.looser())}


def _marks(text: str, typed: str) -> dict[str, Any]:
    terms = asking.read(typed).terms
    return {
        "text": text,
        "typed": typed,
        "all": bool(
            marking.having_all([(marking.line(text), (0, 0))], [term.needle for term in terms])
        ),
        "pieces": [[one.text, one.hit] for one in marking.marked(text, terms)],
        "rank": list(marking.rank(text, "12345/BB-VPHC", typed, terms)),
    }


def _excerpt(typed: str) -> dict[str, Any]:
    terms = asking.read(typed).terms
    known = marking.fitted("Hộ kinh doanh Minh Phát", terms)
    why, pieces = marking.excerpt(SAID, terms, known)
    return {
        "typed": typed,
        "known": "Hộ kinh doanh Minh Phát",
        "why": why,
        "pieces": [[one.text, one.hit] for one in pieces],
    }

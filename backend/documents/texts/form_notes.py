"""Notes of the forms (`x-check`) as officers read them, in both languages.

A form's file has its notes in English, as its author wrote them for developers. They stay there word
for word, because phones hold the bytes of a published version (tests/unit/documents/test_older_versions.py).
What an officer reads is here. Each note of each form is in exactly one of the three collections below;
tests/unit/documents/test_form_notes.py checks that.
"""

from collections.abc import Iterable

from schemas.core.problems import Text


def _not_seen(code: str, known_vi: str = "", known_en: str = "") -> Text:
    return Text(
        vi=f"Chưa có mẫu in {code} của Thông tư 22/2021/TT-BCT để đối chiếu{known_vi}. Hãy so bố cục và lời văn với "
        "mẫu ban hành kèm theo thông tư.",
        en=f"The printed form {code} of Circular 22/2021/TT-BCT has not been seen{known_en}. Compare layout and "
        "wording with the form issued with the circular.",
    )


SHOWN: dict[str, Text] = {
    "[check] The form in force after Decrees 68/2025 and 190/2025 is known through templates only.": Text(
        vi="Nghị định 118/2021/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định 68/2025/NĐ-CP và Nghị định "
        "190/2025/NĐ-CP. Mẫu hiện hành mới được biết qua bản tham khảo: hãy đối chiếu với mẫu ban hành kèm theo các "
        "nghị định này.",
        en="Decrees 68/2025/NĐ-CP and 190/2025/NĐ-CP amended Decree 118/2021/NĐ-CP. The form now in force is known "
        "from templates only: compare it with the form issued with these decrees.",
    ),
    "[check] Articles on amending, correcting and cancelling decisions.": Text(
        vi="Hãy đối chiếu quy định về sửa đổi, bổ sung, đính chính, hủy bỏ quyết định với văn bản hiện hành: khoản 3 "
        "Điều 18 Luật Xử lý vi phạm hành chính; các điều 13, 14 và 15 Nghị định 118/2021/NĐ-CP.",
        en="Compare the rules on amending, correcting and annulling decisions with the text in force: Law on "
        "Handling Administrative Violations Art 18.3; Decree 118/2021/NĐ-CP Arts 13, 14 and 15.",
    ),
    "[check] Circulars 22/2021 and 27/2020 were amended by Circular 45/2025/TT-BCT; the printed form of M01 was "
    "not seen.": Text(
        vi="Thông tư 22/2021/TT-BCT và Thông tư 27/2020/TT-BCT đã được sửa đổi, bổ sung bởi Thông tư 45/2025/TT-BCT. "
        "Chưa có mẫu in M01 để đối chiếu: hãy so bố cục và lời văn với mẫu hiện hành.",
        en="Circular 45/2025/TT-BCT amended Circulars 22/2021/TT-BCT and 27/2020/TT-BCT. The printed form M01 has "
        "not been seen: compare layout and wording with the form now in force.",
    ),
    "[check] No printed form was seen; the symbol PA is configuration.": Text(
        vi="Chưa có mẫu in của phương án kiểm tra đột xuất (Điều 12 Thông tư 27/2020/TT-BCT) để đối chiếu. Nếu có mẫu "
        "đã ban hành, hãy so bố cục và lời văn với mẫu đó.",
        en="No printed form of an ad-hoc inspection plan (Circular 27/2020/TT-BCT Art 12) has been seen. If a form "
        "was issued, compare layout and wording with it.",
    ),
    "[check] No printed form of a plan was seen; title and order follow Circular 27/2020/TT-BCT Art 5.2 and Decree "
    "30/2020/NĐ-CP.": Text(
        vi="Chưa có mẫu in kế hoạch kiểm tra để đối chiếu: các mục theo khoản 2 Điều 5 Thông tư 27/2020/TT-BCT, thể "
        "thức theo Nghị định 30/2020/NĐ-CP. Nếu đơn vị có mẫu đã ban hành, hãy so với mẫu đó.",
        en="No printed form of an inspection plan has been seen: the items follow Circular 27/2020/TT-BCT Art 5.2, the "
        "layout Decree 30/2020/NĐ-CP. If your unit has a form that was issued, compare with it.",
    ),
    "[check] No printed form of the notices of Circular 27/2020/TT-BCT Arts 6 and 10 was seen; the layout is that of "
    "Decree 30/2020/NĐ-CP.": Text(
        vi="Chưa có mẫu in thông báo của các điều 6 và 10 Thông tư 27/2020/TT-BCT để đối chiếu: thể thức theo Nghị "
        "định 30/2020/NĐ-CP.",
        en="No printed form of the notices of Circular 27/2020/TT-BCT Arts 6 and 10 has been seen: the layout follows "
        "Decree 30/2020/NĐ-CP.",
    ),
    "[check] No printed form of the report of Circular 27/2020/TT-BCT Art 7 was seen; the layout is that of Decree "
    "30/2020/NĐ-CP.": Text(
        vi="Chưa có mẫu in báo cáo của Điều 7 Thông tư 27/2020/TT-BCT để đối chiếu: thể thức theo Nghị định "
        "30/2020/NĐ-CP.",
        en="No printed form of the report of Circular 27/2020/TT-BCT Art 7 has been seen: the layout follows Decree "
        "30/2020/NĐ-CP.",
    ),
    "[check] The annexes of Circulars 55/2020/TT-BCT and 01/2023/TT-BTP were not found; the layout is that of Decree "
    "30/2020/NĐ-CP, and which figures stand in which table is data.": Text(
        vi="Chưa có phụ lục của Thông tư 55/2020/TT-BCT và Thông tư 01/2023/TT-BTP để đối chiếu: thể thức theo Nghị "
        "định 30/2020/NĐ-CP, các bảng theo mẫu báo cáo đã ban hành trong hệ thống.",
        en="The annexes of Circulars 55/2020/TT-BCT and 01/2023/TT-BTP were not found: the layout follows Decree "
        "30/2020/NĐ-CP, the tables are those of the report's definition.",
    ),
    "[check] Decree 30/2020/NĐ-CP gives a letter no abbreviation of its kind but that of the issuer and the drafting "
    "section; the symbol QLTT stands for the issuer.": Text(
        vi="Ký hiệu công văn theo Nghị định 30/2020/NĐ-CP là chữ viết tắt tên cơ quan và bộ phận soạn thảo. Hệ thống "
        "dùng QLTT; mã đơn vị đứng trước số. Hãy so với quy định về văn thư của đơn vị.",
        en="By Decree 30/2020/NĐ-CP the symbol of a letter is the abbreviation of the issuer and of the drafting "
        "section. The system writes QLTT; the unit's code stands before the number. Compare with your unit's rules.",
    ),
    "[check] The printed form of M02 was not seen.": _not_seen("M02"),
    "[check] The printed form of M05 was not seen; its title is read from its symbol, and its words are those of "
    "Ordinance 11/2016 Art 22.2.b.": _not_seen(
        "M05",
        "; tên quyết định suy ra từ ký hiệu QĐ-KDGH, lời văn theo điểm b khoản 2 Điều 22 Pháp lệnh 11/2016/UBTVQH13 "
        "(“kéo dài”)",
        "; its title is read from its symbol, and its words are those of Ordinance 11/2016/UBTVQH13 Art "
        "22.2.b (“kéo dài”)",
    ),
    "[check] The printed form of M05 was not seen; its title is read from its symbol.": _not_seen(
        "M05",
        "; tên quyết định suy ra từ ký hiệu QĐ-KDGH",
        "; its title is read from its symbol",
    ),
    "[check] The printed form has no line for a prosecution body's file (Art 56.1.b); ours names its decision.": Text(
        vi="Mẫu của Nghị định 118/2021/NĐ-CP không in sẵn căn cứ cho hồ sơ do cơ quan tiến hành tố tụng chuyển đến. Hệ "
        "thống ghi quyết định chuyển hồ sơ vào phần căn cứ: hãy xem lại.",
        en="The form of Decree 118/2021/NĐ-CP prints no basis for a file sent by a prosecution body. The system names "
        "that body's decision among the bases: look at it again.",
    ),
    "[check] The printed form of M03 was not seen.": _not_seen("M03"),
    "[check] The printed form of M04 was not seen.": _not_seen("M04"),
    "[check] The printed form of M07 was not seen.": _not_seen("M07"),
    "[check] The printed form of M08 was not seen; the symbol BC is configuration.": _not_seen(
        "M08"
    ),
    "[check] The printed form of M09 was not seen; the symbol ĐX is configuration.": _not_seen(
        "M09"
    ),
    "[check] The printed form of M10 was not seen; its columns are known.": _not_seen(
        "M10", "; chỉ mới biết các cột của bảng kê", "; only the columns of the list are known"
    ),
    "[check] The printed form of M11 was not seen.": _not_seen("M11"),
    "[check] The printed form of M12 was not seen; its columns are known.": _not_seen(
        "M12", "; chỉ mới biết các cột của sổ nhật ký", "; only the columns of the diary are known"
    ),
}
"""What an officer has to compare with the official text. The key is the note of the form's file.

Of a note that also names a symbol, only the other half is shown; for the reason see FOR_DEVELOPERS.
The articles on amending and annulling stay, although those of Decree 118/2021 are known: whether
Decrees 68/2025 and 190/2025 changed them is not.
"""

_LAW = "Law on Handling Administrative Violations 15/2012 (am. 67/2020, 88/2025)"
_TERM_OF_A_SEIZURE = (
    f"{_LAW} Art 125.8: 7 working days, 10 if the file goes to the competent person. Extended to at most one month "
    "in a case of Art 66.1 b (explanation asked for, or facts to be verified), and to at most two months in a case "
    "of Art 66.1 c (especially serious, many complex facts, and more time needed)"
)
SETTLED: dict[str, str] = {
    "[check] The symbol BB-TGTV is configuration; extension of the seizure beyond 30 days (Art 125.8) is "
    "unverified.": _TERM_OF_A_SEIZURE,
    "[check] Term: 7 working days, extendable to 30 days or one month; a further extension is unverified "
    "(Art 125.8).": _TERM_OF_A_SEIZURE,
    "[check] Longest extension (Art 125.8) is unverified.": _TERM_OF_A_SEIZURE,
    "[check] Term by purpose: valuation 5 working days (Art 60.3); to secure execution until it is done (Art 125.6); "
    "else 7 working days, 10 where the file goes to who may sanction (Art 125.8).": (
        f"{_LAW} Art 60.3 (since 1/7/2025), Art 125.1 c with 125.6 to 125.8, Art 125.8: the note is right"
    ),
    "[check] When the right to explain exists (Art 61): two notes differ on confiscation.": (
        f"{_LAW} Art 61.1: suspension of a licence or an activity, or a band up to 15 million đồng (individual) or 30 "
        "million (organisation) and more, gives the right. Confiscation alone does not"
    ),
    "[check] Ceiling without minutes: 500,000 đồng for individuals, 1,000,000 for organisations from 1/7/2025.": (
        f"{_LAW} Art 56, as amended by Law 88/2025 from 1/7/2025: the note is right"
    ),
}
"""Doubts that have been resolved since the form was published, and what resolved them.

Officers do not see these: a page must not call uncertain what the system applies as law.
"""

FOR_DEVELOPERS = frozenset(
    {
        "[check] Some units write QĐ-XPHC: the symbol is configuration.",
        "[check] Only the bases of Arts 75 and 19 are printed; the order of heirs is written in the successor's line.",
        "[check] To whom the decision is handed over is written as in other forms.",
        "[check] The symbol BB-BTH is configuration.",
        "[check] The symbol BB-TT is configuration.",
        "[check] The symbol QĐ-CDGQ is configuration.",
        "[check] The symbol QĐ-GQCC is configuration.",
        "[check] The symbol QĐ-GQTG is configuration.",
        "[check] The symbol QĐ-GQXP is configuration.",
        "[check] The symbol BB-GTTT is configuration.",
        "[check] The symbol BB-KNQĐ is configuration.",
        "[check] The symbol BB-LV is configuration.",
        "[check] The symbol BB-MNPTV is configuration.",
        "[check] The symbol BB-NPTV is configuration.",
        "[check] The symbol BB-XM is configuration.",
        "[check] The symbol QĐ-BTH is configuration.",
        "[check] The symbol QĐ-CHSHS is configuration.",
        "[check] The symbol QĐ-GMTP is configuration.",
        "[check] The symbol QĐ-HB is configuration.",
        "[check] The symbol QĐ-HTHQĐPT is configuration.",
        "[check] The symbol QĐ-KDTG is configuration.",
        "[check] The symbol QĐ-KPHQ is configuration.",
        "[check] The symbol QĐ-NTPNL is configuration.",
        "[check] The symbol QĐ-SĐBS is configuration.",
        "[check] The symbol QĐ-TGTV is configuration.",
        "[check] The symbol QĐ-TLTV is configuration.",
        "[check] The symbol QĐ-TTTVPT is configuration.",
        "[check] The symbol QĐ-ĐC is configuration.",
    }
)
"""Notes about the symbol of a form's numbers. It comes from the form; an officer who drafts a paper
cannot change it, so the editor does not ask them to compare it."""


def for_officers(notes: Iterable[str]) -> list[Text]:
    """Return what an officer has to compare, of these notes of a form, in their order.

    A note without a text is left out: English words on a Vietnamese page would help nobody, and the
    test of this module reports it before a form is published.
    """
    return [SHOWN[note] for note in notes if note in SHOWN]

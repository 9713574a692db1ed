"""Papers that stay inside until the inspection begins: the proposal (ĐX) and the ad-hoc plan (PA). Pure.

An ad-hoc inspection is a surprise (Circular 27/2020/TT-BCT Art 12): its plan and its proposal name the place, the day
and what is expected to be found. Sent to the party, they warn it. A party has many names, its director's and a short
one too: so everybody is refused who is neither the force nor another authority.
"""

from collections.abc import Iterable
from typing import Any

from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.prior_offences import search_words, words_in
from backend.casework.texts.cases import refusal
from backend.law import form_facts
from backend.ledger.handlers import Refuse

_TELLING = 3
"""So many words of a name without its kind tell who is meant ("Nguyễn Thị Lựu"); fewer ("Hà Nội") may be a place."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(one.split())} " for one in text.split(","))


_OFFICES = _phrases("""
    doi, pho doi truong, lanh dao doi, chi cuc, pho chi cuc truong, lanh dao chi cuc, cuc, pho cuc truong, lanh dao cuc,
    tong cuc, bo cong thuong, so cong thuong, ban chi dao 389, uy ban nhan dan, ubnd, cong an, hai quan, vien kiem sat,
    phong nghiep vu, phong thanh tra, phong to chuc, phong phap che, phong tong hop, phap che, thanh tra, van thu,
    van phong, doan kiem tra, truong doan, thanh vien doan, to kiem tra, kiem soat vien, nhu tren
""")
"""How offices of the force, and of the State beside it, begin as they are written, without diacritics."""
_OF_PARTIES = _phrases("""
    cong ty, cty, tnhh, doanh nghiep, dntn, hop tac xa, htx, ho kinh doanh, hkd, co so, cua hang, doi tuong, giam doc,
    chu ho, nguoi vi pham, to chuc ca nhan, thuong nhan, gui, chuyen, giao cho
""")
"""What stands in no such name: the party by whatever name, and that the office passes it on."""
_ALL_OF = frozenset({"cac", "nhung", "toan", "the", "moi"})
"""Words that say "all of", before an office or people of it ("Các thành viên Đoàn kiểm tra")."""
_KEPT = frozenset({"vt", "hs", "hsvv", "ho", "so", "vu", "viec", "van", "thu"})
"""What a copy that is kept ("Lưu: VT, hồ sơ vụ việc") is kept in."""


def objection(facts: Facts, paper: Paper, receiver: str | None = None) -> Refuse | None:
    """Why an internal paper may not be made final, issued or handed over: the party is among its recipients.

    `receiver` is whom it is handed to, beside those whom the paper itself names.
    """
    if paper.form not in form_facts.internal():
        return None
    named = paper.fields.get("recipients")
    said = [*(named if isinstance(named, list) else []), *([receiver] if receiver else [])]
    names = list(_names(facts, paper))
    for one in map(str, said):
        if not _is_office(one) or any(_is_meant(one, name) for name in names):
            return refusal("case_paper_internal", entered=one)
    return None


def _is_office(recipient: str) -> bool:
    """Whether this is how an office of the force or the State is written, and nothing in it is a party's."""
    words = words_in(recipient)
    said = f" {' '.join(words)} "
    if any(one in said for one in _OF_PARTIES):
        return False
    if words[:1] == ["luu"]:
        kept = words[1:]
        return all(one in _KEPT for one in kept) or _is_office(" ".join(kept))
    while words[:1] and words[0] in _ALL_OF:
        words = words[1:]
    return not words or f" {' '.join(words)} ".startswith(_OFFICES)


def _names(facts: Facts, paper: Paper) -> Iterable[str]:
    subject: Any = paper.fields.get("subject")
    told = subject if isinstance(subject, dict) else {}
    found = [told.get("name"), told.get("trade_name")]
    if facts.party:
        found += [facts.party.name, facts.party.trade_name]
    return (one for one in found if isinstance(one, str) and one.strip())


def _is_meant(recipient: str, name: str) -> bool:
    """Whether a recipient holds the whole name, or what tells it apart, whatever the case, accents and signs."""
    said = f" {' '.join(words_in(recipient))} "
    whole, apart = words_in(name), search_words(name)
    if whole and f" {' '.join(whole)} " in said:
        return True
    return len(apart) >= _TELLING and f" {' '.join(apart)} " in said

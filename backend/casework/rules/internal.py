"""Papers kept inside until the inspection begins: the proposal (ĐX), the ad-hoc plan (PA). Pure.

An ad-hoc inspection is a surprise (Circular 27/2020/TT-BCT Art 12). Its plan and its proposal name
the place, the day and what is expected to be found, so a party that received them would be warned.
A party has many names, also its director's and a short one. So every recipient is refused that is
neither the force nor another authority.
"""

from collections.abc import Iterable
from typing import Any

from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.prior_offences import search_words, words_in
from backend.casework.texts.cases import refusal
from backend.law import form_facts
from backend.ledger.handlers import Refuse

_TELLING = 3
"""This many words of a name, without the kind of party, identify somebody ("Nguyễn Thị Lựu"); fewer
("Hà Nội") may be a place."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(one.split())} " for one in text.split(","))


_OFFICES = _phrases("""
    doi, pho doi truong, lanh dao doi, chi cuc, pho chi cuc truong, lanh dao chi cuc, cuc, pho cuc truong, lanh dao cuc,
    tong cuc, bo cong thuong, so cong thuong, ban chi dao 389, uy ban nhan dan, ubnd, cong an, hai quan, vien kiem sat,
    phong nghiep vu, phong thanh tra, phong to chuc, phong phap che, phong tong hop, phap che, thanh tra, van thu,
    van phong, doan kiem tra, truong doan, thanh vien doan, to kiem tra, kiem soat vien, nhu tren
""")
"""How names of offices begin, of the force or of other authorities, without diacritics."""
_OF_PARTIES = _phrases("""
    cong ty, cty, tnhh, doanh nghiep, dntn, hop tac xa, htx, ho kinh doanh, hkd, co so, cua hang, doi tuong, giam doc,
    chu ho, nguoi vi pham, to chuc ca nhan, thuong nhan, gui, chuyen, giao cho
""")
"""Words that no office's name contains: names for a party, and words for passing the paper on."""
_ALL_OF = frozenset({"cac", "nhung", "toan", "the", "moi"})
"""Words for "all of" before an office or its people ("Các thành viên Đoàn kiểm tra")."""
_KEPT = frozenset({"vt", "hs", "hsvv", "ho", "so", "vu", "viec", "van", "thu"})
"""Words for the place of a kept copy ("Lưu: VT, hồ sơ vụ việc")."""


def objection(facts: Facts, paper: Paper, receiver: str | None = None) -> Refuse | None:
    """Return why an internal paper may not be made final, issued or handed over, or None.

    A recipient may be the party, or no office. `receiver` is whom the paper is handed to, besides
    those that it names.
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
    """Tell whether a recipient reads as an office of the force or the State.

    No word in it may be one that only parties have.
    """
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
    """Tell whether a recipient contains the whole name, or its identifying part.

    Case, accents and punctuation do not count.
    """
    said = f" {' '.join(words_in(recipient))} "
    whole, apart = words_in(name), search_words(name)
    if whole and f" {' '.join(whole)} " in said:
        return True
    return len(apart) >= _TELLING and f" {' '.join(apart)} " in said

"""Papers that stay inside until the inspection begins: the proposal (ĐX) and the ad-hoc plan (PA). Pure.

An ad-hoc inspection is a surprise (Circular 27/2020/TT-BCT Art 12): its plan and its proposal name the place, the day
and what is expected to be found. Sent to the party, they warn it.
"""

from collections.abc import Iterable
from typing import Any

from backend.cases.facts import Facts, Paper
from backend.cases.texts import refusal
from backend.ledger.books import Refuse
from backend.repeats.rules import search_words, words_in

FORMS = frozenset({"ĐX", "PA"})
_TELLING = 3
"""So many words of a name without its kind tell who is meant ("Nguyễn Thị Lựu"); fewer ("Hà Nội") may be a place."""


def objection(facts: Facts, paper: Paper, receiver: str | None = None) -> Refuse | None:
    """Why an internal paper may not be made final, issued or handed over: the party is among its recipients.

    `receiver` is whom it is handed to, beside those whom the paper itself names.
    """
    if paper.form not in FORMS:
        return None
    named = paper.fields.get("recipients")
    said = [*(named if isinstance(named, list) else []), *([receiver] if receiver else [])]
    names = list(_names(facts, paper))
    if any(_is_meant(str(one), name) for one in said for name in names):
        return refusal("case_paper_internal")
    return None


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

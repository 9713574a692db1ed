"""Who a violator is, if one inspection finds several. Pure.

Each has a case and minutes of their own (Decree 118/2021 Art 12.3). Two are the same if they share
a number or a name: on one visit a namesake is less likely than a mistyped number. A household is
its owner. An unknown violator may be anybody.
"""

from typing import Any, NamedTuple

from backend.casework.rules import signed
from backend.casework.rules.contradictions import folded
from backend.casework.rules.facts import Facts, Paper
from schemas.casework.acts import parts as case_parts
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject


class Violator(NamedTuple):
    """What identifies a violator: names as folded() writes them, and numbers."""

    names: frozenset[str]
    numbers: frozenset[str] = frozenset()
    said: str = ""
    """The name as it is written."""


def of_party(party: case_parts.Party | DecisionSubject | None) -> Violator | None:
    """Return the violator of a case as an act names them; None if there is none."""
    if party is None:
        return None
    numbers = (party.tax_code, getattr(party, "identity_number", None), party.subject_id)
    return _violator(party.name, party.kind, party.representative, numbers)


def of_fields(fields: dict[str, Any]) -> Violator | None:
    """Return the violator that minutes name; None if they name none, or do not know them."""
    said = fields.get("violator") or {}
    if signed.unknown(fields) or not said.get("name"):
        return None
    numbers = (said.get("enterprise_code"), said.get("id_number"))
    return _violator(said["name"], said.get("kind"), said.get("representative_name"), numbers)


def _violator(name: str, kind: Any, representative: Any, numbers: Any) -> Violator:
    names = {folded(name)}
    if kind == SubjectKind.HOUSEHOLD and representative:
        names.add(folded(representative))
    return Violator(frozenset(names), frozenset(str(one) for one in numbers if one), name)


def same(one: Violator | None, other: Violator | None) -> bool:
    """Tell whether two may be one violator."""
    if one is None or other is None:
        return True
    return bool(one.names & other.names or one.numbers & other.numbers)


def meant(content: Any, facts: Facts) -> Violator | None:
    """Return the violator of an act that names nobody.

    It is the one that the violation minutes name which the act writes or is about, else the case's
    violator.
    """
    paper = facts.papers.get(getattr(content, "document_id", None) or facts.lead.officer_id)
    if getattr(content, "fields", None) and content.form == "MBB01":
        return of_fields(content.fields) or of_party(facts.party)
    if paper is not None and paper.form == "MBB01":
        return of_fields(paper.fields) or of_party(facts.party)
    return of_party(facts.party)


def of_another(facts: Facts, fields: dict[str, Any]) -> str | None:
    """Return the violator's name on these minutes if the case has minutes against another.

    None otherwise.
    """
    who = of_fields(fields)
    for paper in facts.papers.values():
        if paper.form == "MBB01" and binds(paper) and not same(of_fields(paper.fields), who):
            return who.said if who else None
    return None


def binds(paper: Paper) -> bool:
    """Tell whether a paper is in force, or is printed with its number and waits for a signature."""
    return paper.stands or paper.state == "printed"

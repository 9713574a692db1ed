"""Fills the paper of an inspection decision (QĐ-KT) from what its issuer decided. Pure.

Ordinance 11/2016/UBTVQH13 Art 19.2 says what a decision states.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from backend.documents.rules.filling import bases, without_nothing
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.acts import DecisionSubject, TeamMember
from schemas.fieldwork.decisions import IssueDecision

Fields = dict[str, Any]
_GIVEN = "Căn cứ "


class Signer(NamedTuple):
    """Who signs a decision, and for which unit."""

    name: str
    title: str
    unit: str
    delegation: str | None
    """How the paper cites the delegation under which a deputy signs."""


def without_prefix(base: str) -> str:
    """Return a legal basis without the words that the paper prints before each of them."""
    text = base.strip().rstrip(";.").strip()
    return text.removeprefix(_GIVEN)


def standard_bases(schema: Fields, order: IssueDecision | None = None) -> list[str]:
    """Return the bases that the form itself has, in its order."""
    return bases(schema, {"proposal": order.proposal if order else None})


def cited_bases(order: IssueDecision, cited: str | None) -> list[str]:
    """Return the bases of the decision: those decided on, what it rests on, and the delegation."""
    found = [without_prefix(text) for text in order.legal_bases if text.strip()]
    rests = without_prefix(order.proposal or "")
    if rests and not any(rests in text for text in found):
        found.append(rests)
    return [*found, *([without_prefix(cited)] if cited else [])]


def fields(
    schema: Fields,
    order: IssueDecision,
    team: Sequence[TeamMember],
    signer: Signer,
    day: date,
    cited: str | None,
) -> Fields:
    """Return the fields of the paper.

    `cited` is the basis that names the signer's delegation. Without a leader or members the form
    says what is missing.
    """
    leader = next((_member(one) for one in team if one.leader), None)
    filled: Fields = {
        "agency": signer.unit,
        "legal_bases": cited_bases(order, cited),
        "ground": order.ground,
        "proposal": order.proposal,
        "subject": subject_fields(order.subject),
        "place": order.place,
        "contents": order.contents,
        "duration_days": order.duration_days,
        "start_on": order.start_on.isoformat(),
        "leader": leader,
        "members": [_member(one) for one in team if not one.leader],
        "partners": order.partners,
        "executor": f"Trưởng Đoàn kiểm tra, các thành viên Đoàn kiểm tra và {named(order.subject)}",
        "effective_on": day.isoformat(),
        "signer": {
            "name": signer.name,
            "title": signer.title,
            "unit": signer.unit,
            "delegation": signer.delegation,
        },
    }
    kept: Fields = without_nothing(filled, schema)
    return kept


def named(party: DecisionSubject) -> str:
    """Name a party in the middle of a sentence: ông (bà) Nguyễn Văn An, hộ kinh doanh Lựu."""
    if party.kind is SubjectKind.INDIVIDUAL:
        return f"ông (bà) {party.name}"
    if party.kind is SubjectKind.HOUSEHOLD and party.name.startswith("Hộ "):
        return f"h{party.name[1:]}"
    return party.name


def party_of(party: DecisionSubject) -> str:
    """Return Cá nhân or Tổ chức, as the papers name a party; a household business is its owner."""
    return "Tổ chức" if party.kind is SubjectKind.ORGANISATION else "Cá nhân"


def _member(one: TeamMember) -> Fields:
    return {
        "name": one.full_name,
        "title": one.title or "Công chức",
        "officer_number": one.officer_number,
        "card_number": one.card_number,
    }


def subject_fields(party: DecisionSubject) -> Fields:
    """Return the party as the form names it: a person has no enterprise code or representative."""
    said: Fields = {"kind": str(party.kind), "name": party.name, "address": party.address}
    if party.kind is not SubjectKind.INDIVIDUAL:
        said |= {
            "enterprise_code": party.tax_code,
            "registration_number": party.registration_number,
            "representative_name": party.representative,
            "representative_title": party.representative_title,
        }
    return said

"""What of a case's paper is submitted for approval, as what kind, and what of it is material. Pure.

Practice B7 names what a change must touch to void an opinion: party, act, article, amount, penalty,
remedy, goods, term, signer. Fields are listed under these by their names; the forms share names.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from backend.casework.rules import annexes, time_to_decide
from backend.casework.rules.facts import Facts, Paper
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import RecordKind

_SEIZURES = ("MQĐ18", "MQĐ19", "MQĐ20", "MQĐ21", "MQĐ22", "MQĐ23")
_SANCTIONS = ("MQĐ01", "MQĐ02", "MQĐ14", "MQĐ15")
_ENFORCEMENTS = ("MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11", "MQĐ12")
_CHANGING = ("MQĐ38", "MQĐ39", "MQĐ40")
_KINDS: dict[str, SubmittedKind] = {
    **dict.fromkeys(_SEIZURES, SubmittedKind.SEIZURE),
    **dict.fromkeys(_SANCTIONS, SubmittedKind.SANCTION),
    **dict.fromkeys(_ENFORCEMENTS, SubmittedKind.ENFORCEMENT),
    "PA": SubmittedKind.ADHOC_PLAN,
    **dict.fromkeys(("QĐ-SĐBSKT", "QĐ-KDGH", "QĐ-NV"), SubmittedKind.INSPECTION_DECISION),
}


def kind_of(form: str, about: str | None) -> SubmittedKind:
    """Return as what a unit's paper is submitted. `about`: the form of the decision that it changes.

    Who changes a decision changes what it was: a sanction is amended by the route of sanctions.
    """
    if form in _CHANGING:
        return _KINDS.get(about or "", SubmittedKind.SANCTION if about is None else _OTHER)
    return _KINDS.get(form, _OTHER)


_OTHER = SubmittedKind.OTHER_PAPER

LIMITS: dict[SubmittedKind, tuple[str, ...]] = {
    SubmittedKind.SANCTION: time_to_decide.RULES,
    SubmittedKind.SEIZURE: ("D23",),
}
"""The clocks of the case that end with the decision: Law Arts 66.1, 63.3 (a file from prosecution bodies), 125.4, and
Decree 118/2021 Art 15.3 (anew after a cancellation)."""

_LIMITS_OF_FORMS: dict[str, tuple[str, ...]] = {
    "MQĐ14": ("P16.decide",),
    "MQĐ15": (),
    "MQĐ21": ("D21",),
    "MQĐ24": ("D21", "D22"),
    "MQĐ33": ("P14",),
    "MQĐ42": ("P17",),
}
"""Papers that another limit ends than that of their kind, or none.

Measures alone are not bound by the time for a sanction, and may follow it (Law Art 65.2, 66.2); of goods that
nobody claims Art 126.4 sets a time. An extension and a return are decided before the time is over for which
the goods are held (Arts 125.8, 60.3). A file goes to prosecution bodies within five working days of a
suspension (Art 62.2), an uncollected licence to its issuer within ten (Art 126.4b).
"""
_CHANGES_OF_SANCTIONS = {"MQĐ38": ("P18",), "MQĐ39": ("P18",)}
"""A correction and an amendment of a sanction have a year, a cancellation of the whole has no end (Decree 118/2021
Art 15). A change of any other decision has none."""


def limits_of(form: str, kind: SubmittedKind) -> tuple[str, ...]:
    """Return the rules of the clocks that limit the time to decide on a paper; empty if none does."""
    if form in _CHANGING:
        return _CHANGES_OF_SANCTIONS.get(form, ()) if kind is SubmittedKind.SANCTION else ()
    return _LIMITS_OF_FORMS.get(form, LIMITS.get(kind, ()))


def limited_forms() -> list[tuple[str, str]]:
    """Return each form whose papers have a limit with the rules of the clocks that limit them."""
    forms = sorted({*_KINDS, *_LIMITS_OF_FORMS, *_CHANGES_OF_SANCTIONS})
    return [(form, rule) for form in forms for rule in limits_of(form, kind_of(form, None))]


def minutes_of(paper: Paper, facts: Facts) -> set[UUID]:
    """Return the minutes that a paper names, by which the goods that it is about may have been seized.

    A case may hold several seizures, each with clocks of its own. A decision names the minutes; an extension and
    a return name that decision.
    """
    decision = _numbered(facts, paper.fields.get("decision_number"))
    named = [
        one.fields.get(name)
        for one in (paper, decision)
        if one is not None
        for name in ("seizure_minutes_number", "violation_minutes_number")
    ]
    return {one.id for number in named if (one := _numbered(facts, number))}


def _numbered(facts: Facts, number: object) -> Paper | None:
    return next((one for one in facts.papers.values() if number and one.number == number), None)


MATERIAL: dict[str, tuple[str, ...]] = {
    "party": (
        *("violator", "subject", "subject_name", "receiver", "holder", "successor", "concerned"),
        *("search_place", "place"),
    ),
    "act": (
        *("violations", "law_field", "expected_violation", "facts", "crime", "contents", "content"),
        *("changes", "parts", "scope", "decision_number", "decision_date", "questions"),
    ),
    "article": ("legal_bases", "provision", "ground", "purpose", "variant"),
    "amount": (
        *("total_fine", "amount", "relief", "remaining", "fine_stopped", "refund", "refund_to"),
        *("confiscated_value", "instalments"),
    ),
    "penalty": ("additional", "additional_reason", "measure", "measures", "consequence"),
    "remedy": ("remedies", "remedies_reason", "remedy_duties", "damage"),
    "goods": (
        *("exhibits", "what", "licence", "licences", "objects", "held_papers", "handling"),
        *("destination", "confiscation_changed", "target", "plate"),
    ),
    "term": (
        *("days", "days_unit", "from_on", "until_on", "months", "pay_days", "effective_on"),
        *("effect_licence", "lifted_at", "search_time", "due_on", "valid_from", "valid_to"),
        *("expected_start", "expected_end"),
    ),
    "signer": ("signer",),
}
"""Names of fields by what they say (practice B7)."""

NOT_MATERIAL = frozenset(
    {
        # how it is laid out and numbered, and by which body
        *("agency", "number", "recipients", "executor", "others", "collector", "reckoning"),
        # what it refers to, and why
        *("violation_minutes_number", "violation_minutes_date", "hearing_minutes_number"),
        *("hearing_minutes_date", "verification_minutes_number", "verification_minutes_date"),
        *("seizure_minutes_number", "seizure_minutes_date", "seal_minutes_number"),
        *("seal_minutes_date", "licence_minutes_number", "licence_minutes_date"),
        *("annulled_by_number", "explanation", "decision_title", "decision_issuer", "proposal"),
        *("seizure_number", "seizure_date", "extension_number", "extension_date", "attached"),
        *("suspension_number", "suspension_date", "postponement_number", "postponement_date"),
        *("file_number", "file_date", "file_body", "request", "confirmed_by", "reason", "told"),
        *("second_notice", "second_notice_on", "held_for", "held_from", "held_until", "proof"),
        *("enclosures", "papers", "documents", "found_at", "found_on", "area"),
        *("registration_number", "registration_date", "registration_place"),
        # how it is paid and carried out
        *("account", "agency_code", "chapter", "sub_item", "pay_to", "pay_way", "paid_on_spot"),
        *("custody_place", "keeper", "destruction_place", "return_place", "got_back", "unsealed"),
        *("participants", "to", "expert", "expert_address"),
        # who works on it, and with what
        *("leader", "members", "partners", "officers", "means", "contingencies", "report_to"),
    }
)
"""Fields whose change voids no opinion."""

_NOTES = frozenset({"note"})
"""Parts of a material row that are notes: a change of these never voids."""
_MATERIAL = frozenset(name for names in MATERIAL.values() for name in names)


def subject_of(case_id: UUID, paper: Paper, facts: Facts) -> Submitted | None:
    """Return a paper as what is submitted; None if its maker signs it, as minutes are."""
    if forms.load(paper.form, paper.form_version).get("x-issuer", "unit") != "unit":
        return None
    about = facts.papers.get(paper.replaces) if paper.replaces else None
    return Submitted(
        kind=kind_of(paper.form, about.form if about else None),
        record_kind=RecordKind.CASE,
        record_id=case_id,
        item_id=paper.id,
    )


def material_of(form: str, fields: Mapping[str, Any], attached: Iterable[Paper] = ()) -> str:
    """Return the hash of what a change must touch to void an opinion, in the paper or its annexes.

    A paper without annexes has the hash that it had before annexes were recorded.
    """
    content: dict[str, Any] = {"form": form, "fields": _bare_of(fields, _MATERIAL)}
    said = [one for annex in attached if (one := _bare_of(annex.fields, annexes.MATERIAL))]
    if said:
        content["attachments"] = sorted(sha256_hex(one) for one in said)
    return sha256_hex(content)


def _bare_of(fields: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    said = {name: _bare(value) for name, value in fields.items() if name in names}
    return {name: value for name, value in said.items() if _said(value)}


def shown_of(
    form: str,
    version: int,
    fields: Mapping[str, Any],
    letterhead: Mapping[str, str],
    attachments: list[str],
) -> str:
    """Return the hash of all that a person saw; number and day come later."""
    seen = {name: value for name, value in fields.items() if name != "number"}
    return sha256_hex(
        {
            "form": form,
            "version": version,
            "fields": seen,
            "letterhead": dict(letterhead),
            "attachments": attachments,
        }
    )


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: part for k, v in value.items() if k not in _NOTES and _said(part := _bare(v))}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def _said(value: Any) -> bool:
    """Tell whether there is anything: an empty field is no other than a missing one."""
    return value not in (None, "", [], {})


def amount_of(fields: Mapping[str, Any]) -> int | None:
    """Return the sum that decides on the route, in đồng: the fine, or the value of the goods."""
    for name in ("total_fine", "amount", "confiscated_value"):
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
    return None


def party_of(fields: Mapping[str, Any]) -> str:
    """Return the name of whom it is about, or an empty text."""
    for name in ("violator", "subject", "receiver", "holder"):
        who = fields.get(name)
        if isinstance(who, dict) and isinstance(who.get("name"), str):
            return str(who["name"])
        if isinstance(who, str) and who:
            return who
    return str(fields.get("subject_name") or "")

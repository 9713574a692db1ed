"""What a case has from another body: its violation minutes, or a chair's decision. Pure.

Another body's minutes keep their number and day, and count as the case's violation minutes (Circular 27/2020 Art 23;
Law Art 58.5). A prosecution body sends no minutes (Law Arts 56.1.b, 63). A chair's decision is carried out like one
of ours (Circular 27/2020 Art 25).
"""

from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.rules import signed
from backend.casework.rules.contradictions import folded
from backend.casework.rules.facts import Event, Facts, Paper
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.core.canonical_json import sha256_hex
from backend.law.rules.counting import start_of
from backend.ledger.handlers import Refuse
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.acts.parts import Party
from schemas.casework.words import CaseAct, CaseState, DocumentState
from schemas.core.vocabulary import SubjectKind
from schemas.law.sanctions import Remedy, RemedyKind, SanctionOrder

MINUTES, SANCTION, MEASURES = ("MBB01", 2), ("MQĐ02", 2), ("MQĐ15", 1)
"""The forms that such papers are kept as, always in one version."""
FINES = "sanction"
_PAID_BACK = "số lợi bất hợp pháp"
_NOT_RECKONED = "0" * 64
"""Nobody here reckoned a chair's decision."""


WITHOUT_MINUTES_SINCE = date(2025, 7, 1)
"""Since this day a prosecution body's file is sanctioned without minutes (Law Art 56.1.b)."""
LONGEST_SUSPENSION = 24
"""Months (Law Art 25.3)."""
BEFORE_MINUTES = frozenset({CaseState.INSPECTED, CaseState.VERIFYING})
WORKING_MINUTES = "MBB02"


def minutes_fault(source: str, received_on: date, *, whole: bool, none: bool) -> Refuse | None:
    """Return why a file may not come with, or without, violation minutes so; or None.

    `whole`: number, day and maker of the minutes are told; `none`: none of them is.
    """
    if source == "force":
        return None if whole else refusal("case_file_minutes")
    if received_on < WITHOUT_MINUTES_SINCE:
        return None if whole else refusal("case_file_minutes_then")
    return None if none else refusal("case_file_no_minutes")


def request_fault(source: str, *, asked: bool) -> Refuse | None:
    """Refuse a prosecution body's file without its request to sanction (Law Art 63)."""
    return refusal("case_file_request") if source == "prosecution" and not asked else None


def passing_on_fault(state: CaseState, form: str) -> Refuse | None:
    """Return why a matter may not be handed on to another authority by a paper of this form, or None.

    Before there are violation minutes it is a matter not ours: who may not make minutes on it makes
    working minutes (Decree 118/2021 Art 12.1).
    """
    early = state in BEFORE_MINUTES
    if (form == WORKING_MINUTES) == early:
        return None
    return refusal("case_transfer_paper" if early else "case_transfer_report")


def from_prosecution(facts: Facts) -> bool:
    """Tell whether a prosecution body sent the file: it is sanctioned without violation minutes."""
    return facts.received is not None and facts.received.source == "prosecution"


def minuted_on(content: case_handed_acts.FileReceived) -> date:
    """Return the day from which the time to decide runs: of their minutes, else of the receipt."""
    return content.minutes_on or content.received_on


def recorded(content: case_handed_acts.FileReceived) -> case_acts.ViolationRecorded:
    """Return the violation as the file records it."""
    return case_acts.ViolationRecorded(
        document_id=content.document_id,
        recorded_at=start_of(minuted_on(content)),
        detected_on=content.detected_on,
        violations=content.violations,
        party=content.party,
        victims=[],
        explanation_right=content.explanation_right,
        complex=False,
        electronic_consent=content.electronic_consent,
    )


def minutes(content: case_handed_acts.FileReceived, event: Event) -> Paper | None:
    """Return their violation minutes as a paper of the case; None if they sent none."""
    if content.minutes_number is None or content.minutes_on is None:
        return None
    fields: dict[str, Any] = {
        "agency": content.body,
        "violator": named(content.party),
        "detected_on": content.detected_on.isoformat(),
        "explanation": "yes" if content.explanation_right else "none",
        "explanation_waived": content.explanation_waived,
        "e_consent": content.electronic_consent,
    }
    return kept(
        MINUTES,
        content.document_id,
        fields,
        event,
        number=content.minutes_number,
        issued_on=content.minutes_on,
        title=content.minutes_by or content.body,
    )


def named(party: Party) -> dict[str, Any]:
    """Return the party as papers name it, without what is not known."""
    values = ((theirs, getattr(party, ours)) for theirs, ours in signed.PARTY.items())
    return {name: str(value) for name, value in values if value is not None}


def decision(content: case_handed_acts.ChairDecided, facts: Facts, event: Event) -> Paper:
    """Return the chair's decision as a paper of the case, with the goods that it confiscates."""
    fields: dict[str, Any] = {
        "agency": content.place,
        "total_fine": content.total,
        "pay_days": content.comply_days,
        "exhibits": goods(facts, content.confiscated),
        "remedies": [{"measure": one, "term": "–"} for one in content.measures],
    }
    if content.effective_on is not None:
        fields["effective_on"] = content.effective_on.isoformat()
    if content.at_handing_over:
        fields["effect_licence"] = True
    if facts.party is not None:
        fields["violator"] = named(facts.party)
    form = SANCTION if content.outcome == FINES else MEASURES
    return kept(
        form,
        content.document_id,
        fields,
        event,
        number=content.number,
        issued_on=content.decided_on,
        title=content.chair,
    )


def goods(facts: Facts, ids: list[UUID]) -> list[dict[str, Any]]:
    """Return the rows by which a paper names these exhibits of the case."""
    rows = [facts.exhibits[one] for one in ids if one in facts.exhibits]
    return [
        {
            "name": one.content.name,
            "unit": one.content.unit,
            "quantity": one.content.quantity,
            "position": one.position,
        }
        for one in rows
    ]


def kept(
    form: tuple[str, int], document_id: UUID, fields: dict[str, Any], event: Event, **issued: Any
) -> Paper:
    """Return another body's paper as one of the case, with its own `number`, `issued_on` and maker (`title`).

    `replaces` is the paper of the case that it changes, if it changes one.
    """
    return Paper(
        id=document_id,
        form=form[0],
        form_version=form[1],
        state=DocumentState.SIGNED,
        fields=fields,
        fields_hash=sha256_hex(fields),
        drafted_by=event.officer_id,
        drafted_at=event.received_at,
        replaces=issued.get("replaces"),
        number=issued["number"],
        issued_on=issued["issued_on"],
        issuer_title=issued["title"],
        elsewhere=True,
    )


def sanction(content: case_handed_acts.ChairDecided, facts: Facts) -> case_acts.SanctionImposed:
    """Return the sanction that the chair imposed, for those who carry it out.

    Its acts are those of the minutes; which fine each got is in the decision alone.
    """
    kind = facts.party.kind if facts.party else SubjectKind.INDIVIDUAL
    return case_acts.SanctionImposed(
        document_id=content.document_id,
        decided_on=content.decided_on,
        order=SanctionOrder(
            subject=kind,
            decided_on=content.decided_on,
            acts=[],
            extra_penalties=[],
            remedies=[Remedy(kind=_kind(one), text_vi=one) for one in content.measures],
        ),
        total=content.total,
        computation=_NOT_RECKONED,
        by_device=False,
        delegation=None,
        confiscated=content.confiscated,
        comply_days=content.comply_days,
        publish=content.publish,
    )


def decided_before(content: case_handed_acts.ChairDecided, facts: Facts) -> Refuse | None:
    """Refuse a chair's decision from before the file went up, or by a sheet that was filed before that.

    The submission and its handover minutes are no decision (Circular 27/2020 Arts 25, 26).
    """
    sent = facts.last(CaseAct.CASE_SENT_UP)
    if sent is None:
        return None
    if content.decided_on < sent.content.sent_on:
        return refusal("case_chair_before", day=formats.day(sent.content.sent_on))
    early = filed_before_sent(content.sheet, facts)
    return refusal("case_chair_sheet", sheet=content.sheet) if early else None


def effect_fault(content: case_handed_acts.ChairDecided) -> Refuse | None:
    """Refuse a day of effect, or terms of licences, that a chair's decision of this outcome does not have.

    Only a sanction suspends a licence (Law Art 21); each for a month to two years from the day of effect (Art 25.3).
    A decision that takes effect when a licence is handed over names no day.
    """
    orders = content.outcome in (FINES, "remedies")
    if content.effective_on is not None and (
        not orders or content.effective_on < content.decided_on
    ):
        return refusal("case_chair_effect", day=formats.day(content.decided_on))
    terms = content.licences or []
    if terms and not content.licence_suspended:
        return refusal("case_chair_licences")
    if content.at_handing_over and (not terms or content.effective_on is not None):
        return refusal("case_chair_handed")
    wrong = (
        one for one in terms if not one.months or (one.months == LONGEST_SUSPENSION and one.days)
    )
    found = next(wrong, None)
    return refusal("case_chair_term", licence=found.licence) if found else None


def filed_before_sent(number: int, facts: Facts) -> bool:
    """Tell whether a sheet was filed before the file went up: the chair had decided nothing then."""
    sent = facts.last(CaseAct.CASE_SENT_UP)
    sheet = next((one for one in facts.folio if one.first == number), None)
    filed = next((one for one in facts.events if sheet and one.act_id == sheet.act_id), None)
    return sent is not None and filed is not None and filed.number < sent.number


def _kind(measure: str) -> RemedyKind:
    return RemedyKind.DISGORGE if _PAID_BACK in folded(measure) else RemedyKind.OTHER


def remedies(content: case_handed_acts.ChairDecided) -> case_acts.RemedyOrdered:
    """Return what the chair ordered without a fine."""
    return case_acts.RemedyOrdered(
        document_id=content.document_id,
        decided_on=content.decided_on,
        why="other",
        reason=f"{content.chair}, {content.place}",
        confiscated=content.confiscated,
        remedies=content.measures,
        comply_days=content.comply_days,
    )

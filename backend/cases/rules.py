"""The life of a case as a table: state x act -> what becomes of it. Pure; complete; checked by tests.

The states and what leads from one to the next are those of the force's own procedure (Ordinance 11/2016/UBTVQH13,
Circular 27/2020/TT-BCT, Law on Handling Administrative Violations). What a cell allows may still fail a guard
(guards.py): whose act it is, what was decided before, which paper stands, which time is over.
"""

from enum import StrEnum

import msgspec

from schemas.case_words import CaseAct, CaseState, CloseOutcome

A = CaseAct
S = CaseState


class Effect(StrEnum):
    """What becomes of an act in a state."""

    TAKES = "takes"
    """It takes effect; the state becomes `next`, or stays where that is None."""
    NOTED = "noted"
    """It is accepted and moves nothing: it came late, or says what is so already."""
    REFUSED = "refused"
    """Not in this state."""


class Step(msgspec.Struct, frozen=True):
    """One cell of the table."""

    effect: Effect
    next: CaseState | None = None


_BEFORE_INSPECTION = frozenset(
    {S.INFO_RECEIVED, S.INFO_VERIFYING, S.PLANNED, S.PROPOSED, S.PLAN_READY, S.DECIDED}
)
_AT_INSPECTION = frozenset({S.INSPECTING, S.INSPECTED, S.VERIFYING})
_UNDECIDED = frozenset({S.VIOLATION_RECORDED, S.AWAIT_EXPLANATION, S.DECISION_DUE})
_EXECUTING = frozenset(
    {S.DELIVERED, S.EXECUTING, S.POSTPONED, S.INSTALMENT, S.ENFORCING, S.SUSPENDED}
)
_DECIDED_ON = frozenset({S.ONSPOT_SANCTIONED, S.SANCTIONED, S.REMEDY_ONLY}) | _EXECUTING
CLOSED = frozenset(
    {
        *(S.FORWARDED, S.REJECTED, S.EXPIRED, S.NO_SANCTION, S.EXECUTED, S.LAPSED, S.TRANSFERRED),
        *(
            S.ANNULLED,
            S.CRIMINAL_TRANSFER,
            S.CLOSED_NO_ACTION,
            S.CLOSED_NO_VIOLATION,
            S.CLOSED_COMPLIANT,
        ),
    }
)
"""Nothing more is to be decided; the file may be archived."""
NOT_ARCHIVED = frozenset(S) - {S.ARCHIVED}
_WITH_EXHIBITS = (
    _AT_INSPECTION | _UNDECIDED | _DECIDED_ON | CLOSED - {S.FORWARDED, S.REJECTED, S.EXPIRED}
)

CLOSINGS: dict[CaseState, dict[CloseOutcome, CaseState]] = {
    S.INFO_RECEIVED: {CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION},
    S.INFO_VERIFYING: {
        CloseOutcome.NO_VIOLATION: S.CLOSED_NO_VIOLATION,
        CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION,
    },
    S.PLANNED: {CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION},
    S.NOT_EXECUTED: {CloseOutcome.NO_ACTION: S.CLOSED_NO_ACTION},
    S.INSPECTED: {CloseOutcome.COMPLIANT: S.CLOSED_COMPLIANT},
    S.VERIFYING: {CloseOutcome.NO_VIOLATION: S.CLOSED_NO_VIOLATION},
}
"""How a case may end without a decision, by where it stands (Circular 27/2020 Arts 10, 16, 18)."""

_Line = tuple[CaseAct, frozenset[CaseState | None] | set[CaseState | None], CaseState | None]
_LINES: tuple[_Line, ...] = (
    (A.INFORMATION_RECEIVED, {None}, S.INFO_RECEIVED),
    (A.PLAN_ITEM_ENTERED, {None}, S.PLANNED),
    (A.INSPECTION_PROPOSED, {None, S.INFO_RECEIVED, S.INFO_VERIFYING}, S.PROPOSED),
    (A.CASE_OPENED, {None}, S.INSPECTED),
    (A.VERIFICATION_ASSIGNED, {S.INFO_RECEIVED, S.INFO_VERIFYING}, S.INFO_VERIFYING),
    (A.INFORMATION_FORWARDED, {S.INFO_RECEIVED, S.INFO_VERIFYING}, S.FORWARDED),
    (A.PROPOSAL_REJECTED, {S.PROPOSED}, S.REJECTED),
    (A.ADHOC_PLAN_ISSUED, {S.PROPOSED}, S.PLAN_READY),
    (A.DECISION_LINKED, {S.PLANNED, S.PROPOSED, S.PLAN_READY, S.NOT_EXECUTED}, S.DECIDED),
    (A.DECISION_EXPIRED, {S.DECIDED}, S.EXPIRED),
    (A.INSPECTION_BEGAN, {S.DECIDED}, S.INSPECTING),
    (A.INSPECTION_NOT_EXECUTED, {S.DECIDED, S.INSPECTING}, S.NOT_EXECUTED),
    (A.INSPECTION_ENDED, {S.DECIDED, S.INSPECTING}, S.INSPECTED),
    (A.VERIFICATION_ORDERED, {S.INSPECTED, S.VERIFYING}, S.VERIFYING),
    # Once the violation is recorded too, beside whatever the case waits for (Law Art 59).
    (A.VERIFICATION_ORDERED, _UNDECIDED, None),
    (A.VIOLATION_RECORDED, {S.INSPECTED, S.VERIFYING}, S.VIOLATION_RECORDED),
    (A.SANCTION_IMPOSED_ON_SPOT, {S.INSPECTING, S.INSPECTED}, S.ONSPOT_SANCTIONED),
    # From DECISION_DUE too: a waiver can be withdrawn while the time to explain runs (Decree 118/2021 Art 17.2).
    (A.EXPLANATION_REQUESTED, _UNDECIDED, S.AWAIT_EXPLANATION),
    # Also where a detour (to the prosecution and back) led past them: no sanction comes before one of the two.
    (A.EXPLANATION_RECEIVED, _UNDECIDED, S.DECISION_DUE),
    (A.EXPLANATION_WAIVED, _UNDECIDED, S.DECISION_DUE),
    (A.SANCTION_IMPOSED, {S.DECISION_DUE}, S.SANCTIONED),
    (A.REMEDY_ORDERED, {S.DECISION_DUE}, S.REMEDY_ONLY),
    (A.SANCTION_DECLINED, {S.DECISION_DUE}, S.NO_SANCTION),
    (A.CASE_TRANSFERRED, _UNDECIDED, S.TRANSFERRED),
    (A.CRIME_REFERRED, _UNDECIDED | {S.INSPECTED, S.VERIFYING}, S.CRIMINAL_TRANSFER),
    (A.CRIME_DECLINED, {S.CRIMINAL_TRANSFER}, S.DECISION_DUE),
    (A.DECISION_DELIVERED, {S.SANCTIONED}, S.DELIVERED),
    (A.DECISION_DELIVERED, {S.ONSPOT_SANCTIONED, S.REMEDY_ONLY}, S.EXECUTING),
    (A.PAYMENT_RECEIVED, {S.ONSPOT_SANCTIONED, S.DELIVERED}, S.EXECUTING),
    (A.PAYMENT_RECEIVED, {S.EXECUTING, S.POSTPONED, S.INSTALMENT, S.ENFORCING, S.SUSPENDED}, None),
    # Goods are sold, and a fine is raised by an amendment, after the rest is done; of an unknown owner's nobody can be
    # handed the decision.
    (A.PAYMENT_RECEIVED, {S.EXECUTED, S.REMEDY_ONLY}, None),
    # The fine has lapsed, gain and sale money have not (the guard takes no fine; Art 74).
    (A.PAYMENT_RECEIVED, {S.LAPSED}, None),
    # Goods were sold before the decision was annulled: their money alone (the guard), or the archive waits for ever.
    (A.PAYMENT_RECEIVED, {S.ANNULLED, S.NO_SANCTION}, None),
    (A.REMEDY_CARRIED_OUT, {S.LAPSED}, None),
    (A.REMEDY_CARRIED_OUT, {S.DELIVERED}, S.EXECUTING),
    (A.REMEDY_CARRIED_OUT, _EXECUTING - {S.DELIVERED}, None),
    (A.EXECUTION_POSTPONED, {S.DELIVERED, S.EXECUTING}, S.POSTPONED),
    (A.EXECUTION_SUSPENDED, {S.DELIVERED, S.EXECUTING, S.ENFORCING}, S.SUSPENDED),
    (A.EXECUTION_RESUMED, {S.POSTPONED, S.SUSPENDED}, S.EXECUTING),
    (A.INSTALMENTS_GRANTED, {S.DELIVERED, S.EXECUTING, S.POSTPONED}, S.INSTALMENT),
    (A.FINE_REDUCED, _EXECUTING, None),
    (A.ENFORCEMENT_ORDERED, {S.DELIVERED, S.EXECUTING, S.INSTALMENT}, S.ENFORCING),
    (A.EXECUTION_COMPLETED, _EXECUTING - {S.SUSPENDED}, S.EXECUTED),
    # Of a decision against nobody known: see ending.py.
    (A.EXECUTION_COMPLETED, {S.REMEDY_ONLY}, S.EXECUTED),
    (A.EXECUTION_LAPSED, _EXECUTING, S.LAPSED),
    (A.DECISION_ANNULLED, _DECIDED_ON | {S.EXECUTED, S.LAPSED}, S.ANNULLED),
    (A.DECISION_DUE_AGAIN, {S.ANNULLED}, S.DECISION_DUE),
    (A.CASE_CLOSED, frozenset(CLOSINGS), None),
    (A.CASE_ARCHIVED, CLOSED, S.ARCHIVED),
    (A.CASE_REOPENING_ASKED, {S.ARCHIVED}, None),
    (A.CASE_REOPENED, {S.ARCHIVED}, None),
    # After the decision to secure its execution (Law Art 125.1 c), and entered once that is done.
    (A.EXHIBITS_SEIZED, _AT_INSPECTION | _UNDECIDED | _DECIDED_ON | {S.EXECUTED, S.LAPSED}, None),
    (A.SEIZURE_DECIDED, _AT_INSPECTION | _UNDECIDED | _DECIDED_ON, None),
    (A.SEIZURE_EXTENDED, _AT_INSPECTION | _UNDECIDED | _DECIDED_ON, None),
    (A.EXHIBITS_SEALED, _WITH_EXHIBITS, None),
    (A.EXHIBITS_UNSEALED, _WITH_EXHIBITS, None),
    (A.EXHIBITS_MOVED, _WITH_EXHIBITS, None),
    (A.EXHIBITS_DIVIDED, _AT_INSPECTION | _UNDECIDED | {S.ANNULLED, S.NO_SANCTION}, None),
    (A.EXHIBITS_DISPOSED, _WITH_EXHIBITS, None),
    (A.EXHIBITS_DESTROYED, _WITH_EXHIBITS, None),
    (A.COMPLAINT_FILED, _DECIDED_ON | {S.EXECUTED, S.LAPSED}, None),
    (A.COMPLAINT_RESOLVED, _DECIDED_ON | {S.EXECUTED, S.LAPSED}, None),
    (A.SANCTION_PUBLISHED, _DECIDED_ON | {S.EXECUTED, S.LAPSED}, None),
    (A.DEADLINE_EXTENDED, NOT_ARCHIVED - CLOSED, None),
    (A.OFFICERS_ASSIGNED, NOT_ARCHIVED, None),
    (A.SHEETS_FILED, NOT_ARCHIVED, None),
    (A.NOTE_ADDED, NOT_ARCHIVED, None),
    *(
        (kind, NOT_ARCHIVED, None)
        for kind in (
            *(A.DOCUMENT_DRAFTED, A.DOCUMENT_FINALISED, A.DOCUMENT_REOPENED, A.DOCUMENT_ISSUED),
            *(A.DOCUMENT_PRINTED, A.DOCUMENT_SCANNED, A.DOCUMENT_COMPARED),
            *(A.DOCUMENT_ADOPTED, A.DOCUMENT_DELIVERED, A.DOCUMENT_DISCARDED),
            *(A.DOCUMENT_CANCELLED, A.DOCUMENT_REPLACED, A.DOCUMENT_AMENDED),
            A.DOCUMENT_NUMBER_VOIDED,
        )
    ),
)
FOLLOWED = frozenset({A.INSPECTION_BEGAN, A.INSPECTION_NOT_EXECUTED, A.INSPECTION_ENDED})
"""What the system writes when the case's inspection did it: never refused for where the case stands by then."""


def _table() -> dict[CaseState | None, dict[CaseAct, Step]]:
    made: dict[CaseState | None, dict[CaseAct, Step]] = {}
    for state in (None, *S):
        other = Effect.REFUSED
        made[state] = {
            kind: Step(Effect.NOTED if kind in FOLLOWED and state else other) for kind in A
        }
    for kind, states, following in _LINES:
        for state in states:
            made[state][kind] = Step(Effect.TAKES, following)
    return made


TABLE = _table()
"""Every state, and None for a case that is not there, against every act of a case."""


def step(state: CaseState | None, act_type: str) -> Step:
    """Look one cell up. Raises KeyError for an act that is no case's."""
    return TABLE[state][CaseAct(act_type)]


def possible(state: CaseState | None) -> list[CaseAct]:
    """What may happen next, in the order of the enumeration; guards may still stand against it."""
    return [kind for kind, cell in TABLE[state].items() if cell.effect is Effect.TAKES]

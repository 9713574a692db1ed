"""Who may do what in a case, before the table and the guards are asked. Pure."""

from uuid import UUID

from backend import scope
from backend.actors import Actor, UnitPath
from backend.cases import changing, rules
from backend.cases.facts import Facts
from backend.cases.texts import refusal
from backend.ledger.books import Refuse
from schemas.case_words import CaseAct as A
from schemas.vocabulary import Role

OF_THE_HEAD = frozenset(
    {
        *(
            A.VERIFICATION_ASSIGNED,
            A.INFORMATION_FORWARDED,
            A.PLAN_ITEM_ENTERED,
            A.PROPOSAL_REJECTED,
        ),
        *(A.ADHOC_PLAN_ISSUED, A.DECISION_LINKED, A.DECISION_EXPIRED, A.VERIFICATION_ORDERED),
        *(
            A.REMEDY_ORDERED,
            A.SANCTION_DECLINED,
            A.CASE_TRANSFERRED,
            A.CRIME_REFERRED,
            A.CRIME_DECLINED,
        ),
        *(A.EXECUTION_POSTPONED, A.EXECUTION_RESUMED, A.INSTALMENTS_GRANTED, A.FINE_REDUCED),
        *(A.ENFORCEMENT_ORDERED, A.EXECUTION_SUSPENDED, A.EXECUTION_LAPSED, A.CASE_CLOSED),
        *(
            A.CASE_ARCHIVED,
            A.CASE_REOPENED,
            A.SEIZURE_DECIDED,
            A.SEIZURE_EXTENDED,
            A.COMPLAINT_RESOLVED,
        ),
        *(A.DEADLINE_EXTENDED, A.OFFICERS_ASSIGNED, A.DOCUMENT_CANCELLED, A.SANCTION_PUBLISHED),
        A.EXHIBITS_DESTROYED,
        *(A.DOCUMENT_AMENDED, A.DECISION_ANNULLED, A.DECISION_DUE_AGAIN),
    }
)
"""Acts of who has the authority (người có thẩm quyền), in his unit and below."""

BY_TITLE = frozenset({A.SANCTION_IMPOSED, A.SANCTION_IMPOSED_ON_SPOT})
"""Acts that a title's competence decides on, whoever's role it is."""

BY_CLERK = frozenset({A.DOCUMENT_SCANNED, A.DOCUMENT_COMPARED})
"""Acts that the clerk of the unit or of one above does as well: what is signed by hand passes through his hands."""

BY_ITS_SIGNER = frozenset(
    {
        *(A.DOCUMENT_AMENDED, A.DOCUMENT_CANCELLED, A.DECISION_ANNULLED),
        *(A.EXECUTION_POSTPONED, A.FINE_REDUCED, A.INSTALMENTS_GRANTED),
        A.VERIFICATION_ORDERED,
    }
)
"""What a decision about another does to it or its fine, entered by who signed that one as well (Decree 118/2021
Art 13.2); and verification after the minutes, ordered by who made them as well (verifying.py)."""

_WORKERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)


def heads(path: UnitPath, actor: Actor) -> bool:
    """Whether he has the authority in a case's unit (người có thẩm quyền): rules there or above."""
    return actor.has(Role.SUPERVISOR) and scope.covers(actor, path)


def leads(path: UnitPath, actor: Actor) -> bool:
    """Whether he heads the unit, one above it, or a team there: his own word moves goods."""
    return actor.has(Role.SUPERVISOR, Role.TEAM_LEADER) and scope.covers(actor, path)


def objection(
    path: UnitPath | None, works_on_it: bool, kind: A, actor: Actor, *, own: bool = False
) -> Refuse | None:
    """Why this officer may not do this; None where he may. `path`: of the case, or of one to be opened.

    `own`: he signed the decision about another (MQĐ03 to MQĐ05, MQĐ38 to MQĐ40) that the act enters, or may order this
    verification.
    """
    if kind is A.DOCUMENT_NUMBER_VOIDED and actor.face == "job":
        return None  # the janitor, once the year is over
    if kind in rules.FOLLOWED:
        return None if actor.face == "job" else refusal("case_system_only")
    if actor.face not in ("desk", "cli"):
        return refusal("case_not_yours")
    if path is None:
        return refusal("case_unit_other")
    if heads(path, actor):
        return None
    if kind is A.DOCUMENT_NUMBER_VOIDED and actor.has(Role.CLERK) and scope.covers(actor, path):
        return None  # who keeps the register
    if kind in BY_CLERK and actor.has(Role.CLERK) and scope.covers(actor, path):
        return None
    if kind in OF_THE_HEAD:
        entered = own and kind in BY_ITS_SIGNER and actor.has(*_WORKERS)
        return None if entered else refusal("case_needs_authority")
    if not actor.has(*_WORKERS):
        return refusal("case_not_yours")
    if works_on_it or (actor.has(Role.TEAM_LEADER) and scope.covers(actor, path)):
        return None
    return refusal("case_not_yours")


def may_sign(
    path: UnitPath,
    form: str,
    issuer: str,
    actor: Actor,
    *,
    works_on_it: bool = False,
    own: bool = False,
) -> bool:
    """Whether he may issue a paper of this form, as far as his role tells: a unit's papers by its head, sanctions also
    by who leads a team, one on the spot also by a market controller of the case (Decree 189/2025 Art 12.1).

    `issuer` is the form's own word for who signs it: `unit`, or `officer` for minutes, reports and proposals. `own`:
    the paper changes a decision that he signed himself, or its fine. Competence is judged by title and amount.
    """
    if issuer != "unit":
        return True
    if actor.has(Role.SUPERVISOR) and scope.covers(actor, path):
        return True
    if own or (form in ON_SPOT and works_on_it):
        return actor.has(*_WORKERS)
    return form in BY_COMPETENCE and actor.has(Role.TEAM_LEADER) and scope.covers(actor, path)


def standing(facts: Facts, form: str, replaces: UUID | None, actor: Actor) -> dict[str, bool]:
    """How an officer stands to a paper of a case, as may_sign() asks. `replaces`: the decision that it is about."""
    return {
        "works_on_it": any(one.officer_id == actor.officer_id for one in facts.officers),
        "own": changing.own_decision(facts, form, replaces, actor.officer_id),
    }


BY_COMPETENCE = frozenset({"MQĐ01", "MQĐ02", "MQĐ20", "MQĐ21", "MQĐ24"})
"""Decisions that a team head signs as well, within his competence; the act that follows is judged by it."""
ON_SPOT = frozenset({"MQĐ01"})
"""A controller's everyday decision, within his competence."""

"""Who may do what in a case; asked before the state table and the guards. Pure."""

from uuid import UUID

from backend.casework.acts.declaring import Also, Who
from backend.casework.acts.index import ACTS
from backend.casework.rules import document_guards
from backend.casework.rules.facts import Facts
from backend.casework.texts.cases import refusal
from backend.core import scope
from backend.core.actors import Actor, UnitPath
from backend.law import form_facts
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import Role

OF_THE_HEAD = frozenset(kind for kind, one in ACTS.items() if one.who is Who.HEAD)
"""Acts of an officer with the authority (người có thẩm quyền), in their unit and below."""

MENDS = frozenset({CaseAct.DOCUMENT_DRAFTED, CaseAct.DOCUMENT_FINALISED})
"""What a stand-in does with a paper that came back to the absent officer: mend it and submit it again."""

_OWN = frozenset({Also.SIGNER, Also.MINUTES_MAKER})
_WORKERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)


def may_begin(kind: CaseAct, actor: Actor) -> bool:
    """Tell whether the officer's role lets them open a case by this act, in a unit of theirs."""
    leads_a_team = Also.LEADER in ACTS[kind].also and actor.has(Role.TEAM_LEADER)
    return kind not in OF_THE_HEAD or leads_a_team or actor.has(Role.SUPERVISOR)


def heads(path: UnitPath, actor: Actor) -> bool:
    """Tell whether the officer has the authority in a case's unit (người có thẩm quyền).

    They are a supervisor there or above.
    """
    return actor.has(Role.SUPERVISOR) and scope.covers(actor, path)


def leads(path: UnitPath, actor: Actor) -> bool:
    """Tell whether the officer heads the unit, one above it, or a team there.

    Then their own word moves goods.
    """
    return actor.has(Role.SUPERVISOR, Role.TEAM_LEADER) and scope.covers(actor, path)


def may_order_verification(facts: Facts, path: UnitPath, actor: Actor) -> bool:
    """Tell whether the officer may order verification, as a head may.

    These are any officer who leads in the unit, and the maker of the minutes, once they are made
    (Law Art 59.1 as amended from 1 July 2025; Circular 27/2020 Art 24.2.b).
    """
    if facts.recorded is None:
        return False
    minutes = facts.papers.get(facts.recorded.document_id)
    made = minutes is not None and minutes.issued_by == actor.officer_id
    return made or leads(path, actor)


def own(
    kind: CaseAct, facts: Facts | None, path: UnitPath | None, actor: Actor, *, signed: bool
) -> bool:
    """Tell whether an act of the head is this officer's too.

    They may order this verification, or signed what the act enters (`signed`).
    """
    if Also.MINUTES_MAKER not in ACTS[kind].also:
        return signed
    return facts is not None and path is not None and may_order_verification(facts, path, actor)


def objection(
    path: UnitPath | None,
    works_on_it: bool,
    kind: CaseAct,
    actor: Actor,
    *,
    own: bool = False,
    borne: bool = False,
) -> Refuse | None:
    """Return why this officer may not do this, or None.

    `path` is that of the case, or of one to be opened. `own`: the officer signed the decision about
    another that the act enters (MQĐ03 to MQĐ05, MQĐ38 to MQĐ40), or may order this verification.
    `borne`: it enters, word for word, a paper that the officer has just put in force for its signer.
    """
    declared = ACTS[kind]
    if Also.JANITOR in declared.also and actor.face == "job":
        return None
    if declared.who is Who.SYSTEM:
        return None if actor.face == "job" else refusal("case_system_only")
    if actor.face not in ("desk", "cli"):
        return refusal("case_not_yours")
    if path is None or borne:
        return None if path else refusal("case_unit_other")
    clerk = actor.has(Role.CLERK) and scope.covers(actor, path)
    if declared.who is Who.CLERK:
        return None if clerk else refusal("case_needs_clerk")
    if heads(path, actor) or (Also.CLERK in declared.also and clerk):
        return None
    if Also.LEGAL in declared.also and actor.has(Role.LEGAL) and scope.covers(actor, path):
        return None
    if Also.LEADER in declared.also and leads(path, actor):
        return None
    if declared.who is Who.HEAD:
        entered = own and not _OWN.isdisjoint(declared.also) and actor.has(*_WORKERS)
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
    """Tell whether the officer's role allows them to issue a paper of this form.

    The head issues a unit's papers. A team leader may also issue sanctions, and a market inspector
    of the case one on the spot (Decree 189/2025 Art 12.1). `issuer` is what the form says of its
    signer: `unit`, or `officer` for minutes, reports and proposals. `own`: the paper changes a
    decision that the officer signed, or its fine. Competence by title and amount is judged
    elsewhere.
    """
    if issuer != "unit":
        return True
    if actor.has(Role.SUPERVISOR) and scope.covers(actor, path):
        return True
    if own or (form in form_facts.on_spot() and works_on_it):
        return actor.has(*_WORKERS)
    return (
        form in form_facts.team_leader_signs()
        and actor.has(Role.TEAM_LEADER)
        and scope.covers(actor, path)
    )


def standing(facts: Facts, form: str, replaces: UUID | None, actor: Actor) -> dict[str, bool]:
    """Return the arguments of may_sign() for an officer and a paper of a case.

    `replaces` is the decision that the paper is about.
    """
    return {
        "works_on_it": any(one.officer_id == actor.officer_id for one in facts.officers),
        "own": document_guards.own_decision(facts, form, replaces, actor.officer_id),
    }

"""A decision's paper as it would be signed: by its reader, if a head, or else by the unit's head."""

from datetime import date
from typing import Any
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.core.canonical_json import sha256_hex
from backend.core.database import at_once
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.desk_papers.signers import SignedBy, nearest
from backend.fieldwork.inspections import issue, planned
from backend.fieldwork.inspections.issue import Office
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.inspection_rows import IssuingOfficer
from backend.fieldwork.rules import decision_fields
from backend.fieldwork.rules import decisions as decision_rules
from backend.fieldwork.rules.decision_fields import Signer
from backend.fieldwork.rules.desk_papers import DECISION
from backend.force.delegations import service as delegations
from schemas.core.vocabulary import Role
from schemas.fieldwork.decisions import DecisionFault, IssueDecision


class Filled(SignedBy, frozen=True, kw_only=True):
    """A paper with its signer."""

    version: int
    fields: dict[str, Any]
    fields_hash: str
    day: date
    faults: list[DecisionFault]
    signer_id: UUID
    officer: IssuingOfficer
    office: Office

    @property
    def title_vi(self) -> str:
        """The title under which the decision is issued."""
        return self.office.title

    @property
    def legal_bases(self) -> list[str]:
        """The bases, as the paper cites them."""
        found: list[str] = self.fields.get("legal_bases", [])
        return found


def standard_bases() -> list[str]:
    """Return the bases that every decision has, for the form in which one is drafted."""
    return decision_fields.standard_bases(
        documents.get_form(DECISION, forms.newest(DECISION)), None
    )


async def signer_of(actor: Actor, path: UnitPath) -> UUID:
    """Return who is to sign a paper of this unit: the reader, if a head, or else the nearest head.

    The reader if there is no head at all: then the faults say so.
    """
    if actor.has(Role.SUPERVISOR):
        return actor.officer_id
    day = clock.today()

    async def may(officer_id: UUID) -> bool:
        return (await issue.in_office(officer_id, day))[1].fault is None

    return await nearest(path, (Role.SUPERVISOR,), may) or actor.officer_id


async def filled(order: IssueDecision, signer_id: UUID, actor: Actor) -> Filled:
    """Return the paper as this officer would sign it today. Joins the caller's transaction."""
    day, version = clock.today(), forms.newest(DECISION)
    named = list(dict.fromkeys([order.leader_id, *order.member_ids]))
    async with at_once() as ask:
        signing = ask(issue.in_office(signer_id, day))
        able = ask(read_queries.team_candidates(actor, named))
        not_as_planned = ask(planned.faults(order))
        against = ask(issue.faults_of(order, actor, signer_id, day))
    officer, office = signing.result()
    team = {one.officer_id: one for one in able.result()}
    fields = decision_fields.fields(
        documents.get_form(DECISION, version),
        order,
        [issue.member_of(team[one], one == order.leader_id) for one in named if one in team],
        Signer(officer.full_name, office.title, officer.unit_name, office.cited),
        day,
        delegations.as_basis(office.cited) if office.cited else None,
    )
    return Filled(
        version=version,
        fields=fields,
        fields_hash=sha256_hex(fields),
        day=day,
        faults=[
            *decision_rules.ground_faults(order),
            *not_as_planned.result(),
            *against.result(),
        ],
        signer_id=signer_id,
        officer=officer,
        office=office,
    )

"""The plan of an ad-hoc inspection (PA) as it would be signed.

Circular 27/2020/TT-BCT Art 12. The plan is a paper of the decision's own record, signed before the decision.
It takes party, place, contents and team from the decision's draft.
"""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.documents import forms
from backend.documents import service as documents
from backend.fieldwork.decision_papers import filling
from backend.fieldwork.decision_papers.filling import Filled
from backend.fieldwork.inspections import issue
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.rules import adhoc_plans as rules
from backend.fieldwork.rules import desk_papers
from backend.fieldwork.rules.decision_fields import Signer
from backend.force.delegations import service as delegations
from schemas.fieldwork.adhoc_plans import AdhocPlan
from schemas.fieldwork.words import PaperState


async def filled(plan: AdhocPlan, record_id: UUID, signer_id: UUID, actor: Actor) -> Filled:
    """Return the plan as this officer would sign it today. Joins the caller's transaction.

    Who may issue the decision issues its plan.
    """
    day, version = clock.today(), forms.newest(desk_papers.PLAN)
    decision = await queries.first_of(record_id, desk_papers.DECISION)
    before = decision is not None and decision.state is PaperState.DRAFT
    fields_of_it = decision.fields if decision is not None else {}
    if decision is not None and before:
        fields_of_it = (await filling.filled(decision.decided, signer_id, actor)).fields
    officer, office = await issue.in_office(signer_id, day)
    fields = rules.fields(
        documents.get_form(desk_papers.PLAN, version),
        plan,
        fields_of_it,
        Signer(officer.full_name, office.title, officer.unit_name, office.cited),
        delegations.as_basis(office.cited) if office.cited else None,
    )
    return Filled(
        version=version,
        fields=fields,
        fields_hash=sha256_hex(fields),
        day=day,
        faults=[
            *rules.faults(plan, clock.now(), decided=not before),
            *await issue.issuer_faults(signer_id, day),
        ],
        signer_id=signer_id,
        officer=officer,
        office=office,
    )

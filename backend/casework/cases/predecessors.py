"""Papers that a restore lost and whose signer cannot enter them again: he has left.

Entering one again decides nothing: the paper stands as it was signed, and names its signer. So it is entered by who
signed it, and failing him by a head of no lower rank of his unit or of one above it, as for what is said of a decision
afterwards (Decree 118/2021/NĐ-CP Art 13.2). The act says who signed; his power is judged on the day of the paper.
"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.casework.cases import competence
from backend.casework.derived import authority
from backend.casework.queries import cases as queries
from backend.casework.rules import document_guards
from backend.casework.rules import signing as signing_rules
from backend.casework.rules.facts import Facts, Paper
from backend.casework.texts.cases import refusal
from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.documents import forms
from backend.documents.rules import signers
from backend.law.sanctions import service as sanctions
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts


class Signed(NamedTuple):
    """By whom a paper was signed, and when."""

    officer_id: UUID
    day: date
    """The day on it, Vietnam's."""


async def signer_of(path: UnitPath, paper: Paper, day: date, actor: Actor) -> UUID:
    """Who signed a paper, as its fields name him: the actor, or the one officer of that name and title who held office
    in the case's units on that day. The actor where it cannot be told: then what the door says of him stands."""
    schema = forms.load(paper.form, paper.form_version)
    own = await competence.signer_on_day(path, actor.officer_id, day)
    said = signers.named(schema, paper.fields)
    if said is None or signing_rules.other_signer(schema, paper.fields, own) is None:
        return actor.officer_id
    units = competence.units_of(path)
    found = []
    for officer_id in await queries.in_office_as(str(said.get("name") or ""), units, day):
        known = await competence.signer_on_day(path, officer_id, day)
        if signing_rules.other_signer(schema, paper.fields, known) is None:
            found.append(officer_id)
    return found[0] if len(found) == 1 else actor.officer_id


async def fault(path: UnitPath, signed: Signed, actor: Actor) -> Refuse | None:
    """Why this officer may not enter what another signed; None where he may, and for his own."""
    if signed.officer_id == actor.officer_id:
        return None
    units, today = competence.units_of(path), clock.today()
    first = await competence.signer_on_day(path, signed.officer_id, signed.day)
    offices = await queries.offices(signed.officer_id, signed.day, units)
    own = await queries.offices(actor.officer_id, today, units)
    above = signing_rules.outranks(
        [
            (row["title_vi"], row["level"])
            for row in own
            if not sanctions.is_deputy(row["title_vi"])
        ],
        first.title,
        [(row["title_vi"], row["level"]) for row in offices],
    )
    there = await queries.is_active(signed.officer_id) and await queries.offices(
        signed.officer_id, today, units
    )
    if authority.heads(path, actor) and above and not there:
        return None
    return refusal("case_again_signer", name=first.name)


async def signing(
    case_id: UUID,
    facts: Facts,
    content: case_side_acts.LaidOut,
    actor: Actor,
    path: UnitPath | None,
) -> Refuse | None:
    """Why a paper may not bear the name under which an act issues it; None where it may."""
    paper = facts.papers.get(content.document_id)
    if paper is None or path is None:
        return None
    day, signer = content.issued_on, actor.officer_id
    if isinstance(content, case_side_acts.DocumentPrinted) and content.signed_by is not None:
        signer = content.signed_by
        if content.restored is None:
            return refusal("case_again_signer", name=content.issuer_name)
        if why := await fault(path, Signed(signer, day), actor):
            return why
    changed = document_guards.changed_by(facts, paper)
    return await competence.signing_fault(
        case_id, path, paper, signer, day, content.issuer_title, changed=changed, facts=facts
    )

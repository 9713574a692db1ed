"""Enters papers again that a restore lost and whose signer has left.

Entering such a paper decides nothing: it counts as it was signed, and names its signer. So its
signer enters it. If the signer has left, a head of no lower rank in the signer's unit or one above
it does, as for a change of a decision (Decree 118/2021/NĐ-CP Art 13.2). The act names the signer;
their power is judged on the day of the paper.
"""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.casework.cases import competence
from backend.casework.derived import authority
from backend.casework.queries import offices as queries
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
    """Who signed a paper, and when."""

    officer_id: UUID
    day: date
    """The day on the paper, Vietnam's."""


async def signer_of(path: UnitPath, paper: Paper, day: date, actor: Actor) -> UUID:
    """Return the officer who signed a paper, as its fields name them.

    This is the actor, or the one officer of that name and title who held office in the case's units
    on that day. If that cannot be told it is the actor, and the one door judges the actor as the
    signer.
    """
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
    """Return why this officer may not enter a paper that another signed, or None."""
    if signed.officer_id == actor.officer_id:
        return None
    units, today = competence.units_of(path), clock.today()
    first = await competence.signer_on_day(path, signed.officer_id, signed.day)
    offices = await queries.offices(signed.officer_id, signed.day, units)
    own = await queries.offices(actor.officer_id, today, units)
    above = signing_rules.outranks(
        [(row.title_vi, row.level) for row in own if not sanctions.is_deputy(row.title_vi)],
        first.title,
        [(row.title_vi, row.level) for row in offices],
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
    """Return why a paper may not bear the signer's name under which an act issues it, or None."""
    paper = facts.papers.get(content.document_id)
    if paper is None or path is None:
        return None
    day, signer = content.issued_on, actor.officer_id
    if isinstance(content, case_side_acts.DocumentPrinted) and content.signed_by is not None:
        signer = content.signed_by
        if content.restored is None and content.set_aside is None:
            return refusal("case_again_signer", name=content.issuer_name)
        if why := await fault(path, Signed(signer, day), actor):
            return why
    changed = document_guards.changed_by(facts, paper)
    return await competence.signing_fault(
        case_id,
        path,
        paper,
        signer,
        day,
        content.issuer_title,
        changed=changed,
        facts=facts,
        despite=content.despite,
    )


def unit_signs(facts: Facts, document_id: UUID) -> bool:
    """Tell whether a paper is signed for the unit, not for one officer."""
    paper = facts.papers.get(document_id)
    if paper is None:
        return False
    issuer: str = forms.load(paper.form, paper.form_version).get("x-issuer", "unit")
    return issuer == "unit"

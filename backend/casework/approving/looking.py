"""How a paper of a case looks when it is submitted for approval; see approvals' subjects.py."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.approvals import standing
from backend.approvals.rules import keys
from backend.approvals.submissions.subjects import Look
from backend.casework.cases import events
from backend.casework.clocks import telling
from backend.casework.derived import authority
from backend.casework.queries import cases as queries
from backend.casework.queries import offices
from backend.casework.rules import annexes, reckoning
from backend.casework.rules import approving as rules
from backend.casework.rules import signing as signing_rules
from backend.casework.rules.facts import Facts, Paper
from backend.core import clock, formats
from backend.core.actors import Actor, UnitPath
from backend.core.database import at_once
from backend.documents import forms
from backend.documents.rules import signers
from backend.force.units import service as units
from backend.law import form_facts
from backend.law.catalogue import service as catalogue
from backend.law.errors import OrderFault
from backend.law.rules.catalogue import CatalogueFault
from backend.law.rules.titles import folded
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import SubmittedKind
from schemas.casework.words import CaseAct, DocumentState
from schemas.core.problems import Text
from schemas.law.sanctions import Computation


async def hold(case_id: UUID) -> None:
    """Lock the case, so that nothing of its paper changes before an answer to it is recorded.

    The case is locked before the submission everywhere: both orders at once would block each other.
    """
    await queries.lock(case_id)


async def look(subject: Submitted, actor: Actor) -> Look | None:
    """Return the paper as it is now; None if there is none, or it was given up."""
    story = await events.story_of(subject.record_id)
    paper = story.facts.papers.get(subject.item_id) if story and subject.item_id else None
    if story is None or paper is None or paper.state == DocumentState.DISCARDED:
        return None
    return await look_at(subject, story.path, story.facts, paper, actor)


async def look_at(
    subject: Submitted, path: UnitPath, facts: Facts, paper: Paper, actor: Actor
) -> Look:
    """Return a paper of a case as it is now."""
    amount = rules.amount_of(paper.fields)
    due_at, due_rule = due_of(subject.kind, paper, facts)
    whole = [one for one in path.as_tuple() if one is not None]
    async with at_once() as ask:
        signer, names = ask(_signer(path, facts, paper)), ask(units.names_of(whole))
        mends = None if _works_on(path, facts, actor) else ask(_mends(subject, path, facts, actor))
    up, named = signer.result()
    attached = annexes.of_paper(facts, paper.id)
    waits: list[list[str]] = []
    if named is not None:
        heads = keys.of_head(list(reversed(whole))[min(up, len(whole) - 1)], subject)
        waits = [[keys.officer(named), *heads]]
    return Look(
        path=path,
        title=_title(paper, amount),
        shown=rules.shown_of(
            paper.form,
            paper.form_version,
            paper.fields,
            _letterhead(whole, up, names.result()),
            [annexes.content_of(one.form, one.form_version, one.fields) for one in attached],
        ),
        material=rules.material_of(paper.form, paper.fields, attached),
        form=paper.form,
        form_version=paper.form_version,
        amount_vnd=amount,
        field=_field(paper, facts),
        due_at=due_at,
        due_rule=due_rule,
        drafters=sorted(paper.hands.drafters or {paper.drafted_by}),
        works_on=mends is None or mends.result(),
        ready=paper.state == DocumentState.CONTENT_READY,
        signer_up=up,
        waits_for=waits,
    )


async def _mends(subject: Submitted, path: UnitPath, facts: Facts, actor: Actor) -> bool:
    """Tell whether the paper came back to an officer for whom this one stands in."""
    lent = await standing.lent(actor, subject.record_id)
    back = lent is not None and subject.item_id in lent.to_mend
    return back and _works_on(path, facts, actor, mends=True)


def _works_on(path: UnitPath, facts: Facts, actor: Actor, *, mends: bool = False) -> bool:
    """Tell whether an officer may make such a paper ready at the desk."""
    named = mends or any(one.officer_id == actor.officer_id for one in facts.officers)
    at_desk = msgspec.structs.replace(actor, face="desk")
    return authority.objection(path, named, CaseAct.DOCUMENT_FINALISED, at_desk) is None


def _title(paper: Paper, amount: int | None) -> Text:
    said = [paper.form, rules.party_of(paper.fields)]
    vi = [*said, f"{formats.money(amount, 'vi')}" if amount else ""]
    en = [*said, f"{formats.money(amount, 'en')}" if amount else ""]
    return Text(vi=" · ".join(one for one in vi if one), en=" · ".join(one for one in en if one))


def _field(paper: Paper, facts: Facts) -> str | None:
    """Return the field of administration of the first act that the catalogue knows."""
    codes = [
        one.get("code") for one in paper.fields.get("violations") or [] if isinstance(one, dict)
    ]
    if not codes and facts.recorded is not None:
        codes = [one.code for one in facts.recorded.violations if not one.outside]
    code = next((one for one in codes if one), None)
    if code is None:
        return None
    try:
        return str(catalogue.field_of(code, facts.book))
    except (CatalogueFault, LookupError):
        return None


def due_of(kind: SubmittedKind, paper: Paper, facts: Facts) -> tuple[datetime | None, str | None]:
    """Return the legal limit that runs for deciding this, with its rule; None where there is none."""
    first = telling.limiting(facts, paper, rules.limits_of(paper.form, kind), clock.now())
    return (first.due_at, first.rule) if first else (None, None)


def _letterhead(whole: list[UUID], up: int, names: dict[UUID, Text]) -> dict[str, str]:
    """Return the names that will be printed above the paper: the signer's unit and the one above it."""
    at = max(0, len(whole) - 1 - up)
    return {"unit": names[whole[at]].vi, "superior": names[whole[at - 1]].vi if at else ""}


async def _signer(path: UnitPath, facts: Facts, paper: Paper) -> tuple[int, UUID | None]:
    """Return how many levels above the unit the signature is, and who the paper names, if not a head.

    The officer whom the paper names is asked. Where it names none in office, the nearest head whose
    power reaches so far (Law Arts 45, 52).
    """
    today = clock.today()
    whole = [one for one in path.as_tuple() if one is not None]
    said = signers.named(forms.load(paper.form, paper.form_version), paper.fields) or {}
    name = str(said.get("name") or "").strip()
    levels = list(reversed(whole))
    in_office = await offices.list_in_office(whole, today)
    up_of = {unit_id: up for up, unit_id in enumerate(levels)}
    if name:
        meant = [one for one in in_office if folded(one.full_name) == folded(name)]
        if meant:
            return up_of[meant[0].unit_id], None
        others = await offices.in_office_as(name, whole, today)
        if len(others) == 1 and paper.form in form_facts.team_leader_signs():
            return await _up_of(others[0], levels), others[0]
    computation = reckoned(paper)
    for row in in_office:
        signer = signing_rules.Signer(row.full_name, row.title_vi, None)
        beyond = signing_rules.beyond(paper.form, signer, computation, today, facts.book)
        if signing_rules.heads(row.title_vi, today) and not (beyond and beyond.certain):
            return up_of[row.unit_id], None
    return 0, None


async def _up_of(officer_id: UUID, levels: list[UUID]) -> int:
    held = await offices.offices(officer_id, clock.today(), levels)
    depth = max((row.level for row in held), default=len(levels))
    return max(0, len(levels) - depth)


def reckoned(paper: Paper) -> Computation | None:
    """Return the computation that a sanction bears; None for other papers, or if it bears none."""
    if paper.form not in form_facts.of_kind("sanction"):
        return None
    try:
        return reckoning.reckoned(paper.fields)
    except (reckoning.PaperDiffers, OrderFault):
        return None

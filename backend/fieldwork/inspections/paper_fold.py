"""Writes acts about papers of the desk into their table."""

from typing import Any
from uuid import UUID

from backend.core import change_feed, custody
from backend.core.canonical_json import sha256_hex
from backend.core.json_columns import written, written_or_none
from backend.fieldwork.inspections.taken import Taken
from backend.fieldwork.queries import decision_dispatches as dispatch_queries
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries import teams
from backend.fieldwork.queries.decision_papers import DeskPaper
from backend.fieldwork.rules.desk_papers import DECISION
from backend.force.numbers import service as numbering
from backend.law import form_facts
from schemas.fieldwork import decision_papers as papers
from schemas.fieldwork.words import PaperState


async def take(taken: Taken, content: Any) -> None:
    """Write what an act says of a paper."""
    act, at = taken.act, taken.at
    match content:
        case papers.PaperDrafted():
            await _drafted(taken, content)
        case papers.PaperDiscarded():
            paper = await _there(content.document_id)
            gone = (content.document_id, content.reason, act.id, form_facts.register_of(paper.form))
            await numbering.void_held(*gone)
            await numbering.void_used(*gone)
            await queries.set_state(content.document_id, str(PaperState.DISCARDED), at)
        case papers.PaperNumberVoided():
            await numbering.void_held(content.document_id, content.reason, act.id)
        case papers.PaperPrinted():
            signed = isinstance(content, papers.PaperIssued)
            paper = await _there(content.document_id)
            await queries.set_laid_out(
                content,
                PaperState.SIGNED if signed else PaperState.PRINTED,
                content.signature_level if isinstance(content, papers.PaperIssued) else None,
                custody.name_of(paper.unit_id, content.document_id, content.sha256),
                act.officer_id,
                at,
            )
        case papers.PaperScanned():
            names = "\n".join(one.full_name for one in content.former_members) or None
            paper = await _there(content.document_id)
            if paper.state is PaperState.SENT_BACK:  # a better scan of the same sheet
                names = paper.former_names
            await queries.set_scan(content.document_id, content.scan_id, act.officer_id, at)
            await queries.set_former_names(content.document_id, names)
            await _tell_the_team(act.record.id)
        case papers.PaperCompared():
            state = PaperState.SIGNED if content.agrees else PaperState.SENT_BACK
            note = None if content.agrees else content.reason
            await queries.set_compared(content.document_id, str(state), note, act.officer_id, at)
            await _tell_the_team(act.record.id)
        case papers.PaperSealed():
            await queries.set_sealed(content, act.officer_id, at)
            await _tell_the_team(act.record.id)
        case papers.PaperDispatched():
            await dispatch_queries.insert(content, act.id, act.officer_id)
        case _:
            raise TypeError(f"no fold for {type(content)}")


async def _there(document_id: UUID) -> DeskPaper:
    paper = await queries.lock(document_id)
    if paper is None:
        raise LookupError(f"no paper {document_id}")
    return paper


async def _tell_the_team(inspection_id: UUID) -> None:
    """Have the team's phones fetch the inspection again: they keep its signed papers."""
    team = await teams.officers(inspection_id)
    await change_feed.tell(team, "inspection", str(inspection_id))


async def _drafted(taken: Taken, content: papers.PaperDrafted) -> None:
    fields_hash, fields = sha256_hex(content.fields), written(content.fields)
    order, change = written_or_none(content.order), written_or_none(content.change)
    plan = written_or_none(content.plan)
    officer, named = taken.act.officer_id, await _named(taken, content)
    row = await queries.lock(content.document_id)
    if row is None:
        await queries.insert(
            content.document_id,
            taken.act.record.id,
            taken.actor.unit,
            (content.form, content.form_version),
            (fields, fields_hash, order, change, plan),
            named,
            officer,
            taken.at,
        )
    else:
        if (row.order, row.change, row.plan) == (content.order, content.change, content.plan):
            officer = (
                row.drafted_by
            )  # filled in anew, by its signer or on another day: who drafted it stays
        await queries.draft_again(
            content.document_id,
            content.form_version,
            fields,
            fields_hash,
            order,
            change,
            plan,
            *named,
            officer,
            taken.at,
        )


async def _named(taken: Taken, content: papers.PaperDrafted) -> tuple[str, str]:
    """Return the party and the place by which lists name the paper."""
    if content.order is not None:
        return content.order.subject.name, content.order.place
    if content.plan is not None:
        decision = await queries.first_of(taken.act.record.id, DECISION)
        if decision is not None:
            return decision.subject_name, decision.place
    return await queries.named_by_decision(taken.act.record.id)

"""Notices about a paper of a case: to those who sign or compare it, and to those who drafted it.

Sent in the transaction of the act, by what the act changed of the paper. What a notice asks for
settles it: the signature, the draft made ready again, the comparison.
"""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from uuid import UUID

import msgspec

from backend.casework.cases import competence
from backend.casework.derived import authority
from backend.casework.rules import document_guards
from backend.casework.rules.facts import Event, Facts, Paper
from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.documents import forms
from backend.force.notices import service as notices
from backend.law.deadlines import service as deadlines
from schemas.casework.words import ByHand, DocumentState
from schemas.core.problems import Text
from schemas.force.notices import NoticeKind

COMPARED_WITHIN = timedelta(hours=48)
"""By the clock, from the printing (PRACTICE B3, and Circular 22/2021/TT-BCT Art 7.4)."""
_SAID = 300
"""The most letters of a reason in a notice; the paper's page has all of it."""


class Standing(msgspec.Struct, frozen=True):
    """How far a paper is."""

    state: DocumentState
    hand: ByHand | None


def standing(facts: Facts | None, event: Event) -> Standing | None:
    """Return how far the paper is that the act names; None if it names none of the case."""
    paper = _named(facts, event) if facts else None
    return None if paper is None else Standing(paper.state, paper.hand)


async def tell(
    case_id: UUID,
    path: UnitPath,
    facts: Facts,
    event: Event,
    actor: Actor,
    before: Standing | None,
) -> None:
    """Settle and send what follows from the change of this paper, if it changed."""
    paper, now = _named(facts, event), standing(facts, event)
    if paper is None or now is None or now == before:
        return
    said = _words(facts, paper, event, actor)
    match now.state:
        case DocumentState.CONTENT_READY:
            await notices.settle(paper.id)
            signers = await _signers(case_id, path, facts, paper, actor)
            await _send(signers, paper, "paper.to_sign", said, event)
        case DocumentState.DRAFT if before is not None:
            await notices.settle(paper.id, about=[NoticeKind.SUBMITTED])
            await _send(makers(paper, actor), paper, "paper.sent_back", said, event)
        case DocumentState.PRINTED if before and before.state is not DocumentState.CONTENT_READY:
            await notices.settle(paper.id, keys=notices.COMPARISONS)
            hands = {paper.issued_by, paper.hands.scanned_by} - {None, actor.officer_id}
            await _send(filter(None, hands), paper, "compare.differs", said, event)
        case DocumentState.DISCARDED:
            await notices.settle(paper.id)
            if before and before.state is not DocumentState.DRAFT:
                await _send(makers(paper, actor), paper, "paper.given_up", said, event)
        case DocumentState.SIGNED if now.hand is ByHand.COMPARED:
            await notices.settle(paper.id, keys=notices.COMPARISONS)
        case DocumentState.PRINTED | DocumentState.SIGNED:
            await notices.settle(paper.id)
            await _in_force(path, facts, paper, said, event, actor)
        case _:
            return


async def _in_force(
    path: UnitPath,
    facts: Facts,
    paper: Paper,
    said: dict[str, str | Text],
    event: Event,
    actor: Actor,
) -> None:
    """Tell those who drafted a signed paper; ask a second person to compare what was signed by hand."""
    if paper.state is not DocumentState.SIGNED or not _of_unit(paper):
        return
    told = {*makers(paper, actor), facts.lead.officer_id} - {actor.officer_id}
    await _send(sorted(told), paper, "paper.in_force", said, event)
    if paper.hand is ByHand.WAITS and paper.numbered_at is not None:
        own = {*paper.hands.drafters, actor.officer_id, paper.issued_by, paper.hands.printed_by}
        second = await notices.second_persons(path, [one for one in own if one])
        due_at = paper.numbered_at + COMPARED_WITHIN
        words = {
            "what": said["form"],
            "number": paper.number or "",
            "due": deadlines.end_words(due_at),
        }
        key = "compare.waits"
        await notices.tell(
            second, "document", paper.id, key, words, once=str(event.act_id), due_at=due_at
        )


async def _signers(
    case_id: UUID, path: UnitPath, facts: Facts, paper: Paper, actor: Actor
) -> list[UUID]:
    """Return the nearest heads who may sign the paper today, or the nearest of all if none may.

    Nobody if the paper is its maker's own to sign, or if the officer who made it ready may sign it.
    """
    if not _of_unit(paper) or authority.heads(path, actor):
        return []
    heads = await notices.heads_above(path, actor.officer_id)
    changed = document_guards.changed_by(facts, paper)
    for _, level in groupby(heads, key=lambda one: one.unit.level):
        able = [
            one.officer_id
            for one in level
            if await competence.signing_fault(
                case_id,
                path,
                paper,
                one.officer_id,
                clock.today(),
                changed=changed,
                facts=facts,
            )
            is None
        ]
        if able:
            return able
    return [one.officer_id for one in heads if one.unit.level == heads[0].unit.level]


async def _send(
    officers: Iterable[UUID], paper: Paper, key: str, said: dict[str, str | Text], event: Event
) -> None:
    await notices.tell(officers, "document", paper.id, key, said, once=f"{event.act_id}/{key}")


def makers(paper: Paper, actor: Actor) -> list[UUID]:
    """Return who drafted a paper, but for this officer: they are told how it ends."""
    return sorted({*paper.hands.drafters, paper.drafted_by} - {actor.officer_id})


def _words(facts: Facts, paper: Paper, event: Event, actor: Actor) -> dict[str, str | Text]:
    reason = getattr(event.content, "reason", None)
    return {
        "number": facts.opening.number,
        "officer": actor.full_name,
        "form": Text(**forms.load(paper.form, paper.form_version)["x-title"]),
        "paper": paper.number or "",
        "reason": reason[:_SAID] if isinstance(reason, str) else "",
    }


def _named(facts: Facts | None, event: Event) -> Paper | None:
    ident = getattr(event.content, "document_id", None)
    return facts.papers.get(ident) if facts and isinstance(ident, UUID) else None


def _of_unit(paper: Paper) -> bool:
    """Tell whether the unit issues it; minutes and reports are their maker's own."""
    issuer: str = forms.load(paper.form, paper.form_version).get("x-issuer", "unit")
    return issuer == "unit"

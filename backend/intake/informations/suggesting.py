"""Suggests informations that may be the same, or about the same, with the reasons.

    found = await suggesting.suggestions(information_id, actor)

That two were told from one telephone, or came with one photograph, tells who informed to anybody who knows one of the
two: an officer would only have to register a tip of his own with the number of whom he suspects. So what is sealed is
compared for the line of both alone, who may open who informed (Circular 27/2020 Arts 27, 37).
"""

from uuid import UUID

from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.intake.informations import events, heading
from backend.intake.queries import informations as information_queries
from backend.intake.queries import similar as queries
from backend.intake.rules import line
from backend.intake.rules.line import Reader
from backend.intake.rules.routing import Handled
from schemas.intake.views import SuggestedReason, Suggestion
from schemas.intake.words import InformationState

SUGGESTED = 20


async def suggestions(information_id: UUID, actor: Actor) -> list[Suggestion]:
    """Return informations in sight that may be the same, or about the same, with the reasons. Raises NotFound."""
    seen = await information_queries.in_sight(information_id, actor)
    if seen is None:
        raise NotFound(what="information")
    own = Handled(seen.path, seen.auditors_only)
    openable = await _openable(information_id, actor) if await _of_line(seen.id, own, actor) else []
    found = await queries.similar(information_id, actor, SUGGESTED, openable)
    return [
        Suggestion(
            id=one.id,
            number=one.number,
            state=InformationState(one.state),
            received_at=one.received_at,
            summary=one.summary,
            reasons=[SuggestedReason(reason) for reason in one.reasons],
        )
        for one in found
    ]


async def _openable(information_id: UUID, actor: Actor) -> list[UUID]:
    """Return those informations told alike of which the actor is of the line too."""
    found = await queries.told_alike(
        information_id, actor, SUGGESTED, also_of_others=await heading.heads_any(actor)
    )
    return [
        one.id
        for one in found
        if await _of_line(one.id, Handled(one.path, one.auditors_only), actor)
    ]


async def _of_line(information_id: UUID, handled: Handled, actor: Actor) -> bool:
    facts = await events.facts_of(information_id)
    if facts is None:
        return False
    heads = await heading.is_head(handled, facts.named_officers, actor)
    return line.in_line(facts, Reader(actor.officer_id, heads))

"""Who reviews: what they had before them, what changed since, and remarks collected place by place.

    before = await reviewing.before(facts, actor)      # the last look at another content
    await reviewing.look(facts, actor)                 # the page shows this content now
    await reviewing.require_seen(id, shown, actor)     # nobody rules on what was not before them
    await reviewing.write(id, {"/contents/0/result": "Ghi rõ số lượng"}, actor)

Every function runs in the caller's transaction. The caller has found the submission in the reader's
sight (`reading.panel`, `reading.to_answer`); what is kept here is each reader's own, and nobody else
reads it.
"""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import msgspec

from backend.approvals.queries import reviews as queries
from backend.approvals.queries.reviews import LookedAt as LookedAt
from backend.approvals.queries.reviews import Remark as Remark
from backend.approvals.rules.facts import Submission
from backend.approvals.submissions import events
from backend.approvals.submissions import service as submissions
from backend.approvals.texts.refusals import refusal
from backend.core.actors import Actor
from backend.core.errors import NotFound, RefusedAct
from schemas.approvals.words import SubmissionAct, SubmissionState

MOST = 40
"""Remarks of one answer, as its act may carry them."""
_ANSWERS = frozenset(
    {
        *(SubmissionAct.AGREED, SubmissionAct.APPROVED, SubmissionAct.OPINION_GIVEN),
        *(SubmissionAct.RETURNED, SubmissionAct.SUPPLEMENT_ASKED, SubmissionAct.REFUSED),
        *(SubmissionAct.HANDED_ON, SubmissionAct.TAKEN_OVER, SubmissionAct.WITHDRAWN),
        *(SubmissionAct.REOPENED, SubmissionAct.SENT_OUTSIDE, SubmissionAct.OUTSIDE_ANSWERED),
    }
)
"""What a person does with a submission."""
LONGEST = 2000
"""Letters of one remark."""
_KEPT_FOR = timedelta(days=90)
"""Longer than any step waits; what was written then is about something that is over."""


async def before(facts: Submission, actor: Actor) -> LookedAt | None:
    """Return the reader's last look at another content of the same thing.

    To look again at the same content changes nothing: what was new on the first look stays marked on the second.
    """
    return await queries.last_other(actor.officer_id, facts.subject, facts.id, facts.shown)


async def look(facts: Submission, actor: Actor) -> None:
    """Note that the reader has this content before them."""
    await queries.look(actor.officer_id, facts.id, facts.shown)


async def look_at(facts: Submission, shown: str, actor: Actor) -> LookedAt | None:
    """Return the reader's look at one content of a submission, e.g. the one that a form was made from."""
    return await queries.look_at(actor.officer_id, facts.id, shown)


async def require_seen(submission_id: UUID, shown: str, actor: Actor) -> None:
    """Raise RefusedAct if this content was never before this reader."""
    if not await queries.has_looked(actor.officer_id, submission_id, shown):
        why = refusal("not_seen")
        raise RefusedAct(code=why.code, text=why.text)


async def newer(facts: Submission) -> UUID | None:
    """Return the submission that has taken the place of one that is over: a later draft of the same minutes."""
    if facts.state is not SubmissionState.ENDED:
        return None
    alive = await submissions.alive_in(facts.subject.record_id)
    return next((one.id for one in alive if one.subject.kind is facts.subject.kind), None)


async def remarks(submission_id: UUID, actor: Actor) -> list[Remark]:
    """Return what the reader wrote about a submission and did not send yet."""
    return await queries.remarks(actor.officer_id, submission_id)


async def write(submission_id: UUID, said: Mapping[str, str], actor: Actor) -> list[str]:
    """Keep remarks by place; an empty one takes back what was there. Return those that go beyond MOST: not kept."""
    there = {one.place for one in await remarks(submission_id, actor)}
    room = MOST - len(there)
    kept: dict[str, str] = {}
    beyond: list[str] = []
    for place, text in said.items():
        new = bool(text) and place not in there
        if new and room <= 0:
            beyond.append(text)
            continue
        room -= new
        kept[place] = text[:LONGEST]
    if kept:
        await queries.keep(actor.officer_id, submission_id, kept)
    return beyond


class Did(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader recorded last of a submission."""

    type: SubmissionAct
    shown: str
    """The hash that it named; empty for an act that names none."""
    facts: Submission
    texts: frozenset[str]
    """What was written with it: a note, a reason, an opinion, remarks."""


async def did(submission_id: UUID, actor: Actor) -> Did | None:
    """Return what this reader recorded last of a submission, as its acts say; None if nothing, or out of sight."""
    try:
        await submissions.require_sight(submission_id, actor)
    except NotFound:
        return None
    story = await events.story_of(submission_id)
    own = [one for one in story.events if one.officer_id == actor.officer_id] if story else []
    answers = [one for one in own if one.type in _ANSWERS]
    if story is None or not answers:
        return None
    last = answers[-1]
    return Did(
        type=last.type,
        shown=getattr(last.content, "shown", ""),
        facts=story.facts,
        texts=_texts(last.content),
    )


def _texts(content: object) -> frozenset[str]:
    rows = [*getattr(content, "comments", []), *getattr(content, "points", [])]
    alone = [getattr(content, name, "") for name in ("note", "reason", "text")]
    return frozenset([*(one for one in alone if one), *(one.text for one in rows)])


async def sent(submission_id: UUID, actor: Actor) -> None:
    """Forget what the reader wrote about a submission: it was sent, or the reader has answered otherwise."""
    await queries.forget(actor.officer_id, submission_id, _KEPT_FOR)

"""Tells people about a submission: whom it waits for, and how it was answered."""

from datetime import datetime
from uuid import UUID

from backend.approvals import claims
from backend.approvals.claims import Duty
from backend.approvals.rules import again
from backend.approvals.rules.facts import ADVICE, Event, Step, Submission
from backend.approvals.submissions import subjects
from backend.approvals.submissions.subjects import Look
from backend.approvals.texts import steps as step_texts
from backend.core.actors import Actor, UnitPath
from backend.core.local_time import VIETNAM
from backend.force.notices import telling
from schemas.approvals import submissions as acts
from schemas.approvals.words import Outcome, SubmissionAct, SubmissionState
from schemas.core.problems import Text

_ANSWERS = {
    SubmissionAct.RETURNED: "submission.returned",
    SubmissionAct.SUPPLEMENT_ASKED: "submission.supplement",
    SubmissionAct.OPINION_GIVEN: "submission.agreed",
    SubmissionAct.AGREED: "submission.agreed",
    SubmissionAct.APPROVED: "submission.approved",
    SubmissionAct.COMPLETED: "submission.approved",
    SubmissionAct.REFUSED: "submission.refused",
    SubmissionAct.OUTSIDE_ANSWERED: "submission.approved",
    SubmissionAct.ENDED: "submission.ended",
}
_BOTH = Text(
    vi="Phiếu chuyển tiếp với ghi chú “chưa có ý kiến”.", en="It passed on as “no opinion yet”."
)


def waited(facts: Submission) -> frozenset[tuple[int, str]]:
    """Return the step that a submission waits in, with its keys: who was told of it."""
    current = facts.current
    if facts.state is not SubmissionState.WAITING or current is None:
        return frozenset()
    return frozenset((current.number, key) for key in current.keys)


async def tell(
    before: frozenset[tuple[int, str]],
    facts: Submission,
    event: Event,
    actor: Actor,
    look: Look | None,
) -> None:
    """Tell who has to act next, who submitted it, and whose opinion a change touched.

    `look` is the subject by which the act was judged. What waits for nobody any more is settled, so
    that no notice says what is no longer so.
    """
    waits = waited(facts)
    if waits != before:
        subject = facts.subject
        places = [one for one in (facts.id, subject.record_id, subject.item_id) if one]
        await telling.settle_sent(places, f"{facts.id}/")
        await _tell_next(facts, event, actor, look)
    await _tell_answer(facts, event, actor, look)
    await _tell_others(facts, event, actor)


async def _tell_next(facts: Submission, event: Event, actor: Actor, look: Look | None) -> None:
    current = facts.current
    if facts.state is not SubmissionState.WAITING or current is None:
        return
    found = await asked(facts, current)
    handed = event.type is SubmissionAct.HANDED_ON
    key = "submission.assigned" if handed else "submission.submitted"
    by = actor.full_name if handed else await claims.name_of(facts.submitted_by)
    note = event.content.reason if handed else step_texts.asked(current.kind, facts.subject.kind)
    kind: telling.Kind = "submission"
    about, words = facts.id, _words(by, facts, note)
    if look is not None and look.asks is not None and current.kind not in ADVICE:
        kind, about = look.asks.kind, look.asks.record_id
        if not handed:
            key, words = look.asks.key, look.asks.words
    await telling.tell(
        sorted(found - {actor.officer_id}),
        kind,
        about,
        key,
        words,
        once=sent_as(facts.id, event.number),
        on_phones=True,
        due_at=current.due_at,
    )


async def asked(facts: Submission, step: Step, duty: Duty | None = None) -> set[UUID]:
    """Return who holds the offices that a step waits for, holds their powers by a delegation, or stands
    in there; but for its drafters. `duty` was read for the keys of this step, among others."""
    duty = duty or await claims.duty(step.keys)
    barred = {*facts.drafters, facts.submitted_by}
    found = {one.officer_id for one in duty.holders(step.keys)} - barred
    deputies = {one.receiver_id for key in step.keys for one in duty.deputies(key)}
    return found | ((duty.standing_in(found) | deputies) - barred)


def sent_as(submission_id: UUID, number: int) -> str:
    """Return what notices that an act of a submission sent are known by, each once for an officer."""
    return f"{submission_id}/{number}"


async def _tell_answer(facts: Submission, event: Event, actor: Actor, look: Look | None) -> None:
    key = _ANSWERS.get(event.type)
    if key is None or facts.submitted_by == actor.officer_id:
        return
    if look is not None and look.tells_answer and _decided(facts, event):
        return
    content, by = event.content, actor.full_name
    note: str | Text = ""
    if isinstance(content, acts.OpinionGiven) and not content.favour:
        return  # an opinion against decides nothing; the page shows it
    if isinstance(content, acts.Completed) and content.number:
        key = "submission.signed"
        note = Text(vi=f"Số {content.number}.", en=f"No {content.number}.")
    elif event.type is SubmissionAct.REFUSED:
        note = content.reason
    elif isinstance(content, acts.SubmissionEnded):
        if facts.submitted_by in content.told or await subjects.hidden(facts.subject):
            return  # one notice of one act; or nobody hears of it any more
        note = content.why
    elif isinstance(content, acts.OutsideAnswered):
        by, note = content.signer, content.text
        key = key if content.approved else "submission.refused"
    elif event.type in (SubmissionAct.RETURNED, SubmissionAct.SUPPLEMENT_ASKED):
        said = content.comments if event.type is SubmissionAct.RETURNED else content.points
        note = " · ".join(one.text for one in said)[:500]
    words = _words(by, facts, note)
    to = {facts.submitted_by}
    if facts.state is SubmissionState.WITH_SUBMITTER:
        to |= (await claims.duty([])).standing_in(to) - {actor.officer_id}
    await telling.tell(sorted(to), "submission", facts.id, key, words, on_phones=True)


def _decided(facts: Submission, event: Event) -> bool:
    """Tell whether an answer goes back to the record, or ends the submission."""
    advises = event.type in (SubmissionAct.OPINION_GIVEN, SubmissionAct.AGREED)
    return not advises or facts.state is SubmissionState.DONE


async def _tell_others(facts: Submission, event: Event, actor: Actor) -> None:
    """Tell the givers of opinions of a change, and who was silent that it passed on."""
    content = event.content
    if isinstance(content, acts.SubmissionChanged | acts.SubmissionRenewed):
        former = [one for step in facts.steps for one in step.former]
        if not (content.by_signer or any(one.voided_at == event.at for one in former)):
            return  # late photographs and notes touch no opinion (practice B7)
        givers: set[UUID] = {
            one.officer_id
            for step in facts.steps
            for one in (step.answer, *step.former)
            if one and one.officer_id and one.outcome is not Outcome.NO_OPINION
        }
        told = sorted(givers - {actor.officer_id})
        words = _words(actor.full_name, facts, "")
        await telling.tell(told, "submission", facts.id, "submission.changed", words)
    elif isinstance(content, acts.PassedOn):
        silent = await claims.holders(facts.steps[content.step - 1].keys)
        for one in silent:
            words = _words(one.full_name, facts, _BOTH) | {"due": local_moment(event.at)}
            await telling.tell(
                [one.officer_id], "submission", facts.id, "submission.overdue", words
            )


async def tell_again(
    same: list[Submission], facts: Submission, path: UnitPath, actor: Actor
) -> None:
    """Tell who said no, and the heads of the unit, that the same was submitted again, with the reason."""
    if not same:
        return
    told = {one for before in same for one in again.said_no(before)}
    told |= set(await telling.heads_of(path))
    words = _words(actor.full_name, facts, facts.note[:500] or "–")
    readers = sorted(told - {actor.officer_id})
    await telling.tell(readers, "submission", facts.id, "submission.again", words)


def _words(by: str, facts: Submission, note: str | Text) -> dict[str, str | Text]:
    return {"by": by, "what": facts.title, "note": note}


def local_moment(moment: datetime) -> Text:
    """Return a moment in Vietnam, in words."""
    local = moment.astimezone(VIETNAM)
    return Text(vi=f"{local:%H:%M %d/%m/%Y}", en=f"{local:%Y-%m-%d %H:%M}")

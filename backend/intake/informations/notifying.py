"""Tells people about an information: the head at once (Circular 27/2020 Art 9.1), verifiers, superiors.

A notice names a number, and nothing of what the information says.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from backend.core.actors import Actor, UnitPath
from backend.force.notices import telling
from backend.force.units import service as units
from backend.intake.informations import heading
from backend.intake.rules import clocks, denunciations
from backend.intake.rules.facts import Event, Information
from backend.intake.rules.reminders import Reminder
from backend.intake.rules.routing import Handled
from backend.intake.texts import words
from backend.law.deadlines import service as deadlines
from schemas.core.problems import Text
from schemas.intake import acts, proceedings
from schemas.intake.words import InformationAct

_REMINDERS = ("information.near", "information.late")
_ENDS: dict[InformationAct, tuple[str, ...]] = {
    InformationAct.REPORTED: (clocks.WRITTEN,),
    InformationAct.VERIFIED: (clocks.VERIFY,),
    InformationAct.EXTENDED: (clocks.VERIFY,),
    InformationAct.ASSIGNED: (clocks.VERIFY,),
    InformationAct.INFORMANT_TOLD: (
        *(clocks.TELL, denunciations.PASSED_ON.rule, denunciations.ENDED.rule),
    ),
    InformationAct.ACCEPTED: (denunciations.ACCEPT.rule,),
    InformationAct.ACCEPTANCE_TOLD: (denunciations.NOTIFY.rule,),
    InformationAct.SUSPENDED: (denunciations.RESOLVE.rule, clocks.VERIFY),
    InformationAct.SUSPENSION_TOLD: (denunciations.ENDED.rule,),
}
"""Which limits an act meets or moves: what was told of them is settled."""
_HEAD_ACTS = (
    "information.registered",
    "information.registered_urgent",
    "information.classified",
)
"""Sentences that ask the head for a first action; settled by it."""


async def tell(
    facts: Information, event: Event, handled: Handled, actor: Actor, *, was_urgent: bool = False
) -> None:
    """Tell whom an act concerns, and settle what it answered.

    `was_urgent`: somebody said before this act that it cannot wait. Why it cannot is of what it says, and stands on its
    page alone (practice B16): who reads a notice later may see the information no more.
    """
    content = event.content
    if facts.first_action_at == event.at:
        await telling.settle(facts.id, keys=_HEAD_ACTS)
    await _settle_limits(facts, event)
    said = {"number": facts.number, "by": _by(facts, actor)}
    match content:
        case acts.Registered() | acts.Amended():
            await _tell_of_matter(facts, content, handled, actor, said, was_urgent=was_urgent)
        case acts.Classified():
            told = said | {"nature": words.NATURES[facts.nature]}
            await _tell(
                await heading.line(handled, facts.named_officers),
                actor,
                facts,
                "information.classified",
                told,
            )
        case acts.Assigned():
            who = [one.officer_id for one in content.officers]
            until = f"{content.due_on:%d/%m/%Y}"
            await _tell(who, actor, facts, "information.assigned", said | {"due": until})
        case acts.Verified():
            await telling.settle(facts.id, keys=("information.assigned",))
            result = words.RESULTS[content.result]
            told = said | {"result": result}
            await _tell(
                await heading.line(handled, facts.named_officers),
                actor,
                facts,
                "information.verified",
                told,
            )
        case acts.Forwarded():
            await _copies(facts, content, handled, actor)
        case proceedings.Appealed() if content.to_unit_id is not None:
            await _tell(
                await heading.line(handled, facts.named_officers),
                actor,
                facts,
                "information.appealed",
                said,
            )
        case acts.Withdrawn() if facts.withdrawal_waits:
            await _tell(
                await heading.line(handled, facts.named_officers),
                actor,
                facts,
                "information.withdrawn",
                said | {"nature": words.NATURES[facts.nature]},
            )
        case proceedings.WithdrawalDecided():
            await telling.settle(facts.id, keys=("information.withdrawn",))
        case proceedings.IdentityAsked():
            await _tell(
                await heading.line(handled, facts.named_officers),
                actor,
                facts,
                "information.identity_asked",
                said,
            )
        case proceedings.IdentityGranted() | proceedings.IdentityDeclined():
            await telling.settle(facts.id, keys=("information.identity_asked",))
            granted = event.type is InformationAct.IDENTITY_GRANTED
            key = "information.identity_granted" if granted else "information.identity_declined"
            await _tell([content.asked_by], actor, facts, key, said)


async def _tell_of_matter(
    facts: Information,
    content: acts.Registered | acts.Amended,
    handled: Handled,
    actor: Actor,
    said: dict[str, str | Text],
    *,
    was_urgent: bool,
) -> None:
    """Tell the head that it came in, and that it cannot wait: when it comes in, or when somebody says so later."""
    urgent = bool(facts.matter.urgent)
    if isinstance(content, acts.Registered):
        key = "information.registered_urgent" if urgent else "information.registered"
        said |= {"nature": words.NATURES[facts.nature]}
    elif urgent and not was_urgent and facts.open:
        key = "information.urgent"
    else:
        return
    await _tell(await heading.line(handled, facts.named_officers), actor, facts, key, said)


async def remind(
    facts: Information,
    reminder: Reminder,
    label: Text | None,
    handled: Handled,
    readers: Collection[UUID],
) -> int:
    """Tell who can still do something that a limit is near or over; return how many were told.

    Of a limit that is near, who has to meet it; of one that is over, the head too. `label` names a limit of the law
    book.
    """
    heads = set(await heading.line(handled, facts.named_officers))
    # What citizens send is registered by the service officer, who is nobody.
    taker = {facts.receiver} if facts.public_id is None else set()
    receiver = {one for one in taker if one is not None and one in readers}
    match reminder.rule:
        case clocks.VERIFY:
            own = {one.officer_id for one in facts.verifiers}
        case clocks.WRITTEN:
            own = receiver
        case clocks.TELL:
            own = receiver | heads
        case _:
            own = heads
    told = (own | heads if reminder.late or not own else own) - set(facts.named_officers)
    said: dict[str, str | Text] = {
        "number": facts.number,
        "limit": label or words.LIMITS[reminder.rule],
        "due": deadlines.end_words(reminder.due_at),
    }
    key = _REMINDERS[reminder.late]
    return await telling.tell(
        sorted(told),
        "information",
        facts.id,
        key,
        said,
        once=f"{reminder.rule}/{facts.id}/{reminder.due_at:%Y%m%d%H}/{key}",
        due_at=None if reminder.late else reminder.due_at,
    )


async def _settle_limits(facts: Information, event: Event) -> None:
    """Settle what was told of a limit that this act met or moved, or of all when nothing runs any more."""
    if not facts.open and not facts.informant_to_tell and not facts.written_report_due:
        await telling.settle(facts.id, keys=_REMINDERS)
        return
    for rule in _ENDS.get(event.type, ()):
        for key in _REMINDERS:
            await telling.settle_begun(facts.id, key, f"{rule}/")


def _by(facts: Information, actor: Actor) -> str | Text:
    """Return who did it, as a notice says it. Who told of an officer may be a colleague: a notice names none."""
    if actor.face == "public":
        return words.PUBLIC_FORM
    return words.SOMEBODY if facts.about_officer else actor.full_name


async def _copies(
    facts: Information, content: acts.Forwarded, handled: Handled, actor: Actor
) -> None:
    """Tell the superiors of both units (Art 9.3): the heads above the one that sends and above the one that gets it."""
    to = await units.path_of(content.to_unit_id)
    told: set[UUID] = set()
    for path in (handled.path, to):
        if path.level > 1:
            told |= set(await heading.heads(_parent(path), facts.named_officers))
    said: dict[str, str | Text] = {
        "number": facts.number,
        "by": actor.full_name,
        "unit": content.to_unit,
    }
    await _tell(sorted(told), actor, facts, "information.forwarded", said)


def _parent(path: UnitPath) -> UnitPath:
    parts = [part for part in path.as_tuple() if part is not None][:-1]
    padded = [*parts, *[None] * (4 - len(parts))]
    return UnitPath(unit_1=parts[0], unit_2=padded[1], unit_3=padded[2], unit_4=padded[3])


async def _tell(
    officers: Iterable[UUID],
    actor: Actor,
    facts: Information,
    key: str,
    said: dict[str, str | Text],
) -> None:
    told = set(officers) - {actor.officer_id, *facts.named_officers}
    await telling.tell(sorted(told), "information", facts.id, key, said)

"""How the workspace shows the paper of a decision: whom it sends where, what hinders its signing, the way to it.

What was rewritten since the reader's last look is told from its drafts.
"""

from typing import Any

from admin_ui.approvals.review import content
from admin_ui.approvals.review.content import Changed, Content, Elsewhere, Fact
from admin_ui.documents.lines import between
from admin_ui.fieldwork.submitted import panels
from admin_ui.shell.formats import short_date
from admin_ui.shell.render import AnyRequest, actor_of, language_of
from admin_ui.shell.words import Language, say
from backend.approvals.reading.service import Submission
from backend.approvals.reviewing.service import LookedAt
from backend.core import clock
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.fieldwork.decision_papers import service as decision_papers
from backend.fieldwork.decision_papers.service import Decided
from backend.fieldwork.inspections import service as inspections


async def of_decision(
    request: AnyRequest, facts: Submission, before: LookedAt | None
) -> Content | None:
    """Return the paper as the workspace shows it; None if it is out of this reader's sight."""
    subject, actor, language = facts.subject, actor_of(request), language_of(request)
    if subject.item_id is None:
        return None
    try:
        async with at_once() as ask:
            reading = ask(decision_papers.decided(subject.item_id, actor))
            way = ask(inspections.chain.of_record(subject.record_id))
    except NotFound:
        return None
    seen = reading.result()
    faults = [getattr(one.text, language) for one in seen.faults]
    return content.by_fields(
        panels.places_of(seen.form, seen.version, seen.fields, language),
        context={"chain": way.result(), "faults": faults},
        side="fieldwork/reviewing/_decision.html",
        facts=[*_facts(seen, language), *_hindered(faults, language)],
        warnings=faults,
        changed=_changed(seen, before, language),
        elsewhere=[
            Elsewhere(
                say(language, "paper.open_preview"),
                f"/desk/decisions/{subject.item_id}/preview.pdf",
            )
        ],
    )


def _facts(seen: Decided, language: Language) -> list[Fact]:
    """Return what the paper decides, in short."""
    found: list[Fact] = []
    order, fields = seen.order, seen.fields
    if order is not None:
        ground = say(language, f"decision.ground_{order.ground}")
        days = say(language, "decision.duration_said", days=order.duration_days)
        begins = say(language, "decision.from_day", date=short_date(order.start_on, language))
        found = [
            Fact(say(language, "decision.subject"), order.subject.name),
            Fact(say(language, "decision.ground"), ground),
            Fact(say(language, "decision.contents"), str(len(order.contents))),
            Fact(say(language, "decision.duration"), f"{days}, {begins}", _late(order.start_on)),
            Fact(say(language, "decision.team"), _team(fields, language)),
        ]
    elif seen.change is not None:
        found = [Fact(say(language, "reviewed.changes_it"), seen.change.reason)]
    if seen.signer:
        found.append(Fact(say(language, "reviewed.signer"), seen.signer))
    return found


def _late(start_on: Any) -> str:
    """Return the colour of a first day that is over."""
    return "warn" if start_on < clock.today() else ""


def _team(fields: dict[str, Any], language: Language) -> str:
    leader = fields.get("leader") or {}
    count = len(fields.get("members") or []) + bool(leader)
    return say(language, "reviewed.team", leader=leader.get("name", "–"), count=count)


def _hindered(faults: list[str], language: Language) -> list[Fact]:
    """Return how much hinders the signature; nothing where nothing does."""
    if not faults:
        return []
    return [Fact(say(language, "reviewed.faults"), str(len(faults)), "warn", "faults")]


def _changed(seen: Decided, before: LookedAt | None, language: Language) -> list[Changed]:
    """Compare the last draft with the one that was there when the reader looked last."""
    known = [one for one in seen.drafts if before and one.at <= before.looked_at]
    if not known:
        return []
    last = seen.drafts[-1]
    found = between(last.form, last.version, known[-1].fields, last.fields, language)
    return [Changed(*one) for one in found]

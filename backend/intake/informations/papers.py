"""Papers of informations: assignments, reports, notices to informants, letters (backend/documents/record_papers).

A written report to the head (BC) that is signed is entered as such: nobody types it a second time.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.documents.record_papers.owners import Issued, Owned, Owner
from backend.intake.informations import approving, events, handler
from backend.intake.informations.handler import owned
from backend.intake.queries import informations as queries
from backend.intake.rules import filling
from backend.intake.rules import submitting as rules
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind, Role
from schemas.intake.acts import Reported
from schemas.intake.words import InformationAct

REPORT, NOTICE, LETTER = "BC", "TB", "CV"
FORMS = (rules.ASSIGNMENT, REPORT, NOTICE, LETTER)
"""In the order in which the desk offers them."""


async def find(information_id: UUID, actor: Actor) -> Owned | None:
    """Return an information whose papers the officer sees: it is in sight, or the officer is a clerk of its unit.

    Papers of information about officers are for those alone who see it.
    """
    seen = await queries.in_sight(information_id, actor) is not None
    if not (seen or actor.has(Role.CLERK)):
        return None
    story = await events.story_of(information_id)  # read, not locked: lists ask for many
    if story is None or seen:
        return owned(story)
    hidden = story.facts.about_officer or not scope.covers(actor, story.path)
    found = None if hidden else owned(story)
    return msgspec.structs.replace(found, opens=False) if found else None


async def asked(information_id: UUID, document_id: UUID, actor: Actor) -> Owned | None:
    """Return an information of which the officer sees this one paper: a step of its approval waits for the officer."""
    story = await events.story_of(information_id)
    if story is None or story.facts.about_officer:
        return None
    found = owned(story) if await approving.asks(information_id, document_id, actor) else None
    return msgspec.structs.replace(found, whole=False, opens=False) if found else None


async def on_issued(issued: Issued, actor: Actor) -> None:
    """Enter that the head was told in writing, if the report was still due."""
    if issued.form != REPORT:
        return
    state = await handler.hold(issued.record_id)
    if state is None or not state.facts.written_report_due:
        return
    content = Reported(document_id=issued.document_id, number=issued.number, reported_on=issued.day)
    by_the_system = msgspec.structs.replace(actor, face="job")
    written = ledger.desk_act(
        RecordKind.INFORMATION, issued.record_id, InformationAct.REPORTED, content, by_the_system
    )
    ledger.unwrap(await ledger.record(written, by_the_system))


async def prefill(record: Owned, form: str, actor: Actor) -> dict[str, Any]:
    """Return what an information knows for a paper on this form: its number and days, and nobody's name."""
    del actor
    facts = await events.facts_of(record.id)
    return filling.fields(facts, form) if facts is not None else {}


OWNER = Owner(
    forms=FORMS,
    find=find,
    asked=asked,
    against=approving.against,
    on_issued=on_issued,
    prefill=prefill,
    unfit=approving.unfit,
    submits=frozenset(rules.KINDS),
)

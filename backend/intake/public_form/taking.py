"""Takes the inbox of the citizens' form in, through the one door: done by workers, every other second.

Each report is one transaction: the information with its secrets, and the row that says so. A crash
leaves both or neither, so nothing is lost and nothing is taken twice.
"""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
import structlog

from backend.core import clock, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.local_time import day_of
from backend.force.accounts import service_officer
from backend.force.units import service as units
from backend.intake.informations import events, registering
from backend.intake.informations.registering import Received
from backend.intake.queries import informations
from backend.intake.queries import public_inbox as queries
from backend.intake.queries.public_inbox import Photograph, Waiting
from backend.intake.rules import line, public_told
from backend.intake.secrecy import sealing
from backend.intake.texts import public_form as texts
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from media.images import Inspected
from media.sniff import HEAD_BYTES, sniff
from schemas.core.vocabulary import RecordKind
from schemas.intake.acts import Matter, Place, Withdrawn
from schemas.intake.public_form import Concerns, PublicReport
from schemas.intake.secrets import Account, Informant, Sealed
from schemas.intake.words import InformationAct, Means, Nature

if TYPE_CHECKING:
    from media.images import Inspector

_log = structlog.get_logger("public_form")

CITIZENS = frozenset({InformationAct.REGISTERED, InformationAct.WITHDRAWN})
"""All that the service officer may do; backend/registry.py tells the one door."""
PREVIEW = "image/jpeg"
"""The media type of the picture that the fence made. It alone is shown in a browser."""
_MOST_A_ROUND = 50


async def take_all(inspector: "Inspector") -> int:
    """Take in what waits, then record withdrawals; returns how many of both. A report that fails is put off."""
    done = 0
    for _ in range(_MOST_A_ROUND):
        report_id = await queries.next_waiting()
        if report_id is None:
            break
        done += await _take_or_put_off(report_id, inspector)
    for _ in range(_MOST_A_ROUND):
        report_id = await queries.next_withdrawal()
        if report_id is None:
            break
        done += await _withdraw(report_id)
    return done


async def oldest_seconds() -> float:
    """Return how long the oldest report has waited to be taken in; 0 if none waits. For metrics."""
    return await queries.oldest_seconds()


async def forget_turns() -> int:
    """Delete the turns of addresses that are full again. Called by a job."""
    return await queries.forget_turns(clock.now())


async def _take_or_put_off(report_id: UUID, inspector: "Inspector") -> bool:
    try:
        return await take(report_id, inspector)
    except Exception as error:
        tries = await queries.try_later(report_id)
        _log.warning(
            "public_report_not_taken",
            report=str(report_id),
            tries=tries,
            error=type(error).__name__,
            code=getattr(error, "problem_code", None),
        )
        return False


async def take(report_id: UUID, inspector: "Inspector") -> bool:
    """Take one report in; False if another worker has it, or if there is no national office yet.

    Raises SecretUnreadable if an old key of the informants is missing, and what the database raises.
    """
    attachments = await _attachments(report_id, inspector)
    async with transaction():
        waiting = await queries.lock(report_id)
        if waiting is None:
            return False
        actor = await service_officer.for_public_form()
        if actor is None:
            await queries.try_later(report_id)
            return False
        done = await registering.register_from_public(await _received(waiting, attachments), actor)
        if done is None:
            raise RuntimeError("an information of a report that is not taken")
        ledger.unwrap(done.outcome)
        await queries.taken(report_id, done.id)
    return True


async def _received(waiting: Waiting, attachments: list[Sealed]) -> Received:
    report = msgspec.json.decode(keys.current().informants.open(waiting.sealed), type=PublicReport)
    informant = Informant(
        name=report.name,
        phone=report.phone,
        email=report.email,
        address=report.contact_address,
    )
    sealed = [sealing.seal_account(Account(text=texts.account(report)))]
    if not informant.anonymous:
        note = msgspec.structs.replace(informant, note=texts.NOTE[report.secret])
        sealed.append(sealing.seal_informant(note))
    return Received(
        id=waiting.id,
        received_at=waiting.received_at,
        unit_id=await _unit_of(report),
        nature=report.nature,
        matter=Matter(
            summary=texts.summary(report),
            fields=list(report.fields),
            goods="",
            suspects=[],
            place=Place(area_code=report.province or None),
        ),
        sealed=[*sealed, *attachments],
        identity_known=not informant.anonymous,
        wants_answer=report.wants_answer,
        of_unnamed_officer=report.concerns is Concerns.OFFICER,
    )


async def _unit_of(report: PublicReport) -> UUID:
    """Return the department of the province; the national office without one, or about an officer.

    Who is named as an officer is not looked up by the name: somebody else may bear it. Until somebody has, it is for
    the auditors of the nation alone.
    """
    tree = await units.list_tree()
    root = next(one for one in tree if one.parent_id is None)
    if report.concerns is Concerns.OFFICER or not report.province:
        return root.id
    there = [
        one
        for one in tree
        if one.kind == "department" and one.code[:2] == report.province and one.valid_to is None
    ]
    return there[0].id if len(there) == 1 else root.id


async def _attachments(report_id: UUID, inspector: "Inspector") -> list[Sealed]:
    """Return the photographs, sealed, each after the picture that the fence made of it, if it could."""
    sealed: list[Sealed] = []
    for one in await queries.photographs(report_id):
        sealed += await _attachment(one, inspector)
    return sealed


async def _attachment(one: Photograph, inspector: "Inspector") -> list[Sealed]:
    data = await asyncio.to_thread(keys.current().informants.open, one.sealed)
    found = await _inspected(data, inspector)
    kind = f"{line.ORIGINAL}{sniff(data[:HEAD_BYTES]) or 'unknown'}"
    shown = [sealing.seal_attachment(found.view, PREVIEW)] if found.view else []
    return [*shown, await asyncio.to_thread(sealing.seal_attachment, data, kind)]


async def _inspected(data: bytes, inspector: "Inspector") -> Inspected:
    """Have the child look at a photograph that is in memory alone: no disk sees it in clear."""
    with _in_memory(data) as path:
        return await inspector.inspect(path)


@contextmanager
def _in_memory(data: bytes) -> Iterator[Path]:
    with os.fdopen(os.memfd_create("report"), "wb") as file:
        file.write(data)
        file.flush()
        yield Path(f"/proc/self/fd/{file.fileno()}")


async def _withdraw(report_id: UUID) -> bool:
    """Record one withdrawal as an act; False if another worker does.

    If the record is closed, the act is refused and kept with its reason: there is nothing to withdraw.
    """
    async with transaction():
        asked = await queries.lock_withdrawal(report_id)
        actor = await service_officer.for_public_form() if asked else None
        if asked is None or actor is None:
            return False
        facts = await events.facts_of(asked.information_id)
        content = Withdrawn(
            withdrawn_on=day_of(asked.withdrawal_asked_at),
            means=Means.PUBLIC_PAGE,
            reason=texts.WITHDRAWN,
            awaits_decision=facts is not None and facts.nature is not Nature.TIP,
        )
        act = ledger.desk_act(
            RecordKind.INFORMATION, asked.information_id, InformationAct.WITHDRAWN, content, actor
        )
        await ledger.record(act, actor)
        await queries.withdrawn(asked.id, clock.now())
    return True


async def follow(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Set the word that the citizen's page tells, after an act of the information. Called by the one door."""
    del actor, entry
    information_id = parsed.act.record.id
    if parsed.act.type == InformationAct.UNMERGED:
        await queries.come_back(information_id, await _lead_to(information_id))
    word = public_told.after(parsed.act.type, parsed.content)
    if word is not None:
        own = await _came_of(information_id)
        await queries.told(information_id, own, word)
        if (others := public_told.after_merge(word)) is not None:
            await queries.told_merged(information_id, own, others)
    if there := public_told.goes_on_as(parsed.content):
        await queries.goes_on(information_id, there)


async def _came_of(information_id: UUID) -> list[UUID]:
    """Return an information and those from which it came by forwarding or splitting: they have the same informant."""
    found = [information_id]
    facts = await events.facts_of(information_id)
    while facts is not None and facts.origin is not None:
        if facts.origin.information_id in found:
            break
        found.append(facts.origin.information_id)
        facts = await events.facts_of(found[-1])
    return found


async def _lead_to(information_id: UUID) -> list[UUID]:
    """Return an information and those that go on as it: forwarded, split, or merged into it."""
    found: list[UUID] = []
    waiting = [information_id]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.append(one)
        waiting += await informations.merged_into(one)
        facts = await events.facts_of(one)
        if facts is not None and facts.origin is not None:
            before = await events.facts_of(facts.origin.information_id)
            if before is not None and (not before.parts or before.parts[0] == one):
                waiting.append(facts.origin.information_id)
    return found

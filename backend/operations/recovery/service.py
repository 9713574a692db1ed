"""Declaring a restore: begin a new log, epoch and era and record that, in one transaction."""

from uuid import uuid4

import msgspec

from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.accounts import service as accounts
from backend.force.numbers import service as numbering
from backend.ledger import service as ledger
from backend.operations.queries import recovery as queries
from backend.operations.queries.recovery import Checkpoint
from backend.operations.recovery import comparing, handler, outside
from backend.operations.recovery.starting import Look as Look
from backend.operations.recovery.starting import look as look
from backend.operations.rules import recovery as rules
from backend.operations.rules.recovery import CurrentPosition, Outside
from media.store import ObjectStore, StoreError
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.ledger.installation import (
    INSTALLATION_RECORD,
    InstallationAct,
    KnownCheckpoint,
    LedgerRestored,
    NumbersSkipped,
    ObjectsFound,
)


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is known before a restore is declared."""

    standing: CurrentPosition
    entries: int
    held: KnownCheckpoint | None
    outside: KnownCheckpoint | None
    other_logs: list[KnownCheckpoint]
    lost: int | None
    forked: bool
    reasons: list[Text]
    store_answers: bool
    jump: numbering.Jump
    declared: bool
    """The newest entry is already the declaration, and no reason against the database is left."""
    is_empty: bool
    """The database is a new one in place of a lost one: there is no restore to declare."""


async def sessions_of_others() -> int:
    """Count the database sessions of web and worker processes (or of their pooler)."""
    return await queries.other_sessions()


async def plan(
    store: ObjectStore | None,
    more: list[Outside],
    numbers: int | None = None,
    *,
    store_too: bool = False,
) -> Plan:
    """Collect everything that is known, without changing anything.

    `more` are checkpoints from files. `numbers` is how far the operator wants sequences of numbers
    to jump. `store_too`: the bucket was restored together with the database. Its checkpoints then
    end where the database ends, so they do not prove that nothing was lost, or that the restore is
    already declared.
    """
    standing, counts = await queries.current_position(), await queries.counts()
    there, answers = list(more), False
    if store is not None:
        try:
            there += await comparing.in_bucket(store, standing.leaves)
            answers = True
        except StoreError:
            answers = False
    compared = [
        one for one in await comparing.compare(there, standing.leaves) if one.verdict != "unsigned"
    ]
    reasons = rules.reasons(standing, compared)
    row = await queries.last_checkpoint()
    ours = [one for one in compared if one.outside.log_id in (None, standing.log_id)]
    others = [one for one in compared if one.verdict == "other_log"]
    lost = rules.lost(counts.entries, compared)
    if store_too and not lost:
        lost = None
    newest = max(ours, key=lambda one: one.outside.size).outside if ours else None
    return Plan(
        standing=standing,
        entries=counts.entries,
        held=_held(row) if row else None,
        outside=_known(newest) if newest else None,
        other_logs=[_known(one.outside) for one in others][:100],
        lost=lost,
        jump=numbering.jump_after(
            None if store_too else lost,
            numbers,
            counts.last_received,
            clock.now(),
            newest.made_at if newest else None,
        ),
        forked=any(one.verdict in ("forked", "other_log") for one in compared),
        reasons=reasons,
        store_answers=answers,
        declared=not (store_too or reasons)
        and await queries.ends_with_declaration(counts.last_entry),
        is_empty=not store_too and rules.is_empty_one(counts.entries, compared),
    )


async def declare(
    found: Plan, reason: str, operator: str, objects: ObjectsFound | None = None
) -> LedgerRestored:
    """Begin a new log, epoch and era, and record it in the ledger, all or nothing.

    Needs a pool of the schema's owner. If the installation has no administrator yet, there is
    nobody in whose name it could be recorded, so it is done without an entry. Raises RefusedAct if
    the act is refused.
    """
    standing, jump = found.standing, found.jump
    async with transaction():
        await queries.lock_installation()
        content = LedgerRestored(
            reason=reason,
            operator=operator,
            outside=found.outside,
            other_logs=found.other_logs,
            held=found.held,
            entries=found.entries,
            lost=found.lost,
            forked=found.forked,
            log_before=standing.log_id,
            log_after=uuid4(),
            epoch_before=standing.epoch,
            epoch_after=uuid4(),
            era_before=standing.era,
            era_after=standing.era + 1,
            system_before=standing.system_noted,
            system_after=standing.system_now,
            numbers=NumbersSkipped(
                of_officers=jump.of_officers,
                of_units=jump.of_units,
                sequences=await numbering.skip(jump, standing.era + 1),
                years=jump.years,
            ),
            objects=objects,
        )
        await _record(content)
        await accounts.end_what_was_open(clock.now())
    return content


async def _record(content: LedgerRestored) -> None:
    try:
        actor = await accounts.at_the_machine()
    except NotFound:
        await _without_an_act(content)
        return
    act = ledger.desk_act(
        RecordKind.INSTALLATION,
        INSTALLATION_RECORD,
        InstallationAct.LEDGER_RESTORED,
        content,
        actor,
    )
    ledger.unwrap(await ledger.record(act, actor))


async def _without_an_act(content: LedgerRestored) -> None:
    standing, counts = await queries.current_position(), await queries.counts()
    await queries.begin_log(
        era=content.era_after,
        log_id=content.log_after,
        epoch=content.epoch_after,
        from_size=standing.leaves,
        after_entry=counts.last_entry,
        told=msgspec.json.encode(handler.told_of(content)).decode(),
        act_id=None,
    )


def _known(outside: Outside) -> KnownCheckpoint:
    return KnownCheckpoint(
        log_id=outside.log_id, size=outside.size, root=outside.root, made_at=outside.made_at
    )


def _held(row: Checkpoint) -> KnownCheckpoint:
    return KnownCheckpoint(
        log_id=row.log_id, size=row.size, root=row.root.hex(), made_at=row.made_at
    )


async def newest_checkpoint() -> bytes | None:
    """Return the newest checkpoint as it is written outside; None if nothing is sealed yet."""
    row = await queries.last_checkpoint()
    return outside.document_of(row) if row else None

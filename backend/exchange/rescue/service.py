"""Rescue files: work that a phone could not send, imported at the desk by the officer's supervisor.

There are two steps, so that the supervisor sees what is imported. receive() reads a file to its end
and records nothing of its content. bring() records that the supervisor imports it, then everything
in it. Both may be repeated.
"""

import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.core import access_log, clock, stores
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.exchange.queries import rescue as queries
from backend.exchange.queries.rescue import BroughtFile, State
from backend.exchange.rescue import bringing, judging, opening
from backend.exchange.rescue.errors import RescueGone, RescueUnreadable
from backend.exchange.rescue.files import KEPT_SECONDS, Shelf
from backend.exchange.rescue.judging import check_supervisor as check_supervisor
from backend.exchange.rescue.views import RescueFile
from backend.exchange.rules.rescue import ActResult as ActResult
from backend.exchange.rules.rescue import InformationResult as InformationResult
from backend.exchange.rules.rescue import PhotoResult as PhotoResult
from backend.fieldwork.evidence import service as evidence
from backend.ledger import service as ledger
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct, RescueImported

__all__ = ["RescueFile", "bring", "forget_old", "get", "list_mine", "max_bytes", "receive"]

_LISTED = 20


def max_bytes() -> int:
    """The largest rescue file that this installation takes, in bytes."""
    return stores.current().settings.max_rescue_bytes


async def receive(
    actor: Actor, file_name: str, chunks: AsyncIterator[bytes], address: str | None
) -> UUID:
    """Store a file on this node's disk and read it to its end. Only that it was opened is recorded.

    Raises NotAllowed, RescueForeign, RescueUnreadable, RescueTooLarge, RescueKeyMissing, NoSpace;
    the file is then deleted.
    """
    judging.check_supervisor(actor)
    here, file_id = _shelf(), new_id()
    size, sha256 = await here.take(file_id, chunks)
    try:
        if not size:
            raise RescueUnreadable("rescue_not_age")
        judged = await judging.judge(await opening.read(here.path(file_id)), actor)
        summary = await judging.summarise(judged)
        async with transaction():
            await queries.insert(
                file_id,
                actor.officer_id,
                judged.officer.officer_id,
                judged.device.id,
                stores.current().settings.node,
                _plain(file_name),
                size,
                sha256,
                clock.now(),
                msgspec.json.encode(summary).decode(),
            )
            await access_log.record(actor, "rescue.opened", judged.device.id, address=address)
    except BaseException:
        here.remove(file_id)
        raise
    return file_id


async def get(file_id: UUID, actor: Actor) -> RescueFile:
    """Return a file that this supervisor brought, in its current state.

    Raises NotAllowed, NotFound.
    """
    judging.check_supervisor(actor)
    row = await _find(file_id, actor)
    view = _view(row)
    if view.result is None:
        return view
    hashes = [photo.sha256 for photo in view.result.photos]
    records = {item.record_id for item in view.result.acts if item.record_id is not None}
    return msgspec.structs.replace(
        view,
        stored=frozenset(await evidence.stored_among(row.officer_id, hashes)),
        numbers=await queries.numbers_of(sorted(records), actor),
    )


async def list_mine(actor: Actor) -> list[RescueFile]:
    """Return the last files that this supervisor brought. Raises NotAllowed."""
    judging.check_supervisor(actor)
    return [_view(row) for row in await queries.list_brought(actor.officer_id, _LISTED)]


async def bring(
    file_id: UUID, actor: Actor, address: str | None, *, with_drafts: bool = False
) -> None:
    """Record that the supervisor imports the file, then import its content.

    With drafts if the supervisor said that the phone is gone: nobody else can finish them.

    Items that are already stored are only reported as such. Do not call it inside transaction():
    each act has its own. Raises NotAllowed, NotFound, RescueGone, RescueBusy, RescueForeign,
    NoSpace, and RefusedAct if `ledger.record` (the one door) refuses the import.
    """
    judging.check_supervisor(actor)
    row = await _find(file_id, actor)
    if row.state == "imported":
        return
    here = _shelf()
    if row.node != stores.current().settings.node or row.state == "gone":
        raise RescueGone(back="/desk/rescue")
    with here.hold(file_id) as path, tempfile.TemporaryFile(dir=here.folder) as plain:
        # Decrypted bytes are in an unnamed file, so that they are gone however this process ends.
        here.check_room(row.size)
        judged = await judging.judge(await opening.unpack(path, plain), actor)
        plain.flush()
        await _record(row, judged, actor, address)
        result = await bringing.bring_in(judged, plain, with_drafts=with_drafts)
        state: State = "imported" if result.finished else "unfinished"
        await queries.set_result(
            file_id,
            state,
            msgspec.json.encode(result).decode(),
            clock.now() if result.finished else None,
        )
        if result.finished:
            here.remove(file_id)


async def forget_old() -> int:
    """Delete files of this node that nobody imported within a day; return how many.

    Called by a job.
    """
    before = clock.now() - timedelta(seconds=KEPT_SECONDS)
    here = _shelf()
    given_up = await queries.give_up([stores.current().settings.node], before)
    for file_id in given_up:
        here.remove(file_id)
    return len(given_up) + here.remove_old()


async def nodes_with_files() -> dict[str, datetime]:
    """Return nodes that have files to import, and when the last file of each came (UTC).

    Called by a job.
    """
    return await queries.nodes_with_files()


async def give_up_on(nodes: list[str]) -> int:
    """Mark files of nodes that are gone for good as gone; return how many. Called by a job."""
    return len(await queries.give_up(nodes))


async def _record(
    row: BroughtFile, judged: judging.Judged, actor: Actor, address: str | None
) -> None:
    if row.import_act is not None:
        return  # the supervisor continues an import that was begun
    content = RescueImported(
        officer_id=judged.officer.officer_id,
        file_sha256=row.sha256,
        acts=len(judged.acts),
        photos=len(judged.manifest.photos),
    )
    act = ledger.desk_act(
        RecordKind.DEVICE, judged.device.id, PeopleAct.RESCUE_IMPORTED, content, actor
    )
    async with transaction():
        outcome = await ledger.record(act, actor)
        if isinstance(outcome, ledger.Accepted):
            await queries.set_import_act(row.id, act.act.id)
            await access_log.record(actor, "rescue.imported", judged.device.id, address=address)
    ledger.unwrap(outcome)


async def _find(file_id: UUID, actor: Actor) -> BroughtFile:
    row = await queries.find(file_id, actor.officer_id)
    if row is None:
        raise NotFound(what="rescue file")
    return row


def _shelf() -> Shelf:
    return Shelf(stores.current().settings)


def _plain(file_name: str) -> str:
    """Return the browser's file name as one printable line."""
    shown = "".join(letter for letter in file_name if letter.isprintable()).strip()
    return shown[-200:] or "?"


def _view(row: BroughtFile) -> RescueFile:
    return RescueFile(
        id=row.id,
        file_name=row.file_name,
        size=row.size,
        sha256=row.sha256,
        received_at=row.received_at,
        state=row.state,
        imported_at=row.imported_at,
        officer_name=row.full_name,
        username=row.username,
        device_name=row.device_name,
        summary=row.summary,
        result=row.result,
    )

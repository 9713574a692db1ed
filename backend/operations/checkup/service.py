"""The page of the check-up: which findings a reader sees, from notes and from what is asked at each look."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from backend.core import clock, database, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.fieldwork.evidence import service as evidence
from backend.operations.checkup import gathering, runbooks
from backend.operations.queries import checkup as queries
from backend.operations.queries.checkup import Certificate, Devices
from backend.operations.rules.checkup import judging
from backend.operations.rules.checkup.facts import Facts, Queue
from backend.operations.rules.checkup.finding import Area, Finding, Level
from backend.operations.rules.checkup.lasting import SOON
from schemas.core.vocabulary import Role

MOST_CERTIFICATES = 20
_SILENT = timedelta(days=7)
_STORE_SECONDS = 2.0


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What one reader sees."""

    at: datetime
    noted_at: datetime | None
    """When a worker noted what is not asked at each look; None: no worker ever did."""
    level: Level
    """Of the whole installation, also for readers to whom the findings are not shown."""
    findings: tuple[Finding, ...]
    """Of the whole installation: for administrators of the nation, and its auditors as far as records go."""
    sees_all: bool
    devices: Devices | None
    certificates: tuple[Certificate, ...]
    more_certificates: int


async def view(actor: Actor) -> View:
    """Return how everything stands, as far as this reader is to know.

    Administrators of the nation see all; one of a department sees whether the system is up, and the devices and
    certificates of the own unit. Auditors of the nation see whether records are safe. Raises NotAllowed.
    """
    administers = actor.has(Role.ADMINISTRATOR)
    of_nation = actor.unit.level == 1
    if not _may_look(actor):
        raise NotAllowed
    now = clock.now()
    facts = await present(now)
    found = judging.findings(facts)
    devices, certificates = None, []
    if administers:
        seen = scope.administered(actor)
        async with database.at_once() as ask:
            asked = ask(queries.devices(seen, now - _SILENT))
            ending = ask(
                queries.certificates(
                    now - gathering.ENDED_LATELY, now + SOON, seen, MOST_CERTIFICATES
                )
            )
        devices, certificates = asked.result(), ending.result()
    kinds = {one.kind: one.all_of_them for one in certificates}
    return View(
        at=facts.at,
        noted_at=facts.noted_at,
        level=judging.worst(found),
        findings=tuple(_seen(found, all_of_it=administers) if of_nation else ()),
        sees_all=administers and of_nation,
        devices=devices,
        certificates=tuple(certificates[:MOST_CERTIFICATES]),
        more_certificates=max(0, sum(kinds.values()) - MOST_CERTIFICATES),
    )


def runbook(actor: Actor, name: str) -> tuple[str, str]:
    """Return title and text of a runbook. Raises NotAllowed for whom view() does, NotFound for another name."""
    if not _may_look(actor):
        raise NotAllowed
    text = runbooks.all_of_them().get(name)
    if text is None:
        raise NotFound(what="runbook")
    return text.partition("\n")[0].removeprefix("# "), text


def _may_look(actor: Actor) -> bool:
    return actor.has(Role.ADMINISTRATOR) or (actor.unit.level == 1 and actor.has(Role.AUDITOR))


def _seen(found: Sequence[Finding], *, all_of_it: bool) -> list[Finding]:
    return [one for one in found if all_of_it or one.area is Area.RECORDS]


async def present(now: datetime) -> Facts:
    """Return what was noted last, with what can be asked quickly as it stands now."""
    async with database.at_once() as ask:
        noted, standing, held = ask(queries.notes()), ask(queries.standing()), ask(queries.held())
    store = await _store()
    notes, quick = noted.result(), standing.result()
    whole = gathering.read_whole(notes)
    return msgspec.structs.replace(
        whole or Facts(at=now),
        at=now,
        noted_at=whole.at if whole else None,
        parts={**(whole.parts if whole else {}), "database": "ok", "object_store": store},
        queue=Queue(waiting=quick.waiting, oldest_seconds=quick.oldest_seconds),
        seal_seconds=quick.seal_seconds,
        held=held.result(),
        nodes=gathering.read_nodes(notes),
    )


async def _store() -> str:
    try:
        async with asyncio.timeout(_STORE_SECONDS):
            await evidence.store_is_ready()
    except Exception:
        return "does_not_answer"
    return "ok"

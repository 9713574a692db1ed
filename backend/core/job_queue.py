"""Puts jobs into the queue, in the transaction that makes them necessary: either both take effect or neither.

This is a core module and not part of backend/operations/jobs, because groups enqueue jobs and jobs
call groups.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from pgqueuer import AsyncpgDriver
from pgqueuer.adapters.persistence.queries import Queries

from backend.core import database

MAKE_PREVIEW = "make_preview"
"""Payload: photo id. Make thumbnail, view and camera metadata of a stored photograph."""
PLACE_PHOTO = "place_photo"
"""Payload: photo id. Its bytes came before its act and wait in staging; move them to their place."""
PROTECT_PHOTO = "protect_photo"
"""Payload: photo id. Its bytes are stored: read them again from another process, then lock them in
the store."""
PROTECT_DOCUMENT = "protect_document"
"""Payload: document id. A signed paper is stored: read it again from another process, then lock it
in the store."""
PROTECT_SCAN = "protect_scan"
"""Payload: scan id. The scan of a signed paper is stored: read it again from another process, then
lock it."""
PREVIEW_FILE = "preview_file"
"""Payload: file id. A picture was filed: make the preview that alone is shown."""
KEEP_FILE = "keep_file"
"""Payload: file id. Act and bytes of a document that a phone filed are here: search it, put it in its
place, receipt it."""
SHOW_PHONE_THUMBNAIL = "show_phone_thumbnail"
"""Payload: photo id. A phone sent a small picture ahead: decode it in a child process and make one
that may be shown."""
FIND_IN_PHOTO = "find_in_photo"
"""Payload: photo id. Its preview, metadata and hash are recorded: look for what a supervisor should
see."""
FIND_IN_INSPECTION = "find_in_inspection"
"""Payload: inspection id. It was submitted, or changed since: check places, clocks and gaps of the
whole inspection."""
SEND_NOTICE = "send_notice"
"""Payload: notice id. It was made while an outlet is registered (e-mail, push): carry number and link out."""
MAKE_BUNDLE = "make_bundle"
"""Payload: bundle id. An auditor asked for the records of a sample: make their packages."""
WRITE_EXPORT = "write_export"
"""Payload: export id. An officer asked for a list as a file: write it from one snapshot."""
READ_PARTIES = "read_parties"
"""Payload: import id. A list of parties was uploaded: read it and judge its rows."""
BRING_PARTIES = "bring_parties"
"""Payload: import id. A list of parties was confirmed: bring its rows into the register, portion by portion."""
READ_PEOPLE = "read_people"
"""Payload: import id. A list of officers was uploaded: read it and judge its rows."""
BRING_PEOPLE = "bring_people"
"""Payload: import id. A list of officers was confirmed: register and ask for what its rows say, portion by portion."""

JOBS = (
    MAKE_PREVIEW,
    PLACE_PHOTO,
    PROTECT_PHOTO,
    PROTECT_DOCUMENT,
    PROTECT_SCAN,
    PREVIEW_FILE,
    KEEP_FILE,
    SHOW_PHONE_THUMBNAIL,
    FIND_IN_PHOTO,
    FIND_IN_INSPECTION,
    SEND_NOTICE,
    MAKE_BUNDLE,
    WRITE_EXPORT,
    READ_PARTIES,
    BRING_PARTIES,
    READ_PEOPLE,
    BRING_PEOPLE,
)
"""All entrypoints. An operator sees a count for each, even if it has no job."""
PROTECTION = (PROTECT_PHOTO, PROTECT_DOCUMENT, PROTECT_SCAN)
"""Those without which what is stored is not locked."""

_put_off = timedelta()
"""How long the jobs of this process wait before anybody takes them: not at all, but in a demonstration's player."""


def put_off(by: timedelta) -> None:
    """Let jobs of this process wait so long from now on, each from when it is enqueued.

    Only for the history of a demonstration (docs/decisions/0059): its copies are read again and its
    previews made when it is whole, not beside it. Nothing else calls it: a test of the house rules looks.
    """
    global _put_off
    _put_off = max(by, timedelta())


class EnqueuedOutsideTransaction(RuntimeError):
    """A job enqueued outside its cause's transaction could run before its cause is visible, or without it."""


async def enqueue(entrypoint: str, subject: UUID, *, priority: int = 0) -> None:
    """Add a job about one thing, unless one already waits for the same thing.

    Raises EnqueuedOutsideTransaction outside transaction().
    """
    await enqueue_each(entrypoint, [subject], priority=priority)


async def enqueue_each(entrypoint: str, subjects: list[UUID], *, priority: int = 0) -> None:
    """Call enqueue() for many things in one statement."""
    await enqueue_all([(entrypoint, subject, priority) for subject in subjects])


async def enqueue_all(jobs: list[tuple[str, UUID, int]]) -> None:
    """Call enqueue() for many jobs of any kind, as (entrypoint, subject, priority), in one statement."""
    current: Any = database.ENGINE.current_transaction.get()
    if current is None:
        raise EnqueuedOutsideTransaction(", ".join({job[0] for job in jobs}) or "nothing")
    if jobs:
        await Queries(AsyncpgDriver(await current.ready())).enqueue(
            [entrypoint for entrypoint, _, _ in jobs],
            [str(subject).encode() for _, subject, _ in jobs],
            [priority for _, _, priority in jobs],
            execute_after=[_put_off] * len(jobs),
            dedupe_key=[f"{entrypoint}:{subject}" for entrypoint, subject, _ in jobs],
            on_conflict="skip",
        )

"""Sends notices that have no clock: asks, what was done to an officer, a burst of refusals.

    await telling.tell([officer_id, head_id], "person", officer_id, "person.link_made", {"by": actor.full_name})

Runs in the caller's transaction: if that is rolled back, no notice was sent. Desk and phone show
each as its reader chose (backend/force/rules/notice_settings.py).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from backend.core import change_feed, clock
from backend.core.actors import Actor, UnitPath
from backend.core.job_queue import SEND_NOTICE, enqueue_each
from backend.force.notices import outlets
from backend.force.queries import asks as ask_queries
from backend.force.queries import notice_settings as settings
from backend.force.queries import notices as queries
from backend.force.rules import notice_kinds
from backend.force.rules import notice_settings as rules
from backend.force.rules.actors import actor_of
from backend.force.texts import notices as texts
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.force.notices import NoticeKind

Kind = Literal[
    "ask",
    "person",
    "refusals",
    "enrolled",
    "device",
    "device_waits",
    "draft",
    "case",
    "decision",
    "inspection",
    "document",
    "exception",
    "submission",
    "route",
    "absence",
    "plan",
    "information",
    "record_paper",
    "report",
    "sample",
    "export",
    "message",
    "machine",
    "party_merge",
    "likeness",
    "restructuring",
]
"""What `record_id` is, by kind. `ask`: the ask that the reader may confirm. `person`: the officer
to whom something was done or is asked for; of a sentence about an import, the import.
`refusals`: the officer whose requests were refused in a
burst. `enrolled`: the officer whom one administrator enrolled alone, and to whom the reader may
object. `device`: the device, new to the reader's account, on which it was used, or a passkey of the
reader's. `device_waits`: the approval that the reader may give. `draft`: the inspection on whose
minutes a team wants the reader's opinion. `case`: the case of the reader's unit, or that went up to
it, that needs the reader now. `decision`: the paper of an inspection decision. `inspection`: the
inspection of the reader's team, or that the reader rules on. `document`: the paper of a case.
`record_paper`: the paper of a plan, of information or of a report. `exception`: the exception. `submission`,
`route`, `absence`, `plan`, `information`, `report`: the record of that kind; of a plan or
a report that nobody began, and of late units, a unit.
`sample`: the auditors' sample. `export`: a list that the reader takes away. `message`: the message to the
reader's phone. `machine`: the account of a machine that the reader answers for or asked for. `restructuring`:
the change of a unit that an administrator asked for. `party_merge`: the ask to merge two parties. `likeness`: the
change of the sums for pairs."""


_held_back: ContextVar[bool] = ContextVar("held_back", default=False)


@contextmanager
def held_back() -> Iterator[None]:
    """Send nothing within: the caller tells each reader once, of all that follows from one command."""
    token = _held_back.set(True)
    try:
        yield
    finally:
        _held_back.reset(token)


async def tell(
    officers: Iterable[UUID],
    kind: Kind,
    record_id: UUID,
    key: str,
    words: Mapping[str, str | Text] | None = None,
    *,
    once: str | None = None,
    on_phones: bool = False,
    about: NoticeKind | None = None,
    due_at: datetime | None = None,
) -> int:
    """Send each of these officers the sentence `key` of texts.BODIES, filled in from `words`.

    With `once`, an officer gets at most one notice of this kind with that value ("2026-11-25/<id>":
    once a day about one person); without it, every call sends one. `about` is what it is for these
    readers, if not what texts.ABOUT says of the sentence. `due_at` is the end
    of what it asks for: with at most 24 hours left it cannot be switched off and breaks quiet hours.
    Where it is shown follows each reader's settings; `on_phones` sends it to phones too, whatever
    the roles' default. Returns how many were sent. Raises KeyError, before anything is written, for
    a sentence or a place that backend/force/texts/notices.py does not know.
    """
    filled = {name: _both(word) for name, word in (words or {}).items()}
    texts.told(key, filled)
    now = clock.now()
    rows: list[dict[str, Any]] = [
        {
            "id": new_id(),
            "officer_id": officer_id,
            "kind": kind,
            "record_id": record_id,
            "text_key": key,
            "numbers": filled,
            "at": now,
            "once": once,
            "about": about or texts.ABOUT[key],
            "urgent": notice_kinds.is_urgent(due_at, now),
            "due_at": due_at,
        }
        for officer_id in dict.fromkeys(officers)
    ]
    return await send(rows, on_phones=on_phones)


async def send(notices: list[dict[str, Any]], *, on_phones: bool = False) -> int:
    """Write these notices, each where its reader wants it, and have phones fetch theirs.

    Returns how many had not been sent before.
    """
    if not notices or _held_back.get():
        return 0
    readers = await settings.readers(sorted({one["officer_id"] for one in notices}))
    for one in notices:
        reader = readers[one["officer_id"]]
        chosen = rules.choice(one["about"], reader.settings, reader.roles, urgent=one["urgent"])
        unasked = on_phones and one["about"] not in reader.choices
        one |= {"desk": chosen.desk, "phone": chosen.phone or unasked}
    made = await queries.insert(notices)
    for phone_kind in ("notice", "told"):
        to_fetch = [one for one in made if one.phone and _phone_kind(one.kind) == phone_kind]
        await change_feed.tell_each([(one.officer_id, str(one.id)) for one in to_fetch], phone_kind)
    if outlets.registered():
        await enqueue_each(SEND_NOTICE, [one.id for one in made])
    return len(made)


async def heads_of(path: UnitPath, but: UUID | None = None) -> list[UUID]:
    """Return the heads of an officer of this unit: the nearest supervisors except `but`.

    `but` is the officer. The heads of a head are those above: if only the head would be found, the
    level above is used.
    """
    return await queries.supervisors(path, but)


async def legal_of(path: UnitPath) -> list[UUID]:
    """Return the legal officers whose scope has this unit: those of the unit and of the units above it."""
    return await queries.legal_officers(path)


async def heads_above(path: UnitPath, but: UUID) -> list[Actor]:
    """Return all heads of a unit and of those above it, the nearest first, as actors at a desk."""
    found = await ask_queries.candidates(path)
    heads = [actor_of(one, "desk") for one in found if Role.SUPERVISOR in one.roles]
    others = [one for one in heads if one.officer_id != but]
    return sorted(others, key=lambda one: (-one.unit.level, str(one.officer_id)))


async def second_persons(path: UnitPath, but: Collection[UUID]) -> list[UUID]:
    """Return who compares a scan with what was printed: the nearest clerks, else the nearest heads.

    `but` are those whose own paper it is: drafter, signer, and who sent the scan (practice B3).
    """
    clerks = await queries.nearest(path, Role.CLERK, but)
    return clerks or await queries.nearest(path, Role.SUPERVISOR, but)


async def checkers(path: UnitPath, but: UUID) -> list[UUID]:
    """Return who checks an exception of this unit: the nearest auditors, else the heads above the unit.

    `but` is its maker, who never checks it.
    """
    auditors = await queries.nearest(path, Role.AUDITOR, [but])
    if auditors:
        return auditors
    above = [one.officer_id for one in await heads_above(path, but) if one.unit.level < path.level]
    return above[:3]


async def settle_begun(record_id: UUID, key: str, begins: str) -> None:
    """Settle this record's notices with the sentence `key` whose `once` begins so: what they wait for was done."""
    await _forget(await queries.settle_begun(record_id, key, begins, clock.now()))


async def settle_sent(record_ids: list[UUID], begins: str) -> None:
    """Settle the notices about these records whose `once` begins so: what they asked for was answered."""
    await _forget(await queries.settle_sent(record_ids, f"{begins}%", clock.now()))


async def settle(
    record_id: UUID,
    *,
    kind: Kind | None = None,
    about: Collection[NoticeKind] | None = None,
    officer_id: UUID | None = None,
    keys: Collection[str] | None = None,
    but: str = "",
) -> None:
    """Settle the notices of this record that have no clock: it was answered. Phones remove them.

    With `kind`, `about`, `officer_id` or `keys` (of sentences) only those, and never those with the
    sentence `but`. Leave what only informs
    (agreed, approved, changed) until it is read.
    """
    gone = await queries.settle_of(record_id, clock.now(), kind, about, officer_id, keys, but)
    await _forget(gone)


async def settle_for(officer_id: UUID, kind: Kind) -> None:
    """Settle this officer's notices of one kind: they no longer head what these are about."""
    await _forget(await queries.settle_for(officer_id, kind, clock.now()))


async def leave_office(officer_id: UUID, until: datetime) -> None:
    """Keep which office an officer leaves by an act of this moment; before the act is folded.

    What came to it follows the office of today from then on: see in_sight() of backend/force/queries/notices.py.
    """
    await queries.leave_office(officer_id, until)


async def _forget(gone: list[queries.Sent]) -> None:
    told = [(one.officer_id, str(one.id)) for one in gone if one.phone]
    await change_feed.tell_each(told, "told", "remove")


def _phone_kind(kind: str) -> Literal["notice", "told"]:
    """Phones keep time limits of cases apart from all other notices."""
    return "notice" if kind == "deadline" else "told"


def _both(word: str | Text) -> dict[str, str]:
    return {"vi": word, "en": word} if isinstance(word, str) else {"vi": word.vi, "en": word.en}

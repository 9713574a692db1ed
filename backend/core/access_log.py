"""Records who read, searched, took copies and signed in. Auditors read it (backend/operations/log).

A photograph's readers are also shown by backend/fieldwork/evidence/reading.py.
"""

from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.queries import access_log as queries

Kind = Literal["read", "search", "export", "copy", "sign_in", "step_up"]
KINDS: dict[str, Kind] = {
    **dict.fromkeys(("inspection.searched", "case.searched", "party.searched"), "search"),
    "party.looked_up": "search",
    **dict.fromkeys(("people.searched", "outgoing.searched", "incoming.searched"), "search"),
    **dict.fromkeys(("information.searched", "everything.searched"), "search"),
    **dict.fromkeys(
        ("register.outgoing", "register.incoming", "log.export", "diary.exported"), "export"
    ),
    **dict.fromkeys(("list.exported", "list.taken"), "export"),
    **dict.fromkeys(("photo.original", "photo.receipts", "filed.read", "scan.read"), "copy"),
    **dict.fromkeys(
        ("record.package", "case.package", "sample.package", "case.dossier", "case.dossier_asked"),
        "copy",
    ),
    **dict.fromkeys(("party_import.errors", "people_import.errors", "letters.made"), "copy"),
    **dict.fromkeys(("document.pdf", "document.to_seal", "document.prepared"), "copy"),
    **dict.fromkeys(("paper.pdf", "paper.to_seal", "paper.prepared"), "copy"),
    **dict.fromkeys(("copy.given", "diary.printed", "copy.printed", "copy.handed_over"), "copy"),
    **dict.fromkeys(("sign_in.desk", "sign_in.phone", "sign_in.out", "sign_in.reused"), "sign_in"),
    **dict.fromkeys(("sign_in.recovered", "sign_in.ended"), "sign_in"),
    **dict.fromkeys(("step_up.code", "step_up.key", "step_up.passkey"), "step_up"),
}
"""The kind of each action by which auditors filter; every other action is a reading."""
_LONGEST = 200
"""Letters of one term that are kept."""


async def record(
    actor: Actor,
    action: str,
    record_id: UUID | None,
    *,
    photo_id: UUID | None = None,
    address: str | None,
    detail: dict[str, str] | None = None,
) -> None:
    """Record that an officer opened `record_id` or one photograph of it, or took a copy.

    Call it before sending any bytes. `record_id` is null if the officer searched all records.
    `action` says what was done (`inspection.page`, `photo.original`, `record.package`,
    `rescue.opened`, `party.searched`). `address` is that of the officer's browser, as the server
    saw it. `detail` is what was searched for, as typed, or which days a table has; never a secret.
    """
    await queries.insert(
        officer_id=None if actor.operator else actor.officer_id,
        operator=actor.operator,
        session_id=actor.session_id,
        kind=KINDS.get(action, "read"),
        action=action,
        record_id=record_id,
        photo_id=photo_id,
        address=address,
        detail=msgspec.json.encode(detail).decode() if detail else None,
    )


async def record_session(
    officer_id: UUID, action: str, session_id: UUID, *, address: str | None = None
) -> None:
    """Record that an officer signed in or out: `sign_in.desk`, `sign_in.out` and so on."""
    await queries.insert(
        officer_id=officer_id,
        operator=None,
        session_id=session_id,
        kind=KINDS[action],
        action=action,
        record_id=None,
        photo_id=None,
        address=address,
        detail=None,
    )


async def record_search(
    actor: Actor, action: str, terms: dict[str, Any], address: str | None
) -> None:
    """Record what an officer searched for, as typed. A list without any condition is no search.

    NUL is left out: PostgreSQL keeps none, and a search must not fail over being recorded.
    """
    words = {
        name: str(value).replace("\0", "")[:_LONGEST] for name, value in terms.items() if value
    }
    asked = {name: word for name, word in words.items() if word}
    if asked:
        await record(actor, action, None, address=address, detail=asked)

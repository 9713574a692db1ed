"""Drafts of papers of records: begun, saved, finalised, opened again, given up.

Each joins the caller's transaction and raises NotFound for a record or a paper that is not in sight.
"""

from functools import partial
from typing import Any
from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.canonical_json import sha256_hex
from backend.core.errors import NotFound
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.queries import record_papers as queries
from backend.documents.queries.record_papers import NamedPaper
from backend.documents.record_papers import owners, signers, telling
from backend.documents.record_papers.owners import Owned, Owner
from backend.documents.rules import record_papers as rules
from backend.ledger import service as ledger
from backend.ledger.opened import Opened
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.documents import record_papers as acts
from schemas.documents.record_papers import RecordPaperAct


async def record(
    kind: RecordKind,
    record_id: UUID,
    act: RecordPaperAct,
    content: Wire,
    actor: Actor,
    opened: Opened | None = None,
) -> ledger.Outcome:
    """Record an act about a paper, in the caller's transaction."""
    written = ledger.desk_act(kind, record_id, act, content, actor)
    return await ledger.record(written, actor, opened)


async def in_sight(kind: RecordKind, record_id: UUID, actor: Actor) -> tuple[Owner, Owned]:
    """Return a record and its owner, if this officer may see its papers. Raises NotFound."""
    owner = owners.of(kind)
    found = await owner.find(record_id, actor)
    if found is None:
        raise NotFound(what=str(kind))
    return owner, found


async def seen(document_id: UUID, actor: Actor) -> tuple[NamedPaper, Owner, Owned]:
    """Return a paper whose record this officer sees. Raises NotFound."""
    paper = await queries.named(document_id)
    if paper is None:
        raise NotFound(what="document")
    owner = owners.of(paper.record_kind)
    found = await owner.of_paper(paper.record_id, document_id, actor)
    if found is None:
        raise NotFound(what="document")
    return paper, owner, found


async def begin(
    kind: RecordKind, record_id: UUID, form: str, actor: Actor
) -> tuple[UUID, ledger.Outcome]:
    """Record the first draft of a paper, filled with what the record knows; returns its id and the outcome.

    Raises NotFound, also for a form that records of this kind do not have.
    """
    owner, owned = await in_sight(kind, record_id, actor)
    if form not in owner.forms:
        raise NotFound(what="form")
    known = await owner.prefill(owned, form, actor)
    fields = await _usual(owned, owner, form, actor) | known
    document_id = new_id()
    return document_id, await _save(owned, form, fields, actor, document_id)


async def draft(
    document_id: UUID, fields: dict[str, Any], actor: Actor, opened: str | None = None
) -> tuple[str, ledger.Outcome]:
    """Save the fields of a draft; returns the hash of what was saved and the outcome.

    Fields that the form takes from the record are taken from it again, whatever was sent. `opened`: the hash of the
    fields with which the form was opened; it is refused if somebody else saved meanwhile.
    """
    paper, owner, owned = await seen(document_id, actor)
    schema = documents.get_form(paper.form, forms.newest(paper.form))
    taken = rules.taken_from_record(schema)
    if taken:
        known = await owner.prefill(owned, paper.form, actor)
        kept = {name: fields[name] for name in fields if name not in taken}
        fields = kept | {name: known[name] for name in taken if name in known}
    made = sha256_hex(fields)
    base = None
    if opened is not None:
        base = Opened(mark=opened, made=made, now=partial(_fields_hash, document_id))
    return made, await _save(owned, paper.form, fields, actor, document_id, base)


async def _fields_hash(document_id: UUID) -> str:
    paper = await queries.named(document_id)
    return paper.fields_hash if paper else ""


async def _save(
    owned: Owned,
    form: str,
    fields: dict[str, Any],
    actor: Actor,
    document_id: UUID,
    opened: Opened | None = None,
) -> ledger.Outcome:
    content = acts.RecordPaperDrafted(
        document_id=document_id, form=form, form_version=forms.newest(form), fields=fields
    )
    return await record(owned.kind, owned.id, RecordPaperAct.DRAFTED, content, actor, opened)


async def _usual(owned: Owned, owner: Owner, form: str, actor: Actor) -> dict[str, Any]:
    """Return what every paper on this form begins with: its unit, its bases, who signs it."""
    schema = documents.get_form(form, forms.newest(form))
    asked = schema["properties"]
    signer = await signers.shown(owned, owner, form, actor, clock.today())
    found: dict[str, Any] = {}
    if "agency" in asked:
        found["agency"] = signer.unit_name
    if "signer" in asked:
        found["signer"] = {
            name: said
            for name, said in (
                ("name", signer.full_name),
                ("title", signer.office.title),
                ("delegation", signer.office.cited),
            )
            if said
        }
    if "legal_bases" in asked:
        found["legal_bases"] = documents.bases(schema, found)
    return found


async def finalise(
    document_id: UUID, fields_hash: str, actor: Actor, note: str = ""
) -> ledger.Outcome:
    """Fix the content that this hash names: it can be submitted, with this note, and signed from now on."""
    paper, owner, owned = await seen(document_id, actor)
    content = acts.RecordPaperFinalised(document_id=document_id, fields_hash=fields_hash, note=note)
    outcome = await record(owned.kind, owned.id, RecordPaperAct.FINALISED, content, actor)
    if isinstance(outcome, ledger.Accepted):
        await owner.on_changed(owned, paper.id, RecordPaperAct.FINALISED, actor)
    return outcome


async def reopen(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Make a finalised paper a draft again. A number that is kept for it stays kept."""
    paper, owner, owned = await seen(document_id, actor)
    content = acts.RecordPaperReopened(document_id=document_id, reason=reason)
    outcome = await record(owned.kind, owned.id, RecordPaperAct.REOPENED, content, actor)
    if isinstance(outcome, ledger.Accepted):
        await owner.on_changed(owned, paper.id, RecordPaperAct.REOPENED, actor)
    return outcome


async def discard(document_id: UUID, reason: str, actor: Actor) -> ledger.Outcome:
    """Give a paper up that is not in force; a number of it is void."""
    paper, owner, owned = await seen(document_id, actor)
    content = acts.RecordPaperDiscarded(document_id=document_id, reason=reason)
    outcome = await record(owned.kind, owned.id, RecordPaperAct.DISCARDED, content, actor)
    if isinstance(outcome, ledger.Accepted):
        await telling.given_up(paper, owned, reason, actor)
        await owner.on_changed(owned, paper.id, RecordPaperAct.DISCARDED, actor)
    return outcome

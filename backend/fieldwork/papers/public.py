"""What anybody may learn by its code of a paper that a phone numbered.

As with papers of cases, all of it comes from the acts of the paper's record after that was proven
(backend.ledger.proof), here the inspection's. A row may only take away: by a number that was
voided, or by being missing, which makes the code unknown.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import msgspec

from backend.core import local_time
from backend.documents import content_hash, public_checks
from backend.documents.rules import signing as signing_rules
from backend.documents.signing import seal
from backend.fieldwork.derived import told_papers
from backend.fieldwork.derived.told_papers import Happened, ToldFile, ToldPaper
from backend.fieldwork.papers import issued_on
from backend.fieldwork.queries import site_paper_codes as queries
from backend.force.numbers import service as numbering
from backend.ledger import clocks as ledger_clocks
from backend.ledger import reading as ledger_reading
from backend.ledger.canonical import Malformed, parse_act
from backend.ledger.rules.entries import WholeEntry
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument, PublicFile, PublicLink, PublicState

_REPLACED = Text(
    vi="Không còn hiệu lực: cuộc kiểm tra có biên bản khác thay thế",
    en="No longer in force: other minutes of the inspection took its place",
)
_SIGNED = Text(
    vi="Chữ ký số của người lập biên bản, trên tệp có chữ ký trên màn hình của những người có mặt.",
    en="A digital signature of the officer who made the paper, over the signatures drawn on screen by those present.",
)
_PARTY_FIELDS = ("violator", "subject")
_SIGNER_FIELDS = ("maker", "leader")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as the public may see it, with its id: a case may have adopted it."""

    document_id: UUID
    document: PublicDocument


async def has(code: str) -> bool:
    """Tell whether a paper of a phone has this code, so that no other paper gets it."""
    return await queries.find(code) is not None


async def find_public(code: str) -> Found | None:
    """Return what the public may know of the paper with this code; None if no paper here has it."""
    found = await queries.find(code)
    if found is None:
        return None
    rows = await ledger_reading.proven(found.inspection_id)
    history = None if rows is None else _history(rows)
    if rows is None or history is None or not _is_code_of(code, found.act_id, rows):
        return _unproven(code, found.act_id)
    if (stolen := await ledger_reading.rests_on_stolen(rows)) is not None:
        return _unproven(code, found.act_id, stolen)
    told = told_papers.tell(history, found.act_id)
    if told is None:
        return _unproven(code, found.act_id)
    hashes = {row.act_id: row.act_hash for row in rows}
    view = await _view(code, found.inspection_id, told, hashes)
    return Found(document_id=told.document_id, document=view)


def _unproven(code: str, act_id: UUID, why: Text | None = None) -> Found:
    return Found(document_id=act_id, document=public_checks.unproven(code, why))


def _is_code_of(code: str, act_id: UUID, rows: Iterable[WholeEntry]) -> bool:
    """Tell whether the code follows from this act: no row can give a paper another one's code."""
    return any(
        row.act_id == act_id and signing_rules.code_of_number(row.act_hash) == code for row in rows
    )


def _history(rows: Iterable[WholeEntry]) -> list[Happened] | None:
    """Return the acts of the record; None if one of them is none."""
    found = []
    for row in rows:
        parsed = parse_act(msgspec.json.decode(row.act))
        if isinstance(parsed, Malformed):
            return None
        found.append(
            Happened(
                act_id=row.act_id,
                type=row.act_type,
                content=parsed.content,
                officer_id=row.officer_id,
                told_at=ledger_clocks.told_at(parsed.act, row.received_at),
                held=row.quarantine is not None,
            )
        )
    return found


async def _view(
    code: str, inspection_id: UUID, told: ToldPaper, hashes: dict[UUID, bytes]
) -> PublicDocument:
    fields = told.text.fields
    state = _state(told, await numbering.is_void(told.document_id))
    unit = await queries.letterhead(inspection_id)
    agency = _text(fields.get("agency"))
    digest = content_hash.of(told.text.form, told.text.form_version, fields)
    files = [one for one in told.files if one.content_sha256 == digest]
    file = files[0] if files else None
    signer = _named(fields, _SIGNER_FIELDS)
    party = _named(fields, _PARTY_FIELDS) or _text(fields.get("facility_name"))
    return PublicDocument(
        code=code,
        state=state,
        state_text=_REPLACED if state == "replaced" else public_checks.STATES[state],
        form=told.text.form,
        form_name=public_checks.form_names(told.text.form, told.text.form_version),
        number=told.number,
        issued_on=issued_on.of_minutes(fields)
        if told.is_minutes
        else local_time.day_of(told.numbered_at),
        issuer_name=signer,
        issuer_title=_title(fields),
        issuer_unit=Text(vi=agency, en=agency) if agency else Text(vi=unit.vi, en=unit.en),
        issuer_superior=None if told.is_minutes else unit.superior,
        sha256=file.sha256 if file else None,
        size=file.size if file else None,
        signature_level=(file.level if file else None) or seal.LEVEL,
        signature_text=_said(file),
        signer_name=file.signer if file else None,
        party_name=signing_rules.masked(party or told.subject),
        replaced_by=told.replaced_by,
        cancelled_by=None,
        amended_by=[],
        links=_links(told, hashes),
        content_mark=content_hash.mark(digest),
        content_sha256=digest,
        files=[PublicFile(sha256=one.sha256, size=one.size, text=_said(one)) for one in files],
    )


def _said(file: ToldFile | None) -> Text:
    """Return what the signature of a file means."""
    if file is None or file.level is None:
        return seal.SAID
    level = public_checks.level_words(file.level) or Text(vi=file.level, en=file.level)
    return Text(vi=f"{_SIGNED.vi} {level.vi}.", en=f"{_SIGNED.en} {level.en}.")


def _links(told: ToldPaper, hashes: dict[UUID, bytes]) -> list[PublicLink]:
    if told.replaced_by is None or told.replaced_by_act is None:
        return []
    code = signing_rules.code_of_number(hashes[told.replaced_by_act])
    return [PublicLink(number=told.replaced_by, code=code)]


def _state(told: ToldPaper, number_void: bool) -> PublicState:
    if number_void:
        return "void"
    return "replaced" if told.replaced else "valid"


def _named(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        said = fields.get(name)
        if isinstance(said, dict) and (found := _text(said.get("name"))):
            return found
    return None


def _title(fields: dict[str, Any]) -> str | None:
    for name in _SIGNER_FIELDS:
        said = fields.get(name)
        if isinstance(said, dict) and said.get("name"):
            return _text(said.get("title"))
    return None


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None

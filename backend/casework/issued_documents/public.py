"""What anybody may learn of a paper by its code alone: its validity, and how to recognise the file.

All of it comes from the acts of the paper's case, after their record was proven
(backend.ledger.proof). An attacker in the application could rewrite the rows of the register, but
not the entries of the ledger, which the server signed. A row may only take away: by a number that
was voided. If the record cannot be proven, only this is said.

A code has 140 random bits, so only a holder of the paper knows it. An unknown code and a malformed
one get the same answer after the same look-up. Names of parties are masked. Look-ups are not
logged: that a citizen checks a fine is nobody's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.cases import events as case_events
from backend.casework.derived import folding
from backend.casework.issued_documents import changes, public_lookups
from backend.casework.issued_documents.changes import Changes
from backend.casework.queries import issued_documents as queries
from backend.casework.rules import by_hand
from backend.casework.rules.facts import Event, Facts
from backend.core import formats, local_time
from backend.core.errors import NotFound
from backend.documents import content_hash, public_checks
from backend.documents.record_papers import public as record_papers
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import public as decision_papers
from backend.fieldwork.papers import public as site_papers
from backend.force import restores
from backend.force.numbers import service as numbering
from backend.force.units import service as units
from backend.ledger import reading as ledger_reading
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts.dispatching import DocumentSealed
from schemas.casework.words import ByHand, DocumentState
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument, PublicState

_NO_CODE = "-"
"""Looked up instead of a text that cannot be a code, so that both do the same work."""

_OLDER_MARK = 16
"""Characters of the fields' hash on papers that were issued before they stated the content's."""
_PARTY_FIELDS = ("violator", "subject")
_SIGNER_FIELDS = ("signer", "maker", "leader", "proposer", "reporter", "chair")


class DocumentUnknown(NotFound):
    """No paper has this code, or it cannot be a code. The answer is the same."""

    code = "document_unknown"
    text_vi = "Không có văn bản nào mang mã này. Hãy kiểm tra lại từng ký tự trên văn bản."
    text_en = "No document has this code. Compare it with the paper, letter by letter."


_MOST_GAPS = 10
_AFTER_A_RESTORE = Text(
    vi="Trong sổ không có văn bản nào mang mã này. Hãy kiểm tra lại từng ký tự. Hệ thống đã phải khôi phục từ bản sao "
    "lưu: văn bản ban hành {spans} có thể chưa được ghi lại vào sổ. Nếu văn bản ghi ngày trong thời gian đó thì kết "
    "quả này không có nghĩa là văn bản không thật: hãy hỏi cơ quan ban hành.",
    en="The register has no document with this code. Compare it letter by letter. The system had to be restored from a "
    "backup: documents issued {spans} may not have been entered again. If the paper bears a date of that time, this "
    "answer does not mean that it is not genuine: ask the issuer.",
)


_TOO_LATE = Text(
    vi="Quyết định đã hết thời hiệu thi hành; tịch thu và biện pháp khắc phục hậu quả, nếu có, vẫn phải thi hành",
    en="The time to carry this decision out is over; goods are still confiscated and remedies carried out, if it "
    "orders any",
)
"""Law on Handling Administrative Violations Art 74.2."""

_ENTERED_AGAIN = Text(
    vi="Văn bản này ban hành ngày {day}, bị mất khi hệ thống khôi phục từ bản sao lưu, và được nhập lại vào sổ ngày "
    "{again} dưới đúng số và ngày cũ. Tệp đã giao trước đó có mã băm khác tệp nhập lại: khác nhau không có nghĩa là "
    "tệp đó không thật; hãy hỏi cơ quan ban hành.",
    en="This document was issued on {day}, lost when the system was restored from a backup, and entered again on "
    "{again} under the number and the day that it had. A file handed out before has another hash than the one "
    "entered again: that they differ does not mean that it is not genuine; ask the issuer.",
)


_UNCHANGED = Changes(None, None, [], [], False, None, False, [])


@dataclass
class Told:
    """A paper as the acts of its case tell it."""

    issue: case_side_acts.LaidOut
    unit_id: UUID
    party: str | None
    """The party that the paper names, or else the case's on the day of issue."""
    fields: dict[str, Any]
    state: DocumentState
    compared: bool = True
    """Signed digitally, or compared with its scan by a second person. False while that waits."""
    seal: DocumentSealed | None = None
    """The agency's digital seal on it."""
    changes: Changes = _UNCHANGED


async def find_public(typed: str, address: str) -> PublicDocument:
    """Return what the public may know of the paper with this code, however it was typed.

    Raises DocumentUnknown, signing's TooManyLookups.
    """
    await public_lookups.admit(address)
    return await look(signing.read_code(typed) or _NO_CODE)


async def look(code: str) -> PublicDocument:
    """Return the same for a code as stored. The caller counts the look-up. Raises DocumentUnknown."""
    case_id = await queries.case_of_code(code)
    on_site = await site_papers.find_public(code)
    if (
        on_site is not None
    ):  # before any other: its code follows from its act, another's may be typed
        return await _in_its_case(on_site)
    if case_id is None:
        ordered = await decision_papers.find(code) or await record_papers.find(code)
        if ordered is None:
            raise DocumentUnknown(text=await _unknown())
        return ordered
    rows = await ledger_reading.proven(case_id)
    if rows is None or any(row.quarantine is not None for row in rows):
        return public_checks.unproven(code)
    if (stolen := await ledger_reading.rests_on_stolen(rows)) is not None:
        return public_checks.unproven(code, stolen)
    told = tell((case_events.of_row(row) for row in rows), code)
    if told is None:
        raise DocumentUnknown(text=await _unknown())
    return await _view(told)


async def _unknown() -> Text | None:
    """Return the answer for an unknown code, if a restore lost something; else None.

    It says for which days the answer means nothing, because people hold papers of that time. It is
    the same for every code, so that nobody learns by guessing.
    """
    gaps = [one for one in await restores.restores() if one.lost_something]
    if not gaps:
        return None
    spans = [
        (local_time.day_of(one.held_until or one.declared_at), local_time.day_of(one.declared_at))
        for one in gaps[:_MOST_GAPS]
    ]
    vi = "; ".join(f"từ {formats.day(a)} đến {formats.day(b)}" for a, b in spans)
    en = "; ".join(f"from {formats.day(a)} to {formats.day(b)}" for a, b in spans)
    return Text(vi=_AFTER_A_RESTORE.vi.format(spans=vi), en=_AFTER_A_RESTORE.en.format(spans=en))


def tell(history: Iterable[Event], code: str) -> Told | None:
    """Return what the acts of a case say of the paper with this code; None if they issue none.

    Pure.
    """
    facts: Facts | None = None
    told: Told | None = None
    codes: dict[UUID, str] = {}
    for event in history:
        facts = folding.take(facts, event)
        content = event.content
        issues = isinstance(content, case_side_acts.LaidOut)
        if issues:
            codes[content.document_id] = content.code
        if issues and content.code == code and (told is None or _given_up(told, facts)):
            told = _issued(content, facts)
        if isinstance(content, DocumentSealed) and told is not None:
            told.seal = content if content.document_id == told.issue.document_id else told.seal
    if facts is not None and told is not None:
        paper = facts.papers[told.issue.document_id]
        if _given_up(told, facts):
            return None  # nothing is known of the paper that people hold
        if paper.state == DocumentState.PRINTED and not paper.sent_back:
            return None  # printed to be signed: nobody holds it yet
        told.compared = paper.hand not in (ByHand.PRINTED, ByHand.WAITS)
        told.state = paper.state
        told.changes = changes.of(paper, facts, codes)
    return told


async def _in_its_case(found: site_papers.Found) -> PublicDocument:
    """Return a paper from a phone with what the acts of the case that adopted it say since."""
    case_id = await queries.case_that_adopted(found.document_id)
    if case_id is None or found.document.state != "valid":
        return found.document
    rows = await ledger_reading.proven(case_id)
    if rows is None or any(row.quarantine is not None for row in rows):
        return public_checks.unproven(found.document.code)
    facts, codes = None, {}
    for row in rows:
        event = case_events.of_row(row)
        facts = folding.take(facts, event)
        if isinstance(event.content, case_side_acts.LaidOut):
            codes[event.content.document_id] = event.content.code
    paper = facts.papers.get(found.document_id) if facts else None
    if facts is None or paper is None or not paper.adopted:
        return found.document
    changed = changes.of(paper, facts, codes)
    state: PublicState = "cancelled" if paper.cancelled_by else "valid"
    state = "replaced" if paper.replaced_by and not paper.cancelled_by else state
    if state == "valid" and (changed.suspended or changed.lapsed):
        state = "suspended" if changed.suspended else "lapsed"
    return msgspec.structs.replace(
        found.document,
        state=state,
        state_text=_state_text(state, changed),
        cancelled_by=changed.cancelled_by,
        replaced_by=changed.replaced_by,
        amended_by=changed.amended_by,
        extended_by=changed.extended_by,
        suspended_by=changed.suspended_by,
        links=changed.links,
    )


def _given_up(told: Told, facts: Facts) -> bool:
    """Tell whether this was only a try to enter a lost paper again, given up since."""
    paper = facts.papers[told.issue.document_id]
    return paper.restored and paper.state == DocumentState.DISCARDED


def _issued(content: case_side_acts.LaidOut, facts: Facts) -> Told:
    return Told(
        issue=content,
        unit_id=facts.opening.unit_id,
        party=_party(facts.papers[content.document_id].fields, facts),
        fields=dict(facts.papers[content.document_id].fields),
        state=DocumentState.SIGNED,
    )


def _party(fields: dict[str, Any], facts: Facts) -> str | None:
    """Return the party of the paper as signed: readers must see if it is not the case's."""
    for name in _PARTY_FIELDS:
        if isinstance(named := fields.get(name), dict):
            return _text(named.get("name"))
    return facts.party.name if facts.party else None


def _state(told: Told, number_void: bool) -> PublicState:
    """Return the paper's state. What takes away goes first: nothing revives a cancelled paper."""
    if told.state == DocumentState.DISCARDED or number_void:
        return "void"
    if told.changes.cancelled_by or told.state == DocumentState.CANCELLED:
        return "cancelled"
    if told.changes.replaced_by or told.state == DocumentState.REPLACED:
        return "replaced"
    if told.state == DocumentState.PRINTED:
        return "sent_back"
    if told.changes.lapsed or told.changes.suspended:
        return "lapsed" if told.changes.lapsed else "suspended"
    return "valid" if told.compared else "awaiting_comparison"


def _state_text(state: PublicState, changed: Changes) -> Text:
    if state == "lapsed":
        return _TOO_LATE
    if state != "valid":
        return public_checks.STATES[state]
    return public_checks.in_force(bool(changed.amended_by), bool(changed.extended_by))


async def _view(told: Told) -> PublicDocument:
    issue = told.issue
    digest = content_hash.of(issue.form, issue.form_version, told.fields)
    state = _state(told, await numbering.is_void(issue.document_id))
    unit_name = await units.name_of(told.unit_id)
    signed = issue if isinstance(issue, case_side_acts.DocumentIssued) else None
    level = signed.signature_level if signed else by_hand.NO_SIGNATURE
    signer = signed.signer if signed else None
    unit = issue.issuer_unit or _text(told.fields.get("agency"))
    return PublicDocument(
        code=issue.code,
        state=state,
        state_text=_state_text(state, told.changes),
        form=issue.form,
        form_name=public_checks.form_names(issue.form, issue.form_version),
        number=issue.number,
        issued_on=issue.issued_on,
        issuer_name=issue.issuer_name or signer or _signer(told.fields),
        issuer_title=issue.issuer_title or None,
        issuer_unit=Text(vi=unit, en=unit) if unit else unit_name,
        issuer_superior=issue.issuer_superior,
        sha256=issue.sha256,
        size=issue.size,
        signature_level=level,
        signature_text=public_checks.level_words(level),
        signer_name=signer,
        party_name=signing.masked(told.party) if told.party else None,
        replaced_by=told.changes.replaced_by,
        cancelled_by=told.changes.cancelled_by,
        amended_by=told.changes.amended_by,
        extended_by=told.changes.extended_by,
        suspended_by=told.changes.suspended_by,
        links=told.changes.links,
        content_mark=content_hash.mark(digest)
        if issue.content_sha256
        else issue.fields_hash[:_OLDER_MARK],
        content_sha256=digest if issue.content_sha256 else None,
        sealed_sha256=told.seal.sha256 if told.seal else None,
        sealed_size=told.seal.size if told.seal else None,
        seal_name=told.seal.seal_name if told.seal else None,
        seal_text=public_checks.level_words(told.seal.signature_level) if told.seal else None,
        entered_again=_again(issue)
        if isinstance(issue, case_side_acts.DocumentPrinted) and issue.restored
        else None,
    )


def _again(issue: case_side_acts.DocumentPrinted) -> Text:
    days = {
        "day": formats.day(issue.issued_on),
        "again": formats.day(local_time.day_of(issue.issued_at)),
    }
    return Text(vi=_ENTERED_AGAIN.vi.format(**days), en=_ENTERED_AGAIN.en.format(**days))


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _signer(fields: dict[str, Any]) -> str | None:
    """Return the signer by hand, as the paper names them; the act's hash covers its content."""
    for name in _SIGNER_FIELDS:
        named = fields.get(name)
        if isinstance(named, dict) and (found := _text(named.get("name"))):
            return found
    return None

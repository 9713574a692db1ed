"""Turns rows into views for phones and desk. Called only with rows in scope."""

from uuid import UUID

import msgspec

from backend.approvals.reading import service as approvals
from backend.core import database, scope
from backend.core.actors import Actor
from backend.documents import content_hash
from backend.fieldwork.filing import service as filing
from backend.fieldwork.findings import service as findings
from backend.fieldwork.inspections import (
    clocks,
    decision_views,
    document_views,
    flow_views,
    relation_fold,
    site_file_views,
)
from backend.fieldwork.queries import captions as caption_queries
from backend.fieldwork.queries import filed as filed_queries
from backend.fieldwork.queries import hand_signed as hand_queries
from backend.fieldwork.queries import phones as custody_queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries import relations as relation_queries
from backend.fieldwork.queries.inspection_rows import (
    AnnouncedPhoto,
    FrozenRevision,
    MinutesText,
    QuarantinedEvidence,
    SeenInspection,
    SupervisorRuling,
)
from backend.fieldwork.rules import inspections as rules
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import ShownEntry
from schemas.approvals.words import SubmittedKind
from schemas.core.vocabulary import Role
from schemas.fieldwork import inspections as shown
from schemas.fieldwork.custody import Custody
from schemas.fieldwork.findings import FindingView
from schemas.fieldwork.inspections import QuarantineDecision
from schemas.fieldwork.minutes_views import WaitsFor
from schemas.fieldwork.words import InspectionState, Preview


async def units_in_scope(actor: Actor) -> list[shown.UnitChoice]:
    """Return the actor's unit and those below it. The caller checked that the actor may search."""
    return await read_queries.units_in_scope(actor)


def photo(
    record: AnnouncedPhoto,
    verdicts: dict[UUID, dict[str, str]],
    doubts: dict[UUID | None, list[FindingView]],
    captions: dict[UUID, list[shown.CaptionView]],
) -> shown.PhotoView:
    """Return the view of a photograph, with its custody.

    `verdicts` are keyed by act, `doubts` and `captions` by photograph.
    """
    return shown.PhotoView(
        photo_id=record.id,
        act_id=record.act_id,
        number=record.place_number,
        entry=record.number,
        sha256=record.sha256,
        size=record.size,
        media_type=record.media_type,
        way=record.way,
        caption=record.caption,
        place=record.place,
        officer_name=record.officer_name,
        made_at=record.made_at,
        received_at=record.received_at,
        stored=record.stored_at is not None,
        stored_at=record.stored_at,
        verified_at=record.verified_at,
        custody_fault=record.custody_fault,
        decodable=None if record.preview is Preview.PENDING else record.preview is Preview.READY,
        preview=record.preview,
        phone_thumbnail=record.phone_thumbnail,
        preview_reason=record.preview_reason,
        detected_type=record.detected_type,
        width=record.width,
        height=record.height,
        addendum=record.addendum,
        withdrawn=record.withdrawn_reason,
        quarantine=record.quarantine,
        verdicts=verdicts.get(record.act_id, {}) | {"bytes": _bytes_verdict(record)},
        findings=doubts.get(record.id, []),
        captions=captions.get(record.id, []),
    )


async def captions_of(inspection_id: UUID) -> dict[UUID, list[shown.CaptionView]]:
    """Return the captions given after the shot, by photograph, in order."""
    found: dict[UUID, list[shown.CaptionView]] = {}
    for item in await caption_queries.captions(inspection_id):
        fields = {name: getattr(item, name) for name in shown.CaptionView.__struct_fields__}
        found.setdefault(item.photo_id, []).append(shown.CaptionView(**fields))
    return found


def _bytes_verdict(record: AnnouncedPhoto) -> str:
    """Sum up the state of the original's bytes in one word.

    A later version over the original, or a missing object lock, is no doubt about its bytes.
    """
    if record.custody_fault in ("differs", "missing"):
        return "differs"
    if record.verified_at is not None:
        return "verified"
    return "pending" if record.stored_at is None else "ok"


async def custody(record: SeenInspection) -> Custody:
    """Tell whether all bytes are stored, and name the missing photographs.

    A document whose bytes are missing is named among the documents. Queries only if something is
    missing.
    """
    if not record.missing_count:
        return Custody(state="complete", missing=[])
    missing = await custody_queries.missing_photos(record.id)
    lacks = bool(missing) or await filed_queries.lacks_bytes(record.id)
    return Custody(state="received" if lacks else "complete", missing=missing)


def _submission(record: FrozenRevision) -> shown.SubmissionView:
    content = record.content
    return shown.SubmissionView(
        id=record.act_id,
        revision_number=record.revision_number,
        revision=record.revision,
        minutes=content.minutes,
        photos=content.photos,
        signatures=content.signatures,
        places=content.places,
        answers=content.answers or [],
        officer_name=record.officer_name,
        made_at=record.made_at,
        received_at=record.received_at,
    )


def _ruling(record: SupervisorRuling) -> shown.RulingView:
    return shown.RulingView(
        id=record.act_id,
        kind=record.kind,
        revision=record.revision,
        officer_id=record.officer_id,
        officer_name=record.officer_name,
        comments=record.comments,
        reason=record.reason,
        at=record.at,
        void_since=record.void_since,
    )


def _decisions(
    record: QuarantinedEvidence, minutes_flow: int, allowed: shown.Permitted, actor: Actor
) -> list[QuarantineDecision]:
    """Return what this reader may decide on a held act, by the same rules as `ledger.record`."""
    if record.decided or not allowed.admit or record.officer_id == actor.officer_id:
        return []
    if record.code in rules.NEVER_ADMITTED:
        return ["dismiss"]
    # Minutes beside final ones are not decided on here: they are set aside, with a reason.
    return [] if rules.never_admitted(record.code, minutes_flow) else ["admit", "dismiss"]


def _quarantined(
    record: QuarantinedEvidence,
    inspection: SeenInspection,
    allowed: shown.Permitted,
    actor: Actor,
) -> shown.QuarantinedView:
    return shown.QuarantinedView(
        act_id=record.act_id,
        act_type=record.act_type,
        code=record.code,
        officer_name=record.officer_name,
        content=msgspec.json.decode(record.act)["content"],
        received_at=record.received_at,
        decided=record.decided,
        decided_by_name=record.decided_by_name,
        decided_at=record.decided_at,
        reason=record.reason,
        decisions=_decisions(record, inspection.minutes_flow, allowed, actor),
    )


def act(entry: ShownEntry) -> shown.ActView:
    """One entry of the ledger."""
    return shown.ActView(
        number=entry.number,
        id=entry.act_id,
        type=entry.act_type,
        made_at=entry.made_at,
        received_at=entry.received_at,
        officer=entry.officer_name or "",
        officer_id=entry.officer_id,
        act_hash=entry.act_hash.hex(),
        entry_hash=entry.entry_hash.hex(),
        quarantine=entry.quarantine,
        verdicts=msgspec.json.decode(entry.verdicts),
        clock=clocks.told(entry),
    )


def permitted(
    record: SeenInspection, team: list[UUID], actor: Actor, withdrawn: bool
) -> shown.Permitted:
    """Return what this reader may do now, by the same rules as `ledger.record` (the one door)."""
    heads = actor.has(Role.SUPERVISOR) and scope.covers(actor, record.path)
    supervises = actor.face == "desk" and heads
    own = rules.own_work(actor.officer_id, team, record.submitted_by)
    older = record.minutes_flow == 1
    rule = supervises and not own and older and record.state == InspectionState.SUBMITTED
    newer = flow_views.allowed(record, team, actor)
    return shown.Permitted(
        rule=rule,
        approve=rule and record.missing_count == 0 and not withdrawn,
        admit=supervises and not own,
        weigh=supervises and not own,
        **msgspec.structs.asdict(newer),
    )


def _minutes(row: MinutesText) -> shown.MinutesView:
    digest = content_hash.of(row.form, row.form_version, row.fields)
    return shown.MinutesView(
        **msgspec.structs.asdict(row),
        content_sha256=digest,
        content_mark=content_hash.mark_on_site(digest, row.code),
    )


async def _signatures(record: SeenInspection) -> list[shown.SignatureView]:
    return [
        shown.SignatureView(
            id=item.act_id,
            minutes=item.minutes_id,
            in_force=item.minutes_id == record.minutes_id,
            role=item.role,
            name=item.name,
            drawing=item.drawing,
            refusal=item.refusal,
            officer_name=item.officer_name,
            made_at=item.made_at,
        )
        for item in await read_queries.signatures(record.id)
    ]


async def whole(record: SeenInspection, actor: Actor) -> shown.InspectionView:
    """Assemble an inspection from its row."""
    inspection_id = record.id
    async with database.at_once() as ask:
        of_team = ask(read_queries.team(inspection_id))
        of_minutes = ask(read_queries.all_minutes(inspection_id))
        of_rulings = ask(read_queries.rulings(inspection_id))
        of_submissions = ask(read_queries.submissions(inspection_id))
        of_acts = ask(ledger_reading.timeline(inspection_id))
        of_findings = ask(findings.of_inspection(inspection_id, actor))
        of_captions = ask(captions_of(inspection_id))
        of_photos = ask(read_queries.photos(inspection_id))
        of_signatures = ask(_signatures(record))
        of_held = ask(read_queries.quarantined(inspection_id))
        of_flow = ask(flow_views.read(record))
        of_story = ask(decision_views.of_inspection(inspection_id))
        of_custody = ask(custody(record))
        of_places = ask(read_queries.places(inspection_id))
        of_documents = ask(document_views.of_inspection(inspection_id))
        of_filed = ask(filing.of_inspection(inspection_id))
        of_files = ask(site_file_views.of_inspection(inspection_id))
        of_hand = ask(hand_queries.of_inspection(inspection_id))
        of_waits = ask(_waits_for(record))
        of_relations = ask(relation_queries.of(inspection_id))
    team = of_team.result()
    minutes = [_minutes(row) for row in of_minutes.result()]
    said = of_rulings.result()
    rulings = [_ruling(item) for item in said if item.kind not in flow_views.OF_FLOW]
    submissions = [_submission(item) for item in of_submissions.result()]
    entries = [act(item) for item in of_acts.result()]
    verdicts = {entry.id: entry.verdicts for entry in entries}
    doubts = of_findings.result()
    by_photo: dict[UUID | None, list[FindingView]] = {}
    for doubt in doubts:
        by_photo.setdefault(doubt.photo_id, []).append(doubt)
    captions = of_captions.result()
    photos = [photo(item, verdicts, by_photo, captions) for item in of_photos.result()]
    frozen = set(submissions[-1].photos) if submissions else set()
    # Compare with the hashes in force, not with those withdrawn: bytes may have been taken twice.
    stand = {item.sha256 for item in photos if item.withdrawn is None and item.quarantine is None}
    withdrawn = not frozen <= stand
    allowed = permitted(record, [item.officer_id for item in team], actor, withdrawn)
    returned = [item for item in rulings if item.kind == "returned"]
    open_return = record.state in (InspectionState.RETURNED, InspectionState.REVISING) and returned
    signatures = of_signatures.result()
    held = [_quarantined(item, record, allowed, actor) for item in of_held.result()]
    newer = flow_views.of(record, of_flow.result(), said, minutes, signatures, held)
    story = of_story.result()
    return shown.InspectionView(
        id=inspection_id,
        state=record.state,
        unit_id=record.unit_id,
        unit_name_vi=record.unit_name_vi,
        unit_name_en=record.unit_name_en,
        decision=record.decision,
        issued_at=record.issued_at,
        opened_at=record.opened_at,
        announced_at=record.announced_at,
        submitted_at=record.submitted_at,
        submitted_by_name=record.submitted_by_name,
        discarded=flow_views.ended(record),
        updated_at=record.updated_at,
        team=team,
        minutes=next((item for item in minutes if item.id == record.minutes_id), None),
        all_minutes=minutes,
        photos=photos,
        missing_count=record.missing_count,
        custody=of_custody.result(),
        signatures=signatures,
        places=[
            shown.PlaceView(
                id=item.act_id,
                place=item.place,
                officer_name=item.officer_name,
                made_at=item.made_at,
            )
            for item in of_places.result()
        ],
        documents=of_documents.result(),
        filed=of_filed.result(),
        comments=returned[-1].comments if open_return else newer.comments,
        revision=record.revision,
        submissions=submissions,
        approvals=rulings,
        quarantined=held,
        acts=entries,
        findings=doubts,
        permitted=allowed,
        minutes_flow=record.minutes_flow,
        minutes_owner=record.minutes_owner or record.leader_id,
        drafts=newer.drafts,
        file=newer.file,
        beside=newer.beside,
        discard_asked=flow_views.asked(record),
        paper_files=of_files.result(),
        hand_signed=of_hand.result(),
        decision_papers=story.papers,
        decision_changes=story.changes,
        waits_for=of_waits.result(),
        relations=relation_fold.shown(of_relations.result()),
    )


_OF_INSPECTIONS = frozenset({SubmittedKind.MINUTES_DRAFT, SubmittedKind.FILE})


async def _waits_for(record: SeenInspection) -> WaitsFor | None:
    """Return whom the draft or the file waits for; asked only while one of them may wait."""
    if record.draft_since is None and record.file_status in (None, *_SETTLED):
        return None
    found = await approvals.waits_now(record.id, _OF_INSPECTIONS)
    return WaitsFor(**msgspec.structs.asdict(found)) if found else None


_SETTLED = ("not_needed", "agreed", "taken_over")

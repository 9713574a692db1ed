"""Views of the newer flow: drafts, the file and minutes beside. Called only with rows in scope."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

import msgspec

from backend.core import database, scope
from backend.core.actors import Actor
from backend.fieldwork.derived import states
from backend.fieldwork.queries import flow as flow_queries
from backend.fieldwork.queries import flow_shown as shown_queries
from backend.fieldwork.queries.flow_shown import ProposedDraft, SetAside, Supplement
from backend.fieldwork.queries.inspection_rows import SeenInspection, SupervisorRuling
from backend.fieldwork.rules import flow
from backend.fieldwork.rules import inspections as rules
from schemas.core.vocabulary import Role
from schemas.fieldwork import minutes_views as shown
from schemas.fieldwork.inspections import DiscardedView, MinutesView, QuarantinedView, SignatureView
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.remarks import Comment
from schemas.fieldwork.words import InspectionState

_Said = TypeVar("_Said", shown.AskedView, DiscardedView)
_DRAFT = ("draft_approved", "draft_returned")
OF_FLOW = states.FILE_RULINGS.union(_DRAFT)
"""Rulings that are left out of the older list: phones with the previous version of the app do not
know these kinds."""


class Flowing(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of an inspection's view that only the newer flow has."""

    drafts: list[shown.DraftView]
    file: shown.FileView | None
    beside: list[shown.BesideView]
    comments: list[Comment]


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of the newer flow alone."""

    drafts: list[ProposedDraft] = []
    addenda: list[UUID] = []
    answers: list[UUID] = []
    supplements: list[Supplement] = []
    open_ask: UUID | None = None
    aside: list[SetAside] = []


async def read(record: SeenInspection) -> Read:
    """Read them, all at once; nothing for an inspection that was begun before."""
    if record.minutes_flow != FLOW:
        return Read()
    filed = record.file_status is not None and record.revision is not None
    ended = record.state == InspectionState.APPROVED
    async with database.at_once() as ask:
        drafts = ask(shown_queries.drafts(record.id))
        aside = ask(shown_queries.set_aside(record.id))
        joined = ask(flow_queries.of_the_file(record.id, states.JOINS_THE_FILE)) if filed else None
        supplements = ask(shown_queries.supplements(record.id)) if filed else None
        open_ask = ask(flow_queries.open_ask(record.id)) if filed and not ended else None
    addenda, answers = joined.result() if joined else ([], [])
    return Read(
        drafts=drafts.result(),
        addenda=addenda,
        answers=answers,
        supplements=supplements.result() if supplements else [],
        open_ask=open_ask.result() if open_ask else None,
        aside=aside.result(),
    )


def of(
    record: SeenInspection,
    read: Read,
    rulings: list[SupervisorRuling],
    minutes: list[MinutesView],
    signatures: list[SignatureView],
    held: list[QuarantinedView],
) -> Flowing:
    """Assemble the parts from the inspection's row and from what its view has already read."""
    if record.minutes_flow != FLOW:
        return Flowing(drafts=[], file=None, beside=[], comments=[])
    drafts = _drafts(record, read.drafts, rulings, signatures)
    file = _file(record, read, rulings)
    return Flowing(
        drafts=drafts,
        file=file,
        beside=_beside(record, read.aside, minutes, signatures, held),
        comments=_comments(record, drafts, file),
    )


def _drafts(
    record: SeenInspection,
    rows: list[ProposedDraft],
    rulings: list[SupervisorRuling],
    signatures: list[SignatureView],
) -> list[shown.DraftView]:
    answers = [row for row in rulings if row.kind in _DRAFT]
    found = []
    for row in rows:
        answer = next((one for one in answers if one.act_id == row.answer_id), None)
        signed = any(one.minutes == row.minutes_id for one in signatures)
        waits = (
            row is rows[-1]
            and answer is None
            and not signed
            and record.minutes_id == row.minutes_id
            and record.draft_since is not None
        )
        found.append(
            shown.DraftView(
                id=row.act_id,
                minutes=row.minutes_id,
                photos=row.photos,
                draft=row.draft,
                officer_name=row.officer_name,
                made_at=row.made_at,
                received_at=row.received_at,
                noted=row.noted,
                answer=None if answer is None else _answer(answer),
                answers=row.answers or [],
                waits=waits,
            )
        )
    return found


def _answer(row: SupervisorRuling) -> shown.DraftAnswerView:
    return shown.DraftAnswerView(
        id=row.act_id,
        kind=row.kind,  # type: ignore[arg-type]  # one of _DRAFT
        officer_name=row.officer_name,
        comments=row.comments,
        at=row.at,
        noted=row.noted,
    )


def _file(
    record: SeenInspection, read: Read, rulings: list[SupervisorRuling]
) -> shown.FileView | None:
    if record.file_status is None or record.revision is None:
        return None
    said = [
        shown.FileRulingView(
            id=row.act_id,
            kind=row.kind,  # type: ignore[arg-type]  # one of states.FILE_RULINGS
            file=row.revision,
            officer_id=row.officer_id,
            officer_name=row.officer_name,
            points=row.comments,
            reason=row.reason,
            at=row.at,
        )
        for row in rulings
        if row.kind in states.FILE_RULINGS
    ]
    return shown.FileView(
        status=record.file_status,
        file=flow.file_hash(record.revision, read.addenda, read.answers),
        addenda=read.addenda,
        supplements=[_supplement(row) for row in read.supplements],
        rulings=said,
        open_ask=read.open_ask,
    )


def _supplement(row: Supplement) -> shown.SupplementView:
    return shown.SupplementView(
        id=row.act_id,
        asked=row.asked,
        answers=row.content.answers,
        photos=row.content.photos,
        documents=row.content.documents,
        officer_name=row.officer_name,
        made_at=row.made_at,
        received_at=row.received_at,
    )


def _beside(
    record: SeenInspection,
    set_aside: list[SetAside],
    minutes: list[MinutesView],
    signatures: list[SignatureView],
    held: list[QuarantinedView],
) -> list[shown.BesideView]:
    """Return minutes that were held, and minutes that the submission passes over.

    The latter are another writer's that were signed, and later ones of the same writer. Minutes
    that their own writer replaced are left out, so that the order in which phones sent does not
    matter.
    """
    aside = {row.minutes_id: row for row in set_aside}
    codes = {one.act_id: one.code for one in held if one.decided != "admitted"}
    named = next((one for one in minutes if one.id == record.minutes_id), None)
    found = []
    for one in minutes:
        signers = [sign.name for sign in signatures if sign.minutes == one.id]
        if one is named or not (
            one.id in codes or (record.revision and _passed_over(one, named, signers))
        ):
            continue
        said = aside.get(one.id)
        found.append(
            shown.BesideView(
                minutes=one.id,
                officer_id=one.officer_id,
                officer_name=one.officer_name,
                made_at=one.made_at,
                received_at=one.received_at,
                code=codes.get(one.id),
                signers=signers,
                set_aside=said.reason if said else None,
                set_aside_by=said.officer_name if said else None,
            )
        )
    return found


def _passed_over(one: MinutesView, named: MinutesView | None, signers: list[str]) -> bool:
    if named is None:
        return False
    same_hand = one.officer_id == named.officer_id
    return one.number > named.number if same_hand else bool(signers)


def _comments(
    record: SeenInspection, drafts: list[shown.DraftView], file: shown.FileView | None
) -> list[Comment]:
    """Return what the team still has to deal with.

    After the submission these are the points of the open request for a supplement. Before it, they
    are the remarks on the last draft that was answered.
    """
    if file is not None:
        return next((one.points for one in file.rulings if one.id == file.open_ask), [])
    ruled = [(at, one.answer) for at, one in enumerate(drafts) if one.answer]
    at, last = ruled[-1] if ruled else (0, None)
    if last is None or last.noted or record.revision is not None:
        return []
    # A remark that the next draft leaves unanswered stays open. A later draft or the submission may
    # answer it.
    said = {
        answer.comment
        for one in drafts[at + 1 :]
        for answer in one.answers
        if answer.returned == last.id
    }
    return [comment for place, comment in enumerate(last.comments) if place not in said]


class Allowed(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader may do in the newer flow."""

    draft: bool = False
    file: bool = False
    agree: bool = False
    withdraw: bool = False
    set_aside: bool = False


def allowed(record: SeenInspection, team: list[UUID], actor: Actor) -> Allowed:
    """Return what the reader may do, by the same rules as `ledger.record` (the one door)."""
    if record.minutes_flow != FLOW:
        return Allowed()
    heads = actor.has(Role.SUPERVISOR) and scope.covers(actor, record.path)
    own = rules.own_work(actor.officer_id, team, record.submitted_by)
    rule = heads and not own
    issued = actor.officer_id == record.issued_by
    file = rule and actor.face == "desk" and record.state is InspectionState.SUBMITTED
    begun = record.state not in (InspectionState.DECIDED, InspectionState.OPENED)
    leads = actor.officer_id in (record.leader_id, record.minutes_owner)
    return Allowed(
        draft=rule and record.draft_since is not None,
        file=file,
        agree=file and record.missing_count == 0,
        withdraw=actor.face == "desk" and not begun and (rule or (heads and issued)),
        set_aside=(rule and actor.face == "desk") or leads,
    )


def asked(record: SeenInspection) -> shown.AskedView | None:
    """Return the team's open request not to carry out the inspection, or None."""
    return _given_up(shown.AskedView, record) if record.minutes_flow == FLOW else None


def ended(record: SeenInspection) -> DiscardedView | None:
    """Return who ended the visit without minutes, or None.

    In the older flow the team discarded it; in the newer one a supervisor withdrew the decision.
    """
    if record.minutes_flow != FLOW:
        return _given_up(DiscardedView, record)
    return _said(
        DiscardedView,
        record.withdrawn_at,
        record.withdrawn_by,
        record.withdrawn_by_name,
        record.withdrawn_reason,
    )


def _given_up(kind: type[_Said], record: SeenInspection) -> _Said | None:
    return _said(
        kind,
        record.discarded_at,
        record.discarded_by,
        record.discarded_by_name,
        record.discard_reason,
    )


def _said(
    kind: type[_Said],
    at: datetime | None,
    officer_id: UUID | None,
    officer_name: str | None,
    reason: str | None,
) -> _Said | None:
    """Return who said so, when and why; None if nobody did. The columns are set together."""
    if at is None or officer_id is None or officer_name is None or reason is None:
        return None
    return kind(at=at, officer_id=officer_id, officer_name=officer_name, reason=reason)

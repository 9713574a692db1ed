"""How what is submitted of an inspection looks: a draft of minutes, a file, a decision's paper."""

from datetime import datetime, timedelta
from uuid import UUID

from backend.approvals.submissions.subjects import Asks, Look
from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.core.database import at_once
from backend.core.local_time import day_of
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.queries import heads
from backend.fieldwork.derived import states
from backend.fieldwork.inspections import issue
from backend.fieldwork.queries import approving as queries
from backend.fieldwork.queries import decision_changes as change_queries
from backend.fieldwork.queries import decision_papers as paper_queries
from backend.fieldwork.queries import drafts as draft_queries
from backend.fieldwork.queries import flow as flow_queries
from backend.fieldwork.queries import proposals as proposal_queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries import teams
from backend.fieldwork.queries.approving import SubmittedFile, SubmittedInspection
from backend.fieldwork.queries.decision_papers import NamedPaper
from backend.fieldwork.queries.proposals import ShownProposal
from backend.fieldwork.rules import approving as rules
from backend.fieldwork.rules import decisions as decision_rules
from backend.fieldwork.rules import desk_papers, flow
from backend.fieldwork.texts import approving as texts
from backend.force.notices import service as notices
from backend.law.deadlines import service as deadlines
from backend.law.rules.counting import add_working_days, end_of
from backend.ledger import service as ledger
from schemas.approvals.submissions import Submitted, Term
from schemas.approvals.words import StepKind, SubmittedKind
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role
from schemas.fieldwork.words import PaperState

TO_ISSUER, TO_ISSUER_RULE = timedelta(hours=24), "D03"
"""The file reaches the issuer within 24 hours of the end of the inspection (Circular 27/2020 Art 19.2)."""
ON_SITE_RULE = "D02"
"""The time on site is extended before it is over (Ordinance 11/2016 Art 22)."""
ON_SITE = Term(hours=1)
"""For a draft of minutes: no law limits it, and the team waits in the shop (practice B1)."""
_OPEN = (PaperState.DRAFT, PaperState.PRINTED)
_NOT_OF_DRAFTS = frozenset({"supplement", "refuse", "withdraw", "reopen"})
"""A draft is returned; a supplement is asked for once the minutes are signed."""
_NOT_OF_FILES = frozenset({"return", "refuse", "withdraw", "reopen"})
"""Signed minutes are not returned, nor a file refused; the team sends both from a phone."""


def draft_of(inspection_id: UUID, proposal: UUID) -> Submitted:
    """Return a draft of minutes as a subject: the act that proposed it."""
    return _subject(SubmittedKind.MINUTES_DRAFT, inspection_id, proposal)


def file_of(inspection_id: UUID) -> Submitted:
    """Return the file of an inspection as a subject."""
    return _subject(SubmittedKind.FILE, inspection_id, None)


def decision_of(inspection_id: UUID, document_id: UUID) -> Submitted:
    """Return the paper of a decision, or of one that changes it, as a subject."""
    return _subject(SubmittedKind.INSPECTION_DECISION, inspection_id, document_id)


def _subject(kind: SubmittedKind, record_id: UUID, item_id: UUID | None) -> Submitted:
    return Submitted(
        kind=kind, record_kind=RecordKind.INSPECTION, record_id=record_id, item_id=item_id
    )


async def lock(record_id: UUID) -> None:
    """Lock an inspection as its acts do: its row, or its id while there is only a decision's draft."""
    if not await queries.lock(record_id):
        await ledger.lock_without_row(record_id)


async def look(subject: Submitted, actor: Actor) -> Look | None:
    """Return the subject as it is now, or None; see backend.approvals.submissions.subjects."""
    if subject.kind is SubmittedKind.INSPECTION_DECISION:
        return await _decision(subject, actor)
    if subject.kind is SubmittedKind.MINUTES_DRAFT:
        found = await queries.find(subject.record_id)
        return await _draft(subject, found) if found else None
    if subject.kind is SubmittedKind.FILE:
        file = await queries.find_file(subject.record_id)
        return await _file(file) if file else None
    return None


async def _draft(subject: Submitted, found: SubmittedInspection) -> Look | None:
    """Return a draft while it is the last one; the team waits for its answer on site."""
    if subject.item_id is None:
        return None
    async with at_once() as ask:
        newest, team = ask(flow_queries.last_draft(found.id)), ask(teams.officers(found.id))
        asks = ask(_asks_for_draft(found, subject.item_id))
    last = newest.result()
    if last is None or last.act_id != subject.item_id:
        return None
    return Look(
        path=found.path,
        title=texts.draft_title(found.subject_name, found.decision_number),
        shown=last.draft,
        material=rules.draft_material(last.minutes_id),
        drafters=team.result(),
        ready=found.draft_since is not None,
        decides=StepKind.APPROVE,
        term=ON_SITE,
        asks=asks.result(),
        tells_answer=True,
        never=_NOT_OF_DRAFTS,
    )


async def _asks_for_draft(found: SubmittedInspection, proposal: UUID) -> Asks:
    words = await draft_queries.words_of_proposal(found.id, proposal)
    return Asks(kind="draft", record_id=found.id, key="draft.asked", words=words)


async def _file(found: SubmittedFile) -> Look | None:
    """Return the file. Its whole team, and who submitted it, answer no step of it.

    Its limit is for what is asked before the issuer has it: for the ruling no law sets a time.
    """
    if found.revision is None or found.minutes_id is None or found.file_status is None:
        return None
    async with at_once() as ask:
        joined = ask(flow_queries.of_the_file(found.id, states.JOINS_THE_FILE))
        papers = ask(queries.papers(found.id))
    addenda, answers = joined.result()
    limit = _limit(found.ended_at)
    return Look(
        path=found.path,
        title=texts.file_title(found.subject_name, found.decision_number),
        shown=flow.file_hash(found.revision, addenda, answers),
        material=rules.file_material(
            found.fields,
            [(one.document_id, one.form, one.fields) for one in papers.result()],
        ),
        drafters=[*found.team, found.submitted_by] if found.submitted_by else found.team,
        ready=found.file_status != "not_needed",
        decides=StepKind.AGREE,
        due_at=limit,
        due_rule=TO_ISSUER_RULE if limit else None,
        signer_up=_issuer_up(found),
        asks=_asks_for_file(found, answered=bool(answers)),
        tells_answer=True,
        never=_NOT_OF_FILES,
    )


def _asks_for_file(found: SubmittedFile, *, answered: bool) -> Asks:
    key = "inspection.answered" if answered else "inspection.file_waits"
    words: dict[str, str | Text] = {
        "subject": found.subject_name,
        "number": found.decision_number,
        "officer": found.asker,
    }
    return Asks(kind="inspection", record_id=found.id, key=key, words=words)


def _issuer_up(found: SubmittedFile) -> int:
    """Return how many levels above the inspection's unit its decision was issued.

    The file goes to the issuer (Circular 27/2020 Art 19.2), or to who heads that unit by then.
    """
    return max(0, found.path.level - found.issuer_level)


def _limit(ended: datetime | None) -> datetime | None:
    """Return until when the file must reach the issuer; None once that time is over."""
    limit = ended + TO_ISSUER if ended else None
    return limit if limit and limit > clock.now() else None


async def _on_site_until(inspection_id: UUID) -> datetime | None:
    """Return until when the team may be on site, as the case's clock D02 says it; None before the announcement."""
    announced_at = await queries.announced_at(inspection_id)
    if announced_at is None:
        return None
    now_is = await change_queries.decision(inspection_id)
    began_on = max(day_of(announced_at), now_is.issued_on)
    days = max(decision_rules.NORMAL_DAYS, now_is.duration_days)
    return end_of(add_working_days(began_on, days, deadlines.calendar()))


async def _decision(subject: Submitted, actor: Actor) -> Look | None:
    """Return a decision's paper, which is ready until it is in force; None once it was given up.

    What a signer must mend is no hindrance.
    """
    paper = await paper_queries.named(subject.item_id) if subject.item_id else None
    if paper is None or paper.inspection_id != subject.record_id:
        return None
    if paper.state is PaperState.DISCARDED:
        return None
    title = documents.get_form(paper.form, forms.newest(paper.form))["x-title"]
    extends = paper.form == desk_papers.EXTENDS
    async with at_once() as ask:
        writing = ask(queries.drafters(paper.inspection_id, paper.id))
        proposing = ask(proposal_queries.shown(paper.id))
        until = ask(_on_site_until(paper.inspection_id)) if extends else None
        signer_up, issued_up = ask(_signer_up(paper.path)), ask(_issued_up(paper))
    drafters, proposal = writing.result(), proposing.result()
    limit = until.result() if until else None
    named = Text(vi=title["vi"], en=title["en"])
    return Look(
        path=paper.path,
        title=texts.decision_title(paper.subject_name)
        if paper.form == desk_papers.DECISION
        else Text(
            vi=f"{title['vi']}: {paper.subject_name}", en=f"{title['en']}: {paper.subject_name}"
        ),
        shown=rules.decision_shown(paper.form, paper.form_version, paper.fields),
        material=rules.decision_material(paper.form, paper.fields),
        form=paper.form,
        form_version=paper.form_version,
        due_at=limit,
        due_rule=ON_SITE_RULE if limit else None,
        drafters=drafters or [paper.drafted_by],
        ready=paper.state in _OPEN,
        works_on=desk_papers.may_edit(paper, actor),
        signer_up=max(signer_up.result(), issued_up.result()),
        asks=_asks_to_sign(paper, named, proposal),
        tells_answer=proposal is not None or paper.state is not PaperState.DRAFT,
    )


_SAID = 300
"""The most letters of a reason in a notice; all of it is with the proposal."""


def _asks_to_sign(paper: NamedPaper, title: Text, proposal: ShownProposal | None) -> Asks:
    words: dict[str, str | Text] = {
        "form": title,
        "subject": paper.subject_name,
        "by": paper.drafted_by_name,
    }
    key = "decision.waits"
    if proposal is not None:
        key, proposed = notices.TO_SIGN, proposal.proposed
        words = {
            "officer": proposal.proposed_by_name,
            "subject": proposed.subject.name,
            "place": proposed.place,
            "reason": proposed.reason[:_SAID],
        }
    return Asks(kind="decision", record_id=paper.id, key=key, words=words)


async def _issued_up(paper: NamedPaper) -> int:
    """Return how many levels above the paper's unit the decision was issued that it changes; 0 for another paper."""
    if paper.change is None:
        return 0
    issuer = await read_queries.issuer(await change_queries.issued_by(paper.inspection_id))
    return max(0, paper.path.level - issuer.path.level)


async def _signer_up(path: UnitPath) -> int:
    """Return how many levels above the unit the nearest head is who may issue decisions today.

    0 if nobody may: then the head of the unit sees why.
    """
    day = clock.today()
    units = [one for one in path.as_tuple() if one is not None]
    for up, unit_id in enumerate(reversed(units)):
        for head in await heads.on_duty([unit_id], [Role.SUPERVISOR]):
            _, office = await issue.in_office(head, day)
            if office.fault is None:
                return up
    return 0

"""Notices about papers of decisions: to the head, to the team, to the drafter.

Each joins the transaction of the act that it tells of. What a notice asks for is done elsewhere:
phones learn of a decision by their sync.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from backend.core import formats
from backend.core.actors import Actor
from backend.documents import forms
from backend.documents import service as documents
from backend.documents.desk_papers import telling
from backend.fieldwork.queries import decision_changes as change_queries
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.queries.decision_papers import DeskPaper
from backend.force.notices import service as notices
from schemas.core.problems import Text
from schemas.force.notices import NoticeKind


async def in_force(
    paper: DeskPaper,
    numbered: tuple[str, date],
    team: Iterable[UUID],
    actor: Actor,
    joined: Iterable[UUID] = (),
) -> None:
    """Tell the team, and who drafted it, that the paper is in force: a decision, or one that changes it.

    `numbered` is its number and day, `joined` are those whom it puts on the team.
    """
    words: dict[str, str | Text] = {
        "form": _title(paper.form),
        "number": numbered[0],
        "day": formats.day(numbered[1]),
        "subject": paper.subject_name,
        "place": paper.place,
    }
    key = "decision.signed"
    if paper.change is not None:
        key = "decision.changed"
        words["reason"] = paper.change.reason
        if paper.change.withdraws:
            key = "decision.taken_back"
    once, inspection_id = f"{paper.id}/in_force", paper.inspection_id
    told, new = set(team) - {actor.officer_id}, set(joined) - {actor.officer_id}
    await notices.tell(
        sorted(new), "inspection", inspection_id, key, words, once=once, about=NoticeKind.ASSIGNED
    )
    await notices.tell(sorted(told - new), "inspection", inspection_id, key, words, once=once)
    if paper.drafted_by not in {*told, *new, actor.officer_id}:
        approved = NoticeKind.APPROVED
        await notices.tell(
            [paper.drafted_by], "decision", paper.id, key, words, once=once, about=approved
        )


async def team_of(inspection_id: UUID) -> list[UUID]:
    """Return the team of a decision as it is now."""
    return [one.officer_id for one in (await change_queries.decision(inspection_id)).team]


async def given_up(paper: DeskPaper, reason: str, actor: Actor) -> None:
    """Tell who drafted it that somebody else gave the paper up."""
    await notices.settle(paper.id)
    if paper.drafted_by != actor.officer_id:
        words = {"subject": paper.subject_name, "by": actor.full_name, "reason": reason}
        await notices.tell([paper.drafted_by], "decision", paper.id, "decision.given_up", words)


async def sent_back(paper: DeskPaper, how: str, actor: Actor) -> None:
    """Tell who signed, and who sent the scan, that another one must come."""
    told = {one for one in (paper.issued_by, paper.scanned_by) if one} - {actor.officer_id}
    words = {"number": paper.number or "", "by": actor.full_name, "reason": how}
    await notices.tell(sorted(told), "decision", paper.id, "decision.sent_back", words)


async def to_compare(document_id: UUID, actor: Actor) -> None:
    """Ask those who compare to look at the scan that came, within 48 hours of the printing."""
    paper = await queries.named(document_id)
    if paper is not None:
        own = (paper.drafted_by, actor.officer_id, paper.issued_by)
        await telling.ask_to_compare(paper, "decision", _title(paper.form), own)


async def signed(document_id: UUID) -> None:
    """Settle what waited for the signature; the comparison of what was signed by hand still waits."""
    await notices.settle(document_id, about=(NoticeKind.SUBMITTED, NoticeKind.RETURNED))


async def ended(inspection_id: UUID, reason: str, actor: Actor) -> None:
    """Tell the team that the decision lapsed."""
    decision = await change_queries.decision(inspection_id)
    told = [one.officer_id for one in decision.team if one.officer_id != actor.officer_id]
    words = {"number": decision.number, "subject": decision.subject.name, "reason": reason}
    await notices.tell(
        told, "inspection", inspection_id, "decision.lapsed", words, once=f"{inspection_id}/lapsed"
    )


def _title(form: str) -> Text:
    title = documents.get_form(form, forms.newest(form))["x-title"]
    return Text(vi=title["vi"], en=title["en"])

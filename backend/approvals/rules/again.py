"""What somebody said no to does not come back unchanged without a word. Pure.

What counts as a change is practice B7: party, act, article, amount, penalty, remedy, goods, term or signer. Notes,
layout and a new document with the same content are none. Its submitter says why the same comes again, and the
officers who said no are told.
"""

from collections.abc import Iterable
from uuid import UUID

from backend.approvals.rules.facts import Submission
from schemas.approvals.words import Outcome, SubmissionState

LEAST = 20
"""The fewest letters of a reason, which is typed as the submission note."""
_OVER = frozenset({SubmissionState.REFUSED, SubmissionState.WITHDRAWN, SubmissionState.ENDED})


def said_no(facts: Submission) -> set[UUID]:
    """Return the officers who refused it or gave an opinion against; empty if it was another authority."""
    against = {
        step.answer.officer_id
        for step in facts.steps
        if step.answer is not None and step.answer.outcome is Outcome.DISAGREED
    }
    return {one for one in (*against, facts.refused_by) if one is not None}


def unchanged(earlier: Iterable[Submission], material: str) -> list[Submission]:
    """Return those that are over, that somebody said no to, and that said the same."""
    return [
        one
        for one in earlier
        if one.state in _OVER and one.material == material and (_outside_no(one) or said_no(one))
    ]


def _outside_no(facts: Submission) -> bool:
    answered = [step.answered for step in facts.steps if step.open and step.answered is not None]
    return facts.state is SubmissionState.REFUSED or any(not one.approved for one in answered)


def needs_reason(same: Iterable[Submission], note: str) -> bool:
    """Tell whether the note of a new submission says nothing new about the same content."""
    said = _bare(note)
    before = [_bare(one.note) for one in same]
    return bool(before) and (len(said) < LEAST or said in before)


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()

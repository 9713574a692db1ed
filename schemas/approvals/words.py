"""Enumerations of submission for approval. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum


class SubmittedKind(StrEnum):
    """What is submitted. A route is for one kind."""

    MINUTES_DRAFT = "minutes_draft"
    """Minutes before the first signature, while the team is on site (practice B1)."""
    FILE = "file"
    """The file after an inspection (Circular 27/2020 Art 19.2)."""
    INSPECTION_DECISION = "inspection_decision"
    """An inspection decision, one that changes it, and the proposal it comes from."""
    ADHOC_PLAN = "adhoc_plan"
    SEIZURE = "seizure"
    SANCTION = "sanction"
    ENFORCEMENT = "enforcement"
    OTHER_PAPER = "other_paper"
    """Any other paper of a case that a unit signs."""
    PUBLICATION = "publication"
    """A version of the catalogue to be published."""
    PLAN = "plan"
    """An inspection plan, periodic or thematic (Circular 27/2020 Art 6)."""
    VERIFICATION = "verification"
    """The decision that assigns the verification of an information (QĐ-NV, Circular 27/2020 Art 35.6)."""
    INFORMATION_PAPER = "information_paper"
    """A notice or a letter about an information (TB, CV; Circular 27/2020 Arts 9.3, 10.1)."""
    REPORT = "report"
    """A unit's report of a period (Circular 55/2020; Decree 118/2021 Art 35)."""


class StepKind(StrEnum):
    """What a step of a route asks for."""

    OPINION = "opinion"
    LEGAL_CHECK = "legal_check"
    """The legal officer's check-sheet of fixed questions."""
    AGREE = "agree"
    APPROVE = "approve"
    SIGN = "sign"
    """The signature on the paper, which is an act of the paper's own record."""
    OUTSIDE = "outside"
    """An authority outside the force: a package is sent, its answer is entered with the scan."""


class By(StrEnum):
    """How a step names who takes it."""

    HEAD = "head"
    """The head of a unit: `up` levels above the subject's."""
    ROLE = "role"
    """The officers with a role in the nearest unit that has one, from `up` levels above upwards."""
    TITLE = "title"
    """The holders of a title in the nearest unit that has one."""
    OFFICER = "officer"
    """A named person."""
    BODY = "body"
    """A body outside the force; the clerk and the head of the unit send and enter."""


class SubmissionState(StrEnum):
    """Where a submission stands."""

    WAITING = "waiting"
    """A step waits for somebody."""
    WITH_SUBMITTER = "with_submitter"
    """Returned, asked to supplement, or taken back to be changed."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    ENDED = "ended"
    """What was submitted is gone: the paper was given up, or the inspection withdrawn."""


class Outcome(StrEnum):
    """How a step ended."""

    AGREED = "agreed"
    DISAGREED = "disagreed"
    """An opinion against. It stops nobody: an opinion is not a decision."""
    APPROVED = "approved"
    SIGNED = "signed"
    NO_OPINION = "no_opinion"
    """Passed on without an opinion: chưa có ý kiến (practice B6, B7)."""


class SubmissionAct(StrEnum):
    """What can happen to a submission."""

    MADE = "submission.made"
    RENEWED = "submission.renewed"
    WITHDRAWN = "submission.withdrawn"
    RETURNED = "submission.returned"
    SUPPLEMENT_ASKED = "submission.supplement_asked"
    OPINION_GIVEN = "submission.opinion_given"
    AGREED = "submission.agreed"
    APPROVED = "submission.approved"
    REFUSED = "submission.refused"
    HANDED_ON = "submission.handed_on"
    TAKEN_OVER = "submission.taken_over"
    REOPENED = "submission.reopened"
    PASSED_ON = "submission.passed_on"
    CHANGED = "submission.changed"
    RECALLED = "submission.recalled"
    COMPLETED = "submission.completed"
    ENDED = "submission.ended"
    SENT_OUTSIDE = "submission.sent_outside"
    OUTSIDE_ANSWERED = "submission.outside_answered"


class RouteAct(StrEnum):
    """What can happen to a route."""

    DRAFTED = "route.drafted"
    PUBLISHED = "route.published"
    DECLINED = "route.declined"
    ENDED = "route.ended"


class AbsenceAct(StrEnum):
    """What can happen to an absence."""

    RECORDED = "absence.recorded"
    ENDED = "absence.ended"

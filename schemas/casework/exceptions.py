"""Exceptions to the rules of two persons and of field work, each with its reason, to be checked afterwards."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text


class ExceptionKind(StrEnum):
    """How an act departed from the rule (practice B1, B2, B6)."""

    SELF_SIGNED = "self_signed"
    """Drafted and signed by one person, who gave a reason."""
    SAME_HAND = "same_hand"
    """One officer did what should take two: closed the execution whose payments they recorded,
    moved goods alone, or acted on a sheet that they filed themselves. With the officer's reason."""
    REOPENED = "reopened"
    """An archived case was opened again."""
    LEADER_IS_ISSUER = "leader_is_issuer"
    """The issuer of an inspection decision leads the inspection, so that nobody rules on the file."""
    DISCARDED = "discarded"
    """A team gave an inspection up on site, or asked not to carry it out."""
    WITHDRAWN = "withdrawn"
    """The issuer of an inspection decision took it back before it was announced. With the issuer's
    reason."""
    SHEET_DIFFERS = "sheet_differs"
    """A team began on site from a decision signed by hand that is neither a paper of the desk nor what
    its photographs show (practice B3). With how they differ."""
    FORMER_MEMBER = "former_member"
    """A decision was signed by hand on a sheet that names somebody who had left the team by then."""
    GIVEN_UP = "given_up"
    """A paper that was printed to be signed by hand was given up. Its number is void."""
    LATE_ENTRY = "late_entry"
    """A decision signed in time was entered after the time to decide."""
    EMERGENCY = "emergency"
    """An ad-hoc decision without its plan before it, in an emergency (Circular 27/2020 Art 12). With its
    reason."""
    NO_PLAN = "no_plan"
    """A team began on site from an ad-hoc decision signed by hand, and nothing is said of its plan or of an
    emergency (Circular 27/2020 Art 12; practice B3, B8)."""
    NO_OPINION = "no_opinion"
    """A decision, a signature or a ruling on an inspection that did not wait for an opinion: on the
    inspection's file, or one of its submission's route. With the reason."""
    DECIDED_TWICE = "decided_twice"
    """A decision beside another case's decision on the same act of the same party. With its reason."""
    ANOTHER_PARTY = "another_party"
    """A case of an inspection was opened against another party than the inspected one. With its
    reason."""
    GAIN_KEPT = "gain_kept"
    """A decision lets the violator keep the illicit gain that the minutes record. With its reason."""
    RECEIPT_AGAIN = "receipt_again"
    """A payment names a receipt that another case names too. With its reason."""
    UNPAID = "unpaid"
    """Execution was ended with late interest or illicit gain unpaid. With its reason."""
    UNDONE = "undone"
    """A file was archived with measures undone, or a gain unpaid, after its fine had lapsed. With
    its reason."""
    ENTERED_AGAIN = "entered_again"
    """A case, a paper or an inspection decision that a restore lost was entered again under its old
    number. With its reason."""
    LEGAL_WARNING = "legal_warning"
    """An act went on although a rule that is not certain speaks against it (practice B8). With its
    reason."""
    SAME_NAME = "same_name"
    """An officer of a team declared not to be the person of the same name whom the decision names
    (practice B14). With the reason."""
    RELATED = "related"
    """An officer of a team declared a relation to the party (Circular 27/2020 Art 15). With whom."""
    EMERGENCY_ACCESS = "emergency_access"
    """An administrator asked for a role for some hours, and a head confirmed it or did not. With the reason."""
    NO_FINE = "no_fine"
    """No sanction at all, or remedies alone although there was time for a fine and the violator is
    neither unknown nor dead."""


class ExceptionAct(StrEnum):
    """What can happen to an exception."""

    EXCEPTION_CHECKED = "exception.checked"


class ExceptionChecked(Wire):
    """The verdict of the later check, by an auditor or by a supervisor of the level above."""

    right: bool
    note: Annotated[str, Meta(max_length=2000)]
    """The reason. Required if the act was not right."""


class ExceptionView(Wire):
    """One line of the list."""

    id: UUID
    kind: ExceptionKind
    record_kind: str
    record_id: UUID
    record_number: str | None
    party: str | None
    """Whom the record is about, as it names them."""
    officer_id: UUID
    officer_name: str
    unit: Text
    reason: str
    at: datetime
    check_by: datetime | None
    """The end of the period in which the level above checks; None if the rule sets none."""
    right: bool | None
    note: str
    checked_by_name: str | None
    checked_at: datetime | None
    may_check: bool
    title: Text
    paper_id: UUID | None
    """The paper that the act was about, if it was about one."""
    paper_form: str | None
    paper_version: int | None
    paper_number: str | None
    ask_id: UUID | None = None
    """Of emergency access, what asked for it."""
    """None until it has one."""


class ExceptionPage(Wire):
    """A page of exceptions.

    Those that wait come first, the soonest due before all others. Counts are of the whole list.
    """

    rows: list[ExceptionView]
    waiting: int
    overdue: int
    total: int
    next: str | None


EXCEPTION_CONTENTS: dict[str, type[Wire]] = {ExceptionAct.EXCEPTION_CHECKED: ExceptionChecked}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""

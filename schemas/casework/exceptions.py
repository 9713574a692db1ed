"""Exceptions to the rules of two persons and of field work: each with its reason, for who checks them afterwards."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text


class ExceptionKind(StrEnum):
    """What was done otherwise than the rule has it (practice B1, B2, B6)."""

    SELF_SIGNED = "self_signed"
    """Drafted and signed by one person, with his reason."""
    SAME_HAND = "same_hand"
    """One officer did what two hands should: closed the execution whose payments he recorded, moved goods on his own
    word, or acted on a sheet that he filed himself; with his reason."""
    REOPENED = "reopened"
    """An archived case was opened again."""
    LEADER_IS_ISSUER = "leader_is_issuer"
    """Who issued an inspection decision leads the inspection: nobody rules on the file."""
    DISCARDED = "discarded"
    """A team gave an inspection up on site, or asked not to carry it out."""
    WITHDRAWN = "withdrawn"
    """Who issued an inspection decision took it back before it was announced; with his reason."""
    GIVEN_UP = "given_up"
    """A paper that was printed to be signed by hand was given up: its number is void."""
    LATE_ENTRY = "late_entry"
    """A decision signed in time was entered after the time to decide."""
    NO_OPINION = "no_opinion"
    """A decision within 24 hours of the time to decide that did not wait for the opinion on the inspection's file."""
    DECIDED_TWICE = "decided_twice"
    """A decision beside another case's on the same act of the same party; with its reason."""
    ANOTHER_PARTY = "another_party"
    """A case of an inspection was opened against another than who was inspected; with its reason."""
    GAIN_KEPT = "gain_kept"
    """A decision leaves the illicit gain that the minutes record with the violator; with its reason."""
    RECEIPT_AGAIN = "receipt_again"
    """A payment names a receipt that another case names too; with its reason."""
    UNPAID = "unpaid"
    """Execution was ended with late interest or illicit gain unpaid; with its reason."""
    UNDONE = "undone"
    """A file was archived with measures undone, or a gain unpaid, after its fine had lapsed; with its reason."""
    ENTERED_AGAIN = "entered_again"
    """A case, a paper or an inspection decision that a restore lost was entered again under the number that it had;
    with its reason."""
    NO_FINE = "no_fine"
    """No sanction at all; or remedies alone in time, on another ground than time, an unknown or a dead violator."""


class ExceptionAct(StrEnum):
    """What can happen to an exception."""

    EXCEPTION_CHECKED = "exception.checked"


class ExceptionChecked(Wire):
    """The verdict of who checks it afterwards: an auditor, or a supervisor of the level above."""

    right: bool
    note: Annotated[str, Meta(max_length=2000)]
    """Why; asked for where it was not right."""


class ExceptionView(Wire):
    """One line of the list."""

    id: UUID
    kind: ExceptionKind
    record_kind: str
    record_id: UUID
    record_number: str | None
    officer_id: UUID
    officer_name: str
    unit: Text
    reason: str
    at: datetime
    check_by: datetime | None
    """The end of the term in which the level above checks; None where the rule sets none."""
    right: bool | None
    note: str
    checked_by_name: str | None
    checked_at: datetime | None
    may_check: bool
    title: Text
    paper_id: UUID | None
    """The paper that the act was about, where it was about one."""
    paper_form: str | None
    paper_version: int | None
    paper_number: str | None
    """None while it bears none."""


class ExceptionPage(Wire):
    """A page of them, those that wait first, the soonest due before all; counts are of the whole list."""

    rows: list[ExceptionView]
    waiting: int
    overdue: int
    total: int
    next: str | None


EXCEPTION_CONTENTS: dict[str, type[Wire]] = {ExceptionAct.EXCEPTION_CHECKED: ExceptionChecked}
"""Contents by type; schemas.ledger.acts.CONTENTS takes them in."""

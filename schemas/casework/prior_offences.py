"""Earlier inspections and cases of a party, each with the reason why it counts as the same party.

No scores. A match accuses nobody: it says what agrees, and a person weighs it. Of what is outside
the reader's scope, only unit and number are shown.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text


class MatchReason(StrEnum):
    """What agrees between the party in the query and the one found; strongest first."""

    SUBJECT = "subject"
    """The same entry of the register."""
    IDENTITY = "identity"
    TAX_CODE = "tax_code"
    NAME_AND_ADDRESS = "name_and_address"
    """Both are the same, ignoring case and diacritics."""
    SIMILAR_NAME = "similar_name"
    """A similar name at the same address."""
    NAME_ONLY = "name_only"
    """The same name. Only if the query has no address: many people share a name."""
    NAME_WORDS = "name_words"
    """The name contains the words of the query. Only at the desk, and only within the reader's
    scope."""


class Outcome(StrEnum):
    """The result of an earlier inspection.

    Only the first two say that the party was inspected and what was found.
    """

    VIOLATIONS = "violations"
    NO_VIOLATION = "no_violation"
    NOT_EXECUTED = "not_executed"
    """Minutes of non-execution: the place was closed, or nobody was there."""
    NOT_CARRIED_OUT = "not_carried_out"
    """Decided, but nobody has gone there yet."""
    UNDER_WAY = "under_way"
    """Announced, but no minutes that say what was found are submitted."""
    GIVEN_UP = "given_up"
    NOT_ACCEPTED = "not_accepted"
    """The supervisor refused its file, which names no violation."""


class PartyIdentity(Wire):
    """The party to look for; null if something is not known."""

    subject_id: UUID | None
    name: str | None
    address: str | None
    tax_code: str | None
    identity_number: str | None


class PriorRecord(Wire):
    """One earlier inspection or case.

    If `visible` is false, everything but unit and number is null. `standing` is for a case with a
    sanction: `counts` while it makes a new violation a re-offence, and `lapsed` from the day after
    `lapses_on`, when the subject counts as never sanctioned (Law 15/2012 Art 7). It is `none` if
    nothing was sanctioned. `open_vnd` is the unpaid part of a fine. `violations` are in the
    minutes' own words; for a case they are code and behaviour. `outcome` is only for an inspection.
    """

    kind: Literal["inspection", "case"]
    reasons: list[MatchReason]
    text: Text
    visible: bool
    id: UUID | None
    number: str
    unit: Text
    party_name: str | None
    party_address: str | None
    happened_on: date | None
    state: str | None
    violations: list[str]
    decision_number: str | None
    fine_vnd: int | None
    open_vnd: int | None
    executed_on: date | None
    lapses_on: date | None
    standing: Literal["none", "counts", "lapsed"] | None
    outcome: Outcome | None = None


class PriorOffences(Wire):
    """Everything that was found, newest first, in the data of `as_of` (UTC).

    `more`: there are others beyond the limit of each kind.
    """

    as_of: datetime
    asked: PartyIdentity
    text: Text
    inspections: list[PriorRecord]
    cases: list[PriorRecord]
    more: bool

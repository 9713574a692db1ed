"""What was found of a party before: earlier inspections and cases, each with why it is taken for the same. No scores.

A match accuses nobody: it says what agrees, and a person weighs it. What is outside the reader's scope is told by unit
and number only.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text


class MatchReason(StrEnum):
    """What agrees between the party asked for and the one found; strongest first."""

    SUBJECT = "subject"
    """The same entry of the register."""
    IDENTITY = "identity"
    TAX_CODE = "tax_code"
    NAME_AND_ADDRESS = "name_and_address"
    """Both the same without case and diacritics."""
    SIMILAR_NAME = "similar_name"
    """A similar name at the same address."""
    NAME_ONLY = "name_only"
    """The same name; only where no address was asked. Many people share a name."""
    NAME_WORDS = "name_words"
    """The name holds the words that were asked. At the desk only, and never of what is outside the reader's scope."""


class Outcome(StrEnum):
    """What an earlier inspection came to. Only the first two say that the party was inspected and what was found."""

    VIOLATIONS = "violations"
    NO_VIOLATION = "no_violation"
    NOT_EXECUTED = "not_executed"
    """Minutes of non-execution: closed, or nobody there."""
    NOT_CARRIED_OUT = "not_carried_out"
    """Decided, and nobody was there yet."""
    UNDER_WAY = "under_way"
    """Announced, and no minutes are submitted that say what was found."""
    GIVEN_UP = "given_up"
    NOT_ACCEPTED = "not_accepted"
    """The supervisor refused its file, which names no violation."""


class PartyIdentity(Wire):
    """Whom to look for; null where it is not known."""

    subject_id: UUID | None
    name: str | None
    address: str | None
    tax_code: str | None
    identity_number: str | None


class PriorRecord(Wire):
    """One earlier inspection or case. Where `visible` is false all that tells more than unit and number is null.

    `standing` of a case that was sanctioned: `counts` while it makes a new act a re-offence, `lapsed` once the subject
    counts as never sanctioned (Law 15/2012 Art 7), from `lapses_on`'s next day; `none` where nothing was sanctioned.
    `open_vnd` is what of a fine is not paid. `violations` are the minutes' own words, of a case code and behaviour.
    `outcome` is of an inspection alone.
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
    """Everything that was found, newest first, as the data stood at `as_of` (UTC). `more`: there are others beyond the
    limit of each kind.
    """

    as_of: datetime
    asked: PartyIdentity
    text: Text
    inspections: list[PriorRecord]
    cases: list[PriorRecord]
    more: bool

"""Behaviours that are fined, and days off, as the desk shows and phones keep them."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.law.provisions import Provisions


class ViolationField(StrEnum):
    """The field of state management to which a behaviour belongs.

    It decides ceiling, competence and statute of limitation.
    """

    TRADE = "trade"
    PRICE = "price"
    COUNTERFEIT = "counterfeit"
    BANNED = "banned"
    CONSUMER = "consumer"
    IP = "ip"
    FOOD = "food"
    QUALITY = "quality"
    PETROL = "petrol"


DriverType = Literal["goods_value", "genuine_value", "illicit_gain", "quantity"]


class Multiple(Wire):
    """A fine as a multiple of the goods' value, in hundredths: 100 to 200 is one to two times."""

    least_percent: Annotated[int, Meta(ge=1, le=2000)]
    most_percent: Annotated[int, Meta(ge=1, le=2000)]


class Traits(Wire):
    """What applies to every behaviour of an article.

    The longest prefix of a code in the data counts. `extra_penalties` and `remedies` are those that
    the article is known to have; a person chooses among them. `check` says what must still be
    compared with the decree.
    """

    prefix: str
    field: ViolationField
    multiple: Multiple | None
    extra_penalties: list[str]
    remedies: list[str]
    source: str
    check: Text | None
    warning: bool = False
    """Whether the article provides for a warning (Law on Handling Administrative Violations Art
    22). False if not known."""


class Ladder(Wire):
    """Bands of one behaviour that depend on a value.

    `steps` are (code, upper bound or null), each from the bound before. `below`: a bound belongs to
    the next step ("dưới"); `up_to`: to this one ("đến").
    """

    driver: DriverType
    unit: Literal["vnd", "packs", "grams", "units"]
    bound: Literal["below", "up_to"]
    least: int
    steps: list[tuple[str, int | None]]


class Violation(Provisions, kw_only=True):
    """A behaviour with the band of its fine, in whole đồng.

    The band is for the kind of party for which the decree states it. `draft`: nobody with authority
    has confirmed it yet, and `version` is 0. `valid_from` is null if its first day is not
    established. `check` says what must still be compared with the decree, even if it is published.
    Fines of 0 mean that the fine is a multiple of a value (`times`).
    """

    code: str
    name_vi: str
    legal_basis: str
    fine_min_vnd: int
    fine_max_vnd: int
    subject: Literal["individual", "organisation"]
    status: Literal["draft", "published"]
    version: int
    field: ViolationField
    valid_from: date | None
    valid_to: date | None
    check: Text | None


Code = Annotated[str, Meta(pattern="^ND[0-9]{2,3}[A-Z]*(-[0-9a-z]+){1,5}$", max_length=40)]
_Words = Annotated[str, Meta(min_length=3, max_length=2000)]
_Note = Annotated[str, Meta(max_length=2000)]
_Fine = Annotated[int, Meta(ge=0, le=10**12)]


class ViolationPublished(Provisions, kw_only=True):
    """Content of the act `violation.published`: the whole behaviour as it is from `valid_from` on, and why.

    `version` counts from 1 within its code. `check_vi` and `check_en` say what is still doubtful;
    empty if nothing is.
    """

    code: Code
    version: Annotated[int, Meta(ge=1, le=10_000)]
    name_vi: _Words
    legal_basis: _Words
    fine_min_vnd: _Fine
    fine_max_vnd: _Fine
    subject: Literal["individual", "organisation"]
    field: ViolationField
    valid_from: date
    valid_to: date | None
    check_vi: _Note
    check_en: _Note
    source: _Words
    note: _Words


class ViolationWithdrawn(Wire):
    """Content of the act `violation.withdrawn`: this version is not in force from `valid_to` on."""

    code: Code
    version: Annotated[int, Meta(ge=1, le=10_000)]
    valid_to: date
    note: _Words


class ViolationProposed(Wire):
    """Content of the act `violation.proposed`, for a second person to confirm.

    It contains exactly one of the two changes.
    """

    code: Code
    proposal_id: UUID
    publish: ViolationPublished | None
    withdraw: ViolationWithdrawn | None


class ViolationConfirmed(Wire):
    """Content of the act `violation.confirmed`: a second person agrees, and the proposal takes effect."""

    code: Code
    proposal_id: UUID


class ViolationDeclined(Wire):
    """Content of the act `violation.declined`: the proposal is declined, or its proposer takes it back."""

    code: Code
    proposal_id: UUID
    reason: _Words


_Prefix = Annotated[str, Meta(pattern="^ND[0-9]{2,3}[A-Z]*$", max_length=10)]
_Count = Annotated[int, Meta(ge=0, le=20_000)]


class DecreeProposed(Wire):
    """Content of the act `decree.proposed`: publish an edition's rows of a decree together.

    `sha256` is that of the versions that would be published: the RFC 8785 form of their list, by
    code. The numbers are those of the comparison that the proposer saw: rows that no book had, rows
    that differ from what was in force, and codes that the decree no longer has.
    """

    decree: _Prefix
    proposal_id: UUID
    edition: Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    rows: Annotated[int, Meta(ge=1, le=20_000)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    added: _Count
    changed: _Count
    closed: _Count
    note: _Words


class DecreeConfirmed(Wire):
    """Content of the act `decree.confirmed`: a second person agrees, and the versions are published.

    `sha256` repeats that of the proposal: what this person saw is what is published.
    """

    decree: _Prefix
    proposal_id: UUID
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class DecreeDeclined(Wire):
    """Content of the act `decree.declined`: the proposal is declined, or its proposer takes it back."""

    decree: _Prefix
    proposal_id: UUID
    reason: _Words


class OutsideAnswer(StrEnum):
    """What a keeper of the catalogue answers to an act that a case used without it."""

    PROPOSED = "proposed"
    """A proposal for the catalogue was made from it."""
    KNOWN = "known"
    """The catalogue has it already, under a code."""
    DECLINED = "declined"
    """It is not taken in."""


class OutsideSettled(Wire):
    """Content of the act `outside.settled`: the answer to an act that a case used without the catalogue.

    `case_id` and `code` name it, as the case does. `catalogue_code` is null if it is not taken in,
    `proposal_id` null unless a proposal was made from it.
    """

    case_id: UUID
    code: Annotated[str, Meta(pattern="^NGOAI-[1-9][0-9]?$")]
    answer: OutsideAnswer
    catalogue_code: Code | None
    proposal_id: UUID | None
    reason: _Words


class CatalogueAct(StrEnum):
    """What can happen to a behaviour of the catalogue."""

    VIOLATION_PUBLISHED = "violation.published"
    """Published by one person under the older rules. It stays valid; no new ones are recorded."""
    VIOLATION_WITHDRAWN = "violation.withdrawn"
    """Withdrawn by one person under the older rules. No new ones are recorded."""
    VIOLATION_PROPOSED = "violation.proposed"
    VIOLATION_CONFIRMED = "violation.confirmed"
    VIOLATION_DECLINED = "violation.declined"
    DECREE_PROPOSED = "decree.proposed"
    DECREE_CONFIRMED = "decree.confirmed"
    DECREE_DECLINED = "decree.declined"
    OUTSIDE_SETTLED = "outside.settled"


class ProposalEvent(StrEnum):
    """An event of a proposed change of the catalogue, as in its table."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class ProposalKind(StrEnum):
    """The effect that a proposal would have."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"


class CatalogueEvent(StrEnum):
    """An event of a version, as in its table."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


CATALOGUE_CONTENTS: dict[str, type[Wire]] = {
    CatalogueAct.VIOLATION_PUBLISHED: ViolationPublished,
    CatalogueAct.VIOLATION_WITHDRAWN: ViolationWithdrawn,
    CatalogueAct.VIOLATION_PROPOSED: ViolationProposed,
    CatalogueAct.VIOLATION_CONFIRMED: ViolationConfirmed,
    CatalogueAct.VIOLATION_DECLINED: ViolationDeclined,
    CatalogueAct.DECREE_PROPOSED: DecreeProposed,
    CatalogueAct.DECREE_CONFIRMED: DecreeConfirmed,
    CatalogueAct.DECREE_DECLINED: DecreeDeclined,
    CatalogueAct.OUTSIDE_SETTLED: OutsideSettled,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class Holiday(Wire):
    """A day off: by law, in lieu of one at a weekend, or in exchange for a Saturday."""

    date: date
    name_vi: str
    name_en: str


class CalendarYear(Wire):
    """A year's days off, and the Saturdays that are worked in exchange.

    Until it is `decided`, it contains only the days that the Labour Code itself fixes.
    """

    year: int
    decided: bool
    holidays: list[Holiday]
    working_days: list[date]

"""Behaviours that are fined and days off, as the desk shows them and phones keep them."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text


class ViolationField(StrEnum):
    """The field of state management that a behaviour lies in: it decides ceiling, competence and statute."""

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
    """A fine of so many times the goods' value, in hundredths: 100 to 200 is once to twice."""

    least_percent: Annotated[int, Meta(ge=1, le=2000)]
    most_percent: Annotated[int, Meta(ge=1, le=2000)]


class Traits(Wire):
    """What holds for every behaviour of an article: the longest prefix of a code that stands in the data counts.

    `extra_penalties` and `remedies` are those that the article is known to carry; a person chooses. `check` says what
    is to be compared with the decree.
    """

    prefix: str
    field: ViolationField
    multiple: Multiple | None
    extra_penalties: list[str]
    remedies: list[str]
    source: str
    check: Text | None
    warning: bool = False
    """Whether the article provides a warning (Law on Handling Administrative Violations Art 22); not where unknown."""


class Ladder(Wire):
    """Bands of one behaviour that a value drives: `steps` are (code, upper bound or null), each from the bound before.

    `below`: a bound belongs to the next step ("dưới"); `up_to`: to this one ("đến").
    """

    driver: DriverType
    unit: Literal["vnd", "packs", "grams", "units"]
    bound: Literal["below", "up_to"]
    least: int
    steps: list[tuple[str, int | None]]


class Violation(Wire):
    """A behaviour with the band of its fine, in whole đồng, for the kind of party that the decree states it for.

    `draft`: nobody with authority has confirmed it yet, and `version` is 0. `valid_from` is null where its first day
    is not established; `check` says what is to be compared with the decree, published or not.
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
_Fine = Annotated[int, Meta(ge=1, le=10**12)]


class ViolationPublished(Wire):
    """Content of the act `violation.published`: the whole behaviour as it stands from `valid_from`, and why.

    `version` counts from 1 in its code. `check_vi` and `check_en` are what is still doubtful, empty where nothing is.
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
    """Content of the act `violation.proposed`: what a second person is to confirm, one of the two and not both."""

    code: Code
    proposal_id: UUID
    publish: ViolationPublished | None
    withdraw: ViolationWithdrawn | None


class ViolationConfirmed(Wire):
    """Content of the act `violation.confirmed`: a second person agrees, and what was proposed is so from now on."""

    code: Code
    proposal_id: UUID


class ViolationDeclined(Wire):
    """Content of the act `violation.declined`: it does not come, or its proposer takes it back."""

    code: Code
    proposal_id: UUID
    reason: _Words


class CatalogueAct(StrEnum):
    """What can happen to a behaviour of the catalogue."""

    VIOLATION_PUBLISHED = "violation.published"
    """By one person, under the older rules: it stands, and comes no more."""
    VIOLATION_WITHDRAWN = "violation.withdrawn"
    """Likewise."""
    VIOLATION_PROPOSED = "violation.proposed"
    VIOLATION_CONFIRMED = "violation.confirmed"
    VIOLATION_DECLINED = "violation.declined"


class ProposalEvent(StrEnum):
    """What was said of a change of the catalogue, as its table tells it."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class ProposalKind(StrEnum):
    """What a proposal would do."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"


class CatalogueEvent(StrEnum):
    """What became of a version, as its table tells it."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


CATALOGUE_CONTENTS: dict[str, type[Wire]] = {
    CatalogueAct.VIOLATION_PUBLISHED: ViolationPublished,
    CatalogueAct.VIOLATION_WITHDRAWN: ViolationWithdrawn,
    CatalogueAct.VIOLATION_PROPOSED: ViolationProposed,
    CatalogueAct.VIOLATION_CONFIRMED: ViolationConfirmed,
    CatalogueAct.VIOLATION_DECLINED: ViolationDeclined,
}
"""Contents by type; schemas.ledger.acts.CONTENTS takes them in."""


class Holiday(Wire):
    """A day off: by law, in lieu of one at a week's end, or exchanged for a Saturday."""

    date: date
    name_vi: str
    name_en: str


class CalendarYear(Wire):
    """A year's days off, and the Saturdays that are worked for them.

    Until it is `decided`, only what the Labour Code fixes by itself stands in it.
    """

    year: int
    decided: bool
    holidays: list[Holiday]
    working_days: list[date]

"""What a decree provides for one behaviour besides its band: what leads to it, what goes with it.

A row of the first edition has none of these keys, and a key at its default is left out of what is
written, so old rows, orders and their hashes stay as they were. In a row of a later edition an
empty list means that the decree provides nothing: what is not provided may not be imposed (Decree
118/2021 Art 8.2).
"""

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.problems import Text


class ExtraKind(StrEnum):
    """Additional penalties that the force may impose (Law 15/2012 Art 21)."""

    CONFISCATION = "confiscation"
    LICENCE_SUSPENSION = "licence_suspension"
    BUSINESS_SUSPENSION = "business_suspension"


class RemedyKind(StrEnum):
    """Remedial measures (Law 15/2012 Art 28.1), and those that a decree adds (28.1.k).

    The data have the letter of the point.
    """

    RESTORE = "restore"
    DISMANTLE = "dismantle"
    CLEAN_UP = "clean_up"
    RE_EXPORT = "re_export"
    DESTROY = "destroy"
    CORRECT_INFORMATION = "correct_information"
    REMOVE_ELEMENTS = "remove_elements"
    RECALL = "recall"
    DISGORGE = "disgorge"
    OTHER = "other"
    RETURN_LICENCE = "return_licence"
    PAY_VALUE = "pay_value"
    RECALL_DEFECTIVE = "recall_defective"
    AMEND_CONTRACT = "amend_contract"
    DOMAIN_RECALL = "domain_recall"
    RECALL_EXHIBITS = "recall_exhibits"
    CHANGE_USE = "change_use"
    RECYCLE = "recycle"
    RECALL_DECLARATION = "recall_declaration"
    REMOVE_ADVERTISING = "remove_advertising"
    PAY_TREATMENT = "pay_treatment"
    NON_COMMERCIAL_USE = "non_commercial_use"
    ADD_INDICATION = "add_indication"
    CHANGE_NAME = "change_name"
    RETURN_DOMAIN = "return_domain"
    BLOCK_DOMAIN = "block_domain"
    PAY_COMPENSATION = "pay_compensation"
    RECALL_CYLINDERS = "recall_cylinders"
    RETURN_CYLINDERS = "return_cylinders"


class Condition(StrEnum):
    """A circumstance of the act, not of the person, on which a doubling, penalty or remedy depends."""

    PRODUCTION = "production"
    IMPORT = "import"
    TRANSIT = "transit"
    LISTED_GOODS = "listed_goods"
    """Goods of the groups that the doubling clause of the article lists."""
    CONDITIONAL_GOODS = "conditional_goods"
    """Other goods of the list of conditional business lines (98/2020 Art 15.2.c, 17.12.c)."""
    SMUGGLED_SELF = "smuggled_self"
    BANNED_LIST = "banned_list"
    """On the list of goods banned or suspended from import (98/2020 Art 15.2.b)."""
    IMPORTER_OR_MAKER = "importer_or_maker"
    TWO_PROVINCES = "two_provinces"
    CYBERSPACE = "cyberspace"
    DISTANCE_SERVICE = "distance_service"
    """A continuous service agreed at a distance (98/2020 Art 53.3)."""
    SENSITIVE_DATA = "sensitive_data"
    LARGE_PLATFORM = "large_platform"
    MEDIA_OWNER = "media_owner"
    ALCOHOL_TOBACCO_TRADE = "alcohol_tobacco_trade"
    WHOLESALER = "wholesaler"
    PETROL_TRADER = "petrol_trader"
    """Importer, exporter, distributor or general agent of petrol (99/2020 Art 20.5)."""
    MAKING_OR_IMPORTING = "making_or_importing"
    """Making, printing, affixing, importing, or ordering any of these (99/2013)."""
    REPEATED = "repeated"
    """Committed repeatedly, or again after a sanction (115/2018 Art 9.8.a)."""
    NOT_REMOVABLE = "not_removable"
    """The unlawful element cannot be removed from the goods."""
    HARMFUL_GOODS = "harmful_goods"
    FALSE_INDICATION = "false_indication"
    MISSING_INDICATION = "missing_indication"


DriverKind = Literal[
    "goods_value",
    "genuine_value",
    "illicit_gain",
    "transaction_value",
    "packs",
    "mass",
    "volume",
    "units",
    "excess_percent",
]
DriverUnit = Literal["vnd", "packs", "grams", "millilitres", "units", "percent"]


class Driver(Wire):
    """A value that leads to this band: within the bounds, in whole units. `most` null is open.

    `below`: least <= value < most ("dưới"). `up_to`: least < value <= most ("đến"), and a least of
    0 includes nothing below it. A mass is in grams and a volume in millilitres, so that half a
    kilogram is a whole number; a fraction of a unit is dropped before it is compared (`below`).
    """

    kind: DriverKind
    least: Annotated[int, Meta(ge=0, le=10**13)]
    most: Annotated[int, Meta(ge=1, le=10**13)] | None
    unit: DriverUnit
    bound: Literal["below", "up_to"]


Months = Annotated[int, Meta(ge=1, le=24)]
Scope = Literal["ecommerce", "site_rating", "certification", "declaration_registration"]


class ProvidedPenalty(Wire, omit_defaults=True):
    """An additional penalty that the decree provides.

    `when`: any one of these conditions must be met; empty means always. `unless`: it gives way if
    one of these remedies is applied to the same goods. `value_from_vnd`: only from this
    value of the goods on.
    """

    kind: ExtraKind
    months_least: Months | None = None
    months_most: Months | None = None
    object: Literal["goods", "tools", "vehicle", "means"] | None = None
    """Of a confiscation: `means` are all means of the act, `vehicle` only one that transported."""
    scope: list[Scope] = field(default_factory=list)
    """Of a suspension: to which activity or licence it is limited; any of these."""
    when: list[Condition] = field(default_factory=list)
    unless: list[RemedyKind] = field(default_factory=list)
    unless_returned: bool = False
    """It gives way too if the goods are returned to their owner."""
    value_from_vnd: Annotated[int, Meta(ge=1, le=10**13)] | None = None


class ProvidedRemedy(Wire, omit_defaults=True):
    """A remedy that the decree provides.

    `when`: any one of these conditions must be met; empty means always. `acts`: only for these
    points of the article ("e", "2.a"), where a row covers several. `in_place_of`: it takes the
    place of these remedies.
    """

    kind: RemedyKind
    when: list[Condition] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    in_place_of: list[RemedyKind] = field(default_factory=list)


class Times(Wire, omit_defaults=True):
    """A fine as a multiple of a value, in hundredths: 100 to 200 is one to two times.

    `ceiling_times`: the greatest fine may reach so many times the value, if the general maximum is
    lower (115/2018 Art 3.1). `in_place_of`: it takes the place of these rows while the end of their
    band is below `ceiling_times` the value.
    """

    least_percent: Annotated[int, Meta(ge=1, le=2000)]
    most_percent: Annotated[int, Meta(ge=1, le=2000)]
    value: Literal["violating_goods", "goods_sold"]
    in_place_of: list[str] = field(default_factory=list)
    ceiling_times: Annotated[int, Meta(ge=1, le=20)] | None = None


class Provisions(Wire, omit_defaults=True):
    """The optional keys that rows, published versions and orders of later editions share."""

    drivers: list[Driver] = field(default_factory=list)
    """Any one of them that is reached leads to this band."""
    extra: list[list[ProvidedPenalty]] = field(default_factory=list)
    """Each list is provided; within a list one of its penalties."""
    provided_remedies: list[list[ProvidedRemedy]] = field(default_factory=list)
    """Each list is provided; within a list one of its remedies."""
    doublings: list[str] = field(default_factory=list)
    """Ids of the edition's multipliers."""
    times: Times | None = None
    """If set, the row has no band: its fines are 0."""
    warning: bool = False
    """Whether the decree provides for a warning in place of a fine (Law Art 22)."""
    statute_years: Annotated[int, Meta(ge=1, le=10)] | None = None
    certainty: Literal["R", "R2", "M", "U"] | None = None
    """See schemas.law.reckoning.Certainty. Null: the row is of the first edition, or was not read."""
    history: Text | None = None
    """What this row says about other days: what it replaced, what closed it, what is missing."""
    guidance: Text | None = None
    """When the row applies, and where similar acts are."""
    name_en: str = ""
    edition: str = ""
    """The edition of the law book to which the row belongs; empty is the first."""

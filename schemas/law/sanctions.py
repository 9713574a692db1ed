"""The sanction of a violation, as an order to compute and as a result.

Every number has its step and its article. Money is whole đồng. Days are Vietnamese calendar days.
Nothing here decides: a person with competence does, and their choice is kept beside what was
computed.
"""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Multiple, ViolationField
from schemas.law.provisions import Condition, Provisions
from schemas.law.provisions import ExtraKind as ExtraKind
from schemas.law.provisions import RemedyKind as RemedyKind
from schemas.law.reckoning import Certainty

Money = Annotated[int, Meta(ge=0, le=10**13)]
"""Whole đồng. Ten thousand billion is beyond any fine, and far below 2^53."""
Words = Annotated[str, Meta(max_length=2000)]


class Behaviour(Provisions, kw_only=True):
    """What the catalogue says about a behaviour in the version that the order names.

    It is a copy, so that the reckoning can be repeated after the catalogue has changed. `version` 0
    is the draft, which was never published. `multiple` is set if the fine is a multiple of the
    goods' value instead of a band. What later editions add is left out of what is hashed while it
    is at its default: see Provisions.
    """

    code: str
    version: Annotated[int, Meta(ge=0)]
    name_vi: str
    legal_basis: str
    fine_min_vnd: Money
    fine_max_vnd: Money
    stated_for: Literal["individual", "organisation"]
    field: ViolationField
    multiple: Multiple | None
    check: Text | None

    @property
    def draft(self) -> bool:
        """Whether it was never published."""
        return self.version == 0


class Circumstances(Wire):
    """Codes of the mitigating (Law Art 9) and aggravating (Art 10) circumstances that the file proves."""

    mitigating: list[str]
    aggravating: list[str]


Amount = Annotated[int, Meta(ge=0, le=10**13)]


class Values(Wire, omit_defaults=True):
    """The values on which bands depend, as far as the file has them; null if it does not.

    Keys with a default came with later editions. At their default they are left out of what is
    written and hashed.
    """

    goods_value_vnd: Money | None
    illicit_gain_vnd: Money | None
    quantity: Annotated[int, Meta(ge=0)] | None
    """In the driver's unit: packs, grams, units. In later editions packs and units only."""
    genuine_value_vnd: Money | None = None
    """Price of genuine goods of the same use (98/2020 Art 5.2); if null, `goods_value_vnd` is it."""
    transaction_value_vnd: Money | None = None
    mass_g: Amount | None = None
    volume_ml: Amount | None = None
    excess_percent: Amount | None = None


class ActOrder(Wire, omit_defaults=True):
    """One behaviour to be sanctioned.

    `chosen_vnd` is the officer's amount; null to take what is computed. `reason` is required if the
    two differ. `warning` asks for a warning (cảnh cáo) instead of a fine. `multipliers` are of the
    first edition; later editions have `conditions`, and the row says what they do.
    """

    behaviour: Behaviour
    acted_on: date
    circumstances: Circumstances
    values: Values
    multipliers: list[str]
    warning: bool
    chosen_vnd: Money | None
    reason: Words | None
    conditions: list[Condition] = field(default_factory=list)
    """Circumstances of the act that the file proves, and on which the row makes something depend."""
    age: Annotated[int, Meta(ge=0, le=150)] | None = None
    """Whole years of a person on the day of the act; null for everybody else, or if not known."""
    repeated: Literal["fined", "aggravating"] | None = None
    """Committed several times (vi phạm nhiều lần): each time is an act of this order, or it
    aggravates. Never both (Decree 118/2021 as amended by 68/2025)."""


class ExtraPenalty(Wire, omit_defaults=True):
    """An additional penalty: with `value_vnd` for a confiscation, with `months` for a suspension.

    Of a suspension in later editions: `months` and `days` null and 0 take the proposal.
    """

    kind: ExtraKind
    value_vnd: Money | None
    months: Annotated[int, Meta(ge=1, le=24)] | None
    text_vi: Words
    days: Annotated[int, Meta(ge=0, le=29)] = 0
    """Beside the months: half a month counts as 15 days."""
    licence: Words = ""
    """Which licence or activity, where there are several: each is suspended for its own term."""
    acts: list[Annotated[int, Meta(ge=0, le=49)]] = field(default_factory=list)
    """Places of the acts that it answers; empty for all acts whose row provides it."""
    expires_on: date | None = None
    """Last day of the licence, if it ends by itself."""
    reason: Words | None = None
    """Why another term than the proposed one."""
    object: Literal["goods", "tools", "vehicle", "means"] | None = None
    """Of a confiscation in later editions: what is taken; null is whatever the row provides."""
    exhibits: Annotated[list[UUID], Meta(max_length=1000)] | None = None
    """The seized exhibits that a confiscation takes; null is all whose end is not decided."""


class Remedy(Wire):
    """A remedial measure in words."""

    kind: RemedyKind
    text_vi: Words


class SanctionOrder(Wire, omit_defaults=True):
    """What is to be reckoned: violations by one subject.

    Bands are those of the day of the violation. Competence and the rules of reckoning are those of
    `decided_on`. `book` is the edition of the law book (backend/law/books.py); null is the first.
    """

    subject: SubjectKind
    decided_on: date
    acts: Annotated[list[ActOrder], Meta(min_length=1, max_length=50)]
    extra_penalties: list[ExtraPenalty]
    remedies: list[Remedy]
    book: Annotated[str, Meta(max_length=20)] | None = None
    without_fine: bool = False
    """There is no fine any more, only confiscation and remedies (Law Art 65.2)."""


class Step(Wire, omit_defaults=True):
    """One step of a reckoning. The sentence contains its numbers."""

    text: Text
    article: str
    certainty: Certainty | None = None
    """How sure the law of this step is; null in the first edition."""
    doubt: Text | None = None
    """What is open about it and which reading was taken, for legal officers."""


class Remark(Wire):
    """What a reader must know beside the numbers: a draft, a note to check, a value that does not fit."""

    code: str
    text: Text
    article: str | None


class ActComputation(Wire, omit_defaults=True):
    """The result for one violation.

    `effective` is the band after multipliers and subject; `permitted` is the part of it that the
    circumstances leave. `computed_vnd` lies in `permitted`. `amount_vnd` is the final amount:
    computed, or chosen with a reason. `open`: the ends of `permitted` are not allowed themselves.
    """

    code: str
    version: int
    draft: bool
    name_vi: str
    legal_basis: str
    field: ViolationField
    band_min_vnd: int
    band_max_vnd: int
    effective_min_vnd: int
    effective_max_vnd: int
    permitted_min_vnd: int
    permitted_max_vnd: int
    computed_vnd: int
    amount_vnd: int
    warning: bool
    reason: str | None
    steps: list[Step]
    remarks: list[Remark]
    open: bool = False


class SuspensionTerm(Wire):
    """The term of one suspension, in days of which a month has 30.

    `band` is the longest that the rows provide, `permitted` the part that the circumstances leave
    (without its ends if `open`). `term` is the final term: `proposed`, or chosen with a reason.
    `until` is set if it ends earlier because the licence does.
    """

    kind: ExtraKind
    licence: str
    band_least: int
    band_most: int
    permitted_least: int
    permitted_most: int
    open: bool
    proposed: int
    term: int
    until: date | None
    steps: list[Step]


class ExplanationRight(Wire):
    """Whether the violator may explain the violation before the decision (Law Art 61).

    `doubtful` if only a note that must still be checked says so. The right is then granted.
    """

    exists: bool
    doubtful: bool
    reasons: list[Step]


class Computation(Wire, omit_defaults=True):
    """The whole reckoning.

    `hash` is the SHA-256, in hex, of the RFC 8785 form of the order and of all other fields.
    """

    order: SanctionOrder
    acts: list[ActComputation]
    total_vnd: int
    explanation: ExplanationRight
    rules: list[str]
    """Ids of the dated rules that were used."""
    remarks: list[Remark]
    hash: str
    suspensions: list[SuspensionTerm] = field(default_factory=list)


class Refusal(Wire):
    """Why something is not allowed: a sentence and its article.

    `check` says what is doubtful about the rule itself, and `certainty` how sure it is: only a
    refusal that was read in the act itself (R) stops a signer.
    """

    code: str
    text: Text
    article: str
    check: Text | None = None
    certainty: Certainty = "R"


class LateInterest(Wire):
    """Interest on an unpaid fine, for `days` from the day after `due_on` to the day of payment."""

    days: int
    amount_vnd: int
    step: Step


class Choice(Wire):
    """Something that an order may name, as a form offers it.

    It has a code, words, an article, and what is doubtful. `known` of a measure: the behaviour's
    article is known to have it.
    """

    code: str
    name: Text
    article: str
    check: Text | None
    known: bool


class SanctionOptions(Wire):
    """What may be chosen for one behaviour."""

    mitigating: list[Choice]
    aggravating: list[Choice]
    multipliers: list[Choice]
    extra_penalties: list[Choice]
    remedies: list[Choice]


class Title(Wire):
    """A title whose holder may impose sanctions. The lowest rank is 1."""

    code: str
    rank: int
    name: Text

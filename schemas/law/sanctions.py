"""The sanction of an act, as an order to compute and as what was computed: every number with its step and its article.

Money is whole đồng. Days are Vietnamese calendar days. Nothing here decides: a person with competence does, and what he
chose stands beside what was computed.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Multiple, ViolationField

Money = Annotated[int, Meta(ge=0, le=10**13)]
"""Whole đồng; ten thousand billion is beyond any fine, and far below 2^53."""
Words = Annotated[str, Meta(max_length=2000)]


class ExtraKind(StrEnum):
    """Additional penalties that the force may meet (Law 15/2012 Art 21)."""

    CONFISCATION = "confiscation"
    LICENCE_SUSPENSION = "licence_suspension"
    BUSINESS_SUSPENSION = "business_suspension"


class RemedyKind(StrEnum):
    """Remedial measures (Law 15/2012 Art 28.1); the letter of the point stands in the data."""

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


class Behaviour(Wire):
    """What the catalogue said of a behaviour at the version that the order names: copied, so that the reckoning can be
    repeated when the catalogue has moved on. `version` 0 is the draft, which nobody published.

    `multiple` is set where the fine is so many times the goods' value instead of a band.
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
    """Codes of mitigating (Law Art 9) and aggravating (Art 10) circumstances that the file proves for this act."""

    mitigating: list[str]
    aggravating: list[str]


class Values(Wire):
    """What bands are driven by, where the file knows it; null where it does not."""

    goods_value_vnd: Money | None
    illicit_gain_vnd: Money | None
    quantity: Annotated[int, Meta(ge=0)] | None
    """In the driver's unit: packs, grams, units."""


class ActOrder(Wire):
    """One behaviour to be sanctioned. `chosen_vnd` is the officer's amount, null to take what is computed; `reason` is
    needed where it differs. `warning` asks for a warning (cảnh cáo) in place of a fine.
    """

    behaviour: Behaviour
    acted_on: date
    circumstances: Circumstances
    values: Values
    multipliers: list[str]
    warning: bool
    chosen_vnd: Money | None
    reason: Words | None


class ExtraPenalty(Wire):
    """An additional penalty; `value_vnd` of what is confiscated, `months` of a suspension."""

    kind: ExtraKind
    value_vnd: Money | None
    months: Annotated[int, Meta(ge=1, le=24)] | None
    text_vi: Words


class Remedy(Wire):
    """A remedial measure with its words."""

    kind: RemedyKind
    text_vi: Words


class SanctionOrder(Wire):
    """What is to be reckoned: acts of one subject. Bands follow the day of the act, competence and reckoning
    `decided_on`.
    """

    subject: SubjectKind
    decided_on: date
    acts: Annotated[list[ActOrder], Meta(min_length=1, max_length=50)]
    extra_penalties: list[ExtraPenalty]
    remedies: list[Remedy]


class Step(Wire):
    """One step of a reckoning, with its numbers in the sentence."""

    text: Text
    article: str


class Remark(Wire):
    """What a reader must know beside the numbers: a draft, a note to check, a value that does not fit."""

    code: str
    text: Text
    article: str | None


class ActComputation(Wire):
    """What came out for one act. `effective` is the band after multipliers and subject; `permitted` the part of it that
    the circumstances leave; `computed_vnd` lies in it; `amount_vnd` is what stands: computed, or chosen with a reason.
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


class ExplanationRight(Wire):
    """Whether the violator may explain himself before the decision (Law Art 61). `doubtful` where only a note that must
    be checked says so: it is then granted.
    """

    exists: bool
    doubtful: bool
    reasons: list[Step]


class Computation(Wire):
    """The whole reckoning. `hash` is the SHA-256, in hex, of the RFC 8785 form of the order and of all the rest."""

    order: SanctionOrder
    acts: list[ActComputation]
    total_vnd: int
    explanation: ExplanationRight
    rules: list[str]
    """Ids of the dated rules that were used."""
    remarks: list[Remark]
    hash: str


class Refusal(Wire):
    """Why something may not be: the sentence and its article. `check` is what is doubtful about the rule itself."""

    code: str
    text: Text
    article: str
    check: Text | None = None


class LateInterest(Wire):
    """Interest on an unpaid fine: for `days` from the day after `due_on` to the day of payment."""

    days: int
    amount_vnd: int
    step: Step


class Choice(Wire):
    """Something that an order may name, as a form offers it: by its code, with its words, its article and its doubt.

    `known` of a measure: the behaviour's article is known to carry it.
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
    """A title that may sanction, lowest rank 1."""

    code: str
    rank: int
    name: Text

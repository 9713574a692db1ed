"""The rules by which sanctions are computed, as dated data with citations. Pure.

installed.py reads the files. A rule is in force from `valid_from` until the day before `valid_to`.

Bands are those of the day of the act. Everything in this module is as of the day of the decision.
If a title was abolished, its successor decides pending files by the rules of the day of the
decision (Law 88/2025 Art 3.1).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, Literal, TypeVar

import msgspec

from backend.core.errors import DomainError
from backend.law.rules import doublings
from backend.law.rules.doublings import Doubling
from schemas.core.problems import Text
from schemas.law.catalogue import ViolationField
from schemas.law.reckoning import Certainty


class NoRuleOnDay(DomainError):
    """The data has no rule for that day. A lawyer must add one before anything can be computed."""

    code = "no_rule_on_day"
    status = 422
    text_vi = "Dữ liệu pháp luật không có quy định áp dụng vào ngày {day}: {what}."
    text_en = "The law data has no rule in force on {day}: {what}."


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every dated rule. `check` says what must still be compared with the official text.

    `certainty` is set in later editions (schemas/law/reckoning.py).
    """

    id: str
    valid_from: date
    valid_to: date | None
    article: str
    check: Text | None
    certainty: Certainty | None = None


class Ceiling(Rule, frozen=True, kw_only=True):
    """The greatest fine of a field for an individual (Law Art 24).

    `own_law`: another law sets it.
    """

    field: ViolationField
    individual_vnd: int
    own_law: bool


class Competence(Rule, frozen=True, kw_only=True):
    """The powers of a title: its greatest fine (a share of the ceiling or an amount) and measures.

    Amounts apply to individuals. `fields`: a decree on these fields alone states them, and goes
    before what is stated for all. `remedies` may be ALL; `remedies_not` are those that the article
    leaves out. `rank` is the title's at that time, if it was another than now.
    """

    title: str
    percent: int | None
    vnd: int | None
    extra: list[str]
    confiscation_vnd: int | None
    confiscation_multiple: int | None
    remedies: list[str]
    fields: list[ViolationField] | None = None
    remedies_not: list[str] = msgspec.field(default_factory=list)
    rank: int | None = None
    certainty: Certainty = "R"

    def orders(self, remedy: str) -> bool:
        """Tell whether the title may order this remedy."""
        return remedy not in self.remedies_not and (ALL in self.remedies or remedy in self.remedies)


ALL: Final = "all"
"""Every remedy of Law on Handling Administrative Violations Art 28.1, with those that a decree adds
under its point i."""

RouteKind = Literal[
    "chain",
    "chair",
    "banned",
    "split",
    "first_taken",
    "confiscation",
    "enforcement",
    "holding_person",
]


class Route(Rule, frozen=True, kw_only=True):
    """How a file finds who decides it, where the title's own powers do not say so.

    chain: `titles`, through which a file goes up.
    chair: `titles` that decide violations of several bodies' fields (Law Art 52.4.c).
    banned: banned goods to be confiscated go to a signer without a limit of value, unless their
    value is shown.
    split: violations beyond the powers of these chairs are handed on apart.
    first_taken: of equal powers, who took the file first decides it.
    confiscation: `reading`, how the limit of value is read.
    enforcement, holding_person: `titles` that may decide it.
    The first edition has none of these.
    """

    kind: RouteKind
    titles: list[str] = msgspec.field(default_factory=list)
    reading: Literal["individual_least", "doubled_greatest"] | None = None
    certainty: Certainty = "R"


class AmountRule(Rule, frozen=True, kw_only=True):
    """How circumstances place an amount in its band.

    `graded`: two of a kind lead to the band's end. `open`: one of a kind leaves an interval without
    its ends. `full_term`: a licence that ends sooner is suspended for the whole term all the same,
    so that a re-issued one is bound too.
    """

    graded: bool
    open: bool = False
    full_term: bool = False


class NoMinutes(Rule, frozen=True, kw_only=True):
    """The greatest fine that may be imposed without minutes (Law Art 56)."""

    individual_vnd: int
    organisation_vnd: int
    prosecution: bool = False
    """A file that prosecution bodies sent needs no minutes, whatever the fine (Art 56.1.b)."""


class Statute(Rule, frozen=True, kw_only=True):
    """The statute of limitation of a field: years in which an act may be sanctioned (Law Art 6)."""

    field: ViolationField
    years: int
    returned_years: int


Kind = Literal[
    "late_interest",
    "instalments",
    "explanation",
    "lapse",
    "postponement",
    "deemed_delivery",
    "minors",
]


class Numbers(Rule, frozen=True, kw_only=True):
    """A rule that consists of a few numbers. Their names state the unit."""

    kind: Kind
    numbers: dict[str, int]


class Publication(Rule, frozen=True, kw_only=True):
    """In which fields sanctions are made public, and what a publication says (Law Art 72.1; Decree 118/2021 Art 18.2).

    `open_fields` have acts of listed fields among others. The first edition has no such rule.
    """

    fields: list[str]
    open_fields: list[str]
    content: list[str]


class Multiplier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A factor that raises a band, for codes below `prefixes`. A `percent` of 200 doubles it.

    `subject` is set if it applies to one kind of subject only.
    """

    id: str
    percent: int
    prefixes: list[str]
    subject: Literal["individual", "organisation"] | None
    name: Text
    article: str
    check: Text | None


class Referral(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A hint that acts of some rows are punished by another article, under some circumstances.

    `fact` is how a question without a case names these circumstances.
    """

    id: str
    fact: str | None
    prefixes: list[str]
    to: list[str]
    text: Text
    article: str
    certainty: Certainty


class Circumstance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mitigating or aggravating circumstance (Law Art 9, 10).

    Circumstances of one `group` stand in one point of the law and count once together.
    """

    code: str
    sign: Literal["mitigating", "aggravating"]
    name: Text
    article: str
    check: Text | None
    group: str | None = None


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An additional penalty or a remedy: its code, and the name that forms and refusals use."""

    group: Literal["extra", "remedy"]
    code: str
    name: Text
    article: str
    check: Text | None


class TitleRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A title as papers write it, found by the longest folded pattern with which a text begins.

    `body` is whose title it is: only titles of the force sign its own papers. Before `since` and
    from `until` on nobody had powers under it.
    """

    code: str
    rank: int
    name: Text
    patterns: list[str]
    deputy_of: str | None
    check: Text | None
    body: Literal["market", "committee", "department", "inspectorate", "inspection"] = "market"
    since: date | None = None
    until: date | None = None


class Laws(msgspec.Struct, frozen=True, kw_only=True):
    """All data that the rules of this group read."""

    ceilings: list[Ceiling]
    competence: list[Competence]
    amounts: list[AmountRule]
    no_minutes: list[NoMinutes]
    statutes: list[Statute]
    execution: list[Numbers]
    multipliers: list[Multiplier]
    circumstances: list[Circumstance]
    titles: list[TitleRule]
    measures: list[Measure]
    routes: list[Route] = msgspec.field(default_factory=list)
    publications: list[Publication] = msgspec.field(default_factory=list)
    doublings: dict[str, Doubling] = msgspec.field(default_factory=dict)
    """In place of `multipliers`, in later editions."""
    referrals: list[Referral] = msgspec.field(default_factory=list)


def read(files: Mapping[str, bytes]) -> Laws:
    """Parse the laws from JSON files, given by name without ending. Raises ValidationError."""
    return _read(files, msgspec.json.decode(files["multipliers"], type=list[Multiplier]))


def read_edition(files: Mapping[str, bytes]) -> Laws:
    """Parse the laws of a later edition, whose multipliers are named by rows. Raises ValidationError."""
    return msgspec.structs.replace(
        _read(files, []),
        doublings=doublings.read(files["multipliers"]),
        referrals=msgspec.json.decode(files["referrals"], type=list[Referral]),
    )


def _read(files: Mapping[str, bytes], multipliers: list[Multiplier]) -> Laws:
    return Laws(
        ceilings=msgspec.json.decode(files["ceilings"], type=list[Ceiling]),
        competence=msgspec.json.decode(files["competence"], type=list[Competence]),
        amounts=msgspec.json.decode(files["amounts"], type=list[AmountRule]),
        no_minutes=msgspec.json.decode(files["no_minutes"], type=list[NoMinutes]),
        statutes=msgspec.json.decode(files["statutes"], type=list[Statute]),
        execution=msgspec.json.decode(files["execution"], type=list[Numbers]),
        multipliers=multipliers,
        circumstances=msgspec.json.decode(files["circumstances"], type=list[Circumstance]),
        titles=msgspec.json.decode(files["titles"], type=list[TitleRule]),
        measures=msgspec.json.decode(files["measures"], type=list[Measure]),
        routes=msgspec.json.decode(files.get("routes", b"[]"), type=list[Route]),
        publications=msgspec.json.decode(files.get("publication", b"[]"), type=list[Publication]),
    )


R = TypeVar("R", bound=Rule)


def in_force(rules: Iterable[R], day: date, what: str) -> R:
    """Return the one rule in force on a day. Raises NoRuleOnDay if the data has none."""
    found = at(rules, day)
    if found is None:
        raise NoRuleOnDay(day=day.isoformat(), what=what)
    return found


def at(rules: Iterable[R], day: date) -> R | None:
    """Return the one rule in force on a day, or None."""
    asked = (rule for rule in rules if rule.valid_from <= day)
    return next((rule for rule in asked if rule.valid_to is None or day < rule.valid_to), None)


def ceiling(laws: Laws, field: ViolationField, day: date) -> Ceiling:
    """The field's ceiling on a day."""
    return in_force((c for c in laws.ceilings if c.field == field), day, f"ceiling {field}")


def route(laws: Laws, kind: RouteKind, day: date) -> Route | None:
    """Return the route of a kind on a day; None if the book has none."""
    return at((rule for rule in laws.routes if rule.kind == kind), day)


def measure(laws: Laws, group: Literal["extra", "remedy"], code: str) -> Measure:
    """Return a measure by its code.

    Raises KeyError if the data lacks it; a test checks that none is missing.
    """
    return {(m.group, m.code): m for m in laws.measures}[(group, code)]


def numbers(laws: Laws, kind: Kind, day: date) -> Numbers:
    """The numbers of a kind on a day."""
    return in_force((n for n in laws.execution if n.kind == kind), day, kind)

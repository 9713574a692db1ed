"""Which title may take which decision (Law Art 52; Decree 189/2025 Arts 4, 12). Pure.

Three things must all lie within the title's powers: the *maximum* of each act's band (not the
amount chosen), each additional penalty, and each remedy. One of them outside takes the whole file
up (Law Art 52.4). Amounts are stated for individuals; those for organisations are twice as high.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from backend.law.rules import confiscating, titles
from backend.law.rules.bands import factor
from backend.law.rules.laws import Competence, Laws, TitleRule, ceiling, route
from backend.law.rules.laws import measure as measure_of
from backend.law.rules.powers import Deed, Sought, limit_vnd, of_field, other_readings, powers_on
from backend.law.texts.sanctions import refusal
from schemas.core.problems import Text
from schemas.law.sanctions import Computation, ExtraKind, Refusal, Title


def competence_faults(
    title_code: str | None,
    computation: Computation,
    on: date,
    laws: Laws,
    *,
    delegated: bool = False,
) -> list[Refusal]:
    """Return why a title may not take this decision on that day; empty if it may.

    `delegated`: a written delegation is in force, so that a deputy has the head's powers (Law Art
    54).
    """
    return faults_of(title_code, Sought.of(computation), on, laws, delegated=delegated)


def faults_of(
    title_code: str | None, wanted: Sought, on: date, laws: Laws, *, delegated: bool = False
) -> list[Refusal]:
    """See competence_faults(); for a decision that is not computed yet. Raises NoRuleOnDay."""
    title = next((t for t in laws.titles if t.code == title_code), None)
    if title is None or not titles.has_powers(title, on):
        return [no_competence()]
    if fault := deputy_fault(title_code, laws, delegated=delegated):
        return [fault]
    asked = _Asked(title.deputy_of or title.code, wanted, on, laws)
    return [*asked.fines(), *asked.extras(), *asked.remedies()]


def no_competence() -> Refusal:
    """Return the refusal of a title that has no powers to sanction, or none that can be read."""
    return refusal(
        "title_without_competence",
        "Luật XLVPHC Điều 37a; NĐ 189/2025 Điều 12",
        "Chức danh này không có thẩm quyền xử phạt.",
        "This title has no competence to sanction.",
    )


def deputy_fault(title_code: str | None, laws: Laws, *, delegated: bool) -> Refusal | None:
    """Return why a deputy may not act without a delegation. None for every other title."""
    title = next((t for t in laws.titles if t.code == title_code), None)
    if title is None or title.deputy_of is None or delegated:
        return None
    return refusal(
        "delegation_needed",
        "Luật XLVPHC Điều 54.1",
        f"{title.name.vi} chỉ được quyết định khi có quyết định giao quyền còn hiệu lực, đã được văn thư ghi vào sổ và "
        "người thứ hai xác nhận.",
        f"{title.name.en} decides only under a written delegation in force, which the clerk has recorded and a second "
        "person confirmed.",
    )


@dataclass(frozen=True)
class _Asked:
    """A head's powers, asked about one decision."""

    head: str
    wanted: Sought
    on: date
    laws: Laws

    def _rules(self, deeds: tuple[Deed, ...]) -> list[Competence]:
        """The entries that apply to these violations, in their order, each once."""
        found: list[Competence] = []
        for deed in deeds:
            rule = of_field(self.laws, self.head, deed.field, self.on)
            if rule not in found:
                found.append(rule)
        return found

    def fines(self) -> Iterator[Refusal]:
        """Compare the maximum of each act's band."""
        times = factor(self.wanted.subject)
        for deed in self.wanted.deeds:
            if deed.warning:
                continue
            rule = of_field(self.laws, self.head, deed.field, self.on)
            limit = limit_vnd(rule, deed.field, self.on, self.laws) * times
            if deed.most_vnd <= limit:
                continue
            others = other_readings(self.laws, rule, deed.field, self.on)
            alike = [
                one
                for one in others
                if deed.most_vnd > limit_vnd(one, deed.field, self.on, self.laws) * times
            ]
            said = refusal(
                "fine_beyond",
                rule.article,
                f"{deed.code or 'Hành vi'}: mức tối đa của khung {{most}} đồng vượt thẩm quyền {{limit}} đồng.",
                f"{deed.code or 'The violation'}: the band ends at {{most}} VND, beyond the title's {{limit}}.",
                check=rule.check or ceiling(self.laws, deed.field, self.on).check,
                most=deed.most_vnd,
                limit=limit,
            )
            yield surest(said, rule, others, alike)

    def extras(self) -> Iterator[Refusal]:
        """Ask about each additional penalty, and the value of what is confiscated."""
        for extra in self.wanted.extras:
            deeds = self.wanted.answered_by(extra)
            rules = self._rules(deeds)
            if not any(extra.kind in rule.extra for rule in rules):
                name = measure_of(self.laws, "extra", extra.kind).name
                yield _beyond(
                    "extra_penalty_beyond",
                    rules[0],
                    f"Chức danh này không được áp dụng hình thức phạt bổ sung: {name.vi}.",
                    f"This title may not order the additional penalty: {name.en}.",
                )
            elif extra.kind == ExtraKind.CONFISCATION:
                asked = replace(self.wanted, deeds=deeds)
                yield from confiscating.faults(rules[0], extra.value_vnd, asked, self.on, self.laws)

    def remedies(self) -> Iterator[Refusal]:
        """Ask about each remedy."""
        rules = self._rules(self.wanted.deeds)
        for kind in self.wanted.remedies:
            if any(rule.orders(kind) for rule in rules):
                continue
            name = _name(self.laws, kind)
            said = _beyond(
                "remedy_beyond",
                rules[0],
                f"Chức danh này không được áp dụng biện pháp khắc phục hậu quả: {name.vi}.",
                f"This title may not order the remedy: {name.en}.",
            )
            field = self.wanted.deeds[0].field
            others = other_readings(self.laws, rules[0], field, self.on)
            yield surest(said, rules[0], others, [one for one in others if not one.orders(kind)])


def _beyond(code: str, rule: Competence, vi: str, en: str) -> Refusal:
    said = refusal(code, rule.article, vi, en, check=rule.check)
    return msgspec.structs.replace(said, certainty=rule.certainty)


def surest(
    said: Refusal, rule: Competence, others: list[Competence], alike: list[Competence]
) -> Refusal:
    """Return a refusal as sure as the surest text that refuses, where all that apply do.

    `others` are the entries that apply as well as `rule`; `alike` those of them that refuse too.
    """
    if others and len(alike) == len(others):
        best = min([rule, *alike], key=lambda one: _ORDER.index(one.certainty))
        article = said.article if best is rule else f"{said.article}; {best.article}"
        return msgspec.structs.replace(said, certainty=best.certainty, article=article)
    return msgspec.structs.replace(said, certainty=rule.certainty)


_ORDER = ("R", "R2", "M", "U")


def _name(laws: Laws, kind: str) -> Text:
    try:
        return measure_of(laws, "remedy", kind).name
    except KeyError:
        return Text(vi=kind, en=kind)


def who_may(computation: Computation, on: date, laws: Laws) -> list[Title]:
    """Return the lowest titles that may take the decision, all of one rank; empty if none may."""
    return lowest_of(Sought.of(computation), on, laws)


def lowest_of(wanted: Sought, on: date, laws: Laws) -> list[Title]:
    """See who_may(); for a decision that is not computed yet.

    Where the book has a chain by which files go up, its titles come first among those of one rank,
    and titles of other bodies count only if the chain names them.
    """
    chain = route(laws, "chain", on)
    named = chain.titles if chain else []
    able = [
        (powers_on(laws, rule.code, on).rank or rule.rank, rule)
        for rule in titles.heads(laws)
        if _asked_about(rule, named, on, laws) and not faults_of(rule.code, wanted, on, laws)
    ]
    if not able:
        return []
    first = min(rank for rank, _ in able)
    found = [rule for rank, rule in able if rank == first]
    found.sort(key=lambda rule: named.index(rule.code) if rule.code in named else len(named))
    return [Title(code=rule.code, rank=first, name=rule.name) for rule in found]


def _asked_about(rule: TitleRule, chain: list[str], on: date, laws: Laws) -> bool:
    if not chain:
        return True
    known = any(
        one.title == rule.code
        and one.valid_from <= on
        and (one.valid_to is None or on < one.valid_to)
        for one in laws.competence
    )
    return known and titles.has_powers(rule, on) and (rule.body == "market" or rule.code in chain)

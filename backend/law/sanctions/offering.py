"""What a form offers for behaviours of a later edition: only what their rows provide."""

from collections.abc import Iterable, Sequence

from backend.law.rules.doublings import Doubling
from backend.law.rules.laws import Circumstance, Laws, measure
from backend.law.sanctions.installed import laws_of
from backend.law.texts import conditions as words
from schemas.core.problems import Text
from schemas.law.provisions import Condition, ExtraKind, ProvidedPenalty, ProvidedRemedy
from schemas.law.sanctions import Behaviour, Choice, SanctionOptions

_WITHOUT_FINE = "Luật XLVPHC Điều 65.2"


def options(rows: Sequence[Behaviour], book: str, *, everything: bool = False) -> SanctionOptions:
    """Return circumstances, and the penalties and remedies that some row of these provides.

    `known` of a measure: a row provides it. `check` says for which term, under which conditions, and
    what it is an alternative of. `everything`: also confiscation and all remedies that no row
    provides, for a decision without a fine (Law Art 65.2); so does a decree that was not read.
    """
    laws = laws_of(book)
    everything = everything or any(row.certainty is None for row in rows)
    extras = [group for row in rows for group in row.extra]
    remedies = [group for row in rows for group in row.provided_remedies]
    return SanctionOptions(
        mitigating=[_choice(one) for one in laws.circumstances if one.sign == "mitigating"],
        aggravating=[_choice(one) for one in laws.circumstances if one.sign == "aggravating"],
        multipliers=[],
        extra_penalties=_with_others("extra", _measures("extra", extras, laws), laws, everything),
        remedies=_with_others("remedy", _measures("remedy", remedies, laws), laws, everything),
    )


def _with_others(side: str, found: list[Choice], laws: Laws, everything: bool) -> list[Choice]:
    if not everything:
        return found
    there = {one.code for one in found}
    others = [
        Choice(code=one.code, name=one.name, article=_WITHOUT_FINE, check=None, known=False)
        for one in laws.measures
        if one.group == side and one.code not in there
        if side == "remedy" or one.code == ExtraKind.CONFISCATION
    ]
    return [*found, *others]


def _choice(one: Circumstance) -> Choice:
    return Choice(code=one.code, name=one.name, article=one.article, check=one.check, known=True)


Provided = ProvidedPenalty | ProvidedRemedy


def _measures(side: str, groups: Sequence[Sequence[Provided]], laws: Laws) -> list[Choice]:
    kinds = dict.fromkeys(one.kind for group in groups for one in group)
    found = []
    for kind in kinds:
        own = [(one, group) for group in groups for one in group if one.kind == kind]
        rule = measure(laws, "extra" if side == "extra" else "remedy", kind)
        found.append(
            Choice(
                code=kind,
                name=rule.name,
                article=rule.article,
                check=_told([one for one, _ in own], [group for _, group in own], laws),
                known=True,
            )
        )
    return found


def _told(own: Sequence[Provided], groups: Iterable[Sequence[Provided]], laws: Laws) -> Text | None:
    """Say the terms, conditions and alternatives of a measure."""
    vi: list[str] = []
    en: list[str] = []
    for one in own:
        if isinstance(one, ProvidedPenalty) and one.months_least and one.months_most:
            vi.append(f"{one.months_least}–{one.months_most} tháng")
            en.append(f"{one.months_least}–{one.months_most} months")
        if isinstance(one, ProvidedPenalty) and one.object:
            said = OBJECTS[one.object]
            vi.append(said.vi)
            en.append(said.en)
        if isinstance(one, ProvidedPenalty) and one.value_from_vnd:
            millions = one.value_from_vnd // 10**6
            vi.append(f"trị giá từ {millions} triệu đồng")
            en.append(f"from {millions} million VND")
        if one.when:
            vi.append("khi: " + " hoặc ".join(words.WORDS[name].vi.lower() for name in one.when))
            en.append("if: " + " or ".join(words.WORDS[name].en.lower() for name in one.when))
    others = {other.kind for group in groups for other in group} - {one.kind for one in own}
    for kind in sorted(others):
        side = "extra" if isinstance(own[0], ProvidedPenalty) else "remedy"
        name = measure(laws, "extra" if side == "extra" else "remedy", kind).name
        vi.append(f"hoặc: {name.vi}")
        en.append(f"or: {name.en}")
    if not vi:
        return None
    return Text(vi="; ".join(dict.fromkeys(vi)), en="; ".join(dict.fromkeys(en)))


OBJECTS = {
    "goods": Text(vi="tang vật", en="the goods"),
    "tools": Text(vi="công cụ, phương tiện sản xuất", en="tools of production"),
    "vehicle": Text(vi="phương tiện vận chuyển", en="the vehicle that transported"),
    "means": Text(vi="phương tiện vi phạm", en="means of the violation"),
}
"""What is confiscated, in words."""


def conditions(row: Behaviour, book: str) -> list[Choice]:
    """Return the conditions that a row names, each as a box to tick with the clause that it opens.

    Goods that a clause lists are told with it.
    """
    laws = laws_of(book)
    clauses = [laws.doublings[one] for one in row.doublings]
    named: dict[Condition, list[str]] = {}
    for clause in clauses:
        for one in clause.any_of:
            named.setdefault(one, []).append(clause.article)
    others = [
        *(one for group in row.extra for each in group for one in each.when),
        *(one for group in row.provided_remedies for each in group for one in each.when),
    ]
    for one in others:
        named.setdefault(one, [])
    return [
        Choice(
            code=one,
            name=words.WORDS[one],
            article="; ".join(articles) or row.legal_basis,
            check=_goods(clauses) if one is Condition.LISTED_GOODS else None,
            known=True,
        )
        for one, articles in named.items()
    ]


def _goods(clauses: Iterable[Doubling]) -> Text | None:
    found = [goods.text for clause in clauses for goods in clause.goods]
    if not found:
        return None
    return Text(vi="; ".join(one.vi for one in found), en="; ".join(one.en for one in found))

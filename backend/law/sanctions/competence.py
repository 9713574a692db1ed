"""Answers whether a title may take a decision, and who may, without any case.

The facts and results have the names of a lawyer's own cases: see `reckon()`.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from backend.core import formats
from backend.law import books
from backend.law.catalogue import files as catalogue
from backend.law.rules import competence, offices, routing
from backend.law.rules.bands import factor
from backend.law.rules.laws import (
    Competence,
    Laws,
    NoRuleOnDay,
    RouteKind,
    TitleRule,
    ceiling,
    route,
)
from backend.law.rules.powers import Deed, Sought, limit_vnd, of_field
from backend.law.sanctions.installed import laws_of
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import ViolationField
from schemas.law.reckoning import Asked, ReckonedStep, Reckoning
from schemas.law.sanctions import Refusal

_IN_THE_FORCE = 3
"""Up to this rank a file goes up inside the province's own force, which no text leaves open."""


class FactMissing(ValueError):
    """A fact is missing or cannot be read; the text says which."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(vi=vi, en=en)


def reckon(facts: Mapping[str, str], book: str | None = None) -> Reckoning:
    """Say whether a title may decide: `may`, `why` not, the `lowest` title that may, and the steps.

    `title`, `on`: whose powers, on the day of the decision. The violations: `code`, several joined
    with +; or `band_max` and `field`, the end of the band for this `subject`. `extra`, `value` (of
    the goods to be confiscated, in đồng; absent if not known), `remedies`, `banned`. `deputy`,
    `delegated`, `acting`: the holder is the title's deputy, under a delegation (`delegation` is what
    is wrong with it), or acts as the head. `bodies`: several, if violations of other bodies' fields
    are in the file. `taken_by_other`: a body with equal powers took it first. `what`: seizure,
    enforcement or holding_person, in place of a sanction. Without `book` the newest counts.
    """
    book = book or books.newest()
    laws = laws_of(book)
    try:
        return _answered(dict(facts), book, laws)
    except FactMissing as missing:
        said = missing.text
    except NoRuleOnDay as none:
        said = none.text
    return Reckoning(asked=Asked.COMPETENCE, book=book, facts=dict(facts), result={}, refused=said)


def _answered(facts: dict[str, str], book: str, laws: Laws) -> Reckoning:
    title, on = _title(facts, laws), _day(facts)
    if (what := facts.get("what", "sanction")) != "sanction":
        found = _of_measure(what, title, facts, on, laws)
        return _said_of(facts, book, found, [_step(fault) for fault in found])
    wanted = _wanted(facts, laws)
    steps = _limits(title, wanted, on, laws)
    found = _faults(title, facts, wanted, on, laws)
    told = _said_of(facts, book, found, [*steps, *(_step(fault) for fault in found)])
    result, steps = told.result, told.steps
    several = _several(facts)
    if several:
        result["route"] = "chair"
    able = routing.chairs(wanted, on, laws) if several else competence.lowest_of(wanted, on, laws)
    if able:
        result["lowest"] = able[0].code
        chain = route(laws, "chair" if several else "chain", on)
        doubtful = chain is not None and (several or able[0].rank > _IN_THE_FORCE)
        names = "; ".join(one.name.vi for one in able), "; ".join(one.name.en for one in able)
        steps.append(
            ReckonedStep(
                text=Text(vi=f"Có thẩm quyền: {names[0]}.", en=f"Who may: {names[1]}."),
                article=chain.article if chain else "Luật XLVPHC Điều 52.4",
                certainty=chain.certainty if chain and doubtful else "R",
                doubt=chain.check if chain and doubtful else None,
            )
        )
    elif len(wanted.deeds) > 1:
        apart = routing.beyond_the_chair(wanted, on, laws)
        result["split"] = "+".join(apart)
    return told


def _said_of(
    facts: dict[str, str], book: str, found: list[Refusal], steps: list[ReckonedStep]
) -> Reckoning:
    result = {"may": "no" if found else "yes"}
    if found:
        result["why"] = "+".join(dict.fromkeys(fault.code for fault in found))
    return Reckoning(asked=Asked.COMPETENCE, book=book, facts=facts, result=result, steps=steps)


def _of_measure(
    what: str, title: TitleRule, facts: Mapping[str, str], on: date, laws: Laws
) -> list[Refusal]:
    """Answer about a seizure, an enforcement or holding a person, which have no reckoning."""
    code, fault = _holder(title, facts, laws)
    if fault is None:
        fault = competence.deputy_fault(code, laws, delegated=_delegated(facts))
    if fault is None and what == "seizure":
        fault = offices.office_fault(title.code, on, laws, delegated=True, measure="confiscation")
    elif fault is None and what in ("enforcement", "holding_person"):
        kind: RouteKind = "enforcement" if what == "enforcement" else "holding_person"
        fault = routing.other_measure(kind, title, on, laws)
    elif fault is None:
        raise FactMissing(f"Không rõ “{what}” là quyết định gì.", f"Unknown decision “{what}”.")
    return [fault] if fault else []


def _holder(
    title: TitleRule, facts: Mapping[str, str], laws: Laws
) -> tuple[str | None, Refusal | None]:
    """Return the code of the title under which the holder signs, or why nobody signs under it."""
    if not _yes(facts, "deputy") or _yes(facts, "acting"):
        return title.code, None
    code = next((one.code for one in laws.titles if one.deputy_of == title.code), None)
    return code, None if code else routing.no_deputy(title)


def _delegated(facts: Mapping[str, str]) -> bool:
    """Tell whether a delegation is there and nothing is wrong with it."""
    return _yes(facts, "delegated") and "delegation" not in facts


def _several(facts: Mapping[str, str]) -> bool:
    return facts.get("bodies", "one") != "one"


def _faults(
    title: TitleRule, facts: Mapping[str, str], wanted: Sought, on: date, laws: Laws
) -> list[Refusal]:
    code, fault = _holder(title, facts, laws)
    if fault is not None:
        return [fault]
    found = competence.faults_of(code, wanted, on, laws, delegated=_delegated(facts))
    if found and found[0].code in ("title_without_competence", "delegation_needed"):
        return found
    if _several(facts) and (said := routing.several_bodies(title, on, laws)):
        found = [said, *found]
    if _yes(facts, "taken_by_other") and (said := routing.taken_first(on, laws)):
        found = [*found, said]
    return found


def _limits(title: TitleRule, wanted: Sought, on: date, laws: Laws) -> list[ReckonedStep]:
    """Show each band beside the title's limit, whether it suffices or not."""
    steps = []
    for deed in wanted.deeds:
        try:
            rule = of_field(laws, title.code, deed.field, on)
        except NoRuleOnDay:
            return []
        limit = limit_vnd(rule, deed.field, on, laws) * factor(wanted.subject)
        steps.append(
            ReckonedStep(
                text=Text(
                    vi=_said("vi", title, rule, limit, deed),
                    en=_said("en", title, rule, limit, deed),
                ),
                article=rule.article,
                certainty=rule.certainty,
                doubt=rule.check,
            )
        )
    return steps


_LIMIT: dict[str, str] = {
    "vi": "{title}: phạt đến {limit} đồng{share}; khung {code}đến {most} đồng.",
    "en": "{title}: fines up to {limit} VND{share}; the band {code}ends at {most}.",
}
_SHARE = {"vi": " ({0} % mức tối đa của lĩnh vực)", "en": " ({0} % of the field's ceiling)"}


def _said(
    language: formats.Language, title: TitleRule, rule: Competence, limit: int, deed: Deed
) -> str:
    return _LIMIT[language].format(
        title=getattr(title.name, language),
        limit=formats.grouped(limit, language),
        share=_SHARE[language].format(rule.percent) if rule.vnd is None else "",
        code=f"{deed.code} " if deed.code else "",
        most=formats.grouped(deed.most_vnd, language),
    )


def _step(fault: Refusal) -> ReckonedStep:
    return ReckonedStep(
        text=fault.text, article=fault.article, certainty=fault.certainty, doubt=fault.check
    )


def _title(facts: Mapping[str, str], laws: Laws) -> TitleRule:
    code = facts.get("title", "")
    found = next((t for t in laws.titles if t.code == code and t.deputy_of is None), None)
    if found is None:
        raise FactMissing(f"Không có chức danh “{code}”.", f"There is no title “{code}”.")
    return found


def _day(facts: Mapping[str, str]) -> date:
    try:
        return date.fromisoformat(facts.get("on", ""))
    except ValueError as wrong:
        raise FactMissing(
            "Hãy nêu ngày quyết định (on).", "Give the day of the decision (on)."
        ) from wrong


def _wanted(facts: Mapping[str, str], laws: Laws) -> Sought:
    subject = _subject(facts)
    extras = _list(facts, "extra")
    value = _number(facts, "value")
    banned = _yes(facts, "banned")
    if banned and "confiscation" not in extras:
        extras.append("confiscation")
    return Sought(
        subject=subject,
        deeds=tuple(_deeds(facts, subject, laws)),
        extras=tuple((kind, value if kind == "confiscation" else None) for kind in extras),
        remedies=tuple(_list(facts, "remedies")),
        goods_banned=banned,
    )


def _subject(facts: Mapping[str, str]) -> SubjectKind:
    said = facts.get("subject", SubjectKind.INDIVIDUAL)
    try:
        return SubjectKind(said)
    except ValueError as wrong:
        raise FactMissing(f"Không rõ đối tượng “{said}”.", f"Unknown subject “{said}”.") from wrong


def _deeds(facts: Mapping[str, str], subject: SubjectKind, laws: Laws) -> list[Deed]:
    codes = _list(facts, "code")
    most = _number(facts, "band_max")
    if not codes:
        if most is None or "field" not in facts:
            raise FactMissing(
                "Hãy nêu mã hành vi (code), hoặc mức tối đa của khung và lĩnh vực (band_max, field).",
                "Give the code of the violation, or the end of the band and the field (band_max, field).",
            )
        return [Deed("", _field(facts["field"]), most)]
    return [_known(code, most, subject, _day(facts), laws) for code in codes]


def _known(code: str, most: int | None, subject: SubjectKind, on: date, laws: Laws) -> Deed:
    row = next((one for one in catalogue.violations() if one.code == code), None)
    if row is None:
        raise FactMissing(f"Danh mục không có hành vi {code}.", f"The catalogue has no {code}.")
    if most is None:
        twice = factor(subject)
        most = row.fine_max_vnd * twice // (2 if row.subject == "organisation" else 1)
        most = min(most, ceiling(laws, row.field, on).individual_vnd * twice)
    return Deed(code, row.field, most)


def _field(said: str) -> ViolationField:
    try:
        return ViolationField(said)
    except ValueError as wrong:
        raise FactMissing(f"Không có lĩnh vực “{said}”.", f"There is no field “{said}”.") from wrong


def _list(facts: Mapping[str, str], key: str) -> list[str]:
    return [one.strip() for one in facts.get(key, "").split("+") if one.strip()]


def _yes(facts: Mapping[str, str], key: str) -> bool:
    return facts.get(key, "no") == "yes"


def _number(facts: Mapping[str, str], key: str) -> int | None:
    said = facts.get(key)
    if said is None or said == "":
        return None
    try:
        return msgspec.convert(said, type=int, strict=False)
    except msgspec.ValidationError as wrong:
        raise FactMissing(
            f"“{key}” không phải số đồng.", f"“{key}” is not a sum in đồng."
        ) from wrong

"""Answers whether a title may take a decision, and who may, without any case.

The facts and results have the names of a lawyer's own cases: see `reckon()`.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from backend.core import formats
from backend.law import books
from backend.law.errors import OrderFault
from backend.law.rules import competence, offices, routing
from backend.law.rules.bands import factor
from backend.law.rules.laws import (
    Competence,
    Laws,
    NoRuleOnDay,
    RouteKind,
    TitleRule,
    route,
)
from backend.law.rules.powers import Deed, Sought, limit_vnd, of_field
from backend.law.sanctions import competence_facts as told
from backend.law.sanctions.installed import laws_of
from schemas.core.problems import Text
from schemas.law.reckoning import Asked, ReckonedStep, Reckoning
from schemas.law.sanctions import Refusal

_IN_THE_FORCE = 3
"""Up to this rank a file goes up inside the province's own force, which no text leaves open."""


def reckon(facts: Mapping[str, str], book: str | None = None) -> Reckoning:
    """Say whether a title may decide: `may`, `why` not, the `lowest` title that may, and the steps.

    `may` is partly for a chair who hands on violations beyond his powers: `split_off`.

    `title`, `on`: whose powers, on the day of the decision. The violations: `code`, several joined
    with +; or `band_max` and `field`, the end of the band for this `subject`. `extra`, `value` (of
    the goods to be confiscated, in đồng; absent if not known), `remedies`, `banned`. `deputy`,
    `delegated`, `acting`: the holder is the title's deputy, under a delegation (`delegation` is what
    is wrong with it), or acts as the head. `bodies`: several, if violations of other bodies' fields
    are in the file. `taken_by_other`: a body with equal powers took it first. `what`: seizure,
    enforcement or holding_person, in place of a sanction; equal_powers asks who `decides`. Without
    `book` the newest counts.
    """
    book = book or books.newest()
    laws = laws_of(book)
    try:
        return _answered(dict(facts), book, laws)
    except told.FactMissing as missing:
        said = missing.text
    except (NoRuleOnDay, OrderFault) as none:
        said = none.text
    except (ValueError, msgspec.ValidationError) as wrong:
        said = Text(vi=f"Không đọc được: {wrong}", en=f"Cannot be read: {wrong}")
    return Reckoning(asked=Asked.COMPETENCE, book=book, facts=dict(facts), result={}, refused=said)


def _answered(facts: dict[str, str], book: str, laws: Laws) -> Reckoning:
    if facts.get("what") == "equal_powers":
        return _equal(facts, book, laws)
    title, on = told.title_of(facts, laws), told.day_of(facts)
    if (what := facts.get("what", "sanction")) != "sanction":
        found = _of_measure(what, title, facts, on, laws)
        return _said_of(facts, book, found, [_step(fault) for fault in found])
    told.known_measures(facts, laws)
    wanted = told.wanted(facts, book)
    steps = _limits(title, wanted, on, laws)
    found = _faults(title, facts, wanted, on, laws)
    answer = _said_of(facts, book, found, [*steps, *(_step(fault) for fault in found)])
    result, steps = answer.result, answer.steps
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
    if apart := routing.split_off(title.code, wanted, on, laws):
        result |= {"may": "partly", "split_off": "+".join(apart)}
    return answer


def _equal(facts: dict[str, str], book: str, laws: Laws) -> Reckoning:
    """Say who of several with equal powers decides: who took the file first."""
    on = told.day_of(facts) if "on" in facts else date.fromisoformat(books.newest())
    said = routing.taken_first(on, laws)
    steps = [_step(said)] if said else []
    result = {"decides": "first"}
    return Reckoning(asked=Asked.COMPETENCE, book=book, facts=facts, result=result, steps=steps)


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
        raise told.FactMissing(
            f"Không rõ “{what}” là quyết định gì.", f"Unknown decision “{what}”."
        )
    return [fault] if fault else []


def _holder(
    title: TitleRule, facts: Mapping[str, str], laws: Laws
) -> tuple[str | None, Refusal | None]:
    """Return the code of the title under which the holder signs, or why nobody signs under it."""
    if not told.yes(facts, "deputy") or told.yes(facts, "acting"):
        return title.code, None
    code = next((one.code for one in laws.titles if one.deputy_of == title.code), None)
    return code, None if code else routing.no_deputy(title)


def _delegated(facts: Mapping[str, str]) -> bool:
    """Tell whether a delegation is there and nothing is wrong with it."""
    return told.yes(facts, "delegated") and "delegation" not in facts


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
    if told.yes(facts, "taken_by_other") and (said := routing.taken_first(on, laws)):
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

"""Reads the facts of a question on competence, as text, into what the rules ask about.

The names of the facts are those of a lawyer's own cases: see competence.reckon().
"""

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from backend.law import books
from backend.law.rules.laws import Laws, TitleRule
from backend.law.rules.powers import Deed, Extra, Sought
from backend.law.sanctions import rows_asked
from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import ViolationField
from schemas.law.provisions import Condition
from schemas.law.sanctions import Values

_CONFISCATION = "confiscation"
_MEASURE = re.compile(r"[a-z0-9_.]{1,40}")


class FactMissing(ValueError):
    """A fact is missing or cannot be read; the text says which."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(vi=vi, en=en)


def title_of(facts: Mapping[str, str], laws: Laws) -> TitleRule:
    """Return the head's title that the facts name. Raises FactMissing."""
    code = facts.get("title", "")
    found = next((t for t in laws.titles if t.code == code and t.deputy_of is None), None)
    if found is None:
        raise FactMissing(f"Không có chức danh “{code}”.", f"There is no title “{code}”.")
    return found


def day_of(facts: Mapping[str, str]) -> date:
    """Return the day of the decision. Raises FactMissing."""
    try:
        return date.fromisoformat(facts.get("on", ""))
    except ValueError as wrong:
        raise FactMissing(
            "Hãy nêu ngày quyết định (on).", "Give the day of the decision (on)."
        ) from wrong


def known_measures(facts: Mapping[str, str], laws: Laws) -> None:
    """Check the measures that the facts name: remedies also by the law's own points, as 3.3.i.

    Raises FactMissing for what can be neither.
    """
    extras = {one.code for one in laws.measures if one.group == "extra"}
    wrong = [one for one in _list(facts, "extra") if one not in extras]
    wrong += [one for one in _list(facts, "remedies") if not _MEASURE.fullmatch(one)]
    if wrong:
        said = wrong[0][:40]
        raise FactMissing(f"Không có biện pháp “{said}”.", f"There is no measure “{said}”.")


def wanted(facts: Mapping[str, str], book: str) -> Sought:
    """Return the decision in question; what rows provide counts unless the facts name it.

    Raises FactMissing, OrderFault, NoRuleOnDay.
    """
    subject, found = _subject(facts), _rows(facts, book)
    value, banned = _number(facts, "value"), yes(facts, "banned")
    deeds = tuple(one.deed for one in found) or (_stated(facts),)
    extras = [extra for one in found for extra in one.extras]
    remedies = [remedy for one in found for remedy in one.remedies]
    if "extra" in facts:
        named = _list(facts, "extra")
        extras = [Extra(kind, value if kind == _CONFISCATION else None) for kind in named]
    if banned and all(extra.kind != _CONFISCATION for extra in extras):
        extras.append(Extra(_CONFISCATION, value))
    return Sought(
        subject=subject,
        deeds=deeds,
        extras=tuple(extras),
        remedies=tuple(_list(facts, "remedies") if "remedies" in facts else remedies),
        goods_banned=banned,
    )


def _rows(facts: Mapping[str, str], book: str) -> list[rows_asked.Asked]:
    on = day_of(facts)
    given = rows_asked.Given(
        subject=_subject(facts),
        on=on,
        acted_on=date.fromisoformat(facts["acted_on"]) if "acted_on" in facts else on,
        conditions=msgspec.convert(_list(facts, "conditions"), type=list[Condition]),
        values=Values(
            goods_value_vnd=_number(facts, "goods_value"),
            illicit_gain_vnd=_number(facts, "gain"),
            quantity=None,
            genuine_value_vnd=_number(facts, "genuine_value"),
            transaction_value_vnd=_number(facts, "transaction_value"),
        ),
        confiscated_vnd=_number(facts, "value"),
    )
    found = []
    for at, code in enumerate(_list(facts, "code")):
        one = rows_asked.asked(code, given, None if book == books.FIRST else book)
        if one is None:
            raise FactMissing(f"Danh mục không có hành vi {code}.", f"The catalogue has no {code}.")
        extras = [Extra(extra.kind, extra.value_vnd, (at,)) for extra in one.extras]
        found.append(one._replace(extras=extras))
    return found


def _subject(facts: Mapping[str, str]) -> SubjectKind:
    said = facts.get("subject", SubjectKind.INDIVIDUAL)
    try:
        return SubjectKind(said)
    except ValueError as wrong:
        raise FactMissing(f"Không rõ đối tượng “{said}”.", f"Unknown subject “{said}”.") from wrong


def _stated(facts: Mapping[str, str]) -> Deed:
    most = _number(facts, "band_max")
    if most is None or "field" not in facts:
        raise FactMissing(
            "Hãy nêu mã hành vi (code), hoặc mức tối đa của khung và lĩnh vực (band_max, field).",
            "Give the code of the violation, or the end of the band and the field (band_max, field).",
        )
    return Deed("", _field(facts["field"]), most)


def _field(said: str) -> ViolationField:
    try:
        return ViolationField(said)
    except ValueError as wrong:
        raise FactMissing(f"Không có lĩnh vực “{said}”.", f"There is no field “{said}”.") from wrong


def _list(facts: Mapping[str, str], key: str) -> list[str]:
    return [one.strip() for one in facts.get(key, "").split("+") if one.strip()]


def yes(facts: Mapping[str, str], key: str) -> bool:
    """Tell whether the facts say yes to this; what they do not say is no."""
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

"""What is typed on the sanction page, and the order that it means. Money in whole đồng, dots and spaces dropped."""

from datetime import date

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.drafting import service as drafting
from backend.drafting.service import Facts
from backend.errors import NotFound
from backend.sanctions import service as sanctions
from schemas.case_acts import RecordedViolation
from schemas.sanctions import (
    ActOrder,
    Choice,
    Circumstances,
    ExtraKind,
    ExtraPenalty,
    Remedy,
    RemedyKind,
    SanctionOptions,
    SanctionOrder,
    Values,
)

_MOST_MONEY = 10**13
MOST_ACTS = 50
"""As many as an order takes."""


def first(facts: Facts) -> Form:
    """The page as it opens: what the violation minutes recorded."""
    known = {one.code: one for one in sanctions.in_use().circumstances}
    values: dict[str, list[str]] = {}
    recorded = facts.recorded.violations if facts.recorded else []
    values["codes"] = [one.code for one in recorded]
    for at, one in enumerate(recorded):
        said = [*one.mitigating, *one.aggravating]
        values[f"{at}.circumstances"] = [
            code for code, law in known.items() if code in said or law.name.vi in said
        ]
        values[f"{at}.goods"] = [_typed(one.goods_value)]
        values[f"{at}.gain"] = [_typed(one.illicit_gain)]
        values[f"{at}.acted_on"] = [one.ended_on.isoformat()]
    total = sum(one.goods_value or 0 for one in recorded)
    values["confiscation_value"] = [_typed(total)]
    return Form(values)


def _typed(amount: int | None) -> str:
    return f"{amount:,}".replace(",", ".") if amount else ""


def money(text: str) -> int | None:
    """An amount as it is typed; None where nothing is. Raises ValueError."""
    amount = typed.whole(text)
    if amount is not None and amount > _MOST_MONEY:
        raise ValueError(text)
    return amount


async def read(
    form: Form, facts: Facts, today: date, language: Language
) -> tuple[SanctionOrder | None, dict[str, str]]:
    """The order, or None and what is wrong by field."""
    errors: dict[str, str] = {}
    acts = []
    known = by_code(facts)
    for at, code in enumerate(form.all("codes")[:MOST_ACTS]):
        try:
            acts.append(await _act(form, at, code, today, language, errors, known.get(at)))
        except NotFound:
            errors["codes"] = say(language, "sanction.code_unknown", code=code)
    if not acts:
        errors.setdefault("codes", say(language, "sanction.code_needed"))
    extras = _extras(form, language, errors)
    if errors:
        return None, errors
    order = SanctionOrder(
        subject=drafting.subject_of(facts),
        decided_on=today,
        acts=acts,
        extra_penalties=extras,
        remedies=[
            Remedy(kind=RemedyKind(kind), text_vi=_words(kind))
            for kind in form.all("remedies")
            if kind in set(RemedyKind)
        ],
    )
    return order, {}


def by_code(facts: Facts) -> dict[int, RecordedViolation]:
    """What the violation minutes recorded, by its place on the page."""
    return dict(enumerate(facts.recorded.violations if facts.recorded else []))


async def _act(
    form: Form,
    at: int,
    code: str,
    today: date,
    language: Language,
    errors: dict[str, str],
    known: RecordedViolation | None,
) -> ActOrder:
    """The order of one behaviour. Of a recorded one its version, day and values are those of the minutes, whatever the
    page says; a value that they did not know is the page's.
    """
    if known is not None and known.code != code:
        raise NotFound(what="violation")

    def amount(name: str) -> int | None:
        try:
            return money(form.text(f"{at}.{name}"))
        except typed.Unclear as unclear:
            errors[f"{at}.{name}"] = say(
                language, "sanction.money_unclear", value=unclear.readings[0]
            )
            return None
        except ValueError:
            errors[f"{at}.{name}"] = say(language, "sanction.money_wrong")
            return None

    def value(name: str, said: int | None) -> int | None:
        return amount(name) if said is None else said

    try:
        typed_day = form.text(f"{at}.acted_on") or today.isoformat()
        acted_on = known.ended_on if known else typed.day(typed_day)
    except ValueError:
        errors[f"{at}.acted_on"] = say(language, "decision.date_wrong")
        acted_on = today
    signs = {one.code: one.sign for one in sanctions.in_use().circumstances}
    ticked = [one for one in form.all(f"{at}.circumstances") if one in signs]
    return ActOrder(
        behaviour=await sanctions.pinned(code, known.catalogue_version)
        if known
        else await sanctions.behaviour(code, acted_on),
        acted_on=acted_on,
        circumstances=Circumstances(
            mitigating=[one for one in ticked if signs[one] == "mitigating"],
            aggravating=[one for one in ticked if signs[one] == "aggravating"],
        ),
        values=Values(
            goods_value_vnd=value("goods", known.goods_value if known else None),
            illicit_gain_vnd=value("gain", known.illicit_gain if known else None),
            quantity=amount("quantity"),
        ),
        multipliers=form.all(f"{at}.multipliers"),
        warning=form.ticked(f"{at}.warning"),
        chosen_vnd=amount("chosen"),
        reason=form.text(f"{at}.reason")[:2000] or None,
    )


def _words(kind: str) -> str:
    """A penalty or remedy as the law names it."""
    return next(one.name.vi for one in sanctions.in_use().measures if one.code == kind)


def _extras(form: Form, language: Language, errors: dict[str, str]) -> list[ExtraPenalty]:
    found = []
    for kind in form.all("extras"):
        if kind not in set(ExtraKind):
            continue
        value = months = None
        if kind == ExtraKind.CONFISCATION:
            try:
                value = money(form.text("confiscation_value"))
            except ValueError:
                errors["confiscation_value"] = say(language, "sanction.money_wrong")
        else:
            text = form.text(f"{kind}_months")
            months = int(text) if text.isdecimal() and 1 <= int(text) <= 24 else None
            if months is None:
                errors[f"{kind}_months"] = say(language, "sanction.months_wrong")
        found.append(
            ExtraPenalty(kind=ExtraKind(kind), value_vnd=value, months=months, text_vi=_words(kind))
        )
    return found


def offered(codes: list[str]) -> SanctionOptions | None:
    """What may be chosen for these behaviours; of penalties and remedies, those that one of their articles is known to
    carry are known. None where there is no behaviour yet.
    """
    found = [sanctions.options(code) for code in codes]
    if not found:
        return None
    extras = {one.code for each in found for one in each.extra_penalties if one.known}
    remedies = {one.code for each in found for one in each.remedies if one.known}
    return msgspec.structs.replace(
        found[0],
        extra_penalties=[_known(one, extras) for one in found[0].extra_penalties],
        remedies=[_known(one, remedies) for one in found[0].remedies],
    )


def _known(choice: Choice, codes: set[str]) -> Choice:
    return msgspec.structs.replace(choice, known=choice.code in codes)


def multipliers(code: str) -> list[Choice]:
    """Multipliers that may raise the band of a behaviour."""
    return sanctions.options(code).multipliers

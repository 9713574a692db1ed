"""Reads the sanction page into an order. Money is in whole đồng; dots and spaces are dropped."""

from datetime import date

from admin_ui.shell import typed
from admin_ui.shell.formats import number
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.casework.drafting.service import ordering, sanction_views
from backend.core.errors import NotFound
from schemas.casework.acts.proceedings import RecordedViolation
from schemas.law.sanctions import ActOrder, ExtraKind, ExtraPenalty, SanctionOrder

_MOST_MONEY = 10**13
_MOST_MONTHS = 24
_DAYS_OF_MONTH = 30


def first(recorded: list[RecordedViolation], book: str) -> Form:
    """Return the form as it opens, filled from the violation minutes."""
    told = ordering.told(recorded, book)
    values: dict[str, list[str]] = {"codes": [one.code for one in told]}
    for at, one in enumerate(told):
        values[f"{at}.circumstances"] = one.circumstances
        values[f"{at}.goods"] = [_typed(one.goods)]
        values[f"{at}.gain"] = [_typed(one.gain)]
        values[f"{at}.acted_on"] = [one.acted_on.isoformat()]
    values["confiscation_value"] = [_typed(ordering.goods_value(recorded))]
    return Form(values)


def _typed(amount: int | None) -> str:
    return number(amount, "vi") if amount else ""


def money(text: str) -> int | None:
    """Read an amount; None if the text is empty. Raises ValueError."""
    amount = typed.whole(text)
    if amount is not None and amount > _MOST_MONEY:
        raise ValueError(text)
    return amount


async def read(
    form: Form, about: sanction_views.ToDecide, today: date, language: Language
) -> tuple[SanctionOrder | None, dict[str, str]]:
    """Return the order, or None and the faults by field."""
    errors: dict[str, str] = {}
    acts = []
    for at, code in enumerate(form.all("codes")[: ordering.MOST_ACTS]):
        try:
            acts.append(await _act(form, at, code, today, language, errors, about))
        except NotFound:
            errors["codes"] = say(language, "sanction.code_unknown", code=code)
    if not acts:
        errors.setdefault("codes", say(language, "sanction.code_needed"))
    extras = _extras(form, language, errors, edition=about.edition)
    if errors:
        return None, errors
    return ordering.order(
        about.subject,
        today,
        acts,
        extras,
        form.all("remedies"),
        about.book,
        without_fine=about.edition and form.ticked("without_fine"),
    ), {}


async def _act(
    form: Form,
    at: int,
    code: str,
    today: date,
    language: Language,
    errors: dict[str, str],
    about: sanction_views.ToDecide,
) -> ActOrder:
    """Read the order of one behaviour. Facts that the minutes record are never taken from the page."""
    known = ordering.known_at(about.violations, at, code)

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

    try:
        typed_day = form.text(f"{at}.acted_on") or today.isoformat()
        acted_on = known.ended_on if known else typed.day(typed_day)
    except ValueError:
        errors[f"{at}.acted_on"] = say(language, "decision.date_wrong")
        acted_on = today
    named = await ordering.behaviour(code, known, acted_on, about.book)
    kinds = ("packs", "units", "mass", "volume", "transaction_value", "excess_percent")
    typed_values = {kind: amount(kind) for kind in kinds if form.text(f"{at}.{kind}")}
    measured = {kind: value for kind, value in typed_values.items() if value is not None}
    said = ordering.TypedAct(
        acted_on=acted_on,
        circumstances=form.all(f"{at}.circumstances"),
        goods=amount("goods") if known is None or known.goods_value is None else None,
        gain=amount("gain") if known is None or known.illicit_gain is None else None,
        quantity=amount("quantity"),
        multipliers=form.all(f"{at}.multipliers"),
        warning=form.ticked(f"{at}.warning"),
        chosen=amount("chosen"),
        reason=form.text(f"{at}.reason")[:2000] or None,
        conditions=form.all(f"{at}.conditions") if about.edition else [],
        measured=measured if about.edition else {},
        age=ordering.age_below_18(about.born_on, acted_on) if about.edition else None,
    )
    return ordering.act(known, named, said)


def _term(form: Form, kind: str, language: Language, errors: dict[str, str]) -> ordering.TypedTerm:
    """Read the term of a suspension: empty is the proposal, half a month is 15 days."""
    months, days = form.text(f"{kind}_months"), form.text(f"{kind}_days")
    wrong = (months and not (months.isdecimal() and int(months) <= _MOST_MONTHS)) or (
        days and not (days.isdecimal() and int(days) < _DAYS_OF_MONTH)
    )
    if wrong:
        errors[f"{kind}_months"] = say(language, "sanction.months_wrong")
        return ordering.TypedTerm()
    try:
        expires = form.text(f"{kind}_expires")
        ends = typed.day(expires) if expires else None
    except ValueError:
        errors[f"{kind}_expires"] = say(language, "decision.date_wrong")
        ends = None
    return ordering.TypedTerm(
        months=int(months) or None if months else None,
        days=int(days) if days else 0,
        expires_on=ends,
        reason=form.text(f"{kind}_reason")[:2000] or None,
    )


def _extras(
    form: Form, language: Language, errors: dict[str, str], *, edition: bool
) -> list[ExtraPenalty]:
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
        elif edition:
            term = _term(form, kind, language, errors)
            found.append(ordering.penalty(ExtraKind(kind), None, None, term))
            continue
        else:
            text = form.text(f"{kind}_months")
            months = int(text) if text.isdecimal() and 1 <= int(text) <= 24 else None
            if months is None:
                errors[f"{kind}_months"] = say(language, "sanction.months_wrong")
        found.append(ordering.penalty(ExtraKind(kind), value, months))
    return found

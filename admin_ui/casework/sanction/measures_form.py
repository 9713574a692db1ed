"""Reads what the sanction page says of additional penalties: what is confiscated, what is suspended."""

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.words import Language, say
from backend.casework.drafting.service import ordering, sanction_views
from schemas.law.sanctions import ExtraKind, ExtraPenalty

_MOST_MONEY = 10**13
_MOST_MONTHS = 24
_DAYS_OF_MONTH = 30
MOST_LICENCES = 10
"""The most licences, or activities, that one decision suspends."""
_MOST_DIGITS = 4
_MORE = "more_"
"""A button whose value begins so asks for one more licence."""


def money(text: str) -> int | None:
    """Read an amount; None if the text is empty. Raises ValueError."""
    amount = typed.whole(text)
    if amount is not None and amount > _MOST_MONEY:
        raise ValueError(text)
    return amount


def _counts(text: str) -> bool:
    """Tell whether a text is a small whole number: no page asks for one of many digits."""
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


def rows(form: Form, kind: str) -> int:
    """Return how many licences or activities the page asks about."""
    text = form.text(f"{kind}_rows")
    shown = int(text) if _counts(text) else 1
    asked = form.text("step") == f"{_MORE}{kind}"
    return max(1, min(MOST_LICENCES, shown + asked))


def asks_for_more(form: Form) -> bool:
    """Tell whether the button that was pressed asks for one more licence."""
    return form.text("step").startswith(_MORE)


def prefix(kind: str, at: int) -> str:
    """Return how the names of the fields of one licence begin."""
    return kind if at == 0 else f"{kind}.{at}"


def extras(
    form: Form,
    about: sanction_views.ToDecide,
    places: list[list[int]],
    language: Language,
    errors: dict[str, str],
) -> list[ExtraPenalty]:
    """Return the additional penalties of the order.

    `places` are those in the order of each behaviour of the page: several if each time is fined.
    """
    found = []
    for kind in form.all("extras"):
        if kind not in set(ExtraKind):
            continue
        if not about.edition:
            found.append(_first_edition(form, ExtraKind(kind), language, errors))
        elif kind == ExtraKind.CONFISCATION:
            found += _confiscations(form, about, language, errors)
        else:
            found += _suspensions(form, ExtraKind(kind), places, language, errors)
    return found


def _amount(form: Form, name: str, language: Language, errors: dict[str, str]) -> int | None:
    try:
        return money(form.text(name))
    except ValueError:
        errors[name] = say(language, "sanction.money_wrong")
        return None


def _first_edition(
    form: Form, kind: ExtraKind, language: Language, errors: dict[str, str]
) -> ExtraPenalty:
    if kind is ExtraKind.CONFISCATION:
        return ordering.penalty(kind, _amount(form, "confiscation_value", language, errors), None)
    text = form.text(f"{kind}_months")
    months = int(text) if _counts(text) and 1 <= int(text) <= _MOST_MONTHS else None
    if months is None:
        errors[f"{kind}_months"] = say(language, "sanction.months_wrong")
    return ordering.penalty(kind, None, months)


def _confiscations(
    form: Form, about: sanction_views.ToDecide, language: Language, errors: dict[str, str]
) -> list[ExtraPenalty]:
    things = [one for one in ordering.confiscating.THINGS if one in form.all("confiscate")]
    if not things:
        errors["confiscate"] = say(language, "sanction.confiscate_what")
    found = []
    for thing in things:
        goods = thing == "goods"
        named = form.all(f"taken.{thing}")
        taken = ordering.confiscating.Taken(
            thing=thing,
            everything=goods and form.text("goods_taken") != "chosen",
            named=frozenset(named),
            words="" if goods else form.text(f"means.{thing}")[:500],
            value=_amount(
                form, "confiscation_value" if goods else f"value.{thing}", language, errors
            ),
        )
        if goods and not taken.everything and not named:
            errors["goods_taken"] = say(language, "sanction.taken_needed")
        if not goods and not named and not taken.words:
            errors[f"means.{thing}"] = say(language, "sanction.means_needed")
        found.append(
            ordering.confiscating.penalty(taken, about.exhibits, all_there=len(things) == 1)
        )
    return found


def _suspensions(
    form: Form,
    kind: ExtraKind,
    places: list[list[int]],
    language: Language,
    errors: dict[str, str],
) -> list[ExtraPenalty]:
    """Read each licence or activity with its own term (Decree 118/2021 Art 9.2, 9.6)."""
    found = []
    count = rows(form, kind)
    for at in range(count):
        begins = prefix(kind, at)
        term = _term(form, begins, places, language, errors)
        if at and not (term.licence or term.months or term.days):
            continue
        if count > 1 and not term.licence:
            errors[f"{begins}_licence"] = say(language, "sanction.licence_needed")
        found.append(ordering.penalty(kind, None, None, term))
    if len(found) == 1:  # rows that were asked for and left empty
        errors.pop(f"{prefix(kind, 0)}_licence", None)
    return found


def _term(
    form: Form,
    begins: str,
    places: list[list[int]],
    language: Language,
    errors: dict[str, str],
) -> ordering.TypedTerm:
    """Read the term of a suspension: empty is the proposal, half a month is 15 days."""
    months, days = form.text(f"{begins}_months"), form.text(f"{begins}_days")
    wrong = (months and not (_counts(months) and int(months) <= _MOST_MONTHS)) or (
        days and not (_counts(days) and int(days) < _DAYS_OF_MONTH)
    )
    if wrong:
        errors[f"{begins}_months"] = say(language, "sanction.months_wrong")
        return ordering.TypedTerm()
    try:
        expires = form.text(f"{begins}_expires")
        ends = typed.day(expires) if expires else None
    except ValueError:
        errors[f"{begins}_expires"] = say(language, "decision.date_wrong")
        ends = None
    answered = [int(one) for one in form.all(f"{begins}_acts") if _counts(one)]
    return ordering.TypedTerm(
        months=int(months) or None if months else None,
        days=int(days) if days else 0,
        expires_on=ends,
        reason=form.text(f"{begins}_reason")[:2000] or None,
        licence=form.text(f"{begins}_licence")[:500],
        acts=[place for one in answered if one < len(places) for place in places[one]],
    )

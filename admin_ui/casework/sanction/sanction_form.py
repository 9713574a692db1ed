"""Reads the sanction page into an order. Money is in whole đồng; dots and spaces are dropped."""

from datetime import date
from functools import partial

from admin_ui.casework.sanction import measures_form
from admin_ui.shell.formats import number
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.words import Language, say
from backend.casework.drafting.service import ordering, sanction_views
from backend.core.errors import NotFound
from schemas.law.sanctions import ActOrder, SanctionOrder

_MOST_TIMES = 30
"""The most acts of a decision: its form has as many lines."""


def first(about: sanction_views.ToDecide) -> Form:
    """Return the form as it opens, filled from the violation minutes and the list of exhibits."""
    recorded = about.violations
    told = ordering.told(recorded, about.book)
    values: dict[str, list[str]] = {"codes": [one.code for one in told]}
    for at, one in enumerate(told):
        values[f"{at}.circumstances"] = one.circumstances
        values[f"{at}.goods"] = [_typed(one.goods)]
        values[f"{at}.gain"] = [_typed(one.gain)]
        values[f"{at}.acted_on"] = [one.acted_on.isoformat()]
    values["confiscate"] = ["goods"]
    if not about.edition or any(one.value is None for one in about.exhibits) or not about.exhibits:
        values["confiscation_value"] = [_typed(ordering.goods_value(recorded))]
    return Form(values)


def _typed(amount: int | None) -> str:
    return number(amount, "vi") if amount else ""


def times(form: Form, at: int) -> int:
    """Return how often a behaviour was committed and is fined each time; 1 if nothing is typed.

    Raises ValueError.
    """
    text = form.text(f"{at}.times")
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= _MOST_TIMES):
        raise ValueError(text)
    return int(text)


def places(form: Form, about: sanction_views.ToDecide) -> list[list[int]]:
    """Return the places in the order of each behaviour of the page: one for each time it is fined."""
    found: list[list[int]] = []
    after = 0
    for at in range(len(form.all("codes")[: ordering.MOST_ACTS])):
        try:
            count = times(form, at) if about.edition else 1
        except ValueError:
            count = 1
        found.append(list(range(after, after + count)))
        after += count
    return found


async def read(
    form: Form, about: sanction_views.ToDecide, today: date, language: Language
) -> tuple[SanctionOrder | None, dict[str, str]]:
    """Return the order, or None and the faults by field."""
    reader = Reader(form, partial(say, language))
    acts = []
    for at, code in enumerate(form.all("codes")[: ordering.MOST_ACTS]):
        try:
            one = await _act(reader, at, code, today, about)
            acts += ordering.each(one, times(form, at) if about.edition else 1)
        except NotFound:
            reader.tell("codes", say(language, "sanction.code_unknown", code=code))
        except ValueError:
            reader.tell(f"{at}.times", say(language, "sanction.times_wrong"))
    if len(acts) > max(_MOST_TIMES, len(form.all("codes"))):
        reader.tell("0.times", say(language, "sanction.times_wrong"))
    if not acts and not reader.errors:
        reader.tell("codes", say(language, "sanction.code_needed"))
    extras = measures_form.extras(reader, about, places(form, about))
    if reader.errors:
        return None, reader.errors
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
    reader: Reader, at: int, code: str, today: date, about: sanction_views.ToDecide
) -> ActOrder:
    """Read the order of one behaviour. Facts that the minutes record are never taken from the page."""
    known, form = ordering.known_at(about.violations, at, code), reader.form

    def amount(name: str, word: str = "") -> int | None:
        return measures_form.money(reader, f"{at}.{name}", f"sanction.{word or name}")

    label = reader.translate("sanction.acted_on")
    typed_day = None if known else reader.day(f"{at}.acted_on", label, required=False)
    acted_on = known.ended_on if known else typed_day or today
    named = await ordering.behaviour(code, known, acted_on, about.book, about.stated)
    kinds = ("packs", "units", "mass", "volume", "transaction_value", "excess_percent")
    typed_values = {kind: amount(kind, f"driver_{kind}") for kind in kinds}
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

"""Reads what the sanction page says of additional penalties: what is confiscated, what is suspended."""

from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader
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
    reader: Reader, about: sanction_views.ToDecide, places: list[list[int]]
) -> list[ExtraPenalty]:
    """Return the additional penalties of the order.

    `places` are those in the order of each behaviour of the page: several if each time is fined.
    """
    found = []
    for kind in reader.form.all("extras"):
        if kind not in set(ExtraKind):
            continue
        if not about.edition:
            found.append(_first_edition(reader, ExtraKind(kind)))
        elif kind == ExtraKind.CONFISCATION:
            found += _confiscations(reader, about)
        else:
            found += _suspensions(reader, ExtraKind(kind), places)
    return found


def money(reader: Reader, at: str, word: str) -> int | None:
    """Read an amount that need not be given."""
    return reader.money(at, reader.translate(word), most=_MOST_MONEY, required=False)


def _first_edition(reader: Reader, kind: ExtraKind) -> ExtraPenalty:
    if kind is ExtraKind.CONFISCATION:
        value = money(reader, "confiscation_value", "sanction.confiscation_value")
        return ordering.penalty(kind, value, None)
    text = reader.form.text(f"{kind}_months")
    months = int(text) if _counts(text) and 1 <= int(text) <= _MOST_MONTHS else None
    if months is None:
        reader.tell(f"{kind}_months", reader.translate("sanction.months_wrong"))
    return ordering.penalty(kind, None, months)


def _confiscations(reader: Reader, about: sanction_views.ToDecide) -> list[ExtraPenalty]:
    form = reader.form
    things = [one for one in ordering.confiscating.THINGS if one in form.all("confiscate")]
    if not things:
        reader.tell("confiscate", reader.translate("sanction.confiscate_what"))
    found = []
    for thing in things:
        goods = thing == "goods"
        named = form.all(f"taken.{thing}")
        taken = ordering.confiscating.Taken(
            thing=thing,
            everything=goods and form.text("goods_taken") != "chosen",
            named=frozenset(named),
            words="" if goods else form.text(f"means.{thing}")[:500],
            value=_taken_value(reader, thing),
        )
        if goods and not taken.everything and not named:
            reader.tell("goods_taken", reader.translate("sanction.taken_needed"))
        if not goods and not named and not taken.words:
            reader.tell(f"means.{thing}", reader.translate("sanction.means_needed"))
        found.append(
            ordering.confiscating.penalty(taken, about.exhibits, all_there=len(things) == 1)
        )
    return found


def _taken_value(reader: Reader, thing: str) -> int | None:
    if thing == "goods":
        return money(reader, "confiscation_value", "sanction.confiscation_value")
    return money(reader, f"value.{thing}", "sanction.means_value")


def _suspensions(reader: Reader, kind: ExtraKind, places: list[list[int]]) -> list[ExtraPenalty]:
    """Read each licence or activity with its own term (Decree 118/2021 Art 9.2, 9.6)."""
    found = []
    count = rows(reader.form, kind)
    for at in range(count):
        begins = prefix(kind, at)
        term = _term(reader, begins, places)
        if at and not (term.licence or term.months or term.days):
            continue
        if count > 1 and not term.licence:
            reader.tell(f"{begins}_licence", reader.translate("sanction.licence_needed"))
        found.append(ordering.penalty(kind, None, None, term))
    if len(found) == 1:  # rows that were asked for and left empty
        reader.errors.pop(f"{prefix(kind, 0)}_licence", None)
    return found


def _term(reader: Reader, begins: str, places: list[list[int]]) -> ordering.TypedTerm:
    """Read the term of a suspension: empty is the proposal, half a month is 15 days."""
    form = reader.form
    months, days = form.text(f"{begins}_months"), form.text(f"{begins}_days")
    wrong = (months and not (_counts(months) and int(months) <= _MOST_MONTHS)) or (
        days and not (_counts(days) and int(days) < _DAYS_OF_MONTH)
    )
    if wrong:
        reader.tell(f"{begins}_months", reader.translate("sanction.months_wrong"))
        return ordering.TypedTerm()
    ends = reader.day(f"{begins}_expires", reader.translate("sanction.expires"), required=False)
    answered = [int(one) for one in form.all(f"{begins}_acts") if _counts(one)]
    return ordering.TypedTerm(
        months=int(months) or None if months else None,
        days=int(days) if days else 0,
        expires_on=ends,
        reason=form.text(f"{begins}_reason")[:2000] or None,
        licence=form.text(f"{begins}_licence")[:500],
        acts=[place for one in answered if one < len(places) for place in places[one]],
    )

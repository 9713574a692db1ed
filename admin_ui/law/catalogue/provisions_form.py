"""What a decree provides besides the band, as rows of the form of a new version.

Each row is one driver, additional penalty or remedy. A penalty or remedy is provided besides the one
before it, or instead of it ("or").
"""

from collections.abc import Callable, Iterable
from typing import Any

from admin_ui.shell import typed
from admin_ui.shell.formats import number
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import MOST_MONEY, Reader
from backend.law.catalogue import service as catalogue
from schemas.law.catalogue import Violation
from schemas.law.provisions import Driver, ProvidedPenalty, ProvidedRemedy

PARTS = ("drivers", "extra", "provided_remedies")
MOST_ROWS = 30
"""The most rows of one part; an edition's rows have fewer than ten."""
_MOST_MONTHS = 24
"""Law on Handling Administrative Violations Art 25: a licence is suspended for 1 to 24 months."""
_MORE = "more_"
RETURNED = "returned"
"""A penalty gives way if the goods are returned to their owner."""

Translate = Callable[..., str]
Groups = list[list[Any]]


def first(row: Violation) -> dict[str, list[str]]:
    """Return the fields as they open, filled from a row."""
    values: dict[str, list[str]] = {}
    for at, one in enumerate(row.drivers):
        name = f"drivers.{at}"
        values[f"{name}.kind"] = [one.kind]
        values[f"{name}.least"] = [number(one.least, "vi")]
        values[f"{name}.most"] = ["" if one.most is None else number(one.most, "vi")]
        values[f"{name}.bound"] = [one.bound]
    for at, (either, penalty) in enumerate(_flat(row.extra)):
        name = f"extra.{at}"
        values[f"{name}.join"] = [either]
        values[f"{name}.kind"] = [catalogue.providing.named(penalty)]
        values[f"{name}.least"] = [str(penalty.months_least or "")]
        values[f"{name}.most"] = [str(penalty.months_most or "")]
        values[f"{name}.when"] = [str(each) for each in penalty.when]
        gives_way = [str(each) for each in penalty.unless]
        values[f"{name}.unless"] = gives_way + ([RETURNED] if penalty.unless_returned else [])
        values[f"{name}.scope"] = list(penalty.scope)
        values[f"{name}.value_from"] = [
            number(penalty.value_from_vnd, "vi") if penalty.value_from_vnd else ""
        ]
    for at, (either, remedy) in enumerate(_flat(row.provided_remedies)):
        name = f"provided_remedies.{at}"
        values[f"{name}.join"] = [either]
        values[f"{name}.kind"] = [str(remedy.kind)]
        values[f"{name}.when"] = [str(each) for each in remedy.when]
        values[f"{name}.instead"] = [str(each) for each in remedy.in_place_of]
        values[f"{name}.acts"] = [", ".join(remedy.acts)]
    values["drivers_rows"] = [str(len(row.drivers))]
    values["extra_rows"] = [str(sum(map(len, row.extra)))]
    values["provided_remedies_rows"] = [str(sum(map(len, row.provided_remedies)))]
    return values


def _flat(groups: Iterable[Iterable[Any]]) -> Iterable[tuple[str, Any]]:
    for group in groups:
        for at, one in enumerate(group):
            yield ("or" if at else "and"), one


def rows(form: Form, part: str) -> int:
    """Return how many rows of a part the page has: one more if the button asked for it."""
    text = form.text(f"{part}_rows")
    shown = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return min(MOST_ROWS, shown + (form.text("step") == f"{_MORE}{part}"))


def asks_for_more(form: Form) -> bool:
    """Tell whether the button that was pressed asks for one more row."""
    return form.text("step").startswith(_MORE)


def shown(form: Form) -> bool:
    """Tell whether the form that was sent has these rows."""
    return bool(form.text("drivers_rows"))


def read(
    form: Form, translate: Translate
) -> tuple[tuple[list[Driver], Groups, Groups], dict[str, str]]:
    """Return drivers, additional penalties and remedies, and the errors by field."""
    reader = Reader(form, translate)
    drivers: list[Driver] = []
    extra: Groups = []
    remedies: Groups = []
    parts: dict[str, Callable[[str], None]] = {
        "drivers": lambda name: drivers.append(_driver(reader, name)),
        "extra": lambda name: _add(extra, form, name, _penalty(reader, name)),
        "provided_remedies": lambda name: _add(remedies, form, name, _remedy(form, name)),
    }
    for part, take in parts.items():
        for name in _named(form, part):
            try:
                take(name)
            except _WrongRow:
                continue
            except (ValueError, LookupError):
                reader.tell(f"{name}.kind", translate("catalogue.row_wrong"))
    return (drivers, extra, remedies), reader.errors


class _WrongRow(Exception):
    """A field of the row is wrong, and says so."""


def _named(form: Form, part: str) -> list[str]:
    """Return how the names of a part's rows begin; a row without a kind is left out."""
    names = [f"{part}.{at}" for at in range(rows(form, part))]
    return [name for name in names if form.text(f"{name}.kind")]


def _add(groups: Groups, form: Form, name: str, one: Any) -> None:
    if groups and form.text(f"{name}.join") == "or":
        groups[-1].append(one)
    else:
        groups.append([one])


def _rising(reader: Reader, name: str, words: tuple[str, str]) -> None:
    """Check that the upper bound of a row is not below the lower one, and that its fields are right so far."""
    least, most = f"{name}.least", f"{name}.most"
    if not {least, most, f"{name}.value_from"} & reader.errors.keys():
        low, high = (typed.whole(reader.form.text(at)) for at in (least, most))
        if high is not None and high < (low or 0):
            first, field = map(reader.translate, words)
            reader.tell(most, reader.translate("catalogue.bounds_rise", field=field, first=first))
    if {least, most, f"{name}.value_from"} & reader.errors.keys():
        raise _WrongRow


def _driver(reader: Reader, name: str) -> Driver:
    words = ("catalogue.driver_least", "catalogue.driver_most")
    low, high = (
        reader.number(
            f"{name}.{at}", reader.translate(word), least=0, most=MOST_MONEY, required=False
        )
        for at, word in zip(("least", "most"), words, strict=True)
    )
    _rising(reader, name, words)
    return catalogue.providing.driver(
        reader.form.text(f"{name}.kind"), low or 0, high, reader.form.text(f"{name}.bound")
    )


def _penalty(reader: Reader, name: str) -> ProvidedPenalty:
    form, words = reader.form, ("catalogue.months_least", "catalogue.months_most")
    low, high = (
        reader.number(
            f"{name}.{at}", reader.translate(word), least=1, most=_MOST_MONTHS, required=False
        )
        for at, word in zip(("least", "most"), words, strict=True)
    )
    value = reader.money(
        f"{name}.value_from", reader.translate("catalogue.value_from"), required=False
    )
    _rising(reader, name, words)
    return catalogue.providing.penalty(
        form.text(f"{name}.kind"),
        (low, high),
        {
            "?": form.all(f"{name}.when"),
            "!": form.all(f"{name}.unless"),
            "@": form.all(f"{name}.scope"),
            ">=": [str(value)] if value else [],
        },
    )


def _remedy(form: Form, name: str) -> ProvidedRemedy:
    acts = [each.strip() for each in form.text(f"{name}.acts").split(",") if each.strip()]
    return catalogue.providing.remedy(
        form.text(f"{name}.kind"),
        {"?": form.all(f"{name}.when"), "#": acts, "/": form.all(f"{name}.instead")},
    )

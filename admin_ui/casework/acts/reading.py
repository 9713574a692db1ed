"""Reads a posted form into the content of an act, field by field.

Each fault is a sentence at its own field. The form itself is shown again, so nothing typed is lost.
The reverse is in initial_values.py.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

import msgspec

from admin_ui.casework.acts.fields import Shape
from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from schemas.core.base import Wire

Choice = tuple[str, str]
"""Value and text."""
MOST_ROWS = 100
"""Most rows that a page accepts. A longer list comes from a paper made on a phone."""


class PaperChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A signed paper that a form may name."""

    id: str
    form: str
    label: str


class Choices(msgspec.Struct, kw_only=True):
    """What a form of a case may be filled with: options of its lists, and values that it carries unasked."""

    lists: dict[str, list[Choice]] = msgspec.field(default_factory=dict)
    papers: list[PaperChoice] = msgspec.field(default_factory=list)
    officers: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    """By id, as acts name officers, but without a role."""
    photos: dict[int, str] = msgspec.field(default_factory=dict)
    """Ids of the inspection's photographs, by photograph number."""
    fixed: dict[str, str] = msgspec.field(default_factory=dict)
    role: str = "verifier"

    def of(self, shape: Shape) -> list[Choice]:
        """Return the options of a field, in the order of the page."""
        if shape.kind == "paper":
            return [
                (one.id, one.label)
                for one in self.papers
                if not shape.forms or one.form in shape.forms
            ]
        if shape.kind in ("officers", "team"):
            return [
                (key, f"{one['full_name']}, {one['title']}") for key, one in self.officers.items()
            ]
        return self.lists.get("exhibits" if shape.kind == "exhibits" else shape.choices, [])


class Reading:
    """Reads one form. `errors` are sentences by field; `translate` returns words in the reader's language."""

    def __init__(self, form: Form, choices: Choices, translate: Callable[..., str]) -> None:
        self._form = form
        self._choices = choices
        self._translate = translate
        self.errors: dict[str, str] = {}

    def values(self, shapes: Iterable[Shape], prefix: str = "") -> dict[str, Any]:
        """Return the values of all fields, as the act carries them."""
        return {
            shape.name: self._value(self._as_asked(shape, prefix), f"{prefix}{shape.name}")
            for shape in shapes
        }

    def _as_asked(self, shape: Shape, prefix: str) -> Shape:
        """Return the field as it is asked: one that does not belong to what was chosen may be empty.

        What was typed there without the script is read all the same, so that the one door judges it.
        """
        if not shape.only_when:
            return shape
        by, *values = shape.only_when
        if self._form.text(f"{prefix}{by}") in values:
            return shape
        return msgspec.structs.replace(shape, required=False)

    def _wrong(self, shape: Shape, at: str, why: str, **numbers: int) -> None:
        if shape.kind == "fixed":  # nobody types this: the page is outdated, or was tampered with
            self.errors.setdefault(at, self._translate("cases.error_carried"))
            return
        field = self._translate(f"case_fields.{shape.word}")
        self.errors.setdefault(at, self._translate(f"cases.error_{why}", field=field, **numbers))

    def _value(self, shape: Shape, at: str) -> Any:
        match shape.kind:
            case "group":
                return self._group(shape, at)
            case "rows":
                return self._rows(shape, at)
            case "tick":
                return self._form.ticked(at)
            case "lines":
                return self._lines(shape, at)
            case "officers" | "team":
                return self._officers(shape, at)
            case "exhibits" | "several":
                return self._several(shape, at)
            case "photos":
                return self._photos(shape, at)
            case _:
                return self._single(shape, at)

    def _single(self, shape: Shape, at: str) -> Any:
        text = self._form.text(at)
        if not text:
            return self._empty(shape, at)
        match shape.kind:
            case "day":
                return self._parsed(shape, at, lambda: typed.day(text).isoformat(), "day")
            case "moment":
                return self._parsed(shape, at, lambda: _utc(text), "moment")
            case "money" | "number":
                return self._whole(shape, at, text)
            case "choice":
                return self._chosen(shape, at, text, shape.options)
            case "listed" | "paper":
                known = [value for value, _ in self._choices.of(shape)]
                return self._chosen(shape, at, text, known)
            case "fixed":
                return self._parsed(shape, at, lambda: _fixed(text), "other")
            case _ if shape.word == "part":
                return self._amount(shape, at, text)
            case _:
                if len(text) < shape.least:
                    self._wrong(shape, at, "short", least=shape.least)
                if len(text) > shape.most:
                    self._wrong(shape, at, "long", most=shape.most)
                return text

    def _empty(self, shape: Shape, at: str) -> Any:
        """Return an empty field's value: of a number that is not asked for and has no null, its initial or least."""
        if shape.required:
            self._wrong(shape, at, "missing")
        elif shape.kind in ("money", "number") and not shape.optional:
            return int(shape.initial or shape.least)
        return None if shape.optional or shape.kind not in ("text", "area") else ""

    def _parsed(self, shape: Shape, at: str, parse: Callable[[], str], why: str) -> str | None:
        try:
            return parse()
        except ValueError:
            self._wrong(shape, at, why)
            return None

    def _chosen(self, shape: Shape, at: str, text: str, known: Iterable[str]) -> str | None:
        if text in known:
            return text
        self._wrong(shape, at, "choice")
        return None

    def _whole(self, shape: Shape, at: str, text: str) -> int | None:
        try:
            value = typed.whole(text)
        except typed.Unclear as unclear:
            self._asks(shape, at, text, unclear)
            return None
        except ValueError:
            value = None
        if value is not None and shape.least <= value <= shape.most:
            return value
        why = "money" if shape.kind == "money" else "number"
        bounds = {} if why == "money" else {"least": shape.least, "most": shape.most}
        self._wrong(shape, at, why, **bounds)
        return None

    def _amount(self, shape: Shape, at: str, text: str) -> str | None:
        """Read a quantity that may have a fraction; if it is ambiguous, an error asks what was meant."""
        try:
            return typed.amount(text)
        except typed.Unclear as unclear:
            self._asks(shape, at, text, unclear)
        except ValueError:
            self._wrong(shape, at, "amount")
        return None

    def _asks(self, shape: Shape, at: str, text: str, unclear: typed.Unclear) -> None:
        field = self._translate(f"case_fields.{shape.word}")
        said = self._translate(
            "cases.error_unclear", field=field, typed=text.strip(), value=unclear.readings[0]
        )
        self.errors.setdefault(at, said)

    def _lines(self, shape: Shape, at: str) -> list[str]:
        found = [line.strip() for line in self._form.text(at).split("\n") if line.strip()]
        if shape.required and not found:
            self._wrong(shape, at, "missing")
        if len(found) > shape.most:
            self._wrong(shape, at, "many", most=shape.most)
        return found

    def _several(self, shape: Shape, at: str) -> list[str]:
        known = {value for value, _ in self._choices.of(shape)}
        found = [value for value in dict.fromkeys(self._form.all(at)) if value in known]
        if shape.required and not found:
            self._wrong(shape, at, "missing")
        return found

    def _officers(self, shape: Shape, at: str) -> list[dict[str, Any]]:
        chosen = [value for value in self._form.all(at) if value in self._choices.officers]
        lead = self._form.text(f"{at}.lead") if shape.kind == "team" else ""
        if shape.kind == "team" and lead not in self._choices.officers:
            self._wrong(shape, f"{at}.lead", "choice")
            return []
        if shape.required and not (chosen or lead):
            self._wrong(shape, at, "missing")
        known = self._choices.officers
        first = [{**known[lead], "role": "lead"}] if lead else []
        role = "member" if lead else self._choices.role
        return first + [
            {**known[one], "role": role} for one in dict.fromkeys(chosen) if one != lead
        ]

    def _photos(self, shape: Shape, at: str) -> list[str]:
        numbers = self._form.text(at).replace(",", " ").replace(";", " ").split()
        known = self._choices.photos
        if any(not one.isascii() or not one.isdigit() or int(one) not in known for one in numbers):
            self._wrong(shape, at, "other")
            return []
        return [known[int(one)] for one in dict.fromkeys(numbers)]

    def _group(self, shape: Shape, at: str) -> dict[str, Any] | None:
        typed = any(
            self._form.text(f"{at}.{one.name}")
            for one in shape.sub
            if one.kind not in ("fixed", "choice")
        )
        if shape.optional and not typed:
            return None
        return self.values(shape.sub, f"{at}.")

    def _rows(self, shape: Shape, at: str) -> list[dict[str, Any]]:
        rows = [
            self.values(shape.sub, f"{at}.{row}.")
            for row in range(rows_of(self._form, at))
            if self._filled(shape, f"{at}.{row}.")
        ]
        if not rows and shape.required:
            self._wrong(shape, at, "missing")
        return rows

    def _filled(self, shape: Shape, prefix: str) -> bool:
        """Tell whether a row was begun. Values that the page filled in itself do not count."""
        return any(
            self._form.text(f"{prefix}{one.name}")
            for one in shape.sub
            if one.kind not in ("fixed", "choice", "tick") and not one.initial
        )


def rows_of(form: Form, at: str) -> int:
    """Return how many rows of a list the page had."""
    text = form.text(at)
    return min(int(text), MOST_ROWS) if text.isascii() and text.isdigit() and len(text) < 4 else 1


def _utc(text: str) -> str:
    """Convert a local date and time of the page to the UTC form of the wire. Raises ValueError."""
    return typed.utc(text).isoformat().replace("+00:00", "Z")


def _fixed(text: str) -> str:
    """Return a value that the page carried: an id or a known state. Raises ValueError.

    Whether the value is right is judged by `ledger.record` (the one door).
    """
    return text if text.replace("_", "").isalpha() else str(UUID(text))


def whole(content: type[Wire], values: Mapping[str, Any]) -> Wire:
    """Build the content; nullable fields without a value are null. Raises msgspec.ValidationError."""
    return msgspec.convert({**_nulls(content), **values}, content)


def _nulls(content: type[Wire]) -> dict[str, None]:
    told = msgspec.inspect.type_info(content)
    fields = told.fields if isinstance(told, msgspec.inspect.StructType) else ()
    return {
        one.name: None
        for one in fields
        if isinstance(one.type, msgspec.inspect.UnionType)
        and any(isinstance(part, msgspec.inspect.NoneType) for part in one.type.types)
    }

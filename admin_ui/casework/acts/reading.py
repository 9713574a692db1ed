"""Reads a posted form into the content of an act, field by field.

What each field may hold follows from the act (fields.py); how a text is read, and what is said of a
wrong one, is that of every form (shell/reading). The reverse is in initial_values.py.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

import msgspec

from admin_ui.casework.acts.fields import FILLED, Shape
from admin_ui.casework.acts.nothing import Nothing
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option, Reader, lines, rows_of
from admin_ui.shell.words import Language, say
from backend.casework.drafting import service as drafting
from backend.documents import service as documents
from schemas.core.base import Wire

Choice = Option
MOST_ROWS = 100
"""Most rows that a page accepts. A longer list comes from a paper made on a phone."""


_CHOSEN = ("listed", "paper", "exhibits", "several", "officers", "team")


class PaperChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A signed paper that a form may name."""

    id: str
    form: str
    label: str


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph of the inspection, as a form shows it to choose from."""

    number: int
    src: str
    """Address of its small picture; empty while there is none."""
    caption: str


class Choices(msgspec.Struct, kw_only=True):
    """What a form of a case may be filled with: options of its lists, and values that it carries unasked."""

    lists: dict[str, list[Choice]] = msgspec.field(default_factory=dict)
    papers: list[PaperChoice] = msgspec.field(default_factory=list)
    officers: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    """By id, as acts name officers, but without a role."""
    photos: dict[int, str] = msgspec.field(default_factory=dict)
    """Ids of the inspection's photographs, by photograph number."""
    pictures: list[Picture] = msgspec.field(default_factory=list)
    """The same to look at, without those that were withdrawn or wait to be looked at."""
    fixed: dict[str, str] = msgspec.field(default_factory=dict)
    role: str = "verifier"
    sources: dict[str, str] = msgspec.field(default_factory=dict)
    """Where long lists are searched, by the list's name (shell/choosing)."""
    none: dict[str, Nothing] = msgspec.field(default_factory=dict)
    """What to say where a list is empty, by the list's name; of papers under `papers`."""
    language: Language = "vi"

    def papers_said(self, shape: Shape) -> str:
        """Return the papers that a field accepts: each by its form's name up to the first comma, and its code."""
        called = [
            f"{documents.get_form(one, drafting.version_of(one))['x-title'][self.language].split(',')[0]} ({one})"
            for one in shape.forms
        ]
        *before, last = called or [""]
        if not before:
            return last
        first = ", ".join(before)
        return say(self.language, "case_fields.forms_or", first=first, last=last)

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

    def nothing(self, shape: Shape) -> Nothing | None:
        """Return what stands in the place of a field with nothing to choose from; None for every other."""
        if shape.kind not in _CHOSEN or self.of(shape):
            return None
        name = "papers" if shape.kind == "paper" else shape.choices
        return self.none.get("exhibits" if shape.kind == "exhibits" else name, Nothing(""))

    def lacking(self, shapes: Iterable[Shape]) -> list[Shape]:
        """Return the required fields that have nothing to choose from: with any the form cannot be sent."""
        return [
            one
            for one in shapes
            if one.required and not one.only_when and self.nothing(one) is not None
        ]


class Reading:
    """Reads one form. `errors` are sentences by field; `translate` returns words in the reader's language."""

    def __init__(self, form: Form, choices: Choices, translate: Callable[..., str]) -> None:
        self._form = form
        self._choices = choices
        self._reader = Reader(form, translate)

    @property
    def errors(self) -> dict[str, str]:
        """What is wrong, by field."""
        return self._reader.errors

    def values(self, shapes: Iterable[Shape], prefix: str = "") -> dict[str, Any]:
        """Return the values of all fields, as the act carries them."""
        values: dict[str, Any] = {}
        known: dict[str, Shape] = {}
        for shape in shapes:
            at = f"{prefix}{shape.name}"
            values[shape.name] = self._value(self._as_asked(shape, prefix), at)
            known[shape.name] = shape
            if shape.nowhere_else and values[shape.name]:
                self._refuse_elsewhere(shape, at, prefix, known[shape.only_when[0]])
        return values

    def _refuse_elsewhere(self, shape: Shape, at: str, prefix: str, by: Shape) -> None:
        """Refuse what belongs to another choice than the one that was made. A wrong choice has its own error."""
        chosen, translate = self._form.text(f"{prefix}{by.name}"), self._reader.translate
        if chosen in by.options and not self._belongs(shape, prefix):
            self._wrong(
                shape,
                at,
                "not_asked",
                by=self._label(by),
                chosen=translate(f"case_story.is_{by.name}_{chosen}"),
            )

    def _belongs(self, shape: Shape, prefix: str) -> bool:
        if not shape.only_when:
            return True
        by, *values = shape.only_when
        chosen = self._form.text(f"{prefix}{by}")
        return chosen in values or bool(chosen and FILLED in values)

    def _as_asked(self, shape: Shape, prefix: str) -> Shape:
        """Return the field as it is asked: one that does not belong to what was chosen may be empty.

        What was typed there without the script is read all the same, so that the one door judges it.
        """
        if self._belongs(shape, prefix):
            return shape
        return msgspec.structs.replace(shape, required=False)

    def _label(self, shape: Shape) -> str:
        return str(self._reader.translate(f"case_fields.{shape.word}"))

    def _wrong(self, shape: Shape, at: str, why: str, **named: object) -> None:
        self._reader.wrong(at, why, self._label(shape), **named)

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
        if shape.kind == "fixed":
            return self._carried(shape, at)
        reader, field, required = self._reader, self._label(shape), shape.required
        if not self._form.text(at) and not self._form.text(f"{at}.typed") and not required:
            return self._empty(shape)
        match shape.kind:
            case "day":
                day = reader.day(at, field, required=required)
                return day and day.isoformat()
            case "moment":
                moment = reader.moment(at, field, required=required)
                return moment and moment.isoformat().replace("+00:00", "Z")
            case "money":
                bounds = {"least": shape.least, "most": shape.most}
                return reader.money(at, field, **bounds, required=required)
            case "number":
                return reader.number(
                    at, field, least=shape.least, most=shape.most, required=required
                )
            case "choice":
                return reader.chosen(at, field, shape.options, required=required)
            case "listed" | "paper":
                return reader.picked(at, field, self._choices.of(shape), required=required)
            case _ if shape.word == "part":
                return reader.amount(at, field, required=required)
            case _:
                text = reader.text(at, field, least=shape.least, most=shape.most, required=required)
                return text or self._empty(shape)

    def _empty(self, shape: Shape) -> Any:
        """Return an empty field's value: of a number that is not asked for and has no null, its initial or least."""
        if shape.kind in ("money", "number") and not shape.optional and not shape.required:
            return int(shape.initial or shape.least)
        return None if shape.optional or shape.kind not in ("text", "area") else ""

    def _carried(self, shape: Shape, at: str) -> str | None:
        """Return a value that nobody types: if it is wrong, the page is outdated, or was tampered with."""
        if not self._form.text(at) and not shape.required:
            return None
        try:
            return _fixed(self._form.text(at))
        except ValueError:
            self._reader.tell(at, self._reader.translate("cases.error_carried"))
            return None

    def _lines(self, shape: Shape, at: str) -> list[str]:
        found = lines(self._form, at)
        if shape.required and not found:
            self._wrong(shape, at, "missing")
        if len(found) > shape.most:
            self._wrong(shape, at, "many", most=shape.most)
        return found

    def _several(self, shape: Shape, at: str) -> list[str]:
        known = {value for value, _ in self._choices.of(shape)}
        return self._reader.several(at, self._label(shape), known, required=shape.required)

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
        for one in numbers:
            if not (one.isascii() and one.isdigit() and len(one) < 6 and int(one) in known):
                self._wrong(shape, at, "photos", number=one[:20])
                return []
        return list(dict.fromkeys(known[int(one)] for one in numbers))

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
            for row in range(rows_of(self._form, at, MOST_ROWS))
            if self._filled(shape, f"{at}.{row}.")
        ]
        if not rows and shape.required:
            self._wrong(shape, at, "missing")
        return rows

    def _filled(self, shape: Shape, prefix: str) -> bool:
        """Tell whether a row was begun. Values that the page filled in itself do not count."""
        return any(
            self._form.text(f"{prefix}{one.name}") or self._form.text(f"{prefix}{one.name}.typed")
            for one in shape.sub
            if one.kind not in ("fixed", "choice", "tick") and not one.initial
        )


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

"""Fields of the forms by which officers act in a case, derived from the content of each act.

A description lists the fields of a content in the order of the page. Kind, length and whether a
field may be empty come from the struct in schemas, so a form cannot ask for less or accept more
than `ledger.record` (the one door) does. A description adds only what the struct does not tell:
which paper, which list to choose from, the initial value.
"""

from functools import cache
from typing import NamedTuple

import msgspec
from msgspec import inspect

from schemas.casework.acts.parts import CaseOfficer
from schemas.core.base import Wire

Kind = str
"""One of: text, area, lines, day, moment, money, number, tick, choice, paper, exhibits, several,
officers, team, listed, photos, group, rows, or fixed (a hidden value that the page carries and nobody
types).
"""
EMPTY, FILLED = "", "*"
"""Of `only_when`: the other field has no value yet; it has one, whichever."""
AREA_FROM = 501
"""A text that may have at least this many characters gets a text area."""


class Field(NamedTuple):
    """One field of a form as its description names it.

    `kind` is given only if the struct does not tell it. `forms` restricts a paper to these forms.
    `choices` is the name of a list that the case offers. `initial` is the initial value ("today",
    "now", "new" for a new id, or a literal value). `word` is the key of the label, if the name
    alone is ambiguous. `sub` are the fields of a group or of each row.
    """

    name: str
    kind: Kind = ""
    forms: tuple[str, ...] = ()
    choices: str = ""
    initial: str = ""
    word: str = ""
    sub: tuple["Field", ...] = ()
    needed: bool = False
    """The value may be empty in the act, but this form requires it."""
    given: bool = False
    """The act requires it, but the form may leave it empty: another field of the row gives it."""
    hint: str = ""
    """The key of a sentence under the label that tells when to fill in a text."""
    only_when: tuple[str, ...] = ()
    """Another field before it in the same part of the form, and the values of that with which this one
    belongs to the act: `("outcome", "sanction", "remedies")`; a tick has the value "yes", and
    `EMPTY` and `FILLED` are of fields of any kind. With another value a script hides this field
    (only-when.js), and it may be empty.
    """
    among: tuple[str, ...] = ()
    """Those of a choice's values that the form offers, if the others are of acts from before a rule was corrected."""
    nowhere_else: bool = False
    """With another value the form refuses what is typed in it. Else the one door judges that."""
    rare: bool = False
    """Only an exception needs it: the form keeps it folded until it holds a value or an error."""
    detail: bool = False
    """Of a row of a grid: it stands folded under «Chi tiết» until it holds a value or an error."""


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """A field with everything that is known of it, from its description and its struct."""

    name: str
    kind: Kind
    required: bool
    least: int
    most: int
    options: tuple[str, ...]
    forms: tuple[str, ...]
    choices: str
    initial: str
    word: str
    sub: tuple["Shape", ...]
    optional: bool
    """An empty value is sent as null."""
    hint: str
    only_when: tuple[str, ...]
    nowhere_else: bool = False
    rare: bool = False
    detail: bool = False

    @property
    def in_grid(self) -> bool:
        """Whether the rows are a table: every field of a row is one plain input."""
        plain = {"text", "day", "money", "number", "choice", "listed", "photos", "fixed"}
        return len(self.sub) > 1 and all(
            one.kind in plain and not one.only_when for one in self.sub
        )


@cache
def shapes(content: type[Wire], fields: tuple[Field, ...]) -> tuple[Shape, ...]:
    """Combine the fields of a description with the types of its struct.

    Raises KeyError for an unknown name, ValueError for a condition that no value before the field can meet.
    """
    told = inspect.type_info(content)
    if not isinstance(told, inspect.StructType):
        raise TypeError(content.__name__)
    types = {field.name: field.type for field in told.fields}
    found: dict[str, Shape] = {}
    for field in fields:
        found[field.name] = _shape(field, types[field.name])
        _check_condition(field, found)
    return tuple(found.values())


def _check_condition(field: Field, before: dict[str, Shape]) -> None:
    if not field.only_when:
        return
    by, *values = field.only_when
    given = ("yes",) if before[by].kind == "tick" else before[by].options
    options = {*given, EMPTY, FILLED}
    if not values or not set(values) <= options:
        raise ValueError(f"{field.name}: {by} is none of {values}")


def offered(choices: str, fields: tuple[Shape, ...]) -> bool:
    """Tell whether a form, in any of its parts, lets the officer choose from this list."""
    return any(one.choices == choices or offered(choices, one.sub) for one in fields)


def _shape(field: Field, kind: inspect.Type) -> Shape:
    optional = False
    if isinstance(kind, inspect.UnionType):
        optional = any(isinstance(one, inspect.NoneType) for one in kind.types)
        kind = next(one for one in kind.types if not isinstance(one, inspect.NoneType))
    least, most = _bounds(kind)
    found = field.kind or _kind(field, kind)
    return Shape(
        name=field.name,
        kind=found,
        required=field.needed
        or (not field.given and not optional and found != "tick" and _asked(kind, least)),
        least=least,
        most=most,
        options=field.among or _options(kind),
        forms=field.forms,
        choices=field.choices,
        initial=field.initial,
        word=field.word or field.name,
        sub=shapes(_struct(kind), field.sub) if field.sub else (),
        optional=optional,
        hint=field.hint,
        only_when=field.only_when,
        nowhere_else=field.nowhere_else,
        rare=field.rare,
        detail=field.detail,
    )


def _asked(kind: inspect.Type, least: int) -> bool:
    """Tell whether an empty value counts as missing. Texts and lists without a minimum length may be empty."""
    return least > 0 or not isinstance(kind, inspect.StrType | inspect.ListType)


def _kind(field: Field, kind: inspect.Type) -> Kind:
    if field.choices:
        return "exhibits" if field.choices == "exhibits" else "listed"
    match kind:
        case inspect.DateType():
            return "day"
        case inspect.DateTimeType():
            return "moment"
        case inspect.BoolType():
            return "tick"
        case inspect.IntType():
            return "money" if (kind.le or 0) > 1_000_000_000 else "number"
        case inspect.EnumType() | inspect.LiteralType():
            return "choice"
        case inspect.UUIDType():
            return "paper"
        case inspect.StructType():
            return "group"
        case inspect.ListType():
            return _list_kind(kind.item_type)
        case _:
            return "area" if _bounds(kind)[1] >= AREA_FROM else "text"


def _list_kind(item: inspect.Type) -> Kind:
    if isinstance(item, inspect.StructType):
        return "officers" if item.cls is CaseOfficer else "rows"
    return "exhibits" if isinstance(item, inspect.UUIDType) else "lines"


def _bounds(kind: inspect.Type) -> tuple[int, int]:
    if isinstance(kind, inspect.IntType):
        return int(kind.ge or 0), int(kind.le or 999_999_999_999)
    if isinstance(kind, inspect.StrType | inspect.ListType):
        return kind.min_length or 0, kind.max_length or 10_000
    return 0, 10_000


def _options(kind: inspect.Type) -> tuple[str, ...]:
    if isinstance(kind, inspect.EnumType):
        return tuple(str(one.value) for one in kind.cls)
    if isinstance(kind, inspect.LiteralType):
        return tuple(str(one) for one in kind.values)
    return ()


def _struct(kind: inspect.Type) -> type[Wire]:
    inner = kind.item_type if isinstance(kind, inspect.ListType) else kind
    if not isinstance(inner, inspect.StructType) or not issubclass(inner.cls, Wire):
        raise TypeError("only structs have parts")
    return inner.cls

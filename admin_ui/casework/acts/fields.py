"""Fields of the forms by which people act in a case: what each asks for is read off the act's own content.

A description names the fields of a content in the order of the page; kind, length and whether it may be empty come from
the struct in schemas, so that a form cannot ask for less or take more than the door does. Only what the struct does not
say is written down: which paper, which list to choose from, what stands there at first.
"""

from functools import cache
from typing import NamedTuple

import msgspec
from msgspec import inspect

from schemas.casework.acts.parts import CaseOfficer
from schemas.core.base import Wire

Kind = str
"""text, area, lines, day, moment, money, number, tick, choice, paper, exhibits, officers, team, listed, photos,
group, rows, or fixed: a value that the page carries and nobody types."""
AREA_FROM = 501
"""Longer texts get an area."""


class Field(NamedTuple):
    """One field of a form as its description names it.

    `kind` only where the struct does not tell it. `forms`: of a paper, which ones will do. `choices`: the name of a
    list that the case offers to choose from. `initial`: what stands there at first ("today", "now", "new" for a new id,
    or a value). `word`: its label's, where the name means several things. `sub`: the fields of a group or of each row.
    """

    name: str
    kind: Kind = ""
    forms: tuple[str, ...] = ()
    choices: str = ""
    initial: str = ""
    word: str = ""
    sub: tuple["Field", ...] = ()
    needed: bool = False
    """It may be empty on the wire, but this form asks for it."""


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """What a field takes, all told."""

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
    """Null on the wire where it is empty."""


@cache
def shapes(content: type[Wire], fields: tuple[Field, ...]) -> tuple[Shape, ...]:
    """The fields of a content, with everything that its struct says of them. Raises KeyError for a name it lacks."""
    told = inspect.type_info(content)
    if not isinstance(told, inspect.StructType):
        raise TypeError(content.__name__)
    types = {field.name: field.type for field in told.fields}
    return tuple(_shape(field, types[field.name]) for field in fields)


def offered(choices: str, fields: tuple[Shape, ...]) -> bool:
    """Whether a form lets one choose from this list, in whichever of its parts."""
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
        required=field.needed or (not optional and found != "tick" and _asked(kind, least)),
        least=least,
        most=most,
        options=_options(kind),
        forms=field.forms,
        choices=field.choices,
        initial=field.initial,
        word=field.word or field.name,
        sub=shapes(_struct(kind), field.sub) if field.sub else (),
        optional=optional,
    )


def _asked(kind: inspect.Type, least: int) -> bool:
    """Whether an empty value is no value: texts and lists may be empty where they need not be long."""
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

"""The short notation in which an edition's rows write what a decree provides, and its reading. Pure.

A lawyer compares these cells with the decree, so they are kept in a table instead of nested JSON:

    drivers    goods_value [3000000..5000000) | illicit_gain [1500000..2500000)
    extra      confiscation:goods !destroy; licence_suspension:3-6 ?production
    remedies   remove_elements | destroy; re_export ?import /destroy; recall #e,g
    times      100-200 violating_goods max7 /ND115-4-4-a

`;` is and, `|` is or. `?` conditions of which one must be met, `!` remedies before which a penalty
gives way, `@` the activity or licence to which a suspension is limited, `>=` the least value of the
goods, `/` what is replaced, `#` points of the article. Drivers are intervals: a round bracket leaves
its bound out. Whatever is not understood is an error: nothing is dropped in silence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from schemas.law.provisions import Driver, ProvidedPenalty, ProvidedRemedy, Provisions, Times

T = TypeVar("T")
_UNITS = {
    "goods_value": "vnd",
    "genuine_value": "vnd",
    "illicit_gain": "vnd",
    "transaction_value": "vnd",
    "packs": "packs",
    "mass": "grams",
    "volume": "millilitres",
    "units": "units",
    "excess_percent": "percent",
}
_DRIVER = re.compile(r"([a-z_]+) ([\[(])(\d+)\.\.(\d*)([\])])")
_PENALTY = re.compile(r"([a-z_]+):(?:(\d+)-(\d+)|([a-z]+))((?: \S+)*)")
_REMEDY = re.compile(r"([a-z_]+)((?: \S+)*)")
_TIMES = re.compile(r"(\d+)-(\d+) ([a-z_]+)(?: max(\d+))?(?: /(\S+))?")


class NotationFault(ValueError):
    """A cell is not in the notation. The message is the part that was not understood."""


def drivers(cell: str) -> list[Driver]:
    """Return the drivers of a cell. Raises NotationFault."""
    found = []
    for text in _parts(cell, "|"):
        match = _DRIVER.fullmatch(text)
        if match is None:
            raise NotationFault(text)
        kind, opening, least, most, closing = match.groups()
        bound = {("[", ")"): "below", ("(", "]"): "up_to"}.get((opening, closing))
        if bound is None or (most and int(most) <= int(least)):
            raise NotationFault(text)
        value = {
            "kind": kind,
            "least": int(least),
            "most": int(most) if most else None,
            "unit": _UNITS.get(kind),
            "bound": bound,
        }
        found.append(_made(value, Driver, text))
    return found


def penalties(cell: str) -> list[list[ProvidedPenalty]]:
    """Return the additional penalties of a cell: and of or. Raises NotationFault."""
    return [[_penalty(text) for text in _parts(group, "|")] for group in _parts(cell, ";")]


def _penalty(text: str) -> ProvidedPenalty:
    match = _PENALTY.fullmatch(text)
    if match is None:
        raise NotationFault(text)
    kind, least, most, what, rest = match.groups()
    value: dict[str, Any] = {"kind": kind}
    if (kind == "confiscation") != bool(what):
        raise NotationFault(text)
    if what:
        value["object"] = what
    else:
        if int(least) > int(most):
            raise NotationFault(text)
        value |= {"months_least": int(least), "months_most": int(most)}
    for sign, words in _marks(rest, text, "?!@>"):
        if sign == "?":
            value["when"] = words
        elif sign == "@":
            value["scope"] = words
        elif sign == "!":
            value["unless"] = [word for word in words if word != "returned"]
            value["unless_returned"] = "returned" in words
        else:
            value["value_from_vnd"] = int(words[0].removeprefix("="))
    return _made(value, ProvidedPenalty, text)


def remedies(cell: str) -> list[list[ProvidedRemedy]]:
    """Return the remedies of a cell: and of or. Raises NotationFault."""
    return [[_remedy(text) for text in _parts(group, "|")] for group in _parts(cell, ";")]


def _remedy(text: str) -> ProvidedRemedy:
    match = _REMEDY.fullmatch(text)
    if match is None:
        raise NotationFault(text)
    value: dict[str, Any] = {"kind": match[1]}
    keys = {"?": "when", "#": "acts", "/": "in_place_of"}
    for sign, words in _marks(match[2], text, "?#/"):
        value[keys[sign]] = words
    return _made(value, ProvidedRemedy, text)


def times(cell: str) -> Times | None:
    """Return the multiple of a cell; None if it is empty. Raises NotationFault."""
    if not cell:
        return None
    match = _TIMES.fullmatch(cell)
    if match is None:
        raise NotationFault(cell)
    least, most, of, ceiling, instead = match.groups()
    value = {
        "least_percent": int(least),
        "most_percent": int(most),
        "value": of,
        "ceiling_times": int(ceiling) if ceiling else None,
        "in_place_of": instead.split(",") if instead else [],
    }
    return _made(value, Times, cell)


def written_drivers(found: Iterable[Driver]) -> str:
    """Return drivers in the notation; see drivers()."""
    return " | ".join(
        f"{one.kind} {'[' if one.bound == 'below' else '('}{one.least}.."
        f"{'' if one.most is None else one.most}{')' if one.bound == 'below' else ']'}"
        for one in found
    )


def written_penalties(found: Iterable[Iterable[ProvidedPenalty]]) -> str:
    """Return additional penalties in the notation; see penalties()."""
    return "; ".join(" | ".join(_written_penalty(one) for one in group) for group in found)


def _written_penalty(one: ProvidedPenalty) -> str:
    gives_way = [*map(str, one.unless), *(["returned"] if one.unless_returned else [])]
    what = one.object or f"{one.months_least}-{one.months_most}"
    from_value = [str(one.value_from_vnd)] if one.value_from_vnd else []
    return f"{one.kind}:{what}" + _written(
        {"?": one.when, "!": gives_way, "@": one.scope, ">=": from_value}
    )


def written_remedies(found: Iterable[Iterable[ProvidedRemedy]]) -> str:
    """Return remedies in the notation; see remedies()."""
    return "; ".join(
        " | ".join(
            f"{one.kind}" + _written({"?": one.when, "#": one.acts, "/": one.in_place_of})
            for one in group
        )
        for group in found
    )


def _written(marks: Mapping[str, Sequence[str]]) -> str:
    return "".join(f" {sign}{','.join(map(str, words))}" for sign, words in marks.items() if words)


def fault(row: Provisions) -> str | None:
    """Return which of a row's provisions is not as an edition's table could have it, or None."""
    try:
        if drivers(written_drivers(row.drivers)) != row.drivers:
            return "drivers"
        if penalties(written_penalties(row.extra)) != row.extra:
            return "extra"
        if remedies(written_remedies(row.provided_remedies)) != row.provided_remedies:
            return "provided_remedies"
    except NotationFault as wrong:
        return str(wrong)
    return None


def _parts(cell: str, sign: str) -> list[str]:
    return [part.strip() for part in cell.split(sign)] if cell.strip() else []


def _marks(rest: str, text: str, signs: str) -> Iterator[tuple[str, list[str]]]:
    for mark in rest.split():
        if mark[0] not in signs:
            raise NotationFault(text)
        yield mark[0], mark[1:].split(",")


def _made(value: dict[str, Any], kind: type[T], text: str) -> T:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise NotationFault(f"{text}: {error}") from error

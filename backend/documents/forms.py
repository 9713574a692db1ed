"""Forms as data: one JSON Schema (2020-12) per version, with labels in both languages.

A version is never edited once minutes were written under it. A changed form is a new file, so that
old minutes are always read and judged by the form that they were written on. Values are integers
and strings only, as everywhere in an act.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import msgspec
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.validators import extend

from backend.documents.rules import form_words
from schemas.core.problems import Text

FOLDER = Path(__file__).with_name("forms")
"""`<form>.<version>.json`: BB-KT, QĐ-SĐBSKT, BK (the force's own, Circular 22/2021), MBB01, MQĐ02 (Decree 118/2021)."""
_FORMATS = FormatChecker(formats=())
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
)
"""What RFC 3339 §5.6 allows. Python's parser accepts more (week dates, commas, no colons), which
phones do not."""

Finding = tuple[str, Text]
"""A place in the fields (JSON Pointer, RFC 6901) and what is wrong there, in both languages."""

KEPT_HERE = frozenset(
    {
        *("x-kind", "x-family", "x-reach", "x-names-decision", "x-internal", "x-on-spot"),
        *("x-register", "x-seizes", "x-numbered-by-phone", "x-short-title", "x-submission"),
        *("x-team-leader-signs", "x-records", "x-public-title", "x-refusal"),
    }
)
"""Keys with facts about a form as a whole, which form_facts reads. They are not sent to phones, so
that a version that phones already have keeps its bytes. What a phone needs of them is compiled into
the app (`make wire`)."""

LAYOUT = frozenset(
    {
        *("x-body", "x-heading", "x-undated", "x-recipients", "x-cells", "x-back", "x-symbols"),
        *("x-under", "x-annex", "x-official-letter", "x-informant"),
    }
)
"""Keys of how a version is printed (backend/documents/layout/prescribed). Phones print nothing."""

_MOST_NAMED = 5
_DIGITS = 4
"""A form may bear a pointer with thousands of digits, and Python reads no such number."""
"""How many faults one sentence names. The editor's list has them all."""


class FormUnknown(LookupError):
    """There is no such form, or no such version of it."""


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return _DATE.fullmatch(value) is not None and bool(date.fromisoformat(value))


def _is_moment(value: object) -> bool:
    """Tell whether it is an RFC 3339 moment with an offset. Without one, a local time is ambiguous."""
    if not isinstance(value, str):
        return True
    return _MOMENT.fullmatch(value) is not None and bool(datetime.fromisoformat(value))


_FORMATS.checks("date", ValueError)(_is_date)
_FORMATS.checks("date-time", ValueError)(_is_moment)


def _pattern(
    _validator: Any, pattern: str, value: object, _schema: dict[str, Any]
) -> Iterator[ValidationError]:
    """Check a pattern with `$` as the end, as in ECMA-262, which JSON Schema refers to.

    Python's `$` also matches before a final line end.
    """
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield ValidationError("the pattern is not there")


_Validator = extend(Draft202012Validator, {"pattern": _pattern})


@cache
def load(form: str, version: int) -> dict[str, Any]:
    """Return the schema of a form's version; raises FormUnknown. The caller must not change it."""
    if (form, version) not in known():  # no path is made of what somebody sends
        raise FormUnknown(f"{form} {version}")
    schema: dict[str, Any] = msgspec.json.decode((FOLDER / f"{form}.{version}.json").read_bytes())
    return schema


def sent(form: str, version: int) -> dict[str, Any]:
    """Return the schema of a form's version as phones and other clients receive it; raises FormUnknown."""
    here = KEPT_HERE | LAYOUT
    return {key: value for key, value in load(form, version).items() if key not in here}


@cache
def known() -> tuple[tuple[str, int], ...]:
    """Return every form and version that there is, oldest version first."""
    names = (path.name.rsplit(".", 2) for path in FOLDER.glob("*.json"))
    return tuple(sorted((name, int(version)) for name, version, _ in names))


@cache
def newest(form: str) -> int:
    """Return the newest version of a form. Raises FormUnknown."""
    found = [version for name, version in known() if name == form]
    if not found:
        raise FormUnknown(form)
    return found[-1]


def on_phones() -> list[tuple[str, int]]:
    """Return the forms written on site (`x-phone`), which phones must hold, oldest version first."""
    return [(form, version) for form, version in known() if load(form, version).get("x-phone")]


def validate(form: str, version: int, fields: dict[str, Any]) -> list[Finding]:
    """Return everything that is wrong with the fields, in the order of the form.

    The sentences are our own, because those of the validator are about schemas, not about the
    paper. Raises FormUnknown.
    """
    schema = load(form, version)
    errors = _Validator(schema, format_checker=_FORMATS).iter_errors(fields)
    findings = [finding for error in errors for finding in _findings(error)]
    if not findings:
        findings = list(_across_fields(schema, fields))
    return sorted(findings, key=lambda finding: position(schema, finding[0]))


def in_one_line(form: str, version: int, found: list[Finding]) -> Text | None:
    """Say in one line what is wrong, the first few faults by label, in both languages.

    None if nothing is wrong.
    """
    if not found:
        return None
    more = len(found) - _MOST_NAMED
    return Text(
        vi=_line(form, version, found, "vi") + (f"; và {more} mục khác" if more > 0 else ""),
        en=_line(form, version, found, "en") + (f"; and {more} more" if more > 0 else ""),
    )


def _line(form: str, version: int, found: list[Finding], language: str) -> str:
    return "; ".join(
        f"{label(form, version, at, language)}: {getattr(said, language).rstrip('.')}"
        for at, said in found[:_MOST_NAMED]
    )


@lru_cache(maxsize=10_000)
def label(form: str, version: int, pointer: str, language: str) -> str:
    """Name a field as the paper does: `/contents/0/result` is "Nội dung … 1 – Kết quả".

    Parts that the form does not know stay as they are.
    """
    node: dict[str, Any] = load(form, version)
    words: list[str] = []
    for part in split(pointer):
        if "items" in node and part.isdecimal():
            words[-1:] = [f"{words[-1]} {int(part) + 1}" if words else part]
        node = _child(node, part)
        if "x-label" in node and not part.isdecimal():
            words.append(node["x-label"][language])
        elif not node:
            words.append(part)
    return " – ".join(words)


@lru_cache(maxsize=10_000)
def schema_at(form: str, version: int, pointer: str) -> dict[str, Any]:
    """Return the part of the schema that describes a field; empty if the form has no such field.

    The caller must not change it.
    """
    node: dict[str, Any] = load(form, version)
    for part in split(pointer):
        node = _child(node, part)
    return node


def _child(node: dict[str, Any], part: str) -> dict[str, Any]:
    if "items" in node and part.isdecimal():
        found: dict[str, Any] = node["items"]
    else:
        found = node.get("properties", {}).get(part, {})
    return found


def _is_place(part: str) -> bool:
    """Tell whether a part of a pointer counts entries of a list."""
    return part.isascii() and part.isdecimal() and len(part) <= _DIGITS


def value_at(fields: dict[str, Any], pointer: str) -> Any:
    """Return the value at a JSON Pointer; None if there is none."""
    node: Any = fields
    for part in split(pointer):
        if isinstance(node, list) and _is_place(part) and int(part) < len(node):
            node = node[int(part)]
        elif isinstance(node, dict):
            node = node.get(part)
        else:
            return None
    return node


def split(pointer: str) -> list[str]:
    """Take a JSON Pointer apart (RFC 6901 §4: ~1 is a slash, ~0 a tilde)."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def join(*parts: str | int) -> str:
    """Put a JSON Pointer together."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)


def _findings(error: Any) -> Iterator[Finding]:
    at = tuple(error.absolute_path)
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        # iter_errors yields one error per missing name; its message begins with the name's repr.
        yield from (
            (join(*at, name), form_words.sentence("required", None, {}))
            for name in missing
            if error.message.startswith(repr(name))
        )
    elif error.validator == "additionalProperties":
        known_names = error.schema.get("properties", {})
        for name in error.instance:
            if name not in known_names:
                yield join(*at, name), form_words.sentence("additionalProperties", None, {})
    else:
        yield (
            join(*at),
            form_words.sentence(
                # an empty text counts as missing, whatever keyword failed
                "required" if error.instance == "" else error.validator,
                error.validator_value,
                error.schema,
            ),
        )


def _across_fields(schema: dict[str, Any], fields: dict[str, Any]) -> Iterator[Finding]:
    """Check rules across fields: the end is not before the start, `x-either` and `x-needs` hold.

    `x-either`: at least one of several fields is filled in; the fault is reported at the last of
    them. `x-needs`: an amount above zero makes other fields necessary, or one of some values does
    (`when`: a witness if nobody knows the violator). Of `one_of` a single field is enough.
    """
    start, end = fields.get("started_at"), fields.get("ended_at")
    if start and end and datetime.fromisoformat(end) < datetime.fromisoformat(start):
        yield "/ended_at", form_words.END_BEFORE_START
    for either in schema.get("x-either", []):
        if not any(_filled(fields.get(name)) for name in either["fields"]):
            yield join(either["fields"][-1]), Text(**either["text"])
    for needs in schema.get("x-needs", []):
        if _needed(needs, fields):
            yield from ((join(name), Text(**needs["text"])) for name in _missing(needs, fields))


def _needed(needs: dict[str, Any], fields: dict[str, Any]) -> bool:
    """Tell whether a rule of `x-needs` asks for its fields."""
    if "when" in needs:
        return any(_has(one, fields) for one in needs["when"])
    free = fields.get(needs["unless"]["field"]) == needs["unless"]["is"]
    return fields.get(needs["above_zero"], 0) > 0 and not free


def _has(one: dict[str, Any], fields: dict[str, Any]) -> bool:
    """Tell whether a field, at any depth, has a value: `is`, or any at all."""
    value: Any = fields
    for part in one["field"].split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return bool(value == one["is"]) if "is" in one else _filled(value)


def _missing(needs: dict[str, Any], fields: dict[str, Any]) -> list[str]:
    """Return the fields to report: each that is missing, or the last of `one_of` if all are."""
    asked = needs.get("one_of") or needs["fields"]
    found = [name for name in asked if not _filled(fields.get(name))]
    if "one_of" not in needs:
        return found
    return asked[-1:] if len(found) == len(asked) else []


def _filled(value: Any) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def position(schema: dict[str, Any], pointer: str) -> tuple[int, str]:
    """Return a sort key for the place of a field on the form."""
    first = split(pointer)[:1]
    node = schema["properties"].get(first[0], {}) if first else {}
    return node.get("x-order", 10_000), pointer

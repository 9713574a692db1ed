"""Makes plain sentences of the log's rows: who did what to which record, in both languages."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.operations.queries import log as queries
from backend.operations.queries.log import Named
from backend.operations.rules.log import Logged, Source
from backend.operations.texts import log as texts
from schemas.core.problems import Text


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the log, in words."""

    at: datetime
    kind: str
    who: Text
    officer_id: UUID | None
    unit: Text | None
    """The unit that the officer had then; of a party's copy, the record's."""
    what: Text
    """What was done, to be read after `who`."""
    record_id: UUID | None
    record_kind: str | None
    """`inspection`, `case`, `submission`, `route`, `unit` or `officer`; None if none is known here."""
    record_name: Text
    route: str
    """Of a refused request: its method and address without ids."""
    code: str
    """Of a refused request."""
    address: str | None
    times: int
    row: Logged


async def worded(found: Sequence[Logged]) -> list[Line]:
    """Return the rows in words. Reads the names once for all of them."""
    ids = {one for row in found for one in (row.officer_id, row.record_id, row.unit_id) if one} | {
        one for row in found if (one := _unit_asked(row))
    }
    names = await queries.names_of(ids)
    photos = await queries.photo_numbers({row.photo_id for row in found if row.photo_id})
    return [_line(row, names, photos) for row in found]


def run_of(lines: Sequence[Line]) -> Text:
    """Return the sentence of lines that were folded into one."""
    first = lines[0]
    of = "photos" if all(one.row.photo_id for one in lines) and first.kind == "read" else first.kind
    count = sum(one.times for one in lines)
    record = _record(first)
    return _said(texts.RUNS[of], record=record, count=str(count))


def _line(row: Logged, names: Mapping[UUID, Named], photos: Mapping[UUID, int]) -> Line:
    named = names.get(row.record_id) if row.record_id else None
    unit = names.get(row.unit_id) if row.unit_id else None
    detail = row.detail or {}
    refused = row.source is Source.REFUSED
    line = Line(
        at=row.at,
        kind=row.kind,
        who=_who(row, names),
        officer_id=row.officer_id,
        unit=Text(vi=unit.name_vi, en=unit.name_en) if unit else None,
        what=Text(vi="", en=""),
        record_id=row.record_id,
        record_kind=named.kind if named else None,
        record_name=Text(vi=named.name_vi, en=named.name_en) if named else Text(vi="", en=""),
        route=f"{detail['method']} {detail['route']}".strip() if refused else "",
        code=row.action if refused else "",
        address=row.address,
        times=row.times,
        row=row,
    )
    number = photos.get(row.photo_id) if row.photo_id else None
    photo = _said(texts.PHOTO, number=str(number)) if number else texts.A_PHOTO
    what = _said(_template(row), record=_record(line), photo=photo, terms=_terms(detail, names))
    return msgspec.structs.replace(line, what=what)


def _template(row: Logged) -> Text:
    if row.action in texts.ACTIONS:
        return texts.ACTIONS[row.action]
    if row.source is Source.REFUSED:
        return texts.REFUSED
    family = f"{row.action.partition('.')[0]}."
    return texts.FAMILIES.get(family, texts.OTHER)


def _who(row: Logged, names: Mapping[UUID, Named]) -> Text:
    if row.operator is not None:
        return _said(texts.OPERATOR, name=row.operator)
    named = names.get(row.officer_id) if row.officer_id else None
    return Text(vi=named.name_vi, en=named.name_en) if named else texts.HOLDER


def _record(line: Line) -> Text:
    if line.record_id is None:
        return texts.RECORDS["none"]
    if line.record_kind is None:
        return texts.RECORDS["unknown"]
    return _said(texts.RECORDS[line.record_kind], name=line.record_name)


def _unit_asked(row: Logged) -> UUID | None:
    return _uuid((row.detail or {}).get("unit_id"))


def _uuid(text: Any) -> UUID | None:
    try:
        return UUID(str(text)) if text else None
    except ValueError:
        return None


def _terms(detail: Mapping[str, Any], names: Mapping[UUID, Named]) -> Text:
    said: dict[str, list[str]] = {"vi": [], "en": []}
    for name, value in detail.items():
        unit = names.get(known) if name == "unit_id" and (known := _uuid(value)) else None
        shown = Text(vi=unit.name_vi, en=unit.name_en) if unit else str(value)
        label = texts.TERMS.get(name, Text(vi=name, en=name))
        kind = texts.KINDS.get(str(value)) if name == "kind" else None
        for language in ("vi", "en"):
            words = getattr(kind or shown, language, shown)
            said[language].append(f"{getattr(label, language)} “{words}”")
    if not detail:
        return texts.EVERYTHING
    return Text(vi=", ".join(said["vi"]), en=", ".join(said["en"]))


def _said(template: Text, **words: str | Text) -> Text:
    def in_language(language: str) -> str:
        filled = {
            name: getattr(word, language) if isinstance(word, Text) else word
            for name, word in words.items()
        }
        said: str = getattr(template, language)
        for name, word in filled.items():
            said = said.replace("{" + name + "}", word)
        return said

    return Text(vi=in_language("vi"), en=in_language("en"))

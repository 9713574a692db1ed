"""What marks a file: its name, and who took it, when, what for and up to which place of the log."""

from datetime import datetime

import msgspec

from backend.core import formats, local_time
from backend.core.actors import Actor
from backend.core.formats import Language
from backend.exchange.list_exports.registry import ExportedList
from backend.exchange.list_exports.writing import Marks
from backend.exchange.queries.list_exports import Export
from backend.exchange.texts import list_exports as texts
from backend.force.units import service as units
from schemas.core.problems import Text


class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a list before its first row is written, of one snapshot."""

    conditions: list[tuple[str, str]]
    total: int
    position: int
    """Sealed entries of the log."""
    root: str
    """Of their tree, in hex; empty if nothing is sealed."""
    at: datetime
    actor: Actor
    unit: str


async def unit_of(actor: Actor, language: Language) -> str:
    """Return the name of the asker's unit."""
    name = await units.name_of(actor.unit.unit_id)
    return name.vi if language == "vi" else name.en


def file_name(listed: ExportedList, begun: Begun) -> str:
    """Return the file's name without an ending: the list, when and by whom."""
    at = begun.at.astimezone(local_time.SINCE_1975)
    return f"{listed.slug} {at:%Y%m%d-%H%M} {begun.actor.username}"


def grouped(rows: int) -> Text:
    """Write how many rows there are, in both languages."""
    return Text(vi=formats.grouped(rows), en=formats.grouped(rows, "en"))


def marks(export: Export, listed: ExportedList, begun: Begun) -> Marks:
    """Return name and value of each mark, in the language of the file."""
    language = export.language

    def said(key: str) -> str:
        text = texts.MARKS[key]
        return text.vi if language == "vi" else text.en

    narrowed = begun.conditions or [(said("conditions"), said("no_conditions"))]
    return [
        (said("list"), listed.title.vi if language == "vi" else listed.title.en),
        (said("by"), f"{begun.actor.full_name} ({begun.actor.username})"),
        (said("unit"), begun.unit),
        (said("purpose"), export.purpose),
        (said("asked_at"), formats.second(export.asked_at)),
        (said("snapshot_at"), formats.second(begun.at)),
        *narrowed,
        (said("rows"), formats.grouped(begun.total, language)),
        (said("position"), formats.grouped(begun.position, language)),
        (said("root"), begun.root or "–"),
        (said("id"), str(export.id)),
        (said("rules"), said("rules_text")),
    ]

"""What a row of the catalogue provides, in words for both languages."""

import msgspec

from backend.law import books
from backend.law.catalogue import edition_files
from backend.law.rules.doublings import Doubling
from backend.law.rules.editions import Note
from backend.law.sanctions.installed import laws_of
from backend.law.texts import provisions as words
from schemas.core.problems import Text
from schemas.law.catalogue import Violation


class Provided(msgspec.Struct, frozen=True, kw_only=True):
    """What a row provides, in words. Groups are joined by "and", their members by "or"."""

    known: bool
    """Whether the decree was read. If not, nothing is known of penalties and remedies."""
    fine: Text | None
    drivers: list[Text]
    extra: list[list[Text]]
    remedies: list[list[Text]]
    doublings: list[Text]
    notes: list[Note]
    """For legal officers: what is open about the statute and the other kind of subject."""


def provided(row: Violation) -> Provided:
    """Return what a row of an edition provides in words; of the first edition nothing is known."""
    book = row.edition or books.FIRST
    laws = laws_of(book)
    names = {one.code: one.name for one in laws.measures}
    if book == books.FIRST:
        return Provided(
            known=False, fine=None, drivers=[], extra=[], remedies=[], doublings=[], notes=[]
        )
    edition = edition_files.edition(book)
    told = [edition.notes[one] for one in edition.told.get(row.code, [])]
    return Provided(
        known=row.certainty is not None,
        fine=words.times(row.times) if row.times else None,
        drivers=[words.driver(one) for one in row.drivers],
        extra=[[words.penalty(one, names) for one in group] for group in row.extra],
        remedies=[[words.remedy(one, names) for one in group] for group in row.provided_remedies],
        doublings=[_doubling(laws.doublings[one]) for one in row.doublings],
        notes=[note for note in told if note.about in ("statute", "subject")],
    )


def _doubling(one: Doubling) -> Text:
    times = f"{one.percent / 100:g}"
    return Text(
        vi=f"Nhân {times.replace('.', ',')}: {one.name.vi} ({one.article})",
        en=f"Times {times}: {one.name.en} ({one.article})",
    )


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What a row can provide, by code in words."""

    drivers: dict[str, Text]
    penalties: dict[str, Text]
    remedies: dict[str, Text]
    conditions: dict[str, Text]
    scopes: dict[str, Text]


def choices() -> Choices:
    """Return what a row of the newest edition can provide."""
    measures = laws_of(books.newest()).measures
    names = {one.code: one.name for one in measures}
    return Choices(
        drivers=words.choices_of_drivers(),
        penalties=words.choices_of_penalties(names),
        remedies={one.code: one.name for one in measures if one.group == "remedy"},
        conditions=words.choices_of_conditions(),
        scopes=words.choices_of_scopes(),
    )

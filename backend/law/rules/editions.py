"""Parsing and checking the catalogue of an edition: its rows, notes, decrees and gaps. Pure.

An edition's folder holds a table for each decree (`<prefix>.csv`), `notes.json`, `decrees.json`,
`gaps.json` and `reused.json`. No file is opened here.
"""

import csv
from datetime import date
from typing import Literal, TypeVar, get_args

import msgspec

from backend.law.rules import catalogue, provisions
from backend.law.rules.catalogue import CatalogueFault
from schemas.core.problems import Text
from schemas.law.catalogue import Violation, ViolationField
from schemas.law.reckoning import Certainty

T = TypeVar("T")
_SURE: list[Certainty] = list(get_args(Certainty))


class Note(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be said about rows, in both languages; rows name it by id.

    A `doubt` is what must still be compared, `guidance` is when the row applies, `history` what was
    before or after it. Notes about the `statute` of limitation, and about the other kind of
    `subject`, are for legal officers alone: both have rules of their own. `certainty` lowers that of
    the rows.
    """

    id: str
    about: Literal["doubt", "guidance", "history", "statute", "subject"]
    certainty: Certainty | None
    text: Text


class Decree(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decree of the edition. `read` false: its rows are those of the first edition, unchecked."""

    prefix: str
    number: str
    name: Text
    read: bool
    source: Text


class Gap(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the edition knows of codes without a row on a day.

    `codes` are codes or beginnings of codes (an article, a clause). It speaks of days from `since`
    until before `until`. `closed`: the law repealed it, or moved it. `missing`: it was or may be
    punishable, but the text of that time was not read. `instead` are codes that took its place.
    """

    codes: list[str]
    status: Literal["closed", "missing"]
    since: date | None
    until: date | None
    reason: Text
    instead: list[str]

    @property
    def of_a_code(self) -> bool:
        """Whether it is about a code of the former catalogue, not about the law of some time."""
        return self.status == "closed" and self.since is None


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """The catalogue of an edition. `told` are the ids of notes by code."""

    id: str
    rows: dict[str, Violation]
    decrees: list[Decree]
    notes: dict[str, Note]
    told: dict[str, list[str]]
    gaps: list[Gap]
    reused: frozenset[str]
    """Codes that meant another behaviour in the former edition."""

    def decree_of(self, code: str) -> Decree | None:
        """Return the decree of a code; None if the edition has none."""
        prefix = code.split("-")[0]
        return next((one for one in self.decrees if one.prefix == prefix), None)


def read(edition: str, files: dict[str, str]) -> Edition:
    """Parse an edition from its files, given by name. Raises CatalogueFault."""
    notes = {one.id: one for one in _json(files["notes.json"], list[Note])}
    decrees = _json(files["decrees.json"], list[Decree])
    rows: dict[str, Violation] = {}
    told: dict[str, list[str]] = {}
    for decree in decrees:
        for cells in csv.DictReader(files[f"{decree.prefix}.csv"].splitlines()):
            row = _row(cells, edition, decree, notes)
            if row.code in rows or row.code.split("-")[0] != decree.prefix:
                raise CatalogueFault(f"{row.code}: twice, or in the table of another decree")
            rows[row.code] = row
            told[row.code] = cells["notes"].split()
    return Edition(
        id=edition,
        rows=rows,
        decrees=decrees,
        notes=notes,
        told=told,
        gaps=_json(files["gaps.json"], list[Gap]),
        reused=frozenset(_json(files["reused.json"], list[str])),
    )


def _json(text: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError as error:
        raise CatalogueFault(str(error)) from error


def _row(cells: dict[str, str], edition: str, decree: Decree, notes: dict[str, Note]) -> Violation:
    code = cells["code"]
    try:
        told = [notes[one] for one in cells["notes"].split()]
        amended = Text(vi=cells["amended_vi"], en=cells["amended_en"])
        history = [note.text for note in told if note.about == "history"]
        row = Violation(
            code=code,
            name_vi=cells["name_vi"],
            name_en=cells["name_en"],
            legal_basis=cells["legal_basis"],
            fine_min_vnd=int(cells["fine_min_vnd"] or 0),
            fine_max_vnd=int(cells["fine_max_vnd"] or 0),
            subject="organisation" if cells["subject"] == "organisation" else "individual",
            status="draft",
            version=0,
            field=ViolationField(cells["field"]),
            valid_from=_day(cells["valid_from"]),
            valid_to=_day(cells["valid_to"]),
            check=_joined([note.text for note in told if note.about == "doubt"]),
            guidance=_joined([note.text for note in told if note.about == "guidance"]),
            drivers=provisions.drivers(cells["drivers"]),
            times=provisions.times(cells["times"]),
            extra=provisions.penalties(cells["extra"]),
            provided_remedies=provisions.remedies(cells["remedies"]),
            doublings=cells["doublings"].split(),
            warning={"yes": True, "": False}[cells["warning"]],
            statute_years=int(cells["statute_years"]) if cells["statute_years"] else None,
            certainty=_certainty(cells["certainty"], told) if decree.read else None,
            history=_joined([*([amended] if amended.vi else []), *history]),
            edition=edition,
        )
    except (KeyError, ValueError) as error:
        raise CatalogueFault(f"{code}: {error!r}") from error
    if fault := next(catalogue.faults(row), None):
        raise CatalogueFault(f"{code}: {fault}")
    return row


def _certainty(stated: str, told: list[Note]) -> Certainty:
    found = [stated, *(note.certainty for note in told if note.certainty)]
    return _SURE[max(_SURE.index(msgspec.convert(one, Certainty)) for one in found)]


def _joined(texts: list[Text]) -> Text | None:
    if not texts:
        return None
    return Text(vi=" ".join(one.vi for one in texts), en=" ".join(one.en for one in texts))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What the edition says of a code, or of everything below it, on a day.

    `ok`: `codes` are its rows in force. `closed`: the law no longer has it, and `codes` are what took
    its place. `missing`: there is no row for the day. That never means that the act is not
    punishable: somebody has to ask a legal officer.
    """

    status: Literal["ok", "missing", "closed"]
    codes: list[str]
    reason: Text | None


_LATER = Text(
    vi="Dữ liệu không có quy định áp dụng vào ngày này: hỏi pháp chế.",
    en="The data has no rule for this day: ask a legal officer.",
)
_ENDED = Text(
    vi="Quy định này đã hết hiệu lực vào ngày đó.",
    en="This rule was no longer in force on that day.",
)
_UNKNOWN = Text(
    vi="Danh mục không có hành vi này: hỏi pháp chế.",
    en="The catalogue has no such behaviour: ask a legal officer.",
)


def standing(edition: Edition, asked: str, day: date) -> Standing:
    """Return how a code, clause or article stands on a day of the law. `asked` is as ND98-17-1."""
    own = edition.rows.get(asked)
    rows = [own] if own else [row for code, row in edition.rows.items() if below(code, asked)]
    if found := [row.code for row in rows if in_force(row, day)]:
        return Standing(status="ok", codes=found, reason=None)
    fitting = [
        (len(code), gap)
        for gap in edition.gaps
        for code in gap.codes
        if (asked == code if gap.of_a_code else below(asked, code))
        and (gap.since is None or gap.since <= day)
        and (gap.until is None or day < gap.until)
    ]
    if fitting:
        return _told(max(fitting, key=lambda pair: pair[0])[1])
    if rows and all(row.valid_to is not None and row.valid_to <= day for row in rows):
        return Standing(status="closed", codes=[], reason=_ENDED)
    return Standing(status="missing", codes=[], reason=_LATER if rows else _UNKNOWN)


def _told(gap: Gap) -> Standing:
    return Standing(status=gap.status, codes=gap.instead, reason=gap.reason)


def below(code: str, beginning: str) -> bool:
    """Tell whether a code is this one, or one of this article or clause."""
    return code == beginning or code.startswith(f"{beginning}-")


def in_force(row: Violation, day: date) -> bool:
    """Tell whether a row is in force on a day of the law."""
    return (row.valid_from is None or row.valid_from <= day) and (
        row.valid_to is None or day < row.valid_to
    )

"""What differs between two rows of the catalogue as a table: before, after, and which words are not the same."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, Protocol

from admin_ui.law.catalogue import provided_words
from admin_ui.shell.formats import money, short_date
from admin_ui.shell.words import Language, say
from backend.law.catalogue.service import decrees

_SUMS = ("fine_min_vnd", "fine_max_vnd")
_DAYS = ("valid_from", "valid_to")
_NAMED = {"field": "catalogue.field_", "subject": "catalogue.for_"}
_ALIKE = 0.3
"""Texts that share less than this are not compared word by word: islands of single words explain nothing."""


class Change(Protocol):
    """A field in which two rows differ, with both values as text."""

    @property
    def field(self) -> str: ...
    @property
    def before(self) -> str | None: ...
    @property
    def after(self) -> str | None: ...


class Piece(NamedTuple):
    """A run of words, and whether the other side has it too. `soft`: it is said about the text, not in it."""

    text: str
    kind: Literal["", "changed", "soft"] = ""


Said = list[Piece]


class Row(NamedTuple):
    """One thing that differs: lines before and after, each of pieces."""

    label: str
    before: Sequence[Said]
    after: Sequence[Said]


class Behaviour(NamedTuple):
    """A changed behaviour with what differs in it."""

    code: str
    name: str
    rows: Sequence[Row]


def words(before: str, after: str) -> tuple[Said, Said]:
    """Return both texts with the words that the other has not, marked in runs."""
    old, new = before.split(), after.split()
    match = SequenceMatcher(a=old, b=new, autojunk=False)
    if match.ratio() < _ALIKE:
        return _all(before), _all(after)
    was: Said = []
    now: Said = []
    for act, old_from, old_to, new_from, new_to in match.get_opcodes():
        kind: Literal["", "changed"] = "" if act == "equal" else "changed"
        if old_to > old_from:
            was.append(Piece(" ".join(old[old_from:old_to]), kind))
        if new_to > new_from:
            now.append(Piece(" ".join(new[new_from:new_to]), kind))
    return was, now


def _all(text: str) -> Said:
    return [Piece(text, "changed")] if text else []


def behaviours(it: decrees.Standing, language: Language) -> list[Behaviour]:
    """Return the changed behaviours of a decree, each provision on a line of its own."""
    found = []
    for one in it.comparison.changed:
        steps = provided_words.steps(one.before, one.row, language)
        rows = [
            _row(change, steps.get(change.field, []), language, unsaid=not one.before.edition)
            for change in _told(one.changes, language)
        ]
        found.append(Behaviour(one.row.code, one.row.name_vi, rows))
    return found


def version(
    changes: Iterable[Change], told: Mapping[str, tuple[str, str]], language: Language
) -> list[Row]:
    """Return what a version changes. `told`: provisions in words, by field, instead of what the change holds."""
    return [
        _row(
            change,
            [told[change.field]] if change.field in told else [],
            language,
            unsaid=False,
        )
        for change in changes
    ]


def _told(changes: Iterable[Change], language: Language) -> list[Change]:
    """Return the changes without the doubt in the other language: both are of one text."""
    other = f"check_{'en' if language == 'vi' else 'vi'}"
    return [one for one in changes if one.field != other]


def _row(
    change: Change, lines: Sequence[tuple[str, str]], language: Language, *, unsaid: bool
) -> Row:
    label = say(language, f"catalogue.compared_{change.field}")
    if not lines and (change.before or change.after):
        was, now = (_value(change.field, one, language) for one in (change.before, change.after))
        lines, unsaid = [(was, now)], False
    if unsaid:
        soft = Piece(say(language, "catalogue.unsaid"), "soft")
        return Row(label, [[soft]], [[Piece(after)] for _, after in lines])
    whole = change.field in (*_SUMS, *_DAYS, *_NAMED)
    pairs = [(_all(was), _all(now)) if whole else words(was, now) for was, now in lines]
    before, after = [one for one, _ in pairs if one], [one for _, one in pairs if one]
    nothing = [[Piece(say(language, "catalogue.nothing"), "soft")]]
    return Row(label, before or nothing, after or nothing)


def _value(field: str, value: str | None, language: Language) -> str:
    if not value:
        return ""
    if field in _SUMS:
        return money(int(value), language)
    if field in _DAYS:
        return short_date(value, language)
    return say(language, f"{_NAMED[field]}{value}") if field in _NAMED else value

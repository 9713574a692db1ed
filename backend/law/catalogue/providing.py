"""What a decree provides for one behaviour besides its band, as a publisher types it.

It is read by the same notation as an edition's tables, so that what is published could stand in one.
"""

from collections.abc import Mapping, Sequence

import msgspec

from backend.law import books
from backend.law.rules import provisions, publishing
from backend.law.rules.provisions import NotationFault as NotationFault
from schemas.law.catalogue import Violation, ViolationPublished
from schemas.law.provisions import Driver, ProvidedPenalty, ProvidedRemedy

_CONFISCATION = "confiscation"


def driver(kind: str, least: int, most: int | None, bound: str) -> Driver:
    """Return a value that leads to the band. Raises NotationFault."""
    opening, closing = ("[", ")") if bound == "below" else ("(", "]")
    end = "" if most is None else str(most)
    return provisions.drivers(f"{kind} {opening}{least}..{end}{closing}")[0]


def penalty(
    kind: str, months: tuple[int | None, int | None], marks: Mapping[str, Sequence[str]]
) -> ProvidedPenalty:
    """Return an additional penalty. Raises NotationFault.

    `kind` of a confiscation goes on with what is taken: confiscation:goods. `marks`: see rules/provisions.py.
    """
    least, most = months
    named = kind if ":" in kind else f"{kind}:{least or ''}-{most or ''}"
    return provisions.penalties(named + _marks(marks))[0][0]


def remedy(kind: str, marks: Mapping[str, Sequence[str]]) -> ProvidedRemedy:
    """Return a remedy. Raises NotationFault."""
    return provisions.remedies(kind + _marks(marks))[0][0]


def _marks(marks: Mapping[str, Sequence[str]]) -> str:
    for words in marks.values():
        for word in words:
            if not word or not all(letter.isalnum() or letter in "._" for letter in word):
                raise NotationFault(word)
    return "".join(f" {sign}{','.join(words)}" for sign, words in marks.items() if words)


def named(one: ProvidedPenalty) -> str:
    """Return the kind of a penalty as the form names it: with what is confiscated."""
    return f"{_CONFISCATION}:{one.object}" if one.kind == _CONFISCATION else str(one.kind)


def with_provisions(
    base: Violation,
    content: ViolationPublished,
    drivers: list[Driver],
    extra: list[list[ProvidedPenalty]],
    remedies: list[list[ProvidedRemedy]],
) -> ViolationPublished:
    """Return a version of the newest edition with these provisions, and the others of its base."""
    kept = {name: getattr(base, name) for name in publishing.PROVISIONS}
    edited = {"drivers": drivers, "extra": extra, "provided_remedies": remedies}
    return msgspec.structs.replace(content, **(kept | edited | {"edition": books.newest()}))


def as_row(content: ViolationPublished) -> Violation:
    """Return a version as a row, to show it in words."""
    return publishing.row_of(publishing.Version(content=content))

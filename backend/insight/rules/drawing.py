"""How a sample is drawn. Pure, and stated so that anybody can do it again with other tools.

    of each stratum: sort by SHA-256(UTF-8 of seed, a line feed, the record's id), take the first n

The id is written in lower case with hyphens. Hashes are compared as numbers, or as text in hex, which is the same.
Nobody who does not choose the seed after having seen the ids can tell what will be drawn; who has seed and ids can
tell nothing else. docs/insight/samples.md has it as one line of a shell.
"""

import hashlib
from collections.abc import Iterable, Sequence
from uuid import UUID

import msgspec

ALGORITHM = "sha256-order/1"
"""Named in the act, so that a later algorithm never changes what an older one drew."""


class Member(msgspec.Struct, frozen=True, order=True):
    """A record of the population, with the stratum to which it belongs."""

    stratum: str
    record_id: UUID


class Drawn(msgspec.Struct, frozen=True):
    """What was drawn of one stratum, in the order of the hashes."""

    key: str
    population: int
    records: tuple[UUID, ...]


def rank(seed: str, record_id: UUID) -> bytes:
    """Return the place of a record under a seed."""
    return hashlib.sha256(f"{seed}\n{record_id}".encode()).digest()


def draw(seed: str, members: Iterable[Member], size: int) -> list[Drawn]:
    """Draw `size` records of each stratum, all of one that has fewer. Strata are sorted by their keys."""
    strata: dict[str, list[UUID]] = {}
    for one in members:
        strata.setdefault(one.stratum, []).append(one.record_id)
    return [
        Drawn(key, len(ids), tuple(sorted(ids, key=lambda each: rank(seed, each))[:size]))
        for key, ids in sorted(strata.items())
    ]


def listed(members: Sequence[Member]) -> str:
    """Return the population's file: a line for each record, sorted by stratum and id."""
    return "".join(f"{one.stratum} {one.record_id}\n" for one in sorted(members, key=_as_text))


def _as_text(one: Member) -> tuple[str, str]:
    return one.stratum, str(one.record_id)


def read(text: str) -> list[Member]:
    """Read a population's file. Raises ValueError for a line that is none."""
    pairs = (line.split(" ") for line in text.splitlines())
    return [Member(stratum, UUID(record_id)) for stratum, record_id in pairs]


def sha256(text: str) -> str:
    """Return the hash under which an act names a population's file."""
    return hashlib.sha256(text.encode()).hexdigest()

"""Acts that are declared or described in families, by their name on the wire. Pure."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol, TypeVar


class Named(Protocol):
    """What says of which act it is."""

    @property
    def wire(self) -> str:
        """The act's name on the wire."""


Kind = TypeVar("Kind", bound=StrEnum)
One = TypeVar("One", bound=Named)


def index(kinds: type[Kind], *families: Iterable[One]) -> dict[Kind, One]:
    """What these families say of each act, in the order of the enumeration.

    Raises ValueError where an act stands in them twice: the later one would replace the earlier without a word.
    """
    found: dict[str, One] = {}
    for family in families:
        for one in family:
            if one.wire in found:
                raise ValueError(f"declared twice: {one.wire}")
            found[one.wire] = one
    return {kind: found[kind] for kind in kinds if kind in found}

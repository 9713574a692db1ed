"""An index of acts that are declared or described in families, by their name on the wire. Pure."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol, TypeVar


class Named(Protocol):
    """A declaration or description of one act."""

    @property
    def wire(self) -> str:
        """The act's name on the wire."""


Kind = TypeVar("Kind", bound=StrEnum)
One = TypeVar("One", bound=Named)


def index(kinds: type[Kind], *families: Iterable[One]) -> dict[Kind, One]:
    """Index the families' declarations by act, in the order of the enumeration.

    Raises ValueError if an act is declared twice: the later declaration would silently replace the
    earlier one.
    """
    found: dict[str, One] = {}
    for family in families:
        for one in family:
            if one.wire in found:
                raise ValueError(f"declared twice: {one.wire}")
            found[one.wire] = one
    return {kind: found[kind] for kind in kinds if kind in found}

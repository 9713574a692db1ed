"""What each figure means, as dated data; shown at the desk and in docs/insight/figures.md."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from schemas.insight.definitions import Definitions, FigureDefinition, FigureGroup

_FILE = Path(__file__).parent / "figures.json"


@cache
def everything() -> Definitions:
    """Return the whole file. Raises msgspec.ValidationError."""
    return msgspec.json.decode(_FILE.read_bytes(), type=Definitions)


@lru_cache(maxsize=100)
def in_force(day: date) -> Mapping[str, FigureDefinition]:
    """Return the figures that are defined on a day, by code, in the order of the file."""
    return MappingProxyType(
        {
            one.code: one
            for one in everything().figures
            if one.valid_from <= day and (one.valid_to is None or day < one.valid_to)
        }
    )


def groups() -> list[FigureGroup]:
    """Return the groups of figures, in their order."""
    return everything().groups

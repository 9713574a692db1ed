"""Provinces and communes with which rows are compared, as the installation has them.

The table comes with what is built for the desk, so wiring names where it is: `places.know(source)`, in web processes
and in workers.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from backend.parties.rules.import_places import Places
from backend.parties.rules.import_places import places as _made

Source = Callable[[], tuple[Mapping[str, str], Iterable[tuple[str, str, str]]]]
"""Returns names of provinces by code; and province, code and name of each commune."""
_sources: list[Source] = []


def know(source: Source) -> None:
    """Take the table from here; naming it again changes nothing."""
    _sources[:] = [source]
    table.cache_clear()


@cache
def table() -> Places:
    """Return the table; an empty one where nobody named it, so that no row can name a commune."""
    provinces, communes = _sources[0]() if _sources else ({}, ())
    return _made(provinces, communes)

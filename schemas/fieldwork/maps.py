"""Where an operator's map pictures come from, when he names a source; without one there are none."""

from schemas.core.base import Wire


class MapTiles(Wire):
    """A source of map tiles (slippy map tile names: zoom, column, row)."""

    url: str
    """https template with {z}, {x} and {y}."""
    origin: str
    """Scheme, host and port of it: what the page's policy lets pictures come from."""
    attribution: str
    """Who is to be named for it, as plain text."""

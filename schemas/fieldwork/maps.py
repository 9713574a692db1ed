"""The source of map tiles, if the operator names one. Without a source no tiles are shown."""

from schemas.core.base import Wire


class MapTiles(Wire):
    """A source of map tiles (slippy map tile names: zoom, column, row)."""

    url: str
    """https template with {z}, {x} and {y}."""
    origin: str
    """Its scheme, host and port, from which the page's policy allows pictures."""
    attribution: str
    """The attribution that the source requires, as plain text."""

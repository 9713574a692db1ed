"""Words of the area `decision`."""

WORDS: dict[str, str] = {}

"""Words of the area `people`."""

WORDS: dict[str, str] = {}

"""Words of the area `search`."""

WORDS: dict[str, str] = {}

"""Words of the area `inspection`."""

WORDS: dict[str, str] = {}

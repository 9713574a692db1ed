"""Words of the area `photo`."""

WORDS: dict[str, str] = {}

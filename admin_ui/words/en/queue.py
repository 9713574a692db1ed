"""Words of the area `queue`."""

WORDS: dict[str, str] = {}

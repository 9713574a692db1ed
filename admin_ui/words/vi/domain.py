"""Words of the trade: roles, states, acts."""

WORDS: dict[str, str] = {}

"""The living demonstration: a year and a half of work, made behind a running system (docs/decisions/0059)."""

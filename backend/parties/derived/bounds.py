"""The bounds of the acts of parties, for the table that `ledger.record` (the door) checks. Pure."""

from dataclasses import replace

from backend.parties.acts.index import ALL

BOUNDS = tuple(replace(line, acts=one.wire) for one in ALL for line in one.bounds)

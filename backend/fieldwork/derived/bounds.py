"""The bounds of an inspection's acts, as they are declared: for the table that the door asks. Pure."""

from dataclasses import replace

from backend.fieldwork.acts.index import ACTS

BOUNDS = tuple(replace(line, acts=str(kind)) for kind, one in ACTS.items() for line in one.bounds)

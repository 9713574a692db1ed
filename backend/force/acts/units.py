"""The force's tree: who creates a unit administers the one above it."""

from backend.force.acts.declaring import Book, Declared, Who
from schemas.force.acts import PeopleAct

UNIT_CREATED = Declared(wire=PeopleAct.UNIT_CREATED, book=Book.UNIT, who=Who.ADMINISTRATOR)
UNIT_RENAMED = Declared(wire=PeopleAct.UNIT_RENAMED, book=Book.UNIT, who=Who.ADMINISTRATOR)
UNIT_CLOSED = Declared(wire=PeopleAct.UNIT_CLOSED, book=Book.UNIT, who=Who.ADMINISTRATOR)

ALL = (UNIT_CREATED, UNIT_RENAMED, UNIT_CLOSED)

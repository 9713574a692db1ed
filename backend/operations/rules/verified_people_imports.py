"""What the tables say of imports of officers, from their acts alone: `verify` compares. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.core.list_imports import portions as lines_of
from backend.force.rules import importing
from schemas.core.imports import ImportGivenUp, ImportPaused, ImportResumed, ImportState
from schemas.force import imports as acts
from schemas.force.imports import (
    BroughtPerson,
    PeoplePortionBrought,
    PersonOutcome,
    StepOutcome,
)

_RECORDED = (StepOutcome.DONE, StepOutcome.ASKED)


class KeptPeopleImport(msgspec.Struct, frozen=True, kw_only=True):
    """An import as its table has it; it may have been tampered with."""

    state: str
    file_sha256: str
    portions: int
    came: int
    waits: int
    partly: int
    refused: int


@dataclass
class Folded:
    """An import as its acts have it."""

    state: str = ""
    file_sha256: str = ""
    portions: int = 0
    came: int = 0
    waits: int = 0
    partly: int = 0
    refused: int = 0


_STATES: dict[type[Any], ImportState] = {
    acts.PeopleImportBegun: ImportState.RUNNING,
    ImportPaused: ImportState.PAUSED,
    ImportResumed: ImportState.RUNNING,
    acts.PeopleImportFinished: ImportState.FINISHED,
    ImportGivenUp: ImportState.GIVEN_UP,
}


def take(said: Folded, content: Any) -> None:
    """Fold one more accepted act."""
    state = _STATES.get(type(content))
    if state is not None:
        said.state = state.value
    match content:
        case acts.PeopleImportBegun(file_sha256=sha256):
            said.file_sha256 = sha256
        case PeoplePortionBrought():
            said.portions += 1
            said.came += content.came
            said.waits += content.waits
            said.partly += content.partly
            said.refused += content.refused


def faults(said: Folded, row: KeptPeopleImport | None) -> list[str]:
    """Return what differs between an import's acts and its row."""
    if row is None or not said.state:
        return ["its row is missing, or the act that began it"]
    if msgspec.structs.asdict(row) != vars(said):
        return ["the table says another state, file or count than its acts"]
    return []


def lines_in(stored: bytes | None) -> list[BroughtPerson] | None:
    """Return the lines of a portion; None where they are not kept or cannot be read."""
    try:
        return lines_of.read(lines_of.unpacked(stored or b""), BroughtPerson)
    except ValueError:
        return None


def portion_faults(import_id: UUID, said: PeoplePortionBrought, stored: bytes | None) -> list[str]:
    """Return what differs between a portion's act and its kept lines."""
    if stored is None:
        return ["its lines are not kept"]
    lines = lines_in(stored)
    if lines is None:
        return ["its lines cannot be read"]
    found = []
    if lines_of.sha256(lines_of.unpacked(stored)) != said.sha256:
        found.append("its lines are not those that its act names")
    if importing.counts(lines) != (said.came, said.waits, said.partly, said.refused):
        found.append("its lines count otherwise than its act")
    found += [
        f"the officer of row {one.row} has another id than follows from the row"
        for one in lines
        if one.officer_id != lines_of.id_of_row(import_id, one.row)
    ]
    return found


def person_faults(
    lines: Sequence[BroughtPerson], recorded: Mapping[UUID, Sequence[str]]
) -> list[tuple[UUID, str]]:
    """Return officers whose record lacks an act that a line says, or of whom there is one although they were refused.

    `recorded` are the types of the acts of each officer's record.
    """
    found = []
    for line in lines:
        there = list(recorded.get(line.officer_id, ()))
        if line.outcome is PersonOutcome.REFUSED:
            if there:
                found.append((line.officer_id, "a file says that this officer was refused"))
            continue
        found += [
            (line.officer_id, f"a file says {step.act_type}, and there is none")
            for step in line.steps
            if step.outcome in _RECORDED and step.act_type not in there
        ]
    return found

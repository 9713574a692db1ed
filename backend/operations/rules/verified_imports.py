"""What the tables say of imports of parties, from their acts alone: `verify` compares. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec

from backend.core.list_imports import portions as lines_of
from backend.parties.rules import details as register
from backend.parties.rules import import_portions
from schemas.core.imports import ImportGivenUp, ImportPaused, ImportResumed, ImportState
from schemas.parties import imports as acts
from schemas.parties.acts import PartyDetails
from schemas.parties.imports import PortionBrought, RowDeed


class KeptImport(msgspec.Struct, frozen=True, kw_only=True):
    """An import as its table has it; it may have been tampered with."""

    state: str
    file_sha256: str
    portions: int
    registered: int
    corrected: int
    skipped: int


class KeptParty(msgspec.Struct, frozen=True, kw_only=True):
    """A party that came with an import and has no act of its own, as the register has it."""

    id: UUID
    import_id: UUID | None
    untouched: bool
    """No act of its own: the portion alone says what it is."""
    details: dict[str, Any] | None
    name: str
    address: str
    tax_code: str | None


@dataclass
class Folded:
    """An import as its acts have it."""

    state: str = ""
    file_sha256: str = ""
    portions: int = 0
    registered: int = 0
    corrected: int = 0
    skipped: int = 0


_STATES: dict[type[Any], ImportState] = {
    acts.ImportBegun: ImportState.RUNNING,
    ImportPaused: ImportState.PAUSED,
    ImportResumed: ImportState.RUNNING,
    acts.ImportFinished: ImportState.FINISHED,
    ImportGivenUp: ImportState.GIVEN_UP,
}


def take(said: Folded, content: Any) -> None:
    """Fold one more accepted act."""
    state = _STATES.get(type(content))
    if state is not None:
        said.state = state.value
    match content:
        case acts.ImportBegun(file_sha256=sha256):
            said.file_sha256 = sha256
        case PortionBrought():
            said.portions += 1
            said.registered += content.registered
            said.corrected += content.corrected
            said.skipped += content.skipped


def faults(said: Folded, row: KeptImport | None, there: int) -> list[str]:
    """Return what differs between an import's acts and its row. `there`: parties that say they came with it."""
    if row is None or not said.state:
        return ["its row is missing, or the act that began it"]
    found = []
    if msgspec.structs.asdict(row) != vars(said):
        found.append("the table says another state, file or count than its acts")
    if there != said.registered:
        found.append(f"{there} parties say that they came with it, {said.registered} did")
    return found


def portion_faults(import_id: UUID, said: PortionBrought, stored: bytes | None) -> list[str]:
    """Return what differs between a portion's act and its kept lines."""
    if stored is None:
        return ["its lines are not kept"]
    try:
        text = lines_of.unpacked(stored)
        lines = import_portions.read(text)
    except ValueError:
        return ["its lines cannot be read"]
    found = []
    if lines_of.sha256(text) != said.sha256:
        found.append("its lines are not those that its act names")
    if import_portions.counts(lines) != (said.registered, said.corrected, said.skipped):
        found.append("its lines count otherwise than its act")
    for one in lines:
        made = lines_of.id_of_row(import_id, one.row)
        if one.deed is RowDeed.REGISTERED and one.party_id != made:
            found.append(f"the party of row {one.row} has another id than follows from the row")
    return found


def parties_of(stored: bytes | None) -> dict[UUID, PartyDetails]:
    """Return whom a portion registered, as its lines say; nobody where they cannot be read."""
    try:
        lines = import_portions.read(lines_of.unpacked(stored or b""))
    except ValueError:
        return {}
    return {one.party_id: one.party for one in lines if one.party is not None}


def party_faults(
    import_id: UUID, said: Mapping[UUID, PartyDetails], kept: list[KeptParty]
) -> list[tuple[UUID, str]]:
    """Return whom the register has otherwise than a portion's lines say."""
    rows = {one.id: one for one in kept}
    found = []
    for party_id, details in said.items():
        row = rows.get(party_id)
        if row is None:
            found.append((party_id, "it is not in the register"))
        elif row.import_id != import_id:
            found.append((party_id, "the register says that it came otherwise"))
        elif row.untouched and not _same(row, details):
            found.append((party_id, "the register says something else than the file did"))
    return found


def _same(row: KeptParty, said: PartyDetails) -> bool:
    columns = register.columns(said)
    told = (columns["name"], columns["address"], columns["tax_code"])
    if (row.name, row.address, row.tax_code) != told or row.details is None:
        return False
    try:
        return msgspec.convert(row.details, PartyDetails) == said
    except msgspec.ValidationError:
        return False

"""All acts of informations, by their names on the wire."""

from backend.intake.acts import handling, proceedings
from backend.intake.acts.declaring import Declared
from backend.ledger import declared
from schemas.intake.words import InformationAct

INFORMATION_ACTS: dict[InformationAct, Declared] = declared.index(
    InformationAct, handling.ALL, proceedings.ALL
)

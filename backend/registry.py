"""Wiring of the one door: which slice keeps the book of which kind of record. Imported once by each process."""

from backend.casework.cases import following
from backend.casework.cases.handler import CaseBook
from backend.casework.derived import bounds as case_bounds
from backend.casework.exceptions import handler as exceptions
from backend.casework.exceptions.handler import ExceptionBook
from backend.fieldwork.derived import bounds as inspection_bounds
from backend.fieldwork.inspections.handler import InspectionBook
from backend.force.accounts.handlers import DeviceBook, OfficerBook
from backend.force.derived import bounds as people_bounds
from backend.force.units.handler import UnitBook
from backend.law.catalogue.handler import CatalogueBook
from backend.ledger import handlers
from backend.ledger.bounds import rules as bounds
from backend.operations.recovery.handler import InstallationBook
from schemas.core.vocabulary import RecordKind


def open_all() -> None:
    """Register every book; calling it again changes nothing."""
    bounds.add(people_bounds.BOUNDS)
    bounds.add(inspection_bounds.BOUNDS)
    bounds.add(case_bounds.BOUNDS)
    handlers.register(RecordKind.INSPECTION, InspectionBook())
    handlers.register(RecordKind.OFFICER, OfficerBook())
    handlers.register(RecordKind.DEVICE, DeviceBook())
    handlers.register(RecordKind.UNIT, UnitBook())
    handlers.register(RecordKind.CATALOGUE, CatalogueBook())
    handlers.register(RecordKind.CASE, CaseBook())
    handlers.register(RecordKind.EXCEPTION, ExceptionBook())
    handlers.register(RecordKind.INSTALLATION, InstallationBook())
    handlers.follow(RecordKind.INSPECTION, following.follow)
    handlers.follow(RecordKind.INSPECTION, exceptions.follow)
    handlers.follow(RecordKind.CASE, exceptions.follow)

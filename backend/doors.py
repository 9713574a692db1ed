"""Wiring of the one door: which slice keeps the book of which kind of record. Imported once by each process."""

from backend.accounts.book import DeviceBook, OfficerBook
from backend.cases import following
from backend.cases.book import CaseBook
from backend.catalogue.book import CatalogueBook
from backend.exceptions import book as exceptions
from backend.exceptions.book import ExceptionBook
from backend.inspections.book import InspectionBook
from backend.ledger import books
from backend.recovery.book import InstallationBook
from backend.units.book import UnitBook
from schemas.vocabulary import RecordKind


def open_all() -> None:
    """Register every book; calling it again changes nothing."""
    books.register(RecordKind.INSPECTION, InspectionBook())
    books.register(RecordKind.OFFICER, OfficerBook())
    books.register(RecordKind.DEVICE, DeviceBook())
    books.register(RecordKind.UNIT, UnitBook())
    books.register(RecordKind.CATALOGUE, CatalogueBook())
    books.register(RecordKind.CASE, CaseBook())
    books.register(RecordKind.EXCEPTION, ExceptionBook())
    books.register(RecordKind.INSTALLATION, InstallationBook())
    books.follow(RecordKind.INSPECTION, following.follow)
    books.follow(RecordKind.INSPECTION, exceptions.follow)
    books.follow(RecordKind.CASE, exceptions.follow)

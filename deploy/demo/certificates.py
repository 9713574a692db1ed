"""Signing certificates of the demonstration's supervisors and team leaders, and of its agencies.

The demonstration's own authority issues them (see ca.py).
"""

from uuid import UUID

import msgspec

from backend.core.settings import Settings
from backend.documents.signing import service as signing
from backend.force.accounts import service as accounts
from backend.force.units import service as units
from backend.ledger import service as ledger
from deploy.demo import ca
from deploy.demo.phone import Account
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role


async def give(known: dict[str, Account], settings: Settings) -> None:
    """Issue and register a certificate for each officer with a passphrase and none yet.

    May be interrupted and repeated.
    """
    if settings.data_dir is None:
        raise ValueError("the demonstration needs a data folder")
    folder = ca.make(settings.data_dir)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=folder))
    issuing = ca.load_issuing(folder)
    root = await units.find_root()
    if root is None:
        raise ValueError("the force comes before its certificates")
    nobody = accounts.operator(new_id(), root.id, "", "")
    for account in known.values():
        if account.signing_passphrase is None:
            continue
        found, _ = await accounts.list_officers(
            nobody, filters=accounts.PeopleFilters(search=account.username)
        )
        officer = next(each for each in found if each.username == account.username)
        if account.role == Role.CLERK:
            await _give_agency(officer, root.id, account.signing_passphrase, issuing)
        elif not await signing.list_of(officer.id):
            await _give_one(officer, root.id, account.signing_passphrase, issuing)


async def _give_one(
    officer: accounts.OfficerRow, root_id: UUID, passphrase: str, issuing: ca.Pair
) -> None:
    number = officer.officer_number or officer.username
    data = ca.officer_pkcs12(issuing, officer.full_name, number, passphrase)
    himself = accounts.operator(officer.id, root_id, officer.username, officer.full_name)
    ledger.unwrap(await signing.register_pkcs12(himself, officer.id, data, passphrase))


async def _give_agency(
    clerk: accounts.OfficerRow, root_id: UUID, passphrase: str, issuing: ca.Pair
) -> None:
    """Register a certificate of the clerk's unit, if it has none: the clerk seals papers with it."""
    if await signing.list_of_unit(clerk.unit_id):
        return
    name = (await units.name_of(clerk.unit_id)).vi
    pair = ca.issue(name, issuing)
    data = ca.to_pkcs12(pair, [issuing.certificate], passphrase)
    given = signing.agency.Given(kind="pkcs12", data=data, secret=passphrase)
    operator = accounts.operator(clerk.id, root_id, "", "")
    ledger.unwrap(await signing.agency.register(operator, clerk.unit_id, given))

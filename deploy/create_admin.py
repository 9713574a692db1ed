"""`./hientruong create-admin`: makes the first administrator, if there is no demonstration."""

import asyncio

from backend import registry
from backend.core import database, keys
from backend.core.errors import DomainError
from backend.core.settings import Settings
from backend.force.accounts import service as accounts
from backend.force.accounts.first_administrator import create_first_admin
from backend.force.accounts.service import Issued
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation


def create_admin(folder: DataFolder, username: str, full_name: str) -> int:
    """Create the administrator and print the one-time enrolment, which is shown only this once.

    Raises Failure if the installation has officers already.
    """
    with installation(folder) as settings:
        issued = asyncio.run(_create(settings, username, full_name))
    running = folder.running()
    address = f"{running['url']}{issued.path}" if running else issued.address
    print(
        f"Mở địa chỉ này một lần, trong một giờ, để đặt mật khẩu / open once within an hour to set the password:"
        f"\n  {address}"
    )
    return 0


async def _create(settings: Settings, username: str, full_name: str) -> Issued:
    registry.open_all()
    keys.load(settings.keys_dir)
    accounts.start(settings.public_url)
    await database.start(settings.database_url, size=2)
    try:
        async with database.transaction():
            issued = await create_first_admin(username, full_name)
    except DomainError as error:
        raise Failure(error.text.vi, error.text.en) from None
    finally:
        await database.stop()
    return issued

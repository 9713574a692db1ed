"""How a single command (verify, create-admin, doctor …) connects to its installation.

If the environment names a database, that one is used. Otherwise it is the embedded installation of
a data folder: either a running one, or one whose servers are started for the time of the command.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from backend.core import settings as backend_settings
from backend.core.settings import Settings
from deploy import bootstrap, surroundings
from deploy.data_folder import DataFolder
from deploy.embedded import ports
from deploy.failures import Failure
from deploy.servers import Servers
from deploy.supervisor import Interrupted, stop_signals


@contextmanager
def installation(folder: DataFolder, *, owner: bool = False) -> Iterator[Settings]:
    """Yield the settings of the installation while its servers run.

    `owner` adds the owner's sign-in.

    Raises Failure if there is no installation.
    """
    if surroundings.names_a_deployment():
        yield backend_settings.load()
        return
    folder.require_installation()
    servers = Servers(folder)
    if not ports.is_free(servers.ports["postgres"]) and folder.running() is not None:
        yield bootstrap.settings(servers, owner=owner)
        return
    lock = folder.open_for_start(least_free=0)
    try:
        folder.require_parts()
        with stop_signals():
            servers.start()
            yield bootstrap.settings(servers, owner=owner)
    except Interrupted:
        raise Failure("đã ngắt", "interrupted", exit_code=130) from None
    finally:
        servers.stop()
        os.close(lock)

"""An authority whose certificates this process trusts."""

from pathlib import Path

import msgspec
import pytest
from litestar import Litestar

from backend.core.settings import Settings
from backend.documents.signing import service as signing
from tests.support.signing import Authority, authority


@pytest.fixture
def issuer(app: Litestar, settings: Settings, tmp_path: Path) -> Authority:
    """An authority that this process trusts."""
    del app
    made = authority(tmp_path)
    signing.start(msgspec.structs.replace(settings, demo_pki_dir=made.folder))
    return made

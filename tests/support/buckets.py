"""Buckets in addition to the one that a run's tests share.

Checkpoints are stored in the bucket of an installation's originals, and a start compares the
database with them. A test that stores any therefore needs a separate bucket: in the shared one they
would count as another installation's.
"""

from uuid import uuid4

import msgspec
from minio import Minio

from backend.core.settings import Settings
from deploy import bootstrap
from deploy.servers import Servers
from media.keys import CHECKPOINTS

ADMINISTRATOR = "hientruong-admin"


def _administrator(servers: Servers) -> Minio:
    return Minio(
        servers.store.endpoint,
        ADMINISTRATOR,
        servers.secrets["s3_admin_secret"],
        secure=False,
        region="us-east-1",
    )


def make(servers: Servers) -> str:
    """Create an empty bucket with object lock; return its name. Only the store's administrator may
    use it."""
    name = f"own-{uuid4().hex}"
    _administrator(servers).make_bucket(name, object_lock=True)
    return name


def checkpoints_in_shared(servers: Servers) -> list[str]:
    """Return the names of the checkpoints in the bucket that tests share."""
    client = _administrator(servers)
    if not client.bucket_exists(bootstrap.EVIDENCE_BUCKET):
        return []  # no test asked for a database
    found = client.list_objects(bootstrap.EVIDENCE_BUCKET, prefix=CHECKPOINTS, recursive=True)
    return [str(one.object_name) for one in found]


def settings_on_own(servers: Servers, settings: Settings) -> Settings:
    """The same settings with a separate, empty bucket."""
    return msgspec.structs.replace(
        settings,
        s3_bucket=make(servers),
        s3_access_key=ADMINISTRATOR,
        s3_secret_key=servers.secrets["s3_admin_secret"],
    )

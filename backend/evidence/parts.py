"""The parts that evidence needs in each process: object store, spool, and (web processes only) the
storing loop."""

from backend.evidence.process_parts import Parts
from backend.evidence.storing import Storer
from backend.settings import Settings
from media.minio_store import MinioStore

_current: Parts | None = None


def make_store(settings: Settings) -> MinioStore:
    """The object store that the settings name."""
    return MinioStore(
        settings.s3_endpoint,
        settings.s3_access_key,
        settings.s3_secret_key,
        evidence_bucket=settings.s3_bucket,
        staging_bucket=settings.s3_staging_bucket,
        secure=settings.s3_secure,
        keeper=keeper_of(settings),
    )


def keeper_of(settings: Settings) -> tuple[str, str] | None:
    """Access key and secret of who may lock originals, where that is another identity than the application's."""
    if settings.s3_keeper_access_key and settings.s3_keeper_secret_key:
        return settings.s3_keeper_access_key, settings.s3_keeper_secret_key
    return None


async def start(settings: Settings, *, storing: bool) -> Parts:
    """Open the parts, once a process. `storing` starts the loop that brings spooled uploads into
    the store."""
    global _current
    _current = Parts(settings, make_store(settings))
    if storing:
        storer = Storer(_current)
        _current.storer = storer
        await storer.start()
    return _current


async def stop() -> None:
    """Close the parts; what is not stored yet is found again at the next start."""
    global _current
    parts, _current = _current, None
    if parts is not None:
        if parts.storer is not None:
            await parts.storer.stop()
        await parts.close()


def current() -> Parts:
    """The parts of this process. Raises RuntimeError before start()."""
    if _current is None:
        raise RuntimeError("the object store is not open")
    return _current

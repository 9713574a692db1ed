"""All settings, read once from the environment. Nothing else reads os.environ.

Secrets have no default. `NAME_FILE` may name a file that holds the value of `NAME`; this is how
container platforms pass secrets.
"""

import os
import re
from pathlib import Path
from typing import Literal

import msgspec

from backend.core import relying_party, watched
from backend.core.limits import Limits
from backend.core.relying_party import RelyingParty
from schemas.casework.treasury import Treasury
from schemas.documents.signatures import Level
from schemas.fieldwork.maps import MapTiles


class BackupStore(msgspec.Struct, frozen=True, kw_only=True):
    """The S3 server of `backup --to s3://…`, which is not the installation's own."""

    endpoint: str
    """host:port."""
    access_key: str
    secret_key: str
    secure: bool = True
    region: str = "us-east-1"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses, limits and choices of one installation. See docs/running.md for each variable."""

    database_url: str
    """PostgreSQL, as the application role (hientruong_app)."""
    direct_database_url: str | None = None
    """The same database without a pooler, for workers, if `database_url` leads through one."""
    read_database_url: str | None = None
    """A streaming replica of the same database as the application role: statistics and dashboards
    are read there (backend/core/replica.py). Without it, or if it does not answer, on the primary."""
    public_database_url: str | None = None
    """The same database as the role of the citizens' form (hientruong_public), for web processes
    only. Without it the form is closed."""
    owner_database_url: str | None = None
    """PostgreSQL, as the owner role: for `migrate` only, never given to web or worker processes."""
    s3_endpoint: str
    """host:port of the S3 server."""
    s3_access_key: str
    s3_secret_key: str
    s3_bucket: str = "evidence"
    s3_staging_bucket: str = "staging"
    s3_secure: bool = False
    s3_keeper_access_key: str | None = None
    """The identity that may set retention and legal hold, for workers only. If it is not set, the
    application's own identity tries."""
    s3_keeper_secret_key: str | None = None
    s3_retention_mode: Literal["GOVERNANCE", "COMPLIANCE", "off"] = "GOVERNANCE"
    s3_retention_days: int = 3650
    """From the moment an original was stored."""
    reverify_per_hour: int = 600
    """Originals that each worker reads again in an hour. The one read longest ago comes first. 0:
    none."""
    spool_dir: Path
    """Unfinished uploads of this node."""
    keys_dir: Path
    """receipt.pem, secrets.key and rescue.key, mode 0600."""
    node: str = "node-1"
    """Names this node's spool; stable over restarts."""
    pool_size: int = 10
    """Database connections per process."""
    max_upload_bytes: int = 64 * 1024 * 1024
    """Larger photographs are refused with 413."""
    max_rescue_bytes: int = 2 * 1024**3
    """A larger rescue file is refused with 413. Twice its size must be free on the spool's disk."""
    metrics_token: str | None = None
    """Bearer token for /metrics. Without one only the loopback may scrape."""
    metrics_dir: Path | None = None
    """Folder in which this machine's processes add up their metrics; beside the spool by default."""
    worker_metrics: str | None = None
    """host:port at which a worker answers a scraper itself, if no web process on its machine does."""
    decoder: int | None = None
    """Socket to the process that runs the decoders as another user, set by both's parent. None: own decoders."""
    data_dir: Path | None = None
    """The folder of an embedded installation, if this is one."""
    map_tiles: MapTiles | None = None
    """If no source of tiles is set, the desk's maps have a blank background."""
    findings: Limits = Limits()
    """The limits beyond which findings are recorded."""
    public_url: str = "http://127.0.0.1:8000"
    """The address at which the public reaches this installation. It is printed on papers, in the QR
    code."""
    trust_roots: Path | None = None
    """A PEM file, or a folder of them, with the roots and intermediate certificates above officers' certificates."""
    crls: Path | None = None
    """A revocation list (PEM or DER), or a folder of *.crl; read when a process starts."""
    revocation_fetch: bool = False
    """At each signing, ask the addresses that certificates name for revocation lists and OCSP
    answers. Only `revocation_hosts` are asked."""
    revocation_hosts: tuple[str, ...] = ()
    """host or host:port. A private address is asked only if it is itself listed; with an empty list
    nobody is asked."""
    device_approval: tuple[str, ...] = ()
    """Codes of units whose officers' new phones wait for approval by a head or an administrator; `*`: all."""
    phone_app_minimum: str = ""
    """The version below which a phone's app counts as too old, such as `0.2.0`; empty: none does."""
    support_contact: str = ""
    """Whom officers call when the desk does not work: a line of text for the page about the system."""
    disks_watched: watched.Disks = watched.Disks()
    """Who watches the disk of each part that runs apart: lines for the page of health."""
    passkeys: RelyingParty | None = None
    """Where officers use passkeys; None: nowhere."""
    tsa_url: str | None = None
    """Address of a time-stamp service (RFC 3161). Without one signatures are B-B."""
    signature_level: Level = "B-B"
    """Nothing is signed below this level: better no signature than one that does not last."""
    pkcs11_module: str | None = None
    """The token's library, e.g. /usr/lib/softhsm/libsofthsm2.so."""
    pkcs11_token: str | None = None
    """The token's label, if several are plugged in."""
    demo_pki_dir: Path | None = None
    """Certificates and time-stamp key for a demonstration. Never set in a real installation."""
    app_dir: Path | None = None
    """A build of the phone app to serve instead of the one beside the code."""
    treasury: Treasury = Treasury()
    treasuries: dict[str, Treasury] = {}
    """By the code of the issuing unit. If neither it nor a unit above it is listed, `treasury` applies."""
    """Where fines are paid. Printed on decisions."""

    @property
    def session_database_url(self) -> str:
        """PostgreSQL as the application role, without a pooler: to listen for notifications."""
        return self.direct_database_url or self.database_url

    @property
    def metrics_folder(self) -> Path:
        """Folder in which this machine's processes add up their metrics."""
        return self.metrics_dir or self.spool_dir / "metrics"

    @property
    def primary_noted(self) -> Path:
        """File in which this machine's processes keep the newest primary that they saw."""
        return self.spool_dir / "primary.json"


def _read(name: str, default: str | None = None) -> str:
    value = os.environ.get(f"HIENTRUONG_{name}")  # noqa: TID251 - this is the one reader
    if value is None and (file := os.environ.get(f"HIENTRUONG_{name}_FILE")):  # noqa: TID251
        value = Path(file).read_text(encoding="utf-8").strip()
    if value is None:
        value = default
    if value is None:
        raise SystemExit(
            f"Thiếu thiết đặt HIENTRUONG_{name}. / The setting HIENTRUONG_{name} is missing: "
            "see docs/running.md."
        )
    return value


def database_url() -> str:
    """Return the database's address alone, for tools. Exits with a sentence if it is not set."""
    return _read("DATABASE_URL")


def _retention_mode() -> Literal["GOVERNANCE", "COMPLIANCE", "off"]:
    """Raises SystemExit for any other value: a mistyped mode must not leave originals unlocked."""
    match _read("S3_RETENTION_MODE", "GOVERNANCE"):
        case "GOVERNANCE":
            return "GOVERNANCE"
        case "COMPLIANCE":
            return "COMPLIANCE"
        case "off":
            return "off"
    raise SystemExit(
        "HIENTRUONG_S3_RETENTION_MODE phải là GOVERNANCE, COMPLIANCE hoặc off. / "
        "HIENTRUONG_S3_RETENTION_MODE must be GOVERNANCE, COMPLIANCE or off."
    )


def _limits() -> Limits:
    """Read HIENTRUONG_FINDING_…, one variable a limit.

    Raises SystemExit if a value is not a whole number or is out of bounds.
    """
    given = {
        name: _read(f"FINDING_{name.upper()}", str(getattr(Limits(), name)))
        for name in Limits.__struct_fields__
    }
    try:
        return msgspec.convert(given, Limits, strict=False)
    except msgspec.ValidationError as error:
        raise SystemExit(
            f"Giới hạn HIENTRUONG_FINDING_… không hợp lệ. / A limit HIENTRUONG_FINDING_… is not valid: {error}"
        ) from error


_TILES = re.compile(r"(https://[a-z0-9.-]+(?::[0-9]{1,5})?)/[A-Za-z0-9_.,~{}?=&%+@:/-]+", re.ASCII)


def map_tiles(url: str, attribution: str) -> MapTiles | None:
    """Read a source of tiles; None if `url` is empty.

    Raises SystemExit if `url` is not an https template, or if there is no attribution. The check is
    strict because the host goes into a Content-Security-Policy.
    """
    if not url:
        return None
    found = _TILES.fullmatch(url)
    holes = re.findall(r"{([^{}]*)}", url)
    whole = url.count("{") == url.count("}") == len(holes)
    if not found or not whole or not {"x", "y", "z"} <= set(holes) <= {"x", "y", "z", "r"}:
        raise SystemExit(
            "HIENTRUONG_MAP_TILES phải có dạng https://máy-chủ/{z}/{x}/{y}.png. / "
            "HIENTRUONG_MAP_TILES must look like https://host/{z}/{x}/{y}.png."
        )
    if not attribution.strip():
        raise SystemExit(
            "Có HIENTRUONG_MAP_TILES thì phải có HIENTRUONG_MAP_ATTRIBUTION. / "
            "HIENTRUONG_MAP_TILES needs HIENTRUONG_MAP_ATTRIBUTION: whom to name for the map."
        )
    return MapTiles(url=url, origin=found[1], attribution=attribution.strip())


def _treasury() -> Treasury:
    """Read HIENTRUONG_TREASURY_…, one variable a field of the decision."""
    given = {
        name: _read(f"TREASURY_{name.upper()}", "").strip() or None
        for name in Treasury.__struct_fields__
    }
    return Treasury(**given)


def treasuries(path: Path | None, read: str = "") -> dict[str, Treasury]:
    """Read the collecting accounts from a TOML file with a table for each unit's code.

    Raises SystemExit if the file is not one: a mistyped account must not reach a decision. `read`
    is the file's text, if the parent process had to read it because this process may not.
    """
    if path is None and not read:
        return {}
    try:
        text = path.read_bytes() if path else read
        return msgspec.toml.decode(text, type=dict[str, Treasury])
    except (OSError, msgspec.DecodeError) as fault:
        raise SystemExit(
            f"HIENTRUONG_TREASURIES: không đọc được {path}: {fault}. / "
            f"HIENTRUONG_TREASURIES: cannot read {path}: {fault}."
        ) from None


def _map_tiles() -> MapTiles | None:
    return map_tiles(_read("MAP_TILES", ""), _read("MAP_ATTRIBUTION", ""))


def _level() -> Level:
    """Raises SystemExit for any other value: a mistyped level must not let weak signatures through."""
    try:
        level: Level = msgspec.convert(_read("SIGNATURE_LEVEL", "B-B"), Level)
    except msgspec.ValidationError:
        raise SystemExit(
            "HIENTRUONG_SIGNATURE_LEVEL phải là B-B, B-T hoặc B-LTA. / "
            "HIENTRUONG_SIGNATURE_LEVEL must be B-B, B-T or B-LTA."
        ) from None
    return level


_PUBLIC_URL = re.compile(r"https?://[A-Za-z0-9.\[\]:-]+(/[A-Za-z0-9._~-]+)*/?", re.ASCII)


def _public_url() -> str:
    url = _read("PUBLIC_URL", "http://127.0.0.1:8000")
    if not _PUBLIC_URL.fullmatch(url):
        raise SystemExit(
            "HIENTRUONG_PUBLIC_URL phải có dạng https://máy-chủ. / "
            "HIENTRUONG_PUBLIC_URL must look like https://host."
        )
    return url.rstrip("/")


def _passkeys() -> RelyingParty | None:
    origins, domain = _read("PASSKEY_ORIGINS", ""), _read("PASSKEY_DOMAIN", "")
    return relying_party.read(_public_url(), origins, domain)


def _path(name: str) -> Path | None:
    value = _read(name, "")
    return Path(value) if value else None


_ADDRESS = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):[0-9]{1,5}", re.ASCII)


def _address(name: str) -> str | None:
    """Raises SystemExit if the value is not host:port: a mistyped one must not leave a worker unwatched."""
    value = _read(name, "")
    if value and not _ADDRESS.fullmatch(value):
        raise SystemExit(
            f"HIENTRUONG_{name} phải có dạng máy:cổng. / HIENTRUONG_{name} must look like host:port."
        )
    return value or None


_HOST = re.compile(r"([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?", re.ASCII)


def _revocation_hosts() -> tuple[str, ...]:
    """Raises SystemExit if an entry is not a host.

    An address or a pattern would be a host that never matches.
    """
    hosts = tuple(_read("REVOCATION_HOSTS", "").replace(",", " ").lower().split())
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise SystemExit(
                f"HIENTRUONG_REVOCATION_HOSTS: “{host}” không phải là máy hoặc máy:cổng. / "
                f"HIENTRUONG_REVOCATION_HOSTS: “{host}” is no host or host:port."
            )
    return hosts


def check_wishes() -> None:
    """Check the settings that an embedded installation takes from its operator.

    Raises SystemExit as `load` does.
    """
    _map_tiles()
    _limits()
    _level()
    _passkeys()
    _revocation_hosts()


def load() -> Settings:
    """Read the environment. Raises SystemExit with one plain sentence if a setting is missing."""
    data_dir, app_dir = _read("DATA_DIR", ""), _read("APP_DIR", "")
    decoder = _read("DECODER", "")
    return Settings(
        database_url=database_url(),
        direct_database_url=_read("DIRECT_DATABASE_URL", "") or None,
        read_database_url=_read("READ_DATABASE_URL", "") or None,
        public_database_url=_read("PUBLIC_DATABASE_URL", "") or None,
        owner_database_url=_read("OWNER_DATABASE_URL", "") or None,
        s3_endpoint=_read("S3_ENDPOINT"),
        s3_access_key=_read("S3_ACCESS_KEY"),
        s3_secret_key=_read("S3_SECRET_KEY"),
        s3_bucket=_read("S3_BUCKET", "evidence"),
        s3_staging_bucket=_read("S3_STAGING_BUCKET", "staging"),
        s3_secure=_read("S3_SECURE", "false").lower() == "true",
        s3_keeper_access_key=_read("S3_KEEPER_ACCESS_KEY", "") or None,
        s3_keeper_secret_key=_read("S3_KEEPER_SECRET_KEY", "") or None,
        s3_retention_mode=_retention_mode(),
        s3_retention_days=int(_read("S3_RETENTION_DAYS", "3650")),
        reverify_per_hour=int(_read("REVERIFY_PER_HOUR", "600")),
        spool_dir=Path(_read("SPOOL_DIR")),
        keys_dir=Path(_read("KEYS_DIR")),
        node=_read("NODE", "node-1"),
        pool_size=int(_read("POOL_SIZE", "10")),
        max_upload_bytes=int(_read("MAX_UPLOAD_BYTES", str(64 * 1024 * 1024))),
        max_rescue_bytes=int(_read("MAX_RESCUE_BYTES", str(2 * 1024**3))),
        metrics_token=_read("METRICS_TOKEN", "") or None,
        metrics_dir=_path("METRICS_DIR"),
        worker_metrics=_address("WORKER_METRICS"),
        decoder=int(decoder) if decoder else None,
        data_dir=Path(data_dir) if data_dir else None,
        map_tiles=_map_tiles(),
        findings=_limits(),
        public_url=_public_url(),
        trust_roots=_path("TRUST_ROOTS"),
        crls=_path("CRLS"),
        revocation_fetch=_read("REVOCATION_FETCH", "false").lower() == "true",
        revocation_hosts=_revocation_hosts(),
        device_approval=tuple(_read("DEVICE_APPROVAL", "").replace(",", " ").split()),
        phone_app_minimum=_read("PHONE_APP_MINIMUM", "").strip(),
        support_contact=" ".join(_read("SUPPORT_CONTACT", "").split())[:200],
        disks_watched=watched.read(_read("DISKS_WATCHED", "")),
        passkeys=_passkeys(),
        tsa_url=_read("TSA_URL", "") or None,
        signature_level=_level(),
        pkcs11_module=_read("PKCS11_MODULE", "") or None,
        pkcs11_token=_read("PKCS11_TOKEN", "") or None,
        demo_pki_dir=_path("DEMO_PKI_DIR"),
        app_dir=Path(app_dir) if app_dir else None,
        treasury=_treasury(),
        treasuries=treasuries(_path("TREASURIES"), _read("TREASURIES_READ", "")),
    )


def backup_store() -> BackupStore:
    """Read the address of the S3 server for `backup` and `restore`.

    Raises SystemExit as `load` does.
    """
    return BackupStore(
        endpoint=_read("BACKUP_S3_ENDPOINT"),
        access_key=_read("BACKUP_S3_ACCESS_KEY"),
        secret_key=_read("BACKUP_S3_SECRET_KEY"),
        secure=_read("BACKUP_S3_SECURE", "true").lower() == "true",
        region=_read("BACKUP_S3_REGION", "us-east-1"),
    )

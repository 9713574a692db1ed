"""The files that the embedded SeaweedFS reads: certificates, `security.toml`, identities.

They are written again at each start, from `secrets` and certificates that were made once. The name
under which the server sees its folder may differ from start to start (see account.py), and a moved
data folder must still work.
"""

import json
from pathlib import Path

from deploy.embedded import certificates
from deploy.embedded.account import Account
from deploy.private_files import write_private

_GRPC = ("master", "volume", "filer", "s3", "admin", "worker", "client", "msg_broker", "mq")
_JWT = ("jwt.signing", "jwt.signing.read", "jwt.filer_signing", "jwt.filer_signing.read")


def write(home: Path, account: Account, secrets: dict[str, str]) -> None:
    """Write all files into `home`.

    `secrets` needs the four token keys and three S3 keys (see deploy/data_folder.py).
    """
    certs = home / "certs"
    account.make_folder(certs)
    if not (certs / "node.key").is_file():
        for name, content in sorted(
            certificates.make().items()
        ):  # node.key last: it marks the set as whole
            _put(account, certs / name, content)
    seen = account.seen(home) / "certs"
    _put(account, home / "security.toml", _security(seen, secrets).encode())
    _put(account, home / "s3.json", _identities(secrets).encode())


def _security(certs: Path, secrets: dict[str, str]) -> str:
    node = f'cert = "{certs}/node.crt"\nkey = "{certs}/node.key"'
    authority = f'ca = "{certs}/ca.crt"'
    parts = [f'[{name}]\nkey = "{secrets[name]}"' for name in _JWT]
    parts += ["[access]\nui = false", "[filer.expose_directory_metadata]\nenabled = false"]
    parts += ['[cors.allowed_origins]\nvalues = "http://127.0.0.1"', f"[grpc]\n{authority}"]
    for name in _GRPC:
        allowed = "" if name == "client" else f'\nallowed_commonNames = "{certificates.NODE}"'
        parts.append(f"[grpc.{name}]\n{node}{allowed}")
    for name in ("master", "volume", "filer", "client"):
        enabled = "enabled = true\n" if name == "client" else ""
        parts.append(f"[https.{name}]\n{enabled}{node}\n{authority}")
    return "\n\n".join(parts) + "\n"


def _identities(secrets: dict[str, str]) -> str:
    # The application may read, write, list and tag in its two buckets; only the bootstrap may make
    # or drop a bucket. Write would let it delete originals, which the bucket's policy forbids
    # (bootstrap.py). The keeper, known only to workers, reads originals and sets retention and
    # hold; it writes nothing. Lifting a hold needs the same right as setting it, so web processes
    # have neither.
    application = [
        f"{action}:{bucket}"
        for bucket in ("evidence", "staging")
        for action in ("Read", "Write", "List", "Tagging")
    ]
    keeper = [
        f"{action}:evidence"
        for action in ("Read", "List", "PutObjectRetention", "PutObjectLegalHold")
    ]
    people = (
        ("hientruong-admin", "s3_admin_secret", ["Admin"]),
        ("hientruong-app", "s3_secret", application),
        ("hientruong-keeper", "s3_keeper_secret", keeper),
    )
    return json.dumps(
        {
            "identities": [
                {
                    "name": name,
                    "credentials": [{"accessKey": name, "secretKey": secrets[key]}],
                    "actions": actions,
                }
                for name, key, actions in people
            ]
        }
    )


def _put(account: Account, path: Path, content: bytes) -> None:
    write_private(path, content)
    account.own(path)

"""How long backups are kept: always whole chains, and never the last one that was proven."""

from datetime import datetime, timedelta

from backend.core import keys
from deploy.backup import objects
from deploy.backup.manifest import Manifest, Manifests, is_signed_by
from deploy.backup.taking import Taker, lists_of


def too_old(manifests: Manifests, now: datetime, days: int) -> list[list[Manifest]]:
    """Return chains that ended longer ago than `days`, oldest first.

    The newest chain and that of the newest proof are never among them.

    Manifests that none of our keys signed are left out: the files they name are not ours to remove,
    and they do not make a chain the newest. A proof that none of our keys signed does not count
    either. With a forged proof, somebody who can only write there could make us remove the chain
    that is known to be good.
    """
    manifests.keep_ours(keys.current().public)
    installations = {one.system_identifier for one in manifests.all.values()}
    if any(one.system_identifier not in installations for one in manifests.strange.values()):
        return []  # a stranger's: files that ours do not name may be another installation's
    chains: dict[str, list[Manifest]] = {}
    for number in sorted(manifests.all):
        chains.setdefault(manifests.all[number].chain, []).append(manifests.all[number])
    proven = [
        number
        for number, proof in manifests.proofs.items()
        if number in manifests.all and is_signed_by(proof, keys.current().public)
    ]
    kept = {max(chains, default="")} | {
        manifests.all[number].chain for number in sorted(proven)[-1:]
    }
    if not proven:
        return []  # no backup was ever restored, so nobody knows which of them is good
    return [
        chain
        for name, chain in sorted(chains.items())
        if name not in kept and datetime.fromisoformat(chain[-1].at) < now - timedelta(days=days)
    ]


def forget(taker: Taker, chains: list[list[Manifest]]) -> int:
    """Remove these chains, then objects that no chain names; returns how many files were removed.

    The newest manifest goes first, so that a kill leaves whole chains. Raises Failure.
    """
    if not chains:
        return 0
    gone = {manifest.id for chain in chains for manifest in chain}
    left = [each for number, each in taker.manifests.all.items() if number not in gone]
    still = {file.name for each in left for file in each.files}
    count = 0
    for chain in chains:
        for manifest in reversed(chain):
            taker.place.remove(f"manifests/{manifest.id}.json")
            taker.place.remove(f"proofs/{manifest.id}.json")
            del taker.manifests.all[manifest.id]
            for file in manifest.files:
                if file.name not in still:
                    taker.place.remove(file.name)
                    count += 1
    return count + _sweep(taker)


def _sweep(taker: Taker) -> int:
    named: set[str] = set()
    ends: dict[str, Manifest] = {}
    for number in sorted(taker.manifests.all):
        ends[taker.manifests.all[number].chain] = taker.manifests.all[number]
    for last in ends.values():
        known = lists_of(taker.place, taker.manifests.line(last), taker.parts)
        named |= {kept.sha256 for kept in known.values()}
    lost = taker.have - named
    for sha256 in lost:
        taker.place.remove(objects.name_of(sha256))
        taker.have.discard(sha256)
    return len(lost)

"""How long backups are kept: whole chains, and never the last one that was proven."""

from datetime import datetime, timedelta

from backend.core import keys
from deploy.backup import objects
from deploy.backup.manifest import Manifest, Manifests, is_signed_by
from deploy.backup.taking import Taker, lists_of


def too_old(manifests: Manifests, now: datetime, days: int) -> list[list[Manifest]]:
    """Chains that ended longer ago than that, oldest first; not the newest, nor that of the newest proof.

    Lets go of manifests that none of our keys signed: what they name is not ours to remove, and they vouch for no chain
    to be newer. A proof that none of our keys signed is none: with it, whoever can write there could have us take away
    the chain that is known to be good, also where he himself may take nothing away.
    """
    manifests.keep_ours(keys.current().public)
    installations = {one.system_identifier for one in manifests.all.values()}
    if any(one.system_identifier not in installations for one in manifests.strange.values()):
        return []  # whoever laid it there: what no manifest of ours names may be another's
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
        return []  # nothing was ever brought back: who knows which of them is good
    return [
        chain
        for name, chain in sorted(chains.items())
        if name not in kept and datetime.fromisoformat(chain[-1].at) < now - timedelta(days=days)
    ]


def forget(taker: Taker, chains: list[list[Manifest]]) -> int:
    """Remove these chains, newest manifest first so that a kill leaves whole ones, then objects that no chain names.

    Returns how many files went. Raises Failure.
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

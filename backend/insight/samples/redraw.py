"""Draw a sample again, without the system that drew it: python3 redraw.py sample.json population.txt

sample.json has the seed, how many of each stratum, what was drawn, and the SHA-256 of population.txt, which has a line
of stratum and record id for each record. Of each stratum: sort by SHA-256(seed, line feed, id), take the first n. The
same seed, hash and draw are in the acts sample.planned and sample.drawn of the log. Exit code 0: it is the same draw.
"""

import hashlib
import json
import sys
from pathlib import Path


def say(line: str) -> None:
    """Write a line for the person who runs it."""
    sys.stdout.write(f"{line}\n")


def main(sample_path: str, population_path: str) -> int:
    """Compare. Returns 0 if the draw is the stated one, 1 if not."""
    sample = json.loads(Path(sample_path).read_text(encoding="utf-8"))
    data = Path(population_path).read_bytes()
    if hashlib.sha256(data).hexdigest() != sample["population_sha256"]:
        say("DIFFERS: population.txt is not the file that the act names")
        return 1
    strata: dict[str, list[str]] = {}
    for line in data.decode("ascii").splitlines():
        stratum, record = line.split(" ")
        strata.setdefault(stratum, []).append(record)

    def rank(record: str) -> str:
        return hashlib.sha256(f"{sample['seed']}\n{record}".encode()).hexdigest()

    again = {key: sorted(ids, key=rank)[: sample["size"]] for key, ids in strata.items()}
    told = {one["key"]: one["drawn"] for one in sample["strata"]}
    if again != told:
        say("DIFFERS: the seed draws other records")
        return 1
    drawn = sum(map(len, again.values()))
    say(f"THE SAME: {drawn} of {sum(map(len, strata.values()))} records in {len(strata)} strata")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))

"""`make drill`: a running system is destroyed in five ways, brought back by the operator's commands, and its phones
send again what it lacks. Prints for each way how long it took, and what was lost. Exit code 0: of phones nothing.

RPO: from the newest entry that came back to the disaster. RTO: from the disaster until the system answers again as
ready; "phones whole" is when every phone has a receipt for every act and every photograph again.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from tests.faults.afterwards import nothing_is_lost
from tests.faults.drill import field, ways
from tests.faults.drill.ways import WAYS, Site
from tests.faults.fleet import Fleet, fleet
from tests.faults.system import System


@dataclass
class Outcome:
    """One way, in numbers. Seconds; entries of the ledger."""

    way: str
    rpo: float = 0.0
    rto: float = 0.0
    whole: float = 0.0
    missing: int = 0
    """Entries that the system lacked when it was back, phones' and others'."""
    missing_of_phones: int = 0
    lost: int = 0
    """Acts that a phone has and the system still lacks at the end."""
    lost_of_desk: int = 0
    """Entries that no phone had, lost with the backup's age."""
    told: str = ""
    failed: str = ""

    def __str__(self) -> str:
        if self.failed:
            return f"{self.way:<9} FAILED: {self.failed.splitlines()[-1][:200]}"
        return (
            f"{self.way:<9} RPO {self.rpo:6.1f} s  RTO {self.rto:6.1f} s  phones whole {self.whole:6.1f} s  "
            f"{self.missing:3} entries missing when back ({self.missing_of_phones} of phones), "
            f"{self.lost} lost of phones, {self.lost_of_desk} of the desk; {self.told}"
        )


async def _drill(way: str, place: Path, template: Path, given: argparse.Namespace) -> Outcome:
    outcome, site = Outcome(way), Site.at(place)
    shutil.copytree(template, site.home, symlinks=True)
    ways._like(template, site.home)
    system = System(site.home)
    await system.start()
    say = _Say(way)
    async with fleet(system, given.seed, given.phones) as phones:
        try:
            await _lose_and_return(outcome, site, system, phones, given, say)
        finally:
            await system.stop()
    return outcome


async def _lose_and_return(
    outcome: Outcome,
    site: Site,
    system: System,
    phones: Fleet,
    given: argparse.Namespace,
    say: "_Say",
) -> None:
    await field.work(phones, given.photos)
    say(f"{phones.receipted} photographs with receipts; backing up")
    began = time.monotonic()
    to_undo = outcome.way == "moment"
    await asyncio.to_thread(site.follow if to_undo else site.backup)
    say(f"backed up in {time.monotonic() - began:.1f} s")
    await field.work(phones, given.photos)
    await field.decide_at_the_desk(system.url, site.home)
    await field.shoot_unsent(phones)
    before = await field.held(site.home)
    say(f"{len(before.entries)} entries; disaster")
    await asyncio.to_thread(site.end_following)  # what is to be undone is in a backup too
    at, began = time.time(), time.monotonic()
    await system.kill_everything()
    folder = await asyncio.to_thread(WAYS[outcome.way], site)
    say("restored; starting")
    system.folder = folder
    await system.start()
    outcome.rto = time.monotonic() - began
    back = await field.held(folder)
    outcome.rpo = max(0.0, at - back.newest)
    outcome.missing = len(before.entries - back.entries)
    outcome.missing_of_phones = len(before.of_phones - back.entries)
    say(f"ready; {outcome.missing} entries are missing; phones come back")
    anew = await field.come_back(phones, folder)
    outcome.whole = time.monotonic() - began
    say(f"{anew} phones found a new epoch and sent everything again")
    after = await field.held(folder)
    written = {act["id"] for each in phones.phones for act in each.phone.outbox.log}
    outcome.lost = len(written - after.entries)
    outcome.lost_of_desk = len((before.entries - before.of_phones) - after.entries)
    field.forgive_what_a_disaster_explains(phones)
    await field.looked_at_again(folder)
    outcome.told = await nothing_is_lost(folder, phones)


class _Say:
    def __init__(self, way: str) -> None:
        self._way, self._began = way, time.monotonic()

    def __call__(self, text: str) -> None:
        print(f"  {self._way:<9} {time.monotonic() - self._began:6.1f} s  {text}", flush=True)


async def _template(place: Path) -> Path:
    """A demonstration, made once and stopped: each way begins with a copy of it."""
    system = System(place / "template")
    await system.start()
    await system.stop()
    return system.folder


def main() -> int:
    """Run the ways that were asked for; returns 0 where each came back whole."""
    parser = argparse.ArgumentParser(prog="make drill", description=__doc__)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--phones", type=int, default=4)
    parser.add_argument(
        "--photos", type=int, default=3, help="of each phone, before and after the backup"
    )
    parser.add_argument("--only", choices=list(WAYS), action="append")
    given = parser.parse_args()
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="drill-") as place:
        template = asyncio.run(_template(Path(place)))
        for way in given.only or WAYS:
            home = Path(place) / way
            home.mkdir()
            try:
                outcome = asyncio.run(_drill(way, home, template, given))
            except Exception as error:
                outcome = Outcome(way, failed=f"{type(error).__name__}: {error}")
                traceback.print_exc()
            outcomes.append(outcome)
            print(outcome, flush=True)
            shutil.rmtree(home, ignore_errors=True)
    lost = sum(outcome.lost for outcome in outcomes)
    whole = [outcome for outcome in outcomes if not outcome.failed and not outcome.lost]
    print("\n".join(map(str, outcomes)))
    worst = max((outcome.rto for outcome in whole), default=0.0)
    print(
        f"drill: {len(whole)} of {len(outcomes)} ways came back whole, {lost} acts that a phone has were lost,"
        f" longest RTO {worst:.0f} s, seed {given.seed}"
    )
    return 0 if len(whole) == len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())

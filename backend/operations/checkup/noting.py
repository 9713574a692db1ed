"""What processes note by themselves: each node how it stands, and a worker once a minute the whole.

The page of the check-up reads these notes and asks only what is quick. `began` of the whole says since when a finding
has stood: it is kept from one note to the next for as long as the finding is not good.
"""

from datetime import timedelta

import msgspec

from backend.core import clock, stores
from backend.core.json_columns import written
from backend.core.settings import Settings
from backend.operations.checkup import gathering, machine
from backend.operations.queries import checkup as queries
from backend.operations.rules.checkup import judging
from backend.operations.rules.checkup.facts import Node

EVERY = timedelta(minutes=1)


async def note_node(kind: str, settings: Settings) -> None:
    """Note how this node stands, for its processes of this kind."""
    source = f"{kind}:{settings.node}"[:120]
    before = await queries.note(source)
    node = await machine.look(kind, settings, _read(before))
    await queries.write(source, node.noted_at, written(node))


async def note_whole() -> None:
    """Note this worker's node, then everything that is not about one node."""
    await note_node("worker", stores.current().settings)
    notes = await queries.notes()
    before = gathering.read_whole(notes)
    facts = await gathering.gather(before.sizes if before else None)
    judged = msgspec.structs.replace(facts, nodes=gathering.read_nodes(notes))
    since = judging.began(judging.findings(judged), before.began if before else {}, clock.now())
    facts = msgspec.structs.replace(facts, began=since)
    await queries.write(gathering.WHOLE, facts.at, written(facts))


def _read(note: queries.Note | None) -> Node | None:
    """Return what this node noted; None if it did not, or another version of it did."""
    return next(iter(gathering.read_nodes([note] if note else [])), None)

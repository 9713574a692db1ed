"""What every page of the desk asks the database, from the route table, so that no page can be forgotten.

A record of each kind is there once; what a page asks of many is counted on the demonstration.
"""

import pytest

from tests.integration.authorisation.table import LIVE, Line
from tests.integration.authorisation.world import World
from tests.integration.authorisation.world import world as world
from tests.integration.test_authorisation_matrix import LINES
from tests.support import ceilings, statements
from tests.support.statements import asked as asked

_HTML = "text/html"
_NO_PAGE = ("/live", ".pdf", ".xlsx", ".svg", ".json", ".py", ".txt", "/original", "/{size:str}")


@pytest.mark.long
async def test_every_page_of_the_route_table_asks_the_database_twelve_times(
    world: World, asked: list[str]
) -> None:
    most: dict[str, tuple[str, list[str]]] = {}
    opened = [one for one in LINES if one.method == "GET" and one.ask.startswith("/desk")]
    for asker in world.askers:
        if asker.kind not in LIVE or asker.kind.startswith("other"):
            continue
        await asker.become()
        for line in (one for one in opened if _may_show(one, asker.kind)):
            if line.route not in most:
                await asker.ask(line, world.ids)  # what a process keeps is there from the second on
            asked.clear()
            answer = await asker.ask(line, world.ids)
            if answer.status_code != 200 or _HTML not in answer.headers["content-type"]:
                continue
            if line.route not in most or len(asked) > len(most[line.route][1]):
                most[line.route] = asker.kind, list(asked)
    for route, (kind, said) in sorted(most.items(), key=lambda one: -len(one[1][1])):
        print(f"{len(said):3} {route} ({kind})")
    assert len(most) > 150
    wrong = [
        f"{route}, {kind}: {len(said)} statements\n" + "\n".join(map(_short, said))
        for route, (kind, said) in most.items()
        if len(said) > _ceiling(route)
    ]
    assert not wrong, "\n\n".join(wrong)
    kept = [one for one in ceilings.OF_ONE_RECORD if len(most[one][1]) <= statements.MOST_OF_A_PAGE]
    assert not kept, "these keep to the limit by now: take out their lines"


def _ceiling(route: str) -> int:
    return ceilings.OF_ONE_RECORD.get(route, (statements.MOST_OF_A_PAGE, ""))[0]


def _may_show(line: Line, kind: str) -> bool:
    """Whether somebody of this kind is shown something; what is no page for sure is left out."""
    statuses = next((found for group, found in line.groups if kind in group), ())
    return 200 in statuses and not line.last and not line.route.endswith(_NO_PAGE)


def _short(statement: str) -> str:
    return " ".join(statement.split())[:150]

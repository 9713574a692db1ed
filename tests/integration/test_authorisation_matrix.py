"""Who may ask for what: every route of the application, with every kind of asker (S1, S2).

A route that is not in the table fails the build; so does an answer that the table does not foresee.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from litestar import Litestar

from backend.core import database
from tests.integration.authorisation.alike import ALIKE
from tests.integration.authorisation.cases import CASES
from tests.integration.authorisation.catalogue import CATALOGUE
from tests.integration.authorisation.certificates import CERTIFICATES
from tests.integration.authorisation.decisions import DECISIONS
from tests.integration.authorisation.exports import EXPORTS
from tests.integration.authorisation.frame import FRAME
from tests.integration.authorisation.informations import INFORMATIONS
from tests.integration.authorisation.insight import INSIGHT
from tests.integration.authorisation.notices import NOTICES
from tests.integration.authorisation.opinions import OPINIONS
from tests.integration.authorisation.own_access import OWN_ACCESS
from tests.integration.authorisation.papers import PAPERS
from tests.integration.authorisation.parties import PARTIES
from tests.integration.authorisation.party_imports import PARTY_IMPORTS
from tests.integration.authorisation.passkeys import PASSKEYS
from tests.integration.authorisation.people import PEOPLE
from tests.integration.authorisation.people_imports import PEOPLE_IMPORTS
from tests.integration.authorisation.plans import PLANS
from tests.integration.authorisation.public_form import PUBLIC_FORM
from tests.integration.authorisation.record_papers import RECORD_PAPERS
from tests.integration.authorisation.reports import REPORTS
from tests.integration.authorisation.site_files import SITE_FILES
from tests.integration.authorisation.submissions import ROUTES_AND_ABSENCES, SUBMISSIONS
from tests.integration.authorisation.table import (
    ALL_KNOW,
    DOOR,
    LIVE,
    OTHER,
    REVOKED,
    TABLE,
    TO_SIGN_IN,
    Line,
    Statuses,
)
from tests.integration.authorisation.unknown import UNKNOWN
from tests.integration.authorisation.world import Asker, World, world
from tests.support.doors import API
from tests.support.sampling import Sample

__all__ = ["world"]

Cell = tuple[Asker, Line]
LINES = (
    *TABLE,
    *PEOPLE,
    *CASES,
    *INFORMATIONS,
    *EXPORTS,
    *INSIGHT,
    *PARTY_IMPORTS,
    *PEOPLE_IMPORTS,
    *PAPERS,
    *CATALOGUE,
    *CERTIFICATES,
    *FRAME,
    *NOTICES,
    *ALIKE,
    *PASSKEYS,
    *OWN_ACCESS,
    *UNKNOWN,
    *OPINIONS,
    *DECISIONS,
    *RECORD_PAPERS,
    *SITE_FILES,
    *PUBLIC_FORM,
    *SUBMISSIONS,
    *ROUTES_AND_ABSENCES,
    *PARTIES,
    *PLANS,
    *REPORTS,
)


def _foreseen(line: Line, kind: str) -> Statuses:
    for group, statuses in line.groups:
        if kind in group:
            return statuses
    if line.ask.startswith("/desk"):
        return TO_SIGN_IN if line.method in ("GET", "HEAD") else DOOR
    return DOOR


def drawn(sample: Sample, cells: Iterable[Cell]) -> Iterator[tuple[Asker, list[Line]]]:
    """Tell asker by asker what is asked: of every route with somebody, and in a whole run with everybody."""
    cells = sample.of(cells, one_in=12, each=lambda cell: (cell[1].method, cell[1].route))
    for _, found in groupby(cells, key=lambda cell: id(cell[0])):
        asked = list(found)
        yield asked[0][0], [line for _, line in asked]


def test_every_route_of_the_application_is_in_the_table(app: Litestar) -> None:
    present = {
        (method, route.path)
        for route in app.routes
        for method in getattr(route, "methods", {"ASGI"})
        if method != "OPTIONS"
    }
    known = [(line.method, line.route) for line in LINES]
    assert len(known) == len(set(known)), "a line stands twice"
    assert present - set(known) == set(), (
        "routes that nobody has thought about: write a line for each in tests/integration/authorisation"
    )
    assert set(known) - present == set(), "lines about routes that are gone"


async def test_everybody_gets_what_the_table_says_and_nothing_else(
    world: World, sample: Sample
) -> None:
    surprises = []
    cells = [
        (asker, line)
        for last in (False, True)
        for asker in world.askers
        for line in LINES
        if line.last is last and not _absent(line, asker) and (asker.ends_session or not last)
    ]
    for asker, lines in drawn(sample, cells):
        await asker.become()
        for line in lines:
            answer = await asker.ask(line, world.ids)
            foreseen = _foreseen(line, asker.kind)
            if answer.status_code not in foreseen:
                surprises.append(
                    f"{asker.kind}: {line.method} {line.ask} -> {answer.status_code}, "
                    f"foreseen {foreseen}"
                )
            if foreseen == TO_SIGN_IN and asker.kind not in LIVE and line.route != "/desk/sign-out":
                assert "/desk/sign-in" in answer.headers.get("location", ""), line
    assert not surprises, "\n" + "\n".join(surprises)


def _absent(line: Line, asker: Asker) -> bool:
    return asker.kind in REVOKED and not line.ask.startswith(API)


READ = (
    "{inspection}",
    "{case}",
    "{information}",
    "{paper}",
    "{photo}",
    "{document}",
    "{scan}",
    "{filed}",
)
"""What is read: the content of an inspection, a case, a paper, a photograph."""
TELLS_NOTHING_NEW = {
    "/desk/documents/{document_id:uuid}/qr.svg": "the public address of a signed paper, as a picture",
    "/desk/live/changed": "whether something changed, and nothing of what",
    f"{API}/photos/{{photo_id:uuid}}/receipt": "hashes and times that the phone itself sent",
}
"""Answers about something that is read, of which no reading is recorded, and why."""


async def test_whoever_reads_a_page_or_a_file_stands_in_the_log_of_readings(
    world: World, sample: Sample
) -> None:
    silent = []
    asked = 0
    cells = [
        (asker, line)
        for asker in world.askers
        if asker.kind in LIVE and asker.person is not None
        for line in LINES
        if line.method == "GET" and any(one in line.ask for one in READ)
    ]
    for asker, lines in drawn(sample, cells):
        await asker.become()
        for line in lines:
            before = await _readings_by(asker)
            answer = await asker.ask(line, world.ids)
            if answer.status_code != 200 or line.route in TELLS_NOTHING_NEW:
                continue
            asked += 1
            if await _readings_by(asker) == before:
                silent.append(f"{asker.kind}: {line.method} {line.ask}")
    assert asked > (100 if sample.whole else 0)
    assert not silent, "read, and nobody knows:\n" + "\n".join(silent)


async def _readings_by(asker: Asker) -> int:
    assert asker.person is not None
    count: int = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE officer_id = $1", asker.person.id
    )
    return count


async def test_no_list_tells_another_unit_of_what_is_not_theirs(
    world: World, sample: Sample
) -> None:
    leaks = []
    cells = [
        (asker, line)
        for asker in world.askers
        if asker.kind in OTHER
        for line in LINES
        if line.method == "GET" and "{" not in line.ask
    ]
    for asker, lines in drawn(sample, cells):
        await asker.become()
        for line in lines:
            text = (await asker.ask(line, world.ids)).text
            leaks += [
                f"{asker.kind}: {line.ask} tells {name}"
                for name, value in world.ids.items()
                if value in text and (line.ask, name) not in ALL_KNOW
            ]
    assert not leaks, "\n" + "\n".join(leaks)

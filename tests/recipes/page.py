"""Add a page with a list: the archive, the cases whose file is closed, newest first."""

from tests.recipes.following import Beside, New, Recipe

TEST = "tests/integration/admin_ui/casework/test_archive.py"

WORDS = '''"""Words of the archive: cases whose file is closed."""

WORDS: dict[str, str] = {{
    "archive.title": "{title}",
    "archive.number": "{number}",
    "archive.party": "{party}",
    "archive.closed_on": "{closed_on}",
    "archive.none": "{none}",
}}
'''

RECIPE = Recipe(
    title="Add a page with a list",
    module="page",
    steps=(
        Beside(
            "schemas/casework/views.py",
            "class CasePage(Wire):\n",
            before='''class ArchivedCase(Wire):
    """A line of the archive: a case whose file is closed."""

    id: UUID
    number: str
    subject_name: str | None
    opened_at: datetime
    archived_at: date


''',
        ),
        New(
            "backend/casework/queries/archive.py",
            '''"""Queries of the archive: cases whose file is closed, as far as the reader sees them."""

from datetime import datetime
from uuid import UUID

from backend.casework.tables.cases import Case
from backend.core import compiled, rows, scoped
from backend.core.compiled import Query
from backend.core.scope import Reach
from schemas.casework.views import ArchivedCase


async def page(seen: Reach, after: tuple[datetime, UUID] | None, limit: int) -> list[ArchivedCase]:
    """List cases whose file is closed, those that were opened last first, by keyset."""
    query = (
        Case.select(*rows.columns(ArchivedCase, Case))
        .where(Case.archived_at.is_not_null())
        .where(scoped.where(seen, Case))
        .order_by(Case.opened_at, Case.id, ascending=False)
        .limit(limit)
    )
    if after is not None:
        at, last = after
        query = query.where((Case.opened_at < at) | ((Case.opened_at == at) & (Case.id < last)))
    return rows.many(ArchivedCase, await query)


@compiled.count
def count(seen: Reach) -> Query:
    """Count the cases whose file is closed, as far as they are in this reach."""
    return Case.count().where(Case.archived_at.is_not_null()).where(scoped.where(seen, Case))
''',
        ),
        New(
            "backend/casework/archive/__init__.py",
            '"""The archive: cases whose file is closed."""\n',
        ),
        New(
            "backend/casework/archive/service.py",
            '''"""The archive: cases whose file is closed."""

from datetime import datetime
from uuid import UUID

from backend.casework.queries import archive as queries
from backend.casework.queries.teams import CASE_TEAMS
from backend.core import keyset, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from schemas.casework.views import ArchivedCase

PAGE_SIZE = 50


async def page(actor: Actor, cursor: str | None = None) -> keyset.Listed[ArchivedCase]:
    """List one page. Raises NotAllowed for officers who see no cases, Invalid for a cursor of another list."""
    seen = scope.teamed(CASE_TEAMS, actor)
    if seen.empty:
        raise NotAllowed
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    return keyset.listed(
        await queries.page(seen, after, PAGE_SIZE + 1),
        await queries.count(seen),
        PAGE_SIZE,
        row=lambda found: found,
        key=lambda found: (found.opened_at, found.id),
    )
''',
        ),
        Beside("docs/architecture.md", "rule_sets  reckoner  exceptions", after="  archive"),
        Beside("docs/architecture.md", "`public_check`, `recording`", before="`archive`, "),
        New("admin_ui/casework/archive/__init__.py", ""),
        New(
            "admin_ui/casework/archive/page.py",
            '''"""The archive: cases whose file is closed, a page at a time."""

from typing import Any
from urllib.parse import urlencode

from litestar import Response, get

from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.casework.archive import service as archive
from backend.core.database import transaction


@get("/desk/archive", include_in_schema=False)
async def show_archive(request: AnyRequest) -> Response[Any]:
    """Show one page of what the reader may see."""
    cursor = request.query_params.get("after") or None
    async with transaction():
        found = await archive.page(actor_of(request), cursor)
    following = f"/desk/archive?{urlencode({'after': found.next})}" if found.next else None
    return page(
        request,
        "casework/archive/list.html",
        found=found,
        paged=cursor is not None,
        following=following,
    )


HANDLERS = [show_archive]
''',
        ),
        New(
            "admin_ui/casework/archive/list.html",
            """{% extends "shell/layout.html" %}
{% block title %}{{ t("archive.title") }}{% endblock %}
{% block main %}
<h1>{{ t("archive.title") }}</h1>
{% if found.rows %}
<table role="table" class="cards">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{{ t("archive.number") }}</th>\
<th role="columnheader" scope="col">{{ t("archive.party") }}</th>\
<th role="columnheader" scope="col">{{ t("archive.closed_on") }}</th></tr></thead>
<tbody role="rowgroup">
{% for it in found.rows %}
<tr role="row">
<td role="cell"><a class="main-link" href="/desk/cases/{{ it.id }}">{{ it.number }}</a></td>
<td role="cell" data-label="{{ t('archive.party') }}">{{ it.subject_name or t("cases.no_party") }}</td>
<td role="cell" data-label="{{ t('archive.closed_on') }}">{{ it.archived_at | short_date(lang) }}</td>
</tr>
{% endfor %}
</tbody>
</table>
{% else %}
<p>{{ t("archive.none") }}</p>
{% endif %}
<p class="acts">{% if paged %}<a class="button" href="/desk/archive">{{ t("common.first_page") }}</a>{% endif %}\
{% if following %}<a class="button" rel="next" href="{{ following }}">{{ t("common.next_page") }}</a>{% endif %}</p>
{% endblock %}
""",
        ),
        New(
            "admin_ui/casework/archive/words_vi.py",
            WORDS.format(
                title="Kho lưu trữ",
                number="Số vụ việc",
                party="Đối tượng",
                closed_on="Ngày lưu trữ",
                none="Chưa có hồ sơ nào được lưu trữ.",
            ),
        ),
        New(
            "admin_ui/casework/archive/words_en.py",
            WORDS.format(
                title="Archive",
                number="Case number",
                party="Party",
                closed_on="Archived on",
                none="No file is archived yet.",
            ),
        ),
        Beside(
            "admin_ui/shell/words/__init__.py",
            '    "casework.cases.words",\n',
            before='    "casework.archive.words",\n',
        ),
        Beside(
            "admin_ui/router.py",
            "from admin_ui.casework.case_file import page as ",
            before="from admin_ui.casework.archive import page as archive\n",
        ),
        Beside("admin_ui/router.py", "PAGES = (\n    account,\n", after="    archive,\n"),
        Beside(
            "admin_ui/shell/areas.py",
            '    Area("/desk/to-sign",',
            before='    Area("/desk/archive", "archive.title", Module.CASES, _RECORDS),\n',
        ),
        Beside(
            "tests/integration/authorisation/cases.py",
            '    desk("GET", "/desk/cases/new", ',
            before='    desk("GET", "/desk/archive", (CASE_WORKERS | CLERKS, OK), (LIVE, FORBIDDEN)),\n',
        ),
        New(
            TEST,
            '''"""The archive lists cases whose file is closed, to those who see them."""

from tests.support import case_lives, cases_made
from tests.support.people import People
from tests.support.readers import Readers


async def test_an_archived_case_is_listed_in_its_unit_and_nowhere_else(
    readers: Readers, people: People
) -> None:
    desk = await readers.of(people.giang)
    await desk.open("/desk/archive")
    assert "Chưa có hồ sơ nào" in desk.page.text
    case = await cases_made.inspected(people)
    await cases_made.approve(case)
    await case_lives.whole_life(case)
    await desk.open("/desk/archive")
    assert desk.page.link(f"/desk/cases/{case.id}")
    stranger = await readers.of(people.dung)
    await stranger.open("/desk/archive")
    assert "Chưa có hồ sơ nào" in stranger.page.text
''',
        ),
    ),
    tests=(
        TEST,
        "tests/integration/test_authorisation_matrix.py",
        "tests/architecture/test_documents.py",
        "tests/architecture/test_house_rules.py",
        "tests/architecture/test_piccolo.py",
        "tests/architecture/test_table_owners.py",
        "tests/architecture/test_texts.py",
        "tests/unit/admin_ui/shell",
    ),
    forgotten="tests/integration/authorisation/cases.py",
    notices=(
        "pytest",
        "tests/integration/test_authorisation_matrix.py::test_every_route_of_the_application_is_in_the_table",
    ),
)

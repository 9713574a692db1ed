"""Names in templates that are found out only when a page is drawn: of words, of addresses, of what a layout imports.

What is drawn rarely may be drawn first by a reader; so all templates are read here, in every state.
"""

import re
from collections.abc import Iterable, Iterator
from string import Formatter
from typing import get_args

import pytest
from jinja2 import nodes
from litestar.routes import HTTPRoute

from admin_ui.casework.public_check.page import ROUTER as VERIFY
from admin_ui.insight.my_work import links
from admin_ui.intake.public_form.page import ROUTER as REPORTS
from admin_ui.router import ROUTER as DESK_ROUTER
from admin_ui.shell.files import DESK, files
from admin_ui.shell.render import ENVIRONMENT
from admin_ui.shell.words import CATALOGUES
from backend.force.acts.declaring import Handler
from backend.force.acts.index import ACTS
from backend.force.rules import asks
from backend.insight.handing_over import service as handing_over
from backend.insight.queries.my_work import BRANCHES
from backend.insight.queries.of_parties import Told
from backend.insight.texts.work import KINDS
from schemas.approvals.words import SubmissionAct
from schemas.casework.acts.outside import Taken
from schemas.casework.party_copies import CopyLayout, CopyWay
from schemas.insight.words import ReportAct
from schemas.parties.words import ClosedWhy, LicenceEnd, PartyAct
from schemas.planning.words import ItemState, PlanAct, PlanState

SOURCES = {
    path.relative_to(DESK).as_posix(): path.read_text(encoding="utf-8") for path in files(".html")
}
PARSED = {name: ENVIRONMENT.parse(source) for name, source in SOURCES.items()}
FOR_SCRIPTS = re.compile(r"""data-[a-z-]+=["']\{\{\s*t\(["']([a-z0-9_.]+)["']\)""")
"""A sentence in an attribute for a script, which fills it."""
ADDRESS = re.compile(
    r'<(?:a|form|button|img|link)\b([^<>]*?)\b(href|action|formaction|src)="(/[^"]*)"'
)
ELSEWHERE = "/mobile"
NOWHERE = "/desk/{rest:path}"
"""It answers whatever nobody else answers."""
OF_A_TEMPLATE = re.compile(r"\{\{.*?\}\}")


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def literal(node: nodes.Expr) -> Iterator[str]:
    """The keys that are written out in the first argument of `t`."""
    match node:
        case nodes.Const(value=str(key)):
            yield key
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from literal(one)
            if other is not None:
                yield from literal(other)


def unfilled(of: str) -> Iterator[tuple[int, str, set[str]]]:
    """Sentences of a template that do not get all values which they name."""
    by_scripts = set(FOR_SCRIPTS.findall(SOURCES[of]))
    for call in PARSED[of].find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or call.node.name != "t" or not call.args:
            continue
        given = {one.key for one in call.kwargs}
        for key in literal(call.args[0]):
            lacks = places(CATALOGUES["vi"][key]) - given
            if lacks and not call.dyn_kwargs and key not in by_scripts:
                yield call.lineno, key, lacks


def test_every_sentence_gets_the_values_that_it_names() -> None:
    """Without a value a reader sees `{count}`; with some of them the page fails."""
    assert [(of, *one) for of in sorted(PARSED) for one in unfilled(of)] == []


def brought(of: str) -> set[str]:
    """Names that a template imports at its top, for itself and for what extends it."""
    found = {one.target for one in PARSED[of].find_all(nodes.Import)}
    for one in PARSED[of].find_all(nodes.FromImport):
        found |= {name[1] if isinstance(name, tuple) else name for name in one.names}
    return found


def above(of: str) -> Iterator[str]:
    for one in PARSED[of].find_all(nodes.Extends):
        if isinstance(one.template, nodes.Const):
            yield one.template.value
            yield from above(one.template.value)


@pytest.mark.parametrize("of", sorted(PARSED))
def test_no_page_calls_a_value_by_a_name_that_its_layout_imports(of: str) -> None:
    """In the page's blocks the name is the layout's macro, whatever the handler gave the page."""
    theirs = {name for layout in above(of) for name in brought(layout)} - brought(of)
    tree = PARSED[of]
    as_imported = {
        id(one.node)
        for one in tree.find_all((nodes.Call, nodes.Getattr))
        if isinstance(one.node, nodes.Name)
    }
    found = [
        f"{of}:{one.lineno}: {one.name}"
        for one in tree.find_all(nodes.Name)
        if one.ctx == "load" and one.name in theirs and id(one) not in as_imported
    ]
    assert not found, "\n".join(found)


def routes() -> list[tuple[re.Pattern[str], set[str]]]:
    found = []
    for router in (DESK_ROUTER, VERIFY, REPORTS):
        for route in router.routes:
            if isinstance(route, HTTPRoute) and route.path != NOWHERE:
                path = re.sub(r"\{[^}]*:path\}", ".+", route.path)
                found.append((re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path)), set(route.methods)))
    return found


ROUTES = routes()


def leads_somewhere(address: str, method: str) -> bool:
    """Whether a handler answers an address; a part that a template fills in may be anything."""
    path = OF_A_TEMPLATE.sub("~", address).partition("?")[0].partition("#")[0]
    if not path.endswith("/~"):  # what a template adds to a whole address is its query
        path = path.removesuffix("~").rstrip("/")
    parts = ["[^/]+" if "~" in part else re.escape(part) for part in path.split("/")]
    wild = re.compile("/".join(parts))
    return path.startswith(ELSEWHERE) or any(
        method in methods
        and (pattern.fullmatch(path) or wild.fullmatch(pattern.pattern.replace("[^/]+", "x")))
        for pattern, methods in ROUTES
    )


def test_every_address_in_a_template_is_one_that_answers() -> None:
    lost = []
    for of, source in SOURCES.items():
        for before, kind, address in ADDRESS.findall(source):
            sent = kind == "formaction" or (kind == "action" and 'method="post"' in before)
            method = "POST" if sent else "GET"
            if "{%" not in address and not leads_somewhere(address, method):
                lost.append((of, method, address))
    assert lost == []


def test_an_address_that_nobody_answers_is_seen() -> None:
    assert leads_somewhere("/desk/cases/{{ view.id }}", "GET")
    assert not leads_somewhere("/desk/cases/{{ view.id }}", "POST")
    assert not leads_somewhere("/desk/case/{{ view.id }}", "GET")


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("planacts.do_", PlanAct),
        ("reportacts.do_", ReportAct),
        ("party.did_", [one.removeprefix("party.") for one in PartyAct]),
        ("submission.told_", [one.removeprefix("submission.") for one in SubmissionAct]),
        ("work.ask_", get_args(asks.Kind)),
        ("people.event_", [one for one, of in ACTS.items() if of.handler is Handler.OFFICER]),
        (
            "devices.did_",
            [one.partition(".")[2] for one, of in ACTS.items() if of.handler is Handler.DEVICE],
        ),
        ("handover.kind_", handing_over.KINDS),
        ("planitems.state_", ItemState),
        ("plans.state_", PlanState),
        ("party.why_", [*ClosedWhy, *LicenceEnd]),
        ("party.of_", get_args(Told.__annotations__["kind"])),
        ("copies.handed_", get_args(CopyWay)),
        ("copies.layout_", get_args(CopyLayout)),
        ("case_story.is_taken_", get_args(Taken)),
    ],
)
def test_every_value_that_a_page_says_has_its_word(prefix: str, values: Iterable[str]) -> None:
    assert [one for one in values if f"{prefix}{one}" not in CATALOGUES["vi"]] == []


def test_all_kinds_of_work_have_their_words_and_an_address() -> None:
    assert BRANCHES.keys() <= KINDS.keys()
    assert BRANCHES.keys() <= links.PAGES.keys()

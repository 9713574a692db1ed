"""The description of the phone's interface is valid, complete and true."""

from typing import Any

import httpx
from litestar import Litestar
from openapi_spec_validator import OpenAPIV31SpecValidator

from schemas.approvals.absences import ABSENCE_CONTENTS
from schemas.approvals.routes import ROUTE_CONTENTS
from schemas.approvals.submissions import SUBMISSION_CONTENTS
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.exceptions import EXCEPTION_CONTENTS
from schemas.documents.record_papers import RECORD_PAPER_CONTENTS
from schemas.fieldwork.diary import DIARY_CONTENTS
from schemas.fieldwork.words import ActType
from schemas.force.contents import PEOPLE_CONTENTS
from schemas.force.imports import PEOPLE_IMPORT_CONTENTS
from schemas.insight.report_definitions import DEFINITION_CONTENTS
from schemas.insight.reports import REPORT_CONTENTS
from schemas.insight.samples import SAMPLE_CONTENTS
from schemas.insight.signing import FIGURE_SIGNING_CONTENTS
from schemas.intake.acts import INFORMATION_CONTENTS
from schemas.law.catalogue import CATALOGUE_CONTENTS
from schemas.ledger.acts import CONTENTS
from schemas.ledger.installation import INSTALLATION_CONTENTS
from schemas.parties.acts import PARTY_CONTENTS
from schemas.parties.imports import IMPORT_CONTENTS
from schemas.parties.likeness import LIKENESS_CONTENTS
from schemas.parties.merging import MERGE_CONTENTS
from schemas.planning.acts import PLAN_CONTENTS

PREFIX = "/api/mobile/v1"


async def description(client: httpx.AsyncClient) -> dict[str, Any]:
    """The description as anyone gets it."""
    answer = await client.get("/api/openapi.json")
    assert answer.status_code == 200
    described: dict[str, Any] = answer.json()
    return described


async def test_it_is_valid_openapi_3_1(client: httpx.AsyncClient) -> None:
    described = await description(client)
    assert described["openapi"].startswith("3.1")
    assert not list(OpenAPIV31SpecValidator(described).iter_errors())


async def test_every_route_of_the_phone_is_described(
    app: Litestar, client: httpx.AsyncClient
) -> None:
    described = await description(client)
    known = {
        (path, method.upper())
        for path, item in described["paths"].items()
        for method in item
        if method != "parameters"
    }
    for route in app.routes:
        if not route.path.startswith(PREFIX):
            continue
        path = route.path
        for ending in (":uuid", ":str", ":int"):
            path = path.replace(ending, "")
        for method in getattr(route, "methods", ()):
            # POST on one upload is the method override of tus for clients that have no PATCH
            overridden = path.endswith("/uploads/{upload_id}") and method == "POST"
            if method != "OPTIONS" and not overridden:
                assert (path.rstrip("/"), method) in known


async def test_every_operation_names_its_problems_and_who_needs_a_token(
    client: httpx.AsyncClient,
) -> None:
    described = await description(client)
    open_to_all = set()
    for item in described["paths"].values():
        for method, operation in item.items():
            if method == "parameters":
                continue
            problem = operation["responses"]["default"]["content"]["application/problem+json"]
            assert problem["schema"]["$ref"].endswith("/Problem")
            if operation.get("security") == []:
                open_to_all.add(operation["operationId"])
    assert open_to_all == {"signIn", "refreshSession", "getPublicDocument"}


async def test_every_act_of_a_phone_is_described_by_its_struct(client: httpx.AsyncClient) -> None:
    described = await description(client)
    act = described["components"]["schemas"]["Act"]
    desk = {ActType.DECISION_ISSUED, *(kind for kind in ActType if kind.startswith("evidence."))}
    desk |= {ActType.MINUTES_RETURNED, ActType.MINUTES_APPROVED, ActType.MINUTES_REFUSED}
    desk |= {ActType.FINDING_WEIGHED, ActType.DECISION_WITHDRAWN}
    desk |= {kind for kind in ActType if kind.startswith("file.")} - {ActType.FILE_SUPPLEMENTED}
    desk |= {kind for kind in ActType if kind.startswith(("paper.", "decision.", "site_paper."))}
    desk -= {ActType.DECISION_PROPOSED, ActType.DECISION_HAND_SIGNED}
    elsewhere = desk | set(PEOPLE_CONTENTS) | set(CASE_CONTENTS) | set(CATALOGUE_CONTENTS)
    elsewhere |= set(EXCEPTION_CONTENTS) | set(INSTALLATION_CONTENTS)
    elsewhere |= set(SUBMISSION_CONTENTS) | set(ROUTE_CONTENTS) | set(ABSENCE_CONTENTS)
    elsewhere |= set(PLAN_CONTENTS) | set(RECORD_PAPER_CONTENTS)
    elsewhere |= set(PLAN_CONTENTS) | set(DIARY_CONTENTS) | set(INFORMATION_CONTENTS)
    elsewhere |= set(DEFINITION_CONTENTS) | set(REPORT_CONTENTS)
    elsewhere |= (
        set(PARTY_CONTENTS)
        | set(MERGE_CONTENTS)
        | set(IMPORT_CONTENTS)
        | set(PEOPLE_IMPORT_CONTENTS)
        | set(LIKENESS_CONTENTS)
        | {ActType.TEAM_HANDED_OVER}
    )
    elsewhere |= set(SAMPLE_CONTENTS) | set(FIGURE_SIGNING_CONTENTS)
    assert set(act["properties"]["type"]["enum"]) == set(CONTENTS) - elsewhere
    for link in act["properties"]["content"]["anyOf"]:
        assert link["$ref"].rsplit("/", 1)[1] in described["components"]["schemas"]

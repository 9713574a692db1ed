"""Wiring of the application: settings, keys, pool and object store, and the two faces.

Only servers and tests import it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Request, Response, get
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, SecurityScheme
from litestar.response import Redirect

from admin_ui.casework.public_check.page import ROUTER as VERIFY
from admin_ui.intake.public_form.page import ROUTER as REPORTS
from admin_ui.router import ROUTER as DESK
from admin_ui.shell.pages_above import page_above
from admin_ui.shell.problems import NoSuchPage
from backend import registry
from backend.casework.drafting import treasury
from backend.casework.issued_documents import public_lookups
from backend.core import database, key_register, keys, logs, replica, stores
from backend.core import settings as settings_module
from backend.core.live import service as live_desks
from backend.core.settings import Settings
from backend.documents import previewing
from backend.documents.signing import service as signing
from backend.fieldwork.evidence.storing import Storer
from backend.force.accounts import service as accounts
from backend.force.passkeys import service as passkeys
from backend.intake.public_form import service as public_form
from backend.operations.health import metrics as metrics_service
from backend.operations.health import service as health
from backend.operations.jobs import spool_keeper
from backend.operations.refusals import service as refusals
from mobile_api import answer_headers, app_files
from mobile_api.ending import AnswerWhenCancelled
from mobile_api.openapi import CompleteJson
from mobile_api.problems import EXCEPTION_HANDLERS, http_problem
from mobile_api.router import ROUTER as PHONE
from mobile_api.routes.casework.public import ROUTER as PUBLIC
from mobile_api.routes.fieldwork.uploads import name_the_version
from mobile_api.routes.force.machines import ROUTER as MACHINES

VERSION = "0.2.0"
"""The one place that states the version. pyproject.toml reads it from here; CHANGELOG.md begins
with it."""


@get("/health/live", include_in_schema=False, opt={"public": True})
async def live() -> dict[str, str]:
    """Answer if this process is alive. Says nothing else."""
    return {"status": "ok"}


@get("/health/ready", include_in_schema=False, opt={"public": True})
async def ready() -> Response[dict[str, object]]:
    """Name each part and its state.

    The status is 503 while a part that is needed does not answer.
    """
    parts = await health.check()
    good = all(part.ok for part in parts)
    body: dict[str, object] = {
        "status": "ok" if good else "unavailable",
        "parts": {part.name: part.state for part in parts},
    }
    return Response(body, status_code=200 if good else 503)


@get("/", include_in_schema=False, opt={"public": True}, status_code=303)
async def front_door() -> Redirect:
    """Redirect to the desk: that is what people mean who type the bare address."""
    return Redirect("/desk/", status_code=303)


def no_route(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """Answer that nothing has this address: with a page in a browser, with a problem document to programs.

    A browser that asks for an address of the desk that only takes forms is led to the page above it.
    """
    reads_pages = "text/html" in request.headers.get("accept", "")
    path = request.url.path
    if error.status_code == 405 and request.method == "GET" and path.startswith("/desk/"):
        return Redirect(page_above(request.app, path), status_code=303)
    if reads_pages and not path.startswith("/api/"):
        return NoSuchPage(error)
    return http_problem(request, error)


@get("/metrics", include_in_schema=False, opt={"public": True})
async def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Prometheus text format, for a scraper that holds the token or runs on this machine."""
    client = request.client.host if request.client else ""
    text, media_type = await metrics_service.scrape(
        authorization=request.headers.get("authorization", ""),
        client=client,
        forwarded="x-forwarded-for" in request.headers,
    )
    return Response(text, media_type=media_type)


def state_of(settings: Settings) -> dict[str, object]:
    """Return what an application reads from its settings, at each start and in requests.

    The routes depend on none of it, so the tests build them once and start them with the settings
    of each test.
    """
    return {
        "settings": settings,
        "version": VERSION,
        "map_tiles": settings.map_tiles,
        "app_files": app_files.AppFiles(settings.app_dir or app_files.FOLDER),
    }


@asynccontextmanager
async def _parts(app: Litestar) -> AsyncIterator[None]:
    settings: Settings = app.state["settings"]
    keys.load(settings.keys_dir)
    signing.start(settings)
    public_lookups.start(settings)
    previewing.start()
    accounts.start(settings.public_url)
    accounts.demand_approval(settings.device_approval)
    accounts.require_phone_app(settings.phone_app_minimum)
    passkeys.start(settings.passkeys)
    registry.open_all()
    treasury.configure(settings.treasury, settings.treasuries)
    await database.start(
        settings.database_url,
        size=settings.pool_size,
        statement_seconds=database.WEB_STATEMENT_SECONDS,
        primary_noted=settings.primary_noted,
    )
    await replica.start(
        settings.read_database_url,
        size=settings.pool_size,
        statement_seconds=database.WEB_STATEMENT_SECONDS,
    )
    await public_form.start(settings)
    live_desks.start(settings.session_database_url, settings.primary_noted, settings.node)
    await key_register.try_to_refresh()
    listening = asyncio.create_task(key_register.keep_fresh())
    keeping = None
    try:
        here = await stores.start(settings)
        storer = Storer(here)
        here.storer = storer
        await storer.start()
        keeping = asyncio.create_task(spool_keeper.keep(here))
        health.configure(settings)
        yield
    finally:
        listening.cancel()
        if keeping is not None:
            keeping.cancel()
        await live_desks.stop()
        await refusals.close()
        await stores.stop()
        await public_form.stop()
        await replica.stop()
        await database.stop()


def create_app(settings: Settings | None = None) -> Litestar:
    """Build the application. Without `settings` they are read from the environment."""
    state = State(state_of(settings or settings_module.load()))
    logs.configure()
    return Litestar(
        route_handlers=[
            front_door,
            live,
            ready,
            metrics,
            PHONE,
            PUBLIC,
            MACHINES,
            app_files.ROUTER,
            DESK,
            VERIFY,
            REPORTS,
        ],
        lifespan=[_parts],
        state=state,
        exception_handlers={**EXCEPTION_HANDLERS, HTTPException: no_route},
        middleware=[metrics_service.MeasureRequests, refusals.RecordRefusals, AnswerWhenCancelled],
        before_send=[name_the_version, answer_headers.harden],
        request_max_body_size=1024 * 1024,
        openapi_config=OpenAPIConfig(
            title="Hiện Trường",
            version=VERSION,
            description="The phone's interface: sessions, sync, acts, uploads, inspections, photographs."
            " Other systems read figures under keys of their own.",
            path="/api",
            render_plugins=[CompleteJson(path="/openapi.json")],
            components=Components(
                security_schemes={
                    "bearer": SecurityScheme(type="http", scheme="bearer"),
                    "machine_key": SecurityScheme(
                        type="http",
                        scheme="bearer",
                        description="The key of an account of a machine.",
                    ),
                }
            ),
            security=[{"bearer": []}],
            use_handler_docstrings=True,
        ),
    )

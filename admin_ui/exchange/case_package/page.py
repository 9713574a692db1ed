"""The file of a case as a package, sent while it is being made. The page of the file asks for it first."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, post
from litestar.params import FromPath
from litestar.response import Stream

from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of
from backend.exchange.case_package import service as case_package

_ADDRESS = "/desk/cases/{case_id:uuid}/dossier/package"


@post(_ADDRESS, status_code=200, include_in_schema=False)
async def take_case_package(request: AnyRequest, case_id: FromPath[UUID]) -> Response[Any]:
    """Record that the package is taken, then send it. Raises NotFound, NotAllowed, Unavailable."""
    confirming.require(request)
    package = await case_package.package(case_id, actor_of(request), address_of(request))
    name = f"attachment; filename=\"case.zip\"; filename*=UTF-8''{quote(package.file_name)}"
    return Stream(
        package.chunks, media_type="application/zip", headers={"content-disposition": name}
    )


HANDLERS = [take_case_package]

"""What happens before a request of the desk is handled, and before its answer leaves."""

from typing import Any

from litestar import MediaType, Response

from admin_ui.shell.guards import check_form_token
from admin_ui.shell.narrowing import narrow
from admin_ui.shell.render import AnyRequest
from admin_ui.shell.submissions import answer_again
from backend.core import durable

STREAM = "text/event-stream"
"""Media type of server-sent events."""


async def begin(request: AnyRequest) -> Response[Any] | None:
    """Start tracking what the request reads, check the form's token, and answer a form sent twice.

    Each commit of a request that may change something waits for the standby. A request that only
    reads pages does not wait. Raises ForeignRequest, EarlierPage.
    """
    durable.begin(commits_prove=request.method not in ("GET", "HEAD"))
    await check_form_token(request)
    return await narrow(request) or await answer_again(request)


async def settle(answer: Response[Any]) -> Response[Any]:
    """Wait until the standbys have what this request read, unless it only looked at an HTML page,
    or follows one.

    A file leaves the system. If a failover undid the number on a paper, another paper would get the
    same number. Raises StandbyAwaited, whose page is then shown instead.
    """
    await durable.settle_unless(only_looked_at=answer.media_type in (MediaType.HTML, STREAM))
    return answer
